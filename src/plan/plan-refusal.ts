import type { CheckRunEffect, StatusEffect } from "../model/effect.ts";
import type { Surroundings } from "../model/surroundings.ts";
import type { Voice } from "../model/voice.ts";
import { renderRefusal, renderRefusalLine } from "../render/refusal.ts";
import { failedRun, isPass } from "./check-run-effects.ts";

/** That a commit does not pass, whatever it would be judged to be. */
export interface Refusal {
  readonly voice: Voice;
  readonly sha: string;
  /** Those that block already are left as they are. */
  readonly names: readonly string[];
  /** `Could not evaluate` */
  readonly title: string;
  /** A clause that ends a sentence. */
  readonly why: string;
  readonly url: string | null;
  /** Of ours, on the commit. */
  readonly there: Pick<Surroundings, "statuses" | "checkRuns">;
}

export function planRefusal(refusal: Refusal): readonly (StatusEffect | CheckRunEffect)[] {
  const { voice, sha, names, title, why, url, there } = refusal;
  if (voice === "status") {
    const description = renderRefusalLine(title, why);
    const blocks = (name: string) =>
      there.statuses.some(({ context, state }) => context === name && state !== "success");
    return names
      .filter((name) => !blocks(name))
      .map((context) => ({
        ...{ kind: "set-status", sha, context, state: "failure", description },
        targetUrl: url,
      }));
  }
  const runs = there.checkRuns.state === "known" ? there.checkRuns.value : [];
  const summary = renderRefusal(why);
  return names.flatMap((name) => {
    const own = runs.find((run) => run.name === name);
    if (own !== undefined && !isPass(own)) return [];
    return [failedRun({ sha, name, title, summary, detailsUrl: url }, own)];
  });
}
