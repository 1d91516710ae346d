import { collect } from "../../src/facts/collect.ts";
import type { KnownFacts } from "../../src/facts/fact-reader.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Role } from "../../src/model/policy.ts";
import type { FactSource } from "../../src/model/ports.ts";
import type { Service } from "../../src/model/service.ts";
import type { AnyRuleType, RuleContext } from "../../src/rules/define-rule.ts";
import { evaluateRule } from "../../src/rules/evaluate-rule.ts";
import { parseDuration } from "../../src/time/duration.ts";
import { Timeline } from "../../src/time/timeline.ts";

export interface RuleQuestion {
  /** As in a policy; the type's schema is applied to it. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly source: FactSource;
  /** ISO instant; `2026-10-01T12:00:00Z` unless said otherwise. */
  readonly now?: string;
  /** Duration text. */
  readonly maxAge?: string;
  readonly gate?: Partial<RuleContext["gate"]>;
  readonly asks?: string;
  readonly service?: Partial<Service>;
  readonly roles?: Readonly<Record<string, Role>>;
  /** What all checklists of the policy ask for. */
  readonly asked?: RuleContext["asked"];
  /** `owner/repo` of the repository judged. */
  readonly repository?: string;
}

export interface RuleAnswer {
  readonly findings: readonly Finding[];
  /** ISO instant, or `null`. */
  readonly validUntil: string | null;
  readonly rounds: number;
}

/** Asks one rule until it has all the facts it wants, as the product does. */
export async function askRule(type: AnyRuleType, question: RuleQuestion): Promise<RuleAnswer> {
  const options = type.options.parse(question.options ?? {});
  let rounds = 0;
  const source: FactSource = {
    read(requests) {
      rounds += 1;
      return question.source.read(requests);
    },
  };
  const asked = {
    ask(facts: KnownFacts) {
      const time = new Timeline(Date.parse(question.now ?? "2026-10-01T12:00:00Z"));
      const { findings, wanted } = evaluateRule(type, options, facts, contextOf(question, time));
      return { answer: { findings, next: time.next }, wanted };
    },
  };
  const [answer] = await collect([asked], source);
  const { findings = [], next = null } = answer ?? {};
  return { findings, validUntil: next === null ? null : new Date(next).toISOString(), rounds };
}

function contextOf(question: RuleQuestion, time: Timeline): RuleContext {
  return {
    gate: { id: "gate", title: "Gate", heading: null, ...question.gate },
    rule: { id: "rule", title: "Rule", asks: question.asks ?? null },
    service: {
      id: null,
      path: "",
      readiness: ["READINESS.md"],
      fields: {},
      gates: null,
      ...question.service,
    },
    roles: question.roles ?? {},
    ...(question.asked && { asked: question.asked }),
    repository: question.repository ?? null,
    maxAge: question.maxAge === undefined ? null : parseDuration(question.maxAge),
    time,
  };
}

/** `failed CHECKLIST-DELETED data.parity`, for comparing in tables. */
export function told(answer: RuleAnswer): string[] {
  return answer.findings.map((finding) =>
    [finding.outcome, finding.code, finding.item].filter((part) => part !== null).join(" "),
  );
}
