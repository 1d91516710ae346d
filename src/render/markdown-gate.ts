import type { ListItem, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { Place } from "../model/place.ts";
import type { RuleVerdict } from "../model/verdict.ts";
import {
  asHtml,
  bullet,
  bullets,
  code,
  fold,
  paragraphOf,
  pasted,
  prose,
  strong,
  words,
} from "./markdown-text.ts";
import { byRemedy, type ToldFinding, type ToldGate } from "./outline.ts";
import { capitalised, counted } from "./sentence.ts";

/** Findings of one gate: in full, and folded in short. */
const IN_FULL = 5;
const IN_BRIEF = 50;

/** What blocks: the problem, who can mend it, and how. */
export function blockingGate(told: ToldGate, number: number): RootContent[] {
  const [first, ...others] = told.findings;
  const head = [strong(words(`${number}. `), ...nameNodes(told), words(":"))];
  if (first !== undefined && others.length === 0) {
    const problem = paragraphOf(...head, words(" "), ...prose(first.finding.problem));
    return [problem, bullets([...whoItem(first), fixItem(first, true)]), ...otherReasons(told)];
  }
  const many = first === undefined ? [] : [words(` ${counted(told.findings.length, "finding")}`)];
  const shown = byRemedy(told.findings).slice(0, IN_FULL).flatMap(groupItems);
  const list = shown.length === 0 ? [] : [bullets(shown)];
  return [paragraphOf(...head, ...many), ...list, ...otherReasons(told)];
}

/** What `blockingGate` has no room for, in a line each, folded. */
export function furtherFindings(told: ToldGate): RootContent[] {
  const rest = byRemedy(told.findings).slice(IN_FULL).flat();
  if (rest.length === 0) return [];
  const items = rest.slice(0, IN_BRIEF).map((one) => bullet([problemOf(one)]));
  const unseen = rest.length - items.length;
  const last = bullet([paragraphOf(words(`${counted(unseen, "finding")} more in the report`))]);
  return fold(`${counted(rest.length, "more finding")} of ${asHtml(told.gate.title)}`, [
    bullets(unseen > 0 ? [...items, last] : items),
  ]);
}

/** What does not block, in a paragraph for each finding. */
export function warning({ finding, rule }: ToldFinding, told: ToldGate): RootContent {
  return paragraphOf(
    words("⚠️ "),
    strong(words("Warning, does not block. "), ...nameNodes(told), words(":")),
    words(" "),
    ...prose(finding.problem === "" ? rule.title : finding.problem),
    ...placeNodes(finding.at),
  );
}

/** What passes on a condition, and on which. */
export function conditions(told: ToldGate): RootContent[] {
  const waived = told.waived.map((rule) => paragraphOf(words("🔓 "), ...waiverNodes(rule, told)));
  const others = told.findings
    .filter(({ standing }) => standing === "conditional")
    .map(({ finding }) =>
      paragraphOf(
        words("🔓 "),
        strong(words("On conditions. "), ...nameNodes(told), words(":")),
        words(" "),
        ...prose(finding.problem),
        ...placeNodes(finding.at),
      ),
    );
  return [...waived, ...others];
}

export function nameNodes({ gate }: Pick<ToldGate, "gate">): PhrasingContent[] {
  const title = prose(gate.title);
  return gate.service === null ? title : [code(gate.service), words(" · "), ...title];
}

/** One finding with what to do, or several that the same mends. */
function groupItems(group: readonly ToldFinding[]): ListItem[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  const what = [...whoItem(first), fixItem(first, false)];
  if (others.length === 0) return [bullet([problemOf(first), bullets(what)])];
  const shown = group.slice(0, IN_BRIEF).map((one) => bullet([problemOf(one)]));
  const unseen = group.length - shown.length;
  const last = bullet([paragraphOf(words(`${counted(unseen, "finding")} more`))]);
  const title = paragraphOf(words(`${counted(group.length, "finding")} with one remedy`));
  return [bullet([title, bullets([...what, ...shown, ...(unseen > 0 ? [last] : [])])])];
}

function problemOf({ finding, standing }: ToldFinding): Paragraph {
  const warns = standing === "warn" ? [words("⚠️ Warning, does not block: ")] : [];
  return paragraphOf(...warns, ...prose(capitalised(finding.problem)), ...placeNodes(finding.at));
}

function whoItem({ finding: { asks } }: ToldFinding): ListItem[] {
  if (asks === null) return [];
  return [bullet([paragraphOf(strong(words("Who can fix it:")), words(" "), code(asks))])];
}

function fixItem({ finding }: ToldFinding, withPlace: boolean): ListItem {
  const remedy = finding.remedy.split(/[\r\n]/)[0] ?? "";
  const place = withPlace ? placeNodes(finding.at) : [];
  return bullet([
    paragraphOf(strong(words("Fix:")), words(" "), ...prose(remedy), ...place),
    ...pasted(finding.remedy),
  ]);
}

export function placeNodes(place: Place | null): PhrasingContent[] {
  return place === null ? [] : [words(" ("), code(`${place.file}:${place.line}`), words(")")];
}

function otherReasons({ gate, leftOut }: ToldGate): RootContent[] {
  const waits = gate.waitsFor.map(code);
  const rules = leftOut.map((rule) => code(rule.id));
  return [
    ...(waits.length === 0 ? [] : [paragraphOf(words("Waits for "), ...commas(waits), words("."))]),
    ...(rules.length === 0
      ? []
      : [paragraphOf(words("Left out, as they need GitHub: "), ...commas(rules), words("."))]),
  ];
}

function waiverNodes(rule: RuleVerdict, told: ToldGate): PhrasingContent[] {
  const { waiver } = rule;
  if (waiver === null) return [];
  const by = commas(waiver.approvedBy.map(code));
  return [
    strong(words("Waived until "), ...prose(waiver.until), words(". "), ...nameNodes(told)),
    words(": "),
    ...prose(rule.title),
    words(", “"),
    ...prose(waiver.reason),
    words("”"),
    ...(by.length === 0 ? [] : [words(", granted by "), ...by]),
    ...(waiver.approvedIn === null ? [] : [words(" in "), code(`#${waiver.approvedIn}`)]),
  ];
}

function commas(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node, index) => (index === 0 ? [node] : [words(", "), node]));
}
