import type { Access, Team } from "./account.ts";
import type { HostedRepository } from "./hosted-repository.ts";
import type { World } from "./world.ts";
import type { EventDetails } from "./world-event.ts";

/** A team made while others look on; `World.addTeam` is for what was there before. */
export function createTeam(
  world: World,
  said: {
    readonly organization: string;
    readonly slug: string;
    readonly members: readonly string[];
    readonly by: string;
  },
): Team {
  const team = world.addTeam(said.organization, said.slug, said.members);
  tell(world, team, { name: "team", action: "created", by: said.by });
  return team;
}

export function deleteTeam(world: World, team: Team, { by }: { readonly by: string }): void {
  world.dropTeam(team);
  for (const repository of world.repositories()) {
    if (isOwn(repository, team)) repository.teams.delete(team.slug);
  }
  tell(world, team, { name: "team", action: "deleted", by });
}

export function addTeamMember(
  world: World,
  team: Team,
  { login, by }: { readonly login: string; readonly by: string },
): void {
  if (team.members.has(login.toLowerCase())) return;
  team.members.add(login.toLowerCase());
  tell(world, team, { name: "membership", action: "added", by, member: login });
}

export function removeTeamMember(
  world: World,
  team: Team,
  { login, by }: { readonly login: string; readonly by: string },
): void {
  if (!team.members.delete(login.toLowerCase())) return;
  tell(world, team, { name: "membership", action: "removed", by, member: login });
}

/** Takes a person out of an organization: out of its teams and repositories, with all that follows. */
export function removeFromOrganization(
  world: World,
  { organization, login, by }: Readonly<Record<"organization" | "login" | "by", string>>,
): void {
  for (const team of world.teamsOf(organization)) removeTeamMember(world, team, { login, by });
  for (const repository of world.repositories()) {
    if (repository.owner.toLowerCase() !== organization.toLowerCase()) continue;
    setCollaborator(world, repository, { login, access: "none", by });
  }
  world.tick();
  const about = { name: "organization", action: "member_removed", sender: by, subject: login };
  world.tell({ ...about, repository: null, organization, details: { member: login } });
}

/** What a team may do in a repository; `none` takes it away. */
export function grantTeam(
  world: World,
  repository: HostedRepository,
  said: { readonly team: Team; readonly access: Access; readonly by: string },
): void {
  const { team, access, by } = said;
  const before = repository.teams.get(team.slug) ?? "none";
  if (before === access) return;
  if (access === "none") repository.teams.delete(team.slug);
  else repository.teams.set(team.slug, access);
  const action =
    access === "none"
      ? "removed_from_repository"
      : before === "none"
        ? "added_to_repository"
        : "edited";
  const changes = { repository: { permissions: { from: permissionsOf(before) } } };
  const details = action === "edited" ? { changes } : {};
  tell(world, team, { name: "team", action, by, repository, ...details });
}

/** What a person may do in a repository, by themselves; `none` takes it away. */
export function setCollaborator(
  world: World,
  repository: HostedRepository,
  said: { readonly login: string; readonly access: Access; readonly by: string },
): void {
  const { login, access, by: sender } = said;
  const key = login.toLowerCase();
  const before = repository.collaborators.get(key) ?? "none";
  if (before === access) return;
  if (access === "none") repository.collaborators.delete(key);
  else repository.collaborators.set(key, access);
  const isNew = before === "none";
  const action = access === "none" ? "removed" : isNew ? "added" : "edited";
  const old = isNew ? {} : { old_permission: { from: before } };
  const permission = { ...(!isNew && { from: before }), to: access };
  const changes = action === "removed" ? {} : { changes: { permission, ...old } };
  world.tick();
  const details = { member: login, ...changes };
  world.tell({ name: "member", action, repository, sender, subject: login, details });
}

function permissionsOf(access: Access) {
  return { admin: access === "admin", pull: access !== "none", push: access === "write" };
}

function isOwn(repository: HostedRepository, team: Team): boolean {
  return repository.owner.toLowerCase() === team.organization.toLowerCase();
}

function tell(
  world: World,
  team: Team,
  said: Pick<EventDetails, "member" | "changes"> & {
    readonly name: string;
    readonly action: string;
    readonly by: string;
    readonly repository?: HostedRepository;
  },
): void {
  const { name, action, by: sender, repository = null, ...details } = said;
  const { organization, slug: subject } = team;
  world.tick();
  const about = { name, action, sender, subject, details: { team, ...details } };
  world.tell({ ...about, repository, organization });
}
