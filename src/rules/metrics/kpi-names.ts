import { keyOf } from "../../text/key.ts";

/** What of the options names KPIs. */
interface Naming {
  readonly require: readonly (
    | string
    | { readonly kpi: string; readonly aliases: readonly string[] }
  )[];
  readonly set: Readonly<Record<string, unknown>>;
}

/** Key of each name the policy gives a KPI → the name messages use. */
export type KpiNames = ReadonlyMap<string, string>;

export function kpiNames(options: Naming): KpiNames {
  const names = new Map<string, string>();
  for (const [key, name] of requiredNames(options)) names.set(key, name);
  for (const kpi of Object.keys(options.set)) {
    const key = keyOf(kpi);
    if (!names.has(key)) names.set(key, kpi);
  }
  return names;
}

interface Clash {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Names of the policy that stand for one KPI twice: which of its settings counts would be chance. */
export function nameClashes(options: Naming): readonly Clash[] {
  const clashes: Clash[] = [];
  const seen = new Map<string, string>();
  for (const [key, name, index] of requiredNames(options)) {
    const first = seen.get(key);
    if (first !== undefined) {
      clashes.push({
        path: ["require", index],
        message: `a name of \`${name}\` stands twice; it is one of \`${first}\` too`,
      });
    }
    seen.set(key, name);
  }
  const names = kpiNames(options);
  const set = new Set<string>();
  for (const kpi of Object.keys(options.set)) {
    const name = names.get(keyOf(kpi)) ?? kpi;
    if (set.has(name)) {
      clashes.push({ path: ["set", kpi], message: `the levels of \`${name}\` are set twice` });
    }
    set.add(name);
  }
  return clashes;
}

function requiredNames({ require }: Naming): [key: string, name: string, index: number][] {
  return require.flatMap((entry, index): [string, string, number][] =>
    typeof entry === "string"
      ? [[keyOf(entry), entry, index]]
      : [entry.kpi, ...entry.aliases].map((name) => [keyOf(name), entry.kpi, index]),
  );
}
