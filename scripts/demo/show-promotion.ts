import { wrapText } from "../../src/render/wrap-text.ts";
import { unfoldedText } from "./comment-text.ts";
import type { HostedPromotion } from "./hosted-promotion.ts";
import { must, quiet, type Shown, show, verdictWord } from "./telling.ts";

/** Under what name the verdict is given, whoever gives it. */
export const CONTEXT = "stage-gates / production";

/** A verdict as the box of GitHub has it: its state, its name, its one line. */
export function showVerdict(
  state: Shown,
  about: { readonly name: string; readonly line: string },
): void {
  const margin = " ".repeat(state.length + 2);
  const lines = wrapText(about.line, 78 - margin.length);
  show([`${verdictWord(state)}  ${about.name}`, ...lines.map((line) => margin + line)].join("\n"));
}

/** The one comment, as far as it is not folded. */
export function showComment({ scene: { pull }, bot }: HostedPromotion): void {
  const own = pull.comments.filter(({ author }) => author === bot);
  must(own.length === 1, `there is one comment of ours, not ${own.length}`);
  show(quoted(unfoldedText(own[0]?.body ?? "", 74)));
}

export async function refusedMerge(promotion: HostedPromotion): Promise<void> {
  const { status, message } = await promotion.merge("ines");
  must(status === 405, `GitHub refuses the merge, not ${status}: ${message}`);
  must(message.includes(CONTEXT), `it does so for the verdict, not: ${message}`);
  show(`405 ${message.replaceAll(/\n+/g, "\n    ")}`);
}

export async function allowedMerge(promotion: HostedPromotion): Promise<void> {
  const { repository, pull } = promotion.scene;
  const { status, message } = await promotion.merge("ines");
  must(status === 200, `GitHub merges, not: ${message}`);
  const tip = await repository.git.branch("production");
  must(pull.merged !== null && tip === pull.mergeCommit, "`production` is at the merge");
  show(`200 ${message}\nproduction is at ${tip?.slice(0, 7)}`);
}

/** How often GitHub was asked, and what was written. */
export function calls({ server }: HostedPromotion, before: number): string {
  const exchanges = server.traffic.exchanges.slice(before);
  const queries = exchanges.filter(({ operation }) => operation === "graphql").length;
  const writes = exchanges.filter(({ method, operation }) => {
    return method !== "GET" && operation !== "graphql";
  }).length;
  return `That took ${queries} queries and ${writes} writes.`;
}

/** The issues of stage-gates, which are to be in that state all. */
export function showIssues({ ownIssues }: HostedPromotion, state: "open" | "closed"): void {
  must(ownIssues.length === 2, "there is an issue each for owner and runbook");
  must(
    ownIssues.every((issue) => issue.state === state),
    `the issues are ${state}`,
  );
  show(ownIssues.map(({ number, title }) => `#${number} ${state}: ${title}`).join("\n"));
}

export function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => `${quiet("│")} ${line}`.trimEnd())
    .join("\n");
}
