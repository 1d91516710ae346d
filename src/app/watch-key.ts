/** Something on GitHub that verdicts rest on, by a name of ours: `issue/12`, `head/<sha>`. */
export type WatchKey = string;

export function watchKey(what: "issue" | "head", which: string): WatchKey {
  return `${what}/${which}`;
}
