import type { PhrasingContent } from "mdast";
import type { Verdict } from "../model/verdict.ts";
import { inertLine } from "./inert-text.ts";
import { markdownOf } from "./markdown-budget.ts";
import { code, link, paragraphOf, prose, words as say } from "./markdown-text.ts";
import { renderStatus } from "./status.ts";

/** What came of looking at a commit that would be deployed. */
export type DeploymentWord =
  | { readonly is: "no-policy"; readonly why: string }
  | { readonly is: "no-stage" }
  | { readonly is: "not-brought" }
  /** The commit is neither the head nor the merge of the pull request that brought it. */
  | { readonly is: "part"; readonly number: number }
  /** The branch has it no more. */
  | { readonly is: "gone"; readonly number: number; readonly branch: string }
  | {
      readonly is: "judged";
      readonly number: number;
      readonly passes: boolean;
      readonly verdict: Verdict;
    }
  | { readonly is: "unjudged"; readonly why: string; readonly number?: number };

interface Asked {
  readonly environment: string;
  readonly stage: string | null;
  readonly head: string;
  /** Its address. */
  readonly repository: string;
}

/** Pull requests that are told of; all of them have to pass. */
const TOLD = 3;

/** What GitHub shows beside the deployment: whether it may go on, and what to do where it may not. */
export function renderGateAnswer(
  words: readonly DeploymentWord[],
  asked: Asked,
): { readonly state: "approved" | "rejected"; readonly comment: string } {
  const stops = words.filter((word) => !isPass(word));
  const passes = words.length > 0 && stops.length === 0;
  const told = (passes ? words : stops).slice(0, TOLD);
  const content = told.flatMap((word) => [say(" "), ...sentences(word, asked)]);
  const comment = markdownOf([paragraphOf(say(passes ? "✅" : "❌"), ...content)]).trimEnd();
  return { state: passes ? "approved" : "rejected", comment };
}

function isPass(word: DeploymentWord): boolean {
  return word.is === "judged" && word.passes;
}

function sentences(
  word: DeploymentWord,
  { environment, stage, head, repository }: Asked,
): readonly PhrasingContent[] {
  const commit = code(head.slice(0, 7));
  const into = code(stage ?? "");
  const pull = (number: number) => link(`${repository}/pull/${number}`, say(`#${number}`));
  switch (word.is) {
    case "no-policy":
      return [
        say("The policy has problems, so nothing can be deployed: "),
        ...ended(word.why),
        say(" Mend it, and run this again."),
      ];
    case "no-stage":
      return [
        ...[say("The environment "), code(environment)],
        say(" belongs to no stage, so nobody knows which gates guard it. Name it under "),
        ...[code("environments"), say(" of a stage in "), code(".github/stage-gates.yml")],
        say(", or take the rule off the environment."),
      ];
    case "not-brought":
      return [
        ...[say("No merged pull request into a branch of "), into, say(" brought "), commit],
        say(". Deploy the merge of one that passed."),
      ];
    case "part":
      return [
        ...[commit, say(" is in the middle of "), pull(word.number)],
        ...[
          say(" and was never judged. Deploy the merge of "),
          pull(word.number),
          say(" instead."),
        ],
      ];
    case "gone":
      return [
        ...[commit, say(" of "), pull(word.number), say(" is not in "), code(word.branch)],
        say(" any more. Deploy what the branch holds."),
      ];
    case "judged":
      return [
        ...[pull(word.number), say(" into "), into, say(", judged again just now: ")],
        ...ended(renderStatus(word.verdict, "")),
        ...(word.passes ? [] : [say(" Put that right, and run this again.")]),
      ];
    case "unjudged":
      return [
        ...[word.number === undefined ? commit : pull(word.number), say(" could not be judged: ")],
        ...[...ended(word.why), say(" Run this again once that is put right.")],
      ];
  }
}

function ended(text: string): readonly PhrasingContent[] {
  return prose(`${inertLine(text, 300).replace(/\.$/, "")}.`);
}
