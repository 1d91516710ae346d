import type { Note } from "../model/finding.ts";
import type { GateVerdict } from "../model/verdict.ts";
import { unreadableFact } from "../rules/evaluate-rule.ts";
import { counts } from "../verdict/outcomes.ts";
import type { Selected } from "./select.ts";

/** Ids of the services of which some gate says anything. */
export function servicesJudged(gates: readonly GateVerdict[]): ReadonlySet<string | null> {
  const counting = gates.filter((gate) => gate.undetermined || counts(gate.outcome));
  return new Set(counting.map(({ service }) => service));
}

/** What there is to say of the services judged. */
export function selectionNotes(
  { unreadable, governed, services, gone }: Selected,
  gates: readonly GateVerdict[],
): readonly Note[] {
  if (unreadable !== null) {
    const { code, problem, remedy } = unreadableFact(unreadable);
    return [{ code, message: `${problem}; ${remedy}`, at: null }];
  }
  if (!governed)
    return [note("NO-GATES-APPLY", "no path that the policy governs changed: no gates apply")];
  if (services.length === 0) {
    return [
      note(
        "NO-SERVICES",
        "governed paths changed, but no folder is a service: nothing can vouch for them; correct `services` in the policy",
      ),
    ];
  }
  const judged = servicesJudged(gates);
  return [
    ...gone.map((id) =>
      note(
        "SERVICE-GONE",
        `\`${id}\` is on base and taken away here, where something is added that may be the same one under another name: so it is judged as well; remove it in a change of its own, or have its gates waived`,
      ),
    ),
    ...services
      .filter(({ id }) => !judged.has(id))
      .map(({ id }) =>
        note(
          "NOTHING-COUNTS",
          `no gate judged ${id === null ? "this change" : `\`${id}\``}: each was limited by \`when\`, \`changed\`, \`gates\` or \`enforce_from\``,
        ),
      ),
  ];
}

function note(code: string, message: string): Note {
  return { code, message, at: null };
}
