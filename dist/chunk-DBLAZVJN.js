import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  applies,
  gatesOfStage
} from "./chunk-H6E2YVLQ.js";
import {
  loadWaivers,
  openPolicy
} from "./chunk-JS7FLSM4.js";
import {
  checkoutSource
} from "./chunk-RVDEVD3B.js";
import {
  changedServices,
  changesMatch,
  readSelection
} from "./chunk-NB7KAVJC.js";
import {
  POLICY_PATH,
  factKey,
  known,
  missing
} from "./chunk-PNTW4M3K.js";
import {
  GitFailure,
  openCheckout
} from "./chunk-DVWJM53H.js";
import {
  errored,
  external_exports,
  globMatcher,
  holdersAmong,
  holds,
  parseLocatedJson,
  placeIn,
  ruleType,
  sameLogin
} from "./chunk-JFONLSVW.js";
import {
  UsageError,
  unknownName
} from "./chunk-BLFBGBXB.js";
import {
  suggest
} from "./chunk-LIALXT4F.js";
import {
  DAY,
  dayOf,
  daysBetween,
  endOf,
  startOf
} from "./chunk-4CUAYF7T.js";

// src/verdict/outcomes.ts
var RANKS = [
  ["errored"],
  ["failed"],
  ["pending"],
  ["conditional", "waived"],
  ["warned"],
  ["passed"]
];
var RANK = new Map(RANKS.flatMap((outcomes, rank2) => outcomes.map((outcome) => [outcome, rank2])));
function rank(outcome) {
  return RANK.get(outcome) ?? RANKS.length;
}
var BLOCKING = /* @__PURE__ */ new Set(["errored", "failed", "pending"]);
function isBlocking(outcome) {
  return BLOCKING.has(outcome);
}
function counts(outcome) {
  return RANK.has(outcome);
}
function worst(outcomes) {
  return outcomes.reduce((a, b) => rank(b) < rank(a) ? b : a, "passed");
}
function outcomeOfFindings(findings) {
  const outcomes = findings.map((finding) => finding.outcome);
  return worst(outcomes.filter((outcome) => outcome !== "noted"));
}
function outcomeForGate(rule) {
  return rule.severity === "warn" && isBlocking(rule.outcome) ? "warned" : rule.outcome;
}
function outcomeOfRules(rules, require2) {
  const outcomes = rules.filter((rule) => counts(rule.outcome)).map(outcomeForGate);
  if (outcomes.length === 0) {
    return rules.some((rule) => rule.outcome === "scheduled") ? "scheduled" : "not-applicable";
  }
  const fromBest = outcomes.toSorted((a, b) => rank(b) - rank(a));
  const nth = require2 === "all" ? fromBest.length : require2 === "any" ? 1 : require2.at_least;
  const outcome = fromBest[Math.min(nth, fromBest.length) - 1] ?? "errored";
  return outcome === "waived" ? "conditional" : outcome;
}
function decide(gates) {
  const counting = gates.filter((gate) => counts(gate.outcome) || gate.undetermined);
  if (counting.length === 0) return "no-go";
  if (counting.some((gate) => isBlocking(gate.outcome) && !gate.undetermined)) return "no-go";
  if (counting.some((gate) => gate.undetermined)) return "undetermined";
  return counting.some((gate) => gate.outcome === "conditional") ? "conditional-go" : "go";
}

// src/verdict/baseline.ts
var NOTICE = 14;
function fingerprintOf({ gate, rule, service, code, item }) {
  return JSON.stringify([gate, rule, service, code, item]);
}
function activeBaseline(baseline, time) {
  if (baseline === null || time.isOver(baseline.until)) return null;
  const keys2 = new Map(baseline.findings.map((entry) => [fingerprintOf(entry), entry]));
  return { ...baseline, keys: keys2 };
}
var ABOUT_THE_CHANGE = /* @__PURE__ */ new Set(["rollout", "sign-off"]);
function canBeBaselined({ type }, { outcome, code }) {
  return outcome === "failed" && code !== "HIDDEN-CHARACTER" && !ABOUT_THE_CHANGE.has(type);
}
function soften(verdict, rule, of, baseline) {
  if (baseline === null || rule.locked === true || verdict.outcome === "scheduled") return verdict;
  if (!isBlocking(verdict.outcome)) return verdict;
  let softened = false;
  const findings = verdict.findings.map((finding) => {
    const { code, item } = finding;
    const key = fingerprintOf({ ...of, rule: rule.id, code, item });
    if (!canBeBaselined(rule, finding) || !baseline.keys.has(key)) return finding;
    softened = true;
    const problem2 = `${finding.problem} (in the baseline until ${baseline.until}, ${baseline.owner})`;
    return { ...finding, outcome: "warned", problem: problem2, baselined: true };
  });
  return softened ? { ...verdict, findings, outcome: outcomeOfFindings(findings) } : verdict;
}
function baselineNotes(baseline, gates, time) {
  if (baseline === null) return [];
  const { until, owner, at, findings } = baseline;
  if (time.isOver(until)) {
    const message = `the baseline ended on ${until} and softens nothing any more; ask ${owner}, and delete the file`;
    return [{ code: "BASELINE-OVER", message, at }];
  }
  const found2 = new Set(gates.flatMap(fingerprintsIn));
  const judged = new Set(
    gates.flatMap(
      ({ id, service, rules }) => rules.filter((rule) => rule.judged && rule.outcome !== "not-applicable").map((rule) => JSON.stringify([id, rule.id, service]))
    )
  );
  const stale = findings.filter(
    (entry) => judged.has(JSON.stringify([entry.gate, entry.rule, entry.service])) && !found2.has(fingerprintOf(entry))
  );
  const covered = findings.filter((entry) => found2.has(fingerprintOf(entry))).length;
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
    ...stale.map((entry) => ({
      code: "BASELINE-STALE",
      message: `\`${entry.gate}/${entry.rule}\` has no finding ${entry.code}${entry.item === null ? "" : ` of \`${entry.item}\``} any more: run \`stage-gates baseline\` to take it out, so that it blocks should it come back`,
      at: entry.at
    }))
  ];
}
function fingerprintsIn({ id, service, rules }) {
  return entriesIn({ id, service, rules }).map(fingerprintOf);
}
function entriesIn({
  id,
  service,
  rules
}) {
  const entries = rules.flatMap(
    (rule) => rule.severity === "warn" || rule.outcome === "scheduled" ? [] : rule.findings.filter((finding) => canBeBaselined(rule, finding) || finding.baselined === true).map(({ code, item }) => ({ gate: id, rule: rule.id, service, code, item }))
  );
  return [...new Map(entries.map((entry) => [fingerprintOf(entry), entry])).values()];
}

// src/cli/judge-checkout.ts
import { resolve as resolve3 } from "node:path";

// src/facts/read-into.ts
async function readInto(facts, requests, source) {
  if (requests.length === 0) return;
  const read = await source.read(requests);
  for (const [index2, request] of requests.entries()) {
    facts.set(factKey(request), read[index2] ?? missing("unreadable", "it was not answered"));
  }
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
  const known2 = policy.services === null ? null : new Set(ids);
  const folders = new Set(selection.gone);
  const gone = promotion.services.flatMap(
    ({ id, path }) => id !== null && folders.has(path) ? [id] : []
  );
  return { ...promotion, posts, known: known2, gone, unreadable };
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

// src/rules/evaluate-rule.ts
function evaluateRule(type, options, facts, context) {
  const { reader, wanted, unreadable } = recordingReader(facts);
  try {
    const findings = type.evaluate(reader, options, context);
    const all = [...findings, ...[...unreadable.values()].map(unreadableFact)];
    return { findings: eachOnce(all), wanted };
  } catch (error) {
    return { findings: [defect(type, error)], wanted: /* @__PURE__ */ new Map() };
  }
}
function eachOnce(findings) {
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
  forbidden: "give the token the permission it lacks",
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
var Timeline = class {
  today;
  #now;
  #next = null;
  constructor(now) {
    this.#now = now;
    this.today = dayOf(now);
  }
  /** Whether it is that moment or later. */
  reached(moment) {
    if (this.#now >= moment) return true;
    if (this.#next === null || moment < this.#next) this.#next = moment;
    return false;
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
        maxAge: rule.max_age,
        time
      };
      const asked = type === void 0 ? { findings: [unknownType(rule)], wanted: /* @__PURE__ */ new Map() } : evaluateRule(type, rule.options, facts, context);
      const { findings, judged } = leaveOut(asked.findings, subject.local);
      const outcome = scheduled ? "scheduled" : outcomeOfFindings(findings);
      return {
        answer: answer(subject, {
          findings,
          judged: judged || scheduled,
          outcome,
          next: time.next
        }),
        wanted: asked.wanted
      };
    }
  };
}
var NOTHING = { findings: [], judged: true, next: null };
function settled(fixed) {
  return { ask: () => ({ answer: fixed, wanted: /* @__PURE__ */ new Map() }) };
}
function answer({ rule }, said) {
  const notes = said.findings.filter(({ outcome }) => outcome === "noted");
  return {
    kind: "rule",
    verdict: {
      id: rule.id,
      type: rule.type,
      title: rule.title,
      severity: rule.severity,
      outcome: said.outcome,
      judged: said.judged,
      from: `${rule.at.file}:${rule.at.line}`,
      issue: rule.issue,
      findings: said.findings.filter(({ outcome }) => outcome !== "noted").map((finding) => inOwnWords(finding, rule)),
      waiver: null
    },
    notes: notes.map(({ code, problem: problem2, at }) => ({ code, message: problem2, at })),
    next: said.next
  };
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

// src/verdict/waivers.ts
function checkWaiver(waiver, approval, terms, time) {
  const voided = (code, why) => {
    const message = `the waiver of \`${subjectOf(waiver)}\` waives nothing: ${why}`;
    return { state: "void", waiver, note: { code, message, at: waiver.at } };
  };
  const misnamed = misnames(waiver, terms);
  if (misnamed !== null) return voided("WAIVER-UNKNOWN", misnamed);
  if (time.isOver(waiver.until)) {
    return voided("WAIVER-EXPIRED", `it ended on ${waiver.until}`);
  }
  if (approval.state === "unknown") return voided("NEEDS-GITHUB", approval.why);
  const number2 = `#${waiver.approved_in}`;
  const { pull } = approval;
  if (pull.state !== "merged") {
    return voided(
      "WAIVER-NOT-APPROVED",
      `${number2} is ${pull.state === "absent" ? "not there" : `${pull.state}, not merged`}`
    );
  }
  if (!approval.hasEntry) {
    return voided("WAIVER-CHANGED", `it does not stand in the file as ${number2} merged it`);
  }
  if (approval.approvers.length === 0) {
    return voided(
      "WAIVER-NOT-APPROVED",
      `nobody who may waive, other than its author, approved ${number2}`
    );
  }
  const last = dayOf(startOf(dayOf(pull.mergedAt)) + terms.maxDays * DAY);
  if (waiver.until > last) {
    return voided(
      "WAIVER-TOO-LONG",
      `it runs until ${waiver.until}; ${terms.maxDays} days after ${number2} was merged is ${last}`
    );
  }
  return { state: "valid", waiver, approvedBy: approval.approvers };
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
function waive(rule, gate, service, waivers) {
  if (!isBlocking(rule.outcome) || rule.outcome === "errored") return rule;
  for (const checked of waivers) {
    if (checked.state !== "valid") continue;
    const { waiver, approvedBy } = checked;
    if (waiver.gate !== gate || waiver.service !== service.id) continue;
    if (waiver.rule !== null && waiver.rule !== rule.id) continue;
    const open = rule.findings.filter(
      ({ code, outcome }) => isBlocking(outcome) && waiver.codes?.includes(code) === false
    );
    if (open.length > 0) continue;
    const applied = {
      reason: waiver.reason,
      until: waiver.until,
      approvedBy,
      approvedIn: waiver.approved_in
    };
    return { ...rule, outcome: "waived", waiver: applied };
  }
  return rule;
}
function coversGate(gate, waivers) {
  return waivers.some(
    ({ state, waiver }) => state === "valid" && waiver.gate === gate.id && waiver.rule === null && waiver.service === gate.service
  );
}

// src/guard/waiver-question.ts
function waiverQuestion(waiver, policy, terms, now) {
  return {
    ask(facts) {
      const { reader, wanted, unreadable } = recordingReader(facts);
      const read = readApproval(waiver, policy, reader);
      const [missing3] = unreadable.values();
      const approval = missing3 === void 0 ? read ?? { state: "unknown", why: "its approval was not read" } : {
        state: "unknown",
        why: `#${waiver.approved_in} could not be read: ${missing3.detail}`
      };
      const time = new Timeline(now);
      const checked = checkWaiver(waiver, approval, terms, time);
      return { answer: { kind: "waiver", checked, next: time.next }, wanted };
    }
  };
}
function readApproval(waiver, policy, facts) {
  const pull = facts.read("merged-pull", { number: waiver.approved_in });
  if (pull === null) return null;
  if (pull.state !== "merged") return { state: "known", pull, hasEntry: false, approvers: [] };
  const others = pull.approvedBy.filter((login2) => !sameLogin(login2, pull.author));
  const approvers = holdersAmong(facts, policy.waivers.approvers, policy.roles, others);
  if (approvers === null) return null;
  const then = pull.waivers === null ? [] : loadWaivers({ name: waiver.at.file, text: pull.waivers }).waivers;
  const hasEntry = then.some((entry) => sameWaiver(entry, waiver));
  return { state: "known", pull, hasEntry, approvers };
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
function freezeGate(windows, policyFile, time) {
  const open = windows.filter(
    ({ from, to }) => !time.isAhead(from) && !time.isOver(to)
  );
  if (open.length === 0) return null;
  return {
    id: "freeze",
    title: "Freeze",
    service: null,
    outcome: "pending",
    undetermined: false,
    waitsFor: [],
    rules: [
      {
        id: "freeze",
        type: "freeze",
        title: "No freeze is on",
        severity: "block",
        outcome: "pending",
        judged: true,
        from: policyFile,
        issue: "none",
        findings: open.map(({ from, to, reason }) => ({
          code: "FREEZE-ON",
          outcome: "pending",
          problem: `promotions are frozen up to and including ${to}: ${reason}`,
          remedy: `wait until ${to} is over, or have the window end earlier: \`freeze\` in the policy of the default branch`,
          at: { file: policyFile, line: 1, column: 1 },
          asks: null,
          item: from
        })),
        waiver: null
      }
    ]
  };
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
function holdBack(verdicts, gates, lifted) {
  const dependencies = new Map(gates.map((gate) => [gate.id, gate.depends_on]));
  const byKey = new Map(verdicts.map((verdict) => [keyOf(verdict.service, verdict.id), verdict]));
  const held = /* @__PURE__ */ new Map();
  const settle = (verdict) => {
    const known2 = held.get(verdict);
    if (known2 !== void 0) return known2;
    held.set(verdict, verdict);
    const others = (dependencies.get(verdict.id) ?? []).flatMap((id) => {
      const other = byKey.get(keyOf(verdict.service, id));
      return other === void 0 ? [] : [settle(other)];
    });
    const settled2 = lifted.has(verdict) ? verdict : waitFor(verdict, others);
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
function keyOf(service, gate) {
  return JSON.stringify([service, gate]);
}

// src/verdict/next-steps.ts
function nextSteps(gates, policyGates) {
  const required = new Map(policyGates.map((gate) => [gate.id, gate.require]));
  const steps = /* @__PURE__ */ new Map();
  for (const gate of inOrderOfDependency(gates)) {
    if (!isBlocking(gate.outcome)) continue;
    for (const rule of rulesToMend(gate, required.get(gate.id) ?? "all")) {
      for (const step of stepsOf(gate, rule)) {
        const key = JSON.stringify([step.service, step.who, step.step]);
        if (!steps.has(key)) steps.set(key, step);
      }
    }
  }
  return [...steps.values()];
}
function stepsOf(gate, rule) {
  return rule.findings.filter(({ outcome }) => isBlocking(outcome)).map(({ remedy, problem: problem2, at, asks }) => ({
    step: remedy,
    problem: problem2,
    at,
    who: asks,
    service: gate.service,
    gate: gate.id,
    rule: rule.id
  }));
}
function rulesToMend(gate, require2) {
  const blocks = (rule) => rule.severity === "block" && isBlocking(rule.outcome);
  const blocking = gate.rules.filter(blocks);
  if (require2 === "all") return blocking;
  const counting = gate.rules.filter(({ outcome }) => counts(outcome));
  const wanted = Math.min(require2 === "any" ? 1 : require2.at_least, counting.length);
  const missing3 = wanted - (counting.length - blocking.length);
  const cheapest = new Set(
    blocking.toSorted((a, b) => stepsOf(gate, a).length - stepsOf(gate, b).length).slice(0, missing3)
  );
  return blocking.filter((rule) => cheapest.has(rule));
}
function inOrderOfDependency(gates) {
  const byKey = new Map(gates.map((gate) => [JSON.stringify([gate.service, gate.id]), gate]));
  const ordered = /* @__PURE__ */ new Set();
  const visit = (gate, path) => {
    if (ordered.has(gate) || path.has(gate)) return;
    for (const id of gate.waitsFor) {
      const other = byKey.get(JSON.stringify([gate.service, id]));
      if (other !== void 0) visit(other, /* @__PURE__ */ new Set([...path, gate]));
    }
    ordered.add(gate);
  };
  for (const gate of gates) visit(gate, /* @__PURE__ */ new Set());
  return [...ordered];
}

// src/guard.ts
async function judge(input) {
  const { policy, origin } = input;
  const stage = findStage(policy, input.stage);
  const time = new Timeline(input.now);
  const exempt = exemptGates(policy.exemptions ?? [], time);
  const selected = await select({
    policy,
    stage,
    wanted: input.services,
    exempt: exempt.gates,
    source: input.source
  });
  const { rules, waivers } = await ask(input, selected);
  const { baseline = null } = input;
  const active = activeBaseline(baseline, time);
  const gates = gatesOf(selected.posts, { rules, waivers, baseline: active }, policy);
  const mode = modeOf(policy, time);
  const freeze = selected.governed ? freezeGate(policy.freeze, origin.files[0] ?? "", time) : null;
  const all = freeze === null ? gates : [freeze, ...gates];
  return {
    decision: decisionOf(selected, gates, all),
    mode,
    stage: stage.id,
    services: selected.services.flatMap(({ id }) => id === null ? [] : [id]),
    commit: input.commit,
    policy: origin,
    validUntil: earliest([time, ...rules.values(), ...waivers]),
    gates: all,
    problems: [],
    notes: [
      ...input.notes,
      ...exempt.notes,
      ...baselineNotes(baseline, gates, time),
      ...selectionNotes(selected, gates),
      ...waivers.flatMap(({ checked }) => checked.state === "void" ? [checked.note] : []),
      ...[...rules.values()].flatMap(({ notes }) => notes)
    ],
    next: nextSteps(all, policy.gates)
  };
}
function withoutVerdict(said) {
  const { stage, mode, problems, origin, commit: commit2 } = said;
  const nothing = { services: [], validUntil: null, gates: [], notes: [], next: [] };
  return { decision: "no-go", mode, stage, commit: commit2, policy: origin, problems, ...nothing };
}
function findStage(policy, id) {
  const stage = policy.stages.find((other) => other.id === id);
  if (stage === void 0) throw new RangeError(`the policy has no stage \`${id}\``);
  return stage;
}
async function ask(input, selected) {
  const { policy, now, local, repository: repository2 = null } = input;
  const applying = selected.posts.filter((post) => post.applies);
  const subjects = applying.flatMap(
    ({ gate, service }) => gate.rules.map((rule) => ({ policy, gate, rule, service, repository: repository2, now, local }))
  );
  const terms = {
    maxDays: policy.waivers.max_days,
    services: selected.known,
    rules: new Map(
      policy.gates.map(({ id, rules: rules2 }) => [id, new Set(rules2.map((rule) => rule.id))])
    )
  };
  const answers = await collect(
    [
      ...subjects.map(ruleQuestion),
      ...input.waivers.map((waiver) => waiverQuestion(waiver, policy, terms, now))
    ],
    input.source
  );
  const rules = answers.filter((answer3) => answer3.kind === "rule");
  return {
    rules: new Map(
      subjects.flatMap(({ service, gate, rule }, index2) => {
        const answer3 = rules[index2];
        return answer3 === void 0 ? [] : [[keyOf2(service, gate.id, rule.id), answer3]];
      })
    ),
    waivers: answers.filter((answer3) => answer3.kind === "waiver")
  };
}
function keyOf2(service, ...ids) {
  return JSON.stringify([service.id, ...ids]);
}
function gatesOf(posts, { rules: answers, waivers, baseline }, policy) {
  const checked = waivers.map((waiver) => waiver.checked);
  const gates = posts.map(({ gate, service, applies: applies2 }) => {
    const rules = (applies2 ? gate.rules : []).flatMap((rule) => {
      const answer3 = answers.get(keyOf2(service, gate.id, rule.id));
      if (answer3 === void 0) return [];
      const of = { gate: gate.id, service: service.id };
      const softened = soften(answer3.verdict, rule, of, baseline);
      return [rule.waivable ? waive(softened, gate.id, service, checked) : softened];
    });
    return judgeGate(gate, service, rules);
  });
  const lifted = new Set(gates.filter((gate) => coversGate(gate, checked)));
  return holdBack(gates, policy.gates, lifted);
}
function decisionOf(selected, gates, all) {
  if (selected.unreadable !== null) return "no-go";
  if (!selected.governed) return "go";
  return gates.some(isCounting) ? decide(all) : "no-go";
}
function isCounting(gate) {
  return gate.undetermined || counts(gate.outcome);
}
function selectionNotes({ unreadable, governed, services, gone }, gates) {
  if (unreadable !== null) {
    const { code, problem: problem2, remedy } = unreadableFact(unreadable);
    return [{ code, message: `${problem2}; ${remedy}`, at: null }];
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
  const judged = new Set(gates.filter(isCounting).map(({ service }) => service));
  return [
    ...gone.map(
      (id) => note(
        "SERVICE-GONE",
        `\`${id}\` is on base and taken away here, where another service is added: in case that is the same one under another name it is judged as well; remove it in a change of its own, or have its gates waived`
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
function earliest(moments) {
  const ahead = moments.flatMap(({ next }) => next === null ? [] : [next]);
  return ahead.length === 0 ? null : ahead.reduce((a, b) => Math.min(a, b));
}

// src/verdict/select-stage.ts
function stageOfBranch({ stages }, branch) {
  const owner = stages.find(({ branches }) => globMatcher(branches)(branch));
  return owner ?? null;
}

// src/worktree/git/local-commits.ts
var ID = /^[0-9a-f]{7,64}$/;
var UNKNOWN = { state: "unknown" };
async function lookUpCommits(checkout, ids) {
  const { git, head } = checkout;
  const wanted = [...new Set(ids)].filter((id) => ID.test(id));
  if (git === null || head === null || wanted.length === 0) return /* @__PURE__ */ new Map();
  try {
    const found2 = await resolve(checkout, wanted);
    const commits = [...found2.values()].filter((full) => full !== null);
    const input = [`^${head}`, ...commits].map((line) => `${line}
`).join("");
    const beyond = new Set((await git.git.text(["rev-list", "--stdin"], input)).split("\n"));
    return new Map(
      wanted.map((id) => {
        const full = found2.get(id);
        if (full === void 0) return [id, UNKNOWN];
        if (full === null) {
          return [id, { state: "ambiguous", detail: `several commits begin with ${id}` }];
        }
        const ancestor = !beyond.has(full);
        return !ancestor && git.shallow ? [id, { state: "cut-off", detail: "this clone is too shallow to tell" }] : [id, { state: "commit", ancestor }];
      })
    );
  } catch (error) {
    if (error instanceof GitFailure) return /* @__PURE__ */ new Map();
    throw error;
  }
}
async function resolve({ git }, ids) {
  const found2 = /* @__PURE__ */ new Map();
  const input = ids.map((id) => `${id}
`).join("");
  const args = ["cat-file", "--batch-check=%(objecttype) %(objectname)"];
  const lines = (await git?.git.text(args, input) ?? "").split("\n");
  for (const [index2, id] of ids.entries()) {
    const [type, full = ""] = (lines[index2] ?? "").split(" ");
    if (full === "ambiguous") found2.set(id, null);
    else if (type === "commit" && full.startsWith(id)) found2.set(id, full);
  }
  return found2;
}

// src/worktree/facts-schema.ts
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
var pullRequest = external_exports.union([
  external_exports.strictObject({
    number,
    head: commit.describe("The head of the pull request"),
    opened_at: instant,
    authors: external_exports.array(login).min(1).describe("Whoever opened it and any known last pusher; none of them may approve it"),
    reviews: external_exports.array(review).default([]).describe("All reviews"),
    sign_offs: external_exports.array(signOff).default([]).describe("Comments `/gate sign-off <role> <sha>` that were never edited")
  }),
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
      (request) => isGitHubRequest(request) ? answer2(facts, sections, request) : missing("unreadable", "a facts file holds only what GitHub knows")
    )
  };
}
function answer2(facts, sections, request) {
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
function index(section, keyOf3 = looseKey) {
  return new Map(Object.entries(section).map(([key, value]) => [keyOf3(key), value]));
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
    signOffs: pull.sign_offs.map(({ id, created_at, ...signOff2 }, index2) => ({
      id: id ?? `sign-off-${index2 + 1}`,
      ...signOff2,
      createdAt: Date.parse(created_at)
    })).sort((a, b) => a.createdAt - b.createdAt)
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

// src/worktree/offline-source.ts
function offlineSource(checkout, facts) {
  const local = checkoutSource(checkout);
  const recorded = facts === null ? null : recordedFacts(facts);
  return {
    async read(requests) {
      const commits = await lookUpCommits(checkout, requests.flatMap(ownCommit(checkout, facts)));
      const answers = /* @__PURE__ */ new Map();
      const fromCheckout = [];
      const fromRecording = [];
      for (const request of requests) {
        const [id] = ownCommit(checkout, facts)(request);
        const commit2 = id === void 0 ? void 0 : commits.get(id);
        if (commit2 !== void 0 && commit2.state !== "unknown") {
          answers.set(factKey(request), answerOf(commit2));
        } else if (isGitHubRequest(request)) fromRecording.push(request);
        else fromCheckout.push(request);
      }
      await Promise.all([
        readInto(answers, fromCheckout, local),
        readInto(answers, fromRecording, recorded ?? NOBODY)
      ]);
      return requests.map((request) => answers.get(factKey(request)) ?? UNANSWERED);
    }
  };
}
var UNCONNECTED = missing("needs-github", "no connection to GitHub and no recorded facts");
var UNANSWERED = missing("unreadable", "it was not answered");
var NOBODY = { read: async (requests) => requests.map(() => UNCONNECTED) };
function ownCommit(checkout, facts) {
  const names = new Set(
    [checkout.repository, facts?.repository].map((name) => name?.toLowerCase())
  );
  return (request) => {
    if (request.kind !== "reference" || request.what !== "commit") return [];
    const isOwn = request.repository === null || names.has(request.repository.toLowerCase());
    return isOwn ? [request.id] : [];
  };
}
function answerOf(commit2) {
  if (commit2.state === "commit") return known(commit2);
  return missing(commit2.state === "ambiguous" ? "unreadable" : "needs-history", commit2.detail);
}
function recordingNotes(checkout, facts) {
  const { head, repository: repository2 } = checkout;
  const notes = [];
  if (repository2 !== null && repository2.toLowerCase() !== facts.repository.toLowerCase()) {
    notes.push({
      code: "FACTS-OTHER-REPOSITORY",
      message: `the recorded facts are about \`${facts.repository}\`, this clone is of \`${repository2}\``,
      at: null
    });
  }
  if (head !== null && facts.commit !== void 0 && facts.commit !== head) {
    const short = [facts.commit, head].map((commit2) => commit2.slice(0, 7));
    notes.push({
      code: "FACTS-OTHER-COMMIT",
      message: `the facts were recorded for commit ${short[0]}, what is judged is ${short[1]}`,
      at: null
    });
  }
  return notes;
}

// src/cli/policy-notes.ts
async function notesOf(opened, checkout, source) {
  return [
    ...fromWorkTree(opened, checkout),
    ...await notYetMerged(opened, source),
    ...[...opened.remarks, ...opened.besideProblems].map(noteOf)
  ];
}
function noteOf({ code, message, help, at }) {
  return { code, message: help === null ? message : `${message}; ${help}`, at };
}
function fromWorkTree({ from }, { hasOrigin, defaultBranch }) {
  if (from !== "work-tree" || !hasOrigin) return [];
  const remote = defaultBranch?.remote ?? null;
  const [why, help] = remote === null ? [
    "the default branch of `origin` is not known here",
    "run `git fetch origin` and `git remote set-head origin --auto`, or name a policy with `--policy <file>`"
  ] : [
    `there is no policy at \`${remote.ref}\` yet`,
    "merge the policy first, or name one with `--policy <file>`"
  ];
  return [
    {
      code: "POLICY-FROM-WORK-TREE",
      message: `${why}, so the work tree is judged by its own policy: a pull request that changes the policy judges itself; ${help}`,
      at: { file: POLICY_PATH, line: 1, column: 1 }
    }
  ];
}
async function notYetMerged({ from, origin, sources }, source) {
  if (from !== "default-branch") return [];
  const [fact] = await source.read([{ kind: "file", path: POLICY_PATH, revision: "evidence" }]);
  const file = fact?.state === "known" ? fact.value : null;
  if (file?.state === "file" && file.file.text === sources.get(POLICY_PATH)) return [];
  return [
    {
      code: "POLICY-NOT-MERGED",
      message: `the work tree changes \`${POLICY_PATH}\`, and is judged by the one at \`${origin.ref}\`; \`--policy ${POLICY_PATH}\` shows what the change would do`,
      at: { file: POLICY_PATH, line: 1, column: 1 }
    }
  ];
}

// src/cli/read-facts.ts
import { readFileSync, statSync } from "node:fs";
import { resolve as resolve2 } from "node:path";
var LARGEST = 8 * 1024 * 1024;
function readFactsFile(name, cwd) {
  const text = readText(name, resolve2(cwd, name));
  const parsed = parseFactsFile(name, text);
  return parsed.state === "valid" ? parsed : { ...parsed, text };
}
function readText(name, path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === void 0) throw new UsageError(`there is no file \`${name}\``);
  if (!stats.isFile()) throw new UsageError(`\`${name}\` is no regular file`);
  if (stats.size > LARGEST) throw new UsageError(`\`${name}\` is larger than 8 MiB`);
  return readFileSync(path, "utf8");
}

// src/cli/judge-checkout.ts
async function judgeCheckout(dir, options, cwd) {
  const checkout = await openCheckout(resolve3(cwd, dir), { base: options.base ?? null });
  const recorded = options.facts === void 0 ? null : readFactsFile(options.facts, cwd);
  if (recorded?.state === "invalid") {
    const sources2 = /* @__PURE__ */ new Map([[options.facts ?? "", recorded.text]]);
    const problems = [...recorded.problems];
    return { ...problematic(problems, NO_POLICY, checkout, options), sources: sources2 };
  }
  const facts = recorded?.facts ?? null;
  const source = offlineSource(checkout, facts);
  const opened = await openPolicy(checkout, source, {
    policy: options.policy ?? null,
    organization: options.orgPolicy ?? null,
    cwd
  });
  const { sources } = opened;
  if (opened.state === "invalid") {
    return { ...problematic(opened.problems, opened.origin, checkout, options), sources };
  }
  const verdict = await verdictOf(opened, { checkout, source, facts, options });
  return { verdict, sources, root: checkout.root };
}
var NO_POLICY = { ref: "work tree", sha: null, files: [] };
function problematic(problems, origin, checkout, options) {
  const stage = options.stage ?? checkout.base?.branch ?? "";
  const commit2 = checkout.head;
  const verdict = withoutVerdict({ stage, mode: "enforce", problems, origin, commit: commit2 });
  return { verdict, root: checkout.root };
}
async function verdictOf(opened, subject) {
  const { checkout, source, facts, options } = subject;
  const { policy, waivers, baseline, origin } = opened;
  const notes = [
    ...await notesOf(opened, checkout, source),
    ...facts === null ? [] : recordingNotes(checkout, facts)
  ];
  try {
    return await judge({
      policy,
      waivers,
      baseline: options.withoutBaseline === true ? null : baseline,
      notes,
      origin,
      source,
      repository: checkout.repository ?? facts?.repository ?? null,
      now: options.at ?? Date.now(),
      stage: stageOf(policy, checkout, options.stage),
      services: options.service ?? null,
      local: options.local === true,
      commit: checkout.head
    });
  } catch (error) {
    throw error instanceof UnknownService ? unknownService(error) : error;
  }
}
function unknownService({ service, known: known2 }) {
  if (known2.length > 0) return unknownName("service", service, known2);
  return new UsageError("the repository has no services of its own", "leave out `--service`");
}
function stageOf(policy, checkout, named) {
  const ids = policy.stages.map(({ id }) => id);
  if (named !== void 0 && !ids.includes(named)) throw unknownName("stage", named, ids);
  const branch = checkout.base?.branch ?? null;
  const ofBase = branch === null ? null : stageOfBranch(policy, branch);
  return named ?? ofBase?.id ?? ids.at(-1) ?? "";
}

// src/cli/progress.ts
var PATIENCE = 1e3;
async function withProgress(terminal, what, work) {
  const timer = setTimeout(() => terminal.tell(`stage-gates: ${what} \u2026
`), PATIENCE);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}

export {
  fingerprintOf,
  entriesIn,
  judgeCheckout,
  withProgress
};
