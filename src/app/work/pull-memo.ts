import type { WatchKey } from "../watch-key.ts";

/**
 * What is remembered of a pull request, only to save work: whoever has lost it looks once too often.
 */
export interface PullMemo {
  /** Branch it would be merged into. */
  readonly base: string;
  /** `null` where no stage owns that branch. */
  readonly stage: string | null;
  /** Whether GitHub takes what was said of it for a pass. */
  readonly passes: boolean;
  /** What its verdict rests on; empty for what is no promotion. */
  readonly watches: readonly WatchKey[];
  /** Looks in a row at which something could not be read or written. */
  readonly tries?: number;
}

/** Of the shape below; another version's is read as none. */
const VERSION = 1;
/** The store takes 64 KiB; a verdict that rests on more is looked at whenever anything happens. */
const MOST_WATCHES = 500;

/** Stands for all that could be watched. */
const EVERYTHING: WatchKey = "*";

export function writeMemo({ watches, ...rest }: PullMemo): string {
  const kept = watches.length > MOST_WATCHES ? [EVERYTHING] : watches;
  return JSON.stringify({ version: VERSION, ...rest, watches: kept });
}

/** `null` for what is none of ours. */
export function readMemo(text: string): PullMemo | null {
  try {
    const { version, ...memo } = JSON.parse(text) as PullMemo & { readonly version: number };
    return version === VERSION ? memo : null;
  } catch {
    return null;
  }
}

export function isWatching({ watches }: PullMemo, key: WatchKey): boolean {
  return watches.includes(key) || watches.includes(EVERYTHING);
}
