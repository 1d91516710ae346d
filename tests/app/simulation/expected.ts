import type { Hosted } from "./hosted.ts";
import {
  DEADLINE_OVER,
  type Demand,
  type HostedState,
  LEAD,
  POLICIES,
  POLICY_BRANCH,
  type Pull,
  RUNBOOK,
  STAGE_BRANCH,
} from "./hosted-state.ts";

const WRITES = ["write", "admin"];

export interface Seen {
  readonly state: HostedState;
  readonly at: number;
  /** Other levels that somebody was told the lead has. */
  readonly access?: readonly string[];
}

/**
 * What GitHub's state comes to, said once more and in other words than the judgement's: a few lines
 * for the few policies of the stories.
 */
export function passes(pull: Pull, hosted: Hosted, { state, at, access = [] }: Seen): boolean {
  const levels = [...access, state.access[LEAD] ?? ""];
  return demandsOf(hosted, state).every((demand) => {
    switch (demand) {
      case "nothing passes":
        return false;
      case "there":
        return hosted.commits.get(pull.head)?.[RUNBOOK] !== undefined;
      case "in-time":
        return at < DEADLINE_OVER;
      case "signed":
        return isSigned(pull) && levels.some((level) => WRITES.includes(level));
    }
    return false;
  });
}

function demandsOf(hosted: Hosted, { branches }: HostedState): readonly Demand[] {
  const files = hosted.commits.get(branches[POLICY_BRANCH] ?? "");
  const text = files?.[".github/stage-gates.yml"];
  return POLICIES.find((one) => one.text === text)?.demands ?? ["nothing passes"];
}

function isSigned({ reviews, head }: Pull): boolean {
  const last = reviews.findLast(({ said }) => said !== "COMMENTED");
  return last?.said === "APPROVED" && !last.isDismissed && last.commit === head;
}

/** Open pull requests into the stage. */
export function promotionsIn({ pulls }: HostedState): readonly Pull[] {
  return pulls.filter(({ isOpen, base }) => isOpen && base === STAGE_BRANCH);
}

/** What each head has to say: the worst of all that ask to promote it. */
export function expectedOf(hosted: Hosted, at: number): ReadonlyMap<string, string> {
  const { state } = hosted;
  const expected = new Map<string, string>();
  for (const pull of promotionsIn(state)) {
    const isPass = passes(pull, hosted, { state, at }) && expected.get(pull.head) !== "failure";
    expected.set(pull.head, isPass ? "success" : "failure");
  }
  return expected;
}
