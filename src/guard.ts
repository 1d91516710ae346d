import { collect } from "./facts/collect.ts";
import { comparedQuestion } from "./guard/on-base.ts";
import { type RuleAnswer, ruleQuestion } from "./guard/rule-question.ts";
import { type Post, type Selected, select } from "./guard/select.ts";
import { selectionNotes, servicesJudged } from "./guard/selection-notes.ts";
import { type WaiverAnswer, waiverQuestion } from "./guard/waiver-question.ts";
import type { Baseline } from "./model/baseline.ts";
import type { Note, Problem } from "./model/finding.ts";
import type { Decision, Mode } from "./model/outcome.ts";
import type { Policy, Stage, Waiver } from "./model/policy.ts";
import type { FactSource } from "./model/ports.ts";
import type { Service } from "./model/service.ts";
import type { GateVerdict, RuleVerdict, Verdict } from "./model/verdict.ts";
import { Timeline } from "./time/timeline.ts";
import {
  type ActiveBaseline,
  activeBaseline,
  baselineNotes,
  isAbout,
  soften,
} from "./verdict/baseline.ts";
import { exemptGates } from "./verdict/exemptions.ts";
import { freezeGate } from "./verdict/freeze.ts";
import { holdBack, judgeGate } from "./verdict/judge-gate.ts";
import { modeOf } from "./verdict/mode.ts";
import { nextSteps } from "./verdict/next-steps.ts";
import { decide } from "./verdict/outcomes.ts";
import { coversGate, type WaiverTerms, waive } from "./verdict/waivers.ts";

export interface JudgeInput {
  readonly policy: Policy;
  /** Entries of the waivers file. */
  readonly waivers: readonly Waiver[];
  /** Of the default branch; `null` where there is none. */
  readonly baseline?: Baseline | null;
  /** Remarks from reading the policy and its waivers. */
  readonly notes: readonly Note[];
  /** Where the policy was read. */
  readonly origin: Verdict["policy"];
  readonly source: FactSource;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** Id of a stage of the policy. */
  readonly stage: string;
  /** Ids of the services to judge; `null` for those that changed. */
  readonly services: readonly string[] | null;
  /** Leave out what needs GitHub. The decision may then be `undetermined`. */
  readonly local: boolean;
  /** What would land; `null` outside git. */
  readonly commit: string | null;
  /** `owner/repo`, where it is known: its own addresses are told from others' by it. */
  readonly repository?: string | null;
}

/**
 * The judgement, whole: select what is to be judged, collect the facts that its rules ask for,
 * evaluate, decide. The same policy, facts and time give the same verdict, whoever asks.
 *
 * @throws {RangeError} when the policy has no such stage.
 * @throws {UnknownService} when the repository has no such service.
 */
export async function judge(input: JudgeInput): Promise<Verdict> {
  const { policy, origin } = input;
  const stage = findStage(policy, input.stage);
  const time = new Timeline(input.now);
  const exempt = exemptGates(policy.exemptions ?? [], time);
  const selected = await select({
    policy,
    stage,
    wanted: input.services,
    exempt: exempt.gates,
    source: input.source,
  });
  const { baseline = null } = input;
  const active = activeBaseline(baseline, time);
  const { rules, waivers } = await ask(input, selected, active);

  const gates = gatesOf(selected.posts, { rules, waivers, baseline: active }, policy);
  const mode = modeOf(policy, time);
  const freeze = selected.governed ? freezeGate(policy.freeze, origin.files[0] ?? "", time) : null;
  const all = freeze === null ? gates : [freeze, ...gates];

  return {
    decision: decisionOf(selected, gates, all),
    mode,
    stage: stage.id,
    services: selected.services.flatMap(({ id }) => (id === null ? [] : [id])),
    commit: input.commit,
    policy: origin,
    validUntil: earliest([time, ...rules.values(), ...waivers]),
    gates: all,
    problems: [],
    notes: [
      ...input.notes,
      ...exempt.notes,
      ...baselineNotes(baseline, gates, time),
      ...selectionNotes(selected, gates),
      ...waivers.flatMap(({ checked }) => (checked.state === "void" ? [checked.note] : [])),
      ...[...rules.values()].flatMap(({ notes }) => notes),
    ],
    next: nextSteps(all, policy.gates),
  };
}

/** What is said when the policy has problems: nothing was evaluated, and that is no pass. */
export function withoutVerdict(said: {
  readonly stage: string;
  readonly mode: Mode;
  readonly problems: readonly Problem[];
  readonly origin: Verdict["policy"];
  readonly commit: string | null;
}): Verdict {
  const { stage, mode, problems, origin, commit } = said;
  const nothing = { services: [], validUntil: null, gates: [], notes: [], next: [] };
  return { decision: "no-go", mode, stage, commit, policy: origin, problems, ...nothing };
}

function findStage(policy: Policy, id: string): Stage {
  const stage = policy.stages.find((other) => other.id === id);
  if (stage === undefined) throw new RangeError(`the policy has no stage \`${id}\``);
  return stage;
}

/** Answers to the rules of each post, in the order of posts and rules. */
type RuleAnswers = ReadonlyMap<string, RuleAnswer>;

interface Answers {
  readonly rules: RuleAnswers;
  readonly waivers: readonly WaiverAnswer[];
}

async function ask(
  input: JudgeInput,
  selected: Selected,
  baseline: ActiveBaseline | null,
): Promise<Answers> {
  const { policy, now, local, repository = null } = input;
  const applying = selected.posts.filter((post) => post.applies);
  const subjects = applying.flatMap(({ gate, service }) =>
    gate.rules.map((rule) => ({ policy, gate, rule, service, repository, now, local })),
  );
  const terms: WaiverTerms = {
    maxDays: policy.waivers.max_days,
    services: selected.known,
    rules: new Map(
      policy.gates.map(({ id, rules }) => [id, new Set(rules.map((rule) => rule.id))]),
    ),
  };
  const answers = await collect<RuleAnswer | WaiverAnswer>(
    [
      ...subjects.map((subject) =>
        isAbout(baseline, subject.gate.id, subject.rule.id, subject.service.id)
          ? comparedQuestion(subject)
          : ruleQuestion(subject),
      ),
      ...input.waivers.map((waiver) => waiverQuestion(waiver, policy, terms, now)),
    ],
    input.source,
  );
  const rules = answers.filter((answer) => answer.kind === "rule");
  return {
    rules: new Map(
      subjects.flatMap(({ service, gate, rule }, index) => {
        const answer = rules[index];
        return answer === undefined ? [] : [[keyOf(service, gate.id, rule.id), answer] as const];
      }),
    ),
    waivers: answers.filter((answer) => answer.kind === "waiver"),
  };
}

function keyOf(service: Service, ...ids: readonly string[]): string {
  return JSON.stringify([service.id, ...ids]);
}

function gatesOf(
  posts: readonly Post[],
  { rules: answers, waivers, baseline }: Answers & { readonly baseline: ActiveBaseline | null },
  policy: Policy,
): readonly GateVerdict[] {
  const checked = waivers.map((waiver) => waiver.checked);
  const gates = posts.map(({ gate, service, applies }) => {
    const rules = (applies ? gate.rules : []).flatMap((rule): readonly RuleVerdict[] => {
      const answer = answers.get(keyOf(service, gate.id, rule.id));
      if (answer === undefined) return [];
      const of = { gate: gate.id, service: service.id };
      const softened = soften(answer, rule, of, baseline);
      return [rule.waivable ? waive(softened, gate.id, service, checked) : softened];
    });
    return judgeGate(gate, service, rules);
  });
  const lifted = new Set(gates.filter((gate) => coversGate(gate, checked)));
  return holdBack(gates, policy.gates, lifted);
}

/**
 * Each service that changed must be judged by something: a change of one that passes is no way around
 * that. What could not even be listed is no pass.
 */
function decisionOf(
  selected: Selected,
  gates: readonly GateVerdict[],
  all: readonly GateVerdict[],
): Decision {
  if (selected.unreadable !== null) return "no-go";
  if (!selected.governed) return "go";
  const judged = servicesJudged(gates);
  const { services } = selected;
  const isJudged = services.length > 0 && services.every(({ id }) => judged.has(id));
  return isJudged ? decide(all) : "no-go";
}

function earliest(moments: readonly { readonly next: number | null }[]): number | null {
  const ahead = moments.flatMap(({ next }) => (next === null ? [] : [next]));
  return ahead.length === 0 ? null : ahead.reduce((a, b) => Math.min(a, b));
}
