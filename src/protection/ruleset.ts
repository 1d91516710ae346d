import { contextOf } from "../model/context.ts";
import type { Stage } from "../model/policy.ts";
import { refPatterns } from "./ref-patterns.ts";

/** A ruleset as GitHub takes it, with the keys it is created from. */
export interface Ruleset {
  readonly name: string;
  readonly target: "branch";
  readonly enforcement: string;
  /** Left out where GitHub does not show them: then it leaves them as they are. */
  readonly bypass_actors?: readonly unknown[];
  readonly conditions: {
    readonly ref_name: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  };
  readonly rules: readonly RulesetRule[];
}

export interface RulesetRule {
  readonly type: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** What a stage's branches need so that nothing gets in without its verdict. */
export function rulesetForStage({ id, branches }: Stage, app: number): Ruleset {
  return {
    name: contextOf(id),
    ...guarding(refPatterns(branches)),
    rules: [
      ...KEPT,
      pullRequest({ approvals: 0, codeOwners: false }),
      {
        type: "required_status_checks",
        parameters: {
          // Promotions from a branch that is never merged back could never be up to date; the
          // workflow has what is open judged again when the branch moves.
          strict_required_status_checks_policy: false,
          do_not_enforce_on_create: false,
          required_status_checks: [{ context: contextOf(id), integration_id: app }],
        },
      },
    ],
  };
}

/** What the default branch needs so that nobody changes the policy alone. */
export function rulesetForPolicy(): Ruleset {
  return {
    name: contextOf("policy"),
    ...guarding(["~DEFAULT_BRANCH"]),
    rules: [...KEPT, pullRequest({ approvals: 1, codeOwners: true })],
  };
}

function guarding(include: readonly string[]) {
  return {
    target: "branch",
    enforcement: "active",
    bypass_actors: [],
    conditions: { ref_name: { include, exclude: [] } },
  } as const;
}

const KEPT: readonly RulesetRule[] = [{ type: "deletion" }, { type: "non_fast_forward" }];

function pullRequest(asks: {
  readonly approvals: number;
  readonly codeOwners: boolean;
}): RulesetRule {
  return {
    type: "pull_request",
    parameters: {
      required_approving_review_count: asks.approvals,
      dismiss_stale_reviews_on_push: asks.codeOwners,
      require_code_owner_review: asks.codeOwners,
      require_last_push_approval: false,
      required_review_thread_resolution: false,
    },
  };
}
