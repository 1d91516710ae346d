import type { Command } from "commander";
import { atOption, running, type Start } from "./command-parts.ts";
import type { BaselineOptions } from "./commands/baseline.ts";
import type { ImportOptions } from "./commands/import.ts";
import type { InitOptions } from "./commands/init.ts";
import type { ScaffoldOptions } from "./commands/scaffold.ts";

/** Takes over a checklist. */
export function addImport(program: Command, start: Start): void {
  program
    .command("import")
    .summary("take over a checklist that is there already")
    .description(
      "Turns a markdown checklist into a readiness document and a policy in advisory mode. Shows what would change; nothing of the document is changed but id comments put behind its items.",
    )
    .argument("<file>", "a markdown file of the repository with task lists, tables or questions")
    .option("--write", "write it; a policy that is there already stays as it is")
    .option("--stage <id>", "the stage that the gates guard (default: production)")
    .option("--branch <name>", "the branch of that stage; else the one that looks like it")
    .addHelpText(
      "after",
      "\nExamples:\n  stage-gates import docs/launch-checklist.md\n  stage-gates import docs/launch-checklist.md --write",
    )
    .action(
      running<ImportOptions>(start, async (terminal, options, file) => {
        const { importFile } = await import("./commands/import.ts");
        return importFile(file, options, terminal);
      }),
    );
}

/** Lets what blocks on the first day warn. */
export function addBaseline(program: Command, start: Start): void {
  program
    .command("baseline")
    .summary("let what blocks today warn for a while")
    .description(
      "Records today's findings in .github/stage-gates/baseline.yml: they warn until a day, new ones block. Run again, it takes out what is no longer found and adds nothing.",
    )
    .argument("[dir]", "a folder of the repository", ".")
    .option("--owner <@login>", "who sees to the findings")
    .option("--until <day>", "the last day on which they only warn")
    .option("--stage <id>", "the stage to promote to; else the last")
    .option("--policy <file>", "judge by this policy")
    .option("--org-policy <file>", "the organization's policy, to merge it with")
    .option("--facts <file>", "recorded facts; without them what needs GitHub is left out")
    .addOption(atOption("judge as of this time"))
    .action(
      running<BaselineOptions>(start, async (terminal, options, dir) => {
        const { baseline } = await import("./commands/baseline.ts");
        return baseline(dir, options, terminal);
      }),
    );
}

export function addInit(program: Command, start: Start): void {
  program
    .command("init")
    .summary("set up a repository, asking four questions")
    .description(
      "Writes a policy in advisory mode, a readiness document and what it points to. What is there already stays as it is.",
    )
    .argument("[dir]", "a folder of the repository", ".")
    .option("-y, --yes", "take the defaults instead of asking")
    .option(
      "--pack <id>",
      "take the gates from this pack; `none` for a few to start from, about ten steps",
    )
    .option("--outside-git", "also in a folder that is in no git repository")
    .action(
      running<InitOptions>(start, async (terminal, options, dir) => {
        const { init } = await import("./commands/init.ts");
        return init(dir, options, terminal);
      }),
    );
}

export function addScaffold(program: Command, start: Start): void {
  program
    .command("scaffold")
    .summary("write a runbook, readiness document, decision or waiver to fill in")
    .argument("<what>", "runbook, readiness, decision or waiver")
    .argument("[name]", "the service, what is decided on, or <gate>[/<rule>] to waive")
    .option("--to <file>", "where to write it; `-` prints it")
    .option("--pack <id>", "the readiness document of this pack")
    .addOption(atOption("date a decision record with this day"))
    .action(
      running<ScaffoldOptions, [string, string | undefined]>(
        start,
        async (terminal, options, what, name) => {
          const { scaffold } = await import("./commands/scaffold.ts");
          return scaffold(what, name, options, terminal);
        },
      ),
    );
}
