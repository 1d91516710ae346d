import { readFileSync } from "node:fs";
import { type ClaimsTriage, claimsTriage, NOON } from "../../sandbox/scenes/claims-triage.ts";
import { SandboxServer } from "../../sandbox/server/server.ts";
import { eventPayload } from "../../sandbox/webhooks/event-payload.ts";
import type { Issue } from "../../sandbox/world/issue.ts";
import { World } from "../../sandbox/world/world.ts";
import type { WorldEvent } from "../../sandbox/world/world-event.ts";
import { readWorkflow } from "../../src/protection/workflow.ts";
import { type Ended, runStep } from "../../tests/action/run-step.ts";
import { must } from "./telling.ts";

const TEMPLATE = "templates/workflow.yml";
const ADMINISTRATOR = "raj-admin";

/** What GitHub answers whoever presses the button. */
export interface MergeAnswer {
  readonly status: number;
  readonly message: string;
}

/** The sandbox with a promotion in it, and what people and the workflow do there. */
export class Promotion {
  readonly world: World;
  readonly server: SandboxServer;
  readonly scene: ClaimsTriage;
  readonly #events: WorldEvent[];

  private constructor(
    world: World,
    about: { readonly server: SandboxServer; readonly scene: ClaimsTriage },
    events: WorldEvent[],
  ) {
    this.world = world;
    this.server = about.server;
    this.scene = about.scene;
    this.#events = events;
  }

  static async start(folder: string): Promise<Promotion> {
    const world = new World(folder, NOON);
    const events: WorldEvent[] = [];
    world.onEvent((event) => events.push(event));
    const scene = await claimsTriage(world);
    world.addUser(ADMINISTRATOR);
    scene.repository.collaborators.set(ADMINISTRATOR, "admin");
    const server = await SandboxServer.start(world);
    return new Promotion(world, { server, scene }, events);
  }

  get name(): string {
    return this.scene.repository.fullName;
  }

  get page(): string {
    return `${this.server.addresses.html}/${this.name}/pull/${this.scene.pull.number}`;
  }

  /** What a program needs to speak to this GitHub as the administrator. */
  get administrating(): Readonly<Record<string, string>> {
    return {
      GITHUB_API_URL: this.server.addresses.api,
      GITHUB_TOKEN: this.world.userToken(ADMINISTRATOR),
      GH_TOKEN: "",
      NO_PROXY: "127.0.0.1",
    };
  }

  /** Runs the workflow for the newest event of that name, as GitHub would: `dist/action.js`. */
  async runWorkflow(name: string): Promise<Ended> {
    const event = this.#events.findLast((one) => one.name === name);
    must(event !== undefined, `GitHub tells \`${name}\``);
    const { world, server } = this;
    const ended = await runStep({
      addresses: server.addresses,
      repository: this.name,
      event: name === "pull_request" ? "pull_request_target" : name,
      payload: await eventPayload(event, { world, at: server.addresses }),
      inputs: { token: world.workflowToken(this.name, permissionsOfTemplate()) },
    });
    must(ended.code === 0, `the action ends with 0 once it has written its verdict:\n${ended.log}`);
    must(server.traffic.violations.length === 0, server.traffic.violations.join("\n"));
    return ended;
  }

  /** The newest verdict on the head of the pull request; `undefined` where there is none. */
  get status() {
    return this.scene.repository.statusesOf(this.scene.pull.headSha).at(-1);
  }

  get ownIssues(): readonly Issue[] {
    const { issues } = this.scene.repository;
    return [...issues.values()].filter(({ author }) => author === "github-actions[bot]");
  }

  async merge(login: string): Promise<MergeAnswer> {
    const { pull } = this.scene;
    const url = `${this.server.addresses.api}/repos/${this.name}/pulls/${pull.number}/merge`;
    const answer = await fetch(url, {
      method: "PUT",
      headers: { authorization: `Bearer ${this.world.userToken(login)}` },
      body: JSON.stringify({ sha: pull.headSha }),
    });
    const { message } = (await answer.json()) as { readonly message: string };
    return { status: answer.status, message };
  }
}

/** The token may what the workflow file that people copy grants, and no more. */
function permissionsOfTemplate(): Readonly<Record<string, "read" | "write">> {
  const text = readFileSync(new URL(`../../${TEMPLATE}`, import.meta.url), "utf8");
  const read = readWorkflow(TEMPLATE, text);
  must(read.state === "read", `\`${TEMPLATE}\` can be read`);
  const listed = read.workflow.jobs[0]?.permissions?.listed ?? new Map<string, string>();
  return Object.fromEntries(
    [...listed].map(([name, level]) => [
      name.replaceAll("-", "_"),
      level === "write" ? "write" : "read",
    ]),
  );
}
