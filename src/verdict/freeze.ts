import type { Freeze } from "../model/policy.ts";
import type { AppliedWaiver, GateVerdict } from "../model/verdict.ts";
import type { Timeline } from "../time/timeline.ts";

/** Who let this head commit through a freeze, and why. */
export interface Lift {
  readonly by: string;
  readonly reason: string;
}

export function openWindows(windows: readonly Freeze[], time: Timeline): readonly Freeze[] {
  return windows.filter(({ from, to }) => !time.isAhead(from) && !time.isOver(to));
}

/**
 * The built-in gate, only while a window is open: outside of one it must not count, or a change
 * that no other gate judges would pass by it. Windows are whole UTC days, both ends included.
 */
export function freezeGate(
  open: readonly Freeze[],
  policyFile: string,
  lift: Lift | null,
): GateVerdict | null {
  if (open.length === 0) return null;
  return {
    id: "freeze",
    title: "Freeze",
    service: null,
    outcome: lift === null ? "pending" : "conditional",
    undetermined: false,
    waitsFor: [],
    rules: [
      {
        id: "freeze",
        type: "freeze",
        title: "No freeze is on",
        severity: "block",
        outcome: lift === null ? "pending" : "waived",
        judged: true,
        from: policyFile,
        issue: "none",
        findings: open.map(({ from, to, reason }) => ({
          code: "FREEZE-ON",
          outcome: "pending",
          problem: `promotions are frozen up to and including ${to}: ${reason}`,
          remedy: `wait until ${to} is over, have the window end earlier (\`freeze\` in the policy of the default branch), or have somebody who may waive and did not write this let the head through: \`/gate unfreeze <commit> --reason "<why>"\``,
          at: { file: policyFile, line: 1, column: 1 },
          asks: null,
          item: from,
        })),
        waiver: lift === null ? null : unfrozen(lift),
      },
    ],
  };
}

function unfrozen({ by, reason }: Lift): AppliedWaiver {
  return { kind: "unfreeze", reason, until: null, approvedBy: [by], approvedIn: null };
}
