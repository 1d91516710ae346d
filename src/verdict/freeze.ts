import type { Freeze } from "../model/policy.ts";
import type { GateVerdict } from "../model/verdict.ts";
import type { Timeline } from "../time/timeline.ts";

/**
 * The built-in gate, only while a window is open: outside of one it must not count, or a change
 * that no other gate judges would pass by it. Windows are whole UTC days, both ends included.
 */
export function freezeGate(
  windows: readonly Freeze[],
  policyFile: string,
  time: Timeline,
): GateVerdict | null {
  const open = windows.filter(({ from, to }) => !time.isAhead(from) && !time.isOver(to));
  if (open.length === 0) return null;
  return {
    id: "freeze",
    title: "Freeze",
    service: null,
    outcome: "pending",
    undetermined: false,
    waitsFor: [],
    rules: [
      {
        id: "freeze",
        type: "freeze",
        title: "No freeze is on",
        severity: "block",
        outcome: "pending",
        judged: true,
        from: policyFile,
        issue: "none",
        findings: open.map(({ from, to, reason }) => ({
          code: "FREEZE-ON",
          outcome: "pending",
          problem: `promotions are frozen up to and including ${to}: ${reason}`,
          remedy: `wait until ${to} is over, or have the window end earlier: \`freeze\` in the policy of the default branch`,
          at: { file: policyFile, line: 1, column: 1 },
          asks: null,
          item: from,
        })),
        waiver: null,
      },
    ],
  };
}
