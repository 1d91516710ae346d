import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  branchFindings,
  demandsOfOthers,
  hasNoPolicy,
  needsRuleset,
  policySourceFindings,
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
  findWorkflow
} from "./chunk-PIRPCIFI.js";
import {
  GITHUB_ACTIONS,
  contextOf
} from "./chunk-YWFD4VWM.js";
import "./chunk-EFNJMRUO.js";
import {
  listIn
} from "./chunk-KKEM3PDJ.js";
import {
  GitHubFailure,
  failureOf
} from "./chunk-OMCSVZS3.js";
import {
  renderChange,
  renderNewFile
} from "./chunk-JM5XM4W7.js";
import {
  withProgress
} from "./chunk-Q5Q3HCI7.js";
import "./chunk-WPQ7RJF2.js";
import "./chunk-VOJVDU5I.js";
import "./chunk-53U4FLTU.js";
import {
  known
} from "./chunk-5SW2YIMI.js";
import "./chunk-HU7C56Q2.js";
import "./chunk-VZIMIMLZ.js";
import "./chunk-4EDMUHKC.js";
import "./chunk-H5AMS74M.js";
import {
  EXIT
} from "./chunk-756SLZBU.js";
import "./chunk-PKZ5FII4.js";
import "./chunk-TH4X3JRS.js";
import {
  renderProblems
} from "./chunk-XJ2BGPWV.js";
import "./chunk-OBXZQG3I.js";
import {
  inertLine
} from "./chunk-UR5HFCGQ.js";
import "./chunk-GW4FBKY7.js";
import "./chunk-V7XYMT6F.js";
import "./chunk-4T5N5ANP.js";
import "./chunk-OKGOBK43.js";
import "./chunk-2UVS6TJC.js";
import {
  UsageError
} from "./chunk-RINCA6AC.js";
import "./chunk-P6TVZRK3.js";
import "./chunk-JULNA7AP.js";

// src/github/protection/rulesets.ts
var PAGE = 100;
async function listRulesets(client, { owner, name }) {
  const all = [];
  try {
    for (let page = 1; ; page += 1) {
      const asked = { owner, repo: name, includes_parents: false, per_page: PAGE, page };
      const { data } = await client.request("GET /repos/{owner}/{repo}/rulesets", asked);
      const rulesets = listIn(data);
      all.push(...rulesets);
      if (rulesets.length < PAGE) return all;
    }
  } catch (error) {
    throw failureOf(error);
  }
}
async function writeRuleset(client, { owner, name }, { id, body }) {
  const asked = { owner, repo: name, ...body };
  try {
    if (id === null) {
      await client.request("POST /repos/{owner}/{repo}/rulesets", asked);
    } else {
      const route = "PUT /repos/{owner}/{repo}/rulesets/{ruleset_id}";
      await client.request(route, { ...asked, ruleset_id: id });
    }
  } catch (error) {
    const failure = failureOf(error);
    const said = error instanceof Error && failure.status !== null ? error.message : null;
    if (said === null || failure.reason === "rate-limited") throw failure;
    throw new GitHubFailure(failure.reason, `GitHub says: ${said}`, failure.status);
  }
}

// src/protection/extend-ruleset.ts
function extendRuleset(there, wanted) {
  const { include, exclude } = there.conditions.ref_name;
  const patterns = wanted.conditions.ref_name.include;
  const added = include.includes("~ALL") ? [] : patterns.filter((one) => !include.includes(one));
  const rules = there.rules.map((rule) => {
    const more = wanted.rules.find(({ type }) => type === rule.type);
    return more === void 0 ? rule : extendRule(rule, more);
  });
  const types = new Set(rules.map(({ type }) => type));
  const { bypass_actors } = there;
  return {
    name: there.name,
    target: "branch",
    enforcement: "active",
    ...bypass_actors !== void 0 && { bypass_actors },
    conditions: {
      ref_name: {
        include: [...include, ...added],
        exclude: exclude.filter((one) => !patterns.includes(one))
      }
    },
    rules: [...rules, ...wanted.rules.filter(({ type }) => !types.has(type))]
  };
}
function sameRuleset(a, b) {
  return canonical(a) === canonical(b);
}
function canonical(value) {
  return JSON.stringify(
    value,
    (_, part) => typeof part === "object" && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => x < y ? -1 : 1)) : part
  );
}
function extendRule(there, wanted) {
  if (wanted.parameters === void 0) return there;
  const before = there.parameters ?? {};
  const after = Object.entries(wanted.parameters).map(
    ([key, value]) => [key, stricter(key, before[key], value)]
  );
  const told2 = after.filter(([key, value]) => before[key] !== void 0 || value !== false);
  return { ...there, parameters: { ...before, ...Object.fromEntries(told2) } };
}
function stricter(key, before, wanted) {
  if (key === "do_not_enforce_on_create" || before === void 0) return wanted;
  if (typeof wanted === "number") return Math.max(wanted, Number(before));
  if (Array.isArray(wanted)) return withContexts(before, wanted);
  return before === true || wanted === true;
}
function withContexts(before, wanted) {
  const names = new Set(wanted.map(({ context }) => context));
  const there = new Set(before.map(({ context }) => context));
  const isFirst = ({ context }, index) => before.findIndex((one) => one.context === context) === index;
  const kept = before.filter((one, index) => !names.has(one.context) || isFirst(one, index)).map((one) => wanted.find(({ context }) => context === one.context) ?? one);
  return [...kept, ...wanted.filter(({ context }) => !there.has(context))];
}

// src/cli/commands/protect.ts
async function protect(dir, options, terminal) {
  const connected = await connect({ ...options, dir }, terminal);
  const read = await withProgress(terminal, "asking GitHub", () => readProtected(connected));
  if (hasNoPolicy(read)) {
    throw new UsageError(
      `\`${read.state.defaultBranch}\` has no policy, so there is nothing to wait for`,
      "run `stage-gates init`, and merge what it writes"
    );
  }
  if (read.loaded.state === "invalid") {
    terminal.print(renderProblems(read.loaded.problems, /* @__PURE__ */ new Map(), terminal.look.paint));
    return EXIT.noVerdict;
  }
  const stages = stagesNamed(read.loaded.policy.stages, options.stage);
  const changes = await told(() => plan(connected, read, stages, options));
  for (const change of changes) show(change, terminal);
  const open = changes.filter(({ after }) => after !== null);
  for (const other of changes.flatMap(({ others }) => others)) {
    terminal.tell(
      `warning: merges may wait without end: ${inertLine(other)}
  take that out, once the other one judges no more
`
    );
  }
  if (open.length === 0) return EXIT.pass;
  if (options.defaultBranch === void 0) warnOfSilence(read, { ...options, stages }, terminal);
  if (options.yes === void 0) {
    terminal.tell("Nothing was changed: `--yes` does it, with the token of an administrator.\n");
    return EXIT.blocked;
  }
  for (const { there, after, name } of open) {
    if (after === null) continue;
    const id = there?.id ?? null;
    await told(() => writeRuleset(connected.client, connected.name, { id, body: after }));
    terminal.print(`${id === null ? "Created" : "Changed"} the ruleset \`${inertLine(name)}\`.
`);
  }
  return EXIT.pass;
}
async function plan(connected, { state, reader }, stages, { app = GITHUB_ACTIONS, defaultBranch }) {
  const listed = await listRulesets(connected.client, connected.name);
  if (defaultBranch !== void 0) {
    const branch = await reader.read(state.defaultBranch, true);
    const findings = policySourceFindings(branch, { ...state, codeownersErrors: known([]) });
    return [await changeTo(rulesetForPolicy(), { findings, listed, reader, guarded: null })];
  }
  const read = await readProtection({ ...connected, state, stages, workflow: null }, reader);
  return Promise.all(
    read.stages.map(({ stage, branches }) => {
      const asked = { context: contextOf(stage.id), app, followsBranch: true };
      const findings = branches.flatMap((branch) => branchFindings(branch, asked));
      const guards = branches.flatMap(
        (one) => one.guards.state === "known" ? one.guards.value : []
      );
      const guarded = { guards, context: contextOf(stage.id), app };
      return changeTo(rulesetForStage(stage, app), { findings, listed, reader, guarded });
    })
  );
}
async function changeTo(wanted, {
  findings,
  listed,
  reader,
  guarded
}) {
  const { name } = wanted;
  const of = listed.find((one) => one.name === name);
  const others = guarded === null ? [] : demandsOfOthers(guarded.guards, guarded, of === void 0 ? null : of.id);
  if (of === void 0) {
    return { name, others, there: null, after: needsRuleset(findings) ? wanted : null };
  }
  const fact = await reader.ruleset(of.id);
  if (fact.state === "missing") throw new GitHubFailure(fact.reason, fact.detail);
  const ruleset = asWritten(fact.value);
  const after = extendRuleset(ruleset, wanted);
  const there = { id: of.id, ruleset };
  return { name, others, there, after: sameRuleset(ruleset, after) ? null : after };
}
function asWritten({ name, enforcement, bypass_actors, conditions, rules }) {
  const { include = [], exclude = [] } = conditions?.ref_name ?? {};
  return {
    name,
    target: "branch",
    enforcement,
    ...bypass_actors !== void 0 && { bypass_actors },
    conditions: { ref_name: { include, exclude } },
    rules: rules ?? []
  };
}
function show({ name, there, after }, { print, look }) {
  const file = `${inertLine(name)}.json`;
  const text = (ruleset) => `${JSON.stringify(ruleset, null, 2)}
`;
  if (after === null) {
    print(
      there === null ? `What \`${inertLine(name)}\` would demand is demanded already, by other means.
` : `The ruleset \`${inertLine(name)}\` lacks nothing; \`stage-gates doctor\` says whom it lets by.
`
    );
  } else if (there === null) {
    print(`${renderNewFile(file, text(after), look)}
`);
  } else {
    print(`${renderChange(file, text(there.ruleset), text(after), look)}
`);
  }
}
function warnOfSilence({ state }, { stages, app = GITHUB_ACTIONS }, terminal) {
  const found = findWorkflow(state.workflows, app);
  const duty = {
    branches: stages.flatMap(({ branches }) => branches),
    hasMergeQueue: false,
    contexts: stages.map(({ id }) => contextOf(id))
  };
  const findings = found.state === "found" ? workflowFindings(found.workflow, duty) : found.findings;
  const [first] = findings.filter(({ level }) => level === "fail" || level === "unknown");
  if (first === void 0) return;
  terminal.tell(
    `warning: merges may wait without end: ${inertLine(first.problem)}
  \`stage-gates doctor\` shows what to do first
`
  );
}
async function told(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    const isRefused = error.status === 403 || error.status === 404 || error.status === 401;
    throw new UsageError(
      `the ruleset was not written: ${error.message}`,
      isRefused ? "it takes an administrator's token, or one with `administration: write`; `stage-gates doctor` prints what an administrator can paste" : "run the command again: it looks first, and does nothing twice"
    );
  }
}
export {
  protect
};
