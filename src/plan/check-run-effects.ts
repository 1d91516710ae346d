import { createHash } from "node:crypto";
import { readMark } from "../model/check-mark.ts";
import type {
  CheckAnnotation,
  CheckButton,
  CheckRunEffect,
  CheckRunSaid,
} from "../model/effect.ts";
import type { Fact } from "../model/fact.ts";
import type { OwnCheckRun } from "../model/surroundings.ts";
import { withoutReport } from "../render/comment.ts";

/** What a check run is to show. */
export interface WantedCheckRun extends Omit<CheckRunSaid, "mark" | "buttons"> {
  readonly sha: string;
  readonly name: string;
  readonly annotations: readonly CheckAnnotation[];
  /** Commit of the policy. */
  readonly policy: string | null;
}

const BUTTONS: readonly CheckButton[] = [
  {
    label: "Re-evaluate",
    description: "Run all gates again on this commit",
    identifier: "reevaluate",
  },
];

/**
 * What is missing for the check run to be there. Where nobody knows what is there it is written all
 * the same: the newest of a name is the one that counts.
 */
export function checkRunEffects(
  { sha, name, annotations, policy, ...wanted }: WantedCheckRun,
  there: Fact<readonly OwnCheckRun[]>,
): readonly CheckRunEffect[] {
  const mark = {
    policy,
    shown: shownDigest(wanted),
    annotations: digest(annotations),
    sent: annotations.length,
  };
  const said: CheckRunSaid = { ...wanted, buttons: BUTTONS, mark };
  const runs = there.state === "known" ? there.value : [];
  const own = runs.find((run) => run.name === name);
  const old = own === undefined ? null : readMark(own.externalId);
  if (own === undefined || old === null || old.annotations !== mark.annotations) {
    return [{ kind: "create-check-run", sha, name, said, annotations }];
  }
  const missing = annotations.slice(old.sent);
  const same =
    own.conclusion === said.conclusion && old.policy === policy && old.shown === mark.shown;
  if (same && missing.length === 0 && own.isAwaited !== true) return [];
  return [{ kind: "update-check-run", id: own.id, name, said, annotations: missing }];
}

/** Whether GitHub would let it through. */
export function isPass({ conclusion }: OwnCheckRun): boolean {
  return ["success", "neutral", "skipped"].includes(conclusion ?? "");
}

/** One that fails without a verdict. What is said beside lines stays, until there is one again. */
export function failedRun(
  wanted: Pick<WantedCheckRun, "sha" | "name" | "title" | "summary" | "detailsUrl">,
  own: OwnCheckRun | undefined,
): CheckRunEffect {
  const { sha, name, ...words } = wanted;
  const old = own === undefined ? null : readMark(own.externalId);
  const { policy, annotations, sent } = old ?? { policy: null, annotations: digest([]), sent: 0 };
  const mark = { policy, shown: "no-verdict", annotations, sent };
  const failure = { conclusion: "failure", text: null, buttons: BUTTONS, mark } as const;
  const said: CheckRunSaid = { ...words, ...failure };
  return own === undefined || old === null
    ? { kind: "create-check-run", sha, name, said, annotations: [] }
    : { kind: "update-check-run", id: own.id, name, said, annotations: [] };
}

/** The address alone is no reason to write: each run has its own. */
function shownDigest({ title, summary, text, conclusion }: Omit<CheckRunSaid, "mark" | "buttons">) {
  const plain = text === null ? null : withoutReport(text);
  return digest([conclusion, title, withoutReport(summary), plain, BUTTONS]);
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}
