import type { Note } from "../model/finding.ts";
import type { GateVerdict, NextStep, Verdict } from "../model/verdict.ts";
import { formatInstant } from "../time/date.ts";
import { expiryLine } from "./expiry.ts";
import { inertLine } from "./inert-text.ts";
import { blocks, type Outline, outline, scheduledWords, stepsByWhom } from "./outline.ts";
import { detailFor } from "./pretty-findings.ts";
import { columnOf, type GateText, gateText, nameOf } from "./pretty-gate.ts";
import { portfolioTable } from "./pretty-portfolio.ts";
import { counted, formatCount } from "./sentence.ts";
import { summaryOf } from "./summary.ts";
import { entry, type Look, paintWord, paragraph } from "./terminal-text.ts";

/** So many names in a folded line, so many notes, and so many gates with what they found. */
const NAMES = 24;
const NOTES = 5;
const GATES = 40;

/** The verdict for a terminal; its last line says it all. `subject` names what was judged. */
export function renderPretty(verdict: Verdict, subject: string | null, look: Look): string {
  const arranged = outline(verdict);
  const told = toldGates(arranged, look);
  const table = portfolioTable(verdict, look);
  const paragraphs = [
    header(verdict, subject, look),
    table,
    ...told.map(({ lines }) => lines),
    furtherGates(arranged, look),
    // What the table shows need not be named once more.
    table.length > 0 ? [] : folded(arranged, verdict, look),
    notes(verdict.notes, look),
    next(
      verdict,
      arranged,
      look,
      told.reduce((sum, { hidden }) => sum + hidden, 0),
    ),
    [summaryLine(verdict, arranged, look)],
  ];
  const shown = paragraphs.filter((lines) => lines.length > 0);
  return `${shown.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function toldGates({ told }: Outline, look: Look): readonly GateText[] {
  const shown = told.slice(0, GATES);
  const column = Math.max(0, ...shown.map((gate) => columnOf(gate, look)));
  const detail = detailFor(shown.reduce((sum, { findings }) => sum + findings.length, 0));
  return shown.map((gate) => gateText(gate, column, detail, look));
}

function furtherGates({ told }: Outline, look: Look): string[] {
  const rest = told.slice(GATES);
  if (rest.length === 0) return [];
  const all = names(
    rest.map(({ gate }) => nameOf(gate)),
    "gate",
  );
  return paragraph(`${counted(rest.length, "gate")} more with something to tell: ${all}`, look);
}

/** The last line alone. */
export function renderQuiet(verdict: Verdict, look: Look): string {
  return `${summaryLine(verdict, outline(verdict), look)}\n`;
}

function summaryLine(verdict: Verdict, arranged: Outline, look: Look): string {
  const [headline = "", ...rest] = summaryOf(verdict, arranged).split(":");
  const tone = TONES[verdict.decision];
  return `${look.paint(tone, `${headline}:`)}${rest.join(":")}`;
}

const TONES = {
  go: "pass",
  "conditional-go": "conditional",
  "no-go": "fail",
  undetermined: "open",
} as const;

function header(verdict: Verdict, subject: string | null, look: Look): string[] {
  const what = [
    subject === null ? "" : inertLine(subject, 120),
    verdict.commit === null ? "" : `at ${verdict.commit.slice(0, 7)}`,
  ].filter((part) => part !== "");
  const policy = `policy ${policyName(verdict.policy)}`;
  const rest = [what.join(" "), policy, verdict.mode === "advisory" ? "advisory" : ""];
  const stage = look.paint("strong", inertLine(verdict.stage, 120));
  const line = `${stage}: ${rest.filter((part) => part !== "").join(", ")}`;
  const { services } = verdict;
  return services.length < 2
    ? [line]
    : [line, look.paint("quiet", counted(services.length, "service"))];
}

/** Where the policy was read; without a commit there is only the file. */
function policyName({ ref, sha, files }: Verdict["policy"]): string {
  if (sha !== null) return `${inertLine(ref, 120)}@${sha.slice(0, 7)}`;
  return `${inertLine(files[0] ?? "", 120)} (${inertLine(ref, 120)})`;
}

function folded(arranged: Outline, verdict: Verdict, look: Look): string[] {
  const lines = (standing: "pass" | "none", gates: readonly GateVerdict[]) =>
    gates.length === 0
      ? []
      : entry(paintWord(standing, look), names(wholeServices(gates, verdict), "gate"), look);
  return [...lines("pass", arranged.passing), ...lines("none", arranged.idle)];
}

/** Where every gate of a service stands so, the service is named instead of its gates. */
function wholeServices(gates: readonly GateVerdict[], verdict: Verdict): string[] {
  const inAll = countByService(verdict.gates);
  const here = countByService(gates);
  const told = new Set<string>();
  return gates.flatMap((gate) => {
    const { service } = gate;
    const count = service === null ? 0 : (here.get(service) ?? 0);
    if (service === null || count < 2 || count !== inAll.get(service)) {
      return [
        gate.outcome === "scheduled" ? `${nameOf(gate)} (${scheduledWords(gate)})` : nameOf(gate),
      ];
    }
    if (told.has(service)) return [];
    told.add(service);
    return [`${inertLine(service, 120)} (all ${formatCount(count)} gates)`];
  });
}

function countByService(gates: readonly GateVerdict[]): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const { service } of gates) counts.set(service, (counts.get(service) ?? 0) + 1);
  return counts;
}

function names(all: readonly string[], noun: string): string {
  const more = all.length - NAMES;
  if (more <= 1) return all.join(", ");
  return `${all.slice(0, NAMES).join(", ")} and ${counted(more, noun)} more`;
}

function notes(all: readonly Note[], look: Look): string[] {
  const shown = all
    .slice(0, NOTES)
    .flatMap(({ message, at }) => [
      ...entry(look.paint("quiet", "NOTE  "), inertLine(message), look),
      ...(at === null
        ? []
        : paragraph(`${inertLine(at.file)}:${at.line}:${at.column}`, look, { tone: "quiet" })),
    ]);
  const more = all.length - NOTES;
  if (more <= 0) return shown;
  return [...shown, ...paragraph(`${counted(more, "note")} more: --format json lists all`, look)];
}

/** The shortest path to green in a few words: each step stands above as a `fix`. */
function next(verdict: Verdict, arranged: Outline, look: Look, hidden: number): string[] {
  const first = arranged.told.find(({ standing }) => blocks(standing));
  const lines: string[] = [];
  if (verdict.next.length > 0 && first !== undefined) {
    const steps = counted(verdict.next.length, "step");
    const text = `${steps} to green, ${shares(verdict.next)}`;
    lines.push(...entry(look.paint("strong", "Next  "), text, look));
    lines.push(...paragraph("all of them: stage-gates next", look, { tone: "quiet" }));
    const why = `stage-gates explain ${inertLine(first.gate.id, 120)}`;
    lines.push(...paragraph(`why it is asked: ${why}`, look, { tone: "quiet" }));
  }
  if (hidden > 0) {
    const text = `${counted(hidden, "finding")} not shown here: --format json lists all`;
    lines.push(...paragraph(text, look, { tone: "quiet" }));
  }
  if (verdict.validUntil !== null) {
    const until = formatInstant(verdict.validUntil);
    const text = blocks(first?.standing ?? "none") ? "time alone may change it at" : "holds until";
    lines.push(...paragraph(`${text} ${until}`, look, { tone: "quiet" }));
  }
  if (verdict.expiry !== null) {
    lines.push(...paragraph(expiryLine(verdict.expiry), look, { tone: "quiet" }));
  }
  return lines;
}

/** `5 for you, 2 for release-managers` */
function shares(steps: readonly NextStep[]): string {
  if (steps.length > 1 && steps.every(({ who }) => who === null)) return "all for you";
  const shown = stepsByWhom(steps).map(([who, count]) => {
    return `${formatCount(count)} for ${who === null ? "you" : inertLine(who, 80)}`;
  });
  return names(shown, "role");
}
