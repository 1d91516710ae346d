import { collect } from "../facts/collect.ts";
import { recordingReader } from "../facts/fact-reader.ts";
import type { Baseline, BaselineEntry } from "../model/baseline.ts";
import type { FileVersion, MissingReason } from "../model/fact.ts";
import type { Note } from "../model/finding.ts";
import type { FactSource } from "../model/ports.ts";
import type { Verdict } from "../model/verdict.ts";
import { loadBaseline } from "../policy/load-baseline.ts";
import { fingerprintOf } from "../verdict/baseline-entries.ts";

export interface BaselineInput {
  readonly baseline?: Baseline | null;
  readonly origin: Verdict["policy"];
  readonly source: FactSource;
}

export interface CheckedBaseline {
  readonly baseline: Baseline | null;
  readonly notes: readonly Note[];
}

/**
 * The baseline without entries that were not in the first version of its file on the branch of the
 * policy: it may only shrink. Where that history is not at hand, as in a shallow clone or for a file
 * that is not committed, it counts as it stands; where it could not be read, nothing of it does.
 */
export async function withoutGrowth(input: BaselineInput): Promise<CheckedBaseline> {
  const { baseline = null, origin, source } = input;
  if (baseline === null || origin.sha === null) return { baseline, notes: [] };
  const read = await readVersions(baseline.at.file, origin.sha, source);
  if (typeof read === "string") {
    if (read === "needs-history") return { baseline, notes: [] };
    const message = "how the baseline began could not be read, so it softens nothing for now";
    return { baseline: null, notes: [{ code: "BASELINE-UNREAD", message, at: baseline.at }] };
  }
  const first = firstOf(read, baseline.at.file);
  if (first === null) return { baseline, notes: [] };
  const known = new Set(first.findings.map(fingerprintOf));
  const grown = baseline.findings.filter((entry) => !known.has(fingerprintOf(entry)));
  const [added] = grown;
  if (added === undefined) return { baseline, notes: [] };
  const findings = baseline.findings.filter((entry) => known.has(fingerprintOf(entry)));
  return { baseline: { ...baseline, findings }, notes: [grew(grown, added)] };
}

async function readVersions(
  path: string,
  revision: string,
  source: FactSource,
): Promise<readonly FileVersion[] | MissingReason> {
  const [read] = await collect<readonly FileVersion[] | MissingReason>(
    [
      {
        ask(facts) {
          const { reader, wanted, unreadable } = recordingReader(facts);
          const versions = reader.read("history", { path, revision });
          const [missing] = unreadable.values();
          return { answer: missing?.reason ?? versions ?? "unreadable", wanted };
        },
      },
    ],
    source,
  );
  return read ?? "unreadable";
}

/** Of the versions since the file was last not there, the oldest that says anything. */
function firstOf(versions: readonly FileVersion[], path: string): Baseline | null {
  const end = versions.findIndex(({ content }) => content.state === "absent");
  const run = end === -1 ? versions : versions.slice(0, end);
  for (const { content } of run.toReversed()) {
    if (content.state !== "file") continue;
    const { baseline } = loadBaseline({ name: path, text: content.file.text });
    if (baseline !== null) return baseline;
  }
  return null;
}

const NAMED = 5;

function grew(grown: readonly BaselineEntry[], { at }: BaselineEntry): Note {
  const names = grown.slice(0, NAMED).map(({ gate, rule, code, item }) => {
    return `\`${gate}/${rule}\` ${code}${item === null ? "" : ` of \`${item}\``}`;
  });
  const more = grown.length > NAMED ? ` and ${grown.length - NAMED} more` : "";
  const message = `the baseline may only shrink, so what was not in it when it began softens nothing: ${names.join(", ")}${more}; to begin anew, delete the file in a pull request of its own`;
  return { code: "BASELINE-GREW", message, at };
}
