import type { ProtectionFinding, ProtectionLevel } from "../protection/finding.ts";
import { worstOf } from "../protection/finding.ts";
import type { ProtectionGroup } from "../protection/judge-protection.ts";
import { protectCommand } from "../protection/protect-command.ts";
import { type Ruleset, rulesetForPolicy } from "../protection/ruleset.ts";
import { inertJson, inertLine, inertLines } from "../render/inert-text.ts";
import { capitalised } from "../render/sentence.ts";
import { entry, type Look, paintWord, paragraph } from "../render/terminal-text.ts";
import type { Terminal } from "./terminal.ts";

/** What `doctor` found out. */
export interface Diagnosis {
  /** `owner/name` */
  readonly repository: string;
  /** Where the policy was read. */
  readonly tip: { readonly ref: string; readonly sha: string };
  readonly groups: readonly ProtectionGroup[];
  /** What would put right what a ruleset can. */
  readonly rulesets: readonly Ruleset[];
  /** Id of the app that writes verdicts. */
  readonly app: number;
}

const STANDING = { ok: "pass", warn: "warn", fail: "fail", unknown: "error" } as const;

export function printDiagnosis(diagnosis: Diagnosis, { print, look }: Terminal): void {
  const { repository, tip, groups, rulesets, app } = diagnosis;
  const head = `${inertLine(repository)}: policy ${inertLine(tip.ref)}@${tip.sha.slice(0, 7)}`;
  const parts = [
    look.paint("strong", head),
    ...groups.map((group) => groupText(group, look)),
    ...rulesets.map((ruleset) => rulesetText(ruleset, repository, app)),
    lastLine(groups, look),
  ];
  print(`${parts.join("\n\n")}\n`);
}

function groupText({ about, findings }: ProtectionGroup, look: Look): string {
  const lines = findings.flatMap((finding, index) => {
    // What mends several is told behind the last of them.
    const isToldBelow = findings[index + 1]?.remedy === finding.remedy;
    return findingLines(isToldBelow ? { ...finding, remedy: null } : finding, look);
  });
  return [look.paint("strong", inertLine(about)), ...lines].join("\n");
}

function findingLines({ level, problem, remedy, at }: ProtectionFinding, look: Look): string[] {
  const word = paintWord(STANDING[level], look);
  return [
    ...entry(word, inertLine(capitalised(problem)), look),
    ...(at === null
      ? []
      : paragraph(`${inertLine(at.file)}:${at.line}:${at.column}`, look, { tone: "quiet" })),
    ...(remedy === null
      ? []
      : inertLines(remedy).flatMap((line, index) =>
          paragraph(index === 0 ? `fix: ${line}` : line, look, { hanging: 5 }),
        )),
  ];
}

function rulesetText(ruleset: Ruleset, repository: string, app: number): string {
  const isPolicy = ruleset.name === rulesetForPolicy().name;
  const command = isPolicy ? "stage-gates protect --default-branch" : protectCommand(app);
  return [
    `The ruleset \`${inertLine(ruleset.name)}\`, which \`${command}\` would create; an administrator can do the same by`,
    "",
    createCommand(ruleset, repository),
  ].join("\n");
}

/** Pasted into a shell as it stands: nothing in it is looked at by the shell. */
function createCommand(ruleset: Ruleset, repository: string): string {
  const json = inertJson(JSON.stringify(ruleset, null, 2));
  return `gh api --method POST repos/${inertLine(repository)}/rulesets --input - <<'RULESET'\n${json}\nRULESET`;
}

function lastLine(groups: readonly ProtectionGroup[], look: Look): string {
  const all = groups.flatMap(({ findings }) => findings);
  const worst = worstOf(all);
  const counts = (["fail", "unknown", "warn", "ok"] as const).flatMap((level) => {
    const count = all.filter((one) => one.level === level).length;
    return count === 0 ? [] : [`${count} ${COUNTED[level]}`];
  });
  return look.paint(STANDING[worst], `${SUMMARY[worst]}: ${counts.join(", ")}`);
}

const COUNTED: Readonly<Record<ProtectionLevel, string>> = {
  ok: "fine",
  warn: "to look at",
  fail: "wrong",
  unknown: "not known",
};

const SUMMARY: Readonly<Record<ProtectionLevel, string>> = {
  ok: "Protected",
  warn: "Protected",
  fail: "Not protected",
  unknown: "Not known to be protected",
};

export function printDiagnosisJson(diagnosis: Diagnosis, { print }: Terminal): void {
  const { repository, tip, groups, rulesets } = diagnosis;
  const findings = groups.flatMap(({ about, stage, findings: own }) =>
    own.map(({ level, code, problem, remedy, at }) => ({
      about,
      stage,
      level,
      code,
      problem,
      remedy,
      at,
    })),
  );
  const report = {
    schemaVersion: 1,
    repository,
    policy: tip,
    level: worstOf(findings),
    findings,
    rulesets,
  };
  print(`${inertJson(JSON.stringify(report, null, 2))}\n`);
}
