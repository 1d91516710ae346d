import { renderNext } from "../../render/next.ts";
import { renderProblems } from "../../render/problems.ts";
import { EXIT, type ExitCode, exitCodeOf } from "../exit-code.ts";
import { type JudgeOptions, judgeCheckout } from "../judge-checkout.ts";
import { withProgress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { unchangedSince } from "../unchanged-since.ts";

/** Judges a checkout and prints what is left to do, by whom. */
export async function next(
  dir: string,
  options: JudgeOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const now = options.at ?? Date.now();
  const { verdict, sources, since } = await withProgress(
    terminal,
    "reading and judging",
    async () => {
      const judged = await judgeCheckout(dir, { ...options, at: now }, terminal.cwd);
      const files = judged.verdict.next.flatMap(({ at }) => (at === null ? [] : [at.file]));
      return { ...judged, since: await unchangedSince(files, judged.source, now) };
    },
  );
  if (verdict.problems.length > 0) {
    terminal.tell(renderProblems(verdict.problems, sources, terminal.toldPaint));
    return EXIT.noVerdict;
  }
  terminal.print(renderNext(verdict, terminal.look, since));
  return exitCodeOf(verdict.decision);
}
