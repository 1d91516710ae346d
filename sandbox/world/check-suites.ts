import type { CheckRun, CheckSuite } from "./check.ts";
import type { HostedRepository } from "./hosted-repository.ts";
import type { World } from "./world.ts";

/** The suite that an app has for a commit, made where there is none. Actions has one for each run. */
export function suiteOf(
  world: World,
  repository: HostedRepository,
  { app, head }: Pick<CheckSuite, "app" | "head">,
): CheckSuite {
  const own = repository.suites.find((one) => one.app === app && one.head === head);
  return own ?? addSuite(world, repository, { app, head, branch: null });
}

export function addSuite(
  world: World,
  repository: HostedRepository,
  said: Pick<CheckSuite, "app" | "head" | "branch">,
): CheckSuite {
  const suite = { id: world.nextId(), ...said, created: world.now, rerequested: false };
  repository.suites.push(suite);
  return suite;
}

/** What follows a push: every app that may write checks has a suite for the commit, and is asked to. */
export function requestSuites(
  world: World,
  repository: HostedRepository,
  { branch, head, by }: { readonly branch: string; readonly head: string; readonly by: string },
): void {
  for (const installation of world.installations.values()) {
    const { app, permissions, suspended } = installation;
    if (permissions.checks !== "write" || suspended !== null) continue;
    if (!world.repositoriesOf(installation).includes(repository)) continue;
    if (repository.suites.some((one) => one.app === app && one.head === head)) continue;
    const suite = addSuite(world, repository, { app, head, branch });
    tellSuite(world, repository, suite, { action: "requested", by });
  }
}

/** Somebody asks for all runs of a suite again. What was said stands until the app says else. */
export function rerequestSuite(
  world: World,
  repository: HostedRepository,
  suite: CheckSuite,
  { by }: { readonly by: string },
): void {
  world.tick();
  suite.rerequested = true;
  tellSuite(world, repository, suite, { action: "rerequested", by });
}

/** Told when the last of its runs has ended. */
export function tellIfDone(world: World, repository: HostedRepository, suite: CheckSuite): void {
  const runs = repository.checkRuns.filter((run) => run.suite === suite.id);
  if (runs.some(({ status }) => status !== "completed")) return;
  const by = `${world.app(suite.app)?.slug}[bot]`;
  tellSuite(world, repository, suite, { action: "completed", by });
}

/** Somebody asks for one run again, or presses one of its buttons. Only its app hears of it. */
export function rerequestRun(
  world: World,
  repository: HostedRepository,
  run: CheckRun,
  { by }: { readonly by: string },
): void {
  world.tick();
  const suite = repository.suites.find(({ id }) => id === run.suite);
  if (suite !== undefined) suite.rerequested = true;
  tellRun(world, repository, run, { action: "rerequested", by });
}

export function requestAction(
  world: World,
  repository: HostedRepository,
  run: CheckRun,
  said: { readonly identifier: string; readonly by: string },
): void {
  const { identifier, by } = said;
  if (!run.actions.some((one) => one.identifier === identifier)) {
    throw new Error(`\`${run.name}\` has no button \`${identifier}\``);
  }
  world.tick();
  tellRun(world, repository, run, { action: "requested_action", by, identifier });
}

function tellRun(
  world: World,
  repository: HostedRepository,
  run: CheckRun,
  said: { readonly action: string; readonly by: string; readonly identifier?: string },
): void {
  const { action, by: sender, identifier } = said;
  const details = { run, ...(identifier !== undefined && { identifier }) };
  const about = { repository, subject: run.head, onlyApp: run.app };
  world.tell({ name: "check_run", action, sender, details, ...about });
}

function tellSuite(
  world: World,
  repository: HostedRepository,
  suite: CheckSuite,
  { action, by: sender }: { readonly action: string; readonly by: string },
): void {
  // Everybody hears when a suite is done; that it is wanted, only who is to fill it.
  const only = action === "completed" ? {} : { onlyApp: suite.app };
  const about = { name: "check_suite", action, sender, subject: suite.head, details: { suite } };
  world.tell({ ...about, repository, ...only });
}
