import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { isAbsent, textOf } from "../files/policy-file.ts";
import { GitHubFailure } from "../github/failure.ts";
import { openPull } from "../github/open-pull.ts";
import type { PolicyAtTip } from "../github/policy-at-tip.ts";
import { judgePromotion } from "../promotion/judge-promotion.ts";
import type { Sources } from "../render/problems.ts";
import { recordFacts } from "../worktree/record-facts.ts";
import { openPacks } from "../worktree/template-files.ts";
import { connect } from "./github-connection.ts";
import type { Judged } from "./judge-checkout.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

export interface JudgePullOptions {
  readonly pr: number;
  readonly repo?: string;
  /** File for what GitHub said, as typed. */
  readonly record?: string;
  /** Milliseconds since 1970. */
  readonly at?: number;
}

/** Judges a pull request as it is on GitHub, and changes nothing there. */
export async function judgePull(
  dir: string,
  options: JudgePullOptions,
  terminal: Terminal,
): Promise<Judged> {
  const { client, name, ...clock } = await connect({ ...options, dir }, terminal);
  const opened = await asked(() => openPull({ client, name, number: options.pr }));
  const recorder = recordFacts(opened.source);
  const now = options.at ?? clock.now();
  const outcome = await judgePromotion({
    opened: { ...opened, source: recorder.source },
    packs: openPacks(),
    now,
  });
  const { pull, policy } = opened;
  if (outcome.state === "no-promotion") {
    throw new UsageError(
      `#${pull.number} asks to merge into \`${pull.baseBranch}\`, which is no stage's branch`,
      `add the branch to a stage in \`${policy.policy.name}\` if it is one`,
    );
  }
  if (options.record !== undefined) {
    const { repository, head: commit } = pull;
    const file = recorder.file({ repository, commit, at: now });
    writeFileSync(resolve(terminal.cwd, options.record), `${JSON.stringify(file, null, 2)}\n`);
    terminal.tell(`recorded what GitHub said in ${options.record}\n`);
  }
  const { verdict } = outcome;
  const { source } = opened;
  return { verdict, sources: sourcesOf(policy), root: pull.repository, source };
}

/** Texts of the policy's files, to show problems in. */
function sourcesOf({ policy, waivers, baseline, organization }: PolicyAtTip): Sources {
  const files = [policy, waivers, baseline, organization].filter(({ fact }) => !isAbsent(fact));
  return new Map(files.map((file) => [file.name, textOf(file).text]));
}

async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    throw new UsageError(error.message, "correct the number, or `--repo`, or the token");
  }
}
