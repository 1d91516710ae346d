import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ImportPlan } from "../../import/import-plan.ts";
import { planImport, pointAt } from "../../import/plan-import.ts";
import { gatesText, importedPolicy } from "../../import/policy-text.ts";
import type { Problem } from "../../model/finding.ts";
import { placeIn } from "../../model/place.ts";
import { loadPolicy } from "../../policy/load-policy.ts";
import { renderEdits, renderNewFile } from "../../render/diff.ts";
import { renderProblems } from "../../render/problems.ts";
import { READINESS_NAMES } from "../../verdict/select-services.ts";
import { openCheckout } from "../../worktree/checkout.ts";
import { branchNames } from "../../worktree/git/refs.ts";
import { POLICY_PATH } from "../../worktree/policy-files.ts";
import { openPacks } from "../../worktree/template-files.ts";
import { createFile } from "../create-file.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { reportImport } from "../import-report.ts";
import { likelyBranch, STAGE } from "../init/answers.ts";
import { gatesIn } from "../init/existing-policy.ts";
import { plainPathIn, replaceFile } from "../replace-file.ts";
import type { Terminal } from "../terminal.ts";

export interface ImportOptions {
  readonly write?: true;
  readonly stage?: string;
  readonly branch?: string;
}

/** Has a checklist that is there already judged: ids for its items, and a policy that asks for them. */
export async function importFile(
  file: string,
  options: ImportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { look } = terminal;
  const checkout = await openCheckout(terminal.cwd, { base: null });
  const { root } = checkout;
  const path = plainPathIn(root, resolve(terminal.cwd, file));
  const bytes = readFileSync(join(root, path));
  const text = decode(bytes);
  const planned = text === null ? null : planImport(text);
  if (text === null || planned === null || planned.state === "refused") {
    const problem =
      planned?.state === "refused" ? refusalProblem(path, planned.refusal) : notText(path, bytes);
    terminal.print(renderProblems([problem], new Map([[path, text ?? ""]]), look.paint));
    return EXIT.noVerdict;
  }
  const { plan } = planned;
  const branches = checkout.git === null ? [] : await branchNames(checkout.git.git);
  const policy = importedPolicy(plan.gates, {
    stage: options.stage ?? STAGE,
    branch: options.branch ?? likelyBranch(branches),
    readiness: isFoundUnnamed(root, path) ? null : path,
  });
  const problems = problemsOf(policy);
  if (problems.length > 0) {
    terminal.print(renderProblems(problems, new Map([[POLICY_PATH, policy]]), look.paint));
    return EXIT.noVerdict;
  }
  const there = existingGates(root);
  const missing = there === null ? [] : plan.gates.filter(({ id }) => !there.includes(id));
  const isDone = there !== null && missing.length === 0 && plan.insertions.length === 0;
  if (!isDone) {
    terminal.print(renderEdits(path, text, plan.text, look));
    if (there === null) terminal.print(renderNewFile(POLICY_PATH, policy, look));
  }
  if (options.write) write(root, path, bytes, plan, there === null ? policy : null);
  terminal.print(
    reportImport(
      {
        path,
        plan,
        state: isDone ? "done" : options.write ? "written" : "shown",
        toPaste: missing.length === 0 ? null : gatesText(missing),
        createsPolicy: there === null,
      },
      look,
    ),
  );
  return EXIT.pass;
}

/** The document first: ids without a policy ask for nothing, a policy without ids for what is not there. */
function write(
  root: string,
  path: string,
  before: Buffer,
  plan: ImportPlan,
  policy: string | null,
): void {
  if (plan.insertions.length > 0) replaceFile(root, path, before, plan.text);
  if (policy !== null) createFile(root, POLICY_PATH, policy);
}

/** Ids of the gates of a policy that is there; `null` where there is none. */
function existingGates(root: string): readonly string[] | null {
  const path = join(root, POLICY_PATH);
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return null;
  return existsSync(path) ? gatesIn(readFileSync(path, "utf8")) : [];
}

/** Whether it is the document that is read where the policy names none. */
function isFoundUnnamed(root: string, path: string): boolean {
  return READINESS_NAMES.find((name) => existsSync(join(root, name))) === path;
}

/** Keeps a byte order mark; `null` where the bytes are no UTF-8. */
function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refusalProblem(
  path: string,
  {
    code,
    problem,
    help,
    at,
  }: {
    code: string;
    problem: string;
    help: string;
    at: Problem["at"] | { line: number; column: number };
  },
): Problem {
  return { code, message: problem, at: placeIn(path, at), help };
}

function notText(path: string, bytes: Buffer): Problem {
  const shown = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return {
    code: "not-utf-8",
    message: "the file is not UTF-8 text",
    at: placeIn(path, pointAt(shown, Math.max(0, shown.indexOf("\uFFFD")))),
    help: "save it as UTF-8, and import again",
  };
}

function problemsOf(text: string): readonly Problem[] {
  const loaded = loadPolicy({
    repository: { name: POLICY_PATH, text },
    organization: null,
    packs: openPacks(),
    repositoryName: null,
  });
  return loaded.state === "invalid" ? loaded.problems : [];
}
