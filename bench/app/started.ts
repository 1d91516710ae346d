import { type ChildProcess, type ForkOptions, fork } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Settings } from "../../src/app/settings.ts";
import type { Laid, Order, Pushed, Seen } from "./github/orders.ts";

/** As `npm start` and the image run it. */
const FLAGS = ["--max-semi-space-size=16"];

export const SECRET = "a secret of these measurements";

/** What the service says of itself. */
export interface Told {
  /** In bytes. */
  readonly rss: number;
  /** Milliseconds of CPU since it started. */
  readonly cpu: number;
  /** Whether nothing is ready or under way. */
  readonly isIdle: boolean;
}

type Ask = Order extends infer One ? (One extends Order ? Omit<One, "id"> : never) : never;

/** A child process that tells its address, and answers what it is asked. */
class Child {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (said: unknown) => void>();
  #ids = 0;

  constructor(
    file: string,
    { env = {}, flags = [] }: { readonly env?: ForkOptions["env"]; readonly flags?: string[] } = {},
  ) {
    const path = fileURLToPath(new URL(file, import.meta.url));
    const execArgv = [...process.execArgv, ...flags];
    this.#process = fork(path, [], { env: { ...process.env, ...env }, execArgv });
    this.#process.on("message", ({ id, said }: { id?: number; said?: unknown }) => {
      if (id === undefined) return;
      this.#waiting.get(id)?.(said);
      this.#waiting.delete(id);
    });
  }

  async address(): Promise<string> {
    const [{ address }] = (await once(this.#process, "message")) as [{ readonly address: string }];
    return address;
  }

  ask(question: Ask | { readonly kind: "tell" }): Promise<unknown> {
    this.#ids += 1;
    const id = this.#ids;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#process.send({ ...question, id });
    });
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, "exit");
    this.#process.kill("SIGKILL");
    await ended;
  }
}

export interface Started {
  /** Where deliveries go. */
  readonly webhooks: string;
  push(pulls: readonly Pushed[]): Promise<readonly string[]>;
  /** @param anew whether counting begins again */
  look(anew?: boolean): Promise<Seen>;
  tell(): Promise<Told>;
  stop(): Promise<void>;
}

/** The service on a store of its own, and a GitHub for it to ask; neither knows of what was before. */
export async function start(laid: Laid, changed: Partial<Settings> = {}): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), "stage-gates-bench-"));
  const github = new Child("github/serve-github.ts");
  const api = await github.address();
  await github.ask({ kind: "lay", ...laid });
  const { privateKey } = generateKeyPairSync("rsa", {
    ...{ modulusLength: 2048, publicKeyEncoding: { type: "spki", format: "pem" } },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const settings: Settings = {
    ...{ app: 4711, privateKey, secrets: [SECRET], api, host: "127.0.0.1", port: 0 },
    ...{ store: join(folder, "store.db"), atOnce: 32, debounce: 1_000 },
    ...{ sweepEvery: 600_000, logLevel: "info" },
    ...{ metricsHost: "127.0.0.1", metricsPort: 0 },
    ...changed,
  };
  const app = new Child("serve-app.ts", {
    env: { BENCH_APP: JSON.stringify({ settings }) },
    flags: FLAGS,
  });
  const address = await app.address();
  return {
    webhooks: `${address}/api/github/webhooks`,
    push: async (pulls) => (await github.ask({ kind: "push", pulls })) as readonly string[],
    look: async (anew = false) => (await github.ask({ kind: "look", anew })) as Seen,
    tell: async () => (await app.ask({ kind: "tell" })) as Told,
    async stop() {
      await Promise.all([app.stop(), github.stop()]);
      rmSync(folder, { recursive: true });
    },
  };
}
