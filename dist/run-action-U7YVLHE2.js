import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  Blobs,
  Query,
  askOrganizationPolicy,
  askPolicy,
  dataAt,
  entryFields,
  loadAtTip,
  loginOf,
  originOf,
  parseInstant,
  problemFact
} from "./chunk-JL4RIWL4.js";
import {
  contextOf,
  isOurContext
} from "./chunk-B3RYR3CC.js";
import {
  blockingGate,
  bullet,
  bullets,
  code,
  conditions,
  findingItems,
  fold,
  furtherFindings,
  gatesFold,
  githubLinks,
  headingNodes,
  headlineOf,
  html,
  inBrackets,
  link,
  markdownOf,
  nameNodes,
  notesFold,
  paragraphOf,
  placeNodes,
  portfolioTable,
  printWithin,
  problemItem,
  prose,
  strong,
  templateFor,
  warning,
  whereNodes,
  whoItem,
  words
} from "./chunk-F5JNP542.js";
import "./chunk-Z6FM3TGP.js";
import {
  blocks,
  outline
} from "./chunk-WB55W2T5.js";
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
} from "./chunk-7QVWFKLL.js";
import {
  counts
} from "./chunk-MOFI6JKW.js";
import "./chunk-JYLHQQIW.js";
import {
  noteOf
} from "./chunk-FIZGKMT6.js";
import {
  commandLine,
  countWords
} from "./chunk-QWNMVPTB.js";
import {
  counted,
  formatCount
} from "./chunk-B7N2BQNV.js";
import {
  inertLine
} from "./chunk-UR5HFCGQ.js";
import {
  CommitTree,
  globOf,
  shapeOf
} from "./chunk-I5SDKYXN.js";
import "./chunk-53U4FLTU.js";
import {
  factKey,
  known,
  missing
} from "./chunk-M2J3WGPH.js";
import {
  WAIVERS_PATH
} from "./chunk-H5AMS74M.js";
import {
  READINESS_NAMES
} from "./chunk-GASHIKRN.js";
import "./chunk-OKGOBK43.js";
import {
  DAY,
  dayOf,
  formatInstant
} from "./chunk-4CUAYF7T.js";
import "./chunk-V7XYMT6F.js";
import "./chunk-LIALXT4F.js";
import "./chunk-M3ASEG5F.js";

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
  const pulls2 = [];
  for (let page = 1; ; page += 1) {
    const problem = answer.problemAt("repository", alias);
    if (problem !== null) {
      const fact = problemFact(problem);
      throw new GitHubFailure("forbidden", fact.state === "missing" ? fact.detail : "");
    }
    const list = dataAt(answer.repository, alias);
    pulls2.push(...list.nodes);
    if (!list.pageInfo.hasNextPage) return { repository, policy: at, pulls: pulls2 };
    if (page >= MOST_PAGES) {
      throw new GitHubFailure("too-large", `there are over ${pulls2.length} open pull requests`);
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

// src/github/read/jobs.ts
function factOfRun(run) {
  return {
    name: run.name ?? workflowPath(run),
    app: "github-actions",
    workflow: workflowPath(run),
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
async function readJob(run, check_name, { client, name: { owner, name } }) {
  const route = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
  const asked = { owner, repo: name, ref: run.head_sha, check_name, filter: "all", per_page: 100 };
  try {
    const { data } = await client.request(route, asked);
    const { check_runs: jobs } = data;
    const own = jobs.filter(({ check_suite }) => check_suite?.id === run.check_suite_id);
    return known(own.map((job) => factOfJob(job, run)));
  } catch (error) {
    return factOf(error);
  }
}
function factOfJob(job, run) {
  const isOver = job.status === "completed";
  return {
    ...factOfRun(run),
    name: job.name,
    url: job.html_url ?? run.html_url,
    startedAt: job.started_at === null ? null : parseInstant(job.started_at),
    completedAt: isOver && job.completed_at !== null ? parseInstant(job.completed_at) : null,
    conclusion: isOver ? conclusionOf(job.conclusion) : null
  };
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
async function readBranchRuns({ workflow, check }, reading) {
  const { pull, name } = reading;
  const file = workflow.replace(`${WORKFLOWS}/`, "");
  const runs = await readRuns(reading, { branch: pull.defaultBranch.name }, file);
  if (runs.state === "missing") return runs;
  const repository = `${name.owner}/${name.name}`;
  if (check === null) return known({ repository, runs: runs.value.map(factOfRun) });
  const jobs = await Promise.all(
    newestByEvent(runs.value).map((run) => readJob(run, check, reading))
  );
  const facts = [];
  for (const job of jobs) {
    if (job.state === "missing") return job;
    facts.push(...job.value);
  }
  return known({ repository, runs: facts });
}
function newestByEvent(runs) {
  const newest = /* @__PURE__ */ new Map();
  for (const run of runs) {
    if ((run.event === "push" || run.event === "schedule") && !newest.has(run.event)) {
      newest.set(run.event, run);
    }
  }
  return [...newest.values()];
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
function surroundingsOf(opened2, about) {
  const { pull, url, hasIssues, head, conversation, issues } = opened2;
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
  return comments.filter(({ viewerDidAuthor, body: body2 }) => viewerDidAuthor && body2.includes(MARKER)).map(({ fullDatabaseId, body: body2, createdAt }) => ({
    id: Number(fullDatabaseId),
    body: body2,
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
      const { title, body: body2, labels, assignees } = effect;
      const { data } = await ask2("POST /repos/{owner}/{repo}/issues", {
        ...{ title, body: body2, labels, assignees }
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
async function comment({ number, comment: body2 }, ask2) {
  await ask2(`POST ${ISSUE2}/comments`, { issue_number: number, body: body2 });
}
function commented({ data }) {
  return { url: data.html_url };
}
async function react(comment2, content, ask2) {
  const route = "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions";
  await ask2(route, { comment_id: Number(comment2), content });
}

// src/model/marker.ts
var ISSUE3 = /^<!-- stage-gates:issue v1 fingerprint=(\S+) -->$/gm;
function statusMarker(stage) {
  return `<!-- stage-gates:status v1 stage=${encoded(stage)} -->`;
}
function isStatusComment(body2, stage) {
  return body2.trimEnd().endsWith(`
${statusMarker(stage)}`);
}
function fingerprintOf(kind, subject) {
  const name = subject === null ? "-" : encoded(subject).replace(/^-$/, "%2D");
  return `${kind}/${name}`;
}
function issueMarker(fingerprint) {
  return `<!-- stage-gates:issue v1 fingerprint=${fingerprint} -->`;
}
function fingerprintIn(body2) {
  return [...body2.replaceAll("\r\n", "\n").matchAll(ISSUE3)].at(-1)?.[1] ?? null;
}
function subjectOf(fingerprint) {
  const [, kind, name] = /^([a-z-]+)\/(\S+)$/.exec(fingerprint) ?? [];
  if (kind === void 0 || name === void 0) return null;
  try {
    return { kind, subject: name === "-" ? null : decodeURIComponent(name) };
  } catch {
    return null;
  }
}
function noteMarker(kind) {
  return `<!-- stage-gates:note v1 kind=${kind} -->`;
}
function isNote(body2, kind) {
  return body2.trimEnd().endsWith(`
${noteMarker(kind)}`);
}
function encoded(name) {
  return encodeURIComponent(name.replace(new RegExp("\\p{Cs}", "gu"), "\uFFFD")).replaceAll("!", "%21");
}

// src/render/visible-words.ts
function visibleWords(nodes) {
  return nodes.reduce((sum, node) => sum + countWords(textOf(node)), 0);
}
function textOf(node) {
  if (node.type === "html") return textOfHtml(node.value);
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(textOf).join(" ") : "";
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
  const { verdict, arranged, heading: heading3, foot, links, waive, issueTrouble: issueTrouble2 } = parts;
  const trouble = issueTrouble2 === null ? [] : [paragraphOf(words("\u26A0\uFE0F No issue was opened: "), ...prose(issueTrouble2), words("."))];
  const passing = overview(verdict, arranged);
  const notes = notesFold(verdict.notes, links);
  const fixed = visibleWords([heading3, foot, ...trouble]) + linesOf(passing, waive, notes);
  const room = { left: limit - fixed };
  return [
    { rank: 0, holds: "heading", content: () => [heading3] },
    ...problems(verdict, room),
    ...gates(parts, room),
    ...others(parts, room),
    piece({ rank: 1, holds: "remark", nodes: trouble }),
    piece({ rank: 7, holds: "table of gates", nodes: passing }),
    piece({ rank: 3, holds: "list of commands", nodes: waive }),
    piece({ rank: 6, holds: "list of notes", nodes: notes })
  ];
}
function overview(verdict, arranged) {
  const table = portfolioTable(verdict);
  if (table.length === 0) return gatesFold(arranged);
  return fold(`${counted(verdict.services.length, "service")} at a glance`, table);
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
    ...inFull.flatMap((told) => {
      const terms = { links: unnamed, tracked: tracked(told.gate) };
      return inFullPieces(told, blocking.indexOf(told) + 1, terms, behind);
    })
  ];
}
function inFullPieces(told, number, { links, tracked }, behind) {
  return [
    {
      rank: 2,
      holds: "blocking gate",
      behind,
      content: () => [...blockingGate(told, number, links), ...trackedNote(tracked)]
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
function piece({ rank, holds, nodes }) {
  return { rank, holds, content: () => nodes };
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
  const unfreeze = blocking.some(({ gate }) => gate.id === "freeze") ? [commandLine({ verb: "unfreeze", commit: head, reason: WHY })] : [];
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
  return gate.rules.filter((rule) => waivable.has(rule.id) && isWaivable(rule)).map((rule) => {
    const standing = rule.findings.filter(({ outcome }) => CAN_BE_WAIVED.has(outcome));
    return commandLine({
      verb: "waive",
      gate: gate.id,
      rule: rule.id,
      service: gate.service,
      codes: [...new Set(standing.map((finding) => finding.code))].sort(),
      until: DAY_TO_FILL_IN,
      reason: WHY
    });
  }).filter((line) => inertLine(line) === line);
}
var WHY = "<why>";
var DAY_TO_FILL_IN = "<YYYY-MM-DD>";
var CAN_BE_WAIVED = /* @__PURE__ */ new Set(["failed", "pending"]);
function isWaivable({ severity, outcome, judged }) {
  return severity === "block" && judged && CAN_BE_WAIVED.has(outcome);
}
function breakGlass(terms, head) {
  if (terms === null || head === null) return [];
  return [
    paragraphOf(words("In an emergency all gates are passed at once, and reviewed afterwards.")),
    someone(terms.roles),
    { type: "code", value: commandLine({ verb: "break-glass", commit: head, reason: WHY }) },
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
  const heading3 = {
    type: "heading",
    depth: 3,
    children: headingNodes(verdict, arranged)
  };
  const foot = footer(verdict, terms);
  const parts = {
    verdict,
    arranged,
    heading: heading3,
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
function withoutReport(body2) {
  return body2.replace(/ \[Full report\]\([^()\s]*\)\.(?=<\/sub>)/, "");
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

// src/render/issue-block.ts
var BEGIN = "<!-- stage-gates:begin status -->";
var END = "<!-- stage-gates:end status -->";
var BLOCK = new RegExp(`^${BEGIN}$[^]*?^${END}$`, "gm");
var GAP = /^<!-- stage-gates:gap (\S+) blocking=([\d,]*) fixed=([\d,]*) seen=([\d-]+)@([0-9a-f]+) -->$/gm;
var SHOWN = 10;
function trackedIn(body2) {
  const block = blockIn(body2);
  if (block === null) return null;
  return [...block.matchAll(GAP)].map(([, fingerprint, blocking, fixedIn, day, commit]) => ({
    fingerprint: fingerprint ?? "",
    blocking: numbersIn(blocking),
    fixedIn: numbersIn(fixedIn),
    seen: { day: day ?? "", commit: commit ?? "" }
  }));
}
function withTracked(body2, block) {
  const old = blockIn(body2);
  if (old === null || old === block) return body2;
  const plain = body2.replaceAll("\r\n", "\n");
  const at = plain.lastIndexOf(old);
  return `${plain.slice(0, at)}${block}${plain.slice(at + old.length)}`;
}
function blockIn(body2) {
  return body2.replaceAll("\r\n", "\n").match(BLOCK)?.at(-1) ?? null;
}
function numbersIn(list) {
  return (list ?? "").split(",").filter((number) => number !== "").map(Number);
}
function renderBlock(tracked, repository) {
  const { blocking, fixedIn } = tracked;
  return inMarkers(
    [tracked],
    [
      paragraphOf(
        strong(words("Blocking now:")),
        words(" "),
        ...blocking.length === 0 ? [words("nothing")] : pulls(blocking, repository),
        words("\n"),
        ...fixedIn.length === 0 ? [] : [
          strong(words("Fixed in")),
          words(" "),
          ...pulls(fixedIn, repository),
          words(", not merged yet\n")
        ],
        strong(words("First seen:")),
        words(" "),
        ...firstSeen(tracked, repository)
      )
    ]
  );
}
function renderList(tracked, repository) {
  const items = tracked.map(
    (one) => bullet([
      paragraphOf(
        ...nameOf2(one),
        ...one.blocking.length === 0 ? [] : [words(", blocking "), ...pulls(one.blocking, repository)],
        ...one.fixedIn.length === 0 ? [] : [words(", fixed in "), ...pulls(one.fixedIn, repository), words(", not merged yet")],
        words(", first seen "),
        ...firstSeen(one, repository)
      )
    ])
  );
  return inMarkers(tracked, [bullets(items)]);
}
function nameOf2({ fingerprint }) {
  const { kind = "gap", subject = null } = subjectOf(fingerprint) ?? {};
  const what = kind === "owner" ? "Owner" : kind === "runbook" ? "Runbook" : "Gap";
  return [strong(words(what)), ...subject === null ? [] : [words(" of "), code(subject)]];
}
function firstSeen({ seen }, repository) {
  const commit = link(`${repository}/commit/${seen.commit}`, code(seen.commit.slice(0, 7)));
  return [words(`${seen.day} at `), commit];
}
function pulls(numbers, repository) {
  const links = numbers.slice(0, SHOWN).flatMap((number, index) => [
    ...index === 0 ? [] : [words(", ")],
    link(`${repository}/pull/${number}`, words(`#${number}`))
  ]);
  const more = numbers.length - SHOWN;
  return more > 0 ? [...links, words(` and ${counted(more, "other")}`)] : links;
}
function inMarkers(tracked, shown) {
  const gaps = tracked.map(
    ({ fingerprint, blocking, fixedIn, seen }) => `<!-- stage-gates:gap ${fingerprint} blocking=${blocking.join(",")} fixed=${fixedIn.join(",")} seen=${seen.day}@${seen.commit} -->`
  );
  return [BEGIN, ...gaps, "", markdownOf(shown).trimEnd(), "", END].join("\n");
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
var COLLECTION = fingerprintOf("collection", null);
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
function trackedIn2({ issues }) {
  const found = issuesByFingerprint(issues.state === "known" ? issues.value : []);
  const open2 = (fingerprint) => found.get(fingerprint)?.find(({ state }) => state === "open") ?? null;
  const collection = open2(COLLECTION);
  const collected = new Set(
    trackedIn(collection?.body ?? "")?.map(({ fingerprint }) => fingerprint)
  );
  return (gate) => {
    const wanted = gate.rules.filter(({ outcome }) => outcome !== "passed").map((rule) => fingerprintOfRule(gate, rule));
    const issues2 = wanted.flatMap((fingerprint) => {
      if (fingerprint === null) return [];
      const issue = open2(fingerprint) ?? (collected.has(fingerprint) ? collection : null);
      return issue === null ? [] : [issue.number];
    });
    return [...new Set(issues2)];
  };
}
function issueTrouble(input) {
  const { surroundings, verdict } = input;
  if (verdict.breakGlass === null && !wantsIssues(input)) return null;
  if (!surroundings.repository.hasIssues) return "issues are switched off in this repository";
  return surroundings.issues.state === "known" ? null : surroundings.issues.detail;
}
function wantsIssues({ policy, surroundings, verdict }) {
  if (policy?.issues.open !== true || surroundings.pull?.authorCanWrite !== true) return false;
  return gapsOf(verdict).some(({ state }) => state === "open");
}

// src/plan/plan-comment.ts
function planComment(input) {
  const { policy, surroundings, verdict } = input;
  const { pull, comments } = surroundings;
  if (pull === null || comments.state === "missing" || policy?.comment === "never") return [];
  const [oldest, ...younger] = comments.value.filter(({ body: body3 }) => isStatusComment(body3, verdict.stage)).toSorted((a, b) => a.createdAt - b.createdAt || a.id - b.id);
  if (oldest === void 0 && !isCommentDue(input)) return [];
  const body2 = renderComment(verdict, commentTerms(input, pull));
  return [
    ...oldest === void 0 ? [{ kind: "create-comment", pull: pull.number, body: body2 }] : says(oldest, body2) ? [] : [{ kind: "update-comment", id: oldest.id, body: body2 }],
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
function says({ body: body2 }, wanted) {
  const plain = (text) => withoutReport(text.replaceAll("\r\n", "\n").trimEnd());
  return plain(body2) === plain(wanted);
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
    tracked: trackedIn2(surroundings),
    issueTrouble: issueTrouble(input),
    waive: policy === null ? null : { policy, head },
    reportUrl
  };
}

// src/render/issue.ts
var WHAT = {
  owner: { title: "Owner missing or not accepted", sentence: "has no accepted owner" },
  runbook: { title: "Runbook missing or incomplete", sentence: "has no complete runbook" }
};
function issueTitle({ kind, service }) {
  const { title } = WHAT[kind];
  return service === null ? title : `${title}: ${inertLine(service, 120)}`;
}
function renderIssue(subject, terms) {
  const { stage, defaultBranch, links, approvers, earlier, repository, block } = terms;
  const findings = subject.failing.flatMap(
    ({ rule }) => rule.findings.filter(({ outcome }) => outcome === "failed").map((finding) => ({ finding, standing: "fail", rule }))
  );
  const last = bullet([
    paragraphOf(
      words("Merge it to "),
      code(defaultBranch),
      words(". This issue then closes itself.")
    )
  ]);
  return body([
    paragraphOf(
      ...nameOf3(subject),
      words(` ${WHAT[subject.kind].sentence}. Pull requests into `),
      code(stage),
      words(subject.service === null ? " are blocked by " : " that touch it are blocked by "),
      ...gateNames(subject),
      words("."),
      ...earlier === null ? [] : [
        words(" It was so before: "),
        link(`${repository}/issues/${earlier}`, words(`#${earlier}`)),
        words(".")
      ]
    ),
    heading("What to do"),
    numbered([...findingItems(findings, links), last]),
    ...templateFold(findings, terms.templates),
    ...notNow(approvers, "this service needs none"),
    html(block),
    closing(),
    html(issueMarker(subject.fingerprint))
  ]);
}
function renderCollection(fingerprint, { stage, approvers, block }) {
  return body([
    paragraphOf(
      words("Missing for pull requests into "),
      code(stage),
      words(
        ", and without an issue of its own: because the policy only advises so far, or because more was missing at once than it lets issues be opened for. The comment on each pull request says what to do."
      )
    ),
    paragraphOf(words("This issue closes itself once nothing of it is missing any more.")),
    ...notNow(approvers, "they are not needed"),
    html(block),
    closing(),
    html(issueMarker(fingerprint))
  ]);
}
function nameOf3({ service }) {
  return service === null ? [words("This repository")] : [code(service)];
}
function gateNames({ failing }) {
  const titles = [...new Set(failing.map(({ gate }) => gate.title))].slice(0, 5);
  const names = titles.flatMap((title, index) => [
    ...index === 0 ? [] : [words(", ")],
    strong(...prose(title))
  ]);
  return [words(titles.length === 1 ? "the gate " : "the gates "), ...names];
}
function templateFold(findings, templates) {
  const missing2 = findings.flatMap(({ finding: { creates } }) => creates ?? []);
  const fitting = missing2.flatMap((file) => templateFor(file, templates) ?? []);
  return [...new Set(fitting)].slice(0, 3).flatMap(
    ({ text }) => fold("Template", [{ type: "code", lang: "markdown", value: text.trimEnd() }])
  );
}
function notNow(approvers, policy) {
  const roles = approvers.flatMap(
    (role, index) => index === 0 ? [code(role)] : [words(" or "), code(role)]
  );
  const never = bullet([
    paragraphOf(
      strong(words("Never needed:")),
      words(" close this as "),
      { type: "emphasis", children: [words("not planned")] },
      words(
        `. I will not reopen it or remind anyone. The gate keeps blocking until the policy says that ${policy}.`
      )
    )
  ]);
  const later = bullet([
    paragraphOf(
      strong(words("Later:")),
      words(" somebody in "),
      ...roles,
      words(" waives it on the pull request that is blocked.")
    )
  ]);
  return [
    heading("Not needed, or not now?"),
    bullets(roles.length === 0 ? [never] : [never, later])
  ];
}
function heading(text) {
  return { type: "heading", depth: 3, children: [words(text)] };
}
function numbered(items) {
  return { type: "list", ordered: true, start: 1, spread: false, children: [...items] };
}
function closing() {
  return paragraphOf(
    html("<sub>"),
    words("Only the block above this line is rewritten by the bot. Your edits elsewhere stay."),
    html("</sub>")
  );
}
function body(content) {
  return markdownOf(content).trimEnd();
}

// src/render/issue-note.ts
var REOPEN_DAYS = 30;
function renderResolved(terms, pull) {
  return note("resolved", [
    words("\u2705 Resolved: nothing of it is missing on "),
    code(terms.defaultBranch),
    words(" since "),
    commitLink(terms),
    ...pull === null ? [] : [words(" ("), pullLink(pull, terms), words(")")],
    words(
      `. Closing. If it breaks again within ${formatCount(REOPEN_DAYS)} days I reopen this issue; after that I open a new one that links here.`
    )
  ]);
}
function renderReopened(kind, terms) {
  const { finding, pull, links } = terms;
  const what = finding === null ? [] : [words(": "), ...prose(finding.problem), ...placeNodes(finding.at, links)];
  const where = pull === null ? [] : [words(" in "), pullLink(pull, terms)];
  return note(kind, [
    words(kind === "back" ? "This is back" : "This was closed as completed and is still so"),
    ...where,
    words(" at "),
    commitLink(terms),
    ...what,
    words(kind === "back" ? ". Reopening." : ". Reopening once; closed again, it stays closed.")
  ]);
}
function renderDuplicate(terms, original) {
  const url = `${terms.repository}/issues/${original}`;
  return note("duplicate", [words("The same as "), link(url, words(`#${original}`)), words(".")]);
}
function commitLink({ repository, commit }) {
  return link(`${repository}/commit/${commit}`, code(commit.slice(0, 7)));
}
function pullLink(pull, { repository }) {
  return link(`${repository}/pull/${pull}`, words(`#${pull}`));
}
function note(kind, content) {
  return markdownOf([paragraphOf(...content), html(noteMarker(kind))]).trimEnd();
}

// src/plan/assignees.ts
var MOST_ASSIGNEES = 10;
function assigneesOf({ failing }, policy) {
  if (!policy.issues.assign) return [];
  const named = new Map(
    Object.values(policy.roles).flatMap(
      ({ users }) => users.map((user) => [user.toLowerCase(), user])
    )
  );
  const asked = failing.flatMap(({ rule }) => rule.findings.flatMap(({ asks }) => asks ?? []));
  const logins = asked.flatMap((name) => {
    if (!name.startsWith("@"))
      return Object.hasOwn(policy.roles, name) ? policy.roles[name]?.users ?? [] : [];
    const user = named.get(name.slice(1).toLowerCase());
    return user === void 0 ? [] : [user];
  });
  return [...new Set(logins)].slice(0, MOST_ASSIGNEES);
}

// src/plan/issue-life.ts
function standOf(issues, now) {
  const [open2, ...younger] = issues.filter(({ state }) => state === "open");
  if (open2 !== void 0) return { is: "open", issue: open2, younger };
  const last = issues.filter((issue) => !isOurDuplicate(issue)).reduce((a, b) => a === null || closedAt(b) >= closedAt(a) ? b : a, null);
  if (last === null) return { is: "new", earlier: null };
  if (last.reason === "not_planned" || last.reason === "duplicate") return { is: "left" };
  const wasReopened = last.comments.some(({ body: body2 }) => isNote(body2, "still"));
  if (last.closedByUs !== true && wasReopened) return { is: "left" };
  if (now - closedAt(last) > REOPEN_DAYS * DAY) return { is: "new", earlier: last.number };
  return { is: "reopen", issue: last, because: last.closedByUs === true ? "back" : "still" };
}
function isOurDuplicate({ reason, closedByUs }) {
  return closedByUs === true && reason === "not_planned";
}
function closedAt(issue) {
  return issue.closedAt ?? issue.createdAt;
}
function mayClose({ comments }) {
  const ours = comments.filter(
    ({ body: body2 }) => ["resolved", "back", "still"].some((kind) => isNote(body2, kind))
  );
  const last = ours.at(-1);
  return last === void 0 || !isNote(last.body, "resolved");
}
function update(issue, body2) {
  const same = body2.replaceAll("\r\n", "\n") === issue.body.replaceAll("\r\n", "\n");
  return same ? [] : [{ kind: "update-issue", number: issue.number, body: body2 }];
}
function asDuplicate(issue, of, { notes }) {
  const comment2 = renderDuplicate(notes, of.number);
  return { kind: "close-issue", number: issue.number, reason: "not_planned", comment: comment2 };
}

// src/plan/issue-plan.ts
function issuePlanOf(input) {
  const { policy, surroundings, verdict, templates } = input;
  const { repository, issues, pull, head } = surroundings;
  if (policy === null || !policy.issues.open || !repository.hasIssues) return null;
  if (issues.state === "missing") return null;
  if (pull === null ? !input.landed : !pull.authorCanWrite) return null;
  const found = issuesByFingerprint(issues.value);
  const collection = found.get(COLLECTION)?.find(({ state }) => state === "open");
  const collected = trackedIn(collection?.body ?? "") ?? [];
  return {
    input,
    policy,
    issues: found,
    collected: new Map(collected.map((tracked) => [tracked.fingerprint, tracked])),
    notes: {
      repository: repository.url,
      defaultBranch: repository.defaultBranch,
      commit: head
    },
    links: githubLinks({
      repository: repository.url,
      revision: head,
      source: { url: repository.url, branch: repository.defaultBranch },
      policy: verdict.policy,
      templates,
      author: null
    })
  };
}

// src/plan/track.ts
function firstSight({ fingerprint }, { surroundings, now }) {
  const { pull, head } = surroundings;
  return {
    fingerprint,
    blocking: pull === null ? [] : [pull.number],
    fixedIn: [],
    seen: { day: dayOf(now), commit: head }
  };
}
function afterSight(tracked, state, { surroundings, landed }) {
  const { pull, openPulls } = surroundings;
  const number = pull?.number ?? null;
  const isOpen = (other) => openPulls === null || other === number || openPulls.includes(other);
  const before = {
    blocking: tracked.blocking.filter(isOpen),
    fixedIn: tracked.fixedIn.filter(isOpen)
  };
  if (number === null || state === null || state === "unknown") return { ...tracked, ...before };
  const wasKnown = before.blocking.includes(number) || before.fixedIn.includes(number);
  const mends = state === "closed" && wasKnown && !landed;
  return {
    ...tracked,
    blocking: withOrWithout(before.blocking, number, state === "open"),
    fixedIn: withOrWithout(before.fixedIn, number, mends)
  };
}
function isMended(tracked, state, { landed }) {
  return landed && state === "closed" && tracked.blocking.length === 0;
}
function withOrWithout(numbers, number, isIn) {
  const others2 = numbers.filter((other) => other !== number);
  return isIn ? [...others2, number].sort((a, b) => a - b) : others2;
}

// src/plan/plan-collection.ts
var TITLE = "Owners and runbooks that are missing";
function planCollection(homeless, plan2) {
  const own = plan2.issues.get(COLLECTION) ?? [];
  const stand = standOf(own, plan2.input.now);
  if (stand.is === "open") {
    const younger = stand.younger.map((issue2) => asDuplicate(issue2, stand.issue, plan2));
    const tracked = trackedIn(stand.issue.body);
    if (tracked === null) return younger;
    const left = stillOpen(tracked, homeless, plan2);
    if (left.length > 0 || !mayClose(stand.issue)) {
      const block2 = renderList(left, plan2.notes.repository);
      return [...update(stand.issue, withTracked(stand.issue.body, block2)), ...younger];
    }
    const comment3 = renderResolved(plan2.notes, null);
    const close = { kind: "close-issue", reason: "completed", comment: comment3 };
    return [{ ...close, number: stand.issue.number }, ...younger];
  }
  if (homeless.length === 0 || stand.is === "left") return [];
  if (stand.is === "new") return [created(stillOpen([], homeless, plan2), plan2)];
  const { issue, because } = stand;
  const known2 = (trackedIn(issue.body) ?? []).filter(
    ({ fingerprint }) => homeless.some((gap) => gap.fingerprint === fingerprint)
  );
  const block = renderList(stillOpen(known2, homeless, plan2), plan2.notes.repository);
  const comment2 = renderReopened(because, {
    ...plan2.notes,
    pull: plan2.input.surroundings.pull?.number ?? null,
    finding: null,
    links: plan2.links
  });
  return [
    { kind: "reopen-issue", number: issue.number, comment: comment2 },
    ...update(issue, withTracked(issue.body, block))
  ];
}
function stillOpen(known2, homeless, plan2) {
  const states = new Map(gapsOf(plan2.input.verdict).map((gap) => [gap.fingerprint, gap.state]));
  const stateOf2 = ({ fingerprint }) => states.get(fingerprint) ?? null;
  const knownIds = new Set(known2.map(({ fingerprint }) => fingerprint));
  return [
    ...known2.map((tracked) => afterSight(tracked, stateOf2(tracked), plan2.input)).filter((tracked) => !isMended(tracked, stateOf2(tracked), plan2.input)),
    ...homeless.filter(({ fingerprint }) => !knownIds.has(fingerprint)).map((gap) => firstSight(gap, plan2.input))
  ];
}
function created(tracked, { input, policy, notes }) {
  return {
    kind: "create-issue",
    fingerprint: COLLECTION,
    title: TITLE,
    body: renderCollection(COLLECTION, {
      stage: input.verdict.stage,
      approvers: policy.waivers.approvers,
      block: renderList(tracked, notes.repository)
    }),
    labels: policy.issues.labels,
    assignees: []
  };
}

// src/render/review-issue.ts
var SHOWN2 = 30;
function reviewTitle(pull, { reviewDue }) {
  return `Review the emergency of #${pull}, due ${dayOf(reviewDue)}`;
}
function renderReview(glass, terms) {
  const { repository, pull, stage, gates: gates2, fingerprint } = terms;
  const content = [
    paragraphOf(
      link(`${repository}/pull/${pull}`, words(`#${pull}`)),
      words(" was let into "),
      code(stage),
      words(" at "),
      link(`${repository}/commit/${glass.commit}`, code(glass.commit.slice(0, 7))),
      words(" although not all gates passed. Somebody has to look at it before "),
      strong(words(formatInstant(glass.reviewDue))),
      words(".")
    ),
    heading2("Who, and why"),
    bullets(
      glass.approvals.map(
        ({ by, reason, at }) => bullet([
          paragraphOf(code(by), words(`, ${formatInstant(at)}: \u201C`), ...prose(reason), words("\u201D"))
        ])
      )
    ),
    heading2("What did not pass"),
    bullets(gateItems(gates2)),
    heading2("What to do"),
    bullets([
      bullet([paragraphOf(words("See whether what was let through does harm, and mend it."))]),
      bullet([paragraphOf(words("Write down here what was found."))]),
      bullet([paragraphOf(words("Close this issue. Nothing else closes it."))])
    ]),
    html(issueMarker(fingerprint))
  ];
  return markdownOf(content).trimEnd();
}
function gateItems(gates2) {
  const items = gates2.slice(0, SHOWN2).map((gate) => bullet([paragraphOf(...nameNodes({ gate }))]));
  const more = gates2.length - items.length;
  return more > 0 ? [...items, bullet([paragraphOf(words(`${counted(more, "gate")} more`))])] : items;
}
function heading2(text) {
  return { type: "heading", depth: 3, children: [words(text)] };
}

// src/plan/plan-review.ts
function planReview({ verdict, surroundings, policy }) {
  const { breakGlass: glass } = verdict;
  const { pull, issues, repository } = surroundings;
  if (glass === null || pull === null || policy === null) return [];
  if (issues.state === "missing" || !repository.hasIssues) return [];
  const fingerprint = fingerprintOf("break-glass", `${pull.number}-${glass.commit.slice(0, 12)}`);
  if (issuesByFingerprint(issues.value).has(fingerprint)) return [];
  return [
    {
      kind: "create-issue",
      fingerprint,
      title: reviewTitle(pull.number, glass),
      body: renderReview(glass, {
        fingerprint,
        repository: repository.url,
        pull: pull.number,
        stage: verdict.stage,
        gates: verdict.gates.filter(isLetThrough)
      }),
      labels: policy.issues.labels,
      assignees: reviewers(policy)
    }
  ];
}
function isLetThrough({ rules }) {
  return rules.some(({ waiver }) => waiver?.kind === "break-glass");
}
function reviewers({ issues, break_glass, roles }) {
  if (!issues.assign) return [];
  const users = (break_glass?.roles ?? []).flatMap(
    (role) => Object.hasOwn(roles, role) ? roles[role]?.users ?? [] : []
  );
  return [...new Set(users)].slice(0, MOST_ASSIGNEES);
}

// src/plan/plan-issues.ts
var A_DAY = 20;
function planIssues(input) {
  const review = planReview(input);
  const planned = issuePlanOf(input);
  if (planned === null) return review;
  const { issues, collected } = planned;
  const effects = [];
  const homeless = [];
  let room = roomFor(planned);
  for (const gap of gapsOf(input.verdict)) {
    const own = issues.get(gap.fingerprint) ?? [];
    if (gap.state !== "open") {
      effects.push(...whileNotOpen(gap, own, planned));
      continue;
    }
    const stand = standOf(own, input.now);
    if (stand.is === "left") continue;
    if (stand.is === "open") {
      effects.push(...whileOpen(gap, stand.issue, planned));
      effects.push(...stand.younger.map((issue) => asDuplicate(issue, stand.issue, planned)));
    } else if (planned.input.surroundings.pull === null || collected.has(gap.fingerprint)) {
    } else if (input.verdict.mode === "advisory") homeless.push(gap);
    else if (stand.is === "reopen") effects.push(...reopened(gap, stand, planned));
    else if (room > 0) {
      room -= 1;
      effects.push(opened(gap, stand.earlier, planned));
    } else homeless.push(gap);
  }
  return [...review, ...effects, ...planCollection(homeless, planned)];
}
function roomFor({ input, policy, issues }) {
  const today = [...issues.values()].flat().filter(({ createdAt }) => createdAt > input.now - DAY);
  return Math.max(0, Math.min(policy.issues.max_per_run, A_DAY - today.length));
}
function whileNotOpen(gap, own, plan2) {
  const issue = own.find(({ state }) => state === "open");
  const [tracked] = trackedIn(issue?.body ?? "") ?? [];
  if (issue === void 0 || tracked === void 0) return [];
  const now = afterSight(tracked, gap.state, plan2.input);
  if (!isMended(now, gap.state, plan2.input)) return rewritten(issue, now, plan2);
  if (!mayClose(issue)) return [];
  const [pull = null, ...others2] = tracked.fixedIn;
  const comment2 = renderResolved(plan2.notes, others2.length === 0 ? pull : null);
  return [{ kind: "close-issue", number: issue.number, reason: "completed", comment: comment2 }];
}
function whileOpen(gap, issue, plan2) {
  const [tracked] = trackedIn(issue.body) ?? [];
  return tracked === void 0 ? [] : rewritten(issue, afterSight(tracked, gap.state, plan2.input), plan2);
}
function rewritten(issue, tracked, plan2) {
  const block = renderBlock(tracked, plan2.notes.repository);
  return update(issue, withTracked(issue.body, block));
}
function reopened(gap, { issue, because }, plan2) {
  const comment2 = renderReopened(because, {
    ...plan2.notes,
    pull: plan2.input.surroundings.pull?.number ?? null,
    finding: gap.failing[0]?.rule.findings.find(({ outcome }) => outcome === "failed") ?? null,
    links: plan2.links
  });
  const reopen = { kind: "reopen-issue", number: issue.number, comment: comment2 };
  return [reopen, ...whileOpen(gap, issue, plan2)];
}
function opened(gap, earlier, plan2) {
  const { input, policy, notes, links } = plan2;
  return {
    kind: "create-issue",
    fingerprint: gap.fingerprint,
    title: issueTitle(gap),
    body: renderIssue(gap, {
      stage: input.verdict.stage,
      repository: notes.repository,
      defaultBranch: notes.defaultBranch,
      links,
      templates: input.templates,
      approvers: policy.waivers.approvers,
      earlier,
      block: renderBlock(firstSight(gap, input), notes.repository)
    }),
    labels: policy.issues.labels,
    assignees: assigneesOf(gap, policy)
  };
}

// src/plan/plan-reactions.ts
function planReactions({ verdict }) {
  return verdict.takenBack.map((comment2) => ({ kind: "react", comment: comment2, content: "-1" }));
}

// src/render/status.ts
var LIMIT = 140;
function renderStatus(verdict, details, other = null) {
  const [problem] = verdict.problems;
  if (problem !== void 0) {
    const { file, line } = problem.at;
    return fitted2(`Could not evaluate: ${problem.message}`, ` (${file}:${line})`);
  }
  const arranged = outline(verdict);
  const { text } = headlineOf(verdict, arranged);
  const plain = text.replace(/^Blocked: /, "").replace(/^no /, "No ");
  const said = other === null ? plain : `#${other}: ${plain}`;
  const blocking = arranged.told.filter(({ standing }) => blocks(standing)).map(nameOf4);
  return withNames(said, blocking, details);
}
function nameOf4({ gate: { id, service } }) {
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
  if (surroundings.pull === null && input.landed) return [];
  const context = contextOf(verdict.stage);
  const told = worstOf(input);
  const state = stateOf(told.verdict, input.policy);
  const isShared = input.sharers.length > 0;
  const other = isShared && state !== "success" ? told.pull : null;
  const wanted = {
    kind: "set-status",
    sha: surroundings.head,
    context,
    state,
    description: renderStatus(told.verdict, detailsOf(input, told.verdict), other),
    targetUrl: (isShared ? null : reportUrl) ?? pullUrl(input, told.pull)
  };
  const there = surroundings.statuses.find((status) => status.context === context);
  const same = there?.state === wanted.state && there.description === wanted.description;
  return same ? [] : [wanted];
}
var WORST_FIRST = ["failure", "pending", "success"];
function worstOf({ verdict, surroundings, sharers, policy }) {
  const { pull } = surroundings;
  const own = { pull: pull?.number ?? null, verdict, authorCanWrite: pull?.authorCanWrite ?? true };
  const all = [own, ...sharers].sort((a, b) => (a.pull ?? 0) - (b.pull ?? 0));
  const writers = all.filter(({ authorCanWrite }) => authorCanWrite);
  const rank = (one) => WORST_FIRST.indexOf(stateOf(one.verdict, policy));
  return (writers.length === 0 ? all : writers).reduce(
    (worst, one) => rank(one) < rank(worst) ? one : worst
  );
}
function stateOf(verdict, policy) {
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
function detailsOf(input, verdict) {
  if (verdict.decision === "go" || input.surroundings.pull === null) return "";
  return isCommentDue({ ...input, verdict }) ? "Details in the pull request comment." : "";
}
function pullUrl({ surroundings: { repository } }, pull) {
  return pull === null ? null : `${repository.url}/pull/${pull}`;
}

// src/plan/plan.ts
var STEPS = [
  planStatus,
  planReactions,
  planIssues,
  planComment
];
function plan(input) {
  return STEPS.flatMap((step) => step(input));
}

// src/promotion/carry-out.ts
async function carryOut(input, carrying) {
  const wanted = (effects) => effects.filter((effect) => isWanted(effect, carrying.wants));
  const all = wanted(plan(input));
  if (all.length === 0) return [];
  if (carrying.wants.dryRun) return all.map((effect) => ({ effect, failure: null }));
  if (!await carrying.isStill()) return "moved";
  const applied = [];
  let { surroundings } = input;
  for (const step of STEPS) {
    const done = await applyEffects(wanted(step({ ...input, surroundings })), carrying);
    applied.push(...done);
    surroundings = await lookAgain(surroundings, done, carrying);
    if (!done.some(isCreation)) continue;
    const again = wanted(step({ ...input, surroundings })).filter(takesBack);
    applied.push(...await applyEffects(again, carrying));
  }
  return applied;
}
function isWanted({ kind }, { comment: comment2, issues }) {
  if (kind === "reply" || kind.endsWith("-comment")) return comment2;
  return issues || !(kind.endsWith("-issue") || kind === "add-labels");
}
async function lookAgain(surroundings, done, carrying) {
  const happened = (kind) => done.some(({ effect, failure }) => failure === null && effect.kind === kind);
  if (happened("create-issue")) {
    return { ...surroundings, issues: await readOwnIssues(carrying) };
  }
  if (happened("create-comment") && surroundings.pull !== null) {
    const comments = await readOwnComments(surroundings.pull.number, carrying);
    return { ...surroundings, comments };
  }
  return surroundings;
}
function isCreation({ effect, failure }) {
  return failure === null && (effect.kind === "create-issue" || effect.kind === "create-comment");
}
function takesBack({ kind }) {
  return kind === "delete-comment" || kind === "close-issue";
}

// src/promotion/judge-promotion.ts
async function judgePromotion(input) {
  const { opened: opened2, packs, now } = input;
  const { pull } = opened2;
  const origin = originOf(opened2.policy);
  const loaded = loadAtTip(opened2.policy, packs, pull.repository);
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
    source: opened2.source,
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
async function planInputOf(opened2, said, about) {
  const { pull } = opened2;
  const policy = said.state === "judged" ? said.policy : null;
  const authorCanWrite = await canWrite(opened2);
  return {
    verdict: said.verdict,
    policy,
    surroundings: surroundingsOf(opened2, { authorCanWrite, openPulls: null }),
    now: about.now,
    landed: pull.head === pull.defaultBranch.tip,
    templates: policy === null ? [] : templatesFor(policy, about.packs),
    sharers: about.sharers,
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
    const opened2 = await open(number, promoting);
    const { pull } = opened2;
    if (!pull.isOpen) return { pull, outcome: { state: "closed" }, applied: [] };
    const outcome = await judgePromotion({ ...promoting, opened: opened2, now: promoting.now() });
    if (outcome.state === "no-promotion") return { pull, outcome, applied: [] };
    const sharers = await judgeSharers(opened2, outcome.verdict.stage, promoting);
    const about = { ...promoting, sharers, now: promoting.now() };
    const applied = await carryOut(await planInputOf(opened2, outcome, about), {
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
async function judgeSharers({ pull, head }, stage, promoting) {
  const others2 = (head?.associatedPullRequests?.nodes ?? []).filter(
    (other) => other.state === "OPEN" && other.number !== pull.number && other.headRefOid === pull.head
  );
  const sharers = [];
  for (const { number } of others2) {
    const opened2 = await open(number, promoting);
    const outcome = await judgePromotion({ ...promoting, opened: opened2, now: promoting.now() });
    if (outcome.state === "no-promotion" || outcome.verdict.stage !== stage) continue;
    const { verdict } = outcome;
    sharers.push({ pull: number, verdict, authorCanWrite: await canWrite(opened2) });
  }
  return sharers;
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
  const { policy: at, repository, pulls: pulls2 } = await listPulls(promoting);
  const loaded = loadAtTip(at, promoting.packs, repository);
  if (loaded.state === "invalid") return pulls2.filter(({ baseRefName }) => baseRefName !== at.ref);
  return pulls2.filter(({ baseRefName }) => stageOfBranch(loaded.policy, baseRefName) !== null);
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
  const pulls2 = pullsOf(group.head, entries);
  if (pulls2.length > 0) return { pulls: pulls2, statuses };
  throw new GitHubFailure(
    "unreadable",
    `the merge queue of \`${group.base}\` has no entry for the commit ${group.head.slice(0, 7)}`
  );
}
function pullsOf(head, entries) {
  const byHead = new Map(entries.map((entry) => [entry.headCommit?.oid, entry]));
  const pulls2 = [];
  const met = /* @__PURE__ */ new Set();
  for (let oid = head; oid !== void 0 && !met.has(oid); ) {
    met.add(oid);
    const entry = byHead.get(oid);
    if (entry === void 0) break;
    if (entry.pullRequest === null) return [];
    pulls2.unshift({ number: entry.pullRequest.number, head: entry.pullRequest.headRefOid });
    oid = entry.baseCommit?.oid;
  }
  return pulls2;
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
      const { promoted, input } = await judgeIn(group, number, found, promoting);
      attempts.push({ number, promoted, failure: null });
      if (input !== null) inputs.push(input);
    } catch (error) {
      const failure = failureOf(error);
      attempts.push({ number, promoted: null, failure });
      await refuse(group, `#${number} could not be judged: ${failure.message}`, promoting);
      return attempts;
    }
  }
  return withStatus(attempts, statusOf(group, inputs), promoting);
}
async function judgeIn(group, number, { statuses }, promoting) {
  const { client, organizationClient, name, policyBranch } = promoting;
  const landing = group.head;
  const opened2 = await openPull({
    ...{ client, organizationClient, name, number, policyBranch, landing }
  });
  const outcome = await judgePromotion({ ...promoting, opened: opened2, now: promoting.now() });
  const promoted = { pull: opened2.pull, outcome, applied: [] };
  if (outcome.state === "no-promotion") return { promoted, input: null };
  const about = { ...promoting, sharers: [], now: promoting.now() };
  const input = await planInputOf(opened2, outcome, about);
  const surroundings = { ...input.surroundings, statuses: ownStatuses(statuses) };
  return { promoted, input: { ...input, surroundings, landed: false } };
}
function statusOf({ head }, inputs) {
  const [first, ...others2] = inputs;
  if (first === void 0) return [];
  const sharers = others2.map(({ verdict, surroundings: { pull } }) => ({
    pull: pull?.number ?? 0,
    // Who may not write cannot queue.
    authorCanWrite: true,
    verdict
  }));
  const surroundings = { ...first.surroundings, head, pull: null };
  return planStatus({ ...first, surroundings, sharers });
}
async function withStatus(attempts, status, promoting) {
  const applied = promoting.wants.dryRun ? status.map((effect) => ({ effect, failure: null })) : await applyEffects(status, promoting);
  return attempts.map(
    (one, index) => index === 0 && one.promoted !== null ? { ...one, promoted: { ...one.promoted, applied } } : one
  );
}
var LONGEST = 140;
async function refuse(group, why, promoting) {
  if (promoting.wants.dryRun) return;
  const required = await readRequiredContexts(group.base, promoting);
  const own = required.filter(isOurContext);
  const contexts = own.length === 0 ? [contextOf(group.base)] : own;
  const description = `Could not evaluate: ${why}`.slice(0, LONGEST);
  const effects = contexts.map(
    (context) => ({
      kind: "set-status",
      sha: group.head,
      context,
      state: "failure",
      description,
      targetUrl: promoting.reportUrl
    })
  );
  await applyEffects(effects, promoting);
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
