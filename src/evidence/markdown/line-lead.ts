const TAB = 9;
const SPACE = 32;
const QUOTE = 62;

/** A list marker or a footnote's label, at a place in a line. */
const LIST_MARKER = /(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)|\[\^[^\s[\]]{1,999}\]:/y;

/** What stands before the text of a line. */
export interface LineLead {
  /** Quote and list markers and footnote labels. */
  readonly markers: number;
  /** Columns of white space before and between them, without the one behind each marker. */
  readonly indent: number;
}

/** Reads whatever may open or continue blocks at the start of a line, in any order. Linear. */
export function leadOf(line: string): LineLead {
  let markers = 0;
  let indent = 0;
  let column = 0;
  let isBehindMarker = false;
  for (let index = 0; index < line.length; ) {
    const code = line.charCodeAt(index);
    if (code === SPACE || code === TAB) {
      const step = code === TAB ? 4 - (column % 4) : 1;
      indent += isBehindMarker ? step - 1 : step;
      column += step;
      index += 1;
      isBehindMarker = false;
      continue;
    }
    const length = code === QUOTE ? 1 : markerLength(line, index);
    if (length === 0) break;
    markers += 1;
    column += length;
    index += length;
    isBehindMarker = true;
  }
  return { markers, indent };
}

export function markerLength(line: string, index: number): number {
  LIST_MARKER.lastIndex = index;
  return LIST_MARKER.exec(line)?.[0].length ?? 0;
}
