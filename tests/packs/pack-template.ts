import { openPacks } from "../../src/worktree/template-files.ts";
import type { Files } from "../support/example-repository.ts";

export const packs = openPacks();

/** What `init --pack` writes beside the policy. */
export function templateOf(id: string): Files {
  const skeletons = packs.skeletons(id).map(({ path, text }) => [path, text] as const);
  return { "READINESS.md": packs.readiness(id) ?? "", ...Object.fromEntries(skeletons) };
}

export function policyOf(id: string): string {
  return `version: 1\nextends: [pack:${id}]\nstages: [{id: production, branches: [production]}]\n`;
}
