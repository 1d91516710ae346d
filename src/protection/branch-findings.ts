import type { BranchGuard, BranchProtection } from "../model/protection.ts";
import { fail, ok, type ProtectionFinding, unknown, warn } from "./finding.ts";
import { protectCommand } from "./protect-command.ts";
import { sourceFindings } from "./source-findings.ts";

export interface GuardedStage {
  /** What is required, such as `stage-gates / production`. */
  readonly context: string;
  /** Id of the app that writes it. */
  readonly app: number;
  /** Whether open promotions are judged again when the branch moves. */
  readonly followsBranch: boolean;
}

/** Whether nothing gets into a branch of a stage without its verdict. */
export function branchFindings(
  { branch, guards }: BranchProtection,
  stage: GuardedStage,
): readonly ProtectionFinding[] {
  if (guards.state === "missing") {
    return [
      unknown(
        "branch-unread",
        `what \`${branch}\` is protected by is not known: ${guards.detail}`,
        "use a token that may read the repository (`metadata: read` and `contents: read`)",
      ),
    ];
  }
  const all = guards.value;
  return [
    requiredFinding(branch, all, stage),
    ...sourceFindings(all, stage),
    ...WAYS_AROUND.map((way) => wayFinding(branch, all, { ...way, app: stage.app })),
    moveFinding(branch, all, stage),
    ...bypassFindings(branch, all),
  ];
}

function requiredFinding(
  branch: string,
  guards: readonly BranchGuard[],
  { context, app }: GuardedStage,
): ProtectionFinding {
  const by = guards.filter(({ contexts }) => contexts.some((one) => one.context === context));
  const code = "context-required";
  return by.length > 0
    ? ok(code, `\`${branch}\` requires \`${context}\`, by ${by.map(({ name }) => name).join(", ")}`)
    : fail(
        code,
        `\`${branch}\` does not require \`${context}\`: a merge waits for no verdict`,
        `run \`${protectCommand(app)}\``,
      );
}

/** What lets a commit into the branch that nobody judged. */
const WAYS_AROUND: readonly {
  readonly code: string;
  readonly closed: (guard: BranchGuard) => boolean;
  readonly open: string;
  readonly shut: string;
}[] = [
  {
    code: "pull-request-required",
    closed: ({ pullRequest }) => pullRequest !== null,
    open: "takes pushes without a pull request",
    shut: "takes pull requests only",
  },
  {
    code: "force-push-refused",
    closed: ({ refusesForcePushes }) => refusesForcePushes,
    open: "can be pushed to by force, which takes judged commits away",
    shut: "refuses force pushes",
  },
  {
    code: "deletion-refused",
    closed: ({ refusesDeletion }) => refusesDeletion,
    open: "can be deleted, and made again from any commit",
    shut: "cannot be deleted",
  },
];

function wayFinding(
  branch: string,
  guards: readonly BranchGuard[],
  { code, closed, open, shut, app }: (typeof WAYS_AROUND)[number] & Pick<GuardedStage, "app">,
): ProtectionFinding {
  if (guards.some((guard) => guard.unread === null && closed(guard))) {
    return ok(code, `\`${branch}\` ${shut}`);
  }
  return (
    unreadFinding(code, branch, guards) ??
    fail(code, `\`${branch}\` ${open}`, `run \`${protectCommand(app)}\``)
  );
}

/** What no readable guard answers may be answered by one that cannot be read. */
export function unreadFinding(
  code: string,
  branch: string,
  guards: readonly BranchGuard[],
): ProtectionFinding | null {
  const unread = guards.find((guard) => guard.unread !== null);
  if (unread === undefined) return null;
  return unknown(
    code,
    `what else ${unread.name} of \`${branch}\` says is not known: ${unread.unread}`,
    "use the token of an administrator, or one with `administration: read`",
  );
}

function moveFinding(
  branch: string,
  guards: readonly BranchGuard[],
  { followsBranch }: GuardedStage,
): ProtectionFinding {
  const code = "judged-where-it-lands";
  if (guards.some(({ hasMergeQueue }) => hasMergeQueue)) {
    return ok(code, `the merge queue of \`${branch}\` has what would land judged`);
  }
  if (guards.some(({ upToDate }) => upToDate)) {
    return ok(code, `a head has to be up to date with \`${branch}\``);
  }
  if (followsBranch) {
    return ok(code, `when \`${branch}\` moves, what is open is judged again, within minutes`);
  }
  return warn(
    code,
    `once \`${branch}\` has moved, an older verdict still lets a merge through`,
    `add \`push: {branches: [${branch}]}\` to the workflow, or use a merge queue`,
  );
}

function bypassFindings(
  branch: string,
  guards: readonly BranchGuard[],
): readonly ProtectionFinding[] {
  const code = "bypass";
  const unread = guards.flatMap(({ name, bypass }) =>
    bypass.state === "missing"
      ? [
          unknown(
            code,
            `who may bypass ${name} of \`${branch}\` is not known: ${bypass.detail}`,
            "use the token of an administrator, or one with `administration: write`",
          ),
        ]
      : [],
  );
  const listed = guards.flatMap(({ name, bypass }) =>
    bypass.state === "known" && bypass.value.length > 0
      ? [
          warn(
            code,
            `${bypass.value.map(wordsOf).join(", ")} may bypass ${name} of \`${branch}\``,
            "take them off its bypass list; `/gate break-glass` leaves a record instead",
          ),
        ]
      : [],
  );
  if (unread.length + listed.length > 0 || guards.length === 0) return [...listed, ...unread];
  return [ok(code, `nobody may bypass what protects \`${branch}\``)];
}

function wordsOf({ who, mode }: { readonly who: string; readonly mode: string }): string {
  return mode === "pull_request" ? `${who} (by pull request)` : who;
}
