/**
 * `npm run sandbox [-- --port <n> --workflow]`: starts a small GitHub on this machine with one repository in it,
 * and says how to look at it, speak to it and push to it. It ends with Ctrl-C and leaves nothing.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { EMPTY, seed } from "../sandbox/seed.ts";
import { SandboxServer } from "../sandbox/server/server.ts";
import { World } from "../sandbox/world/world.ts";
import { runWorkflows } from "./demo/run-workflows.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    workflow: { type: "boolean", default: false },
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  throw new RangeError(`\`${values.port}\` is no port; give a number up to 65535`);
}

const folder = mkdtempSync(join(tmpdir(), "stage-gates-sandbox-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const world = new World(folder, Date.now());
const { scene, tokens } = await seed(world);
const server = await SandboxServer.start(world, port);
if (values.workflow) {
  runWorkflows(world, server, ({ repository, event, code, log }) => {
    console.log(`${repository}, ${event}: the action ended with ${code}\n${log.trimEnd()}`);
  });
}
// It is alive: its clock is at least that of this machine.
const clock = setInterval(() => {
  world.now = Math.max(world.now, Date.now());
}, 1000);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    clearInterval(clock);
    server.stop().then(() => process.exit(0));
  });
}

const { api, html } = server.addresses;
const { fullName } = scene.repository;
const pusher = Object.values(tokens)[1];
console.log(`A small GitHub runs on this machine until you press Ctrl-C.

Look at it
  ${html}/${fullName}/pull/${scene.pull.number}

Speak to it
  GITHUB_API_URL=${api}
  GITHUB_GRAPHQL_URL=${api.replace(/\/v3$/, "/graphql")}
  GITHUB_SERVER_URL=${html}
  GITHUB_REPOSITORY=${fullName}

Tokens
${Object.entries(tokens)
  .map(([who, token]) => `  ${token}  ${who}`)
  .join("\n")}

Push to it
  git clone ${html.replace("://", `://mei:${pusher}@`)}/${fullName}.git

Begin with nothing
  git clone ${html.replace("://", `://mei:${pusher}@`)}/${EMPTY}.git

Traffic that GitHub would not take is told here.`);

let told = 0;
setInterval(() => {
  const { violations } = server.traffic;
  for (const violation of violations.slice(told)) console.error(`! ${violation}`);
  told = violations.length;
}, 500);
