import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  inertLine
} from "./chunk-UR5HFCGQ.js";
import {
  formatInstant
} from "./chunk-2UVS6TJC.js";

// src/render/expiry.ts
function expiryLine({ when, problem, at, who, service, gate, rule }) {
  const place = at === null ? `${gate}/${rule}` : `${at.file}:${at.line}`;
  const of = [
    ...service === null ? [] : [inertLine(service, 120)],
    inertLine(place, 200),
    who === null ? "no owner is named" : inertLine(who, 120)
  ];
  return `first to expire, on ${formatInstant(when)}: ${inertLine(problem)} (${of.join(", ")})`;
}

export {
  expiryLine
};
