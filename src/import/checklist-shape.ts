import type { MarkdownDocument, TaskItem } from "../model/document.ts";
import { keyOf } from "../text/key.ts";
import { FreshIds, itemIdOf } from "./ids.ts";
import type { Insertion, Remark } from "./import-plan.ts";
import type { ItemEnds } from "./item-ends.ts";

export interface MappedItem {
  /** Index among the document's items. */
  readonly index: number;
  readonly item: TaskItem;
  readonly id: string;
  readonly insertion: Insertion | null;
}

export interface MappedItems {
  readonly items: readonly MappedItem[];
  readonly remarks: readonly Remark[];
}

/** Every task item with the id that it has, or with one in a comment behind it. */
export function mapItems(document: MarkdownDocument, ends: ItemEnds["ends"]): MappedItems {
  const items: MappedItem[] = [];
  const remarks: Remark[] = [];
  const uses = new Map<string, TaskItem[]>();
  for (const item of document.items) {
    if (item.idFrom === "title") continue;
    const same = uses.get(keyOf(item.id));
    if (same === undefined) uses.set(keyOf(item.id), [item]);
    else same.push(item);
  }
  const fresh = new FreshIds(uses.keys());
  for (const [index, item] of document.items.entries()) {
    if (item.idFrom !== "title") {
      const same = uses.get(keyOf(item.id)) ?? [];
      if (same.length === 1) items.push({ index, item, id: keyOf(item.id), insertion: null });
      else remarks.push(sharedId(item, same));
      continue;
    }
    const end = ends[index] ?? null;
    if (end === null || item.title === "") {
      remarks.push({
        at: item.at,
        problem: "this item has no text, so nothing names it",
        help: "say behind the box what must be done, or delete it",
      });
      continue;
    }
    const id = fresh.take(itemIdOf(item.title));
    items.push({ index, item, id, insertion: { offset: end, text: ` <!-- id: ${id} -->` } });
  }
  return { items, remarks };
}

function sharedId(item: TaskItem, same: readonly TaskItem[]): Remark {
  const other = same.find((one) => one !== item)?.at.line;
  const what = item.idFrom === "comment" ? "has the id" : "opens with";
  return {
    at: item.at,
    problem: `this item ${what} \`${item.id}\` like that of line ${other}, and that is what items are known by`,
    help: "open each with a code or bold text of its own, such as `` `<id>` ``",
  };
}
