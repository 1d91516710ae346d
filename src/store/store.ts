import type { Delivery, Redelivery } from "./delivery.ts";
import type { HistoryEntry, HistoryQuestion } from "./history-entry.ts";
import type { Counts, Pause, Repository, StoreNews } from "./store-state.ts";
import type { Extended, Lease, Mark, Millis, Returned, Settled } from "./work.ts";

/** A turn at something that one process at a time may do; `token` tells this turn from later ones. */
export interface Turn extends Repository {
  readonly name: string;
  readonly token: string;
}

/**
 * The work list and the history. It holds nothing that a verdict needs: whoever loses it reads
 * GitHub again, marks all that is open, and has lost but the history.
 *
 * - Times are milliseconds since 1970 and come from the caller. Nothing here looks at a clock.
 * - A call that has returned is on the disk. One that has thrown may have happened or not, and may
 *   be made again: all of them bear being repeated.
 * - All calls throw {@link StoreError}, whose message and help may be shown to an operator.
 * - Texts: repository at most 255 characters, subject, name and delivery id 512, each without NUL;
 *   `memo` and `detail` 64 KiB; at most 10,000 marks at once. Beyond that: `store-invalid`.
 */
export interface Store {
  /**
   * Journals a delivery and marks what it touches, both or neither. A delivery that is in the
   * journal already marks nothing: `known`. To be answered with 202 only once this has returned.
   */
  receive(delivery: Delivery, marks: readonly Mark[]): Promise<"new" | "known">;

  /** Marks without a delivery: sweeps, fan-out, buttons. `now` is when it came to be known. */
  mark(marks: readonly Mark[], now: Millis): Promise<void>;

  /**
   * Leases what is ready, at most `limit` (1 to 100), to whoever asks. No subject is leased twice at a
   * time. Installations take turns, the one with the fewest running first, so that none waits for
   * the backlog of another; of one installation what has been ready longest, `background` work as
   * if it had become ready a minute later. Leased work is free again at `until`, at most ten minutes ahead.
   */
  claim(request: {
    readonly now: Millis;
    readonly until: Millis;
    readonly limit: number;
  }): Promise<readonly Lease[]>;

  /**
   * Holds a lease until then; to be asked also just before each write to GitHub. `lost`: somebody
   * else may have it, write nothing more. `marked`: held, and marked again since it was claimed, so
   * that it will be looked at again in any case.
   */
  extend(lease: Lease, until: Millis): Promise<Extended>;

  /**
   * It was looked at, as of when it was claimed. What was marked since stays marked. `lost`: the lease
   * is somebody else's, and nothing of `settled` was kept.
   */
  done(lease: Lease, settled: Settled): Promise<"done" | "lost">;

  /** Gives it back, not done. */
  release(lease: Lease, returned: Returned): Promise<"released" | "lost">;

  /**
   * The earliest time at which `claim` may find something, which may lie behind; `null` with nothing
   * to wait for. Others may mark in the meantime, see `listen`; ask at least every few seconds.
   */
  nextReady(): Promise<Millis | null>;

  /** Claims nothing of this installation until then. What is leased stays so. */
  pause(pause: Pause): Promise<void>;

  /** Drops the work and the memos of an installation, or of one of its repositories; not its history. */
  forget(scope: { readonly installation: number; readonly repository?: string }): Promise<void>;

  /** What `done` left as memos of a repository's subjects. */
  memos(repository: Repository): Promise<ReadonlyMap<string, string>>;

  /** Subjects of a repository whose memos have one of these (1 to 1,000) among their `watches`. */
  watching(repository: Repository, keys: readonly string[]): Promise<readonly string[]>;

  /** Adds to the history. An entry whose `id` is there already is left as it is. */
  record(entries: readonly HistoryEntry[]): Promise<void>;

  /** Newest first. */
  history(question: HistoryQuestion): Promise<readonly HistoryEntry[]>;

  /** Those that are not in the journal, in their order: GitHub sent them and we never kept them. */
  unjournalled(deliveries: readonly string[]): Promise<readonly string[]>;

  /** Notes that these are asked for again, and tells how often that is now. */
  noteRedeliveries(deliveries: readonly string[], now: Millis): Promise<readonly Redelivery[]>;

  /** How far a sweep has come, in its own words; `null` if it never said. */
  position(sweep: string): Promise<string | null>;
  setPosition(sweep: string, position: string): Promise<void>;

  /**
   * A turn at what one process at a time may do in a repository, such as opening the issue that none
   * has opened yet; `null` while another has it. It ends by itself at `until`.
   */
  takeTurn(
    what: Repository & { readonly name: string },
    time: { readonly now: Millis; readonly until: Millis },
  ): Promise<Turn | null>;
  endTurn(turn: Turn): Promise<void>;

  /**
   * Removes what is older, at most `limit` of each kind in one go, and tells how many that were:
   * call again while it is more than none. Work is never pruned.
   */
  prune(older: {
    readonly deliveries: Millis;
    readonly history: Millis;
    readonly memos: Millis;
    readonly limit: number;
  }): Promise<number>;

  /** For metrics. Reads the whole work list, so not for every request. */
  counts(now: Millis): Promise<Counts>;

  /**
   * Copies the store into a file, as it is at one moment, while it is used.
   *
   * @returns `false` where that is left to the tools of the database.
   */
  backUp(copy: string): Promise<boolean>;

  /** Resolves when the store answers. */
  check(): Promise<void>;

  /**
   * Tells of news until the function it returns is called. `work`: something was marked, here or by
   * another process. `lost`: the store was taken away and has been opened anew, empty: leases are
   * gone, and all that is open on GitHub has to be marked.
   */
  listen(listener: (news: StoreNews) => void): () => void;

  /** Ends what was begun, then lets go of the file or the connections. */
  close(): Promise<void>;
}
