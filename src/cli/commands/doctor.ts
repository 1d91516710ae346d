import { readProtection } from "../../github/read-protection.ts";
import { GITHUB_ACTIONS } from "../../model/context.ts";
import { findWorkflow } from "../../protection/find-workflow.ts";
import { fail, worstOf } from "../../protection/finding.ts";
import {
  judgeProtection,
  POLICY_BRANCH,
  type ProtectionGroup,
} from "../../protection/judge-protection.ts";
import { needsRuleset } from "../../protection/needs-ruleset.ts";
import { policyFindings } from "../../protection/policy-findings.ts";
import { type Ruleset, rulesetForPolicy, rulesetForStage } from "../../protection/ruleset.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { type Connected, connect } from "../github-connection.ts";
import { type Diagnosis, printDiagnosis, printDiagnosisJson } from "../print-diagnosis.ts";
import { withProgress } from "../progress.ts";
import { hasNoPolicy, readProtected, stagesNamed } from "../read-protected.ts";
import type { Terminal } from "../terminal.ts";

export interface DoctorOptions {
  readonly repo?: string;
  readonly stage?: string;
  readonly app?: number;
  readonly format: "pretty" | "json";
  /** Milliseconds since 1970, UTC; now by GitHub's clock unless given. */
  readonly at?: number | undefined;
}

/** Looks whether merges into the stages' branches really wait for their verdicts. Writes nothing. */
export async function doctor(
  dir: string,
  options: DoctorOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const connected = await connect({ ...options, dir }, terminal);
  const diagnosis = await withProgress(terminal, "asking GitHub", () =>
    diagnose(connected, options),
  );
  const print = options.format === "json" ? printDiagnosisJson : printDiagnosis;
  print(diagnosis, terminal);
  switch (worstOf(diagnosis.groups.flatMap(({ findings }) => findings))) {
    case "fail":
      return EXIT.blocked;
    case "unknown":
      return EXIT.noVerdict;
    default:
      return EXIT.pass;
  }
}

/** All that is found out, with the rulesets that would help. */
export async function diagnose(
  connected: Connected,
  { stage, app = GITHUB_ACTIONS, at }: Pick<DoctorOptions, "stage" | "app" | "at">,
): Promise<Diagnosis> {
  const read = await readProtected(connected);
  const { state, policy, loaded, reader } = read;
  const { repository } = state;
  const tip = { ref: policy.ref, sha: policy.sha };
  if (hasNoPolicy(read)) {
    const problem = `\`${state.defaultBranch}\` has no \`${policy.policy.name}\`: nothing can be judged`;
    const remedy = "run `stage-gates init`, and merge what it writes";
    const findings = [fail("policy-valid", problem, remedy)];
    return {
      repository,
      tip,
      app,
      groups: [{ about: "policy", stage: null, findings }],
      rulesets: [],
    };
  }
  const { organization } = policy;
  const besides = loaded.state === "valid" ? loaded.besideProblems : [];
  const ofPolicy: ProtectionGroup = {
    about: "policy",
    stage: null,
    findings: policyFindings(loaded, besides, organization.isSeen ? null : organization.name),
  };
  if (loaded.state === "invalid") return { repository, tip, app, groups: [ofPolicy], rulesets: [] };
  const stages = stagesNamed(loaded.policy.stages, stage);
  const found = findWorkflow(state.workflows, app);
  const reading = await readProtection(
    {
      ...connected,
      state,
      stages,
      workflow: found.state === "found" ? found.workflow.file : null,
    },
    reader,
  );
  const groups = judgeProtection({ ...reading, app, now: at ?? connected.now() }, loaded.policy);
  const lacking = groups.filter(({ findings }) => needsRuleset(findings));
  const wanted: readonly Ruleset[] = [
    ...stages
      .filter(({ id }) => lacking.some((group) => group.stage === id))
      .map((one) => rulesetForStage(one, app)),
    ...(lacking.some((group) => group.about === POLICY_BRANCH) ? [rulesetForPolicy()] : []),
  ];
  return { repository, tip, app, groups: [ofPolicy, ...groups], rulesets: wanted };
}
