import { createHmac } from "node:crypto";

/** Who is told of events. */
export interface Receiver {
  /** Of the hook. */
  readonly id: number;
  readonly url: string;
  readonly secret: string;
  /** Id of the app whose hook it is; `null` for a hook of a repository. */
  readonly app: number | null;
}

/** What is told to one receiver. */
export interface Told {
  /** As in `X-GitHub-Delivery`: the same whenever it is sent again. */
  readonly id: string;
  readonly event: string;
  readonly action: string | null;
  readonly receiver: Receiver;
  readonly body: string;
  /** Ids. */
  readonly installation: number | null;
  readonly repository: number | null;
}

/** One time that something was told, or was to be. */
export interface Delivery {
  /** As in `X-GitHub-Delivery`. */
  readonly id: string;
  /** Its own: sent again, it has another. */
  readonly number: number;
  readonly event: string;
  readonly action: string | null;
  readonly url: string;
  /** `null`: it was not taken. */
  readonly status: number | null;
  /** In the words of GitHub. */
  readonly outcome: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly redelivery: boolean;
  readonly told: Told;
  /** What was answered. */
  readonly answer: { readonly headers: Readonly<Record<string, string>>; readonly text: string };
}

export type Outcome = Pick<Delivery, "status" | "outcome" | "answer">;

/** GitHub waits so long for an answer, in milliseconds, and does not try again. */
const PATIENCE = 10_000;

export const UNREACHED: Outcome = {
  status: null,
  outcome: "failed to connect to host",
  answer: { headers: {}, text: "" },
};

/** Sends, and says what came of it. */
export async function deliver(told: Told): Promise<Outcome> {
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    const { url } = told.receiver;
    const sent = { method: "POST", headers: headersOf(told), body: told.body, signal };
    const response = await fetch(url, { ...sent, redirect: "manual" });
    const { status } = response;
    const text = await response.text();
    const outcome = response.ok ? "OK" : `Invalid HTTP Response: ${status}`;
    return { status, outcome, answer: { headers: Object.fromEntries(response.headers), text } };
  } catch {
    return signal.aborted ? { ...UNREACHED, outcome: "timed out" } : UNREACHED;
  }
}

export function headersOf({ id, event, receiver, body, repository }: Told) {
  const { id: hook, app } = receiver;
  const by = (algorithm: string) =>
    createHmac(algorithm, receiver.secret).update(body).digest("hex");
  return {
    accept: "*/*",
    "content-type": "application/json",
    "user-agent": "GitHub-Hookshot/sandbox",
    "x-github-event": event,
    "x-github-delivery": id,
    "x-github-hook-id": String(hook),
    "x-github-hook-installation-target-type": app === null ? "repository" : "integration",
    "x-github-hook-installation-target-id": String(app ?? repository ?? 0),
    "x-hub-signature": `sha1=${by("sha1")}`,
    "x-hub-signature-256": `sha256=${by("sha256")}`,
  };
}
