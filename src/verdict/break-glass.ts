import type { BreakGlassCommand, CommandComment } from "../model/command.ts";
import type { Note } from "../model/finding.ts";
import type { BrokenGlass, GateVerdict, RuleVerdict } from "../model/verdict.ts";
import { formatInstant } from "../time/date.ts";
import type { Duration } from "../time/duration.ts";
import { isBlocking } from "./outcomes.ts";

export interface GlassTerms {
  readonly approvals: number;
  readonly reviewWithin: Duration;
}

/**
 * The first commands of different people who may give them, in order; enough of them break the
 * glass, and from the last that it took runs the time for the review.
 */
export function brokenGlass(
  commands: readonly CommandComment<BreakGlassCommand>[],
  head: string,
  { approvals: wanted, reviewWithin }: GlassTerms,
): BrokenGlass | null {
  const people = new Map<string, BrokenGlass["approvals"][number]>();
  for (const { author, command, createdAt } of commands) {
    const login = author.toLowerCase();
    if (people.has(login)) continue;
    people.set(login, { by: author, reason: command.reason, at: createdAt });
  }
  const approvals = [...people.values()];
  const last = approvals[wanted - 1];
  if (last === undefined) return null;
  return { commit: head, approvals, reviewDue: last.at + reviewWithin };
}

/**
 * In an emergency all that fails or waits passes on conditions, also what no waiver may cover. A
 * gate that could not be judged stays as it is: nobody knows what would be let through.
 */
export function breakGlass(
  gates: readonly GateVerdict[],
  glass: BrokenGlass | null,
): {
  readonly gates: readonly GateVerdict[];
  /** Where anything passes by it. */
  readonly glass: BrokenGlass | null;
  readonly notes: readonly Note[];
} {
  const blocks = ({ outcome }: GateVerdict) => isBlocking(outcome);
  if (glass === null || !gates.some(blocks)) return { gates, glass: null, notes: [] };
  const errored = gates.filter(({ outcome }) => outcome === "errored");
  const notes = errored.length === 0 ? [] : [stillErrored(errored)];
  if (gates.filter(blocks).length === errored.length) return { gates, glass: null, notes };
  const passed = gates.map((gate) =>
    blocks(gate) && gate.outcome !== "errored" ? passing(gate, glass) : gate,
  );
  return { gates: passed, glass, notes: [toBeReviewed(glass), ...notes] };
}

function toBeReviewed({ approvals, commit, reviewDue }: BrokenGlass): Note {
  const who = approvals.map(({ by, reason }) => `\`@${by}\` (${reason})`).join(", ");
  const message = `${who} broke the glass for \`${commit.slice(0, 10)}\`: what was let through is to be reviewed before ${formatInstant(reviewDue)}`;
  return { code: "BREAK-GLASS", message, at: null };
}

function stillErrored(gates: readonly GateVerdict[]): Note {
  const names = [...new Set(gates.map(({ id }) => `\`${id}\``))].join(", ");
  const message = `the glass is broken, and ${names} still blocks: nobody can let through what could not be judged`;
  return { code: "BREAK-GLASS-ERRORED", message, at: null };
}

function passing(gate: GateVerdict, glass: BrokenGlass): GateVerdict {
  const rules = gate.rules.map((rule) => (isLifted(rule) ? lifted(rule, glass) : rule));
  return { ...gate, outcome: "conditional", waitsFor: [], rules };
}

function isLifted({ severity, outcome }: RuleVerdict): boolean {
  return severity === "block" && isBlocking(outcome) && outcome !== "errored";
}

function lifted(rule: RuleVerdict, { approvals }: BrokenGlass): RuleVerdict {
  const reasons = approvals.map(({ reason }) => reason);
  return {
    ...rule,
    outcome: "waived",
    waiver: {
      kind: "break-glass",
      reason: [...new Set(reasons)].join("; "),
      until: null,
      approvedBy: approvals.map(({ by }) => by),
      approvedIn: null,
    },
  };
}
