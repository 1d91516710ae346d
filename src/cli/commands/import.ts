import { existsSync, lstatSync, readFileSync, rmSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { POLICY_PATH } from "../../files/policy-file.ts";
import type { ImportPlan, ImportRefusal } from "../../import/import-plan.ts";
import { lackingGates } from "../../import/lacking-gates.ts";
import { planImport } from "../../import/plan-import.ts";
import { gatesText, importedPolicy } from "../../import/policy-text.ts";
import { leadTo, readStatedPolicy } from "../../import/stated-policy.ts";
import type { Problem } from "../../model/finding.ts";
import { placeIn } from "../../model/place.ts";
import { READINESS_NAMES } from "../../model/service.ts";
import { loadPolicy } from "../../policy/load-policy.ts";
import { renderEdits, renderNewFile } from "../../render/diff.ts";
import { renderProblems } from "../../render/problems.ts";
import { pointAt } from "../../text/point-at.ts";
import { openCheckout } from "../../worktree/checkout.ts";
import { branchNames } from "../../worktree/git/refs.ts";
import { openPacks } from "../../worktree/template-files.ts";
import { createFile } from "../create-file.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { reportImport } from "../import-report.ts";
import { hasBranch, likelyBranch, STAGE } from "../init/answers.ts";
import { plainPathIn } from "../plain-path.ts";
import { replaceFile } from "../replace-file.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

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
  refuseOtherFormat(path);
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
  const branch = options.branch ?? likelyBranch(branches);
  const isGuess =
    checkout.git !== null && options.branch === undefined && !hasBranch(branches, branch);
  const policy = importedPolicy(plan.gates, {
    stage: options.stage ?? STAGE,
    branch,
    // One of another name is left behind once a document of this name is added.
    readiness: path === READINESS_NAMES[0] ? null : path,
  });
  const problems = problemsOf(policy);
  if (problems.length > 0) {
    terminal.print(renderProblems(problems, new Map([[POLICY_PATH, policy]]), look.paint));
    return EXIT.noVerdict;
  }
  const existing = readPolicyText(root);
  const stated = existing === null ? null : readStatedPolicy(existing);
  const lacking = stated === null ? [] : lackingGates(plan.gates, stated.gates);
  terminal.print(renderEdits(path, text, plan.text, look));
  if (existing === null) terminal.print(renderNewFile(POLICY_PATH, policy, look));
  if (options.write) write(root, path, bytes, plan, existing === null ? policy : null);
  const outcome = {
    path,
    plan,
    isWritten: options.write === true,
    toPaste: lacking.length === 0 ? null : gatesText(lacking),
    namesDocument:
      stated === null ||
      (stated.documents.length === 0 ? isFoundUnnamed(root, path) : leadTo(stated.documents, path)),
    createsPolicy: existing === null,
    guessedBranch: isGuess ? branch : null,
  };
  terminal.print(reportImport(outcome, look));
  return EXIT.pass;
}

/** What an editor or wiki saves is no markdown, even where it can be read as text. */
function refuseOtherFormat(path: string): void {
  const ending = extname(path);
  if (ending === "" || /^\.(?:md|mdx|markdown|mdown|mkdn?|txt)$/i.test(ending)) return;
  throw new UsageError(
    `\`${path}\` is no markdown document`,
    "save or export it as markdown, as a file that ends with `.md`, and import that",
  );
}

/** All or nothing: a policy without the ids would ask for what is not there. */
function write(
  root: string,
  path: string,
  before: Buffer,
  plan: ImportPlan,
  policy: string | null,
): void {
  if (policy !== null && createFile(root, POLICY_PATH, policy) === "exists") {
    throw new UsageError(
      `somebody wrote \`${POLICY_PATH}\` in the meantime, so nothing was written`,
      "run the command again",
    );
  }
  try {
    if (plan.insertions.length > 0) replaceFile(root, path, before, plan.text);
  } catch (error) {
    if (policy !== null) rmSync(join(root, POLICY_PATH));
    throw error;
  }
}

/** The text of the policy that is there, `""` where it cannot be read; `null` where there is none. */
function readPolicyText(root: string): string | null {
  const path = join(root, POLICY_PATH);
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  return stat.isFile() && stat.size <= MOST_POLICY_BYTES ? readFileSync(path, "utf8") : "";
}

/** Twice what a policy may have. */
const MOST_POLICY_BYTES = 512 * 1024;

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

function refusalProblem(path: string, { code, problem, help, at }: ImportRefusal): Problem {
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
