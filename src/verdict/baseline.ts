import type { Baseline, BaselineEntry } from "../model/baseline.ts";
import type { Finding, Note } from "../model/finding.ts";
import type { Rule } from "../model/policy.ts";
import type { GateVerdict, RuleVerdict } from "../model/verdict.ts";
import { DAY, startOf } from "../time/date.ts";
import type { Timeline } from "../time/timeline.ts";
import { isMended } from "./mended.ts";
import { isBlocking, outcomeOfFindings } from "./outcomes.ts";

/** How many days before its end a note says that it ends. */
const NOTICE = 14;

/** A baseline whose last day is not over. */
export type ActiveBaseline = Baseline & { readonly keys: ReadonlyMap<string, BaselineEntry> };

/** What a finding is known by. */
export type Fingerprint = Pick<BaselineEntry, "gate" | "rule" | "service" | "code" | "item">;

export function fingerprintOf({ gate, rule, service, code, item }: Fingerprint): string {
  return JSON.stringify([gate, rule, service, code, item]);
}

/** Nobody plans further ahead; what takes longer gets a new baseline, and is looked at anew. */
export const MOST_DAYS = 365;

/** `null` where there is none, its last day is over, or is further ahead than one may be. */
export function activeBaseline(baseline: Baseline | null, time: Timeline): ActiveBaseline | null {
  if (baseline === null || time.isOver(baseline.until)) return null;
  if (isTooLong(baseline, time)) return null;
  const keys = new Map(baseline.findings.map((entry) => [fingerprintOf(entry), entry]));
  return { ...baseline, keys };
}

/**
 * Rule types that judge the change itself, or what happens from day to day: one entry would cover
 * every red run and every open blocker that is still to come.
 */
const ABOUT_TODAY: ReadonlySet<string> = new Set(["rollout", "sign-off", "ci", "issues"]);

/**
 * What nobody leaves for later: what shows readers something else than it holds, two things for one
 * (neither of which is judged then), claims of a day to come, a record that says no, and a KPI that
 * the change takes away.
 */
const NO_DEBT =
  /^HIDDEN-CHARACTER$|-(?:AMBIGUOUS|DUPLICATE|FUTURE)$|^(?:DECISION-AGAINST|METRICS-DELETED)$/;

/**
 * A finding that may be baselined says that something is not there yet. What could not be judged
 * and what waits for a person or for time never is.
 */
function canBeBaselined({ type }: { readonly type: string }, { outcome, code }: Finding): boolean {
  return outcome === "failed" && !NO_DEBT.test(code) && !ABOUT_TODAY.has(type);
}

function isTooLong({ until }: Baseline, time: Timeline): boolean {
  return !time.reached(startOf(until) - MOST_DAYS * DAY);
}

/** Whether the baseline has anything of a rule. */
export function isAbout(
  baseline: ActiveBaseline | null,
  gate: string,
  rule: string,
  service: string | null,
): boolean {
  return (
    baseline?.findings.some(
      (entry) => entry.gate === gate && entry.rule === rule && entry.service === service,
    ) === true
  );
}

/**
 * The rule with its baselined findings as warnings, less those that base has mended. What the
 * organization locked stays as it is.
 */
export function soften(
  { verdict, onBase }: { verdict: RuleVerdict; onBase: readonly Finding[] | null },
  rule: Rule,
  of: { readonly gate: string; readonly service: string | null },
  baseline: ActiveBaseline | null,
): RuleVerdict {
  if (baseline === null || rule.locked === true || verdict.outcome === "scheduled") return verdict;
  if (!isBlocking(verdict.outcome)) return verdict;
  let softened = false;
  const findings = verdict.findings.map((finding) => {
    const { code, item } = finding;
    const key = fingerprintOf({ ...of, rule: rule.id, code, item });
    if (!canBeBaselined(rule, finding) || !baseline.keys.has(key)) return finding;
    if (onBase === null || isMended(finding, onBase)) {
      return { ...finding, problem: `${finding.problem} (in the baseline, but not so on base)` };
    }
    softened = true;
    const problem = `${finding.problem} (in the baseline until ${baseline.until}, ${baseline.owner})`;
    return { ...finding, outcome: "warned" as const, problem, baselined: true as const };
  });
  return softened ? { ...verdict, findings, outcome: outcomeOfFindings(findings) } : verdict;
}

/** What there is to say of a baseline: how much it covers, what of it is stale, and when it ends. */
export function baselineNotes(
  baseline: Baseline | null,
  gates: readonly GateVerdict[],
  time: Timeline,
): readonly Note[] {
  if (baseline === null) return [];
  const { until, owner, at } = baseline;
  if (time.isOver(until)) {
    const message = `the baseline ended on ${until} and softens nothing any more; ask ${owner}, and delete the file`;
    return [{ code: "BASELINE-OVER", message, at }];
  }
  if (isTooLong(baseline, time)) {
    const message = `the baseline is to run until ${until} and softens nothing: its last day may be at most ${MOST_DAYS} days ahead`;
    return [{ code: "BASELINE-TOO-LONG", message, at }];
  }
  const covered = coveredBy(gates).size;
  const notes: Note[] = [];
  if (covered > 0) {
    const many = covered === 1 ? "1 finding warns" : `${covered} findings warn`;
    const message = `${many} instead of blocking: the baseline covers them until ${until}, and ${owner} sees to them`;
    notes.push({ code: "BASELINE", message, at });
  }
  if (covered > 0 && -time.daysSince(until) <= NOTICE) {
    const message = `the baseline ends on ${until}; from then on what is left of it blocks`;
    notes.push({ code: "BASELINE-ENDS", message, at });
  }
  return [
    ...notes,
    ...staleEntries(baseline, gates).map((entry) => ({
      code: "BASELINE-STALE",
      message: `\`${entry.gate}/${entry.rule}\` has no finding ${entry.code}${entry.item === null ? "" : ` of \`${entry.item}\``} any more: run \`stage-gates baseline\` to take it out, so that it blocks should it come back`,
      at: entry.at,
    })),
  ];
}

function coveredBy(gates: readonly GateVerdict[]): ReadonlySet<string> {
  const keys = gates.flatMap(({ id: gate, service, rules }) =>
    rules.flatMap(({ id: rule, findings }) =>
      findings
        .filter(({ baselined }) => baselined === true)
        .map(({ code, item }) => fingerprintOf({ gate, rule, service, code, item })),
    ),
  );
  return new Set(keys);
}

/**
 * Entries whose finding is gone. Only a rule that was judged can tell: what was left out, does not
 * apply, or could not be judged says nothing of what it would have found.
 */
export function staleEntries(
  { findings }: Baseline,
  gates: readonly GateVerdict[],
): readonly BaselineEntry[] {
  const found = new Set(gates.flatMap(entriesIn).map(fingerprintOf));
  const judged = new Set(
    gates.flatMap(({ id, service, rules }) =>
      rules.filter(isJudged).map((rule) => JSON.stringify([id, rule.id, service])),
    ),
  );
  return findings.filter(
    (entry) =>
      judged.has(JSON.stringify([entry.gate, entry.rule, entry.service])) &&
      !found.has(fingerprintOf(entry)),
  );
}

function isJudged({ judged, outcome, findings }: RuleVerdict): boolean {
  const counts = outcome !== "not-applicable" && outcome !== "scheduled";
  return judged && counts && !findings.some((finding) => finding.outcome === "errored");
}

/** What a baseline of today has to hold of a gate: all that blocks and may be baselined, each once. */
export function entriesIn({ id, service, rules }: GateVerdict): readonly Fingerprint[] {
  const entries = rules.flatMap((rule) =>
    rule.severity === "warn" || rule.outcome === "scheduled"
      ? []
      : rule.findings
          .filter((finding) => canBeBaselined(rule, finding) || finding.baselined === true)
          .map(({ code, item }) => ({ gate: id, rule: rule.id, service, code, item })),
  );
  return [...new Map(entries.map((entry) => [fingerprintOf(entry), entry])).values()];
}
