import type { Expiry } from "../model/verdict.ts";
import { formatInstant } from "../time/date.ts";
import { inertLine } from "./inert-text.ts";

/** What holds and is the first to stop, in a line: when, what, where, and who can renew it. */
export function expiryLine({ when, problem, at, who, service, gate, rule }: Expiry): string {
  const place = at === null ? `${gate}/${rule}` : `${at.file}:${at.line}`;
  const of = [
    ...(service === null ? [] : [inertLine(service, 120)]),
    inertLine(place, 200),
    who === null ? "no owner is named" : inertLine(who, 120),
  ];
  return `first to expire, on ${formatInstant(when)}: ${inertLine(problem)} (${of.join(", ")})`;
}
