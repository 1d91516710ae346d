/** What the GitHub of the measurements is told to be. */
export interface Laid {
  /** Each is an installation with one repository. */
  readonly organizations: number;
  /** Open promotions of each repository. */
  readonly pulls: number;
  /** Open pull requests of each that promote nothing; none unless given. */
  readonly others?: number;
  /** Of each answer, in milliseconds. */
  readonly latency: number;
  /** Whether sweeps find the installations; else what is measured is what deliveries bring about. */
  readonly sweeps?: boolean;
}

export interface Pushed {
  readonly repository: string;
  readonly number: number;
  /** Whether its documents are complete from now on. */
  readonly ready: boolean;
}

export type Order = { readonly id: number } & (
  | ({ readonly kind: "lay" } & Laid)
  | { readonly kind: "push"; readonly pulls: readonly Pushed[] }
  /** @param anew whether counting begins again */
  | { readonly kind: "look"; readonly anew: boolean }
);

export interface SeenPull {
  readonly repository: string;
  readonly number: number;
  readonly head: string;
  readonly ready: boolean;
  readonly pushedAt: number;
  readonly comments: number;
  /** Check runs of the head, and what the first of them says. */
  readonly runs: number;
  readonly conclusion: string | null;
  readonly writtenAt: number | null;
}

/** What the service has asked since counting began. */
export interface Seen {
  reads: number;
  /** By operation. */
  readonly writes: Record<string, number>;
  /** By installation and kind, whose budgets are apart: `1 REST`, `1 GraphQL`. */
  readonly calls: Record<string, number>;
  /** By pull request: how often it was read to be judged. */
  readonly evaluations: Record<string, number>;
  /** Milliseconds from each push until its head had a check run. */
  readonly settled: number[];
  /** What it asked for and nobody has written down. */
  readonly unknown: string[];
  readonly pulls: readonly SeenPull[];
}
