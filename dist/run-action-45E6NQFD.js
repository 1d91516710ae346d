import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  judgePromotion
} from "./chunk-XAEHQ7DA.js";
import {
  askOwnIssues,
  askOwnRuns,
  askingOf,
  openPull,
  readAccount,
  readAllComments,
  readOwnRuns
} from "./chunk-XDGXXBDO.js";
import {
  renderSettings,
  settingsOf
} from "./chunk-53UKQRKY.js";
import {
  readBranchRules,
  readClassicContexts,
  requiredByRules
} from "./chunk-L4MX7ROU.js";
import {
  branchesIn,
  loadAtTip
} from "./chunk-HWUEBB2Y.js";
import {
  Blobs,
  MOVES,
  Query,
  askOpenPulls,
  askOrganizationPolicy,
  askPolicy
} from "./chunk-LVKKHRHN.js";
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
  heading,
  headingNodes,
  headlineOf,
  html,
  inBrackets,
  link,
  markdownOf,
  nameNodes,
  notesFold,
  paragraphOf,
  pasted,
  placeNodes,
  portfolioTable,
  printWithin,
  problemItem,
  prose,
  reportPieces,
  strong,
  tableOf,
  templateFor,
  warning,
  whereNodes,
  words
} from "./chunk-AXJBJRHJ.js";
import "./chunk-DOMC7MEP.js";
import {
  gravestFirst,
  ofFindings
} from "./chunk-MGRBYFJD.js";
import {
  POLICY_CONTEXT,
  contextOf,
  isOurContext,
  isStageContext,
  stageIn
} from "./chunk-YWFD4VWM.js";
import {
  blocks,
  outline
} from "./chunk-EI5M2NBG.js";
import {
  dataAt,
  loginOf,
  pageAt,
  parseInstant
} from "./chunk-KKEM3PDJ.js";
import {
  GitHubFailure,
  factOf,
  failureOf,
  githubFailure
} from "./chunk-OMCSVZS3.js";
import "./chunk-QSZG2IW5.js";
import "./chunk-KXWXYZQM.js";
import {
  counts
} from "./chunk-MOFI6JKW.js";
import "./chunk-PODXRERM.js";
import "./chunk-HAXGSIID.js";
import "./chunk-I3GTUB5F.js";
import "./chunk-ZQEAAXPF.js";
import {
  stageOfBranch
} from "./chunk-WPQ7RJF2.js";
import "./chunk-VOJVDU5I.js";
import "./chunk-53U4FLTU.js";
import {
  known
} from "./chunk-5SW2YIMI.js";
import {
  commandLine,
  countWords,
  ruleType,
  sameLogin
} from "./chunk-HU7C56Q2.js";
import {
  answerMarker,
  fingerprintIn,
  fingerprintOf,
  isAnswer,
  isNote,
  isStatusComment,
  issueMarker,
  noteMarker,
  statusMarker,
  subjectOf
} from "./chunk-VZIMIMLZ.js";
import "./chunk-H5AMS74M.js";
import "./chunk-PKZ5FII4.js";
import "./chunk-TH4X3JRS.js";
import {
  capitalised,
  closed,
  counted,
  formatCount
} from "./chunk-OBXZQG3I.js";
import {
  inertLine,
  inertLines
} from "./chunk-UR5HFCGQ.js";
import "./chunk-V7XYMT6F.js";
import {
  USAGE,
  VERBS,
  counts as counts2,
  parseCommands
} from "./chunk-2I7DLJWO.js";
import "./chunk-4T5N5ANP.js";
import "./chunk-OKGOBK43.js";
import {
  DAY,
  dayOf,
  formatInstant
} from "./chunk-2UVS6TJC.js";
import {
  suggest
} from "./chunk-P6TVZRK3.js";
import "./chunk-JULNA7AP.js";

// src/github/list-pulls.ts
async function listPulls(asked) {
  const { client, name, policyBranch, branchesOf } = asked;
  const query = new Query();
  const fullName = query.inRepository("nameWithOwner");
  const policy = askPolicy(query, policyBranch);
  const organization = askOrganizationPolicy(query, name);
  const openPulls = askOpenPulls(query);
  const answer = await query.ask(client, name);
  const { files } = await policy(answer, new Blobs(client, name));
  const at = { ...files, organization: await organization(answer, client) };
  const repository = String(dataAt(answer.repository, fullName));
  const pulls2 = await openPulls(answer, client, name, () => branchesOf(at, repository));
  return { repository, policy: at, pulls: pulls2 };
}

// src/github/surroundings-of.ts
var MARKER = "<!-- stage-gates:";
var ISSUE_MARKER = "<!-- stage-gates:issue";
function surroundingsOf(opened2, about2) {
  const { pull, url, hasIssues, head, checkRuns, conversation, issues } = opened2;
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
      authorCanWrite: about2.authorCanWrite
    },
    statuses: head?.oid === pull.head ? ownStatuses(head.status?.contexts ?? []) : [],
    checkRuns,
    comments: mapped(conversation.comments, ownComments),
    issues: mapped(issues, ownIssues),
    openPulls: about2.openPulls
  };
}
function mapped(fact, then) {
  return fact.state === "known" ? known(then(fact.value)) : fact;
}
var STATES = {
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
  if (!isOurContext(context)) return [];
  return [{ context, state: STATES[state], description, targetUrl }];
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
    `pullRequest(number: ${number}) { state headRefOid baseRefName ${MOVES} }`
  );
  const { repository } = await query.ask(client, name);
  const seen = dataAt(repository, alias);
  const [move] = dataAt(seen, "moves", "nodes") ?? [];
  return dataAt(seen, "state") === "OPEN" && dataAt(seen, "headRefOid") === pull.head && dataAt(seen, "baseRefName") === pull.baseBranch && (move?.id ?? null) === pull.lastMove;
}
async function readOwnIssues({ client, name }) {
  const query = new Query();
  const read = askOwnIssues(query, name);
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

// src/render/command-help.ts
var NAMED = 20;
function helpNodes(policy) {
  const rows = VERBS.map((verb) => [
    [code(`/gate ${USAGE[verb].form}`)],
    [words(USAGE[verb].effect)],
    whoMay(verb, policy)
  ]);
  const roles = Object.entries(policy.roles).map(([id, role]) => roleItem(id, role));
  return [
    tableOf(["Command", "What it does", "Who can use it"], rows),
    paragraphOf(
      words(
        "A command stands at the start of a line, outside of quotes, lists and code. Comments that were edited or hidden, or written by bots, do not count. Nobody waives, signs off or lets through what they wrote themselves."
      )
    ),
    ...roles.length === 0 ? [] : [paragraphOf(words("Roles:")), bullets(roles)]
  ];
}
function whoMay(verb, { roles, waivers, break_glass }) {
  switch (verb) {
    case "waive":
    case "unfreeze":
      return holders(waivers.approvers, "the policy names no `waivers.approvers`");
    case "unwaive":
      return [
        ...holders(waivers.approvers, "the policy names no `waivers.approvers`"),
        words(waivers.approvers.length === 0 ? "" : ", and whoever gave the waiver")
      ];
    case "sign-off":
      return Object.keys(roles).length === 0 ? nobody("the policy has no `roles`") : [words("whoever holds the role")];
    case "break-glass": {
      if (break_glass === null) return nobody("the policy has no `break_glass`");
      const who = holders(break_glass.roles, "`break_glass` names no `roles`");
      const { approvals } = break_glass;
      return approvals === 1 ? who : [...who, words(`; it takes ${approvals} of them`)];
    }
    default:
      return [words("everybody")];
  }
}
function holders(roles, none) {
  if (roles.length === 0) return nobody(none);
  return roles.flatMap((role, index) => [words(index === 0 ? "" : " or "), code(role)]);
}
function nobody(why) {
  const parts = why.split("`").map((part, index) => index % 2 === 0 ? words(part) : code(part));
  return [words("nobody: "), ...parts];
}
function roleItem(id, { users, teams, permission }) {
  const named = [...users, ...teams].slice(0, NAMED).map((name) => code(`@${name}`));
  const more2 = users.length + teams.length - named.length;
  const who = named.flatMap((name, index) => [words(index === 0 ? "" : ", "), name]);
  const rest = [
    ...more2 === 0 ? [] : [`${more2} more`],
    ...permission === null ? [] : [`everybody with at least ${permission} access`]
  ];
  const others2 = rest.length === 0 ? "" : `${who.length === 0 ? "" : ", "}${rest.join(", ")}`;
  return bullet([
    paragraphOf(code(id), words(": "), ...who, words(others2 || (who.length === 0 ? "nobody" : "")))
  ]);
}

// src/render/command-answer.ts
function answerCommands(commands, terms, unheeded = []) {
  const answers = [
    ...commands.map((parsed) => answerNodes(parsed, terms)),
    ...unheeded.map(unheededNodes)
  ].map(markdownOf);
  const said = [...new Set(answers)].filter((answer) => answer !== "");
  return said.length === 0 ? null : said.join("\n");
}
function answerNodes(parsed, terms) {
  if (parsed.state === "refused") return refusalNodes(parsed.refusal);
  const { command } = parsed;
  if (command.verb === "help") return helpNodes(terms.policy);
  return command.verb === "explain" ? explainNodes(command, terms) : [];
}
function unheededNodes(message) {
  const why = prose(closed(capitalised(message)));
  return [
    paragraphOf(strong(words("Not taken.")), words(" "), ...why),
    paragraphOf(code("/gate help"), words(" lists who can use which command."))
  ];
}
function refusalNodes({ problem, remedy, usage, didYouMean }) {
  const isSaid = didYouMean === null || remedy.includes(`\`${didYouMean}\``);
  const meant = isSaid ? [] : [words(" Did you mean "), code(didYouMean), words("?")];
  return [
    paragraphOf(
      strong(words("Not taken.")),
      words(" "),
      ...prose(capitalised(problem)),
      words("; "),
      ...prose(remedy),
      words("."),
      ...meant
    ),
    usage === null ? paragraphOf(code("/gate help"), words(" lists every command.")) : paragraphOf(words("Write it as "), code(usage))
  ];
}
function explainNodes({ gate: id, rule: ruleId }, terms) {
  const { gates: gates2 } = terms.policy;
  if (id === null) return allGates(gates2);
  const gate = gates2.find((other) => other.id === id);
  if (gate === void 0) return unknownName("gate", id, gates2);
  if (ruleId === null) return gateNodes(gate, terms);
  const rule = gate.rules.find((other) => other.id === ruleId);
  return rule === void 0 ? unknownName("rule", ruleId, gate.rules) : ruleNodes(gate, rule, terms);
}
function unknownName(kind, id, all) {
  const ids = all.map((one) => one.id);
  const names = ids.slice(0, 30).map((name) => `\`${name}\``);
  return refusalNodes({
    problem: `there is no ${kind} \`${id}\``,
    remedy: `there ${ids.length === 1 ? "is" : "are"} ${names.join(", ")}`,
    usage: null,
    didYouMean: suggest(id, ids)
  });
}
function allGates(gates2) {
  const rows = gates2.map(({ id, title, rules }) => [
    [code(id)],
    prose(title),
    [words(counted(rules.length, "rule"))]
  ]);
  const more2 = [code("/gate explain <gate>"), words(" shows the rules of one.")];
  return [tableOf(["Gate", "Title", "Rules"], rows), paragraphOf(...more2)];
}
function gateNodes(gate, { typeOf: typeOf2 }) {
  const rows = gate.rules.map((rule) => [
    [code(rule.id)],
    prose(rule.title),
    proseOf(typeOf2(rule)?.holdsWhen),
    [words(rule.severity === "warn" ? "warns" : "blocks")]
  ]);
  return [
    paragraphOf(strong(...prose(gate.title)), words(", "), code(gate.id)),
    tableOf(["Rule", "Title", "Holds when", "Otherwise"], rows),
    paragraphOf(code(`/gate explain ${gate.id}/<rule>`), words(" says more of one."))
  ];
}
function ruleNodes(gate, rule, { typeOf: typeOf2 }) {
  const type = typeOf2(rule);
  const codes = Object.entries(type?.codes ?? {}).map(([name, meaning]) => [
    [code(name)],
    prose(meaning)
  ]);
  return [
    paragraphOf(strong(...prose(rule.title)), words(", "), code(`${gate.id}/${rule.id}`)),
    paragraphOf(
      words("It holds when "),
      ...proseOf(type?.holdsWhen),
      words(". "),
      ...proseOf(type?.why),
      words(" Stated at "),
      code(`${rule.at.file}:${rule.at.line}`),
      words(rule.waivable ? "." : "; it cannot be waived.")
    ),
    ...pasted({ remedy: `Settings
${settingsText(rule)}` }),
    ...codes.length === 0 ? [] : fold(`What it can report: ${counted(codes.length, "code")}`, [
      tableOf(["Code", "Meaning"], codes)
    ])
  ];
}
function settingsText(rule) {
  const { title, ...settings } = { title: "", ...settingsOf(rule) };
  return renderSettings(settings, null, () => null, UNPAINTED);
}
var UNPAINTED = { width: 100, paint: (_, text) => text };
function proseOf(text) {
  return prose(text ?? "");
}

// src/plan/plan-answers.ts
function planAnswers(asked, own) {
  const { comment: comment2, pull, terms, unheeded } = asked;
  if (!counts2(comment2)) return [];
  const commands = parseCommands(comment2.body);
  if (commands.length === 0) return [];
  const isRefused = unheeded.length > 0 || commands.some(({ state }) => state === "refused");
  const reply = answerCommands(commands, terms, unheeded);
  const isAnswered = own.state === "missing" || own.value.some(({ body: body3 }) => isAnswer(body3, comment2.id));
  const body2 = `${reply?.trimEnd()}

${answerMarker(comment2.id)}
`;
  return [
    ...asked.isAcknowledged ? [] : [
      {
        kind: "react",
        comment: comment2.id,
        content: isRefused ? "confused" : "eyes"
      }
    ],
    ...reply === null || isAnswered ? [] : [{ kind: "reply", pull, body: body2 }]
  ];
}

// src/promotion/can-write.ts
async function canWrite(login, opened2) {
  const access = await writeAccess(login, opened2);
  return access.state === "known" && access.value;
}
async function writeAccess(login, { source }) {
  const [fact] = await source.read([{ kind: "account", login }]);
  return mayWrite(login, fact);
}
function mayWrite(login, account) {
  if (isBot(login)) return known(true);
  if (account.state === "missing") return account;
  const { value } = account;
  return known(value.state !== "absent" && LEVELS.has(value.access));
}
var LEVELS = /* @__PURE__ */ new Set(["write", "maintain", "admin"]);
function isBot(login) {
  return login.endsWith("[bot]");
}

// src/promotion/answers-to.ts
async function answersTo(awaited, about2) {
  const { opened: opened2, policy, verdict, surroundings } = about2;
  const { comments } = opened2.conversation;
  if (comments.state === "missing") return [];
  const answers = [];
  for (const asking of askingOf(comments.value)) {
    if (!awaited(asking.comment)) continue;
    const unheeded = verdict.unheeded.filter(({ comment: comment2 }) => comment2 === asking.comment.id).map(({ message }) => message);
    const asked = { ...asking, pull: opened2.pull.number, terms: { policy, typeOf }, unheeded };
    const planned = planAnswers(asked, surroundings.comments);
    if (planned.length > 0 && await mayAsk(asking.comment, opened2)) answers.push(...planned);
  }
  return answers;
}
async function mayAsk({ author }, opened2) {
  return sameLogin(author, opened2.pull.author) || canWrite(author, opened2);
}
function typeOf(rule) {
  const type = ruleType(rule.type);
  if (type === void 0) return null;
  const { meta, codes } = type;
  return { holdsWhen: meta.holdsWhen, why: meta.why, codes };
}

// src/model/check-mark.ts
function writeMark({ policy, shown, annotations, sent }) {
  return ["v1", policy ?? "-", shown, annotations, sent].join(":");
}
var MARK = /^v1:([0-9a-f]+|-):([0-9a-z-]+):([0-9a-z-]+):(\d{1,6})$/;
function readMark(text) {
  const [, policy, shown, annotations, sent] = MARK.exec(text) ?? [];
  if (policy === void 0 || shown === void 0 || annotations === void 0) return null;
  return { policy: policy === "-" ? null : policy, shown, annotations, sent: Number(sent) };
}

// src/github/apply-check-run.ts
var BATCH = 50;
async function applyCheckRun(effect, ask) {
  const { said, annotations } = effect;
  const batches = batchesOf(annotations);
  let sent = said.mark.sent - annotations.length;
  const partOf = (batch) => {
    sent += batch.length;
    return { external_id: writeMark({ ...said.mark, sent }), output: outputOf(said, batch) };
  };
  const [first = [], ...others2] = batches;
  const whole = {
    ...partOf(first),
    status: "completed",
    conclusion: said.conclusion,
    actions: said.buttons,
    ...said.detailsUrl !== null && { details_url: said.detailsUrl }
  };
  const write = (what) => effect.kind === "create-check-run" ? ask(CREATE, { name: effect.name, head_sha: effect.sha, ...what }) : ask(UPDATE, { check_run_id: effect.id, ...what });
  const { data } = await write(whole).catch(async (error) => {
    if (githubFailure(error)?.status === 422) await write({ ...whole, ...plainly(said) });
    throw error;
  });
  const { id } = data;
  for (const batch of others2) await ask(UPDATE, { check_run_id: id, ...partOf(batch) });
  return { checkRun: id };
}
function plainly({ title, mark }) {
  const summary = "GitHub refused the details. They are tried again.";
  return {
    external_id: writeMark({ ...mark, shown: "no-details", sent: 0 }),
    output: { title: title.slice(0, 100), summary, text: "", annotations: [] }
  };
}
var CREATE = "POST /repos/{owner}/{repo}/check-runs";
var UPDATE = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";
function batchesOf(annotations) {
  const count = Math.ceil(annotations.length / BATCH);
  return Array.from(
    { length: count },
    (_, index) => annotations.slice(index * BATCH, (index + 1) * BATCH)
  );
}
function outputOf({ title, summary, text }, batch) {
  return {
    title,
    summary,
    // Left out, GitHub keeps the text that is there.
    text: text ?? "",
    annotations: batch.map(({ level, file, line, title: about2, message }) => ({
      path: file,
      start_line: line,
      end_line: line,
      annotation_level: level,
      title: about2,
      message
    }))
  };
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
  const ask = (route, parameters) => client.request(route, { ...at, ...parameters });
  switch (effect.kind) {
    case "set-status":
      await ask("POST /repos/{owner}/{repo}/statuses/{sha}", {
        sha: effect.sha,
        context: effect.context,
        state: effect.state,
        description: effect.description,
        ...effect.targetUrl !== null && { target_url: effect.targetUrl }
      });
      return {};
    case "create-check-run":
    case "update-check-run":
      return applyCheckRun(effect, ask);
    case "create-comment":
    case "reply":
      return commented(
        await ask("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
          issue_number: effect.pull,
          body: effect.body
        })
      );
    case "update-comment":
      return commented(
        await ask("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
          comment_id: effect.id,
          body: effect.body
        })
      );
    case "delete-comment":
      await ask("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        comment_id: effect.id
      });
      return {};
    case "react":
      await react(effect.comment, effect.content, ask);
      return {};
    default:
      return applyToIssue(effect, ask);
  }
}
var ISSUE = "/repos/{owner}/{repo}/issues/{issue_number}";
async function applyToIssue(effect, ask) {
  switch (effect.kind) {
    case "create-issue": {
      const { data } = await createIssue(effect, ask);
      return { opened: data.number };
    }
    case "update-issue":
      await ask(`PATCH ${ISSUE}`, { issue_number: effect.number, body: effect.body });
      return {};
    case "close-issue":
      await ask(`PATCH ${ISSUE}`, {
        ...{ issue_number: effect.number, state: "closed", state_reason: effect.reason }
      });
      await comment(effect, ask);
      return {};
    case "reopen-issue":
      await ask(`PATCH ${ISSUE}`, { issue_number: effect.number, state: "open" });
      await comment(effect, ask);
      return {};
  }
}
async function createIssue({ title, body: body2, labels, assignees }, ask) {
  const route = "POST /repos/{owner}/{repo}/issues";
  try {
    return await ask(route, { title, body: body2, labels, assignees });
  } catch (error) {
    if (assignees.length === 0 || githubFailure(error)?.status !== 422) throw error;
    return ask(route, { title, body: body2, labels });
  }
}
async function comment({ number, comment: body2 }, ask) {
  await ask(`POST ${ISSUE}/comments`, { issue_number: number, body: body2 });
}
function commented({ data }) {
  const { id, html_url: url } = data;
  return { comment: id, url };
}
async function react(comment2, content, ask) {
  const route = "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions";
  await ask(route, { comment_id: Number(comment2), content });
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
    if (node.type !== "text" && node.type !== "inlineCode") continue;
    const fits = countWords(node.value) <= room;
    const isDropped = !fits && node.type === "inlineCode" && nodes.length > 0;
    const kept = fits ? node.value : isDropped ? "" : firstWords(node.value, room);
    room -= countWords(kept);
    if (kept !== "") nodes.push(node.type === "inlineCode" ? code(kept) : words(kept));
    if (kept !== node.value) return [...withoutHanging(nodes), words("\u2026")];
  }
  return nodes;
}
var HANGING = /(?:[\s:;,(]|(?<=\s)(?:an?|and|as|at|by|for|from|in|its|of|on|or|than|that|the|to|which|with))+$/;
function withoutHanging(nodes) {
  const last = nodes.at(-1);
  if (last?.type !== "text") return [...nodes];
  const value = last.value.replace(HANGING, "");
  return [...nodes.slice(0, -1), ...value === "" ? [] : [words(value)]];
}
function firstWords(text, limit) {
  const pieces = text.match(/\s*[^\s]+/g) ?? [];
  let kept = "";
  for (const piece3 of pieces) {
    if (countWords(kept + piece3) > limit) break;
    kept += piece3;
  }
  return kept;
}

// src/render/comment-gate.ts
var AMPLER = [
  [3, 4],
  [5, 5],
  [7, 8],
  [9, 8],
  [14, 10],
  [24, 16],
  [40, 40]
];
var TERSE = 5;
function briefGates(told, number, terms) {
  const { links } = terms;
  const whole = wholeGate(told, number, terms);
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
  const title = strong(words(`${number}. `), ...shortName(told), words(":"));
  const [first] = told.findings;
  if (first === void 0)
    return [paragraphOf(title, words(" not all of its rules hold, see below"))];
  const more2 = told.findings.length - 1;
  const others2 = fix <= TERSE ? `(+${formatCount(more2)})` : `(and ${formatCount(more2)} more, below)`;
  const rest = more2 === 0 ? [] : [words(` ${others2}`)];
  const text = paragraphOf(
    title,
    words(" "),
    ...briefProse(first.finding.problem, problem),
    ...rest
  );
  const mend = fixOf(first.finding, fix, links);
  const tail = tracked.length === 0 ? [] : [words(". "), ...tracked];
  const head = [...byWhom(first.finding, links), words(" ")];
  return [text, bullets([bullet([paragraphOf(...head, ...mend, ...tail)])])];
}
function byWhom({ asks }, { author }) {
  const who = (asks ?? author)?.replace(/^@/, "") ?? null;
  if (who === null) return [strong(words("Fix:"))];
  const isShort = visibleWords([words(who)]) <= 4;
  const name = isShort ? code(who) : code(`${who.slice(0, 20)}\u2026`);
  return [strong(words("Fix, by "), name, words(":"))];
}
function shortName({ gate }, limit = 8) {
  const name = nameNodes({ gate });
  if (visibleWords(name) <= limit) return name;
  const title = briefProse(gate.title, limit - 3);
  return gate.service === null ? title : [code(gate.service.slice(0, 24)), words(" \xB7 "), ...title];
}
function fixOf(finding, limit, links) {
  const [line = "", ...paste] = finding.remedy.split(/[\r\n]+/);
  const where = limit <= TERSE ? inBrackets(links.fixes(finding)) : whereNodes({ finding }, links);
  if (paste.length === 0) return [...briefProse(line, limit), ...where];
  const brief = briefProse(line.replace(/:\s*$/, ""), limit - 1);
  const below = visibleWords(brief) < 2 ? " what stands below" : ", as below";
  return [...brief, words(below), ...where];
}
function wholeGate(told, number, { links, tracked }) {
  const nodes = blockingGate(told, number, links);
  if (tracked.length === 0) return nodes;
  const note2 = paragraphOf(...tracked);
  const at = nodes.findLastIndex(({ type }) => type === "list");
  const list = nodes[at];
  if (list?.type !== "list") return [...nodes, note2];
  return nodes.with(at, { ...list, children: [...list.children, bullet([note2])] });
}

// src/render/comment-remarks.ts
function noteItem({ message, at }, links) {
  return paragraphOf(words("\u26A0\uFE0F "), ...prose(capitalised(message)), ...placeNodes(at, links));
}
function expiryItem({ when, problem, at, who, service }, links) {
  return paragraphOf(
    strong(words(`First to expire, on ${formatInstant(when)}:`)),
    words(" "),
    ...service === null ? [] : [code(service), words(" \xB7 ")],
    ...prose(problem),
    ...placeNodes(at, links),
    ...who === null ? [] : [words(", to be renewed by "), code(who.replace(/^@/, ""))]
  );
}
function troubleItem(why) {
  return paragraphOf(words("\u26A0\uFE0F No issue was opened: "), ...prose(closed(why)));
}

// src/render/comment-layout.ts
var TOLD = 3;
var LINE = 10;
function layOut(parts, limit) {
  const { verdict, arranged, heading: heading2, foot, links, waive, issueTrouble: issueTrouble2 } = parts;
  const trouble = issueTrouble2 === null ? [] : [troubleItem(issueTrouble2)];
  const expiry = verdict.expiry === null || verdict.decision === "no-go" ? [] : [expiryItem(verdict.expiry, links)];
  const passing = overview(verdict, arranged);
  const unexplained = verdict.decision === "no-go" && !arranged.told.some(isBlocking);
  const reasons = unexplained ? verdict.notes.map((note2) => noteItem(note2, links)) : [];
  const notes = unexplained ? [] : notesFold(verdict.notes, links);
  const fixed = visibleWords([heading2, foot, ...trouble]) + linesOf(passing, waive, notes);
  const room = { left: limit - fixed };
  return [
    { rank: 0, holds: "heading", content: () => [heading2] },
    ...spread(verdict.problems.map(problemItem), { rank: 1, holds: "problem" }, room),
    ...spread(reasons, { rank: 1, holds: "note" }, room),
    ...unjudged(arranged, room),
    ...gates(parts, room),
    ...others(parts, room),
    ...spread(expiry, { rank: 4, holds: "remark" }, room),
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
  const blocking = arranged.told.filter(isBlocking);
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
function unjudged({ told }, room) {
  const hidden = told.filter(isBlocking).slice(TOLD).filter(({ standing }) => standing === "error");
  const [first] = hidden;
  if (first === void 0) return [];
  const more2 = hidden.length === 1 ? [] : [words(`, and ${formatCount(hidden.length - 1)} more`)];
  const line = paragraphOf(
    words("\u26A0\uFE0F "),
    strong(words("Cannot be judged, nor waived:")),
    words(" "),
    ...shortName(first, 5),
    ...more2
  );
  room.left -= visibleWords([line]);
  return [piece({ rank: 1, holds: "remark", nodes: [line] })];
}
function inFullPieces(told, number, terms, behind) {
  return [
    {
      rank: 2,
      holds: "blocking gate",
      behind,
      content: () => wholeGate(told, number, terms)
    },
    {
      rank: 5,
      holds: "list of findings",
      behind,
      content: () => furtherFindings(told, terms.links)
    }
  ];
}
function lineOf(blocking, inFull, whole) {
  if (whole === 0) return "\u274C All that blocks, with what to paste";
  if (whole === TOLD)
    return `\u274C ${counted(inFull, "more gate")} ${inFull === 1 ? "blocks" : "block"}`;
  return `\u274C ${formatCount(inFull)} of ${counted(blocking, "gate")} that block, in full`;
}
function others({ arranged, links, tracked }, room) {
  const rest = arranged.told.filter(({ standing }) => !blocks(standing));
  const passes = rest.flatMap((told) => {
    const note2 = tracked(told.gate);
    return conditions(told, links).map(
      (node) => note2.length === 0 || node.type !== "paragraph" ? node : paragraphOf(...node.children, words(". "), ...note2)
    );
  });
  const warnings = arranged.told.flatMap(
    (told) => blocks(told.standing) ? [] : told.findings.filter(({ standing }) => standing === "warn").map((one) => warning(one, told, links))
  );
  return [
    ...spread(passes, { rank: 3, holds: "condition" }, room),
    ...spread(warnings, { rank: 4, holds: "warning" }, room)
  ];
}
function isBlocking({ standing }) {
  return blocks(standing);
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
  const more2 = `${shown === 0 ? "" : "more "}${kind.holds}`;
  const behind = counted(nodes.length - shown, more2);
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
  const more2 = lines.length - shown.length;
  return [
    someone(approvers),
    { type: "code", value: shown.join("\n") },
    paragraphOf(
      words(
        `Each line covers one rule, with the findings it has now, on this pull request alone. It shows up here with its author and reason, and ends with the date, at most ${limit} away.${more2 === 0 ? "" : ` ${counted(more2, "rule")} more in the same way.`}`
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
    paragraphOf(
      words("In an emergency all that fails or waits passes at once, and is reviewed afterwards.")
    ),
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
  const parts = commentParts(verdict, terms);
  const last = [parts.foot, html(statusMarker(verdict.stage))];
  const whole = printWithin(layOut(parts, WORDS), last);
  return whole.isCut ? printWithin(layOut(parts, WORDS - CUT), last).text : whole.text;
}
function commentParts(verdict, terms) {
  const arranged = outline(verdict);
  const blocking = arranged.told.filter(({ standing }) => blocks(standing));
  const canWaive = verdict.mode === "enforce" && verdict.decision === "no-go";
  return {
    verdict,
    arranged,
    heading: { type: "heading", depth: 3, children: headingNodes(verdict, arranged) },
    foot: footer(verdict, terms),
    links: terms.links,
    tracked: (gate) => trackedNodes(terms.tracked(gate), terms.repository),
    issueTrouble: terms.issueTrouble,
    waive: terms.waive === null || !canWaive ? [] : waiveFold(blocking, terms.waive)
  };
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
  const blocking = arranged.told.filter(({ standing }) => blocks(standing)).map(nameOf);
  return withNames(said, blocking, details);
}
function nameOf({ gate: { id, service } }) {
  return inertLine(service === null ? id : `${service}/${id}`, 60);
}
function withNames(said, names, details) {
  for (let shown = names.length; shown >= 0; shown -= 1) {
    const more2 = names.length - shown;
    const list = names.slice(0, shown).join(", ");
    const rest = more2 === 0 ? "" : shown === 0 ? "" : ` and ${more2} more`;
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

// src/render/check-run.ts
var MOST_ANNOTATIONS = 200;
function renderCheckRun(verdict, terms) {
  const arranged = outline(verdict);
  const parts = commentParts(verdict, { ...terms, tracked: () => [], issueTrouble: null });
  const pieces = layOut(parts, WORDS).filter(({ holds }) => holds !== "heading");
  const all = annotationsOf(verdict);
  const summary = printWithin(
    [about(terms), ...pieces.filter((piece3) => !isFolded(piece3)), more(all.length)],
    [parts.foot],
    bytesOf
  );
  const details = [
    ...reportPieces(verdict, arranged, terms.links),
    piece2(3, "list of commands", parts.waive),
    piece2(4, "list of policy files", policyFiles(verdict))
  ];
  const text = printWithin(details, [], bytesOf).text;
  return {
    title: renderStatus(verdict, "", terms.other),
    summary: summary.text,
    text: text.trim() === "" ? null : text,
    annotations: all.slice(0, MOST_ANNOTATIONS).flatMap(printed)
  };
}
function bytesOf(text) {
  return new TextEncoder().encode(text).length;
}
function isFolded({ behind, content }) {
  return behind !== void 0 || content()[0]?.type === "html";
}
function about({ other, repository }) {
  if (other === null) return piece2(0, "heading", []);
  const which = link(`${repository}/pull/${other}`, words(`#${other}`));
  return piece2(0, "heading", [
    paragraphOf(words("This is about "), which, words(", which asks to promote the same commit."))
  ]);
}
function more(count) {
  const left = count - MOST_ANNOTATIONS;
  if (left <= 0) return piece2(2, "remark", []);
  const shown = counted(MOST_ANNOTATIONS, "finding");
  const said = `${shown} are shown at their lines, ${formatCount(left)} more in the details.`;
  return piece2(2, "remark", [paragraphOf(words(said))]);
}
function policyFiles({ policy: { files } }) {
  if (files.length === 0) return [];
  const names = files.flatMap(
    (file, index) => index === 0 ? [code(file)] : [words(", "), code(file)]
  );
  return [paragraphOf(words("The policy is made of "), ...names, words("."))];
}
function piece2(rank, holds, nodes) {
  return { rank, holds, content: () => nodes };
}
function annotationsOf(verdict) {
  const { files } = verdict.policy;
  return gravestFirst(ofFindings(verdict, outline(verdict))).filter(
    ({ at, isGone }) => at !== null && !isGone && !files.includes(at.file) && !/^pack:|^\.github\/stage-gates/.test(at.file)
  );
}
var LEVELS2 = { error: "failure", warning: "warning", notice: "notice" };
var LONGEST_TITLE = 255;
var LONGEST_MESSAGE = 4e3;
function printed({ level, at, title, message }) {
  if (at === null || inertLine(at.file, at.file.length) !== at.file) return [];
  return [
    {
      level: LEVELS2[level],
      file: at.file,
      line: at.line,
      title: inertLine(title, LONGEST_TITLE),
      message: inertLines(message, LONGEST_MESSAGE).join("\n")
    }
  ];
}

// src/plan/check-run-effects.ts
import { createHash } from "node:crypto";
var BUTTONS = [
  {
    label: "Re-evaluate",
    description: "Run all gates again on this commit",
    identifier: "reevaluate"
  }
];
function checkRunEffects({ sha, name, annotations, policy, ...wanted }, there) {
  const mark = {
    policy,
    shown: shownDigest(wanted),
    annotations: digest(annotations),
    sent: annotations.length
  };
  const said = { ...wanted, buttons: BUTTONS, mark };
  const runs = there.state === "known" ? there.value : [];
  const own = runs.find((run) => run.name === name);
  const old = own === void 0 ? null : readMark(own.externalId);
  if (own === void 0 || old === null || old.annotations !== mark.annotations) {
    return [{ kind: "create-check-run", sha, name, said, annotations }];
  }
  const missing = annotations.slice(old.sent);
  const same = own.conclusion === said.conclusion && old.policy === policy && old.shown === mark.shown;
  if (same && missing.length === 0 && own.isAwaited !== true) return [];
  return [{ kind: "update-check-run", id: own.id, name, said, annotations: missing }];
}
function isPass({ conclusion }) {
  return ["success", "neutral", "skipped"].includes(conclusion ?? "");
}
function failedRun(wanted, own) {
  const { sha, name, ...words2 } = wanted;
  const old = own === void 0 ? null : readMark(own.externalId);
  const { policy, annotations, sent } = old ?? { policy: null, annotations: digest([]), sent: 0 };
  const mark = { policy, shown: "no-verdict", annotations, sent };
  const failure = { conclusion: "failure", text: null, buttons: BUTTONS, mark };
  const said = { ...words2, ...failure };
  return own === void 0 || old === null ? { kind: "create-check-run", sha, name, said, annotations: [] } : { kind: "update-check-run", id: own.id, name, said, annotations: [] };
}
function shownDigest({ title, summary, text, conclusion }) {
  const plain = text === null ? null : withoutReport(text);
  return digest([conclusion, title, withoutReport(summary), plain, BUTTONS]);
}
function digest(value) {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}

// src/plan/told-verdict.ts
function toldVerdict(input) {
  const { verdict, surroundings, reportUrl } = input;
  if (surroundings.pull === null && input.landed) return null;
  const told = worstOf(input);
  const state = stateOf(told.verdict, input.policy);
  const isShared = (input.sharers ?? []).length > 0;
  return {
    name: contextOf(verdict.stage),
    state,
    verdict: told.verdict,
    isShared,
    other: isShared && state !== "success" ? told.pull : null,
    url: (isShared ? null : reportUrl) ?? pullUrl(input, told.pull)
  };
}
var WORST_FIRST = ["failure", "pending", "success"];
function worstOf({ verdict, surroundings, sharers = [], policy }) {
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
function pullUrl({ surroundings: { repository } }, pull) {
  return pull === null ? null : `${repository.url}/pull/${pull}`;
}

// src/plan/plan-check-run.ts
function planCheckRun(input) {
  const told = toldVerdict(input);
  if (told === null) return [];
  const { surroundings } = input;
  const { annotations, ...text } = renderCheckRun(told.verdict, termsOf(input, told));
  return checkRunEffects(
    {
      ...text,
      sha: surroundings.head,
      name: told.name,
      conclusion: CONCLUSIONS[told.state],
      annotations,
      detailsUrl: told.url,
      policy: told.verdict.policy.sha
    },
    surroundings.checkRuns
  );
}
var CONCLUSIONS = {
  success: "success",
  failure: "failure",
  pending: "action_required"
};
function termsOf(input, told) {
  const { policy, surroundings, templates, reportUrl } = input;
  const { repository, head } = surroundings;
  const pull = told.isShared ? null : surroundings.pull;
  return {
    links: githubLinks({
      repository: repository.url,
      revision: head,
      source: pull?.source ?? null,
      policy: told.verdict.policy,
      templates,
      author: pull?.author ?? null
    }),
    repository: repository.url,
    head,
    waive: policy === null ? null : { policy, head },
    reportUrl: told.isShared ? null : reportUrl,
    other: told.other
  };
}

// src/render/issue-block.ts
var BEGIN = "<!-- stage-gates:begin status -->";
var END = "<!-- stage-gates:end status -->";
var BLOCK = new RegExp(`^${BEGIN}$[^]*?^${END}$`, "gm");
var GAP = /^<!-- stage-gates:gap (\S+) missing=([\d,]*) fixed=([\d,]*) seen=([\d-]+)@([0-9a-f]+) -->$/gm;
var SHOWN = 10;
var SHOWN_IN_LIST = 3;
var LONGEST_NAME = 80;
function trackedIn(body2) {
  const block = blockIn(body2);
  if (block === null) return null;
  return [...block.matchAll(GAP)].map(([, fingerprint, missingIn, fixedIn, day, commit]) => ({
    fingerprint: fingerprint ?? "",
    missingIn: numbersIn(missingIn),
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
  const { missingIn, fixedIn } = tracked;
  return inMarkers(
    [tracked],
    [
      paragraphOf(
        strong(words("Missing in:")),
        words(" "),
        ...missingIn.length === 0 ? [words("no open pull request")] : pulls(missingIn, repository),
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
        ...one.missingIn.length === 0 ? [] : [words(", missing in "), ...pulls(one.missingIn, repository, SHOWN_IN_LIST)],
        ...one.fixedIn.length === 0 ? [] : [
          words(", fixed in "),
          ...pulls(one.fixedIn, repository, SHOWN_IN_LIST),
          words(", not merged yet")
        ],
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
  return [
    strong(words(what)),
    ...subject === null ? [] : [words(" of "), code(inertLine(subject, LONGEST_NAME))]
  ];
}
function firstSeen({ seen }, repository) {
  const commit = link(`${repository}/commit/${seen.commit}`, code(seen.commit.slice(0, 7)));
  return [words(`${seen.day} at `), commit];
}
function pulls(numbers, repository, most = SHOWN) {
  const links = numbers.slice(0, most).flatMap((number, index) => [
    ...index === 0 ? [] : [words(", ")],
    link(`${repository}/pull/${number}`, words(`#${number}`))
  ]);
  const more2 = numbers.length - most;
  return more2 > 0 ? [...links, words(` and ${counted(more2, "other")}`)] : links;
}
function inMarkers(tracked, shown) {
  const gaps = tracked.map(
    ({ fingerprint, missingIn, fixedIn, seen }) => `<!-- stage-gates:gap ${fingerprint} missing=${missingIn.join(",")} fixed=${fixedIn.join(",")} seen=${seen.day}@${seen.commit} -->`
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
var ROLL_UP = fingerprintOf("roll-up", null);
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
  const open = (fingerprint) => found.get(fingerprint)?.find(({ state }) => state === "open") ?? null;
  const rollUp = open(ROLL_UP);
  const rolledUp = new Set(
    trackedIn(rollUp?.body ?? "")?.map(({ fingerprint }) => fingerprint)
  );
  return (gate) => {
    const wanted = gate.rules.filter(({ outcome }) => outcome !== "passed").map((rule) => fingerprintOfRule(gate, rule));
    const issues2 = wanted.flatMap((fingerprint) => {
      if (fingerprint === null) return [];
      const issue = open(fingerprint) ?? (rolledUp.has(fingerprint) ? rollUp : null);
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

// src/plan/plan-status.ts
function planStatus(input) {
  const { surroundings } = input;
  const told = toldVerdict(input);
  if (told === null) return [];
  const { name: context, state, verdict, other } = told;
  const wanted = {
    kind: "set-status",
    sha: surroundings.head,
    context,
    state,
    description: renderStatus(verdict, detailsOf(input, verdict), other),
    targetUrl: told.url
  };
  const there = surroundings.statuses.find((status) => status.context === context);
  const same = there?.state === wanted.state && there.description === wanted.description;
  return same ? [] : [wanted];
}
function detailsOf(input, verdict) {
  if (verdict.decision === "go" || input.surroundings.pull === null) return "";
  return isCommentDue({ ...input, verdict }) ? "Details in the pull request comment." : "";
}

// src/plan/plan-verdict.ts
function planVerdict(input) {
  return input.voice === "status" ? planStatus(input) : planCheckRun(input);
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
var LIMIT2 = 6e4;
function renderIssue(subject, terms) {
  for (let findings = MOST; findings > 0; findings -= 1) {
    const text = issueWith(subject, terms, findings);
    if (text.length <= LIMIT2) return text;
  }
  return issueWith(subject, terms, 0);
}
var MOST = 10;
function issueWith(subject, terms, most) {
  const { stage, defaultBranch, links, approvers, earlier, repository, block } = terms;
  const all = subject.failing.flatMap(
    ({ rule }) => rule.findings.filter(({ outcome }) => outcome === "failed").map((finding) => ({ finding, standing: "fail", rule }))
  );
  const findings = all.slice(0, most);
  const unseen = all.length - findings.length;
  const more2 = unseen === 0 ? [] : [
    bullet([
      paragraphOf(words(`${counted(unseen, "finding")} more, told on the pull request`))
    ])
  ];
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
    numbered([...findingItems(findings, links), ...more2, last]),
    ...templateFold(findings, terms.templates),
    ...notNow(approvers, "this service needs none"),
    html(block),
    closing(),
    html(issueMarker(subject.fingerprint))
  ]);
}
function renderRollUp(fingerprint, { stage, approvers, block }) {
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
  const missing = findings.flatMap(({ finding: { creates } }) => creates ?? []);
  const fitting = missing.flatMap((file) => templateFor(file, templates) ?? []);
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
function usersOf(names, { issues, roles }) {
  if (!issues.assign) return [];
  const users = names.flatMap(
    (name) => Object.hasOwn(roles, name) ? roles[name]?.users ?? [] : []
  );
  return [...new Set(users)].slice(0, MOST_ASSIGNEES);
}

// src/plan/issue-life.ts
function standOf(issues, now) {
  const [open, ...younger] = issues.filter(({ state }) => state === "open");
  if (open !== void 0) return { is: "open", issue: open, younger };
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
  const rollUp = found.get(ROLL_UP)?.find(({ state }) => state === "open");
  const rolledUp = trackedIn(rollUp?.body ?? "") ?? [];
  return {
    input,
    policy,
    issues: found,
    rolledUp: new Map(rolledUp.map((tracked) => [tracked.fingerprint, tracked])),
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
    heading("Who, and why"),
    bullets(
      glass.approvals.map(
        ({ by, reason, at }) => bullet([
          paragraphOf(code(by), words(`, ${formatInstant(at)}: \u201C`), ...prose(reason), words("\u201D"))
        ])
      )
    ),
    heading("What did not pass"),
    bullets(gateItems(gates2)),
    heading("What to do"),
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
  const more2 = gates2.length - items.length;
  return more2 > 0 ? [...items, bullet([paragraphOf(words(`${counted(more2, "gate")} more`))])] : items;
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
      assignees: usersOf(policy.break_glass?.roles ?? [], policy)
    }
  ];
}
function isLetThrough({ rules }) {
  return rules.some(({ waiver }) => waiver?.kind === "break-glass");
}

// src/plan/track.ts
var MOST2 = 30;
function firstSight({ fingerprint }, { surroundings, now }) {
  const { pull, head } = surroundings;
  return {
    fingerprint,
    missingIn: pull === null ? [] : [pull.number],
    fixedIn: [],
    seen: { day: dayOf(now), commit: head }
  };
}
function afterSight(tracked, state, { surroundings, landed }) {
  const { pull, openPulls } = surroundings;
  const number = pull?.number ?? null;
  const isOpen = (other) => openPulls === null || other === number || openPulls.includes(other);
  const before = {
    missingIn: tracked.missingIn.filter(isOpen),
    fixedIn: tracked.fixedIn.filter(isOpen)
  };
  if (number === null || state === null || state === "unknown") return { ...tracked, ...before };
  const wasKnown = before.missingIn.includes(number) || before.fixedIn.includes(number);
  const mends = state === "closed" && wasKnown && !landed;
  return {
    ...tracked,
    missingIn: withOrWithout(before.missingIn, number, state === "open"),
    fixedIn: withOrWithout(before.fixedIn, number, mends)
  };
}
function isMended(tracked, state, { landed }) {
  return landed && state === "closed" && tracked.missingIn.length === 0;
}
function withOrWithout(numbers, number, isIn) {
  const others2 = numbers.filter((other) => other !== number);
  const all = isIn ? [...others2, number].sort((a, b) => a - b) : others2;
  return all.slice(-MOST2);
}

// src/plan/plan-roll-up.ts
var TITLE = "Owners and runbooks that are missing";
var MOST_ROLLED_UP = 50;
function planRollUp(homeless, plan) {
  const own = plan.issues.get(ROLL_UP) ?? [];
  const stand = standOf(own, plan.input.now);
  if (stand.is === "open") {
    const younger = stand.younger.map((issue2) => asDuplicate(issue2, stand.issue, plan));
    const tracked = trackedIn(stand.issue.body);
    if (tracked === null) return younger;
    const left = stillOpen(tracked, homeless, plan);
    if (left.length > 0 || !mayClose(stand.issue)) {
      const block2 = renderList(left, plan.notes.repository);
      return [...update(stand.issue, withTracked(stand.issue.body, block2)), ...younger];
    }
    const comment3 = renderResolved(plan.notes, null);
    const close = { kind: "close-issue", reason: "completed", comment: comment3 };
    return [{ ...close, number: stand.issue.number }, ...younger];
  }
  if (homeless.length === 0 || stand.is === "left") return [];
  if (stand.is === "new") return [created(stillOpen([], homeless, plan), plan)];
  const { issue, because } = stand;
  const known2 = (trackedIn(issue.body) ?? []).filter(
    ({ fingerprint }) => homeless.some((gap) => gap.fingerprint === fingerprint)
  );
  const block = renderList(stillOpen(known2, homeless, plan), plan.notes.repository);
  const comment2 = renderReopened(because, {
    ...plan.notes,
    pull: plan.input.surroundings.pull?.number ?? null,
    finding: null,
    links: plan.links
  });
  return [
    { kind: "reopen-issue", number: issue.number, comment: comment2 },
    ...update(issue, withTracked(issue.body, block))
  ];
}
function stillOpen(known2, homeless, plan) {
  const states = new Map(gapsOf(plan.input.verdict).map((gap) => [gap.fingerprint, gap.state]));
  const stateOf2 = ({ fingerprint }) => states.get(fingerprint) ?? null;
  const knownIds = new Set(known2.map(({ fingerprint }) => fingerprint));
  return [
    ...known2.map((tracked) => afterSight(tracked, stateOf2(tracked), plan.input)).filter((tracked) => !isMended(tracked, stateOf2(tracked), plan.input)),
    ...homeless.filter(({ fingerprint }) => !knownIds.has(fingerprint)).map((gap) => firstSight(gap, plan.input))
  ].slice(0, MOST_ROLLED_UP);
}
function created(tracked, { input, policy, notes }) {
  return {
    kind: "create-issue",
    fingerprint: ROLL_UP,
    title: TITLE,
    body: renderRollUp(ROLL_UP, {
      stage: input.verdict.stage,
      approvers: policy.waivers.approvers,
      block: renderList(tracked, notes.repository)
    }),
    labels: policy.issues.labels,
    assignees: []
  };
}

// src/plan/plan-issues.ts
var A_DAY = 20;
function planIssues(input) {
  const review = planReview(input);
  const planned = issuePlanOf(input);
  if (planned === null) return review;
  const { issues, rolledUp } = planned;
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
    } else if (planned.input.surroundings.pull === null || rolledUp.has(gap.fingerprint)) {
    } else if (input.verdict.mode === "advisory") homeless.push(gap);
    else if (stand.is === "reopen") effects.push(...reopened(gap, stand, planned));
    else if (room > 0) {
      room -= 1;
      effects.push(opened(gap, stand.earlier, planned));
    } else homeless.push(gap);
  }
  return [...review, ...effects, ...planRollUp(homeless, planned)];
}
function roomFor({ input, policy, issues, rolledUp }) {
  if (rolledUp.size >= MOST_ROLLED_UP) return 0;
  const today = [...issues.values()].flat().filter(({ createdAt }) => createdAt > input.now - DAY);
  return Math.max(0, Math.min(policy.issues.max_per_run, A_DAY - today.length));
}
function whileNotOpen(gap, own, plan) {
  const issue = own.find(({ state }) => state === "open");
  const [tracked] = trackedIn(issue?.body ?? "") ?? [];
  if (issue === void 0 || tracked === void 0) return [];
  const now = afterSight(tracked, gap.state, plan.input);
  if (!isMended(now, gap.state, plan.input)) return rewritten(issue, now, plan);
  if (!mayClose(issue)) return [];
  const [pull = null, ...others2] = tracked.fixedIn;
  const comment2 = renderResolved(plan.notes, others2.length === 0 ? pull : null);
  return [{ kind: "close-issue", number: issue.number, reason: "completed", comment: comment2 }];
}
function whileOpen(gap, issue, plan) {
  const [tracked] = trackedIn(issue.body) ?? [];
  return tracked === void 0 ? [] : rewritten(issue, afterSight(tracked, gap.state, plan.input), plan);
}
function rewritten(issue, tracked, plan) {
  const block = renderBlock(tracked, plan.notes.repository);
  return update(issue, withTracked(issue.body, block));
}
function reopened(gap, { issue, because }, plan) {
  const comment2 = renderReopened(because, {
    ...plan.notes,
    pull: plan.input.surroundings.pull?.number ?? null,
    finding: gap.failing[0]?.rule.findings.find(({ outcome }) => outcome === "failed") ?? null,
    links: plan.links
  });
  const reopen = { kind: "reopen-issue", number: issue.number, comment: comment2 };
  return [reopen, ...whileOpen(gap, issue, plan)];
}
function opened(gap, earlier, plan) {
  const { input, policy, notes, links } = plan;
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

// src/plan/steps.ts
var STEPS = [
  planVerdict,
  planReactions,
  planIssues,
  planComment
];

// src/promotion/carry-out.ts
async function carryOut(input, carrying) {
  const wanted = (effects) => effects.filter((effect) => isWanted(effect, carrying.wants));
  const answers = wanted(carrying.answers);
  const planned = new Map(STEPS.map((step) => [step, wanted(step(input))]));
  const all = [...[...planned.values()].flat(), ...answers];
  if (all.length === 0) return [];
  if (carrying.wants.dryRun) return all.map((effect) => ({ effect, failure: null }));
  try {
    if (!await carrying.isStill()) return "moved";
  } catch (error) {
    await applyEffects(wanted(planVerdict(input)).filter(blocks2), carrying);
    throw error;
  }
  const applied = [];
  let { surroundings } = input;
  for (const step of STEPS) {
    const before = surroundings === input.surroundings ? planned.get(step) : void 0;
    const effects = before ?? wanted(step({ ...input, surroundings }));
    const { alone } = carrying;
    const done = alone !== void 0 && effects.some(isOfShared) ? await alone(async () => {
      surroundings = { ...surroundings, issues: await readOwnIssues(carrying) };
      return applyEffects(wanted(step({ ...input, surroundings })), carrying);
    }) : await applyEffects(effects, carrying);
    applied.push(...done);
    surroundings = await lookAgain(surroundings, done, carrying);
    if (!done.some(isCreation)) continue;
    const again = wanted(step({ ...input, surroundings })).filter(
      (effect) => takesBack(effect, done)
    );
    applied.push(...await applyEffects(again, carrying));
  }
  applied.push(...await applyEffects(answers, carrying));
  return applied;
}
function blocks2(effect) {
  if (effect.kind === "set-status") return effect.state !== "success";
  return "said" in effect && effect.said.conclusion !== "success";
}
function isWanted({ kind }, { comment: comment2, issues }) {
  if (kind === "reply" || kind.endsWith("-comment")) return comment2;
  return issues || !kind.endsWith("-issue");
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
function isOfShared({ kind }) {
  return kind === "create-issue" || kind === "update-issue";
}
function isCreation({ effect, failure }) {
  return failure === null && (effect.kind === "create-issue" || effect.kind === "create-comment");
}
function takesBack(effect, done) {
  if (effect.kind === "delete-comment") return done.some(({ comment: comment2 }) => comment2 === effect.id);
  if (effect.kind === "close-issue") return done.some(({ opened: opened2 }) => opened2 === effect.number);
  return false;
}

// src/promotion/open-promotion.ts
async function openPromotion(number, promoting) {
  const { expectation, name, packs } = promoting;
  const expectedInto = expectation?.openPullsInto(name) ?? null;
  const opened2 = await openPull({
    ...{ ...promoting, number, expectedInto, branchesOf: branchesIn(packs) }
  });
  expectation?.noteOpenPulls(name, opened2.openPullsInto);
  return opened2;
}

// src/promotion/judge-sharers.ts
async function judgeSharers(opened2, { policy, stage }, promoting) {
  const { pull, openPulls } = opened2;
  if (openPulls.state === "missing") throw new GitHubFailure(openPulls.reason, openPulls.detail);
  const others2 = openPulls.value.filter(
    ({ number, headRefOid, baseRefName }) => headRefOid === pull.head && number !== pull.number && stageOfBranch(policy, baseRefName)?.id === stage.id
  );
  if (others2.length === 0) return [];
  const logins = /* @__PURE__ */ new Set([pull.author, ...others2.map(({ author }) => loginOf(author))]);
  const writers = /* @__PURE__ */ new Set();
  for (const login of logins) {
    const access = await writeAccess(login, opened2);
    if (access.state === "missing") throw new GitHubFailure(access.reason, access.detail);
    if (access.value) writers.add(login);
  }
  const counting = others2.filter(({ author }) => writers.has(loginOf(author)));
  const sharers = [];
  for (const { number, author } of writers.size === 0 ? others2 : counting) {
    const other = await openPromotion(number, promoting);
    const outcome = await judgePromotion({ ...promoting, opened: other, now: promoting.now() });
    if (outcome.state === "no-promotion" || outcome.verdict.stage !== stage.id) continue;
    const authorCanWrite = writers.has(loginOf(author));
    sharers.push({ pull: number, verdict: outcome.verdict, authorCanWrite });
  }
  return sharers;
}

// src/promotion/promotions-in.ts
function promotionsIn(openPulls, policy) {
  if (openPulls.state === "missing" || policy === null) return null;
  return openPulls.value.filter(({ baseRefName }) => stageOfBranch(policy, baseRefName) !== null).map(({ number }) => number);
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

// src/promotion/plan-input-of.ts
async function planInputOf(opened2, said, about2) {
  const { pull } = opened2;
  const policy = said.state === "judged" ? said.policy : null;
  const openPulls = promotionsIn(opened2.openPulls, policy);
  const inputFor = (authorCanWrite) => ({
    verdict: said.verdict,
    policy,
    voice: about2.voice,
    surroundings: surroundingsOf(opened2, { authorCanWrite, openPulls }),
    now: about2.now,
    landed: pull.head === pull.defaultBranch.tip,
    templates: policy === null ? [] : templatesFor(policy, about2.packs),
    sharers: about2.sharers,
    reportUrl: about2.reportUrl
  });
  const matters = about2.sharers.length > 0 || touchesIssues(inputFor(true));
  return inputFor(matters && await canWrite(pull.author, opened2));
}
function touchesIssues(input) {
  if (input.policy?.issues.open !== true) return false;
  return issueTrouble(input) !== null || planIssues(input).length > 0;
}

// src/github/required-contexts.ts
async function readRequiredContexts(branch, { client, name }) {
  const required = await Promise.all([
    asFarAsRead(readBranchRules(client, name, branch).then(requiredByRules)),
    asFarAsRead(readClassicContexts(client, name, branch))
  ]);
  return [...new Set(required.flat().map(({ context }) => context))];
}
async function asFarAsRead(reading) {
  try {
    return await reading;
  } catch (error) {
    failureOf(error);
    return [];
  }
}

// src/promotion/stages-without-policy.ts
async function stagesWithoutPolicy({ pull, head, checkRuns }, asking) {
  const required = await readRequiredContexts(pull.baseBranch, asking);
  const statuses = (head?.status?.contexts ?? []).map(({ context }) => context);
  const runs = checkRuns.state === "known" ? checkRuns.value.map(({ name }) => name) : [];
  const own = [.../* @__PURE__ */ new Set([...required, ...statuses, ...runs])].filter(isStageContext);
  const [first = pull.baseBranch, ...others2] = own.map(stageIn);
  return [first, ...others2];
}

// src/render/refusal.ts
var LIMIT3 = 140;
function renderRefusalLine(title, why) {
  return inertLine(`${title}: ${why}`, LIMIT3);
}
function renderRefusal(why) {
  return markdownOf([
    paragraphOf(...prose(closed(capitalised(why)))),
    paragraphOf(words("Nothing passes until it has been judged again."))
  ]);
}

// src/plan/plan-refusal.ts
function planRefusal(refusal) {
  const { voice, sha, names, title, why, url, there } = refusal;
  if (voice === "status") {
    const description = renderRefusalLine(title, why);
    const blocks3 = (name) => there.statuses.some(({ context, state }) => context === name && state !== "success");
    return names.filter((name) => !blocks3(name)).map((context) => ({
      ...{ kind: "set-status", sha, context, state: "failure", description },
      targetUrl: url
    }));
  }
  const runs = there.checkRuns.state === "known" ? there.checkRuns.value : [];
  const summary = renderRefusal(why);
  return names.flatMap((name) => {
    const own = runs.find((run) => run.name === name);
    if (own !== void 0 && !isPass(own)) return [];
    return [failedRun({ sha, name, title, summary, detailsUrl: url }, own)];
  });
}

// src/promotion/take-back.ts
function leftBehind({ pull, head, checkRuns, conversation }) {
  if (pull.isMerged) return null;
  const { fact } = conversation;
  const isTurned = fact.state === "known" && fact.value.baseChangedAt !== null;
  if (pull.isOpen && !isTurned) return null;
  const statuses = head?.oid === pull.head ? ownStatuses(head.status?.contexts ?? []) : [];
  return { head: pull.head, there: { statuses, checkRuns } };
}
var WHY2 = "no open pull request asks for it any more";
async function takeBack({ head, there }, opened2, promoting) {
  const { voice, reportUrl: url, wants } = promoting;
  const idle = passesIn(there, voice).filter((name) => !isAskedFor(name, head, opened2, promoting));
  if (wants.dryRun || idle.length === 0) return [];
  const nothing = { statuses: [], checkRuns: known([]) };
  const said = { title: "Not asked for", why: WHY2, url, there: nothing };
  return applyEffects(planRefusal({ voice, sha: head, names: idle, ...said }), promoting);
}
function passesIn({ statuses, checkRuns }, voice) {
  const runs = checkRuns.state === "known" ? checkRuns.value : [];
  const names = voice === "status" ? statuses.filter(({ state }) => state === "success").map(({ context }) => context) : runs.filter(isPass).map(({ name }) => name);
  return names.filter(isOurContext);
}
function isAskedFor(name, head, { openPulls, policy, pull }, { packs }) {
  const listed = openPulls.state === "known" ? openPulls.value : [];
  const others2 = listed.filter(({ headRefOid }) => headRefOid === head);
  const bases = others2.map(({ baseRefName }) => baseRefName);
  if (pull.isOpen && pull.head === head) bases.push(pull.baseBranch);
  if (name === POLICY_CONTEXT) return bases.includes(policy.ref);
  const loaded = loadAtTip(policy, packs, pull.repository);
  if (loaded.state === "invalid") return false;
  const stages = bases.flatMap((base) => stageOfBranch(loaded.policy, base) ?? []);
  return stages.some(({ id }) => contextOf(id) === name);
}

// src/promotion/promote.ts
function isSure(outcome) {
  if (outcome.state === "invalid") {
    return !outcome.verdict.problems.some(({ code: code2 }) => code2 === "file-unreadable");
  }
  if (outcome.state !== "judged") return true;
  const { gates: gates2 } = outcome.verdict;
  return !gates2.some(({ rules }) => rules.some((rule) => rule.outcome === "errored"));
}
var MOST_TRIES = 3;
async function promote(number, promoting, { awaited = null, opening = null, asked } = {}) {
  for (let attempt2 = 1; ; attempt2 += 1) {
    const looking = attempt2 === 1 && opening || openPromotion(number, promoting);
    const requests = [];
    const seen = await looking;
    const opened2 = telling(seen, requests);
    const { pull } = opened2;
    const left = leftBehind(opened2);
    const takenBack = left === null ? [] : await takeBack(left, opened2, promoting);
    if (!pull.isOpen) return { pull, outcome: { state: "closed" }, applied: takenBack };
    const now = promoting.now();
    const last = await promoting.last?.findAgain(seen, now) ?? null;
    if (last !== null) {
      asked?.(last.requests);
      return { pull, outcome: { state: "unchanged", verdict: last.verdict }, applied: takenBack };
    }
    await promoting.expectation?.read(pull, seen.source);
    const outcome = await judgePromotion({ ...promoting, opened: opened2, now: promoting.now() });
    if (outcome.state === "no-promotion") return { pull, outcome, applied: takenBack };
    promoting.expectation?.note(pull, requests);
    const told = outcome.state === "invalid" ? await refuse(opened2, outcome, promoting) : await tell(opened2, outcome, { ...promoting, awaited });
    asked?.(requests);
    if (told !== "moved") {
      if (told.applied.length === 0 && isWhole(seen, outcome)) {
        await promoting.last?.note(seen, { requests, verdict: outcome.verdict }, now);
      }
      return { pull, ...told, applied: [...takenBack, ...told.applied] };
    }
    if (attempt2 >= MOST_TRIES) return { pull, outcome: { state: "moving" }, applied: [] };
  }
}
function isWhole({ pull, openPulls }, outcome) {
  if (outcome.state === "invalid" || openPulls.state === "missing") return false;
  const isOther = ({ headRefOid, number }) => headRefOid === pull.head && number !== pull.number;
  return isSure(outcome) && !openPulls.value.some(isOther);
}
function telling(opened2, requests) {
  const { source } = opened2;
  const read = (asked) => {
    requests.push(...asked);
    return source.read(asked);
  };
  return { ...opened2, source: { read } };
}
async function tell(opened2, outcome, { awaited, ...promoting }) {
  const sharers = await judgeSharers(opened2, outcome, promoting);
  const about2 = { ...promoting, sharers, now: promoting.now() };
  const input = await planInputOf(opened2, outcome, about2);
  const { policy, verdict } = outcome;
  const { surroundings } = input;
  const applied = await carryOut(input, {
    ...promoting,
    answers: awaited === null ? [] : await answersTo(awaited, { opened: opened2, policy, verdict, surroundings }),
    isStill: () => isStillThere(opened2.pull, promoting)
  });
  return applied === "moved" ? applied : { outcome, applied };
}
async function refuse(opened2, outcome, promoting) {
  const applied = [];
  const [first, ...others2] = await stagesWithoutPolicy(opened2, promoting);
  for (const stage of [first, ...others2]) {
    const said = { ...outcome, verdict: { ...outcome.verdict, stage } };
    const about2 = { ...promoting, sharers: [], now: promoting.now() };
    const input = await planInputOf(opened2, said, about2);
    const wants = { ...promoting.wants, comment: promoting.wants.comment && stage === first };
    const isStill = () => isStillThere(opened2.pull, promoting);
    const done = await carryOut(input, { ...promoting, wants, answers: [], isStill });
    if (done === "moved") return done;
    applied.push(...done);
  }
  return { outcome: { ...outcome, verdict: { ...outcome.verdict, stage: first } }, applied };
}

// src/github/read-head.ts
async function readHead(number, asking) {
  const { client, name, voice } = asking;
  const query = new Query();
  const alias = query.inRepository(`pullRequest(number: ${query.variable("Int!", number)}) {
    state headRefOid baseRefName author { __typename login }
    commits(last: 1) { nodes { commit {
      status { contexts { context state description targetUrl creator { __typename login } } } } } } }`);
  const openPulls = askOpenPulls(query);
  const ownRuns = askOwnRuns(query, voice, { pull: number });
  const answer = await query.ask(client, name);
  const data = dataAt(answer.repository, alias);
  if (data === null || data === void 0 || answer.problemAt("repository", alias) !== null) {
    throw new GitHubFailure("unreadable", `GitHub does not show pull request #${number}`);
  }
  const others2 = await openPulls(answer, client, name);
  return {
    isOpen: data.state === "OPEN",
    author: loginOf(data.author),
    head: data.headRefOid,
    baseBranch: data.baseRefName,
    statuses: data.commits.nodes[0]?.commit.status?.contexts ?? [],
    checkRuns: ownRuns(answer, data.headRefOid),
    isShared: others2.state === "known" && others2.value.some((one) => one.headRefOid === data.headRefOid && one.number !== number)
  };
}

// src/promotion/refuse-unjudged.ts
function whyUnjudged(error) {
  const what = error instanceof Error ? error.message : String(error);
  return githubFailure(error) ?? new GitHubFailure("unreadable", `stage-gates failed: ${what}`);
}
async function refuseUnjudged({ head, base, there, otherwise, isName = isStageContext }, why, promoting) {
  if (promoting.wants.dryRun) return [];
  const required = await readRequiredContexts(base, promoting);
  const names = new Set([...required, ...namesOn(there)].filter(isName));
  if (names.size === 0 && otherwise !== null) names.add(otherwise);
  const effects = planRefusal({
    ...{ voice: promoting.voice, sha: head, names: [...names], there },
    ...{ title: "Could not evaluate", why, url: promoting.reportUrl }
  });
  return applyEffects(effects, promoting);
}
function withUnsaid(failure, applied) {
  const unsaid = applied.find((one) => one.failure !== null);
  if (unsaid === void 0 || unsaid.failure === null) return failure;
  const permission = unsaid.effect.kind === "set-status" ? "statuses: write" : "checks: write";
  const { reason, message } = unsaid.failure;
  const why = reason === "forbidden" ? `the token lacks \`${permission}\`` : message;
  const both = `${failure.message}; nor could the commit be marked as failed, since ${why}`;
  return new GitHubFailure(failure.reason, both, failure.status);
}
function namesOn({ statuses, checkRuns }) {
  const runs = checkRuns.state === "known" ? checkRuns.value : [];
  return [...statuses.map(({ context }) => context), ...runs.map(({ name }) => name)];
}
async function revoke(number, failure, promoting, isName = isStageContext) {
  try {
    const seen = await readHead(number, promoting);
    if (!seen.isOpen || seen.isShared && await isStranger(seen.author, promoting)) {
      return failure;
    }
    const { head, baseBranch: base } = seen;
    const there = { statuses: ownStatuses(seen.statuses), checkRuns: seen.checkRuns };
    const unjudged2 = { head, base, there, otherwise: null, isName };
    return withUnsaid(failure, await refuseUnjudged(unjudged2, failure.message, promoting));
  } catch {
    return failure;
  }
}
async function isStranger(login, promoting) {
  const access = mayWrite(login, await readAccount({ kind: "account", login }, promoting));
  return access.state === "known" && !access.value;
}

// src/promotion/promote-all.ts
async function promoteAll(promoting) {
  const attempts = [];
  const { promotions } = await listPromotions(promoting);
  if (promotions.state === "missing") {
    throw new GitHubFailure(promotions.reason, promotions.detail);
  }
  for (const { number } of promotions.value) {
    attempts.push(await attempt(number, promoting));
  }
  return attempts;
}
async function attempt(number, promoting, occasion = {}) {
  try {
    return { number, promoted: await promote(number, promoting, occasion), failure: null };
  } catch (error) {
    const failure = await revoke(number, whyUnjudged(error), promoting);
    return { number, promoted: null, failure };
  }
}
async function listPromotions(asked) {
  const branchesOf = branchesIn(asked.packs);
  const { policy: at, repository, pulls: pulls2 } = await listPulls({ ...asked, branchesOf });
  const loaded = loadAtTip(at, asked.packs, repository);
  const isPromotion = ({ baseRefName }) => loaded.state === "invalid" ? baseRefName !== at.ref : stageOfBranch(loaded.policy, baseRefName) !== null;
  const promotions = pulls2.state === "missing" ? pulls2 : known(pulls2.value.filter(isPromotion));
  const beside = pulls2.state === "known" ? pulls2.value.filter(({ baseRefName }) => baseRefName === at.ref) : [];
  return { policyBranch: at.ref, promotions, beside };
}

// src/github/read-queued-commits.ts
var MOST_ENTRIES = 100;
async function readQueuedCommits(group, { client, name }) {
  const { tip, branches, pulls: pulls2 } = await readQueue(group.base, { client, name });
  const found = /* @__PURE__ */ new Map();
  const met = /* @__PURE__ */ new Set([tip]);
  const open = [group.head];
  for (let oid = open.pop(); oid !== void 0; oid = open.pop()) {
    if (met.has(oid)) continue;
    if (met.size > MOST_ENTRIES) throw unaccounted(group.head, "is built on too many others");
    met.add(oid);
    const [first, second, ...more2] = await readParents(oid, { client, name });
    if (first === void 0 || more2.length > 0) throw unaccounted(oid, "is no merge of a queue's");
    const named = branches.filter(({ commit }) => commit === oid);
    const numbers = new Set(named.map(({ pull }) => pull));
    const merged = pulls2.filter(({ headRefOid }) => headRefOid === second);
    const queued = merged.some(({ number }) => numbers.has(number)) ? merged.filter(({ number }) => numbers.has(number)) : merged;
    const held = second === void 0 ? pulls2.filter(({ number }) => numbers.has(number)) : queued;
    if (held.length === 0 || second === void 0 && held.length < numbers.size) {
      throw unaccounted(oid, `belongs to no open pull request into \`${group.base}\``);
    }
    for (const { number, headRefOid: head } of held) found.set(number, { number, head });
    open.push(...second === void 0 ? named.map(({ onto }) => onto) : [first]);
  }
  if (found.size === 0) throw unaccounted(group.head, "holds nothing that has not landed");
  return [...found.values()].reverse();
}
function unaccounted(oid, what) {
  const remedy = "a token that may read the merge queue (`merge-queues: read` of an app) knows more";
  return new GitHubFailure("unreadable", `the commit ${oid.slice(0, 7)} ${what}; ${remedy}`);
}
async function readQueue(base, { client, name }) {
  const query = new Query();
  const branch = query.inRepository(
    `ref(qualifiedName: ${query.variable("String!", `refs/heads/${base}`)}) { target { oid } }`
  );
  const prefix = query.variable("String!", `refs/heads/gh-readonly-queue/${base}/`);
  const queue = query.inRepository(`refs(refPrefix: ${prefix}, first: 100) {
    nodes { name target { oid } } pageInfo { hasNextPage endCursor } }`);
  const openPulls = askOpenPulls(query);
  const answer = await query.ask(client, name);
  const about2 = { what: "branches of the merge queue", permission: "contents: read" };
  const branches = pageAt(answer, ["repository", queue], about2);
  const pulls2 = await openPulls(answer, client, name);
  for (const fact of [branches, pulls2]) {
    if (fact.state === "missing") throw new GitHubFailure(fact.reason, fact.detail);
  }
  const tip = dataAt(answer.repository, branch, "target", "oid");
  if (branches.state === "missing" || pulls2.state === "missing" || typeof tip !== "string") {
    throw new GitHubFailure("unreadable", `GitHub does not show the branch \`${base}\``);
  }
  if (branches.value.pageInfo.hasNextPage) {
    throw new GitHubFailure("too-large", "the merge queue has more than 100 branches");
  }
  return {
    tip,
    branches: branches.value.nodes.flatMap(queueBranch),
    pulls: pulls2.value.filter(({ baseRefName }) => baseRefName === base)
  };
}
function queueBranch({ name, target }) {
  const [, number, onto] = /(?:^|\/)pr-([1-9]\d{0,9})-([0-9a-f]{40})$/.exec(name) ?? [];
  if (onto === void 0 || target === null) return [];
  return [{ pull: Number(number), onto, commit: target.oid }];
}
async function readParents(oid, { client, name }) {
  const query = new Query();
  const commit = query.inRepository(
    `object(oid: ${query.variable("GitObjectID!", oid)}) { ... on Commit {
      parents(first: 3) { nodes { oid } pageInfo { hasNextPage endCursor } } } }`
  );
  const answer = await query.ask(client, name);
  const about2 = { what: "parents of a commit", permission: "contents: read" };
  const page = pageAt(answer, ["repository", commit, "parents"], about2);
  if (page.state === "missing") throw new GitHubFailure(page.reason, page.detail);
  return page.value.nodes.map((parent) => parent.oid);
}

// src/github/read-merge-group.ts
async function readMergeGroup(group, asking) {
  const { client, name, voice } = asking;
  const query = new Query();
  const queue = query.inRepository(`mergeQueue(branch: ${query.variable("String", group.base)}) {
    entries(first: 100) { nodes { position headCommit { oid } baseCommit { oid }
      pullRequest { number headRefOid } } pageInfo { hasNextPage endCursor } } }`);
  const commit = query.inRepository(
    `object(oid: ${query.variable("GitObjectID!", group.head)}) { ... on Commit {
      status { contexts { context state description targetUrl creator { __typename login } } } } }`
  );
  const ownRuns = askOwnRuns(query, voice, { commit: group.head });
  const answer = await query.ask(client, name);
  const statuses = dataAt(answer.repository, commit, "status", "contexts") ?? [];
  const checkRuns = ownRuns(answer, group.head);
  if (answer.problemAt("repository", queue)?.type === "FORBIDDEN") {
    return { pulls: await readQueuedCommits(group, asking), statuses, checkRuns };
  }
  const entries = pageAt(answer, ["repository", queue, "entries"], {
    what: `entries of the merge queue of \`${group.base}\``,
    permission: "merge-queues: read"
  });
  if (entries.state === "missing") throw new GitHubFailure(entries.reason, entries.detail);
  if (entries.value.pageInfo.hasNextPage) {
    throw new GitHubFailure("too-large", "the merge queue holds more than 100 pull requests");
  }
  const pulls2 = pullsOf(group.head, entries.value.nodes);
  if (pulls2.length > 0) return { pulls: pulls2, statuses, checkRuns };
  throw new GitHubFailure(
    "unreadable",
    `the merge queue of \`${group.base}\` has no entry for the commit ${group.head.slice(0, 7)}`
  );
}
function pullsOf(head, entries) {
  const landing = /* @__PURE__ */ new Set();
  const entryOf = (oid) => entries.find(({ headCommit }) => headCommit?.oid === oid);
  for (let last = entryOf(head); last !== void 0 && !landing.has(last); ) {
    const { position, baseCommit } = last;
    if (baseCommit === null) return [];
    landing.add(last);
    for (const entry of entries) {
      const isBeside = entry.baseCommit?.oid === baseCommit.oid && entry.position < position;
      if (isBeside) landing.add(entry);
    }
    last = entryOf(baseCommit.oid);
  }
  const pulls2 = [];
  for (const { pullRequest } of [...landing].sort((a, b) => a.position - b.position)) {
    if (pullRequest === null) return [];
    pulls2.push({ number: pullRequest.number, head: pullRequest.headRefOid });
  }
  return pulls2;
}

// src/promotion/promote-group.ts
async function promoteGroup(group, promoting, isLast = true) {
  const otherwise = contextOf(group.base);
  let found;
  try {
    found = await readMergeGroup(group, promoting);
  } catch (error) {
    const failure = failureOf(error);
    if (!isLast) throw failure;
    const there2 = { statuses: [], checkRuns: await readOwnRuns(group.head, promoting) };
    const unjudged2 = { ...group, there: there2, otherwise };
    throw withUnsaid(failure, await refuseUnjudged(unjudged2, failure.message, promoting));
  }
  const there = { statuses: ownStatuses(found.statuses), checkRuns: found.checkRuns };
  const attempts = [];
  const inputs = [];
  for (const { number, head } of found.pulls) {
    try {
      const { promoted, input } = await judgeIn(group, { number, head }, found, promoting);
      if (!isLast && !isSure(promoted.outcome)) {
        throw new GitHubFailure("unreadable", "GitHub did not show all that it rests on");
      }
      if (promoted.outcome.state === "invalid") {
        const [problem] = promoted.outcome.verdict.problems;
        const why = problem?.message ?? "the policy has problems";
        const applied = await refuseUnjudged({ ...group, there, otherwise }, why, promoting);
        return [...attempts, { number, promoted: { ...promoted, applied }, failure: null }];
      }
      attempts.push({ number, promoted, failure: null });
      if (input !== null) inputs.push(input);
    } catch (error) {
      const failure = whyUnjudged(error);
      if (!isLast) throw failure;
      const why = `#${number} could not be judged: ${failure.message}`;
      const applied = await refuseUnjudged({ ...group, there, otherwise }, why, promoting);
      return [...attempts, { number, promoted: null, failure: withUnsaid(failure, applied) }];
    }
  }
  return withVerdict(attempts, effectsOf(group, inputs), promoting);
}
async function judgeIn(group, { number, head }, { statuses, checkRuns }, promoting) {
  const { client, organizationClient, name, policyBranch, packs } = promoting;
  const landing = group.head;
  const opened2 = await openPromotion(number, {
    ...{ client, organizationClient, name, policyBranch, packs, landing }
  });
  if (opened2.pull.head !== head) throw new GitHubFailure("unreadable", "it has moved since");
  const outcome = await judgePromotion({ ...promoting, opened: opened2, now: promoting.now() });
  const promoted = { pull: opened2.pull, outcome, applied: [] };
  if (outcome.state === "no-promotion") return { promoted, input: null };
  const about2 = { ...promoting, sharers: [], now: promoting.now() };
  const input = await planInputOf(opened2, outcome, about2);
  const surroundings = { ...input.surroundings, statuses: ownStatuses(statuses), checkRuns };
  return { promoted, input: { ...input, surroundings, landed: false } };
}
function effectsOf({ head }, inputs) {
  const [first, ...others2] = inputs;
  if (first === void 0) return [];
  const sharers = others2.map(({ verdict, surroundings: { pull } }) => ({
    pull: pull?.number ?? 0,
    // Who may not write cannot queue.
    authorCanWrite: true,
    verdict
  }));
  const surroundings = { ...first.surroundings, head, pull: null };
  return planVerdict({ ...first, surroundings, sharers });
}
async function withVerdict(attempts, effects, promoting) {
  const applied = promoting.wants.dryRun ? effects.map((effect) => ({ effect, failure: null })) : await applyEffects(effects, promoting);
  return attempts.map(
    (one, index) => index === 0 && one.promoted !== null ? { ...one, promoted: { ...one.promoted, applied } } : one
  );
}

// src/action/run-action.ts
async function runAction(subject, promoting, opening = null) {
  switch (subject.kind) {
    case "nothing":
      return { attempts: [], nothing: subject.why };
    case "pull":
      return {
        attempts: [
          await attempt(subject.number, promoting, {
            awaited: ({ id }) => id === subject.comment,
            opening
          })
        ],
        nothing: null
      };
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
