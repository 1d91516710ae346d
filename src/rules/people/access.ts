import type { Access } from "../../model/fact.ts";

/** Least first: each includes what those before it allow. */
const LEVELS: readonly Access[] = ["none", "read", "triage", "write", "maintain", "admin"];

/** Whether an access allows at least what another one does. */
export function allows(access: Access, wanted: Access): boolean {
  return LEVELS.indexOf(access) >= LEVELS.indexOf(wanted);
}
