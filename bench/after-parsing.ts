import { keepParsed } from "../src/evidence/parse-document.ts";
import { judge } from "../src/guard.ts";
import { type Fact, type FactAnswer, type FactRequest, known, missing } from "../src/model/fact.ts";
import type { Policy } from "../src/model/policy.ts";
import type { FactSource } from "../src/model/ports.ts";
import type { Verdict } from "../src/model/verdict.ts";
import { renderJson } from "../src/render/json.ts";
import { checklist } from "../src/rules/checklist.ts";
import { DAY } from "../src/time/date.ts";
import { documentModel } from "./document-model.ts";
import { type Growth, growthOf } from "./growth.ts";

const ITEMS_PER_SECTION = 10;
const NOW = Date.parse("2026-10-01T12:00:00Z");

/** How judging and rendering grow with the size of one document, and with the number of services. */
export async function measureGrowth(): Promise<readonly { name: string; growth: Growth }[]> {
  const items = await growthOf([1250, 2500, 5000, 10_000], (size) => {
    const policy = policyFor(size / ITEMS_PER_SECTION, null);
    const source = sourceFor(size, []);
    return async () => rendered(await verdictOf(policy, source), size / ITEMS_PER_SECTION);
  });
  const services = await growthOf([62, 125, 250, 500], (size) => {
    const policy = policyFor(10, "services/*");
    const folders = Array.from({ length: size }, (_, index) => `services/s${index}`);
    const source = sourceFor(100, folders);
    return async () => rendered(await verdictOf(policy, source), size * 10);
  });
  return [
    { name: "items, one service", growth: items },
    { name: "services, 100 items each", growth: services },
  ];
}

/** Built in code: as text, ten thousand items are over the limit of a policy. */
function policyFor(gates: number, from: string | null): Policy {
  const at = { file: "policy.yml", line: 1, column: 1 };
  const always = { when: null, enforce_from: null, at };
  return {
    mode: "enforce",
    blocked_as: "failure",
    enforce_from: null,
    stages: [{ id: "production", branches: [], paths: null, gates: null, cumulative: true, at }],
    fields: {},
    services: from === null ? null : { from, readiness: null, override: {}, ungoverned: [] },
    gates: Array.from({ length: gates }, (_, gate) => ({
      id: `gate-${gate}`,
      title: `Gate ${gate}`,
      heading: null,
      require: "all",
      depends_on: [],
      changed: null,
      rules: [
        {
          id: "items",
          type: "checklist",
          title: "Items",
          severity: "block",
          max_age: 90 * DAY,
          remedy: null,
          asks: null,
          waivable: true,
          issue: "none",
          controls: [],
          options: checklist.options.parse({ items: itemsOf(gate) }),
          ...always,
        },
      ],
      ...always,
    })),
    roles: {},
    waivers: { approvers: [], max_days: 30 },
    policy_owners: [],
    issues: { open: false, max_per_run: 5, labels: [], assign: false },
    comment: "never",
    freeze: [],
    break_glass: null,
  };
}

function itemsOf(gate: number): readonly unknown[] {
  return Array.from({ length: ITEMS_PER_SECTION }, (_, item) => ({
    id: `item-${gate * ITEMS_PER_SECTION + item}`,
    require: ["owner", "done_when", "reviewed"],
  }));
}

/** Every service has a document of its own; all of them are models built in code. */
function sourceFor(items: number, folders: readonly string[]): FactSource {
  const files = new Map<string, Fact<FactAnswer>>();
  const answer = (request: FactRequest): Fact<FactAnswer> => {
    if (request.kind === "folders") return known(folders);
    if (request.kind !== "file") return missing("needs-github", "nothing is connected");
    if (!request.path.endsWith("READINESS.md")) return known({ state: "absent" });
    const fact = files.get(request.path) ?? fileWith(request.path, items);
    files.set(request.path, fact);
    return fact;
  };
  return { read: async (requests) => requests.map(answer) };
}

function fileWith(path: string, items: number): Fact<FactAnswer> {
  const file = { text: path, blob: path };
  keepParsed(file, { state: "parsed", document: documentModel(items, ITEMS_PER_SECTION) });
  return known({ state: "file", file });
}

function verdictOf(policy: Policy, source: FactSource): Promise<Verdict> {
  return judge({
    policy,
    waivers: [],
    notes: [],
    origin: { ref: "bench", sha: null, files: ["policy.yml"] },
    source,
    now: NOW,
    stage: "production",
    services: null,
    local: false,
    commit: null,
  });
}

/** Renders the verdict, and refuses to measure anything but passing gates. */
function rendered(verdict: Verdict, gates: number): string {
  const passed = verdict.gates.filter(({ outcome }) => outcome === "passed").length;
  if (passed !== gates) throw new Error(`${passed} of ${gates} gates passed: ${verdict.decision}`);
  return renderJson(verdict);
}
