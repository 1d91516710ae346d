import type { FieldName } from "../../model/document.ts";
import { keyOf } from "../../text/key.ts";

/** Labels people write, in any case, with the field each one stands for. */
const ALIASES: ReadonlyMap<string, FieldName> = new Map([
  ["owner", "owner"],
  ["owners", "owner"],
  ["owned by", "owner"],
  ["assignee", "owner"],
  ["responsible", "owner"],
  ["evidence", "evidence"],
  ["proof", "evidence"],
  ["link", "evidence"],
  ["links", "evidence"],
  ["done when", "done_when"],
  ["done if", "done_when"],
  ["completion condition", "done_when"],
  ["definition of done", "done_when"],
  ["exit criterion", "done_when"],
  ["reviewed", "reviewed"],
  ["reviewed on", "reviewed"],
  ["last reviewed", "reviewed"],
  ["review date", "reviewed"],
  ["n/a", "na"],
  ["na", "na"],
  ["not applicable", "na"],
]);

export function fieldNameOf(label: string): FieldName {
  const key = keyOf(label).replaceAll(/[_-]/g, " ");
  return ALIASES.get(key) ?? keyOf(label);
}
