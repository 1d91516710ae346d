import type { Note } from "../model/finding.ts";
import type { Exemption } from "../model/policy.ts";
import type { Timeline } from "../time/timeline.ts";

export interface ExemptGates {
  readonly gates: ReadonlySet<string>;
  /** Every exemption is told, also one that is over. */
  readonly notes: readonly Note[];
}

/** Gates that the organization lets this repository pass by until a day is over. */
export function exemptGates(exemptions: readonly Exemption[], time: Timeline): ExemptGates {
  const gates = new Set<string>();
  const notes = exemptions.map(({ gates: ids, reason, until, at }): Note => {
    const names = ids.map((id) => `\`${id}\``).join(", ");
    if (time.isOver(until)) {
      return {
        code: "EXEMPTION-EXPIRED",
        message: `the exemption from ${names} ended on ${until}`,
        at,
      };
    }
    for (const id of ids) gates.add(id);
    return {
      code: "EXEMPT",
      message: `the organization exempts this repository from ${names} until ${until}: ${reason}`,
      at,
    };
  });
  return { gates, notes };
}
