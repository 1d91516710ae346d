import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { StorePlace } from "../../src/store/open-store.ts";

const CHILD = fileURLToPath(new URL("./store-child.ts", import.meta.url));

/** Another process at the same store, which can be killed. */
export interface StoreProcess {
  readonly lines: readonly string[];
  /** Resolves once it has said so many lines. */
  said(count: number): Promise<void>;
  /** With SIGKILL, and resolves once it is gone. */
  kill(): Promise<void>;
  /** Resolves once it has gone by itself. */
  readonly gone: Promise<void>;
}

/** @param under a program that runs it, and what that is given before */
export function startStoreProcess(
  place: StorePlace,
  what: string,
  text = "",
  under: readonly string[] = [],
): StoreProcess {
  const [program = "", ...before] = [...under, process.execPath];
  const child = spawn(program, [...before, CHILD, JSON.stringify(place), what, text], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const errors: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => lines.push(line));
  child.stderr.on("data", (chunk) => errors.push(String(chunk)));
  let ended = false;
  const gone = Promise.all([once(child, "exit"), once(reader, "close")]).then(() => {
    ended = true;
  });
  return {
    lines,
    async said(count) {
      while (lines.length < count) {
        if (ended) throw new Error(`the process ended too early: ${errors.join("")}`);
        await Promise.race([once(reader, "line"), gone]);
      }
    },
    async kill() {
      child.kill("SIGKILL");
      await gone;
    },
    gone,
  };
}
