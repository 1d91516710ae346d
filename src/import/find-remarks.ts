import { readDate } from "../evidence/cell-value.ts";
import type { MarkdownDocument, Table } from "../model/document.ts";
import type { Point } from "../model/place.ts";
import { findExceptions } from "./find-exceptions.ts";
import type { Remark } from "./import-plan.ts";
import { isTierColumn } from "./table-shape.ts";

/** What a reader of the document may take for something that is judged, and is not. */
export function findRemarks(
  document: MarkdownDocument,
  {
    tables,
    boxless,
    unread,
  }: {
    /** Those that a rule asks for. */
    readonly tables: ReadonlySet<Table>;
    /** Bullets without a box in lists that have boxes. */
    readonly boxless: readonly Point[];
    /** HTML, code and footnotes that look as if they held items. */
    readonly unread: readonly Point[];
  },
): readonly Remark[] {
  const misses = nearMisses(document);
  const told = new Set(misses.map(({ at }) => at.line));
  return [
    ...misses,
    ...innerBoxes(document, told),
    ...boxless.filter(({ line }) => !told.has(line)).map(withoutBox),
    ...unread.map(notRead),
    ...tiers(tables),
    ...findExceptions(document, tables),
    ...otherDates(document),
    ...proseEvidence(document),
  ];
}

function nearMisses({ nearMisses, tables }: MarkdownDocument): Remark[] {
  const cells = new Set(
    tables.flatMap(({ rows }) => rows.flatMap((row) => row.map(({ at }) => placeKey(at)))),
  );
  return nearMisses
    .filter(({ at }) => !cells.has(placeKey(at)))
    .map(({ at, found, meant }) => ({
      at,
      problem: `\`${found}\` is no box of a task item`,
      help: `if it is an item, write it as \`${meant}\`, and import again`,
    }));
}

function withoutBox(at: Point): Remark {
  return {
    at,
    problem: "this bullet has no box, although others of its list have one",
    help: "write it as `- [ ] <what must be done>` if it is an item, and import again",
  };
}

function notRead(at: Point): Remark {
  return {
    at,
    problem: "what HTML, code blocks and footnotes hold is never read, and this looks like items",
    help: "write what must be done as `- [ ] <item>` or as a table of Markdown, with empty lines around tags such as `<details>`, and import again",
  };
}

/** `Reviewed by: [ ] @ana` */
function innerBoxes({ blocks }: MarkdownDocument, told: ReadonlySet<number>): Remark[] {
  return blocks
    .filter(
      ({ kind, text, at }) =>
        (kind === "paragraph" || kind === "item") &&
        !told.has(at.line) &&
        /\[[ xX✓]?\](?!\()|[☐☑☒]/u.test(text.replace(/`[^`]*`/g, "")),
    )
    .map(({ at }) => ({
      at,
      problem: "a box inside a text is no task item, and anybody can tick it",
      help: "who approves is asked by a rule of the type `sign-off`; make it an item if it is one",
    }));
}

function tiers(mapped: ReadonlySet<Table>): Remark[] {
  return [...mapped].flatMap(({ headers }) => {
    const found = headers.filter(isTierColumn);
    const [first] = found;
    if (first === undefined) return [];
    const names = found.map(({ text }) => `\`${text}\``).join(", ");
    return [
      {
        at: first.at,
        problem: `the tiers under ${names} are not mapped: each row is asked of every service, since a row cannot depend on a tier`,
        help: "make what only some tiers need a task item, and give it `when: {tier: <tier>}` in the policy",
      },
    ];
  });
}

function otherDates({ tables, items, sections }: MarkdownDocument): Remark[] {
  const cells = tables.flatMap(({ rows }) => rows.flat());
  const fields = [...sections, ...items].flatMap((owner) => owner.fields);
  const judged = fields.filter(({ name }) => name === "reviewed");
  const others = fields.filter(({ name }) => name !== "reviewed");
  return [
    ...judged.flatMap(({ value, at }) => otherDate(value, at, "the item does not pass with it")),
    ...[...cells.map(({ text, at }) => ({ value: text, at })), ...others].flatMap(({ value, at }) =>
      otherDate(value, at, "no rule can measure its age"),
    ),
  ];
}

const LONGEST_DATE = 40;

function otherDate(text: string, at: Point, why: string): Remark[] {
  if (text === "" || text.length > LONGEST_DATE) return [];
  const date = readDate(text);
  if (date.state !== "other" || date.readings.length === 0) return [];
  const readings = date.readings.map((day) => `\`${day}\``).join(" or ");
  return [{ at, problem: `\`${text}\` is no ISO date: ${why}`, help: `write ${readings}` }];
}

/** Evidence that is given is judged, also where none is asked for. */
function proseEvidence({ items }: MarkdownDocument): Remark[] {
  return items
    .flatMap(({ fields }) => fields)
    .filter(({ name, value, links }) => {
      return name === "evidence" && links.length === 0 && !/[/#.]|[\da-f]{7}/i.test(value);
    })
    .map(({ value, at }) => ({
      at,
      problem: `the evidence \`${value}\` names nothing that can be looked up: the item does not pass with it`,
      help: "write a path, `#123` or a URL, or give the line another name than `Evidence`",
    }));
}

function placeKey({ line, column }: Point): string {
  return `${line}:${column}`;
}
