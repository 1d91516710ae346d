import { dirname, join } from "node:path";
import { pino } from "pino";
import type { AppLog } from "../../src/app/app-log.ts";
import { runApp } from "../../src/app/run-app.ts";
import type { Settings } from "../../src/app/settings.ts";
import { concealer } from "../../src/app/telling/conceal.ts";
import { jsonLog } from "../../src/app/telling/json-log.ts";
import type { Told } from "./started.ts";

/** The service as a process of its own, which tells how much it takes; its log is a part of that. */
const { settings } = JSON.parse(process.env.BENCH_APP ?? "") as { readonly settings: Settings };
const kept = jsonLog(
  { level: settings.logLevel, conceal: concealer([...settings.secrets, settings.privateKey]) },
  pino.destination({ dest: join(dirname(settings.store), "log"), sync: true }),
);
const log: AppLog = {
  ...kept,
  warn: (message, fields) => console.error(message, JSON.stringify(fields)),
  error: (message, fields) => console.error(message, JSON.stringify(fields)),
};
const app = await runApp(settings, log);
process.send?.({ address: app.address });
process.on("disconnect", () => process.exit());
process.on("message", async ({ id, kind }: { readonly id: number; readonly kind: string }) => {
  if (kind === "stop") {
    await app.stop();
    process.exit();
  }
  const { user, system } = process.cpuUsage();
  const rss = process.memoryUsage.rss();
  const said: Told = { rss, cpu: (user + system) / 1000, isIdle: (await app.next()) !== "now" };
  process.send?.({ id, said });
});
