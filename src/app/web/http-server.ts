import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** GitHub gives up on a delivery after ten seconds, and so does whoever sends one slowly. */
const LONGEST_REQUEST = 10_000;

/**
 * A proxy in front keeps connections for up to two minutes. Where we close one just as it sends a
 * delivery, that one is lost until it is asked for again: so it is the proxy that closes.
 */
const LONGEST_IDLE = 150_000;

export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface Listening {
  readonly address: string;
  /** Takes nothing more, and resolves once what was taken is answered. */
  stop(): Promise<void>;
  /** Cuts off what is not answered yet. */
  cut(): void;
}

/**
 * Serves what is asked for by path. There is nothing else: no files, no listing, no version.
 *
 * @param routes by path, such as `/healthz`
 */
export async function serve(
  routes: Readonly<Record<string, Route>>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createServer((request, response) => {
    const [path = ""] = (request.url ?? "").split("?");
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (route === undefined) {
      response.writeHead(404, { "content-type": "text/plain", connection: "close" });
      response.end("There is nothing here.\n");
      return;
    }
    void (async () => route(request, response))().catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.requestTimeout = LONGEST_REQUEST;
  server.headersTimeout = LONGEST_REQUEST;
  server.keepAliveTimeout = LONGEST_IDLE;
  server.listen(port, host);
  await once(server, "listening");
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${host.includes(":") ? `[${host}]` : host}:${taken}`,
    stop: () => close(server),
    cut: () => server.closeAllConnections(),
  };
}

async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  await closed;
}
