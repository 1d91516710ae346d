import type { Finding } from "../../model/finding.ts";
import type { Place } from "../../model/place.ts";
import type { CommonCode } from "../common-codes.ts";
import type { OwnersCode } from "./codes.ts";

export type OwnersFinding = Finding<OwnersCode | CommonCode>;

export interface OwnerCell {
  readonly text: string;
  readonly at: Place;
}

/** Who holds a role, wherever that is written. A cell that is not there is `null`. */
export interface OwnerRow {
  readonly role: string;
  readonly at: Place;
  readonly owner: OwnerCell | null;
  readonly backup: OwnerCell | null;
  readonly escalation: OwnerCell | null;
}

export interface OwnerRows {
  readonly rows: readonly OwnerRow[];
  /** Where a missing role belongs. */
  readonly home: Place;
  /** What to paste there for a role, with a placeholder for its owner. */
  readonly line: (role: string) => string;
  /** Remarks on the source itself. */
  readonly remarks: readonly OwnersFinding[];
}
