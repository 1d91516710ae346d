import { createHmac, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import examples from "@octokit/webhooks-examples/api.github.com/index.json" with { type: "json" };
import { SECRET } from "./started.ts";

export interface About {
  readonly repository: string;
  readonly installation: number;
  readonly number: number;
  readonly head: string;
}

/** A delivery as it goes over the wire. */
export interface Delivery {
  readonly event: string;
  readonly body: Buffer;
  readonly signature: string;
}

/** Events that may change what is judged of a pull request. */
export const TOUCHING = ["pull_request", "issue_comment", "pull_request_review"] as const;

/** Events that come just as well and change nothing: what other programs say of commits, stars. */
export const OTHERS = ["status", "check_run", "workflow_run", "star"] as const;

type EventName = (typeof TOUCHING)[number] | (typeof OTHERS)[number];

type Payload = Record<string, Record<string, unknown>>;

/** A recorded payload of GitHub's, about something else: as long as real ones are. */
export function deliveryOf(event: EventName, about: About): Delivery {
  const example = examples.find(({ name }) => name === event)?.examples[0];
  const payload = structuredClone(example) as unknown as Payload;
  payload.installation = { id: about.installation };
  payload.repository = { ...payload.repository, full_name: about.repository };
  const pull = { number: about.number };
  if (event === "issue_comment") payload.issue = { ...payload.issue, ...pull, pull_request: {} };
  if (payload.pull_request !== undefined) Object.assign(payload.pull_request, pull);
  if (event === "status") Object.assign(payload, { sha: about.head });
  for (const name of ["check_run", "workflow_run"]) {
    if (payload[name] !== undefined) Object.assign(payload[name], { head_sha: about.head });
  }
  const body = Buffer.from(JSON.stringify(payload));
  const signature = createHmac("sha256", SECRET).update(body).digest("hex");
  return { event, body, signature: `sha256=${signature}` };
}

const AGENT = new Agent({ keepAlive: true, maxSockets: 500 });

/** Brings a delivery, and resolves to the status of its answer. */
export function bring(delivery: Delivery, to: string): Promise<number> {
  const { body } = delivery;
  return new Promise((resolve, reject) => {
    const headers = { ...headersOf(delivery), "content-length": body.length };
    const sent = request(to, { agent: AGENT, method: "POST", headers });
    sent.on("response", (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

export function headersOf({ event, signature }: Delivery): Readonly<Record<string, string>> {
  return {
    "content-type": "application/json",
    "x-github-delivery": randomUUID(),
    "x-github-event": event,
    "x-hub-signature-256": signature,
  };
}
