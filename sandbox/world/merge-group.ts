/** Pull requests that a merge queue has merged on top of each other, to be checked together. */
export interface MergeGroup {
  readonly id: number;
  /** Branch that they go into. */
  readonly base: string;
  /** What they were merged onto: the tip of the base, or the head of the group before. */
  readonly baseSha: string;
  /** Branch it is kept under, without `refs/heads/`. */
  readonly branch: string;
  readonly headSha: string;
  readonly entries: readonly MergeGroupEntry[];
  readonly created: number;
}

export interface MergeGroupEntry {
  readonly id: number;
  readonly pull: number;
  /** Login of who queued it. */
  readonly by: string;
  /** Commit with it and all before it. */
  readonly sha: string;
}
