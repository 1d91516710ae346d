import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  contextOf
} from "./chunk-NZYJJS4U.js";
import {
  GitHubFailure,
  factOf,
  failureOf
} from "./chunk-LO2I4KV5.js";
import {
  judge,
  readComments,
  readInto,
  stageOfBranch,
  withoutVerdict
} from "./chunk-SIHMGJJP.js";
import {
  counts
} from "./chunk-MOFI6JKW.js";
import "./chunk-NBH3264R.js";
import {
  loadPolicyFiles,
  noteOf
} from "./chunk-JM3G224A.js";
import {
  CommitTree,
  MOST_BYTES,
  blobId,
  contentOf,
  globOf,
  shapeOf
} from "./chunk-LHLPKCSS.js";
import {
  factKey,
  known,
  missing
} from "./chunk-M2J3WGPH.js";
import {
  countWords
} from "./chunk-AWHFEREL.js";
import {
  BASELINE_PATH,
  POLICY_PATH,
  WAIVERS_PATH,
  isAbsent,
  problemWith,
  textOf
} from "./chunk-H5AMS74M.js";
import {
  READINESS_NAMES
} from "./chunk-I7DRUK4O.js";
import "./chunk-6GBBCTWT.js";
import "./chunk-V7XYMT6F.js";
import {
  blockingGate,
  bullet,
  bullets,
  code,
  conditions,
  fold,
  furtherFindings,
  gatesFold,
  githubLinks,
  headingNodes,
  headlineOf,
  html,
  inBrackets,
  link,
  nameNodes,
  notesFold,
  paragraphOf,
  printWithin,
  problemItem,
  prose,
  strong,
  warning,
  whereNodes,
  whoItem,
  words
} from "./chunk-47WF3OL4.js";
import {
  blocks,
  outline
} from "./chunk-A5CKXA6Z.js";
import "./chunk-FJAALNWA.js";
import {
  formatInstant
} from "./chunk-4CUAYF7T.js";
import {
  counted,
  formatCount
} from "./chunk-B7N2BQNV.js";
import {
  inertLine
} from "./chunk-UR5HFCGQ.js";
import "./chunk-M3ASEG5F.js";

// src/github/answer-data.ts
function dataAt(data, ...path) {
  let node = data;
  for (const step of path) {
    if (typeof node !== "object" || node === null) return void 0;
    node = node[step];
  }
  return node;
}
function problemFact({ type, message }) {
  if (type === "FORBIDDEN") return missing("forbidden", "the token may not read this");
  return missing("unreadable", `GitHub says: ${message}`);
}
function parseInstant(text) {
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) throw new RangeError(`GitHub gave \`${text}\` for a moment`);
  return moment;
}
function loginOf(actor) {
  if (actor === null || actor === void 0) return "ghost";
  return actor.__typename === "Bot" ? `${actor.login}[bot]` : actor.login;
}

// src/github/read/blobs.ts
function entryFields(query) {
  return query.fragment(
    "Entry",
    `fragment Entry on TreeEntry { mode type oid object {
      ... on Blob { byteSize isTruncated isBinary text } } }`
  );
}
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
    if (problem !== null) return Promise.resolve(problemFact(problem));
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
      if (blobId(bytes, "sha1") === oid) return known(contentOf(bytes, oid));
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
      return known(contentOf(bytes, oid));
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
    const data = branchAt(answer, alias, `branch \`${branch}\``);
    const files = await readPolicy(answer, alias, data, blobs);
    return {
      defaultBranch: { name: defaultBranch.name, tip: defaultBranch.target.oid },
      files: { ref: data.name, sha: data.target.oid, ...files }
    };
  };
}
function branchAt(answer, alias, what) {
  const data = dataAt(answer.repository, alias);
  if (data !== null && data !== void 0) return data;
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
  return async (answer, blobs) => {
    const name = `${owner}/.github/${ORGANIZATION_PATH}`;
    const way = [alias, "defaultBranchRef", "target", "file"];
    const problem = answer.problemAt(...way, "object");
    if (problem !== null && problem.type !== "NOT_FOUND")
      return { name, fact: problemFact(problem) };
    const entry = dataAt(answer.root, ...way);
    const fact = entry === void 0 ? known({ state: "absent" }) : await blobs.fileAt(entry, null);
    return { name, fact };
  };
}

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
    const { data, problems: problems2 } = await send(client, text, values);
    return {
      repository: data.repository ?? {},
      root: data,
      problemAt(...path) {
        const found = problems2.find(
          (problem) => problem.path.length <= path.length && problem.path.every((step, index) => step === path[index])
        );
        return found ?? null;
      }
    };
  }
};
async function send(client, query, variables) {
  try {
    return { data: await client.graphql(query, variables), problems: [] };
  } catch (error) {
    const { data, errors } = error;
    if (!Array.isArray(errors)) throw failureOf(error);
    const problems2 = errors.map(problemOf);
    const limited = problems2.find(({ type }) => type === "RATE_LIMITED");
    if (limited !== void 0) {
      throw new GitHubFailure("rate-limited", "GitHub's rate limit is used up");
    }
    if (typeof data !== "object" || data === null) {
      throw new GitHubFailure("unreadable", `GitHub says: ${problems2[0]?.message ?? "nothing"}`);
    }
    return { data, problems: problems2 };
  }
}
function problemOf(error) {
  const { type, message, path } = error;
  return {
    type: typeof type === "string" ? type : null,
    message: String(message ?? "an error without a message"),
    path: Array.isArray(path) ? path : []
  };
}

// src/github/list-pulls.ts
var MOST_PAGES = 20;
async function listPulls(asked) {
  const { client, name, policyBranch } = asked;
  const query = new Query();
  const fullName = query.inRepository("nameWithOwner");
  const policy = askPolicy(query, policyBranch);
  const organization = askOrganizationPolicy(query, name);
  let alias = query.inRepository(listOf(query, null));
  let answer = await query.ask(client, name);
  const blobs = new Blobs(client, name);
  const ofOrganization = new Blobs(client, { owner: name.owner, name: ".github" });
  const { files } = await policy(answer, blobs);
  const at = { ...files, organization: await organization(answer, ofOrganization) };
  const repository = String(dataAt(answer.repository, fullName));
  const pulls = [];
  for (let page = 1; ; page += 1) {
    const problem = answer.problemAt("repository", alias);
    if (problem !== null) {
      const fact = problemFact(problem);
      throw new GitHubFailure("forbidden", fact.state === "missing" ? fact.detail : "");
    }
    const list = dataAt(answer.repository, alias);
    pulls.push(...list.nodes);
    if (!list.pageInfo.hasNextPage) return { repository, policy: at, pulls };
    if (page >= MOST_PAGES) {
      throw new GitHubFailure("too-large", `there are over ${pulls.length} open pull requests`);
    }
    const next = new Query();
    alias = next.inRepository(listOf(next, list.pageInfo.endCursor));
    answer = await next.ask(client, name);
  }
}
function listOf(query, after) {
  return `pullRequests(first: 100, after: ${query.variable("String", after)}, states: [OPEN],
    orderBy: {field: CREATED_AT, direction: ASC}) {
    nodes { number baseRefName headRefOid } pageInfo { hasNextPage endCursor } }`;
}

// src/promotion/load-at-tip.ts
function filesOf({ policy, waivers, baseline, organization }) {
  return [policy, waivers, baseline, organization].filter(({ fact }) => !isAbsent(fact));
}
function originOf(at) {
  return { ref: at.ref, sha: at.sha, files: filesOf(at).map(({ name }) => name) };
}
function loadAtTip(at, packs, repository) {
  const problems2 = filesOf(at).flatMap(problemWith);
  if (problems2.length > 0) return { state: "invalid", problems: problems2 };
  const text = (file) => isAbsent(file.fact) ? null : textOf(file);
  const texts = {
    repository: text(at.policy),
    organization: text(at.organization),
    waivers: text(at.waivers),
    baseline: text(at.baseline)
  };
  return loadPolicyFiles(texts, packs, repository);
}

// src/github/pull/pull-fields.ts
var PAGE = 100;
function pullFields(query) {
  return `number title state isDraft createdAt baseRefName headRefName headRefOid
    author { __typename login } headRepository { nameWithOwner }
    baseRef { target { oid } }
    potentialMergeCommit { oid parents(first: 3) { nodes { oid } } }
    reviews(first: ${PAGE}) { nodes { ${reviewFields(query)} } ${NEXT} }
    comments(first: ${PAGE}) { nodes { ${commentFields(query)} } ${NEXT} }
    timelineItems(last: ${PAGE}, itemTypes: [BASE_REF_CHANGED_EVENT, REVIEW_DISMISSED_EVENT]) {
      nodes { __typename
        ... on BaseRefChangedEvent { createdAt }
        ... on ReviewDismissedEvent { previousReviewState review { fullDatabaseId } } }
      pageInfo { hasPreviousPage } }
    commits(last: 1) { nodes { commit { oid
      status { contexts { context state description targetUrl creator { __typename login } } }
      associatedPullRequests(first: 50) { nodes { number state baseRefName headRefOid }
        pageInfo { hasNextPage } } } } }`;
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

// src/github/pull/conversation.ts
async function readConversation(asked) {
  const { data, answer, alias } = asked;
  const problem = (field) => answer.problemAt("repository", alias, field);
  const read = async (field, first) => {
    const wrong = problem(field);
    if (wrong !== null) return problemFact(wrong);
    return first === null ? NOT_GIVEN : readPages({ ...asked, number: data.number }, field, first);
  };
  const [reviews, comments] = await Promise.all([
    read("reviews", data.reviews),
    read("comments", data.comments)
  ]);
  return { fact: pullFact(data, reviews, comments, problem("timelineItems")), comments };
}
var NOT_GIVEN = missing("unreadable", "GitHub did not give what was said on the pull request");
var MOST_PAGES2 = 50;
var FIELDS = { reviews: reviewFields, comments: commentFields };
async function readPages({ client, name, number: of }, field, first) {
  const nodes = [...first.nodes];
  let { hasNextPage, endCursor } = first.pageInfo;
  for (let page = 1; hasNextPage; page += 1) {
    if (page > MOST_PAGES2) return missing("too-large", `there are over ${nodes.length} ${field}`);
    const query = new Query();
    const number = query.variable("Int!", of);
    const after = query.variable("String", endCursor);
    const alias = query.inRepository(`pullRequest(number: ${number}) {
      list: ${field}(first: ${PAGE}, after: ${after}) { nodes { ${FIELDS[field](query)} } ${NEXT} } }`);
    try {
      const answer = await query.ask(client, name);
      const problem = answer.problemAt("repository", alias, "list");
      if (problem !== null) return problemFact(problem);
      const next = dataAt(answer.repository, alias, "list");
      nodes.push(...next.nodes);
      ({ hasNextPage, endCursor } = next.pageInfo);
    } catch (error) {
      return factOf(error);
    }
  }
  return known(nodes);
}
async function readAllComments(number, asked) {
  const before = { hasNextPage: true, endCursor: null };
  return readPages({ ...asked, number }, "comments", { nodes: [], pageInfo: before });
}
function pullFact(data, reviews, comments, timelineProblem) {
  if (reviews.state === "missing") return reviews;
  if (comments.state === "missing") return comments;
  if (timelineProblem !== null) return problemFact(timelineProblem);
  if (data.timelineItems === null) return NOT_GIVEN;
  const before = dismissedFrom(data.timelineItems.nodes);
  return known({
    number: data.number,
    head: data.headRefOid,
    openedAt: parseInstant(data.createdAt),
    authors: [loginOf(data.author)],
    reviews: reviews.value.flatMap((review) => reviewOf(review, before)),
    commands: readComments(comments.value.map(posted)),
    baseChangedAt: lastRetarget(data.timelineItems.nodes)
  });
}
function lastRetarget(events) {
  const moments = events.flatMap(
    (event) => event.__typename === "BaseRefChangedEvent" ? [parseInstant(event.createdAt)] : []
  );
  return moments.length === 0 ? null : Math.max(...moments);
}
function dismissedFrom(events) {
  return new Map(
    events.flatMap(
      (event) => event.__typename === "ReviewDismissedEvent" && event.review !== null ? [[String(event.review.fullDatabaseId), event.previousReviewState]] : []
    )
  );
}
function reviewOf(data, dismissed) {
  if (data.state === "PENDING" || data.submittedAt === null) return [];
  const id = String(data.fullDatabaseId);
  const said = data.state === "DISMISSED" ? dismissed.get(id) ?? "CHANGES_REQUESTED" : data.state;
  return [
    {
      id,
      author: loginOf(data.author),
      state: STATES[said] ?? "commented",
      commit: data.commit?.oid ?? "",
      submittedAt: parseInstant(data.submittedAt),
      dismissed: data.state === "DISMISSED" || data.isMinimized
    }
  ];
}
var STATES = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "changes-requested",
  COMMENTED: "commented"
};
var VOID = "THUMBS_DOWN";
function posted(data) {
  return {
    id: String(data.fullDatabaseId),
    author: loginOf(data.author),
    by: data.author?.__typename === "User" ? "person" : "bot",
    createdAt: parseInstant(data.createdAt),
    body: data.body,
    edited: data.includesCreatedEdit || data.lastEditedAt !== null,
    minimised: data.isMinimized,
    void: (data.reactionGroups ?? []).some(
      ({ content, viewerHasReacted }) => content === VOID && viewerHasReacted
    )
  };
}

// src/github/pull/issue-pages.ts
var ISSUE_LABEL = "stage-gates";
var ISSUE = `number state stateReason body createdAt closedAt viewerDidAuthor
  author { __typename login }
  timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) {
    nodes { ... on ClosedEvent { actor { __typename login } } } }
  comments(first: 100) { nodes { fullDatabaseId body createdAt viewerDidAuthor } }`;
var MOST_PAGES3 = 20;
function askOwnIssues(query) {
  const alias = query.inRepository(listOf2(query, null));
  return async (answer, client, name) => {
    const issues = [];
    try {
      let [at, from] = [alias, answer];
      for (let page = 1; ; page += 1) {
        const problem = from.problemAt("repository", at);
        if (problem !== null) return problemFact(problem);
        const list = dataAt(from.repository, at);
        if (list === null || list === void 0) {
          return missing("unreadable", "GitHub did not give the issues");
        }
        issues.push(...list.nodes);
        if (!list.pageInfo.hasNextPage) return known(issues);
        if (page >= MOST_PAGES3)
          return missing("too-large", `there are over ${issues.length} issues`);
        const next = new Query();
        at = next.inRepository(listOf2(next, list.pageInfo.endCursor));
        from = await next.ask(client, name);
      }
    } catch (error) {
      return factOf(error);
    }
  };
}
function listOf2(query, after) {
  const label = query.variable("[String!]", [ISSUE_LABEL]);
  const cursor = query.variable("String", after);
  return `issues(first: ${PAGE}, after: ${cursor}, labels: ${label}, states: [OPEN, CLOSED],
    orderBy: {field: CREATED_AT, direction: ASC}) { nodes { ${ISSUE} } ${NEXT} }`;
}

// src/github/pull/pull-state.ts
function pullState(data, about) {
  const base = data.baseRef?.target.oid;
  if (base === void 0) {
    throw new GitHubFailure("unreadable", `there is no branch \`${data.baseRefName}\` any more`);
  }
  return {
    ...about,
    number: data.number,
    title: data.title,
    isOpen: data.state === "OPEN",
    isDraft: data.isDraft,
    author: loginOf(data.author),
    openedAt: parseInstant(data.createdAt),
    baseBranch: data.baseRefName,
    base,
    head: data.headRefOid,
    headBranch: data.headRefName,
    headRepository: data.headRepository?.nameWithOwner ?? null,
    evidence: mergeOf(data, base) ?? data.headRefOid
  };
}
function mergeOf({ potentialMergeCommit: merge, headRefOid }, base) {
  const [first, second, ...more] = merge?.parents.nodes ?? [];
  const isOfThese = first?.oid === base && second?.oid === headRefOid && more.length === 0;
  return isOfThese ? merge?.oid ?? null : null;
}

// src/github/read/changes.ts
var PER_PAGE = 100;
var MOST_FILES = 3e3;
async function readChanges(reading) {
  const { client, name, pull } = reading;
  const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/files";
  const changes = [];
  try {
    for (let page = 1; changes.length < MOST_FILES; page += 1) {
      const { data } = await client.request(route, {
        owner: name.owner,
        repo: name.name,
        pull_number: pull.number,
        per_page: PER_PAGE,
        page
      });
      const files = data;
      for (const { filename, previous_filename } of files) {
        changes.push({ path: filename, previous: previous_filename ?? null });
      }
      if (files.length < PER_PAGE) return known(changes.sort(byPath));
    }
  } catch (error) {
    return factOf(error);
  }
  return missing("too-large", `the pull request changes ${MOST_FILES} files or more`);
}
function byPath(a, b) {
  return a.path < b.path ? -1 : 1;
}

// src/github/read/workflow-runs.ts
async function readRuns({ client, name: { owner, name } }, filter, file) {
  const asked = { owner, repo: name, per_page: 100, ...filter };
  try {
    const { data } = file === void 0 ? await client.request("GET /repos/{owner}/{repo}/actions/runs", asked) : await client.request("GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs", {
      ...asked,
      workflow_id: file
    });
    return known(data.workflow_runs);
  } catch (error) {
    const failure = failureOf(error);
    return failure.status === 404 ? known([]) : factOf(failure);
  }
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

// src/github/read/checks.ts
var WORKFLOWS = ".github/workflows";
function askHeadChecks(query, reading) {
  const { pull, name } = reading;
  const folder = query.variable("String!", WORKFLOWS);
  const head = query.inRepository(`object(oid: ${query.variable("GitObjectID!", pull.head)}) {
    ... on Commit { statusCheckRollup { contexts(first: 100) {
      nodes { ${contextFields(query)} } pageInfo { hasNextPage } } }
      workflows: file(path: ${folder}) { ${FOLDER} } } }`);
  const elsewhere = [pull.evidence, pull.defaultBranch.tip].map(
    (commit) => query.inRepository(`object(oid: ${query.variable("GitObjectID!", commit)}) {
      ... on Commit { workflows: file(path: ${folder}) { ${FOLDER} } } }`)
  );
  return async ({ repository, problemAt }) => {
    const problem = problemAt("repository", head, "statusCheckRollup");
    if (problem !== null) return problemFact(problem);
    const contexts = dataAt(repository, head, "statusCheckRollup", "contexts");
    if (dataAt(contexts, "pageInfo", "hasNextPage") === true) {
      return missing("too-large", "the head has more than 100 checks");
    }
    const nodes = dataAt(contexts, "nodes") ?? [];
    const ofWorkflows = nodes.some(({ checkSuite }) => checkSuite?.workflowRun != null);
    const runs = ofWorkflows ? await readRuns(reading, { head_sha: pull.head }) : known([]);
    if (runs.state === "missing") return runs;
    const byId = new Map(runs.value.map((run) => [run.id, run]));
    const [own, landing, proper] = [head, ...elsewhere].map(
      (alias) => blobsIn(dataAt(repository, alias, "workflows"))
    );
    const isDefault = (path) => {
      const wanted = proper?.get(path);
      return wanted !== void 0 && wanted === own?.get(path) && wanted === landing?.get(path);
    };
    const facts = nodes.map((node) => factOfContext(node, pull.head, { byId, isDefault }));
    return known({ repository: `${name.owner}/${name.name}`, runs: facts });
  };
}
async function readBranchRuns({ workflow }, reading) {
  const { pull, name } = reading;
  const file = workflow.replace(`${WORKFLOWS}/`, "");
  const runs = await readRuns(reading, { branch: pull.defaultBranch.name }, file);
  if (runs.state === "missing") return runs;
  const facts = runs.value.map((run) => factOfRun(run));
  return known({ repository: `${name.owner}/${name.name}`, runs: facts });
}
function factOfRun(run) {
  return {
    name: run.name ?? workflowPath(run),
    app: "github-actions",
    workflow: workflowPath(run),
    // It ran on the default branch, from the file as it stood there.
    workflowIsDefault: true,
    event: run.event,
    repository: run.repository.full_name,
    headRepository: run.head_repository?.full_name ?? null,
    commit: run.head_sha,
    url: run.html_url,
    startedAt: run.run_started_at === void 0 ? null : parseInstant(run.run_started_at),
    completedAt: run.status === "completed" ? parseInstant(run.updated_at) : null,
    conclusion: run.status === "completed" ? conclusionOf(run.conclusion) : null
  };
}
var FOLDER = "object { ... on Tree { entries { name oid } } }";
function blobsIn(folder) {
  const entries = dataAt(folder, "object", "entries") ?? [];
  return new Map(entries.map(({ name, oid }) => [`${WORKFLOWS}/${name}`, oid]));
}

// src/github/read/reading.ts
function commitOf(revision, { pull }) {
  if (revision === "evidence") return pull.evidence;
  return revision === "base" ? pull.base : revision;
}

// src/github/read/file.ts
function askFiles(query, requests, reading) {
  const answers = /* @__PURE__ */ new Map();
  const byCommit = /* @__PURE__ */ new Map();
  for (const request of requests) {
    const commit = commitOf(request.revision, reading);
    const others2 = byCommit.get(commit);
    if (others2 === void 0) byCommit.set(commit, [request]);
    else others2.push(request);
  }
  for (const [commit, wanted] of byCommit) {
    const fields = [];
    const asked = [];
    for (const request of wanted) {
      const field = `f${fields.length}`;
      const path = query.variable("String!", request.path);
      fields.push(`${field}: file(path: ${path}) { ${entryFields(query)} }`);
      asked.push({ request, field });
    }
    const oid = query.variable("GitObjectID!", commit);
    const alias = query.inRepository(
      `object(oid: ${oid}) { ... on Commit { ${fields.join("\n")} } }`
    );
    for (const { request, field } of asked) {
      answers.set(
        request,
        ({ repository, problemAt }) => reading.blobs.fileAt(
          dataAt(repository, alias, field),
          problemAt("repository", alias, field, "object")
        )
      );
    }
  }
  return answers;
}

// src/github/read/history.ts
var MOST_VERSIONS = 50;
function askHistory(query, { path, revision }, reading) {
  const { baseBranch, defaultBranch } = reading.pull;
  const branches = revision === "base" ? [baseBranch] : [baseBranch, defaultBranch.name];
  const at = query.variable("String!", path);
  const oid = query.variable("GitObjectID!", commitOf(revision, reading));
  const entry = `file(path: ${at}) { ${entryFields(query)} }`;
  const alias = query.inRepository(`object(oid: ${oid}) { ... on Commit {
    history(first: ${MOST_VERSIONS}, path: ${at}) { nodes {
      oid committedDate ${entry}
      associatedPullRequests(first: 10) { nodes {
        merged mergedAt baseRefName mergeCommit { oid ${entry} } } } } } } }`);
  return async ({ repository, problemAt }) => {
    const problem = problemAt("repository", alias, "history");
    if (problem !== null) return problemFact(problem);
    const nodes = dataAt(repository, alias, "history", "nodes") ?? [];
    const versions = /* @__PURE__ */ new Map();
    for (const node of nodes) {
      const brought = mergeOf2(node, branches);
      const version = brought ?? { ...node, at: parseInstant(node.committedDate) };
      if (versions.has(version.oid)) continue;
      const content = await reading.blobs.fileAt(version.file, null);
      if (content.state === "missing") return content;
      versions.set(version.oid, { commit: version.oid, at: version.at, content: content.value });
    }
    return known([...versions.values()]);
  };
}
function mergeOf2(commit, branches) {
  const merges = commit.associatedPullRequests.nodes.flatMap(
    (pull) => pull.merged && branches.includes(pull.baseRefName) && pull.mergeCommit !== null ? [{ ...pull.mergeCommit, at: parseInstant(pull.mergedAt ?? "") }] : []
  );
  return merges.toSorted((a, b) => a.at - b.at)[0] ?? null;
}

// src/github/read/issues.ts
function askIssues(query, { labels }) {
  const wanted = query.variable("[String!]", labels);
  const list = query.inRepository(`issues(first: 100, states: [OPEN], labels: ${wanted}) {
    nodes { number title labels(first: 100) { nodes { name } } } pageInfo { hasNextPage } }`);
  const asked = labels.map((label) => ({
    label,
    alias: query.inRepository(`label(name: ${query.variable("String!", label)}) { name }`)
  }));
  return ({ repository, problemAt }) => {
    const problem = problemAt("repository", list);
    if (problem !== null) return problemFact(problem);
    if (dataAt(repository, list, "pageInfo", "hasNextPage") === true) {
      return missing("too-large", "more than 100 open issues carry these labels");
    }
    const unknownLabels = asked.filter(({ alias }) => dataAt(repository, alias, "name") === void 0).map(({ label }) => label);
    const nodes = dataAt(repository, list, "nodes") ?? [];
    const open2 = nodes.map(({ number, title, labels: carried }) => ({
      number,
      title,
      labels: carried.nodes.map(({ name }) => name)
    }));
    return known({ open: open2.sort((a, b) => a.number - b.number), unknownLabels });
  };
}

// src/github/read/merged-pull.ts
function askMergedPull(query, { number }, reading) {
  const waivers = query.variable("String!", WAIVERS_PATH);
  const alias = query.inRepository(`pullRequest(number: ${query.variable("Int!", number)}) {
    state mergedAt author { __typename login }
    latestOpinionatedReviews(first: 100) {
      nodes { state author { __typename login } } pageInfo { hasNextPage } }
    mergeCommit { file(path: ${waivers}) { ${entryFields(query)} } } }`);
  return async ({ repository, problemAt }) => {
    const problem = problemAt("repository", alias);
    if (problem !== null && problem.type !== "NOT_FOUND") return problemFact(problem);
    const pull = dataAt(repository, alias);
    if (pull === null || pull === void 0) return known({ state: "absent" });
    if (pull.state !== "MERGED") {
      return known({ state: pull.state === "OPEN" ? "open" : "closed" });
    }
    const { nodes, pageInfo } = pull.latestOpinionatedReviews;
    if (pageInfo.hasNextPage) return missing("too-large", `#${number} has over 100 reviewers`);
    const entry = problemAt("repository", alias, "mergeCommit");
    const waiversFact = await reading.blobs.fileAt(pull.mergeCommit?.file, entry);
    if (waiversFact.state === "missing") return waiversFact;
    const { value } = waiversFact;
    return known({
      state: "merged",
      author: loginOf(pull.author),
      mergedAt: parseInstant(pull.mergedAt ?? ""),
      approvedBy: nodes.filter(({ state }) => state === "APPROVED").map(({ author }) => loginOf(author)),
      waivers: value.state === "file" ? value.file.text : null
    });
  };
}

// src/github/read/people.ts
var ACCESS = ["none", "read", "triage", "write", "maintain", "admin"];
async function readAccount({ login }, { client, name: { owner, name } }) {
  const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
  try {
    const { data } = await client.request(route, { owner, repo: name, username: login });
    const { role_name: role, permission, user } = data;
    const type = TYPES[user?.type ?? ""];
    if (type === void 0) return known({ state: "absent" });
    const access = ACCESS.find((one) => one === role) ?? ACCESS.find((one) => one === permission);
    return known({ state: type, access: access ?? "read" });
  } catch (error) {
    const failure = failureOf(error);
    return failure.status === 404 ? known({ state: "absent" }) : factOf(failure);
  }
}
var TYPES = {
  User: "user",
  Bot: "bot",
  Organization: "organization"
};
function askTeam(query, { team }, reading) {
  const [organization = "", slug = ""] = team.split("/");
  const login = query.variable("String!", organization);
  const name = query.variable("String!", slug);
  const repository = query.variable("String!", reading.name.name);
  const alias = query.atRoot(`organization(login: ${login}) {
    teams(first: 1) { totalCount }
    team(slug: ${name}) {
      members(first: 100) { nodes { login } pageInfo { hasNextPage } }
      repositories(first: 100, query: ${repository}) {
        edges { permission node { nameWithOwner } } } } }`);
  return ({ root, problemAt }) => {
    const problem = problemAt(alias, "team");
    if (problem !== null && problem.type !== "NOT_FOUND") return problemFact(problem);
    const found = dataAt(root, alias, "team");
    if (found === null || found === void 0) {
      const seen = dataAt(root, alias, "teams", "totalCount");
      return typeof seen === "number" && seen > 0 ? known({ state: "absent" }) : NO_TEAMS;
    }
    const { nodes, pageInfo } = found.members;
    if (pageInfo.hasNextPage) return missing("too-large", `@${team} has more than 100 members`);
    const here = `${reading.name.owner}/${reading.name.name}`.toLowerCase();
    const edge = found.repositories.edges.find(
      ({ node }) => node.nameWithOwner.toLowerCase() === here
    );
    const access = ACCESS.find((one) => one === edge?.permission.toLowerCase()) ?? "none";
    return known({ state: "team", members: nodes.map((one) => one.login), access });
  };
}
var NO_TEAMS = missing(
  "forbidden",
  "the token sees no teams: a workflow's own token never does; give one with `members: read` as `org-token`, or use the app"
);

// src/github/read/references.ts
function askReference(query, request, reading) {
  const { owner, name } = nameOf(request, reading);
  const field = request.what === "issue" ? `found: issueOrPullRequest(number: ${query.variable("Int!", numberOf(request.id))}) { __typename }` : `found: object(expression: ${query.variable("String!", request.id)}) { __typename oid }`;
  const of = `owner: ${query.variable("String!", owner)}, name: ${query.variable("String!", name)}`;
  const alias = query.atRoot(`repository(${of}) { ${field} }`);
  return async ({ root, problemAt }) => {
    const problem = problemAt(alias, "found");
    if (problem !== null && problem.type !== "NOT_FOUND") return problemFact(problem);
    const found = dataAt(root, alias, "found");
    const type = dataAt(found, "__typename");
    switch (type) {
      case "Issue":
        return known({ state: "issue" });
      case "PullRequest":
        return known({ state: "pull-request" });
      case "Commit":
        return commitFact(String(dataAt(found, "oid")), request, reading);
      default:
        return ABSENT;
    }
  };
}
var ABSENT = known({ state: "absent" });
async function commitFact(oid, { id, repository }, reading) {
  if (!oid.startsWith(id)) return ABSENT;
  if (repository !== null && !isOwn(repository, reading)) {
    return known({ state: "commit", ancestor: false });
  }
  const { client, name, pull } = reading;
  const route = "GET /repos/{owner}/{repo}/compare/{basehead}";
  const basehead = `${oid}...${pull.evidence}`;
  try {
    const asked = { owner: name.owner, repo: name.name, basehead, per_page: 1 };
    const { data } = await client.request(route, asked);
    const { status } = data;
    return known({ state: "commit", ancestor: status === "ahead" || status === "identical" });
  } catch (error) {
    return factOf(error);
  }
}
async function readRun(request, reading) {
  const { owner, name } = nameOf(request, reading);
  const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}";
  try {
    const asked = { owner, repo: name, run_id: numberOf(request.id) };
    const { data } = await reading.client.request(route, asked);
    const { status, conclusion } = data;
    return known({
      state: "run",
      conclusion: status === "completed" ? conclusionOf(conclusion) : null
    });
  } catch (error) {
    const failure = failureOf(error);
    return failure.status === 404 ? ABSENT : factOf(failure);
  }
}
function nameOf({ repository }, reading) {
  if (repository === null) return reading.name;
  const [owner = "", name = ""] = repository.split("/");
  return { owner, name };
}
function isOwn(repository, { name }) {
  return repository.toLowerCase() === `${name.owner}/${name.name}`.toLowerCase();
}
function numberOf(id) {
  const number = Number(id);
  return Number.isSafeInteger(number) && number <= 2147483647 ? number : 0;
}

// src/github/read/trees.ts
var Trees = class {
  #client;
  #name;
  #known = /* @__PURE__ */ new Map();
  constructor(client, name) {
    this.#client = client;
    this.#name = name;
  }
  async list(request, reading) {
    const glob = globOf(request.glob);
    if (glob.state === "missing") return glob;
    const tree = await this.#tree(commitOf(request.revision, reading));
    if (tree instanceof GitHubFailure) return missing(tree.reason, tree.message);
    return request.kind === "files" ? tree.files(glob.value) : tree.folders(glob.value);
  }
  #tree(commit) {
    const before = this.#known.get(commit);
    if (before !== void 0) return before;
    const tree = this.#download(commit).catch(failureOf);
    this.#known.set(commit, tree);
    return tree;
  }
  async #download(commit) {
    const { owner, name } = this.#name;
    const route = "GET /repos/{owner}/{repo}/git/trees/{tree_sha}";
    const asked = { owner, repo: name, tree_sha: commit, recursive: "1" };
    const { data } = await this.#client.request(route, asked);
    const { tree, truncated } = data;
    if (truncated) {
      throw new GitHubFailure("too-large", "GitHub does not list all files of so large a tree");
    }
    const entries = /* @__PURE__ */ new Map();
    for (const { path, mode, sha, type } of tree) {
      if (type !== "tree") entries.set(path, { mode, blob: sha });
    }
    return new CommitTree(entries);
  }
};

// src/github/pull-source.ts
function pullSource(reading, foreknown) {
  const trees = new Trees(reading.client, reading.name);
  const source = { read: (requests) => readTogether(requests, reading, trees) };
  return {
    async read(requests) {
      const facts = new Map(foreknown);
      const open2 = requests.filter((request) => !facts.has(factKey(request)));
      await readInto(facts, open2, source);
      return requests.map((request) => facts.get(factKey(request)) ?? UNANSWERED);
    }
  };
}
var UNANSWERED = missing("unreadable", "it was not answered");
async function readTogether(requests, reading, trees) {
  const query = new Query();
  const ofOrganization = reading.organizationClient === null ? query : new Query();
  const files = askFiles(query, requests.filter(isInside), reading);
  const ways2 = requests.map((request) => {
    const answering = isInside(request) ? files.get(request) : void 0;
    if (answering !== void 0) return { answering, query };
    return wayTo(request, { query, ofOrganization, reading, trees });
  });
  const [answer, organizationAnswer] = await Promise.all([
    ask(query, reading.client, reading),
    ofOrganization === query ? null : ask(ofOrganization, reading.organizationClient ?? reading.client, reading)
  ]);
  return Promise.all(
    ways2.map(async (way) => {
      if (typeof way === "function") return way();
      const from = way.query === query ? answer : organizationAnswer;
      if (from === null) return UNANSWERED;
      return "state" in from ? from : factFrom(() => way.answering(from));
    })
  );
}
function isInside(request) {
  return request.kind === "file" && shapeOf(request.path) === "inside";
}
async function ask(query, client, { name }) {
  if (query.isEmpty) return null;
  try {
    return await query.ask(client, name);
  } catch (error) {
    return factOf(error);
  }
}
async function factFrom(read) {
  try {
    return await read();
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return missing("unreadable", `GitHub's answer makes no sense: ${what}`);
  }
}
function wayTo(request, { query, ofOrganization, reading, trees }) {
  switch (request.kind) {
    case "history":
      return { query, answering: askHistory(query, request, reading) };
    case "merged-pull":
      return { query, answering: askMergedPull(query, request, reading) };
    case "issues":
      return { query, answering: askIssues(query, request) };
    case "team":
      return { query: ofOrganization, answering: askTeam(ofOrganization, request, reading) };
    case "checks":
      if (request.on === "head") return { query, answering: askHeadChecks(query, reading) };
      return once(() => readBranchRuns(request, reading));
    case "reference":
      if (request.what === "run") return once(() => readRun(request, reading));
      return { query, answering: askReference(query, { ...request, what: request.what }, reading) };
    case "files":
    case "folders":
      return once(() => trees.list(request, reading));
    case "changes":
      return once(() => readChanges(reading));
    case "account":
      return once(() => readAccount(request, reading));
    case "file": {
      const state = shapeOf(request.path) === "outside" ? "outside" : "absent";
      return once(async () => known({ state }));
    }
    case "pull-request":
      return once(async () => UNANSWERED);
  }
}
function once(read) {
  const begun = factFrom(read);
  return () => begun;
}

// src/github/open-pull.ts
async function openPull(options) {
  const { client, organizationClient = null, name, number, policyBranch = null } = options;
  const query = new Query();
  const [fullName, url, hasIssues] = ["nameWithOwner", "url", "hasIssuesEnabled"].map(
    (field) => query.inRepository(field)
  );
  const policy = askPolicy(query, policyBranch);
  const alias = query.inRepository(
    `pullRequest(number: ${query.variable("Int!", number)}) { ${pullFields(query)} }`
  );
  const documents = askDocuments(query, number);
  const ownIssues2 = askOwnIssues(query);
  const organizationQuery = organizationClient === null ? query : new Query();
  const organization = askOrganizationPolicy(organizationQuery, name);
  const [answer, organizationAnswer] = await Promise.all([
    query.ask(client, name),
    organizationClient === null ? null : organizationQuery.ask(organizationClient, name)
  ]);
  const data = dataAt(answer.repository, alias);
  if (data === null || data === void 0) throw notShown(answer, alias, number);
  const blobs = new Blobs(client, name);
  const [{ defaultBranch, files }, organizationFile, conversation, issues] = await Promise.all([
    policy(answer, blobs),
    organization(
      organizationAnswer ?? answer,
      new Blobs(organizationClient ?? client, { owner: name.owner, name: ".github" })
    ),
    readConversation({ client, name, data, answer, alias }),
    ownIssues2(answer, client, name)
  ]);
  const repository = String(dataAt(answer.repository, fullName ?? ""));
  const seen = pullState(data, { repository, defaultBranch });
  const pull = { ...seen, evidence: options.landing ?? seen.evidence };
  const foreknown = new Map([
    [factKey({ kind: "pull-request" }), conversation.fact],
    ...pull.evidence === data.potentialMergeCommit?.oid ? await documents(answer, blobs) : []
  ]);
  return {
    pull,
    policy: { ...files, organization: organizationFile },
    conversation,
    head: data.commits.nodes[0]?.commit ?? null,
    issues,
    hasIssues: dataAt(answer.repository, hasIssues ?? "") === true,
    url: String(dataAt(answer.repository, url ?? "")),
    source: pullSource({ client, organizationClient, name, pull, blobs }, foreknown)
  };
}
function askDocuments(query, number) {
  const fields = READINESS_NAMES.map(
    (path, index) => `d${index}: file(path: ${query.variable("String!", path)}) { ${entryFields(query)} }`
  );
  const alias = query.inRepository(
    `pullRequest(number: ${query.variable("Int!", number)}) {
      potentialMergeCommit { ${fields.join("\n")} } }`
  );
  return (answer, blobs) => Promise.all(
    READINESS_NAMES.map(async (path, index) => {
      const way = [alias, "potentialMergeCommit", `d${index}`];
      const problem = answer.problemAt("repository", ...way, "object");
      const fact = await blobs.fileAt(dataAt(answer.repository, ...way), problem);
      return [factKey({ kind: "file", path, revision: "evidence" }), fact];
    })
  );
}
function notShown(answer, alias, number) {
  const problem = answer.problemAt("repository", alias);
  if (problem === null || problem.type === "NOT_FOUND") {
    return new GitHubFailure("unreadable", `there is no pull request #${number} here`, 404);
  }
  const fact = problemFact(problem);
  if (fact.state === "known") throw new TypeError("a problem is no fact");
  const lacking = fact.reason === "forbidden" ? "; the token needs `pull-requests: read`" : "";
  return new GitHubFailure(fact.reason, `${fact.detail}${lacking}`);
}

// src/github/surroundings-of.ts
var CONTEXT = "stage-gates / ";
var MARKER = "<!-- stage-gates:";
var ISSUE_MARKER = "<!-- stage-gates:issue";
function surroundingsOf(opened, about) {
  const { pull, url, hasIssues, head, conversation, issues } = opened;
  const source = pull.headRepository;
  const [, host = ""] = /^(.*)\/[^/]+\/[^/]+$/.exec(url) ?? [];
  return {
    repository: { url, defaultBranch: pull.defaultBranch.name, hasIssues },
    head: pull.head,
    pull: {
      number: pull.number,
      base: pull.baseBranch,
      source: source === null ? null : { url: `${host}/${source}`, branch: pull.headBranch },
      author: pull.author,
      authorCanWrite: about.authorCanWrite
    },
    statuses: head?.oid === pull.head ? ownStatuses(head.status?.contexts ?? []) : [],
    comments: mapped(conversation.comments, ownComments),
    issues: mapped(issues, ownIssues),
    openPulls: about.openPulls
  };
}
function mapped(fact, then) {
  return fact.state === "known" ? known(then(fact.value)) : fact;
}
var STATES2 = {
  ERROR: "error",
  EXPECTED: "pending",
  FAILURE: "failure",
  PENDING: "pending",
  SUCCESS: "success"
};
function ownStatuses(contexts) {
  return contexts.flatMap(ownStatus);
}
function ownStatus({ context, state, description, targetUrl }) {
  if (!context.startsWith(CONTEXT)) return [];
  return [{ context, state: STATES2[state], description, targetUrl }];
}
function ownComments(comments) {
  return comments.filter(({ viewerDidAuthor, body }) => viewerDidAuthor && body.includes(MARKER)).map(({ fullDatabaseId, body, createdAt }) => ({
    id: Number(fullDatabaseId),
    body,
    createdAt: parseInstant(createdAt)
  })).sort((a, b) => a.createdAt - b.createdAt || a.id - b.id);
}
var REASONS = {
  COMPLETED: "completed",
  NOT_PLANNED: "not_planned",
  DUPLICATE: "duplicate"
};
function ownIssues(issues) {
  return issues.flatMap(ownIssue);
}
function ownIssue(issue) {
  if (!issue.viewerDidAuthor || !issue.body.includes(ISSUE_MARKER)) return [];
  const isOpen = issue.state === "OPEN";
  const closer = issue.timelineItems.nodes[0]?.actor ?? null;
  return [
    {
      number: issue.number,
      state: isOpen ? "open" : "closed",
      reason: isOpen ? null : REASONS[issue.stateReason ?? ""] ?? null,
      body: issue.body,
      createdAt: parseInstant(issue.createdAt),
      closedAt: issue.closedAt === null ? null : parseInstant(issue.closedAt),
      closedByUs: isOpen ? null : closer !== null && loginOf(closer) === loginOf(issue.author),
      comments: ownComments(issue.comments.nodes)
    }
  ];
}

// src/github/read-again.ts
async function isStillThere(pull, { client, name }) {
  const query = new Query();
  const number = query.variable("Int!", pull.number);
  const alias = query.inRepository(
    `pullRequest(number: ${number}) { state headRefOid baseRefName }`
  );
  const { repository } = await query.ask(client, name);
  const seen = dataAt(repository, alias);
  return dataAt(seen, "state") === "OPEN" && dataAt(seen, "headRefOid") === pull.head && dataAt(seen, "baseRefName") === pull.baseBranch;
}
async function readOwnIssues({ client, name }) {
  const query = new Query();
  const read = askOwnIssues(query);
  try {
    const issues = await read(await query.ask(client, name), client, name);
    return issues.state === "known" ? known(ownIssues(issues.value)) : issues;
  } catch (error) {
    return factOf(error);
  }
}
async function readOwnComments(number, asking) {
  const comments = await readAllComments(number, asking);
  return comments.state === "known" ? known(ownComments(comments.value)) : comments;
}

// src/github/apply-effects.ts
async function applyEffects(effects, applying) {
  const applied = [];
  for (const effect of effects) {
    try {
      applied.push({ effect, failure: null, ...await apply(effect, applying) });
    } catch (error) {
      applied.push({ effect, failure: failureOf(error) });
    }
  }
  return applied;
}
async function apply(effect, { client, name }) {
  const at = { owner: name.owner, repo: name.name };
  const ask2 = (route, parameters) => client.request(route, { ...at, ...parameters });
  switch (effect.kind) {
    case "set-status":
      await ask2("POST /repos/{owner}/{repo}/statuses/{sha}", {
        sha: effect.sha,
        context: effect.context,
        state: effect.state,
        description: effect.description,
        ...effect.targetUrl !== null && { target_url: effect.targetUrl }
      });
      return {};
    case "create-comment":
    case "reply":
      return commented(
        await ask2("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
          issue_number: effect.pull,
          body: effect.body
        })
      );
    case "update-comment":
      return commented(
        await ask2("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
          comment_id: effect.id,
          body: effect.body
        })
      );
    case "delete-comment":
      await ask2("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        comment_id: effect.id
      });
      return {};
    case "react":
      await react(effect.comment, effect.content, ask2);
      return {};
    default:
      return applyToIssue(effect, ask2);
  }
}
var ISSUE2 = "/repos/{owner}/{repo}/issues/{issue_number}";
async function applyToIssue(effect, ask2) {
  switch (effect.kind) {
    case "create-issue": {
      const { title, body, labels, assignees } = effect;
      const { data } = await ask2("POST /repos/{owner}/{repo}/issues", {
        ...{ title, body, labels, assignees }
      });
      return { opened: data.number };
    }
    case "update-issue":
      await ask2(`PATCH ${ISSUE2}`, { issue_number: effect.number, body: effect.body });
      return {};
    case "close-issue":
      await ask2(`PATCH ${ISSUE2}`, {
        ...{ issue_number: effect.number, state: "closed", state_reason: effect.reason }
      });
      await comment(effect, ask2);
      return {};
    case "reopen-issue":
      await comment(effect, ask2);
      await ask2(`PATCH ${ISSUE2}`, { issue_number: effect.number, state: "open" });
      return {};
    case "comment-issue":
      await comment(effect, ask2);
      return {};
    case "add-labels":
      await ask2(`POST ${ISSUE2}/labels`, { issue_number: effect.number, labels: effect.labels });
      return {};
  }
}
async function comment({ number, comment: body }, ask2) {
  await ask2(`POST ${ISSUE2}/comments`, { issue_number: number, body });
}
function commented({ data }) {
  return { url: data.html_url };
}
async function react(comment_id, content, ask2) {
  const route = "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions";
  await ask2(route, { comment_id, content });
}

// src/model/marker.ts
var ISSUE3 = /^<!-- stage-gates:issue v1 fingerprint=(\S+) -->$/gm;
function statusMarker(stage) {
  return `<!-- stage-gates:status v1 stage=${encoded(stage)} -->`;
}
function isStatusComment(body, stage) {
  return body.trimEnd().endsWith(`
${statusMarker(stage)}`);
}
function fingerprintOf(kind, subject) {
  const name = subject === null ? "-" : encoded(subject).replace(/^-$/, "%2D");
  return `${kind}/${name}`;
}
function fingerprintIn(body) {
  return [...body.replaceAll("\r\n", "\n").matchAll(ISSUE3)].at(-1)?.[1] ?? null;
}
function encoded(name) {
  return encodeURIComponent(name.replace(new RegExp("\\p{Cs}", "gu"), "\uFFFD")).replaceAll("!", "%21");
}

// src/render/visible-words.ts
function visibleWords(nodes) {
  return nodes.reduce((sum, node) => sum + countWords(textOf2(node)), 0);
}
function textOf2(node) {
  if (node.type === "html") return textOfHtml(node.value);
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(textOf2).join(" ") : "";
}
function textOfHtml(html2) {
  return html2.replace(/<!--.*?-->|<[^>]*>/gs, " ");
}
function briefProse(text, limit) {
  const nodes = [];
  let room = limit;
  for (const node of prose(text)) {
    const value = "value" in node ? node.value : "";
    const kept = firstWords(value, room);
    room -= countWords(kept);
    if (kept !== "") nodes.push(node.type === "inlineCode" ? code(kept) : words(kept));
    if (kept !== value) return [...nodes, words("\u2026")];
  }
  return nodes;
}
function firstWords(text, limit) {
  if (countWords(text) <= limit) return text;
  const pieces = text.match(/\s*[^\s]+/g) ?? [];
  let kept = "";
  for (const piece2 of pieces) {
    if (countWords(kept + piece2) > limit) break;
    kept += piece2;
  }
  return kept;
}

// src/render/comment-gate.ts
var AMPLER = [
  [5, 3],
  [9, 6],
  [14, 10],
  [24, 16],
  [40, 40]
];
var TERSE = 3;
function briefGates(told, number, terms) {
  const { links, tracked } = terms;
  const whole = [...blockingGate(told, number, links), ...trackedNote(tracked)];
  return [
    ...AMPLER.map(([problem, fix]) => inWords(told, number, { ...terms, problem, fix })),
    ...furtherFindings(told, links).length === 0 ? [whole] : []
  ].map((nodes) => ({ nodes, words: visibleWords(nodes), isWhole: nodes === whole }));
}
function fitted(forms, room) {
  const most = Math.max(0, ...forms.map(({ length }) => length)) - 1;
  const wordsAt = (level2) => forms.reduce((sum, ofGate) => sum + (formAt(ofGate, level2)?.words ?? 0), 0);
  let level = most;
  while (level > 0 && wordsAt(level) > room) level -= 1;
  let left = room - wordsAt(level);
  return forms.flatMap((ofGate) => {
    const now = formAt(ofGate, level);
    if (now === void 0) return [];
    const ampler = ofGate.findLast(({ words: words2 }) => words2 - now.words <= left) ?? now;
    const chosen = ofGate.indexOf(ampler) > ofGate.indexOf(now) ? ampler : now;
    left -= chosen.words - now.words;
    return [chosen];
  });
}
function formAt(forms, level) {
  return forms[Math.min(level, forms.length - 1)];
}
function inWords(told, number, terms) {
  const { links, tracked, problem, fix } = terms;
  const head = strong(words(`${number}. `), ...shortName(told), words(":"));
  const [first] = told.findings;
  if (first === void 0)
    return [paragraphOf(head, words(" not all of its rules hold, see below"))];
  const more = told.findings.length - 1;
  const others2 = fix <= TERSE ? `(+${formatCount(more)})` : `(and ${formatCount(more)} more, below)`;
  const rest = more === 0 ? [] : [words(` ${others2}`)];
  const text = paragraphOf(
    head,
    words(" "),
    ...briefProse(first.finding.problem, problem),
    ...rest
  );
  const mend = fixOf(first.finding, fix, links);
  const tail = tracked.length === 0 ? [] : [words(". "), ...tracked];
  const item = bullet([paragraphOf(strong(words("Fix:")), words(" "), ...mend, ...tail)]);
  return [text, bullets([...whoItem(withShortName(first), links), item])];
}
function shortName({ gate }) {
  const name = nameNodes({ gate });
  if (visibleWords(name) <= 8) return name;
  const title = briefProse(gate.title, 5);
  return gate.service === null ? title : [code(gate.service.slice(0, 24)), words(" \xB7 "), ...title];
}
function withShortName(told) {
  const { asks } = told.finding;
  if (asks === null || visibleWords([words(asks)]) <= 4) return told;
  return { ...told, finding: { ...told.finding, asks: `${asks.slice(0, 20)}\u2026` } };
}
function fixOf(finding, limit, links) {
  const [line = "", ...paste] = finding.remedy.split(/[\r\n]+/);
  const isTerse = limit <= TERSE;
  const where = isTerse ? inBrackets(links.fixes(finding)) : whereNodes({ finding }, links);
  if (paste.length > 0) return [words(isTerse ? "see below" : "paste what stands below"), ...where];
  return [...isTerse ? [words("see below")] : briefProse(line, limit), ...where];
}
function trackedNote(tracked) {
  return tracked.length === 0 ? [] : [paragraphOf(...tracked, words("."))];
}

// src/render/comment-layout.ts
var TOLD = 3;
var LINE = 10;
function layOut(parts, limit) {
  const { verdict, arranged, heading, foot, links, waive, issueTrouble: issueTrouble2 } = parts;
  const trouble = issueTrouble2 === null ? [] : [paragraphOf(words("\u26A0\uFE0F No issue was opened: "), ...prose(issueTrouble2), words("."))];
  const passing = gatesFold(arranged);
  const notes = notesFold(verdict.notes, links);
  const fixed = visibleWords([heading, foot, ...trouble]) + linesOf(passing, waive, notes);
  const room = { left: limit - fixed };
  return [
    { rank: 0, holds: "heading", content: () => [heading] },
    ...problems(verdict, room),
    ...gates(parts, room),
    ...others(parts, room),
    piece({ rank: 1, holds: "remark", nodes: trouble }),
    piece({ rank: 7, holds: "table of gates", nodes: passing }),
    piece({ rank: 3, holds: "list of commands", nodes: waive }),
    piece({ rank: 6, holds: "list of notes", nodes: notes })
  ];
}
function gates({ arranged, links, tracked }, room) {
  const blocking = arranged.told.filter(({ standing }) => blocks(standing));
  const first = blocking.slice(0, TOLD);
  room.left -= LINE;
  const forms = first.map(
    (told, index) => briefGates(told, index + 1, { links, tracked: tracked(told.gate) })
  );
  const briefs = fitted(forms, room.left);
  room.left -= briefs.reduce((sum, { words: words2 }) => sum + words2, 0);
  const whole = new Set(first.filter((_, index) => briefs[index]?.isWhole));
  const inFull = blocking.filter((told) => !whole.has(told));
  const unnamed = { ...links, author: null };
  const behind = lineOf(blocking.length, inFull.length, whole.size);
  return [
    ...briefs.map(({ nodes }) => piece({ rank: 1, holds: "gate", nodes })),
    ...inFull.flatMap((told) => inFullPieces(told, blocking.indexOf(told) + 1, unnamed, behind))
  ];
}
function inFullPieces(told, number, links, behind) {
  return [
    {
      rank: 2,
      holds: "blocking gate",
      behind,
      content: () => blockingGate(told, number, links)
    },
    { rank: 5, holds: "list of findings", behind, content: () => furtherFindings(told, links) }
  ];
}
function lineOf(blocking, inFull, whole) {
  if (whole > 0 && inFull === blocking - whole && blocking > TOLD && whole === TOLD) {
    return `\u274C ${counted(inFull, "more gate")} block${inFull === 1 ? "s" : ""}`;
  }
  return `\u274C All that blocks, with what to paste (${counted(inFull, "gate")})`;
}
function others({ arranged, links }, room) {
  const rest = arranged.told.filter(({ standing }) => !blocks(standing));
  const passes = rest.flatMap((told) => conditions(told, links));
  const warnings = arranged.told.flatMap(
    (told) => blocks(told.standing) ? [] : told.findings.filter(({ standing }) => standing === "warn").map((one) => warning(one, told, links))
  );
  return [
    ...spread(passes, { rank: 3, holds: "condition" }, room),
    ...spread(warnings, { rank: 4, holds: "warning" }, room)
  ];
}
function problems({ problems: problems2 }, room) {
  return spread(problems2.map(problemItem), { rank: 1, holds: "problem" }, room);
}
function spread(nodes, kind, room) {
  let shown = 0;
  let left = room.left;
  for (const node of nodes) {
    left -= visibleWords([node]);
    if (left < (shown + 1 < nodes.length ? 4 : 0)) break;
    shown += 1;
    room.left = left;
  }
  if (shown < nodes.length) room.left -= 4;
  const more = `${shown === 0 ? "" : "more "}${kind.holds}`;
  const behind = counted(nodes.length - shown, more);
  return nodes.map((node, index) => ({
    ...kind,
    content: () => [node],
    ...index < shown ? {} : { behind }
  }));
}
function piece({ rank: rank2, holds, nodes }) {
  return { rank: rank2, holds, content: () => nodes };
}
function linesOf(...folds) {
  return folds.reduce((sum, [first]) => {
    return sum + (first?.type === "html" ? countWords(textOfHtml(first.value)) : 0);
  }, 0);
}

// src/render/comment-waive.ts
var LINES = 10;
function waiveFold(blocking, terms) {
  const { policy, head } = terms;
  const { approvers, max_days } = policy.waivers;
  const gates2 = new Map(policy.gates.map((gate) => [gate.id, gate]));
  const waive = blocking.flatMap((told) => waiveLines(told, gates2.get(told.gate.id)));
  const unfreeze = blocking.some(({ gate }) => gate.id === "freeze") ? [`/gate unfreeze ${head} --reason "<why>"`] : [];
  const lines = [...unfreeze, ...waive];
  const who = approvers.length === 0 ? [] : ways(lines, approvers, counted(max_days, "day"));
  const glass = breakGlass(policy.break_glass, blocking.length === 0 ? null : head);
  const content = [...who, ...glass];
  if (content.length === 0) return [];
  const help = paragraphOf(code("/gate help"), words(" lists every command."));
  return fold("Cannot wait? How to waive", [...content, help]);
}
function ways(lines, approvers, limit) {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, LINES);
  const more = lines.length - shown.length;
  return [
    someone(approvers),
    { type: "code", value: shown.join("\n") },
    paragraphOf(
      words(
        `Each line covers one rule, with the findings it has now, on this pull request alone. It shows up here with its author and reason, and ends with the date, at most ${limit} away.${more === 0 ? "" : ` ${counted(more, "rule")} more in the same way.`}`
      )
    )
  ];
}
function waiveLines({ gate }, inPolicy) {
  const waivable = new Set(inPolicy?.rules.filter((rule) => rule.waivable).map(({ id }) => id));
  const service = gate.service === null ? "" : ` --service ${gate.service}`;
  const lines = gate.rules.filter((rule) => waivable.has(rule.id) && isWaivable(rule)).map((rule) => {
    const standing = rule.findings.filter(({ outcome }) => CAN_BE_WAIVED.has(outcome));
    const codes = [...new Set(standing.map((finding) => finding.code))].sort().join(",");
    const which = codes === "" ? "" : ` --codes ${codes}`;
    return `/gate waive ${gate.id}/${rule.id}${service}${which}`;
  });
  return lines.filter((line) => PLAIN.test(line)).map((line) => `${line} ${TO_FILL_IN}`);
}
var PLAIN = /^[\w./, -]{1,300}$/;
var TO_FILL_IN = '--until <YYYY-MM-DD> --reason "<why>"';
var CAN_BE_WAIVED = /* @__PURE__ */ new Set(["failed", "pending"]);
function isWaivable({ severity, outcome, judged }) {
  return severity === "block" && judged && CAN_BE_WAIVED.has(outcome);
}
function breakGlass(terms, head) {
  if (terms === null || head === null) return [];
  return [
    paragraphOf(words("In an emergency all gates are passed at once, and reviewed afterwards.")),
    someone(terms.roles),
    { type: "code", value: `/gate break-glass ${head} --reason "<why>"` },
    ...terms.approvals === 1 ? [] : [paragraphOf(words(`${terms.approvals} people have to.`))]
  ];
}
function someone(roles) {
  const names = roles.flatMap(
    (role, index) => index === 0 ? [code(role)] : [words(" or "), code(role)]
  );
  return paragraphOf(
    words("Somebody in "),
    ...names,
    words(", but not the author of this pull request, comments:")
  );
}

// src/render/comment.ts
var WORDS = 135;
var CUT = 30;
function renderComment(verdict, terms) {
  const arranged = outline(verdict);
  const blocking = arranged.told.filter(({ standing }) => blocks(standing));
  const canWaive = verdict.mode === "enforce" && verdict.decision === "no-go";
  const heading = {
    type: "heading",
    depth: 3,
    children: headingNodes(verdict, arranged)
  };
  const foot = footer(verdict, terms);
  const parts = {
    verdict,
    arranged,
    heading,
    foot,
    links: terms.links,
    tracked: (gate) => trackedNodes(terms.tracked(gate), terms.repository),
    issueTrouble: terms.issueTrouble,
    waive: terms.waive === null || !canWaive ? [] : waiveFold(blocking, terms.waive)
  };
  const last = [foot, html(statusMarker(verdict.stage))];
  const whole = printWithin(layOut(parts, WORDS), last);
  return whole.isCut ? printWithin(layOut(parts, WORDS - CUT), last).text : whole.text;
}
function trackedNodes(numbers, repository) {
  const links = numbers.slice(0, 3).flatMap((number, index) => [
    ...index === 0 ? [] : [words(", ")],
    link(`${repository}/issues/${number}`, words(`#${number}`))
  ]);
  return links.length === 0 ? [] : [words("Tracked in "), ...links];
}
var REPORT = "Full report";
function withoutReport(body) {
  return body.replace(/ \[Full report\]\([^()\s]*\)\.(?=<\/sub>)/, "");
}
function footer(verdict, { repository, head, reportUrl }) {
  const { policy, validUntil } = verdict;
  const policyName = code(
    `${policy.ref}${policy.sha === null ? "" : `@${policy.sha.slice(0, 7)}`}`
  );
  const policyUrl = policy.sha === null ? null : `${repository}/tree/${policy.sha}`;
  const until = validUntil === null ? "" : `; holds until ${formatInstant(validUntil)}`;
  return paragraphOf(
    html("<sub>"),
    words("Checked commit "),
    link(`${repository}/commit/${head}`, code(head.slice(0, 7))),
    words(" with the policy at "),
    policyUrl === null ? policyName : link(policyUrl, policyName),
    words(`${until}.`),
    ...reportUrl === null ? [] : [words(" "), link(reportUrl, words(REPORT)), words(".")],
    html("</sub>")
  );
}

// src/plan/gaps.ts
function gapsOf({ gates: gates2 }) {
  const found = /* @__PURE__ */ new Map();
  for (const gate of gates2) {
    for (const rule of gate.rules) {
      const fingerprint = fingerprintOfRule(gate, rule);
      if (fingerprint === null) continue;
      const asked = found.get(fingerprint);
      if (asked === void 0) found.set(fingerprint, [{ gate, rule }]);
      else asked.push({ gate, rule });
    }
  }
  return [...found].flatMap(([fingerprint, asked]) => {
    const [first] = asked;
    if (first === void 0 || first.rule.issue === "none") return [];
    const failing = asked.filter(({ rule }) => isFailing(rule));
    const counting = asked.filter(({ rule }) => counts(rule.outcome));
    const holds = counting.length > 0 && counting.every(({ rule }) => isHolding(rule));
    return [
      {
        kind: first.rule.issue,
        service: first.gate.service,
        fingerprint,
        state: failing.length > 0 ? "open" : holds ? "closed" : "unknown",
        failing
      }
    ];
  });
}
function fingerprintOfRule({ service }, { issue }) {
  return issue === "none" ? null : fingerprintOf(issue, service);
}
function isFailing({ severity, outcome, judged }) {
  return severity === "block" && judged && (outcome === "failed" || outcome === "waived");
}
function isHolding({ outcome, judged, findings }) {
  if (!judged || findings.some(({ baselined }) => baselined)) return false;
  return outcome === "passed" || outcome === "warned" || outcome === "conditional";
}

// src/plan/issue-index.ts
function issuesByFingerprint(issues) {
  const found = /* @__PURE__ */ new Map();
  for (const issue of issues.toSorted((a, b) => a.number - b.number)) {
    const fingerprint = fingerprintIn(issue.body);
    if (fingerprint === null) continue;
    const others2 = found.get(fingerprint);
    if (others2 === void 0) found.set(fingerprint, [issue]);
    else others2.push(issue);
  }
  return found;
}
function trackedIn({ issues }) {
  const found = issuesByFingerprint(issues.state === "known" ? issues.value : []);
  return (gate) => {
    const wanted = gate.rules.filter(({ outcome }) => outcome !== "passed").map((rule) => fingerprintOfRule(gate, rule));
    return [...new Set(wanted)].flatMap((fingerprint) => {
      const open2 = found.get(fingerprint ?? "")?.find(({ state }) => state === "open");
      return open2 === void 0 ? [] : [open2.number];
    });
  };
}
function issueTrouble({ policy, surroundings, verdict }) {
  if (policy?.issues.open !== true || surroundings.pull?.authorCanWrite !== true) return null;
  if (!gapsOf(verdict).some(({ state }) => state === "open")) return null;
  if (!surroundings.repository.hasIssues) return "issues are switched off in this repository";
  return surroundings.issues.state === "known" ? null : surroundings.issues.detail;
}

// src/plan/plan-comment.ts
function planComment(input) {
  const { policy, surroundings, verdict } = input;
  const { pull, comments } = surroundings;
  if (pull === null || comments.state === "missing" || policy?.comment === "never") return [];
  const [oldest, ...younger] = comments.value.filter(({ body: body2 }) => isStatusComment(body2, verdict.stage)).toSorted((a, b) => a.createdAt - b.createdAt || a.id - b.id);
  if (oldest === void 0 && !isCommentDue(input)) return [];
  const body = renderComment(verdict, commentTerms(input, pull));
  return [
    ...oldest === void 0 ? [{ kind: "create-comment", pull: pull.number, body }] : says(oldest, body) ? [] : [{ kind: "update-comment", id: oldest.id, body }],
    ...younger.map(({ id }) => ({ kind: "delete-comment", id }))
  ];
}
function isCommentDue({ verdict, policy }) {
  const blocked = verdict.problems.length > 0 || !["go", "conditional-go"].includes(verdict.decision);
  switch (policy?.comment ?? "when-gates-apply") {
    case "always":
      return true;
    case "when-gates-apply":
      return blocked || verdict.gates.some(({ outcome }) => counts(outcome));
    case "on-failure":
      return blocked;
    case "never":
      return false;
  }
}
function says({ body }, wanted) {
  const plain = (text) => withoutReport(text.replaceAll("\r\n", "\n").trimEnd());
  return plain(body) === plain(wanted);
}
function commentTerms(input, pull) {
  const { policy, surroundings, verdict, templates, reportUrl } = input;
  const { repository, head } = surroundings;
  return {
    links: githubLinks({
      repository: repository.url,
      revision: head,
      source: pull.source,
      policy: verdict.policy,
      templates,
      author: pull.author
    }),
    repository: repository.url,
    head,
    tracked: trackedIn(surroundings),
    issueTrouble: issueTrouble(input),
    waive: policy === null ? null : { policy, head },
    reportUrl
  };
}

// src/plan/plan-issues.ts
function planIssues(_input) {
  return [];
}

// src/promotion/carry-out.ts
async function carryOut(input, status, carrying) {
  const { wants } = carrying;
  const first = [
    ...status,
    ...wants.issues ? planIssues(input) : [],
    ...wants.comment ? planComment(input) : []
  ];
  if (first.length === 0) return [];
  if (wants.dryRun) return first.map((effect) => ({ effect, failure: null }));
  if (!await carrying.isStill()) return "moved";
  const applied = [...await applyEffects(status, carrying)];
  let { surroundings } = input;
  if (wants.issues) {
    const issues = await applyEffects(planIssues(input), carrying);
    applied.push(...issues);
    surroundings = await afterIssues(surroundings, issues, carrying);
    if (hasCreated(issues)) {
      const again = planIssues({ ...input, surroundings }).filter(takesBack);
      applied.push(...await applyEffects(again, carrying));
    }
  }
  if (wants.comment) {
    const comments = await applyEffects(planComment({ ...input, surroundings }), carrying);
    applied.push(...comments);
    if (hasCreated(comments) && surroundings.pull !== null) {
      const now = await readOwnComments(surroundings.pull.number, carrying);
      const again = planComment({ ...input, surroundings: { ...surroundings, comments: now } });
      applied.push(...await applyEffects(again.filter(takesBack), carrying));
    }
  }
  return applied;
}
async function afterIssues(surroundings, applied, carrying) {
  if (!applied.some(({ failure }) => failure === null)) return surroundings;
  return { ...surroundings, issues: await readOwnIssues(carrying) };
}
function hasCreated(applied) {
  return applied.some(
    ({ effect, failure }) => failure === null && (effect.kind === "create-issue" || effect.kind === "create-comment")
  );
}
function takesBack({ kind }) {
  return kind === "delete-comment" || kind === "close-issue";
}

// src/render/status.ts
var LIMIT = 140;
function renderStatus(verdict, details) {
  const [problem] = verdict.problems;
  if (problem !== void 0) {
    const { file, line } = problem.at;
    return fitted2(`Could not evaluate: ${problem.message}`, ` (${file}:${line})`);
  }
  const arranged = outline(verdict);
  const { text } = headlineOf(verdict, arranged);
  const said = text.replace(/^Blocked: /, "").replace(/^no /, "No ");
  const blocking = arranged.told.filter(({ standing }) => blocks(standing)).map(nameOf2);
  return withNames(said, blocking, details);
}
function nameOf2({ gate: { id, service } }) {
  return inertLine(service === null ? id : `${service}/${id}`, 60);
}
function withNames(said, names, details) {
  for (let shown = names.length; shown >= 0; shown -= 1) {
    const more = names.length - shown;
    const list = names.slice(0, shown).join(", ");
    const rest = more === 0 ? "" : shown === 0 ? "" : ` and ${more} more`;
    const line = shown === 0 ? said : `${said}: ${list}${rest}`;
    if (line.length > LIMIT) continue;
    const full = `${line}. ${details}`;
    return details !== "" && full.length <= LIMIT ? full : line;
  }
  return fitted2(said, "");
}
function fitted2(start, end) {
  const kept = inertLine(end, LIMIT / 2);
  const room = LIMIT - kept.length - (kept === "" ? 0 : 1);
  return kept === "" ? inertLine(start, room) : `${inertLine(start, room)} ${kept}`;
}

// src/plan/plan-status.ts
function planStatus(input) {
  const { verdict, surroundings, reportUrl } = input;
  const context = contextOf(verdict.stage);
  const wanted = {
    kind: "set-status",
    sha: surroundings.head,
    context,
    state: stateOf(input),
    description: renderStatus(verdict, detailsOf(input)),
    targetUrl: reportUrl ?? pullUrl(input)
  };
  const there = surroundings.statuses.find((status) => status.context === context);
  const same = there?.state === wanted.state && there.description === wanted.description;
  return same ? [] : [wanted];
}
function stateOf({ verdict, policy }) {
  if (verdict.problems.length > 0 || policy === null) return "failure";
  switch (verdict.decision) {
    case "go":
    case "conditional-go":
      return "success";
    case "no-go":
      if (verdict.mode === "advisory") return "success";
      return policy.blocked_as === "pending" ? "pending" : "failure";
    case "undetermined":
      return "failure";
  }
}
function detailsOf(input) {
  const { surroundings, verdict } = input;
  if (verdict.decision === "go" || surroundings.pull === null) return "";
  return isCommentDue(input) ? "Details in the pull request comment." : "";
}
function pullUrl({ surroundings: { repository, pull } }) {
  return pull === null ? null : `${repository.url}/pull/${pull.number}`;
}

// src/promotion/head-status.ts
var LONGEST = 140;
var STATES3 = ["failure", "pending", "success"];
function headStatus(inputs) {
  const [own] = inputs;
  const trusted = inputs.filter(({ surroundings }) => surroundings.pull?.authorCanWrite === true);
  const counting = trusted.length === 0 ? inputs : trusted;
  const wanted = counting.flatMap((input) => {
    const [status2] = planStatus({
      ...input,
      surroundings: { ...input.surroundings, statuses: [] }
    });
    return status2 === void 0 ? [] : [{ input, status: status2 }];
  });
  const ranked = wanted.toSorted((a, b) => rank(a.status) - rank(b.status));
  const [worst] = ranked;
  if (worst === void 0) return [];
  const offender = worst.input === own ? null : worst.input.surroundings.pull?.number ?? null;
  const status = { ...worst.status, description: naming(offender, worst.status.description) };
  const there = own.surroundings.statuses.find(({ context }) => context === status.context);
  const isSame = there?.state === status.state && there.description === status.description;
  return isSame ? [] : [status];
}
function rank({ state }) {
  return STATES3.indexOf(state);
}
function naming(number, description) {
  if (number === null) return description;
  const named = `#${number}: ${description}`;
  return named.length <= LONGEST ? named : `${named.slice(0, LONGEST - 1)}\u2026`;
}

// src/promotion/judge-promotion.ts
async function judgePromotion(input) {
  const { opened, packs, now } = input;
  const { pull } = opened;
  const origin = originOf(opened.policy);
  const loaded = loadAtTip(opened.policy, packs, pull.repository);
  if (loaded.state === "invalid") {
    const { problems: problems2 } = loaded;
    const said = { stage: pull.baseBranch, mode: "enforce", origin, commit: pull.head };
    return { state: "invalid", verdict: withoutVerdict({ ...said, problems: problems2 }) };
  }
  const { policy, waivers, baseline, notes, besideProblems } = loaded;
  const stage = stageOfBranch(policy, pull.baseBranch);
  if (stage === null) return { state: "no-promotion", policy };
  const verdict = await judge({
    policy,
    waivers,
    baseline,
    notes: [...notes, ...besideProblems].map(noteOf),
    origin,
    source: opened.source,
    now,
    stage: stage.id,
    services: null,
    local: false,
    commit: pull.head,
    repository: pull.repository
  });
  return { state: "judged", policy, stage, verdict };
}

// src/promotion/templates-for.ts
function templatesFor(policy, packs) {
  const files = policy.gates.flatMap(({ at, rules }) => [at, ...rules.map((rule) => rule.at)]);
  const used = new Set(files.map(({ file }) => file));
  return packs.ids.filter((id) => used.has(`pack:${id}`)).flatMap((id) => {
    const readiness = packs.readiness(id);
    const document = readiness === null ? [] : [{ path: "READINESS.md", text: readiness }];
    return [...packs.skeletons(id), ...document];
  });
}

// src/promotion/plan-input.ts
async function planInputOf(opened, said, about) {
  const { pull } = opened;
  const policy = said.state === "judged" ? said.policy : null;
  const authorCanWrite = await canWrite(opened);
  return {
    verdict: said.verdict,
    policy,
    surroundings: surroundingsOf(opened, { authorCanWrite, openPulls: null }),
    now: about.now,
    landed: pull.head === pull.defaultBranch.tip,
    templates: policy === null ? [] : templatesFor(policy, about.packs),
    reportUrl: about.reportUrl
  };
}
async function canWrite({ source, pull }) {
  const [fact] = await source.read([{ kind: "account", login: pull.author }]);
  const account = fact;
  if (account?.state !== "known" || account.value.state === "absent") return false;
  return ["write", "maintain", "admin"].includes(account.value.access);
}

// src/promotion/promote.ts
var MOST_TRIES = 3;
async function promote(number, promoting) {
  const { client, name } = promoting;
  for (let attempt2 = 1; ; attempt2 += 1) {
    const opened = await open(number, promoting);
    const { pull } = opened;
    if (!pull.isOpen) return { pull, outcome: { state: "closed" }, applied: [] };
    const outcome = await judgePromotion({ ...promoting, opened, now: promoting.now() });
    if (outcome.state === "no-promotion") return { pull, outcome, applied: [] };
    const input = await planInputOf(opened, outcome, { ...promoting, now: promoting.now() });
    const others2 = await judgeSameHead(opened, outcome.verdict.stage, promoting);
    const applied = await carryOut(input, headStatus([input, ...others2]), {
      ...promoting,
      isStill: () => isStillThere(pull, { client, name })
    });
    if (applied !== "moved") return { pull, outcome, applied };
    if (attempt2 >= MOST_TRIES) return { pull, outcome: { state: "moving" }, applied: [] };
  }
}
function open(number, promoting) {
  const { client, organizationClient, name, policyBranch } = promoting;
  return openPull({ client, organizationClient, name, number, policyBranch });
}
async function judgeSameHead({ pull, head }, stage, promoting) {
  const others2 = (head?.associatedPullRequests?.nodes ?? []).filter(
    (other) => other.state === "OPEN" && other.number !== pull.number && other.headRefOid === pull.head
  );
  const inputs = [];
  for (const { number } of others2) {
    const opened = await open(number, promoting);
    const outcome = await judgePromotion({ ...promoting, opened, now: promoting.now() });
    if (outcome.state === "no-promotion" || outcome.verdict.stage !== stage) continue;
    inputs.push(await planInputOf(opened, outcome, { ...promoting, now: promoting.now() }));
  }
  return inputs;
}

// src/promotion/promote-all.ts
async function promoteAll(promoting) {
  const attempts = [];
  for (const { number } of await listPromotions(promoting)) {
    attempts.push(await attempt(number, promoting));
  }
  return attempts;
}
async function attempt(number, promoting) {
  try {
    return { number, promoted: await promote(number, promoting), failure: null };
  } catch (error) {
    return { number, promoted: null, failure: failureOf(error) };
  }
}
async function listPromotions(promoting) {
  const { policy: at, repository, pulls } = await listPulls(promoting);
  const loaded = loadAtTip(at, promoting.packs, repository);
  if (loaded.state === "invalid") return pulls.filter(({ baseRefName }) => baseRefName !== at.ref);
  return pulls.filter(({ baseRefName }) => stageOfBranch(loaded.policy, baseRefName) !== null);
}

// src/github/read-merge-group.ts
async function readMergeGroup(group, { client, name }) {
  const query = new Query();
  const queue = query.inRepository(`mergeQueue(branch: ${query.variable("String", group.base)}) {
    entries(first: 100) { nodes { headCommit { oid } baseCommit { oid }
      pullRequest { number headRefOid } } } }`);
  const commit = query.inRepository(
    `object(oid: ${query.variable("GitObjectID!", group.head)}) { ... on Commit {
      status { contexts { context state description targetUrl creator { __typename login } } } } }`
  );
  const answer = await query.ask(client, name);
  const problem = answer.problemAt("repository", queue);
  if (problem !== null) {
    const fact = problemFact(problem);
    throw new GitHubFailure("unreadable", fact.state === "missing" ? fact.detail : "");
  }
  const entries = dataAt(answer.repository, queue, "entries", "nodes") ?? [];
  const statuses = dataAt(answer.repository, commit, "status", "contexts") ?? [];
  const pulls = pullsOf(group.head, entries);
  if (pulls.length > 0) return { pulls, statuses };
  throw new GitHubFailure(
    "unreadable",
    `the merge queue of \`${group.base}\` has no entry for the commit ${group.head.slice(0, 7)}`
  );
}
function pullsOf(head, entries) {
  const byHead = new Map(entries.map((entry) => [entry.headCommit?.oid, entry]));
  const pulls = [];
  const met = /* @__PURE__ */ new Set();
  for (let oid = head; oid !== void 0 && !met.has(oid); ) {
    met.add(oid);
    const entry = byHead.get(oid);
    if (entry === void 0) break;
    if (entry.pullRequest === null) return [];
    pulls.unshift({ number: entry.pullRequest.number, head: entry.pullRequest.headRefOid });
    oid = entry.baseCommit?.oid;
  }
  return pulls;
}

// src/github/required-contexts.ts
async function readRequiredContexts(branch, { client, name }) {
  const route = "GET /repos/{owner}/{repo}/rules/branches/{branch}";
  try {
    const asked = { owner: name.owner, repo: name.name, branch, per_page: 100 };
    const { data } = await client.request(route, asked);
    return data.flatMap(
      ({ type, parameters }) => type === "required_status_checks" ? (parameters?.required_status_checks ?? []).map(({ context }) => context) : []
    );
  } catch (error) {
    failureOf(error);
    return [];
  }
}

// src/promotion/promote-group.ts
async function promoteGroup(group, promoting) {
  let found;
  try {
    found = await readMergeGroup(group, promoting);
  } catch (error) {
    const failure = failureOf(error);
    await refuse(group, failure.message, promoting);
    throw failure;
  }
  const attempts = [];
  const inputs = [];
  for (const { number } of found.pulls) {
    try {
      const judged = await judgeIn(group, number, found, promoting);
      attempts.push({ number, promoted: judged.promoted, failure: null });
      if (judged.input !== null) inputs.push(judged.input);
    } catch (error) {
      const failure = failureOf(error);
      attempts.push({ number, promoted: null, failure });
      await refuse(group, `#${number} could not be judged: ${failure.message}`, promoting);
      return attempts;
    }
  }
  const [first, ...others2] = inputs;
  if (first === void 0) return attempts;
  const status = headStatus([first, ...others2]);
  const applied = promoting.wants.dryRun ? status.map((effect) => ({ effect, failure: null })) : await applyEffects(status, promoting);
  return attempts.map(
    (one, index) => index === 0 && one.promoted !== null ? { ...one, promoted: { ...one.promoted, applied } } : one
  );
}
async function judgeIn(group, number, { statuses }, promoting) {
  const { client, organizationClient, name, policyBranch } = promoting;
  const landing = group.head;
  const asked = { client, organizationClient, name, number, policyBranch, landing };
  const opened = await openPull(asked);
  const outcome = await judgePromotion({ ...promoting, opened, now: promoting.now() });
  const promoted = { pull: opened.pull, outcome, applied: [] };
  if (outcome.state === "no-promotion") return { promoted, input: null };
  const input = await planInputOf(opened, outcome, { ...promoting, now: promoting.now() });
  const surroundings = {
    ...input.surroundings,
    head: group.head,
    statuses: ownStatuses(statuses)
  };
  return { promoted, input: { ...input, surroundings } };
}
async function refuse(group, why, promoting) {
  const required = await readRequiredContexts(group.base, promoting);
  const own = required.filter((context) => context.startsWith("stage-gates / "));
  const contexts = own.length === 0 ? [`stage-gates / ${group.base}`] : own;
  const effects = contexts.map(
    (context) => ({
      kind: "set-status",
      sha: group.head,
      context,
      state: "failure",
      description: `Could not evaluate: ${why}`.slice(0, 140),
      targetUrl: promoting.reportUrl
    })
  );
  if (!promoting.wants.dryRun) await applyEffects(effects, promoting);
}

// src/action/run-action.ts
async function runAction(subject, promoting) {
  switch (subject.kind) {
    case "nothing":
      return { attempts: [], nothing: subject.why };
    case "pull":
      return { attempts: [await attempt(subject.number, promoting)], nothing: null };
    case "all": {
      const attempts = await promoteAll(promoting);
      const nothing = attempts.length === 0 ? "no open pull request is a promotion" : null;
      return { attempts, nothing };
    }
    case "merge-group":
      return { attempts: await promoteGroup(subject, promoting), nothing: null };
  }
}
export {
  runAction
};
