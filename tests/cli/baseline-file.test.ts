import { expect, test } from "vitest";
import { baselineText, withoutEntries } from "../../src/cli/baseline-file.ts";
import { loadBaseline } from "../../src/policy/load-baseline.ts";
import { type Fingerprint, fingerprintOf } from "../../src/verdict/baseline-entries.ts";

function finding(item: string | null): Fingerprint {
  return { gate: "data", rule: "items", service: null, code: "CHECKLIST-UNTICKED", item };
}

const gone = (...items: (string | null)[]) =>
  new Set(items.map((item) => fingerprintOf(finding(item))));

const said = { owner: "@ana", until: "2026-12-31" };

test.each(["123", "017", "1e3", "true", "null", "2026-01-01", "no", "a-b"])(
  "a gate and a rule called %s are read as they are called",
  (id) => {
    const findings = [{ ...finding("a"), gate: id, rule: id }];
    const text = baselineText({ ...said, findings });
    const { baseline } = loadBaseline({ name: "b", text });
    expect(baseline?.findings).toMatchObject(findings);
    expect(withoutEntries(text, new Set(findings.map(fingerprintOf)))).toBe(
      baselineText({ ...said, findings: [] }),
    );
  },
);

test.each([
  { left: ["a", "b"], out: ["c"] },
  { left: ["b"], out: ["a", "c"] },
  { left: [], out: ["a", "b", "c"] },
])("a file without $out is the one that would have been made of $left", ({ left, out }) => {
  const all = baselineText({ ...said, findings: ["a", "b", "c"].map(finding) });
  expect(withoutEntries(all, gone(...out))).toBe(
    baselineText({ ...said, findings: left.map(finding) }),
  );
});

const HEAD = "version: 1\nowner:   '@ana'   # since May\nuntil: 2026-12-31\n";
const A = 'gate: data, rule: items, code: CHECKLIST-UNTICKED, item: "a"';
const B = "gate: data, rule: items, code: CHECKLIST-UNTICKED, item: b";
const ROWS = "- gate: data\n  rule: items\n  code: CHECKLIST-UNTICKED\n  item: ";

test.each([
  {
    of: "padding and comments",
    text: `${HEAD}findings:\n    # first\n    -   { ${A} }   # soon\n    -   { ${B} }  # later\n# end\n`,
    left: `${HEAD}findings:\n    # first\n    -   { ${B} }  # later\n# end\n`,
  },
  {
    of: "entries over several lines",
    text: `${HEAD}findings:\n${ROWS}a # soon\n\n# of b\n${ROWS}b # later\n`,
    left: `${HEAD}findings:\n\n# of b\n${ROWS}b # later\n`,
  },
  {
    of: "line ends",
    text: `${HEAD}findings:\n- {${B}}\n- {${A}}\n`.replaceAll("\n", "\r\n"),
    left: `${HEAD}findings:\n- {${B}}\n`.replaceAll("\n", "\r\n"),
  },
  {
    of: "a last line without an end",
    text: `${HEAD}findings:\n- {${B}}\n- {${A}}`,
    left: `${HEAD}findings:\n- {${B}}\n`,
  },
])("keeps $of", ({ text, left }) => {
  expect(withoutEntries(text, gone("a"))).toBe(left);
});

test.each([
  { of: "a list on one line", text: `${HEAD}findings: [{${A}}, {${B}}]\n` },
  { of: "entries behind others", text: `${HEAD}findings:\n- {${A}}\n- &x {${B}}\n- *x\n` },
  { of: "a tag", text: `${HEAD}findings:\n- !!map {${A}}\n- {${B}}\n` },
])("takes the entry alone out of $of", ({ text }) => {
  const left = withoutEntries(text, gone("a"));
  expect(left).not.toContain('"a"');
  expect(left).toContain("item: b");
});

test("an entry that is not there takes nothing out", () => {
  const text = `${HEAD}findings:\n- {${A}}\n`;
  expect(withoutEntries(text, gone("b", null))).toBe(text);
});
