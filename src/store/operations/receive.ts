import type { Delivery } from "../delivery.ts";
import { type Operation, query } from "../query.ts";
import type { Mark } from "../work.ts";
import { markWork } from "./mark.ts";

export function receive(delivery: Delivery, marks: readonly Mark[]): Operation<"new" | "known"> {
  return function* () {
    const journalled = yield query(
      `insert into delivery (guid, event, action, installation, repository, received_at, size)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (guid) do nothing returning guid`,
      delivery.guid,
      delivery.event,
      delivery.action,
      delivery.installation,
      delivery.repository,
      delivery.receivedAt,
      delivery.size,
    );
    if (journalled.length === 0) return "known";
    yield* markWork(marks, delivery.receivedAt);
    return "new";
  };
}
