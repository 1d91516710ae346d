import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  Blobs,
  NEXT,
  PAGE,
  Query,
  askOrganizationPolicy,
  askPages,
  askPolicy,
  askPullsOf,
  commentFields,
  conclusionOf,
  contextFields,
  contextsAt,
  entryFields,
  factOfContext,
  pullFields,
  readBranchRunsOf,
  readRunsOf,
  reviewFields,
  workflowPath
} from "./chunk-LVKKHRHN.js";
import {
  dataAt,
  listIn,
  loginOf,
  pageAt,
  parseInstant,
  problemFact,
  problemFailure
} from "./chunk-KKEM3PDJ.js";
import {
  GitHubFailure,
  factOf,
  failureOf
} from "./chunk-OMCSVZS3.js";
import {
  UNANSWERED,
  readInto
} from "./chunk-I3GTUB5F.js";
import {
  CommitTree,
  globOf,
  shapeOf
} from "./chunk-ZQEAAXPF.js";
import {
  factKey,
  known,
  missing
} from "./chunk-5SW2YIMI.js";
import {
  ISSUE_LABEL
} from "./chunk-VZIMIMLZ.js";
import {
  WAIVERS_PATH
} from "./chunk-H5AMS74M.js";
import {
  READINESS_NAMES
} from "./chunk-TH4X3JRS.js";

// src/github/pull/conversation.ts
async function readConversation(asked) {
  const { data, answer, alias } = asked;
  const read = async (field) => {
    const first = pageAt(answer, ["repository", alias, field], saidAs(field));
    if (first.state === "missing") return first;
    return readPages({ ...asked, number: data.number }, field, first.value);
  };
  const [reviews, comments] = await Promise.all([
    read("reviews"),
    read("comments")
  ]);
  const events = (field) => pageAt(answer, ["repository", alias, field], saidAs("events"));
  const retargets = events("retargets");
  const rewrites = events("rewrites");
  const dismissals = events("dismissals");
  const said = { reviews, comments, retargets, rewrites, dismissals };
  return { fact: await pullFact(data, said), comments };
}
function saidAs(what) {
  return { what: `${what} of the pull request`, permission: "pull-requests: read" };
}
var MOST_PAGES = 50;
var FIELDS = { reviews: reviewFields, comments: commentFields };
async function readPages({ client, name, number: of }, field, first) {
  const nodes = [...first.nodes];
  let { hasNextPage, endCursor } = first.pageInfo;
  for (let page = 1; hasNextPage; page += 1) {
    if (page > MOST_PAGES) return missing("too-large", `there are over ${nodes.length} ${field}`);
    const query = new Query();
    const number = query.variable("Int!", of);
    const after = query.variable("String", endCursor);
    const alias = query.inRepository(`pullRequest(number: ${number}) {
      list: ${field}(first: ${PAGE}, after: ${after}) { nodes { ${FIELDS[field](query)} } ${NEXT} } }`);
    try {
      const answer = await query.ask(client, name);
      const next = pageAt(answer, ["repository", alias, "list"], saidAs(field));
      if (next.state === "missing") return next;
      nodes.push(...next.value.nodes);
      ({ hasNextPage, endCursor } = next.value.pageInfo);
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
async function pullFact(data, { reviews, comments, retargets, rewrites, dismissals }) {
  if (reviews.state === "missing") return reviews;
  if (comments.state === "missing") return comments;
  if (retargets.state === "missing") return retargets;
  if (rewrites.state === "missing") return rewrites;
  if (dismissals.state === "missing") return dismissals;
  const [retarget] = retargets.value.nodes;
  const before = dismissedFrom(dismissals.value.nodes);
  const { readComments } = await import("./read-comments-HG7SLKVX.js");
  return known({
    number: data.number,
    head: data.headRefOid,
    openedAt: parseInstant(data.createdAt),
    authors: [loginOf(data.author), ...rewrites.value.nodes.flatMap(pusherOf(data.headRefOid))],
    reviews: reviews.value.flatMap((review) => reviewOf(review, before)),
    commands: readComments(comments.value.map(posted)),
    baseChangedAt: retarget === void 0 ? null : parseInstant(retarget.createdAt)
  });
}
function pusherOf(head) {
  return ({ actor, afterCommit }) => afterCommit?.oid === head ? [loginOf(actor)] : [];
}
function dismissedFrom(events) {
  return new Map(
    events.flatMap(
      ({ review, previousReviewState }) => review === null ? [] : [[String(review.fullDatabaseId), previousReviewState]]
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
      commit: data.commit?.oid ?? NO_COMMIT,
      submittedAt: parseInstant(data.submittedAt),
      dismissed: data.state === "DISMISSED" || data.isMinimized
    }
  ];
}
var NO_COMMIT = "0".repeat(40);
var STATES = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "changes-requested",
  COMMENTED: "commented"
};
function askingOf(comments) {
  return comments.map((data) => ({
    comment: posted(data),
    isAcknowledged: (data.reactionGroups ?? []).some(
      ({ content, viewerHasReacted }) => content !== VOID && viewerHasReacted
    )
  }));
}
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
var ISSUE = `number state stateReason body createdAt closedAt viewerDidAuthor
  author { __typename login }
  timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) {
    nodes { ... on ClosedEvent { actor { __typename login } } } }
  comments(last: ${PAGE}) { nodes { fullDatabaseId body createdAt viewerDidAuthor } }`;
function askOwnIssues(query, name) {
  return askPages(query, {
    what: "issues",
    // To read them would do for that; there is no use in it where none can be opened.
    permission: "issues: write",
    ask: (of, after) => [
      of.apart(
        `issues(first: ${PAGE}, after: ${after}, states: [OPEN, CLOSED],
          labels: ${of.variable("[String!]", [ISSUE_LABEL])},
          orderBy: {field: CREATED_AT, direction: ASC}) { nodes { ${ISSUE} } ${NEXT} }`,
        name
      ),
      "issues"
    ]
  });
}

// src/github/pull/own-runs.ts
var CHECKS = { what: "check runs of ours", permission: "checks: read" };
function askOwnRuns(query, voice, of) {
  if (voice === "status") return () => known([]);
  const app = query.variable("Int!", voice.app);
  const suites = `oid checkSuites(first: 20, filterBy: {appId: ${app}}) { nodes {
    status app { databaseId }
    checkRuns(first: 100, filterBy: {checkType: LATEST}) {
      nodes { databaseId name status conclusion externalId } pageInfo { hasNextPage } } }
    pageInfo { hasNextPage } }`;
  const isPull = "pull" in of;
  const alias = query.inRepository(
    isPull ? `pullRequest(number: ${query.variable("Int!", of.pull)}) {
          commits(last: 1) { nodes { commit { ${suites} } } } }` : `object(oid: ${query.variable("GitObjectID!", of.commit)}) { ... on Commit { ${suites} } }`
  );
  const way = ["repository", alias, ...isPull ? ["commits", "nodes", "0", "commit"] : []];
  return (answer, commit) => {
    const problem = answer.problemWithin("repository", alias);
    if (problem !== null) return problemFact(problem, CHECKS.permission);
    if (dataAt(answer.root, ...way, "oid") !== commit) {
      return missing("unreadable", "GitHub did not show the commit");
    }
    const found = pageAt(answer, [...way, "checkSuites"], CHECKS);
    return found.state === "missing" ? found : newestOf(found.value, voice.app);
  };
}
function newestOf(suites, app) {
  const newest = /* @__PURE__ */ new Map();
  let isWhole = !suites.pageInfo.hasNextPage;
  for (const suite of suites.nodes) {
    if (suite.app?.databaseId !== app) continue;
    if (suite.checkRuns === null || suite.checkRuns.pageInfo.hasNextPage) isWhole = false;
    for (const run of suite.checkRuns?.nodes ?? []) {
      if (run?.databaseId == null) isWhole = false;
      else if (run.databaseId > (newest.get(run.name)?.id ?? 0)) {
        newest.set(run.name, ownRun(run, { id: run.databaseId, suite }));
      }
    }
  }
  if (isWhole) return known([...newest.values()]);
  return missing("too-large", "there are more check runs of ours than GitHub shows at once");
}
function ownRun({ name, status, conclusion, externalId }, { id, suite }) {
  const said = status === "COMPLETED" ? conclusion?.toLowerCase() ?? null : null;
  const isAwaited = said !== null && suite.status === "QUEUED";
  return {
    id,
    name,
    conclusion: said,
    externalId: externalId ?? "",
    ...isAwaited && { isAwaited }
  };
}
async function readOwnRuns(commit, asking) {
  if (asking.voice === "status") return known([]);
  const query = new Query();
  const runs = askOwnRuns(query, asking.voice, { commit });
  try {
    return runs(await query.ask(asking.client, asking.name), commit);
  } catch (error) {
    return factOf(error);
  }
}

// src/github/pull/pull-state.ts
function pullState(data, about) {
  const last = data.state === "OPEN" ? void 0 : data.baseRefOid;
  const base = data.baseRef?.target?.oid ?? last;
  if (base === void 0) {
    throw new GitHubFailure("unreadable", `there is no branch \`${data.baseRefName}\` any more`);
  }
  return {
    ...about,
    number: data.number,
    title: data.title,
    isOpen: data.state === "OPEN",
    isMerged: data.state === "MERGED",
    isDraft: data.isDraft,
    author: loginOf(data.author),
    openedAt: parseInstant(data.createdAt),
    baseBranch: data.baseRefName,
    base,
    head: data.headRefOid,
    headBranch: data.headRefName,
    headRepository: data.headRepository?.nameWithOwner ?? null,
    evidence: mergeOf(data, base) ?? data.headRefOid,
    lastMove: data.moves?.nodes[0]?.id ?? null
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
var CHANGES = { what: "changed files", permission: "pull-requests: read" };
function askChanges(query, number) {
  const alias = query.inRepository(`pullRequest(number: ${query.variable("Int!", number)}) {
    files(first: ${PER_PAGE}) { nodes { path changeType } pageInfo { hasNextPage } } }`);
  return (answer) => {
    const page = pageAt(answer, ["repository", alias, "files"], CHANGES);
    if (page.state === "missing" || page.value.pageInfo.hasNextPage) return null;
    const { nodes } = page.value;
    if (!nodes.every(({ changeType }) => IN_PLACE.has(changeType))) return null;
    return nodes.map(({ path }) => ({ path, previous: null })).sort(byPath);
  };
}
var IN_PLACE = /* @__PURE__ */ new Set(["ADDED", "CHANGED", "DELETED", "MODIFIED"]);
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
      const files = listIn(data);
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
    const jobs = listIn(data, "check_runs");
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
  return async (answer) => {
    const { repository } = answer;
    const contexts = contextsAt(answer, head, "the head");
    if (contexts.state === "missing") return contexts;
    const nodes = contexts.value;
    const ids = nodes.flatMap(({ checkSuite }) => checkSuite?.workflowRun?.databaseId ?? []);
    const runs = await readRunsOf(reading, pull.head, new Set(ids));
    if (runs.state === "missing") return runs;
    const byId = runs.value;
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
  const runs = await readBranchRunsOf(reading, pull.defaultBranch.name, file);
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
    const others = byCommit.get(commit);
    if (others === void 0) byCommit.set(commit, [request]);
    else others.push(request);
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
      answers.set(request, ({ repository, problemAt }) => {
        const problem = problemAt("repository", alias, field, "object");
        const found = dataAt(repository, alias);
        if (problem === null && (found === null || found === void 0)) {
          return missing("unreadable", `GitHub does not show the commit ${commit.slice(0, 7)}`);
        }
        return reading.blobs.fileAt(dataAt(found, field), problem);
      });
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
  return async (answer) => {
    const page = pageAt(answer, ["repository", alias, "history"], {
      what: `versions of \`${path}\``,
      permission: "contents: read"
    });
    if (page.state === "missing") return page;
    const versions = /* @__PURE__ */ new Map();
    for (const node of page.value.nodes) {
      const brought = mergeOf2(node, (branch) => branches.includes(branch));
      const version = brought ?? { ...node, at: arrivalOf(node) };
      if (versions.has(version.oid)) continue;
      const content = await reading.blobs.fileAt(version.file, null);
      if (content.state === "missing") return content;
      versions.set(version.oid, { commit: version.oid, at: version.at, content: content.value });
    }
    return known([...versions.values()]);
  };
}
function arrivalOf(node) {
  const committed = parseInstant(node.committedDate);
  return Math.max(committed, mergeOf2(node, () => true)?.at ?? committed);
}
function mergeOf2(commit, isMeant) {
  const merges = commit.associatedPullRequests.nodes.flatMap(
    (pull) => pull.merged && isMeant(pull.baseRefName) && pull.mergeCommit !== null ? [{ ...pull.mergeCommit, at: parseInstant(pull.mergedAt ?? "") }] : []
  );
  return merges.toSorted((a, b) => a.at - b.at)[0] ?? null;
}

// src/github/read/issues.ts
function askIssues(query, { labels }, { name: of }) {
  const wanted = query.variable("[String!]", labels);
  const list = query.apart(
    `issues(first: 100, states: [OPEN], labels: ${wanted}) {
      nodes { number title labels(first: 100) { nodes { name } } } pageInfo { hasNextPage } }`,
    of
  );
  const asked = labels.map((label) => ({
    label,
    alias: query.inRepository(`label(name: ${query.variable("String!", label)}) { name }`)
  }));
  return (answer) => {
    const page = pageAt(answer, [list, "issues"], ISSUES);
    if (page.state === "missing") return page;
    if (page.value.pageInfo.hasNextPage) {
      return missing("too-large", "more than 100 open issues carry these labels");
    }
    const unknownLabels = asked.filter(({ alias }) => dataAt(answer.repository, alias, "name") === void 0).map(({ label }) => label);
    const open = page.value.nodes.map(({ number, title, labels: carried }) => ({
      number,
      title,
      labels: carried.nodes.map(({ name }) => name)
    }));
    return known({ open: open.sort((a, b) => a.number - b.number), unknownLabels });
  };
}
var ISSUES = { what: "issues", permission: "issues: read" };

// src/github/read/merged-pull.ts
function askMergedPull(query, { number }, reading) {
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
    const pull = dataAt(repository, alias);
    if (pull === null || pull === void 0) return known({ state: "absent" });
    if (pull.state !== "MERGED") {
      return known({ state: pull.state === "OPEN" ? "open" : "closed" });
    }
    const reviews = pageAt(answer, ["repository", alias, "latestOpinionatedReviews"], {
      what: `reviews of #${number}`,
      permission: "pull-requests: read"
    });
    if (reviews.state === "missing") return reviews;
    const { nodes, pageInfo } = reviews.value;
    if (pageInfo.hasNextPage) return missing("too-large", `#${number} has over 100 reviewers`);
    const entry = problemAt("repository", alias, "mergeCommit", "file", "object");
    const waiversFact = await reading.blobs.fileAt(pull.mergeCommit?.file, entry);
    if (waiversFact.state === "missing") return waiversFact;
    const { value } = waiversFact;
    return known({
      state: "merged",
      author: loginOf(pull.author),
      mergedAt: parseInstant(pull.mergedAt ?? ""),
      approvedBy: nodes.filter((review) => review.state === "APPROVED" && sawWaivers(review, pull)).map(({ author }) => loginOf(author)),
      waivers: value.state === "file" ? value.file.text : null
    });
  };
}
function sawWaivers({ commit }, { headRefOid, mergeCommit }) {
  if (commit === null) return false;
  return commit.oid === headRefOid || commit.file?.oid === dataAt(mergeCommit, "file", "oid");
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
  return (answer) => {
    const { root, problemAt } = answer;
    const problem = problemAt(alias, "team");
    if (problem !== null && problem.type !== "NOT_FOUND") return problemFact(problem);
    const found = dataAt(root, alias, "team");
    if (found === null || found === void 0) {
      const seen = dataAt(root, alias, "teams", "totalCount");
      return typeof seen === "number" && seen > 0 ? known({ state: "absent" }) : NO_TEAMS;
    }
    const members = pageAt(answer, [alias, "team", "members"], {
      what: `members of @${team}`,
      permission: "members: read"
    });
    if (members.state === "missing") return members;
    const { nodes, pageInfo } = members.value;
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

// src/github/ancestry.ts
async function isAncestor(commit, descendant, { client, name }) {
  const { data } = await client.request("GET /repos/{owner}/{repo}/compare/{basehead}", {
    ...{ owner: name.owner, repo: name.name },
    ...{ basehead: `${commit}...${descendant}`, per_page: 1 }
  });
  const { status } = data;
  return status === "ahead" || status === "identical";
}

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
  try {
    return known({
      state: "commit",
      ancestor: await isAncestor(oid, reading.pull.evidence, reading)
    });
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
    return request.kind === "files" ? tree.files(glob.value, request.entries) : tree.folders(glob.value);
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
  const facts = new Map(foreknown);
  return {
    async read(requests) {
      const open = requests.filter((request) => !facts.has(factKey(request)));
      await readInto(facts, open, source);
      return requests.map((request) => facts.get(factKey(request)) ?? UNANSWERED);
    }
  };
}
async function readTogether(requests, reading, trees) {
  const query = new Query();
  const ofOrganization = reading.organizationClient === null ? query : new Query();
  const files = askFiles(query, requests.filter(isInside), reading);
  const ways = requests.map((request) => {
    const answering = isInside(request) ? files.get(request) : void 0;
    if (answering !== void 0) return { answering, query };
    return wayTo(request, { query, ofOrganization, reading, trees });
  });
  const [answer, organizationAnswer] = await Promise.all([
    ask(query, reading.client, reading),
    ofOrganization === query ? null : ask(ofOrganization, reading.organizationClient ?? reading.client, reading)
  ]);
  return Promise.all(
    ways.map(async (way) => {
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
      return { query, answering: askIssues(query, request, reading) };
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
  const fullName = query.inRepository("nameWithOwner");
  const url = query.inRepository("url");
  const hasIssues = query.inRepository("hasIssuesEnabled");
  const policy = askPolicy(query, policyBranch);
  const alias = query.inRepository(
    `pullRequest(number: ${query.variable("Int!", number)}) { ${pullFields(query)} }`
  );
  const documents = askDocuments(query, number);
  const changes = askChanges(query, number);
  const ownIssues = askOwnIssues(query, name);
  const ownRuns = askOwnRuns(query, options.voice ?? "status", { pull: number });
  const open = askPullsOf(query, options.expectedInto ?? null);
  const organizationQuery = organizationClient === null ? query : new Query();
  const organization = askOrganizationPolicy(organizationQuery, name);
  const [answer, organizationAnswer] = await Promise.all([
    query.ask(client, name),
    organizationClient === null ? null : organizationQuery.ask(organizationClient, name)
  ]);
  const data = dataAt(answer.repository, alias);
  if (data === null || data === void 0) throw notShown(answer, alias, number);
  for (const field of DECISIVE) {
    const problem = answer.problemWithin("repository", alias, field);
    if (problem !== null) throw problemFailure(problem, "pull-requests: read");
  }
  const blobs = new Blobs(client, name);
  const [{ defaultBranch, files }, organizationFile, conversation, issues] = await Promise.all([
    policy(answer, blobs),
    organization(organizationAnswer ?? answer, organizationClient ?? client),
    readConversation({ client, name, data, answer, alias }),
    ownIssues(answer, client, name)
  ]);
  const repository = String(dataAt(answer.repository, fullName));
  const atTip = { ...files, organization: organizationFile };
  const branches = () => options.branchesOf?.(atTip, repository) ?? null;
  const { pulls: openPulls, into } = await open(answer, client, name, branches);
  const seen = pullState(data, { repository, defaultBranch });
  const changed = changes(answer);
  const { landing, base } = options;
  const pull = { ...seen, evidence: landing ?? seen.evidence, base: base ?? seen.base };
  const foreknown = new Map([
    [factKey({ kind: "pull-request" }), conversation.fact],
    ...changed === null ? [] : [[factKey({ kind: "changes" }), known(changed)]],
    ...pull.evidence === data.potentialMergeCommit?.oid ? await documents(answer, blobs) : []
  ]);
  return {
    pull,
    policy: atTip,
    conversation,
    head: data.commits.nodes[0]?.commit ?? null,
    checkRuns: ownRuns(answer, pull.head),
    openPulls,
    openPullsInto: into,
    issues,
    hasIssues: dataAt(answer.repository, hasIssues) === true,
    url: String(dataAt(answer.repository, url)),
    source: pullSource({ client, organizationClient, name, pull, blobs }, foreknown)
  };
}
var DECISIVE = ["author", "baseRef", "potentialMergeCommit", "moves"];
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
  return problemFailure(problem, "pull-requests: read");
}

export {
  readAllComments,
  askingOf,
  askOwnIssues,
  askOwnRuns,
  readOwnRuns,
  readAccount,
  openPull
};
