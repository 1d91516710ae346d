import type { RestContract } from "../contract/rest-contract.ts";
import { movedTo, named } from "../rest/moved.ts";
import { type RestAnswer, unauthenticated } from "../rest/operation.ts";
import { REST_OPERATIONS } from "../rest/operations.ts";
import type { Addresses } from "../rest/shapes/addresses.ts";
import type { Webhooks } from "../webhooks/webhooks.ts";
import type { App } from "../world/app.ts";
import { Refusal } from "../world/refusal.ts";
import type { Token } from "../world/token.ts";
import type { World } from "../world/world.ts";
import type { RateLimits } from "./rate-limits.ts";
import type { Traffic } from "./traffic.ts";

export interface RestCall {
  readonly method: string;
  /** Below the root of the API. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly token: Token | null;
  readonly secret: string | null;
  readonly jwt: App | null;
}

export interface Hosting {
  readonly world: World;
  readonly contract: RestContract;
  readonly traffic: Traffic;
  readonly limits: RateLimits;
  readonly webhooks: Webhooks;
  readonly at: Addresses;
}

export interface Answered extends RestAnswer {
  /** GitHub's id of the operation. */
  readonly operation: string;
}

/** Does what a request asks, as far as GitHub describes it; everything else is noted and refused. */
export async function answerRest(call: RestCall, hosting: Hosting): Promise<Answered> {
  const { contract, traffic, limits, webhooks, world, at } = hosting;
  const { method, query, body, token, secret, jwt } = call;
  const path = named(world, call.path);
  const moved = movedTo(world, { method, path, at });
  if (moved !== null) return { operation: "moved", ...moved };
  const found = contract.find(method, path);
  const operate = found === null ? undefined : REST_OPERATIONS.get(found.id);
  if (found === null || operate === undefined) {
    const what = found === null ? "GitHub describes no" : "the sandbox does not know";
    traffic.violation(`${what} ${method} ${path}`);
    return { operation: found?.id ?? "unknown", ...refused(new Refusal(404, "Not Found")) };
  }
  const wrong = contract.requestProblems(found, query, body);
  if (wrong.length > 0) {
    traffic.violation(`${found.id}: ${wrong.join("; ")}`);
    const errors = [...wrong];
    const refusal = new Refusal(422, "Invalid request.", { errors });
    return { operation: found.id, ...refused(refusal) };
  }
  if (jwt !== null && !found.id.startsWith("apps/")) {
    traffic.violation(`${found.id} takes a token of an installation, not what an app has signed`);
    return { operation: found.id, ...refused(unauthenticated()) };
  }
  const said = (body ?? {}) as Readonly<Record<string, unknown>>;
  const { parameters } = found;
  try {
    const asking = { world, at, limits, webhooks, token, secret, jwt };
    const answer = await operate({ ...asking, parameters, query, body: said });
    // As it goes over the wire: what is `undefined` is not there.
    const sent = answer.body === undefined ? undefined : JSON.parse(JSON.stringify(answer.body));
    const own = contract.answerProblems(found, answer.status, sent);
    if (own.length > 0) traffic.violation(`answer of ${found.id}: ${own.slice(0, 5).join("; ")}`);
    return { operation: found.id, ...answer };
  } catch (error) {
    if (error instanceof Refusal) return { operation: found.id, ...refused(error) };
    throw error;
  }
}

export function refused({ status, message, headers, errors }: Refusal): RestAnswer {
  const body = {
    message,
    ...(errors.length > 0 && { errors }),
    documentation_url: "https://docs.github.com/rest",
    status: String(status),
  };
  return { status, headers, body };
}
