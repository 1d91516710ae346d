import type { FactAnswer, FileFact, FileVersion } from "../model/fact.ts";
import type { FactSource } from "../model/ports.ts";
import { DAY } from "../time/date.ts";

/** A file that was changed so lately is being worked on. */
const LONG = 14 * DAY;

/**
 * Since when each of the files is as it is, where that is long ago. Read in one batch; what git
 * cannot tell, or what is not committed as it lies there, is left out.
 */
export async function unchangedSince(
  files: readonly string[],
  source: FactSource,
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const paths = [...new Set(files)];
  const revision = "evidence" as const;
  const facts = await source.read([
    ...paths.map((path) => ({ kind: "history" as const, path, revision })),
    ...paths.map((path) => ({ kind: "file" as const, path, revision })),
  ]);
  const known = (index: number): FactAnswer | null => {
    const fact = facts[index];
    return fact?.state === "known" ? fact.value : null;
  };
  const since = new Map<string, number>();
  for (const [index, path] of paths.entries()) {
    // Sound: answers come in the order of their requests.
    const [newest] = (known(index) ?? []) as readonly FileVersion[];
    const file = known(paths.length + index) as FileFact | null;
    if (newest === undefined || !isSame(newest.content, file)) continue;
    if (newest.at + LONG <= now) since.set(path, newest.at);
  }
  return since;
}

function isSame(committed: FileFact, there: FileFact | null): boolean {
  if (committed.state !== "file" || there?.state !== "file") return false;
  return committed.file.blob === there.file.blob;
}
