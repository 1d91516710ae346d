import type { ImportPlan, Remark } from "../import/import-plan.ts";
import { inertLine } from "../render/inert-text.ts";
import { counted } from "../render/sentence.ts";
import { type Look, paragraph } from "../render/terminal-text.ts";

export interface ImportOutcome {
  readonly path: string;
  readonly plan: ImportPlan;
  readonly state: "shown" | "written" | "done";
  /** Gates for a policy that is there already. */
  readonly toPaste: string | null;
  readonly createsPolicy: boolean;
}

/** Remarks shown; with more than these the document is better tidied up first. */
const SHOWN = 25;

/** What was found, what was not mapped and why, and what to do next. */
export function reportImport(outcome: ImportOutcome, look: Look): string {
  const { path, plan, state } = outcome;
  const parts = [
    state === "done" ? [] : [""],
    [look.paint("strong", summary(outcome))],
    remarksOf(plan.remarks, path, look),
    pasteOf(outcome, look),
    next(outcome),
  ];
  return `${parts.flat().join("\n")}\n`;
}

function summary({ path, plan }: ImportOutcome): string {
  const { items, rows, questions } = plan.counts;
  const found = [
    [items, "item"],
    [rows, "row"],
    [questions, "question"],
  ] as const;
  const parts = found.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun));
  return `${inertLine(path)}: ${parts.join(", ")} in ${counted(plan.gates.length, "gate")}.`;
}

function remarksOf(remarks: readonly Remark[], path: string, look: Look): string[] {
  if (remarks.length === 0) return [];
  const more = remarks.length - SHOWN;
  return [
    "",
    look.paint("warn", "Not mapped, or not as it may be meant"),
    ...remarks
      .slice(0, SHOWN)
      .flatMap(({ at, problem, help }) => [
        `  ${look.paint("strong", `${inertLine(path)}:${at.line}:${at.column}`)}`,
        ...paragraph(inertLine(problem), look),
        ...paragraph(`fix: ${inertLine(help)}`, look, "quiet", 5),
      ]),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

function pasteOf({ toPaste }: ImportOutcome, { paint }: Look): string[] {
  if (toPaste === null) return [];
  return [
    "",
    paint("warn", "There is a policy already, and it is yours: these gates are for you to paste."),
    "Add their ids to the `gates` of a stage, if it lists any.",
    "",
    ...toPaste
      .trimEnd()
      .split("\n")
      .map((line) => inertYaml(line)),
  ];
}

function next({ path, state, createsPolicy }: ImportOutcome): string[] {
  if (state === "done") return ["", "Nothing to do: it is imported already."];
  if (state === "shown") {
    return [
      "",
      "Nothing is written yet. To write it:",
      `  stage-gates import ${inertLine(path)} --write`,
    ];
  }
  return [
    "",
    createsPolicy ? "Written, in advisory mode: it blocks nothing yet." : "The ids are written.",
    "  1. stage-gates check --local     what is missing, at which line",
    "  2. stage-gates explain           what each gate asks for, and why",
    "  3. Commit both files, and merge the policy first.",
  ];
}

/** Keeps the indentation of a line to be pasted. */
function inertYaml(line: string): string {
  const indent = /^ */.exec(line)?.[0] ?? "";
  return indent + inertLine(line, 4000);
}
