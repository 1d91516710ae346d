import type { LocatedValue } from "../model/document.ts";

/** The value at a path such as `a.b[0].c` or `a["x.y"]`; `null` where there is none. `""` is the root. */
export function valueAt(_root: LocatedValue, _path: string): LocatedValue | null {
  throw new Error("not built yet");
}

/** The data without places: scalars, arrays and objects (without a prototype). */
export function plain(_node: LocatedValue): unknown {
  throw new Error("not built yet");
}
