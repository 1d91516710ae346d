import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { UNANSWERED } from "../facts/read-into.ts";
import { blobId, contentOf } from "../files/content.ts";
import {
  BASELINE_PATH,
  isAbsent,
  type NamedFact,
  POLICY_PATH,
  problemWith,
  textOf,
  WAIVERS_PATH,
} from "../files/policy-file.ts";
import { type Fact, type FileFact, known, missing, type Revision } from "../model/fact.ts";
import type { Problem } from "../model/finding.ts";
import type { FactSource, PolicyFile } from "../model/ports.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Checkout } from "./checkout.ts";
import { WorkFiles } from "./files/work-files.ts";

export interface PolicyOptions {
  /** `--policy`, as typed. */
  readonly policy: string | null;
  /** `--org-policy`, as typed. */
  readonly organization: string | null;
  /** What the two are relative to. */
  readonly cwd: string;
}

export type PolicyFiles =
  | {
      readonly state: "found";
      readonly from: "option" | "default-branch" | "work-tree";
      /** `files` begins with the policy itself. */
      readonly origin: Verdict["policy"];
      readonly repository: PolicyFile;
      readonly organization: PolicyFile | null;
      /** From where the policy came from; `null` where there are none. */
      readonly waivers: PolicyFile | null;
      /** From there too. */
      readonly baseline: PolicyFile | null;
    }
  /** Nobody wrote one yet. */
  | { readonly state: "absent"; readonly message: string; readonly help: string }
  | {
      readonly state: "invalid";
      readonly origin: Verdict["policy"];
      readonly problems: readonly Problem[];
    };

/** How one of the places a policy can come from is read. */
interface Origin {
  readonly from: "option" | "default-branch" | "work-tree";
  readonly ref: string;
  readonly sha: string | null;
  readonly policy: NamedFact;
  readonly waivers: NamedFact;
  readonly baseline: NamedFact;
}

/**
 * Finds the policy to judge by: the file named, else the tip of `origin/<default>`, else the work
 * tree. On GitHub it is always the tip of the default branch; a policy that is not merged yet shows
 * what it will do.
 */
export async function readPolicyFiles(
  checkout: Checkout,
  source: FactSource,
  options: PolicyOptions,
): Promise<PolicyFiles> {
  const organization =
    options.organization === null
      ? null
      : readNamed(checkout.root, options.organization, options.cwd);
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
    baseline: isAbsent(baseline.fact) ? null : textOf(baseline),
  };
}

async function findOrigin(
  checkout: Checkout,
  source: FactSource,
  { policy, cwd }: PolicyOptions,
): Promise<Origin> {
  if (policy !== null) return { from: "option", ...policyNamed(checkout.root, policy, cwd) };
  const remote = checkout.defaultBranch?.remote ?? null;
  if (remote !== null) {
    const { ref, commit } = remote;
    const files = await readAll(source, commit);
    if (!isAbsent(files.policy.fact)) return { from: "default-branch", ref, sha: commit, ...files };
  }
  const files = await readAll(source, "evidence");
  return { from: "work-tree", ref: "work tree", sha: null, ...files };
}

/** The policy that `--policy` names, with what lies beside it. Names are relative to `root`. */
export function policyNamed(root: string, policy: string, cwd: string): Omit<Origin, "from"> {
  const beside = (name: string) => readNamed(root, join(dirname(policy), "stage-gates", name), cwd);
  return {
    ref: "--policy",
    sha: null,
    policy: readNamed(root, policy, cwd),
    waivers: beside("waivers.yml"),
    baseline: beside("baseline.yml"),
  };
}

async function readAll(
  source: FactSource,
  revision: Revision,
): Promise<Pick<Origin, "policy" | "waivers" | "baseline">> {
  const paths = [POLICY_PATH, WAIVERS_PATH, BASELINE_PATH] as const;
  const facts = await source.read(paths.map((path) => ({ kind: "file", path, revision })));
  // Sound: each is the answer to a request for a file.
  const all = facts as readonly Fact<FileFact>[];
  const [policy = UNANSWERED, waivers = UNANSWERED, baseline = UNANSWERED] = all;
  return {
    policy: { name: POLICY_PATH, fact: policy },
    waivers: { name: WAIVERS_PATH, fact: waivers },
    baseline: { name: BASELINE_PATH, fact: baseline },
  };
}

/** A file somebody named on the command line: any of this machine, but a plain one. */
function readNamed(root: string, named: string, cwd: string): NamedFact {
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

function absent({ defaultBranch }: Checkout): PolicyFiles {
  const remote = defaultBranch?.remote ?? null;
  const where = remote === null ? "" : ` at the tip of \`${remote.ref}\` or in the work tree`;
  return {
    state: "absent",
    message: `there is no \`${POLICY_PATH}\`${where}`,
    help: "run `stage-gates init` to write one, or `stage-gates import <file>` to make one of a checklist; `--policy <file>` names another",
  };
}
