/** A repository for measuring: so many items, each required by a rule of its own. */
export interface ChecklistRepository {
  readonly policy: string;
  readonly readiness: string;
}

const ITEMS_PER_GATE = 10;

export function checklistRepository(items: number): ChecklistRepository {
  const gates = Array.from({ length: Math.ceil(items / ITEMS_PER_GATE) }, (_, gate) => ({
    id: `gate-${gate}`,
    items: Array.from(
      { length: Math.min(ITEMS_PER_GATE, items - gate * ITEMS_PER_GATE) },
      (_, item) => `area-${gate}.item-${item}`,
    ),
  }));
  const policy = [
    "version: 1",
    "stages:",
    "  - {id: production, branches: [production]}",
    "gates:",
    ...gates.flatMap((gate) => [
      `  - id: ${gate.id}`,
      `    title: Gate ${gate.id}`,
      `    heading: Part ${gate.id}`,
      "    rules:",
      ...gate.items.flatMap((id, index) => [
        `      - id: rule-${index}`,
        "        type: checklist",
        "        max_age: 90d",
        `        items: [{id: ${id}, require: [owner, evidence, done_when, reviewed]}]`,
      ]),
    ]),
  ];
  const readiness = [
    "---",
    "last_reviewed: 2026-09-18",
    "---",
    "# Production readiness",
    ...gates.flatMap((gate) => [
      "",
      `## Part ${gate.id}`,
      "",
      ...gate.items.flatMap((id) => [
        `- [x] \`${id}\` The production pipeline reproduces the quality of the pilot · [audit](docs/audit.md)`,
        "  - Owner: @ana",
        "  - Done when: 14 days have passed without a manual fix",
        "  - Reviewed: 2026-09-10",
      ]),
    ]),
    "",
  ];
  return { policy: `${policy.join("\n")}\n`, readiness: readiness.join("\n") };
}
