import { isElement } from "../evidence/html-tag.ts";

const TAG = /<(\/?)([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

/** Elements that hold nothing. */
const VOID: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta source track wbr".split(" "),
);

/**
 * Which HTML elements are open: what markdown takes for a paragraph may stand in one that is
 * folded away. GitHub drops tags of no element, such as those of `List<string>`.
 */
export class OpenTags {
  readonly #open: string[] = [];

  read(html: string): void {
    for (const [, slash, name = ""] of html.replace(COMMENT, "").matchAll(TAG)) {
      const element = name.toLowerCase();
      if (VOID.has(element) || !isElement(element)) continue;
      if (slash === "") this.#open.push(element);
      else if (this.#open.includes(element)) this.#open.splice(this.#open.lastIndexOf(element));
    }
  }

  get areNone(): boolean {
    return this.#open.length === 0;
  }
}
