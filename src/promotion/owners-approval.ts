import { collect } from "../facts/collect.ts";
import { recordingReader } from "../facts/fact-reader.ts";
import type { OpenedPull } from "../github/open-pull.ts";
import type { Policy } from "../model/policy.ts";
import type { OwnersApproval } from "../render/policy-check.ts";
import { approvingReviews } from "../rules/approval/statements.ts";
import { holdersAmong, isAuthor } from "../rules/people/authority.ts";

export type Owners = Pick<Policy, "policy_owners" | "roles">;

/**
 * Whether a holder of one of the policy's `policy_owners`, as the policy stands, approves the head as
 * it is. Whoever wrote the pull request is none.
 */
export async function ownersApproval(
  { policy_owners: owners, roles }: Owners,
  { pull, conversation, source }: OpenedPull,
): Promise<OwnersApproval> {
  if (owners.length === 0) return { state: "not-asked" };
  const { fact } = conversation;
  if (fact.state === "missing") return { state: "unknown", why: fact.detail };
  const logins = approvingReviews(fact.value)
    .filter(({ commit, login }) => commit === pull.head && !isAuthor(fact.value, login))
    .map(({ login }) => login);
  const question = {
    ask: (facts: Parameters<typeof recordingReader>[0]) => {
      const { reader, wanted, unreadable } = recordingReader(facts);
      const holders = holdersAmong(reader, owners, roles, logins);
      return { answer: { holders, unreadable: [...unreadable.values()] }, wanted };
    },
  };
  const [answer] = await collect([question], source);
  const [by] = answer?.holders ?? [];
  if (by !== undefined) return { state: "approved", by };
  const [unread] = answer?.unreadable ?? [];
  return unread === undefined
    ? { state: "waits", roles: owners }
    : { state: "unknown", why: unread.detail };
}
