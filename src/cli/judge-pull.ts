import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { isAbsent, textOf } from "../files/policy-file.ts";
import { openPull } from "../github/open-pull.ts";
import type { PolicyRead } from "../github/policy-at-tip.ts";
import type { Verdict } from "../model/verdict.ts";
import { judgePromotion } from "../promotion/judge-promotion.ts";
import type { Sources } from "../render/problems.ts";
import { policyNamed } from "../worktree/policy-files.ts";
import { recordFacts } from "../worktree/record-facts.ts";
import { openPacks } from "../worktree/template-files.ts";
import { type Connected, connect, unanswered } from "./github-connection.ts";
import type { Judged } from "./judge-checkout.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

export interface JudgePullOptions {
  readonly pr: number;
  readonly repo?: string;
  /** A policy of this machine to judge by, as typed. */
  readonly policy?: string;
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
  const connected = await connect({ ...options, dir }, terminal);
  const { client, name } = connected;
  const opened = await asked(connected, () => openPull({ client, name, number: options.pr }));
  const recorder = recordFacts(opened.source);
  const now = options.at ?? connected.now();
  const policy = policyFor(opened.policy, options.policy, terminal.cwd);
  const outcome = await judgePromotion({
    opened: { ...opened, policy, source: recorder.source },
    packs: openPacks(),
    now,
  });
  const { pull } = opened;
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
  const verdict =
    policy === opened.policy ? outcome.verdict : previewed(outcome.verdict, opened.policy);
  const { source } = opened;
  return { verdict, sources: sourcesOf(policy), root: pull.repository, source };
}

/** What softens a policy stays as it is on GitHub where nothing lies beside the one that is named. */
function policyFor(there: PolicyRead, named: string | undefined, cwd: string): PolicyRead {
  if (named === undefined) return there;
  const here = policyNamed(cwd, named, cwd);
  // An absent one would leave the organization's alone to judge by.
  if (isAbsent(here.policy.fact)) {
    throw new UsageError(`\`${here.policy.name}\` does not exist`, "correct the path");
  }
  return {
    ...here,
    waivers: isAbsent(here.waivers.fact) ? there.waivers : here.waivers,
    baseline: isAbsent(here.baseline.fact) ? there.baseline : here.baseline,
    organization: there.organization,
  };
}

/** So that nobody takes it for what GitHub will say. */
function previewed(verdict: Verdict, { ref }: PolicyRead): Verdict {
  const [file = ""] = verdict.policy.files;
  const message = `judged by \`${file}\`, not by the policy of the default branch, \`${ref}\`: this is a preview, and nothing on GitHub changes`;
  const note = { code: "POLICY-PREVIEWED", message, at: null };
  return { ...verdict, notes: [note, ...verdict.notes] };
}

/** Texts of the policy's files, to show problems in. */
function sourcesOf({ policy, waivers, baseline, organization }: PolicyRead): Sources {
  const files = [policy, waivers, baseline, organization].filter(({ fact }) => !isAbsent(fact));
  return new Map(files.map((file) => [file.name, textOf(file).text]));
}

async function asked<T>(connected: Connected, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw unanswered(error, connected, "correct the number, or `--repo`, or the token");
  }
}
