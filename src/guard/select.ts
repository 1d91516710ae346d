import { collect, type Question } from "../facts/collect.ts";
import { recordingReader, type UnreadableFact } from "../facts/fact-reader.ts";
import type { Gate, Policy, Stage } from "../model/policy.ts";
import type { FactSource } from "../model/ports.ts";
import type { Service } from "../model/service.ts";
import { applies, gatesOfStage } from "../verdict/select-gates.ts";
import {
  changedServices,
  changesMatch,
  type Promotion,
  readSelection,
  type Selection,
} from "../verdict/select-services.ts";

/** A gate of the stage put to a service. */
export interface Post {
  readonly service: Service;
  readonly gate: Gate;
  /** `false` where it has nothing to say of that service in this change. */
  readonly applies: boolean;
}

export interface Selected extends Promotion {
  readonly posts: readonly Post[];
  /** Ids of all services there are; `null` where the repository is its one service. */
  readonly known: ReadonlySet<string> | null;
  /** Ids of services that the change takes away while it adds others. */
  readonly gone: readonly string[];
  /** Why the services could not be listed; then nothing can be judged. */
  readonly unreadable: UnreadableFact | null;
}

export interface SelectQuestion {
  readonly policy: Policy;
  readonly stage: Stage;
  /** Ids of the services to judge; `null` for those that changed. */
  readonly wanted: readonly string[] | null;
  /** Gates that do not apply to this repository for now. */
  readonly exempt: ReadonlySet<string>;
  readonly source: FactSource;
}

/** Which services the change is about, and which gates are put to each. */
export async function select(question: SelectQuestion): Promise<Selected> {
  const { policy, stage, wanted, exempt, source } = question;
  const { selection, unreadable } = await readServices(policy, source);
  const promotion = promotionOf(policy, stage, wanted, selection);
  const gates = gatesOfStage(policy, stage);
  const posts = promotion.services.flatMap((service) =>
    gates.map((gate) => ({
      service,
      gate,
      applies: !exempt.has(gate.id) && applies(gate, service, selection.changes),
    })),
  );
  const ids = selection.services.flatMap(({ id }) => (id === null ? [] : [id]));
  const known = policy.services === null ? null : new Set(ids);
  const folders = new Set(selection.gone);
  const gone = promotion.services.flatMap(({ id, path }) =>
    id !== null && folders.has(path) ? [id] : [],
  );
  return { ...promotion, posts, known, gone, unreadable };
}

function promotionOf(
  policy: Policy,
  stage: Stage,
  wanted: readonly string[] | null,
  { services, changes }: Selection,
): Promotion {
  if (wanted !== null) return { governed: true, services: wanted.map((id) => find(services, id)) };
  if (stage.paths !== null && !changesMatch(stage.paths, null, changes)) {
    return { governed: false, services: [] };
  }
  return changedServices(services, policy.services?.ungoverned ?? [], changes);
}

function find(services: readonly Service[], id: string): Service {
  const service = services.find((other) => other.id === id);
  if (service === undefined) throw new UnknownService(id, services);
  return service;
}

/** Somebody asked for a service that the repository does not have. */
export class UnknownService extends Error {
  readonly service: string;
  /** Ids of the services there are. */
  readonly known: readonly string[];

  constructor(service: string, services: readonly Service[]) {
    super(`there is no service \`${service}\``);
    this.name = "UnknownService";
    this.service = service;
    this.known = services.flatMap(({ id }) => (id === null ? [] : [id]));
  }
}

interface ReadServices {
  readonly selection: Selection;
  readonly unreadable: UnreadableFact | null;
}

async function readServices(policy: Policy, source: FactSource): Promise<ReadServices> {
  const question: Question<ReadServices> = {
    ask(facts) {
      const { reader, wanted, unreadable } = recordingReader(facts);
      const selection = readSelection(reader, policy);
      // Changed paths that cannot be read are no reason to stop: every service counts as changed.
      const folders = [...unreadable.values()].find(({ request }) => request.kind === "folders");
      return { answer: { selection, unreadable: folders ?? null }, wanted };
    },
  };
  const [read] = await collect([question], source);
  return read as ReadServices;
}
