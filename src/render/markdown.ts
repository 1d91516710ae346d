import type { RootContent, Table, TableRow } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import type { GateVerdict, NextStep, Verdict } from "../model/verdict.ts";
import { formatInstant } from "../time/date.ts";
import { blockingGate, conditions, fold, nameNodes, warning } from "./markdown-gate.ts";
import { headingNodes } from "./markdown-heading.ts";
import { asHtml, bullet, bullets, code, html, paragraphOf, prose, words } from "./markdown-text.ts";
import { blocks, type Outline, outline, type Standing } from "./outline.ts";
import { counted, formatCount } from "./sentence.ts";

/** GitHub takes 65,536 characters; the rest is room for what wraps a report. */
const LIMIT = 60_000;
const RESERVE = 400;
const ROWS = 100;

/** A piece of the report that stays or goes as a whole. */
interface Piece {
  readonly content: readonly RootContent[];
  /** 0 stays longest. */
  readonly rank: number;
  /** What is missing when it goes. */
  readonly holds: string;
}

/** The report for people: the verdict in words, then what blocks, who acts, and the rest folded. */
export function renderMarkdown(verdict: Verdict): string {
  const arranged = outline(verdict);
  const blocking = arranged.told.filter(({ standing }) => blocks(standing));
  const pieces: Piece[] = [
    {
      rank: 0,
      holds: "heading",
      content: [{ type: "heading", depth: 3, children: headingNodes(verdict, arranged) }],
    },
    ...verdict.problems.map((problem) => ({
      rank: 1,
      holds: "problem",
      content: [problemOf(problem)],
    })),
    ...blocking.map((told, index) => ({
      rank: 2,
      holds: "blocking gate",
      content: blockingGate(told, index + 1),
    })),
    ...arranged.told
      .filter(({ standing }) => standing === "conditional")
      .map((told) => ({ rank: 3, holds: "condition", content: conditions(told) })),
    ...arranged.told
      .filter(({ standing }) => !blocks(standing))
      .flatMap((told) =>
        told.findings
          .filter(({ standing }) => standing === "warn")
          .map((one) => ({ rank: 4, holds: "warning", content: [warning(one, told)] })),
      ),
    ...next(verdict),
    ...gatesFolded(arranged),
    ...notesFolded(verdict),
  ];
  return print(pieces, footer(verdict));
}

function print(pieces: readonly Piece[], last: RootContent): string {
  const texts = pieces.map(({ content }) => markdownOf(content));
  const end = markdownOf([last]);
  const order = pieces.map((_, index) => index);
  order.sort((a, b) => (pieces[a]?.rank ?? 0) - (pieces[b]?.rank ?? 0) || a - b);
  let room = LIMIT - RESERVE - end.length;
  const kept = new Set<number>();
  const dropped = new Map<string, number>();
  let full = false;
  for (const index of order) {
    const needed = (texts[index] ?? "").length + 1;
    // Once a piece does not fit nothing less important is let past it.
    full ||= needed > room;
    if (full) {
      const holds = pieces[index]?.holds ?? "";
      dropped.set(holds, (dropped.get(holds) ?? 0) + 1);
    } else {
      kept.add(index);
      room -= needed;
    }
  }
  const shown = texts.filter((_, index) => kept.has(index));
  return [...shown, ...droppedText(dropped), end].join("\n");
}

function droppedText(dropped: ReadonlyMap<string, number>): string[] {
  if (dropped.size === 0) return [];
  const counts = [...dropped].map(([holds, count]) => counted(count, `more ${holds}`));
  return [markdownOf([paragraphOf(words(`Too long to show: ${counts.join(", ")}.`))])];
}

function markdownOf(content: readonly RootContent[]): string {
  return toMarkdown(
    { type: "root", children: [...content] },
    {
      bullet: "-",
      fences: true,
      rule: "-",
      extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    },
  );
}

function problemOf({ message, at, help }: Verdict["problems"][number]): RootContent {
  const item = [
    paragraphOf(
      ...prose(message),
      words(" ("),
      code(`${at.file}:${at.line}:${at.column}`),
      words(")"),
    ),
  ];
  const remedy = help === null ? [] : [bullets([bullet([paragraphOf(...prose(help))])])];
  return bullets([bullet([...item, ...remedy])]);
}

function next(verdict: Verdict): Piece[] {
  if (verdict.next.length === 0) return [];
  const steps = counted(verdict.next.length, "step");
  const content = [
    paragraphOf(words(`Shortest path to green: ${steps}, `), ...shares(verdict.next)),
  ];
  return [{ rank: 3, holds: "summary of the next steps", content }];
}

function shares(steps: readonly NextStep[]) {
  const byWhom = new Map<string | null, number>();
  for (const { who } of steps) byWhom.set(who, (byWhom.get(who) ?? 0) + 1);
  const sorted = [...byWhom].sort(([, a], [, b]) => b - a).slice(0, 10);
  return sorted.flatMap(([who, count], index) => [
    words(`${index === 0 ? "" : ", "}${formatCount(count)} for `),
    who === null ? words("whoever opened the pull request") : code(who),
  ]);
}

const RESULTS: Readonly<Record<Standing, string>> = {
  fail: "❌ Fails",
  error: "❌ Cannot be judged",
  wait: "❌ Waits",
  open: "⚠️ Needs GitHub",
  conditional: "🔓 Passes on conditions",
  warn: "⚠️ Warns",
  pass: "✅ Passed",
  none: "Does not apply",
};

function gatesFolded({ passing, idle }: Outline): Piece[] {
  const gates = [...passing, ...idle];
  if (gates.length === 0) return [];
  const rows = gates.slice(0, ROWS).map((gate) => {
    const result =
      gate.outcome === "scheduled" ? "Scheduled" : RESULTS[idle.includes(gate) ? "none" : "pass"];
    const rules = gate.rules.map((rule) => rule.title).join(", ");
    return row([nameNodes({ gate }), [words(result)], prose(rules)]);
  });
  const table: Table = {
    type: "table",
    children: [row([[words("Gate")], [words("Result")], [words("Rules")]]), ...rows],
  };
  const more = gates.length - rows.length;
  const rest =
    more === 0 ? [] : [paragraphOf(words(`${counted(more, "gate")} more in the report.`))];
  const summary = [
    ...(passing.length === 0
      ? []
      : [`✅ ${counted(passing.length, "gate")} passed${few(passing)}`]),
    ...(idle.length === 0 ? [] : [`${counted(idle.length, "gate")} not applicable`]),
  ].join(", ");
  return [{ rank: 6, holds: "table of gates", content: fold(summary, [table, ...rest]) }];
}

function few(gates: readonly GateVerdict[]): string {
  if (gates.length > 6 || gates.some(({ service }) => service !== null)) return "";
  return `: ${gates.map(({ title }) => asHtml(title)).join(", ")}`;
}

function row(cells: readonly TableRow["children"][number]["children"][]): TableRow {
  return { type: "tableRow", children: cells.map((children) => ({ type: "tableCell", children })) };
}

function notesFolded({ notes }: Verdict): Piece[] {
  if (notes.length === 0) return [];
  const items = notes.slice(0, ROWS).map(({ message, at }) => {
    const place = at === null ? [] : [words(" ("), code(`${at.file}:${at.line}`), words(")")];
    return bullet([paragraphOf(...prose(message), ...place)]);
  });
  return [
    {
      rank: 5,
      holds: "list of notes",
      content: fold(counted(notes.length, "note"), [bullets(items)]),
    },
  ];
}

function footer({ commit, policy, validUntil }: Verdict): RootContent {
  const sha = policy.sha === null ? "" : `@${policy.sha.slice(0, 7)}`;
  const what =
    commit === null ? [words("Checked")] : [words("Checked commit "), code(commit.slice(0, 7))];
  const until =
    validUntil === null ? "" : ` Time alone changes nothing before ${formatInstant(validUntil)}.`;
  return paragraphOf(
    html("<sub>"),
    ...what,
    words(" with the policy at "),
    code(`${policy.ref}${sha}`),
    words(`.${until}`),
    html("</sub>"),
  );
}
