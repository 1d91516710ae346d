import type { Point } from "../model/place.ts";
import type { GateDraft } from "./policy-draft.ts";

/** Text to put into a document; nothing is ever taken out. */
export interface Insertion {
  /** In UTF-16 units from the start of the text, a byte order mark included. */
  readonly offset: number;
  readonly text: string;
}

/** Something of the document that the policy does not ask for, or not as its author meant it. */
export interface Remark {
  readonly at: Point;
  /** One sentence without its full stop: what was found, and why it could not be mapped. */
  readonly problem: string;
  readonly help: string;
}

export interface ImportPlan {
  readonly insertions: readonly Insertion[];
  /** The document with the insertions. */
  readonly text: string;
  readonly gates: readonly GateDraft[];
  readonly remarks: readonly Remark[];
  readonly counts: {
    readonly items: number;
    readonly rows: number;
    readonly questions: number;
  };
}

/** Why nothing of the document can be imported. */
export interface ImportRefusal {
  readonly code: string;
  readonly problem: string;
  readonly help: string;
  readonly at: Point;
}

export type Planned =
  | { readonly state: "planned"; readonly plan: ImportPlan }
  | { readonly state: "refused"; readonly refusal: ImportRefusal };
