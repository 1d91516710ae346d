import type { Condition } from "./condition.ts";
import type { Problem } from "./finding.ts";
import type { IsoDate } from "./iso-date.ts";
import type { Mode, Severity } from "./outcome.ts";
import type { Place } from "./place.ts";
import type { FieldValue } from "./service.ts";

/**
 * A policy after packs, organization file and repository file were merged and found free of
 * problems. Keys are spelled as in YAML, so that documents, messages and code use one name.
 */
export interface Policy {
  readonly mode: Mode;
  readonly blocked_as: "failure" | "pending";
  /** Advisory before it, enforce from it. Where present it decides instead of `mode`. */
  readonly enforce_from: IsoDate | null;
  /** In order of promotion. */
  readonly stages: readonly Stage[];
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly services: Services | null;
  readonly gates: readonly Gate[];
  readonly roles: Readonly<Record<string, Role>>;
  readonly waivers: { readonly approvers: readonly string[]; readonly max_days: number };
  readonly policy_owners: readonly string[];
  readonly issues: {
    readonly open: boolean;
    readonly max_per_run: number;
    readonly labels: readonly string[];
    readonly assign: boolean;
  };
  readonly comment: "always" | "when-gates-apply" | "on-failure" | "never";
  readonly freeze: readonly Freeze[];
  readonly break_glass: {
    readonly roles: readonly string[];
    readonly approvals: number;
    readonly review_within: string;
  } | null;
  /** Gates the organization has exempted this repository from, expired ones included. */
  readonly exemptions?: readonly Exemption[];
}

/** Until its last day is over (UTC), the gates do not apply to this repository. */
export interface Exemption {
  readonly gates: readonly string[];
  readonly reason: string;
  /** Inclusive. */
  readonly until: IsoDate;
  readonly at: Place;
}

export interface Stage {
  readonly id: string;
  readonly branches: readonly string[];
  readonly paths: readonly string[] | null;
  /** Environments of GitHub, in whatever case; left out: the one called as the stage. */
  readonly environments?: readonly string[];
  /** Gate ids; `null` for all gates. */
  readonly gates: readonly string[] | null;
  /** Whether the gates of the stages before it are required too. */
  readonly cumulative: boolean;
  readonly at: Place;
}

export interface Services {
  /** A glob of folders; each is a service named after it. */
  readonly from: string | null;
  readonly readiness: string | null;
  readonly override: Readonly<Record<string, ServiceOverride>>;
  readonly ungoverned: readonly string[];
}

export interface ServiceOverride {
  /** For a service that `from` does not find. */
  readonly path: string | null;
  readonly readiness: string | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly gates: readonly string[] | null;
}

export interface Gate {
  readonly id: string;
  readonly title: string;
  readonly heading: string | null;
  readonly require: "all" | "any" | { readonly at_least: number };
  readonly depends_on: readonly string[];
  /** Globs; the gate applies only when a changed path matches. */
  readonly changed: readonly string[] | null;
  readonly when: Condition | null;
  readonly enforce_from: IsoDate | null;
  readonly rules: readonly Rule[];
  /** The organization's: no baseline softens it. */
  readonly locked?: boolean;
  readonly at: Place;
}

export interface Rule {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly severity: Severity;
  readonly when: Condition | null;
  readonly enforce_from: IsoDate | null;
  /** Milliseconds. */
  readonly max_age: number | null;
  /** Own words on failure, shown before the rule's own remedy. */
  readonly remedy: string | null;
  readonly asks: string | null;
  readonly waivable: boolean;
  readonly issue: "owner" | "runbook" | "none";
  readonly controls: readonly string[];
  /** What the type's own schema made of the other settings. */
  readonly options: unknown;
  /** The organization's, by itself or with its gate. */
  readonly locked?: boolean;
  readonly at: Place;
}

export interface Role {
  readonly users: readonly string[];
  /** `org/team` */
  readonly teams: readonly string[];
  readonly permission: "write" | "maintain" | "admin" | null;
}

export interface Freeze {
  readonly from: IsoDate;
  /** Inclusive. */
  readonly to: IsoDate;
  readonly reason: string;
}

/** What may pass in spite of a finding. */
export interface Waived {
  readonly gate: string;
  readonly rule: string | null;
  readonly service: string | null;
  /** Finding codes it covers; `null` for all. */
  readonly codes: readonly string[] | null;
  readonly reason: string;
  /** Its last day, inclusive (UTC). */
  readonly until: IsoDate;
}

/** An entry of `waivers.yml`. */
export interface Waiver extends Waived {
  /** Number of the merged pull request that approved it. */
  readonly approved_in: number;
  readonly at: Place;
}

/** Which file gave each value of the merged policy, by path such as `gates.data.rules.audit.max_age`. */
export type Provenance = ReadonlyMap<string, Place>;

/** A remark on a policy that is valid all the same, such as a condition that never holds. */
export type PolicyNote = Pick<Problem, "code" | "message" | "at" | "help">;

export type LoadedPolicy =
  | {
      readonly state: "valid";
      readonly policy: Policy;
      readonly provenance: Provenance;
      readonly notes: readonly PolicyNote[];
    }
  | { readonly state: "invalid"; readonly problems: readonly Problem[] };
