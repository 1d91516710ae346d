import type { PullRequestFact, Review } from "../../model/fact.ts";
import type { Finding } from "../../model/finding.ts";
import { dayOf } from "../../time/date.ts";
import type { Timeline } from "../../time/timeline.ts";
import type { JudgedApproval } from "../approval/judge-approval.ts";
import type { Approval, Via } from "../approval/statements.ts";
import { errored, failed, noted, pending } from "../findings.ts";
import { topOf } from "../reading/readiness.ts";
import type { SIGN_OFF_CODES } from "./codes.ts";

export type SignOffFinding = Finding<keyof typeof SIGN_OFF_CODES>;

export interface RoleQuestion {
  readonly role: string;
  readonly via: readonly Via[];
  readonly pull: PullRequestFact;
  readonly time: Timeline;
}

/** Why the role has not signed, from what stands nearest to a sign-off. */
export function notSigned(
  { role, via, pull, time }: RoleQuestion,
  judged: readonly (readonly [Approval, JudgedApproval])[],
): SignOffFinding {
  const about = { item: role, asks: role };
  const fix = howTo(role, via, pull);
  for (const [{ login, commit }, verdict] of judged) {
    if (verdict.state === "changed") {
      const what = verdict.path === null ? "the head" : `\`${verdict.path}\``;
      const problem = `${what} has changed since \`@${login}\` approved \`${commit.slice(0, 10)}\` for \`${role}\``;
      const at = verdict.path === null ? null : topOf(verdict.path);
      return pending({ code: "SIGN-OFF-CHANGED", problem, ...fix, at, ...about });
    }
    if (verdict.state === "expired") {
      const problem = `the approval of \`@${login}\` for \`${role}\` is older than it may be`;
      return pending({ code: "SIGN-OFF-EXPIRED", problem, ...fix, ...about });
    }
    if (verdict.state === "no-commit") {
      const problem = `\`@${login}\` signed for \`${role}\` without the 40 digits of a commit: a shorter id can be made to fit another commit`;
      return pending({ code: "SIGN-OFF-NO-COMMIT", problem, ...fix, ...about });
    }
  }
  const [author] = judged.filter(([, { state }]) => state === "author");
  if (author !== undefined) {
    return failed({
      code: "SIGN-OFF-BY-AUTHOR",
      problem: `\`@${author[0].login}\` wrote this pull request and cannot sign it off for \`${role}\``,
      ...fix,
      ...about,
    });
  }
  const problem = `\`${role}\` has not signed off yet, ${waiting(time.daysSince(dayOf(pull.openedAt)))}`;
  return pending({ code: "SIGN-OFF-WAITING", problem, ...fix, ...about });
}

export function samePerson(
  role: string,
  logins: readonly string[],
  via: readonly Via[],
  pull: PullRequestFact,
) {
  const who = logins.map((login) => `\`@${login}\``).join(", ");
  return failed({
    code: "SIGN-OFF-SAME-PERSON",
    problem: `for \`${role}\` only ${who} signed, and also for another role: each role needs a person of its own`,
    ...howTo(role, via, pull),
    item: role,
    asks: role,
  });
}

export function changesRequested(role: string, { author, dismissed }: Review): SignOffFinding {
  return failed({
    code: "SIGN-OFF-CHANGES-REQUESTED",
    problem: `\`@${author}\`, who holds \`${role}\`, requested changes${dismissed ? "; dismissing that does not undo it" : ""}`,
    remedy: `do what the review asks for; it counts until \`@${author}\` approves in a new review`,
    item: role,
    asks: `@${author}`,
  });
}

export function notAHolder(login: string, roles: readonly string[]): SignOffFinding {
  const asked = roles.map((role) => `\`${role}\``).join(" or ");
  return noted({
    code: "SIGN-OFF-NOT-A-HOLDER",
    problem: `\`@${login}\` does not hold ${asked}, so what they said counts for nothing here`,
    remedy: "add them to the role in the policy if they should hold it",
    item: login,
  });
}

export function unknownRole(role: string): SignOffFinding {
  return errored({
    code: "SIGN-OFF-UNKNOWN-ROLE",
    problem: `the policy has no role \`${role}\``,
    remedy: `add \`${role}\` under \`roles\` in the policy, or name one that is there`,
    item: role,
  });
}

export function coversNothing(role: string): SignOffFinding {
  return errored({
    code: "SIGN-OFF-COVERS-NOTHING",
    problem: `what \`${role}\` covers is empty: no file matches \`covers\`, and the gate has no section`,
    remedy: "mend the globs of `covers` in the policy, or give the gate a section to cover",
    item: role,
  });
}

export function unusedGlob(role: string, glob: string): SignOffFinding {
  return noted({
    code: "SIGN-OFF-UNUSED-GLOB",
    problem: `\`${glob}\`, which \`${role}\` covers, matches no file`,
    remedy: "mend the glob in the policy, or leave it out",
    item: role,
  });
}

function howTo(
  role: string,
  via: readonly Via[],
  { head }: PullRequestFact,
): { readonly remedy: string; readonly paste?: string } {
  const paste = `/gate sign-off ${role} ${head}`;
  const ways = via.map((way) =>
    way === "review" ? "approves it in a review" : `comments \`${paste}\``,
  );
  const remedy = `somebody who holds \`${role}\` and did not write it ${ways.join(", or ")}`;
  return via.every((way) => way === "review") ? { remedy } : { remedy, paste };
}

function waiting(days: number): string {
  if (days <= 0) return "asked today";
  return `asked ${days} ${days === 1 ? "day" : "days"} ago`;
}
