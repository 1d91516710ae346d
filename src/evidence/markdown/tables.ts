import type { Table as TableNode } from "mdast";
import type { Cell, NearMiss, Table, TextBlock } from "../../model/document.ts";
import { collapseSpaces } from "../../text/key.ts";
import { nearMissInCell } from "./near-miss.ts";
import {
  claimedIn,
  type InlineScope,
  linksOf,
  markedTextOf,
  pointOf,
  readRuns,
  textOf,
} from "./runs.ts";

export interface ReadTable {
  readonly table: Table;
  readonly blocks: readonly TextBlock[];
  readonly nearMisses: readonly NearMiss[];
}

/** A table; cells beyond its headers are left out, as a renderer does. */
export function readTable(node: TableNode, scope: InlineScope): ReadTable {
  const { section, source } = scope;
  const blocks: TextBlock[] = [];
  const nearMisses: NearMiss[] = [];
  const width = node.children[0]?.children.length ?? 0;
  const [headers = [], ...rows] = node.children.map((row) => {
    const written = row.children.slice(0, width);
    const sources = written.map(({ children }) => sourceOf(children, source));
    return written.map((cell, column): Cell => {
      const [first] = cell.children;
      const at = pointOf(first?.position === undefined ? cell : first, scope.shift);
      const runs = readRuns(cell.children, at, scope);
      const claimed = claimedIn(runs);
      const marked = collapseSpaces(markedTextOf(runs));
      if (marked !== "") blocks.push({ kind: "cell", text: marked, at, section });
      const miss = nearMissInCell(sources[column] ?? "", sources.slice(column + 1, column + 4));
      if (miss !== null) nearMisses.push({ ...miss, at, section });
      return { text: collapseSpaces(textOf(claimed)), links: linksOf(claimed), at };
    });
  });
  return { table: { headers, rows, at: pointOf(node, scope.shift), section }, blocks, nearMisses };
}

function sourceOf(
  children: TableNode["children"][number]["children"][number]["children"],
  source: string,
): string {
  const start = children[0]?.position?.start.offset;
  const end = children.at(-1)?.position?.end.offset;
  return start === undefined || end === undefined ? "" : source.slice(start, end);
}
