import type { LocatedEntry, LocatedValue } from "../model/document.ts";
import type { Point } from "../model/place.ts";

export interface JsonProblem {
  readonly code: "json-syntax" | "json-duplicate-key" | "json-too-deep";
  readonly message: string;
  readonly at: Point;
  readonly related: { readonly message: string; readonly at: Point } | null;
}

export type LocatedJson =
  | { readonly state: "parsed"; readonly root: LocatedValue }
  | { readonly state: "malformed"; readonly problems: readonly JsonProblem[] };

const DEEPEST = 100;

/**
 * Reads JSON (RFC 8259, nothing more) with the place of each value. `JSON.parse` would say neither
 * where an error is nor that a key stands twice. Objects become `Map`s, so that no key can reach a
 * prototype. A byte order mark is skipped. Never throws.
 */
export function parseLocatedJson(text: string): LocatedJson {
  const reader = new JsonReader(text);
  try {
    const root = reader.document();
    if (reader.duplicates.length === 0) return { state: "parsed", root };
    return { state: "malformed", problems: reader.duplicates };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const { code, message, at } = error;
    return { state: "malformed", problems: [{ code, message, at, related: null }] };
  }
}

class JsonError extends Error {
  readonly code: JsonProblem["code"];
  readonly at: Point;

  constructor(code: JsonProblem["code"], message: string, at: Point) {
    super(message);
    this.code = code;
    this.at = at;
  }
}

const SPACE = /[\t\n\r ]*/y;
const LINE_END = /\r\n|\n|\r/g;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
/** What ends a text or makes the next character part of it. */
const QUOTE_OR_ESCAPE = /["\\]/g;
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

class JsonReader {
  readonly duplicates: JsonProblem[] = [];
  readonly #text: string;
  #offset: number;
  /** Start of the line that `#offset` lies on; the byte order mark takes no column. */
  #lineStart: number;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
    this.#offset = text.startsWith("\uFEFF") ? 1 : 0;
    this.#lineStart = this.#offset;
  }

  document(): LocatedValue {
    this.#skipSpace();
    const root = this.#value(1);
    this.#skipSpace();
    if (this.#offset < this.#text.length) throw this.#unexpected("nothing more");
    return root;
  }

  #value(depth: number): LocatedValue {
    const at = this.#point();
    if (depth > DEEPEST) {
      throw new JsonError("json-too-deep", `it nests deeper than ${DEEPEST} levels`, at);
    }
    const next = this.#text[this.#offset];
    if (next === "{") return { at, value: this.#members(depth) };
    if (next === "[") return { at, value: this.#elements(depth) };
    if (next === '"') return { at, value: this.#string() };
    for (const [word, value] of WORDS) {
      if (!this.#text.startsWith(word, this.#offset)) continue;
      this.#offset += word.length;
      return { at, value };
    }
    const digits = this.#match(NUMBER);
    if (digits === null) throw this.#unexpected("a value");
    return { at, value: Number(digits) };
  }

  #members(depth: number): ReadonlyMap<string, LocatedEntry> {
    const members = new Map<string, LocatedEntry>();
    this.#list("}", () => {
      const keyAt = this.#point();
      if (this.#text[this.#offset] !== '"') throw this.#unexpected("a key in double quotes");
      const key = this.#string();
      this.#skipSpace();
      this.#take(":", "`:`");
      this.#skipSpace();
      const entry = { keyAt, node: this.#value(depth + 1) };
      const first = members.get(key);
      if (first === undefined) members.set(key, entry);
      else {
        this.duplicates.push({
          code: "json-duplicate-key",
          message: `the key \`${key}\` stands twice`,
          at: keyAt,
          related: { message: "first used here", at: first.keyAt },
        });
      }
    });
    return members;
  }

  #elements(depth: number): readonly LocatedValue[] {
    const elements: LocatedValue[] = [];
    this.#list("]", () => elements.push(this.#value(depth + 1)));
    return elements;
  }

  /** From the opening to the closing bracket; `one` reads what stands between two commas. */
  #list(end: "}" | "]", one: () => void): void {
    this.#offset += 1;
    this.#skipSpace();
    if (this.#text[this.#offset] === end) {
      this.#offset += 1;
      return;
    }
    for (;;) {
      one();
      this.#skipSpace();
      if (this.#text[this.#offset] === end) break;
      this.#take(",", `\`,\` or \`${end}\``);
      this.#skipSpace();
    }
    this.#offset += 1;
  }

  #string(): string {
    let end = this.#offset + 1;
    for (;;) {
      QUOTE_OR_ESCAPE.lastIndex = end;
      const found = QUOTE_OR_ESCAPE.exec(this.#text);
      if (found === null) throw this.#badString();
      end = found.index + (found[0] === "\\" ? 2 : 1);
      if (found[0] === '"') break;
    }
    try {
      const text: unknown = JSON.parse(this.#text.slice(this.#offset, end));
      this.#offset = end;
      return String(text);
    } catch {
      throw this.#badString();
    }
  }

  #badString(): JsonError {
    const problem = "the text that begins here has no end on its line, or an unknown escape";
    return new JsonError("json-syntax", problem, this.#point());
  }

  #take(sign: string, expected: string): void {
    if (this.#text[this.#offset] !== sign) throw this.#unexpected(expected);
    this.#offset += 1;
  }

  #skipSpace(): void {
    const from = this.#offset;
    const space = this.#match(SPACE) ?? "";
    for (const { index, 0: end } of space.matchAll(LINE_END)) {
      this.#line += 1;
      this.#lineStart = from + index + end.length;
    }
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#offset;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) return null;
    this.#offset += found.length;
    return found;
  }

  #unexpected(expected: string): JsonError {
    const [found = null] = this.#text.slice(this.#offset, this.#offset + 2);
    const what = found === null ? "the file ends" : `there is \`${found}\``;
    return new JsonError("json-syntax", `${what} where ${expected} should stand`, this.#point());
  }

  #point(): Point {
    return { line: this.#line, column: this.#offset - this.#lineStart + 1 };
  }
}
