import type { Lease, Millis, Settled } from "../../store/work.ts";

/** What came of looking at a subject. */
export type Looked =
  | ({
      readonly state: "settled";
      /** Why something could not be written, where it could not. */
      readonly unsaid?: string;
    } & Omit<Settled, "now">)
  /** Not now: the installation's limits are used up until then. */
  | { readonly state: "postponed"; readonly until: Millis }
  /** The installation, or the repository, is not there for us any more. */
  | {
      readonly state: "gone";
      readonly what: { readonly installation: number; readonly repository?: string };
    };

/** The right to work on a subject, as the one who does so sees it. */
export interface Held {
  readonly lease: Lease;
  /** To be asked before each write. @throws {LeaseLost} */
  hold(): Promise<void>;
}

/** Looks at what is leased, and acts. Throws what went wrong: it will be tried again. */
export type Look = (held: Held) => Promise<Looked>;
