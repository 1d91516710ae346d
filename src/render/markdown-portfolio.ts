import type { InlineCode, PhrasingContent, RootContent } from "mdast";
import type { Verdict } from "../model/verdict.ts";
import { inertLine } from "./inert-text.ts";
import type { Links } from "./links.ts";
import { blockingGate, conditions, furtherFindings, warning } from "./markdown-gate.ts";
import { asHtml, code, fold, paragraphOf, tableOf, words } from "./markdown-text.ts";
import { blocks, type Outline, type Standing, type ToldGate } from "./outline.ts";
import {
  furtherServices,
  inOrder,
  type Portfolio,
  type PortfolioRow,
  portfolioOf,
} from "./portfolio.ts";
import { counted } from "./sentence.ts";

/** Rows and columns a table may have; a wider one is read by nobody. */
const ROWS = 60;
const COLUMNS = 16;
const LONGEST_NAME = 80;

const CELLS: Readonly<Record<Standing, string>> = {
  fail: "❌ fails",
  error: "❌ not judged",
  wait: "❌ pending",
  open: "⚠️ open",
  conditional: "🔓 on conditions",
  warn: "⚠️ warns",
  pass: "✅ passes",
  none: "–",
};

/** Services and gates at a glance, those with something to tell first; nothing where there is one service. */
export function portfolioTable(verdict: Verdict): RootContent[] {
  const portfolio = portfolioOf(verdict);
  if (portfolio === null || portfolio.gates.length === 0) return [];
  const shown = columnsOf(portfolio);
  const rows = inOrder(portfolio.rows);
  const table = tableOf(
    ["Service", ...shown.map((column) => named(portfolio.gates[column] ?? ""))],
    rows.slice(0, ROWS).map((one) => [[named(one.service)], ...cellsOf(one, shown)]),
  );
  return [table, ...remainder(rows.slice(ROWS), portfolio.gates.length - shown.length)];
}

/** Where there are too many gates, those that all services pass go first. */
function columnsOf({ gates, rows }: Portfolio): readonly number[] {
  const all = gates.map((_, column) => column);
  const passes = (column: number) =>
    rows.every(({ cells }) => cells[column] === "pass" || cells[column] === null);
  const wanted = [...all].sort((a, b) => Number(passes(a)) - Number(passes(b)));
  const kept = new Set(wanted.slice(0, COLUMNS));
  return all.filter((column) => kept.has(column));
}

function cellsOf({ cells }: PortfolioRow, columns: readonly number[]): PhrasingContent[][] {
  return columns.map((column) => [words(CELLS[cells[column] ?? "none"])]);
}

function remainder(rest: readonly PortfolioRow[], gates: number): RootContent[] {
  const parts = [
    ...furtherServices(rest),
    ...(gates > 0 ? [`${counted(gates, "gate")} more`] : []),
  ];
  return parts.length === 0 ? [] : [paragraphOf(words(`Not shown: ${parts.join(", ")}.`))];
}

/** What is told of a service, behind one line: what blocks first. */
export function serviceFold(
  service: string | null,
  told: readonly ToldGate[],
  links: Links,
): RootContent[] {
  const blocking = told.filter(({ standing }) => blocks(standing));
  const others = told.filter(({ standing }) => !blocks(standing));
  const content = [
    ...blocking.flatMap((gate, index) => [
      ...blockingGate(gate, index + 1, links),
      ...furtherFindings(gate, links),
    ]),
    ...others.flatMap((gate) => conditions(gate, links)),
    ...others.flatMap((gate) =>
      gate.findings
        .filter(({ standing }) => standing === "warn")
        .map((finding) => warning(finding, gate, links)),
    ),
  ];
  if (content.length === 0) return [];
  const state =
    blocking.length === 0
      ? "⚠️ nothing blocks"
      : `❌ ${counted(blocking.length, "gate")} ${blocking.length === 1 ? "blocks" : "block"}`;
  const name = service === null ? "every service" : inertLine(service, LONGEST_NAME);
  return fold(`${asHtml(`\`${name}\``)}: ${state}`, content);
}

/** Gates of each service, in the order of the first of each. */
export function toldByService({ told }: Outline): ReadonlyMap<string | null, readonly ToldGate[]> {
  const byService = new Map<string | null, ToldGate[]>();
  for (const one of told) {
    const there = byService.get(one.gate.service);
    if (there === undefined) byService.set(one.gate.service, [one]);
    else there.push(one);
  }
  return byService;
}

function named(text: string): InlineCode {
  return code(inertLine(text, LONGEST_NAME));
}
