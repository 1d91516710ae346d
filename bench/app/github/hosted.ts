import { createHash } from "node:crypto";
import { blobId } from "../../../src/files/content.ts";
import { checklistRepository } from "../../checklist-repository.ts";

/** A check run as it was last written. */
export interface WrittenRun {
  readonly id: number;
  readonly name: string;
  conclusion: string;
  externalId: string;
  /** Milliseconds since 1970. */
  at: number;
}

export interface HostedComment {
  readonly id: number;
  body: string;
}

export interface HostedPull {
  readonly number: number;
  /** How often it was pushed to. */
  generation: number;
  head: string;
  /** All that it had. */
  readonly heads: Set<string>;
  /** Whether its documents are complete. */
  ready: boolean;
  /** Of the last push, milliseconds since 1970. */
  pushedAt: number;
  readonly comments: HostedComment[];
  /** By head. */
  readonly runs: Map<string, WrittenRun[]>;
}

export interface HostedRepository {
  readonly owner: string;
  readonly name: string;
  readonly installation: number;
  readonly pulls: Map<number, HostedPull>;
  /** How many more are open that promote nothing. */
  readonly others: number;
}

export interface HostedFile {
  readonly text: string;
  readonly oid: string;
}

const ITEMS = 30;
const { policy, readiness } = checklistRepository(ITEMS);
const POLICY = policy.replace(
  "gates:\n",
  `roles:
  release-managers: {users: [ines, tomas]}
waivers: {approvers: [release-managers], max_days: 30}
gates:
  - id: operation
    title: Operation
    rules:
      - {id: runbook, type: document, path: docs/runbook.md}
      - {id: alerts, type: values, file: ops/alerts.yml, assert: [{path: alerts, contains_all: [latency]}]}
`,
);
const FILES: Readonly<Record<string, string>> = {
  ".github/stage-gates.yml": POLICY,
  "docs/audit.md": "# Audit\n\nAll records of the pilot were compared with production.\n",
  "docs/runbook.md": `# Runbook\n\n${"Drain the queue, and then start the workers one by one.\n".repeat(40)}`,
  "ops/alerts.yml": "alerts: [latency, errors, saturation]\n",
};
/** Reviewed a short while ago, whenever this runs. */
const READINESS = readiness.replaceAll(/2026-09-1\d/g, dayBefore(10));
const HOSTED = new Map(Object.entries(FILES).map(([path, text]) => [path, fileOf(text)]));

export function openPull(of: Pick<HostedRepository, "owner">, number: number): HostedPull {
  const [comments, runs] = [[], new Map()];
  const heads = new Set<string>();
  const pull = {
    number,
    generation: 0,
    head: "",
    heads,
    ready: false,
    pushedAt: 0,
    comments,
    runs,
  };
  push(of, pull, { ready: false, now: Date.now() });
  return pull;
}

export function push(
  { owner }: Pick<HostedRepository, "owner">,
  pull: HostedPull,
  { ready, now }: { readonly ready: boolean; readonly now: number },
): void {
  pull.generation += 1;
  pull.head = idOf(`${owner}/${pull.number}/${pull.generation}`);
  pull.heads.add(pull.head);
  pull.ready = ready;
  pull.pushedAt = now;
}

/** Tip of the branch that all pull requests would be merged into. */
export function baseOf({ owner }: HostedRepository): string {
  return idOf(`${owner}/production`);
}

export function mergeOf({ head }: HostedPull): string {
  return idOf(`merge/${head}`);
}

/** What stands at a path; each pull request has a readiness document of its own. */
export function fileAt(path: string, pull: HostedPull | null): HostedFile | null {
  if (path !== "READINESS.md" || pull === null) return HOSTED.get(path) ?? null;
  const said = pull.ready ? READINESS : READINESS.replace("- [x]", "- [ ]");
  return fileOf(`${said}\nOf pull request ${pull.number}, commit ${pull.generation}.\n`);
}

function fileOf(text: string): HostedFile {
  return { text, oid: blobId(Buffer.from(text), "sha1") };
}

export function idOf(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}

function dayBefore(days: number): string {
  return new Date(Date.now() - days * 24 * 3_600_000).toISOString().slice(0, 10);
}
