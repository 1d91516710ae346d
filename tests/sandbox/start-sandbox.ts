import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { SandboxServer } from "../../sandbox/server/server.ts";
import type { HostedRepository } from "../../sandbox/world/hosted-repository.ts";
import { World } from "../../sandbox/world/world.ts";

export const START = Date.parse("2026-10-01T12:00:00Z");

export const AUTHOR = { name: "Ana", email: "ana@acme.test", at: START };

export interface Started {
  readonly server: SandboxServer;
  readonly world: World;
  readonly repository: HostedRepository;
  stop(): Promise<void>;
}

/** A sandbox with `acme/shop`: `main` one commit ahead of `production`, ana writes, raj administers. */
export async function startSandbox(): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
  const world = new World(folder, START);
  for (const login of ["ana", "raj", "eve"]) world.addUser(login);
  const repository = await world.addRepository("acme/shop");
  repository.collaborators.set("ana", "write").set("raj", "admin");
  const base = { "README.md": "# Shop\n", "src/a.txt": "1\n2\n3\n" };
  const first = await repository.commit("production", {
    changes: base,
    message: "Begin",
    author: AUTHOR,
  });
  await repository.git.setRef("refs/heads/main", first);
  const changes = { "src/b.txt": "b\n" };
  await repository.commit("main", { changes, message: "Add b", author: AUTHOR });
  const server = await SandboxServer.start(world);
  return {
    server,
    world,
    repository,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Ends a test: GitHub was asked, and has answered, only as it describes. */
export async function stopBlameless({ server, stop }: Pick<Started, "server" | "stop">) {
  const { violations } = server.traffic;
  await stop();
  expect(violations).toEqual([]);
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into by their keys
  readonly body: any;
}

/** A client as plain as can be: what it sends is what is there to be read in the test. */
export function client(
  server: SandboxServer,
  token: string | null,
  redirect: "follow" | "manual" = "follow",
) {
  return async (request: string, body?: unknown): Promise<Answer> => {
    const [method = "GET", path = ""] = request.split(" ");
    const response = await fetch(`${server.addresses.api}${path}`, {
      method,
      redirect,
      headers: token === null ? {} : { authorization: `bearer ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const { status, headers } = response;
    return { status, headers, body: text === "" ? undefined : JSON.parse(text) };
  };
}

/** Asks GraphQL, as ana unless another token is given. */
export async function query(
  { server, world }: Started,
  text: string,
  variables: object = {},
  token = world.userToken("ana"),
) {
  const response = await fetch(`${server.addresses.html}/api/graphql`, {
    method: "POST",
    headers: { authorization: `bearer ${token}` },
    body: JSON.stringify({ query: text, variables }),
  });
  const body: Answer["body"] = await response.json();
  return { status: response.status, ...body };
}

export const inShop = (fields: string) =>
  `query { repository(owner: "acme", name: "shop") { ${fields} } }`;
