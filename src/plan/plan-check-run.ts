import type { CheckRunEffect, CheckRunSaid, StatusState } from "../model/effect.ts";
import { type CheckRunTerms, renderCheckRun } from "../render/check-run.ts";
import { githubLinks } from "../render/links.ts";
import { checkRunEffects } from "./check-run-effects.ts";
import type { PlanInput } from "./plan-input.ts";
import { type ToldVerdict, toldVerdict } from "./told-verdict.ts";

/** The verdict as a check run of the app's own. */
export function planCheckRun(input: PlanInput): readonly CheckRunEffect[] {
  const told = toldVerdict(input);
  if (told === null) return [];
  const { surroundings } = input;
  const { annotations, ...text } = renderCheckRun(told.verdict, termsOf(input, told));
  return checkRunEffects(
    {
      ...text,
      sha: surroundings.head,
      name: told.name,
      conclusion: CONCLUSIONS[told.state],
      annotations,
      detailsUrl: told.url,
      policy: told.verdict.policy.sha,
    },
    surroundings.checkRuns,
  );
}

/** GitHub takes `neutral` and `skipped` for passes; `action_required` it does not. */
const CONCLUSIONS: Readonly<Record<StatusState, CheckRunSaid["conclusion"]>> = {
  success: "success",
  failure: "failure",
  pending: "action_required",
};

function termsOf(input: PlanInput, told: ToldVerdict): CheckRunTerms {
  const { policy, surroundings, templates, reportUrl } = input;
  const { repository, head } = surroundings;
  // Where several ask for it, nothing may be said that is true of one of them alone.
  const pull = told.isShared ? null : surroundings.pull;
  return {
    links: githubLinks({
      repository: repository.url,
      revision: head,
      source: pull?.source ?? null,
      policy: told.verdict.policy,
      templates,
      author: pull?.author ?? null,
    }),
    repository: repository.url,
    head,
    waive: policy === null ? null : { policy, head },
    reportUrl: told.isShared ? null : reportUrl,
    other: told.other,
  };
}
