import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldsOf } from "../../src/evidence/item-fields.ts";
import { parseCsv } from "../../src/evidence/parse-csv.ts";
import { parseData } from "../../src/evidence/parse-data.ts";
import { parseDocument } from "../../src/evidence/parse-document.ts";
import { isWithin, itemsIn, textOf } from "../../src/evidence/sections.ts";
import type { LocatedValue, MarkdownDocument } from "../../src/model/document.ts";
import type { Point } from "../../src/model/place.ts";

const EXAMPLE = [
  "---",
  "service: claims-triage",
  "last_reviewed: 2026-09-18",
  "phases: {start: 2026-05-04}",
  "---",
  "# Production readiness: claims triage",
  "",
  "## Gate 2 · Data <!-- gate: data -->",
  "Owner: @ana · Reviewed: 2026-09-10",
  "",
  "- [x] `data.parity` Same quality · [audit](docs/data-audit.md) · 2026-09-10",
  "- [ ] **data.no-manual-step** No manual step",
  "  - Owner: @raj",
  "  - Evidence:",
  "    - <https://host.example/a?b=1>",
  "  - [x] Nested <!-- id: nested -->",
  "> 1. [X] quoted `a` ~~struck~~ [ref][1]",
  "",
  "-[x] near miss",
  "",
  "| KPI | Minimum | Actual | Done |",
  "|---|:-:|--:|---|",
  "| Accuracy | >= 90 % | ~~81 %~~ 94.1 % | [x] |",
  "",
  "```mermaid",
  "graph LR",
  "```",
  "",
  "text[^1] <b>bold</b> <name> &amp; www.host.example ana@acme.example",
  "",
  "<details>",
  "",
  "[1]: docs/a.md",
  "[^1]: - [x] footnote",
].join("\n");

const PIECES = [
  ...EXAMPLE.split("\n"),
  ..."\t|\0|\ufeff|\r|\u200b|\u202e|é|e\u0301|👩‍🔬|\u2028|\ud800".split("|"),
  ..."- [ ] |* |+ |1. |> |>|#|##|```|~~~|<!--|-->|<|>|[|]|(|)|[x]|[x]: a|[^1]: |![|`|``|*|**|_|~~|\\| · |: |@a|---|===|||-|&#10;|    |<a |<div>|</div>".split(
    "|",
  ),
];

/** Lines of the example and hostile fragments, joined in any way. */
const assembled = fc
  .array(
    fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom("", " ", "\n", "\n", "\n\n", "\n  ")),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.flat().join(""));

/** The example with pieces cut out and put elsewhere. */
const mutated = fc
  .array(
    fc.record({
      at: fc.nat(EXAMPLE.length),
      remove: fc.nat(40),
      insert: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 8 })),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((edits) =>
    edits.reduce(
      (text, { at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove),
      EXAMPLE,
    ),
  );

const random = fc.oneof(
  fc.string({ unit: "binary", maxLength: 2_000 }),
  fc.string({ unit: fc.constantFrom(..."-*+>#[]()`~_<!&:|x1. \n\t\\@·"), maxLength: 1_500 }),
);

const anyDocument = fc.oneof(assembled, mutated, random);

function pointsOf(document: MarkdownDocument): Point[] {
  const places: { readonly at: Point }[] = [
    ...document.sections,
    ...document.sections.flatMap(({ fields }) => fields),
    ...document.items,
    ...document.items.flatMap(({ fields }) => fields),
    ...document.tables,
    ...document.tables.flatMap(({ headers, rows }) => [...headers, ...rows.flat()]),
    ...document.nearMisses,
    ...document.links,
    ...document.blocks,
  ];
  const { frontMatter } = document;
  const data = frontMatter.state === "present" ? pointsOfData(frontMatter.root) : [];
  return [...places.map(({ at }) => at), ...document.diagrams, ...data];
}

function pointsOfData({ at, value }: LocatedValue): Point[] {
  if (Array.isArray(value)) return [at, ...value.flatMap(pointsOfData)];
  if (!(value instanceof Map)) return [at];
  return [at, ...[...value.values()].flatMap(({ keyAt, node }) => [keyAt, ...pointsOfData(node)])];
}

/** Places that are not in the text. A place may stand right behind the end of its line. */
function strayPoints(text: string, points: readonly Point[]): Point[] {
  const lines = text.split(/\r\n|\n|\r/);
  return points.filter(({ line, column }) => {
    const length = lines[line - 1]?.length;
    return length === undefined || column < 1 || column > length + 1;
  });
}

describe("any document", () => {
  test("is parsed or refused, and every place lies in the text", () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        const result = parseDocument({ text, blob: "" });
        if (result.state === "error") {
          expect(result.error.code).not.toBe("READINESS-UNREADABLE");
          expect(strayPoints(text, [result.error.at])).toEqual([]);
          return;
        }
        expect(strayPoints(text, pointsOf(result.document))).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  test("says the same with any line end", () => {
    const said = (text: string) => {
      const result = parseDocument({ text, blob: "" });
      return JSON.stringify(result, (_, value) => (value instanceof Map ? [...value] : value));
    };
    fc.assert(
      fc.property(fc.oneof(assembled, mutated), (written) => {
        const text = written.replaceAll("\r", "");
        expect(said(text.replaceAll("\n", "\r\n"))).toBe(said(text));
        expect(said(text.replaceAll("\n", "\r"))).toBe(said(text));
      }),
      { numRuns: 500 },
    );
  });

  test("holds together: sections in order, things in sections, parents before children", () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        const result = parseDocument({ text, blob: "" });
        if (result.state === "error") return;
        const { document } = result;
        const things = [
          document.items,
          document.tables,
          document.links,
          document.blocks,
          document.nearMisses,
        ];
        for (const list of things) {
          const sections = list.map(({ section }) => section);
          expect(sections).toEqual(sections.toSorted((a, b) => a - b));
        }
        for (const [index, { parent }] of document.items.entries()) {
          expect(parent === null || parent < index).toBe(true);
        }
        for (const section of document.sections) {
          const inside = document.items.filter((item) => isWithin(document, item.section, section));
          expect(itemsIn(document, section)).toEqual(inside);
          expect(textOf(document, section)).not.toMatch(/[\r]/);
        }
        for (const item of document.items) fieldsOf(document, item, "owner");
      }),
      { numRuns: 500 },
    );
  });
});

describe("any file of data", () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        ..."{|}|[|]|:|,|\"|'|#|- |? |&a|*a|!!x|<<|\n|  |\t|a|1|null|---|...|\\u|\0|__proto__|2026-09-12".split(
          "|",
        ),
      ),
      fc.string({ unit: "binary", maxLength: 6 }),
    ),
    { maxLength: 40 },
  );
  test.each(["yaml", "json", "csv"] as const)(
    "%s is parsed or refused with a place in it",
    (format) => {
      fc.assert(
        fc.property(pieces, (parts) => {
          const text = parts.join("");
          const file = { text, blob: "" };
          const result = format === "csv" ? parseCsv(file) : parseData(file, format);
          const points =
            result.state === "malformed"
              ? [result.at]
              : "root" in result
                ? pointsOfData(result.root)
                : [...result.table.headers, ...result.table.rows.flat()].map(({ at }) => at);
          expect(strayPoints(text, points)).toEqual([]);
        }),
        { numRuns: 1_000 },
      );
    },
  );
});
