export interface ChangedFile {
  readonly path: string;
  readonly previous: string | null;
  readonly status: "added" | "removed" | "modified" | "renamed" | "changed";
  /** The blob after the change; before it, where the file was removed. */
  readonly sha: string;
  /** Lines; 0 for a file that is not text. */
  readonly additions: number;
  readonly deletions: number;
}

/** Parts of `git diff-tree -r -z -M` with `--raw` and with `--numstat`, put together by path. */
export function changedFiles(
  raw: readonly string[],
  numbers: readonly string[],
): readonly ChangedFile[] {
  const lines = lineCounts(numbers);
  const files: ChangedFile[] = [];
  for (let index = 0; index < raw.length; ) {
    const [, , before = "", after = "", letter = ""] = fields(raw[index] ?? "");
    const isRename = letter.startsWith("R");
    const first = raw[index + 1] ?? "";
    const path = isRename ? (raw[index + 2] ?? "") : first;
    const [additions, deletions] = lines.get(path) ?? [0, 0];
    files.push({
      path,
      previous: isRename ? first : null,
      status: STATUS[letter.slice(0, 1)] ?? "changed",
      sha: letter === "D" ? before : after,
      additions,
      deletions,
    });
    index += isRename ? 3 : 2;
  }
  return files;
}

const STATUS: Readonly<Record<string, ChangedFile["status"]>> = {
  A: "added",
  D: "removed",
  M: "modified",
  R: "renamed",
  T: "changed",
};

/** `:100644 100644 <before> <after> M` */
function fields(line: string): string[] {
  return line.replace(/^:/, "").split(" ");
}

function lineCounts(parts: readonly string[]): ReadonlyMap<string, readonly [number, number]> {
  const counts = new Map<string, readonly [number, number]>();
  for (let index = 0; index < parts.length; index += 1) {
    const [added = "", deleted = "", path = ""] = (parts[index] ?? "").split("\t");
    const count = [Number(added) || 0, Number(deleted) || 0] as const;
    if (path !== "") counts.set(path, count);
    else {
      // A rename: its two names follow as parts of their own.
      counts.set(parts[index + 2] ?? "", count);
      index += 2;
    }
  }
  return counts;
}
