import { readFileSync } from "node:fs";
import process from "node:process";
import * as core from "@actions/core";
import { failureOf } from "../github/failure.ts";
import { ServerClock } from "../github/server-clock.ts";
import { inertLine } from "../render/inert-text.ts";
import { InputError, subjectOf } from "./event.ts";
import { readInputs } from "./inputs.ts";
import { openClients } from "./open-clients.ts";
import { startOpening } from "./start-opening.ts";

/** GitHub writes no event that is larger. */
const LARGEST_EVENT = 32 * 1024 * 1024;

/** Runs as a step of a workflow: exits with 0 once the verdict is written, with 1 when it could not be. */
async function main(): Promise<void> {
  const { env } = process;
  const inputs = readInputs((name) => core.getInput(name));
  for (const secret of [inputs.token, inputs.organizationToken]) {
    if (secret !== null) core.setSecret(secret);
  }
  const event = env.GITHUB_EVENT_NAME ?? "";
  const subject = subjectOf(event, readEvent(env.GITHUB_EVENT_PATH), inputs.pull);
  const [owner, name] = (env.GITHUB_REPOSITORY ?? "").split("/");
  if (!owner || !name) throw new InputError("`GITHUB_REPOSITORY` does not name a repository");
  const clock = new ServerClock(Date.now);
  const clients = await openClients(inputs, clock);
  const about = { ...clients, name: { owner, name }, policyBranch: inputs.policyBranch };
  const opening =
    subject.kind === "pull" ? await startOpening({ ...about, number: subject.number }) : null;
  const { runAction } = await import("./run-action.ts");
  const { openPacks } = await import("../worktree/template-files.ts");
  const promoting = {
    ...about,
    voice: "status" as const,
    packs: openPacks(),
    now: () => clock.now(),
    reportUrl: runUrl(env),
    wants: { comment: inputs.comment, issues: inputs.issues, dryRun: inputs.dryRun },
  };
  const ran = await runAction(subject, promoting, opening?.opened);
  const { tell } = await import("./tell.ts");
  await tell(ran, { event, dryRun: inputs.dryRun, folder: env.RUNNER_TEMP ?? "." });
}

function readEvent(path: string | undefined): unknown {
  if (path === undefined || path === "") return {};
  try {
    const text = readFileSync(path, "utf8");
    if (text.length > LARGEST_EVENT)
      throw new InputError("the event is larger than any of GitHub's");
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `the event in \`GITHUB_EVENT_PATH\` cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Of this run, whose summary holds the whole report. */
function runUrl({
  GITHUB_SERVER_URL: server,
  GITHUB_REPOSITORY,
  GITHUB_RUN_ID: id,
}: NodeJS.ProcessEnv) {
  return server && id ? `${server}/${GITHUB_REPOSITORY}/actions/runs/${id}` : null;
}

main().catch((error: unknown) => {
  const message = error instanceof InputError ? error.message : messageOf(error);
  core.setFailed(inertLine(message));
});

function messageOf(error: unknown): string {
  try {
    return `GitHub could not be asked: ${failureOf(error).message}`;
  } catch {
    return `stage-gates failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}
