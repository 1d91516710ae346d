import { slug } from "github-slugger";
import type { ListItem, Paragraph } from "mdast";
import type { TaskItem } from "../../model/document.ts";
import type { Point } from "../../model/place.ts";
import { collapseSpaces } from "../../text/key.ts";
import { inlineFields, listFields, type RunsOf } from "./fields.ts";
import { markerIn } from "./markers.ts";
import { type Run, textOf } from "./runs.ts";
import { segmentsOf } from "./segments.ts";

export interface ItemPlace {
  readonly at: Point;
  readonly parent: number | null;
  readonly section: number;
}

/** A task item from its list item; task items nested in it are read on their own. */
export function readItem(item: ListItem, runsOf: RunsOf, place: ItemPlace): TaskItem {
  const head = item.children.find((child): child is Paragraph => child.type === "paragraph");
  const runs = head === undefined ? [] : runsOf(head);
  const opening = openingOf(runs);
  const [title, ...behind] = segmentsOf(runs.slice(opening.length), place.at, "dots");
  const { fields, words } = inlineFields(behind);
  // A colon or dash between the id and the title belongs to neither.
  const first = collapseSpaces(textOf(title?.runs ?? [])).replace(/^[:–—-]\s*/u, "");
  const text = [first, ...words].filter((part) => part !== "").join(" · ");
  const nested = item.children.flatMap((child) =>
    child.type === "list" ? listFields(child, runsOf) : [],
  );
  return {
    ...identify(item, head, opening, text),
    title: text,
    ticked: item.checked === true,
    ...place,
    fields: [...fields, ...nested],
  };
}

/**
 * The inline code or bold that opens the text, with the blanks before it. A link, emphasis or
 * strike around it does not change what the reader sees first.
 */
function openingOf(runs: readonly Run[]): readonly Run[] {
  const start = runs.findIndex(({ text }) => collapseSpaces(text) !== "");
  const first = runs[start];
  if (first === undefined || (!first.isCode && first.bold === null)) return [];
  if (first.isCode) return runs.slice(0, start + 1);
  const end = runs.findIndex((run, index) => index > start && run.bold !== first.bold);
  return runs.slice(0, end === -1 ? runs.length : end);
}

function identify(
  item: ListItem,
  head: Paragraph | undefined,
  opening: readonly Run[],
  title: string,
): Pick<TaskItem, "id" | "idFrom"> {
  const id = collapseSpaces(textOf(opening)).replace(/:$/, "");
  if (id !== "") return { id, idFrom: opening.at(-1)?.isCode ? "code" : "bold" };
  const inline = head?.children ?? [];
  for (const node of [...inline, ...item.children]) {
    const marked = markerIn(node, "id");
    if (marked !== null) return { id: marked, idFrom: "comment" };
  }
  return { id: slug(title), idFrom: "title" };
}
