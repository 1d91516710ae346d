import type { Finding } from "../model/finding.ts";
import { isBlocking } from "./outcomes.ts";

/** What is not there, from the whole document down to one item of it. */
const DEPTHS: readonly RegExp[] = [
  /^(?:READINESS|FILE|FRONT-MATTER)-|^DOCUMENT-NONE$/,
  /^SECTION-/,
  /^(?:TABLE-(?:MISSING|AMBIGUOUS)|COLUMN-.*|CHECKLIST-EMPTY|METRICS-EMPTY|DOCUMENT-NO-HEADINGS|VALUES-(?:EMPTY|NO-FRONT-MATTER)|SCHEDULE-NO-ENTRY|DECISION-MISSING)$/,
  /-(?:MISSING|DELETED)$/,
];

/** Findings that say that nothing of what is below could be looked at. */
const WHOLE = 3;

/** No word about the repository: it could not be read or judged. */
const UNREAD: ReadonlySet<string> = new Set(["FACT-UNREADABLE", "NEEDS-GITHUB", "RULE-DEFECT"]);

/**
 * Whether what is wrong here is in order on base, or was further than here: then the change broke
 * it, and it is no debt of the first day. Where base lacks more than the change, it is one: a branch
 * that is promoted to may be behind.
 */
export function isMended(finding: Finding, onBase: readonly Finding[]): boolean {
  const depth = depthOf(finding);
  return !onBase
    .filter(({ outcome, code }) => isBlocking(outcome) && !UNREAD.has(code))
    .some((other) => {
      if (other.code === finding.code && other.item === finding.item) return true;
      const above = depthOf(other);
      if (above < WHOLE && above < depth) return true;
      return above <= depth && isRelated(other.item, finding.item);
    });
}

function depthOf({ code }: Finding): number {
  const depth = DEPTHS.findIndex((pattern) => pattern.test(code));
  return depth === -1 ? DEPTHS.length : depth;
}

/** The same item, or a part of it: `Accuracy` and `Accuracy minimum`. */
function isRelated(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const [short = "", long = ""] = [one, other].sort((a, b) => a.length - b.length);
  return short === long || long.startsWith(`${short} `) || long.startsWith(`${short}: `);
}
