import { type Delivery, headersOf } from "../../webhooks/delivery.ts";
import type { App } from "../../world/app.ts";
import { notFound } from "../../world/refusal.ts";
import type { RestOperation, RestRequest } from "../operation.ts";
import { when } from "../shapes/addresses.ts";
import { asApp } from "./apps.ts";

/** GitHub forgets what is older. */
const KEPT = 3 * 24 * 3_600_000;

/** What an app was told, and to be told it again. */
export const hookDeliveryOperations: Readonly<Record<string, RestOperation>> = {
  "apps/get-webhook-config-for-app": asApp((_, { webhook }) => ({
    status: 200,
    body: {
      content_type: "json",
      insecure_ssl: "0",
      ...(webhook !== null && { url: webhook.url, secret: "********" }),
    },
  })),

  "apps/list-webhook-deliveries": asApp((request, app) => {
    const { query, at } = request;
    const wanted = query.get("status");
    const all = deliveriesOf(request, app)
      .toReversed()
      .filter((one) => wanted === null || (wanted === "success") === isTaken(one));
    const size = Math.min(Number(query.get("per_page") ?? 30), 100);
    const after = query.get("cursor");
    const from = after === null ? 0 : all.findIndex((one) => cursorOf(one) === after) + 1;
    const shown = all.slice(from, from + size);
    const last = shown.at(-1);
    const more = last !== undefined && from + size < all.length;
    const next = new URLSearchParams(query);
    if (more) next.set("cursor", cursorOf(last));
    return {
      status: 200,
      headers: more ? { link: `<${at.api}/app/hook/deliveries?${next}>; rel="next"` } : {},
      body: shown.map(deliveryShape),
    };
  }),

  "apps/get-webhook-delivery": asApp((request, app) => {
    const delivery = deliveryOf(request, app);
    const { told, answer, url } = delivery;
    return {
      status: 200,
      body: {
        ...deliveryShape(delivery),
        url,
        request: { headers: headersOf(told), payload: JSON.parse(told.body) },
        response: { headers: answer.headers, payload: answer.text },
      },
    };
  }),

  "apps/redeliver-webhook-delivery": asApp((request, app) => {
    request.webhooks.redeliverLater(deliveryOf(request, app));
    return { status: 202, body: {} };
  }),
};

function deliveriesOf({ world, webhooks }: RestRequest, app: App): readonly Delivery[] {
  return webhooks.deliveries.filter(
    ({ told, at }) => told.receiver.app === app.id && at > world.now - KEPT,
  );
}

function deliveryOf(request: RestRequest, app: App): Delivery {
  const id = Number(request.parameters.delivery_id);
  const found = deliveriesOf(request, app).find(({ number }) => number === id);
  if (found === undefined) throw notFound();
  return found;
}

function isTaken({ status }: Delivery): boolean {
  return status !== null && status < 400;
}

function cursorOf({ number }: Delivery): string {
  return `v1_${number}`;
}

function deliveryShape(delivery: Delivery) {
  const { id, number, event, action, status, outcome, at, redelivery, told } = delivery;
  // GitHub has a status also of who could not be reached, or did not answer in time.
  const unreached = outcome === "timed out" ? 504 : 502;
  return {
    id: number,
    guid: id,
    delivered_at: when(at),
    redelivery,
    duration: 0.1,
    status: outcome,
    status_code: status ?? unreached,
    event,
    action,
    installation_id: told.installation,
    repository_id: told.repository,
    throttled_at: null,
  };
}
