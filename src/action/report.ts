import type { Applied } from "../github/apply-effects.ts";
import { contextOf } from "../model/context.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Attempt } from "../promotion/promote-all.ts";
import { isBlocking } from "../verdict/outcomes.ts";
import { failureText, judgingFailureText } from "./permissions.ts";
import type { Ran } from "./run-action.ts";

/** What a run tells besides what it wrote on GitHub. */
export interface Report {
  readonly outputs: {
    readonly decision: string;
    readonly failing: readonly string[];
    readonly "comment-url": string;
  };
  readonly verdicts: readonly Verdict[];
  /** A line for each pull request. */
  readonly lines: readonly string[];
  /** What failed, with what to do; any of them makes the job fail. */
  readonly errors: readonly string[];
  /** What failed beside the verdict. */
  readonly warnings: readonly string[];
}

export function reportOf(
  ran: Ran,
  { event, dryRun }: { readonly event: string; readonly dryRun: boolean },
): Report {
  const verdicts = ran.attempts.flatMap(verdictOf);
  const applied = ran.attempts.flatMap(({ promoted }) => promoted?.applied ?? []);
  const worst = worstOf(verdicts);
  const failed = applied.filter(({ failure }) => failure !== null);
  const isStatus = ({ effect }: Applied) => effect.kind === "set-status";
  // A reply to `/gate help` has an address too.
  const comment = applied.find(({ effect, url }) => effect.kind !== "reply" && url !== undefined);
  const texts = (list: readonly Applied[]) => list.flatMap((one) => failureText(one, event) ?? []);
  return {
    outputs: {
      decision: worst?.decision ?? "",
      failing: [...new Set(verdicts.flatMap(blockingGates))],
      "comment-url": comment?.url ?? "",
    },
    verdicts,
    lines:
      ran.nothing === null
        ? [...ran.attempts.map((one) => lineOf(one, dryRun)), ...unseenIn(ran.attempts)]
        : [ran.nothing],
    errors: [
      ...ran.attempts.flatMap(({ number, failure }) =>
        failure === null ? [] : [judgingFailureText(number, failure)],
      ),
      ...texts(failed.filter(isStatus)),
    ],
    warnings: texts(failed.filter((one) => !isStatus(one))),
  };
}

function verdictOf({ promoted }: Attempt): readonly Verdict[] {
  const outcome = promoted?.outcome;
  return outcome?.state === "judged" || outcome?.state === "invalid" ? [outcome.verdict] : [];
}

/** Once for all, and in the log alone: most organizations have none, and nobody could silence it. */
function unseenIn(attempts: readonly Attempt[]): readonly string[] {
  const unseen = attempts.flatMap(({ promoted }) =>
    promoted?.outcome.state === "judged" ? (promoted.outcome.unseen ?? []) : [],
  );
  return [...new Set(unseen)].map(
    (name) =>
      `no organization policy was seen: if there is a private \`${name}\`, give \`org-token\``,
  );
}

const RANKS = ["no-go", "undetermined", "conditional-go", "go"] as const;

function worstOf(verdicts: readonly Verdict[]): Verdict | undefined {
  return verdicts.toSorted((a, b) => RANKS.indexOf(a.decision) - RANKS.indexOf(b.decision))[0];
}

function blockingGates({ gates }: Verdict): readonly string[] {
  return gates.filter(({ outcome }) => isBlocking(outcome)).map(({ id }) => id);
}

function lineOf({ number, promoted, failure }: Attempt, dryRun: boolean): string {
  if (promoted === null) return `#${number}: could not be judged: ${failure.message}`;
  const { outcome, pull, applied } = promoted;
  switch (outcome.state) {
    case "closed":
      return `#${number}: is closed, nothing to do`;
    case "moving":
      return `#${number}: moved while it was judged; the run of its new commit has it`;
    case "no-promotion":
      return `#${number}: no stage owns the branch ${JSON.stringify(pull.baseBranch)}, nothing to do`;
    default: {
      const written = applied.filter((one) => one.failure === null).length;
      const { decision, stage } = outcome.verdict;
      const changes =
        written === 0 ? "nothing changed" : `${written} ${dryRun ? "to be written" : "written"}`;
      return `#${number}: ${contextOf(stage)}: ${decision} (${changes})`;
    }
  }
}
