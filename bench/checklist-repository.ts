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
        `        items: [{id: ${id}, require: [owner, reviewed]}]`,
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
      "Owner: @ana · Reviewed: 2026-09-10",
      "",
      ...gate.items.flatMap(itemLines),
    ]),
    "",
  ];
  return { policy: `${policy.join("\n")}\n`, readiness: readiness.join("\n") };
}

/** The three forms of an item in turn: with its evidence, with fields below it, not applicable. */
function itemLines(id: string, index: number): readonly string[] {
  switch (index % 3) {
    case 0:
      return [
        `- [x] \`${id}\` Production reproduces the quality of the pilot · [audit](docs/audit.md)`,
      ];
    case 1:
      return [
        `- [x] \`${id}\` No manual intervention at production volume`,
        "  - Owner: @raj",
        "  - Done when: 14 days without a manual fix",
      ];
    default:
      return [
        `- [x] \`${id}\` Feature store in use`,
        "  - N/A: single production model, feature store not needed yet",
      ];
  }
}
