import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { answerRest } from "./answer-rest.ts";
import { executeQuery } from "./execute-query.ts";
import { graphOf } from "./graph-of.ts";
import { type HostedRepository, openPull, push } from "./hosted.ts";
import type { Laid, Order, Seen } from "./orders.ts";

/**
 * A GitHub in memory, as a process of its own: it answers what the service asks and nothing else, and
 * counts. Orders come over the channel of whoever started it.
 */
const APP = 4711;
let latency = 0;
const repositories = new Map<string, HostedRepository>();
let seen: Seen = nothing();
const graph = graphOf(repositories, APP);

const server = createServer((request, response) => {
  void answer(request, response);
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ address: `http://127.0.0.1:${port}` });
});
// Whoever started it is gone.
process.on("disconnect", () => process.exit());
process.on("message", (order: Order) => process.send?.({ id: order.id, said: obey(order) }));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  if (latency > 0) await wait(latency);
  const [status, body] = reply(request, text === "" ? {} : JSON.parse(text));
  const json = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(json),
    "x-ratelimit-limit": "12500",
    "x-ratelimit-remaining": "12500",
    "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + 3600),
  });
  response.end(json);
}

function reply(
  { method = "", url = "" }: IncomingMessage,
  body: Readonly<Record<string, unknown>>,
): readonly [number, unknown] {
  if (url.endsWith("/graphql")) {
    try {
      const text = String(body.query);
      const variables = body.variables as Readonly<Record<string, unknown>>;
      seen.reads += 1;
      if (text.includes("reviews(")) {
        const key = `${variables.owner}/${variables.name}#${numberIn(text, variables)}`;
        seen.evaluations[key] = (seen.evaluations[key] ?? 0) + 1;
      }
      return [200, { data: executeQuery(text, variables, graph) }];
    } catch (error) {
      seen.unknown.push(String(error));
      return [500, { message: String(error) }];
    }
  }
  const known = answerRest({ method, url, body }, { app: APP, repositories, seen });
  if (known !== null) return known;
  seen.unknown.push(`${method} ${url}`);
  return [500, { message: "nobody has written this down" }];
}

function numberIn(text: string, variables: Readonly<Record<string, unknown>>): unknown {
  const [, name = ""] = /pullRequest\(number: \$(\w+)\)/.exec(text) ?? [];
  return variables[name];
}

function obey(order: Order): unknown {
  switch (order.kind) {
    case "lay":
      return lay(order);
    case "push":
      for (const { repository, number, ready } of order.pulls) {
        const of = repositories.get(repository);
        const pull = of?.pulls.get(number);
        if (of === undefined || pull === undefined) continue;
        push(of, pull, { ready, now: Date.now() });
      }
      return order.pulls.map(({ repository, number }) => {
        return repositories.get(repository)?.pulls.get(number)?.head ?? "";
      });
    case "look": {
      const told = seen;
      if (order.anew) seen = nothing();
      return { ...told, pulls: pullsNow() };
    }
  }
}

function lay({ organizations, pulls, latency: late }: Laid): null {
  repositories.clear();
  latency = late;
  seen = nothing();
  for (let index = 1; index <= organizations; index += 1) {
    const of: HostedRepository = {
      ...{ owner: `org-${index}`, name: "shop", installation: index, pulls: new Map() },
    };
    for (let number = 1; number <= pulls; number += 1) of.pulls.set(number, openPull(of, number));
    repositories.set(`${of.owner}/${of.name}`, of);
  }
  return null;
}

function pullsNow(): Seen["pulls"] {
  return [...repositories].flatMap(([repository, { pulls }]) =>
    [...pulls.values()].map(({ number, head, ready, pushedAt, comments, runs }) => {
      const [run = null] = runs.get(head) ?? [];
      return {
        ...{ repository, number, head, ready, pushedAt, comments: comments.length },
        runs: runs.get(head)?.length ?? 0,
        conclusion: run?.conclusion ?? null,
        writtenAt: run?.at ?? null,
      };
    }),
  );
}

function nothing(): Seen {
  return { reads: 0, writes: {}, evaluations: {}, settled: [], unknown: [], pulls: [] };
}
