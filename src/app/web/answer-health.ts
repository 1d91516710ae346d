import type { ServerResponse } from "node:http";
import type { Store } from "../../store/store.ts";
import type { Route } from "./http-server.ts";

/** It runs. Whoever restarts it because something else is away makes it no better. */
export const answerAlive: Route = (_, response) => answer(response, 200, "alive");

/** It can take deliveries: the store answers, and it is not about to end. */
export function answerReady(store: Pick<Store, "check">, isEnding: () => boolean): Route {
  return async (_, response) => {
    if (isEnding()) return answer(response, 503, "ending");
    try {
      await store.check();
      answer(response, 200, "ready");
    } catch {
      answer(response, 503, "the store does not answer");
    }
  };
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}
