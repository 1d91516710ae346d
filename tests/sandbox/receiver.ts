import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { verify } from "@octokit/webhooks-methods";

export interface Received {
  readonly event: string;
  /** As in `X-GitHub-Delivery`. */
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Whether it was signed over its bytes with the secret. */
  readonly isSigned: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: payloads are looked into by their keys
  readonly payload: any;
}

export interface WebhookReceiver {
  readonly url: string;
  readonly received: Received[];
  /** The status it answers with from now on. */
  answers(status: number): void;
  stop(): Promise<void>;
}

/** Somebody on this machine who takes webhooks, and answers 202. */
export async function startReceiver(secret: string): Promise<WebhookReceiver> {
  const received: Received[] = [];
  let answer = 202;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const text = Buffer.concat(parts).toString("utf8");
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const isSigned = await verify(secret, text, headers["x-hub-signature-256"] ?? "");
    const event = headers["x-github-event"] ?? "";
    const id = headers["x-github-delivery"] ?? "";
    received.push({ event, id, headers, text, isSigned, payload: JSON.parse(text) });
    response.writeHead(answer).end("heard");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answers: (status) => {
      answer = status;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
