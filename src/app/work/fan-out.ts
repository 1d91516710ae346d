import { GitHubFailure } from "../../github/failure.ts";
import type { ListedPull } from "../../github/pull/open-pulls.ts";
import type { Fact } from "../../model/fact.ts";
import type { PackTemplates } from "../../model/ports.ts";
import { listPromotions } from "../../promotion/promote-all.ts";
import type { Store } from "../../store/store.ts";
import type { Lease, Mark } from "../../store/work.ts";
import type { InstallationClient } from "../clients/app-clients.ts";
import { subjectText } from "../subject.ts";
import { EVERYTHING, type WatchKey } from "../watch-key.ts";
import { readMemo } from "./pull-memo.ts";
import { repositoryName } from "./repository-name.ts";

export interface FanningOut {
  readonly store: Store;
  readonly installation: InstallationClient;
  readonly packs: PackTemplates;
  /** Milliseconds since 1970, by GitHub's clock. */
  now(): number;
}

/** Marks the pull requests whose verdict rests on something that has changed; asks GitHub nothing. */
export async function markWatching(
  key: WatchKey,
  lease: Lease,
  { store, now }: Pick<FanningOut, "store" | "now">,
): Promise<void> {
  const watching = await store.watching(lease, [key, EVERYTHING]);
  await mark(watching, lease, { store, now });
}

/** Marks all open promotions of a repository. */
export async function markPromotions(lease: Lease, fanning: FanningOut): Promise<void> {
  const { promotions, beside } = await promotionsOf(lease, fanning);
  await markProposals(beside, lease, fanning);
  await markPulls(await listed(promotions, lease, fanning), lease, fanning);
}

/** Its default branch holds the policy of a whole organization. */
const ORGANIZATION = ".github";

/**
 * A branch has moved: those that would be merged into it are, or it may be the policy that has.
 *
 * @returns whether it is the default branch, which the policy is read from.
 */
export async function markAfterPush(
  branch: string,
  lease: Lease,
  fanning: FanningOut,
): Promise<boolean> {
  const { policyBranch, promotions, beside } = await promotionsOf(lease, fanning);
  const isPolicy = branch === policyBranch;
  if (isPolicy) await markProposals(beside, lease, fanning);
  const all = await listed(promotions, lease, fanning);
  const among = all.filter(({ baseRefName }) => isPolicy || baseRefName === branch);
  await markPulls(among, lease, fanning);
  if (!isPolicy || repositoryName(lease.repository).name !== ORGANIZATION) return isPolicy;
  const { installation } = lease;
  const everywhere = { installation, repository: "", lane: "background" } as const;
  await mark([subjectText({ kind: "installation" })], everywhere, fanning);
  return isPolicy;
}

function promotionsOf({ repository }: Lease, { installation, packs }: FanningOut) {
  const name = repositoryName(repository);
  return listPromotions({ client: installation.client, name, packs, policyBranch: null });
}

/**
 * Where they cannot be listed, such as when they are too many, those that are taken for passed are
 * marked all the same: whoever judges them finds that too, and takes the pass away.
 *
 * @throws {GitHubFailure} then
 */
async function listed(
  promotions: Fact<readonly ListedPull[]>,
  lease: Lease,
  { store, now }: FanningOut,
): Promise<readonly ListedPull[]> {
  if (promotions.state === "known") return promotions.value;
  const memos = await store.memos(lease);
  const passing = [...memos].flatMap(([subject, text]) =>
    readMemo(text)?.passes ? [subject] : [],
  );
  await mark(passing, { ...lease, lane: "prompt" }, { store, now });
  throw new GitHubFailure(promotions.reason, promotions.detail);
}

/**
 * Marks those that change the policy, whether they promote anything or not: who owns it may be another by
 * now. Of those that are listed also the ones that nobody has looked at yet.
 */
async function markProposals(
  beside: readonly ListedPull[],
  lease: Lease,
  { store, now }: FanningOut,
): Promise<void> {
  const memos = await store.memos(lease);
  const proposing = [...memos].flatMap(([subject, text]) =>
    readMemo(text)?.policy === true ? [subject] : [],
  );
  const unseen = beside
    .map(({ number }) => subjectText({ kind: "pull", number }))
    .filter((subject) => !memos.has(subject));
  await mark([...new Set([...proposing, ...unseen])], lease, { store, now });
}

/** Those that GitHub takes for passed go first: theirs may be passes to take away. */
async function markPulls(
  pulls: readonly { readonly number: number }[],
  lease: Lease,
  { store, now }: FanningOut,
): Promise<void> {
  const memos = await store.memos(lease);
  const subjects = pulls.map(({ number }) => subjectText({ kind: "pull", number }));
  const passes = (subject: string) => readMemo(memos.get(subject) ?? "")?.passes ?? true;
  const first = { ...lease, lane: "prompt" } as const;
  await mark(subjects.filter(passes), first, { store, now });
  const others = subjects.filter((subject) => !passes(subject));
  await mark(others, lease, { store, now });
}

async function mark(
  subjects: readonly string[],
  { installation, repository, lane }: Pick<Lease, "installation" | "repository" | "lane">,
  { store, now }: Pick<FanningOut, "store" | "now">,
): Promise<void> {
  const readyAt = now();
  const marks = subjects.map((subject): Mark => {
    return { installation, repository, subject, readyAt, lane };
  });
  if (marks.length > 0) await store.mark(marks, readyAt);
}
