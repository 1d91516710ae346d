import { GitHubFailure } from "../../github/failure.ts";
import type { ProtectionReader } from "../../github/protection/branch-protection.ts";
import type { RulesetData } from "../../github/protection/ruleset-guard.ts";
import { listRulesets, writeRuleset } from "../../github/protection/rulesets.ts";
import { readProtection } from "../../github/read-protection.ts";
import { contextOf, GITHUB_ACTIONS } from "../../model/context.ts";
import { known } from "../../model/fact.ts";
import type { Stage } from "../../model/policy.ts";
import type { BranchGuard } from "../../model/protection.ts";
import { branchFindings } from "../../protection/branch-findings.ts";
import { extendRuleset, sameRuleset } from "../../protection/extend-ruleset.ts";
import { findWorkflow } from "../../protection/find-workflow.ts";
import type { ProtectionFinding } from "../../protection/finding.ts";
import { needsRuleset } from "../../protection/needs-ruleset.ts";
import { policySourceFindings } from "../../protection/policy-source-findings.ts";
import { type Ruleset, rulesetForPolicy, rulesetForStage } from "../../protection/ruleset.ts";
import { demandsOfOthers } from "../../protection/source-findings.ts";
import { workflowFindings } from "../../protection/workflow-findings.ts";
import { renderChange, renderNewFile } from "../../render/diff.ts";
import { inertLine } from "../../render/inert-text.ts";
import { renderProblems } from "../../render/problems.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { type Connected, connect } from "../github-connection.ts";
import { withProgress } from "../progress.ts";
import { hasNoPolicy, type Protected, readProtected, stagesNamed } from "../read-protected.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

export interface ProtectOptions {
  readonly repo?: string;
  readonly stage?: string;
  readonly app?: number;
  /** The branch of the policy, instead of those of stages. */
  readonly defaultBranch?: true;
  readonly yes?: true;
}

/** What is to become of one ruleset. */
interface Change {
  /** What there is already, with its id; `null` where there is none of the name. */
  readonly there: { readonly id: number; readonly ruleset: Ruleset } | null;
  /** `null` where nothing is to be done. */
  readonly after: Ruleset | null;
  readonly name: string;
  /** What holds up merges all the same. */
  readonly others: readonly string[];
}

/** Shows the rulesets that make merges wait for verdicts, against what is there; `--yes` writes them. */
export async function protect(
  dir: string,
  options: ProtectOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const connected = await connect({ ...options, dir }, terminal);
  const read = await withProgress(terminal, "asking GitHub", () => readProtected(connected));
  if (hasNoPolicy(read)) {
    throw new UsageError(
      `\`${read.state.defaultBranch}\` has no policy, so there is nothing to wait for`,
      "run `stage-gates init`, and merge what it writes",
    );
  }
  if (read.loaded.state === "invalid") {
    terminal.print(renderProblems(read.loaded.problems, new Map(), terminal.look.paint));
    return EXIT.noVerdict;
  }
  const stages = stagesNamed(read.loaded.policy.stages, options.stage);
  const changes = await told(() => plan(connected, read, stages, options));
  for (const change of changes) show(change, terminal);
  const open = changes.filter(({ after }) => after !== null);
  for (const other of changes.flatMap(({ others }) => others)) {
    terminal.tell(
      `warning: merges may wait without end: ${inertLine(other)}\n  take that out, once the other one judges no more\n`,
    );
  }
  if (open.length === 0) return EXIT.pass;
  if (options.defaultBranch === undefined) warnOfSilence(read, { ...options, stages }, terminal);
  if (options.yes === undefined) {
    terminal.tell("Nothing was changed: `--yes` does it, with the token of an administrator.\n");
    return EXIT.blocked;
  }
  for (const { there, after, name } of open) {
    if (after === null) continue;
    const id = there?.id ?? null;
    await told(() => writeRuleset(connected.client, connected.name, { id, body: after }));
    terminal.print(`${id === null ? "Created" : "Changed"} the ruleset \`${inertLine(name)}\`.\n`);
  }
  return EXIT.pass;
}

async function plan(
  connected: Connected,
  { state, reader }: Protected,
  stages: readonly Stage[],
  { app = GITHUB_ACTIONS, defaultBranch }: ProtectOptions,
): Promise<readonly Change[]> {
  const listed = await listRulesets(connected.client, connected.name);
  if (defaultBranch !== undefined) {
    const branch = await reader.read(state.defaultBranch, true);
    // A ruleset does nothing about owners.
    const findings = policySourceFindings(branch, { ...state, codeownersErrors: known([]) });
    return [await changeTo(rulesetForPolicy(), { findings, listed, reader, guarded: null })];
  }
  const read = await readProtection({ ...connected, state, stages, workflow: null }, reader);
  return Promise.all(
    read.stages.map(({ stage, branches }) => {
      const asked = { context: contextOf(stage.id), app, followsBranch: true };
      const findings = branches.flatMap((branch) => branchFindings(branch, asked));
      const guards = branches.flatMap((one) =>
        one.guards.state === "known" ? one.guards.value : [],
      );
      const guarded = { guards, context: contextOf(stage.id), app };
      return changeTo(rulesetForStage(stage, app), { findings, listed, reader, guarded });
    }),
  );
}

/** What it takes to have the ruleset demand this. */
async function changeTo(
  wanted: Ruleset,
  {
    findings,
    listed,
    reader,
    guarded,
  }: {
    readonly findings: readonly ProtectionFinding[];
    readonly listed: readonly RulesetData[];
    readonly reader: ProtectionReader;
    /** What demands a verdict already; `null` where none is demanded. */
    readonly guarded: {
      readonly guards: readonly BranchGuard[];
      readonly context: string;
      readonly app: number;
    } | null;
  },
): Promise<Change> {
  const { name } = wanted;
  const of = listed.find((one) => one.name === name);
  const others =
    guarded === null
      ? []
      : demandsOfOthers(guarded.guards, guarded, of === undefined ? null : of.id);
  if (of === undefined) {
    return { name, others, there: null, after: needsRuleset(findings) ? wanted : null };
  }
  const fact = await reader.ruleset(of.id);
  if (fact.state === "missing") throw new GitHubFailure(fact.reason, fact.detail);
  const ruleset = asWritten(fact.value);
  const after = extendRuleset(ruleset, wanted);
  const there = { id: of.id, ruleset };
  return { name, others, there, after: sameRuleset(ruleset, after) ? null : after };
}

/** As it would be sent, so that the two can be compared. */
function asWritten({ name, enforcement, bypass_actors, conditions, rules }: RulesetData): Ruleset {
  const { include = [], exclude = [] } = conditions?.ref_name ?? {};
  return {
    name,
    target: "branch",
    enforcement,
    ...(bypass_actors !== undefined && { bypass_actors }),
    conditions: { ref_name: { include, exclude } },
    rules: rules ?? [],
  };
}

function show({ name, there, after }: Change, { print, look }: Terminal): void {
  const file = `${inertLine(name)}.json`;
  const text = (ruleset: Ruleset) => `${JSON.stringify(ruleset, null, 2)}\n`;
  if (after === null) {
    print(
      there === null
        ? `What \`${inertLine(name)}\` would demand is demanded already, by other means.\n`
        : `The ruleset \`${inertLine(name)}\` lacks nothing; \`stage-gates doctor\` says whom it lets by.\n`,
    );
  } else if (there === null) {
    print(`${renderNewFile(file, text(after), look)}\n`);
  } else {
    print(`${renderChange(file, text(there.ruleset), text(after), look)}\n`);
  }
}

/** A status that nobody writes would hold up every merge. */
function warnOfSilence(
  { state }: Protected,
  { stages, app = GITHUB_ACTIONS }: { readonly stages: readonly Stage[]; readonly app?: number },
  terminal: Terminal,
): void {
  const found = findWorkflow(state.workflows, app);
  const duty = {
    branches: stages.flatMap(({ branches }) => branches),
    hasMergeQueue: false,
    contexts: stages.map(({ id }) => contextOf(id)),
  };
  const findings =
    found.state === "found" ? workflowFindings(found.workflow, duty) : found.findings;
  const [first] = findings.filter(({ level }) => level === "fail" || level === "unknown");
  if (first === undefined) return;
  terminal.tell(
    `warning: merges may wait without end: ${inertLine(first.problem)}\n  \`stage-gates doctor\` shows what to do first\n`,
  );
}

/** What GitHub refuses is no defect: it is told with what would be enough. */
async function told<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    const isRefused = error.status === 403 || error.status === 404 || error.status === 401;
    throw new UsageError(
      `the ruleset was not written: ${error.message}`,
      isRefused
        ? "it takes an administrator's token, or one with `administration: write`; `stage-gates doctor` prints what an administrator can paste"
        : "run the command again: it looks first, and does nothing twice",
    );
  }
}
