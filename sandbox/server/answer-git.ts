import { spawn } from "node:child_process";
import type { IncomingMessage, ServerResponse } from "node:http";
import process from "node:process";
import { gunzipSync } from "node:zlib";
import { pushCommands, refusedPush } from "../git/push-commands.ts";
import { authorize } from "../rest/operation.ts";
import type { HostedRepository } from "../world/hosted-repository.ts";
import { pushRefusal } from "../world/push-rules.ts";
import { afterPush } from "../world/pushes.ts";
import { Refusal } from "../world/refusal.ts";
import { loginOf, type Token } from "../world/token.ts";
import type { World } from "../world/world.ts";
import { credentialIn } from "./credential.ts";

/** Bytes a push may have. */
const LARGEST = 64 * 1024 * 1024;

const ADDRESS = /^\/([^/]+\/[^/]+?)(?:\.git)?(\/info\/refs|\/git-(?:upload|receive)-pack)$/;

/** What an address means to `git clone`, `fetch` and `push`; `null` where it is none of theirs. */
export function gitAddress(url: URL): { readonly name: string; readonly path: string } | null {
  const [, name, path] = ADDRESS.exec(url.pathname) ?? [];
  const isGit = path !== "/info/refs" || url.searchParams.has("service");
  return name === undefined || path === undefined || !isGit ? null : { name, path };
}

/** Serves git over HTTP by git's own program. A token is the password; who pushes must be known. */
export async function answerGit(
  world: World,
  { request, response, url }: { request: IncomingMessage; response: ServerResponse; url: URL },
): Promise<void> {
  const { name, path } = gitAddress(url) ?? { name: "", path: "" };
  const isPush = `${path}${url.search}`.includes("receive-pack");
  try {
    const token = tokenIn(world, request.headers.authorization);
    const repository = world.repository(name);
    if (isPush && token === null) throw new Refusal(401, "Requires authentication");
    authorize(world, repository, token, {
      permission: "contents",
      level: isPush ? "write" : "read",
    });
    const body = await bodyOf(request);
    const by = token === null ? null : loginOf(token);
    const asked = { method: request.method ?? "GET", path, query: url.search.slice(1), body, by };
    const type = request.headers["content-type"] ?? "";
    if (path !== "/git-receive-pack") {
      reply(response, await backend(repository, { ...asked, type }));
      return;
    }
    await push(world, repository, { ...asked, type, response });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const challenge = { "www-authenticate": 'Basic realm="sandbox"' };
    response.writeHead(error.status, error.status === 401 ? challenge : {}).end(error.message);
  }
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly type: string;
  readonly body: Buffer;
  readonly by: string | null;
}

async function push(
  world: World,
  repository: HostedRepository,
  { response, ...asked }: Asked & { readonly response: ServerResponse },
): Promise<void> {
  const { commands, capabilities } = pushCommands(asked.body);
  const reason = commands
    .map((command) => pushRefusal(repository, command))
    .find((one) => one !== null);
  if (reason !== undefined) {
    response.writeHead(200, { "content-type": "application/x-git-receive-pack-result" });
    response.end(refusedPush(commands, { reason, capabilities }));
    return;
  }
  const before = await repository.git.branches();
  const answer = await backend(repository, asked);
  const after = await repository.git.branches();
  for (const branch of new Set([...before.keys(), ...after.keys()])) {
    const by = asked.by ?? "ghost";
    await afterPush(world, repository, { branch, before: before.get(branch) ?? null, by });
  }
  reply(response, answer);
}

/** GitHub takes the token as the password, whatever the name. */
function tokenIn(world: World, header: string | undefined): Token | null {
  const [, encoded] = /^Basic (.+)$/i.exec(header ?? "") ?? [];
  if (encoded === undefined) return null;
  const [, password = ""] = /^[^:]*:(.*)$/s.exec(Buffer.from(encoded, "base64").toString()) ?? [];
  const { token, refusal } = credentialIn(world, `bearer ${password}`);
  if (refusal !== null) throw refusal;
  return token;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST) throw new Refusal(413, "Too large");
    parts.push(part);
  }
  const body = Buffer.concat(parts);
  const isZipped = request.headers["content-encoding"] === "gzip";
  return isZipped ? gunzipSync(body, { maxOutputLength: LARGEST }) : body;
}

/** What `git http-backend` says, headers and all. */
function backend(repository: HostedRepository, asked: Asked): Promise<Buffer> {
  const { method, path, query, type, body, by } = asked;
  const child = spawn("git", ["http-backend"], {
    stdio: ["pipe", "pipe", "ignore"],
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_HTTP_EXPORT_ALL: "1",
      GIT_PROJECT_ROOT: repository.git.folder,
      PATH_INFO: path,
      QUERY_STRING: query,
      REQUEST_METHOD: method,
      CONTENT_TYPE: type,
      CONTENT_LENGTH: String(body.length),
      REMOTE_ADDR: "127.0.0.1",
      ...(by !== null && { REMOTE_USER: by }),
    },
  });
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.once("error", reject).once("close", () => resolve(Buffer.concat(parts)));
    // A child that ends early closes the pipe; its answer says why.
    child.stdin.on("error", () => undefined).end(body);
  });
}

function reply(response: ServerResponse, said: Buffer): void {
  const end = said.indexOf("\r\n\r\n");
  const lines = said.subarray(0, end).toString("latin1").split("\r\n");
  const headers = lines.map((line) => {
    const [name = "", ...value] = line.split(": ");
    return [name.toLowerCase(), value.join(": ")] as const;
  });
  const status = Number.parseInt(headers.find(([name]) => name === "status")?.[1] ?? "200", 10);
  const kept = headers.filter(([name]) => name !== "status" && name !== "");
  response.writeHead(status, Object.fromEntries(kept)).end(said.subarray(end + 4));
}
