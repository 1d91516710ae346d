import { headingKey, keyOf } from "../text/key.ts";

const BOX = /^(?:\[[ xX✓✔]?\]|[☐☑☒✅❌✔✓✗✘⬜🟢🟡🔴🟠])\uFE0F?$/u;

const DONE_SIGNS: ReadonlySet<string> = new Set(["[x]", "[✓]", "[✔]", "☑", "✅", "✔", "✓", "🟢"]);

const DONE: ReadonlySet<string> = new Set(
  "approved|available|complete|completed|compliant|configured|covered|done|enabled|finished|fulfilled|green|implemented|in place|live|met|ok|okay|pass|passed|passing|ready|satisfied|signed off|true|verified|yes|y".split(
    "|",
  ),
);

const OPEN: ReadonlySet<string> = new Set(
  "amber|at risk|blocked|draft|fail|failed|failing|false|in progress|incomplete|missing|n|no|none|not done|not met|not ready|not started|ongoing|open|orange|outstanding|partial|partially|pending|planned|red|scheduled|started|to do|todo|unknown|wip|yellow".split(
    "|",
  ),
);

const SIGNS = /[☐☑☒✅❌✔✓✗✘⬜🟢🟡🔴🟠]\uFE0F?/gu;

export type Standing = "done" | "open" | "unknown";

/** What a cell of a status column says; `unknown` where only its author can tell. */
export function standingOf(text: string): Standing {
  const sign = keyOf(text).replace(/\uFE0F/g, "");
  if (DONE_SIGNS.has(sign)) return "done";
  if (isBox(text)) return "open";
  const signs = text.match(SIGNS) ?? [];
  const words = headingKey(text.replace(SIGNS, " "));
  if (signs.some((one) => !DONE_SIGNS.has(one.replace(/\uFE0F/g, "")))) return "open";
  if (DONE.has(words)) return "done";
  return OPEN.has(words) ? "open" : "unknown";
}

/** The sign that a text opens with, such as `✅`. */
export function openingSign(text: string): string | null {
  const [sign] = text.match(SIGNS) ?? [];
  return sign !== undefined && text.startsWith(sign) ? sign : null;
}

/** A sign alone, or a box such as `[x]`. */
export function isBox(text: string): boolean {
  return BOX.test(text);
}
