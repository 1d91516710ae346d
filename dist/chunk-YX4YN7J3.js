import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  UNANSWERED
} from "./chunk-I3GTUB5F.js";
import {
  WorkFiles
} from "./chunk-7AD2QAEU.js";
import {
  blobId,
  contentOf
} from "./chunk-53U4FLTU.js";
import {
  known,
  missing
} from "./chunk-5SW2YIMI.js";
import {
  BASELINE_PATH,
  POLICY_PATH,
  WAIVERS_PATH,
  isAbsent,
  problemWith,
  textOf
} from "./chunk-H5AMS74M.js";

// src/worktree/policy-files.ts
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
async function readPolicyFiles(checkout, source, options) {
  const organization = options.organization === null ? null : readNamed(checkout.root, options.organization, options.cwd);
  const found = await findOrigin(checkout, source, options);
  const { from, policy, waivers, baseline } = found;
  if (isAbsent(policy.fact) && from !== "option") return absent(checkout);
  const files = [policy, ...[waivers, baseline].filter(({ fact }) => !isAbsent(fact))];
  if (organization !== null) files.push(organization);
  const { ref, sha } = found;
  const origin = { ref, sha, files: files.map(({ name }) => name) };
  const problems = files.flatMap(problemWith);
  if (problems.length > 0) return { state: "invalid", origin, problems };
  return {
    state: "found",
    from,
    origin,
    repository: textOf(policy),
    organization: organization === null ? null : textOf(organization),
    waivers: isAbsent(waivers.fact) ? null : textOf(waivers),
    baseline: isAbsent(baseline.fact) ? null : textOf(baseline)
  };
}
async function findOrigin(checkout, source, { policy, cwd }) {
  if (policy !== null) return { from: "option", ...policyNamed(checkout.root, policy, cwd) };
  const remote = checkout.defaultBranch?.remote ?? null;
  if (remote !== null) {
    const { ref, commit } = remote;
    const files2 = await readAll(source, commit);
    if (!isAbsent(files2.policy.fact)) return { from: "default-branch", ref, sha: commit, ...files2 };
  }
  const files = await readAll(source, "evidence");
  return { from: "work-tree", ref: "work tree", sha: null, ...files };
}
function policyNamed(root, policy, cwd) {
  const beside = (name) => readNamed(root, join(dirname(policy), "stage-gates", name), cwd);
  return {
    ref: "--policy",
    sha: null,
    policy: readNamed(root, policy, cwd),
    waivers: beside("waivers.yml"),
    baseline: beside("baseline.yml")
  };
}
async function readAll(source, revision) {
  const paths = [POLICY_PATH, WAIVERS_PATH, BASELINE_PATH];
  const facts = await source.read(paths.map((path) => ({ kind: "file", path, revision })));
  const all = facts;
  const [policy = UNANSWERED, waivers = UNANSWERED, baseline = UNANSWERED] = all;
  return {
    policy: { name: POLICY_PATH, fact: policy },
    waivers: { name: WAIVERS_PATH, fact: waivers },
    baseline: { name: BASELINE_PATH, fact: baseline }
  };
}
function readNamed(root, named, cwd) {
  const path = resolve(cwd, named);
  const way = relative(root, path);
  const isInside = way !== "" && way.split(sep)[0] !== ".." && !isAbsolute(way);
  const name = isInside ? way.split(sep).join("/") : named || ".";
  const files = new WorkFiles(dirname(path), "sha1");
  const entry = files.entry(basename(path));
  switch (entry.kind) {
    case "file": {
      const stored = files.store(basename(path), entry.stats, []);
      if ("kind" in stored) return { name, fact: missing("unreadable", stored.detail) };
      if (stored.bytes === null) return { name, fact: missing("too-large", "it is over 1 MiB") };
      return { name, fact: known(contentOf(stored.bytes, blobId(stored.bytes, "sha1"))) };
    }
    case "unreadable":
      return { name, fact: missing("unreadable", entry.detail) };
    case "special":
      return { name, fact: missing("unreadable", "it is a pipe, a socket or a device") };
    default:
      return { name, fact: known({ state: entry.kind }) };
  }
}
function absent({ defaultBranch }) {
  const remote = defaultBranch?.remote ?? null;
  const where = remote === null ? "" : ` at the tip of \`${remote.ref}\` or in the work tree`;
  return {
    state: "absent",
    message: `there is no \`${POLICY_PATH}\`${where}`,
    help: "run `stage-gates init` to write one, or `stage-gates import <file>` to make one of a checklist; `--policy <file>` names another"
  };
}

export {
  readPolicyFiles,
  policyNamed
};
