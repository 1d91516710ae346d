import { templatePermissions } from "../../sandbox/scenes/template-permissions.ts";
import type { SandboxServer } from "../../sandbox/server/server.ts";
import { eventPayload } from "../../sandbox/webhooks/event-payload.ts";
import type { World } from "../../sandbox/world/world.ts";
import type { WorldEvent } from "../../sandbox/world/world-event.ts";
import { runStep } from "../../tests/action/run-step.ts";

export interface WorkflowRan {
  readonly repository: string;
  readonly event: string;
  readonly code: number | null;
  readonly log: string;
}

/** What the workflow that people copy is started by, under the name that it gives the event. */
const STARTS: Readonly<Record<string, string>> = {
  pull_request: "pull_request_target",
  pull_request_review: "pull_request_review",
  issue_comment: "issue_comment",
  push: "push",
};

/** Runs `dist/action.js` for what happens, one after another, as the workflow would. */
export function runWorkflows(
  world: World,
  server: SandboxServer,
  tell: (ran: WorkflowRan) => void,
): void {
  let before: Promise<void> = Promise.resolve();
  world.onEvent((event) => {
    before = before.then(() => run(event)).catch((error: unknown) => console.error(error));
  });
  async function run(happened: WorldEvent): Promise<void> {
    const event = STARTS[happened.name];
    // What a workflow does with its own token starts none.
    if (event === undefined || happened.repository === null || happened.sender.endsWith("[bot]")) {
      return;
    }
    const { fullName } = happened.repository;
    const { code, log } = await runStep({
      addresses: server.addresses,
      repository: fullName,
      event,
      payload: await eventPayload(happened, { world, at: server.addresses }),
      inputs: { token: world.workflowToken(fullName, templatePermissions()) },
    });
    tell({ repository: fullName, event, code, log });
  }
}
