import type { ListItem, PhrasingContent, RootContent } from "mdast";
import { issueMarker } from "../model/marker.ts";
import type { TemplateFile } from "../model/ports.ts";
import type { GateVerdict, RuleVerdict } from "../model/verdict.ts";
import { templateFor } from "./github-address.ts";
import { inertLine } from "./inert-text.ts";
import type { Links } from "./links.ts";
import { markdownOf } from "./markdown-budget.ts";
import { findingItems } from "./markdown-gate.ts";
import {
  bullet,
  bullets,
  code,
  fold,
  heading,
  html,
  link,
  paragraphOf,
  prose,
  strong,
  words,
} from "./markdown-text.ts";
import type { ToldFinding } from "./outline.ts";
import { counted } from "./sentence.ts";

export interface IssueSubject {
  readonly kind: "owner" | "runbook";
  readonly service: string | null;
  readonly fingerprint: string;
  readonly failing: readonly { readonly gate: GateVerdict; readonly rule: RuleVerdict }[];
}

export interface IssueTerms {
  readonly stage: string;
  readonly repository: string;
  readonly defaultBranch: string;
  /** To the default branch: that is where it is mended for good. */
  readonly links: Links;
  readonly templates: readonly TemplateFile[];
  /** Roles that may waive. */
  readonly approvers: readonly string[];
  /** The issue of the last time, if there was one. */
  readonly earlier: number | null;
  /** What is rewritten later on. */
  readonly block: string;
}

const WHAT = {
  owner: { title: "Owner missing or not accepted", sentence: "has no accepted owner" },
  runbook: { title: "Runbook missing or incomplete", sentence: "has no complete runbook" },
} as const;

export function issueTitle({ kind, service }: Pick<IssueSubject, "kind" | "service">): string {
  const { title } = WHAT[kind];
  return service === null ? title : `${title}: ${inertLine(service, 120)}`;
}

/** GitHub takes 65,536 characters. */
const LIMIT = 60_000;

/** What is missing, how to mend it, and what to do if that is not wanted. */
export function renderIssue(subject: IssueSubject, terms: IssueTerms): string {
  for (let findings = MOST; findings > 0; findings -= 1) {
    const text = issueWith(subject, terms, findings);
    if (text.length <= LIMIT) return text;
  }
  return issueWith(subject, terms, 0);
}

/** Findings told; the comment on the pull request has them all. */
const MOST = 10;

function issueWith(subject: IssueSubject, terms: IssueTerms, most: number): string {
  const { stage, defaultBranch, links, approvers, earlier, repository, block } = terms;
  const all = subject.failing.flatMap(({ rule }) =>
    rule.findings
      .filter(({ outcome }) => outcome === "failed")
      .map((finding): ToldFinding => ({ finding, standing: "fail", rule })),
  );
  const findings = all.slice(0, most);
  const unseen = all.length - findings.length;
  const more =
    unseen === 0
      ? []
      : [
          bullet([
            paragraphOf(words(`${counted(unseen, "finding")} more, told on the pull request`)),
          ]),
        ];
  const last = bullet([
    paragraphOf(
      words("Merge it to "),
      code(defaultBranch),
      words(". This issue then closes itself."),
    ),
  ]);
  return body([
    paragraphOf(
      ...nameOf(subject),
      words(` ${WHAT[subject.kind].sentence}. Pull requests into `),
      code(stage),
      words(subject.service === null ? " are blocked by " : " that touch it are blocked by "),
      ...gateNames(subject),
      words("."),
      ...(earlier === null
        ? []
        : [
            words(" It was so before: "),
            link(`${repository}/issues/${earlier}`, words(`#${earlier}`)),
            words("."),
          ]),
    ),
    heading("What to do"),
    numbered([...findingItems(findings, links), ...more, last]),
    ...templateFold(findings, terms.templates),
    ...notNow(approvers, "this service needs none"),
    html(block),
    closing(),
    html(issueMarker(subject.fingerprint)),
  ]);
}

/** One issue for what has none of its own. */
export function renderRollUp(
  fingerprint: string,
  { stage, approvers, block }: Pick<IssueTerms, "stage" | "approvers" | "block">,
): string {
  return body([
    paragraphOf(
      words("Missing for pull requests into "),
      code(stage),
      words(
        ", and without an issue of its own: because the policy only advises so far, or because more was missing at once than it lets issues be opened for. The comment on each pull request says what to do.",
      ),
    ),
    paragraphOf(words("This issue closes itself once nothing of it is missing any more.")),
    ...notNow(approvers, "they are not needed"),
    html(block),
    closing(),
    html(issueMarker(fingerprint)),
  ]);
}

function nameOf({ service }: IssueSubject): PhrasingContent[] {
  return service === null ? [words("This repository")] : [code(service)];
}

function gateNames({ failing }: IssueSubject): PhrasingContent[] {
  const titles = [...new Set(failing.map(({ gate }) => gate.title))].slice(0, 5);
  const names = titles.flatMap((title, index): PhrasingContent[] => [
    ...(index === 0 ? [] : [words(", ")]),
    strong(...prose(title)),
  ]);
  return [words(titles.length === 1 ? "the gate " : "the gates "), ...names];
}

function templateFold(
  findings: readonly ToldFinding[],
  templates: readonly TemplateFile[],
): RootContent[] {
  const missing = findings.flatMap(({ finding: { creates } }) => creates ?? []);
  const fitting = missing.flatMap((file) => templateFor(file, templates) ?? []);
  return [...new Set(fitting)]
    .slice(0, 3)
    .flatMap(({ text }) =>
      fold("Template", [{ type: "code", lang: "markdown", value: text.trimEnd() }]),
    );
}

function notNow(approvers: readonly string[], policy: string): RootContent[] {
  const roles = approvers.flatMap((role, index): PhrasingContent[] =>
    index === 0 ? [code(role)] : [words(" or "), code(role)],
  );
  const never = bullet([
    paragraphOf(
      strong(words("Never needed:")),
      words(" close this as "),
      { type: "emphasis", children: [words("not planned")] },
      words(
        `. I will not reopen it or remind anyone. The gate keeps blocking until the policy says that ${policy}.`,
      ),
    ),
  ]);
  const later = bullet([
    paragraphOf(
      strong(words("Later:")),
      words(" somebody in "),
      ...roles,
      words(" waives it on the pull request that is blocked."),
    ),
  ]);
  return [
    heading("Not needed, or not now?"),
    bullets(roles.length === 0 ? [never] : [never, later]),
  ];
}

function numbered(items: readonly ListItem[]): RootContent {
  return { type: "list", ordered: true, start: 1, spread: false, children: [...items] };
}

function closing(): RootContent {
  return paragraphOf(
    html("<sub>"),
    words("Only the block above this line is rewritten by the bot. Your edits elsewhere stay."),
    html("</sub>"),
  );
}

function body(content: readonly RootContent[]): string {
  return markdownOf(content).trimEnd();
}
