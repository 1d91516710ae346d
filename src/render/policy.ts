import type { Gate, Policy, Rule, Stage } from "../model/policy.ts";
import { formatDuration } from "../time/duration.ts";
import { inertLine } from "./inert-text.ts";
import { counted } from "./sentence.ts";
import { type OriginOf, renderSettings } from "./settings.ts";
import type { Look } from "./terminal-text.ts";
import { padTo, widthOf, wrapText } from "./wrap-text.ts";

/** The stages, each with its gates. */
export function renderStages(
  stages: readonly Stage[],
  gatesOf: (stage: Stage) => readonly Gate[],
  look: Look,
): string {
  return stages
    .map((stage) => {
      const gates = gatesOf(stage);
      const ids = gates.map(({ id }) => inertLine(id));
      const column = widest(ids);
      const branches = stage.branches.map((branch) => inertLine(branch)).join(", ");
      const head = `${look.paint("strong", inertLine(stage.id))}: ${counted(gates.length, "gate")}, for branch ${branches}`;
      const rows = gates.map(({ id, title, rules }) =>
        hanging(
          `  ${padTo(inertLine(id), column)}  `,
          `${inertLine(title)} (${counted(rules.length, "rule")})`,
          look,
        ),
      );
      return [head, ...rows].join("\n");
    })
    .map((text) => `${text}\n`)
    .join("\n");
}

/** Gates with their rules, a line each. */
export function renderGates(gates: readonly Gate[], look: Look): string {
  return gates
    .map((gate) => {
      const ids = widest(gate.rules.map(({ id }) => inertLine(id)));
      const types = widest(gate.rules.map(({ type }) => type));
      const rows = gate.rules.map((rule) => {
        const start = `  ${padTo(inertLine(rule.id), ids)}  ${padTo(rule.type, types)}  `;
        return hanging(start, `${inertLine(rule.title)}${limits(rule)}`, look);
      });
      return [gateHead(gate, look), ...rows].join("\n");
    })
    .map((text) => `${text}\n`)
    .join("\n");
}

function gateHead(gate: Gate, look: Look): string {
  const { require } = gate;
  const remarks = [
    ...(require === "any" ? ["one rule is enough"] : []),
    ...(typeof require === "object" ? [`${require.at_least} rules are enough`] : []),
    ...(gate.depends_on.length === 0
      ? []
      : [`after ${gate.depends_on.map((id) => inertLine(id)).join(", ")}`]),
    ...(gate.changed === null ? [] : ["only where its paths change"]),
    ...(gate.when === null ? [] : ["only for some services"]),
    ...(gate.enforce_from === null ? [] : [`from ${gate.enforce_from}`]),
  ];
  const text = remarks.length === 0 ? "" : look.paint("quiet", `  (${remarks.join("; ")})`);
  return `${look.paint("strong", inertLine(gate.id))}  ${inertLine(gate.title)}${text}`;
}

function limits(rule: Rule): string {
  const remarks = [
    ...(rule.severity === "warn" ? ["warns"] : []),
    ...(rule.when === null ? [] : ["only for some services"]),
    ...(rule.enforce_from === null ? [] : [`from ${rule.enforce_from}`]),
    ...(rule.max_age === null ? [] : [`at most ${formatDuration(rule.max_age)} old`]),
  ];
  return remarks.length === 0 ? "" : ` (${remarks.join("; ")})`;
}

/** What is known of a rule type. */
export interface TypeFacts {
  readonly holdsWhen: string;
  readonly why: string;
  /** Each code it can report, with what it means. */
  readonly codes: Readonly<Record<string, string>>;
}

/** One rule: what it means, why it exists, its settings with where each comes from, its codes. */
export function renderRule(
  gate: Gate,
  rule: Rule,
  facts: TypeFacts,
  originOf: OriginOf,
  look: Look,
): string {
  const name = `${inertLine(gate.id)}/${inertLine(rule.id)}`;
  const column = widest(Object.keys(facts.codes));
  const codes = Object.entries(facts.codes).map(([code, meaning]) =>
    hanging(`  ${padTo(code, column)}  `, meaning, look),
  );
  const settings = renderSettings(
    settingsOf(rule),
    `gates.${gate.id}.rules.${rule.id}`,
    originOf,
    look,
  );
  return [
    `${look.paint("strong", name)}  ${inertLine(rule.title)}`,
    "",
    hanging("Holds when  ", facts.holdsWhen, look),
    hanging("Why         ", facts.why, look),
    "",
    look.paint("strong", "Settings"),
    indented(settings),
    look.paint("strong", "Reports"),
    ...codes,
    "",
  ].join("\n");
}

/** An item of a checklist, with the rule that asks for it. */
export interface ItemFacts {
  readonly gate: Gate;
  readonly rule: Rule;
  /** As it stands in the rule's options. */
  readonly item: { readonly id: string };
}

/** One item: who asks for it, and its settings with where each comes from. */
export function renderItem(
  { gate, rule, item }: ItemFacts,
  originOf: OriginOf,
  look: Look,
): string {
  const { id, ...own } = item;
  const name = `${inertLine(gate.id)}/${inertLine(rule.id)}`;
  const path = `gates.${gate.id}.rules.${rule.id}`;
  return [
    look.paint("strong", inertLine(id)),
    "",
    hanging("Asked by  ", `${name}: ${rule.title}`, look),
    "",
    look.paint("strong", "Settings"),
    indented(renderSettings({ items: [{ id, ...own }] }, path, originOf, look)),
    hanging("", `What holds for each of its items: stage-gates explain ${name}`, look),
    "",
  ].join("\n");
}

/** The merged policy as YAML, each value with where it comes from. */
export function renderWholePolicy(policy: Policy, originOf: OriginOf, look: Look): string {
  const { gates, stages, exemptions, ...rest } = policy;
  const whole = {
    ...rest,
    stages: stages.map(({ at, ...stage }) => stage),
    gates: gates.map(asStated),
  };
  return renderSettings(whole, "", originOf, look);
}

/** One gate of it. */
export function renderMergedGate(gate: Gate, originOf: OriginOf, look: Look): string {
  return renderSettings({ gates: [asStated(gate)] }, "", originOf, look);
}

function asStated({ at, locked, rules, ...gate }: Gate): object {
  return { ...gate, rules: rules.map((rule) => ({ id: rule.id, ...settingsOf(rule) })) };
}

/** As they stand in a policy. */
export function settingsOf({ id, at, locked, options, max_age, ...common }: Rule): object {
  const own = typeof options === "object" && options !== null ? options : {};
  return { ...common, max_age: max_age === null ? null : durationText(max_age), ...own };
}

const HOUR = 3_600_000;

function durationText(duration: number): string {
  return duration % (24 * HOUR) === 0 ? `${duration / (24 * HOUR)}d` : `${duration / HOUR}h`;
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, widthOf(text)), 0);
}

/** `start`, and `text` wrapped beside it. */
function hanging(start: string, text: string, look: Look): string {
  const column = widthOf(start);
  const lines = wrapText(inertLine(text), Math.max(20, look.width - column));
  return lines.map((line, index) => (index === 0 ? start : " ".repeat(column)) + line).join("\n");
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
