import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Soak } from "../tests/app/soak/soak.ts";
import { startPostgres } from "../tests/support/postgres.ts";
import { newDatabase } from "../tests/support/stores.ts";

/**
 * Holds the service, as it runs, to what it promises for as long as one likes: at a GitHub in memory
 * whose calls go wrong, or killed again and again. Prints its figures, and what was promised and not kept.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "60" },
    /** How many kills in the middle of bursts; then it ends. */
    kills: { type: "string" },
    /** Two replicas on a PostgreSQL of their own; else one process on SQLite. */
    postgres: { type: "boolean", default: false },
    /** How many deliveries in each second, for ten of them; then it ends. */
    burst: { type: "string" },
    /** How many installations, each with 200 pull requests, are looked at twice; then it ends. */
    reconcile: { type: "string" },
    faults: { type: "string", default: "0.01" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});

/** A burst each so many milliseconds. */
const EVERY = 1_000;
const PER_BURST = 40;
const MINUTE = 60_000;
/** For leases of the dead to end, and for what failed to be tried again. */
const PATIENCE = 5 * MINUTE;

const postgres = values.postgres ? await startPostgres() : null;
if (values.postgres && postgres === null) process.exit(1);
const seed = Number(values.seed);
const soak = await Soak.start({
  ...(values.reconcile === undefined
    ? { organizations: 10, pulls: 4, sweepMinutes: 1 }
    : { organizations: Number(values.reconcile), pulls: 200, sweepMinutes: 1_440 }),
  ...{ debounce: 100, seed },
  ...{ replicas: postgres === null ? 1 : 2 },
  database: postgres === null ? null : await newDatabase(postgres),
  faults: Number(values.faults),
});
const begun = performance.now();
say(`seed ${seed}, ${postgres === null ? "one process on SQLite" : "two on PostgreSQL"}`);
if (values.reconcile !== undefined) await reconcile();
else if (values.burst !== undefined) await burst(Number(values.burst));
else if (values.kills !== undefined) await soak.killInBursts(Number(values.kills));
else await bursts(Number(values.minutes) * MINUTE);
say("settling");
const broken = await soak.settle(PATIENCE, "wait");
await figures();
for (const one of broken) say(one);
say(broken.length === 0 ? "every promise was kept" : "promises were broken");
if (broken.length > 0) process.stdout.write(soak.output());
await soak.stop();
await postgres?.remove();
if (broken.length > 0) process.exitCode = 1;

async function burst(rate: number): Promise<void> {
  const times = await soak.burst(rate * 10, 10_000);
  const p99 = times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN;
  say(`${times.length} deliveries at ${rate} a second, answered within ${p99.toFixed(0)} ms (p99)`);
}

async function reconcile(): Promise<void> {
  for (const what of ["when nothing was said yet", "when nothing has changed"]) {
    if (what.endsWith("changed")) await soak.restart(0);
    const since = performance.now();
    const most = await soak.reconciled();
    const seconds = Math.round((performance.now() - since) / 1_000);
    say(
      `everything looked at ${what}: ${seconds} s, at most ${most} calls of a kind for an installation`,
    );
  }
}

async function bursts(milliseconds: number): Promise<void> {
  let told = begun;
  while (performance.now() - begun < milliseconds) {
    const next = performance.now() + EVERY;
    await soak.burst(PER_BURST, EVERY / 2);
    if (performance.now() - told > MINUTE) {
      told = performance.now();
      await figures();
    }
    await wait(Math.max(0, next - performance.now()));
  }
}

async function figures(): Promise<void> {
  const { acknowledged, refused, kills, faults } = soak.figures;
  const { evaluations, writes } = soak.github.look(false);
  const sum = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  const memory = (await soak.memory()).map((bytes) => `${Math.round(bytes / 1e6)} MB`);
  say(
    [
      `${acknowledged} deliveries taken, ${refused} not (and brought again)`,
      `${sum(evaluations)} evaluations, ${sum(writes)} writes`,
      `${faults} calls gone wrong, ${kills} kills, ${memory.join(" and ")}`,
    ].join("; "),
  );
}

function say(text: string): void {
  const seconds = Math.round((performance.now() - begun) / 1_000);
  process.stdout.write(`${String(seconds).padStart(5)} s  ${text}\n`);
}
