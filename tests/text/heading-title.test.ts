import { expect, test } from "vitest";
import { headingKey, headingTitle } from "../../src/text/key.ts";

test.each([
  { heading: "1. 🔭 Observability", title: "Observability" },
  { heading: "Phase 2: Rollout plan", title: "Rollout plan" },
  { heading: "Gate 2 · Data", title: "Data" },
  { heading: "3.1 Who is on call?", title: "Who is on call?" },
  { heading: "24 hours before", title: "24 hours before" },
  { heading: "🚀", title: "🚀" },
  { heading: "1.", title: "1." },
])("`$heading` is titled `$title`", ({ heading, title }) => {
  expect(headingTitle(heading)).toBe(title);
  expect(headingKey(title)).toBe(headingKey(heading));
});
