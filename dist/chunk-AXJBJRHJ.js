import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  furtherServices,
  inOrder,
  portfolioOf
} from "./chunk-DOMC7MEP.js";
import {
  blocks,
  byRemedy,
  conditionOf,
  outline,
  scheduledWords,
  stepsByWhom
} from "./chunk-EI5M2NBG.js";
import {
  capitalised,
  counted,
  formatCount
} from "./chunk-OBXZQG3I.js";
import {
  inertLine,
  inertLines
} from "./chunk-UR5HFCGQ.js";
import {
  gfmToMarkdown,
  toMarkdown
} from "./chunk-OKGOBK43.js";
import {
  formatInstant
} from "./chunk-2UVS6TJC.js";

// src/render/github-address.ts
var LONGEST = 6e3;
function blobUrl(repository, revision, place) {
  const path = encodedPath(place.file);
  const at = encodedPath(revision);
  if (path === null || at === null) return null;
  return `${repository}/blob/${at}/${path}?plain=1#L${place.line}`;
}
function editUrl(source, file) {
  const path = encodedPath(file);
  const branch = encodedPath(source.branch);
  return path === null || branch === null ? null : `${source.url}/edit/${branch}/${path}`;
}
function newFileUrl(source, file, text) {
  const path = encodedPath(file);
  const branch = encodedPath(source.branch);
  if (path === null || branch === null) return null;
  const empty = `${source.url}/new/${branch}?filename=${path}`;
  if (text === null) return empty;
  const whole = `${empty}&value=${encoded(text)}`;
  return whole.length > LONGEST ? empty : whole;
}
function templateFor(file, templates) {
  const [, folder = "", ending = ""] = /([^/]+)\/[^/]+(\.\w+)$/.exec(file) ?? [];
  const singular = folder.replace(/s$/, "");
  const sameEnd = templates.filter(({ path }) => `/${file}`.endsWith(`/${path}`));
  const ofFolder = templates.filter(
    ({ path }) => `/${path}`.endsWith(`/${singular}${ending}`) && singular !== folder
  );
  const fitting = sameEnd.length > 0 ? sameEnd : ofFolder;
  return fitting.reduce(
    (best, one) => best === null || one.path.length > best.path.length ? one : best,
    null
  );
}
function encodedPath(path) {
  const segments = path.split("/");
  if (segments.some((segment) => /^\.{0,2}$|[\p{Cc}\p{Cs}\\]/u.test(segment))) return null;
  return segments.map(encoded).join("/");
}
function encoded(text) {
  const whole = text.replace(new RegExp("\\p{Cs}", "gu"), "\uFFFD");
  return encodeURIComponent(whole).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}

// src/render/markdown-text.ts
var ACTIVE = /@[\p{L}\p{N}_-]|#\d|\bGH-\d|:\/\/|www\.|@\/|\$/iu;
var PUNCTUATION = /^([("'[]*)(.*?)([.,;:!?)"'\]]*)$/su;
function prose(text) {
  const parts = inertLine(text).split(/(`[^`]+`)/);
  return joined(
    parts.flatMap((part) => isSpan(part) ? [code(part.slice(1, -1))] : plainWords(part))
  );
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
  return nodes;
}
function joined(nodes) {
  const result = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.value === "") continue;
    if (last?.type === node.type) last.value += node.value;
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
function link(url, ...children) {
  return { type: "link", url, children };
}
function html(value) {
  return { type: "html", value };
}
function heading(title) {
  return { type: "heading", depth: 3, children: [words(title)] };
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
function tableOf(titles, rows) {
  const row = (cells) => ({
    type: "tableRow",
    children: cells.map((children) => ({ type: "tableCell", children }))
  });
  return {
    type: "table",
    children: [
      row(titles.map((title) => [typeof title === "string" ? words(title) : title])),
      ...rows.map(row)
    ]
  };
}
var LONGEST_PASTE = 4e3;
function pasted({ remedy, paste }) {
  const [, ...after] = remedy.split(/\r\n|[\r\n]/);
  if (after.length === 0) return [];
  const lines = inertLines(paste ?? after.join("\n"), LONGEST_PASTE).map(
    (line) => line.replace(/^\s*(?=[/@])/, "$&\\")
  );
  return [{ type: "code", value: lines.join("\n").trim() }];
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

// src/render/links.ts
var NO_LINKS = {
  author: null,
  place: (at) => code(labelOf(at)),
  fixes: () => []
};
function githubLinks(pages) {
  const { repository, source, policy, templates } = pages;
  const isPolicy = (file) => policy.files.includes(file);
  return {
    author: pages.author,
    place: (at) => {
      const isElsewhere = isPolicy(at.file) && !at.file.startsWith(".github/");
      const revision = isPolicy(at.file) ? policy.sha : pages.revision;
      const url = revision === null || isElsewhere ? null : blobUrl(repository, revision, at);
      return url === null ? code(labelOf(at)) : link(url, code(labelOf(at)));
    },
    fixes: ({ at, creates }) => {
      if (source === null) return [];
      if (creates !== void 0) {
        const template = templateFor(creates, templates);
        const url2 = newFileUrl(source, creates, template?.text ?? null);
        return url2 === null ? [] : [link(url2, words(template === null ? "create it" : "create it from the template"))];
      }
      const url = at === null || isPolicy(at.file) ? null : editUrl(source, at.file);
      return url === null ? [] : [link(url, words("edit"))];
    }
  };
}
var LONGEST2 = 100;
function labelOf({ file, line }) {
  const path = inertLine(file, file.length);
  const shown = path.length > LONGEST2 ? `\u2026${path.slice(-LONGEST2)}` : path;
  return `${shown.replace(/^…[\udc00-\udfff]/, "\u2026")}:${line}`;
}

// src/render/markdown-budget.ts
var LIMIT = 6e4;
var RESERVE = 400;
function printWithin(pieces, last, sizeOf = ({ length }) => length) {
  const end = markdownOf(last);
  const byRank = pieces.map((piece2, index) => ({ piece: piece2, index }));
  byRank.sort((a, b) => a.piece.rank - b.piece.rank || a.index - b.index);
  let room = LIMIT - RESERVE - sizeOf(end);
  const kept = [];
  const folds = /* @__PURE__ */ new Set();
  const dropped = /* @__PURE__ */ new Map();
  for (const { piece: piece2, index } of byRank) {
    const content = piece2.content();
    if (content.length === 0) continue;
    const { behind = null } = piece2;
    const line = behind === null || folds.has(behind) ? 0 : sizeOf(behind) + FOLD.length;
    const text2 = room > 0 ? markdownOf(content) : "";
    const size = sizeOf(text2) + line;
    room = room <= 0 || size >= room ? 0 : room - size - 1;
    if (room > 0) {
      kept[index] = text2;
      if (behind !== null) folds.add(behind);
    } else dropped.set(piece2.holds, (dropped.get(piece2.holds) ?? 0) + 1);
  }
  const text = [...folded(pieces, kept), ...droppedText(dropped), end].join("\n");
  return { text, isCut: dropped.size > 0 };
}
var FOLD = "<details>\n<summary></summary>\n\n\n</details>\n";
function folded(pieces, kept) {
  const shown = [];
  let open = null;
  for (const [index, piece2] of pieces.entries()) {
    const text = kept[index];
    if (text === void 0) continue;
    const { behind = null } = piece2;
    if (behind !== open) {
      if (open !== null) shown.push("</details>\n");
      if (behind !== null) shown.push(`<details>
<summary>${behind}</summary>
`);
      open = behind;
    }
    shown.push(text);
  }
  return open === null ? shown : [...shown, "</details>\n"];
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
function blockingGate(told2, number, links) {
  const [first, ...others] = told2.findings;
  const head = [strong(words(`${number}. `), ...nameNodes(told2), words(":"))];
  if (first !== void 0 && others.length === 0) {
    const problem = paragraphOf(...head, words(" "), ...prose(first.finding.problem));
    const what = bullets([...whoItem(first, links), fixItem(first, whereNodes(first, links))]);
    return [problem, what, ...otherReasons(told2)];
  }
  const many = first === void 0 ? [] : [words(` ${counted(told2.findings.length, "finding")}`)];
  const shown = findingItems(told2.findings, links);
  const list = shown.length === 0 ? [] : [bullets(shown)];
  return [paragraphOf(...head, ...many), ...list, ...otherReasons(told2)];
}
function findingItems(findings, links) {
  const groups = byRemedy(findings).slice(0, IN_FULL);
  return groups.flatMap((group) => groupItems(group, links));
}
function furtherFindings(told2, links) {
  const rest = byRemedy(told2.findings).slice(IN_FULL).flat();
  if (rest.length === 0) return [];
  const items = rest.slice(0, IN_BRIEF).map((one) => bullet([problemOf(one, links)]));
  const unseen = rest.length - items.length;
  const last = bullet([paragraphOf(words(`${counted(unseen, "finding")} more in the report`))]);
  return fold(`${counted(rest.length, "more finding")} of ${asHtml(told2.gate.title)}`, [
    bullets(unseen > 0 ? [...items, last] : items)
  ]);
}
function warning({ finding, rule }, told2, links) {
  return paragraphOf(
    words("\u26A0\uFE0F "),
    strong(words("Warning, does not block. "), ...nameNodes(told2), words(":")),
    words(" "),
    ...prose(finding.problem === "" ? rule.title : finding.problem),
    ...placeNodes(finding.at, links)
  );
}
function conditions(told2, links) {
  const waived = told2.waived.map((rule) => paragraphOf(words("\u{1F513} "), ...waiverNodes(rule, told2)));
  const others = told2.findings.filter(({ standing }) => standing === "conditional").map(
    ({ finding }) => paragraphOf(
      words("\u{1F513} "),
      strong(words("On conditions. "), ...nameNodes(told2), words(":")),
      words(" "),
      ...prose(finding.problem),
      ...placeNodes(finding.at, links)
    )
  );
  return [...waived, ...others];
}
function nameNodes({ gate }) {
  const title = prose(gate.title);
  return gate.service === null ? title : [code(gate.service), words(" \xB7 "), ...title];
}
function groupItems(group, links) {
  const [first, ...others] = group;
  if (first === void 0) return [];
  const what = [...whoItem(first, links), fixItem(first, [])];
  if (others.length === 0) return [bullet([problemOf(first, links), bullets(what)])];
  const shown = group.slice(0, IN_BRIEF).map((one) => bullet([problemOf(one, links)]));
  const unseen = group.length - shown.length;
  const last = bullet([paragraphOf(words(`${counted(unseen, "finding")} more`))]);
  const title = paragraphOf(words(`${counted(group.length, "finding")} with one remedy`));
  return [bullet([title, bullets([...what, ...shown, ...unseen > 0 ? [last] : []])])];
}
function problemOf(one, links) {
  const warns = one.standing === "warn" ? [words("\u26A0\uFE0F Warning, does not block: ")] : [];
  const problem = prose(capitalised(one.finding.problem));
  return paragraphOf(...warns, ...problem, ...whereNodes(one, links));
}
function whoItem({ finding: { asks } }, { author }) {
  const who = asks ?? author;
  if (who === null) return [];
  const name = code(who.replace(/^@/, ""));
  return [bullet([paragraphOf(strong(words("Who can fix it:")), words(" "), name)])];
}
function fixItem({ finding }, where) {
  const remedy = finding.remedy.split(/[\r\n]/)[0] ?? "";
  return bullet([
    paragraphOf(strong(words("Fix:")), words(" "), ...prose(remedy), ...where),
    ...pasted(finding)
  ]);
}
function whereNodes({ finding }, links) {
  const fixes = links.fixes(finding);
  const { at, creates } = finding;
  const isGone = at === null || fixes.length > 0 && at.file === creates;
  return inBrackets([...isGone ? [] : [links.place(at)], ...fixes]);
}
function placeNodes(at, links) {
  return at === null ? [] : inBrackets([links.place(at)]);
}
function inBrackets(nodes) {
  return nodes.length === 0 ? [] : [words(" ("), ...commas(nodes), words(")")];
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
    strong(...grantNodes(waiver), words(". "), ...nameNodes(told2)),
    words(": "),
    ...waivedNodes(rule),
    words(", \u201C"),
    ...prose(waiver.reason),
    words("\u201D"),
    ...by.length === 0 ? [] : [words(", granted by "), ...by],
    ...waiver.approvedIn === null ? [] : [words(" in "), code(`#${waiver.approvedIn}`)]
  ];
}
var LET_THROUGH = /* @__PURE__ */ new Set(["failed", "pending"]);
function waivedNodes({ title, findings }) {
  const [gap, ...others] = findings.filter(({ outcome }) => LET_THROUGH.has(outcome));
  if (gap === void 0) return prose(title);
  const more = others.length === 0 ? [] : [words(` (and ${others.length} more)`)];
  return [...prose(gap.problem), ...more];
}
var FOR_A_COMMIT = {
  waiver: "Waived for this commit",
  unfreeze: "Unfrozen for this commit",
  "break-glass": "Glass broken for this commit"
};
function grantNodes({ kind, until }) {
  if (until === null) return [words(FOR_A_COMMIT[kind])];
  return [words("Waived until "), ...prose(until)];
}
function commas(nodes) {
  return nodes.flatMap((node, index) => index === 0 ? [node] : [words(", "), node]);
}

// src/render/markdown-folds.ts
var SHOWN = 100;
function gatesFold({ passing: passing2, idle }) {
  const gates = [...passing2, ...idle];
  if (gates.length === 0) return [];
  const table = tableOf(["Gate", "Result", "Rules"], gates.slice(0, SHOWN).map(gateRow));
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
    scheduled: capitalised(`${scheduledWords(gate)} `).trim()
  };
  const rules = gate.rules.map((rule) => rule.title).join(", ");
  return [nameNodes({ gate }), [words(results[gate.outcome] ?? "Does not apply")], prose(rules)];
}
function few(gates) {
  if (gates.length > 6 || gates.some(({ service }) => service !== null)) return "";
  return `: ${gates.map(({ title }) => asHtml(title)).join(", ")}`;
}
function notesFold(notes, links) {
  if (notes.length === 0) return [];
  const items = notes.slice(0, SHOWN).map(
    ({ message, at }) => bullet([paragraphOf(...prose(capitalised(message)), ...placeNodes(at, links))])
  );
  return fold(counted(notes.length, "note"), [bullets(items)]);
}

// src/render/headline.ts
function headlineOf(verdict, { counts }) {
  const { decision, mode, problems } = verdict;
  if (problems.length > 0) {
    return {
      icon: "\u274C",
      text: `No verdict: the policy has ${counted(problems.length, "problem")}`
    };
  }
  const total = Object.entries(counts).reduce(
    (sum, [standing, count]) => standing === "none" ? sum : sum + count,
    0
  );
  switch (decision) {
    case "go":
      return {
        icon: "\u2705",
        text: total === 0 ? "Ready: no gates apply" : `Ready: ${passing(counts)}`
      };
    case "conditional-go":
      return { icon: "\u2705", text: `Ready on ${conditionOf(verdict)}: ${passing(counts)}` };
    case "undetermined":
      return { icon: "\u26A0\uFE0F", text: `Undetermined: ${told(counts, ["open"], total)}` };
    case "no-go": {
      const what = total === 0 ? "no gate counts" : told(counts, ["fail", "error", "wait"], total);
      return mode === "enforce" ? { icon: "\u274C", text: `Blocked: ${what}` } : { icon: "\u26A0\uFE0F", text: `Would block: ${what}` };
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

// src/render/markdown-heading.ts
function headingNodes(verdict, outline2) {
  const { icon, text } = headlineOf(verdict, outline2);
  const headline = words(`${icon} ${text}`);
  if (verdict.problems.length > 0) return [headline];
  const advisory = verdict.mode === "advisory" && verdict.decision === "no-go";
  return [
    headline,
    words(" for "),
    code(verdict.stage),
    ...advisory ? [words(" (advisory, nothing is blocked)")] : []
  ];
}

// src/render/markdown-portfolio.ts
var ROWS = 60;
var COLUMNS = 16;
var LONGEST_NAME = 80;
var CELLS = {
  fail: "\u274C fails",
  error: "\u274C not judged",
  wait: "\u274C pending",
  open: "\u26A0\uFE0F open",
  conditional: "\u{1F513} on conditions",
  warn: "\u26A0\uFE0F warns",
  pass: "\u2705 passes",
  none: "\u2013"
};
function portfolioTable(verdict) {
  const portfolio = portfolioOf(verdict);
  if (portfolio === null || portfolio.gates.length === 0) return [];
  const shown = columnsOf(portfolio);
  const rows = inOrder(portfolio.rows);
  const table = tableOf(
    ["Service", ...shown.map((column) => named(portfolio.gates[column] ?? ""))],
    rows.slice(0, ROWS).map((one) => [[named(one.service)], ...cellsOf(one, shown)])
  );
  return [table, ...remainder(rows.slice(ROWS), portfolio.gates.length - shown.length)];
}
function columnsOf({ gates, rows }) {
  const all = gates.map((_, column) => column);
  const passes = (column) => rows.every(({ cells }) => cells[column] === "pass" || cells[column] === null);
  const wanted = [...all].sort((a, b) => Number(passes(a)) - Number(passes(b)));
  const kept = new Set(wanted.slice(0, COLUMNS));
  return all.filter((column) => kept.has(column));
}
function cellsOf({ cells }, columns) {
  return columns.map((column) => [words(CELLS[cells[column] ?? "none"])]);
}
function remainder(rest, gates) {
  const parts = [
    ...furtherServices(rest),
    ...gates > 0 ? [`${counted(gates, "gate")} more`] : []
  ];
  return parts.length === 0 ? [] : [paragraphOf(words(`Not shown: ${parts.join(", ")}.`))];
}
function serviceFold(service, told2, links) {
  const blocking = told2.filter(({ standing }) => blocks(standing));
  const others = told2.filter(({ standing }) => !blocks(standing));
  const content = [
    ...blocking.flatMap((gate, index) => [
      ...blockingGate(gate, index + 1, links),
      ...furtherFindings(gate, links)
    ]),
    ...others.flatMap((gate) => conditions(gate, links)),
    ...others.flatMap(
      (gate) => gate.findings.filter(({ standing }) => standing === "warn").map((finding) => warning(finding, gate, links))
    )
  ];
  if (content.length === 0) return [];
  const state = blocking.length === 0 ? "\u26A0\uFE0F nothing blocks" : `\u274C ${counted(blocking.length, "gate")} ${blocking.length === 1 ? "blocks" : "block"}`;
  const name = service === null ? "every service" : inertLine(service, LONGEST_NAME);
  return fold(`${asHtml(`\`${name}\``)}: ${state}`, content);
}
function toldByService({ told: told2 }) {
  const byService = /* @__PURE__ */ new Map();
  for (const one of told2) {
    const there = byService.get(one.gate.service);
    if (there === void 0) byService.set(one.gate.service, [one]);
    else there.push(one);
  }
  return byService;
}
function named(text) {
  return code(inertLine(text, LONGEST_NAME));
}

// src/render/markdown-problem.ts
function problemItem({ message, at, help }) {
  const place = code(`${at.file}:${at.line}:${at.column}`);
  const problem = paragraphOf(...prose(message), words(" ("), place, words(")"));
  const remedy = help === null ? [] : [bullets([bullet([paragraphOf(...prose(help))])])];
  return bullets([bullet([problem, ...remedy])]);
}

// src/render/markdown-steps.ts
var PEOPLE = 20;
var STEPS = 10;
function stepsFold({ next }, links) {
  const people = stepsByWhom(next);
  if (people.length < 2) return [];
  const items = people.slice(0, PEOPLE).map(([who, count]) => {
    const name = who === null ? words("Whoever opened the pull request") : code(who);
    const steps = next.filter((step) => step.who === who).slice(0, STEPS).map((step) => stepItem(step, links));
    const more = count - steps.length;
    const rest = more > 0 ? [bullet([paragraphOf(words(`${counted(more, "step")} more`))])] : [];
    const title = paragraphOf(strong(name), words(`: ${counted(count, "step")}`));
    return bullet([title, bullets([...steps, ...rest])]);
  });
  const unseen = people.length - items.length;
  const last = unseen > 0 ? [bullet([paragraphOf(words(`${counted(unseen, "person")} more`))])] : [];
  return fold("Steps, person by person", [bullets([...items, ...last])]);
}
function stepItem({ problem, at, service }, links) {
  const of = service === null ? [] : [code(service), words(" \xB7 ")];
  return bullet([paragraphOf(...of, ...prose(problem), ...placeNodes(at, links))]);
}

// src/render/markdown.ts
function renderMarkdown(verdict, links = NO_LINKS) {
  const arranged = outline(verdict);
  const pieces = [
    piece(0, "heading", () => [
      { type: "heading", depth: 3, children: headingNodes(verdict, arranged) }
    ]),
    ...reportPieces(verdict, arranged, links)
  ];
  return printWithin(pieces, [footer(verdict)]).text;
}
function reportPieces(verdict, arranged, links) {
  return [
    ...verdict.problems.map((problem) => piece(1, "problem", () => [problemItem(problem)])),
    ...(portfolioOf(verdict) === null ? gatePieces : portfolioPieces)(verdict, arranged, links),
    piece(5, "list of steps by person", () => stepsFold(verdict, links)),
    piece(6, "list of notes", () => notesFold(verdict.notes, links))
  ];
}
function gatePieces(verdict, arranged, links) {
  const blocking = arranged.told.filter(({ standing }) => blocks(standing));
  const others = arranged.told.filter(({ standing }) => !blocks(standing));
  return [
    ...blocking.flatMap((told2, index) => [
      piece(2, "blocking gate", () => blockingGate(told2, index + 1, links)),
      piece(5, "list of findings", () => furtherFindings(told2, links))
    ]),
    piece(3, "summary of the next steps", () => nextSteps(verdict)),
    ...others.map((told2) => piece(3, "condition", () => conditions(told2, links))),
    ...others.flatMap(
      (told2) => told2.findings.filter(({ standing }) => standing === "warn").map((one) => piece(4, "warning", () => [warning(one, told2, links)]))
    ),
    piece(7, "table of gates", () => gatesFold(arranged))
  ];
}
function portfolioPieces(verdict, arranged, links) {
  return [
    piece(1, "table of services", () => portfolioTable(verdict)),
    piece(2, "summary of the next steps", () => nextSteps(verdict)),
    ...[...toldByService(arranged)].map(([service, told2]) => {
      const rank = told2.some(({ standing }) => blocks(standing)) ? 3 : 4;
      return piece(rank, "service", () => serviceFold(service, told2, links));
    })
  ];
}
function piece(rank, holds, content) {
  return { rank, holds, content };
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
  templateFor,
  prose,
  words,
  strong,
  code,
  link,
  html,
  heading,
  paragraphOf,
  bullets,
  bullet,
  tableOf,
  pasted,
  fold,
  githubLinks,
  printWithin,
  markdownOf,
  blockingGate,
  findingItems,
  furtherFindings,
  warning,
  conditions,
  nameNodes,
  whereNodes,
  placeNodes,
  inBrackets,
  gatesFold,
  notesFold,
  headlineOf,
  headingNodes,
  portfolioTable,
  problemItem,
  renderMarkdown,
  reportPieces
};
