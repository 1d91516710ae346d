import type { PhrasingContent, RootContent } from "mdast";
import type { ParsedCommand, Refusal } from "../commands/parsed-command.ts";
import type { Command } from "../model/command.ts";
import type { Gate, Policy, Rule } from "../model/policy.ts";
import { suggest } from "../text/suggest.ts";
import { type HelpPolicy, helpNodes } from "./command-help.ts";
import { markdownOf } from "./markdown-budget.ts";
import { code, fold, paragraphOf, pasted, prose, strong, tableOf, words } from "./markdown-text.ts";
import { settingsOf, type TypeFacts } from "./policy.ts";
import { capitalised, closed, counted } from "./sentence.ts";
import { renderSettings } from "./settings.ts";
import type { Look } from "./terminal-text.ts";

export interface AnswerTerms {
  readonly policy: HelpPolicy & Pick<Policy, "gates">;
  /** What is known of the type of a rule; `null` where there is no such type. */
  typeOf(rule: Rule): TypeFacts | null;
}

type Explain = Extract<Command, { readonly verb: "explain" }>;

/**
 * The reply to the commands of a comment, as markdown: help, explanations, and why a command was
 * refused, or is not heeded. `null` where there is nothing to reply to: what the others did shows in the verdict.
 */
export function answerCommands(
  commands: readonly ParsedCommand[],
  terms: AnswerTerms,
  unheeded: readonly string[] = [],
): string | null {
  const answers = [
    ...commands.map((parsed) => answerNodes(parsed, terms)),
    ...unheeded.map(unheededNodes),
  ].map(markdownOf);
  // Twice the same question is answered once.
  const said = [...new Set(answers)].filter((answer) => answer !== "");
  return said.length === 0 ? null : said.join("\n");
}

function answerNodes(parsed: ParsedCommand, terms: AnswerTerms): RootContent[] {
  if (parsed.state === "refused") return refusalNodes(parsed.refusal);
  const { command } = parsed;
  if (command.verb === "help") return helpNodes(terms.policy);
  return command.verb === "explain" ? explainNodes(command, terms) : [];
}

function unheededNodes(message: string): RootContent[] {
  const why = prose(closed(capitalised(message)));
  return [
    paragraphOf(strong(words("Not taken.")), words(" "), ...why),
    paragraphOf(code("/gate help"), words(" lists who can use which command.")),
  ];
}

function refusalNodes({ problem, remedy, usage, didYouMean }: Refusal): RootContent[] {
  const isSaid = didYouMean === null || remedy.includes(`\`${didYouMean}\``);
  const meant = isSaid ? [] : [words(" Did you mean "), code(didYouMean), words("?")];
  return [
    paragraphOf(
      strong(words("Not taken.")),
      words(" "),
      ...prose(capitalised(problem)),
      words("; "),
      ...prose(remedy),
      words("."),
      ...meant,
    ),
    usage === null
      ? paragraphOf(code("/gate help"), words(" lists every command."))
      : paragraphOf(words("Write it as "), code(usage)),
  ];
}

function explainNodes({ gate: id, rule: ruleId }: Explain, terms: AnswerTerms): RootContent[] {
  const { gates } = terms.policy;
  if (id === null) return allGates(gates);
  const gate = gates.find((other) => other.id === id);
  if (gate === undefined) return unknownName("gate", id, gates);
  if (ruleId === null) return gateNodes(gate, terms);
  const rule = gate.rules.find((other) => other.id === ruleId);
  return rule === undefined
    ? unknownName("rule", ruleId, gate.rules)
    : ruleNodes(gate, rule, terms);
}

function unknownName(
  kind: "gate" | "rule",
  id: string,
  all: readonly { readonly id: string }[],
): RootContent[] {
  const ids = all.map((one) => one.id);
  const names = ids.slice(0, 30).map((name) => `\`${name}\``);
  return refusalNodes({
    problem: `there is no ${kind} \`${id}\``,
    remedy: `there ${ids.length === 1 ? "is" : "are"} ${names.join(", ")}`,
    usage: null,
    didYouMean: suggest(id, ids),
  });
}

function allGates(gates: readonly Gate[]): RootContent[] {
  const rows = gates.map(({ id, title, rules }) => [
    [code(id)],
    prose(title),
    [words(counted(rules.length, "rule"))],
  ]);
  const more = [code("/gate explain <gate>"), words(" shows the rules of one.")];
  return [tableOf(["Gate", "Title", "Rules"], rows), paragraphOf(...more)];
}

function gateNodes(gate: Gate, { typeOf }: AnswerTerms): RootContent[] {
  const rows = gate.rules.map((rule) => [
    [code(rule.id)],
    prose(rule.title),
    proseOf(typeOf(rule)?.holdsWhen),
    [words(rule.severity === "warn" ? "warns" : "blocks")],
  ]);
  return [
    paragraphOf(strong(...prose(gate.title)), words(", "), code(gate.id)),
    tableOf(["Rule", "Title", "Holds when", "Otherwise"], rows),
    paragraphOf(code(`/gate explain ${gate.id}/<rule>`), words(" says more of one.")),
  ];
}

function ruleNodes(gate: Gate, rule: Rule, { typeOf }: AnswerTerms): RootContent[] {
  const type = typeOf(rule);
  const codes = Object.entries(type?.codes ?? {}).map(([name, meaning]) => [
    [code(name)],
    prose(meaning),
  ]);
  return [
    paragraphOf(strong(...prose(rule.title)), words(", "), code(`${gate.id}/${rule.id}`)),
    paragraphOf(
      words("It holds when "),
      ...proseOf(type?.holdsWhen),
      words(". "),
      ...proseOf(type?.why),
      words(" Stated at "),
      code(`${rule.at.file}:${rule.at.line}`),
      words(rule.waivable ? "." : "; it cannot be waived."),
    ),
    ...pasted({ remedy: `Settings\n${settingsText(rule)}` }),
    ...(codes.length === 0
      ? []
      : fold(`What it can report: ${counted(codes.length, "code")}`, [
          tableOf(["Code", "Meaning"], codes),
        ])),
  ];
}

/** What the rule asks for here, which its type does not tell. */
function settingsText(rule: Rule): string {
  const { title, ...settings } = { title: "", ...settingsOf(rule) };
  return renderSettings(settings, null, () => null, UNPAINTED);
}

const UNPAINTED: Look = { width: 100, paint: (_, text) => text };

function proseOf(text: string | undefined): PhrasingContent[] {
  return prose(text ?? "");
}
