import { BASELINE_PATH, type NamedFact, POLICY_PATH, WAIVERS_PATH } from "../files/policy-file.ts";
import { type Fact, type FileFact, known, missing } from "../model/fact.ts";
import { dataAt, problemFact, problemFailure } from "./answer-data.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import { GitHubFailure } from "./failure.ts";
import type { Query, QueryAnswer } from "./query.ts";
import { Blobs, entryFields } from "./read/blobs.ts";

/** The policy's files, wherever they were read. */
export interface PolicyRead {
  readonly ref: string;
  /** `null` for files of this machine. */
  readonly sha: string | null;
  readonly policy: NamedFact;
  readonly waivers: NamedFact;
  readonly baseline: NamedFact;
  readonly organization: OrganizationFact;
}

/** Of `<owner>/.github`. */
export interface OrganizationFact extends NamedFact {
  /** GitHub tells no private repository that the token may not see from one that is not there. */
  readonly isSeen: boolean;
}

/** Those at the live tip of their branch. */
export interface PolicyAtTip extends PolicyRead {
  readonly sha: string;
}

export const ORGANIZATION_PATH = "stage-gates-org.yml";

/** A branch and its tip, with what else was asked of that. */
export interface BranchData {
  readonly name: string;
  readonly target: { readonly oid: string } & Readonly<Record<string, unknown>>;
}

const POLICY_FILES = {
  policy: POLICY_PATH,
  waivers: WAIVERS_PATH,
  baseline: BASELINE_PATH,
} as const;

/** Asks for the files at the tip of the branch named, or of the default branch, and for the latter's tip. */
export function askPolicy(query: Query, branch: string | null) {
  const tip = `name target { oid ... on Commit { ${policyFields(query)} } }`;
  const standard = query.inRepository(
    `defaultBranchRef { ${branch === null ? tip : "name target { oid }"} }`,
  );
  const alias =
    branch === null
      ? standard
      : query.inRepository(
          `ref(qualifiedName: ${query.variable("String!", `refs/heads/${branch}`)}) { ${tip} }`,
        );
  return async (answer: QueryAnswer, blobs: Blobs) => {
    const defaultBranch = branchAt(answer, standard, "default branch");
    const standardBranch = { name: defaultBranch.name, tip: defaultBranch.target.oid };
    if (branch !== null && isNoBranch(answer, alias)) {
      return { defaultBranch: standardBranch, files: onNoBranch(branch, defaultBranch) };
    }
    const data = branchAt(answer, alias, `branch \`${branch}\``);
    const files = await readPolicy(answer, alias, data, blobs);
    return {
      defaultBranch: standardBranch,
      files: { ref: data.name, sha: data.target.oid, ...files },
    };
  };
}

function isNoBranch(answer: QueryAnswer, alias: string): boolean {
  const isKnown = answer.problemWithin("repository", alias) === null;
  return isKnown && dataAt(answer.repository, alias) === null;
}

/** A branch that is not there has no valid policy: whoever waits for a verdict is told so by it. */
function onNoBranch(branch: string, { name, target }: BranchData) {
  const absent = known({ state: "absent" } as const);
  const why = `there is no branch \`${branch}\`; correct \`policy-branch\`, or push the branch`;
  return {
    ...{ ref: name, sha: target.oid },
    policy: { name: POLICY_FILES.policy, fact: missing("unreadable", why) },
    waivers: { name: POLICY_FILES.waivers, fact: absent },
    baseline: { name: POLICY_FILES.baseline, fact: absent },
  };
}

function branchAt(answer: QueryAnswer, alias: string, what: string): BranchData {
  const data = dataAt(answer.repository, alias);
  if (typeof dataAt(data, "target", "oid") === "string") return data as BranchData;
  const problem = answer.problemWithin("repository", alias);
  if (problem !== null) throw problemFailure(problem, "contents: read");
  throw new GitHubFailure("unreadable", `the repository shows no ${what}`);
}

/** What is asked of the commit at the tip. */
export function policyFields(query: Query): string {
  return Object.entries(POLICY_FILES)
    .map(
      ([alias, path]) =>
        `${alias}: file(path: ${query.variable("String!", path)}) { ${entryFields(query)} }`,
    )
    .join("\n");
}

export async function readPolicy(
  answer: QueryAnswer,
  alias: string,
  { target }: BranchData,
  blobs: Blobs,
): Promise<Pick<PolicyAtTip, keyof typeof POLICY_FILES>> {
  const read = async (field: keyof typeof POLICY_FILES): Promise<NamedFact> => {
    const problem = answer.problemAt("repository", alias, "target", field, "object");
    return { name: POLICY_FILES[field], fact: await blobs.fileAt(target[field], problem) };
  };
  const [policy, waivers, baseline] = await Promise.all([
    read("policy"),
    read("waivers"),
    read("baseline"),
  ]);
  return { policy, waivers, baseline };
}

/** The organization's policy stands on the default branch of its `.github` repository. */
export function askOrganizationPolicy(query: Query, { owner }: RepositoryName) {
  const path = query.variable("String!", ORGANIZATION_PATH);
  const alias = query.atRoot(
    `repository(owner: ${query.variable("String!", owner)}, name: ".github") {
      defaultBranchRef { target { ... on Commit { file(path: ${path}) { ${entryFields(query)} } } } } }`,
  );
  return async (answer: QueryAnswer, client: GitHubClient): Promise<OrganizationFact> => {
    const blobs = new Blobs(client, { owner, name: ".github" });
    const name = `${owner}/.github/${ORGANIZATION_PATH}`;
    const way = [alias, "defaultBranchRef", "target", "file"];
    const problem = answer.problemAt(...way, "object");
    if (problem !== null && problem.type !== "NOT_FOUND") {
      return { name, fact: problemFact(problem), isSeen: true };
    }
    const repository = dataAt(answer.root, alias);
    const entry = dataAt(answer.root, ...way);
    const fact: Fact<FileFact> =
      entry === undefined ? known({ state: "absent" }) : await blobs.fileAt(entry, null);
    return { name, fact, isSeen: repository !== null && repository !== undefined };
  };
}
