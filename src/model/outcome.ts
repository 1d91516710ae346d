/** How a rule or a gate ended; `docs/glossary.md` says what each one means. */
export type Outcome =
  | "passed"
  | "warned"
  | "failed"
  | "pending"
  | "errored"
  | "conditional"
  | "waived"
  | "not-applicable"
  | "scheduled";

/** Of a stage. `undetermined` exists only where rules that need GitHub were left out (`--local`). */
export type Decision = "go" | "conditional-go" | "no-go" | "undetermined";

export type Mode = "advisory" | "enforce";

export type Severity = "block" | "warn";
