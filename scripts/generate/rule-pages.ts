import { readFile } from "node:fs/promises";
import type { FactKind } from "../../src/model/fact.ts";
import type { AnyRuleType } from "../../src/rules/define-rule.ts";
import { RULE_TYPES } from "../../src/rules/index.ts";
import { renewBlock } from "./renew-block.ts";
import { optionsOf } from "./rule-type-schemas.ts";
import { settingRows, settingsTable, table } from "./settings-table.ts";

/** Pages of the rule types, path → text: as their authors wrote them, the generated block renewed. */
export async function rulePages(): Promise<Map<string, string>> {
  const pages = await Promise.all(
    RULE_TYPES.map(async (type): Promise<[string, string]> => {
      const path = `docs/rules/${type.type}.md`;
      const text = await readFile(new URL(`../../${path}`, import.meta.url), "utf8");
      return [path, renewBlock(text, ruleBlock(type), { path })];
    }),
  );
  return new Map(pages);
}

function ruleBlock(type: AnyRuleType): string {
  const codes = Object.entries(type.codes).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    "## Settings",
    `${settingsTable(settingRows(optionsOf(type)))}`,
    `${age(type)} The [settings every rule takes](../policy.md#rules) come on top.`,
    "## Codes",
    table(
      ["Code", "Meaning"],
      codes.map(([code, meaning]) => [`\`${code}\``, meaning]),
    ),
    `It can also report [codes that are common to all rules](../policy.md#codes-any-rule-can-report). It reads ${factsRead(type)}.`,
  ].join("\n\n");
}

function age({ meta }: AnyRuleType): string {
  return meta.ages === null
    ? "`max_age` has no meaning for this type."
    : `\`max_age\` measures ${meta.ages}.`;
}

const FACTS: Readonly<Record<FactKind, string>> = {
  file: "files",
  files: "the list of files",
  folders: "the list of folders",
  history: "the history of files on the base branch",
  changes: "the changed paths",
  account: "accounts (GitHub)",
  team: "teams (GitHub)",
  "pull-request": "the pull request with its reviews and comments (GitHub)",
  "merged-pull": "merged pull requests (GitHub)",
  checks: "check runs and statuses (GitHub)",
  issues: "issues (GitHub)",
  reference: "issues, commits and runs that evidence names (GitHub)",
};

const ORDER = Object.keys(FACTS);

function factsRead({ reads }: AnyRuleType): string {
  const kinds = [...new Set(reads)].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  return kinds.map((kind) => FACTS[kind]).join(", ");
}
