import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  branchFindings,
  hasNoPolicy,
  isCovered,
  nameFindings,
  needsRuleset,
  policySourceFindings,
  protectCommand,
  readProtected,
  readProtection,
  rulesetForPolicy,
  rulesetForStage,
  stagesNamed,
  workflowFindings
} from "./chunk-HZMNHQ2A.js";
import "./chunk-L4MX7ROU.js";
import {
  connect
} from "./chunk-2UUTJIHO.js";
import "./chunk-HWUEBB2Y.js";
import "./chunk-LVKKHRHN.js";
import {
  fail,
  findWorkflow,
  ok,
  placed,
  unknown,
  warn,
  worstOf
} from "./chunk-PIRPCIFI.js";
import {
  GITHUB_ACTIONS,
  contextOf
} from "./chunk-YWFD4VWM.js";
import "./chunk-EFNJMRUO.js";
import "./chunk-KKEM3PDJ.js";
import "./chunk-OMCSVZS3.js";
import {
  entry,
  paintWord,
  paragraph
} from "./chunk-OTT52YRX.js";
import "./chunk-QSZG2IW5.js";
import {
  withProgress
} from "./chunk-Q5Q3HCI7.js";
import "./chunk-WPQ7RJF2.js";
import "./chunk-VOJVDU5I.js";
import "./chunk-53U4FLTU.js";
import "./chunk-5SW2YIMI.js";
import {
  globMatcher
} from "./chunk-HU7C56Q2.js";
import "./chunk-VZIMIMLZ.js";
import "./chunk-4EDMUHKC.js";
import "./chunk-H5AMS74M.js";
import {
  EXIT
} from "./chunk-756SLZBU.js";
import "./chunk-PKZ5FII4.js";
import "./chunk-TH4X3JRS.js";
import {
  capitalised
} from "./chunk-OBXZQG3I.js";
import {
  inertJson,
  inertLine,
  inertLines
} from "./chunk-UR5HFCGQ.js";
import "./chunk-GW4FBKY7.js";
import "./chunk-V7XYMT6F.js";
import "./chunk-4T5N5ANP.js";
import "./chunk-OKGOBK43.js";
import {
  DAY,
  formatInstant
} from "./chunk-2UVS6TJC.js";
import "./chunk-RINCA6AC.js";
import "./chunk-P6TVZRK3.js";
import "./chunk-JULNA7AP.js";

// src/protection/default-findings.ts
function defaultFindings(defaults, repository) {
  const code = "token-defaults";
  if (defaults.state === "missing") {
    const problem = `what the settings give to workflows is not known: ${defaults.detail}`;
    const remedy2 = "use the token of an administrator, or one with `administration: read`";
    return [unknown(code, problem, remedy2)];
  }
  const { mayWrite, mayApprove } = defaults.value;
  const found = [
    ...mayWrite ? ["a workflow that states no permissions may write statuses, and so forge one"] : [],
    ...mayApprove ? ["workflows may approve pull requests, so an approval need not be a person's"] : []
  ];
  if (found.length === 0) return [ok(code, "workflows get no more than they state")];
  const remedy = `run \`gh api --method PUT repos/${repository}/actions/permissions/workflow -f default_workflow_permissions=read -F can_approve_pull_request_reviews=false\``;
  return found.map((problem) => warn(code, problem, remedy));
}

// src/protection/schedule-findings.ts
var PATIENCE = 60 * DAY;
function scheduleFindings(file, fact, now) {
  if (fact === null) return [];
  const code = "scheduled-run";
  if (fact.state === "missing") {
    const problem = `whether the clock runs \`${file}\` is not known: ${fact.detail}`;
    const remedy = "add `actions: read` to the token";
    const later = `look again in a minute; if it stays so, ${remedy}`;
    return [unknown(code, problem, fact.reason === "forbidden" ? remedy : later)];
  }
  const { state, lastScheduled } = fact.value;
  const enable = `run \`gh workflow enable ${file.split("/").at(-1)}\``;
  if (state !== "active") {
    return [fail(code, `\`${file}\` is turned off (${state}): nothing is judged`, enable)];
  }
  if (lastScheduled === null) {
    const problem = `the clock has not run \`${file}\` yet`;
    return [warn(code, problem, "look again in an hour: GitHub starts schedules late")];
  }
  const last = formatInstant(lastScheduled);
  if (now - lastScheduled > PATIENCE) {
    return [warn(code, `the clock ran \`${file}\` last at ${last}, over 60 days ago`, enable)];
  }
  return [ok(code, `the clock ran \`${file}\` last at ${last}`)];
}

// src/protection/verdict-findings.ts
function verdictFindings({ promotions, policyChanged, app }, context, isOfStage) {
  if (promotions.state === "missing") {
    return [
      unknown(
        "verdicts",
        `open pull requests cannot be read: ${promotions.detail}`,
        "add `pull-requests: read` to the token"
      )
    ];
  }
  const { open, isWhole } = promotions.value;
  const changed = policyChanged.state === "known" ? policyChanged.value : null;
  const own = open.filter(({ base }) => isOfStage(base));
  const found = own.flatMap((promotion) => promotionFindings(promotion, context, app));
  const rest = isWhole ? [] : [
    unknown(
      "verdicts",
      `there are more open pull requests than the ${open.length} that were looked at`,
      "close what is left over"
    )
  ];
  if (found.length + rest.length > 0 || own.length === 0) return [...found, ...rest];
  const older = olderThan(changed, own, context).map(({ number }) => `#${number}`);
  const stays = older.length === 0 ? "" : `; that of ${older.join(", ")} was written before the policy changed, and stays while the verdict is the same`;
  return [ok("verdicts", `every open promotion has \`${context}\`${stays}`)];
}
function promotionFindings({ number, verdicts }, context, app) {
  if (verdicts.state === "missing") {
    const problem = `what was written to the head of #${number} cannot be read: ${verdicts.detail}`;
    const remedy = "add `statuses: read` and `checks: read` to the token";
    return [unknown("verdicts", problem, remedy)];
  }
  const own = verdicts.value.filter((one) => one.context === context);
  const byHand = app === GITHUB_ACTIONS ? `have it judged: \`gh workflow run stage-gates.yml -f pr=${number}\`` : `have it judged: comment \`/gate recheck\` on it; if nothing comes, look whether the app ${app} is installed and runs`;
  if (own.length === 0) {
    const problem = `the head of #${number} has no \`${context}\`, though it is open`;
    return [fail("verdict-missing", problem, byHand)];
  }
  const wrong = [
    ...kindsFindings(own, number, context),
    ...app === GITHUB_ACTIONS ? foreignFindings(own, number, context) : []
  ];
  return wrong;
}
function olderThan(changed, own, context) {
  if (changed === null) return [];
  return own.filter(({ verdicts }) => {
    const ours = verdicts.state === "known" ? verdicts.value : [];
    const times = ours.filter((one) => one.context === context).map(({ at }) => at ?? 0);
    return Math.max(...times) < changed;
  });
}
function kindsFindings(own, number, context) {
  if (new Set(own.map(({ by }) => by)).size < 2) return [];
  const problem = `#${number} has both a status and a check run \`${context}\`: both have to pass, and one may never be written again`;
  const remedy = "let either the action or the app judge, and no job be called so; push once to leave the other behind";
  return [fail("both-kinds", problem, remedy)];
}
function foreignFindings(own, number, context) {
  return own.filter(({ author, by }) => by === "status" && author !== BOT).map(({ author }) => {
    const problem = `\`${context}\` of #${number} was written by \`${author}\`, not by GitHub Actions`;
    const remedy = `ask \`${author}\` why, and have it judged: \`gh workflow run stage-gates.yml -f pr=${number}\``;
    return fail("verdict-foreign", problem, remedy);
  });
}
var BOT = "github-actions[bot]";

// src/protection/judge-protection.ts
var POLICY_BRANCH = "policy branch";
function judgeProtection(facts, policy) {
  const { state, stages, defaultBranch, promotions, codeownersErrors, app } = facts;
  const { policyChanged } = state;
  const found = findWorkflow(state.workflows, app);
  const isService = app !== GITHUB_ACTIONS && found.state === "none";
  const pushes = found.state === "found" ? found.workflow.events.get("push") : void 0;
  const ofStages = stages.map(({ stage, branches }) => {
    const context = contextOf(stage.id);
    const ofBranches = branches.flatMap((one) => {
      const followsBranch = isService || runsFor(one.branch, pushes);
      return branchFindings(one, { context, app, followsBranch });
    });
    const open = { promotions, policyChanged, app };
    const ofPulls = verdictFindings(open, context, globMatcher(stage.branches));
    return { about: stage.id, stage: stage.id, findings: [...ofBranches, ...ofPulls] };
  });
  const ofSource = policySourceFindings(defaultBranch, { ...state, codeownersErrors });
  return [
    { about: "workflow", stage: null, findings: ofWorkflow(found, facts, policy) },
    ...ofStages,
    { about: POLICY_BRANCH, stage: null, findings: ofSource }
  ];
}
function ofWorkflow(found, { state, stages, workflow, workflowDefaults, now }, policy) {
  const ofDefaults = defaultFindings(workflowDefaults, state.repository);
  if (found.state === "none") return [...found.findings, ...ofDefaults];
  const guards = stages.flatMap(
    ({ branches }) => branches.flatMap((one) => one.guards.state === "known" ? one.guards.value : [])
  );
  const duty = {
    branches: policy.stages.flatMap(({ branches }) => branches),
    hasMergeQueue: guards.some(({ hasMergeQueue }) => hasMergeQueue),
    contexts: policy.stages.map(({ id }) => contextOf(id))
  };
  return [
    ...workflowFindings(found.workflow, duty),
    ...found.others.flatMap((other) => nameFindings(other, duty)),
    ...scheduleFindings(found.workflow.file, workflow, now),
    ...ofDefaults
  ];
}
function runsFor(branch, pushes) {
  if (pushes === void 0 || pushes.filter !== null) return false;
  return pushes.branches === null || isCovered(branch, pushes.branches);
}

// src/protection/policy-findings.ts
function policyFindings(loaded, besides, unseen) {
  const wrong = [...loaded.state === "invalid" ? loaded.problems : [], ...besides];
  const code = "policy-valid";
  const failed = wrong.map(
    ({ message, help, at }) => placed(fail(code, message, help ?? "correct it on the default branch"), at)
  );
  if (loaded.state === "invalid") return failed;
  const { mode, enforce_from, stages } = loaded.policy;
  const names = stages.map(({ id }) => `\`${id}\``).join(", ");
  const sound = failed.length > 0 ? failed : [ok(code, `the policy is valid; it has ${names}`)];
  const valid = [...sound, ...unseenFindings(unseen)];
  if (enforce_from !== null || mode === "enforce") return valid;
  const problem = "the policy is advisory: every verdict is a success and blocks nothing";
  return [...valid, warn("policy-advisory", problem, "set `mode: enforce` or `enforce_from:`")];
}
function unseenFindings(name) {
  if (name === null) return [];
  const what = `no organization policy was seen; if there is a private \`${name}\`, give the action \`org-token\`, or install the app for it`;
  return [ok("policy-organization", what)];
}

// src/cli/print-diagnosis.ts
var STANDING = { ok: "pass", warn: "warn", fail: "fail", unknown: "error" };
function printDiagnosis(diagnosis, { print, look }) {
  const { repository, tip, groups, rulesets, app } = diagnosis;
  const head = `${inertLine(repository)}: policy ${inertLine(tip.ref)}@${tip.sha.slice(0, 7)}`;
  const parts = [
    look.paint("strong", head),
    ...groups.map((group) => groupText(group, look)),
    ...rulesets.map((ruleset) => rulesetText(ruleset, repository, app)),
    lastLine(groups, look)
  ];
  print(`${parts.join("\n\n")}
`);
}
function groupText({ about, findings }, look) {
  const lines = findings.flatMap((finding, index) => {
    const isToldBelow = findings[index + 1]?.remedy === finding.remedy;
    return findingLines(isToldBelow ? { ...finding, remedy: null } : finding, look);
  });
  return [look.paint("strong", inertLine(about)), ...lines].join("\n");
}
function findingLines({ level, problem, remedy, at }, look) {
  const word = paintWord(STANDING[level], look);
  return [
    ...entry(word, inertLine(capitalised(problem)), look),
    ...at === null ? [] : paragraph(`${inertLine(at.file)}:${at.line}:${at.column}`, look, { tone: "quiet" }),
    ...remedy === null ? [] : inertLines(remedy).flatMap(
      (line, index) => paragraph(index === 0 ? `fix: ${line}` : line, look, { hanging: 5 })
    )
  ];
}
function rulesetText(ruleset, repository, app) {
  const isPolicy = ruleset.name === rulesetForPolicy().name;
  const command = isPolicy ? "stage-gates protect --default-branch" : protectCommand(app);
  return [
    `The ruleset \`${inertLine(ruleset.name)}\`, which \`${command}\` would create; an administrator can do the same by`,
    "",
    createCommand(ruleset, repository)
  ].join("\n");
}
function createCommand(ruleset, repository) {
  const json = inertJson(JSON.stringify(ruleset, null, 2));
  return `gh api --method POST repos/${inertLine(repository)}/rulesets --input - <<'RULESET'
${json}
RULESET`;
}
function lastLine(groups, look) {
  const all = groups.flatMap(({ findings }) => findings);
  const worst = worstOf(all);
  const counts = ["fail", "unknown", "warn", "ok"].flatMap((level) => {
    const count = all.filter((one) => one.level === level).length;
    return count === 0 ? [] : [`${count} ${COUNTED[level]}`];
  });
  return look.paint(STANDING[worst], `${SUMMARY[worst]}: ${counts.join(", ")}`);
}
var COUNTED = {
  ok: "fine",
  warn: "to look at",
  fail: "wrong",
  unknown: "not known"
};
var SUMMARY = {
  ok: "Protected",
  warn: "Protected",
  fail: "Not protected",
  unknown: "Not known to be protected"
};
function printDiagnosisJson(diagnosis, { print }) {
  const { repository, tip, groups, rulesets } = diagnosis;
  const findings = groups.flatMap(
    ({ about, stage, findings: own }) => own.map(({ level, code, problem, remedy, at }) => ({
      about,
      stage,
      level,
      code,
      problem,
      remedy,
      at
    }))
  );
  const report = {
    schemaVersion: 1,
    repository,
    policy: tip,
    level: worstOf(findings),
    findings,
    rulesets
  };
  print(`${inertJson(JSON.stringify(report, null, 2))}
`);
}

// src/cli/commands/doctor.ts
async function doctor(dir, options, terminal) {
  const connected = await connect({ ...options, dir }, terminal);
  const diagnosis = await withProgress(
    terminal,
    "asking GitHub",
    () => diagnose(connected, options)
  );
  const print = options.format === "json" ? printDiagnosisJson : printDiagnosis;
  print(diagnosis, terminal);
  switch (worstOf(diagnosis.groups.flatMap(({ findings }) => findings))) {
    case "fail":
      return EXIT.blocked;
    case "unknown":
      return EXIT.noVerdict;
    default:
      return EXIT.pass;
  }
}
async function diagnose(connected, { stage, app = GITHUB_ACTIONS, at }) {
  const read = await readProtected(connected);
  const { state, policy, loaded, reader } = read;
  const { repository } = state;
  const tip = { ref: policy.ref, sha: policy.sha };
  if (hasNoPolicy(read)) {
    const problem = `\`${state.defaultBranch}\` has no \`${policy.policy.name}\`: nothing can be judged`;
    const remedy = "run `stage-gates init`, and merge what it writes";
    const findings = [fail("policy-valid", problem, remedy)];
    return {
      repository,
      tip,
      app,
      groups: [{ about: "policy", stage: null, findings }],
      rulesets: []
    };
  }
  const { organization } = policy;
  const besides = loaded.state === "valid" ? loaded.besideProblems : [];
  const ofPolicy = {
    about: "policy",
    stage: null,
    findings: policyFindings(loaded, besides, organization.isSeen ? null : organization.name)
  };
  if (loaded.state === "invalid") return { repository, tip, app, groups: [ofPolicy], rulesets: [] };
  const stages = stagesNamed(loaded.policy.stages, stage);
  const found = findWorkflow(state.workflows, app);
  const reading = await readProtection(
    {
      ...connected,
      state,
      stages,
      workflow: found.state === "found" ? found.workflow.file : null
    },
    reader
  );
  const groups = judgeProtection({ ...reading, app, now: at ?? connected.now() }, loaded.policy);
  const lacking = groups.filter(({ findings }) => needsRuleset(findings));
  const wanted = [
    ...stages.filter(({ id }) => lacking.some((group) => group.stage === id)).map((one) => rulesetForStage(one, app)),
    ...lacking.some((group) => group.about === POLICY_BRANCH) ? [rulesetForPolicy()] : []
  ];
  return { repository, tip, app, groups: [ofPolicy, ...groups], rulesets: wanted };
}
export {
  diagnose,
  doctor
};
