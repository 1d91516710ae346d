import type { MarkdownDocument, TaskItem } from "../../model/document.ts";
import { findHiddenCharacter } from "../../text/hidden-characters.ts";
import { keyOf } from "../../text/key.ts";

/** Items of a document by id, for any number of rules at the cost of one. */
export interface ItemIndex {
  readonly byId: ReadonlyMap<string, readonly TaskItem[]>;
  /** By the id they seem to have: those whose id holds characters nobody sees. */
  readonly disguised: ReadonlyMap<string, TaskItem>;
  /** Unticked items by the ticked items they are nested in. */
  readonly untickedIn: ReadonlyMap<TaskItem, readonly TaskItem[]>;
}

/** Kept beside the document; what is kept follows from the document alone. */
const KEPT = new WeakMap<MarkdownDocument, ItemIndex>();

const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu;

export function itemIndex(document: MarkdownDocument): ItemIndex {
  const kept = KEPT.get(document);
  if (kept !== undefined) return kept;
  const byId = new Map<string, TaskItem[]>();
  const disguised = new Map<string, TaskItem>();
  const untickedIn = new Map<TaskItem, TaskItem[]>();
  for (const item of document.items) {
    add(byId, keyOf(item.id), item);
    if (findHiddenCharacter(item.id) !== null) {
      disguised.set(keyOf(item.id.replace(INVISIBLE, "")), item);
    }
    if (item.ticked || isNotApplicable(item)) continue;
    for (const around of ancestors(document, item)) {
      if (around.ticked) add(untickedIn, around, item);
    }
  }
  const index = { byId, disguised, untickedIn };
  KEPT.set(document, index);
  return index;
}

function isNotApplicable(item: TaskItem): boolean {
  return item.fields.some(({ name }) => name === "na");
}

function ancestors(document: MarkdownDocument, item: TaskItem): TaskItem[] {
  const found: TaskItem[] = [];
  let parent = item.parent;
  while (parent !== null) {
    const around = document.items[parent];
    if (around === undefined) break;
    found.push(around);
    parent = around.parent;
  }
  return found;
}

function add<K>(map: Map<K, TaskItem[]>, key: K, item: TaskItem): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
