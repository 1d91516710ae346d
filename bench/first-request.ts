import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./whole-process.ts";

const ACTION = fileURLToPath(new URL("../dist/action.js", import.meta.url));
const RUNS = 15;

/** How long the action takes from its start to its first request, beside a bare Node that ends. */
export interface FirstRequest {
  /** Median, in milliseconds. */
  readonly action: number;
  /** Median, in milliseconds. */
  readonly bare: number;
}

export async function measureFirstRequest(): Promise<FirstRequest> {
  const folder = mkdtempSync(join(tmpdir(), "stage-gates-first-request-"));
  const event = join(folder, "event.json");
  writeFileSync(event, JSON.stringify({ action: "opened", pull_request: { number: 1 } }));
  // It refuses everything: what comes after the first request is measured elsewhere.
  const server = createServer((_, response) => response.writeHead(401).end("{}"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const env = {
    GITHUB_API_URL: `http://127.0.0.1:${port}/api/v3`,
    GITHUB_GRAPHQL_URL: `http://127.0.0.1:${port}/api/graphql`,
    GITHUB_REPOSITORY: "acme/shop",
    GITHUB_EVENT_NAME: "pull_request_target",
    GITHUB_EVENT_PATH: event,
    INPUT_TOKEN: "none",
    RUNNER_TEMP: folder,
  };
  const actions: number[] = [];
  const bares: number[] = [];
  try {
    for (let turn = 0; turn <= RUNS; turn += 1) {
      const bare = await timeOf(["-e", "0"], env, "exit");
      const asked = once(server, "request");
      const action = await timeOf([ACTION], env, asked);
      // The first turn warms the file cache.
      if (turn > 0) {
        bares.push(bare);
        actions.push(action);
      }
    }
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
  return { action: median(actions), bare: median(bares) };
}

/** Milliseconds from the start of Node until it ends, or until something else has happened. */
async function timeOf(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  until: "exit" | Promise<unknown>,
): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: "ignore" });
  const ended = once(child, "exit");
  await (until === "exit" ? ended : until);
  const time = performance.now() - start;
  await ended;
  return time;
}
