import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  blocks,
  standingOf
} from "./chunk-EI5M2NBG.js";
import {
  counted
} from "./chunk-OBXZQG3I.js";

// src/render/portfolio.ts
function portfolioOf({ services, gates }) {
  if (services.length < 2) return null;
  const byService = new Map(services.map((id) => [id, /* @__PURE__ */ new Map()]));
  const applying = /* @__PURE__ */ new Set();
  for (const gate of gates) {
    const standing = standingOf(gate);
    if (gate.service === null || standing === "none") continue;
    byService.get(gate.service)?.set(gate.id, standing);
    applying.add(gate.id);
  }
  const columns = [...applying];
  return {
    gates: columns,
    rows: [...byService].map(([service, standings]) => ({
      service,
      cells: columns.map((id) => standings.get(id) ?? null)
    }))
  };
}
function passesAll(row) {
  return !isUnjudged(row) && row.cells.every((cell) => cell === null || cell === "pass");
}
function isUnjudged({ cells }) {
  return cells.every((cell) => cell === null);
}
function inOrder(rows) {
  return [...rows].sort((a, b) => rank(a) - rank(b));
}
function rank(row) {
  const isBlocked = row.cells.some((cell) => cell !== null && blocks(cell));
  if (isBlocked || isUnjudged(row)) return 0;
  return passesAll(row) ? 2 : 1;
}
function furtherServices(rest) {
  const passing = rest.filter(passesAll).length;
  const others = rest.length - passing;
  return [
    ...others > 0 ? [`${counted(others, "service")} more with something to tell`] : [],
    ...passing > 0 ? [`${counted(passing, "service")} more with nothing against them`] : []
  ];
}

export {
  portfolioOf,
  inOrder,
  furtherServices
};
