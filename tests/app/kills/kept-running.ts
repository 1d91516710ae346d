import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { installApp } from "../../../sandbox/world/apps.ts";
import type { HostedRepository } from "../../../sandbox/world/hosted-repository.ts";
import type { PullRequest } from "../../../sandbox/world/issue.ts";
import { openPull } from "../../../sandbox/world/pull-requests.ts";
import { WEBHOOKS } from "../../../src/app/web/webhooks-path.ts";
import { CONTEXT, POLICY } from "../../promotion/promote-shop.ts";
import { AUTHOR, type Started, startSandbox, stopBlameless } from "../../sandbox/start-sandbox.ts";
import { registerGates } from "../register-gates.ts";
import { SECRET } from "../run-service.ts";
import { type SpawnedApp, spawnApp } from "../spawn-app.ts";
import type { DeathPoint } from "./die-at.ts";

export const BOT = "stage-gates[bot]";

/** A lease of a process that died ends within this. */
const LEASE = 62_000;
const POLL = 10;

/** The service in a process of its own that is killed and started again, at a sandbox that stays. */
export class KeptRunning {
  readonly sandbox: Started;
  readonly #env: Readonly<Record<string, string>>;
  readonly #folder: string;
  readonly #app: number;
  readonly #heard: ReturnType<typeof registerGates>["app"];
  readonly #promotions: { readonly repository: HostedRepository; readonly pull: PullRequest }[] =
    [];
  #running: SpawnedApp | null = null;

  private constructor(sandbox: Started, folder: string, store: string) {
    const { world, server } = sandbox;
    world.runClock();
    const { app, privateKey } = registerGates(world);
    installApp(world, app, { account: "acme", by: "raj" });
    this.sandbox = sandbox;
    this.#folder = folder;
    this.#app = app.id;
    this.#heard = app;
    this.#env = {
      ...{ APP_ID: String(app.id), PRIVATE_KEY: privateKey, WEBHOOK_SECRET: SECRET },
      ...{ GITHUB_API_URL: server.addresses.api, HOST: "127.0.0.1", PORT: "0", METRICS_PORT: "0" },
      ...{ DEBOUNCE_MS: "0", DIE_AT: join(folder, "die-at") },
      NODE_COMPILE_CACHE: join(folder, "compiled"),
      ...(store.startsWith("postgres") ? { DATABASE_URL: store } : { STORE_FILE: store }),
    };
  }

  /** @param database address of an empty one in PostgreSQL; without it, a file of its own. */
  static async start(database?: string): Promise<KeptRunning> {
    const folder = mkdtempSync(join(tmpdir(), "kills-"));
    const kept = new KeptRunning(await startSandbox(), folder, database ?? fileIn(folder));
    await kept.again();
    kept.running.child.kill("SIGUSR2");
    return kept;
  }

  /** Of SQLite, in a folder of its own. */
  get file(): string {
    return fileIn(this.#folder);
  }

  get running(): SpawnedApp {
    if (this.#running === null) throw new Error("it was not started");
    return this.#running;
  }

  /** Starts it and waits until it has looked at everything. */
  async again(): Promise<void> {
    this.#running = spawnApp(this.#env, { preloaded: ["tests/app/kills/die-at.ts"] });
    const { address } = await this.#running.told("started");
    this.#heard.webhook = { url: `${address}${WEBHOOKS}`, secret: SECRET };
    await this.looked("", "deliveries");
    const { world } = this.sandbox;
    for (const { fullName } of world.repositories()) await this.looked(fullName, "repository");
    for (const { repository, pull } of this.#promotions) {
      await this.looked(repository.fullName, `pull/${pull.number}`);
    }
  }

  /**
   * Waits until the process that runs has looked at it to the end.
   *
   * @param since how many lines its log had when that was begun to be waited for
   */
  async looked(repository: string, subject: string, since = 0): Promise<void> {
    await this.until(() =>
      this.running
        .lines()
        .slice(since)
        .some((line) => {
          if (line.repository !== repository || line.subject !== subject) return false;
          return line.message === "looked at" && line.how === "done";
        }),
    );
  }

  async until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await isSo())) {
      if (this.#running !== null && this.running.child.exitCode !== null) {
        throw new Error(`it ended: ${this.running.output()}`);
      }
      await wait(POLL);
    }
  }

  /** It dies there when the next delivery comes. */
  dieAt(point: DeathPoint): void {
    writeFileSync(join(this.#folder, "die-at"), point);
  }

  kill(): void {
    this.running.child.kill("SIGKILL");
  }

  /** Once it is dead, and so late that what it had leased is free. */
  async afterDeath(): Promise<void> {
    await this.running.ended;
    rmSync(join(this.#folder, "die-at"), { force: true });
    this.sandbox.server.faults.clear();
    const { world, server } = this.sandbox;
    await server.webhooks.settled();
    world.now += LEASE;
    await this.again();
  }

  /** A repository whose promotion lacks its runbook. */
  async repository(name: string): Promise<HostedRepository> {
    const { world } = this.sandbox;
    const repository = await world.addRepository(name);
    repository.collaborators.set("ana", "write").set("raj", "admin");
    const commit = (branch: string, changes: Readonly<Record<string, string>>) =>
      repository.commit(branch, { changes, message: "Go on", author: AUTHOR });
    await repository.git.setRef("refs/heads/main", await commit("production", { "a.txt": "a\n" }));
    await commit("main", { ".github/stage-gates.yml": POLICY });
    return repository;
  }

  async promotion(repository: HostedRepository): Promise<PullRequest> {
    const pull = await openPull(this.sandbox.world, repository, {
      ...{ author: "ana", title: "Release", body: null, base: "production", head: "main" },
    });
    this.#promotions.push({ repository, pull });
    return pull;
  }

  /** What a promotion shows of ours: `once` where there is one of each, and the verdict is right. */
  shows({ repository, pull }: { repository: HostedRepository; pull: PullRequest }) {
    const runs = repository.runsOf(pull.headSha).filter(({ name }) => name === CONTEXT);
    return {
      runs: runs.map(({ conclusion, app }) => (app === this.#app ? conclusion : "of another")),
      comments: pull.comments.filter(({ author }) => author === BOT).length,
      issues: [...repository.issues.values()].filter(({ author }) => author === BOT).length,
    };
  }

  get promotions() {
    return this.#promotions;
  }

  async stop(): Promise<void> {
    this.#running?.child.kill("SIGKILL");
    await this.#running?.ended;
    await stopBlameless(this.sandbox);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function fileIn(folder: string): string {
  return join(folder, "data", "store.db");
}
