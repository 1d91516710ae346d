import type { AppMetrics } from "../metrics/app-metrics.ts";
import type { Route } from "./http-server.ts";

/** What Prometheus reads. */
export function answerMetrics(metrics: AppMetrics): Route {
  return async (_, response) => {
    const text = await metrics.text();
    response.writeHead(200, { "content-type": metrics.contentType });
    response.end(text);
  };
}
