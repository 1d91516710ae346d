import { Command, Option } from "commander";
import { addBaseline, addImport } from "./adoption-commands.ts";
import type { CheckOptions } from "./commands/check.ts";
import { FORMATS, parseFormat } from "./formats.ts";
import { addDoctor, addProtect } from "./github-commands.ts";
import type { JudgeOptions } from "./judge-checkout.ts";
import { atOption, type Start, type WithColor } from "./program-parts.ts";

/**
 * The command line. A command is loaded when it runs: what it takes to understand the arguments is
 * all that every start pays for.
 */
export function buildProgram(version: string, start: Start): Command {
  const program = new Command("stage-gates")
    .description("Tells whether a promotion would pass its gates, and what is missing where.")
    .helpCommand("help [command]", "show what a command does and takes")
    .version(version, "-V, --version", "show the version")
    .showHelpAfterError("`--help` shows what there is")
    .addHelpText("after", "\nExit codes: 0 it may pass, 1 it is blocked, 2 there is no verdict.")
    .exitOverride();
  for (const add of [
    addCheck,
    addNext,
    addValidate,
    addExplain,
    addInit,
    addImport,
    addBaseline,
    addScaffold,
    addPacks,
    addDoctor,
    addProtect,
  ]) {
    add(program, start);
  }
  for (const command of [program, ...program.commands]) addColor(command);
  return program;
}

function addColor(command: Command): void {
  // Both forms: with the negative one alone, colour would count as asked for.
  command.option("--color", "colour the output, also where it is no terminal");
  command.option("--no-color", "do not colour the output");
}

function addCheck(program: Command, start: Start): void {
  judging(
    program
      .command("check")
      .summary("judge what would land")
      .description(
        "Judges the work tree, uncommitted files included, by the policy of the default branch. Needs no token.",
      ),
  )
    .addOption(formatOption())
    .option("-q, --quiet", "print the last line alone")
    .action(async (dir: string, _: unknown, command: Command) => {
      const { color, ...options } = command.optsWithGlobals<CheckOptions & WithColor>();
      await start(color, async (terminal) => {
        const { check } = await import("./commands/check.ts");
        return check(dir, options, terminal);
      });
    });
}

function addNext(program: Command, start: Start): void {
  judging(
    program
      .command("next")
      .summary("list what is left to do, by whom")
      .description("Judges as `check` does, and lists the steps that are left, person by person."),
  ).action(async (dir: string, _: unknown, command: Command) => {
    const { color, ...options } = command.optsWithGlobals<JudgeOptions & WithColor>();
    await start(color, async (terminal) => {
      const { next } = await import("./commands/next.ts");
      return next(dir, options, terminal);
    });
  });
}

/** What is judged, and by what. */
function judging(command: Command): Command {
  return command
    .argument("[dir]", "a folder of the repository", ".")
    .option(
      "--stage <id>",
      "the stage to promote to; else the one whose branch is --base, or the last",
    )
    .option("--base <ref>", "the branch it would be merged into; tells which services changed")
    .option("--service <id>", "judge this service alone; may be repeated", collect)
    .option("--policy <file>", "judge by this policy instead")
    .option("--org-policy <file>", "the organization's policy")
    .option("--facts <file>", "recorded facts that otherwise only GitHub knows")
    .option("--local", "leave out what needs GitHub; may end undetermined")
    .addOption(atOption("judge as of this time"));
}

function addValidate(program: Command, start: Start): void {
  program
    .command("validate")
    .summary("look for problems in a policy")
    .description(
      "Reads a policy, the packs it extends and its waivers, and shows every problem with its spot.",
    )
    .argument("[file]", "the policy; else .github/stage-gates.yml of the work tree")
    .option("--org-policy <file>", "the organization's policy, to merge it with")
    .action(async (file: string | undefined, _: unknown, command: Command) => {
      const { color, orgPolicy } = command.optsWithGlobals<{ orgPolicy?: string } & WithColor>();
      await start(color, async (terminal) => {
        const { validate } = await import("./commands/validate.ts");
        return validate(file, { orgPolicy }, terminal);
      });
    });
}

function addExplain(program: Command, start: Start): void {
  program
    .command("explain")
    .summary("show what the policy asks for, and why")
    .description(
      "Without an argument: the stages and their gates. With one: a gate's rules, or one rule with its settings and where each comes from.",
    )
    .argument("[what]", "a gate, or a rule as <gate>/<rule>")
    .option("--policy [file]", "the whole policy as merged, with the origin of each value")
    .option("--org-policy <file>", "the organization's policy, to merge it with")
    .action(async (what: string | undefined, _: unknown, command: Command) => {
      const { color, ...options } = command.optsWithGlobals<
        { policy?: string | true; orgPolicy?: string } & WithColor
      >();
      await start(color, async (terminal) => {
        const { explain } = await import("./commands/explain.ts");
        return explain(what, options, terminal);
      });
    });
}

function addInit(program: Command, start: Start): void {
  program
    .command("init")
    .summary("set up a repository, asking four questions")
    .description(
      "Writes a policy in advisory mode, a readiness document and what it points to. What is there already stays as it is.",
    )
    .argument("[dir]", "a folder of the repository", ".")
    .option("-y, --yes", "take the defaults instead of asking")
    .option("--pack <id>", "take the gates from this pack; `none` for a small set to start from")
    .option("--outside-git", "also in a folder that is in no git repository")
    .action(async (dir: string, _: unknown, command: Command) => {
      const { color, ...options } = command.optsWithGlobals<
        { yes?: true; pack?: string; outsideGit?: true } & WithColor
      >();
      await start(color, async (terminal) => {
        const { init } = await import("./commands/init.ts");
        return init(dir, options, terminal);
      });
    });
}

function addScaffold(program: Command, start: Start): void {
  program
    .command("scaffold")
    .summary("write a runbook, readiness document, decision or waiver to fill in")
    .argument("<what>", "runbook, readiness, decision or waiver")
    .argument("[name]", "the service, what is decided on, or <gate>[/<rule>] to waive")
    .option("--to <file>", "where to write it; `-` prints it")
    .option("--pack <id>", "the readiness document of this pack")
    .addOption(atOption("date a decision record with this day"))
    .action(async (what: string, name: string | undefined, _: unknown, command: Command) => {
      const { color, ...options } = command.optsWithGlobals<
        { to?: string; pack?: string; at?: number } & WithColor
      >();
      await start(color, async (terminal) => {
        const { scaffold } = await import("./commands/scaffold.ts");
        return scaffold(what, name, options, terminal);
      });
    });
}

function addPacks(program: Command, start: Start): void {
  const packs = program.command("packs").summary("list the packs of gates that ship with it");
  packs
    .command("list", { isDefault: true, hidden: true })
    .action(async (_: unknown, command: Command) => {
      const { color } = command.optsWithGlobals<WithColor>();
      await start(color, async (terminal) => {
        const { listPacks } = await import("./commands/packs.ts");
        return listPacks(terminal);
      });
    });
  packs
    .command("show")
    .summary("show the gates and rules of a pack")
    .argument("<id>", "the pack")
    .action(async (id: string, _: unknown, command: Command) => {
      const { color } = command.optsWithGlobals<WithColor>();
      await start(color, async (terminal) => {
        const { showPack } = await import("./commands/packs.ts");
        return showPack(id, terminal);
      });
    });
}

function formatOption(): Option {
  const option = new Option("--format <name>", "how to print the verdict");
  return option.choices(FORMATS).default("pretty").argParser(parseFormat);
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}
