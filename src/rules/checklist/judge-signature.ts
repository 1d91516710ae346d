import type { PullRequestFact } from "../../model/fact.ts";
import type { Role } from "../../model/policy.ts";
import { gateEvidenceOf } from "../approval/gate-evidence.ts";
import { type JudgedApproval, judgeApproval, type Terms } from "../approval/judge-approval.ts";
import { approvingReviews, commentsFor, standingObjections } from "../approval/statements.ts";
import type { RuleContext } from "../define-rule.ts";
import { errored, failed, pasting, pending } from "../findings.ts";
import { holdsRole, roleOf } from "../people/authority.ts";
import { isRefused } from "../reading/readiness.ts";
import type { ChecklistFinding, Scope } from "./scope.ts";

type About = Pick<ChecklistFinding, "at" | "item">;

/** Of an item that may be N/A only with the approval of the role the rule asks. */
export function judgeSignature(scope: Scope, about: About): ChecklistFinding[] {
  const { facts, context } = scope;
  const asked = context.rule.asks;
  const role = asked === null ? null : roleOf(context.roles, asked);
  if (asked === null || role === null) return [nobodyToAsk(about, asked)];
  const pull = facts.read("pull-request", {});
  if (pull === null) return [];
  const objector = standingObjections(pull).find(
    ({ author }) => holdsRole(facts, role, author) === true,
  );
  if (objector !== undefined) {
    return [
      failed({
        code: "CHECKLIST-NA-UNSIGNED",
        problem: `\`${about.item}\` is marked N/A, and \`@${objector.author}\` of \`${asked}\` requests changes`,
        remedy: `settle it with \`@${objector.author}\``,
        asks: `@${objector.author}`,
        ...about,
      }),
    ];
  }
  const verdicts = verdictsOn(scope, asked, role, pull);
  // What is not known yet may turn out to be the signature.
  if (verdicts.some((verdict) => verdict === null || verdict.state === "valid")) return [];
  return [unsigned(about, asked, pull, verdicts)];
}

function verdictsOn(
  scope: Scope,
  asked: string,
  role: Role,
  pull: PullRequestFact,
): readonly (JudgedApproval | null)[] {
  const covers = coverageOf(scope);
  const terms: Terms = { role, pull, covers, holdsFor: null };
  return [...approvingReviews(pull), ...commentsFor(pull, asked)].map((approval) =>
    judgeApproval(scope.facts, approval, terms, contextOf(scope)),
  );
}

/** What the signature vouches for: the checklist's section and its evidence, else the whole head. */
function coverageOf(scope: Scope): Terms["covers"] {
  const { document, path, file } = scope;
  const gate = gateEvidenceOf({ document, path, file }, contextOf(scope));
  return isRefused(gate) || gate.said === null ? "head" : { globs: [], gate };
}

/** The section is the one this rule reads, also where it is not the gate's. */
function contextOf({ context, options }: Scope): RuleContext {
  const heading = options.heading ?? context.gate.heading;
  return { ...context, gate: { ...context.gate, heading } };
}

function nobodyToAsk(about: About, asked: string | null): ChecklistFinding {
  return errored({
    code: "CHECKLIST-NA-UNSIGNED",
    problem:
      asked === null
        ? `\`${about.item}\` is marked N/A, which needs a signature, but the rule names no role to give it`
        : `\`${about.item}\` is marked N/A, which \`${asked}\` would have to sign, but the policy has no such role`,
    remedy: "name a role of the policy with `asks: <role>` on this rule",
    ...about,
  });
}

function unsigned(
  about: About,
  asked: string,
  pull: PullRequestFact,
  verdicts: readonly (JudgedApproval | null)[],
): ChecklistFinding {
  const changed = verdicts.find((verdict) => verdict?.state === "changed");
  const since =
    changed?.state === "changed"
      ? `; it was approved before ${changed.path === null ? "the last commit" : `\`${changed.path}\` changed`}`
      : "";
  return pending({
    code: "CHECKLIST-NA-UNSIGNED",
    problem: `\`${about.item}\` is marked N/A, which a holder of \`${asked}\` has to sign${since}`,
    ...pasting(
      `a holder of \`${asked}\` who is not the author approves the pull request or comments`,
      `/gate sign-off ${asked} ${pull.head}`,
    ),
    asks: asked,
    ...about,
  });
}
