import { judge } from "../../../src/guard.ts";
import type { FactRequest, FileVersion } from "../../../src/model/fact.ts";
import type { Policy } from "../../../src/model/policy.ts";
import type { FactSource } from "../../../src/model/ports.ts";
import { loadPolicy } from "../../../src/policy/load-policy.ts";
import { parseFactsFile } from "../../../src/worktree/facts/facts-file.ts";
import { isGitHubRequest, recordedFacts } from "../../../src/worktree/recorded-facts.ts";
import { openPacks } from "../../../src/worktree/template-files.ts";
import { EXAMPLE_DATE, exampleFiles, type Files } from "../../support/example-repository.ts";
import { MemorySource } from "../../support/memory-source.ts";

/** A text of a file and what stands there instead. */
export type Edit = readonly [path: string, from: string, to: string];

export interface RuleCase {
  /** `gate/rule` */
  readonly rule: string;
  readonly edits?: readonly Edit[];
  /** The base branch as it was before; nothing unless given. */
  readonly base?: Files;
  readonly history?: { readonly path: string; readonly versions: readonly FileVersion[] };
  /** Paths the pull request changes; not known unless given. */
  readonly changes?: readonly string[];
  readonly now?: string;
}

export const example = exampleFiles("claims-triage");

const policy = policyOf(example[".github/stage-gates.yml"] ?? "");

function policyOf(text: string): Policy {
  const repository = { name: ".github/stage-gates.yml", text };
  const sources = { repository, organization: null, packs: openPacks(), repositoryName: null };
  const loaded = loadPolicy(sources);
  if (loaded.state === "invalid") throw new Error(JSON.stringify(loaded.problems, null, 2));
  return loaded.policy;
}

/** The files with each text replaced. Throws where a text is not there just once. */
export function edited(files: Files, edits: readonly Edit[]): Files {
  const all: Record<string, string> = { ...files };
  for (const [path, from, to] of edits) {
    const parts = (all[path] ?? "").split(from);
    if (parts.length !== 2) {
      throw new Error(`\`${from}\` is ${parts.length - 1} times in ${path}`);
    }
    all[path] = parts.join(to);
  }
  return all;
}

/** `outcome CODE` of each finding of one rule of the example, after some edits of it. */
export async function judgeRule({ rule, edits = [], base = {}, history, changes, now }: RuleCase) {
  const evidence = edited(example, edits);
  const files = new MemorySource({ evidence, base });
  if (history !== undefined) {
    const { path, versions } = history;
    files.with({ kind: "history", path, revision: "base" }, versions);
  }
  if (changes !== undefined) {
    const paths = changes.map((path) => ({ path, previous: null }));
    files.with({ kind: "changes" }, paths);
  }
  const parsed = parseFactsFile("facts.json", evidence["facts.json"] ?? "");
  if (parsed.state === "invalid") throw new Error(JSON.stringify(parsed.problems, null, 2));
  const github = recordedFacts(parsed.facts);
  const pick = (request: FactRequest) => (isGitHubRequest(request) ? github : files);
  const read: FactSource["read"] = async (requests) =>
    (await Promise.all(requests.map((request) => pick(request).read([request])))).flat();
  const verdict = await judge({
    policy: { ...policy, gates: only(rule) },
    waivers: [],
    notes: [],
    origin: { ref: "work tree", sha: null, files: [] },
    source: { read },
    now: Date.parse(now ?? EXAMPLE_DATE),
    stage: "production",
    services: null,
    local: false,
    commit: null,
    repository: parsed.facts.repository,
  });
  const [gate] = verdict.gates;
  const [judged] = gate?.rules ?? [];
  return {
    decision: verdict.decision,
    gate: gate?.outcome,
    findings: (judged?.findings ?? []).map(({ outcome, code }) => `${outcome} ${code}`),
  };
}

function only(name: string): Policy["gates"] {
  const [gateId, ruleId] = name.split("/");
  const gates = policy.gates
    .filter(({ id }) => id === gateId)
    .map((gate) => ({ ...gate, rules: gate.rules.filter(({ id }) => id === ruleId) }));
  if (gates[0]?.rules.length !== 1) throw new Error(`the example has no rule ${name}`);
  return gates;
}
