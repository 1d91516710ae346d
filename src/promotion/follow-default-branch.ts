import type { Applied } from "../github/apply-effects.ts";
import { type OpenedRepository, openRepository } from "../github/open-repository.ts";
import { pullSource } from "../github/pull-source.ts";
import { Blobs } from "../github/read/blobs.ts";
import { ownIssues } from "../github/surroundings-of.ts";
import { judge } from "../guard.ts";
import {
  type Fact,
  type FactAnswer,
  factKey,
  known,
  missing,
  type PullRequestFact,
} from "../model/fact.ts";
import type { OwnIssue } from "../model/surroundings.ts";
import type { GateVerdict, Verdict } from "../model/verdict.ts";
import { issueKindIn } from "../plan/issue-index.ts";
import { noteOf } from "../policy/load-policy-files.ts";
import { carryOut } from "./carry-out.ts";
import { loadAtTip, originOf } from "./load-at-tip.ts";
import type { Promoting } from "./promote.ts";
import { promotionsIn } from "./promotions-in.ts";
import { templatesFor } from "./templates-for.ts";

/**
 * Closes the issues about gaps that the default branch has no more, for whoever mends one without
 * promoting anything. It opens and blocks nothing. All services are judged, by the gates of all
 * stages; without an open issue nothing is.
 *
 * @throws {GitHubFailure} where GitHub does not show the repository.
 */
export async function followDefaultBranch(promoting: Promoting): Promise<readonly Applied[]> {
  const opened = await openRepository(promoting);
  const loaded = loadAtTip(opened.policy, promoting.packs, opened.repository);
  if (loaded.state === "invalid" || opened.issues.state === "missing") return [];
  const issues = ownIssues(opened.issues.value);
  if (!issues.some(isOfGap)) return [];
  const { policy, waivers, baseline, notes } = loaded;
  const { name: defaultBranch, tip } = opened.defaultBranch;
  const source = sourceAt(opened, promoting);
  const now = promoting.now();
  const verdicts: Verdict[] = [];
  for (const { id: stage } of policy.stages) {
    verdicts.push(
      await judge({
        ...{ policy, waivers, baseline, notes: notes.map(noteOf), source, now, stage },
        ...{ origin: originOf(opened.policy), services: null, local: false, commit: tip },
        repository: opened.repository,
      }),
    );
  }
  const verdict = together(verdicts);
  if (verdict === null) return [];
  const { url, hasIssues } = opened;
  const input = {
    ...{ verdict, policy, voice: promoting.voice, now, landed: true, reportUrl: null },
    templates: templatesFor(policy, promoting.packs),
    surroundings: {
      repository: { url, defaultBranch, hasIssues },
      ...{ head: tip, pull: null, statuses: [], checkRuns: known([]), comments: known([]) },
      ...{ issues: known(issues), openPulls: promotionsIn(opened.openPulls, policy) },
    },
  };
  const applied = await carryOut(input, { ...promoting, answers: [], isStill: async () => true });
  return applied === "moved" ? [] : applied;
}

function isOfGap({ state, body }: OwnIssue): boolean {
  return state === "open" && ["owner", "runbook", "roll-up"].includes(issueKindIn(body) ?? "");
}

/** What is asked by any stage is to hold. */
function together(verdicts: readonly Verdict[]): Verdict | null {
  const [first] = verdicts;
  if (first === undefined) return null;
  const gates = new Map<string, GateVerdict>();
  for (const gate of verdicts.flatMap((verdict) => verdict.gates)) {
    const key = JSON.stringify([gate.id, gate.service]);
    if (!gates.has(key)) gates.set(key, gate);
  }
  return { ...first, gates: [...gates.values()], breakGlass: null, takenBack: [], unheeded: [] };
}

/** Facts of the tip alone: nothing asks to be merged, so nobody signs it off and nothing changes. */
function sourceAt(opened: OpenedRepository, { client, organizationClient, name }: Promoting) {
  const { repository, defaultBranch } = opened;
  const { name: branch, tip } = defaultBranch;
  const nobody: PullRequestFact = {
    ...{ number: 0, head: tip, openedAt: 0, authors: [], reviews: [], commands: [] },
    baseChangedAt: null,
  };
  const foreknown = new Map<string, Fact<FactAnswer>>([
    [factKey({ kind: "pull-request" }), known(nobody)],
    [factKey({ kind: "changes" }), missing("unreadable", "there is no pull request")],
  ]);
  const pull = {
    ...{
      repository,
      number: 0,
      title: "",
      isOpen: false,
      isMerged: false,
      isDraft: false,
      author: "ghost",
    },
    ...{ openedAt: 0, baseBranch: branch, base: tip, head: tip, headBranch: branch },
    ...{ headRepository: repository, evidence: tip, defaultBranch, lastMove: null },
  };
  const blobs = new Blobs(client, name);
  return pullSource({ client, organizationClient, name, pull, blobs }, foreknown);
}
