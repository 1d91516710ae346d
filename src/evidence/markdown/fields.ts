import type { List, Paragraph } from "mdast";
import type { ItemField, Link } from "../../model/document.ts";
import { keyOf } from "../../text/key.ts";
import { parseIsoDate } from "../../time/date.ts";
import { parsePeople } from "../people.ts";
import { pointOf, type Segment, segmentsOf } from "./inline.ts";

const NAMES: Readonly<Record<string, string>> = {
  owner: "owner",
  owners: "owner",
  assignee: "owner",
  responsible: "owner",
  evidence: "evidence",
  proof: "evidence",
  link: "evidence",
  links: "evidence",
  "done when": "done_when",
  done_when: "done_when",
  "completion condition": "done_when",
  "definition of done": "done_when",
  reviewed: "reviewed",
  "reviewed on": "reviewed",
  "last reviewed": "reviewed",
  "n/a": "na",
  na: "na",
  "not applicable": "na",
};

const LABEL = /^([^:·]{1,40}):(?:\s+|$)/;

/** `Key: value`, else a mention, a link or a date standing alone; `null` for ordinary words. */
export function fieldOf(segment: Segment, section: number): ItemField | null {
  const links = segment.links.map((link): Link => ({ ...link, section }));
  const label = LABEL.exec(segment.text);
  if (label !== null) {
    const written = (label[1] ?? "").trim();
    const key = keyOf(written);
    const name = Object.hasOwn(NAMES, key) ? (NAMES[key] ?? key) : key;
    const value = segment.text.slice(label[0].length).trim();
    return { name, label: written, value, links, at: segment.at };
  }
  const bare = { label: "", value: segment.text, links, at: segment.at };
  const { people, rest } = parsePeople(segment.text);
  if (people.length > 0 && rest === "") return { name: "owner", ...bare };
  if (parseIsoDate(segment.text) !== null) return { name: "reviewed", ...bare };
  return links.length > 0 ? { name: "evidence", ...bare } : null;
}

/** Fields behind ` · ` on an item's own line. */
export function inlineFields(segments: readonly Segment[], section: number): readonly ItemField[] {
  return segments.map((segment) => fieldOf(segment, section)).filter((field) => field !== null);
}

/** Fields of a nested list: bullets `Key: value`, or a bullet that is only an address. */
export function listFields(list: List, section: number): readonly ItemField[] {
  return list.children.flatMap((item) => {
    const [first, ...others] = item.children;
    if (typeof item.checked === "boolean" || first?.type !== "paragraph") return [];
    const segments = segmentsOf(first.children, pointOf(first));
    const fields = segments.flatMap((segment) => fieldOf(segment, section) ?? []);
    const [field] = fields;
    // A bare mention or date in a bullet of its own is prose; a bare address is evidence.
    const kept = fields.filter(
      (candidate) =>
        candidate.label !== "" || (candidate === field && candidate.name === "evidence"),
    );
    return others.length === 0 || kept.length > 0 ? kept : [];
  });
}

/** The paragraph right under a heading, where all of it is `Key: value` pairs. */
export function headingFields(paragraph: Paragraph, section: number): readonly ItemField[] {
  const segments = segmentsOf(paragraph.children, pointOf(paragraph));
  const fields = segments.map((segment) => fieldOf(segment, section));
  return fields.every((field) => field !== null && field.label !== "")
    ? fields.filter((field) => field !== null)
    : [];
}
