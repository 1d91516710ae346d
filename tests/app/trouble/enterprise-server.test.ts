import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openPull } from "../../../sandbox/world/pull-requests.ts";
import { CONTEXT, POLICY } from "../../promotion/promote-shop.ts";
import { AUTHOR, type Started, startSandbox, stopBlameless } from "../../sandbox/start-sandbox.ts";
import { runService, type Service } from "../run-service.ts";

let sandbox: Started;
let proxy: Server;
let service: Service | null;
/** What the proxy was asked for. */
let asked: string[];
/** A field that this GitHub has not. */
let unknown: RegExp | null;

beforeEach(async () => {
  [asked, unknown, service] = [[], null, null];
  sandbox = await startSandbox();
  // GitHub under a path of somebody else's address.
  proxy = createServer(async (request, response) => {
    const url = request.url ?? "/";
    asked.push(url);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const lacks = unknown?.exec(body.toString("utf8"))?.[0];
    if (lacks !== undefined && url.endsWith("/graphql")) {
      const message = `Field '${lacks}' doesn't exist on type 'Repository'`;
      const problem = {
        message,
        locations: [],
        path: ["query"],
        extensions: { code: "undefinedField" },
      };
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ errors: [problem] }));
      return;
    }
    if (!url.startsWith("/forge/")) {
      response.writeHead(404).end();
      return;
    }
    const { host: _, connection: __, "content-length": ___, ...headers } = request.headers;
    const answer = await fetch(`${sandbox.server.addresses.html}${url.slice("/forge".length)}`, {
      method: request.method ?? "GET",
      headers: headers as Record<string, string>,
      ...(body.length > 0 && { body }),
    });
    const own = Object.fromEntries(answer.headers);
    delete own["content-encoding"];
    delete own["content-length"];
    delete own["transfer-encoding"];
    response.writeHead(answer.status, own).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  await service?.stop();
  proxy.closeAllConnections();
  proxy.close();
  await stopBlameless(sandbox);
});

async function promotion() {
  const { world, repository } = sandbox;
  const { port } = proxy.address() as AddressInfo;
  const api = `http://127.0.0.1:${port}/forge/api/v3`;
  const changes = { ".github/stage-gates.yml": POLICY };
  await repository.commit("main", { changes, message: "Gate it", author: AUTHOR });
  service = await runService(sandbox, undefined, { clock: "world", settings: { api } });
  const pull = await openPull(world, repository, {
    ...{ author: "ana", title: "Release", body: null, base: "production", head: "main" },
  });
  await service.settled(0);
  return pull;
}

test("T50: a GitHub whose address has a path is asked below that path alone", async () => {
  const pull = await promotion();
  expect(sandbox.repository.runsOf(pull.headSha)).toMatchObject([
    { name: CONTEXT, conclusion: "failure" },
  ]);
  expect(asked.filter((url) => !/^\/forge\/api\/(v3\/|graphql$)/.test(url))).toEqual([]);
  expect(asked).toContain("/forge/api/graphql");
  expect(service?.lines.filter((line) => !line.startsWith("info"))).toEqual([]);
});

test("T50: one that lacks a field that is asked for lets nothing pass, and the log says which", async () => {
  unknown = /fullDatabaseId/;
  const pull = await promotion();
  expect(
    sandbox.repository.runsOf(pull.headSha).filter(({ conclusion }) => conclusion === "success"),
  ).toEqual([]);
  const failed = service?.lines.filter((line) => line.includes("could not be looked at")) ?? [];
  expect(failed.join("\n")).toContain("Field 'fullDatabaseId' doesn't exist");
});
