/** Elements of HTML; what is none of these between angle brackets was written for people to replace. */
const ELEMENTS: ReadonlySet<string> = new Set(
  (
    "a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button " +
    "canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl " +
    "dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head " +
    "header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta " +
    "meter nav noframes noscript object ol optgroup option output p param picture pre progress q rp " +
    "rt ruby s samp script search section select slot small source span strike strong style sub " +
    "summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var " +
    "video wbr"
  ).split(" "),
);

/** Attributes that HTML knows without a value. */
const BARE_ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    "async autofocus autoplay checked compact controls default defer disabled hidden inert ismap " +
    "itemscope loop multiple muted nohref nomodule noshade novalidate nowrap open playsinline " +
    "readonly required reversed selected"
  ).split(" "),
);

export function isElement(name: string): boolean {
  return ELEMENTS.has(name.toLowerCase());
}

const OPENING = /^<([a-z][\w-]*)([^<>]*)>/i;

/**
 * `<login>` and `<what the service does>` parse as HTML, and a renderer drops them; yet whoever
 * left them there has filled nothing in. `<details open>` and `<img src="a.png">` are real tags.
 */
export function isPlaceholderTag(raw: string): boolean {
  const tag = OPENING.exec(raw);
  if (tag === null) return false;
  const [, name = "", attributes = ""] = tag;
  if (attributes.includes("=")) return false;
  if (!isElement(name)) return true;
  const words = attributes.split(/[\s/]+/).filter((word) => word !== "");
  return words.some((word) => !BARE_ATTRIBUTES.has(word.toLowerCase()));
}
