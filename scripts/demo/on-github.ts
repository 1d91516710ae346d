import { wrapText } from "../../src/render/wrap-text.ts";
import { lastLine, runCli } from "../../tests/cli/run-cli.ts";
import { unfoldedText } from "./comment-text.ts";
import type { Promotion } from "./promotion.ts";
import { act, must, quiet, say, show, verdictWord } from "./telling.ts";

const CONTEXT = "stage-gates / production";

/** From a promotion that is blocked to one that is merged. */
export async function onGitHub(promotion: Promotion): Promise<void> {
  await protectBranch(promotion);
  await block(promotion);
  await mend(promotion);
  await release(promotion);
}

async function protectBranch({ administrating, name, page }: Promotion): Promise<void> {
  act("On GitHub: make the verdict required");
  say(
    `A small GitHub runs on this machine now, with ${name} in it. Its administrator has merges into \`production\` wait for the verdict:`,
  );
  const command = ["protect", "--yes", "--repo", name];
  const { code, stdout, stderr } = await runCli(command, { cwd: ".", env: administrating });
  must(code === 0, `\`stage-gates protect\` creates the ruleset:\n${stderr}`);
  show(`$ stage-gates ${command.join(" ")}\n${lastLine(stdout)}`);
  say("The pull request in a browser, while this runs:");
  show(page);
}

async function block(promotion: Promotion): Promise<void> {
  const { scene, server } = promotion;
  const { pull } = scene;
  act("A promotion with gaps is blocked");
  say(
    `${pull.author} wants to merge \`main\` into \`production\`: #${pull.number}, “${pull.title}”. GitHub starts the workflow, and \`dist/action.js\` judges what would land, over the API: nothing is checked out.`,
  );
  const before = server.traffic.exchanges.length;
  const { outputs } = await promotion.runWorkflow("pull_request");
  must(outputs.decision === "no-go", "the action blocks the promotion with gaps");
  showStatus(promotion, "failure");
  say(`${calls(promotion, before)} One comment says what blocks, and who does what:`);
  must(pull.comments.length === 1, "there is one comment");
  const body = pull.comments[0]?.body ?? "";
  must(body.startsWith("### ❌ Blocked"), "the comment begins with the verdict");
  show(quoted(unfoldedText(body, 74)));
  say("What nobody owns, and what nobody could roll back, has an issue:");
  must(promotion.ownIssues.length === 2, "an issue each for owner and runbook is opened");
  must(isAll(promotion, "open"), "the issues are open");
  show(issueLines(promotion));
  say("ines, who releases, tries to merge it all the same, and GitHub refuses:");
  await refusedMerge(promotion);
}

async function mend(promotion: Promotion): Promise<void> {
  const { scene } = promotion;
  const { pull } = scene;
  act("The gaps are closed");
  const [comment] = pull.comments;
  await scene.mend();
  scene.runChecks();
  say(
    `${pull.author} pushes what was missing: \`${pull.headSha.slice(0, 7)}\`. The verdict was about the commit before, so the new one has none, and GitHub waits:`,
  );
  must(promotion.status === undefined, "a verdict holds for its commit alone");
  await refusedMerge(promotion);
  say("The tests end well, and the action judges the new commit. One thing is left:");
  const { outputs } = await promotion.runWorkflow("pull_request");
  must(outputs.failing === '["launch"]', `only the approval is left, not ${outputs.failing}`);
  showStatus(promotion, "failure");
  must(pull.comments.length === 1 && pull.comments[0]?.id === comment?.id, "one comment, edited");
  show(quoted(unfoldedText(pull.comments[0]?.body ?? "", 74)));
  say("That is the same comment, edited. The issues are closed, for `main` has owner and runbook:");
  must(isAll(promotion, "closed"), "the issues are closed");
  show(issueLines(promotion));
}

async function release(promotion: Promotion): Promise<void> {
  const { scene } = promotion;
  const { repository, pull } = scene;
  act("Approved, green, merged");
  scene.approve();
  say("ines approves the commit in a review, and the action judges again:");
  const { outputs } = await promotion.runWorkflow("pull_request_review");
  must(outputs.decision === "go", `all gates pass, not ${outputs.decision}`);
  showStatus(promotion, "success");
  must(pull.comments.length === 1, "there still is one comment");
  show(quoted(unfoldedText(pull.comments[0]?.body ?? "", 74)));
  say("She merges it:");
  const { status, message } = await promotion.merge("ines");
  must(status === 200, `GitHub merges, not: ${message}`);
  const tip = await repository.git.branch("production");
  must(pull.merged !== null && tip === pull.mergeCommit, "`production` is at the merge");
  show(`200 ${message}\nproduction is at ${tip?.slice(0, 7)}`);
  const { log } = await promotion.runWorkflow("push");
  say("`production` has moved, so what else is open would be judged anew. The action says:");
  show(lastLine(log));
}

function showStatus({ status }: Promotion, wanted: "success" | "failure"): void {
  must(status?.context === CONTEXT, `the commit has the status \`${CONTEXT}\``);
  must(status.state === wanted, `the status is ${wanted}, not ${status.state}`);
  const margin = " ".repeat(wanted.length + 2);
  const lines = wrapText(status.description ?? "", 78 - margin.length);
  show(
    [`${verdictWord(wanted)}  ${status.context}`, ...lines.map((line) => margin + line)].join("\n"),
  );
}

async function refusedMerge(promotion: Promotion): Promise<void> {
  const { status, message } = await promotion.merge("ines");
  must(status === 405, `GitHub refuses the merge, not ${status}: ${message}`);
  must(message.includes(CONTEXT), `it does so for the verdict, not: ${message}`);
  show(`405 ${message.replaceAll(/\n+/g, "\n    ")}`);
}

/** How often GitHub was asked, and what was written. */
function calls({ server }: Promotion, before: number): string {
  const exchanges = server.traffic.exchanges.slice(before);
  const queries = exchanges.filter(({ operation }) => operation === "graphql").length;
  const writes = exchanges.filter(({ method, operation }) => {
    return method !== "GET" && operation !== "graphql";
  }).length;
  return `That took ${queries} queries and ${writes} writes.`;
}

function isAll({ ownIssues }: Promotion, state: "open" | "closed"): boolean {
  return ownIssues.every((issue) => issue.state === state);
}

function issueLines({ ownIssues }: Promotion): string {
  return ownIssues.map(({ number, state, title }) => `#${number} ${state}: ${title}`).join("\n");
}

function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => `${quiet("│")} ${line}`.trimEnd())
    .join("\n");
}
