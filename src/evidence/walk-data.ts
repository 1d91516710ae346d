import type { LocatedValue } from "../model/document.ts";

const STEP = /^(?:\.?([^.[\]"]+)|\[(\d+)\]|\["([^"]*)"\])/;

/** The value at a path such as `a.b[0].c` or `a["x.y"]`; `null` where there is none. `""` is the root. */
export function valueAt(root: LocatedValue, path: string): LocatedValue | null {
  let node: LocatedValue | null = root;
  for (let rest = path; rest !== "" && node !== null; ) {
    const step = STEP.exec(rest);
    if (step === null) return null;
    const [whole, name, index, quoted] = step;
    rest = rest.slice(whole.length);
    node = index === undefined ? entry(node, name ?? quoted ?? "") : element(node, Number(index));
  }
  return node;
}

function entry({ value }: LocatedValue, key: string): LocatedValue | null {
  return value instanceof Map ? (value.get(key)?.node ?? null) : null;
}

function element({ value }: LocatedValue, index: number): LocatedValue | null {
  return Array.isArray(value) ? (value[index] ?? null) : null;
}

/** The data without places: scalars, arrays and objects (without a prototype). */
export function plain(node: LocatedValue): unknown {
  const { value } = node;
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof Map)) return value;
  const object = Object.create(null) as Record<string, unknown>;
  for (const [key, { node: child }] of value) object[key] = plain(child);
  return object;
}
