import type { Point } from "../../model/place.ts";

/** Thrown while a document is read, where reading on would cost more than any document is worth. */
export class TooDeepError extends Error {
  override readonly name = "TooDeepError";
  readonly at: Point;

  constructor(at: Point, problem: string) {
    super(problem);
    this.at = at;
  }
}
