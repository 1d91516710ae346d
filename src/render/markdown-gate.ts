import type { ListItem, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { Finding, FindingOutcome } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { AppliedWaiver, RuleVerdict } from "../model/verdict.ts";
import type { Links } from "./links.ts";
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
export function blockingGate(told: ToldGate, number: number, links: Links): RootContent[] {
  const [first, ...others] = told.findings;
  const head = [strong(words(`${number}. `), ...nameNodes(told), words(":"))];
  if (first !== undefined && others.length === 0) {
    const problem = paragraphOf(...head, words(" "), ...prose(first.finding.problem));
    const what = bullets([...whoItem(first, links), fixItem(first, whereNodes(first, links))]);
    return [problem, what, ...otherReasons(told)];
  }
  const many = first === undefined ? [] : [words(` ${counted(told.findings.length, "finding")}`)];
  const shown = findingItems(told.findings, links);
  const list = shown.length === 0 ? [] : [bullets(shown)];
  return [paragraphOf(...head, ...many), ...list, ...otherReasons(told)];
}

/** Findings and what mends them, as many as are read in full. */
export function findingItems(findings: readonly ToldFinding[], links: Links): ListItem[] {
  const groups = byRemedy(findings).slice(0, IN_FULL);
  return groups.flatMap((group) => groupItems(group, links));
}

/** What `blockingGate` has no room for, in a line each, folded. */
export function furtherFindings(told: ToldGate, links: Links): RootContent[] {
  const rest = byRemedy(told.findings).slice(IN_FULL).flat();
  if (rest.length === 0) return [];
  const items = rest.slice(0, IN_BRIEF).map((one) => bullet([problemOf(one, links)]));
  const unseen = rest.length - items.length;
  const last = bullet([paragraphOf(words(`${counted(unseen, "finding")} more in the report`))]);
  return fold(`${counted(rest.length, "more finding")} of ${asHtml(told.gate.title)}`, [
    bullets(unseen > 0 ? [...items, last] : items),
  ]);
}

/** What does not block, in a paragraph for each finding. */
export function warning({ finding, rule }: ToldFinding, told: ToldGate, links: Links): RootContent {
  return paragraphOf(
    words("⚠️ "),
    strong(words("Warning, does not block. "), ...nameNodes(told), words(":")),
    words(" "),
    ...prose(finding.problem === "" ? rule.title : finding.problem),
    ...placeNodes(finding.at, links),
  );
}

/** What passes on a condition, and on which. */
export function conditions(told: ToldGate, links: Links): RootContent[] {
  const waived = told.waived.map((rule) => paragraphOf(words("🔓 "), ...waiverNodes(rule, told)));
  const others = told.findings
    .filter(({ standing }) => standing === "conditional")
    .map(({ finding }) =>
      paragraphOf(
        words("🔓 "),
        strong(words("On conditions. "), ...nameNodes(told), words(":")),
        words(" "),
        ...prose(finding.problem),
        ...placeNodes(finding.at, links),
      ),
    );
  return [...waived, ...others];
}

export function nameNodes({ gate }: Pick<ToldGate, "gate">): PhrasingContent[] {
  const title = prose(gate.title);
  return gate.service === null ? title : [code(gate.service), words(" · "), ...title];
}

/** One finding with what to do, or several that the same mends. */
function groupItems(group: readonly ToldFinding[], links: Links): ListItem[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  const what = [...whoItem(first, links), fixItem(first, [])];
  if (others.length === 0) return [bullet([problemOf(first, links), bullets(what)])];
  const shown = group.slice(0, IN_BRIEF).map((one) => bullet([problemOf(one, links)]));
  const unseen = group.length - shown.length;
  const last = bullet([paragraphOf(words(`${counted(unseen, "finding")} more`))]);
  const title = paragraphOf(words(`${counted(group.length, "finding")} with one remedy`));
  return [bullet([title, bullets([...what, ...shown, ...(unseen > 0 ? [last] : [])])])];
}

function problemOf(one: ToldFinding, links: Links): Paragraph {
  const warns = one.standing === "warn" ? [words("⚠️ Warning, does not block: ")] : [];
  const problem = prose(capitalised(one.finding.problem));
  return paragraphOf(...warns, ...problem, ...whereNodes(one, links));
}

function whoItem({ finding: { asks } }: ToldFinding, { author }: Links): ListItem[] {
  const who = asks ?? author;
  if (who === null) return [];
  // Without its @: it calls nobody here, but a copy of it might.
  const name = code(who.replace(/^@/, ""));
  return [bullet([paragraphOf(strong(words("Who can fix it:")), words(" "), name)])];
}

function fixItem({ finding }: ToldFinding, where: readonly PhrasingContent[]): ListItem {
  const remedy = finding.remedy.split(/[\r\n]/)[0] ?? "";
  return bullet([
    paragraphOf(strong(words("Fix:")), words(" "), ...prose(remedy), ...where),
    ...pasted(finding),
  ]);
}

/** The line it is about and ways to begin: a file there is none of has only the latter. */
export function whereNodes({ finding }: { finding: Finding }, links: Links): PhrasingContent[] {
  const fixes = links.fixes(finding);
  const { at, creates } = finding;
  const isGone = at === null || (fixes.length > 0 && at.file === creates);
  return inBrackets([...(isGone ? [] : [links.place(at)]), ...fixes]);
}

export function placeNodes(at: Place | null, links: Links): PhrasingContent[] {
  return at === null ? [] : inBrackets([links.place(at)]);
}

export function inBrackets(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.length === 0 ? [] : [words(" ("), ...commas(nodes), words(")")];
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
    strong(...grantNodes(waiver), words(". "), ...nameNodes(told)),
    words(": "),
    ...waivedNodes(rule),
    words(", “"),
    ...prose(waiver.reason),
    words("”"),
    ...(by.length === 0 ? [] : [words(", granted by "), ...by]),
    ...(waiver.approvedIn === null ? [] : [words(" in "), code(`#${waiver.approvedIn}`)]),
  ];
}

const LET_THROUGH: ReadonlySet<FindingOutcome> = new Set(["failed", "pending"]);

/** What does not hold; the title of the rule alone would read as if it did. */
function waivedNodes({ title, findings }: RuleVerdict): PhrasingContent[] {
  const [gap, ...others] = findings.filter(({ outcome }) => LET_THROUGH.has(outcome));
  if (gap === undefined) return prose(title);
  const more = others.length === 0 ? [] : [words(` (and ${others.length} more)`)];
  return [...prose(gap.problem), ...more];
}

const FOR_A_COMMIT: Readonly<Record<AppliedWaiver["kind"], string>> = {
  waiver: "Waived for this commit",
  unfreeze: "Unfrozen for this commit",
  "break-glass": "Glass broken for this commit",
};

function grantNodes({ kind, until }: AppliedWaiver): PhrasingContent[] {
  if (until === null) return [words(FOR_A_COMMIT[kind])];
  return [words("Waived until "), ...prose(until)];
}

function commas(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node, index) => (index === 0 ? [node] : [words(", "), node]));
}
