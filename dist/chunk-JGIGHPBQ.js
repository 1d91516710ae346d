import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  known,
  missing
} from "./chunk-5SW2YIMI.js";
import {
  external_exports,
  parseLocatedJson,
  placeIn
} from "./chunk-HU7C56Q2.js";
import {
  readComments
} from "./chunk-2I7DLJWO.js";
import {
  suggest
} from "./chunk-P6TVZRK3.js";

// src/worktree/facts/schema-values.ts
var instant = external_exports.iso.datetime({ offset: true }).describe("A moment as ISO 8601 text: `2026-09-28T09:12:00Z`");
var commit = external_exports.string().regex(/^[0-9a-f]{40}$/).describe("A commit: 40 lower-case hex digits");
var LOGIN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}(\[bot\])?$/;
var OWNER_AND_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}\/[A-Za-z0-9._-]{1,100}$/;
var login = external_exports.string().regex(LOGIN).describe("A login, without `@`");
var repository = external_exports.string().regex(OWNER_AND_NAME).describe("`owner/repo`");
var number = external_exports.int().min(1).max(2147483647);
var missing2 = external_exports.strictObject({
  missing: external_exports.enum(["forbidden", "timed-out", "rate-limited", "too-large", "unreadable", "needs-github"]).describe("Why it could not be read. What asks for it is then errored"),
  detail: external_exports.string().min(1).optional().describe("The reason in a few words: ``the token lacks `checks: read` ``")
}).describe("Instead of a fact: it could not be read, and why");

// src/worktree/facts/pull-request-schema.ts
var review = external_exports.strictObject({
  id: external_exports.string().min(1).optional().describe("Any text that tells this review from the others"),
  author: login,
  state: external_exports.enum(["approved", "changes-requested", "commented"]),
  commit: commit.describe("The commit reviewed"),
  submitted_at: instant,
  dismissed: external_exports.boolean().default(false).describe("Dismissed or minimised")
});
var signOff = external_exports.strictObject({
  id: external_exports.string().min(1).optional().describe("Any text that tells this comment from the others"),
  author: login,
  role: external_exports.string().min(1).describe("The role of the policy signed off for"),
  commit: commit.describe("The commit named in the command"),
  created_at: instant
});
var comment = external_exports.strictObject({
  id: external_exports.string().min(1).optional().describe("Any text that tells this comment from the others"),
  author: login,
  created_at: instant,
  body: external_exports.string().min(1).describe("The comment: what of it are commands is read from it"),
  void: external_exports.boolean().default(false).describe("Its waivers were taken back, for good")
});
var pullRequest = external_exports.union([
  external_exports.strictObject({
    number,
    head: commit.describe("The head of the pull request"),
    opened_at: instant,
    authors: external_exports.array(login).min(1).describe("Whoever opened it and any known last pusher; none of them may approve it"),
    reviews: external_exports.array(review).default([]).describe("All reviews"),
    sign_offs: external_exports.array(signOff).default([]).describe("Comments `/gate sign-off <role> <sha>` that were never edited"),
    commands: external_exports.array(comment).default([]).describe("Comments with commands, by people, never edited and not hidden"),
    base_changed_at: instant.nullable().default(null).describe("When the branch it asks to merge into was last changed for another; null: never")
  }),
  missing2
]);

// src/worktree/facts-schema.ts
var absent = external_exports.strictObject({ state: external_exports.literal("absent") }).describe("GitHub has no such thing");
var access = external_exports.enum(["none", "read", "triage", "write", "maintain", "admin"]).describe("Access to the repository judged");
var account = external_exports.union([
  external_exports.strictObject({ state: external_exports.enum(["user", "bot", "organization"]), access }),
  absent,
  missing2
]);
var team = external_exports.union([
  external_exports.strictObject({
    state: external_exports.literal("team"),
    members: external_exports.array(login).describe("Logins of all members"),
    access
  }),
  absent,
  missing2
]);
var mergedPull = external_exports.union([
  external_exports.strictObject({
    state: external_exports.literal("merged"),
    author: login,
    merged_at: instant,
    approved_by: external_exports.array(login).default([]).describe("Who approved it and did not take it back"),
    waivers: external_exports.union([external_exports.string(), external_exports.array(external_exports.string())]).nullable().default(null).describe(
      "The waivers file as that merge left it, as text or line by line; null: it had none"
    )
  }),
  external_exports.strictObject({ state: external_exports.enum(["open", "closed"]) }),
  absent,
  missing2
]);
var conclusion = external_exports.enum([
  "success",
  "failure",
  "cancelled",
  "timed-out",
  "skipped",
  "neutral",
  "action-required",
  "stale"
]).nullable().describe("How it ended; null while it is queued or running");
var run = external_exports.strictObject({
  name: external_exports.string().min(1).describe("Name of the check"),
  conclusion,
  commit: commit.describe("The commit it ran on"),
  app: external_exports.string().min(1).nullable().default(null).describe("Slug of the app that made it: `github-actions`; null for a status set by a user"),
  workflow: external_exports.string().min(1).nullable().default(null).describe("Path of the workflow file, for GitHub Actions: `.github/workflows/ci.yml`"),
  workflow_is_default: external_exports.boolean().nullable().default(null).describe("Whether that file equals the default branch's; null where it is no workflow"),
  event: external_exports.string().min(1).nullable().default(null).describe("What started it: `push`, `schedule`"),
  repository: repository.nullable().optional().describe("The repository that ran it; the one judged unless said otherwise"),
  head_repository: repository.nullable().optional().describe("The repository of the code it ran on; the one judged unless said otherwise"),
  url: external_exports.string().min(1).nullable().default(null),
  started_at: instant.nullable().default(null),
  completed_at: instant.nullable().default(null)
});
var runs = external_exports.union([external_exports.array(run), missing2]);
var issues = external_exports.union([
  external_exports.strictObject({
    labels: external_exports.array(external_exports.string().min(1)).describe("Labels of the repository whose open issues are all listed under `open`"),
    unknown_labels: external_exports.array(external_exports.string().min(1)).default([]).describe("Labels the repository does not have"),
    open: external_exports.array(external_exports.strictObject({ number, title: external_exports.string(), labels: external_exports.array(external_exports.string().min(1)) })).default([]).describe("Open issues with any of these labels")
  }),
  missing2
]);
var references = external_exports.strictObject({
  issues: external_exports.record(
    external_exports.string().regex(/^([\w-]+\/[\w.-]+)?#[1-9]\d{0,9}$/),
    external_exports.union([external_exports.strictObject({ state: external_exports.enum(["issue", "pull-request"]) }), absent, missing2])
  ).default({}).describe("Issues and pull requests by `#12`, or `owner/repo#12` in another repository"),
  commits: external_exports.record(
    external_exports.string().regex(/^([\w-]+\/[\w.-]+@)?[0-9a-f]{7,40}$/),
    external_exports.union([
      external_exports.strictObject({
        state: external_exports.literal("commit"),
        ancestor: external_exports.boolean().describe("Whether it is an ancestor of what would land")
      }),
      absent,
      missing2
    ])
  ).default({}).describe("Commits by hash, or `owner/repo@<hash>` in another repository"),
  runs: external_exports.record(
    external_exports.string().regex(/^([\w-]+\/[\w.-]+@)?[1-9]\d{0,19}$/),
    external_exports.union([external_exports.strictObject({ state: external_exports.literal("run"), conclusion }), absent, missing2])
  ).default({}).describe("Workflow runs by number, or `owner/repo@<number>` in another repository")
});
var factsSchema = external_exports.strictObject({
  $schema: external_exports.string().optional().describe("Where editors find the form of this file"),
  schemaVersion: external_exports.literal(1).describe("Version of this form"),
  recorded_at: instant.optional().describe("When GitHub was asked"),
  repository: repository.describe("The repository judged, as `owner/repo`"),
  commit: commit.optional().describe("What would land, when GitHub was asked"),
  pull_request: pullRequest.optional().describe("The pull request that asks for the promotion"),
  accounts: external_exports.record(external_exports.string().regex(LOGIN), account).default({}).describe("Accounts by login, upper or lower case"),
  teams: external_exports.record(external_exports.string().regex(OWNER_AND_NAME), team).default({}).describe("Teams by `org/team`"),
  merged_pulls: external_exports.record(external_exports.string().regex(/^#?[1-9]\d{0,9}$/), mergedPull).default({}).describe("Other pull requests by number, such as those that approved a waiver"),
  checks: runs.optional().describe("All check runs and statuses on what would land"),
  workflow_runs: external_exports.record(external_exports.string().min(1), runs).default({}).describe("Runs on the default branch by workflow file: `.github/workflows/nightly.yml`"),
  issues: issues.optional().describe("Open issues by label"),
  references: references.default({ issues: {}, commits: {}, runs: {} }).describe("What documents point at as evidence")
}).describe("Facts recorded from GitHub, for judging without a connection to it");

// src/worktree/facts/facts-problems.ts
function problemsOf(issues2, root, file) {
  return issues2.flatMap((issue) => oneIssue(issue, [], root, file));
}
function oneIssue(issue, above, root, file) {
  const path = [...above, ...issue.path];
  const at = placeIn(file, pointOf(root, path));
  switch (issue.code) {
    case "invalid_union":
      return unionProblems(issue, path, root, file);
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        code: "unknown-key",
        message: `unknown key \`${key}\`${inside(path)}`,
        at: placeIn(file, pointOf(root, [...path, key], "key")),
        length: JSON.stringify(key).length,
        help: didYouMean(key, knownKeys())
      }));
    case "invalid_key":
      return [
        problem("invalid-format", `\`${String(path.at(-1))}\` is no key for this map`, {
          ...at,
          ...pointOf(root, path, "key")
        })
      ];
    case "invalid_value":
      return [valueProblem(issue.values.map(String), path, root, at)];
    case "invalid_type":
      if (nodeAt(root, path) === null) {
        return [problem("missing-key", `${nameOf(path)} is missing`, at)];
      }
      return [problem("wrong-type", `${nameOf(path)} has to be ${A_TYPE[issue.expected]}`, at)];
    case "invalid_format":
      return [problem("invalid-format", `${nameOf(path)} does not have the form it needs`, at)];
    default:
      return [problem("invalid-value", `${nameOf(path)} is out of range`, at)];
  }
}
var A_TYPE = {
  object: "a map",
  record: "a map",
  array: "a list",
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "`true` or `false`"
};
function unionProblems(issue, path, root, file) {
  const node = nodeAt(root, path);
  const at = placeIn(file, pointOf(root, path));
  if (node === null) return [problem("missing-key", `${nameOf(path)} is missing`, at)];
  const possible = issue.errors.filter((errors) => !errors.some(refusesTag));
  const fitting = possible.find((errors) => errors.every(isWithin));
  if (fitting !== void 0) return fitting.flatMap((error) => oneIssue(error, path, root, file));
  if (!(node.value instanceof Map)) {
    return [problem("wrong-type", `${nameOf(path)} has none of the forms it may have`, at)];
  }
  const tag = node.value.has("missing") ? "missing" : "state";
  const values = issue.errors.flat().flatMap(
    (error) => error.code === "invalid_value" && error.path[0] === tag ? error.values.map(String) : []
  );
  return [valueProblem([...new Set(values)], [...path, tag], root, at)];
}
function isTag(key) {
  return key === "state" || key === "missing";
}
function refusesTag(error) {
  return error.code === "unrecognized_keys" && error.keys.some(isTag);
}
function isWithin(error) {
  return !isTag(error.path[0]) && (error.path.length > 0 || error.code === "unrecognized_keys");
}
function valueProblem(values, path, root, around) {
  const node = nodeAt(root, path);
  const list = values.join(", ");
  if (node === null) {
    const message = `${nameOf(path)} is missing; it is one of ${list}`;
    return problem("missing-key", message, around);
  }
  const written = typeof node.value === "object" ? "this" : `\`${String(node.value)}\``;
  return {
    code: "invalid-value",
    message: `${written} is not one of ${list}`,
    at: { ...around, ...node.at },
    length: typeof node.value === "object" ? 1 : JSON.stringify(node.value).length,
    help: typeof node.value === "string" ? didYouMean(node.value, values) : null
  };
}
function didYouMean(word, candidates) {
  const meant = suggest(word, candidates);
  return meant === null ? null : `did you mean \`${meant}\`?`;
}
var keys = null;
function knownKeys() {
  if (keys !== null) return keys;
  const found2 = /* @__PURE__ */ new Set();
  JSON.stringify(external_exports.toJSONSchema(factsSchema, { io: "input" }), (key, value) => {
    if (key === "properties") for (const name of Object.keys(Object(value))) found2.add(name);
    return value;
  });
  keys = found2;
  return keys;
}
function problem(code, message, at) {
  return { code, message, at, help: null };
}
function nameOf(path) {
  return path.length === 0 ? "the file" : `\`${path.map(String).join(".")}\``;
}
function inside(path) {
  return path.length === 0 ? "" : ` in ${nameOf(path)}`;
}
function nodeAt(root, path) {
  let node = root;
  for (const step of path) node = entryOf(node, step)?.node;
  return node ?? null;
}
function pointOf(root, path, of = "value") {
  let node = root;
  let key = root.at;
  for (const step of path) {
    const entry = entryOf(node, step);
    if (entry === void 0) return node.at;
    key = entry.keyAt;
    node = entry.node;
  }
  return of === "key" ? key : node.at;
}
function entryOf(node, step) {
  const value = node?.value;
  if (value instanceof Map) return value.get(String(step));
  if (!Array.isArray(value)) return void 0;
  const element = value[Number(step)];
  return element === void 0 ? void 0 : { keyAt: element.at, node: element };
}

// src/worktree/facts/facts-file.ts
function parseFactsFile(name, text) {
  const json = parseLocatedJson(text);
  if (json.state === "malformed") {
    const problems2 = json.problems.map(({ code, message, at, related }) => ({
      code,
      message,
      at: placeIn(name, at),
      help: code === "json-syntax" ? "the file has to be JSON, without comments" : null,
      ...related === null ? {} : { related: { message: related.message, at: placeIn(name, related.at) } }
    }));
    return { state: "invalid", problems: problems2 };
  }
  const { root } = json;
  const checked = factsSchema.safeParse(plain(root));
  const problems = [
    ...checked.success ? [] : problemsOf(checked.error.issues, root, name),
    ...keyProblems(root, name)
  ];
  if (problems.length > 0 || !checked.success) {
    return { state: "invalid", problems: problems.sort(byPlace) };
  }
  return { state: "valid", facts: checked.data };
}
function plain({ value }) {
  if (value instanceof Map) {
    const entries = [...value].filter(([key]) => key !== "__proto__");
    return Object.fromEntries(entries.map(([key, { node }]) => [key, plain(node)]));
  }
  return Array.isArray(value) ? value.map(plain) : value;
}
var LOOSE = ["accounts", "teams", "merged_pulls", "references"];
function keyProblems(root, file) {
  const problems = [];
  const visit = ({ value }, loose) => {
    if (Array.isArray(value)) for (const element of value) visit(element, false);
    if (!(value instanceof Map)) return;
    const seen = /* @__PURE__ */ new Map();
    for (const [key, { keyAt, node }] of value) {
      const at = placeIn(file, keyAt);
      const same = seen.get(looseKey(key));
      if (key === "__proto__") {
        problems.push({ code: "unknown-key", message: `unknown key \`${key}\``, at, help: null });
      } else if (loose && same !== void 0) {
        const message = `\`${key}\` and \`${same}\` are the same`;
        problems.push({ code: "duplicate-key", message, at, help: "drop one of them" });
      }
      seen.set(looseKey(key), key);
      visit(node, value === root.value ? LOOSE.includes(key) : loose && isReferenceKind(key));
    }
  };
  visit(root, false);
  return problems;
}
function isReferenceKind(key) {
  return key === "issues" || key === "commits" || key === "runs";
}
function looseKey(key) {
  return key.replace(/^#/, "").toLowerCase();
}
function byPlace(a, b) {
  return a.at.line - b.at.line || a.at.column - b.at.column || (a.message < b.message ? -1 : 1);
}

// src/worktree/facts/recorded-commands.ts
function recordedCommands(pull) {
  const comments = pull.commands.map(({ id, created_at, ...comment2 }, index2) => ({
    id: id ?? `comment-${index2 + 1}`,
    ...comment2,
    by: comment2.author.endsWith("[bot]") ? "bot" : "person",
    createdAt: Date.parse(created_at),
    edited: false,
    minimised: false
  }));
  const signOffs = pull.sign_offs.map(({ id, author, role, commit: commit2, created_at }, index2) => ({
    id: id ?? `sign-off-${index2 + 1}`,
    author,
    createdAt: Date.parse(created_at),
    command: { verb: "sign-off", role, commit: commit2 },
    void: false
  }));
  return [...readComments(comments), ...signOffs].sort((a, b) => a.createdAt - b.createdAt);
}

// src/worktree/facts/recorded-lists.ts
function recordedRuns(facts, runs2) {
  const newestFirst = runs2.map((run2) => checkRun(run2, facts.repository)).sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
  return { repository: facts.repository, runs: newestFirst };
}
function checkRun(run2, judged) {
  return {
    name: run2.name,
    app: run2.app,
    workflow: run2.workflow,
    workflowIsDefault: run2.workflow_is_default,
    event: run2.event,
    repository: run2.repository === void 0 ? judged : run2.repository,
    headRepository: run2.head_repository === void 0 ? judged : run2.head_repository,
    commit: run2.commit,
    url: run2.url,
    startedAt: instantOf(run2.started_at),
    completedAt: instantOf(run2.completed_at),
    conclusion: run2.conclusion
  };
}
function instantOf(text) {
  return text === null ? null : Date.parse(text);
}
function recordedIssues(issues2, labels) {
  const listed = new Set(issues2.labels.map(lower));
  const unknown = new Set(issues2.unknown_labels.map(lower));
  const unrecorded = labels.find(
    (label) => !listed.has(lower(label)) && !unknown.has(lower(label))
  );
  if (unrecorded !== void 0) {
    const detail = `the facts file has no \`${unrecorded}\` among its \`issues.labels\``;
    return missing("needs-github", detail);
  }
  const wanted = new Set(labels.map(lower));
  return known({
    open: issues2.open.filter((issue) => issue.labels.some((label) => wanted.has(lower(label)))),
    unknownLabels: labels.filter((label) => !listed.has(lower(label)))
  });
}
function lower(text) {
  return text.toLowerCase();
}

// src/worktree/recorded-facts.ts
var GITHUB_KINDS = /* @__PURE__ */ new Set([
  "account",
  "team",
  "pull-request",
  "merged-pull",
  "checks",
  "issues",
  "reference"
]);
function isGitHubRequest(request) {
  return GITHUB_KINDS.has(request.kind);
}
function recordedFacts(facts) {
  const sections = {
    accounts: index(facts.accounts),
    teams: index(facts.teams),
    pulls: index(facts.merged_pulls),
    workflows: index(facts.workflow_runs, workflowKey)
  };
  return {
    read: async (requests) => requests.map(
      (request) => isGitHubRequest(request) ? answer(facts, sections, request) : missing("unreadable", "a facts file holds only what GitHub knows")
    )
  };
}
function answer(facts, sections, request) {
  switch (request.kind) {
    case "account": {
      const { login: login2 } = request;
      return found(sections.accounts.get(looseKey(login2)), `accounts.${login2}`, known);
    }
    case "team": {
      const { team: team2 } = request;
      return found(sections.teams.get(looseKey(team2)), `teams.${team2}`, known);
    }
    case "pull-request":
      return found(facts.pull_request, "pull_request", (pull) => known(pullRequest2(pull)));
    case "merged-pull": {
      const number2 = String(request.number);
      const pull = sections.pulls.get(number2);
      return found(pull, `merged_pulls.${number2}`, (value) => known(mergedPull2(value)));
    }
    case "checks": {
      const then = (runs3) => known(recordedRuns(facts, runs3));
      if (request.on === "head") return found(facts.checks, "checks", then);
      const runs2 = sections.workflows.get(workflowKey(request.workflow));
      return found(runs2, `workflow_runs.${request.workflow}`, then);
    }
    case "issues":
      return found(facts.issues, "issues", (issues2) => recordedIssues(issues2, request.labels));
    case "reference":
      return reference(facts, request);
  }
}
function index(section, keyOf = looseKey) {
  return new Map(Object.entries(section).map(([key, value]) => [keyOf(key), value]));
}
function workflowKey(workflow) {
  return workflow.replace(/^\.github\/workflows\//, "");
}
function found(value, name, then) {
  if (value === void 0) {
    return missing("needs-github", `the facts file does not record \`${name}\``);
  }
  if (!isMissing(value)) return then(value);
  return missing(value.missing, value.detail ?? `the facts file records it as ${value.missing}`);
}
function isMissing(value) {
  return "missing" in value;
}
function pullRequest2(pull) {
  return {
    number: pull.number,
    head: pull.head,
    openedAt: Date.parse(pull.opened_at),
    authors: pull.authors,
    reviews: pull.reviews.map(({ id, submitted_at, ...review2 }, index2) => ({
      id: id ?? `review-${index2 + 1}`,
      ...review2,
      submittedAt: Date.parse(submitted_at)
    })).sort((a, b) => a.submittedAt - b.submittedAt),
    commands: recordedCommands(pull),
    baseChangedAt: pull.base_changed_at === null ? null : Date.parse(pull.base_changed_at)
  };
}
function mergedPull2(pull) {
  if (pull.state !== "merged") return pull;
  const { waivers } = pull;
  return {
    state: "merged",
    author: pull.author,
    mergedAt: Date.parse(pull.merged_at),
    approvedBy: pull.approved_by,
    waivers: Array.isArray(waivers) ? waivers.map((line) => `${line}
`).join("") : waivers
  };
}
function reference(facts, request) {
  const { issues: issues2, commits, runs: runs2 } = facts.references;
  const own = looseKey(facts.repository);
  const isOwn = request.repository === null || looseKey(request.repository) === own;
  const repository2 = isOwn ? "" : request.repository;
  const at = repository2 === "" ? "" : `${repository2}@`;
  switch (request.what) {
    case "issue":
      return look(issues2, "issues", `${repository2}#${request.id}`, `${own}#`);
    case "run":
      return look(runs2, "runs", `${at}${request.id}`, `${own}@`);
    case "commit":
      return look(commits, "commits", `${at}${request.id}`, `${own}@`);
  }
}
function look(section, name, key, own) {
  const entries = index(section, (other) => {
    const loose = looseKey(other);
    return loose.startsWith(own) ? loose.slice(own.length) : loose;
  });
  const wanted = looseKey(key);
  const value = entries.get(wanted) ?? (name === "commits" ? commitIn(entries, wanted) : void 0);
  return found(value, `references.${name}.${key}`, known);
}
function commitIn(entries, wanted) {
  const fitting = [...entries].filter(([key]) => key.startsWith(wanted) || wanted.startsWith(key));
  return fitting.length === 1 ? fitting[0]?.[1] : void 0;
}

export {
  parseFactsFile,
  isGitHubRequest,
  recordedFacts
};
