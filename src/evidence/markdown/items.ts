import GithubSlugger from "github-slugger";
import type { ListItem, PhrasingContent } from "mdast";
import type { ItemField, NearMiss, TaskItem } from "../../model/document.ts";
import { inlineFields, listFields } from "./fields.ts";
import { pointOf, segmentsOf, visibleText } from "./inline.ts";

const ID_COMMENT = /^<!--\s*id:\s*([^\s>]+)\s*-->$/;

interface Identified {
  readonly id: string | null;
  readonly idFrom: TaskItem["idFrom"];
  readonly rest: readonly PhrasingContent[];
}

function identify(nodes: readonly PhrasingContent[]): Identified {
  const [first, ...rest] = nodes;
  if (first?.type === "inlineCode") return { id: first.value.trim(), idFrom: "code", rest };
  if (first?.type === "strong") {
    return { id: visibleText(first.children).trim().replace(/:$/, ""), idFrom: "bold", rest };
  }
  for (const node of nodes) {
    const comment = node.type === "html" ? ID_COMMENT.exec(node.value.trim()) : null;
    if (comment !== null) return { id: comment[1] ?? "", idFrom: "comment", rest: nodes };
  }
  return { id: null, idFrom: "title", rest: nodes };
}

/** A task item from its list item; nested task items are read on their own. */
export function readItem(item: ListItem, parent: number | null, section: number): TaskItem {
  const [first] = item.children;
  const content = first?.type === "paragraph" ? first.children : [];
  const { id, idFrom, rest } = identify(content);
  const [title, ...behind] = segmentsOf(rest, pointOf(item));
  const text = (title?.text ?? "").replace(/^[\s:·—–-]+/, "").trim();
  const titleLinks = title?.links ?? [];
  const own: ItemField[] = [
    ...inlineFields(behind, section),
    ...item.children.flatMap((child) => (child.type === "list" ? listFields(child, section) : [])),
  ];
  const isOnlyLink = titleLinks.length === 1 && text === titleLinks[0]?.text && id !== null;
  return {
    id: id ?? new GithubSlugger().slug(text),
    idFrom,
    title: text,
    ticked: item.checked === true,
    at: pointOf(item),
    parent,
    section,
    fields: isOnlyLink ? own : own,
  };
}

const BOX = /^(?:\[[ \t]*[xX✓✔☑]?[ \t]*\]|［[ \u3000]?[xXｘＸ✓]?[ \u3000]?］|[☐☑☒✅])/u;
const GLUED = /^[-*+]\[[ xX]?\]/;

/** A box that is no task item, at the start of a text. */
export function nearMissIn(
  text: string,
  nodes: readonly PhrasingContent[],
  where: Pick<NearMiss, "at" | "section">,
): NearMiss | null {
  const found = (GLUED.exec(text) ?? BOX.exec(text))?.[0];
  if (found === undefined) return null;
  const after = text.slice(found.length).trim();
  const code = nodes.find((node) => node.type === "inlineCode" || node.type === "strong");
  const id = code === undefined ? new GithubSlugger().slug(after) : visibleText([code]).trim();
  const ticked = /[xXｘＸ✓✔☑☒✅]/u.test(found);
  const words = after.startsWith(id) && code !== undefined ? after.slice(id.length).trim() : after;
  const meant =
    `- [${ticked ? "x" : " "}] ${code === undefined ? after : `\`${id}\` ${words}`}`.trim();
  return { found, meant, id, ...where };
}
