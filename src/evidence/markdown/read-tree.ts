import type { Heading, List, ListItem, Paragraph, Root, RootContent } from "mdast";
import type {
  ItemField,
  Link,
  MarkdownDocument,
  NearMiss,
  Table,
  TaskItem,
  TextBlock,
} from "../../model/document.ts";
import type { Point } from "../../model/place.ts";
import { collapseSpaces } from "../../text/key.ts";
import { isPlaceholderTag } from "../html-tag.ts";
import { headingFields } from "./fields.ts";
import { readFrontMatter } from "./front-matter.ts";
import { readItem } from "./items.ts";
import { LineReader } from "./line-reader.ts";
import { markerIn } from "./markers.ts";
import {
  type InlineScope,
  markedTextOf,
  pointOf,
  type Run,
  readRuns,
  textOf,
  withPlainLineEnds,
} from "./runs.ts";
import { SectionOutline } from "./section-outline.ts";
import { definitionsIn, mendTextBehindBox } from "./syntax-tree.ts";
import { readTable } from "./tables.ts";

/** Reads the model from the syntax tree in one walk. `source` is what was parsed, `shift` what a byte order mark before it moves. */
export function readTree(tree: Root, source: string, shift: number): MarkdownDocument {
  return new Walk(tree, source, shift).read();
}

class Walk {
  readonly #tree: Root;
  readonly #source: string;
  readonly #shift: number;
  readonly #definitions: ReadonlyMap<string, string>;
  readonly #lines: LineReader;
  readonly #outline: SectionOutline;
  readonly #items: TaskItem[] = [];
  readonly #tables: Table[] = [];
  readonly #nearMisses: NearMiss[] = [];
  readonly #links: Link[] = [];
  readonly #diagrams: Point[] = [];
  readonly #blocks: TextBlock[] = [];
  /** A paragraph is read once, although an item, its fields and the text all look at it. */
  readonly #runs = new Map<Paragraph, readonly Run[]>();

  constructor(tree: Root, source: string, shift: number) {
    this.#tree = tree;
    this.#source = source;
    this.#shift = shift;
    this.#definitions = definitionsIn(tree, source);
    this.#lines = new LineReader(source);
    this.#outline = new SectionOutline((tree.position?.end.line ?? 1) + 1);
  }

  read(): MarkdownDocument {
    const { children } = this.#tree;
    for (const [index, node] of children.entries()) {
      if (node.type === "heading") this.#open(node, children, index);
      else this.#block(node, null);
    }
    return {
      frontMatter: readFrontMatter(this.#tree, this.#source),
      sections: this.#outline.sections(),
      items: this.#items,
      tables: this.#tables,
      nearMisses: this.#nearMisses,
      links: this.#links,
      diagrams: this.#diagrams,
      blocks: this.#blocks,
    };
  }

  get #scope(): InlineScope {
    return {
      section: this.#outline.current,
      source: this.#source,
      definitions: this.#definitions,
      links: this.#links,
      diagrams: this.#diagrams,
      shift: this.#shift,
    };
  }

  /** Only a heading of the document itself opens a section; one in a quote or list is quoted. */
  #open(node: Heading, siblings: readonly RootContent[], index: number): void {
    const at = pointOf(node, this.#shift);
    this.#outline.open(node.depth, at);
    const heading = this.#keepHeading(node);
    let next = siblings[index + 1];
    let gate = node.children.map((child) => markerIn(child, "gate")).find((id) => id !== null);
    for (let behind = index + 1; next?.type === "html"; behind += 1) {
      gate ??= markerIn(next, "gate") ?? undefined;
      next = siblings[behind + 1];
    }
    let fields: readonly ItemField[] = [];
    if (next?.type === "paragraph") fields = headingFields(this.#runsOf(next));
    this.#outline.describe({ heading, gate: gate ?? null, fields });
  }

  #keepHeading(node: Heading): string {
    const at = pointOf(node, this.#shift);
    const runs = readRuns(node.children, at, this.#scope);
    this.#keep("heading", markedTextOf(runs), at);
    return collapseSpaces(textOf(runs));
  }

  /** `item` is the index of the task item around it. */
  #block(node: RootContent, item: number | null): void {
    switch (node.type) {
      case "paragraph":
        this.#paragraph(node, "paragraph", null);
        break;
      case "list":
        this.#list(node, item);
        break;
      case "blockquote":
        for (const child of node.children) this.#block(child, item);
        break;
      case "heading":
        this.#keepHeading(node);
        break;
      case "table":
        this.#table(node);
        break;
      case "code":
        if (node.lang?.toLowerCase() === "mermaid") this.#diagrams.push(pointOf(node, this.#shift));
        this.#keep("code", withPlainLineEnds(node.value), pointOf(node, this.#shift));
        break;
      case "html":
        if (isPlaceholderTag(node.value)) {
          this.#keep("paragraph", node.value, pointOf(node, this.#shift));
        }
        break;
      // Footnotes, definitions and front matter hold nothing that a reader of the page meets here.
      default:
        break;
    }
  }

  #list(list: List, parent: number | null): void {
    for (const bullet of list.children) {
      const isTask = typeof bullet.checked === "boolean";
      const head = bullet.children.find((child) => child.type === "paragraph");
      if (isTask && head !== undefined) mendTextBehindBox(head, this.#source);
      if (isTask) this.#task(bullet, parent);
      const inner = isTask ? this.#items.length - 1 : parent;
      for (const child of bullet.children) {
        if (child.type !== "paragraph") this.#block(child, inner);
        else if (child !== head) this.#paragraph(child, "item", null);
        else if (isTask) this.#paragraph(child, "item", "box", pointOf(bullet, this.#shift));
        else this.#paragraph(child, "item", "bullet");
      }
    }
  }

  #task(item: ListItem, parent: number | null): void {
    const place = {
      at: pointOf(item, this.#shift),
      parent,
      section: this.#outline.current,
    };
    this.#items.push(readItem(item, (paragraph) => this.#runsOf(paragraph), place));
  }

  #paragraph(
    node: Paragraph,
    kind: TextBlock["kind"],
    before: "bullet" | "box" | null,
    at = pointOf(node, this.#shift),
  ): void {
    const runs = this.#runsOf(node);
    this.#keep(kind, markedTextOf(runs), at);
    const section = this.#outline.current;
    for (const miss of this.#lines.nearMisses(node, runs, before)) {
      this.#nearMisses.push({ ...miss, section });
    }
  }

  #table(node: Extract<RootContent, { type: "table" }>): void {
    const { table, blocks, nearMisses } = readTable(node, this.#scope);
    this.#tables.push(table);
    for (const block of blocks) this.#blocks.push(block);
    for (const miss of nearMisses) this.#nearMisses.push(miss);
  }

  #runsOf(node: Paragraph): readonly Run[] {
    const kept = this.#runs.get(node);
    if (kept !== undefined) return kept;
    const runs = readRuns(node.children, pointOf(node, this.#shift), this.#scope);
    this.#runs.set(node, runs);
    return runs;
  }

  #keep(kind: TextBlock["kind"], text: string, at: Point): void {
    const section = this.#outline.current;
    const shown = kind === "code" ? text : collapseSpaces(text);
    if (shown !== "") this.#blocks.push({ kind, text: shown, at, section });
  }
}
