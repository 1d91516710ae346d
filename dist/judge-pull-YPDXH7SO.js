import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  judgePromotion
} from "./chunk-XAEHQ7DA.js";
import {
  openPull
} from "./chunk-XDGXXBDO.js";
import {
  connect,
  unanswered
} from "./chunk-2UUTJIHO.js";
import "./chunk-HWUEBB2Y.js";
import "./chunk-LVKKHRHN.js";
import "./chunk-EFNJMRUO.js";
import "./chunk-KKEM3PDJ.js";
import "./chunk-OMCSVZS3.js";
import {
  isGitHubRequest
} from "./chunk-JGIGHPBQ.js";
import "./chunk-KXWXYZQM.js";
import "./chunk-MOFI6JKW.js";
import "./chunk-PODXRERM.js";
import "./chunk-HAXGSIID.js";
import {
  policyNamed
} from "./chunk-YX4YN7J3.js";
import "./chunk-I3GTUB5F.js";
import "./chunk-7AD2QAEU.js";
import "./chunk-ZQEAAXPF.js";
import "./chunk-WPQ7RJF2.js";
import "./chunk-VOJVDU5I.js";
import "./chunk-53U4FLTU.js";
import "./chunk-5SW2YIMI.js";
import {
  commandLine
} from "./chunk-HU7C56Q2.js";
import "./chunk-VZIMIMLZ.js";
import "./chunk-4EDMUHKC.js";
import {
  isAbsent,
  textOf
} from "./chunk-H5AMS74M.js";
import "./chunk-PKZ5FII4.js";
import "./chunk-TH4X3JRS.js";
import {
  openPacks
} from "./chunk-GW4FBKY7.js";
import "./chunk-V7XYMT6F.js";
import "./chunk-2I7DLJWO.js";
import "./chunk-4T5N5ANP.js";
import "./chunk-OKGOBK43.js";
import "./chunk-2UVS6TJC.js";
import {
  UsageError
} from "./chunk-RINCA6AC.js";
import "./chunk-P6TVZRK3.js";
import "./chunk-JULNA7AP.js";

// src/cli/judge-pull.ts
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";

// src/worktree/record-facts.ts
function recordFacts(source) {
  const asked2 = [];
  return {
    source: {
      async read(requests) {
        const facts = await source.read(requests);
        for (const [index, request] of requests.entries()) {
          const fact = facts[index];
          if (fact !== void 0 && isGitHubRequest(request)) asked2.push({ request, fact });
        }
        return facts;
      }
    },
    file: ({ repository, commit, at }) => ({
      schemaVersion: 1,
      recorded_at: moment(at),
      repository,
      commit,
      ...sectionsOf(asked2)
    })
  };
}
function entry(fact, then) {
  if (fact.state === "known") return then(fact.value);
  const reason = fact.reason === "needs-history" ? "unreadable" : fact.reason;
  return { missing: reason, detail: fact.detail };
}
function sectionsOf(asked2) {
  const accounts = {};
  const teams = {};
  const merged_pulls = {};
  const workflow_runs = {};
  const references = { issues: {}, commits: {}, runs: {} };
  const single = {};
  for (const { request, fact } of asked2) {
    switch (request.kind) {
      case "account":
        accounts[request.login] = entry(fact, (account) => account);
        break;
      case "team":
        teams[request.team] = entry(fact, (team) => team);
        break;
      case "pull-request":
        single.pull_request = entry(fact, pullRequest);
        break;
      case "merged-pull":
        merged_pulls[String(request.number)] = entry(fact, mergedPull);
        break;
      case "checks":
        if (request.on === "head") single.checks = entry(fact, runsOf);
        else {
          const before = workflow_runs[request.workflow];
          workflow_runs[request.workflow] = together(before, entry(fact, runsOf));
        }
        break;
      case "issues":
        single.issues = issuesOf(single.issues, request.labels, fact);
        break;
      case "reference": {
        const { repository, id } = request;
        const key = {
          issue: `${repository ?? ""}#${id}`,
          commit: repository === null ? id : `${repository}@${id}`,
          run: repository === null ? id : `${repository}@${id}`
        }[request.what];
        const section = { issue: "issues", commit: "commits", run: "runs" }[request.what];
        references[section][key] = entry(fact, (reference) => reference);
        break;
      }
    }
  }
  return {
    ...single,
    accounts,
    teams,
    merged_pulls,
    workflow_runs,
    references
  };
}
function together(before, now) {
  if (!Array.isArray(before)) return before ?? now;
  return Array.isArray(now) ? [...before, ...now] : now;
}
function issuesOf(before, labels, fact) {
  const now = entry(fact, ({ open: open2, unknownLabels }) => ({
    labels: labels.filter((label) => !unknownLabels.includes(label)),
    unknown_labels: unknownLabels,
    open: open2
  }));
  const [a, b] = [before, now];
  if (a === void 0 || b === void 0 || "missing" in a) return a ?? b;
  if ("missing" in b) return b;
  const open = new Map([...a.open, ...b.open].map((issue) => [issue.number, issue]));
  return {
    labels: [.../* @__PURE__ */ new Set([...a.labels, ...b.labels])],
    unknown_labels: [.../* @__PURE__ */ new Set([...a.unknown_labels, ...b.unknown_labels])],
    open: [...open.values()]
  };
}
function pullRequest(pull) {
  const comments = /* @__PURE__ */ new Map();
  for (const { id, author, createdAt, command, void: isVoid } of pull.commands) {
    const line = commandLine(command);
    const there = comments.get(id);
    if (there === void 0) {
      comments.set(id, { author, at: createdAt, lines: [line], void: isVoid });
    } else there.lines.push(line);
  }
  return {
    number: pull.number,
    head: pull.head,
    opened_at: moment(pull.openedAt),
    authors: pull.authors,
    reviews: pull.reviews.map(({ submittedAt, ...review }) => ({
      ...review,
      submitted_at: moment(submittedAt)
    })),
    commands: [...comments].map(([id, { author, at, lines, void: isVoid }]) => ({
      ...{ id, author, created_at: moment(at), body: lines.join("\n"), void: isVoid }
    })),
    base_changed_at: momentOf(pull.baseChangedAt)
  };
}
function mergedPull(pull) {
  if (pull.state !== "merged") return pull;
  const { author, mergedAt, approvedBy, waivers } = pull;
  return {
    ...{ state: "merged", author, merged_at: moment(mergedAt), approved_by: approvedBy, waivers }
  };
}
function runsOf({ runs }) {
  return runs.map((run) => ({
    name: run.name,
    conclusion: run.conclusion,
    commit: run.commit,
    app: run.app,
    workflow: run.workflow,
    workflow_is_default: run.workflowIsDefault,
    event: run.event,
    repository: run.repository,
    head_repository: run.headRepository,
    url: run.url,
    started_at: momentOf(run.startedAt),
    completed_at: momentOf(run.completedAt)
  }));
}
function momentOf(instant) {
  return instant === null ? null : moment(instant);
}
function moment(instant) {
  return new Date(instant).toISOString();
}

// src/cli/judge-pull.ts
async function judgePull(dir, options, terminal) {
  const connected = await connect({ ...options, dir }, terminal);
  const { client, name } = connected;
  const opened = await asked(connected, () => openPull({ client, name, number: options.pr }));
  const recorder = recordFacts(opened.source);
  const now = options.at ?? connected.now();
  const policy = policyFor(opened.policy, options.policy, terminal.cwd);
  const outcome = await judgePromotion({
    opened: { ...opened, policy, source: recorder.source },
    packs: openPacks(),
    now
  });
  const { pull } = opened;
  if (outcome.state === "no-promotion") {
    throw new UsageError(
      `#${pull.number} asks to merge into \`${pull.baseBranch}\`, which is no stage's branch`,
      `add the branch to a stage in \`${policy.policy.name}\` if it is one`
    );
  }
  if (options.record !== void 0) {
    const { repository, head: commit } = pull;
    const file = recorder.file({ repository, commit, at: now });
    writeFileSync(resolve(terminal.cwd, options.record), `${JSON.stringify(file, null, 2)}
`);
    terminal.tell(`recorded what GitHub said in ${options.record}
`);
  }
  const verdict = policy === opened.policy ? outcome.verdict : previewed(outcome.verdict, opened.policy);
  const { source } = opened;
  return { verdict, sources: sourcesOf(policy), root: pull.repository, source };
}
function policyFor(there, named, cwd) {
  if (named === void 0) return there;
  const here = policyNamed(cwd, named, cwd);
  if (isAbsent(here.policy.fact)) {
    throw new UsageError(`\`${here.policy.name}\` does not exist`, "correct the path");
  }
  return {
    ...here,
    waivers: isAbsent(here.waivers.fact) ? there.waivers : here.waivers,
    baseline: isAbsent(here.baseline.fact) ? there.baseline : here.baseline,
    organization: there.organization
  };
}
function previewed(verdict, { ref }) {
  const [file = ""] = verdict.policy.files;
  const message = `judged by \`${file}\`, not by the policy of the default branch, \`${ref}\`: this is a preview, and nothing on GitHub changes`;
  const note = { code: "POLICY-PREVIEWED", message, at: null };
  return { ...verdict, notes: [note, ...verdict.notes] };
}
function sourcesOf({ policy, waivers, baseline, organization }) {
  const files = [policy, waivers, baseline, organization].filter(({ fact }) => !isAbsent(fact));
  return new Map(files.map((file) => [file.name, textOf(file).text]));
}
async function asked(connected, ask) {
  try {
    return await ask();
  } catch (error) {
    throw unanswered(error, connected, "correct the number, or `--repo`, or the token");
  }
}
export {
  judgePull
};
