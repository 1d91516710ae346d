import { type Command, InvalidArgumentError, Option } from "commander";
import { atOption, running, type Start } from "./command-parts.ts";
import type { CheckOptions } from "./commands/check.ts";
import { FORMATS, parseFormat } from "./formats.ts";
import type { JudgeOptions } from "./judge-checkout.ts";

export function addCheck(program: Command, start: Start): void {
  judging(
    program
      .command("check")
      .summary("judge what would land")
      .description(
        "Judges the work tree, uncommitted files included, by the policy of the default branch. Needs no token, but for --pr, which takes it from GH_TOKEN or GITHUB_TOKEN.",
      ),
  )
    .addOption(
      new Option("--pr <number>", "judge this pull request as it is on GitHub instead")
        .argParser(parsePull)
        .conflicts(["stage", "base", "service", "orgPolicy", "facts", "local"]),
    )
    .option("--repo <owner/name>", "with --pr: its repository; else that of `origin`")
    .option("--record <file>", "with --pr: keep what GitHub said, for --facts")
    .addOption(formatOption())
    .option("-q, --quiet", "print the last line alone")
    .action(
      running<CheckOptions>(start, async (terminal, options, dir) => {
        const { check } = await import("./commands/check.ts");
        return check(dir, options, terminal);
      }),
    );
}

export function addNext(program: Command, start: Start): void {
  judging(
    program
      .command("next")
      .summary("list what is left to do, by whom")
      .description("Judges as `check` does, and lists the steps that are left, person by person."),
  ).action(
    running<JudgeOptions>(start, async (terminal, options, dir) => {
      const { next } = await import("./commands/next.ts");
      return next(dir, options, terminal);
    }),
  );
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

function formatOption(): Option {
  const option = new Option("--format <name>", "how to print the verdict");
  return option.choices(FORMATS).default("pretty").argParser(parseFormat);
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

function parsePull(text: string): number {
  const number = /^#?([1-9]\d{0,9})$/.exec(text)?.[1];
  if (number === undefined) throw new InvalidArgumentError("It is a number, such as 12.");
  return Number(number);
}
