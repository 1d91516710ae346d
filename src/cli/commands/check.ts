import { basename } from "node:path";
import { EXIT, type ExitCode, exitCodeOf } from "../exit-code.ts";
import type { Format } from "../formats.ts";
import { type Judged, type JudgeOptions, judgeCheckout } from "../judge-checkout.ts";
import { printVerdict } from "../print-verdict.ts";
import { withProgress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

export interface CheckOptions extends JudgeOptions {
  readonly format: Format;
  readonly quiet?: true;
  /** A pull request to judge as it is on GitHub. */
  readonly pr?: number;
  readonly repo?: string;
  readonly record?: string;
}

/** Judges a checkout, or a pull request on GitHub, and prints the verdict. */
export async function check(
  dir: string,
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { verdict, sources, root } = await withProgress(terminal, "reading and judging", () =>
    judge(dir, options, terminal),
  );
  await printVerdict(verdict, { sources, subject: basename(root), ...options }, terminal);
  return verdict.problems.length > 0 ? EXIT.noVerdict : exitCodeOf(verdict.decision);
}

async function judge(dir: string, options: CheckOptions, terminal: Terminal): Promise<Judged> {
  const { pr, repo, record } = options;
  if (pr !== undefined) {
    const { judgePull } = await import("../judge-pull.ts");
    return judgePull(dir, { ...options, pr }, terminal);
  }
  if (repo === undefined && record === undefined) return judgeCheckout(dir, options, terminal.cwd);
  const option = repo === undefined ? "--record" : "--repo";
  throw new UsageError(`\`${option}\` goes with a pull request`, "name it with `--pr <number>`");
}
