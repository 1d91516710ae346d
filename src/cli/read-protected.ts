import { isAbsent } from "../files/policy-file.ts";
import type { PolicyAtTip } from "../github/policy-at-tip.ts";
import { ProtectionReader } from "../github/protection/branch-protection.ts";
import { readRepositoryState } from "../github/protection/repository-state.ts";
import type { Stage } from "../model/policy.ts";
import type { RepositoryState } from "../model/protection.ts";
import type { LoadedPolicyFiles } from "../policy/load-policy-files.ts";
import { loadAtTip } from "../promotion/load-at-tip.ts";
import { openPacks } from "../worktree/template-files.ts";
import { type Connected, unanswered } from "./github-connection.ts";
import { unknownName } from "./usage-error.ts";

/** A repository as GitHub has it, with its policy. */
export interface Protected {
  readonly state: RepositoryState;
  readonly reader: ProtectionReader;
  readonly policy: PolicyAtTip;
  readonly loaded: LoadedPolicyFiles;
}

/** @throws {UsageError} where GitHub does not show it, or has no policy. */
export async function readProtected(connected: Connected): Promise<Protected> {
  const { client, name } = connected;
  try {
    const { state, policy } = await readRepositoryState(client, name);
    const loaded = loadAtTip(policy, openPacks(), state.repository);
    return { state, policy, loaded, reader: new ProtectionReader(client, name) };
  } catch (error) {
    throw unanswered(error, connected, null);
  }
}

/** Whether nobody wrote a policy for it yet, neither here nor for the organization. */
export function hasNoPolicy({ policy }: Protected): boolean {
  return isAbsent(policy.policy.fact) && isAbsent(policy.organization.fact);
}

/** All stages, or the one that was named. */
export function stagesNamed(stages: readonly Stage[], id: string | undefined): readonly Stage[] {
  if (id === undefined) return stages;
  const stage = stages.find((one) => one.id === id);
  if (stage !== undefined) return [stage];
  throw unknownName(
    "stage",
    id,
    stages.map((one) => one.id),
  );
}
