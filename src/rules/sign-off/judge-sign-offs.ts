import type { FactKind, PullRequestFact } from "../../model/fact.ts";
import type { Finding } from "../../model/finding.ts";
import type { Role } from "../../model/policy.ts";
import type { FactReader } from "../../model/ports.ts";
import { fillInGlob } from "../../text/fill-in-glob.ts";
import { parseDuration } from "../../time/duration.ts";
import { coveredBy, coveredFiles } from "../approval/coverage.ts";
import { type GateEvidence, readGateEvidence } from "../approval/gate-evidence.ts";
import { type JudgedApproval, judgeApproval, type Terms } from "../approval/judge-approval.ts";
import {
  type Approval,
  approvingReviews,
  commentsFor,
  standingObjections,
} from "../approval/statements.ts";
import type { CommonCode } from "../common-codes.ts";
import type { RuleContext } from "../define-rule.ts";
import { holdsRole, roleOf } from "../people/authority.ts";
import { isRefused } from "../reading/readiness.ts";
import { assignPeople } from "./assign-people.ts";
import { listStrangers } from "./list-strangers.ts";
import { askedRole, type SignOffOptions } from "./options.ts";
import {
  changesRequested,
  coversNothing,
  notSigned,
  type SignOffFinding,
  samePerson,
  unknownRole,
  unusedGlob,
} from "./role-findings.ts";

export type SignOffKinds = Extract<
  FactKind,
  "pull-request" | "account" | "team" | "file" | "files"
>;

/** A role that has to sign, and by which terms. */
interface Ask extends Terms {
  readonly id: string;
}

export function judgeSignOffs(
  facts: FactReader<SignOffKinds>,
  options: SignOffOptions,
  context: RuleContext,
): readonly (SignOffFinding | Finding<CommonCode>)[] {
  const wanted = options.roles.map((entry) => {
    const own = typeof entry === "string" ? undefined : entry.covers;
    const globs = (own ?? options.covers)?.map((glob) => fillInGlob(glob, context.service)) ?? null;
    return { id: askedRole(entry), globs };
  });
  const pull = facts.read("pull-request", {});
  const byContent = options.valid_while === "evidence-unchanged";
  const covering = byContent ? wanted.flatMap(({ globs }) => globs ?? []) : [];
  coveredFiles(facts, { globs: covering, gate: null }, "evidence");
  const needsGate = byContent && wanted.some(({ globs }) => globs !== null);
  const gate = needsGate ? readGateEvidence(facts, context) : NO_GATE;
  if (gate === null || pull === null) return [];
  if (isRefused(gate)) return gate.findings;

  const findings: SignOffFinding[] = [];
  const asks: Ask[] = [];
  for (const { id, globs } of wanted) {
    const role = roleOf(context.roles, id);
    if (role === null) {
      findings.push(unknownRole(id));
      continue;
    }
    const terms = termsOf(role, pull, globs, gate, options, context);
    const empty = findEmptyCoverage(facts, id, terms);
    findings.push(...empty);
    if (!empty.some(({ outcome }) => outcome === "errored")) asks.push({ id, ...terms });
  }
  return [
    ...findings,
    ...judgeAsks(facts, asks, options, context),
    ...listStrangers(facts, pull, asks, options.via),
  ];
}

/** Of rules that cover none: never looked at. */
const NO_GATE: GateEvidence = { path: "", blob: "", said: null, linked: [] };

function termsOf(
  role: Role,
  pull: PullRequestFact,
  globs: readonly string[] | null,
  gate: GateEvidence,
  { valid_while }: SignOffOptions,
  { maxAge }: RuleContext,
): Terms {
  const lasts = parseDuration(valid_while);
  const limits = [lasts, maxAge].filter((limit) => limit !== null);
  const holdsFor = limits.length === 0 ? null : Math.min(...limits);
  if (lasts !== null) return { role, pull, covers: "any", holdsFor };
  const isWhole = globs === null || valid_while === "head-unchanged";
  return { role, pull, covers: isWhole ? "head" : { globs, gate }, holdsFor };
}

function findEmptyCoverage(
  facts: FactReader<"files">,
  id: string,
  { covers }: Terms,
): readonly SignOffFinding[] {
  if (typeof covers === "string") return [];
  const files = coveredFiles(facts, covers, "evidence");
  if (files === null) return [];
  if (files.size === 0 && (covers.gate?.said ?? null) === null) return [coversNothing(id)];
  const unused = covers.globs.filter(
    (glob) => facts.read("files", coveredBy(glob, "evidence"))?.length === 0,
  );
  return unused.map((glob) => unusedGlob(id, glob));
}

type Judged = readonly (readonly [Approval, JudgedApproval | null])[];

function judgeAsks(
  facts: FactReader<SignOffKinds>,
  asks: readonly Ask[],
  options: SignOffOptions,
  context: RuleContext,
): readonly SignOffFinding[] {
  const judge = (wanted: (approval: Approval, pull: PullRequestFact) => boolean) =>
    asks.map(
      (ask): Judged =>
        approvalsFor(ask, options)
          .filter((approval) => wanted(approval, ask.pull))
          .map((approval) => [approval, judgeApproval(facts, approval, ask, context)]),
    );
  const assign = (judged: readonly Judged[]) => {
    const signers = judged.map(signersIn);
    return options.distinct_people
      ? assignPeople(signers)
      : signers.map(([first]) => first ?? null);
  };
  // Old commits may be gone for good. They are looked at only where the head's approvals fall short.
  let judged = judge(({ commit }, { head }) => commit === head.toLowerCase());
  let people = assign(judged);
  if (people.includes(null)) {
    judged = judge(() => true);
    people = assign(judged);
  }
  return asks.flatMap((ask, index) =>
    judgeRole(facts, ask, judged[index] ?? [], people[index] ?? null, options, context),
  );
}

function judgeRole(
  facts: FactReader<SignOffKinds>,
  ask: Ask,
  judged: Judged,
  person: string | null,
  { via }: SignOffOptions,
  { time }: RuleContext,
): readonly SignOffFinding[] {
  const { id, pull, role } = ask;
  const objections = standingObjections(pull)
    .filter(({ author }) => holdsRole(facts, role, author) === true)
    .map((review) => changesRequested(id, review));
  if (objections.length > 0 || person !== null) return objections;
  const signers = signersIn(judged);
  if (signers.length > 0) return [samePerson(id, signers, via, pull)];
  // What is not known yet may turn out to be the sign-off.
  const known = judged.flatMap(([approval, verdict]) =>
    verdict === null ? [] : [[approval, verdict] as const],
  );
  if (known.length < judged.length) return [];
  return [notSigned({ role: id, via, pull, time }, known)];
}

/** Newest first, so that findings speak of the latest. */
function approvalsFor({ id, pull }: Ask, { via }: SignOffOptions): readonly Approval[] {
  const reviews = via.includes("review") ? approvingReviews(pull) : [];
  const comments = via.includes("comment") ? commentsFor(pull, id) : [];
  return [...reviews, ...comments].sort((a, b) => b.at - a.at || (a.login < b.login ? -1 : 1));
}

function signersIn(judged: Judged): readonly string[] {
  const logins = judged
    .filter(([, verdict]) => verdict?.state === "valid")
    .map(([{ login }]) => login);
  return [...new Set(logins)];
}
