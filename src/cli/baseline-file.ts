import { isMap, isSeq, parseDocument } from "yaml";
import { type Fingerprint, fingerprintOf } from "../verdict/baseline.ts";

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
    `gate: ${gate}`,
    `rule: ${rule}`,
    ...(service === null ? [] : [`service: ${JSON.stringify(service)}`]),
    `code: ${code}`,
    ...(item === null ? [] : [`item: ${JSON.stringify(item)}`]),
  ];
  return `{${parts.join(", ")}}`;
}

/** The text without some entries, comments and all else as they are. */
export function withoutEntries(text: string, gone: ReadonlySet<string>): string {
  const document = parseDocument(text);
  const findings = isMap(document.contents) ? document.contents.get("findings") : null;
  if (!isSeq(findings)) return text;
  findings.items = findings.items.filter((item) => {
    const { gate, rule, service, code, item: what } = isMap(item) ? item.toJSON() : {};
    return !gone.has(
      fingerprintOf({ gate, rule, service: service ?? null, code, item: what ?? null }),
    );
  });
  return document.toString({ lineWidth: 0 });
}
