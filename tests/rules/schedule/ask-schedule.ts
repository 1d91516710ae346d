import { schedule } from "../../../src/rules/schedule.ts";
import { askRule, type RuleAnswer } from "../../support/ask-rule.ts";
import { type Content, MemorySource } from "../../support/memory-source.ts";

export interface Question {
  readonly options: Readonly<Record<string, unknown>>;
  /** Front matter of the readiness document, without its fences. */
  readonly front?: string;
  /** What stands under the front matter. */
  readonly text?: string;
  readonly files?: Readonly<Record<string, Content>>;
  /** A day; noon of 2026-10-01 unless said otherwise. */
  readonly today?: string;
  readonly heading?: string;
}

export function askSchedule(question: Question): Promise<RuleAnswer> {
  const { options, front, text = "# Readiness\n", files, today = "2026-10-01", heading } = question;
  const readiness = front === undefined ? text : `---\n${front}\n---\n${text}`;
  return askRule(schedule, {
    options,
    source: new MemorySource({ evidence: { "READINESS.md": readiness, ...files }, base: {} }),
    now: `${today}T12:00:00Z`,
    ...(heading === undefined ? {} : { gate: { heading } }),
  });
}

export function midnight(day: string): string {
  return `${day}T00:00:00.000Z`;
}
