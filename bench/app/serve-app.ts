import { pino } from "pino";
import type { AppLog } from "../../src/app/app-log.ts";
import { runApp } from "../../src/app/run-app.ts";
import type { Settings } from "../../src/app/settings.ts";
import type { Told } from "./started.ts";

/** The service as a process of its own, which tells how much it takes. */
const silent = () => {};
const log: AppLog = {
  info: silent,
  warn: (message, fields) => console.error(message, JSON.stringify(fields)),
  error: (message, fields) => console.error(message, JSON.stringify(fields)),
  forProbot: pino({ level: "silent" }),
};
const { settings } = JSON.parse(process.env.BENCH_APP ?? "") as { readonly settings: Settings };
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
