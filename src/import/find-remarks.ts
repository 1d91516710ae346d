import { readDate } from "../evidence/cell-value.ts";
import type { MarkdownDocument, Table } from "../model/document.ts";
import type { Point } from "../model/place.ts";
import type { Remark } from "./import-plan.ts";

/** What a reader of the document may take for something that is judged, and is not. */
export function findRemarks(
  document: MarkdownDocument,
  mapped: ReadonlySet<Table>,
): readonly Remark[] {
  const misses = nearMisses(document);
  const told = new Set(misses.map(({ at }) => at.line));
  return [...misses, ...innerBoxes(document, told), ...tiers(mapped), ...otherDates(document)];
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

const TIER = /^(?:service )?(?:tier|level|class|criticality)(?: ?[a-d\d])?s?$/i;

function tiers(mapped: ReadonlySet<Table>): Remark[] {
  return [...mapped].flatMap(({ headers }) => {
    const found = headers.filter(({ text }) => TIER.test(text));
    const [first] = found;
    if (first === undefined) return [];
    const names = found.map(({ text }) => `\`${text}\``).join(", ");
    return [
      {
        at: first.at,
        problem: `the tiers under ${names} are not mapped: each row is asked of every service, since a row cannot depend on a tier`,
        help: "for what only some tiers need, use a gate or an item of a checklist with `when: {tier: <tier>}`",
      },
    ];
  });
}

function otherDates({ tables, items }: MarkdownDocument): Remark[] {
  const cells = tables.flatMap(({ rows }) => rows.flat());
  const fields = items.flatMap((item) => item.fields.map(({ value, at }) => ({ text: value, at })));
  return [...cells, ...fields].flatMap(({ text, at }) => {
    if (text === "" || text.length > 40) return [];
    const date = readDate(text);
    if (date.state !== "other" || date.readings.length === 0) return [];
    const readings = date.readings.map((day) => `\`${day}\``).join(" or ");
    const problem = `\`${text}\` is no ISO date: no rule can measure its age`;
    return [{ at, problem, help: `write ${readings}` }];
  });
}

function placeKey({ line, column }: Point): string {
  return `${line}:${column}`;
}
