import { ask, earliest, nextOf } from "./guard/answers.ts";
import { foresee } from "./guard/foresee.ts";
import { gatesOf } from "./guard/gates-of.ts";
import { withoutGrowth } from "./guard/grown-baseline.ts";
import { type Selected, select } from "./guard/select.ts";
import { selectionNotes, servicesJudged } from "./guard/selection-notes.ts";
import type { Baseline } from "./model/baseline.ts";
import type { Note, Problem } from "./model/finding.ts";
import type { Decision, Mode } from "./model/outcome.ts";
import type { Policy, Stage, Waiver } from "./model/policy.ts";
import type { FactSource } from "./model/ports.ts";
import type { GateVerdict, Verdict } from "./model/verdict.ts";
import { Timeline } from "./time/timeline.ts";
import { baselineNotes } from "./verdict/baseline-notes.ts";
import { breakGlass } from "./verdict/break-glass.ts";
import { exemptGates } from "./verdict/exemptions.ts";
import { freezeGate, openWindows } from "./verdict/freeze.ts";
import { modeOf } from "./verdict/mode.ts";
import { nextSteps } from "./verdict/next-steps.ts";
import { decide } from "./verdict/outcomes.ts";
import { waiverRemarks } from "./verdict/waiver-remarks.ts";

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
  const [selected, { baseline, notes: ofBaseline }] = await Promise.all([
    select({
      policy,
      stage,
      wanted: input.services,
      exempt: exempt.gates,
      source: input.source,
    }),
    withoutGrowth(input),
  ]);
  const asked = { posts: selected.posts, policy, baseline };
  const frozen = selected.governed ? openWindows(policy.freeze, time) : [];
  const answers = await ask({ ...input, baseline }, selected, {
    time,
    isFrozen: frozen.length > 0,
  });
  const { rules, waivers, commands } = answers;
  const judged = gatesOf(asked, answers, time);
  const freeze = freezeGate(frozen, origin.files[0] ?? "", commands.lift);
  const broken = breakGlass([...(freeze === null ? [] : [freeze]), ...judged], commands.glass);
  const all = broken.gates;
  const gates = all.slice(all.length - judged.length);
  const mode = modeOf(policy, time);

  return {
    decision: decisionOf(selected, gates, all),
    mode,
    stage: stage.id,
    services: selected.services.flatMap(({ id }) => (id === null ? [] : [id])),
    commit: input.commit,
    policy: origin,
    validUntil: earliest([time, { next: nextOf(answers) }]),
    gates: all,
    problems: [],
    notes: [
      ...input.notes,
      ...broken.notes,
      ...exempt.notes,
      ...ofBaseline,
      ...baselineNotes(baseline, gates, time),
      ...selectionNotes(selected, gates),
      ...waivers.flatMap(({ checked }) => (checked.state === "void" ? [checked.note] : [])),
      ...commands.notes,
      ...waiverRemarks(commands.waivers, gates, policy.gates),
      ...[...rules.values()].flatMap(({ notes }) => notes),
    ],
    next: nextSteps(all, policy.gates),
    expiry: foresee(asked, answers, judged, time),
    breakGlass: broken.glass,
    takenBack: commands.takenBack,
    unheeded: commands.unheeded,
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
  const nothing = { services: [], gates: [], notes: [], next: [], takenBack: [], unheeded: [] };
  const none = { validUntil: null, expiry: null, breakGlass: null };
  return { decision: "no-go", mode, stage, commit, policy: origin, problems, ...nothing, ...none };
}

function findStage(policy: Policy, id: string): Stage {
  const stage = policy.stages.find((other) => other.id === id);
  if (stage === undefined) throw new RangeError(`the policy has no stage \`${id}\``);
  return stage;
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
