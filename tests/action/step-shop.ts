import { eventPayload } from "../../sandbox/webhooks/event-payload.ts";
import { followBranch } from "../../sandbox/world/pull-requests.ts";
import type { WorldEvent } from "../../sandbox/world/world-event.ts";
import { PERMISSIONS } from "../github/open-shop.ts";
import { type PromotedShop, promotedShop } from "../promotion/promote-shop.ts";
import { AUTHOR } from "../sandbox/start-sandbox.ts";
import { type Ended, runStep, type Step } from "./run-step.ts";

export interface StepShop extends PromotedShop {
  /** Runs the action on `pull_request_target` of pull request 1, unless told otherwise. */
  step(about?: Partial<Step>): Promise<Ended>;
  /** A token of a workflow, without some of its permissions or with less of them. */
  token(permissions?: Readonly<Record<string, "read" | "write" | "none">>): string;
  /** The event as GitHub writes it to the runner's file. */
  payload(event: Pick<WorldEvent, "name"> & Partial<WorldEvent>): Promise<unknown>;
  /** A new head for pull request 1. */
  push(file: string, text?: string): Promise<void>;
}

/** `acme/shop` as `promotedShop` has it, and the built action to run in it. */
export async function stepShop(files: Readonly<Record<string, string>> = {}): Promise<StepShop> {
  const shop = await promotedShop(files);
  const { world, server, repository } = shop;
  const token: StepShop["token"] = (permissions = {}) => {
    const all = Object.entries<"read" | "write" | "none">({ ...PERMISSIONS, ...permissions });
    const granted = all.flatMap(([name, level]) =>
      level === "none" ? [] : [[name.replaceAll("-", "_"), level] as const],
    );
    return world.workflowToken("acme/shop", Object.fromEntries(granted));
  };
  return {
    ...shop,
    token,
    step: (about = {}) =>
      runStep({
        addresses: server.addresses,
        repository: "acme/shop",
        event: "pull_request_target",
        payload: { action: "synchronize", pull_request: { number: 1 } },
        ...about,
        inputs: { token: about.inputs?.token ?? token(), ...about.inputs },
      }),
    payload: (event) => {
      const about = { action: null, repository, sender: "ana", subject: 1, ...event };
      return eventPayload(about, { world, at: server.addresses });
    },
    async push(file, text = `${file}\n`) {
      const said = { changes: { [file]: text }, message: file, author: AUTHOR };
      await repository.commit("main", said);
      await followBranch(world, repository, "main", "ana");
    },
  };
}
