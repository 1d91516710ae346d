import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { valueAt } from "../../evidence/walk-data.ts";
import { POLICY_PATH } from "../../files/policy-file.ts";
import type { LocatedValue } from "../../model/document.ts";
import { parseYaml } from "../../text/yaml-tree.ts";

/** What matters of a policy that `init` leaves as it is. */
export interface ExistingPolicy {
  /** Ids of the packs it extends. */
  readonly packs: readonly string[];
  readonly isAdvisory: boolean;
}

/** The policy of the work tree; `null` where there is none. */
export function existingPolicy(root: string): ExistingPolicy | null {
  const path = join(root, POLICY_PATH);
  return existsSync(path) ? readPolicy(readFileSync(path, "utf8")) : null;
}

export function readPolicy(text: string): ExistingPolicy {
  const { root } = parseYaml(text);
  const at = (key: string) => (root === null ? undefined : valueAt(root, key)?.value);
  const packs = textsIn(at("extends"))
    .filter((name) => name.startsWith("pack:"))
    .map((name) => name.slice("pack:".length));
  return { packs, isAdvisory: at("mode") === "advisory" };
}

function textsIn(value: LocatedValue["value"] | undefined): readonly string[] {
  const items = Array.isArray(value) ? (value as readonly LocatedValue[]) : [];
  return items.flatMap((item) => (typeof item.value === "string" ? [item.value] : []));
}
