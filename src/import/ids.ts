import { keyOf } from "../text/key.ts";

const LONGEST_ITEM = 48;
const LONGEST_GATE = 40;
/** Gates the product itself puts up. */
const RESERVED = ["freeze", "break-glass"];

/** Ids that are not used twice: the second of one name is `name-2`. */
export class FreshIds {
  readonly #taken: Set<string>;
  /** The number to go on with, so that a thousand of one name do not each begin anew. */
  readonly #next = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set([...taken].map(keyOf));
  }

  take(wanted: string): string {
    let id = wanted;
    let number = this.#next.get(wanted) ?? 2;
    for (; this.#taken.has(keyOf(id)); number += 1) id = `${wanted}-${number}`;
    this.#taken.add(keyOf(id));
    this.#next.set(wanted, number);
    return id;
  }
}

/** The first words of an item's title, in whatever script. */
export function itemIdOf(title: string): string {
  return (
    cut(keyOf(title.slice(0, 200)).replace(/[^\p{L}\p{M}\p{N}]+/gu, "-"), LONGEST_ITEM) || "item"
  );
}

/** Of gates and rules: ASCII alone. */
export function gateIdOf(title: string, otherwise: string): string {
  const plain = keyOf(title.slice(0, 200))
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "");
  const id = cut(plain.replace(/[^a-z0-9]+/g, "-"), LONGEST_GATE) || otherwise;
  return RESERVED.includes(id) ? `${id}-gate` : id;
}

/** At the end of a word, where there is one. */
function cut(slug: string, limit: number): string {
  const trimmed = slug.replace(/^-|-$/g, "");
  if (trimmed.length <= limit) return trimmed;
  const end = trimmed.lastIndexOf("-", limit);
  return [...trimmed.slice(0, end > 0 ? end : limit)].join("").replace(/-$/, "");
}
