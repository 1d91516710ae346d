import { when } from "../rest/shapes/addresses.ts";
import { type Html, html } from "./html.ts";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** `Oct 1, 2026, 12:05 UTC` */
export function moment(at: number): Html {
  const iso = when(at);
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(iso) ?? [];
  const text = `${MONTHS[Number(month) - 1]} ${Number(day)}, ${year}, ${time} UTC`;
  return html`<time datetime="${iso}">${text}</time>`;
}
