import { WAIVERS_PATH } from "../../files/policy-file.ts";
import { type FactRequest, known, type MergedPullFact, missing } from "../../model/fact.ts";
import { type Actor, dataAt, loginOf, pageAt, parseInstant, problemFact } from "../answer-data.ts";
import type { Query } from "../query.ts";
import { entryFields } from "./blobs.ts";
import type { Answering, Reading } from "./reading.ts";

/** A pull request that approved something, with who did and the waivers as its merge left them. */
export function askMergedPull(
  query: Query,
  { number }: FactRequest<"merged-pull">,
  reading: Reading,
): Answering {
  const waivers = query.variable("String!", WAIVERS_PATH);
  const alias = query.inRepository(`pullRequest(number: ${query.variable("Int!", number)}) {
    state mergedAt headRefOid author { __typename login }
    latestOpinionatedReviews(first: 100) {
      nodes { state author { __typename login } commit { oid file(path: ${waivers}) { oid } } }
      pageInfo { hasNextPage } }
    mergeCommit { file(path: ${waivers}) { ${entryFields(query)} } } }`);
  return async (answer) => {
    const { repository, problemAt } = answer;
    const problem = problemAt("repository", alias);
    if (problem !== null && problem.type !== "NOT_FOUND") return problemFact(problem);
    const pull = dataAt(repository, alias) as PullData | null | undefined;
    if (pull === null || pull === undefined) return known<MergedPullFact>({ state: "absent" });
    if (pull.state !== "MERGED") {
      return known<MergedPullFact>({ state: pull.state === "OPEN" ? "open" : "closed" });
    }
    const reviews = pageAt<ReviewData>(answer, ["repository", alias, "latestOpinionatedReviews"], {
      what: `reviews of #${number}`,
      permission: "pull-requests: read",
    });
    if (reviews.state === "missing") return reviews;
    const { nodes, pageInfo } = reviews.value;
    if (pageInfo.hasNextPage) return missing("too-large", `#${number} has over 100 reviewers`);
    const entry = problemAt("repository", alias, "mergeCommit", "file", "object");
    const waiversFact = await reading.blobs.fileAt(pull.mergeCommit?.file, entry);
    if (waiversFact.state === "missing") return waiversFact;
    const { value } = waiversFact;
    return known<MergedPullFact>({
      state: "merged",
      author: loginOf(pull.author),
      mergedAt: parseInstant(pull.mergedAt ?? ""),
      approvedBy: nodes
        .filter((review) => review.state === "APPROVED" && sawWaivers(review, pull))
        .map(({ author }) => loginOf(author)),
      waivers: value.state === "file" ? value.file.text : null,
    });
  };
}

/** Who approved before the last push has approved the waivers only as far as these are the same. */
function sawWaivers({ commit }: ReviewData, { headRefOid, mergeCommit }: PullData): boolean {
  if (commit === null) return false;
  return commit.oid === headRefOid || commit.file?.oid === dataAt(mergeCommit, "file", "oid");
}

interface ReviewData {
  readonly state: string;
  readonly author: Actor | null;
  readonly commit: { readonly oid: string; readonly file: { readonly oid: string } | null } | null;
}

interface PullData {
  readonly state: "OPEN" | "CLOSED" | "MERGED";
  readonly mergedAt: string | null;
  readonly headRefOid: string;
  readonly author: Actor | null;
  readonly mergeCommit: { readonly file: unknown } | null;
}
