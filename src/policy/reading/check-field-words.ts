import { norway } from "../shape/describe-value.ts";
import type { ProblemList } from "../source/problem-list.ts";
import { sourceText } from "../source/source-text.ts";
import { child, entriesOf, itemsOf, type SourceNode, textOf } from "../source/source-tree.ts";

/**
 * `risk: no` is text here and `false` to other readers of YAML. In fields and conditions, where
 * both are allowed, the difference would silently turn a gate off, so it has to be written out.
 */
export function checkFieldWords(tree: SourceNode, problems: ProblemList): void {
  checkValues(child(tree, "fields"), problems);
  for (const { node } of entriesOf(child(child(tree, "services"), "override")).values()) {
    checkValues(child(node, "fields"), problems);
  }
  checkConditions(child(tree, "gates"), problems);
}

function checkConditions(node: SourceNode | undefined, problems: ProblemList): void {
  for (const item of itemsOf(node)) checkConditions(item, problems);
  for (const [name, { node: inside }] of entriesOf(node)) {
    if (name === "when") checkValues(inside, problems);
    else checkConditions(inside, problems);
  }
}

function checkValues(map: SourceNode | undefined, problems: ProblemList): void {
  for (const { node } of entriesOf(map).values()) {
    for (const value of [node, ...itemsOf(node)]) {
      const word = textOf(value);
      const meant = word === null ? null : norway(word);
      if (word === null || meant === null || sourceText(value) !== word) continue;
      problems.add(value, {
        code: "ambiguous-value",
        message: `\`${word}\` is text to some readers of YAML and \`${meant}\` to others`,
        help: `write \`${meant}\`, or put it in quotes`,
      });
    }
  }
}
