import type { Gate, Policy, Provenance, Rule } from "../../model/policy.ts";
import {
  renderGates,
  renderRule,
  renderStages,
  renderWholePolicy,
  type TypeFacts,
} from "../../render/policy.ts";
import { renderProblems } from "../../render/problems.ts";
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
  const checkout = await openCheckout(cwd, { base: null });
  const opened = await openPolicy(checkout, checkoutSource(checkout), {
    policy: typeof options.policy === "string" ? options.policy : null,
    organization: options.orgPolicy ?? null,
    cwd,
  });
  if (opened.state === "invalid") {
    terminal.tell(renderProblems(opened.problems, opened.sources, terminal.toldPaint));
    return EXIT.noVerdict;
  }
  const { policy, provenance } = opened;
  if (what !== undefined) terminal.print(explained(what, policy, provenance, terminal));
  else if (options.policy === undefined) {
    terminal.print(renderStages(policy.stages, (stage) => gatesOfStage(policy, stage), look));
    terminal.tell("\n`stage-gates explain <gate>` shows its rules, `<gate>/<rule>` one of them.\n");
  } else {
    terminal.print(renderWholePolicy(policy, (path) => provenance.get(path) ?? null, look));
  }
  return EXIT.pass;
}

function explained(
  what: string,
  policy: Policy,
  provenance: Provenance,
  { look }: Terminal,
): string {
  const [gateName = "", ruleName, ...more] = what.split("/");
  if (more.length > 0)
    throw new UsageError(`\`${what}\` is no gate and no rule`, "write `<gate>/<rule>`");
  const gate = find("gate", gateName, policy.gates);
  if (ruleName === undefined) return renderGates([gate], look);
  const rule = find("rule", ruleName, gate.rules, ` in the gate \`${gate.id}\``);
  const originOf = (path: string) => provenance.get(path) ?? null;
  return renderRule(gate, rule, factsOf(rule), originOf, look);
}

/** By its id, or by its title as the verdict shows it. */
function find<Named extends Gate | Rule>(
  kind: string,
  name: string,
  all: readonly Named[],
  where = "",
): Named {
  const byTitle = ({ title }: Named) => title.toLowerCase() === name.toLowerCase();
  const found = all.find(({ id }) => id === name) ?? all.find(byTitle);
  const ids = all.map(({ id }) => id);
  if (found === undefined) throw unknownName(kind, name, ids, where);
  return found;
}

function factsOf(rule: Rule): TypeFacts {
  const type = ruleType(rule.type);
  if (type === undefined) throw new Error(`there is no rule type \`${rule.type}\``);

  return { ...type.meta, codes: type.codes };
}
