import type { ItemField, Section } from "../../model/document.ts";
import type { Point } from "../../model/place.ts";
import { headingKey } from "../../text/key.ts";

type Draft = { -readonly [Key in keyof Section]: Section[Key] };

/** Collects sections in document order, each ending where one of its depth or above begins. */
export class SectionOutline {
  readonly #sections: Draft[];

  constructor(endLine: number) {
    const root = { index: 0, depth: 0, heading: "", key: "", gate: null };
    this.#sections = [{ ...root, at: { line: 1, column: 1 }, endLine, parent: null, fields: [] }];
  }

  /** Index of the section opened last. */
  get current(): number {
    return this.#sections.length - 1;
  }

  open(depth: number, at: Point): void {
    const endLine = this.#sections[0]?.endLine ?? at.line;
    let around: Draft | undefined = this.#sections.at(-1);
    while (around !== undefined && around.depth >= depth) {
      around.endLine = at.line;
      around = around.parent === null ? undefined : this.#sections[around.parent];
    }
    const named = { heading: "", key: "", gate: null, fields: [] };
    const parent = around?.index ?? 0;
    this.#sections.push({ index: this.current + 1, depth, ...named, at, endLine, parent });
  }

  /** Completes the section opened last. */
  describe(said: { heading: string; gate: string | null; fields: readonly ItemField[] }): void {
    const section = this.#sections.at(-1);
    if (section === undefined) return;
    Object.assign(section, said, { key: headingKey(said.heading) });
  }

  sections(): readonly Section[] {
    return this.#sections;
  }
}
