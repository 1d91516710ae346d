import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  gfmToMarkdown,
  toMarkdown
} from "./chunk-OKGOBK43.js";
import {
  formatInstant
} from "./chunk-4CUAYF7T.js";
import {
  blocks,
  byRemedy,
  isWaived,
  outline,
  stepsByWhom
} from "./chunk-T7LKWAK6.js";
import {
  capitalised,
  counted,
  formatCount
} from "./chunk-B7N2BQNV.js";
import {
  inertLine,
  inertLines
} from "./chunk-UZJ2PFH2.js";
import "./chunk-M3ASEG5F.js";

// src/render/markdown-text.ts
var ACTIVE = /@[\p{L}\p{N}_-]|#\d|\bGH-\d|:\/\/|www\.|@\//iu;
var PUNCTUATION = /^([("'[]*)(.*?)([.,;:!?)"'\]]*)$/su;
function prose(text) {
  return inertLine(text).split(/(`[^`]+`)/).filter((part) => part !== "").flatMap((part) => isSpan(part) ? [code(part.slice(1, -1))] : plainWords(part));
}
function isSpan(part) {
  return part.length > 2 && part.startsWith("`") && part.endsWith("`");
}
function plainWords(part) {
  const nodes = [];
  for (const word of part.split(/( )/)) {
    if (ACTIVE.test(word)) {
      const [, before = "", core = "", after = ""] = PUNCTUATION.exec(word) ?? [];
      nodes.push(words(before), code(core), words(after));
    } else nodes.push(words(word));
  }
  return joined(nodes);
}
function joined(nodes) {
  const result = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.value === "") continue;
    if (last?.type === "text" && node.type === "text") last.value += node.value;
    else result.push({ ...node });
  }
  return result;
}
function words(value) {
  return { type: "text", value };
}
function strong(...children) {
  return { type: "strong", children };
}
function code(text) {
  return { type: "inlineCode", value: inertLine(text) };
}
function html(value) {
  return { type: "html", value };
}
function paragraphOf(...children) {
  return { type: "paragraph", children };
}
function bullets(items) {
  return { type: "list", ordered: false, spread: false, children: [...items] };
}
function bullet(children) {
  return { type: "listItem", spread: false, children: [...children] };
}
function pasted(text) {
  const [, ...lines] = inertLines(text);
  return lines.length === 0 ? [] : [{ type: "code", value: lines.join("\n") }];
}
function asHtml(text) {
  return prose(text).map((node) => {
    if (node.type === "inlineCode") return `<code>${escapeHtml(node.value)}</code>`;
    return node.type === "text" ? escapeHtml(node.value) : "";
  }).join("");
}
function escapeHtml(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
function fold(summary, content) {
  return [html(`<details>
<summary>${summary}</summary>`), ...content, html("</details>")];
}

// src/render/markdown-budget.ts
var LIMIT = 6e4;
var RESERVE = 400;
function printWithin(pieces, last) {
  const end = markdownOf([last]);
  const byRank = pieces.map((piece2, index) => ({ piece: piece2, index }));
  byRank.sort((a, b) => a.piece.rank - b.piece.rank || a.index - b.index);
  let room = LIMIT - RESERVE - end.length;
  const kept = /* @__PURE__ */ new Map();
  const dropped = /* @__PURE__ */ new Map();
  for (const { piece: piece2, index } of byRank) {
    const content = piece2.content();
    if (content.length === 0) continue;
    const text = room > 0 ? markdownOf(content) : "";
    room = room <= 0 || text.length >= room ? 0 : room - text.length - 1;
    if (room > 0) kept.set(index, text);
    else dropped.set(piece2.holds, (dropped.get(piece2.holds) ?? 0) + 1);
  }
  const shown = [...kept].sort(([a], [b]) => a - b).map(([, text]) => text);
  return [...shown, ...droppedText(dropped), end].join("\n");
}
function droppedText(dropped) {
  if (dropped.size === 0) return [];
  const counts = [...dropped].map(
    ([holds, count]) => `${formatCount(count)} more ${plural(holds, count)}`
  );
  return [markdownOf([paragraphOf(words(`Too long to show: ${counts.join(", ")}.`))])];
}
function plural(noun, count) {
  return count === 1 ? noun : noun.replace(/^(?:blocking |)\w+/, "$&s");
}
function markdownOf(content) {
  return toMarkdown(
    { type: "root", children: [...content] },
    {
      bullet: "-",
      fences: true,
      rule: "-",
      extensions: [gfmToMarkdown({ tablePipeAlign: false })]
    }
  );
}

// src/render/markdown-gate.ts
var IN_FULL = 5;
var IN_BRIEF = 50;
function blockingGate(told2, number) {
  const [first, ...others] = told2.findings;
  const head = [strong(words(`${number}. `), ...nameNodes(told2), words(":"))];
  if (first !== void 0 && others.length === 0) {
    const problem = paragraphOf(...head, words(" "), ...prose(first.finding.problem));
    return [problem, bullets([...whoItem(first), fixItem(first, true)]), ...otherReasons(told2)];
  }
  const many = first === void 0 ? [] : [words(` ${counted(told2.findings.length, "finding")}`)];
  const shown = byRemedy(told2.findings).slice(0, IN_FULL).flatMap(groupItems);
  const list = shown.length === 0 ? [] : [bullets(shown)];
  return [paragraphOf(...head, ...many), ...list, ...otherReasons(told2)];
}
function furtherFindings(told2) {
  const rest = byRemedy(told2.findings).slice(IN_FULL).flat();
  if (rest.length === 0) return [];
  const items = rest.slice(0, IN_BRIEF).map((one) => bullet([problemOf(one)]));
  const unseen = rest.length - items.length;
  const last = bullet([paragraphOf(words(`${counted(unseen, "finding")} more in the report`))]);
  return fold(`${counted(rest.length, "more finding")} of ${asHtml(told2.gate.title)}`, [
    bullets(unseen > 0 ? [...items, last] : items)
  ]);
}
function warning({ finding, rule }, told2) {
  return paragraphOf(
    words("\u26A0\uFE0F "),
    strong(words("Warning, does not block. "), ...nameNodes(told2), words(":")),
    words(" "),
    ...prose(finding.problem === "" ? rule.title : finding.problem),
    ...placeNodes(finding.at)
  );
}
function conditions(told2) {
  const waived = told2.waived.map((rule) => paragraphOf(words("\u{1F513} "), ...waiverNodes(rule, told2)));
  const others = told2.findings.filter(({ standing }) => standing === "conditional").map(
    ({ finding }) => paragraphOf(
      words("\u{1F513} "),
      strong(words("On conditions. "), ...nameNodes(told2), words(":")),
      words(" "),
      ...prose(finding.problem),
      ...placeNodes(finding.at)
    )
  );
  return [...waived, ...others];
}
function nameNodes({ gate }) {
  const title = prose(gate.title);
  return gate.service === null ? title : [code(gate.service), words(" \xB7 "), ...title];
}
function groupItems(group) {
  const [first, ...others] = group;
  if (first === void 0) return [];
  const what = [...whoItem(first), fixItem(first, false)];
  if (others.length === 0) return [bullet([problemOf(first), bullets(what)])];
  const shown = group.slice(0, IN_BRIEF).map((one) => bullet([problemOf(one)]));
  const unseen = group.length - shown.length;
  const last = bullet([paragraphOf(words(`${counted(unseen, "finding")} more`))]);
  const title = paragraphOf(words(`${counted(group.length, "finding")} with one remedy`));
  return [bullet([title, bullets([...what, ...shown, ...unseen > 0 ? [last] : []])])];
}
function problemOf({ finding, standing }) {
  const warns = standing === "warn" ? [words("\u26A0\uFE0F Warning, does not block: ")] : [];
  return paragraphOf(...warns, ...prose(capitalised(finding.problem)), ...placeNodes(finding.at));
}
function whoItem({ finding: { asks } }) {
  if (asks === null) return [];
  return [bullet([paragraphOf(strong(words("Who can fix it:")), words(" "), code(asks))])];
}
function fixItem({ finding }, withPlace) {
  const remedy = finding.remedy.split(/[\r\n]/)[0] ?? "";
  const place = withPlace ? placeNodes(finding.at) : [];
  return bullet([
    paragraphOf(strong(words("Fix:")), words(" "), ...prose(remedy), ...place),
    ...pasted(finding.remedy)
  ]);
}
function placeNodes(place) {
  return place === null ? [] : [words(" ("), code(`${place.file}:${place.line}`), words(")")];
}
function otherReasons({ gate, leftOut }) {
  const waits = gate.waitsFor.map(code);
  const rules = leftOut.map((rule) => code(rule.id));
  return [
    ...waits.length === 0 ? [] : [paragraphOf(words("Waits for "), ...commas(waits), words("."))],
    ...rules.length === 0 ? [] : [paragraphOf(words("Left out, as they need GitHub: "), ...commas(rules), words("."))]
  ];
}
function waiverNodes(rule, told2) {
  const { waiver } = rule;
  if (waiver === null) return [];
  const by = commas(waiver.approvedBy.map(code));
  return [
    strong(words("Waived until "), ...prose(waiver.until), words(". "), ...nameNodes(told2)),
    words(": "),
    ...prose(rule.title),
    words(", \u201C"),
    ...prose(waiver.reason),
    words("\u201D"),
    ...by.length === 0 ? [] : [words(", granted by "), ...by],
    ...waiver.approvedIn === null ? [] : [words(" in "), code(`#${waiver.approvedIn}`)]
  ];
}
function commas(nodes) {
  return nodes.flatMap((node, index) => index === 0 ? [node] : [words(", "), node]);
}

// src/render/markdown-folds.ts
var SHOWN = 100;
function gatesFold({ passing: passing2, idle }) {
  const gates = [...passing2, ...idle];
  if (gates.length === 0) return [];
  const titles = row(["Gate", "Result", "Rules"].map((title) => [words(title)]));
  const table = { type: "table", children: [titles, ...gates.slice(0, SHOWN).map(gateRow)] };
  const more = gates.length - SHOWN;
  const rest = more <= 0 ? [] : [paragraphOf(words(`${counted(more, "gate")} more in the report.`))];
  const summary = [
    ...passing2.length === 0 ? [] : [`\u2705 ${counted(passing2.length, "gate")} passed${few(passing2)}`],
    ...idle.length === 0 ? [] : [`${counted(idle.length, "gate")} not applicable`]
  ];
  return fold(summary.join(", "), [table, ...rest]);
}
function gateRow(gate) {
  const results = {
    passed: "\u2705 Passed",
    scheduled: "Scheduled"
  };
  const rules = gate.rules.map((rule) => rule.title).join(", ");
  return row([
    nameNodes({ gate }),
    [words(results[gate.outcome] ?? "Does not apply")],
    prose(rules)
  ]);
}
function row(cells) {
  return { type: "tableRow", children: cells.map((children) => ({ type: "tableCell", children })) };
}
function few(gates) {
  if (gates.length > 6 || gates.some(({ service }) => service !== null)) return "";
  return `: ${gates.map(({ title }) => asHtml(title)).join(", ")}`;
}
function notesFold(notes) {
  if (notes.length === 0) return [];
  const items = notes.slice(0, SHOWN).map(({ message, at }) => bullet([paragraphOf(...prose(message), ...placeNodes(at))]));
  return fold(counted(notes.length, "note"), [bullets(items)]);
}

// src/render/markdown-heading.ts
function headingNodes(verdict, { counts }) {
  const { decision, mode, problems, stage } = verdict;
  if (problems.length > 0) {
    return [words(`\u274C No verdict: the policy has ${counted(problems.length, "problem")}`)];
  }
  const total = Object.entries(counts).reduce(
    (sum, [standing, count]) => standing === "none" ? sum : sum + count,
    0
  );
  const target = [words(" for "), code(stage)];
  switch (decision) {
    case "go":
      if (total === 0) return [words("\u2705 Ready: no gates apply"), ...target];
      return [words(`\u2705 Ready: ${passing(counts)}`), ...target];
    case "conditional-go": {
      const on = isWaived(verdict) ? "a waiver" : "conditions";
      return [words(`\u2705 Ready on ${on}: ${passing(counts)}`), ...target];
    }
    case "undetermined":
      return [words(`\u26A0\uFE0F Undetermined: ${told(counts, ["open"], total)}`), ...target];
    case "no-go": {
      const what = total === 0 ? "no gate counts" : told(counts, ["fail", "error", "wait"], total);
      if (mode === "enforce") return [words(`\u274C Blocked: ${what}`), ...target];
      return [words(`\u26A0\uFE0F Would block: ${what}`), ...target, words(" (advisory, nothing is blocked)")];
    }
  }
}
var VERBS = {
  fail: ["fails", "fail"],
  error: ["cannot be judged", "cannot be judged"],
  wait: ["is pending", "are pending"],
  open: ["needs GitHub", "need GitHub"]
};
function told(counts, standings, total) {
  const parts = standings.filter((standing) => counts[standing] > 0).map((standing, index) => {
    const [one, many] = VERBS[standing] ?? ["", ""];
    const of = index === 0 ? ` of ${counted(total, "gate")}` : "";
    return `${formatCount(counts[standing])}${of} ${counts[standing] === 1 ? one : many}`;
  });
  return parts.length === 0 ? "no gate passes" : parts.join(", ");
}
function passing({ pass, warn, conditional }) {
  const verb = pass === 1 ? "passes" : "pass";
  return [
    `${counted(pass, "gate")} ${verb}`,
    ...warn === 0 ? [] : [`${formatCount(warn)} ${warn === 1 ? "warns" : "warn"}`],
    ...conditional === 0 ? [] : [`${formatCount(conditional)} on conditions`]
  ].join(", ");
}

// src/render/markdown.ts
function renderMarkdown(verdict) {
  const arranged = outline(verdict);
  const blocking = arranged.told.filter(({ standing }) => blocks(standing));
  const others = arranged.told.filter(({ standing }) => !blocks(standing));
  const pieces = [
    piece(0, "heading", () => [
      { type: "heading", depth: 3, children: headingNodes(verdict, arranged) }
    ]),
    ...verdict.problems.map((problem) => piece(1, "problem", () => [problemItem(problem)])),
    ...blocking.flatMap((told2, index) => [
      piece(2, "blocking gate", () => blockingGate(told2, index + 1)),
      piece(5, "list of findings", () => furtherFindings(told2))
    ]),
    piece(3, "summary of the next steps", () => nextSteps(verdict)),
    ...others.map((told2) => piece(3, "condition", () => conditions(told2))),
    ...others.flatMap(
      (told2) => told2.findings.filter(({ standing }) => standing === "warn").map((one) => piece(4, "warning", () => [warning(one, told2)]))
    ),
    piece(7, "table of gates", () => gatesFold(arranged)),
    piece(6, "list of notes", () => notesFold(verdict.notes))
  ];
  return printWithin(pieces, footer(verdict));
}
function piece(rank, holds, content) {
  return { rank, holds, content };
}
function problemItem({ message, at, help }) {
  const place = code(`${at.file}:${at.line}:${at.column}`);
  const problem = paragraphOf(...prose(message), words(" ("), place, words(")"));
  const remedy = help === null ? [] : [bullets([bullet([paragraphOf(...prose(help))])])];
  return bullets([bullet([problem, ...remedy])]);
}
function nextSteps({ next }) {
  if (next.length === 0) return [];
  const shares = stepsByWhom(next).slice(0, 10).flatMap(([who, count]) => [
    words(`, ${formatCount(count)} for `),
    who === null ? words("whoever opened the pull request") : code(who)
  ]);
  const steps = words(`Shortest path to green: ${counted(next.length, "step")}`);
  return [paragraphOf(steps, ...shares)];
}
function footer({ commit, policy, validUntil }) {
  const sha = policy.sha === null ? "" : `@${policy.sha.slice(0, 7)}`;
  const what = commit === null ? [] : [words(" commit "), code(commit.slice(0, 7))];
  const until = validUntil === null ? "" : ` Time alone changes nothing before ${formatInstant(validUntil)}.`;
  return paragraphOf(
    html("<sub>"),
    words("Checked"),
    ...what,
    words(" with the policy at "),
    code(`${policy.ref}${sha}`),
    words(`.${until}`),
    html("</sub>")
  );
}
export {
  renderMarkdown
};
