import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { bring, deliveryOf, TOUCHING } from "../../../bench/app/deliveries.ts";
import { APP, type CallFault, GitHubServer } from "../../../bench/app/github/github-server.ts";
import { SECRET } from "../../../bench/app/started.ts";
import { WEBHOOKS } from "../../../src/app/web/webhooks-path.ts";
import { Clockwork } from "../simulation/clockwork.ts";
import { type SpawnedApp, spawnApp } from "../spawn-app.ts";
import { Promises } from "./promises.ts";

export interface Soaking {
  readonly organizations: number;
  /** Open pull requests of each. */
  readonly pulls: number;
  /** How many processes; several need a database. */
  readonly replicas: number;
  /** Address of an empty database in PostgreSQL; without it, a file of SQLite. */
  readonly database: string | null;
  /** How likely a call of GitHub's goes wrong. */
  readonly faults: number;
  readonly seed: number;
  readonly debounce: number;
  readonly sweepMinutes: number;
}

export interface Figures {
  acknowledged: number;
  /** Refused, or cut off with the process: brought again. */
  refused: number;
  kills: number;
  faults: number;
}

interface Replica {
  readonly app: SpawnedApp;
  readonly webhooks: string;
  readonly metrics: string;
}

interface About {
  readonly repository: string;
  readonly installation: number;
  readonly number: number;
  readonly head: string;
}

/** A lease of a process that died ends within this. */
const LEASE = 62_000;
const PER_BURST = 60;
/** Nothing is under way when GitHub was not asked for so long. */
const QUIET = 1_500;

/** The service as it runs, in processes that are killed, at a GitHub where calls go wrong. */
export class Soak {
  readonly github: GitHubServer;
  readonly promises: Promises;
  readonly figures: Figures = { acknowledged: 0, refused: 0, kills: 0, faults: 0 };
  readonly #soaking: Soaking;
  readonly #folder = mkdtempSync(join(tmpdir(), "soak-"));
  readonly #env: Readonly<Record<string, string>>;
  readonly #replicas: (Replica | null)[] = [];
  readonly #random: Clockwork;
  /** What nobody took yet. */
  #refused: About[] = [];
  #starts = 0;
  #absent = 1_000_000;
  #calledAt = 0;
  #isFaulty = true;

  private constructor(soaking: Soaking, github: GitHubServer) {
    this.#soaking = soaking;
    this.#random = new Clockwork(soaking.seed);
    this.github = github;
    this.promises = new Promises(github.repositories);
    github.listening = {
      heard: (call) => {
        this.#calledAt = performance.now();
        return this.promises.heard(call);
      },
      faultOf: () => (this.#isFaulty && this.#random.isSo(soaking.faults) ? this.#fault() : null),
    };
    const { organizations, pulls, database, debounce, sweepMinutes } = soaking;
    github.lay({ organizations, pulls, latency: 0, sweeps: true });
    const { privateKey } = generateKeyPairSync("rsa", {
      ...{ modulusLength: 2048, publicKeyEncoding: { type: "spki", format: "pem" } },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    this.#env = {
      ...{ APP_ID: String(APP), PRIVATE_KEY: privateKey, WEBHOOK_SECRET: SECRET },
      ...{ HOST: "127.0.0.1", PORT: "0", METRICS_PORT: "0" },
      ...{ DEBOUNCE_MS: String(debounce), SWEEP_MINUTES: String(sweepMinutes) },
      NODE_COMPILE_CACHE: join(this.#folder, "compiled"),
      ...(database === null
        ? { STORE_FILE: join(this.#folder, "data", "store.db") }
        : { DATABASE_URL: database }),
    };
  }

  static async start(soaking: Soaking): Promise<Soak> {
    const soak = new Soak(soaking, await GitHubServer.start());
    for (let at = 0; at < soaking.replicas; at += 1) await soak.spawn(at);
    soak.#replicas[0]?.app.child.kill("SIGUSR2");
    return soak;
  }

  /** Starts a process in the place of one that is dead. Each has an address of GitHub of its own. */
  async spawn(at: number): Promise<void> {
    this.#starts += 1;
    const app = spawnApp(
      { ...this.#env, GITHUB_API_URL: `${this.github.address}/process-${this.#starts}` },
      { preloaded: ["tests/app/kills/die-at.ts"] },
    );
    const { address, metricsAddress } = await app.told("started");
    this.#replicas[at] = {
      app,
      webhooks: `${address}${WEBHOOKS}`,
      metrics: `${metricsAddress}/metrics`,
    };
  }

  /** Kills one in the middle of what it does. */
  async kill(at: number): Promise<void> {
    const replica = this.#replicas[at];
    if (replica === undefined || replica === null) return;
    this.#replicas[at] = null;
    this.figures.kills += 1;
    replica.app.child.kill("SIGKILL");
    await replica.app.ended;
  }

  /**
   * Brings so many deliveries within so many milliseconds; one in three tells of a push.
   *
   * @returns how long each answer took, in milliseconds, shortest first
   */
  async burst(count: number, within: number): Promise<readonly number[]> {
    const sent = Array.from({ length: count }, async (_, index) => {
      await wait((index * within) / count);
      const begun = performance.now();
      await this.#bring(this.#happens());
      return performance.now() - begun;
    });
    return (await Promise.all(sent)).sort((a, b) => a - b);
  }

  /** Starts a process anew, which looks at everything; GitHub begins to count anew. */
  async restart(at: number): Promise<void> {
    await this.kill(at);
    this.github.look(true);
    await this.spawn(at);
  }

  /**
   * Waits until each pull request was looked at and shows what is right.
   *
   * @returns how many calls of a kind that took the installation that took most
   */
  async reconciled(): Promise<number> {
    const { organizations, pulls } = this.#soaking;
    for (;;) {
      const { evaluations, calls, unknown } = this.github.look(false);
      if (unknown.length > 0) throw new Error(`GitHub does not know: ${unknown[0]}`);
      const isDone = Object.keys(evaluations).length === organizations * pulls;
      if (isDone && this.promises.wrong().length === 0) return Math.max(...Object.values(calls));
      await wait(200);
    }
  }

  /** So many bursts, in each of which one process is killed at any delivery and started again. */
  async killInBursts(kills: number): Promise<void> {
    const { replicas } = this.#soaking;
    for (let turn = 0; turn < kills; turn += 1) {
      const last = this.figures.acknowledged + this.#random.between(1, PER_BURST / 2);
      let isOver = false;
      const burst = this.burst(PER_BURST, 300).then(() => {
        isOver = true;
      });
      while (this.figures.acknowledged < last && !isOver) await wait(1);
      const at = this.#random.between(0, replicas - 1);
      await this.kill(at);
      await burst;
      await this.spawn(at);
    }
  }

  /**
   * Waits until all that was promised is so; from now on nothing goes wrong any more.
   *
   * @param patience how long it may take, in milliseconds
   * @param leases whether the time that leases of the dead last is waited for, or passes at once when
   *   nothing is under way
   * @returns what is not as it should be; empty when all is
   */
  async settle(patience: number, leases: "pass" | "wait"): Promise<readonly string[]> {
    this.#isFaulty = false;
    const begun = performance.now();
    for (;;) {
      for (const about of this.#refused.splice(0)) await this.#bring(about);
      const { promises } = this;
      const unlooked = promises.unlooked().map((pull) => `L1: ${pull} was not looked at again`);
      const wrong = promises.wrong().map((pull) => `L2: ${pull} does not show once what is right`);
      const open =
        this.#refused.length === 0 ? [...unlooked, ...wrong] : ["it takes no deliveries"];
      if (open.length === 0) return promises.violations;
      if (performance.now() - begun > patience) {
        // What nobody has written down is answered with an error: one call more that went wrong.
        const unknown = this.github.look(false).unknown.slice(0, 1);
        return [...promises.violations, ...open, ...unknown];
      }
      if (leases === "pass" && performance.now() - this.#calledAt > QUIET) await this.#passLeases();
      await wait(50);
    }
  }

  /** Resident memory of each process, in bytes. */
  async memory(): Promise<readonly number[]> {
    const texts = await Promise.all(
      this.#live().map(async ({ metrics }) => (await fetch(metrics)).text()),
    );
    return texts.map((text) => Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]));
  }

  /** What the processes that still run have logged: warnings and errors alone. */
  output(): string {
    const lines = this.#live().flatMap(({ app }) => app.lines());
    return lines
      .filter(({ level }) => level !== "info")
      .map((line) => `${JSON.stringify(line)}\n`)
      .join("");
  }

  async stop(): Promise<void> {
    for (const { app } of this.#live()) {
      app.child.kill("SIGKILL");
      await app.ended;
    }
    await this.github.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #live(): readonly Replica[] {
    return this.#replicas.filter((replica) => replica !== null);
  }

  /** Something about any pull request. */
  #happens(): About {
    const { organizations, pulls } = this.#soaking;
    const installation = this.#random.between(1, organizations);
    const [repository, number] = [`org-${installation}/shop`, this.#random.between(1, pulls)];
    if (this.#random.isSo(1 / 3)) {
      const ready = this.#random.isSo(0.5);
      const [head = ""] = this.github.push([{ repository, number, ready }]);
      this.promises.pushed(head, ready);
    }
    const head = this.github.repositories.get(repository)?.pulls.get(number)?.head ?? "";
    return { repository, installation, number, head };
  }

  async #bring(about: About): Promise<void> {
    const live = this.#live();
    const to = live[this.#random.between(0, Math.max(0, live.length - 1))];
    const sent = this.promises.now();
    const event = this.#random.oneOf(TOUCHING);
    const status = await (to === undefined
      ? 0
      : bring(deliveryOf(event, about), to.webhooks).catch(() => 0));
    if (status === 202) {
      this.figures.acknowledged += 1;
      this.promises.acknowledged(`${about.repository}#${about.number}`, sent);
    } else {
      this.figures.refused += 1;
      this.#refused.push(about);
    }
  }

  /** Who hears from GitHub again hears that a minute has gone by. */
  async #passLeases(): Promise<void> {
    this.github.ahead += LEASE;
    this.#calledAt = performance.now();
    for (const { webhooks } of this.#live()) {
      // One that nobody has leased, for there is none of that number: GitHub is asked for it.
      this.#absent += 1;
      const about = { repository: "org-1/shop", installation: 1, number: this.#absent, head: "" };
      await bring(deliveryOf("pull_request", about), webhooks).catch(() => undefined);
    }
  }

  #fault(): CallFault {
    this.figures.faults += 1;
    const when = this.#random.oneOf(["instead", "after"] as const);
    const status = this.#random.oneOf([500, 502, 503, 504]);
    return this.#random.oneOf<CallFault>([
      { kind: "answer", status, when },
      { kind: "answer", status: 429, when: "instead" },
      { kind: "cut", when },
      { kind: "late", by: 200 },
      { kind: "broken-json" },
    ]);
  }
}
