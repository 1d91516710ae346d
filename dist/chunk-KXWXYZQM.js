import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  counts,
  decide,
  isBlocking,
  outcomeOfFindings,
  outcomeOfRules
} from "./chunk-MOFI6JKW.js";
import {
  applies,
  gatesOfStage
} from "./chunk-PODXRERM.js";
import {
  changedServices,
  changesMatch,
  readSelection
} from "./chunk-HAXGSIID.js";
import {
  readInto
} from "./chunk-I3GTUB5F.js";
import {
  loadBaseline,
  loadWaivers
} from "./chunk-VOJVDU5I.js";
import {
  factKey,
  missing
} from "./chunk-5SW2YIMI.js";
import {
  askedItems,
  commandLine,
  commandsOf,
  errored,
  fieldsOf,
  holdersAmong,
  holds,
  isAuthor,
  itemIndex,
  parseDuration,
  ruleType,
  sameLogin,
  sectionFieldsOf
} from "./chunk-HU7C56Q2.js";
import {
  keyOf,
  parseDocument2 as parseDocument,
  parsePeople,
  sectionAt
} from "./chunk-PKZ5FII4.js";
import {
  findPlaceholder
} from "./chunk-4T5N5ANP.js";
import {
  DAY,
  dayOf,
  daysBetween,
  endOf,
  formatInstant,
  startOf
} from "./chunk-2UVS6TJC.js";

// src/verdict/baseline-entries.ts
function fingerprintOf({ gate, rule, service, code, item }) {
  return JSON.stringify([gate, rule, service, code, item]);
}
var ABOUT_TODAY = /* @__PURE__ */ new Set(["rollout", "sign-off", "ci", "issues"]);
var NO_DEBT = /^HIDDEN-CHARACTER$|-(?:AMBIGUOUS|DUPLICATE|FUTURE)$|^(?:DECISION-AGAINST|METRICS-DELETED)$/;
function canBeBaselined({ type }, { outcome, code }) {
  return outcome === "failed" && !NO_DEBT.test(code) && !ABOUT_TODAY.has(type);
}
function staleEntries({ findings }, gates) {
  const found = new Set(gates.flatMap(entriesIn).map(fingerprintOf));
  const judged = new Set(
    gates.flatMap(
      ({ id, service, rules }) => rules.filter(isJudged).map((rule) => JSON.stringify([id, rule.id, service]))
    )
  );
  return findings.filter(
    (entry) => judged.has(JSON.stringify([entry.gate, entry.rule, entry.service])) && !found.has(fingerprintOf(entry))
  );
}
function isJudged({ judged, outcome, findings }) {
  const counts3 = outcome !== "not-applicable" && outcome !== "scheduled";
  return judged && counts3 && !findings.some((finding) => finding.outcome === "errored");
}
function entriesIn({ id, service, rules }) {
  const entries = rules.flatMap(
    (rule) => rule.severity === "warn" || rule.outcome === "scheduled" ? [] : rule.findings.filter((finding) => canBeBaselined(rule, finding) || finding.baselined === true).map(({ code, item }) => ({ gate: id, rule: rule.id, service, code, item }))
  );
  return [...new Map(entries.map((entry) => [fingerprintOf(entry), entry])).values()];
}

// src/verdict/mended.ts
var DEPTHS = [
  /^(?:READINESS|FILE|FRONT-MATTER)-|^DOCUMENT-NONE$/,
  /^SECTION-/,
  /^(?:TABLE-(?:MISSING|AMBIGUOUS)|COLUMN-.*|CHECKLIST-EMPTY|METRICS-EMPTY|DOCUMENT-NO-HEADINGS|VALUES-(?:EMPTY|NO-FRONT-MATTER)|SCHEDULE-NO-ENTRY|DECISION-MISSING)$/,
  /-(?:MISSING|DELETED)$/
];
var WHOLE = 3;
var UNREAD = /* @__PURE__ */ new Set(["FACT-UNREADABLE", "NEEDS-GITHUB", "RULE-DEFECT"]);
function isMended(finding, onBase2) {
  const depth = depthOf(finding);
  return !onBase2.filter(({ outcome, code }) => isBlocking(outcome) && !UNREAD.has(code)).some((other) => {
    if (other.code === finding.code && other.item === finding.item) return true;
    const above = depthOf(other);
    if (above < WHOLE && above < depth) return true;
    return above <= depth && isRelated(other.item, finding.item);
  });
}
function depthOf({ code }) {
  const depth = DEPTHS.findIndex((pattern) => pattern.test(code));
  return depth === -1 ? DEPTHS.length : depth;
}
function isRelated(one, other) {
  if (one === null || other === null) return false;
  const [short = "", long = ""] = [one, other].sort((a, b) => a.length - b.length);
  return short === long || long.startsWith(`${short} `) || long.startsWith(`${short}: `);
}

// src/verdict/baseline.ts
function keyOf2({ gate, rule, service }) {
  return JSON.stringify([gate, rule, service]);
}
var MOST_DAYS = 365;
function activeBaseline(baseline, time) {
  if (baseline === null || time.isOver(baseline.until)) return null;
  if (isTooLong(baseline, time)) return null;
  const { owner, until, findings } = baseline;
  return {
    owner,
    until,
    findings: new Set(findings.map(fingerprintOf)),
    rules: new Set(findings.map(keyOf2))
  };
}
function isTooLong({ until }, time) {
  return !time.reached(startOf(until) - MOST_DAYS * DAY);
}
function isAbout(baseline, rule) {
  return baseline?.rules.has(keyOf2(rule)) === true;
}
function soften({ verdict, onBase: onBase2 }, { rule, ...of }, baseline) {
  if (baseline === null || rule.locked === true || verdict.outcome === "scheduled") return verdict;
  if (!isBlocking(verdict.outcome)) return verdict;
  let softened = false;
  const findings = verdict.findings.map((finding) => {
    const { code, item } = finding;
    const key = fingerprintOf({ ...of, rule: rule.id, code, item });
    if (!canBeBaselined(rule, finding) || !baseline.findings.has(key)) return finding;
    if (onBase2 === null || isMended(finding, onBase2)) {
      return { ...finding, problem: `${finding.problem} (in the baseline, but not so on base)` };
    }
    softened = true;
    const problem = `${finding.problem} (in the baseline until ${baseline.until}, ${baseline.owner})`;
    return { ...finding, outcome: "warned", problem, baselined: true };
  });
  return softened ? { ...verdict, findings, outcome: outcomeOfFindings(findings) } : verdict;
}

// src/facts/collect.ts
var ROUNDS = 4;
async function collect(questions, source) {
  const facts = /* @__PURE__ */ new Map();
  const answers = /* @__PURE__ */ new Map();
  let open = questions;
  for (let round = 0; open.length > 0; round += 1) {
    const wanted = /* @__PURE__ */ new Map();
    const unanswered = [];
    for (const question of open) {
      const asked = question.ask(facts);
      answers.set(question, asked.answer);
      if (asked.wanted.size === 0) continue;
      unanswered.push(question);
      for (const [key, request] of asked.wanted) wanted.set(key, request);
    }
    if (round >= ROUNDS) refuse(wanted, facts);
    else await readInto(facts, [...wanted.values()], source);
    open = unanswered;
  }
  return questions.map((question) => answers.get(question));
}
function refuse(wanted, facts) {
  for (const key of wanted.keys()) {
    facts.set(key, missing("unreadable", `it would take more than ${ROUNDS} rounds of reading`));
  }
}

// src/facts/fact-reader.ts
function recordingReader(facts) {
  const wanted = /* @__PURE__ */ new Map();
  const unreadable = /* @__PURE__ */ new Map();
  const reader = {
    read(kind, about) {
      const request = { kind, ...about };
      const key = factKey(request);
      const fact = facts.get(key);
      if (fact?.state === "known") return fact.value;
      if (fact === void 0) wanted.set(key, request);
      else unreadable.set(key, { request, reason: fact.reason, detail: fact.detail });
      return null;
    }
  };
  return { reader, wanted, unreadable };
}

// src/guard/select.ts
async function select(question) {
  const { policy, stage, wanted, exempt, source } = question;
  const { selection, unreadable } = await readServices(policy, source);
  const promotion = promotionOf(policy, stage, wanted, selection);
  const gates = gatesOfStage(policy, stage);
  const posts = promotion.services.flatMap(
    (service) => gates.map((gate) => ({
      service,
      gate,
      applies: !exempt.has(gate.id) && applies(gate, service, selection.changes)
    }))
  );
  const ids = selection.services.flatMap(({ id }) => id === null ? [] : [id]);
  const known = policy.services === null ? null : new Set(ids);
  const folders = new Set(selection.gone);
  const gone = promotion.services.flatMap(
    ({ id, path }) => id !== null && folders.has(path) ? [id] : []
  );
  return { ...promotion, posts, known, gone, unreadable };
}
function promotionOf(policy, stage, wanted, { services, changes }) {
  if (wanted !== null) return { governed: true, services: wanted.map((id) => find(services, id)) };
  if (stage.paths !== null && !changesMatch(stage.paths, null, changes)) {
    return { governed: false, services: [] };
  }
  return changedServices(services, policy.services?.ungoverned ?? [], changes);
}
function find(services, id) {
  const service = services.find((other) => other.id === id);
  if (service === void 0) throw new UnknownService(id, services);
  return service;
}
var UnknownService = class extends Error {
  service;
  /** Ids of the services there are. */
  known;
  constructor(service, services) {
    super(`there is no service \`${service}\``);
    this.name = "UnknownService";
    this.service = service;
    this.known = services.flatMap(({ id }) => id === null ? [] : [id]);
  }
};
async function readServices(policy, source) {
  const question = {
    ask(facts) {
      const { reader, wanted, unreadable } = recordingReader(facts);
      const selection = readSelection(reader, policy);
      const folders = [...unreadable.values()].find(({ request }) => request.kind === "folders");
      return { answer: { selection, unreadable: folders ?? null }, wanted };
    }
  };
  const [read] = await collect([question], source);
  return read;
}

// src/rules/people/who-acts.ts
function whoActs({ at, item }, facts, asked) {
  const document = at === null ? null : documentAt(at, facts);
  if (at === null || document === null) return asked;
  const named = item === null ? [] : itemIndex(document).byId.get(keyOf(item)) ?? [];
  const task = named.findLast(({ at: start }) => start.line <= at.line);
  const own = task === void 0 ? null : firstOwner(fieldsOf(document, task, "owner"));
  if (own !== null || asked !== null) return own ?? asked;
  const section = sectionAt(document, at.line);
  return section === void 0 ? null : firstOwner(sectionFieldsOf(document, section.index, "owner"));
}
function documentAt({ file }, facts) {
  if (!/\.(md|markdown)$/i.test(file)) return null;
  const fact = facts.get(factKey({ kind: "file", path: file, revision: "evidence" }));
  if (fact?.state !== "known") return null;
  const content = fact.value;
  if (content.state !== "file") return null;
  const parsed = parseDocument(content.file);
  return parsed.state === "parsed" ? parsed.document : null;
}
function firstOwner(fields) {
  const [person] = fields.filter(({ value }) => findPlaceholder(value) === null).flatMap(({ value }) => parsePeople(value).people);
  return person === void 0 ? null : `@${person.name}`;
}

// src/rules/evaluate-rule.ts
function evaluateRule(type, options, facts, context) {
  const { reader, wanted, unreadable } = recordingReader(facts);
  try {
    const findings = type.evaluate(reader, options, context);
    const all = [...findings, ...[...unreadable.values()].map(unreadableFact)];
    const { asks } = context.rule;
    const addressed = all.map((finding) => ({
      ...finding,
      asks: finding.asks ?? whoActs(finding, facts, asks)
    }));
    return { findings: eachOnce(addressed), wanted };
  } catch (error) {
    return { findings: [defect(type, error)], wanted: /* @__PURE__ */ new Map() };
  }
}
function eachOnce(findings) {
  if (new Set(findings.map(({ problem }) => problem)).size === findings.length) return findings;
  const told = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...told.values()];
}
function defect(type, error) {
  const reason = error instanceof Error ? error.message : String(error);
  return errored({
    code: "RULE-DEFECT",
    problem: `the rule type \`${type.type}\` failed on this input (${reason}); this is a defect of stage-gates, and what could not be judged does not pass`,
    remedy: "report it with the policy and the document that cause it; until it is mended, drop the rule in the policy"
  });
}
var REMEDIES = {
  "needs-github": "judge it on the pull request, or give recorded facts with `--facts <file>`; `--local` leaves it out",
  forbidden: "give the token what it lacks; that of a workflow by a line of the job's `permissions`",
  "timed-out": "try again",
  "rate-limited": "wait until the limit is lifted; it is judged again then",
  "too-large": "make the file smaller",
  unreadable: "make it readable, then judge again",
  "needs-history": "fetch the whole history (`git fetch --unshallow`) and name the base with `--base <ref>`"
};
function unreadableFact({ request, reason, detail }) {
  const code = reason === "needs-github" ? "NEEDS-GITHUB" : "FACT-UNREADABLE";
  return errored({
    code,
    problem: `${describe(request)} could not be read: ${detail}`,
    remedy: REMEDIES[reason],
    ...reason === "needs-history" ? { paste: "git fetch --unshallow" } : {},
    item: describe(request),
    at: request.kind === "file" ? { file: request.path, line: 1, column: 1 } : null
  });
}
function describe(request) {
  switch (request.kind) {
    case "file":
      return `\`${request.path}\``;
    case "files":
    case "folders":
      return `the list of \`${request.glob}\``;
    case "history":
      return `the history of \`${request.path}\``;
    case "changes":
      return "the list of changed paths";
    case "account":
      return `the account \`@${request.login}\``;
    case "team":
      return `the team \`@${request.team}\``;
    case "pull-request":
      return "the pull request";
    case "merged-pull":
      return `the pull request #${request.number}`;
    case "checks":
      return request.on === "head" ? "the checks of the commit" : `the runs of \`${request.workflow}\``;
    case "issues":
      return `the issues labelled ${request.labels.map((label) => `\`${label}\``).join(", ")}`;
    case "reference":
      return `${request.what} \`${request.repository ?? ""}${request.what === "issue" ? "#" : " "}${request.id}\``;
  }
}

// src/time/timeline.ts
var Timeline = class _Timeline {
  #now;
  #next = null;
  constructor(now) {
    if (Number.isNaN(now)) throw new RangeError("no time to judge as of");
    this.#now = now;
  }
  /** Made where it is asked for: there are many times, and few are asked for their day. */
  get today() {
    return dayOf(this.#now);
  }
  /** Whether it is that moment or later. */
  reached(moment) {
    if (this.#now >= moment) return true;
    if (this.#next === null || moment < this.#next) this.#next = moment;
    return false;
  }
  /** The same time, for what may turn out to make no difference: what it is asked for is not kept here. */
  aside() {
    return new _Timeline(this.#now);
  }
  /** The earliest moment asked for that lies ahead. */
  get next() {
    return this.#next;
  }
  /** A day that claims something happened lies after today. */
  isAhead(day) {
    return !this.reached(startOf(day));
  }
  /** The day itself still counts. */
  isOver(day) {
    return this.reached(endOf(day));
  }
  /**
   * A day's age runs from its end: what was measured on the 1st with a limit of `30d` is fresh
   * up to and including the 31st.
   */
  isOlder(day, limit) {
    return this.reached(endOf(day) + limit);
  }
  /** For texts only: what is said may change daily without changing what is judged. */
  daysSince(day) {
    return daysBetween(day, this.today);
  }
  /** For texts only. */
  sinceInstant(moment) {
    return this.#now - moment;
  }
};

// src/verdict/break-glass.ts
function brokenGlass(commands, head, { approvals: wanted, reviewWithin }) {
  const people = /* @__PURE__ */ new Map();
  for (const { author, command, createdAt } of commands) {
    const login = author.toLowerCase();
    if (people.has(login)) continue;
    people.set(login, { by: author, reason: command.reason, at: createdAt });
  }
  const approvals = [...people.values()];
  const last = approvals[wanted - 1];
  if (last === void 0) return null;
  return { commit: head, approvals, reviewDue: last.at + reviewWithin };
}
function breakGlass(gates, glass) {
  const blocks = ({ outcome }) => isBlocking(outcome);
  if (glass === null || !gates.some(blocks)) return { gates, glass: null, notes: [] };
  const errored2 = gates.filter(({ outcome }) => outcome === "errored");
  const notes = errored2.length === 0 ? [] : [stillErrored(errored2)];
  if (gates.filter(blocks).length === errored2.length) return { gates, glass: null, notes };
  const passed = gates.map(
    (gate) => blocks(gate) && gate.outcome !== "errored" ? passing(gate, glass) : gate
  );
  return { gates: passed, glass, notes: [toBeReviewed(glass), ...notes] };
}
function toBeReviewed({ approvals, commit, reviewDue }) {
  const who = approvals.map(({ by, reason }) => `\`@${by}\` (${reason})`).join(", ");
  const message = `${who} broke the glass for \`${commit.slice(0, 10)}\`: what was let through is to be reviewed before ${formatInstant(reviewDue)}`;
  return { code: "BREAK-GLASS", message, at: null };
}
function stillErrored(gates) {
  const names = [...new Set(gates.map(({ id }) => `\`${id}\``))].join(", ");
  const message = `the glass is broken, and ${names} still blocks: nobody can let through what could not be judged`;
  return { code: "BREAK-GLASS-ERRORED", message, at: null };
}
function passing(gate, glass) {
  const rules = gate.rules.map((rule) => isLifted(rule) ? lifted(rule, glass) : rule);
  return { ...gate, outcome: "conditional", waitsFor: [], rules };
}
function isLifted({ severity, outcome }) {
  return severity === "block" && isBlocking(outcome) && outcome !== "errored";
}
function lifted(rule, { approvals }) {
  const reasons = approvals.map(({ reason }) => reason);
  return {
    ...rule,
    outcome: "waived",
    waiver: {
      kind: "break-glass",
      reason: [...new Set(reasons)].join("; "),
      until: null,
      approvedBy: approvals.map(({ by }) => by),
      approvedIn: null
    }
  };
}

// src/verdict/waivers.ts
function checkWaiver(waiver, approval, terms, time) {
  const voided = (code, why) => {
    const message = `the waiver of \`${subjectOf(waiver)}\` waives nothing: ${why}`;
    return { state: "void", note: { code, message, at: waiver.at } };
  };
  const misnamed = misnames(waiver, terms);
  if (misnamed !== null) return voided("WAIVER-UNKNOWN", misnamed);
  if (time.isOver(waiver.until)) {
    return voided("WAIVER-EXPIRED", `it ended on ${waiver.until}`);
  }
  if (approval.state === "unknown") return voided("NEEDS-GITHUB", approval.why);
  const number = `#${waiver.approved_in}`;
  const { pull } = approval;
  if (pull.state !== "merged") {
    return voided(
      "WAIVER-NOT-APPROVED",
      `${number} is ${pull.state === "absent" ? "not there" : `${pull.state}, not merged`}`
    );
  }
  if (!approval.hasEntry) {
    return voided("WAIVER-CHANGED", `it does not stand in the file as ${number} merged it`);
  }
  if (approval.approvers.length === 0) {
    return voided(
      "WAIVER-NOT-APPROVED",
      `nobody who may waive, other than its author, approved ${number}`
    );
  }
  const last = dayOf(startOf(dayOf(pull.mergedAt)) + terms.maxDays * DAY);
  if (waiver.until > last) {
    return voided(
      "WAIVER-TOO-LONG",
      `it runs until ${waiver.until}; ${terms.maxDays} days after ${number} was merged is ${last}`
    );
  }
  const { approvers: approvedBy } = approval;
  return { state: "valid", waiver, approvedBy, approvedIn: waiver.approved_in };
}
function misnames({ gate, rule, service }, terms) {
  const rules = terms.rules.get(gate);
  if (rules === void 0) return `the policy has no gate \`${gate}\``;
  if (rule !== null && !rules.has(rule)) return `the gate has no rule \`${rule}\``;
  if (terms.services === null) {
    return service === null ? null : "the repository has no `services`, so leave out `service`";
  }
  if (service === null) return "it has to name one `service`";
  return terms.services.has(service) ? null : `there is no service \`${service}\``;
}
function subjectOf(waiver) {
  return waiver.rule === null ? waiver.gate : `${waiver.gate}/${waiver.rule}`;
}
function sameWaiver(a, b) {
  const said = ({ at: _, ...entry }) => JSON.stringify(Object.entries(entry).sort(([x], [y]) => x < y ? -1 : 1));
  return said(a) === said(b);
}
function waive(rule, gate, service, grants) {
  if (!isBlocking(rule.outcome) || rule.outcome === "errored") return rule;
  const covering = grants.find(
    ({ waiver: waiver2 }) => concerns(waiver2, { gate, rule: rule.id, service: service.id }) && uncovered(rule, waiver2).length === 0
  );
  if (covering === void 0) return rule;
  const { waiver, approvedBy, approvedIn } = covering;
  const { reason, until } = waiver;
  const applied = { kind: "waiver", reason, until, approvedBy, approvedIn };
  return { ...rule, outcome: "waived", waiver: applied };
}
function concerns(waiver, subject) {
  if (waiver.gate !== subject.gate || waiver.service !== subject.service) return false;
  return waiver.rule === null || waiver.rule === subject.rule;
}
function uncovered({ findings }, { codes }) {
  return findings.filter(
    ({ code, outcome }) => isBlocking(outcome) && codes?.includes(code) === false
  );
}
function coversGate(gate, grants) {
  return grants.some(
    ({ waiver }) => waiver.gate === gate.id && waiver.rule === null && waiver.service === gate.service
  );
}

// src/verdict/command-flaws.ts
var TAKEN_BACK = { code: "WAIVER-TAKEN-BACK", why: "it was taken back" };
function waiveFlaw(comment, terms, pull, time) {
  const { command, createdAt } = comment;
  const misnamed = misnames(command, terms);
  if (misnamed !== null) return { code: "WAIVER-UNKNOWN", why: misnamed };
  if (comment.void) return TAKEN_BACK;
  const lapsed = lapse(comment, pull);
  if (lapsed !== null) return lapsed;
  if (time.isOver(command.until)) {
    return { code: "WAIVER-EXPIRED", why: `it ended on ${command.until}` };
  }
  const last = dayOf(startOf(dayOf(createdAt)) + terms.maxDays * DAY);
  if (command.until <= last) return null;
  return {
    code: "WAIVER-TOO-LONG",
    why: `it runs until ${command.until}; ${terms.maxDays} days after the comment is ${last}`
  };
}
function commitFlaw(comment, pull) {
  const { command } = comment;
  const head = pull.head.toLowerCase();
  if (command.commit === head) return lapse(comment, pull);
  if (!head.startsWith(command.commit)) {
    const [named, now] = [command.commit, head].map((commit) => `\`${commit.slice(0, 10)}\``);
    return { code: "COMMAND-OTHER-COMMIT", why: `it is for ${named}, and the head is ${now}` };
  }
  const line = commandLine({ ...command, commit: head });
  return {
    code: "COMMAND-SHORT-COMMIT",
    why: `of the 40 digits of the commit it has ${command.commit.length}, and another commit can be made to begin alike; to let this one through: \`${line}\``
  };
}
function lapse({ createdAt }, { baseChangedAt }) {
  if (baseChangedAt === null || baseChangedAt < createdAt) return null;
  return {
    code: "COMMAND-LAPSED",
    why: "the pull request asks to merge into another branch since"
  };
}

// src/verdict/judge-commands.ts
function judgeCommands(given) {
  const commands = [...given.pull.commands].sort(inOrder);
  const terms = { ...given, pull: { ...given.pull, commands } };
  const notes = /* @__PURE__ */ new Map();
  const unheeded = [];
  const list = (comment, { code, why }) => {
    const message = `${nameOf(comment)} changes nothing: ${why}`;
    if (!UNSETTLED.has(code)) unheeded.push({ comment: comment.id, message });
    notes.set(JSON.stringify([code, message]), { code, message, at: null });
  };
  const { waivers, takenBack } = judgeWaivers(terms, list);
  const lift = judgeUnfreezing(terms, list);
  const glass = judgeGlass(terms, list);
  return { waivers, takenBack, lift, glass, unheeded, notes: withoutCrowds([...notes.values()]) };
}
var UNSETTLED = /* @__PURE__ */ new Set([TAKEN_BACK.code, "NEEDS-GITHUB", "FACT-UNREADABLE"]);
var OF_ONE_CODE = 5;
function withoutCrowds(notes) {
  const codes = [...new Set(notes.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const alike = notes.filter((note2) => note2.code === code);
    if (alike.length <= OF_ONE_CODE) return alike;
    const message = "more commands change nothing for the same reason";
    return [...alike.slice(0, OF_ONE_CODE), { code, message, at: null }];
  });
}
function inOrder(a, b) {
  if (a.createdAt !== b.createdAt) return a.createdAt - b.createdAt;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}
function nameOf({ author, command }) {
  const gate = "gate" in command && command.gate !== null ? ` ${subjectOf({ ...command, gate: command.gate })}` : "";
  return `the \`${command.verb}${gate}\` of \`@${author}\``;
}
function judgeWaivers(terms, list) {
  const { pull, policy, time } = terms;
  const { approvers } = policy.waivers;
  const given = commandsOf(pull.commands, "waive").filter((comment) => {
    const flaw = waiveFlaw(comment, terms, pull, time.aside()) ?? flawOf(standing(comment, approvers, terms));
    if (flaw !== null) list(comment, flaw);
    else time.isOver(comment.command.until);
    return flaw === null;
  });
  const takenBack = backTaken(given, terms, list);
  for (const comment of takenBack.keys()) list(comment, TAKEN_BACK);
  const marked = [...takenBack].flatMap(([{ id }, isCertain]) => isCertain ? [id] : []);
  return {
    waivers: given.filter((comment) => !takenBack.has(comment)),
    takenBack: [...new Set(marked)]
  };
}
function backTaken(given, terms, list) {
  const taken = /* @__PURE__ */ new Map();
  for (const unwaive of commandsOf(terms.pull.commands, "unwaive")) {
    const meant = given.filter((waive2) => takesBack(unwaive, waive2, terms.pull.commands));
    const own = meant.filter((waive2) => sameLogin(waive2.author, unwaive.author));
    for (const waive2 of own) taken.set(waive2, true);
    if (meant.length === 0) {
      list(unwaive, { code: "UNWAIVE-NOTHING", why: "no comment before it waives that" });
    }
    if (own.length === meant.length) continue;
    const { approvers: roles } = terms.policy.waivers;
    const speaker = terms.standing(unwaive.author, { roles, takesAway: true });
    if (speaker.state === "stranger" && own.length === 0) list(unwaive, speaker);
    if (speaker.state === "stranger") continue;
    const isCertain = speaker.state === "holder";
    for (const waive2 of meant) taken.set(waive2, isCertain || taken.get(waive2) === true);
  }
  return taken;
}
function takesBack(unwaive, waive2, inOrder2) {
  const { gate, rule, service } = unwaive.command;
  if (gate !== waive2.command.gate) return false;
  if (rule !== null && rule !== waive2.command.rule) return false;
  if (service !== null && service !== waive2.command.service) return false;
  if (unwaive.id !== waive2.id) return unwaive.createdAt >= waive2.createdAt;
  return inOrder2.indexOf(unwaive) > inOrder2.indexOf(waive2);
}
function judgeUnfreezing(terms, list) {
  const { pull, policy, isFrozen } = terms;
  if (!isFrozen) return null;
  const [lift = null] = commandsOf(pull.commands, "unfreeze").filter(
    (comment) => counts2(comment, policy.waivers.approvers, terms, list)
  );
  return lift === null ? null : { by: lift.author, reason: lift.command.reason };
}
function judgeGlass(terms, list) {
  const { pull, policy } = terms;
  const { break_glass: setting } = policy;
  const all = commandsOf(pull.commands, "break-glass");
  if (setting === null) {
    const why = "the policy has no `break_glass`";
    for (const comment of all) list(comment, { code: "BREAK-GLASS-UNKNOWN", why });
    return null;
  }
  const counting = all.filter((comment) => counts2(comment, setting.roles, terms, list));
  const { approvals, review_within } = setting;
  const reviewWithin = parseDuration(review_within) ?? 0;
  const glass = brokenGlass(counting, pull.head, { approvals, reviewWithin });
  const [first] = counting;
  if (glass === null && first !== void 0) {
    const people = new Set(counting.map(({ author }) => author.toLowerCase())).size;
    list(first, {
      code: "BREAK-GLASS-WAITING",
      why: `${approvals} different people have to ask for it, and so far ${people === 1 ? "one does" : `${people} do`}`
    });
  }
  return glass;
}
function counts2(comment, roles, terms, list) {
  const flaw = commitFlaw(comment, terms.pull) ?? flawOf(standing(comment, roles, terms));
  if (flaw !== null) list(comment, flaw);
  return flaw === null;
}
function standing({ author }, roles, terms) {
  return terms.standing(author, { roles, takesAway: false });
}
function flawOf(standing2) {
  return standing2.state === "holder" ? null : standing2;
}

// src/guard/command-question.ts
var NO_COMMANDS = {
  kind: "commands",
  waivers: [],
  lift: null,
  glass: null,
  takenBack: [],
  unheeded: [],
  notes: [],
  next: null,
  at: () => NO_COMMANDS
};
function commandQuestion(subject) {
  const { policy, terms, isFrozen, now } = subject;
  return {
    ask(facts) {
      const { reader, wanted, unreadable } = recordingReader(facts);
      const pull = reader.read("pull-request", {});
      if (pull === null) {
        const told = [...unreadable.values()].filter(({ reason }) => reason !== "needs-github");
        const notes = told.map(unreadableFact).map(({ code, problem }) => ({
          code,
          message: `${problem}; no command in its comments counts`,
          at: null
        }));
        return { answer: { ...NO_COMMANDS, notes }, wanted };
      }
      const time = new Timeline(now);
      const speakers = new Speakers(facts, pull, policy);
      const judged = judgeCommands({
        ...terms,
        policy,
        pull,
        isFrozen,
        time,
        standing: (login, asked) => speakers.standing(login, asked)
      });
      const at = (moment) => commandQuestion({ ...subject, now: moment }).ask(facts).answer;
      return {
        answer: { kind: "commands", ...judged, next: time.next, at },
        wanted: speakers.wanted
      };
    }
  };
}
function grantOf({ author, command }) {
  if (command.codes === null) return [];
  return [{ waiver: command, approvedBy: [author], approvedIn: null }];
}
var Speakers = class {
  wanted = /* @__PURE__ */ new Map();
  #facts;
  #pull;
  #policy;
  constructor(facts, pull, policy) {
    this.#facts = facts;
    this.#pull = pull;
    this.#policy = policy;
  }
  standing(login, { roles, takesAway }) {
    if (roles.length === 0) return stranger("the policy names nobody who may ask for it");
    if (!takesAway && isAuthor(this.#pull, login))
      return stranger(`\`@${login}\` wrote this pull request`);
    const { reader, wanted, unreadable } = recordingReader(this.#facts);
    const holders = holdersAmong(reader, roles, this.#policy.roles, [login]);
    if (holders?.length === 0) {
      const names = roles.map((role) => `\`${role}\``).join(" or ");
      return stranger(`\`@${login}\` does not hold ${names}`);
    }
    const account = reader.read("account", { login });
    for (const [key, request] of wanted) this.wanted.set(key, request);
    if (holders === null || account === null) {
      const [fact] = unreadable.values();
      if (fact === void 0) return unknown("FACT-UNREADABLE", "it is not known who may");
      const { code, problem } = unreadableFact(fact);
      return unknown(code, problem);
    }
    return account.state === "user" ? { state: "holder" } : stranger(`\`@${login}\` is no person`);
  }
};
function stranger(why) {
  return { state: "stranger", code: "COMMAND-NOT-ALLOWED", why };
}
function unknown(code, why) {
  return { state: "unknown", code, why };
}

// src/verdict/mode.ts
function isScheduled(enforceFrom, time) {
  return enforceFrom !== null && time.isAhead(enforceFrom);
}
function modeOf(policy, time) {
  if (policy.enforce_from === null) return policy.mode;
  return isScheduled(policy.enforce_from, time) ? "advisory" : "enforce";
}

// src/guard/rule-question.ts
function ruleQuestion(subject) {
  const { gate, rule, service, policy } = subject;
  const type = ruleType(rule.type);
  if (!holds(rule.when, service.fields)) {
    return settled(answer(subject, { ...NOTHING, outcome: "not-applicable" }));
  }
  return {
    ask(facts) {
      const time = new Timeline(subject.now);
      const scheduled = isScheduled(gate.enforce_from, time) || isScheduled(rule.enforce_from, time);
      const context = {
        gate,
        rule,
        service,
        repository: subject.repository,
        roles: policy.roles,
        asked: askedItems(policy.gates),
        maxAge: rule.max_age,
        time
      };
      const asked = type === void 0 ? { findings: [unknownType(rule)], wanted: /* @__PURE__ */ new Map() } : evaluateRule(type, rule.options, facts, context);
      const { findings, judged } = leaveOut(asked.findings, subject.local);
      const outcome = scheduled ? "scheduled" : outcomeOfFindings(findings);
      const said = { findings, judged: judged || scheduled, outcome, next: time.next };
      const at = (now) => ruleQuestion({ ...subject, now }).ask(facts).answer;
      return { answer: { ...answer(subject, said), at }, wanted: asked.wanted };
    }
  };
}
var NOTHING = { findings: [], judged: true, next: null };
function settled(said) {
  const fixed = { ...said, at: () => fixed };
  return { ask: () => ({ answer: fixed, wanted: /* @__PURE__ */ new Map() }) };
}
function answer({ gate, rule }, said) {
  const notes = said.findings.filter(({ outcome }) => outcome === "noted");
  return {
    kind: "rule",
    verdict: {
      id: rule.id,
      type: rule.type,
      title: rule.title,
      severity: rule.severity,
      outcome: said.outcome,
      ...said.outcome === "scheduled" ? { countsFrom: countsFrom(gate, rule) } : {},
      judged: said.judged,
      from: `${rule.at.file}:${rule.at.line}`,
      issue: rule.issue,
      findings: said.findings.filter(({ outcome }) => outcome !== "noted").map((finding) => inOwnWords(finding, rule)),
      waiver: null
    },
    notes: notes.map(({ code, problem, at }) => ({ code, message: problem, at })),
    onBase: null,
    next: said.next
  };
}
function countsFrom(gate, rule) {
  const days = [gate.enforce_from ?? "", rule.enforce_from ?? ""];
  return days.reduce((latest, day) => day > latest ? day : latest);
}
function inOwnWords(finding, rule) {
  const remedy = rule.remedy === null ? finding.remedy : `${rule.remedy}; ${finding.remedy}`;
  return { ...finding, remedy, asks: finding.asks ?? rule.asks };
}
function leaveOut(findings, local) {
  if (!local) return { findings, judged: true };
  const rest = findings.filter(({ code }) => code !== "NEEDS-GITHUB");
  const blocks = rest.some(({ outcome }) => isBlocking(outcome));
  return { findings: rest, judged: rest.length === findings.length || blocks };
}
function unknownType(rule) {
  return errored({
    code: "RULE-DEFECT",
    problem: `there is no rule type \`${rule.type}\``,
    remedy: "correct the policy",
    at: rule.at
  });
}

// src/guard/on-base.ts
function comparedQuestion(subject) {
  const question = ruleQuestion(subject);
  const ofBase = askedOfBase(question);
  return {
    ask(facts) {
      const [here, there] = [question.ask(facts), ofBase.ask(facts)];
      const moments = [here, there].flatMap(({ answer: answer2 }) => answer2.next ?? []);
      return {
        answer: {
          ...here.answer,
          onBase: there.answer.verdict.findings,
          next: moments.length === 0 ? null : Math.min(...moments),
          at: (now) => comparedQuestion({ ...subject, now }).ask(facts).answer
        },
        wanted: new Map([...here.wanted, ...there.wanted])
      };
    }
  };
}
function askedOfBase(question) {
  return {
    ask(facts) {
      const seen = /* @__PURE__ */ new Map();
      for (; ; ) {
        const { answer: answer2, wanted } = question.ask(seen);
        const unread = /* @__PURE__ */ new Map();
        const before = seen.size;
        for (const [key, request] of wanted) {
          const there = onBase(request);
          const fact = facts.get(factKey(there));
          if (fact === void 0) unread.set(factKey(there), there);
          else seen.set(key, fact);
        }
        if (seen.size === before) return { answer: answer2, wanted: unread };
      }
    }
  };
}
function onBase(request) {
  return "revision" in request && request.revision === "evidence" ? { ...request, revision: "base" } : request;
}

// src/guard/waiver-question.ts
function waiverQuestion(waiver, policy, terms, now) {
  return {
    ask(facts) {
      const { reader, wanted, unreadable } = recordingReader(facts);
      const read = readApproval(waiver, policy, reader);
      const [missing2] = unreadable.values();
      const approval = missing2 === void 0 ? read ?? { state: "unknown", why: "its approval was not read" } : {
        state: "unknown",
        why: `#${waiver.approved_in} could not be read: ${missing2.detail}`
      };
      const time = new Timeline(now);
      const checked = checkWaiver(waiver, approval, terms, time);
      const at = (moment) => waiverQuestion(waiver, policy, terms, moment).ask(facts).answer;
      return { answer: { kind: "waiver", checked, next: time.next, at }, wanted };
    }
  };
}
function readApproval(waiver, policy, facts) {
  const pull = facts.read("merged-pull", { number: waiver.approved_in });
  if (pull === null) return null;
  if (pull.state !== "merged") return { state: "known", pull, hasEntry: false, approvers: [] };
  const others = pull.approvedBy.filter((login) => !sameLogin(login, pull.author));
  const approvers = holdersAmong(facts, policy.waivers.approvers, policy.roles, others);
  if (approvers === null) return null;
  const then = pull.waivers === null ? [] : loadWaivers({ name: waiver.at.file, text: pull.waivers }).waivers;
  const hasEntry = then.some((entry) => sameWaiver(entry, waiver));
  return { state: "known", pull, hasEntry, approvers };
}

// src/guard/answers.ts
async function ask(input, selected, { time, isFrozen }) {
  const { policy, now, local, repository = null } = input;
  const baseline = activeBaseline(input.baseline ?? null, time);
  const applying = selected.posts.filter((post) => post.applies);
  const subjects = applying.flatMap(
    ({ gate, service }) => gate.rules.map((rule) => ({ policy, gate, rule, service, repository, now, local }))
  );
  const terms = {
    maxDays: policy.waivers.max_days,
    services: selected.known,
    rules: new Map(
      policy.gates.map(({ id, rules: rules2 }) => [id, new Set(rules2.map((rule) => rule.id))])
    )
  };
  const commands = selected.governed ? [commandQuestion({ policy, terms, isFrozen, now })] : [];
  const answers = await collect(
    [
      ...subjects.map((subject) => {
        const { gate, rule, service } = subject;
        const isBaselined = isAbout(baseline, {
          gate: gate.id,
          rule: rule.id,
          service: service.id
        });
        return isBaselined ? comparedQuestion(subject) : ruleQuestion(subject);
      }),
      ...input.waivers.map((waiver) => waiverQuestion(waiver, policy, terms, now)),
      ...commands
    ],
    input.source
  );
  const rules = answers.filter((answer2) => answer2.kind === "rule");
  return {
    rules: new Map(
      subjects.flatMap(({ service, gate, rule }, index) => {
        const answer2 = rules[index];
        return answer2 === void 0 ? [] : [[keyOf3(service.id, gate.id, rule.id), answer2]];
      })
    ),
    waivers: answers.filter((answer2) => answer2.kind === "waiver"),
    commands: answers.find((answer2) => answer2.kind === "commands") ?? NO_COMMANDS
  };
}
function keyOf3(service, gate, rule) {
  return JSON.stringify([service, gate, rule]);
}
function answerAt(answer2, moment) {
  return answer2.next !== null && answer2.next <= moment ? answer2.at(moment) : answer2;
}
function nextOf({ rules, waivers, commands }) {
  return earliest([...rules.values(), ...waivers, commands]);
}
function earliest(moments) {
  const ahead = moments.flatMap(({ next }) => next === null ? [] : [next]);
  return ahead.length === 0 ? null : ahead.reduce((a, b) => Math.min(a, b));
}

// src/verdict/judge-gate.ts
function judgeGate(gate, service, rules) {
  const assume = (outcome) => outcomeOfRules(
    rules.map((rule) => rule.judged ? rule : { severity: rule.severity, outcome }),
    gate.require
  );
  const best = assume("passed");
  return {
    id: gate.id,
    title: gate.title,
    service: service.id,
    outcome: best,
    undetermined: !isBlocking(best) && isBlocking(assume("errored")),
    waitsFor: [],
    rules
  };
}
function holdBack(verdicts, gates, lifted2) {
  const dependencies = new Map(gates.map((gate) => [gate.id, gate.depends_on]));
  const byKey = new Map(verdicts.map((verdict) => [keyOf4(verdict.service, verdict.id), verdict]));
  const held = /* @__PURE__ */ new Map();
  const settle = (verdict) => {
    const known = held.get(verdict);
    if (known !== void 0) return known;
    held.set(verdict, verdict);
    const others = (dependencies.get(verdict.id) ?? []).flatMap((id) => {
      const other = byKey.get(keyOf4(verdict.service, id));
      return other === void 0 ? [] : [settle(other)];
    });
    const settled2 = lifted2.has(verdict) ? verdict : waitFor(verdict, others);
    held.set(verdict, settled2);
    return settled2;
  };
  return verdicts.map(settle);
}
function waitFor(verdict, others) {
  if (!counts(verdict.outcome)) return verdict;
  const blocking = others.filter((other) => isBlocking(other.outcome));
  const waitsFor = blocking.map(({ id }) => id);
  if (blocking.length > 0) {
    const outcome = isBlocking(verdict.outcome) ? verdict.outcome : "pending";
    return { ...verdict, outcome, undetermined: false, waitsFor };
  }
  const open = others.some((other) => other.undetermined) && !isBlocking(verdict.outcome);
  return open ? { ...verdict, undetermined: true } : verdict;
}
function keyOf4(service, gate) {
  return JSON.stringify([service, gate]);
}

// src/guard/gates-of.ts
function gatesOf({ posts, policy, baseline }, { rules: answers, waivers, commands }, time) {
  const lenient = leniencyAt({ baseline, waivers, commands }, time);
  const gates = posts.map(({ gate, service, applies: applies2 }) => {
    const rules = (applies2 ? gate.rules : []).flatMap((rule) => {
      const answer2 = answers.get(keyOf3(service.id, gate.id, rule.id));
      return answer2 === void 0 ? [] : [withLeniency(answer2, { gate, rule, service }, lenient)];
    });
    return judgeGate(gate, service, rules);
  });
  const lifted2 = new Set(gates.filter((gate) => coversGate(gate, lenient.grants)));
  return holdBack(gates, policy.gates, lifted2);
}
function leniencyAt({ baseline, waivers, commands }, time) {
  return {
    baseline: activeBaseline(baseline, time),
    grants: [
      ...waivers.flatMap(({ checked }) => checked.state === "valid" ? [checked] : []),
      ...commands.waivers.flatMap(grantOf)
    ]
  };
}
function withLeniency(answer2, { gate, rule, service }, { baseline, grants }) {
  const softened = soften(answer2, { rule, gate: gate.id, service: service.id }, baseline);
  return rule.waivable ? waive(softened, gate.id, service, grants) : softened;
}

// src/guard/foresee.ts
var MOMENTS = 50;
function foresee(asked, answers, gates, now) {
  let holding = holdingRules(asked, answers, gates);
  let { waivers, commands } = answers;
  let time = now;
  for (let count = 0; holding.length > 0 && count < MOMENTS; count += 1) {
    const moment = earliest([time, commands, ...waivers, ...holding.map(({ answer: answer2 }) => answer2)]);
    if (moment === null) return null;
    time = new Timeline(moment);
    waivers = waivers.map((waiver) => answerAt(waiver, moment));
    commands = answerAt(commands, moment);
    const lenient = leniencyAt({ baseline: asked.baseline, waivers, commands }, time);
    const later = [];
    for (const held of holding) {
      const answer2 = answerAt(held.answer, moment);
      const rule = withLeniency(answer2, held, lenient);
      const expiry = isBlocking(rule.outcome) ? expiryOf(held, { rule, when: moment, baseline: asked.baseline }) : null;
      if (expiry !== null) return expiry;
      later.push({ ...held, answer: answer2 });
    }
    holding = later;
  }
  return null;
}
function holdingRules({ posts }, { rules: answers }, gates) {
  const verdicts = new Map(
    gates.flatMap(
      (gate) => gate.rules.map((rule) => [keyOf3(gate.service, gate.id, rule.id), rule])
    )
  );
  return posts.flatMap(
    ({ gate, service }) => gate.rules.flatMap((rule) => {
      const key = keyOf3(service.id, gate.id, rule.id);
      const [verdict, answer2] = [verdicts.get(key), answers.get(key)];
      if (verdict === void 0 || answer2 === void 0 || !holds2(verdict)) return [];
      return [{ gate, rule, service, verdict, answer: answer2 }];
    })
  );
}
function holds2({ outcome, severity, judged }) {
  return judged && severity === "block" && counts(outcome) && !isBlocking(outcome);
}
function expiryOf({ gate, service, verdict }, later) {
  const { rule, when, baseline } = later;
  const finding = rule.findings.find(({ outcome }) => isBlocking(outcome));
  if (finding === void 0) return null;
  const ended = endOf2(verdict, rule, baseline);
  return {
    when,
    problem: `${ended?.why ?? ""}${finding.problem}`,
    at: finding.at,
    who: ended?.who ?? finding.asks,
    service: service.id,
    gate: gate.id,
    rule: rule.id
  };
}
function endOf2({ waiver, findings }, later, baseline) {
  if (waiver !== null && later.waiver === null) {
    return { why: `the waiver ends on ${waiver.until}: `, who: null };
  }
  if (baseline === null || findings.every(({ baselined }) => baselined !== true)) return null;
  return { why: `the baseline ends on ${baseline.until}: `, who: baseline.owner };
}

// src/guard/grown-baseline.ts
async function withoutGrowth(input) {
  const { baseline = null, origin, source } = input;
  if (baseline === null || origin.sha === null) return { baseline, notes: [] };
  const read = await readVersions(baseline.at.file, origin.sha, source);
  if (typeof read === "string") {
    if (read === "needs-history") return { baseline, notes: [] };
    const message = "how the baseline began could not be read, so it softens nothing for now";
    return { baseline: null, notes: [{ code: "BASELINE-UNREAD", message, at: baseline.at }] };
  }
  const first = firstOf(read, baseline.at.file);
  if (first === null) return { baseline, notes: [] };
  const known = new Set(first.findings.map(fingerprintOf));
  const grown = baseline.findings.filter((entry) => !known.has(fingerprintOf(entry)));
  const [added] = grown;
  if (added === void 0) return { baseline, notes: [] };
  const findings = baseline.findings.filter((entry) => known.has(fingerprintOf(entry)));
  return { baseline: { ...baseline, findings }, notes: [grew(grown, added)] };
}
async function readVersions(path, revision, source) {
  const [read] = await collect(
    [
      {
        ask(facts) {
          const { reader, wanted, unreadable } = recordingReader(facts);
          const versions = reader.read("history", { path, revision });
          const [missing2] = unreadable.values();
          return { answer: missing2?.reason ?? versions ?? "unreadable", wanted };
        }
      }
    ],
    source
  );
  return read ?? "unreadable";
}
function firstOf(versions, path) {
  const end = versions.findIndex(({ content }) => content.state === "absent");
  const run = end === -1 ? versions : versions.slice(0, end);
  for (const { content } of run.toReversed()) {
    if (content.state !== "file") continue;
    const { baseline } = loadBaseline({ name: path, text: content.file.text });
    if (baseline !== null) return baseline;
  }
  return null;
}
var NAMED = 5;
function grew(grown, { at }) {
  const names = grown.slice(0, NAMED).map(({ gate, rule, code, item }) => {
    return `\`${gate}/${rule}\` ${code}${item === null ? "" : ` of \`${item}\``}`;
  });
  const more = grown.length > NAMED ? ` and ${grown.length - NAMED} more` : "";
  const message = `the baseline may only shrink, so what was not in it when it began softens nothing: ${names.join(", ")}${more}; to begin anew, delete the file in a pull request of its own`;
  return { code: "BASELINE-GREW", message, at };
}

// src/guard/selection-notes.ts
function servicesJudged(gates) {
  const counting = gates.filter((gate) => gate.undetermined || counts(gate.outcome));
  return new Set(counting.map(({ service }) => service));
}
function selectionNotes({ unreadable, governed, services, gone }, gates) {
  if (unreadable !== null) {
    const { code, problem, remedy } = unreadableFact(unreadable);
    return [{ code, message: `${problem}; ${remedy}`, at: null }];
  }
  if (!governed)
    return [note("NO-GATES-APPLY", "no path that the policy governs changed: no gates apply")];
  if (services.length === 0) {
    return [
      note(
        "NO-SERVICES",
        "governed paths changed, but no folder is a service: nothing can vouch for them; correct `services` in the policy"
      )
    ];
  }
  const judged = servicesJudged(gates);
  return [
    ...gone.map(
      (id) => note(
        "SERVICE-GONE",
        `\`${id}\` is on base and taken away here, where something is added that may be the same one under another name: so it is judged as well; remove it in a change of its own, or have its gates waived`
      )
    ),
    ...services.filter(({ id }) => !judged.has(id)).map(
      ({ id }) => note(
        "NOTHING-COUNTS",
        `no gate judged ${id === null ? "this change" : `\`${id}\``}: each was limited by \`when\`, \`changed\`, \`gates\` or \`enforce_from\``
      )
    )
  ];
}
function note(code, message) {
  return { code, message, at: null };
}

// src/verdict/baseline-notes.ts
var NOTICE = 14;
function baselineNotes(baseline, gates, time) {
  if (baseline === null) return [];
  const { until, owner, at } = baseline;
  if (time.isOver(until)) {
    const message = `the baseline ended on ${until} and softens nothing any more; ask ${owner}, and delete the file`;
    return [{ code: "BASELINE-OVER", message, at }];
  }
  if (isTooLong(baseline, time)) {
    const message = `the baseline is to run until ${until} and softens nothing: its last day may be at most ${MOST_DAYS} days ahead`;
    return [{ code: "BASELINE-TOO-LONG", message, at }];
  }
  const covered = coveredBy(gates).size;
  const notes = [];
  if (covered > 0) {
    const many = covered === 1 ? "1 finding warns" : `${covered} findings warn`;
    const message = `${many} instead of blocking: the baseline covers them until ${until}, and ${owner} sees to them`;
    notes.push({ code: "BASELINE", message, at });
  }
  if (covered > 0 && -time.daysSince(until) <= NOTICE) {
    const message = `the baseline ends on ${until}; from then on what is left of it blocks`;
    notes.push({ code: "BASELINE-ENDS", message, at });
  }
  return [
    ...notes,
    ...staleEntries(baseline, gates).map((entry) => ({
      code: "BASELINE-STALE",
      message: `\`${entry.gate}/${entry.rule}\` has no finding ${entry.code}${entry.item === null ? "" : ` of \`${entry.item}\``} any more: run \`stage-gates baseline\` to take it out, so that it blocks should it come back`,
      at: entry.at
    }))
  ];
}
function coveredBy(gates) {
  const keys = gates.flatMap(
    ({ id: gate, service, rules }) => rules.flatMap(
      ({ id: rule, findings }) => findings.filter(({ baselined }) => baselined === true).map(({ code, item }) => fingerprintOf({ gate, rule, service, code, item }))
    )
  );
  return new Set(keys);
}

// src/verdict/exemptions.ts
function exemptGates(exemptions, time) {
  const gates = /* @__PURE__ */ new Set();
  const notes = exemptions.map(({ gates: ids, reason, until, at }) => {
    const names = ids.map((id) => `\`${id}\``).join(", ");
    if (time.isOver(until)) {
      return {
        code: "EXEMPTION-EXPIRED",
        message: `the exemption from ${names} ended on ${until}`,
        at
      };
    }
    for (const id of ids) gates.add(id);
    return {
      code: "EXEMPT",
      message: `the organization exempts this repository from ${names} until ${until}: ${reason}`,
      at
    };
  });
  return { gates, notes };
}

// src/verdict/freeze.ts
function openWindows(windows, time) {
  return windows.filter(({ from, to }) => !time.isAhead(from) && !time.isOver(to));
}
function freezeGate(open, policyFile, lift) {
  if (open.length === 0) return null;
  return {
    id: "freeze",
    title: "Freeze",
    service: null,
    outcome: lift === null ? "pending" : "conditional",
    undetermined: false,
    waitsFor: [],
    rules: [
      {
        id: "freeze",
        type: "freeze",
        title: "No freeze is on",
        severity: "block",
        outcome: lift === null ? "pending" : "waived",
        judged: true,
        from: policyFile,
        issue: "none",
        findings: open.map(({ from, to, reason }) => ({
          code: "FREEZE-ON",
          outcome: "pending",
          problem: `promotions are frozen up to and including ${to}: ${reason}`,
          remedy: `wait until ${to} is over, have the window end earlier (\`freeze\` in the policy of the default branch), or have somebody who may waive and did not write this let the head through: \`/gate unfreeze <commit> --reason "<why>"\``,
          at: { file: policyFile, line: 1, column: 1 },
          asks: null,
          item: from
        })),
        waiver: lift === null ? null : unfrozen(lift)
      }
    ]
  };
}
function unfrozen({ by, reason }) {
  return { kind: "unfreeze", reason, until: null, approvedBy: [by], approvedIn: null };
}

// src/verdict/next-steps.ts
function nextSteps(gates, policyGates) {
  const required = new Map(policyGates.map((gate) => [gate.id, gate.require]));
  const steps = /* @__PURE__ */ new Map();
  for (const gate of inOrderOfDependency(gates)) {
    if (!isBlocking(gate.outcome)) continue;
    for (const rule of rulesToMend(gate, required.get(gate.id) ?? "all")) {
      for (const finding of rule.findings) {
        if (!isBlocking(finding.outcome)) continue;
        const step = stepOf(finding, gate, rule);
        const key = JSON.stringify([step.service, step.who, step.step, subjectOf2(finding)]);
        if (!steps.has(key)) steps.set(key, step);
      }
    }
  }
  return [...steps.values()];
}
function stepOf({ remedy, paste, problem, at, asks }, { id, service }, rule) {
  return {
    step: remedy,
    paste: paste ?? null,
    problem,
    at,
    who: asks,
    service,
    gate: id,
    rule: rule.id
  };
}
function subjectOf2({ at, problem, outcome }) {
  if (at !== null) return `${at.file}:${at.line}:${at.column}`;
  return outcome === "errored" ? null : problem;
}
function rulesToMend(gate, require2) {
  const blocks = (rule) => rule.severity === "block" && isBlocking(rule.outcome);
  const blocking = gate.rules.filter(blocks);
  if (require2 === "all") return blocking;
  const counting = gate.rules.filter(({ outcome }) => counts(outcome));
  const wanted = Math.min(require2 === "any" ? 1 : require2.at_least, counting.length);
  const missing2 = wanted - (counting.length - blocking.length);
  const cheapest = new Set(
    blocking.toSorted((a, b) => blockingIn(a) - blockingIn(b)).slice(0, missing2)
  );
  return blocking.filter((rule) => cheapest.has(rule));
}
function blockingIn({ findings }) {
  return findings.filter(({ outcome }) => isBlocking(outcome)).length;
}
function inOrderOfDependency(gates) {
  const byKey = new Map(gates.map((gate) => [JSON.stringify([gate.service, gate.id]), gate]));
  const begun = /* @__PURE__ */ new Set();
  const ordered = [];
  const visit = (gate) => {
    if (begun.has(gate)) return;
    begun.add(gate);
    for (const id of gate.waitsFor) {
      const other = byKey.get(JSON.stringify([gate.service, id]));
      if (other !== void 0) visit(other);
    }
    ordered.push(gate);
  };
  for (const gate of gates) visit(gate);
  return ordered;
}

// src/verdict/waiver-remarks.ts
function waiverRemarks(waivers, verdicts, gates) {
  return waivers.flatMap((comment) => {
    const { command, author } = comment;
    const about = `the \`waive ${subjectOf(command)}\` of \`@${author}\``;
    const open = verdicts.flatMap(
      (gate) => gate.rules.filter((rule) => isOpen(rule) && concerns(command, ruleIn(gate, rule))).map((rule) => ({ gate, rule }))
    );
    const fixed = open.filter(({ gate, rule }) => !isWaivable(gate, rule, gates));
    const rest = open.filter((one) => !fixed.includes(one));
    const codes = rest.flatMap(
      ({ rule }) => rule.findings.filter(({ outcome }) => isBlocking(outcome)).map(({ code }) => code)
    );
    if (command.codes === null && codes.length === 0) {
      return [
        remark(
          "WAIVER-NO-CODES",
          `${about} changes nothing: it names no codes, and there are none to waive`
        )
      ];
    }
    const line = lineFor(command, codes);
    return [
      ...fixed.map(
        ({ gate, rule }) => remark(
          "WAIVER-REFUSED",
          `${about} does not cover \`${gate.id}/${rule.id}\`: ${whyFixed(rule)}`
        )
      ),
      ...codes.length === 0 ? [] : [
        command.codes === null ? remark(
          "WAIVER-NO-CODES",
          `${about} changes nothing: it names no codes; to waive what blocks now: \`${line}\``
        ) : remark(
          "WAIVER-OPEN",
          `${about} does not cover ${namesOf(rest, command)}; to waive that as well: \`${line}\``
        )
      ]
    ];
  });
}
function isOpen({ severity, outcome }) {
  return severity === "block" && isBlocking(outcome);
}
function ruleIn(gate, { id }) {
  return { gate: gate.id, rule: id, service: gate.service };
}
function isWaivable(gate, rule, gates) {
  const stated = gates.find(({ id }) => id === gate.id)?.rules.find(({ id }) => id === rule.id);
  return rule.outcome !== "errored" && stated?.waivable === true;
}
function whyFixed({ outcome }) {
  return outcome === "errored" ? "what could not be judged cannot be waived" : "the policy says that it cannot be waived";
}
function namesOf(open, command) {
  const names = open.flatMap(
    ({ gate, rule }) => uncovered(rule, command).map(({ code }) => `\`${code}\` of \`${gate.id}/${rule.id}\``)
  );
  return [...new Set(names)].join(", ");
}
function lineFor(command, codes) {
  return commandLine({
    ...command,
    codes: [.../* @__PURE__ */ new Set([...command.codes ?? [], ...codes])].sort()
  });
}
function remark(code, message) {
  return { code, message, at: null };
}

// src/guard.ts
async function judge(input) {
  const { policy, origin } = input;
  const stage = findStage(policy, input.stage);
  const time = new Timeline(input.now);
  const exempt = exemptGates(policy.exemptions ?? [], time);
  const [selected, { baseline, notes: ofBaseline }] = await Promise.all([
    select({
      policy,
      stage,
      wanted: input.services,
      exempt: exempt.gates,
      source: input.source
    }),
    withoutGrowth(input)
  ]);
  const asked = { posts: selected.posts, policy, baseline };
  const frozen = selected.governed ? openWindows(policy.freeze, time) : [];
  const answers = await ask({ ...input, baseline }, selected, {
    time,
    isFrozen: frozen.length > 0
  });
  const { rules, waivers, commands } = answers;
  const judged = gatesOf(asked, answers, time);
  const freeze = freezeGate(frozen, origin.files[0] ?? "", commands.lift);
  const broken = breakGlass([...freeze === null ? [] : [freeze], ...judged], commands.glass);
  const all = broken.gates;
  const gates = all.slice(all.length - judged.length);
  const mode = modeOf(policy, time);
  return {
    decision: decisionOf(selected, gates, all),
    mode,
    stage: stage.id,
    services: selected.services.flatMap(({ id }) => id === null ? [] : [id]),
    commit: input.commit,
    policy: origin,
    validUntil: earliest([time, { next: nextOf(answers) }]),
    gates: all,
    problems: [],
    notes: [
      ...input.notes,
      ...broken.notes,
      ...exempt.notes,
      ...ofBaseline,
      ...baselineNotes(baseline, gates, time),
      ...selectionNotes(selected, gates),
      ...waivers.flatMap(({ checked }) => checked.state === "void" ? [checked.note] : []),
      ...commands.notes,
      ...waiverRemarks(commands.waivers, gates, policy.gates),
      ...[...rules.values()].flatMap(({ notes }) => notes)
    ],
    next: nextSteps(all, policy.gates),
    expiry: foresee(asked, answers, judged, time),
    breakGlass: broken.glass,
    takenBack: commands.takenBack,
    unheeded: commands.unheeded
  };
}
function withoutVerdict(said) {
  const { stage, mode, problems, origin, commit } = said;
  const nothing = { services: [], gates: [], notes: [], next: [], takenBack: [], unheeded: [] };
  const none = { validUntil: null, expiry: null, breakGlass: null };
  return { decision: "no-go", mode, stage, commit, policy: origin, problems, ...nothing, ...none };
}
function findStage(policy, id) {
  const stage = policy.stages.find((other) => other.id === id);
  if (stage === void 0) throw new RangeError(`the policy has no stage \`${id}\``);
  return stage;
}
function decisionOf(selected, gates, all) {
  if (selected.unreadable !== null) return "no-go";
  if (!selected.governed) return "go";
  const judged = servicesJudged(gates);
  const { services } = selected;
  const isJudged2 = services.length > 0 && services.every(({ id }) => judged.has(id));
  return isJudged2 ? decide(all) : "no-go";
}

export {
  fingerprintOf,
  staleEntries,
  entriesIn,
  MOST_DAYS,
  UnknownService,
  judge,
  withoutVerdict
};
