import type { Point } from "../model/place.ts";

export interface CsvField {
  readonly text: string;
  readonly at: Point;
}

/** Why a text is no CSV. */
export class CsvError extends Error {
  override readonly name = "CsvError";
  readonly at: Point;

  constructor(problem: string, at: Point) {
    super(problem);
    this.at = at;
  }
}

/** Up to a comma or the end of the line. */
const PLAIN = /[^,\r\n]*/y;
/** Up to the next quote, or to the end. */
const QUOTED = /[^"]*/y;
const LINE_END = /\r\n|\n|\r/y;
const LINE_ENDS = /\r\n|\n|\r/g;

/**
 * Reads RFC 4180, with the place of each field, which libraries do not tell: commas, double quotes
 * doubled inside quotes, any line end; blank lines are left out. Throws a `CsvError`.
 */
export class CsvReader {
  readonly #text: string;
  #offset: number;
  #line = 1;
  #lineStart: number;

  constructor(text: string) {
    this.#text = text;
    this.#offset = text.startsWith("\uFEFF") ? 1 : 0;
    this.#lineStart = 0;
  }

  *records(): Iterable<readonly CsvField[]> {
    while (this.#offset < this.#text.length) {
      const record = this.#record();
      const isBlank = record.length === 1 && record[0]?.text.trim() === "";
      if (!isBlank) yield record;
    }
  }

  #record(): CsvField[] {
    const fields: CsvField[] = [];
    for (;;) {
      fields.push(this.#field());
      if (this.#text[this.#offset] !== ",") break;
      this.#offset += 1;
    }
    const end = this.#match(LINE_END);
    if (end !== "") this.#nextLine();
    return fields;
  }

  #field(): CsvField {
    while (this.#text[this.#offset] === " ") this.#offset += 1;
    const at = this.#point();
    if (this.#text[this.#offset] === '"') return { text: this.#quoted(at), at };
    const text = this.#match(PLAIN);
    if (text.includes('"'))
      throw new CsvError("a quote stands within a cell that has none around it", at);
    return { text, at };
  }

  #quoted(at: Point): string {
    let text = "";
    for (;;) {
      this.#offset += 1;
      const start = this.#offset;
      const part = this.#match(QUOTED);
      text += part;
      for (const { index, 0: end } of part.matchAll(LINE_ENDS)) {
        this.#nextLine(start + index + end.length);
      }
      if (this.#offset >= this.#text.length)
        throw new CsvError("a quote is opened and never closed", at);
      this.#offset += 1;
      if (this.#text[this.#offset] !== '"') break;
      text += '"';
    }
    if (this.#match(PLAIN).trim() !== "") {
      throw new CsvError("text stands behind the quote that closes the cell", at);
    }
    return text;
  }

  #nextLine(start = this.#offset): void {
    this.#line += 1;
    this.#lineStart = start;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#offset;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.#offset += found.length;
    return found;
  }

  #point(): Point {
    return { line: this.#line, column: this.#offset - this.#lineStart + 1 };
  }
}
