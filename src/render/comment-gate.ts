import type { PhrasingContent, RootContent } from "mdast";
import type { Finding } from "../model/finding.ts";
import type { Links } from "./links.ts";
import {
  blockingGate,
  furtherFindings,
  inBrackets,
  nameNodes,
  whereNodes,
} from "./markdown-gate.ts";
import { bullet, bullets, code, paragraphOf, strong, words } from "./markdown-text.ts";
import type { ToldGate } from "./outline.ts";
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
  [3, 4],
  [5, 5],
  [7, 8],
  [9, 8],
  [14, 10],
  [24, 16],
  [40, 40],
] as const;

const TERSE = 5;

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
  const title = strong(words(`${number}. `), ...shortName(told), words(":"));
  const [first] = told.findings;
  if (first === undefined)
    return [paragraphOf(title, words(" not all of its rules hold, see below"))];
  const more = told.findings.length - 1;
  const others =
    fix <= TERSE ? `(+${formatCount(more)})` : `(and ${formatCount(more)} more, below)`;
  const rest = more === 0 ? [] : [words(` ${others}`)];
  const text = paragraphOf(
    title,
    words(" "),
    ...briefProse(first.finding.problem, problem),
    ...rest,
  );
  const mend = fixOf(first.finding, fix, links);
  const tail = tracked.length === 0 ? [] : [words(". "), ...tracked];
  const head = [...byWhom(first.finding, links), words(" ")];
  return [text, bullets([bullet([paragraphOf(...head, ...mend, ...tail)])])];
}

/** Who acts and what that is, in one line: either is of little help without the other. */
function byWhom({ asks }: Finding, { author }: Links): PhrasingContent[] {
  const who = (asks ?? author)?.replace(/^@/, "") ?? null;
  if (who === null) return [strong(words("Fix:"))];
  const isShort = visibleWords([words(who)]) <= 4;
  const name = isShort ? code(who) : code(`${who.slice(0, 20)}…`);
  return [strong(words("Fix, by "), name, words(":"))];
}

/** The name of a gate, cut where it would take the room of what is said of it. */
export function shortName({ gate }: ToldGate, limit = 8): PhrasingContent[] {
  const name = nameNodes({ gate });
  if (visibleWords(name) <= limit) return name;
  const title = briefProse(gate.title, limit - 3);
  return gate.service === null ? title : [code(gate.service.slice(0, 24)), words(" · "), ...title];
}

/** The beginning of what is to be done; what is to be pasted takes more room than there is. */
function fixOf(finding: Finding, limit: number, links: Links): PhrasingContent[] {
  const [line = "", ...paste] = finding.remedy.split(/[\r\n]+/);
  const where = limit <= TERSE ? inBrackets(links.fixes(finding)) : whereNodes({ finding }, links);
  if (paste.length === 0) return [...briefProse(line, limit), ...where];
  const brief = briefProse(line.replace(/:\s*$/, ""), limit - 1);
  // Of `add:` or `write:` the text to be pasted is all there is to say.
  const below = visibleWords(brief) < 2 ? " what stands below" : ", as below";
  return [...brief, words(below), ...where];
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
