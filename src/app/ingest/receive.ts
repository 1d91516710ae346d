import type { IncomingMessage, ServerResponse } from "node:http";
import type { Store } from "../../store/store.ts";
import type { Journalled } from "./arrival.ts";
import type { Forgery } from "./forgery-in.ts";
import { journalled } from "./marks-of.ts";
import { BodyReader } from "./read-body.ts";
import { isSigned } from "./signature.ts";

export interface Receiving {
  readonly store: Pick<Store, "receive">;
  /** All that are good now; never empty. */
  readonly secrets: readonly string[];
  /** Number of our app. */
  readonly app: number;
  /** How long to wait for more before something is looked at, in milliseconds. */
  readonly debounce: number;
  now(): number;
  /** Told of each delivery that was answered. */
  told(answered: Answered): void;
}

export interface Answered {
  readonly status: number;
  /** As it came: text of whoever sent it. */
  readonly guid: string | null;
  readonly event: string | null;
  /** What the store or the body had, for the log; never for whoever sent it. */
  readonly error: unknown;
  /** What it told of, where it was kept. */
  readonly forgery: Forgery | null;
}

/** What is answered where something is wrong, in words of ours alone. */
const REFUSALS = {
  400: "This is no delivery of GitHub's: `X-GitHub-Delivery`, `X-GitHub-Event` and JSON are needed.",
  401: "The signature is missing or wrong.",
  405: "Deliveries are posted.",
  413: "A delivery has at most 25 MB.",
  415: "Set the content type of the webhook to `application/json`.",
  503: "It could not be kept. Bring it again.",
} as const;

/** Names that GitHub gives: a delivery has a UUID. */
const GUID = /^[\w-]{1,100}$/;
const EVENT = /^[a-z_]{1,100}$/;

/**
 * Answers deliveries: 202 once one is in the journal and what it touches is marked, both on the
 * disk. GitHub takes everything else for a failure, and brings it again when it is asked to.
 */
export function receiver(receiving: Receiving) {
  const bodies = new BodyReader();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { guid, event } = namesOf(request);
    let taken: Taken;
    let error: unknown = null;
    try {
      taken = await take(request, { ...receiving, bodies });
    } catch (caught) {
      taken = { status: 503, forgery: null };
      error = caught;
    }
    answer(response, taken.status);
    receiving.told({ ...taken, guid, event, error });
  };
}

interface Reading extends Receiving {
  readonly bodies: BodyReader;
}

type Taken = Pick<Answered, "status" | "forgery">;

async function take(request: IncomingMessage, reading: Reading): Promise<Taken> {
  const arrived = await arrivedIn(request, reading);
  if (typeof arrived === "number") return { status: arrived, forgery: null };
  await reading.store.receive(arrived.delivery, arrived.marks);
  return { status: 202, forgery: arrived.forgery };
}

/**
 * What a delivery asks for, or the status it is refused with. By itself, so that body and payload are
 * let go of before the store is waited for: in a burst they are most of what is in memory.
 */
async function arrivedIn(request: IncomingMessage, reading: Reading): Promise<Journalled | number> {
  const { secrets, app, debounce, now, bodies } = reading;
  if (request.method !== "POST") return 405;
  const body = await bodies.read(request);
  if (body.state === "too-large") return 413;
  if (body.state === "too-much") return 503;
  if (body.state === "cut") return 400;
  const { bytes } = body;
  if (!isSigned(bytes, headerOf(request, "x-hub-signature-256"), secrets)) return 401;
  // From here on it is GitHub, or somebody who knows the secret.
  if (!/^application\/json\b/i.test(headerOf(request, "content-type") ?? "")) return 415;
  const { guid, event } = namesOf(request);
  const payload = parse(bytes);
  if (guid === null || event === null || payload === undefined) return 400;
  const arrival = { guid, event, payload, receivedAt: now(), size: bytes.length };
  return journalled(arrival, { app, debounce });
}

function namesOf(request: IncomingMessage): {
  readonly guid: string | null;
  readonly event: string | null;
} {
  const [guid = "", event = ""] = [
    headerOf(request, "x-github-delivery"),
    headerOf(request, "x-github-event"),
  ];
  return { guid: GUID.test(guid) ? guid : null, event: EVENT.test(event) ? event : null };
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** `undefined` for what is no JSON. */
function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

function answer(response: ServerResponse, status: number): void {
  const text = status === 202 ? "" : (REFUSALS[status as keyof typeof REFUSALS] ?? "");
  const headers = {
    "content-type": "text/plain; charset=utf-8",
    "x-content-type-options": "nosniff",
  };
  // What of the body was not read is not waited for.
  response.writeHead(status, status === 202 ? headers : { ...headers, connection: "close" });
  response.end(text === "" ? "" : `${text}\n`);
}
