/**
 * Shows the main job: judges a service that is ready and the same one with gaps, through the built
 * command line, in a throw-away git repository. Needs nothing but Node and git.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CLI = join(ROOT, "dist/cli.js");
const AT = "2026-10-01T12:00:00Z";

const folder = mkdtempSync(join(tmpdir(), "stage-gates-demo-"));
const example = join(folder, "claims-triage");
try {
  say("A service that is ready: examples/claims-triage, as of 1 October 2026.");
  lay("claims-triage");
  commit();
  const ready = check();

  say("The same service before somebody did the work: examples/claims-triage-gaps laid over it.");
  lay("claims-triage-gaps");
  const blocked = check();

  say(`Your own repository, with no token and nothing installed in it:

  cd <your repository>
  node ${CLI} init
  node ${CLI} check --local

\`init\` asks four questions and overwrites nothing. docs/cli.md has the other commands.`);
  const isAsMeant = ready === 0 && blocked === 1;
  if (!isAsMeant)
    say(`The demo is broken: it ended with ${ready} and ${blocked} instead of 0 and 1.`);
  process.exitCode = isAsMeant ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function lay(name: string): void {
  cpSync(join(ROOT, "examples", name), example, { recursive: true });
}

function commit(): void {
  const identity = ["-c", "user.name=demo", "-c", "user.email=demo@example.invalid"];
  run("git", ["init", "-q", "-b", "main"]);
  run("git", ["add", "-A"]);
  run("git", [...identity, "commit", "-q", "--no-verify", "-m", "Claims triage"]);
}

/** The exit code. */
function check(): number | null {
  const args = ["check", "--facts", "facts.json", "--at", AT];
  process.stdout.write(`$ stage-gates ${args.join(" ")}\n\n`);
  const { status } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: example,
    stdio: "inherit",
  });
  process.stdout.write(`\nexit code ${status}\n`);
  return status;
}

function run(program: string, args: readonly string[]): void {
  const { status, error } = spawnSync(program, args, { cwd: example, stdio: "inherit" });
  if (error !== undefined || status !== 0) {
    throw new Error(`\`${program} ${args[0]}\` failed`, { cause: error });
  }
}

function say(text: string): void {
  process.stdout.write(`\n${"-".repeat(80)}\n${text}\n${"-".repeat(80)}\n\n`);
}
