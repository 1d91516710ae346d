import type { CheckRun } from "./check.ts";
import { checkOutput } from "./check-output.ts";
import { tellIfDone } from "./check-suites.ts";
import type { RunToAdd } from "./checks.ts";
import type { HostedRepository } from "./hosted-repository.ts";
import type { World } from "./world.ts";

/** Changes what is said; annotations come on top of those that are there. */
export function changeCheckRun(
  world: World,
  repository: HostedRepository,
  run: CheckRun,
  said: Partial<Omit<RunToAdd, "head">> & {
    readonly started?: number;
    readonly completed?: number;
  },
): void {
  checkOutput(said);
  const { annotations = [], started, completed, status, conclusion, ...rest } = said;
  const was = { status: run.status, conclusion: run.conclusion };
  const now = world.tick();
  const { name, externalId, detailsUrl, title, summary, text, actions } = { ...run, ...rest };
  Object.assign(run, { name, externalId, detailsUrl, title, summary, text, actions });
  run.annotations.push(...annotations);
  if (started !== undefined) run.started = started;
  const ends = status === "completed" || (conclusion ?? null) !== null;
  if (ends) {
    run.status = "completed";
    run.conclusion = conclusion ?? run.conclusion ?? "success";
    run.completed = completed ?? now;
  } else if (status !== undefined) {
    Object.assign(run, { status, conclusion: null, completed: null });
  }
  const suite = repository.suites.find(({ id }) => id === run.suite);
  if (suite !== undefined) suite.rerequested = false;
  if (run.status !== "completed") return;
  if (was.status === "completed" && was.conclusion === run.conclusion) return;
  const sender = `${world.app(run.app)?.slug}[bot]`;
  const about = { repository, sender, subject: run.head, details: { run } };
  world.tell({ name: "check_run", action: "completed", ...about });
  if (suite !== undefined) tellIfDone(world, repository, suite);
}
