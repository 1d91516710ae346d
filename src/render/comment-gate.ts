import type { PhrasingContent, RootContent } from "mdast";
import type { Finding } from "../model/finding.ts";
import { countWords } from "../text/words.ts";
import type { Links } from "./links.ts";
import {
  blockingGate,
  furtherFindings,
  inBrackets,
  nameNodes,
  whereNodes,
  whoItem,
} from "./markdown-gate.ts";
import { bullet, bullets, code, paragraphOf, strong, words } from "./markdown-text.ts";
import type { ToldFinding, ToldGate } from "./outline.ts";
import { formatCount } from "./sentence.ts";
import { briefProse, visibleWords } from "./visible-words.ts";

/** A gate that blocks, as much of it as there is room for before the fold. */
export interface BriefGate {
  readonly nodes: readonly RootContent[];
  readonly words: number;
  /** Whether nothing was left out, so that it need not be told again behind the fold. */
  readonly isWhole: boolean;
}

/** Words of a problem, and of what mends it, from terse to ample. */
const AMPLER = [
  [5, 3],
  [9, 6],
  [14, 10],
  [24, 16],
  [40, 40],
] as const;

const TERSE = 3;

export interface BriefTerms {
  readonly links: Links;
  /** `Tracked in #471`, or nothing. */
  readonly tracked: readonly PhrasingContent[];
}

/** Ways to tell of a gate, from the tersest to all there is to say. */
export function briefGates(told: ToldGate, number: number, terms: BriefTerms): BriefGate[] {
  const { links } = terms;
  const whole = wholeGate(told, number, terms);
  return [
    ...AMPLER.map(([problem, fix]) => inWords(told, number, { ...terms, problem, fix })),
    ...(furtherFindings(told, links).length === 0 ? [whole] : []),
  ].map((nodes) => ({ nodes, words: visibleWords(nodes), isWhole: nodes === whole }));
}

/** One form of each, all equally ample as far as there is room, then the first ones ampler. */
export function fitted(forms: readonly (readonly BriefGate[])[], room: number): BriefGate[] {
  const most = Math.max(0, ...forms.map(({ length }) => length)) - 1;
  const wordsAt = (level: number) =>
    forms.reduce((sum, ofGate) => sum + (formAt(ofGate, level)?.words ?? 0), 0);
  let level = most;
  while (level > 0 && wordsAt(level) > room) level -= 1;
  let left = room - wordsAt(level);
  return forms.flatMap((ofGate) => {
    const now = formAt(ofGate, level);
    if (now === undefined) return [];
    const ampler = ofGate.findLast(({ words }) => words - now.words <= left) ?? now;
    const chosen = ofGate.indexOf(ampler) > ofGate.indexOf(now) ? ampler : now;
    left -= chosen.words - now.words;
    return [chosen];
  });
}

function formAt(forms: readonly BriefGate[], level: number): BriefGate | undefined {
  return forms[Math.min(level, forms.length - 1)];
}

function inWords(
  told: ToldGate,
  number: number,
  terms: BriefTerms & { readonly problem: number; readonly fix: number },
): RootContent[] {
  const { links, tracked, problem, fix } = terms;
  const head = strong(words(`${number}. `), ...shortName(told), words(":"));
  const [first] = told.findings;
  if (first === undefined)
    return [paragraphOf(head, words(" not all of its rules hold, see below"))];
  const more = told.findings.length - 1;
  const others =
    fix <= TERSE ? `(+${formatCount(more)})` : `(and ${formatCount(more)} more, below)`;
  const rest = more === 0 ? [] : [words(` ${others}`)];
  const text = paragraphOf(
    head,
    words(" "),
    ...briefProse(first.finding.problem, problem),
    ...rest,
  );
  const mend = fixOf(first.finding, fix, links);
  const tail = tracked.length === 0 ? [] : [words(". "), ...tracked];
  const item = bullet([paragraphOf(strong(words("Fix:")), words(" "), ...mend, ...tail)]);
  return [text, bullets([...whoItem(withShortName(first), links), item])];
}

function shortName({ gate }: ToldGate): PhrasingContent[] {
  const name = nameNodes({ gate });
  if (visibleWords(name) <= 8) return name;
  const title = briefProse(gate.title, 5);
  return gate.service === null ? title : [code(gate.service.slice(0, 24)), words(" · "), ...title];
}

function withShortName(told: ToldFinding): ToldFinding {
  const { asks } = told.finding;
  if (asks === null || visibleWords([words(asks)]) <= 4) return told;
  return { ...told, finding: { ...told.finding, asks: `${asks.slice(0, 20)}…` } };
}

/** What is to be pasted takes more room than there is; so does a long path, in the end. */
function fixOf(finding: Finding, limit: number, links: Links): PhrasingContent[] {
  const [line = "", ...paste] = finding.remedy.split(/[\r\n]+/);
  const isTerse = limit <= TERSE;
  const where = isTerse ? inBrackets(links.fixes(finding)) : whereNodes({ finding }, links);
  if (paste.length > 0) return [words(isTerse ? "see below" : "paste what stands below"), ...where];
  const brief = briefProse(line, limit);
  // Less than half of what is to be done is no help.
  const helps = !isTerse && 2 * visibleWords(brief) >= countWords(line);
  return [...(helps ? brief : [words("see below")]), ...where];
}

/** All there is to say of a gate, with the issues about it. */
export function wholeGate(
  told: ToldGate,
  number: number,
  { links, tracked }: BriefTerms,
): RootContent[] {
  const nodes = blockingGate(told, number, links);
  if (tracked.length === 0) return nodes;
  const note = paragraphOf(...tracked);
  const at = nodes.findLastIndex(({ type }) => type === "list");
  const list = nodes[at];
  if (list?.type !== "list") return [...nodes, note];
  return nodes.with(at, { ...list, children: [...list.children, bullet([note])] });
}
