import process from "node:process";
import type { AppLog } from "./app-log.ts";
import type { RunningApp } from "./run-app.ts";
import { readSettings, type SettingProblem, type Settings } from "./settings.ts";
import { concealer, secretsIn } from "./telling/conceal.ts";
import { errorFields } from "./telling/error-fields.ts";
import { jsonLog } from "./telling/json-log.ts";

/** Nothing was started; the same as of the command line where it was called wrongly. */
const INVALID = 2;
/** Whoever stops us (Docker: after ten seconds) kills what is still there. */
const HARD_END = 9_500;

/** Ctrl-C reaches us twice where npm started us, by the terminal and by npm. */
const SAME_SIGNAL = 500;

/** What a shell calls an end by a signal. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

const read = readSettings(process.env);
if (read.state === "invalid") {
  process.stderr.write(problemsText(read.problems));
  process.exitCode = INVALID;
} else {
  await start(read.settings);
}

async function start(settings: Settings): Promise<void> {
  const conceal = concealer([...secretsIn(process.env), settings.privateKey]);
  const log = jsonLog({ level: settings.logLevel, conceal });
  let app: RunningApp | null = null;
  endOnSignals(() => app, log);
  // What nobody expected would be written as it is, and half of us would go on.
  process.on("uncaughtException", (error) => {
    log.error("ended by a mistake of this program", errorFields(error));
    process.exit(1);
  });
  try {
    // Loaded only now: it is much, and whoever mends settings waits for each answer.
    const { runApp } = await import("./run-app.ts");
    app = await runApp(settings, log);
  } catch (error) {
    log.error("could not start", errorFields(error));
    process.exit(1);
  }
}

/** The first signal ends it in order, the second one at once. */
function endOnSignals(running: () => RunningApp | null, log: AppLog): void {
  let endingSince: number | null = null;
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      const app = running();
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

function problemsText(problems: readonly SettingProblem[]): string {
  const lines = problems.map(({ name, problem, fix }) => `  ${name} ${problem}: ${fix}.\n`);
  const count = problems.length === 1 ? "One setting is" : `${problems.length} settings are`;
  return `stage-gates cannot start. ${count} missing or wrong in the environment:\n${lines.join("")}`;
}
