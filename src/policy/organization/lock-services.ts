import { idOf } from "../source/policy-entries.ts";
import { child, entriesOf, itemsOf, type SourceNode, textsOf } from "../source/source-tree.ts";
import { isLocked, type LockQuestion, refuse, sameValue } from "./lock-question.ts";

/** What a repository says of its services takes none of them out of a guarded gate. */
export function lockServices(question: LockQuestion, gates: readonly SourceNode[]): void {
  const { baseline, merged } = question;
  const before = child(baseline, "services");
  const after = child(merged, "services");
  const listed = new Set(textsOf(child(before, "ungoverned")).map(({ text }) => text));
  for (const { text, node } of textsOf(child(after, "ungoverned"))) {
    if (listed.has(text)) continue;
    const message = `\`${text}\` cannot be ungoverned: the organization locks gates, so it says which paths they leave out`;
    refuse(question, node, message);
  }
  lockFields(question, gates, { was: baseline, now: merged, own: null });
  for (const [service, { node }] of entriesOf(child(after, "override"))) {
    const was = child(child(before, "override"), service);
    lockOverride(question, gates, node, was);
    lockFields(question, gates, { was: was ?? baseline, now: node, own: service });
  }
}

function lockOverride(
  question: LockQuestion,
  gates: readonly SourceNode[],
  override: SourceNode,
  was: SourceNode | undefined,
): void {
  const list = entriesOf(override).get("gates");
  if (list === undefined || sameValue(child(was, "gates"), list.node)) return;
  const kept = new Set(textsOf(list.node).map(({ text }) => text));
  const lost = gates.flatMap((gate) => idOf(gate) ?? []).filter((id) => !kept.has(id));
  if (lost.length === 0) return;
  const names = lost.map((id) => `\`${id}\``).join(", ");
  refuse(question, list.key, `leaves out ${names}, which the organization locks`);
}

interface FieldsQuestion {
  readonly was: SourceNode;
  readonly now: SourceNode;
  /** The service whose own fields these are. */
  readonly own: string | null;
}

/** A field the organization states and a guarded `when` asks for stays as stated. */
function lockFields(
  question: LockQuestion,
  gates: readonly SourceNode[],
  { was, now, own }: FieldsQuestion,
): void {
  const asked = askedFields(gates);
  const general = child(question.baseline, "fields");
  for (const [name, { key, node }] of entriesOf(child(now, "fields"))) {
    const stated = child(child(was, "fields"), name) ?? child(general, name);
    if (stated === undefined || !asked.has(name) || sameValue(stated, node)) continue;
    const whose = own === null ? "" : ` of \`${own}\``;
    const message = `the field \`${name}\`${whose} is the organization's: gates that it locks depend on it`;
    refuse(question, key, message, stated);
  }
}

/** Names that `when` mentions in guarded gates, in their guarded rules or in their settings. */
export function askedFields(gates: readonly SourceNode[]): ReadonlySet<string> {
  const asked = new Set<string>();
  for (const gate of gates) {
    for (const name of entriesOf(child(gate, "when")).keys()) asked.add(name);
    for (const rule of itemsOf(child(gate, "rules"))) {
      if (isLocked(gate) || isLocked(rule)) collectWhen(rule, asked);
    }
  }
  return asked;
}

function collectWhen(node: SourceNode, asked: Set<string>): void {
  for (const item of itemsOf(node)) collectWhen(item, asked);
  for (const [name, { node: inside }] of entriesOf(node)) {
    if (name === "when") for (const field of entriesOf(inside).keys()) asked.add(field);
    else collectWhen(inside, asked);
  }
}
