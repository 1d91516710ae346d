import { promotionsIn } from "./expected.ts";
import { BOT, CONTEXT, LEAD, POLICIES, STAGE_BRANCH } from "./hosted-state.ts";
import type { Replica } from "./replica.ts";
import { ALL_COME, Simulation } from "./simulation.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Faults are over: leases, pauses and waits of what had failed are as well by then. */
const CALM = 15 * MINUTE;
/** A clock is never further off; corrected for the other way before, twice that. What it marked waits. */
const FURTHEST_OFF = 60 * MINUTE;
/** How long looking at everything may take. */
const RECONCILE = 5 * MINUTE;
/**
 * Of one look that finds nothing changed: a query for the pull request, another for files, and one
 * call each for the paths it changes, its author and whoever may sign it off.
 */
const MOST_READS = 5;

/** Tells the story of a seed. @returns what was promised and not kept. */
export async function tellStory(seed: number): Promise<readonly string[]> {
  const simulation = await Simulation.open(seed);
  const { clockwork, claims } = simulation;
  try {
    const length = clockwork.between(20, 150) * SECOND;
    setScene(simulation, clockwork.now + length);
    await clockwork.run(clockwork.now + length);
    makePeace(simulation);
    await clockwork.run(clockwork.now + CALM + 2 * FURTHEST_OFF);
    claims.checkLookedAt();
    await sweep(simulation);
    claims.checkShown();
    // To look once more at what has not changed is dear, and tells the same in every story.
    if (seed % 4 === 0) {
      const since = claims.looks.length;
      claims.settle();
      await sweep(simulation);
      claims.checkCheap(since, MOST_READS * mostSharers(simulation));
    }
    await checkBounded(simulation);
    return claims.violations;
  } finally {
    await simulation.end();
  }
}

async function sweep({ alive, clockwork }: Simulation): Promise<void> {
  await Promise.all([alive[0]?.sweep(), clockwork.run(clockwork.now + RECONCILE)]);
}

/** Who asks for one commit is judged together: as many as that look at it are read. */
function mostSharers({ hosted }: Simulation): number {
  const heads = promotionsIn(hosted.state).map(({ head }) => head);
  return Math.max(1, ...heads.map((one) => heads.filter((head) => head === one).length));
}

/** B2: what is kept to be done does not grow with what has happened. */
async function checkBounded({ store, claims, clockwork, hosted }: Simulation): Promise<void> {
  const { ready, running, failing, waiting } = await store.real.counts(clockwork.now);
  const most = hosted.state.pulls.length;
  if (ready + running + failing > 0 || waiting > most) {
    const left = JSON.stringify({ ready, running, failing, waiting });
    claims.violations.push(`B2: of ${most} pull requests there is left: ${left}`);
  }
}

function setScene(simulation: Simulation, until: number): void {
  const { clockwork, hosted } = simulation;
  const some = (most: number) => (clockwork.isSo(0.5) ? clockwork.chance() * most : 0);
  simulation.requestFaults = {
    ...{ before: some(0.1), after: some(0.1), stale: some(0.1), limit: some(0.05) },
    ...{ partial: some(0.05), slow: some(0.05) },
  };
  simulation.deliveryFaults = {
    ...{ lost: some(0.3), never: some(0.1), doubled: some(0.3), late: some(0.3) },
  };
  simulation.store.faults = { before: some(0.05), after: some(0.05), silence: some(1) };
  const replicas = clockwork.between(1, 2);
  for (let count = 0; count < replicas; count += 1) {
    const isOff = clockwork.isSo(0.2);
    const service = simulation.start();
    if (isOff) setClockWrong(simulation, service.replica);
  }
  const pulls = clockwork.oneOf([1, 1, 2, 2, 3]);
  for (let number = 1; number <= pulls; number += 1) {
    hosted.openPull(number, hosted.commit({}), STAGE_BRANCH);
  }
  const count = clockwork.between(2, 9);
  for (let step = 0; step < count; step += 1) {
    clockwork.at(clockwork.between(clockwork.now, until), () => somethingHappens(simulation));
  }
  for (let step = 0; step < clockwork.between(0, 3); step += 1) {
    clockwork.at(clockwork.between(clockwork.now, until), () => somethingBreaks(simulation));
  }
}

function somethingHappens({ clockwork, hosted }: Simulation): void {
  const numbers = hosted.state.pulls.map(({ number }) => number);
  const number = clockwork.oneOf(numbers);
  const approve = () => hosted.review(number, "APPROVED");
  clockwork.oneOf([
    ...[approve, approve, approve],
    () => hosted.push(number, clockwork.isSo(0.7), clockwork.isSo(0.5)),
    () => hosted.push(number, true, false),
    // While what was approved is just being looked at.
    () => {
      approve();
      clockwork.at(clockwork.now + clockwork.between(1_000, 1_900), () => {
        hosted.push(number, true, clockwork.isSo(0.5));
      });
    },
    () => hosted.pushSame(number, clockwork.oneOf(numbers)),
    () => hosted.review(number, clockwork.oneOf(["CHANGES_REQUESTED", "COMMENTED"] as const)),
    () => hosted.dismiss(number),
    () => hosted.dismiss(number),
    () => hosted.retarget(number),
    () => hosted.toggle(number),
    () => hosted.say(number, LEAD, "/gate help"),
    () => hosted.setPolicy(clockwork.between(0, POLICIES.length - 1)),
    () => hosted.setPolicy(clockwork.between(0, POLICIES.length - 2)),
    () => hosted.setAccess(clockwork.oneOf(["read", "admin"] as const)),
    () => hosted.forge(number, CONTEXT),
    () => hosted.rerequest(number, CONTEXT),
    () => removeComment(hosted.state.pulls, number),
  ])();
}

/** A person deletes what we said. */
function removeComment(pulls: Simulation["hosted"]["state"]["pulls"], number: number): void {
  const comments = pulls.find((pull) => pull.number === number)?.comments ?? [];
  const at = comments.findIndex(({ author }) => author === BOT);
  if (at >= 0) comments.splice(at, 1);
}

function somethingBreaks(simulation: Simulation): void {
  const { clockwork, alive } = simulation;
  const [first] = alive;
  if (first === undefined) return;
  const { replica } = clockwork.oneOf(alive);
  const restart = () => {
    clockwork.at(clockwork.now + clockwork.between(0, 90) * SECOND, () => simulation.start());
  };
  const die = () => replica.killAfter(clockwork.between(1, 60), restart);
  const sleep = () => {
    replica.standStillAfter(clockwork.between(1, 60), clockwork.between(10, 200) * SECOND);
  };
  clockwork.oneOf([
    die,
    die,
    die,
    sleep,
    sleep,
    () => setClockWrong(simulation, replica),
    () => void clockwork.really(simulation.store.lose()),
    () => {
      void first.stop().then(() => {
        first.replica.kill();
        restart();
      });
    },
  ])();
}

function setClockWrong({ clockwork, claims }: Simulation, replica: Replica): void {
  claims.clocksApart = 2 * FURTHEST_OFF;
  replica.setClock(clockwork.between(-FURTHEST_OFF, FURTHEST_OFF));
}

/** Nothing breaks any more, and somebody is there to work. */
function makePeace(simulation: Simulation): void {
  const { clockwork } = simulation;
  simulation.requestFaults = { before: 0, after: 0, stale: 0, limit: 0, partial: 0, slow: 0 };
  simulation.deliveryFaults = ALL_COME;
  simulation.store.faults = { before: 0, after: 0, silence: 0 };
  for (const { replica } of simulation.alive) replica.heal();
  clockwork.at(clockwork.now, () => {
    if (simulation.alive.length === 0) simulation.start();
  });
}
