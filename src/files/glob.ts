import picomatch from "picomatch";
import { type Fact, known, missing } from "../model/fact.ts";

export interface Glob {
  matches(path: string): boolean;
  /** Whether anything below the folder, or the folder itself, could match. */
  reaches(folder: string): boolean;
}

/** A segment with more stars takes time that grows with as high a power of a name's length. */
const MOST_STARS = 3;

/** Case-sensitive, names that begin with a dot included, forward slashes on every platform. */
export function globOf(pattern: string): Fact<Glob> {
  const stars = pattern
    .split("/")
    .map((segment) => segment.replaceAll("**", "*").split("*").length - 1);
  if (Math.max(...stars) > MOST_STARS) {
    return missing("too-large", `\`${pattern}\` has more than ${MOST_STARS} stars in one name`);
  }
  if (pattern === "") return known({ matches: () => false, reaches: () => false });
  try {
    // `s`: names may hold line breaks, and `**` is to match those too.
    const matches = picomatch(pattern, { dot: true, windows: false, flags: "s" });
    const { base, negated } = picomatch.scan(pattern);
    const fixed = negated ? "" : base;
    return known({
      matches: (path) => matches(path),
      reaches: (folder) =>
        fixed === "" ||
        folder === "" ||
        fixed === folder ||
        fixed.startsWith(`${folder}/`) ||
        folder.startsWith(`${fixed}/`),
    });
  } catch {
    return missing("too-large", "the pattern is longer than a pattern can be");
  }
}
