import { describe, expect, test } from "vitest";
import { parseDocument } from "../../src/evidence/parse-document.ts";
import { isBlocking } from "../../src/verdict/outcomes.ts";
import { caseFiles, exampleFiles, type Files, judgeFiles } from "../support/example-repository.ts";
import { packs, policyOf, templateOf } from "./pack-template.ts";

const FACTS = { "facts.json": exampleFiles("claims-triage")["facts.json"] ?? "" };

/** The repository that fills the template in. */
function filledIn(id: string): Files {
  return id === "scaling-readiness" ? exampleFiles("claims-triage") : caseFiles(`${id}/ready`);
}

const ticked = (text: string) => text.replaceAll("- [ ]", "- [x]");

describe.each(packs.ids)("the template of %s", (id) => {
  const files = templateOf(id);
  const alone = { "READINESS.md": files["READINESS.md"] ?? "" };
  const rows = [
    { name: "as it is", evidence: files },
    { name: "with every box ticked", evidence: mapped(files, ticked) },
    { name: "without the skeletons", evidence: alone },
    { name: "without the skeletons, with every box ticked", evidence: mapped(alone, ticked) },
  ];

  test.each(rows)("$name passes no gate", async ({ evidence }) => {
    const verdict = await judgeFiles({
      evidence: { ...evidence, ...FACTS },
      policy: policyOf(id),
      input: { local: true },
    });
    expect(verdict.decision).toBe("no-go");
    const open = verdict.gates.filter(({ outcome }) => !isBlocking(outcome));
    expect(open.map((gate) => gate.id)).toEqual([]);
  });

  test.each(rows)("$name says of each gap where it is", async ({ evidence }) => {
    const verdict = await judgeFiles({
      evidence: { ...evidence, ...FACTS },
      policy: policyOf(id),
      input: { local: true },
    });
    const findings = verdict.gates.flatMap((gate) => gate.rules.flatMap((rule) => rule.findings));
    const nowhere = findings.filter(
      ({ code, at }) => at === null && !GITHUB.some((prefix) => code.startsWith(prefix)),
    );
    expect(nowhere).toEqual([]);
  });

  test("asks nobody to fill in what no gate reads", () => {
    const example = filledIn(id);
    const headings = (text: string) => headingsOf(text);
    expect(headings(files["READINESS.md"] ?? "")).toEqual(headings(example["READINESS.md"] ?? ""));
    expect(itemsOf(files["READINESS.md"] ?? "")).toEqual(itemsOf(example["READINESS.md"] ?? ""));
  });
});

/** What is missing on GitHub has no line. */
const GITHUB = ["CI-", "ISSUES-"];

function mapped(files: Files, change: (text: string) => string): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, change(text)]));
}

function documentOf(text: string) {
  const parsed = parseDocument({ text, blob: text });
  if (parsed.state === "error") throw new Error(parsed.error.problem);
  return parsed.document;
}

function headingsOf(text: string): string[] {
  return documentOf(text)
    .sections.filter(({ depth }) => depth > 1)
    .map(({ heading }) => heading);
}

function itemsOf(text: string): string[] {
  return documentOf(text).items.map(({ id }) => id);
}
