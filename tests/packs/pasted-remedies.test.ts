import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { exampleFiles, type Files, judgeFiles } from "../support/example-repository.ts";
import { packs, policyOf, templateOf } from "./pack-template.ts";

const FACTS = { "facts.json": exampleFiles("claims-triage")["facts.json"] ?? "" };

const judged = (id: string, files: Files) =>
  judgeFiles({
    evidence: { ...files, ...FACTS },
    policy: policyOf(id),
    input: { local: true },
  });

/** What a remedy gives to paste, below the line it is about, just as it is printed. */
function pasted(files: Files, findings: readonly Finding[]): Files {
  const lines = new Map(Object.entries(files).map(([path, text]) => [path, text.split("\n")]));
  // From the last line to the first, so that places stay true.
  const placed = findings.toSorted((a, b) => (b.at?.line ?? 0) - (a.at?.line ?? 0));
  for (const { at, remedy } of placed) {
    if (at === null) continue;
    const texts = [...remedy.matchAll(/(`+)(.+?)\1(?!`)/g)].map(([, , text = ""]) => text.trim());
    const there = lines.get(at.file) ?? [];
    there.splice(at.line, 0, ...texts);
    lines.set(at.file, there);
  }
  return Object.fromEntries([...lines].map(([path, text]) => [path, text.join("\n")]));
}

const findingsIn = ({ gates }: Verdict) =>
  gates.flatMap(({ rules }) => rules.flatMap((rule) => rule.findings));

function passing({ gates }: Verdict): readonly string[] {
  return gates.flatMap(({ id, rules }) =>
    rules
      .filter(({ outcome, judged: wasJudged }) => outcome === "passed" && wasJudged)
      .map((rule) => `${id}/${rule.id}`),
  );
}

describe.each(packs.ids)("the template of %s, its remedies pasted as they are printed", (id) => {
  test("once and twice, passes no rule more than without them", async () => {
    const template = templateOf(id);
    const before = await judged(id, template);
    const once = pasted(template, findingsIn(before));
    expect(once).not.toEqual(template);
    const first = await judged(id, once);
    expect(passing(first)).toEqual(passing(before));
    const second = await judged(id, pasted(once, findingsIn(first)));
    expect(passing(second)).toEqual(passing(before));
    expect(second.decision).toBe("no-go");
  });
});
