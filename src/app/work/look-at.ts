import { githubFailure } from "../../github/failure.ts";
import type { PackTemplates } from "../../model/ports.ts";
import type { Voice } from "../../model/voice.ts";
import { followDefaultBranch } from "../../promotion/follow-default-branch.ts";
import type { Store } from "../../store/store.ts";
import type { AppClients } from "../clients/app-clients.ts";
import { leasedClient } from "../clients/leased-client.ts";
import { parseSubject, type Subject } from "../subject.ts";
import { mayBeAbsence, readAbsence } from "./absence.ts";
import { answerDeployment } from "./answer-deployment.ts";
import { audit } from "./audit.ts";
import { type FanningOut, markAfterPush, markPromotions, markWatching } from "./fan-out.ts";
import { judgeGroup } from "./judge-group.ts";
import { judgePull } from "./judge-pull.ts";
import type { Held, Look, Looked } from "./look.ts";
import { markInstallations, markRepositories } from "./mark-repositories.ts";
import { promotingIn } from "./promoting-in.ts";
import { prune } from "./prune.ts";
import { redeliver } from "./redeliver.ts";

export interface Looking {
  readonly store: Store;
  readonly clients: AppClients;
  readonly packs: PackTemplates;
  /** A check run of the app's own. */
  readonly voice: Voice;
  sleep(milliseconds: number): Promise<void>;
}

/** What is needed to look at something in an installation. */
type Here = FanningOut & Looking;

/** So often it is tried to close issues; the next push tries again. */
const TRIES = 5;

const DONE: Looked = { state: "settled", next: null };

/** What is done about each kind of subject. */
export function lookAt(looking: Looking): Look {
  const { store, clients } = looking;
  return async (held) => {
    const { lease } = held;
    const subject = parseSubject(lease.subject);
    if (subject === null) return DONE;
    const { now } = clients;
    if (subject.kind === "app") {
      await markInstallations(clients, { store, now });
      await prune(store, now());
      return DONE;
    }
    if (subject.kind === "deliveries") {
      await redeliver({ store, client: leasedClient(clients.app, held.hold), now });
      return DONE;
    }
    if (subject.kind === "watched") {
      await markWatching(subject.key, lease, { store, now });
      return DONE;
    }
    const installation = await clients.ofInstallation(lease.installation);
    const { pausedUntil } = installation.traffic;
    if (pausedUntil > now()) {
      await store.pause({ installation: lease.installation, until: pausedUntil, what: "all" });
      return { state: "postponed", until: pausedUntil };
    }
    const about = { ...looking, installation, now };
    const looked = await lookIn(subject, held, about).catch(async (error) => {
      const failure = githubFailure(error);
      const absence =
        failure !== null && mayBeAbsence(failure) ? await readAbsence(lease, about) : null;
      if (absence === null) throw error;
      return absence;
    });
    await keepToLimits(lease.installation, about);
    return looked;
  };
}

async function lookIn(
  subject: Exclude<Subject, { readonly kind: "app" | "deliveries" | "watched" }>,
  held: Held,
  about: Here,
): Promise<Looked> {
  const { lease } = held;
  switch (subject.kind) {
    case "pull":
      return judgePull(subject.number, held, about);
    case "group":
      return judgeGroup(subject, held, about);
    case "push":
      if (await markAfterPush(subject.branch, lease, about)) {
        const applied = await followDefaultBranch(promotingIn(held, about));
        const [failure] = applied.flatMap((one) => one.failure ?? []);
        if (failure !== undefined && lease.attempts < TRIES) throw failure;
      }
      return DONE;
    case "audit":
      return audit(subject, held, about);
    case "repository":
      await markPromotions(lease, about);
      return DONE;
    case "installation":
      await markRepositories(lease, about.installation, about);
      return DONE;
    case "deployment":
      return answerDeployment(subject, held, about);
  }
}

/** What GitHub said of its limits holds for all of the installation's work, in every process. */
async function keepToLimits(
  installation: number,
  { store, installation: { traffic }, now }: FanningOut,
): Promise<void> {
  const { pausedUntil, scarceUntil } = traffic;
  if (pausedUntil > now()) await store.pause({ installation, until: pausedUntil, what: "all" });
  else if (scarceUntil > now()) {
    await store.pause({ installation, until: scarceUntil, what: "background" });
  }
}
