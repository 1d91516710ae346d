import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface SpawnedApp {
  readonly child: ChildProcess;
  /** All that it has written, to both. */
  output(): string;
  /** The lines of its log, which are JSON each. */
  lines(): readonly LogLine[];
  /** The first line of the log with that message; throws if it ends without one. */
  told(message: string): Promise<LogLine>;
  /** How it ended: its code, or the signal that killed it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly [field: string]: unknown;
}

export interface SpawnOptions {
  readonly cwd?: string;
  readonly script?: string;
  /** Modules that are loaded before it, in each of its threads. */
  readonly preloaded?: readonly string[];
}

/** `npm start` without npm, with this environment and no other. */
export function spawnApp(
  env: Readonly<Record<string, string>>,
  { cwd = ROOT, script = "src/app/start.ts", preloaded = [] }: SpawnOptions = {},
): SpawnedApp {
  const before = preloaded.flatMap((path) => ["--import", pathToFileURL(resolve(ROOT, path)).href]);
  const child = spawn(process.execPath, [...before, resolve(ROOT, script)], {
    ...{ cwd, env, stdio: ["ignore", "pipe", "pipe"] },
  });
  let [logged, written] = ["", ""];
  const listeners = new Set<() => void>();
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    logged += text;
    written += text;
    for (const listener of listeners) listener();
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    written += text;
  });
  const ended = once(child, "close").then(([code, signal]) => code ?? signal);
  const lines = () =>
    logged
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line) as LogLine);
  return {
    ...{ child, lines, ended },
    output: () => written,
    told: (message) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const line = lines().find((one) => one.message === message);
          if (line === undefined) return;
          listeners.delete(look);
          resolve(line);
        };
        listeners.add(look);
        look();
        void ended.then(() => reject(new Error(`it ended without \`${message}\`: ${written}`)));
      }),
  };
}
