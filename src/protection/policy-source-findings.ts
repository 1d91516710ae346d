import type { Fact } from "../model/fact.ts";
import type {
  BranchGuard,
  BranchProtection,
  CodeownersError,
  RepositoryState,
} from "../model/protection.ts";
import { lineFor, parseCodeowners } from "../rules/owners/codeowners.ts";
import { unreadFinding } from "./branch-findings.ts";
import { fail, ok, type ProtectionFinding, placed, unknown } from "./finding.ts";

/** What decides how others are judged, and so has to be reviewed itself. */
const DECIDING = [
  ".github/stage-gates.yml",
  ".github/stage-gates/waivers.yml",
  ".github/workflows/stage-gates.yml",
  ".github/CODEOWNERS",
];

export interface OwnedState extends Pick<RepositoryState, "codeowners"> {
  readonly codeownersErrors: Fact<readonly CodeownersError[]>;
}

/** Whether what is on the default branch, and so judges all others, was looked at by its owners. */
export function policySourceFindings(
  { branch, guards }: BranchProtection,
  codeowners: OwnedState,
): readonly ProtectionFinding[] {
  if (guards.state === "missing") {
    return [
      unknown(
        "policy-reviewed",
        `what \`${branch}\`, where the policy is read, is protected by is not known: ${guards.detail}`,
        "use a token that may read the repository (`metadata: read` and `contents: read`)",
      ),
    ];
  }
  return [reviewFinding(branch, guards.value), ownersFinding(codeowners)];
}

function reviewFinding(branch: string, guards: readonly BranchGuard[]): ProtectionFinding {
  const code = "policy-reviewed";
  const read = guards.filter(({ unread }) => unread === null);
  const reviewed = read.some(({ pullRequest }) => pullRequest?.codeOwners === true);
  if (reviewed) return ok(code, `\`${branch}\` takes changes of code owners' files by review only`);
  const asksFor = read.some(({ pullRequest }) => pullRequest !== null);
  const problem = asksFor
    ? `\`${branch}\`, where the policy is read, does not require a review by code owners`
    : `\`${branch}\`, where the policy is read, takes pushes without a pull request`;
  return (
    unreadFinding(code, branch, guards) ??
    fail(code, problem, "run `stage-gates protect --default-branch`")
  );
}

function ownersFinding({ codeowners, codeownersErrors }: OwnedState): ProtectionFinding {
  const code = "policy-owned";
  const line = "/.github/ @<org>/<team>";
  if (codeowners === null) {
    const remedy = `write \`${line}\` into \`.github/CODEOWNERS\``;
    return fail(code, "nobody owns `.github/`: there is no CODEOWNERS", remedy);
  }
  const { name: path, fact } = codeowners;
  if (fact.state === "missing") {
    const remedy = "add `contents: read` to the token";
    return unknown(code, `\`${path}\` cannot be read: ${fact.detail}`, remedy);
  }
  const text = fact.value.state === "file" ? fact.value.file.text : "";
  const parsed = parseCodeowners(text);
  const lines = DECIDING.map((file) => [file, lineFor(parsed, file)] as const);
  const unowned = lines.filter(([, one]) => (one?.owners.length ?? 0) === 0).map(([file]) => file);
  if (unowned.length === 0) {
    return heededFinding(
      path,
      lines.map(([, one]) => one?.line ?? 0),
      codeownersErrors,
    );
  }
  const names = unowned.map((file) => `\`${file}\``).join(", ");
  const end = text.split("\n").length;
  const finding = fail(code, `nobody owns ${names}`, `add \`${line}\` as the last line`);
  return placed(finding, { file: path, line: Math.max(1, end), column: 1 });
}

/** An owner whom GitHub does not know, or who may not write, owns nothing. */
function heededFinding(
  path: string,
  lines: readonly number[],
  errors: OwnedState["codeownersErrors"],
): ProtectionFinding {
  const code = "policy-owned";
  if (errors.state === "missing") {
    const problem = `whether GitHub heeds \`${path}\` is not known: ${errors.detail}`;
    return unknown(code, problem, "add `contents: read` to the token");
  }
  const error = errors.value.find(({ line }) => lines.includes(line));
  if (error === undefined) return ok(code, `\`${path}\` names owners of \`.github/\``);
  const [reason = ""] = error.message.split("\n");
  const problem = `GitHub does not heed an owner of \`.github/\`: ${reason.replace(/[.:]$/, "")}`;
  const remedy = "name people or teams that can be seen and have write access";
  return placed(fail(code, problem, remedy), { file: path, line: error.line, column: 1 });
}
