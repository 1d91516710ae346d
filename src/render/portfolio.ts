import type { Verdict } from "../model/verdict.ts";
import { type Standing, standingOf } from "./outline.ts";

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

/** Whether nothing is to be said of the service beyond its line. */
export function passesAll({ cells }: PortfolioRow): boolean {
  return cells.every((cell) => cell === null || cell === "pass");
}
