import { GITHUB_ACTIONS } from "../model/context.ts";
import type { BranchGuard } from "../model/protection.ts";
import type { GuardedStage } from "./branch-findings.ts";
import { fail, ok, type ProtectionFinding, warn } from "./finding.ts";
import { protectCommand } from "./protect-command.ts";

/** Whether the required verdict has to be ours. Nothing where it is not required at all. */
export function sourceFindings(
  guards: readonly BranchGuard[],
  { context, app }: GuardedStage,
): readonly ProtectionFinding[] {
  const required = guards.flatMap(({ contexts }) =>
    contexts.filter((one) => one.context === context),
  );
  if (required.length === 0) return [];
  const code = "source-bound";
  const foreign = required.find((one) => one.app !== null && one.app !== app);
  if (foreign !== undefined) {
    const problem = `\`${context}\` has to come from the app ${foreign.app}, and is written by ${nameOf(app)}: it is waited for without end`;
    const remedy = `bind it to ${nameOf(app)}, or say \`--app ${foreign.app}\` if that is what writes it`;
    return [fail(code, problem, remedy)];
  }
  if (!required.some((one) => one.app === app)) {
    const problem = `\`${context}\` counts whoever writes it: everybody with write access can forge it`;
    return [fail(code, problem, `run \`${protectCommand(app)}\``)];
  }
  if (app !== GITHUB_ACTIONS) return [ok(code, `\`${context}\` counts from the app ${app} only`)];
  return [
    ok(code, `\`${context}\` counts from GitHub Actions only`),
    warn(
      "source-forgeable",
      "who can push a workflow to any branch can have GitHub Actions write that status: it stops mistakes, not insiders",
      "where that matters, bind it to an app of your own, or require the workflow in a ruleset of the organization",
    ),
  ];
}

/**
 * What still has the verdict come from elsewhere once a ruleset demands it from the app.
 *
 * @param ruleset id of that ruleset, where it is there already
 */
export function demandsOfOthers(
  guards: readonly BranchGuard[],
  { context, app }: Pick<GuardedStage, "context" | "app">,
  ruleset: number | null,
): readonly string[] {
  return guards
    .filter((guard) => guard.ruleset === null || guard.ruleset.id !== ruleset)
    .flatMap(({ name, contexts }) =>
      contexts.flatMap((one) =>
        one.context === context && one.app !== null && one.app !== app
          ? [`${name} has \`${context}\` come from ${nameOf(one.app)}`]
          : [],
      ),
    );
}

function nameOf(app: number): string {
  return app === GITHUB_ACTIONS ? `GitHub Actions (${app})` : `the app ${app}`;
}
