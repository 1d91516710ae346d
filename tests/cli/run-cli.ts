import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Another Node than the one that runs the tests. */
  readonly node?: string;
}

/** Variables of whoever runs the tests that would change what is printed, or which git is read. */
const FOREIGN = /^(GIT_|NO_COLOR|FORCE_COLOR|CLICOLOR|DEBUG|CI$|NODE_|VITEST)/;

/** Runs the built command line as people do: another process, nothing shared. */
export function runCli(args: readonly string[], options: RunOptions): Promise<Ran> {
  const own = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
  const env = { ...Object.fromEntries(own), GIT_CONFIG_GLOBAL: "/dev/null", ...options.env };
  return new Promise((resolve, reject) => {
    const program = options.node ?? process.execPath;
    const child = spawn(program, [CLI, ...args], { cwd: options.cwd, env, stdio: "pipe" });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.end();
  });
}

/** The last line of the output, which says it all. */
export function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}
