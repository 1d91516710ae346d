import { readDate } from "../../evidence/cell-value.ts";
import { findPlaceholder } from "../../evidence/placeholder.ts";
import { blocksIn, sectionsNamed, textOf } from "../../evidence/sections.ts";
import type { LocatedValue } from "../../model/document.ts";
import { type Point, placeIn } from "../../model/place.ts";
import { countWords } from "../../text/words.ts";
import { failed, pasting } from "../findings.ts";
import { isFilledIn } from "../reading/filled-in.ts";
import { frontMatterFix } from "../reading/front-matter-line.ts";
import { topOf } from "../reading/readiness.ts";
import type { DecisionFinding } from "./codes.ts";
import type { DecisionOptions } from "./options.ts";
import type { DecisionRecord } from "./parse-record.ts";
import { asList, asMap, fieldText, namesPerson } from "./record-fields.ts";

/** What the policy requires of the record and it does not have. */
export function missingParts(
  record: DecisionRecord,
  required: DecisionOptions["require"],
): readonly DecisionFinding[] {
  return [
    ...(required.includes("decider") ? judgeDecider(record) : []),
    ...(required.includes("actions") ? judgeActions(record) : []),
    ...(required.includes("rationale") ? judgeRationale(record) : []),
  ];
}

function incomplete(
  path: string,
  at: Point | null,
  part: string,
  told: Pick<DecisionFinding, "problem" | "remedy" | "paste">,
) {
  return failed({
    code: "DECISION-INCOMPLETE",
    ...told,
    at: at === null ? topOf(path) : placeIn(path, at),
    item: `${path} ${part}`,
  });
}

function judgeDecider({ path, fields }: DecisionRecord): readonly DecisionFinding[] {
  const decider = fieldText(fields, "decider");
  if (namesPerson(decider?.text ?? null)) return [];
  const at = decider?.at ?? fields.get("decider")?.keyAt ?? null;
  return [
    incomplete(path, at, "decider", {
      problem: `\`${path}\` does not say who decided`,
      ...frontMatterFix('decider: "@<login>"', fields.has("decider")),
    }),
  ];
}

const ACTION = '{what: <what>, owner: "@<login>", due: <YYYY-MM-DD>}';

function judgeActions({ path, fields }: DecisionRecord): readonly DecisionFinding[] {
  const entry = fields.get("actions");
  const actions = entry === undefined ? null : asList(entry.node);
  if (actions === null || actions.length === 0) {
    return [
      incomplete(path, entry?.keyAt ?? null, "actions", {
        problem: `\`${path}\` lists no actions`,
        ...frontMatterFix(`actions: [${ACTION}]`, entry !== undefined),
      }),
    ];
  }
  return actions.flatMap((action, index) => {
    const lacking = lackingIn(action);
    if (lacking.length === 0) return [];
    const keys = lacking.map((key) => `\`${key}\``).join(", ");
    return [
      incomplete(path, action.at, `actions[${index}]`, {
        problem: `action ${index + 1} of \`${path}\` lacks ${keys}`,
        ...pasting("write each as", ACTION),
      }),
    ];
  });
}

function lackingIn(action: LocatedValue): readonly string[] {
  const fields = asMap(action);
  if (fields === null) return ["what", "owner", "due"];
  const text = (key: string) => fieldText(fields, key)?.text ?? null;
  const due = text("due");
  return [
    ...(isFilledIn(text("what")) ? [] : ["what"]),
    ...(namesPerson(text("owner")) ? [] : ["owner"]),
    ...(due !== null && readDate(due).state === "date" ? [] : ["due"]),
  ];
}

function judgeRationale({ path, document }: DecisionRecord): readonly DecisionFinding[] {
  const [whole] = document.sections;
  const found = whole === undefined ? [] : sectionsNamed(document, ["Rationale"], whole);
  const [section, second] = found;
  if (section === undefined) {
    return [
      incomplete(path, null, "rationale", {
        problem: `\`${path}\` has no section \`Rationale\``,
        remedy: "add the heading `## Rationale` and say why",
        paste: "## Rationale",
      }),
    ];
  }
  if (second !== undefined) {
    const lines = found.map(({ at }) => `line ${at.line}`).join(", ");
    return [
      failed({
        code: "SECTION-AMBIGUOUS",
        problem: `\`${path}\` has ${found.length} sections \`Rationale\`: ${lines}`,
        remedy: "keep one of them",
        at: placeIn(path, second.at),
        item: `${path} rationale`,
      }),
    ];
  }
  const placeholder = blocksIn(document, section)
    .map(({ text }) => findPlaceholder(text))
    .find((found) => found !== null);
  if (placeholder === undefined && countWords(textOf(document, section)) > 0) return [];
  return [
    incomplete(path, section.at, "rationale", {
      problem:
        placeholder === undefined
          ? `the section \`Rationale\` of \`${path}\` is empty`
          : `the section \`Rationale\` of \`${path}\` still holds the placeholder \`${placeholder}\``,
      remedy: "say why in its section `Rationale`",
    }),
  ];
}
