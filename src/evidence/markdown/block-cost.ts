import { markerLength } from "./line-lead.ts";

/** In the stack of open blocks; lists are the columns their content is indented by. */
const QUOTE = -1;

const UNDERLINE = /^(?:=+|-+)[ \t]*$/;
/** What ends a paragraph without a blank line before it, and so continues none lazily. */
const INTERRUPTS =
  /^(?:#{1,6}(?:[ \t]|$)|```|~~~|<[!?/a-z]|(?:-[ \t]*){3}|(?:\*[ \t]*){3}|(?:_[ \t]*){3})/i;

/**
 * Estimates what the block structure of a text costs the parser, line by line, in steps of some
 * 0.25 microseconds. Whenever a line leaves a list or quote, or turns a paragraph into a heading,
 * the parser copies all it has read so far; a line that lazily continues a quote or list makes it
 * look back over the paragraph. So short lines that open and close lists cost the square of their
 * number, which no text written by people comes near.
 */
export class BlockCost {
  steps = 0;
  /** Roughly what the parser holds by now. */
  #held = 0;
  /** Open quotes and lists. A guess: inside code there are none. */
  #stack: number[] = [];
  #lazyLines = 0;
  /** Lines with a `|` since the last blank line. */
  #pipeLines = 0;
  /** A blank line, or nothing, lies before this one. */
  #isApart = true;
  #line = "";
  #index = 0;
  #column = 0;
  #spaces = 0;

  add(line: string): void {
    this.#begin(line);
    const matched = this.#matched();
    const opened = this.#opened();
    const rest = line.slice(this.#index);
    const closed = this.#stack.length - matched;
    this.#held += 1 + matched + opened.length;
    this.steps += 160 + 600 * opened.length + 10 * this.#stack.length;
    if (line.includes("|")) {
      // Each may be the head of a table, which only the lines around it tell.
      this.#pipeLines += 1;
      this.steps += 300 + this.#pipeLines / 8;
    }
    if (rest === "" && opened.length === 0) {
      this.#blank(matched);
      return;
    }
    if (!this.#isApart && UNDERLINE.test(rest)) this.steps += this.#held;
    const isLazy = closed > 0 && opened.length === 0 && !this.#isApart && !INTERRUPTS.test(rest);
    this.#isApart = false;
    this.#lazyLines = isLazy ? this.#lazyLines + 1 : 0;
    this.steps += this.#lazyLines / 2;
    if (isLazy) return;
    if (closed > 0 && !this.#isSibling(matched, opened)) this.#close(closed);
    this.#stack.length = matched;
    this.#stack.push(...opened);
  }

  #begin(line: string): void {
    this.#line = line;
    this.#index = 0;
    this.#column = 0;
    this.#spaces = 0;
    this.#skipSpaces();
  }

  /** How many of the open blocks the line continues. */
  #matched(): number {
    for (const [depth, block] of this.#stack.entries()) {
      if (block === QUOTE) {
        if (!this.#takeQuote()) return depth;
      } else if (this.#spaces >= block) this.#spaces -= block;
      else return depth;
    }
    return this.#stack.length;
  }

  #opened(): number[] {
    const opened: number[] = [];
    while (this.#spaces < 4) {
      if (this.#takeQuote()) opened.push(QUOTE);
      else {
        const length = markerLength(this.#line, this.#index);
        if (length === 0) break;
        const before = this.#spaces;
        this.#take(length);
        const behind = this.#spaces === 0 || this.#spaces > 4 ? 1 : this.#spaces;
        this.#spaces = Math.max(0, this.#spaces - behind);
        opened.push(before + length + behind);
      }
    }
    return opened;
  }

  /** Lists stay open over a blank line, quotes do not. */
  #blank(matched: number): void {
    this.#isApart = true;
    this.#lazyLines = 0;
    this.#pipeLines = 0;
    const first = this.#stack.indexOf(QUOTE, matched);
    if (first === -1) return;
    this.#close(this.#stack.length - first);
    this.#stack.length = first;
  }

  /** The next item of the innermost list ends nothing but its neighbour. */
  #isSibling(matched: number, [first]: readonly number[]): boolean {
    const isInnermost = matched === this.#stack.length - 1 && this.#stack[matched] !== QUOTE;
    return isInnermost && first !== undefined && first !== QUOTE;
  }

  #close(blocks: number): void {
    this.steps += this.#held * (1 + blocks / 8);
  }

  #takeQuote(): boolean {
    if (this.#spaces > 3 || this.#line[this.#index] !== ">") return false;
    this.#take(1);
    if (this.#spaces > 0) this.#spaces -= 1;
    return true;
  }

  #take(length: number): void {
    this.#index += length;
    this.#column += length;
    this.#spaces = 0;
    this.#skipSpaces();
  }

  #skipSpaces(): void {
    for (; this.#index < this.#line.length; this.#index += 1) {
      const character = this.#line[this.#index];
      if (character !== " " && character !== "\t") break;
      const step = character === "\t" ? 4 - (this.#column % 4) : 1;
      this.#column += step;
      this.#spaces += step;
    }
  }
}
