import type { CommandComment } from "../../src/model/command.ts";
import {
  type Fact,
  type FactAnswer,
  type FactRequest,
  missing,
  type PullRequestFact,
} from "../../src/model/fact.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { verdictOn } from "../attacks/judging.ts";
import { HEAD, pullRequest, said } from "../support/pull-request.ts";

export const UNTICKED = "# Ready\n\n## Data\n- [ ] `data.parity` Same quality as the pilot\n";
export const TICKED = UNTICKED.replace("[ ]", "[x]");

/** `settings` is added to the one rule of the gate `data`, `rest` to the policy. */
export const policyWith = ({ settings = "", rest = "" } = {}) => `version: 1
stages: [{id: production, branches: [production]}]
roles:
  release-managers: {users: [ana, raj, kim, otto, "deploy[bot]"], teams: [acme/release]}
waivers: {approvers: [release-managers], max_days: 30}
gates:
  - id: data
    heading: Data
    rules: [{id: items, type: checklist, items: [{id: data.parity}]${settings}}]
${rest}`;

const POLICY = policyWith();

/** Of the role are ana, raj and kim, who left, otto, who wrote the pull request, and a bot; mira is of its team. */
const PEOPLE: readonly (readonly [FactRequest, FactAnswer])[] = [
  ...(["ana", "raj", "otto", "mira", "eve"] as const).map(
    (login) =>
      [
        { kind: "account", login },
        { state: "user", access: "write" },
      ] as const,
  ),
  [
    { kind: "account", login: "vic" },
    { state: "user", access: "read" },
  ],
  [
    { kind: "account", login: "kim" },
    { state: "user", access: "none" },
  ],
  [{ kind: "account", login: "gone" }, { state: "absent" }],
  [
    { kind: "account", login: "deploy[bot]" },
    { state: "bot", access: "write" },
  ],
  [
    { kind: "team", team: "acme/release" },
    { state: "team", members: ["mira"], access: "write" },
  ],
];

export interface Comments {
  readonly policy?: string;
  readonly readiness?: string;
  readonly comments?: readonly (readonly CommandComment[])[];
  readonly pull?: Partial<PullRequestFact>;
  readonly now?: string;
  /** Instead of the above, or beside it. */
  readonly facts?: readonly (readonly [FactRequest, FactAnswer | Fact<never>])[];
}

/** The verdict on a pull request with comments; on one whose data is not ready, unless said otherwise. */
export function judgeComments(given: Comments): Promise<Verdict> {
  const { policy = POLICY, readiness = UNTICKED, comments = [], pull = {}, now } = given;
  const fact = pullRequest({ commands: comments.flat(), ...pull });
  const facts = [...PEOPLE, [{ kind: "pull-request" }, fact] as const, ...(given.facts ?? [])];
  return verdictOn({
    policy,
    evidence: { "READINESS.md": readiness },
    facts: facts as readonly (readonly [FactRequest, FactAnswer])[],
    ...(now === undefined ? {} : { now }),
  });
}

export const forbidden = missing("forbidden", "the token lacks `members: read`");

/** A waiver of what is not ready, on the 29th of September. */
export const WAIVE =
  '/gate waive data --until 2026-10-26 --codes CHECKLIST-UNTICKED --reason "CRM"';

export const waived = (author: string, line = WAIVE) => said(author, line);

export const UNFREEZE = `/gate unfreeze ${HEAD} --reason "hotfix"`;
export const BREAK_GLASS = `/gate break-glass ${HEAD} --reason "sign-in is down"`;

export const codesIn = ({ notes }: Verdict) => notes.map(({ code }) => code);
