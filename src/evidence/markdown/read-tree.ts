import type {
  BlockContent,
  Heading,
  List,
  Table as MdastTable,
  Nodes,
  PhrasingContent,
  Root,
} from "mdast";
import type {
  Cell,
  FrontMatter,
  ItemField,
  Link,
  MarkdownDocument,
  NearMiss,
  Section,
  Table,
  TaskItem,
  TextBlock,
} from "../../model/document.ts";
import type { Point } from "../../model/place.ts";
import { headingKey } from "../../text/key.ts";
import { headingFields } from "./fields.ts";
import { readFrontMatter } from "./front-matter.ts";
import { linksOf, markedText, pointOf, visibleText } from "./inline.ts";
import { nearMissIn, readItem } from "./items.ts";

const GATE_COMMENT = /^<!--\s*gate:\s*([^\s>]+)\s*-->$/;

interface OpenSection {
  readonly index: number;
  readonly depth: number;
  readonly heading: string;
  readonly at: Point;
  readonly parent: number | null;
  gate: string | null;
  endLine: number;
  fields: readonly ItemField[];
}

/** Reads the model from the syntax tree in one walk. */
export function readTree(tree: Root): MarkdownDocument {
  const walk = new Walk(tree);
  return walk.read();
}

class Walk {
  readonly #tree: Root;
  readonly #sections: OpenSection[] = [];
  readonly #items: TaskItem[] = [];
  readonly #tables: Table[] = [];
  readonly #nearMisses: NearMiss[] = [];
  readonly #links: Link[] = [];
  readonly #diagrams: Point[] = [];
  readonly #blocks: TextBlock[] = [];
  #frontMatter: FrontMatter = { state: "absent" };

  constructor(tree: Root) {
    this.#tree = tree;
  }

  read(): MarkdownDocument {
    const lastLine = (this.#tree.position?.end.line ?? 1) + 1;
    this.#open({ depth: 0, heading: "", at: { line: 1, column: 1 }, endLine: lastLine });
    const { children } = this.#tree;
    for (const [index, node] of children.entries()) {
      if (node.type === "yaml") this.#frontMatter = readFrontMatter(node);
      else if (node.type === "heading") this.#heading(node, children[index + 1], lastLine);
      else this.#block(node, null);
    }
    return {
      frontMatter: this.#frontMatter,
      sections: this.#sections.map(
        (section): Section => ({ ...section, key: headingKey(section.heading) }),
      ),
      items: this.#items,
      tables: this.#tables,
      nearMisses: this.#nearMisses,
      links: this.#links,
      diagrams: this.#diagrams,
      blocks: this.#blocks,
    };
  }

  get #section(): number {
    return this.#sections.length - 1;
  }

  #open(section: Pick<OpenSection, "depth" | "heading" | "at" | "endLine">): OpenSection {
    let parent = this.#sections.at(-1);
    while (parent !== undefined && parent.depth >= section.depth) {
      parent.endLine = section.at.line;
      parent = parent.parent === null ? undefined : this.#sections[parent.parent];
    }
    const opened = {
      ...section,
      index: this.#sections.length,
      parent: parent?.index ?? null,
      gate: null,
      fields: [],
    };
    this.#sections.push(opened);
    return opened;
  }

  #heading(node: Heading, next: Nodes | undefined, lastLine: number): void {
    const heading = visibleText(node.children).trim();
    const at = pointOf(node);
    const section = this.#open({ depth: node.depth, heading, at, endLine: lastLine });
    section.gate = gateOf(node.children) ?? (next?.type === "html" ? gateOf([next]) : null);
    if (next?.type === "paragraph") section.fields = headingFields(next, section.index);
    this.#keep("heading", heading, at);
    this.#collectLinks(node.children);
  }

  #block(node: BlockContent | Nodes, parent: number | null): void {
    switch (node.type) {
      case "paragraph":
        this.#paragraph(node.children, pointOf(node), parent === null ? "paragraph" : "item");
        break;
      case "list":
        this.#list(node, parent);
        break;
      case "table":
        this.#table(node);
        break;
      case "code":
        if (node.lang === "mermaid") this.#diagrams.push(pointOf(node));
        this.#keep("code", node.value, pointOf(node));
        break;
      case "blockquote":
      case "heading":
        for (const child of node.children) {
          if (node.type === "blockquote") this.#block(child, parent);
        }
        break;
      default:
        break;
    }
  }

  #paragraph(nodes: readonly PhrasingContent[], at: Point, kind: TextBlock["kind"]): void {
    const text = visibleText(nodes);
    this.#keep(kind, markedText(nodes), at);
    this.#collectLinks(nodes);
    const near = nearMissIn(text, nodes, { at, section: this.#section });
    if (near !== null) this.#nearMisses.push(near);
  }

  #list(list: List, parent: number | null): void {
    for (const item of list.children) {
      let inner = parent;
      if (typeof item.checked === "boolean") {
        inner = this.#items.length;
        this.#items.push(readItem(item, parent, this.#section));
      }
      for (const child of item.children) {
        if (child.type === "paragraph") {
          this.#paragraph(child.children, pointOf(child), "item");
        } else this.#block(child, inner);
      }
    }
  }

  #table(node: MdastTable): void {
    const [headers = [], ...rows] = node.children.map((row) =>
      row.children.map((cell): Cell => {
        const at = pointOf(cell);
        const text = visibleText(cell.children).trim();
        const links = linksOf(cell.children).map((link) => ({ ...link, section: this.#section }));
        this.#links.push(...links);
        this.#keep("cell", text, at);
        const near = nearMissIn(text, cell.children, { at, section: this.#section });
        if (near !== null) this.#nearMisses.push(near);
        return { text, links, at };
      }),
    );
    this.#tables.push({ headers, rows, at: pointOf(node), section: this.#section });
  }

  #collectLinks(nodes: readonly Nodes[]): void {
    for (const link of linksOf(nodes)) this.#links.push({ ...link, section: this.#section });
    for (const node of nodes) if (node.type === "image") this.#diagrams.push(pointOf(node));
  }

  #keep(kind: TextBlock["kind"], text: string, at: Point): void {
    if (text !== "") this.#blocks.push({ kind, text, at, section: this.#section });
  }
}

function gateOf(nodes: readonly Nodes[]): string | null {
  for (const node of nodes) {
    const comment = node.type === "html" ? GATE_COMMENT.exec(node.value.trim()) : null;
    if (comment !== null) return comment[1] ?? null;
  }
  return null;
}
