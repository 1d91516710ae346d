import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  dataAt,
  listIn,
  pageAt,
  parseInstant,
  problemFact,
  problemFailure
} from "./chunk-KKEM3PDJ.js";
import {
  GitHubFailure,
  factOf,
  failureOf,
  limitFailure
} from "./chunk-OMCSVZS3.js";
import {
  MOST_BYTES,
  blobId,
  contentOf
} from "./chunk-53U4FLTU.js";
import {
  known,
  missing
} from "./chunk-5SW2YIMI.js";
import {
  BASELINE_PATH,
  POLICY_PATH,
  WAIVERS_PATH
} from "./chunk-H5AMS74M.js";

// src/github/query.ts
var Query = class {
  #variables = [];
  #inRepository = [];
  #atRoot = [];
  #fragments = /* @__PURE__ */ new Map();
  #aliases = 0;
  get isEmpty() {
    return this.#inRepository.length === 0 && this.#atRoot.length === 0;
  }
  /** `$v0`: values never stand in the text, so nothing in them can change the question. */
  variable(type, value) {
    const name = `v${this.#variables.length}`;
    this.#variables.push({ name, type, value });
    return `$${name}`;
  }
  /** Asks about the repository under an alias, which is returned. */
  inRepository(field) {
    const alias = this.#alias();
    this.#inRepository.push(`${alias}: ${field}`);
    return alias;
  }
  atRoot(field) {
    const alias = this.#alias();
    this.#atRoot.push(`${alias}: ${field}`);
    return alias;
  }
  /**
   * Asks about a repository apart from all else, under an alias which is returned: a list that may
   * not be read takes what it stands in with it, to the nearest that may be `null`.
   */
  apart(field, { owner, name }) {
    const of = `owner: ${this.variable("String!", owner)}, name: ${this.variable("String!", name)}`;
    return this.atRoot(`repository(${of}) { ${field} }`);
  }
  fragment(name, text) {
    this.#fragments.set(name, text);
    return `...${name}`;
  }
  #alias() {
    this.#aliases += 1;
    return `a${this.#aliases}`;
  }
  /** @throws {GitHubFailure} where there is no data at all. */
  async ask(client, { owner, name }) {
    const declared = this.#variables.map((one) => `, $${one.name}: ${one.type}`).join("");
    const repository = this.#inRepository.length === 0 ? [] : [`repository(owner: $owner, name: $name) { ${this.#inRepository.join("\n")} }`];
    const root = [...repository, ...this.#atRoot];
    const head = repository.length === 0 ? declared.replace(/^, /, "") : `$owner: String!, $name: String!${declared}`;
    const parameters = head === "" ? "" : `(${head})`;
    const text = [`query${parameters} {`, ...root, "}", ...this.#fragments.values()].join("\n");
    const own = Object.fromEntries(this.#variables.map((one) => [one.name, one.value]));
    const values = repository.length === 0 ? own : { owner, name, ...own };
    const { data, problems } = await send(client, text, values);
    return {
      repository: data.repository ?? {},
      root: data,
      problemAt(...path) {
        return problems.find((problem) => isPrefix(problem.path, path)) ?? null;
      },
      problemWithin(...path) {
        const isNear = (problem) => isPrefix(problem.path, path) || isPrefix(path, problem.path);
        return problems.find(isNear) ?? null;
      }
    };
  }
};
function isPrefix(a, b) {
  return a.length <= b.length && a.every((step, index) => step === b[index]);
}
async function send(client, query, variables) {
  try {
    const data = await client.graphql(query, variables);
    if (typeof data === "object" && data !== null) return { data, problems: [] };
  } catch (error) {
    const { data, errors, headers } = error;
    if (!Array.isArray(errors)) throw failureOf(error);
    const problems = errors.map(problemOf);
    const limited = problems.find(({ type }) => type === "RATE_LIMITED");
    if (limited !== void 0) {
      throw limitFailure(headers ?? {}, 200);
    }
    if (typeof data !== "object" || data === null) {
      throw new GitHubFailure("unreadable", `GitHub says: ${problems[0]?.message ?? "nothing"}`);
    }
    return { data, problems };
  }
  throw new GitHubFailure("unreadable", "GitHub's answer is empty");
}
function problemOf(error) {
  const { type, message, path } = error;
  return {
    type: typeof type === "string" ? type : null,
    message: String(message ?? "an error without a message"),
    path: Array.isArray(path) ? path : []
  };
}

// src/files/recent-files.ts
var RecentFiles = class {
  #most;
  /** Oldest use first. */
  #files = /* @__PURE__ */ new Map();
  #size = 0;
  /** @param most characters that are kept; what is made of them takes many times as much. */
  constructor(most) {
    this.#most = most;
  }
  /** The object of this content. `file` is of this blob: its id was compared. */
  keep(blob, file) {
    const known2 = this.#files.get(blob);
    const kept = known2 ?? file;
    if (known2 === void 0) this.#size += sizeOf(file);
    else this.#files.delete(blob);
    this.#files.set(blob, kept);
    for (const [oldest, unused] of this.#files) {
      if (this.#size <= this.#most) break;
      this.#files.delete(oldest);
      this.#size -= sizeOf(unused);
    }
    return kept;
  }
};
function sizeOf(file) {
  return file.state === "file" ? file.file.text.length : 100;
}

// src/github/read/blobs.ts
function entryFields(query) {
  return query.fragment(
    "Entry",
    `fragment Entry on TreeEntry { mode type oid object {
      ... on Blob { byteSize isTruncated isBinary text } } }`
  );
}
var RECENT = new RecentFiles(2e6);
var Blobs = class {
  #client;
  #name;
  #known = /* @__PURE__ */ new Map();
  constructor(client, name) {
    this.#client = client;
    this.#name = name;
  }
  /** What stands at a path, from the entry that GraphQL gave of it. */
  fileAt(entry, problem) {
    if (problem !== null) return Promise.resolve(problemFact(problem, "contents: read"));
    if (entry === null || entry === void 0) return Promise.resolve(known({ state: "absent" }));
    const { mode, oid, object } = entry;
    switch (mode & 61440) {
      case 16384:
        return Promise.resolve(known({ state: "directory" }));
      case 40960:
        return Promise.resolve(known({ state: "link" }));
      case 57344:
        return Promise.resolve(known({ state: "submodule" }));
      default:
        return this.#content(oid, object);
    }
  }
  #content(oid, object) {
    const before = this.#known.get(oid);
    if (before !== void 0) return before;
    const content = this.#read(oid, object);
    this.#known.set(oid, content);
    return content;
  }
  async #read(oid, object) {
    if (object != null && object.byteSize > MOST_BYTES) return TOO_LARGE;
    const text = object?.text;
    if (typeof text === "string") {
      const bytes = Buffer.from(text, "utf8");
      if (blobId(bytes, "sha1") === oid) return known(RECENT.keep(oid, contentOf(bytes, oid)));
    }
    return this.#download(oid);
  }
  /** Over REST, where GraphQL gave no text, a part of it, or another one. */
  async #download(oid) {
    const { owner, name } = this.#name;
    const route = "GET /repos/{owner}/{repo}/git/blobs/{file_sha}";
    try {
      const { data } = await this.#client.request(route, { owner, repo: name, file_sha: oid });
      const { content, size } = data;
      if (size > MOST_BYTES) return TOO_LARGE;
      const bytes = Buffer.from(content, "base64");
      if (blobId(bytes, "sha1") !== oid) return missing("unreadable", "GitHub gave another file");
      return known(RECENT.keep(oid, contentOf(bytes, oid)));
    } catch (error) {
      return factOf(error);
    }
  }
};
var TOO_LARGE = missing("too-large", "it is over 1 MiB");

// src/github/policy-at-tip.ts
var ORGANIZATION_PATH = "stage-gates-org.yml";
var POLICY_FILES = {
  policy: POLICY_PATH,
  waivers: WAIVERS_PATH,
  baseline: BASELINE_PATH
};
function askPolicy(query, branch) {
  const tip = `name target { oid ... on Commit { ${policyFields(query)} } }`;
  const standard = query.inRepository(
    `defaultBranchRef { ${branch === null ? tip : "name target { oid }"} }`
  );
  const alias = branch === null ? standard : query.inRepository(
    `ref(qualifiedName: ${query.variable("String!", `refs/heads/${branch}`)}) { ${tip} }`
  );
  return async (answer, blobs) => {
    const defaultBranch = branchAt(answer, standard, "default branch");
    const standardBranch = { name: defaultBranch.name, tip: defaultBranch.target.oid };
    if (branch !== null && isNoBranch(answer, alias)) {
      return { defaultBranch: standardBranch, files: onNoBranch(branch, defaultBranch) };
    }
    const data = branchAt(answer, alias, `branch \`${branch}\``);
    const files = await readPolicy(answer, alias, data, blobs);
    return {
      defaultBranch: standardBranch,
      files: { ref: data.name, sha: data.target.oid, ...files }
    };
  };
}
function isNoBranch(answer, alias) {
  const isKnown = answer.problemWithin("repository", alias) === null;
  return isKnown && dataAt(answer.repository, alias) === null;
}
function onNoBranch(branch, { name, target }) {
  const absent = known({ state: "absent" });
  const why = `there is no branch \`${branch}\`; correct \`policy-branch\`, or push the branch`;
  return {
    ...{ ref: name, sha: target.oid },
    policy: { name: POLICY_FILES.policy, fact: missing("unreadable", why) },
    waivers: { name: POLICY_FILES.waivers, fact: absent },
    baseline: { name: POLICY_FILES.baseline, fact: absent }
  };
}
function branchAt(answer, alias, what) {
  const data = dataAt(answer.repository, alias);
  if (typeof dataAt(data, "target", "oid") === "string") return data;
  const problem = answer.problemWithin("repository", alias);
  if (problem !== null) throw problemFailure(problem, "contents: read");
  throw new GitHubFailure("unreadable", `the repository shows no ${what}`);
}
function policyFields(query) {
  return Object.entries(POLICY_FILES).map(
    ([alias, path]) => `${alias}: file(path: ${query.variable("String!", path)}) { ${entryFields(query)} }`
  ).join("\n");
}
async function readPolicy(answer, alias, { target }, blobs) {
  const read = async (field) => {
    const problem = answer.problemAt("repository", alias, "target", field, "object");
    return { name: POLICY_FILES[field], fact: await blobs.fileAt(target[field], problem) };
  };
  const [policy, waivers, baseline] = await Promise.all([
    read("policy"),
    read("waivers"),
    read("baseline")
  ]);
  return { policy, waivers, baseline };
}
function askOrganizationPolicy(query, { owner }) {
  const path = query.variable("String!", ORGANIZATION_PATH);
  const alias = query.atRoot(
    `repository(owner: ${query.variable("String!", owner)}, name: ".github") {
      defaultBranchRef { target { ... on Commit { file(path: ${path}) { ${entryFields(query)} } } } } }`
  );
  return async (answer, client) => {
    const blobs = new Blobs(client, { owner, name: ".github" });
    const name = `${owner}/.github/${ORGANIZATION_PATH}`;
    const way = [alias, "defaultBranchRef", "target", "file"];
    const problem = answer.problemAt(...way, "object");
    if (problem !== null && problem.type !== "NOT_FOUND") {
      return { name, fact: problemFact(problem), isSeen: true };
    }
    const repository = dataAt(answer.root, alias);
    const entry = dataAt(answer.root, ...way);
    const fact = entry === void 0 ? known({ state: "absent" }) : await blobs.fileAt(entry, null);
    return { name, fact, isSeen: repository !== null && repository !== void 0 };
  };
}

// src/github/pull/pull-fields.ts
var PAGE = 100;
var RETARGETS = "BASE_REF_CHANGED_EVENT, AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT";
var MOVES = `moves: timelineItems(last: 1,
  itemTypes: [HEAD_REF_FORCE_PUSHED_EVENT, ${RETARGETS}]) { nodes { ... on Node { id } } }`;
function pullFields(query) {
  return `number title state isDraft createdAt baseRefName baseRefOid headRefName headRefOid
    author { __typename login } headRepository { nameWithOwner }
    baseRef { target { oid } }
    potentialMergeCommit { oid parents(first: 3) { nodes { oid } } }
    reviews(first: ${PAGE}) { nodes { ${reviewFields(query)} } ${NEXT} }
    comments(first: ${PAGE}) { nodes { ${commentFields(query)} } ${NEXT} }
    retargets: timelineItems(last: 1, itemTypes: [${RETARGETS}]) { nodes {
      ... on BaseRefChangedEvent { createdAt }
      ... on AutomaticBaseChangeSucceededEvent { createdAt } } }
    rewrites: timelineItems(last: 1, itemTypes: [HEAD_REF_FORCE_PUSHED_EVENT]) { nodes {
      ... on HeadRefForcePushedEvent { actor { __typename login } afterCommit { oid } } } }
    dismissals: timelineItems(last: ${PAGE}, itemTypes: [REVIEW_DISMISSED_EVENT]) { nodes {
      ... on ReviewDismissedEvent { previousReviewState review { fullDatabaseId } } } }
    ${MOVES}
    commits(last: 1) { nodes { commit { oid
      status { contexts { context state description targetUrl creator { __typename login } } } } } }`;
}
var NEXT = "pageInfo { hasNextPage endCursor }";
function reviewFields(query) {
  return query.fragment(
    "Review",
    `fragment Review on PullRequestReview { fullDatabaseId state submittedAt isMinimized
      author { __typename login } commit { oid } }`
  );
}
function commentFields(query) {
  return query.fragment(
    "Comment",
    `fragment Comment on IssueComment { fullDatabaseId body createdAt includesCreatedEdit
      lastEditedAt isMinimized viewerDidAuthor url author { __typename login }
      reactionGroups { content viewerHasReacted } }`
  );
}

// src/github/pages.ts
var MOST_PAGES = 20;
var PAGE2 = 100;
function askPages(query, list) {
  const at = list.ask(query, query.variable("String", null));
  return (answer, client, name) => readOn(list, { at, answer }, { client, name });
}
async function readOn(list, first, { client, name }) {
  const all = [];
  try {
    let { at, answer } = first;
    for (let count = 1; ; count += 1) {
      const page = pageAt(answer, at, list);
      if (page.state === "missing") return page;
      const { nodes, pageInfo, totalCount = 0 } = page.value;
      all.push(...nodes);
      if (!pageInfo.hasNextPage) return known(all);
      if (count >= MOST_PAGES || totalCount > MOST_PAGES * PAGE2) {
        return missing("too-large", `there are over ${MOST_PAGES * PAGE2} ${list.what}`);
      }
      const next = new Query();
      at = list.ask(next, next.variable("String", pageInfo.endCursor));
      answer = await next.ask(client, name);
    }
  } catch (error) {
    return factOf(error);
  }
}

// src/github/pull/open-pulls.ts
var PULLS = { what: "open pull requests", permission: "pull-requests: read" };
function askOpenPulls(query) {
  const read = askPullsOf(query, null);
  return async (...asked) => (await read(...asked)).pulls;
}
function askPullsOf(query, expected) {
  if (expected !== null) return askPullsInto(query, expected);
  const all = openPullsInto(null);
  const at = all.ask(query, query.variable("String", null));
  return async (answer, client, name, branches = () => null) => {
    const first = pageAt(answer, at, all);
    if (first.state === "missing") return { pulls: first, into: null };
    const named = first.value.pageInfo.hasNextPage ? branches() : null;
    if (named === null) {
      return { pulls: await readOn(all, { at, answer }, { client, name }), into: null };
    }
    const next = new Query();
    const read = askPullsInto(next, named);
    return tried(next, { client, name }, (found) => read(found, client, name, () => named));
  };
}
function askPullsInto(query, into) {
  const lists = into.map((branch) => askPages(query, openPullsInto(branch)));
  return async (...asked) => {
    const [answer, client, name, branches = () => null] = asked;
    if (JSON.stringify(branches()) !== JSON.stringify(into)) {
      const anew = new Query();
      const read = askPullsOf(anew, null);
      return tried(anew, { client, name }, (found) => read(found, client, name, branches));
    }
    const pulls = [];
    for (const read of lists) {
      const some = await read(answer, client, name);
      if (some.state === "missing") return { pulls: some, into };
      pulls.push(...some.value);
    }
    return { pulls: known(pulls.toSorted((a, b) => a.number - b.number)), into };
  };
}
async function tried(query, { client, name }, read) {
  try {
    return await read(await query.ask(client, name));
  } catch (error) {
    return { pulls: factOf(error), into: null };
  }
}
function openPullsInto(branch) {
  return {
    what: branch === null ? PULLS.what : `${PULLS.what} into \`${branch}\``,
    permission: PULLS.permission,
    ask: (of, after) => {
      const base = branch === null ? "" : `baseRefName: ${of.variable("String", branch)},`;
      return [
        "repository",
        of.inRepository(`pullRequests(first: ${PAGE}, after: ${after}, states: [OPEN], ${base}
          orderBy: {field: CREATED_AT, direction: ASC}) { totalCount
          nodes { number baseRefName headRefOid author { __typename login } } ${NEXT} }`)
      ];
    }
  };
}

// src/github/read/workflow-runs.ts
var PER_PAGE = 100;
var MOST_PAGES2 = 10;
async function readRunsOf({ client, name: { owner, name } }, head_sha, ids) {
  const found = /* @__PURE__ */ new Map();
  const asked = { owner, repo: name, per_page: PER_PAGE, head_sha };
  try {
    for (let page = 1; page <= MOST_PAGES2 && found.size < ids.size; page += 1) {
      const route = "GET /repos/{owner}/{repo}/actions/runs";
      const runs = runsIn(await client.request(route, { ...asked, page }));
      for (const run of runs) if (ids.has(run.id)) found.set(run.id, run);
      if (runs.length < PER_PAGE) break;
    }
  } catch (error) {
    return factOf(error);
  }
  return found.size === ids.size ? known(found) : missing("unreadable", "GitHub does not list all workflow runs of the head");
}
var BRANCH_EVENTS = ["push", "schedule"];
async function readBranchRunsOf({ client, name: { owner, name } }, branch, workflow_id) {
  const route = "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs";
  const about = { owner, repo: name, per_page: PER_PAGE, branch, workflow_id };
  const ask = async (event) => runsIn(await client.request(route, event === void 0 ? about : { ...about, event }));
  try {
    const runs = (await Promise.all(BRANCH_EVENTS.map(ask))).flat();
    return known(runs.length > 0 ? runs : await ask());
  } catch (error) {
    const failure = failureOf(error);
    return failure.status === 404 ? known([]) : factOf(failure);
  }
}
function runsIn({ data }) {
  return listIn(data, "workflow_runs");
}
function workflowPath({ path }) {
  return path.replace(/@.*$/, "");
}
var CONCLUSIONS = {
  success: "success",
  failure: "failure",
  cancelled: "cancelled",
  timed_out: "timed-out",
  skipped: "skipped",
  neutral: "neutral",
  action_required: "action-required",
  stale: "stale"
};
function conclusionOf(said) {
  const conclusion = CONCLUSIONS[(said ?? "").toLowerCase()];
  return conclusion ?? "failure";
}

// src/github/read/check-contexts.ts
function contextFields(query) {
  return query.fragment(
    "CheckContext",
    `fragment CheckContext on StatusCheckRollupContext { __typename
      ... on CheckRun { name status conclusion startedAt completedAt detailsUrl
        checkSuite { app { slug } workflowRun { databaseId } } }
      ... on StatusContext { context state targetUrl createdAt creator { __typename login } } }`
  );
}
function contextsAt(answer, alias, what) {
  const rollup = ["repository", alias, "statusCheckRollup"];
  const isThere = dataAt(answer.root, ...rollup) !== null;
  if (!isThere && answer.problemAt(...rollup) === null) return known([]);
  const page = pageAt(answer, [...rollup, "contexts"], {
    what: `checks of ${what}`,
    permission: "checks: read"
  });
  if (page.state === "missing") return page;
  if (!page.value.pageInfo.hasNextPage) return known(page.value.nodes);
  return missing("too-large", `${what} has more than 100 checks`);
}
function factOfContext(node, commit, workflows) {
  return node.__typename === "CheckRun" ? factOfCheckRun(node, commit, workflows) : factOfStatus(node, commit);
}
function factOfCheckRun(node, commit, { byId, isDefault }) {
  const id = node.checkSuite?.workflowRun?.databaseId ?? null;
  const run = id === null ? void 0 : byId.get(id);
  const path = run === void 0 ? null : workflowPath(run);
  return {
    name: node.name ?? "",
    app: node.checkSuite?.app?.slug ?? null,
    workflow: path,
    workflowIsDefault: path === null ? null : isDefault(path),
    event: run?.event ?? null,
    repository: run?.repository.full_name ?? null,
    headRepository: run?.head_repository?.full_name ?? null,
    commit,
    url: node.detailsUrl ?? null,
    startedAt: instantOf(node.startedAt),
    completedAt: instantOf(node.completedAt),
    conclusion: node.status === "COMPLETED" ? conclusionOf(node.conclusion ?? null) : null
  };
}
function factOfStatus(node, commit) {
  const at = instantOf(node.createdAt);
  const isOpen = node.state === "PENDING" || node.state === "EXPECTED";
  return {
    name: node.context ?? "",
    app: node.creator?.__typename === "Bot" ? node.creator.login : null,
    workflow: null,
    workflowIsDefault: null,
    event: null,
    repository: null,
    headRepository: null,
    commit,
    url: node.targetUrl ?? null,
    startedAt: at,
    completedAt: isOpen ? null : at,
    conclusion: isOpen ? null : node.state === "SUCCESS" ? "success" : "failure"
  };
}
function instantOf(text) {
  return text === null || text === void 0 ? null : parseInstant(text);
}

export {
  Query,
  readRunsOf,
  readBranchRunsOf,
  workflowPath,
  conclusionOf,
  contextFields,
  contextsAt,
  factOfContext,
  entryFields,
  Blobs,
  askPolicy,
  policyFields,
  readPolicy,
  askOrganizationPolicy,
  askPages,
  PAGE,
  MOVES,
  pullFields,
  NEXT,
  reviewFields,
  commentFields,
  PULLS,
  askOpenPulls,
  askPullsOf
};
