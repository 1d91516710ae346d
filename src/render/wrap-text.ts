/**
 * Breaks text between words. A word longer than the line stays whole: paths are there to be copied.
 * A short word does not stand on the last line by itself.
 */
export function wrapText(text: string, width: number): readonly string[] {
  return withoutOrphan(wrapped(text, width), width);
}

/** A word of this many columns or more makes a line that is seen. */
const ORPHAN = 12;

function withoutOrphan(lines: readonly string[], width: number): readonly string[] {
  const [before, last] = lines.slice(-2);
  if (before === undefined || last === undefined || last.includes(" ")) return lines;
  const words = before.split(" ");
  const end = `${words.at(-1)} ${last}`;
  // Two words stay above, or there would be another orphan.
  if (widthOf(last) >= ORPHAN || words.length < 3 || widthOf(end) > width) return lines;
  return [...lines.slice(0, -2), words.slice(0, -1).join(" "), end];
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ")) {
    const needed = widthOf(word);
    if (line !== "" && used + 1 + needed > width) {
      lines.push(line);
      line = "";
      used = 0;
    }
    used += needed + (line === "" ? 0 : 1);
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** East Asian wide characters and pictures take two columns, combining marks none. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}\u{20000}-\u{3fffd}]/u;
const COMBINING = /\p{M}/u;

export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (!COMBINING.test(character)) width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

export function padTo(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}
