import type { Code, Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { parse } from "yaml";
import type { FactSource } from "../../src/model/ports.ts";
import { factsSchema } from "../../src/worktree/facts-schema.ts";
import { isGitHubRequest, recordedFacts } from "../../src/worktree/recorded-facts.ts";
import { MemorySource } from "./memory-source.ts";

/**
 * Examples of a page in `docs/rules/`, which are test cases as they stand. Fenced blocks say by
 * their info string what they are:
 *
 * - `yaml rule` starts an example: a rule's settings as in a policy, without `id` and `type`. Beside
 *   the type's own it may hold `max_age` and `asks`.
 * - `yaml context` says more of the policy: `gate`, `service` and `roles`, as `askRule` takes them.
 * - `json facts` gives recorded facts, as a facts file does; `schemaVersion` and `repository`
 *   (`acme/shop`) may be left out.
 * - `<language> file=<path>` and `<language> base=<path>` give files of the evidence and of the base.
 * - `<language> pass`, `<language> fail CODE,CODE` (also `warn`, `pending`, `errored`, `conditional`)
 *   is a case: its text is the readiness document, or what `path=<path>` names.
 */
export interface DocExample {
  readonly line: number;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly context: Readonly<Record<string, unknown>>;
  /** `null`: no connection to GitHub and no facts file. */
  readonly facts: Readonly<Record<string, unknown>> | null;
  readonly evidence: Readonly<Record<string, string>>;
  readonly base: Readonly<Record<string, string>>;
  readonly expected: Expectation;
}

export interface Expectation {
  readonly outcome: "passed" | "failed" | "warned" | "pending" | "errored" | "conditional";
  /** Codes of the findings of that outcome, sorted. */
  readonly codes: readonly string[];
}

const OUTCOMES: Readonly<Record<string, Expectation["outcome"]>> = {
  pass: "passed",
  fail: "failed",
  warn: "warned",
  pending: "pending",
  errored: "errored",
  conditional: "conditional",
};

/** What the examples since the last `yaml rule` have in common. */
interface Setting {
  settings: Record<string, unknown>;
  context: Record<string, unknown>;
  facts: Record<string, unknown> | null;
  evidence: Record<string, string>;
  base: Record<string, string>;
}

/** @throws {Error} for a block whose info string is almost one of the above. */
export function docExamples(page: string): DocExample[] {
  const examples: DocExample[] = [];
  let setting: Setting | null = null;
  for (const block of codeBlocks(fromMarkdown(page))) {
    const [first = "", ...rest] = (block.meta ?? "").split(/\s+/);
    if (first === "") continue;
    const line = block.position?.start.line ?? 0;
    if (block.lang === "yaml" && first === "rule") {
      setting = { settings: record(block), context: {}, facts: null, evidence: {}, base: {} };
      continue;
    }
    if (setting === null) throw new Error(`line ${line}: no \`yaml rule\` block before this one`);
    const [key = "", path = ""] = split(first);
    const outcome = OUTCOMES[first];
    if (block.lang === "yaml" && first === "context") setting.context = record(block);
    else if (block.lang === "json" && first === "facts") setting.facts = JSON.parse(block.value);
    else if (key === "file") setting.evidence[path] = textOf(block);
    else if (key === "base") setting.base[path] = textOf(block);
    else if (outcome !== undefined) examples.push(exampleOf(block, line, outcome, rest, setting));
    else throw new Error(`line ${line}: \`${block.meta}\` is no kind of example`);
  }
  return examples;
}

function exampleOf(
  block: Code,
  line: number,
  outcome: Expectation["outcome"],
  rest: readonly string[],
  setting: Setting,
): DocExample {
  const named = rest.find((word) => word.startsWith("path="));
  const codes = rest.filter((word) => word !== named).flatMap((word) => word.split(","));
  if ((outcome === "passed") !== (codes.length === 0)) {
    throw new Error(`line ${line}: \`pass\` takes no codes, everything else at least one`);
  }
  const path = named === undefined ? "READINESS.md" : split(named)[1];
  const evidence = { ...setting.evidence, [path ?? ""]: textOf(block) };
  const { settings, context, facts, base } = setting;
  // Files may follow the case they are not for: each example has those that stand before it.
  return {
    line,
    settings,
    context,
    facts,
    evidence,
    base: { ...base },
    expected: { outcome, codes: codes.sort() },
  };
}

/** The example's files, and its recorded facts where it has any. */
export function sourceOf({ facts, evidence, base }: DocExample): FactSource {
  const files = new MemorySource({ evidence, base });
  if (facts === null) return files;
  const given = { schemaVersion: 1, repository: "acme/shop", ...facts };
  const github = recordedFacts(factsSchema.parse(given));
  return {
    async read(requests) {
      const answers = requests.map((request) =>
        (isGitHubRequest(request) ? github : files).read([request]),
      );
      return (await Promise.all(answers)).flat();
    },
  };
}

function split(word: string): string[] {
  const sign = word.indexOf("=");
  return sign < 0 ? [word] : [word.slice(0, sign), word.slice(sign + 1)];
}

function record(block: Code): Record<string, unknown> {
  return (parse(block.value) ?? {}) as Record<string, unknown>;
}

function textOf(block: Code): string {
  return `${block.value}\n`;
}

function codeBlocks(node: Nodes): Code[] {
  if (node.type === "code") return [node];
  return "children" in node ? node.children.flatMap((child) => codeBlocks(child)) : [];
}
