import type { Note } from "../model/finding.ts";
import type { GateVerdict } from "../model/verdict.ts";
import { unreadableFact } from "../rules/evaluate-rule.ts";
import { counts } from "../verdict/outcomes.ts";
import type { Selected } from "./select.ts";

/** Whether a gate says anything of its service. */
export function isCounting(gate: GateVerdict): boolean {
  return gate.undetermined || counts(gate.outcome);
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
  const judged = new Set(gates.filter(isCounting).map(({ service }) => service));
  return [
    ...gone.map((id) =>
      note(
        "SERVICE-GONE",
        `\`${id}\` is on base and taken away here, where another service is added: in case that is the same one under another name it is judged as well; remove it in a change of its own, or have its gates waived`,
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
