export interface RecordText {
  readonly of?: string | null;
  readonly outcome?: string | null;
  readonly decider?: string | null;
  readonly decided?: string | null;
  /** Further lines of front matter. */
  readonly more?: readonly string[];
  readonly rationale?: string | null;
}

/** A decision record; `null` leaves a part out. */
export function decisionRecord(given: RecordText = {}): string {
  const { of, outcome, decider, decided, more, rationale } = {
    of: "launch",
    outcome: "go",
    decider: '"@mara"',
    decided: "2026-09-20",
    more: [],
    rationale: "Quality holds at ten percent of the users.",
    ...given,
  };
  const fields = Object.entries({ of, outcome, decider, decided });
  return [
    "---",
    ...fields.flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`])),
    ...more,
    "---",
    "",
    "# A decision",
    "",
    ...(rationale === null ? [] : ["## Rationale", "", rationale, ""]),
  ].join("\n");
}
