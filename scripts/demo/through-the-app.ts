import { exampleFiles } from "../../sandbox/scenes/example-files.ts";
import { addReview, openPull } from "../../sandbox/world/pull-requests.ts";
import { wrapText } from "../../src/render/wrap-text.ts";
import { lastLine, runCli } from "../../tests/cli/run-cli.ts";
import { administrating } from "./administrator.ts";
import { AppPromotion, install, type Registered, registered } from "./app-promotion.ts";
import { unfoldedText } from "./comment-text.ts";
import {
  allowedMerge,
  CONTEXT,
  calls,
  quoted,
  refusedMerge,
  showComment,
  showIssues,
  showVerdict,
} from "./show-promotion.ts";
import { act, must, quiet, say, show } from "./telling.ts";

const POLICY = "stage-gates / policy";
const POLICY_FILE = ".github/stage-gates.yml";

/**
 * The same promotion, and all that may go wrong with it, through the app: a service of one's own.
 *
 * @param after what is done with it once it is told, while all still runs
 */
export async function throughTheApp(
  folder: string,
  after: (promotion: AppPromotion) => Promise<void>,
): Promise<void> {
  const there = await registered(folder);
  try {
    await begin(there);
    const promotion = new AppPromotion(there, await there.before.open());
    await block(promotion);
    await mend(promotion);
    await changePolicy(promotion);
    await command(promotion);
    await kill(promotion);
    await lose(promotion);
    await after(promotion);
    await there.service.stop();
  } finally {
    await there.service.end();
    await there.server.stop();
  }
}

async function begin(there: Registered): Promise<void> {
  const { world, server, app, service, before } = there;
  act("The app is installed");
  say(
    `A small GitHub runs on this machine now, with ${before.repository.fullName} in it, and the app registered as \`templates/app.yml\` says. \`npm start\` runs the service, on an empty SQLite store:`,
  );
  const address = await service.start();
  show(`signed in  ${app.slug}\nstarted    ${address}`);
  say(
    "It is installed, and the administrator has merges into `production` wait for its verdict. The rule names the app by its number: nobody else's check of that name counts.",
  );
  install(there, address);
  const words = ["protect", "--yes", "--repo", before.repository.fullName, "--app", String(app.id)];
  const env = administrating(world, server);
  const { code, stdout, stderr } = await runCli(words, { cwd: ".", env });
  must(code === 0, `\`stage-gates protect\` creates the ruleset:\n${stderr}`);
  show(`$ stage-gates ${words.join(" ")}\n${lastLine(stdout)}`);
}

async function block(promotion: AppPromotion): Promise<void> {
  const { scene, server } = promotion;
  const { pull } = scene;
  act("A promotion is opened, and blocked");
  const before = server.traffic.exchanges.length;
  await promotion.until("a promotion that is opened gets its verdict", () => {
    return isSaid(promotion, "failure", "9 of 12");
  });
  const { event, status } = promotion.delivery("pull_request");
  say(
    `${pull.author} opens #${pull.number}, “${pull.title}”. GitHub tells the service (\`${event}\`, answered ${status}), which judges what would land. There is no workflow in this repository:`,
  );
  showCheck(promotion, "failure");
  const { annotations = [] } = promotion.check(CONTEXT) ?? {};
  must(annotations.length > 3, "the check run has annotations");
  say("The lines, as GitHub shows them in the diff:");
  const lines = annotations
    .slice(0, 2)
    .flatMap(({ path, start_line: line, message }) => [
      `${path}:${line}`,
      ...wrapText(firstLine(message), 74).map((text) => `  ${text}`),
    ]);
  show([...lines, quiet(`and ${annotations.length - 2} more`)].join("\n"));
  say(`${calls(promotion, before)} The comment and the issues are the app's as well:`);
  showComment(promotion);
  showIssues(promotion, "open");
  say("ines, who releases, tries to merge it all the same, and GitHub refuses:");
  await refusedMerge(promotion);
}

async function mend(promotion: AppPromotion): Promise<void> {
  const { scene } = promotion;
  act("The gaps are closed");
  await scene.mend();
  scene.runChecks();
  await promotion.until("what was pushed is judged", () => {
    const isClosed = promotion.ownIssues.every(({ state }) => state === "closed");
    return isSaid(promotion, "failure", "1 of 12") && isClosed;
  });
  say(
    `${scene.pull.author} pushes what was missing, and the tests end well. Nobody asks for a look: \`push\` and \`workflow_run\` do. One thing is left, and the issues are closed:`,
  );
  showCheck(promotion, "failure");
  showIssues(promotion, "closed");
}

async function changePolicy(promotion: AppPromotion): Promise<void> {
  const { world, scene } = promotion;
  const { repository } = scene;
  act("A pull request that changes the policy");
  const policy = String(exampleFiles("claims-triage")[POLICY_FILE]);
  const changes = { [POLICY_FILE]: policy.replace("mode: enforce", "mode: advisory") };
  const author = { name: "Raj", email: "raj@harbor-mutual.test", at: world.now };
  await repository.git.setRef("refs/heads/advise", await repository.git.branch("main"));
  await repository.commit("advise", { changes, message: "Only advise", author });
  const pull = await openPull(world, repository, {
    ...{ author: "raj", title: "Only advise", body: null, base: "main", head: "advise" },
  });
  const is = (conclusion: string) => promotion.check(POLICY, pull)?.conclusion === conclusion;
  await promotion.until("a change of the policy waits for its owners", () => is("action_required"));
  say(
    `raj would have the gates advise and no more: #${pull.number}, into \`main\`. That promotes nothing, but it has a check of its own:`,
  );
  const { title, summary } = promotion.check(POLICY, pull) ?? {};
  showVerdict("action required", { name: POLICY, line: title ?? "" });
  show(quoted(unfoldedText(summary ?? "", 74)));
  addReview(world, repository, pull, { author: "tomas", state: "APPROVED" });
  await promotion.until("an owner's approval counts", () => is("success"));
  say("tomas holds the role, and approves it in a review:");
  showVerdict("success", { name: POLICY, line: promotion.check(POLICY, pull)?.title ?? "" });
}

async function command(promotion: AppPromotion): Promise<void> {
  const { scene } = promotion;
  const { pull } = scene;
  act("A command in a comment");
  const until = "--until 2026-10-08 --codes SIGN-OFF-WAITING";
  const line = `/gate waive launch ${until} --reason "tomas decides on Monday"`;
  const own = promotion.comment(pull.author, line);
  const answers = () => pull.comments.slice(1).filter(({ author }) => author === promotion.bot);
  await promotion.until("who may not is told so", () => {
    return own.reactions.some(({ content }) => content === "confused") && answers().length === 1;
  });
  say(`${pull.author} comments, to have the launch pass, and is answered:`);
  show(line.replace(" --reason", "\n  --reason"));
  show(quoted(unfoldedText(answers()[0]?.body ?? "", 74)));
  say("ines holds the role, and did not write the change. The same line of hers counts:");
  promotion.comment("ines", line);
  await promotion.until("a waiver counts", () => isSaid(promotion, "success", "on a waiver"));
  showCheck(promotion, "success");
}

async function kill(promotion: AppPromotion): Promise<void> {
  const { service, server } = promotion;
  act("The service is killed");
  promotion.comment("ines", "/gate unwaive launch");
  await server.webhooks.settled();
  await service.kill();
  const { event, status } = promotion.delivery("issue_comment");
  must(status === 202, `the delivery is taken, not answered ${status}`);
  say(
    `ines takes her waiver back. The service has taken the event (\`${event}\`, answered ${status}), and not looked yet: it is killed with \`kill -9\`. The verdict is the last one:`,
  );
  showCheck(promotion, "success");
  await service.start();
  await promotion.until("what was taken is not lost", () =>
    isSaid(promotion, "failure", "1 of 12"),
  );
  say("It is started again. What it had answered for is in its store, and is looked at:");
  showCheck(promotion, "failure");
}

async function lose(promotion: AppPromotion): Promise<void> {
  const { scene, service, server } = promotion;
  act("An event is lost");
  server.webhooks.faults.plan({
    ...{ fault: { kind: "lost" }, matches: ({ event }) => event === "pull_request_review" },
  });
  scene.approve();
  await server.webhooks.settled();
  const lost = promotion.delivery("pull_request_review");
  must(lost.status === null, "the delivery is lost");
  say(
    `ines approves the commit in a review. GitHub cannot bring the event (\`${lost.event}\`: ${lost.outcome}), and does not try again. Nobody has heard:`,
  );
  await refusedMerge(promotion);
  say(
    "Every ten minutes, and on start, the service asks GitHub for what it could not bring, and looks at all that is open. So that nobody has to wait it is started again, this time in order:",
  );
  must((await service.stop()) === "stopped", "the service ends in order");
  await service.start();
  await promotion.until("a sweep finds what was lost", () =>
    isSaid(promotion, "success", "12 gates pass"),
  );
  await promotion.until("the delivery is brought again", () => {
    const { redelivery, status } = promotion.delivery(lost.event);
    return redelivery && status === 202;
  });
  showCheck(promotion, "success");
  say("She merges it:");
  await allowedMerge(promotion);
}

/** Whether check and comment say so: the comment is written last. */
function isSaid(promotion: AppPromotion, conclusion: string, words: string): boolean {
  const { title, conclusion: said } = promotion.check(CONTEXT) ?? {};
  const [comment] = promotion.scene.pull.comments;
  const heading = firstLine(comment?.body ?? "");
  return said === conclusion && !!title?.includes(words) && heading.includes(words);
}

function showCheck(promotion: AppPromotion, state: "success" | "failure"): void {
  showVerdict(state, { name: CONTEXT, line: promotion.check(CONTEXT)?.title ?? "" });
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}
