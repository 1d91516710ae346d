import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BASELINE_PATH } from "../../files/policy-file.ts";
import type { Baseline } from "../../model/baseline.ts";
import type { Verdict } from "../../model/verdict.ts";
import { loadBaseline } from "../../policy/load-baseline.ts";
import { renderProblems } from "../../render/problems.ts";
import { counted } from "../../render/sentence.ts";
import { DAY, dayOf, parseIsoDate, startOf } from "../../time/date.ts";
import { MOST_DAYS } from "../../verdict/baseline.ts";
import {
  entriesIn,
  type Fingerprint,
  fingerprintOf,
  staleEntries,
} from "../../verdict/baseline-entries.ts";
import { baselineText, withoutEntries } from "../baseline-file.ts";
import { createFile } from "../create-file.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { type Judged, type JudgeOptions, judgeCheckout } from "../judge-checkout.ts";
import { plainPathIn } from "../plain-path.ts";
import { withProgress } from "../progress.ts";
import { replaceFile } from "../replace-file.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

export interface BaselineOptions
  extends Pick<JudgeOptions, "stage" | "policy" | "orgPolicy" | "facts" | "at"> {
  /** `@login` */
  readonly owner?: string;
  /** ISO date, the last day. */
  readonly until?: string;
}

/**
 * Records what blocks today in a file of its own, or takes out of it what is no longer found. It
 * never adds to one that is there.
 */
export async function baseline(
  dir: string,
  options: BaselineOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const judged = await withProgress(terminal, "reading and judging", () =>
    judgeCheckout(
      dir,
      // What needs GitHub cannot be judged here without recorded facts, and is left out.
      { ...options, withoutBaseline: true, ...(options.facts === undefined && { local: true }) },
      terminal.cwd,
    ),
  );
  if (judged.verdict.problems.length > 0) {
    terminal.print(renderProblems(judged.verdict.problems, judged.sources, terminal.look.paint));
    return EXIT.noVerdict;
  }
  const path = join(judged.root, BASELINE_PATH);
  const before = readIfThere(judged.root, path);
  if (before === null) return record(options, judged, terminal);
  return shrink({ before, options }, judged, terminal);
}

function readIfThere(root: string, path: string): Buffer | null {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return null;
  plainPathIn(root, path);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(
      `\`${BASELINE_PATH}\` cannot be read: ${String(error)}`,
      "let there be a file, or nothing",
    );
  }
}

function record(options: BaselineOptions, { root, verdict }: Judged, terminal: Terminal): ExitCode {
  const findings = verdict.gates.flatMap(entriesIn);
  const owner = ownerIn(options.owner);
  const until = untilIn(options.until, options.at ?? Date.now());
  if (findings.length === 0) {
    terminal.print("Nothing blocks that a baseline could cover: none was written.\n");
    return EXIT.pass;
  }
  if (createFile(root, BASELINE_PATH, baselineText({ owner, until, findings })) === "exists") {
    throw new UsageError(`\`${BASELINE_PATH}\` is there already`, "run the command again");
  }
  terminal.print(`Created ${BASELINE_PATH}\n\n`);
  for (const gate of new Set(findings.map(nameOf))) {
    const count = findings.filter((entry) => nameOf(entry) === gate).length;
    terminal.print(`  ${gate}: ${counted(count, "finding")}\n`);
  }
  terminal.print(
    `\n${counted(findings.length, "finding")} will warn until ${until}, and ${owner} sees to it. New ones block.\n`,
  );
  const errored = verdict.gates.flatMap(({ rules }) =>
    rules.flatMap((rule) => rule.findings.filter(({ outcome }) => outcome === "errored")),
  );
  if (errored.length > 0) {
    terminal.tell(
      `${counted(errored.length, "finding")} could not be judged and are not in it: they go on blocking.\n`,
    );
  }
  terminal.tell(
    "Merge it into the default branch: it counts from there, never from a pull request.\n",
  );
  return EXIT.pass;
}

function nameOf({ gate, service }: Fingerprint): string {
  return service === null ? gate : `${service} · ${gate}`;
}

function shrink(
  {
    before,
    options: { owner, until },
  }: {
    readonly before: Buffer;
    readonly options: BaselineOptions;
  },
  { root, verdict }: Judged,
  terminal: Terminal,
): ExitCode {
  const text = before.toString("utf8");
  const file = { name: BASELINE_PATH, text };
  const { baseline: there, problems } = loadBaseline(file);
  if (there === null) {
    terminal.print(renderProblems(problems, new Map([[file.name, text]]), terminal.look.paint));
    return EXIT.noVerdict;
  }
  const today = verdict.gates.flatMap(entriesIn);
  const gone = new Set(
    [...staleEntries(there, verdict.gates), ...there.findings.filter(isOfGoneService(verdict))].map(
      fingerprintOf,
    ),
  );
  if (gone.size > 0) {
    const path = plainPathIn(root, join(root, BASELINE_PATH));
    replaceFile(root, path, before, withoutEntries(text, gone));
  }
  const left = there.findings.length - gone.size;
  terminal.print(
    gone.size === 0
      ? `${BASELINE_PATH} stays as it is: ${stillFound(there, today)}.\n`
      : `Took out of ${BASELINE_PATH} what is no longer found: ${counted(gone.size, "finding")}; left: ${left}.\n`,
  );
  tellNew(today, there, terminal);
  if (isOther(owner, there.owner) || isOther(until, there.until)) {
    terminal.tell(
      `Its owner stays ${there.owner} and its last day ${there.until}: change them in the file.\n`,
    );
  }
  return EXIT.pass;
}

function isOther(wanted: string | undefined, there: string): boolean {
  return wanted !== undefined && wanted !== there;
}

/** Every service is judged here: one without a verdict is gone, and its entries with it. */
function isOfGoneService({ services }: Verdict): (entry: Fingerprint) => boolean {
  return ({ service }) => service !== null && services.length > 0 && !services.includes(service);
}

/** What was not judged, as without the recorded facts, may still be there. */
function stillFound({ findings }: Baseline, today: readonly Fingerprint[]): string {
  const found = new Set(today.map(fingerprintOf));
  const unknown = findings.filter((entry) => !found.has(fingerprintOf(entry))).length;
  const many = counted(findings.length, "finding");
  if (unknown === 0) return `what it lists is still found (${many})`;
  return `nothing of what it lists (${many}) is gone, and ${unknown} could not be judged here`;
}

function tellNew(today: readonly Fingerprint[], there: Baseline, terminal: Terminal): void {
  const known = new Set(there.findings.map(fingerprintOf));
  const added = today.filter((entry) => !known.has(fingerprintOf(entry)));
  if (added.length === 0) return;
  const lines = added.map(
    ({ code, item, ...of }) =>
      `  ${nameOf({ ...of, code, item })}/${of.rule}: ${code}${item === null ? "" : ` of \`${item}\``}`,
  );
  terminal.tell(
    `Not taken up, because new, and so blocking (${added.length}):\n${lines.join("\n")}\nA baseline only gets shorter. Mend them, or delete the file and record a new one.\n`,
  );
}

function ownerIn(owner: string | undefined): string {
  if (owner !== undefined && /^@[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(owner)) return owner;
  throw new UsageError(
    owner === undefined ? "a baseline needs an owner" : `\`${owner}\` is no login`,
    "name who sees to the findings: `--owner @<login>`",
  );
}

function untilIn(until: string | undefined, now: number): string {
  const day = parseIsoDate(until ?? "");
  const help = "give its last day: `--until <YYYY-MM-DD>`";
  if (day === null) {
    throw new UsageError(
      until === undefined ? "a baseline needs a last day" : `\`${until}\` is no day`,
      help,
    );
  }
  if (day < dayOf(now)) throw new UsageError(`\`${day}\` is over`, help);
  const last = dayOf(startOf(dayOf(now)) + MOST_DAYS * DAY);
  if (day <= last) return day;
  throw new UsageError(
    `\`${day}\` is more than ${MOST_DAYS} days ahead`,
    `the last day there can be is ${last}`,
  );
}
