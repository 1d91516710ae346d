import { DEFAULTS } from "../schema/defaults.ts";
import { LOCKABLE } from "../schema/policy-file-schema.ts";
import { child, entriesOf, type SourceNode, textOf, textsOf } from "../source/source-tree.ts";
import { isEarlier } from "./lock-gates.ts";
import { type LockQuestion, refuse, sameValue } from "./lock-question.ts";

const TOGETHER = ["mode", "enforce_from"];

/** Keys of the whole policy: those in `lock`, and those that decide over a guarded gate. */
export function lockKeys(question: LockQuestion, guarding: boolean): void {
  const locks = new Map(
    textsOf(child(question.organization, "lock")).map(({ text, node }) => [text, node]),
  );
  const pair = TOGETHER.flatMap((key) => locks.get(key) ?? [])[0];
  for (const key of LOCKABLE) {
    const lock = locks.get(key) ?? (TOGETHER.includes(key) ? pair : undefined);
    if (lock !== undefined) lockKey(question, key, lock);
    else if (guarding) guardKey(question, key);
  }
}

function lockKey(question: LockQuestion, key: string, lock: SourceNode): void {
  const entry = entriesOf(question.merged).get(key);
  if (entry === undefined || sameValue(child(question.baseline, key), entry.node)) return;
  refuse(question, entry.key, `\`${key}\` is locked by the organization`, lock);
}

function guardKey(question: LockQuestion, key: string): void {
  if (key === "mode") guardMode(question);
  if (key === "waivers") guardWaivers(question);
  if (key === "roles") guardRoles(question);
  if (key === "break_glass" && child(question.baseline, key) !== undefined) {
    const entry = entriesOf(question.merged).get(key);
    if (entry === undefined || sameValue(child(question.baseline, key), entry.node)) return;
    refuse(question, entry.key, "`break_glass` is the organization's, which locks gates");
  }
}

function guardMode(question: LockQuestion): void {
  const { baseline, merged } = question;
  const [was, is] = [child(baseline, "enforce_from"), child(merged, "enforce_from")];
  const advisory = (node: SourceNode) =>
    (textOf(child(node, "mode")) ?? DEFAULTS.mode) === "advisory";
  const day = entriesOf(merged).get("enforce_from");
  if (day !== undefined) {
    const tighter = was === undefined ? advisory(baseline) : isEarlier(was, is);
    if (!tighter) {
      refuse(question, day.key, "`enforce_from` would put off gates that the organization locks");
    }
    return;
  }
  const mode = entriesOf(merged).get("mode");
  if (mode !== undefined && advisory(merged) && !advisory(baseline)) {
    refuse(question, mode.key, "`mode: advisory` would open gates that the organization locks");
  }
}

function guardWaivers(question: LockQuestion): void {
  const before = child(question.baseline, "waivers");
  if (before === undefined) return;
  for (const [key, { key: spot, node }] of entriesOf(child(question.merged, "waivers"))) {
    const was = child(before, key);
    const most = typeof was?.value === "number" ? was.value : DEFAULTS.max_days;
    const fewer = key === "max_days" && typeof node.value === "number" && node.value <= most;
    if (fewer || sameValue(was, node)) continue;
    refuse(question, spot, `\`waivers.${key}\` is the organization's, which locks gates`);
  }
}

function guardRoles(question: LockQuestion): void {
  const before = entriesOf(child(question.baseline, "roles"));
  for (const [name, { key, node }] of entriesOf(child(question.merged, "roles"))) {
    const was = before.get(name)?.node;
    if (was === undefined || sameValue(was, node)) continue;
    refuse(question, key, `the role \`${name}\` is the organization's, which locks gates`);
  }
}
