import type { Verdict } from "../model/verdict.ts";
import { headlineOf } from "./headline.ts";
import { inertLine } from "./inert-text.ts";
import { blocks, outline, type ToldGate } from "./outline.ts";

/** GitHub refuses longer descriptions. */
const LIMIT = 140;

/**
 * The one line beside a commit status: what blocks, worst first, and where more is said.
 * `2 of 5 gates fail: ownership, runbook. Details in the pull request comment.`
 */
export function renderStatus(
  verdict: Verdict,
  details: string,
  /** Number of the pull request it is about, where several share the commit. */
  other: number | null = null,
): string {
  const [problem] = verdict.problems;
  if (problem !== undefined) {
    const { file, line } = problem.at;
    return fitted(`Could not evaluate: ${problem.message}`, ` (${file}:${line})`);
  }
  const arranged = outline(verdict);
  const { text } = headlineOf(verdict, arranged);
  // The red mark beside it says "blocked" already.
  const plain = text.replace(/^Blocked: /, "").replace(/^no /, "No ");
  const said = other === null ? plain : `#${other}: ${plain}`;
  const blocking = arranged.told.filter(({ standing }) => blocks(standing)).map(nameOf);
  return withNames(said, blocking, details);
}

function nameOf({ gate: { id, service } }: ToldGate): string {
  return inertLine(service === null ? id : `${service}/${id}`, 60);
}

/** As many names as there is room for, and the details if they still fit. */
function withNames(said: string, names: readonly string[], details: string): string {
  for (let shown = names.length; shown >= 0; shown -= 1) {
    const more = names.length - shown;
    const list = names.slice(0, shown).join(", ");
    const rest = more === 0 ? "" : shown === 0 ? "" : ` and ${more} more`;
    const line = shown === 0 ? said : `${said}: ${list}${rest}`;
    if (line.length > LIMIT) continue;
    const full = `${line}. ${details}`;
    return details !== "" && full.length <= LIMIT ? full : line;
  }
  return fitted(said, "");
}

/** With its end whole, the start cut where it has to be. */
function fitted(start: string, end: string): string {
  const kept = inertLine(end, LIMIT / 2);
  const room = LIMIT - kept.length - (kept === "" ? 0 : 1);
  return kept === "" ? inertLine(start, room) : `${inertLine(start, room)} ${kept}`;
}
