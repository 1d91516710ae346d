import type { Paragraph } from "mdast";
import type { NearMiss } from "../../model/document.ts";
import { nearMissIn } from "./near-miss.ts";
import type { Run } from "./runs.ts";

const LINE_END = /\r\n|\n|\r/;
const CONTAINERS = /^[ \t>]*/;

/** Looks at lines of the source where the tree says that a line of running text begins. */
export class LineReader {
  readonly #source: string;
  #lines: readonly string[] | null = null;

  constructor(source: string) {
    this.#source = source;
  }

  /**
   * Boxes at the start of a paragraph's lines that made no task item. A line that begins within
   * code, a comment or a link is not looked at; behind a proper box the first line is none.
   */
  *nearMisses(
    node: Paragraph,
    runs: readonly Run[],
    before: "bullet" | "box" | null,
  ): Iterable<Omit<NearMiss, "section">> {
    const start = node.position?.start;
    if (start?.offset === undefined) return;
    const [first] = runs;
    if (before !== "box" && first !== undefined && !first.isCode) {
      const end = node.position?.end.offset;
      const line = this.#source.slice(start.offset, Math.min(end ?? Infinity, start.offset + 600));
      const miss = nearMissIn({
        line: line.split(LINE_END)[0] ?? "",
        isBullet: before === "bullet",
      });
      if (miss !== null) yield { ...miss, at: { line: start.line, column: start.column } };
    }
    // The text of an item whose box ends its line begins a line of its own.
    if (before === "box" && first?.at.column === 1) yield* this.#nearMissAt(first.at.line);
    const last = node.position?.end.line ?? start.line;
    for (const run of runs) {
      if (!run.isPlain || !run.isExact || !run.text.includes("\n")) continue;
      const lines = run.text.split("\n").length - 1;
      for (let line = run.at.line + 1; line <= Math.min(run.at.line + lines, last); line += 1) {
        yield* this.#nearMissAt(line);
      }
    }
  }

  *#nearMissAt(line: number): Iterable<Omit<NearMiss, "section">> {
    this.#lines ??= this.#source.split(LINE_END);
    const written = this.#lines[line - 1] ?? "";
    const lead = CONTAINERS.exec(written)?.[0].length ?? 0;
    const miss = nearMissIn({ line: written.slice(lead), isBullet: false });
    if (miss !== null) yield { ...miss, at: { line, column: lead + 1 } };
  }
}
