import type { LocatedEntry, LocatedValue } from "../model/document.ts";
import type { Point } from "../model/place.ts";
import { parseYaml } from "../text/yaml-tree.ts";

/** A workflow file as far as our own runs depend on it. */
export interface Workflow {
  readonly file: string;
  /** By name. */
  readonly events: ReadonlyMap<string, WorkflowEvent>;
  readonly permissions: WorkflowPermissions | null;
  readonly concurrency: WorkflowConcurrency | null;
  readonly jobs: readonly WorkflowJob[];
}

export interface WorkflowEvent {
  readonly at: Point;
  /** Of `types`; `null` where GitHub's own apply. */
  readonly types: readonly string[] | null;
  readonly branches: readonly string[] | null;
  /** `branches-ignore`, `paths` or `paths-ignore`, where there is one. */
  readonly filter: { readonly name: string; readonly at: Point } | null;
}

export interface WorkflowPermissions {
  readonly at: Point;
  /** `read-all` or `write-all`; `null` where they are listed. */
  readonly all: string | null;
  readonly listed: ReadonlyMap<string, string>;
}

export interface WorkflowConcurrency {
  readonly at: Point;
  readonly group: string;
  /** `null` where it says nothing, which is `false`. */
  readonly cancels: { readonly text: string; readonly at: Point } | null;
}

export interface WorkflowJob {
  readonly id: string;
  /** As it shows on a pull request. */
  readonly name: string;
  readonly at: Point;
  readonly permissions: WorkflowPermissions | null;
  readonly concurrency: WorkflowConcurrency | null;
  /** What can keep it from running: its `if`, its `needs`, the `if` of a step of ours. */
  readonly conditions: readonly {
    readonly key: string;
    readonly text: string;
    readonly at: Point;
  }[];
  readonly uses: readonly { readonly action: string; readonly at: Point }[];
}

export type ReadWorkflow =
  | { readonly state: "read"; readonly workflow: Workflow }
  | { readonly state: "malformed"; readonly problem: string; readonly at: Point };

const START: Point = { line: 1, column: 1 };

export function readWorkflow(file: string, text: string): ReadWorkflow {
  const parsed = parseYaml(text);
  if (parsed.state === "malformed") {
    const [first] = parsed.problems;
    return {
      state: "malformed",
      problem: first?.message ?? "it is no YAML",
      at: first?.at ?? START,
    };
  }
  const { root } = parsed;
  const jobs = [...entriesOf(valueAt(root, "jobs"))].map(([id, { node }]) => jobOf(id, node));
  const workflow = {
    file,
    events: eventsOf(valueAt(root, "on")),
    permissions: permissionsOf(valueAt(root, "permissions")),
    concurrency: concurrencyOf(valueAt(root, "concurrency")),
    jobs,
  };
  return { state: "read", workflow };
}

/** `on: push`, `on: [push]` and `on: {push: …}` are one. */
function eventsOf(on: LocatedValue | null): ReadonlyMap<string, WorkflowEvent> {
  if (on === null) return new Map();
  const named = [on, ...itemsOf(on)].flatMap((node) =>
    typeof node.value === "string" ? [[node.value, eventOf(node)] as const] : [],
  );
  const mapped = [...entriesOf(on)].map(
    ([name, { node, keyAt }]) => [name, { ...eventOf(node), at: keyAt }] as const,
  );
  return new Map([...named, ...mapped]);
}

function eventOf(node: LocatedValue): WorkflowEvent {
  const entries = entriesOf(node);
  const name = ["paths", "paths-ignore", "branches-ignore"].find((key) => entries.has(key));
  const at = name === undefined ? undefined : entries.get(name)?.keyAt;
  return {
    at: node.at,
    types: textsAt(node, "types"),
    // With tags alone, a push to a branch is left out.
    branches: textsAt(node, "branches") ?? (entries.has("tags") ? [] : null),
    filter: name === undefined || at === undefined ? null : { name, at },
  };
}

function permissionsOf(node: LocatedValue | null): WorkflowPermissions | null {
  if (node === null) return null;
  const listed = new Map([...entriesOf(node)].map(([name, entry]) => [name, textOf(entry.node)]));
  return { at: node.at, all: typeof node.value === "string" ? node.value : null, listed };
}

function concurrencyOf(node: LocatedValue | null): WorkflowConcurrency | null {
  if (node === null) return null;
  const cancels = valueAt(node, "cancel-in-progress");
  const group = valueAt(node, "group") ?? node;
  return {
    at: node.at,
    group: textOf(group),
    cancels: cancels === null ? null : { text: textOf(cancels), at: cancels.at },
  };
}

function jobOf(id: string, node: LocatedValue): WorkflowJob {
  const steps = itemsOf(valueAt(node, "steps"));
  const uses = [node, ...steps].flatMap((part) => {
    const action = valueAt(part, "uses");
    return action === null ? [] : [{ action: textOf(action), at: action.at }];
  });
  const ours = steps.filter((step) => isOurAction(textOf(valueAt(step, "uses"))));
  const conditions = [
    { key: "if", node: valueAt(node, "if") },
    { key: "needs", node: valueAt(node, "needs") },
    ...ours.map((step) => ({ key: "if", node: valueAt(step, "if") })),
  ].flatMap(({ key, node: found }) =>
    found === null ? [] : [{ key, text: textOf(found), at: found.at }],
  );
  const name = valueAt(node, "name");
  return {
    id,
    name: name === null ? id : textOf(name),
    at: node.at,
    permissions: permissionsOf(valueAt(node, "permissions")),
    concurrency: concurrencyOf(valueAt(node, "concurrency")),
    conditions,
    uses,
  };
}

/** Whether `uses` names this action, whoever keeps it. */
export function isOurAction(uses: string): boolean {
  return /^[^\s@]+\/stage-gates(\/[^\s@]*)?(@|$)/.test(uses);
}

type Entries = ReadonlyMap<string, LocatedEntry>;
const NONE: Entries = new Map();

function entriesOf(node: LocatedValue | null): Entries {
  return node?.value instanceof Map ? node.value : NONE;
}

function itemsOf(node: LocatedValue | null): readonly LocatedValue[] {
  return Array.isArray(node?.value) ? (node.value as readonly LocatedValue[]) : [];
}

function valueAt(node: LocatedValue | null, key: string): LocatedValue | null {
  return entriesOf(node).get(key)?.node ?? null;
}

function textOf(node: LocatedValue | null): string {
  const value = node?.value ?? "";
  return typeof value === "object" ? "" : String(value);
}

/** One text or a list of them; `null` where there is neither. */
function textsAt(node: LocatedValue, key: string): readonly string[] | null {
  const found = valueAt(node, key);
  if (found === null || found.value === null) return null;
  return Array.isArray(found.value) ? itemsOf(found).map(textOf) : [textOf(found)];
}
