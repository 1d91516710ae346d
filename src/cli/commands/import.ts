import { existsSync, lstatSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { POLICY_PATH } from "../../files/policy-file.ts";
import { lackingGates } from "../../import/lacking-gates.ts";
import { gatesText, importedPolicy } from "../../import/policy-text.ts";
import { leadTo, readStatedPolicy, type StatedPolicy } from "../../import/stated-policy.ts";
import type { Problem } from "../../model/finding.ts";
import { READINESS_NAMES } from "../../model/service.ts";
import { loadPolicy } from "../../policy/load-policy.ts";
import { renderEdits, renderNewFile } from "../../render/diff.ts";
import { renderRefusal } from "../../render/problems.ts";
import { type Checkout, openCheckout } from "../../worktree/checkout.ts";
import { branchNames } from "../../worktree/git/refs.ts";
import { openPacks } from "../../worktree/template-files.ts";
import { createFile } from "../create-file.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { reportImport } from "../import/import-report.ts";
import { readChecklist } from "../import/read-checklist.ts";
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
  const read = readChecklist(root, path);
  if (read.state === "refused") {
    const sources = new Map([[path, read.text]]);
    terminal.print(renderRefusal([read.problem], sources, look.paint));
    return EXIT.noVerdict;
  }
  const { bytes, text, plan } = read;
  const { branch, isGuess } = await branchFor(options.branch, checkout);
  const policy = importedPolicy(plan.gates, {
    stage: options.stage ?? STAGE,
    branch,
    // One of another name is left behind once a document of this name is added.
    readiness: path === READINESS_NAMES[0] ? null : path,
  });
  const problems = problemsOf(policy);
  if (problems.length > 0) {
    terminal.print(renderRefusal(problems, new Map([[POLICY_PATH, policy]]), look.paint));
    return EXIT.noVerdict;
  }
  const existing = readPolicyText(root);
  const stated = existing === null ? null : readStatedPolicy(existing);
  const lacking = stated === null ? [] : lackingGates(plan.gates, stated.gates);
  const created = stated === null ? policy : null;
  terminal.print(renderEdits(path, text, plan.text, look));
  if (created !== null) terminal.print(renderNewFile(POLICY_PATH, created, look));
  if (options.write) write(root, { path, before: bytes, after: plan.text }, created);
  const outcome = {
    path,
    plan,
    isWritten: options.write === true,
    toPaste: lacking.length === 0 ? null : gatesText(lacking),
    namesDocument: stated === null || namesDocument(stated, root, path),
    createsPolicy: created !== null,
    guessedBranch: isGuess ? branch : null,
  };
  terminal.print(reportImport(outcome, look));
  return EXIT.pass;
}

/** The branch to guard; a guess where nobody named it and there is none of its name. */
async function branchFor(
  named: string | undefined,
  { git }: Checkout,
): Promise<{ readonly branch: string; readonly isGuess: boolean }> {
  const branches = git === null ? [] : await branchNames(git.git);
  const branch = named ?? likelyBranch(branches);
  const isGuess = git !== null && named === undefined && !hasBranch(branches, branch);
  return { branch, isGuess };
}

/** All or nothing: a policy without the ids would ask for what is not there. */
function write(
  root: string,
  { path, before, after }: { path: string; before: Buffer; after: string },
  policy: string | null,
): void {
  if (policy !== null && createFile(root, POLICY_PATH, policy) === "exists") {
    throw new UsageError(
      `somebody wrote \`${POLICY_PATH}\` in the meantime, so nothing was written`,
      "run the command again",
    );
  }
  try {
    if (!before.equals(Buffer.from(after))) replaceFile(root, path, before, after);
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

/** Whether the policy leads to the document; one that names none reads the first usual name. */
function namesDocument({ documents }: StatedPolicy, root: string, path: string): boolean {
  if (documents.length > 0) return leadTo(documents, path);
  return READINESS_NAMES.find((name) => existsSync(join(root, name))) === path;
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
