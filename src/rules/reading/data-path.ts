import { valueAt } from "../../evidence/walk-data.ts";
import type { LocatedValue } from "../../model/document.ts";
import type { Point } from "../../model/place.ts";

/** `caps.per_user`, `alerts[0].name`, `labels["app.kubernetes.io/name"]` */
export const DATA_PATH =
  /^(?:[^.[\]"\s](?:[^.[\]"]*[^.[\]"\s])?|\[\d{1,6}\]|\["[^"]+"\])(?:\.[^.[\]"\s](?:[^.[\]"]*[^.[\]"\s])?|\[\d{1,6}\]|\["[^"]+"\])*$/;

const LAST_STEP = /(?:\.?[^.[\]"]+|\[\d+\]|\["[^"]+"\])$/;

/** The path without its last step; `""` is the root. */
function parentPath(path: string): string {
  return path.replace(LAST_STEP, "");
}

/** Where the value would stand: the nearest one around it that is there. */
export function nearestPlace(root: LocatedValue, path: string): Point {
  for (let above = parentPath(path); above !== ""; above = parentPath(above)) {
    const node = valueAt(root, above);
    if (node !== null) return node.at;
  }
  return root.at;
}
