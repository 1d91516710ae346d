import { resolve } from "node:path";
import { UnknownService } from "../guard/select.ts";
import { judge, withoutVerdict } from "../guard.ts";
import type { Note, Problem } from "../model/finding.ts";
import type { Policy } from "../model/policy.ts";
import type { FactSource } from "../model/ports.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Sources } from "../render/problems.ts";
import { stageOfBranch } from "../verdict/select-stage.ts";
import { type Checkout, openCheckout } from "../worktree/checkout.ts";
import type { RecordedFacts } from "../worktree/facts-schema.ts";
import { offlineSource, recordingNotes } from "../worktree/offline-source.ts";
import { type OpenedPolicy, openPolicy, type ValidPolicy } from "./open-policy.ts";
import { notesOf } from "./policy-notes.ts";
import { readFactsFile } from "./read-facts.ts";
import { UsageError, unknownName } from "./usage-error.ts";

export interface JudgeOptions {
  readonly stage?: string;
  readonly base?: string;
  readonly service?: readonly string[];
  readonly policy?: string;
  readonly orgPolicy?: string;
  readonly facts?: string;
  readonly local?: true;
  /** Milliseconds since 1970. */
  readonly at?: number;
  /** As if no finding had ever been baselined. */
  readonly withoutBaseline?: true;
}

/** A verdict, and what it takes to show it. */
export interface Judged {
  readonly verdict: Verdict;
  readonly sources: Sources;
  readonly root: string;
  /** Where its facts are from, for what is told beside it. */
  readonly source: FactSource;
}

/** Judges a folder's repository as it lies there, by the policy that counts for it. */
export async function judgeCheckout(
  dir: string,
  options: JudgeOptions,
  cwd: string,
): Promise<Judged> {
  const checkout = await openCheckout(resolve(cwd, dir), { base: options.base ?? null });
  const recorded = options.facts === undefined ? null : readFactsFile(options.facts, cwd);
  if (recorded?.state === "invalid") {
    const sources = new Map([[options.facts ?? "", recorded.text]]);
    const problems = [...recorded.problems];
    const source = offlineSource(checkout, null);
    return { ...problematic(problems, NO_POLICY, checkout, options), sources, source };
  }
  const facts = recorded?.facts ?? null;
  const source = offlineSource(checkout, facts);
  const opened = await openPolicy(checkout, source, {
    policy: options.policy ?? null,
    organization: options.orgPolicy ?? null,
    cwd,
  });
  const { sources } = opened;
  if (opened.state === "invalid") {
    const { problems, origin } = opened;
    return { ...problematic(problems, origin, checkout, options), sources, source };
  }
  const verdict = await verdictOf(opened, { checkout, source, facts, options });
  return { verdict, sources, root: checkout.root, source };
}

const NO_POLICY: OpenedPolicy["origin"] = { ref: "work tree", sha: null, files: [] };

function problematic(
  problems: readonly Problem[],
  origin: OpenedPolicy["origin"],
  checkout: Checkout,
  options: JudgeOptions,
): Pick<Judged, "verdict" | "root"> {
  const stage = options.stage ?? checkout.base?.branch ?? "";
  const commit = checkout.head;
  const verdict = withoutVerdict({ stage, mode: "enforce", problems, origin, commit });
  return { verdict, root: checkout.root };
}

interface Subject {
  readonly checkout: Checkout;
  readonly source: FactSource;
  readonly facts: RecordedFacts | null;
  readonly options: JudgeOptions;
}

async function verdictOf(opened: ValidPolicy, subject: Subject): Promise<Verdict> {
  const { checkout, source, facts, options } = subject;
  const { policy, waivers, baseline, origin } = opened;
  const notes: Note[] = [
    ...(await notesOf(opened, checkout, source)),
    ...(facts === null ? [] : recordingNotes(checkout, facts)),
  ];
  try {
    return await judge({
      policy,
      waivers,
      baseline: options.withoutBaseline === true ? null : baseline,
      notes,
      origin,
      source,
      repository: checkout.repository ?? facts?.repository ?? null,
      now: options.at ?? Date.now(),
      stage: stageOf(policy, checkout, options.stage),
      services: options.service ?? null,
      local: options.local === true,
      commit: checkout.head,
    });
  } catch (error) {
    throw error instanceof UnknownService ? unknownService(error) : error;
  }
}

function unknownService({ service, known }: UnknownService): UsageError {
  if (known.length > 0) return unknownName("service", service, known);
  return new UsageError("the repository has no services of its own", "leave out `--service`");
}

/** The stage that was named, else the one whose branch is the base, else the last. */
function stageOf(policy: Policy, checkout: Checkout, named: string | undefined): string {
  const ids = policy.stages.map(({ id }) => id);
  if (named !== undefined && !ids.includes(named)) throw unknownName("stage", named, ids);
  const branch = checkout.base?.branch ?? null;
  const ofBase = branch === null ? null : stageOfBranch(policy, branch);
  return named ?? ofBase?.id ?? ids.at(-1) ?? "";
}
