import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  expiryLine
} from "./chunk-AZZNHNJF.js";
import {
  furtherServices,
  inOrder,
  portfolioOf
} from "./chunk-DOMC7MEP.js";
import {
  blocks,
  byRemedy,
  outline,
  scheduledWords,
  stepsByWhom,
  summaryOf
} from "./chunk-EI5M2NBG.js";
import {
  INDENT,
  WORDS,
  entry,
  paintWord,
  paragraph
} from "./chunk-OTT52YRX.js";
import {
  padTo,
  widthOf,
  wrapText
} from "./chunk-QSZG2IW5.js";
import {
  counted,
  formatCount
} from "./chunk-OBXZQG3I.js";
import {
  inertLine,
  inertLines
} from "./chunk-UR5HFCGQ.js";
import {
  formatInstant
} from "./chunk-2UVS6TJC.js";
import "./chunk-JULNA7AP.js";

// src/render/pretty-findings.ts
var ROOMY = { remedies: 5, findings: 20, brief: 20 };
var DENSE = { remedies: 2, findings: 4, brief: 0 };
var LONG = 40;
function detailFor(findings) {
  return findings > LONG ? DENSE : ROOMY;
}
function findingBlocks(told, detail, look) {
  const groups = byRemedy(told.findings);
  const blocks2 = groups.slice(0, detail.remedies).map((group) => remedyLines(group, told, detail, look));
  const rest = groups.slice(detail.remedies).flat();
  const brief = rest.slice(0, detail.brief);
  const untold = rest.length - brief.length;
  if (brief.length > 0) {
    const title = paragraph(`${formatCount(rest.length)} more:`, look);
    blocks2.push([...title, ...entryLines(brief, told, look), ...moreLines(untold, look)]);
  } else if (untold > 0) blocks2.push(moreLines(untold, look));
  const cut = groups.slice(0, detail.remedies).reduce((sum, group) => sum + Math.max(0, group.length - detail.findings), 0);
  return { blocks: blocks2, hidden: untold + cut };
}
function remedyLines(group, told, detail, look) {
  const [first, ...others] = group;
  if (first === void 0) return [];
  if (others.length === 0) {
    return [...problemLines(first, told, look), ...placeAndFix(first, look)];
  }
  const shown = group.slice(0, detail.findings);
  const more = moreLines(group.length - shown.length, look);
  return [...entryLines(shown, told, look), ...more, ...fixLines(first, look)];
}
function problemLines(one, told, look) {
  const text = problemText(one, told);
  const [first = "", ...rest] = paragraph(text, look);
  return [paintFirst(first, one, told, look), ...rest];
}
function entryLines(all, told, look) {
  const places = all.map(placeText);
  const widest = Math.max(...places.map((place) => widthOf(place ?? "")));
  const column = widest + 2 <= (look.width - INDENT) / 2 ? widest + 2 : 2;
  return all.flatMap((one, index) => {
    const place = places[index] ?? "";
    const start = column === 2 ? place === "" ? "" : `${place} ` : padTo(place, column);
    const text = `${"_".repeat(widthOf(start))}${problemText(one, told)}`;
    const [first = "", ...rest] = wrapText(text, look.width - INDENT - (column === 2 ? 2 : 0));
    const shown = first.slice(widthOf(start));
    const below = wrapText(rest.join(" "), look.width - INDENT - column).filter(
      (line) => line !== ""
    );
    const indent = " ".repeat(INDENT);
    return [
      `${indent}${look.paint("quiet", start)}${paintFirst(shown, one, told, look)}`,
      ...below.map((line) => `${indent}${" ".repeat(column)}${line}`)
    ];
  });
}
function problemText(one, told) {
  const text = inertLine(one.finding.problem);
  return one.standing === told.standing ? text : `${WORDS[one.standing]} ${text}`;
}
function paintFirst(line, one, told, look) {
  if (one.standing === told.standing) return line;
  const word = WORDS[one.standing];
  return line.replace(word, look.paint(one.standing, word));
}
function moreLines(count, look) {
  return count === 0 ? [] : paragraph(`and ${counted(count, "finding")} more`, look, { tone: "quiet" });
}
function placeAndFix(one, look) {
  const place = placeText(one);
  const line = place === null ? [] : [`${" ".repeat(INDENT)}${look.paint("quiet", place)}`];
  return [...line, ...fixLines(one, look)];
}
function placeText({ finding: { at } }) {
  return at === null ? null : `${inertLine(at.file)}:${at.line}:${at.column}`;
}
function fixLines({ finding }, look) {
  const [first = "", ...pasted] = inertLines(finding.remedy, 1200);
  const by = finding.asks === null ? "fix" : `fix by ${inertLine(finding.asks, 80)}`;
  return [
    ...paragraph(`${by}: ${first}`, look, { hanging: 5 }),
    // What is to be pasted keeps its lines.
    ...pasted.map((line) => `${" ".repeat(INDENT + 5)}${line}`.trimEnd())
  ];
}

// src/render/pretty-gate.ts
function nameOf(gate) {
  const title = inertLine(gate.title, 120);
  return gate.service === null ? title : `${inertLine(gate.service, 120)} \xB7 ${title}`;
}
function gateText(told, column, detail, look) {
  const word = paintWord(told.standing, look);
  const only = onlyProblem(told);
  const isShort = only !== null && widthOf(nameOf(told.gate)) <= column;
  if (isShort && INDENT + column + 2 + widthOf(only.text) <= look.width) {
    const name = look.paint("strong", padTo(nameOf(told.gate), column));
    return {
      lines: [`${word}${name}  ${only.text}`, ...placeAndFix(only.finding, look)],
      hidden: 0
    };
  }
  const { blocks: blocks2, hidden } = findingBlocks(told, detail, look);
  const paragraphs = [...blocks2, ...otherReasons(told, look)];
  const heading = `${word}${look.paint("strong", nameOf(told.gate))}`;
  const lines = paragraphs.flatMap((block, index) => index === 0 ? block : ["", ...block]);
  return { lines: [heading, ...lines], hidden };
}
function columnOf(told, look) {
  const only = onlyProblem(told);
  if (only === null) return 0;
  const width = widthOf(nameOf(told.gate));
  return INDENT + width + 2 + widthOf(only.text) <= look.width ? width : 0;
}
function onlyProblem(told) {
  const [finding, ...others] = told.findings;
  if (finding === void 0 || others.length > 0) return null;
  if (finding.standing !== told.standing || otherReasonsOf(told).length > 0) return null;
  return { finding, text: inertLine(finding.finding.problem) };
}
function otherReasonsOf({ gate, waived, leftOut }) {
  return [
    ...gate.waitsFor.length === 0 ? [] : [`waits for ${namesOf(gate.waitsFor)}`],
    ...waived.map(waiverText),
    ...leftOut.length === 0 ? [] : [`left out, needs GitHub: ${namesOf(leftOut.map(titleOf))}`]
  ];
}
function otherReasons(told, look) {
  const reasons = otherReasonsOf(told);
  return reasons.length === 0 ? [] : [reasons.flatMap((reason) => paragraph(reason, look))];
}
function waiverText(rule) {
  const { waiver } = rule;
  if (waiver === null) return "";
  const by = waiver.approvedBy.length === 0 ? "" : ` by ${namesOf(waiver.approvedBy)}`;
  const where = waiver.approvedIn === null ? "" : ` in #${waiver.approvedIn}`;
  const reason = inertLine(waiver.reason, 200);
  const title = `\u201C${titleOf(rule)}\u201D`;
  if (waiver.until === null) return `${title}: let through for this commit${by} (${reason})`;
  return `${title} is waived until ${inertLine(waiver.until)}${by}${where}: ${reason}`;
}
function titleOf(rule) {
  return inertLine(rule.title, 120);
}
function namesOf(names2) {
  return names2.map((name) => inertLine(name, 120)).join(", ");
}

// src/render/pretty-portfolio.ts
var ROWS = 40;
var WIDEST_NAME = 28;
var MARGIN = "  ";
var CELL = 4;
var CELL_WORDS = {
  fail: "FAIL",
  error: "ERR",
  wait: "WAIT",
  open: "?",
  conditional: "COND",
  warn: "WARN",
  pass: "ok",
  none: "-"
};
function portfolioTable(verdict, look) {
  const portfolio = portfolioOf(verdict);
  if (portfolio === null || portfolio.gates.length === 0) return [];
  const rows = inOrder(portfolio.rows);
  const shown = rows.slice(0, ROWS);
  const name = Math.min(WIDEST_NAME, Math.max(7, ...shown.map((row) => nameOf2(row).length)));
  const { heads, legend } = columnsOf(portfolio, look.width - name - MARGIN.length);
  const line = (cells) => `${MARGIN}${cells.join("  ")}`.trimEnd();
  const head = line(["service".padEnd(name), ...heads]);
  const body = shown.map(
    (row) => line([
      fitted(nameOf2(row), name),
      ...row.cells.map((cell, index) => cellText(cell, heads[index]?.length ?? CELL, look))
    ])
  );
  return [
    look.paint("quiet", head),
    ...body,
    ...restOf(rows.slice(ROWS), look),
    ...legend.flatMap((text) => besideTable(text, look))
  ];
}
function columnsOf({ gates }, room) {
  const names2 = gates.map((id) => inertLine(id, 120));
  const named = names2.map((id) => id.padEnd(CELL));
  const width = named.reduce((sum, text) => sum + text.length + 2, 0);
  if (width <= room) return { heads: named, legend: [] };
  const heads = names2.map((_, index) => String(index + 1).padEnd(CELL));
  return { heads, legend: [names2.map((id, index) => `${index + 1} ${id}`).join(", ")] };
}
function cellText(cell, width, look) {
  if (cell === null) return " ".repeat(width);
  const word = CELL_WORDS[cell];
  return look.paint(cell, word) + " ".repeat(Math.max(0, width - word.length));
}
function restOf(rest, look) {
  if (rest.length === 0) return [];
  return besideTable(furtherServices(rest).join(", "), look);
}
function nameOf2({ service }) {
  return inertLine(service, 120);
}
function fitted(text, width) {
  return text.length > width ? `${text.slice(0, width - 3)}...` : text.padEnd(width);
}
function besideTable(text, look) {
  return paragraph(text, look, { tone: "quiet", indent: MARGIN.length });
}

// src/render/pretty.ts
var NAMES = 24;
var NOTES = 5;
var GATES = 40;
function renderPretty(verdict, subject, look) {
  const arranged = outline(verdict);
  const told = toldGates(arranged, look);
  const table = portfolioTable(verdict, look);
  const paragraphs = [
    header(verdict, subject, look),
    table,
    ...told.map(({ lines }) => lines),
    furtherGates(arranged, look),
    // What the table shows need not be named once more.
    table.length > 0 ? [] : folded(arranged, verdict, look),
    notes(verdict.notes, look),
    next(
      verdict,
      arranged,
      look,
      told.reduce((sum, { hidden }) => sum + hidden, 0)
    ),
    [summaryLine(verdict, arranged, look)]
  ];
  const shown = paragraphs.filter((lines) => lines.length > 0);
  return `${shown.map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function toldGates({ told }, look) {
  const shown = told.slice(0, GATES);
  const column = Math.max(0, ...shown.map((gate) => columnOf(gate, look)));
  const detail = detailFor(shown.reduce((sum, { findings }) => sum + findings.length, 0));
  return shown.map((gate) => gateText(gate, column, detail, look));
}
function furtherGates({ told }, look) {
  const rest = told.slice(GATES);
  if (rest.length === 0) return [];
  const all = names(
    rest.map(({ gate }) => nameOf(gate)),
    "gate"
  );
  return paragraph(`${counted(rest.length, "gate")} more with something to tell: ${all}`, look);
}
function renderQuiet(verdict, look) {
  return `${summaryLine(verdict, outline(verdict), look)}
`;
}
function summaryLine(verdict, arranged, look) {
  const [headline = "", ...rest] = summaryOf(verdict, arranged).split(":");
  const tone = TONES[verdict.decision];
  return `${look.paint(tone, `${headline}:`)}${rest.join(":")}`;
}
var TONES = {
  go: "pass",
  "conditional-go": "conditional",
  "no-go": "fail",
  undetermined: "open"
};
function header(verdict, subject, look) {
  const what = [
    subject === null ? "" : inertLine(subject, 120),
    verdict.commit === null ? "" : `at ${verdict.commit.slice(0, 7)}`
  ].filter((part) => part !== "");
  const policy = `policy ${policyName(verdict.policy)}`;
  const rest = [what.join(" "), policy, verdict.mode === "advisory" ? "advisory" : ""];
  const stage = look.paint("strong", inertLine(verdict.stage, 120));
  const line = `${stage}: ${rest.filter((part) => part !== "").join(", ")}`;
  const { services } = verdict;
  return services.length < 2 ? [line] : [line, look.paint("quiet", counted(services.length, "service"))];
}
function policyName({ ref, sha, files }) {
  if (sha !== null) return `${inertLine(ref, 120)}@${sha.slice(0, 7)}`;
  return `${inertLine(files[0] ?? "", 120)} (${inertLine(ref, 120)})`;
}
function folded(arranged, verdict, look) {
  const lines = (standing, gates) => gates.length === 0 ? [] : entry(paintWord(standing, look), names(wholeServices(gates, verdict), "gate"), look);
  return [...lines("pass", arranged.passing), ...lines("none", arranged.idle)];
}
function wholeServices(gates, verdict) {
  const inAll = countByService(verdict.gates);
  const here = countByService(gates);
  const told = /* @__PURE__ */ new Set();
  return gates.flatMap((gate) => {
    const { service } = gate;
    const count = service === null ? 0 : here.get(service) ?? 0;
    if (service === null || count < 2 || count !== inAll.get(service)) {
      return [
        gate.outcome === "scheduled" ? `${nameOf(gate)} (${scheduledWords(gate)})` : nameOf(gate)
      ];
    }
    if (told.has(service)) return [];
    told.add(service);
    return [`${inertLine(service, 120)} (all ${formatCount(count)} gates)`];
  });
}
function countByService(gates) {
  const counts = /* @__PURE__ */ new Map();
  for (const { service } of gates) counts.set(service, (counts.get(service) ?? 0) + 1);
  return counts;
}
function names(all, noun) {
  const more = all.length - NAMES;
  if (more <= 1) return all.join(", ");
  return `${all.slice(0, NAMES).join(", ")} and ${counted(more, noun)} more`;
}
function notes(all, look) {
  const shown = all.slice(0, NOTES).flatMap(({ message, at }) => [
    ...entry(look.paint("quiet", "NOTE  "), inertLine(message), look),
    ...at === null ? [] : paragraph(`${inertLine(at.file)}:${at.line}:${at.column}`, look, { tone: "quiet" })
  ]);
  const more = all.length - NOTES;
  if (more <= 0) return shown;
  return [...shown, ...paragraph(`${counted(more, "note")} more: --format json lists all`, look)];
}
function next(verdict, arranged, look, hidden) {
  const first = arranged.told.find(({ standing }) => blocks(standing));
  const lines = [];
  if (verdict.next.length > 0 && first !== void 0) {
    const steps = counted(verdict.next.length, "step");
    const text = `${steps} to green, ${shares(verdict.next)}`;
    lines.push(...entry(look.paint("strong", "Next  "), text, look));
    lines.push(...paragraph("all of them: stage-gates next", look, { tone: "quiet" }));
    const why = `stage-gates explain ${inertLine(first.gate.id, 120)}`;
    lines.push(...paragraph(`why it is asked: ${why}`, look, { tone: "quiet" }));
  }
  if (hidden > 0) {
    const text = `${counted(hidden, "finding")} not shown here: --format json lists all`;
    lines.push(...paragraph(text, look, { tone: "quiet" }));
  }
  if (verdict.validUntil !== null) {
    const until = formatInstant(verdict.validUntil);
    const text = blocks(first?.standing ?? "none") ? "time alone may change it at" : "holds until";
    lines.push(...paragraph(`${text} ${until}`, look, { tone: "quiet" }));
  }
  if (verdict.expiry !== null) {
    lines.push(...paragraph(expiryLine(verdict.expiry), look, { tone: "quiet" }));
  }
  return lines;
}
function shares(steps) {
  if (steps.length > 1 && steps.every(({ who }) => who === null)) return "all for you";
  const shown = stepsByWhom(steps).map(([who, count]) => {
    return `${formatCount(count)} for ${who === null ? "you" : inertLine(who, 80)}`;
  });
  return names(shown, "role");
}
export {
  renderPretty,
  renderQuiet
};
