import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Gate, Policy, Rule } from "../../model/policy.ts";
import {
  type ItemFacts,
  renderGates,
  renderItem,
  renderMergedGate,
  renderRule,
  renderStages,
  renderWholePolicy,
  type TypeFacts,
} from "../../render/policy.ts";
import { renderProblems } from "../../render/problems.ts";
import type { OriginOf } from "../../render/settings.ts";
import { ruleType } from "../../rules/index.ts";
import { gatesOfStage } from "../../verdict/select-gates.ts";
import { openCheckout } from "../../worktree/checkout.ts";
import { checkoutSource } from "../../worktree/checkout-source.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { openPolicy } from "../open-policy.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError, unknownName } from "../usage-error.ts";

export interface ExplainOptions {
  /** `true`: show the whole policy; a name: explain that file, as `check` would judge by it. */
  readonly policy?: string | true;
  readonly orgPolicy?: string;
}

/** Shows what the policy asks for: stages, a gate, a rule, or all of it with origins. */
export async function explain(
  what: string | undefined,
  options: ExplainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { cwd, look } = terminal;
  const asked = askedFor(what, options.policy, cwd);
  const checkout = await openCheckout(cwd, { base: null });
  const opened = await openPolicy(checkout, checkoutSource(checkout), {
    policy: asked.file,
    organization: options.orgPolicy ?? null,
    cwd,
  });
  if (opened.state === "invalid") {
    terminal.tell(renderProblems(opened.problems, opened.sources, terminal.toldPaint));
    return EXIT.noVerdict;
  }
  const { policy, provenance } = opened;
  const originOf: OriginOf = (path) => provenance.get(path) ?? null;
  if (asked.what !== null) terminal.print(explained(asked.what, policy, { asked, originOf, look }));
  else if (asked.merged) terminal.print(renderWholePolicy(policy, originOf, look));
  else {
    terminal.print(renderStages(policy.stages, (stage) => gatesOfStage(policy, stage), look));
    terminal.tell("\n`stage-gates explain <gate>` shows its rules, `<gate>/<rule>` one of them.\n");
  }
  return EXIT.pass;
}

interface Asked {
  readonly what: string | null;
  /** As merged, with the origin of each value. */
  readonly merged: boolean;
  /** The policy to explain. */
  readonly file: string | null;
}

/** `--policy` may come before what is asked for: a name that is no file is not taken for one. */
function askedFor(what: string | undefined, policy: string | true | undefined, cwd: string): Asked {
  if (typeof policy !== "string")
    return { what: what ?? null, merged: policy === true, file: null };
  if (what !== undefined || namesFile(policy, cwd)) {
    return { what: what ?? null, merged: what === undefined, file: policy };
  }
  return { what: policy, merged: true, file: null };
}

function namesFile(name: string, cwd: string): boolean {
  if (/\.(?:ya?ml|json)$/i.test(name)) return true;
  return statSync(resolve(cwd, name), { throwIfNoEntry: false })?.isFile() === true;
}

function explained(
  what: string,
  policy: Policy,
  { asked, originOf, look }: { asked: Asked; originOf: OriginOf; look: Terminal["look"] },
): string {
  const items = itemsCalled(what, policy);
  if (items.length > 0) return items.map((item) => renderItem(item, originOf, look)).join("\n");
  const [gateName = "", ruleName, ...more] = what.split("/");
  if (more.length > 0) {
    throw new UsageError(
      `\`${what}\` is no gate, no rule and no item`,
      "write `<gate>`, `<gate>/<rule>` or the id of an item",
    );
  }
  const gate =
    ruleName === undefined
      ? find("gate or item", gateName, policy.gates, { others: itemIds(policy) })
      : find("gate", gateName, policy.gates);
  if (ruleName === undefined) {
    return asked.merged ? renderMergedGate(gate, originOf, look) : renderGates([gate], look);
  }
  const rule = find("rule", ruleName, gate.rules, { where: ` in the gate \`${gate.id}\`` });
  return renderRule(gate, rule, factsOf(rule), originOf, look);
}

/** Items of any checklist, by the id that findings name; a gate of that name goes before. */
function itemsCalled(what: string, { gates }: Policy): readonly ItemFacts[] {
  if (gates.some(({ id }) => id === what)) return [];
  return gates.flatMap((gate) =>
    gate.rules.flatMap((rule) =>
      itemsOf(rule.options)
        .filter(({ id }) => id === what || `${gate.id}/${rule.id}/${id}` === what)
        .map((item) => ({ gate, rule, item })),
    ),
  );
}

function itemIds({ gates }: Policy): readonly string[] {
  const all = gates.flatMap(({ rules }) => rules.flatMap(({ options }) => itemsOf(options)));
  return [...new Set(all.map(({ id }) => id))];
}

/** Only what has ids of its own; options are known to their rule type alone. */
function itemsOf(options: unknown): readonly { readonly id: string }[] {
  const { items } = Object(options) as { readonly items?: unknown };
  if (!Array.isArray(items)) return [];
  return items.filter((item) => typeof Object(item).id === "string");
}

/** By its id, or by its title as the verdict shows it. */
function find<Named extends Gate | Rule>(
  kind: string,
  name: string,
  all: readonly Named[],
  { where = "", others = [] }: { where?: string; others?: readonly string[] } = {},
): Named {
  const byTitle = ({ title }: Named) => title.toLowerCase() === name.toLowerCase();
  const found = all.find(({ id }) => id === name) ?? all.find(byTitle);
  if (found !== undefined) return found;
  throw unknownName(kind, name, [...all.map(({ id }) => id), ...others], where);
}

function factsOf(rule: Rule): TypeFacts {
  const type = ruleType(rule.type);
  if (type === undefined) throw new Error(`there is no rule type \`${rule.type}\``);

  return { ...type.meta, codes: type.codes };
}
