import type { Question } from "../facts/collect.ts";
import { holds } from "../model/condition.ts";
import type { Finding, Note } from "../model/finding.ts";
import type { Gate, Policy, Rule } from "../model/policy.ts";
import type { Service } from "../model/service.ts";
import type { RuleVerdict } from "../model/verdict.ts";
import { askedItems } from "../rules/checklist/asked-items.ts";
import { evaluateRule } from "../rules/evaluate-rule.ts";
import { errored } from "../rules/findings.ts";
import { ruleType } from "../rules/index.ts";
import { Timeline } from "../time/timeline.ts";
import { isScheduled } from "../verdict/mode.ts";
import { isBlocking, outcomeOfFindings } from "../verdict/outcomes.ts";

export interface RuleSubject {
  readonly policy: Policy;
  readonly gate: Gate;
  readonly rule: Rule;
  readonly service: Service;
  /** `owner/repo`; `null` where it is not known. */
  readonly repository: string | null;
  readonly now: number;
  /** Leave out what needs GitHub. */
  readonly local: boolean;
}

export interface RuleAnswer {
  readonly kind: "rule";
  readonly verdict: RuleVerdict;
  readonly notes: readonly Note[];
  /** What the rule finds on base; `null` where nobody asked. */
  readonly onBase: readonly Finding[] | null;
  /** When time alone could make it another. */
  readonly next: number | null;
  /** The same facts, asked again as of another moment. */
  at(now: number): RuleAnswer;
}

/** Puts one rule to one service. */
export function ruleQuestion(subject: RuleSubject): Question<RuleAnswer> {
  const { gate, rule, service, policy } = subject;
  const type = ruleType(rule.type);
  if (!holds(rule.when, service.fields)) {
    return settled(answer(subject, { ...NOTHING, outcome: "not-applicable" }));
  }
  return {
    ask(facts) {
      // A rule is asked from the start each time; so is its time, or moments of a judgement that
      // lacked facts would be left in it.
      const time = new Timeline(subject.now);
      const scheduled =
        isScheduled(gate.enforce_from, time) || isScheduled(rule.enforce_from, time);
      const context = {
        gate,
        rule,
        service,
        repository: subject.repository,
        roles: policy.roles,
        asked: askedItems(policy.gates),
        maxAge: rule.max_age,
        time,
      };
      const asked =
        type === undefined
          ? { findings: [unknownType(rule)], wanted: new Map() }
          : evaluateRule(type, rule.options, facts, context);
      const { findings, judged } = leaveOut(asked.findings, subject.local);
      const outcome = scheduled ? "scheduled" : outcomeOfFindings(findings);
      const said = { findings, judged: judged || scheduled, outcome, next: time.next };
      const at = (now: number) => ruleQuestion({ ...subject, now }).ask(facts).answer;
      return { answer: { ...answer(subject, said), at }, wanted: asked.wanted };
    },
  };
}

const NOTHING = { findings: [], judged: true, next: null } as const;

function settled(said: Omit<RuleAnswer, "at">): Question<RuleAnswer> {
  const fixed: RuleAnswer = { ...said, at: () => fixed };
  return { ask: () => ({ answer: fixed, wanted: new Map() }) };
}

interface Said {
  readonly findings: readonly Finding[];
  readonly judged: boolean;
  readonly outcome: RuleVerdict["outcome"];
  readonly next: number | null;
}

function answer({ gate, rule }: RuleSubject, said: Said): Omit<RuleAnswer, "at"> {
  const notes = said.findings.filter(({ outcome }) => outcome === "noted");
  return {
    kind: "rule",
    verdict: {
      id: rule.id,
      type: rule.type,
      title: rule.title,
      severity: rule.severity,
      outcome: said.outcome,
      ...(said.outcome === "scheduled" ? { countsFrom: countsFrom(gate, rule) } : {}),
      judged: said.judged,
      from: `${rule.at.file}:${rule.at.line}`,
      issue: rule.issue,
      findings: said.findings
        .filter(({ outcome }) => outcome !== "noted")
        .map((finding) => inOwnWords(finding, rule)),
      waiver: null,
    },
    notes: notes.map(({ code, problem, at }) => ({ code, message: problem, at })),
    onBase: null,
    next: said.next,
  };
}

/** The later of both days: each alone would hold it back. */
function countsFrom(gate: Gate, rule: Rule): string {
  const days = [gate.enforce_from ?? "", rule.enforce_from ?? ""];
  return days.reduce((latest, day) => (day > latest ? day : latest));
}

function inOwnWords(finding: Finding, rule: Rule): Finding {
  const remedy = rule.remedy === null ? finding.remedy : `${rule.remedy}; ${finding.remedy}`;
  return { ...finding, remedy, asks: finding.asks ?? rule.asks };
}

/** With `local`, what needs GitHub is left out; what is left still counts if it blocks. */
function leaveOut(
  findings: readonly Finding[],
  local: boolean,
): { readonly findings: readonly Finding[]; readonly judged: boolean } {
  if (!local) return { findings, judged: true };
  const rest = findings.filter(({ code }) => code !== "NEEDS-GITHUB");
  const blocks = rest.some(({ outcome }) => isBlocking(outcome));
  return { findings: rest, judged: rest.length === findings.length || blocks };
}

function unknownType(rule: Rule): Finding {
  return errored({
    code: "RULE-DEFECT",
    problem: `there is no rule type \`${rule.type}\``,
    remedy: "correct the policy",
    at: rule.at,
  });
}
