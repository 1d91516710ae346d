import { judge } from "../../src/guard.ts";
import type { Baseline, BaselineEntry } from "../../src/model/baseline.ts";
import type { ChangedPath, FactAnswer, FactRequest } from "../../src/model/fact.ts";
import type { IsoDate } from "../../src/model/iso-date.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { loadPolicy } from "../../src/policy/load-policy.ts";
import { type Content, MemorySource } from "../support/memory-source.ts";

export interface Attack {
  readonly policy: string;
  readonly evidence: Readonly<Record<string, Content>>;
  readonly base?: Readonly<Record<string, Content>>;
  /** Files by commit. */
  readonly commits?: Readonly<Record<string, Readonly<Record<string, Content>>>>;
  /** `new <- old` for a path that moved. Left out, the changed paths are not known. */
  readonly changes?: readonly string[];
  /** ISO instant; 2026-10-01 at noon unless said otherwise. */
  readonly now?: string;
  readonly facts?: readonly (readonly [FactRequest, FactAnswer])[];
  /** `gate/rule CODE item` of what is in the baseline, and its last day. */
  readonly baseline?: { readonly findings: readonly string[]; readonly until?: string };
  /** Commit the policy was read from, where it has one. */
  readonly tip?: string;
}

/** The whole judgement of a policy and files. */
export async function verdictOn(attack: Attack): Promise<Verdict> {
  const { policy: text, evidence, base = {}, commits = {}, changes, facts = [] } = attack;
  const repository = { name: "policy.yml", text };
  const packs = { ids: [], read: () => null };
  const loaded = loadPolicy({ repository, organization: null, packs, repositoryName: null });
  if (loaded.state === "invalid") throw new Error(JSON.stringify(loaded.problems, null, 2));
  const source = new MemorySource({ ...commits, evidence, base });
  if (changes !== undefined) source.with<"changes">({ kind: "changes" }, changes.map(changedPath));
  for (const [request, answer] of facts) source.with(request, answer);
  return judge({
    policy: loaded.policy,
    waivers: [],
    baseline: baselineOf(attack),
    notes: [],
    origin: { ref: "test", sha: attack.tip ?? null, files: ["policy.yml"] },
    source,
    now: Date.parse(attack.now ?? "2026-10-01T12:00:00Z"),
    stage: "production",
    services: null,
    local: false,
    commit: null,
  });
}

const AT = { file: ".github/stage-gates/baseline.yml", line: 1, column: 1 };

function baselineOf({ baseline }: Attack): Baseline | null {
  if (baseline === undefined) return null;
  const findings = baseline.findings.map((text): BaselineEntry => {
    const [of = "", code = "", ...item] = text.split(" ");
    const [gate = "", rule = ""] = of.split("/");
    return { gate, rule, service: null, code, item: item.join(" ") || null, at: AT };
  });
  return { owner: "@ana", until: (baseline.until ?? "2026-12-31") as IsoDate, findings, at: AT };
}

function changedPath(text: string): ChangedPath {
  const [path = "", previous = null] = text.split(" <- ");
  return { path, previous };
}

/** `gate/rule CODE` of all that is found, for one service where one is named. */
export function codesOf(verdict: Verdict, service?: string): string[] {
  return verdict.gates
    .filter((gate) => service === undefined || gate.service === service)
    .flatMap(({ id, rules }) =>
      rules.flatMap((rule) => rule.findings.map(({ code }) => `${id}/${rule.id} ${code}`)),
    );
}
