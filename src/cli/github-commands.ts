import { type Command, Option } from "commander";
import { atOption, running, type Start } from "./command-parts.ts";
import type { DoctorOptions } from "./commands/doctor.ts";
import type { ProtectOptions } from "./commands/protect.ts";
import { UsageError } from "./usage-error.ts";

/** Looks whether a merge really waits for its verdict. */
export function addDoctor(program: Command, start: Start): void {
  onGitHub(
    program
      .command("doctor")
      .summary("tell whether merges really wait for the verdict")
      .description(
        "Asks GitHub what protects the branches of the stages, the policy and the workflow, and tells what is open. Reads only; what it cannot read it never takes for fine. Its token is in GH_TOKEN or GITHUB_TOKEN.",
      ),
  )
    .addOption(atOption("look as of this time"))
    .addOption(
      new Option("--format <name>", "how to print it")
        .choices(["pretty", "json"])
        .default("pretty"),
    )
    .action(
      running<DoctorOptions>(start, async (terminal, options, dir) => {
        const { doctor } = await import("./commands/doctor.ts");
        return doctor(dir, options, terminal);
      }),
    );
}

/** Makes merges wait for their verdicts. */
export function addProtect(program: Command, start: Start): void {
  onGitHub(
    program
      .command("protect")
      .summary("require the verdict before a merge")
      .description(
        "Shows the ruleset that makes merges into a stage's branches wait for its verdict, as a diff to what is there; with --yes creates or changes it. Adds what is missing and takes nothing away. Its token, of an administrator, is in GH_TOKEN or GITHUB_TOKEN.",
      ),
  )
    .option(
      "--default-branch",
      "the branch of the policy instead: changes of it need a review by its owners",
    )
    .option("-y, --yes", "create or change it, instead of showing it alone")
    .action(
      running<ProtectOptions>(start, async (terminal, options, dir) => {
        const { protect } = await import("./commands/protect.ts");
        return protect(dir, options, terminal);
      }),
    );
}

function onGitHub(command: Command): Command {
  return command
    .argument("[dir]", "a folder of a clone, whose `origin` says which repository is meant", ".")
    .option("--repo <owner/name>", "the repository; else that of `origin`")
    .option("--stage <id>", "this stage alone")
    .addOption(
      new Option(
        "--app <id>",
        "id of the app that writes the verdict; else that of GitHub Actions on github.com",
      ).argParser(parseApp),
    );
}

function parseApp(text: string): number {
  const id = Number(text);
  if (/^[1-9]\d*$/.test(text) && Number.isSafeInteger(id)) return id;
  throw new UsageError(`\`${text}\` is no id of an app`, "give its number: `--app 15368`");
}
