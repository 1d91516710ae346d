/** Markers at the start of a line that may open or continue blocks, and the indentation among them. */
export interface Lead {
  readonly quotes: number;
  /** List markers and footnote labels. */
  readonly lists: number;
  /** Columns of white space before and between them. */
  readonly indent: number;
  /** Columns before the first list marker, or before the text where there is none. */
  readonly column: number;
  readonly isBlank: boolean;
}

const TAB = 9;
const SPACE = 32;
const QUOTE = 62;
const LIST = /(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)|\[\^[^\s[\]]{1,999}\]:/y;

/** Reads the lead of a line. Linear: it looks at each character once. */
export function leadOf(line: string): Lead {
  let quotes = 0;
  let lists = 0;
  let indent = 0;
  let width = 0;
  let column = -1;
  let index = 0;
  for (; index < line.length; ) {
    const code = line.charCodeAt(index);
    if (code === SPACE || code === TAB) {
      const step = code === TAB ? 4 - (width % 4) : 1;
      indent += step;
      width += step;
      index += 1;
    } else if (code === QUOTE) {
      quotes += 1;
      width += 1;
      index += 1;
    } else {
      LIST.lastIndex = index;
      const marker = LIST.exec(line)?.[0];
      if (marker === undefined) break;
      if (column === -1) column = width;
      lists += 1;
      width += marker.length;
      index += marker.length;
    }
  }
  return {
    quotes,
    lists,
    indent,
    column: column === -1 ? width : column,
    isBlank: index >= line.length && lists === 0,
  };
}

const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const FENCE = /^ {0,3}(?:```|~~~)/;

/**
 * Estimates what the block structure of a text costs the parser, line by line, in steps of some
 * 0.25 microseconds. Whenever a line leaves a list or quote, or turns a paragraph into a heading,
 * the parser copies all it has read so far; a line that lazily continues a quote or list makes it
 * look back over the paragraph. So short lines that open and close lists cost the square of their
 * number, which no text written by people comes near.
 */
export class BlockCost {
  #steps = 0;
  /** Roughly what the parser holds by now. */
  #held = 0;
  #lazy = 0;
  #previous: Lead | null = null;
  /** A blank line lies between the previous line and this one. */
  #isApart = false;

  get steps(): number {
    return this.#steps;
  }

  add(line: string, lead: Lead): void {
    const depth = lead.quotes + lead.lists;
    this.#held += 1 + depth;
    this.#steps += 100 + 300 * lead.lists;
    if (line.includes("|")) this.#steps += 300;
    if (lead.isBlank && lead.quotes === 0) {
      this.#isApart = true;
      this.#lazy = 0;
      return;
    }
    const previous = this.#previous;
    const isPlain = depth === 0 && lead.indent < 2;
    if (previous !== null && !this.#isApart && isPlain) this.#continue(line);
    else {
      this.#lazy = 0;
      if (previous !== null && this.#leaves(previous, lead)) this.#copy(previous);
    }
    if (isPlain && !this.#isApart && this.#lazy > 0) return;
    this.#previous = lead;
    this.#isApart = false;
  }

  #continue(line: string): void {
    if (UNDERLINE.test(line)) this.#steps += this.#held;
    if (FENCE.test(line)) this.#lazy = 0;
    this.#lazy += 1;
    this.#steps += Math.ceil(this.#lazy / 2);
  }

  /** Whether blocks of the previous line end here. A sibling item ends none but its neighbour. */
  #leaves(previous: Lead, lead: Lead): boolean {
    const before = previous.quotes + previous.lists;
    if (before === 0) return false;
    if (lead.quotes < previous.quotes || (previous.quotes > 0 && this.#isApart)) return true;
    return previous.lists > 1 || lead.column < previous.column || lead.lists === 0;
  }

  #copy(previous: Lead): void {
    this.#steps += this.#held * (1 + (previous.quotes + previous.lists) / 8);
  }
}
