import type { PackTemplates } from "../../model/ports.ts";
import type { Voice } from "../../model/voice.ts";
import { Expectation } from "../../promotion/expectation.ts";
import { LastJudgements } from "../../promotion/last-judgements.ts";
import type { Promoting } from "../../promotion/promote.ts";
import type { Store } from "../../store/store.ts";
import type { AppClients, InstallationClient } from "../clients/app-clients.ts";
import { leasedClient } from "../clients/leased-client.ts";
import { inTurn } from "./in-turn.ts";
import type { Held } from "./look.ts";
import { repositoryName } from "./repository-name.ts";

export interface Judging {
  readonly clients: AppClients;
  readonly installation: InstallationClient;
  readonly packs: PackTemplates;
  readonly voice: Voice;
  readonly store: Store;
  /** Milliseconds since 1970, by GitHub's clock. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** For as long as the process runs; it only saves requests. */
const EXPECTATION = new Expectation();
const LAST = new LastJudgements();

/** How promotions are judged in an installation, as long as the lease is held. */
export function promotingIn({ lease, hold }: Held, judging: Judging): Promoting {
  const { installation, packs, voice, store, now, sleep } = judging;
  return {
    client: leasedClient(installation.client, hold),
    organizationClient: null,
    name: repositoryName(lease.repository),
    ...{ voice, packs, now, policyBranch: null, reportUrl: null },
    wants: { comment: true, issues: true, dryRun: false },
    ...{ expectation: EXPECTATION, last: LAST },
    alone: inTurn(lease, { store, now, sleep }),
  };
}
