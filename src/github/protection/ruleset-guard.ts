import { type Fact, known, missing } from "../../model/fact.ts";
import type { BranchGuard, Bypass, RequiredContext } from "../../model/protection.ts";

/** A rule as it holds for a branch. */
export interface RuleData {
  readonly type: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly ruleset_id: number;
  readonly ruleset_source_type?: string;
}

/** A ruleset; who may bypass it is only told to those who may change it. */
export interface RulesetData {
  readonly id: number;
  readonly name: string;
  readonly source_type?: string;
  readonly enforcement: string;
  readonly bypass_actors?: readonly BypassData[];
  readonly conditions?: {
    readonly ref_name?: {
      readonly include?: readonly string[];
      readonly exclude?: readonly string[];
    };
  } | null;
  readonly rules?: readonly {
    readonly type: string;
    readonly parameters?: Readonly<Record<string, unknown>>;
  }[];
}

interface BypassData {
  readonly actor_id?: number | null;
  readonly actor_type: string;
  readonly bypass_mode?: Bypass["mode"];
}

/** What the rules of one ruleset come to for a branch. */
export function guardOf(rules: readonly RuleData[], ruleset: Fact<RulesetData>): BranchGuard {
  const [{ ruleset_id: id, ruleset_source_type: from } = NOTHING] = rules;
  const parametersOf = (type: string) => {
    const found = rules.find((rule) => rule.type === type);
    return found === undefined ? null : (found.parameters ?? {});
  };
  const review = parametersOf("pull_request");
  const checks = rules.filter(({ type }) => type === "required_status_checks");
  return {
    name: ruleset.state === "known" ? `the ruleset \`${ruleset.value.name}\`` : `the ruleset ${id}`,
    ruleset: { id, source: from === "Repository" ? "repository" : "above" },
    contexts: requiredByRules(rules),
    upToDate: checks.some((rule) => rule.parameters?.strict_required_status_checks_policy === true),
    pullRequest:
      review === null
        ? null
        : {
            approvals: Number(review.required_approving_review_count ?? 0),
            codeOwners: review.require_code_owner_review === true,
          },
    refusesForcePushes: parametersOf("non_fast_forward") !== null,
    refusesDeletion: parametersOf("deletion") !== null,
    hasMergeQueue: parametersOf("merge_queue") !== null,
    bypass: bypassOf(ruleset),
    unread: null,
  };
}

export function requiredByRules(rules: readonly RuleData[]): readonly RequiredContext[] {
  return rules.flatMap(({ type, parameters }) =>
    type === "required_status_checks" ? contextsOf(parameters) : [],
  );
}

const NOTHING: RuleData = { type: "", ruleset_id: 0 };

function contextsOf(parameters: RuleData["parameters"]): readonly RequiredContext[] {
  const list = (parameters?.required_status_checks ?? []) as readonly {
    readonly context: string;
    readonly integration_id?: number | null;
  }[];
  return list.map(({ context, integration_id = null }) => ({ context, app: integration_id }));
}

function bypassOf(ruleset: Fact<RulesetData>): Fact<readonly Bypass[]> {
  if (ruleset.state === "missing") return ruleset;
  const { bypass_actors: actors } = ruleset.value;
  if (actors === undefined) {
    return missing("forbidden", "GitHub tells it only to those who may change the ruleset");
  }
  return known(
    actors.map((one) => ({ who: nameOf(one), mode: one.bypass_mode ?? ("always" as const) })),
  );
}

/** GitHub's own numbers for the roles it ships. */
const ROLES: Readonly<Record<number, string>> = { 2: "maintain", 4: "write", 5: "admin" };

function nameOf({ actor_type: type, actor_id: id = null }: BypassData): string {
  switch (type) {
    case "RepositoryRole": {
      const role = ROLES[id ?? 0];
      return role === undefined ? `whoever has the role ${id}` : `whoever has the role \`${role}\``;
    }
    case "OrganizationAdmin":
      return "owners of the organization";
    case "DeployKey":
      return "deploy keys";
    case "Integration":
      return `the app ${id}`;
    default:
      return `the ${type.toLowerCase()} ${id}`;
  }
}
