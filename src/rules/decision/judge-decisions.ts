import type { FactKind } from "../../model/fact.ts";
import type { FactReader } from "../../model/ports.ts";
import { fillIn } from "../../model/service.ts";
import { fillInGlob } from "../../text/fill-in-glob.ts";
import type { Timeline } from "../../time/timeline.ts";
import type { RuleContext } from "../define-rule.ts";
import { roleOf } from "../people/authority.ts";
import { chooseRecord, names } from "./choose-record.ts";
import type { DecisionFinding } from "./codes.ts";
import {
  changeIgnored,
  decidedAhead,
  missingRecord,
  notApproved,
  supersedesNothing,
  unknownRole,
} from "./decision-findings.ts";
import { judgeRecord } from "./judge-record.ts";
import type { DecisionOptions } from "./options.ts";
import type { DecisionRecord } from "./parse-record.ts";
import { type Decisions, readDecisions } from "./read-decisions.ts";
import { isApproved } from "./record-approval.ts";

export type DecisionKinds = Extract<
  FactKind,
  "file" | "files" | "pull-request" | "account" | "team"
>;

export function judgeDecisions(
  facts: FactReader<DecisionKinds>,
  options: DecisionOptions,
  context: RuleContext,
): readonly DecisionFinding[] {
  const glob = fillInGlob(options.path, context.service);
  const of = options.of === undefined ? null : fillIn(options.of, context.service);
  const decider = options.decider_role ?? null;
  if (decider !== null && roleOf(context.roles, decider) === null) return [unknownRole(decider)];
  const decisions = readDecisions(facts, glob, of);
  if (decisions === null) {
    // Asked for along with the records, in case one of them is new; forgotten if none is.
    if (decider !== null) facts.read("pull-request", {});
    return [];
  }
  const { ahead, past } = byTime(decisions.records, context.time);
  const { counting, waiting } = byApproval(facts, past, decider, context);
  const broken = decisions.broken.filter(
    ({ path }) =>
      !counting.some(({ supersedes }) => supersedes.some(({ text }) => names(text, path))),
  );
  const chosen = chooseRecord(counting, options.outcomes);
  const said = [
    ...broken.flatMap(({ findings }) => findings),
    ...ahead.map(decidedAhead),
    ...waiting.map((record) => notApproved(record, decider ?? "")),
    ...decisions.changed.map(changeIgnored),
  ];
  if (chosen !== null) {
    const idle = supersedesNothing(chosen, isSuperseded(chosen, decisions));
    return [...said, ...judgeRecord(chosen, options, context), ...idle];
  }
  const isExplained = said.some(({ outcome }) => outcome !== "noted");
  return isExplained || counting.length < past.length
    ? said
    : [
        ...said,
        missingRecord({
          glob: options.path,
          service: context.service,
          of,
          otherSubjects: decisions.otherSubjects,
        }),
      ];
}

function byTime(records: readonly DecisionRecord[], time: Timeline) {
  const ahead = records.filter(({ decided }) => time.isAhead(decided));
  return { ahead, past: records.filter((record) => !ahead.includes(record)) };
}

/**
 * Which records count. A new one older than what is on base decides nothing either way, so nobody
 * is asked to approve it.
 */
function byApproval(
  facts: FactReader<DecisionKinds>,
  records: readonly DecisionRecord[],
  decider: string | null,
  context: RuleContext,
) {
  if (decider === null) return { counting: records, waiting: [] };
  const onBase = records.filter((record) => record.isOnBase);
  const newest = onBase.reduce((last, { decided }) => (decided > last ? decided : last), "");
  const judged = records
    .filter(({ isOnBase, decided }) => !isOnBase && decided >= newest)
    .map((record) => ({ record, approved: isApproved(facts, record.path, decider, context) }));
  const pick = (wanted: boolean) =>
    judged.filter(({ approved }) => approved === wanted).map(({ record }) => record);
  return { counting: [...onBase, ...pick(true)], waiting: pick(false) };
}

function isSuperseded(chosen: DecisionRecord, { records, broken }: Decisions) {
  return (text: string) =>
    broken.some(({ path }) => names(text, path)) ||
    records.some(({ path, decided }) => decided < chosen.decided && names(text, path));
}
