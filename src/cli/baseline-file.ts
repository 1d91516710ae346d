import { isMap, isNode, isSeq, parseDocument, type YAMLMap } from "yaml";
import { plainScalar } from "../text/yaml/plain-scalar.ts";
import { type Fingerprint, fingerprintOf } from "../verdict/baseline-entries.ts";

const HEAD = `# Findings of the day this began. They warn instead of blocking until the last day below; new ones
# block. The list only gets shorter: \`stage-gates baseline\` takes out what is no longer found.
`;

/** The file of a new baseline. */
export function baselineText(said: {
  readonly owner: string;
  readonly until: string;
  readonly findings: readonly Fingerprint[];
}): string {
  const lines = said.findings.map((entry) => `  - ${flowMap(entry)}\n`);
  const list = lines.length === 0 ? "findings: []\n" : `findings:\n${lines.join("")}`;
  return `${HEAD}version: 1\nowner: "${said.owner}"\nuntil: ${said.until}\n${list}`;
}

/** JSON texts are YAML texts, whatever stands in them. */
function flowMap({ gate, rule, service, code, item }: Fingerprint): string {
  const parts = [
    `gate: ${idText(gate)}`,
    `rule: ${idText(rule)}`,
    ...(service === null ? [] : [`service: ${JSON.stringify(service)}`]),
    `code: ${code}`,
    ...(item === null ? [] : [`item: ${JSON.stringify(item)}`]),
  ];
  return `{${parts.join(", ")}}`;
}

/** Ids such as `123` or `null` would be read as something else than a text, by us or by others. */
function idText(id: string): string {
  const isText = /^[a-z]/.test(id) && typeof plainScalar(id) === "string";
  return isText ? id : JSON.stringify(id);
}

/** The text without some entries, all else as it is written. */
export function withoutEntries(text: string, gone: ReadonlySet<string>): string {
  const document = parseDocument(text);
  const findings = isMap(document.contents) ? document.contents.get("findings") : null;
  if (!isSeq(findings)) return text;
  const out = findings.items.filter((item) => {
    const { gate, rule, service, code, item: what } = isMap(item) ? item.toJSON() : {};
    return gone.has(
      fingerprintOf({ gate, rule, service: service ?? null, code, item: what ?? null }),
    );
  });
  const cuts = out.map((item) => (isMap(item) ? linesOf(item, text) : null));
  if (out.length < findings.items.length && cuts.every((cut) => cut !== null)) {
    return cuts.reduceRight((rest, [start, end]) => rest.slice(0, start) + rest.slice(end), text);
  }
  findings.items = findings.items.filter((item) => !out.includes(item));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Where the lines of an entry begin and end; `null` where something else stands on them. */
function linesOf(entry: YAMLMap, text: string): readonly [number, number] | null {
  const last = entry.items.at(-1)?.value;
  const start = entry.range?.[0];
  // A block reaches over the empty lines and comments behind it.
  const end = entry.flow ? entry.range?.[1] : isNode(last) ? last.range?.[1] : undefined;
  if (start === undefined || end === undefined) return null;
  const first = text.lastIndexOf("\n", start - 1) + 1;
  const rest = /^[ \t]*(?:#.*)?(?:\r?\n|$)/.exec(text.slice(end));
  const isAlone = /^[ \t]*-[ \t]+$/.test(text.slice(first, start));
  return isAlone && rest !== null ? [first, end + rest[0].length] : null;
}
