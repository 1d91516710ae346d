import {
  type BreakGlassCommand,
  type CommandComment,
  commandLine,
  type UnfreezeCommand,
  type WaiveCommand,
} from "../model/command.ts";
import type { PullRequestFact } from "../model/fact.ts";
import { DAY, dayOf, startOf } from "../time/date.ts";
import type { Timeline } from "../time/timeline.ts";
import { misnames, type WaiverTerms } from "./waivers.ts";

/** Why a command changes nothing, whoever gave it. */
export interface Flaw {
  readonly code: string;
  /** A clause behind a colon. */
  readonly why: string;
}

export const TAKEN_BACK: Flaw = { code: "WAIVER-TAKEN-BACK", why: "it was taken back" };

type Pull = Pick<PullRequestFact, "head" | "baseChangedAt">;

/** Waivers by comment hold as those of the file do, and only for the base they were given for. */
export function waiveFlaw(
  comment: CommandComment<WaiveCommand>,
  terms: WaiverTerms,
  pull: Pull,
  time: Timeline,
): Flaw | null {
  const { command, createdAt } = comment;
  const misnamed = misnames(command, terms);
  if (misnamed !== null) return { code: "WAIVER-UNKNOWN", why: misnamed };
  if (comment.void) return TAKEN_BACK;
  const lapsed = lapse(comment, pull);
  if (lapsed !== null) return lapsed;
  if (time.isOver(command.until)) {
    return { code: "WAIVER-EXPIRED", why: `it ended on ${command.until}` };
  }
  const last = dayOf(startOf(dayOf(createdAt)) + terms.maxDays * DAY);
  if (command.until <= last) return null;
  return {
    code: "WAIVER-TOO-LONG",
    why: `it runs until ${command.until}; ${terms.maxDays} days after the comment is ${last}`,
  };
}

/**
 * Only the whole id of the head is taken: whoever can push can search for a commit whose id begins
 * like the one that was let through.
 */
export function commitFlaw(
  comment: CommandComment<UnfreezeCommand | BreakGlassCommand>,
  pull: Pull,
): Flaw | null {
  const { command } = comment;
  const head = pull.head.toLowerCase();
  if (command.commit === head) return lapse(comment, pull);
  if (!head.startsWith(command.commit)) {
    const [named, now] = [command.commit, head].map((commit) => `\`${commit.slice(0, 10)}\``);
    return { code: "COMMAND-OTHER-COMMIT", why: `it is for ${named}, and the head is ${now}` };
  }
  const line = commandLine({ ...command, commit: head });
  return {
    code: "COMMAND-SHORT-COMMIT",
    why: `of the 40 digits of the commit it has ${command.commit.length}, and another commit can be made to begin alike; to let this one through: \`${line}\``,
  };
}

/** What was allowed for one branch was not allowed for another. */
function lapse({ createdAt }: CommandComment, { baseChangedAt }: Pull): Flaw | null {
  if (baseChangedAt === null || baseChangedAt < createdAt) return null;
  return {
    code: "COMMAND-LAPSED",
    why: "the pull request asks to merge into another branch since",
  };
}
