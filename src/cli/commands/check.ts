import { basename } from "node:path";
import { EXIT, type ExitCode, exitCodeOf } from "../exit-code.ts";
import type { Format } from "../formats.ts";
import { type JudgeOptions, judgeCheckout } from "../judge-checkout.ts";
import { printVerdict } from "../print-verdict.ts";
import { withProgress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";

export interface CheckOptions extends JudgeOptions {
  readonly format: Format;
  readonly quiet?: true;
}

/** Judges a checkout and prints the verdict. */
export async function check(
  dir: string,
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { verdict, sources, root } = await withProgress(terminal, "reading and judging", () =>
    judgeCheckout(dir, options, terminal.cwd),
  );
  await printVerdict(verdict, { sources, subject: basename(root), ...options }, terminal);
  return verdict.problems.length > 0 ? EXIT.noVerdict : exitCodeOf(verdict.decision);
}
