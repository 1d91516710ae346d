import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  isGitHubRequest,
  parseFactsFile,
  recordedFacts
} from "./chunk-JGIGHPBQ.js";
import {
  UnknownService,
  judge,
  withoutVerdict
} from "./chunk-KXWXYZQM.js";
import {
  openPolicy
} from "./chunk-YACWHGK4.js";
import {
  UNANSWERED,
  readInto
} from "./chunk-I3GTUB5F.js";
import {
  checkoutSource
} from "./chunk-JX7CMHZV.js";
import {
  stageOfBranch
} from "./chunk-WPQ7RJF2.js";
import {
  noteOf
} from "./chunk-VOJVDU5I.js";
import {
  factKey,
  known,
  missing
} from "./chunk-5SW2YIMI.js";
import {
  GitFailure,
  openCheckout
} from "./chunk-4EDMUHKC.js";
import {
  POLICY_PATH
} from "./chunk-H5AMS74M.js";
import {
  UsageError,
  unknownName
} from "./chunk-RINCA6AC.js";

// src/cli/judge-checkout.ts
import { resolve as resolve3 } from "node:path";

// src/worktree/git/local-commits.ts
var ID = /^[0-9a-f]{7,64}$/;
var UNKNOWN = { state: "unknown" };
async function lookUpCommits(checkout, ids) {
  const { git, head } = checkout;
  const wanted = [...new Set(ids)].filter((id) => ID.test(id));
  if (git === null || head === null || wanted.length === 0) return /* @__PURE__ */ new Map();
  try {
    const found = await resolve(checkout, wanted);
    const commits = [...found.values()].filter((full) => full !== null);
    const input = [`^${head}`, ...commits].map((line) => `${line}
`).join("");
    const beyond = new Set((await git.git.text(["rev-list", "--stdin"], input)).split("\n"));
    return new Map(
      wanted.map((id) => {
        const full = found.get(id);
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
  const found = /* @__PURE__ */ new Map();
  const input = ids.map((id) => `${id}
`).join("");
  const args = ["cat-file", "--batch-check=%(objecttype) %(objectname)"];
  const lines = (await git?.git.text(args, input) ?? "").split("\n");
  for (const [index, id] of ids.entries()) {
    const [type, full = ""] = (lines[index] ?? "").split(" ");
    if (full === "ambiguous") found.set(id, null);
    else if (type === "commit" && full.startsWith(id)) found.set(id, full);
  }
  return found;
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
        const commit = id === void 0 ? void 0 : commits.get(id);
        if (commit !== void 0 && commit.state !== "unknown") {
          answers.set(factKey(request), answerOf(commit));
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
function answerOf(commit) {
  if (commit.state === "commit") return known(commit);
  return missing(commit.state === "ambiguous" ? "unreadable" : "needs-history", commit.detail);
}
function recordingNotes(checkout, facts) {
  const { head, repository } = checkout;
  const notes = [];
  if (repository !== null && repository.toLowerCase() !== facts.repository.toLowerCase()) {
    notes.push({
      code: "FACTS-OTHER-REPOSITORY",
      message: `the recorded facts are about \`${facts.repository}\`, this clone is of \`${repository}\``,
      at: null
    });
  }
  if (head !== null && facts.commit !== void 0 && facts.commit !== head) {
    const short = [facts.commit, head].map((commit) => commit.slice(0, 7));
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
    ...[...opened.notes, ...opened.besideProblems].map(noteOf)
  ];
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
    const source2 = offlineSource(checkout, null);
    return { ...problematic(problems, NO_POLICY, checkout, options), sources: sources2, source: source2 };
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
    const { problems, origin } = opened;
    return { ...problematic(problems, origin, checkout, options), sources, source };
  }
  const verdict = await verdictOf(opened, { checkout, source, facts, options });
  return { verdict, sources, root: checkout.root, source };
}
var NO_POLICY = { ref: "work tree", sha: null, files: [] };
function problematic(problems, origin, checkout, options) {
  const stage = options.stage ?? checkout.base?.branch ?? "";
  const commit = checkout.head;
  const verdict = withoutVerdict({ stage, mode: "enforce", problems, origin, commit });
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

export {
  judgeCheckout
};
