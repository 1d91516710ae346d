import type { Verdict } from "../model/verdict.ts";
import { blocks, type Standing, standingOf } from "./outline.ts";
import { counted } from "./sentence.ts";

/** Many services at a glance: how each of them stands at each gate. */
export interface Portfolio {
  /** Ids of the gates that apply to some service, as in the policy. */
  readonly gates: readonly string[];
  readonly rows: readonly PortfolioRow[];
}

export interface PortfolioRow {
  readonly service: string;
  /** One for each of `gates`; `null` where the gate does not apply to the service. */
  readonly cells: readonly (Standing | null)[];
}

/** `null` where there is just one service: its gates say it all. */
export function portfolioOf({ services, gates }: Verdict): Portfolio | null {
  if (services.length < 2) return null;
  const byService = new Map<string, Map<string, Standing>>(services.map((id) => [id, new Map()]));
  const applying = new Set<string>();
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
      cells: columns.map((id) => standings.get(id) ?? null),
    })),
  };
}

/** Whether nothing is to be said of the service beyond its line. What no gate judges does not pass. */
function passesAll(row: PortfolioRow): boolean {
  return !isUnjudged(row) && row.cells.every((cell) => cell === null || cell === "pass");
}

function isUnjudged({ cells }: PortfolioRow): boolean {
  return cells.every((cell) => cell === null);
}

/** Services that something blocks first, then those with something to tell, else as they stand. */
export function inOrder(rows: readonly PortfolioRow[]): readonly PortfolioRow[] {
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

function rank(row: PortfolioRow): number {
  const isBlocked = row.cells.some((cell) => cell !== null && blocks(cell));
  if (isBlocked || isUnjudged(row)) return 0;
  return passesAll(row) ? 2 : 1;
}

/** What there is to say of services that had no room, in a few words. */
export function furtherServices(rest: readonly PortfolioRow[]): readonly string[] {
  const passing = rest.filter(passesAll).length;
  const others = rest.length - passing;
  return [
    ...(others > 0 ? [`${counted(others, "service")} more with something to tell`] : []),
    ...(passing > 0 ? [`${counted(passing, "service")} more with nothing against them`] : []),
  ];
}
