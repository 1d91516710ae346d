import type { HostedRepository } from "./hosted-repository.ts";
import type { World } from "./world.ts";

/** A repository made while others look on; `World.addRepository` is for what was there before. */
export async function createRepository(
  world: World,
  said: { readonly fullName: string; readonly isPrivate?: boolean; readonly by: string },
): Promise<HostedRepository> {
  const { fullName, isPrivate = false, by } = said;
  const repository = await world.addRepository(fullName, { isPrivate });
  tell(world, repository, { action: "created", by });
  return repository;
}

/** Gives a repository another name. What asks for the old one is led to it, as on GitHub. */
export function renameRepository(
  world: World,
  repository: HostedRepository,
  { name, by }: { readonly name: string; readonly by: string },
): void {
  const from = repository.name;
  world.moveRepository(repository, `${repository.owner}/${name}`);
  tell(world, repository, { action: "renamed", by, changes: { repository: { name: { from } } } });
}

/** Gives a repository to another account. Apps that are not installed there lose it. */
export function transferRepository(
  world: World,
  repository: HostedRepository,
  { owner, by }: { readonly owner: string; readonly by: string },
): void {
  const from = repository.owner;
  repository.teams.clear();
  world.moveRepository(repository, `${owner}/${repository.name}`);
  tell(world, repository, { action: "transferred", by, changes: { owner: { from } } });
}

/** Nothing can be written to it any more, or again. */
export function setArchived(
  world: World,
  repository: HostedRepository,
  { archived, by }: { readonly archived: boolean; readonly by: string },
): void {
  if (repository.archived === archived) return;
  repository.archived = archived;
  tell(world, repository, { action: archived ? "archived" : "unarchived", by });
}

export function setPrivate(
  world: World,
  repository: HostedRepository,
  { isPrivate, by }: { readonly isPrivate: boolean; readonly by: string },
): void {
  if (repository.isPrivate === isPrivate) return;
  repository.isPrivate = isPrivate;
  tell(world, repository, { action: isPrivate ? "privatized" : "publicized", by });
}

export function setDefaultBranch(
  world: World,
  repository: HostedRepository,
  { branch, by }: { readonly branch: string; readonly by: string },
): void {
  const from = repository.defaultBranch;
  if (from === branch) return;
  repository.defaultBranch = branch;
  tell(world, repository, { action: "edited", by, changes: { default_branch: { from } } });
}

export function deleteRepository(
  world: World,
  repository: HostedRepository,
  { by }: { readonly by: string },
): void {
  tell(world, repository, { action: "deleted", by });
  world.dropRepository(repository);
}

function tell(
  world: World,
  repository: HostedRepository,
  said: { readonly action: string; readonly by: string; readonly changes?: object },
): void {
  const { action, by: sender, changes } = said;
  world.tick();
  const details = changes === undefined ? {} : { changes: changes as Record<string, unknown> };
  const subject = repository.fullName;
  world.tell({ name: "repository", action, repository, sender, subject, details });
}
