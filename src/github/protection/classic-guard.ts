import { type Fact, known, missing } from "../../model/fact.ts";
import type { BranchGuard, Bypass, RequiredContext } from "../../model/protection.ts";
import { dataAt } from "../answer-data.ts";
import type { GitHubClient, RepositoryName } from "../client.ts";
import { failureOf } from "../failure.ts";

const NAME = "classic protection";

/** What the own settings of a branch require, as everybody is told; nothing where it has none. */
export async function readClassicContexts(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  branch: string,
): Promise<readonly RequiredContext[]> {
  const data = await readBranch(client, { owner, repo: name, branch });
  return contextsOf(dataAt(data, "protection", "required_status_checks"));
}

/** The protection of one branch by its own settings; `null` where it has none. */
export async function readClassicGuard(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  branch: string,
): Promise<BranchGuard | null> {
  const asked = { owner, repo: name, branch };
  const data = await readBranch(client, asked);
  // Everybody is told that it is there and what it requires, administrators the rest.
  if (dataAt(data, "protection", "enabled") !== true) return null;
  const contexts = contextsOf(dataAt(data, "protection", "required_status_checks"));
  try {
    const route = "GET /repos/{owner}/{repo}/branches/{branch}/protection";
    return whole((await client.request(route, asked)).data);
  } catch (error) {
    // It was taken away in between, or what is told to everybody is of rulesets.
    if (error instanceof Error && error.message.startsWith("Branch not protected")) return null;
    const { status, message } = failureOf(error);
    const why = status === 404 ? "GitHub tells it only to administrators" : message;
    return { ...NOTHING, contexts, bypass: missing("forbidden", why), unread: why };
  }
}

/** `null` where there is no such branch. */
async function readBranch(client: GitHubClient, asked: Record<string, unknown>): Promise<unknown> {
  try {
    return (await client.request("GET /repos/{owner}/{repo}/branches/{branch}", asked)).data;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.status === 404) return null;
    throw failure;
  }
}

const NOTHING: BranchGuard = {
  name: NAME,
  ruleset: null,
  contexts: [],
  upToDate: false,
  pullRequest: null,
  refusesForcePushes: false,
  refusesDeletion: false,
  hasMergeQueue: false,
  bypass: known([]),
  unread: null,
};

function whole(data: unknown): BranchGuard {
  const checks = dataAt(data, "required_status_checks");
  const reviews = dataAt(data, "required_pull_request_reviews");
  return {
    ...NOTHING,
    contexts: contextsOf(checks),
    upToDate: dataAt(checks, "strict") === true,
    pullRequest:
      reviews === undefined
        ? null
        : {
            approvals: Number(dataAt(reviews, "required_approving_review_count") ?? 0),
            codeOwners: dataAt(reviews, "require_code_owner_reviews") === true,
          },
    refusesForcePushes: dataAt(data, "allow_force_pushes", "enabled") !== true,
    refusesDeletion: dataAt(data, "allow_deletions", "enabled") !== true,
    bypass: bypassOf(data, reviews),
  };
}

/** Both `checks` and the older `contexts` are there; only the former tell the source. */
function contextsOf(required: unknown): readonly RequiredContext[] {
  const checks = (dataAt(required, "checks") ?? []) as readonly {
    readonly context: string;
    readonly app_id?: number | null;
  }[];
  const bound = checks.map(({ context, app_id: app }) => ({
    context,
    // -1 is how it is said that anybody will do.
    app: app === undefined || app === null || app < 0 ? null : app,
  }));
  const named = new Set(bound.map(({ context }) => context));
  const contexts = (dataAt(required, "contexts") ?? []) as readonly string[];
  const others = contexts.filter((context) => !named.has(context));
  return [...bound, ...others.map((context) => ({ context, app: null }))];
}

function bypassOf(data: unknown, reviews: unknown): Fact<readonly Bypass[]> {
  const admins: readonly Bypass[] =
    dataAt(data, "enforce_admins", "enabled") === true
      ? []
      : [{ who: "administrators", mode: "always" }];
  const allowed = dataAt(reviews, "bypass_pull_request_allowances");
  const list = (kind: string, key: string) =>
    ((dataAt(allowed, kind) ?? []) as readonly unknown[]).map(
      (one): Bypass => ({ who: `\`${String(dataAt(one, key))}\``, mode: "always" }),
    );
  return known([
    ...admins,
    ...list("users", "login"),
    ...list("teams", "slug"),
    ...list("apps", "slug"),
  ]);
}
