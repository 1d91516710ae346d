import process from "node:process";
import type { AppLog } from "./app-log.ts";
import type { RunningApp } from "./run-app.ts";
import {
  isFirstRun,
  readSettings,
  readSetupSettings,
  type SettingProblem,
  type Settings,
} from "./settings.ts";
import { concealer, secretsIn } from "./telling/conceal.ts";
import { errorFields } from "./telling/error-fields.ts";
import { jsonLog } from "./telling/json-log.ts";
import { WEBHOOKS } from "./web/webhooks-path.ts";

/** Nothing was started; the same as of the command line where it was called wrongly. */
const INVALID = 2;
/** Whoever stops us (Docker: after ten seconds) kills what is still there. */
const HARD_END = 9_500;

/** Ctrl-C reaches us twice where npm started us, by the terminal and by npm. */
const SAME_SIGNAL = 500;

/** What a shell calls an end by a signal. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** What signals are about. */
const running: { app: RunningApp | null; log: AppLog } = {
  app: null,
  log: logOf(process.env, "info"),
};
endOnSignals();
process.on("SIGUSR2", () => void backUp());
// What nobody expected would be written as it is, and half of us would go on.
process.on("uncaughtException", (error) => {
  running.log.error("ended by a mistake of this program", errorFields(error));
  process.exit(1);
});
await main();

async function main(): Promise<void> {
  const env = isFirstRun(process.env) ? await setUp() : process.env;
  if (env === null) return;
  const read = readSettings(env);
  if (read.state === "invalid") refuse(read.problems);
  else await start(read.settings, env);
}

/** @returns the environment with the app that was registered; `null` where that failed. */
async function setUp(): Promise<Environment | null> {
  const read = readSetupSettings(process.env);
  if (read.state === "invalid") {
    refuse(read.problems);
    return null;
  }
  const log = logOf(process.env, read.settings.logLevel);
  running.log = log;
  try {
    const { runSetup } = await import("./setup/run-setup.ts");
    const identity = await runSetup(read.settings, { log, webhooks: WEBHOOKS });
    return { ...process.env, ...identity };
  } catch (error) {
    log.error("could not be set up", errorFields(error));
    process.exitCode = 1;
    return null;
  }
}

async function start(settings: Settings, env: Environment): Promise<void> {
  const log = logOf({ ...env, PRIVATE_KEY: settings.privateKey }, settings.logLevel);
  running.log = log;
  try {
    // Loaded only now: it is much, and whoever mends settings waits for each answer.
    const { runApp } = await import("./run-app.ts");
    running.app = await runApp(settings, log);
  } catch (error) {
    log.error("could not start", errorFields(error));
    process.exit(1);
  }
}

function logOf(env: Environment, level: Settings["logLevel"]): AppLog {
  return jsonLog({ level, conceal: concealer(secretsIn(env)) });
}

/** While it runs nobody else can read the file of its store. */
async function backUp(): Promise<void> {
  const { app, log } = running;
  try {
    const file = (await app?.backUp()) ?? null;
    if (file !== null) log.info("backed up", { file });
    else log.warn("not backed up: it has not started, or its store is for pg_dump to copy");
  } catch (error) {
    log.error("could not be backed up", errorFields(error));
  }
}

/** The first signal ends it in order, the second one at once. */
function endOnSignals(): void {
  let endingSince: number | null = null;
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      const { app, log } = running;
      const now = performance.now();
      if (endingSince !== null && now - endingSince < SAME_SIGNAL) return;
      // Without an app nothing was begun that has to be ended.
      if (endingSince !== null || app === null) process.exit(code);
      endingSince = now;
      log.info("stopping", { signal });
      setTimeout(() => {
        log.error("could not stop in time: what was under way is taken up again within a minute");
        process.exit(1);
      }, HARD_END).unref();
      app.stop().then(
        () => process.exit(0),
        (error) => {
          log.error("could not stop in order", errorFields(error));
          process.exit(1);
        },
      );
    });
  }
}

/** In words, not in JSON: whoever starts it for the first time reads this. */
function refuse(problems: readonly SettingProblem[]): void {
  const lines = problems.map(({ name, problem, fix }) => `  ${name} ${problem}: ${fix}.\n`);
  const count = problems.length === 1 ? "One setting is" : `${problems.length} settings are`;
  process.stderr.write(
    `stage-gates cannot start. ${count} missing or wrong in the environment:\n${lines.join("")}`,
  );
  process.exitCode = INVALID;
}
