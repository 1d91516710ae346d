import { readFileSync } from "node:fs";
import { claimsTriage, NOON } from "../../sandbox/scenes/claims-triage.ts";
import { SandboxServer } from "../../sandbox/server/server.ts";
import { eventPayload } from "../../sandbox/webhooks/event-payload.ts";
import { World } from "../../sandbox/world/world.ts";
import type { WorldEvent } from "../../sandbox/world/world-event.ts";
import { readWorkflow } from "../../src/protection/workflow.ts";
import { type Ended, runStep } from "../../tests/action/run-step.ts";
import { addAdministrator } from "./administrator.ts";
import { HostedPromotion } from "./hosted-promotion.ts";
import { must } from "./telling.ts";

const TEMPLATE = "templates/workflow.yml";

/** The sandbox with a promotion in it, whose workflow runs the action. */
export class Promotion extends HostedPromotion {
  readonly #events: WorldEvent[];

  private constructor(
    about: ConstructorParameters<typeof HostedPromotion>[1],
    events: WorldEvent[],
  ) {
    super("github-actions[bot]", about);
    this.#events = events;
  }

  static async start(folder: string): Promise<Promotion> {
    const world = new World(folder, NOON);
    const events: WorldEvent[] = [];
    world.onEvent((event) => events.push(event));
    const scene = await claimsTriage(world);
    addAdministrator(world, scene.repository);
    const server = await SandboxServer.start(world);
    return new Promotion({ world, server, scene }, events);
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
