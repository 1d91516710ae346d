import { type KnownFacts, recordingReader, type UnreadableFact } from "../facts/fact-reader.ts";
import type { FactRequest } from "../model/fact.ts";
import type { Finding } from "../model/finding.ts";
import type { AnyRuleType, RuleContext } from "./define-rule.ts";
import { errored } from "./findings.ts";
import { whoActs } from "./people/who-acts.ts";

export interface RuleEvaluation {
  readonly findings: readonly Finding[];
  /** Facts it asked for that nobody has collected yet. While there are any, it is to be asked again. */
  readonly wanted: ReadonlyMap<string, FactRequest>;
}

/**
 * Asks a rule once. The one place where a fact that could not be had becomes `errored`, and where
 * an exception (a defect of ours) does too: neither can ever turn into a pass.
 */
export function evaluateRule(
  type: AnyRuleType,
  options: unknown,
  facts: KnownFacts,
  context: RuleContext,
): RuleEvaluation {
  const { reader, wanted, unreadable } = recordingReader(facts);
  try {
    const findings = type.evaluate(reader, options, context);
    const all = [...findings, ...[...unreadable.values()].map(unreadableFact)];
    const { asks } = context.rule;
    const addressed = all.map((finding) => ({
      ...finding,
      asks: finding.asks ?? whoActs(finding, facts, asks),
    }));
    return { findings: eachOnce(addressed), wanted };
  } catch (error) {
    return { findings: [defect(type, error)], wanted: new Map() };
  }
}

/** Several parts of a rule may trip over one thing, such as front matter that does not parse. */
function eachOnce(findings: readonly Finding[]): readonly Finding[] {
  // Comparing all of a finding takes long. What is said twice says the same problem twice.
  if (new Set(findings.map(({ problem }) => problem)).size === findings.length) return findings;
  const told = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...told.values()];
}

function defect(type: AnyRuleType, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return errored({
    code: "RULE-DEFECT",
    problem: `the rule type \`${type.type}\` failed on this input (${reason}); this is a defect of stage-gates, and what could not be judged does not pass`,
    remedy:
      "report it with the policy and the document that cause it; until it is mended, drop the rule in the policy",
  });
}

const REMEDIES: Readonly<Record<UnreadableFact["reason"], string>> = {
  "needs-github":
    "judge it on the pull request, or give recorded facts with `--facts <file>`; `--local` leaves it out",
  forbidden:
    "give the token what it lacks; that of a workflow by a line of the job's `permissions`",
  "timed-out": "try again",
  "rate-limited": "wait until the limit is lifted; it is judged again then",
  "too-large": "make the file smaller",
  unreadable: "make it readable, then judge again",
  "needs-history":
    "fetch the whole history (`git fetch --unshallow`) and name the base with `--base <ref>`",
};

export function unreadableFact({ request, reason, detail }: UnreadableFact): Finding {
  const code = reason === "needs-github" ? "NEEDS-GITHUB" : "FACT-UNREADABLE";
  return errored({
    code,
    problem: `${describe(request)} could not be read: ${detail}`,
    remedy: REMEDIES[reason],
    ...(reason === "needs-history" ? { paste: "git fetch --unshallow" } : {}),
    item: describe(request),
    at: request.kind === "file" ? { file: request.path, line: 1, column: 1 } : null,
  });
}

function describe(request: FactRequest): string {
  switch (request.kind) {
    case "file":
      return `\`${request.path}\``;
    case "files":
    case "folders":
      return `the list of \`${request.glob}\``;
    case "history":
      return `the history of \`${request.path}\``;
    case "changes":
      return "the list of changed paths";
    case "account":
      return `the account \`@${request.login}\``;
    case "team":
      return `the team \`@${request.team}\``;
    case "pull-request":
      return "the pull request";
    case "merged-pull":
      return `the pull request #${request.number}`;
    case "checks":
      return request.on === "head"
        ? "the checks of the commit"
        : `the runs of \`${request.workflow}\``;
    case "issues":
      return `the issues labelled ${request.labels.map((label) => `\`${label}\``).join(", ")}`;
    case "reference":
      return `${request.what} \`${request.repository ?? ""}${request.what === "issue" ? "#" : " "}${request.id}\``;
  }
}
