import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lastLine, runCli } from "../../tests/cli/run-cli.ts";
import { runGit } from "./run-git.ts";
import { act, must, say, show } from "./telling.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));
const CHECK = ["check", "--facts", "facts.json", "--at", "2026-10-01T12:00:00Z"];

/** The command line on a checkout: the service that is ready, and the same with the usual gaps. */
export async function onALaptop(folder: string, detail: "whole" | "last line"): Promise<void> {
  const checkout = join(folder, "claims-triage");
  mkdirSync(checkout);
  const check = async () => {
    const { code, stdout } = await runCli(CHECK, { cwd: checkout });
    const text = detail === "whole" ? stdout : lastLine(stdout);
    show(`$ stage-gates ${CHECK.join(" ")}\n${detail === "whole" ? "\n" : ""}${text}`);
    return code;
  };
  act("On a laptop");
  say("A checkout of a service that is ready: `examples/claims-triage`. No token, no server.");
  cpSync(join(EXAMPLES, "claims-triage"), checkout, { recursive: true });
  await runGit(checkout, "init", "-q", "-b", "main");
  await runGit(checkout, "add", "-A");
  await runGit(checkout, "commit", "-q", "--no-verify", "-m", "Claims triage");
  must((await check()) === 0, "the example that is ready passes");
  say("The same before somebody did the work: `examples/claims-triage-gaps` laid over it.");
  cpSync(join(EXAMPLES, "claims-triage-gaps"), checkout, { recursive: true });
  must((await check()) === 1, "the example with gaps is blocked");
}
