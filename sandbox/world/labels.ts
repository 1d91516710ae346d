import type { HostedRepository } from "./hosted-repository.ts";
import type { Label } from "./issue.ts";
import { invalid, notFound } from "./refusal.ts";
import type { World } from "./world.ts";
import type { EventDetails } from "./world-event.ts";

type About = Pick<Label, "color" | "description">;

export function createLabel(
  world: World,
  repository: HostedRepository,
  said: Partial<About> & { readonly name: string; readonly by: string },
): Label {
  const { name, color = "ededed", description = null, by } = said;
  if (repository.labels.has(name)) throw invalid("Label", "name", "already_exists");
  const label = { id: world.nextId(), name, color, description };
  repository.labels.set(name, label);
  tell(world, repository, { action: "created", by, label });
  return label;
}

/** Changes a label wherever it is. */
export function changeLabel(
  world: World,
  repository: HostedRepository,
  said: Partial<About> & { readonly name: string; readonly to?: string; readonly by: string },
): Label {
  const { name, to = name, by } = said;
  const label = labelOf(repository, name);
  const { color = label.color, description = label.description } = said;
  if (to !== name && repository.labels.has(to)) throw invalid("Label", "name", "already_exists");
  const changes = {
    ...(to !== name && { name: { from: name } }),
    ...(color !== label.color && { color: { from: label.color } }),
    ...(description !== label.description && { description: { from: label.description ?? "" } }),
  };
  Object.assign(label, { name: to, color, description });
  repository.labels.delete(name);
  repository.labels.set(to, label);
  for (const issue of repository.issues.values()) {
    issue.labels = issue.labels.map((one) => (one === name ? to : one));
  }
  world.tick();
  tell(world, repository, { action: "edited", by, label, changes });
  return label;
}

/** Takes a label from the repository, and from all that has it. */
export function deleteLabel(
  world: World,
  repository: HostedRepository,
  { name, by }: { readonly name: string; readonly by: string },
): void {
  const label = labelOf(repository, name);
  repository.labels.delete(name);
  for (const issue of repository.issues.values()) {
    issue.labels = issue.labels.filter((one) => one !== name);
  }
  world.tick();
  tell(world, repository, { action: "deleted", by, label });
}

export function labelOf(repository: HostedRepository, name: string): Label {
  const label = repository.labels.get(name);
  if (label === undefined) throw notFound();
  return label;
}

function tell(
  world: World,
  repository: HostedRepository,
  said: EventDetails & { readonly action: string; readonly by: string; readonly label: Label },
): void {
  const { action, by: sender, ...details } = said;
  world.tell({ name: "label", action, repository, sender, subject: said.label.name, details });
}
