import type { Settled } from "../../store/work.ts";
import { EVERYTHING, type WatchKey } from "../watch-key.ts";

/**
 * What is remembered of a pull request, only to save work: whoever has lost it looks once too often.
 */
export interface PullMemo {
  /** Whether GitHub takes what was said of it for a pass. */
  readonly passes: boolean;
  /** Looks in a row at which something could not be read or written. */
  readonly tries?: number;
  /** Commit on which a pass may stand. */
  readonly green?: string;
  /** Whether it changes the policy, and waits for those who own that. */
  readonly policy?: boolean;
}

/** Of the shape above; another version's is read as none. */
const VERSION = 2;
/** A verdict that rests on more is looked at whenever anything happens. */
const MOST_WATCHES = 500;

/** @param watches what its verdict rests on; empty for what is no promotion */
export function remembering(
  memo: PullMemo,
  watches: readonly WatchKey[],
): Pick<Settled, "memo" | "watches"> {
  return {
    memo: memoText(memo),
    watches: watches.length > MOST_WATCHES ? [EVERYTHING] : watches,
  };
}

export function memoText(memo: PullMemo): string {
  return JSON.stringify({ version: VERSION, ...memo });
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
