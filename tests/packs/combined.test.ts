import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readPack } from "../../scripts/generate/pack-answers.ts";
import { exampleFiles, judgeFiles, policyFrom } from "../support/example-repository.ts";
import { packs, templateOf } from "./pack-template.ts";

const PACKS = new URL("../../templates/packs/", import.meta.url);

const POLICY = `version: 1
extends: [${packs.ids.map((id) => `pack:${id}`).join(", ")}]
stages: [{id: production, branches: [production]}]
`;

/** What would be found if two packs looked for two things in one place. */
const BETWEEN_PACKS = /-(AMBIGUOUS|DUPLICATE) /;

function packOf(id: string) {
  const [pack = "", inventory = ""] = ["pack.yml", "inventory.yml"].map((name) =>
    readFileSync(new URL(`${id}/${name}`, PACKS), "utf8"),
  );
  return readPack(id, parse(pack), parse(inventory));
}

/**
 * The documents one below the other, as somebody would put them together who takes all packs. The
 * table of KPIs is the one thing they have in common: it stands there once.
 */
function joinedDocument(): string {
  const bodies = packs.ids.map((id, index) => {
    const body = (templateOf(id)["READINESS.md"] ?? "").replace(/^---\n[\s\S]*?\n---\n/, "");
    return index === 0 ? body : body.replace(/^## KPIs$/m, `## Numbers of ${id}`);
  });
  return bodies.join("\n");
}

describe("all packs together", () => {
  const { gates } = policyFrom(POLICY);
  const shipped = packs.ids.map(packOf);

  test("are a policy without problems that has each gate and rule of each of them", () => {
    const named = (all: typeof shipped) =>
      all.flatMap((pack) =>
        pack.gates.map((gate) => [
          gate.id,
          gate.title,
          gate.rules.map(({ id, type }) => [id, type]),
        ]),
      );
    const merged = gates.map((gate) => [
      gate.id,
      gate.title,
      gate.rules.map(({ id, type }) => [id, type]),
    ]);
    expect(merged).toEqual(named(shipped));
  });

  test("answer every row of every playbook", () => {
    const rules = new Set(gates.flatMap((gate) => gate.rules.map(({ id }) => `${gate.id}/${id}`)));
    const ids = new Set(gates.map(({ id }) => id));
    const demands = shipped.flatMap((pack) => pack.demands);
    const settled = demands.filter(({ answers, omitted }) =>
      omitted === null
        ? answers.some(({ gate, rule }) =>
            rule === null ? ids.has(gate.id) : rules.has(`${gate.id}/${rule.id}`),
          )
        : answers.length === 0,
    );
    expect(settled).toHaveLength(254);
  });

  test.each(["title", "heading"] as const)("have a %s of its own for each gate", (name) => {
    const names = gates.map((gate) => gate[name]);
    expect(names.filter((one, index) => names.indexOf(one) !== index)).toEqual([]);
  });

  test("find each its own section in one document for all", async () => {
    const verdict = await judgeFiles({
      evidence: {
        "READINESS.md": joinedDocument(),
        "facts.json": exampleFiles("claims-triage")["facts.json"] ?? "",
      },
      policy: POLICY,
      input: { local: true },
    });
    const found = verdict.gates.flatMap((gate) =>
      gate.rules.flatMap((rule) =>
        rule.findings.map(({ code, problem }) => `${gate.id}/${rule.id} ${code} ${problem}`),
      ),
    );
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter((line) => BETWEEN_PACKS.test(line))).toEqual([]);
  });
});
