import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  guardOf,
  readBranchRules,
  readClassicGuard
} from "./chunk-L4MX7ROU.js";
import {
  unanswered
} from "./chunk-2UUTJIHO.js";
import {
  loadAtTip
} from "./chunk-HWUEBB2Y.js";
import {
  Blobs,
  PULLS,
  Query,
  askOrganizationPolicy,
  contextsAt,
  entryFields,
  policyFields,
  readPolicy
} from "./chunk-LVKKHRHN.js";
import {
  fail,
  isOurAction,
  ok,
  placed,
  unknown,
  warn
} from "./chunk-PIRPCIFI.js";
import {
  GITHUB_ACTIONS,
  contextOf
} from "./chunk-YWFD4VWM.js";
import {
  dataAt,
  loginOf,
  pageAt,
  parseInstant,
  problemFact
} from "./chunk-KKEM3PDJ.js";
import {
  GitHubFailure,
  factOf,
  failureOf
} from "./chunk-OMCSVZS3.js";
import {
  known,
  missing
} from "./chunk-5SW2YIMI.js";
import {
  globMatcher,
  globProblem,
  lineFor,
  parseCodeowners,
  placeIn
} from "./chunk-HU7C56Q2.js";
import {
  POLICY_PATH,
  isAbsent
} from "./chunk-H5AMS74M.js";
import {
  openPacks
} from "./chunk-GW4FBKY7.js";
import {
  unknownName
} from "./chunk-RINCA6AC.js";

// src/text/without-braces.ts
function withoutBraces(glob) {
  const brace = /(?<!\\)\{([^{}]*)\}/.exec(glob);
  if (brace === null) return [glob];
  const [whole, inside = ""] = brace;
  const before = glob.slice(0, brace.index);
  const after = glob.slice(brace.index + whole.length);
  return inside.split(",").flatMap((option) => withoutBraces(`${before}${option}${after}`));
}

// src/text/sample-name.ts
function sampleName(glob) {
  const [plain = glob] = withoutBraces(glob);
  return plain.replace(
    /(?<!\\)\[(?:\^[^\]]*|([^\]])[^\]]*)\]/g,
    (_, first) => first ?? "x"
  ).replace(/(?<!\\)(\*+|\?)/g, "x").replace(/\\(.)/g, "$1");
}
function isGlob(text) {
  return /(?<!\\)[*?[{]/.test(text);
}

// src/github/protection/settings.ts
async function readCodeownersErrors(client, { owner, name }) {
  try {
    const route = "GET /repos/{owner}/{repo}/codeowners/errors";
    const { data } = await client.request(route, { owner, repo: name });
    const errors = dataAt(data, "errors") ?? [];
    return known(errors.map(({ line, message }) => ({ line, message })));
  } catch (error) {
    return factOf(error);
  }
}
async function readWorkflowDefaults(client, { owner, name }) {
  try {
    const route = "GET /repos/{owner}/{repo}/actions/permissions/workflow";
    const { data } = await client.request(route, { owner, repo: name });
    return known({
      mayWrite: dataAt(data, "default_workflow_permissions") !== "read",
      mayApprove: dataAt(data, "can_approve_pull_request_reviews") !== false
    });
  } catch (error) {
    const { reason, message, status } = failureOf(error);
    const isHidden = status === 404 || status === 403 && !message.includes("lacks");
    return missing(reason, isHidden ? "GitHub tells it only to administrators" : message);
  }
}

// src/github/protection/verdicts.ts
var CONTEXTS = `... on Commit { statusCheckRollup { contexts(first: 100) {
  nodes { __typename ... on StatusContext { context createdAt creator { __typename login } }
    ... on CheckRun { name startedAt completedAt } }
  pageInfo { hasNextPage } } } }`;
async function readVerdicts(client, name, { open, isWhole }) {
  if (open.length === 0) return known({ open: [], isWhole });
  const query = new Query();
  const asked = open.map((pull) => {
    const oid = query.variable("GitObjectID!", pull.head);
    return { pull, alias: query.inRepository(`object(oid: ${oid}) { ${CONTEXTS} }`) };
  });
  try {
    const answer = await query.ask(client, name);
    const promotions = asked.map(({ pull, alias }) => ({
      ...pull,
      verdicts: verdictsOf(answer, alias)
    }));
    return known({ open: promotions, isWhole });
  } catch (error) {
    return factOf(error);
  }
}
function verdictsOf(answer, alias) {
  const contexts = contextsAt(answer, alias, "the head");
  return contexts.state === "missing" ? contexts : known(contexts.value.map(verdictOf));
}
function verdictOf(node) {
  if (node.__typename === "StatusContext") {
    const { context, createdAt, creator } = node;
    return { context, by: "status", author: loginOf(creator), at: parseInstant(createdAt) };
  }
  const moment = node.completedAt ?? node.startedAt;
  return {
    context: node.name,
    by: "check-run",
    author: null,
    at: moment === null ? null : parseInstant(moment)
  };
}

// src/github/protection/workflow-state.ts
async function readWorkflowState(client, { owner, name }, file) {
  const asked = { owner, repo: name, workflow_id: file.split("/").at(-1) };
  const route = "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}";
  try {
    const [workflow, runs] = await Promise.all([
      client.request(route, asked),
      client.request(`${route}/runs`, { ...asked, event: "schedule", per_page: 1 })
    ]);
    const [last] = dataAt(runs.data, "workflow_runs") ?? [];
    return known({
      state: String(dataAt(workflow.data, "state")),
      lastScheduled: last === void 0 ? null : parseInstant(last.created_at)
    });
  } catch (error) {
    const { reason, message, status } = failureOf(error);
    return missing(reason, status === 404 ? "GitHub knows no such workflow" : message);
  }
}

// src/github/read-protection.ts
async function readProtection({ client, name, state, stages, workflow }, reader) {
  const ofStages = Promise.all(
    stages.map(async (stage) => {
      const branches = branchesOf(stage, state);
      const read = branches.map((branch) => reader.read(branch, exists(branch, state)));
      return { stage, branches: await Promise.all(read) };
    })
  );
  const [all, defaultBranch, promotions, ofWorkflow, codeownersErrors, workflowDefaults] = await Promise.all([
    ofStages,
    reader.read(state.defaultBranch, true),
    readPromotions(client, name, { state, stages }),
    workflow === null ? null : readWorkflowState(client, name, workflow),
    state.codeowners === null ? known([]) : readCodeownersErrors(client, name),
    readWorkflowDefaults(client, name)
  ]);
  const settings = { codeownersErrors, workflowDefaults };
  return { state, stages: all, defaultBranch, promotions, workflow: ofWorkflow, ...settings };
}
function branchesOf({ branches }, state) {
  const names = branches.map((glob) => {
    if (!isGlob(glob)) return sampleName(glob);
    return state.branches.find(globMatcher(glob)) ?? sampleName(glob);
  });
  return [...new Set(names)];
}
function exists(branch, { branches, allBranches }) {
  return branches.includes(branch) || !allBranches;
}
async function readPromotions(client, name, { state, stages }) {
  if (state.pulls.state === "missing") return state.pulls;
  const { open, isWhole } = state.pulls.value;
  const isOfStage = globMatcher(stages.flatMap(({ branches }) => branches));
  const own = open.filter(({ base }) => isOfStage(base));
  const listed = { open: own, isWhole };
  return own.length === 0 ? known({ open: [], isWhole }) : readVerdicts(client, name, listed);
}

// src/protection/protect-command.ts
function protectCommand(app) {
  const option = app === GITHUB_ACTIONS ? "" : ` --app ${app}`;
  return `stage-gates protect${option}`;
}

// src/protection/source-findings.ts
function sourceFindings(guards, { context, app }) {
  const required = guards.flatMap(
    ({ contexts }) => contexts.filter((one) => one.context === context)
  );
  if (required.length === 0) return [];
  const code = "source-bound";
  const foreign = required.find((one) => one.app !== null && one.app !== app);
  if (foreign !== void 0) {
    const problem = `\`${context}\` has to come from the app ${foreign.app}, and is written by ${nameOf(app)}: it is waited for without end`;
    const remedy = `bind it to ${nameOf(app)}, or say \`--app ${foreign.app}\` if that is what writes it`;
    return [fail(code, problem, remedy)];
  }
  if (!required.some((one) => one.app === app)) {
    const problem = `\`${context}\` counts whoever writes it: everybody with write access can forge it`;
    return [fail(code, problem, `run \`${protectCommand(app)}\``)];
  }
  if (app !== GITHUB_ACTIONS) return [ok(code, `\`${context}\` counts from the app ${app} only`)];
  return [
    ok(code, `\`${context}\` counts from GitHub Actions only`),
    warn(
      "source-forgeable",
      "who can push a workflow to any branch can have GitHub Actions write that status: it stops mistakes, not insiders",
      "where that matters, bind it to an app of your own, or require the workflow in a ruleset of the organization"
    )
  ];
}
function demandsOfOthers(guards, { context, app }, ruleset) {
  return guards.filter((guard) => guard.ruleset === null || guard.ruleset.id !== ruleset).flatMap(
    ({ name, contexts }) => contexts.flatMap(
      (one) => one.context === context && one.app !== null && one.app !== app ? [`${name} has \`${context}\` come from ${nameOf(one.app)}`] : []
    )
  );
}
function nameOf(app) {
  return app === GITHUB_ACTIONS ? `GitHub Actions (${app})` : `the app ${app}`;
}

// src/protection/branch-findings.ts
function branchFindings({ branch, guards }, stage) {
  if (guards.state === "missing") {
    return [
      unknown(
        "branch-unread",
        `what \`${branch}\` is protected by is not known: ${guards.detail}`,
        "use a token that may read the repository (`metadata: read` and `contents: read`)"
      )
    ];
  }
  const all = guards.value;
  return [
    requiredFinding(branch, all, stage),
    ...sourceFindings(all, stage),
    ...WAYS_AROUND.map((way) => wayFinding(branch, all, { ...way, app: stage.app })),
    moveFinding(branch, all, stage),
    ...bypassFindings(branch, all)
  ];
}
function requiredFinding(branch, guards, { context, app }) {
  const by = guards.filter(({ contexts }) => contexts.some((one) => one.context === context));
  const code = "context-required";
  return by.length > 0 ? ok(code, `\`${branch}\` requires \`${context}\`, by ${by.map(({ name }) => name).join(", ")}`) : fail(
    code,
    `\`${branch}\` does not require \`${context}\`: a merge waits for no verdict`,
    `run \`${protectCommand(app)}\``
  );
}
var WAYS_AROUND = [
  {
    code: "pull-request-required",
    closed: ({ pullRequest: pullRequest2 }) => pullRequest2 !== null,
    open: "takes pushes without a pull request",
    shut: "takes pull requests only"
  },
  {
    code: "force-push-refused",
    closed: ({ refusesForcePushes }) => refusesForcePushes,
    open: "can be pushed to by force, which takes judged commits away",
    shut: "refuses force pushes"
  },
  {
    code: "deletion-refused",
    closed: ({ refusesDeletion }) => refusesDeletion,
    open: "can be deleted, and made again from any commit",
    shut: "cannot be deleted"
  }
];
function wayFinding(branch, guards, { code, closed, open, shut, app }) {
  if (guards.some((guard) => guard.unread === null && closed(guard))) {
    return ok(code, `\`${branch}\` ${shut}`);
  }
  return unreadFinding(code, branch, guards) ?? fail(code, `\`${branch}\` ${open}`, `run \`${protectCommand(app)}\``);
}
function unreadFinding(code, branch, guards) {
  const unread = guards.find((guard) => guard.unread !== null);
  if (unread === void 0) return null;
  return unknown(
    code,
    `what else ${unread.name} of \`${branch}\` says is not known: ${unread.unread}`,
    "use the token of an administrator, or one with `administration: read`"
  );
}
function moveFinding(branch, guards, { followsBranch }) {
  const code = "judged-where-it-lands";
  if (guards.some(({ hasMergeQueue }) => hasMergeQueue)) {
    return ok(code, `the merge queue of \`${branch}\` has what would land judged`);
  }
  if (guards.some(({ upToDate }) => upToDate)) {
    return ok(code, `a head has to be up to date with \`${branch}\``);
  }
  if (followsBranch) {
    return ok(code, `when \`${branch}\` moves, what is open is judged again, within minutes`);
  }
  return warn(
    code,
    `once \`${branch}\` has moved, an older verdict still lets a merge through`,
    `add \`push: {branches: [${branch}]}\` to the workflow, or use a merge queue`
  );
}
function bypassFindings(branch, guards) {
  const code = "bypass";
  const unread = guards.flatMap(
    ({ name, bypass }) => bypass.state === "missing" ? [
      unknown(
        code,
        `who may bypass ${name} of \`${branch}\` is not known: ${bypass.detail}`,
        "use the token of an administrator, or one with `administration: write`"
      )
    ] : []
  );
  const listed = guards.flatMap(
    ({ name, bypass }) => bypass.state === "known" && bypass.value.length > 0 ? [
      warn(
        code,
        `${bypass.value.map(wordsOf).join(", ")} may bypass ${name} of \`${branch}\``,
        "take them off its bypass list; `/gate break-glass` leaves a record instead"
      )
    ] : []
  );
  if (unread.length + listed.length > 0 || guards.length === 0) return [...listed, ...unread];
  return [ok(code, `nobody may bypass what protects \`${branch}\``)];
}
function wordsOf({ who, mode }) {
  return mode === "pull_request" ? `${who} (by pull request)` : who;
}

// src/protection/policy-source-findings.ts
var DECIDING = [
  ".github/stage-gates.yml",
  ".github/stage-gates/waivers.yml",
  ".github/workflows/stage-gates.yml",
  ".github/CODEOWNERS"
];
function policySourceFindings({ branch, guards }, codeowners) {
  if (guards.state === "missing") {
    return [
      unknown(
        "policy-reviewed",
        `what \`${branch}\`, where the policy is read, is protected by is not known: ${guards.detail}`,
        "use a token that may read the repository (`metadata: read` and `contents: read`)"
      )
    ];
  }
  return [reviewFinding(branch, guards.value), ownersFinding(codeowners)];
}
function reviewFinding(branch, guards) {
  const code = "policy-reviewed";
  const read = guards.filter(({ unread }) => unread === null);
  const reviewed = read.some(({ pullRequest: pullRequest2 }) => pullRequest2?.codeOwners === true);
  if (reviewed) return ok(code, `\`${branch}\` takes changes of code owners' files by review only`);
  const asksFor = read.some(({ pullRequest: pullRequest2 }) => pullRequest2 !== null);
  const problem = asksFor ? `\`${branch}\`, where the policy is read, does not require a review by code owners` : `\`${branch}\`, where the policy is read, takes pushes without a pull request`;
  return unreadFinding(code, branch, guards) ?? fail(code, problem, "run `stage-gates protect --default-branch`");
}
function ownersFinding({ codeowners, codeownersErrors }) {
  const code = "policy-owned";
  const line = "/.github/ @<org>/<team>";
  if (codeowners === null) {
    const remedy = `write \`${line}\` into \`.github/CODEOWNERS\``;
    return fail(code, "nobody owns `.github/`: there is no CODEOWNERS", remedy);
  }
  const { name: path, fact } = codeowners;
  if (fact.state === "missing") {
    const remedy = "add `contents: read` to the token";
    return unknown(code, `\`${path}\` cannot be read: ${fact.detail}`, remedy);
  }
  const text = fact.value.state === "file" ? fact.value.file.text : "";
  const parsed = parseCodeowners(text);
  const lines = DECIDING.map((file) => [file, lineFor(parsed, file)]);
  const unowned = lines.filter(([, one]) => (one?.owners.length ?? 0) === 0).map(([file]) => file);
  if (unowned.length === 0) {
    return heededFinding(
      path,
      lines.map(([, one]) => one?.line ?? 0),
      codeownersErrors
    );
  }
  const names = unowned.map((file) => `\`${file}\``).join(", ");
  const end = text.split("\n").length;
  const finding = fail(code, `nobody owns ${names}`, `add \`${line}\` as the last line`);
  return placed(finding, { file: path, line: Math.max(1, end), column: 1 });
}
function heededFinding(path, lines, errors) {
  const code = "policy-owned";
  if (errors.state === "missing") {
    const problem2 = `whether GitHub heeds \`${path}\` is not known: ${errors.detail}`;
    return unknown(code, problem2, "add `contents: read` to the token");
  }
  const error = errors.value.find(({ line }) => lines.includes(line));
  if (error === void 0) return ok(code, `\`${path}\` names owners of \`.github/\``);
  const [reason = ""] = error.message.split("\n");
  const problem = `GitHub does not heed an owner of \`.github/\`: ${reason.replace(/[.:]$/, "")}`;
  const remedy = "name people or teams that can be seen and have write access";
  return placed(fail(code, problem, remedy), { file: path, line: error.line, column: 1 });
}

// src/protection/workflow-permissions.ts
var PERMISSIONS = [
  { name: "contents", level: "read", otherwise: "the policy cannot be read", vital: true },
  { name: "statuses", level: "write", otherwise: "the verdict cannot be written", vital: true },
  {
    name: "pull-requests",
    level: "write",
    otherwise: "the comment cannot be written",
    vital: false
  },
  { name: "issues", level: "write", otherwise: "issues cannot be opened", vital: false },
  { name: "checks", level: "read", otherwise: "rules of type `ci` are errored", vital: false },
  {
    name: "actions",
    level: "read",
    otherwise: "rules of type `ci` that ask for a workflow are errored",
    vital: false
  }
];
var ADVICE = "write `permissions: {}` at the top and, at the job, `permissions: {contents: read, pull-requests: write, issues: write, statuses: write, checks: read, actions: read}`";
function permissionFindings({ file, permissions }, job) {
  const given = job.permissions ?? permissions;
  const here = (point, finding) => placed(finding, placeIn(file, point));
  const code = "workflow-permissions";
  if (given === null) {
    const problem = `\`${job.id}\` runs with whatever the repository's settings give to workflows`;
    return [here(job.at, fail(code, problem, ADVICE))];
  }
  const levelOf = (name) => {
    if (given.all === "write-all") return "write";
    if (given.all === "read-all") return "read";
    return given.listed.get(name) ?? "none";
  };
  const lacking = PERMISSIONS.filter(({ name, level }) => {
    const has = levelOf(name);
    return has !== "write" && has !== level;
  }).map(({ name, level, otherwise, vital }) => {
    const say = vital ? fail : warn;
    const problem = `\`${job.id}\` lacks \`${name}: ${level}\`: ${otherwise}`;
    const remedy = `add \`${name}: ${level}\` to the permissions of \`${job.id}\``;
    return here(given.at, say(code, problem, remedy));
  });
  const tooMuch = given.all === "write-all" ? ["everything"] : [...given.listed].flatMap(
    ([name, level]) => level === "write" && !PERMISSIONS.some((one) => one.name === name && one.level === "write") ? [`${name}: write`] : []
  );
  return tooMuch.length === 0 ? lacking : [
    ...lacking,
    here(
      given.at,
      warn(code, `\`${job.id}\` may more than it needs: ${tooMuch.join(", ")}`, ADVICE)
    )
  ];
}

// src/protection/workflow-triggers.ts
var PULL_REQUEST = ["opened", "reopened", "synchronize", "edited"];
var ALSO = ["ready_for_review", "converted_to_draft", "labeled", "unlabeled"];
function triggerFindings(workflow, duty) {
  return [...pullRequestFindings(workflow, duty), ...otherEventFindings(workflow, duty)];
}
function pullRequestFindings({ events, file }, { branches }) {
  const target = events.get("pull_request_target");
  const event = target ?? events.get("pull_request");
  if (event === void 0) {
    const problem = `\`${file}\` does not run for pull requests`;
    const remedy = `add \`pull_request_target: {branches: [${branches.join(", ")}]}\` under \`on:\``;
    return [fail("workflow-trigger", problem, remedy)];
  }
  const weaker = target === void 0 ? [
    placed(
      warn(
        "workflow-trigger",
        "`pull_request` may write nothing for forks, and does not run on a conflict",
        "use `pull_request_target`: nothing of the pull request is checked out or run"
      ),
      placeIn(file, event.at)
    )
  ] : [];
  return [...weaker, ...typeFindings(file, event), ...filterFindings(file, event, branches)];
}
function typeFindings(file, event) {
  const types = event.types ?? ["opened", "reopened", "synchronize"];
  const lacks = (wanted) => wanted.filter((type) => !types.includes(type));
  const [vital, useful] = [lacks(PULL_REQUEST), lacks(ALSO)];
  if (vital.length === 0 && useful.length === 0) return [];
  const say = vital.length === 0 ? warn : fail;
  const all = [...vital, ...useful].join(", ");
  return [
    placed(
      say(
        "workflow-types",
        `a pull request that is ${all} is not judged again at once`,
        `write \`types: [${[.../* @__PURE__ */ new Set([...types, ...vital, ...useful])].join(", ")}]\``
      ),
      placeIn(file, event.at)
    )
  ];
}
function filterFindings(file, { filter, branches: chosen, at: point }, branches) {
  const found = [];
  if (filter !== null) {
    const problem = `\`${filter.name}\` leaves out pull requests, whose required status then nobody writes`;
    const remedy = `remove \`${filter.name}\`; the policy says which paths are governed`;
    found.push(placed(fail("workflow-filter", problem, remedy), placeIn(file, filter.at)));
  }
  const left = chosen === null ? [] : branches.filter((branch) => !isCovered(branch, chosen));
  if (left.length > 0) {
    const all = [.../* @__PURE__ */ new Set([...chosen ?? [], ...left])].map((name) => JSON.stringify(name));
    const names = left.map((name) => `\`${name}\``).join(", ");
    const problem = `it does not run for pull requests into ${names}`;
    const remedy = `write \`branches: [${all.join(", ")}]\``;
    found.push(placed(fail("workflow-branches", problem, remedy), placeIn(file, point)));
  }
  return found;
}
function isCovered(branch, chosen) {
  if (chosen.some((glob) => glob.startsWith("!"))) return false;
  if (chosen.includes(branch) || chosen.includes("**")) return true;
  if (/[*?[{]/.test(branch)) return false;
  return globMatcher(chosen.filter((glob) => globProblem(glob) === null))(branch);
}
var OTHERS = [
  { event: "pull_request_review", loses: "an approval that is given or taken back counts late" },
  { event: "issue_comment", loses: "commands in comments do nothing until the next sweep" },
  { event: "workflow_dispatch", loses: "nobody can have a pull request judged again by hand" }
];
function otherEventFindings({ events, file }, { hasMergeQueue }) {
  const lost = OTHERS.filter(({ event }) => !events.has(event)).map(
    ({ event, loses }) => warn("workflow-trigger", `\`${file}\` lacks \`${event}\`: ${loses}`, `add \`${event}:\``)
  );
  const schedule = events.has("schedule") ? [] : [
    fail(
      "workflow-schedule",
      `\`${file}\` has no \`schedule\`: what expires, and what bots open, is never judged`,
      'add `schedule: [{cron: "7,22,37,52 * * * *"}]` under `on:`'
    )
  ];
  if (events.has("merge_group")) return [...lost, ...schedule];
  const say = hasMergeQueue ? fail : warn;
  const problem = hasMergeQueue ? `the branch has a merge queue, and \`${file}\` lacks \`merge_group\`: the queue waits in vain` : `\`${file}\` lacks \`merge_group\`: a merge queue would wait in vain`;
  const remedy = "add `merge_group: {types: [checks_requested]}` under `on:`";
  return [...lost, ...schedule, say("workflow-merge-group", problem, remedy)];
}

// src/protection/workflow-findings.ts
var HARMLESS = [
  "github.event_name!='issue_comment'||github.event.issue.pull_request",
  "always()",
  "!cancelled()",
  "true"
];
function workflowFindings(workflow, duty) {
  const jobs = workflow.jobs.filter(({ uses }) => uses.some(({ action }) => isOurAction(action)));
  if (jobs.length === 0) {
    return [
      fail(
        "workflow-missing",
        `\`${workflow.file}\` has no step that uses stage-gates`,
        "take over `templates/workflow.yml`, or run `stage-gates init`"
      )
    ];
  }
  const findings = [
    ...triggerFindings(workflow, duty),
    ...concurrencyFindings(workflow, jobs),
    ...jobs.flatMap((job) => [...permissionFindings(workflow, job), ...jobFindings(workflow, job)]),
    ...nameFindings(workflow, duty)
  ];
  return findings.length > 0 ? findings : [ok("workflow", `\`${workflow.file}\` runs on all that can change a verdict`)];
}
function concurrencyFindings({ concurrency, file }, jobs) {
  const all = [concurrency, ...jobs.map((job) => job.concurrency)].filter((one) => one !== null);
  if (all.length === 0) {
    return [
      warn(
        "workflow-concurrency",
        `two runs of \`${file}\` for one pull request can overtake each other`,
        "take over `concurrency:` of `templates/workflow.yml`"
      )
    ];
  }
  return all.flatMap(({ group, cancels, at: point }) => [
    ...cancels === null || cancels.text === "false" ? [] : [
      placed(
        fail(
          "workflow-concurrency",
          "a run that is cancelled while it writes leaves the verdict before it",
          "write `cancel-in-progress: false`"
        ),
        placeIn(file, cancels.at)
      )
    ],
    ...group.includes("${{") ? [] : [
      placed(
        fail(
          "workflow-concurrency",
          "all pull requests share one place in line, where a newer run replaces the one waiting",
          "put the number of the pull request into `group:` as `templates/workflow.yml` does"
        ),
        placeIn(file, point)
      )
    ]
  ]);
}
function jobFindings({ events, file }, job) {
  const found = [];
  const add = (finding, point) => found.push(placed(finding, placeIn(file, point)));
  for (const { key, text, at: point } of job.conditions) {
    const bare = text.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, "$1").replace(/\s+/g, "");
    if (key === "if" && HARMLESS.includes(bare)) continue;
    const problem = `\`${key}\` can keep \`${job.id}\` from running, and then nobody writes the status`;
    add(fail("workflow-skipped", problem, `remove \`${key}\``), point);
  }
  for (const { action, at: point } of job.uses) {
    const [, revision = ""] = action.split("@");
    if (/[<>]/.test(action)) {
      const problem = `\`${action}\` is still to be filled in: GitHub does not run the file as it is`;
      const remedy = "name the repository and the 40 hex digits of the commit you looked through";
      add(fail("workflow-placeholder", problem, remedy), point);
    } else if (!/^[0-9a-f]{40}$/.test(revision) && !action.startsWith("./")) {
      const problem = `\`${action}\` is not pinned: what the name stands for can be changed`;
      add(
        fail("workflow-pinned", problem, "write the 40 hex digits of a commit behind `@`"),
        point
      );
    }
    if (/^actions\/checkout@/.test(action) && events.has("pull_request_target")) {
      const problem = "code is checked out in a run that holds a token that may write";
      add(fail("workflow-checkout", problem, "remove the step: stage-gates needs no files"), point);
    }
  }
  return found;
}
function nameFindings({ jobs, file }, { contexts }) {
  return jobs.filter(({ name }) => contexts.includes(name)).map(({ name, at }) => {
    const problem = `a job is called \`${name}\` like the required status: both would have to pass`;
    const remedy = "give the job another name";
    return placed(fail("workflow-job-name", problem, remedy), placeIn(file, at));
  });
}

// src/protection/needs-ruleset.ts
var BY_RULESET = [
  "context-required",
  "source-bound",
  "pull-request-required",
  "force-push-refused",
  "deletion-refused",
  "policy-reviewed"
];
function needsRuleset(findings) {
  return findings.some(({ level, code }) => level !== "ok" && BY_RULESET.includes(code));
}

// src/protection/ref-patterns.ts
function refPatterns(globs) {
  const patterns = globs.flatMap(withoutBraces).map((glob) => {
    if (glob === "**") return "~ALL";
    return `refs/heads/${glob.replace(/\/\*\*$/, "/**/*")}`;
  });
  return [...new Set(patterns)];
}

// src/protection/ruleset.ts
function rulesetForStage({ id, branches }, app) {
  return {
    name: contextOf(id),
    ...guarding(refPatterns(branches)),
    rules: [
      ...KEPT,
      pullRequest({ approvals: 0, codeOwners: false }),
      {
        type: "required_status_checks",
        parameters: {
          // Promotions from a branch that is never merged back could never be up to date; the
          // workflow has what is open judged again when the branch moves.
          strict_required_status_checks_policy: false,
          do_not_enforce_on_create: false,
          required_status_checks: [{ context: contextOf(id), integration_id: app }]
        }
      }
    ]
  };
}
function rulesetForPolicy() {
  return {
    name: contextOf("policy"),
    ...guarding(["~DEFAULT_BRANCH"]),
    rules: [...KEPT, pullRequest({ approvals: 1, codeOwners: true })]
  };
}
function guarding(include) {
  return {
    target: "branch",
    enforcement: "active",
    bypass_actors: [],
    conditions: { ref_name: { include, exclude: [] } }
  };
}
var KEPT = [{ type: "deletion" }, { type: "non_fast_forward" }];
function pullRequest(asks) {
  return {
    type: "pull_request",
    parameters: {
      required_approving_review_count: asks.approvals,
      dismiss_stale_reviews_on_push: asks.codeOwners,
      require_code_owner_review: asks.codeOwners,
      require_last_push_approval: false,
      required_review_thread_resolution: false
    }
  };
}

// src/github/protection/branch-protection.ts
var ProtectionReader = class {
  #client;
  #name;
  #rulesets = /* @__PURE__ */ new Map();
  constructor(client, name) {
    this.#client = client;
    this.#name = name;
  }
  /**
   * What holds merges into a branch.
   *
   * @param mayExist whether there may be such a branch; of others there is no classic protection.
   */
  async read(branch, mayExist) {
    try {
      const rules = await readBranchRules(this.#client, this.#name, branch);
      const byRuleset = /* @__PURE__ */ new Map();
      for (const rule of rules) {
        const others = byRuleset.get(rule.ruleset_id);
        if (others === void 0) byRuleset.set(rule.ruleset_id, [rule]);
        else others.push(rule);
      }
      const guards = await Promise.all(
        [...byRuleset].map(async ([id, own]) => guardOf(own, await this.ruleset(id)))
      );
      const classic = mayExist ? await readClassicGuard(this.#client, this.#name, branch) : null;
      const all = classic === null ? guards : [...guards, classic];
      return { branch, guards: known(all) };
    } catch (error) {
      return { branch, guards: factOf(error) };
    }
  }
  /** One ruleset with all that the token is shown of it. */
  ruleset(id) {
    const before = this.#rulesets.get(id);
    if (before !== void 0) return before;
    const { owner, name } = this.#name;
    const asked = { owner, repo: name, ruleset_id: id };
    const found = this.#client.request("GET /repos/{owner}/{repo}/rulesets/{ruleset_id}", asked).then(({ data }) => known(data)).catch(factOf);
    this.#rulesets.set(id, found);
    return found;
  }
};

// src/github/protection/repository-state.ts
var CODEOWNERS = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
var WORKFLOWS = ".github/workflows";
var POLICY = [POLICY_PATH, ".github/stage-gates"];
var MOST_PULLS = 50;
var MOST_BRANCHES = 100;
async function readRepositoryState(client, name) {
  const query = new Query();
  const about = query.inRepository("nameWithOwner");
  const organization = askOrganizationPolicy(query, name);
  const fields = `${policyFields(query)} ${tipFields(query)}`;
  const tip = query.inRepository(
    `defaultBranchRef { name target { oid ... on Commit { ${fields} } } }`
  );
  const pulls = query.inRepository(
    `pullRequests(states: OPEN, first: ${MOST_PULLS}, orderBy: {field: UPDATED_AT, direction: DESC}) {
      nodes { number baseRefName headRefOid } pageInfo { hasNextPage } }`
  );
  const branches = query.inRepository(
    `refs(refPrefix: "refs/heads/", first: ${MOST_BRANCHES}) { nodes { name } pageInfo { hasNextPage } }`
  );
  const answer = await query.ask(client, name);
  const repository = dataAt(answer.repository, about);
  if (typeof repository !== "string") throw notShown(name);
  const branch = dataAt(answer.repository, tip);
  if (branch === null || branch === void 0) {
    throw new GitHubFailure("unreadable", `\`${repository}\` has no commit yet`);
  }
  const blobs = new Blobs(client, name);
  const asked = { answer, blobs, way: [tip, "target"] };
  return {
    policy: {
      ref: branch.name,
      sha: branch.target.oid,
      ...await readPolicy(answer, tip, branch, blobs),
      organization: await organization(answer, client)
    },
    state: {
      repository,
      defaultBranch: branch.name,
      codeowners: await codeownersOf(asked),
      workflows: await workflowsOf(asked),
      policyChanged: changeOf(asked),
      pulls: pullsOf(answer, pulls),
      branches: namesOf(dataAt(answer.repository, branches, "nodes")),
      allBranches: dataAt(answer.repository, branches, "pageInfo", "hasNextPage") === false
    }
  };
}
function notShown({ owner, name }) {
  const what = `there is no repository \`${owner}/${name}\`, or the token does not see it`;
  return new GitHubFailure("unreadable", what, 404);
}
function tipFields(query) {
  const path = (text) => query.variable("String!", text);
  const owners = CODEOWNERS.map(
    (file, index) => `owners${index}: file(path: ${path(file)}) { ${entryFields(query)} }`
  );
  const changes = POLICY.map(
    (file, index) => `changes${index}: history(first: 1, path: ${path(file)}) { nodes { committedDate } }`
  );
  const workflows = `workflows: file(path: ${path(WORKFLOWS)}) {
    object { ... on Tree { entries { name ${entryFields(query)} } } } }`;
  return [...owners, ...changes, workflows].join("\n");
}
async function codeownersOf({ answer, blobs, way }) {
  for (const [index, name] of CODEOWNERS.entries()) {
    const here = [...way, `owners${index}`];
    const problem = answer.problemAt("repository", ...here, "object");
    const fact = await blobs.fileAt(dataAt(answer.repository, ...here), problem);
    if (fact.state === "missing" || fact.value.state !== "absent") return { name, fact };
  }
  return null;
}
async function workflowsOf({ answer, blobs, way }) {
  const here = [...way, "workflows"];
  const problem = answer.problemAt("repository", ...here, "object", "entries");
  if (problem !== null) return problemFact(problem, "contents: read");
  const entries = dataAt(answer.repository, ...here, "object", "entries") ?? [];
  const files = entries.filter(({ name }) => /\.ya?ml$/.test(name)).map(async (entry) => ({
    name: `${WORKFLOWS}/${entry.name}`,
    fact: await blobs.fileAt(entry, null)
  }));
  return known(await Promise.all(files));
}
function changeOf({ answer, way }) {
  const moments = [];
  for (const index of POLICY.keys()) {
    const here = [...way, `changes${index}`];
    const problem = answer.problemAt("repository", ...here);
    if (problem !== null) return problemFact(problem);
    const [last] = dataAt(answer.repository, ...here, "nodes") ?? [];
    if (last !== void 0) moments.push(parseInstant(last.committedDate));
  }
  return known(moments.length === 0 ? null : Math.max(...moments));
}
function pullsOf(answer, alias) {
  const page = pageAt(answer, ["repository", alias], PULLS);
  if (page.state === "missing") return page;
  const { nodes, pageInfo } = page.value;
  const open = nodes.map(({ number, baseRefName, headRefOid }) => ({
    number,
    base: baseRefName,
    head: headRefOid
  }));
  return known({ open, isWhole: !pageInfo.hasNextPage });
}
function namesOf(nodes) {
  return (nodes ?? []).map(({ name }) => name);
}

// src/cli/read-protected.ts
async function readProtected(connected) {
  const { client, name } = connected;
  try {
    const { state, policy } = await readRepositoryState(client, name);
    const loaded = loadAtTip(policy, openPacks(), state.repository);
    return { state, policy, loaded, reader: new ProtectionReader(client, name) };
  } catch (error) {
    throw unanswered(error, connected, null);
  }
}
function hasNoPolicy({ policy }) {
  return isAbsent(policy.policy.fact) && isAbsent(policy.organization.fact);
}
function stagesNamed(stages, id) {
  if (id === void 0) return stages;
  const stage = stages.find((one) => one.id === id);
  if (stage !== void 0) return [stage];
  throw unknownName(
    "stage",
    id,
    stages.map((one) => one.id)
  );
}

export {
  readProtection,
  protectCommand,
  demandsOfOthers,
  branchFindings,
  policySourceFindings,
  isCovered,
  workflowFindings,
  nameFindings,
  needsRuleset,
  rulesetForStage,
  rulesetForPolicy,
  readProtected,
  hasNoPolicy,
  stagesNamed
};
