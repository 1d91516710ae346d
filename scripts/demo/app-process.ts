import { join } from "node:path";
import process from "node:process";
import { type SpawnedApp, spawnApp } from "../../tests/app/spawn-app.ts";
import { must } from "./telling.ts";

/** The service as `npm start` runs it, in a process of its own: started, stopped, killed. */
export class AppProcess {
  readonly #env: Record<string, string>;
  #running: SpawnedApp | null = null;

  /**
   * @param identity `APP_ID`, `PRIVATE_KEY`, `WEBHOOK_SECRET`, `GITHUB_API_URL`
   * @param folder where it keeps its store
   */
  constructor(identity: Readonly<Record<string, string>>, folder: string) {
    this.#env = {
      ...identity,
      ...{ HOST: "127.0.0.1", PORT: "0", METRICS_PORT: "0", NO_PROXY: "127.0.0.1" },
      DEBOUNCE_MS: "500",
      // It is started three times: what was read of TypeScript once need not be read again.
      NODE_COMPILE_CACHE: join(folder, "compiled"),
      STORE_FILE: join(folder, "stage-gates.db"),
    };
    // Whatever ends this program, nothing that it started stays behind.
    process.once("exit", () => this.#running?.child.kill("SIGKILL"));
  }

  /** @returns its address, which stays the same whenever it is started again. */
  async start(): Promise<string> {
    const running = spawnApp(this.#env);
    this.#running = running;
    const { address } = await running.told("started").catch((error: unknown) => {
      must(false, `the service starts: ${String(error)}`);
    });
    this.#env.PORT = new URL(String(address)).port;
    return String(address);
  }

  /** As a machine does that loses its power. */
  async kill(): Promise<void> {
    must((await this.#end("SIGKILL")) === "SIGKILL", "the service is killed");
  }

  /** @returns what it said last. */
  async stop(): Promise<string> {
    const lines = this.#running?.lines;
    const code = await this.#end("SIGTERM");
    must(code === 0, `the service ends with 0, not ${code}`);
    return lines?.().at(-1)?.message ?? "";
  }

  /** However the story ended. */
  async end(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Fails where it said that something went wrong, or has ended by itself. */
  mustBeWell(): void {
    // Lines with a name are Octokit's, which remarks that this machine's clock is ahead of the story's.
    const wrong = this.#running
      ?.lines()
      .filter(({ level, name }) => level !== "info" && name === undefined);
    must(wrong?.length === 0, `the service has no trouble: ${JSON.stringify(wrong?.[0])}`);
    must(this.#running?.child.exitCode === null, "the service runs");
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<number | NodeJS.Signals | null> {
    const running = this.#running;
    if (running === null) return null;
    running.child.kill(signal);
    const how = await running.ended;
    this.#running = null;
    return how;
  }
}
