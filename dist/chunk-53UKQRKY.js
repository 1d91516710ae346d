import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  padTo,
  widthOf,
  wrapText
} from "./chunk-QSZG2IW5.js";
import {
  formatDuration
} from "./chunk-HU7C56Q2.js";
import {
  counted
} from "./chunk-OBXZQG3I.js";
import {
  inertLine
} from "./chunk-UR5HFCGQ.js";

// src/render/settings.ts
function renderSettings(settings, path, originOf, look) {
  const lines = mapLines(settings, path, "", originOf);
  const widest2 = Math.min(
    48,
    lines.reduce(
      (width, { text, origin }) => origin === null ? width : Math.max(width, widthOf(text)),
      0
    )
  );
  return lines.map(
    ({ text, origin }) => origin === null ? text : `${padTo(text, widest2)}  ${look.paint("quiet", `# ${origin}`)}`
  ).map((line) => `${line}
`).join("");
}
function mapLines(map, path, indent, originOf) {
  return Object.entries(map).flatMap(([key, value]) => {
    const inner = path === null ? null : pathTo(path, key);
    const place = inner === null ? null : originOf(inner);
    if (value === void 0 || value === null || place === null && isEmpty(value)) return [];
    const name = `${indent}${scalarText(key, true)}:`;
    const nested = nestedLines(value, inner, `${indent}  `, originOf);
    if (nested !== null) return [{ text: name, origin: placeText(place) }, ...nested];
    const origin = inner === null ? null : placeText(place) ?? "default";
    const text = typeof value === "string" ? scalarText(value, false) : flowText(value);
    return [{ text: `${name} ${text}`, origin }];
  });
}
function isEmpty(value) {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
function nestedLines(value, path, indent, originOf) {
  if (typeof value !== "object" || value === null) return null;
  if (isEmpty(value)) return null;
  if (!Array.isArray(value)) {
    return path === null && isShort(value) ? null : mapLines(value, path, indent, originOf);
  }
  const entries = value.map(idOf);
  if (entries.includes(null) && isShort(value)) return null;
  return value.flatMap((element, index) => {
    const id = entries[index] ?? null;
    const inner = path === null || id === null ? null : pathTo(path, id);
    if (typeof element !== "object" || element === null || id === null && isShort(element)) {
      return [{ text: `${indent}- ${flowText(element)}`, origin: null }];
    }
    const [first, ...rest] = mapLines(element, inner, `${indent}  `, originOf);
    if (first === void 0) return [];
    const origin = inner === null ? null : placeText(originOf(inner));
    return [{ text: `${indent}- ${first.text.slice(indent.length + 2)}`, origin }, ...rest];
  });
}
function idOf(element) {
  if (typeof element !== "object" || element === null || !("id" in element)) return null;
  return typeof element.id === "string" ? element.id : null;
}
function pathTo(path, name) {
  if (!/^[A-Za-z0-9_-]+$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === "" ? name : `${path}.${name}`;
}
function placeText(place) {
  return place === null ? null : `${inertLine(place.file)}:${place.line}`;
}
var SHORT = 60;
function isShort(value) {
  return flowText(value).length <= SHORT;
}
function flowText(value) {
  if (Array.isArray(value)) return `[${value.map(flowText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return scalarText(value, true);
  const entries = Object.entries(value).filter(
    ([, inner]) => inner !== null && inner !== void 0 && !isEmpty(inner)
  );
  const parts = entries.map(([key, inner]) => `${scalarText(key, true)}: ${flowText(inner)}`);
  return `{${parts.join(", ")}}`;
}
function scalarText(value, inFlow) {
  if (typeof value !== "string") return String(value);
  const text = inertLine(value);
  const plain = inFlow ? /^[\p{L}_][\p{L}\p{N} ._/%-]*$/u : /^[\p{L}_][^\n]*$/u;
  const isPlain = plain.test(text) && !/: |:$| #|^(true|false|null|yes|no|on|off)$/i.test(text);
  return isPlain || /^\d+[hdw]$/.test(text) ? text : JSON.stringify(text);
}

// src/render/policy.ts
function renderStages(stages, gatesOf, look) {
  return stages.map((stage) => {
    const gates = gatesOf(stage);
    const ids = gates.map(({ id }) => inertLine(id));
    const column = widest(ids);
    const branches = stage.branches.map((branch) => inertLine(branch)).join(", ");
    const head = `${look.paint("strong", inertLine(stage.id))}: ${counted(gates.length, "gate")}, for branch ${branches}`;
    const rows = gates.map(
      ({ id, title, rules }) => hanging(
        `  ${padTo(inertLine(id), column)}  `,
        `${inertLine(title)} (${counted(rules.length, "rule")})`,
        look
      )
    );
    return [head, ...rows].join("\n");
  }).map((text) => `${text}
`).join("\n");
}
function renderGates(gates, look) {
  return gates.map((gate) => {
    const ids = widest(gate.rules.map(({ id }) => inertLine(id)));
    const types = widest(gate.rules.map(({ type }) => type));
    const rows = gate.rules.map((rule) => {
      const start = `  ${padTo(inertLine(rule.id), ids)}  ${padTo(rule.type, types)}  `;
      return hanging(start, `${inertLine(rule.title)}${limits(rule)}`, look);
    });
    return [gateHead(gate, look), ...rows].join("\n");
  }).map((text) => `${text}
`).join("\n");
}
function gateHead(gate, look) {
  const { require: require2 } = gate;
  const remarks = [
    ...require2 === "any" ? ["one rule is enough"] : [],
    ...typeof require2 === "object" ? [`${require2.at_least} rules are enough`] : [],
    ...gate.depends_on.length === 0 ? [] : [`after ${gate.depends_on.map((id) => inertLine(id)).join(", ")}`],
    ...gate.changed === null ? [] : ["only where its paths change"],
    ...gate.when === null ? [] : ["only for some services"],
    ...gate.enforce_from === null ? [] : [`from ${gate.enforce_from}`]
  ];
  const text = remarks.length === 0 ? "" : look.paint("quiet", `  (${remarks.join("; ")})`);
  return `${look.paint("strong", inertLine(gate.id))}  ${inertLine(gate.title)}${text}`;
}
function limits(rule) {
  const remarks = [
    ...rule.severity === "warn" ? ["warns"] : [],
    ...rule.when === null ? [] : ["only for some services"],
    ...rule.enforce_from === null ? [] : [`from ${rule.enforce_from}`],
    ...rule.max_age === null ? [] : [`at most ${formatDuration(rule.max_age)} old`]
  ];
  return remarks.length === 0 ? "" : ` (${remarks.join("; ")})`;
}
function renderRule(gate, rule, facts, originOf, look) {
  const name = `${inertLine(gate.id)}/${inertLine(rule.id)}`;
  const column = widest(Object.keys(facts.codes));
  const codes = Object.entries(facts.codes).map(
    ([code, meaning]) => hanging(`  ${padTo(code, column)}  `, meaning, look)
  );
  const settings = renderSettings(
    settingsOf(rule),
    `gates.${gate.id}.rules.${rule.id}`,
    originOf,
    look
  );
  return [
    `${look.paint("strong", name)}  ${inertLine(rule.title)}`,
    "",
    hanging("Holds when  ", facts.holdsWhen, look),
    hanging("Why         ", facts.why, look),
    "",
    look.paint("strong", "Settings"),
    indented(settings),
    look.paint("strong", "Reports"),
    ...codes,
    ""
  ].join("\n");
}
function renderItem({ gate, rule, item }, originOf, look) {
  const { id, ...own } = item;
  const name = `${inertLine(gate.id)}/${inertLine(rule.id)}`;
  const path = `gates.${gate.id}.rules.${rule.id}`;
  return [
    look.paint("strong", inertLine(id)),
    "",
    hanging("Asked by  ", `${name}: ${rule.title}`, look),
    "",
    look.paint("strong", "Settings"),
    indented(renderSettings({ items: [{ id, ...own }] }, path, originOf, look)),
    hanging("", `What holds for each of its items: stage-gates explain ${name}`, look),
    ""
  ].join("\n");
}
function renderWholePolicy(policy, originOf, look) {
  const { gates, stages, exemptions, ...rest } = policy;
  const whole = {
    ...rest,
    stages: stages.map(({ at, ...stage }) => stage),
    gates: gates.map(asStated)
  };
  return renderSettings(whole, "", originOf, look);
}
function renderMergedGate(gate, originOf, look) {
  return renderSettings({ gates: [asStated(gate)] }, "", originOf, look);
}
function asStated({ at, locked, rules, ...gate }) {
  return { ...gate, rules: rules.map((rule) => ({ id: rule.id, ...settingsOf(rule) })) };
}
function settingsOf({ id, at, locked, options, max_age, ...common }) {
  const own = typeof options === "object" && options !== null ? options : {};
  return { ...common, max_age: max_age === null ? null : durationText(max_age), ...own };
}
var HOUR = 36e5;
function durationText(duration) {
  return duration % (24 * HOUR) === 0 ? `${duration / (24 * HOUR)}d` : `${duration / HOUR}h`;
}
function widest(texts) {
  return texts.reduce((width, text) => Math.max(width, widthOf(text)), 0);
}
function hanging(start, text, look) {
  const column = widthOf(start);
  const lines = wrapText(inertLine(text), Math.max(20, look.width - column));
  return lines.map((line, index) => (index === 0 ? start : " ".repeat(column)) + line).join("\n");
}
function indented(text) {
  return text.replace(/^(?=.)/gm, "  ");
}

export {
  renderSettings,
  renderStages,
  renderGates,
  renderRule,
  renderItem,
  renderWholePolicy,
  renderMergedGate,
  settingsOf
};
