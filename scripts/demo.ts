/**
 * `npm run demo [-- --cli | --app | --keep]`: the whole story on this machine, through the built
 * command line and the built action. It ends with 0 only where everything went as it is told; `--cli`
 * shows the command line alone, in full; `--app` tells it through the app instead of the action;
 * `--keep` leaves GitHub's pages open until Ctrl-C.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { onALaptop } from "./demo/laptop.ts";
import { onGitHub } from "./demo/on-github.ts";
import { Promotion } from "./demo/promotion.ts";
import { act, StoryBroken, say, show } from "./demo/telling.ts";

const flag = { type: "boolean", default: false } as const;
const { values } = parseArgs({ options: { cli: flag, app: flag, keep: flag } });
const folder = mkdtempSync(join(tmpdir(), "stage-gates-demo-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
let isTold = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  // Half a story is not the story.
  process.once(signal, () => process.exit(isTold ? 0 : 130));
}

try {
  if (values.cli) await onALaptop(folder, "whole");
  else if (values.app) await withTheApp();
  else await wholeStory();
} catch (error) {
  if (!(error instanceof StoryBroken)) throw error;
  console.error(`\nThe demo is broken. This should be so and is not: ${error.message}`);
  process.exitCode = 1;
}

async function wholeStory(): Promise<void> {
  await onALaptop(folder, "last line");
  const promotion = await Promotion.start(join(folder, "github"));
  try {
    await onGitHub(promotion);
    whatNext();
    isTold = true;
    if (values.keep) await stay(promotion);
  } finally {
    await promotion.server.stop();
  }
}

async function withTheApp(): Promise<void> {
  // Loaded only here: the service is much.
  const { throughTheApp } = await import("./demo/through-the-app.ts");
  await throughTheApp(folder, async (promotion) => {
    whatNextWithTheApp();
    isTold = true;
    if (values.keep) await stay(promotion);
  });
}

function whatNext(): void {
  act("Your own repository");
  say("Try it on a checkout, with no token and nothing installed in it:");
  show(`cd <your repository>
node ${join(import.meta.dirname, "../dist/cli.js")} init
node ${join(import.meta.dirname, "../dist/cli.js")} check --local`);
  say(
    "`init` asks four questions and overwrites nothing. `npm run demo -- --keep` leaves GitHub's pages open for a look; `npm run demo -- --cli` shows the first act in full.",
  );
}

function whatNextWithTheApp(): void {
  act("Your own organization");
  say("In this clone, with nothing set: it opens a page that registers an app of your own.");
  show("npm start");
  say(
    "`docs/operations.md` says the rest. `npm run demo -- --app --keep` leaves GitHub's pages and the service open for a look.",
  );
}

async function stay({
  page,
  server,
  name,
}: Pick<Promotion, "page" | "server" | "name">): Promise<void> {
  say("It stays as it is until you press Ctrl-C:");
  show(`${page}\n${server.addresses.html}/${name}/issues?state=closed`);
  await new Promise(() => {});
}
