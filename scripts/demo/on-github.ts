import { lastLine, runCli } from "../../tests/cli/run-cli.ts";
import { administrating } from "./administrator.ts";
import type { Promotion } from "./promotion.ts";
import {
  allowedMerge,
  CONTEXT,
  calls,
  refusedMerge,
  showComment,
  showIssues,
  showVerdict,
} from "./show-promotion.ts";
import { act, must, say, show } from "./telling.ts";

/** From a promotion that is blocked to one that is merged. */
export async function onGitHub(promotion: Promotion): Promise<void> {
  await protectBranch(promotion);
  await block(promotion);
  await mend(promotion);
  await release(promotion);
}

async function protectBranch({ world, server, name, page }: Promotion): Promise<void> {
  act("On GitHub: make the verdict required");
  say(
    `A small GitHub runs on this machine now, with ${name} in it. Its administrator has merges into \`production\` wait for the verdict:`,
  );
  const command = ["protect", "--yes", "--repo", name];
  const { code, stdout, stderr } = await runCli(command, {
    ...{ cwd: ".", env: administrating(world, server) },
  });
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
  must(
    !!pull.comments[0]?.body.startsWith("### ❌ Blocked"),
    "the comment begins with the verdict",
  );
  showComment(promotion);
  say("What nobody owns, and what nobody could roll back, has an issue:");
  showIssues(promotion, "open");
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
  showComment(promotion);
  say("That is the same comment, edited. The issues are closed, for `main` has owner and runbook:");
  showIssues(promotion, "closed");
}

async function release(promotion: Promotion): Promise<void> {
  const { scene } = promotion;
  act("Approved, green, merged");
  scene.approve();
  say("ines approves the commit in a review, and the action judges again:");
  const { outputs } = await promotion.runWorkflow("pull_request_review");
  must(outputs.decision === "go", `all gates pass, not ${outputs.decision}`);
  showStatus(promotion, "success");
  showComment(promotion);
  say("She merges it:");
  await allowedMerge(promotion);
  const { log } = await promotion.runWorkflow("push");
  say("`production` has moved, so what else is open would be judged anew. The action says:");
  show(lastLine(log));
}

function showStatus({ status }: Promotion, wanted: "success" | "failure"): void {
  must(status?.context === CONTEXT, `the commit has the status \`${CONTEXT}\``);
  must(status.state === wanted, `the status is ${wanted}, not ${status.state}`);
  showVerdict(wanted, { name: CONTEXT, line: status.description ?? "" });
}
