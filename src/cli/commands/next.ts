import { renderNext } from "../../render/next.ts";
import { renderProblems } from "../../render/problems.ts";
import { EXIT, type ExitCode, exitCodeOf } from "../exit-code.ts";
import { type JudgeOptions, judgeCheckout } from "../judge-checkout.ts";
import { withProgress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";

/** Judges a checkout and prints what is left to do, by whom. */
export async function next(
  dir: string,
  options: JudgeOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { verdict, sources } = await withProgress(terminal, "reading and judging", () =>
    judgeCheckout(dir, options, terminal.cwd),
  );
  if (verdict.problems.length > 0) {
    terminal.tell(renderProblems(verdict.problems, sources, terminal.toldPaint));
    return EXIT.noVerdict;
  }
  terminal.print(renderNext(verdict, terminal.look));
  return exitCodeOf(verdict.decision);
}
