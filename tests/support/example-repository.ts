import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type JudgeInput, judge } from "../../src/guard.ts";
import type { FactRequest } from "../../src/model/fact.ts";
import type { Policy } from "../../src/model/policy.ts";
import type { FactSource } from "../../src/model/ports.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { loadPolicy } from "../../src/policy/load-policy.ts";
import { parseFactsFile } from "../../src/worktree/facts/facts-file.ts";
import type { RecordedFacts } from "../../src/worktree/facts-schema.ts";
import { isGitHubRequest, recordedFacts } from "../../src/worktree/recorded-facts.ts";
import { openPacks } from "../../src/worktree/template-files.ts";
import { MemorySource } from "./memory-source.ts";

/** Texts of a repository by path. */
export type Files = Readonly<Record<string, string>>;

export const EXAMPLE_DATE = "2026-10-01T12:00:00Z";

const POLICY = ".github/stage-gates.yml";

/** The files of a folder of `examples/`, laid over those of another one. */
export function exampleFiles(...names: readonly string[]): Files {
  return Object.assign({}, ...names.map((name) => readFolder(`examples/${name}`))) as Files;
}

/** The files of a folder of `tests/cases/`, such as `five-phase/ready`, laid over those of another one. */
export function caseFiles(...names: readonly string[]): Files {
  return Object.assign({}, ...names.map((name) => readFolder(`tests/cases/${name}`))) as Files;
}

/** `name` is relative to the root of the project. */
function readFolder(name: string): Files {
  const folder = fileURLToPath(new URL(`../../${name}/`, import.meta.url));
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll("\\", "/"));
  return Object.fromEntries(
    paths.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}

export interface ExampleQuestion {
  readonly evidence: Files;
  /** What the base branch has; nothing unless given. */
  readonly base?: Files;
  /** The policy's text; that of the evidence unless given. */
  readonly policy?: string;
  readonly now?: string;
  /** States what files alone do not tell: history, changed paths. */
  readonly prepare?: (files: MemorySource) => void;
  readonly input?: Partial<JudgeInput>;
}

const packs = openPacks();

/** Judges files in memory with the facts of their `facts.json`, as `check --facts` does. */
export async function judgeFiles(question: ExampleQuestion): Promise<Verdict> {
  const { evidence, base = {} } = question;
  const files = new MemorySource({ evidence, base });
  question.prepare?.(files);
  const { source, repository } = sourceOf(files, evidence["facts.json"] ?? "");
  return judge({
    policy: policyFrom(question.policy ?? evidence[POLICY] ?? ""),
    waivers: [],
    notes: [],
    origin: { ref: "work tree", sha: null, files: [POLICY] },
    source,
    repository,
    now: Date.parse(question.now ?? EXAMPLE_DATE),
    stage: "production",
    services: null,
    local: false,
    commit: null,
    ...question.input,
  });
}

const loadedPolicies = new Map<string, Policy>();

/** A policy is loaded once for all the evidence that is judged by it. */
export function policyFrom(text: string): Policy {
  const known = loadedPolicies.get(text);
  if (known !== undefined) return known;
  const repository = { name: POLICY, text };
  const loaded = loadPolicy({ repository, organization: null, packs, repositoryName: null });
  if (loaded.state === "invalid") throw new Error(JSON.stringify(loaded.problems, null, 2));
  loadedPolicies.set(text, loaded.policy);
  return loaded.policy;
}

let lastFacts: { readonly text: string; readonly facts: RecordedFacts } | null = null;

/** Hundreds of judgements in a row have the same facts. */
function factsFrom(text: string): RecordedFacts {
  if (lastFacts?.text === text) return lastFacts.facts;
  const parsed = parseFactsFile("facts.json", text);
  if (parsed.state === "invalid") throw new Error(JSON.stringify(parsed.problems, null, 2));
  lastFacts = { text, facts: parsed.facts };
  return parsed.facts;
}

function sourceOf(
  files: MemorySource,
  facts: string,
): { readonly source: FactSource; readonly repository: string } {
  const recorded = factsFrom(facts);
  const github = recordedFacts(recorded);
  const pick = (request: FactRequest) => (isGitHubRequest(request) ? github : files);
  const read: FactSource["read"] = async (requests) =>
    (await Promise.all(requests.map((request) => pick(request).read([request])))).flat();
  return { source: { read }, repository: recorded.repository };
}

/** `gate/rule CODE item` of what blocks. */
export function blockers(verdict: Verdict): string[] {
  return verdict.gates.flatMap((gate) =>
    gate.rules
      .filter(({ severity }) => severity === "block")
      .flatMap((rule) =>
        rule.findings
          .filter(({ outcome }) => ["failed", "errored", "pending"].includes(outcome))
          .map(({ code, item }) => [`${gate.id}/${rule.id}`, code, item].filter(Boolean).join(" ")),
      ),
  );
}
