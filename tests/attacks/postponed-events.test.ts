import { expect, test } from "vitest";
import { codesOf, verdictOn } from "./judging.ts";

/** What is due after an event is put off by whoever moves the event. */
const policy = (rule: string) => `version: 1
stages: [{id: production, branches: [production]}]
gates:
  - id: review
    rules: [{id: held, type: schedule, ${rule}}]
`;
const DUE = policy("due: {event: phases.launch, within: 14d, done: phases.reviewed}");
const CADENCE = policy("cadence: {log: '#Reviews', every: 7d, since: phases.launch}");

const launched = (day: string) => ({
  "READINESS.md": `---\nphases: {launch: ${day}}\n---\n# Ready\n\n## Reviews\n\n- 2026-08-20 Held\n`,
});

test.each([
  { what: "stays", form: DUE, base: "2026-08-17", here: "2026-08-17", is: ["SCHEDULE-OVERDUE"] },
  {
    what: "is moved ahead",
    form: DUE,
    base: "2026-08-17",
    here: "2026-12-01",
    is: ["SCHEDULE-POSTPONED"],
  },
  { what: "lay ahead anyway", form: DUE, base: "2026-11-01", here: "2026-12-01", is: [] },
  { what: "is new", form: DUE, base: null, here: "2026-12-01", is: [] },
  {
    what: "that began a rhythm stays",
    form: CADENCE,
    base: "2026-08-17",
    here: "2026-08-17",
    is: ["SCHEDULE-OVERDUE"],
  },
  {
    what: "that began a rhythm is moved ahead",
    form: CADENCE,
    base: "2026-08-17",
    here: "2026-12-01",
    is: ["SCHEDULE-POSTPONED"],
  },
])("an event that $what: $is", async ({ form, base, here, is }) => {
  const verdict = await verdictOn({
    policy: form,
    evidence: launched(here),
    base: base === null ? {} : launched(base),
  });
  expect(codesOf(verdict)).toEqual(is.map((code) => `review/held ${code}`));
});
