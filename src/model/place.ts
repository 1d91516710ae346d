/** A spot in a text. Lines and columns start at 1; columns count UTF-16 units. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

/** A spot in a file of the repository. `file` is relative to its root, with forward slashes. */
export interface Place extends Point {
  readonly file: string;
}

export function placeIn(file: string, point: Point): Place {
  return { file, line: point.line, column: point.column };
}
