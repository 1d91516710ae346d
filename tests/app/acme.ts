import type { Change } from "../../sandbox/git/import-commit.ts";
import type { HostedRepository } from "../../sandbox/world/hosted-repository.ts";
import type { PullRequest } from "../../sandbox/world/issue.ts";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import { afterPush } from "../../sandbox/world/pushes.ts";
import type { World } from "../../sandbox/world/world.ts";
import { CONTEXT } from "../promotion/promote-shop.ts";
import { AUTHOR, type Started, startSandbox, stopBlameless } from "../sandbox/start-sandbox.ts";
import { runService, type Service } from "./run-service.ts";

export type Changes = Readonly<Record<string, Change>>;

export const POLICY_FILE = ".github/stage-gates.yml";

/** A runbook that says enough. */
export const RUNBOOK = { "docs/runbook.md": "# Runbook\n\nRestart the service.\n" };

/** A policy of one gate with this rule. `raj` leads, and so does the team. */
export const policyOf = (rule: string) => `version: 1
stages: [{id: production, branches: [production]}]
roles: {leads: {users: [raj], teams: [acme/leads]}}
waivers: {approvers: [leads], max_days: 30}
gates:
  - id: gate
    rules:
      - ${rule}
`;

/** A policy that asks for the runbook. */
export const READY = policyOf("{id: runbook, type: document, path: docs/runbook.md}");

const MINUTE = 60_000;

/** What a repository begins with. */
export interface Beginning {
  readonly policy: string;
  /** On the base branch, from the beginning. */
  readonly base?: Changes;
  /** What the pull request brings; a runbook unless given. */
  readonly head?: Changes;
  /** Where the pull request goes to begin with; `production` unless given. */
  readonly to?: string;
}

export interface Promotion {
  readonly world: World;
  readonly repository: HostedRepository;
  readonly pull: PullRequest;
  push(branch: string, changes: Changes): Promise<void>;
}

/** The service, installed in `acme`, for many promotions that have a repository each. Nothing sweeps. */
export interface Acme extends Started {
  readonly service: Service;
  propose(beginning: Beginning): Promise<Promotion>;
  /** What our check on the head says, once there is nothing to do; `undefined` where there is none. */
  said(promotion: Promotion): Promise<string | null | undefined>;
  /**
   * Closes all that is open, so that it concerns nothing that follows, which happens a minute later: by
   * then what was asked for is not held against it any more.
   */
  close(): void;
  stop(): Promise<void>;
}

/** @param now what GitHub's clock shows to begin with */
export async function startAcme(now?: number): Promise<Acme> {
  const sandbox = await startSandbox();
  const { world } = sandbox;
  const service = await runService(sandbox, now, {
    ...{ clock: "world", settings: { sweepEvery: 24 * 60 * MINUTE } },
  });
  const open: PullRequest[] = [];
  return {
    ...{ ...sandbox, service },
    async propose(beginning) {
      const promotion = await propose(world, beginning);
      open.push(promotion.pull);
      return promotion;
    },
    async said({ repository, pull }) {
      await service.settled();
      const { app: own } = service.settings;
      const runs = repository.runsOf(pull.headSha).filter(({ app }) => app === own);
      return runs.findLast(({ name }) => name === CONTEXT)?.conclusion;
    },
    close() {
      for (const pull of open.splice(0)) pull.state = "closed";
      world.now += MINUTE;
    },
    async stop() {
      await service.stop();
      await stopBlameless(sandbox);
    },
  };
}

async function propose(
  world: World,
  { policy, base = {}, head = RUNBOOK, to = "production" }: Beginning,
): Promise<Promotion> {
  const repository = await world.addRepository(`acme/shop-${world.nextId()}`);
  repository.collaborators.set("ana", "write").set("raj", "admin").set("lea", "write");
  const commit = (branch: string, changes: Changes) =>
    repository.commit(branch, { changes, message: "Change it", author: AUTHOR });
  const first = await commit("production", { "README.md": "# Shop\n", ...base });
  for (const branch of ["main", "next", "staging"]) {
    await repository.git.setRef(`refs/heads/${branch}`, first);
  }
  await commit("main", { [POLICY_FILE]: policy });
  await commit("next", { "src/next.txt": "next\n", ...head });
  const about = { author: "ana", title: "Release", body: null };
  const pull = await openPull(world, repository, { ...about, base: to, head: "next" });
  return {
    ...{ world, repository, pull },
    async push(branch, changes) {
      const before = await repository.git.branch(branch);
      await commit(branch, changes);
      await afterPush(world, repository, { branch, before, by: "ana" });
    },
  };
}
