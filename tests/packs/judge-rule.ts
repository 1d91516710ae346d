import type { FileVersion } from "../../src/model/fact.ts";
import type { Policy } from "../../src/model/policy.ts";
import { type Files, judgeFiles, policyFrom } from "../support/example-repository.ts";

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

/** The files with each text replaced. Throws where a text is not there just once. */
function edited(files: Files, edits: readonly Edit[]): Files {
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

/** What becomes of one rule of a filled repository after some edits: `outcome CODE` of each finding. */
export async function judgeRule(example: Files, asked: RuleCase) {
  const policy = policyFrom(example[".github/stage-gates.yml"] ?? "");
  const { rule, edits = [], history, changes, base, now } = asked;
  const verdict = await judgeFiles({
    evidence: edited(example, edits),
    input: { policy: { ...policy, gates: only(policy, rule) } },
    prepare: (files) => {
      if (history !== undefined) {
        const { path, versions } = history;
        files.with({ kind: "history", path, revision: "base" }, versions);
      }
      if (changes !== undefined) {
        const paths = changes.map((path) => ({ path, previous: null }));
        files.with({ kind: "changes" }, paths);
      }
    },
    ...(base === undefined ? {} : { base }),
    ...(now === undefined ? {} : { now }),
  });
  const [gate] = verdict.gates;
  const findings = gate?.rules.flatMap((judged) => judged.findings) ?? [];
  return {
    decision: verdict.decision,
    gate: gate?.outcome,
    findings: findings.map(({ outcome, code }) => `${outcome} ${code}`),
  };
}

function only(policy: Policy, name: string): Policy["gates"] {
  const [gateId, ruleId] = name.split("/");
  const gates = policy.gates
    .filter(({ id }) => id === gateId)
    .map((gate) => ({ ...gate, rules: gate.rules.filter(({ id }) => id === ruleId) }));
  if (gates[0]?.rules.length !== 1) throw new Error(`the policy has no rule ${name}`);
  return gates;
}
