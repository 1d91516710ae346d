import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { planImport } from "../../import/plan-import.ts";
import { READINESS_NAMES } from "../../model/service.ts";

/** What a person still reads; larger ones can be named to `import`. */
const MOST_BYTES = 256 * 1024;

/** The first readiness document of the repository that an import would take over, if there is one. */
export function existingChecklist(root: string): string | null {
  const found = READINESS_NAMES.find((name) => {
    const stat = lstatSync(join(root, name), { throwIfNoEntry: false });
    if (stat === undefined || !stat.isFile() || stat.size > MOST_BYTES) return false;
    return planImport(readFileSync(join(root, name), "utf8")).state === "planned";
  });
  return found ?? null;
}
