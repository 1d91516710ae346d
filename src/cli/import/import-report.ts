import { POLICY_PATH } from "../../files/policy-file.ts";
import type { ImportPlan, Remark } from "../../import/import-plan.ts";
import { yamlText } from "../../import/policy-text.ts";
import { inertLine, inertSource } from "../../render/inert-text.ts";
import { counted } from "../../render/sentence.ts";
import { type Look, paragraph } from "../../render/terminal-text.ts";

export interface ImportOutcome {
  readonly path: string;
  readonly plan: ImportPlan;
  readonly isWritten: boolean;
  /** Gates that the policy lacks, where there is one already. */
  readonly toPaste: string | null;
  /** Whether the policy, the one there is or the new one, leads to the document. */
  readonly namesDocument: boolean;
  readonly createsPolicy: boolean;
  /** The branch of the new policy where nobody named it and there is none of this name. */
  readonly guessedBranch: string | null;
}

/** Remarks shown; with more than these the document is better tidied up first. */
const SHOWN = 25;

/** What was found, what was not mapped and why, and what to do next. */
export function reportImport(outcome: ImportOutcome, look: Look): string {
  const { path, plan, createsPolicy } = outcome;
  const parts = [
    plan.insertions.length > 0 || createsPolicy ? [""] : [],
    [look.paint("strong", summary(outcome))],
    remarksOf(plan.remarks, path, look),
    pasteOf(outcome, look),
    otherDocument(outcome, look),
    branchOf(outcome, look),
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
        ...paragraph(`fix: ${inertLine(help)}`, look, { tone: "quiet", hanging: 5 }),
      ]),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

function pasteOf({ path, toPaste, namesDocument }: ImportOutcome, { paint }: Look): string[] {
  if (toPaste === null) return [];
  const services = { services: { readiness: path } };
  return [
    "",
    paint("warn", "There is a policy already, which stays as it is. Paste into it:"),
    "",
    ...(namesDocument ? [] : [...linesOf(yamlText(services)), ""]),
    ...linesOf(toPaste),
    "",
    "A gate or rule that is there already gets what is listed here besides what it has.",
    "Add the ids of new gates to a stage, if its `gates` lists any.",
    ...(namesDocument
      ? []
      : ["They read the readiness document, and a service has one: it must be this one."]),
  ];
}

/** Of a service beside one that was imported before, the policy lacks nothing but the document. */
function otherDocument({ path, toPaste, namesDocument }: ImportOutcome, look: Look): string[] {
  if (namesDocument || toPaste !== null) return [];
  const folders = path.split("/");
  const name = folders.pop() ?? path;
  const pattern = { from: `${folders.slice(0, -1).join("/")}/*`, readiness: `{path}/${name}` };
  return [
    "",
    look.paint(
      "warn",
      "The policy reads another readiness document: nothing of this one is judged.",
    ),
    folders.length > 1
      ? "Where each service has one of its own, the policy names all by a pattern:"
      : "Name it in the policy:",
    "",
    ...linesOf(yamlText({ services: folders.length > 1 ? pattern : { readiness: path } })),
  ];
}

function branchOf({ createsPolicy, guessedBranch }: ImportOutcome, look: Look): string[] {
  if (!createsPolicy || guessedBranch === null) return [];
  return [
    "",
    look.paint(
      "warn",
      `There is no branch \`${guessedBranch}\` here, so the gates guard nothing yet.`,
    ),
    "Name the one that promotions are merged into: `--branch <branch>`, or `branches` in the policy.",
  ];
}

function next(outcome: ImportOutcome): string[] {
  const { path, plan, isWritten, toPaste, namesDocument, createsPolicy } = outcome;
  const written = [
    ...(plan.insertions.length > 0 ? [inertLine(path)] : []),
    ...(createsPolicy ? [POLICY_PATH] : []),
  ];
  if (written.length === 0) {
    const isDone = toPaste === null && namesDocument;
    return isDone ? ["", "Nothing to do: it is imported already."] : [];
  }
  if (!isWritten) {
    const command = `  stage-gates import ${inertLine(path)} --write`;
    return ["", "Nothing is written yet. To write it:", command];
  }
  return [
    "",
    createsPolicy
      ? "Written. The policy is advisory: it blocks nothing until its `mode` is `enforce`."
      : "The ids are written.",
    "",
    "Next",
    "  1. stage-gates check --local     what is missing, at which line",
    "  2. stage-gates explain           what each gate asks for, and why",
    `  3. Commit ${written.join(" and ")}. The policy counts once it is on the default branch.`,
  ];
}

function linesOf(yaml: string): readonly string[] {
  return yaml.trimEnd().split("\n").map(inertSource);
}
