import type { Verdict } from "../model/verdict.ts";
import { inertLine } from "./inert-text.ts";
import type { Standing } from "./outline.ts";
import {
  furtherServices,
  inOrder,
  type Portfolio,
  type PortfolioRow,
  portfolioOf,
} from "./portfolio.ts";
import { type Look, paragraph } from "./terminal-text.ts";

/** Lines a table may have; of what is left over only the passing services are just counted. */
const ROWS = 40;
const WIDEST_NAME = 28;
/** No name of a service may begin a line, where it could pass for a verdict. */
const MARGIN = "  ";
/** A cell, and a column that is told by its number. */
const CELL = 4;

/** Shorter than those of a list, so that many columns fit. */
const CELL_WORDS: Readonly<Record<Standing, string>> = {
  fail: "FAIL",
  error: "ERR",
  wait: "WAIT",
  open: "?",
  conditional: "COND",
  warn: "WARN",
  pass: "ok",
  none: "-",
};

/** A table of services and gates; nothing where there is one service. */
export function portfolioTable(verdict: Verdict, look: Look): string[] {
  const portfolio = portfolioOf(verdict);
  if (portfolio === null || portfolio.gates.length === 0) return [];
  const rows = inOrder(portfolio.rows);
  const shown = rows.slice(0, ROWS);
  const name = Math.min(WIDEST_NAME, Math.max(7, ...shown.map((row) => nameOf(row).length)));
  const { heads, legend } = columnsOf(portfolio, look.width - name - MARGIN.length);
  const line = (cells: readonly string[]) => `${MARGIN}${cells.join("  ")}`.trimEnd();
  const head = line(["service".padEnd(name), ...heads]);
  const body = shown.map((row) =>
    line([
      fitted(nameOf(row), name),
      ...row.cells.map((cell, index) => cellText(cell, heads[index]?.length ?? CELL, look)),
    ]),
  );
  return [
    look.paint("quiet", head),
    ...body,
    ...restOf(rows.slice(ROWS), look),
    ...legend.flatMap((text) => besideTable(text, look)),
  ];
}

/** Gates by name where that fits, else by number with the names below. */
function columnsOf(
  { gates }: Portfolio,
  room: number,
): { readonly heads: readonly string[]; readonly legend: readonly string[] } {
  const names = gates.map((id) => inertLine(id, 120));
  const named = names.map((id) => id.padEnd(CELL));
  const width = named.reduce((sum, text) => sum + text.length + 2, 0);
  if (width <= room) return { heads: named, legend: [] };
  const heads = names.map((_, index) => String(index + 1).padEnd(CELL));
  return { heads, legend: [names.map((id, index) => `${index + 1} ${id}`).join(", ")] };
}

function cellText(cell: Standing | null, width: number, look: Look): string {
  if (cell === null) return " ".repeat(width);
  const word = CELL_WORDS[cell];
  return look.paint(cell, word) + " ".repeat(Math.max(0, width - word.length));
}

function restOf(rest: readonly PortfolioRow[], look: Look): string[] {
  if (rest.length === 0) return [];
  return besideTable(furtherServices(rest).join(", "), look);
}

function nameOf({ service }: PortfolioRow): string {
  return inertLine(service, 120);
}

function fitted(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 3)}...` : text.padEnd(width);
}

function besideTable(text: string, look: Look): string[] {
  return paragraph(text, look, { tone: "quiet", indent: MARGIN.length });
}
