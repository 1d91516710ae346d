import type { Element, ElementContent, Text } from "hast";

interface Drawn {
  readonly name: string;
  readonly parts: readonly Element[];
}

/**
 * Pictures of the emoji that are common in comments of programs and in reactions: many machines that
 * take screenshots have no font with them.
 */
const DRAWN: Readonly<Record<string, Drawn>> = {
  "✅": drawn("check mark", square("#1f883d"), line("M4 8.5l3 3L12 5.5", "#fff", 2)),
  "❌": drawn("cross mark", line("M3 3l10 10M13 3L3 13", "#cf222e", 3)),
  "⚠️": drawn(
    "warning",
    shape("M8 1.5l7 12.5H1z", "#f6c244"),
    line("M8 6v4M8 12v.1", "#1f2328", 1.6),
  ),
  "🔓": drawn(
    "open lock",
    line("M5 7V4.5a3 3 0 0 1 5.8-1", "#57606a", 1.6),
    shape("M3 7h10v7.5H3z", "#d4a72c"),
  ),
  "👍": drawn("thumbs up", hand()),
  "👎": drawn("thumbs down", hand("rotate(180 8 8)")),
  "👀": drawn(
    "eyes",
    ...[4.5, 11.5].flatMap((x) => [oval(x, 3, 4.5, "#eaeef2"), oval(x - 0.8, 1.4, 2, "#1f2328")]),
  ),
  "🚀": drawn(
    "rocket",
    shape("M14.5 1.5c-5 0-8 3-9.5 6.5l3 3c3.5-1.5 6.5-4.5 6.5-9.5z", "#8c959f"),
    shape("M5 8L2 9l1.5-3zM8 11l-1 3 3-1.5z", "#cf222e"),
  ),
  "😕": face("confused", "M5.5 11.5c1-1 3.5-1 5-.5"),
  "😄": face("laughing", "M4.5 9.5c1 3 6 3 7 0z"),
  "🎉": drawn(
    "party",
    shape("M1.5 14.5L5.5 5l5.5 5.5z", "#d4a72c"),
    line("M8 5c0-2 1-2 1-3.5M11 8c2 0 2-1 3.5-1M9.5 6.5l3-3", "#8250df", 1.4),
  ),
  "❤️": drawn("heart", shape("M8 14L2 8a3.6 3.6 0 1 1 6-4 3.6 3.6 0 1 1 6 4z", "#cf222e")),
};

const EMOJI = /✅|❌|⚠️?|🔓|👍|👎|👀|🚀|😕|😄|🎉|❤️?/gu;

/** A text with pictures in it where it has emoji that are known. */
export function withEmoji({ value }: Text): ElementContent[] {
  const parts: ElementContent[] = [];
  let done = 0;
  for (const match of value.matchAll(EMOJI)) {
    const [text] = match;
    const found = DRAWN[text] ?? DRAWN[`${text}\u{fe0f}`];
    if (found === undefined) continue;
    parts.push({ type: "text", value: value.slice(done, match.index) }, picture(found));
    done = match.index + text.length;
  }
  return [...parts, { type: "text", value: value.slice(done) }];
}

function picture({ name, parts }: Drawn): Element {
  const properties = { className: ["emoji"], role: "img", ariaLabel: name, viewBox: "0 0 16 16" };
  return { type: "element", tagName: "svg", properties, children: [...parts] };
}

function drawn(name: string, ...parts: readonly Element[]): Drawn {
  return { name, parts };
}

function element(tagName: string, drawn: Readonly<Record<string, string | number>>): Element {
  const properties = Object.fromEntries(
    Object.entries(drawn).map(([key, value]) => [key, String(value)]),
  );
  return { type: "element", tagName, properties, children: [] };
}

function shape(d: string, fill: string): Element {
  return element("path", { d, fill });
}

function line(d: string, stroke: string, strokeWidth: number): Element {
  const ends = { strokeLineCap: "round", strokeLineJoin: "round" };
  return element("path", { d, stroke, strokeWidth, fill: "none", ...ends });
}

function square(fill: string): Element {
  return element("rect", { x: 1, y: 1, width: 14, height: 14, rx: 3, fill });
}

function oval(cx: number, rx: number, ry: number, fill: string): Element {
  return element("ellipse", { cx, cy: 8, rx, ry, fill, stroke: "#57606a", strokeWidth: 0.5 });
}

function hand(transform?: string): Element {
  const d =
    "M1.5 7h3v7.5h-3zM5.5 7.5L8.5 1c1.5 0 2 1.5 1.5 3l-.5 2.5h4c1 0 1.5 1 1.2 2l-1.2 4.5c-.3 1-1 1.5-2 1.5h-6z";
  return element("path", { d, fill: "#e3a008", ...(transform !== undefined && { transform }) });
}

function face(name: string, mouth: string): Drawn {
  return drawn(
    name,
    element("circle", { cx: 8, cy: 8, r: 7, fill: "#f6c244" }),
    line(`M5.5 6v.6M10.5 6v.6${mouth}`, "#1f2328", 1.3),
  );
}
