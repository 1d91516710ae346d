import { expect } from "vitest";
import type { Fault, PlannedFault } from "../../../sandbox/server/faults.ts";
import type { Exchange } from "../../../sandbox/server/traffic.ts";
import type { CheckRun } from "../../../sandbox/world/check.ts";
import type { Issue, PullRequest } from "../../../sandbox/world/issue.ts";
import { addReview, dismissReview, openPull } from "../../../sandbox/world/pull-requests.ts";
import { openClient } from "../../../src/github/open-client.ts";
import { ServerClock } from "../../../src/github/server-clock.ts";
import { promote } from "../../../src/promotion/promote.ts";
import { openPacks } from "../../../src/worktree/template-files.ts";
import { CONTEXT } from "../../promotion/promote-shop.ts";
import { AUTHOR, type Started, startSandbox } from "../../sandbox/start-sandbox.ts";
import { type Running, runService, type Service } from "../run-service.ts";

export const BOT = "stage-gates[bot]";
export const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const HEADER = `version: 1
stages:
  - {id: production, branches: [production]}
roles:
  leads: {users: [raj]}
gates:
`;

/** A gate that a person opens and shuts. */
export const SIGNED_OFF = `${HEADER}  - id: approval
    rules: [{id: leads, type: sign-off, roles: [leads]}]
`;

/** The same, and one that opens an issue. */
export const WITH_RUNBOOK = `${SIGNED_OFF}  - id: runbook
    rules: [{id: there, type: document, path: docs/runbook.md, issue: runbook}]
`;
export const RUNBOOK = { "docs/runbook.md": "# Runbook\n\nRestart the service.\n" };

export interface TroubledShop extends Started {
  readonly service: Service;
  /** Opens a promotion whose head is a commit of its own. */
  promotion(head: string, files?: Readonly<Record<string, string>>): Promise<PullRequest>;
  approve(pull: PullRequest): void;
  dismiss(pull: PullRequest): void;
  /** Check runs of ours under the stage's name, oldest first. */
  runs(head: string): readonly CheckRun[];
  /** What GitHub counts: of the newest. `undefined` for none. */
  conclusion(pull: PullRequest): string | null | undefined;
  /** Issues of ours. */
  issues(): readonly Issue[];
  /** As if there had never been one. */
  withoutIssues(): void;
  fail(fault: Fault, plan?: Omit<PlannedFault, "fault">): void;
  /**
   * Expects GitHub to say just what the judgement comes to that somebody else makes now: nothing
   * would be written, changed or taken back.
   *
   * @returns what it comes to
   */
  settledRight(pull: PullRequest): Promise<string>;
  /** Ends it, and expects that no request was wrong. */
  end(): Promise<void>;
}

/** The service in a shop where a policy is in force, by a clock that can be moved. */
export async function troubledShop(
  policy = SIGNED_OFF,
  running: Running = {},
): Promise<TroubledShop> {
  const sandbox = await startSandbox();
  const { world, server, repository } = sandbox;
  // What happens in these days is told by events and by what the service remembers, not by sweeps.
  const settings = { sweepEvery: 30 * DAY, ...running.settings };
  const changes = { ".github/stage-gates.yml": policy };
  await repository.commit("main", { changes, message: "Gate it", author: AUTHOR });
  const service = await runService(sandbox, undefined, {
    ...running,
    ...{ clock: "world", settings },
  });
  await service.settled(0);
  const runs = (head: string) =>
    repository
      .runsOf(head)
      .filter(({ name, app }) => name === CONTEXT && app === service.settings.app);
  const issues = () => [...repository.issues.values()].filter(({ author }) => author === BOT);
  return {
    ...{ ...sandbox, service, runs },
    async promotion(head, files = { [`src/${head}.txt`]: "x" }) {
      const main = (await repository.git.branch("main")) ?? "";
      await repository.git.setRef(`refs/heads/${head}`, main);
      await repository.commit(head, { changes: files, message: head, author: AUTHOR });
      return openPull(world, repository, {
        ...{ author: "ana", title: `Release ${head}`, body: null, base: "production", head },
      });
    },
    approve(pull) {
      addReview(world, repository, pull, { author: "raj", state: "APPROVED" });
    },
    dismiss(pull) {
      for (const review of pull.reviews) {
        if (review.dismissal === null && review.state === "APPROVED") {
          dismissReview(world, repository, pull, { review, by: "raj" });
        }
      }
    },
    conclusion: (pull) => runs(pull.headSha).at(-1)?.conclusion,
    issues,
    withoutIssues() {
      for (const { number } of issues()) repository.issues.delete(number);
    },
    fail: (fault, plan = {}) => server.faults.plan({ fault, ...plan }),
    async settledRight(pull) {
      server.faults.clear();
      const token = world.installationToken(service.installation);
      const { outcome, applied } = await promote(pull.number, {
        client: openClient({ api: server.addresses.api, token }, new ServerClock(() => world.now)),
        ...{ organizationClient: null, name: { owner: "acme", name: "shop" } },
        voice: { kind: "check-run", app: service.settings.app },
        ...{ packs: openPacks(), now: () => world.now, policyBranch: null, reportUrl: null },
        wants: { comment: true, issues: true, dryRun: true },
      });
      if (outcome.state !== "judged") throw new Error(`it is ${outcome.state}`);
      expect(applied.map(({ effect }) => effect.kind)).toEqual([]);
      return outcome.verdict.decision;
    },
    async end() {
      await service.stop();
      const { violations } = server.traffic;
      await sandbox.stop();
      expect(violations).toEqual([]);
    },
  };
}

interface Said {
  readonly conclusion: string;
  readonly output: { readonly title: string; readonly summary: string; readonly text: string };
}

/** Check runs as GitHub was asked to make them, in their order. */
export function verdictsIn(exchanges: readonly Exchange[]): readonly Said[] {
  return exchanges
    .map(({ sent }) => sent as Partial<Said> | undefined)
    .filter((sent): sent is Said => sent?.conclusion !== undefined);
}

type Answer = Extract<Fault, { readonly kind: "answer" }>;

export const status = (code: number, more: Partial<Answer> = {}): Answer => ({
  ...{ kind: "answer", status: code, body: { message: `answered with ${code}` } },
  ...more,
});
