import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  findSection,
  findTable,
  headingKey,
  headingTitle,
  isMissing,
  itemsIn,
  keyOf,
  parseDocument2 as parseDocument,
  pointAt,
  readDate,
  tablesIn
} from "./chunk-PKZ5FII4.js";
import {
  findHiddenCharacter,
  parseSyntaxTree
} from "./chunk-4T5N5ANP.js";

// src/import/ids.ts
var LONGEST_ITEM = 48;
var LONGEST_GATE = 40;
var RESERVED = ["freeze", "break-glass"];
var FreshIds = class {
  #taken;
  /** The number to go on with, so that a thousand of one name do not each begin anew. */
  #next = /* @__PURE__ */ new Map();
  constructor(taken = []) {
    this.#taken = new Set([...taken].map(keyOf));
  }
  take(wanted) {
    let id = wanted;
    let number = this.#next.get(wanted) ?? 2;
    for (; this.#taken.has(keyOf(id)); number += 1) id = `${wanted}-${number}`;
    this.#taken.add(keyOf(id));
    this.#next.set(wanted, number);
    return id;
  }
};
function itemIdOf(title) {
  return cut(keyOf(title.slice(0, 200)).replace(/[^\p{L}\p{M}\p{N}]+/gu, "-"), LONGEST_ITEM) || "item";
}
function gateIdOf(title, otherwise) {
  const plain = keyOf(title.slice(0, 200)).normalize("NFKD").replace(new RegExp("\\p{M}+", "gu"), "");
  const id = cut(plain.replace(/[^a-z0-9]+/g, "-"), LONGEST_GATE) || otherwise;
  return RESERVED.includes(id) ? `${id}-gate` : id;
}
function cut(slug, limit) {
  const trimmed = slug.replace(/^-|-$/g, "");
  if (trimmed.length <= limit) return trimmed;
  const end = trimmed.lastIndexOf("-", limit);
  return [...trimmed.slice(0, end > 0 ? end : limit)].join("").replace(/-$/, "");
}

// src/import/checklist-shape.ts
function mapItems(document, ends) {
  const items = [];
  const remarks = [];
  const uses = /* @__PURE__ */ new Map();
  for (const item of document.items) {
    if (item.idFrom === "title") continue;
    const same = uses.get(keyOf(item.id));
    if (same === void 0) uses.set(keyOf(item.id), [item]);
    else same.push(item);
  }
  const fresh = new FreshIds(uses.keys());
  for (const [index, item] of document.items.entries()) {
    if (item.idFrom !== "title") {
      const same = uses.get(keyOf(item.id)) ?? [];
      if (same.length === 1) items.push({ index, item, id: keyOf(item.id), insertion: null });
      else remarks.push(sharedId(item, same));
      continue;
    }
    const end = ends[index] ?? null;
    if (end === null || item.title === "") {
      remarks.push({
        at: item.at,
        problem: "this item has no text, so nothing names it",
        help: "say behind the box what must be done, or delete it"
      });
      continue;
    }
    const id = fresh.take(itemIdOf(item.title));
    items.push({ index, item, id, insertion: { offset: end, text: ` <!-- id: ${id} -->` } });
  }
  return { items, remarks };
}
function sharedId(item, same) {
  const other = same.find((one) => one !== item)?.at.line;
  const what = item.idFrom === "comment" ? "has the id" : "opens with";
  return {
    at: item.at,
    problem: `this item ${what} \`${item.id}\` like that of line ${other}, and that is what items are known by`,
    help: "open each with a code or bold text of its own, such as `` `<id>` ``"
  };
}

// src/import/areas.ts
function areasOf({ sections }, filled) {
  const parentOf = (index) => sections[index]?.parent ?? null;
  const holds = /* @__PURE__ */ new Set();
  for (const section of filled) {
    for (let at = section; at !== null && !holds.has(at); at = parentOf(at)) {
      holds.add(at);
    }
  }
  const children = /* @__PURE__ */ new Map();
  for (const section of sections) {
    if (section.parent === null || !holds.has(section.index)) continue;
    const siblings = children.get(section.parent);
    if (siblings === void 0) children.set(section.parent, [section]);
    else siblings.push(section);
  }
  let top = 0;
  while (!filled.has(top)) {
    const [only, ...others] = children.get(top) ?? [];
    if (only === void 0 || others.length > 0) break;
    top = only.index;
  }
  return {
    top,
    areaOf(section) {
      let at = section;
      for (let parent = parentOf(at); at !== top && parent !== top; parent = parentOf(at)) {
        if (parent === null) break;
        at = parent;
      }
      return at;
    }
  };
}

// src/import/binding.ts
function bindGate(document, section, id, title) {
  if (leadsTo(document, section, { heading: null, id, title })) return { title };
  const heading = bindRule(document, section, id);
  return heading === null ? null : { title, heading };
}
function bindRule(document, section, id = "") {
  const names = headingsOf(document, section);
  return names.find((heading) => leadsTo(document, section, { heading, id, title: "" })) ?? null;
}
function isUnbound(document, id, title) {
  return findSection(document, { heading: null, id, title }).state === "missing";
}
function leadsTo(document, section, query) {
  const found = findSection(document, query);
  return found.state === "found" && found.section === section;
}
function headingsOf({ sections }, section) {
  const names = [];
  let around = section;
  while (around !== void 0 && around.depth > 0) {
    const behind = names.at(-1);
    names.push(behind === void 0 ? around.heading : `${around.heading} > ${behind}`);
    around = around.parent === null ? void 0 : sections[around.parent];
  }
  return names;
}

// src/import/draft-gates.ts
function draftGates(document, mapped) {
  return new Drafting(document, mapped).draft();
}
var LONGEST_TITLE = 200;
var Drafting = class {
  #document;
  #mapped;
  /** How often each heading stands in the document. */
  #uses = /* @__PURE__ */ new Map();
  #ids = new FreshIds();
  #remarks = [];
  #tables = /* @__PURE__ */ new Set();
  #answers = /* @__PURE__ */ new Set();
  #questions = 0;
  constructor(document, mapped) {
    this.#document = document;
    this.#mapped = mapped;
    for (const { key } of document.sections) this.#uses.set(key, (this.#uses.get(key) ?? 0) + 1);
  }
  draft() {
    const { items, tables, questions } = this.#mapped;
    const sections = [
      ...items.map(({ item }) => item.section),
      ...tables.map(({ table }) => table.section),
      ...questions.map(({ parent }) => parent)
    ];
    const { top, areaOf } = areasOf(this.#document, new Set(sections));
    const areas = [...new Set(sections.map(areaOf))].sort((a, b) => a - b);
    const gates = areas.flatMap((area) => {
      const part = {
        items: items.filter(({ item }) => areaOf(item.section) === area),
        tables: tables.filter(({ table }) => areaOf(table.section) === area),
        questions: questions.filter(({ parent }) => areaOf(parent) === area)
      };
      const isWhole = area === 0 || area === top && areas.length > 1 && part.items.length > 0;
      const scope = this.#scopeOf(area, isWhole);
      const rules = this.#rulesOf(scope, part);
      if (rules.length === 0) return [];
      const { section: _, ...gate } = scope;
      return [{ ...gate, rules }];
    });
    const drafted = { gates, remarks: this.#remarks };
    const answers = { questions: this.#questions, answers: this.#answers };
    return { ...drafted, ...answers, tables: this.#tables };
  }
  #scopeOf(area, isWhole) {
    const section = this.#document.sections[area];
    const title = headingTitle(section?.heading ?? "").slice(0, LONGEST_TITLE);
    if (!isWhole && section !== void 0) {
      const id = this.#ids.take(gateIdOf(title, "section"));
      const bound = bindGate(this.#document, section, id, title || id);
      if (bound !== null) return { id, ...bound, section };
      return this.#unbound(`${id}-again`, `${title} (again)`);
    }
    return this.#unbound("general", "General");
  }
  /** Neither its id nor its title may fit a heading. */
  #unbound(wanted, name) {
    for (let number = 1; ; number += 1) {
      const id = this.#ids.take(wanted);
      const title = number === 1 ? name : `${name} ${number}`;
      if (isUnbound(this.#document, id, title)) return { id, title, section: null };
    }
  }
  #rulesOf(scope, { items, tables, questions }) {
    const ids = new FreshIds();
    const rules = [];
    if (items.length > 0) {
      rules.push({
        id: ids.take("items"),
        title: "Every item is ticked",
        type: "checklist",
        items: items.map(({ id, item }) => ({ id, ...titleOf(item.title) }))
      });
    }
    for (const table of tables) {
      const rule = this.#tableRule(scope, table, ids);
      if (rule !== null) rules.push(rule);
    }
    for (const group of questions) {
      const rule = this.#answersRule(scope, group, ids);
      if (rule !== null) rules.push(rule);
    }
    return rules;
  }
  #tableRule(scope, mapped, ids) {
    const { table, key, columns, rows } = mapped;
    const section = this.#document.sections[table.section];
    const heading = section === void 0 ? null : this.#ruleHeading(scope, section);
    const within = heading === void 0 ? scope.section : section ?? null;
    const names = Object.keys(columns);
    const wanted = Object.fromEntries(names.map((name) => [name, [name]]));
    const found = findTable(this.#document, within, wanted, names);
    if (heading === null || found.state !== "found" || found.table !== table) {
      this.#remarks.push({
        at: table.at,
        problem: heading === null ? "the table is not mapped: its heading stands in the document more than once" : "the table is not mapped: its section holds another one with the same columns",
        help: "give each table a heading of its own, and import again"
      });
      return null;
    }
    this.#tables.add(table);
    return {
      id: ids.take("rows"),
      title: "Every row is done",
      type: "table",
      ...heading === void 0 ? {} : { heading },
      key,
      columns,
      rows
    };
  }
  #answersRule(scope, { parent, questions }, ids) {
    const section = this.#document.sections[parent];
    if (section === void 0) return null;
    const heading = this.#ruleHeading(scope, section);
    if (heading === null) {
      const at = questions[0]?.at ?? section.at;
      const problem = `the questions under \`${section.heading}\` are not mapped: this heading stands in the document more than once`;
      this.#remarks.push({ at, problem, help: "rename one of them, and import again" });
      return null;
    }
    this.#questions += questions.length;
    const isBound = heading !== void 0 || scope.heading !== void 0;
    const repeats = this.#repeats([...questions, section]);
    const asksForEach = !isBound && !repeats && section.depth > 0;
    const needsOwn = !isBound && section.depth > 0 && this.#repeats(questions);
    const own = needsOwn ? section.heading : heading;
    for (const { index } of questions) this.#answers.add(index);
    for (const { index, parent: above } of asksForEach ? this.#document.sections : []) {
      if (above === section.index) this.#answers.add(index);
    }
    return {
      id: ids.take("answers"),
      title: "Every question is answered",
      type: "document",
      ...own === void 0 ? {} : { heading: own },
      sections: questions.map(plainHeading),
      ...asksForEach ? { each_heading: { under: plainHeading(section) } } : {}
    };
  }
  #repeats(sections) {
    return sections.some(({ key }) => (this.#uses.get(key) ?? 0) > 1);
  }
  /** `undefined` where the gate is bound there already; `null` where it cannot be told. */
  #ruleHeading(scope, section) {
    if (section === scope.section || section.depth === 0) return void 0;
    return bindRule(this.#document, section);
  }
};
function titleOf(text) {
  return text === "" ? {} : { title: text.slice(0, LONGEST_TITLE) };
}
function plainHeading({ heading, key }) {
  const title = headingTitle(heading);
  return headingKey(title) === key ? title : heading;
}

// src/import/find-hints.ts
var HINT = /^(?:please (?:add|answer|describe|enter|explain|fill|list|provide|specify)|describe|explain|provide|specify|fill in)\b|^\[[^\]]*\]$|\banswer here\b/i;
function findHints({ sections, blocks }, answers) {
  const parents = new Set(sections.map(({ parent }) => parent));
  const texts = /* @__PURE__ */ new Map();
  for (const block of blocks) {
    if (block.kind === "heading" || !answers.has(block.section)) continue;
    const others = texts.get(block.section);
    if (others === void 0) texts.set(block.section, [block]);
    else others.push(block);
  }
  return [...texts].flatMap(([section, [only, ...others]]) => {
    if (only === void 0 || others.length > 0 || parents.has(section)) return [];
    if (!HINT.test(only.text)) return [];
    return [
      {
        at: only.at,
        problem: "this reads like a hint of the template, and counts as the answer",
        help: "delete it, or write `TODO` in its place, as long as there is no answer"
      }
    ];
  });
}

// src/import/status-words.ts
var BOX = /^(?:\[[ xX✓✔]?\]|[☐☑☒✅❌✔✓✗✘⬜🟢🟡🔴🟠])\uFE0F?$/u;
var DONE_SIGNS = /* @__PURE__ */ new Set(["[x]", "[\u2713]", "[\u2714]", "\u2611", "\u2705", "\u2714", "\u2713", "\u{1F7E2}"]);
var DONE = new Set(
  "approved|available|complete|completed|compliant|configured|covered|done|enabled|finished|fulfilled|green|implemented|in place|live|met|ok|okay|pass|passed|passing|ready|satisfied|signed off|true|verified|yes|y".split(
    "|"
  )
);
var OPEN = new Set(
  "amber|at risk|blocked|draft|fail|failed|failing|false|in progress|incomplete|missing|n|no|none|not done|not met|not ready|not started|ongoing|open|orange|outstanding|partial|partially|pending|planned|red|scheduled|started|to do|todo|unknown|wip|yellow".split(
    "|"
  )
);
var SIGNS = /[☐☑☒✅❌✔✓✗✘⬜🟢🟡🔴🟠]\uFE0F?/gu;
function standingOf(text) {
  const sign = keyOf(text).replace(/\uFE0F/g, "");
  if (DONE_SIGNS.has(sign)) return "done";
  if (isBox(text)) return "open";
  const signs = text.match(SIGNS) ?? [];
  const words = headingKey(text.replace(SIGNS, " "));
  if (signs.some((one) => !DONE_SIGNS.has(one.replace(/\uFE0F/g, "")))) return "open";
  if (DONE.has(words)) return "done";
  return OPEN.has(words) ? "open" : "unknown";
}
function openingSign(text) {
  const [sign] = text.match(SIGNS) ?? [];
  return sign !== void 0 && text.startsWith(sign) ? sign : null;
}
function isBox(text) {
  return BOX.test(text);
}

// src/import/find-overlooked.ts
function findOverlooked(document, boxless, { asked, answers, remarks }) {
  const told = new Set(remarks.map(({ at }) => at.line));
  const free = document.blocks.filter(({ section }) => !isWithin(document, section, answers));
  const freeLines = new Set(free.map(({ at }) => at.line));
  const paragraphs = free.filter(({ kind, at }) => kind === "paragraph" && !told.has(at.line));
  const found = [
    ...paragraphs.flatMap(remarkOn),
    ...boxless.filter(({ line }) => !told.has(line) && freeLines.has(line)).map((at) => ({
      at,
      problem: "no bullet of this list has a box, so nothing asks for what they say",
      help: "write each that must be done as `- [ ] <what must be done>`, and import again"
    }))
  ];
  const lines = /* @__PURE__ */ new Set([...told, ...found.map(({ at }) => at.line)]);
  const spoken = new Set(
    document.blocks.filter(({ at }) => lines.has(at.line)).map(({ section }) => section)
  );
  const silent = new Set(
    paragraphs.map(({ section }) => section).filter((one) => !asked.has(one) && !spoken.has(one))
  );
  const headings = document.sections.filter(({ index, depth }) => depth > 1 && silent.has(index));
  return [...found, ...noDemand(headings)];
}
function isWithin({ sections }, section, outer) {
  for (let at = section; at !== null; at = sections[at]?.parent ?? null) {
    if (outer.has(at)) return true;
  }
  return false;
}
var QUESTION = /[?？]$|^q(?:uestion)? ?\d*[:.)]/iu;
function remarkOn({ text, at }) {
  if (QUESTION.test(text)) {
    return [
      {
        at,
        problem: "this question is no heading, so nothing asks for its answer",
        help: "write it as `### <question>` with its answer below, and import again"
      }
    ];
  }
  const sign = openingSign(text);
  if (sign === null) return [];
  return [
    {
      at,
      problem: `\`${sign}\` in a text is no box, so nothing asks for what it says`,
      help: "write each that must be done as `- [ ] <what must be done>`, and import again"
    }
  ];
}
var NAMED = 5;
function noDemand(sections) {
  const [first] = sections;
  if (first === void 0) return [];
  const names = sections.slice(0, NAMED).map(({ heading }) => `\`${heading}\``);
  const more = sections.length > NAMED ? ` and ${sections.length - NAMED} more` : "";
  return [
    {
      at: first.at,
      problem: `nothing asks for the text under ${names.join(", ")}${more}`,
      help: "where it answers something, end the heading with `?`, and import again"
    }
  ];
}

// src/import/find-exceptions.ts
var OPTIONAL = /\b(?:optional|nice[- ]to[- ]have)\b/i;
var NOT_APPLICABLE = /^n\/a\b|[\s(]n\/a(?:[),:;.]|$)/i;
var DEMAND = /^(?:mandatory|required|must|must have|blocking|blocker)$/;
function findExceptions({ items }, tables) {
  return [
    ...items.flatMap(({ title, at, fields }) => {
      if (NOT_APPLICABLE.test(title) && !fields.some(({ name }) => name === "na")) {
        return [
          {
            at,
            problem: "this item says that it does not apply, and is asked like the others",
            help: "write `N/A: <why it is not needed here>` under it"
          }
        ];
      }
      if (!OPTIONAL.test(title)) return [];
      return [
        {
          at,
          problem: "this item says that it is optional, and is asked like the others",
          help: "take it out of the `items` in the policy if it may stay open"
        }
      ];
    }),
    ...[...tables].flatMap(exemptRows)
  ];
}
function exemptRows({ headers, rows }) {
  const column = headers.findIndex(({ text }) => DEMAND.test(headingKey(text)));
  const header = headers[column]?.text;
  if (header === void 0) return [];
  return rows.flatMap((row) => {
    const cell = row[column];
    if (cell === void 0 || !/^(?:no|n|optional|false)$/i.test(cell.text)) return [];
    return [
      {
        at: cell.at,
        problem: `this row says \`${cell.text}\` under \`${header}\`, and is asked like the others`,
        help: "make it a task item if it may stay open, and leave that out of the `items` in the policy"
      }
    ];
  });
}

// src/import/table-shape.ts
var STATUS = /^(?:status|state|done|complete|completed|completion|ready|readiness|ok|pass|passed|met|implemented|verified|compliant|in place|pass fail|yes no|y n|signed off|✅|✔|☑|✓)$/u;
var PERHAPS_STATUS = /^(?:check|checked|result|response|answer|compliance|outcome)$/u;
var ANSWER = /^(?:answer|answers|response|responses|reply|evidence|findings?|result|results)$/u;
var TIERS = /^(?:(?:service )?(?:tier|level|class|criticality) ?[a-d\d]?s?|tiers|[tpl]\d)$/u;
var NUMBER = /^(?:|#|no|nr|num|number|id|ref)$/u;
function mapTable(table) {
  const { headers, rows } = table;
  const columns = headers.map(({ text }, index) => ({
    name: text,
    key: headingKey(text),
    isTier: isTierColumn({ text }),
    index,
    cells: rows.map((row) => row[index]?.text ?? "")
  }));
  const statuses = columns.filter((column) => !column.isTier && isStatus(column));
  const answers = columns.filter(({ key: key2 }) => ANSWER.test(key2));
  const judged = statuses.length > 0 ? statuses : answers;
  if (rows.length === 0) return none(table, "it has no rows", "fill it in, and import again");
  if (judged.length === 0) return nothingToJudge(table);
  const twice = firstRepeated(headers);
  if (twice !== void 0) {
    const problem = `two of its columns are headed \`${twice.text}\``;
    return none({ at: twice.at }, problem, "rename one of them, and import again");
  }
  const named = columns.filter((column) => !judged.includes(column) && !column.isTier);
  const key = [...named.filter(isName), ...named].find(({ name, cells }) => {
    const keys = cells.map(keyOf);
    return name !== "" && !cells.some(isMissing) && new Set(keys).size === keys.length;
  });
  if (key === void 0) return noNames(table, named.find(isName) ?? named[0]);
  const merged = rows.flatMap((row) => judged.flatMap(({ index }) => row[index] ?? []));
  const several = merged.find(({ text }) => (text.match(/\[[ xX]?\]|[☐☑✅❌]/gu) ?? []).length > 1);
  if (several !== void 0) {
    const problem = `a cell of it holds several boxes: \`${several.text}\``;
    return none({ at: several.at }, problem, "give each a row of its own, and import again");
  }
  return {
    table,
    key: key.name,
    columns: Object.fromEntries([
      [key.name, {}],
      ...judged.map(({ name, cells }) => [
        name,
        statuses.length > 0 ? { one_of: doneWords(cells) } : {}
      ])
    ]),
    rows: key.cells
  };
}
function isName({ key, cells }) {
  return !NUMBER.test(key) && !cells.every((cell) => /^[\d.)#]*$/.test(cell));
}
function isStatus({ key, cells }) {
  if (STATUS.test(key)) return true;
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length === 0) return false;
  if (filled.every(isBox)) return true;
  return PERHAPS_STATUS.test(key) && filled.every((cell) => standingOf(cell) !== "unknown");
}
function doneWords(cells) {
  const filled = cells.filter((cell) => cell !== "");
  const seen = filled.filter((cell) => standingOf(cell) === "done");
  const usual = filled.some((cell) => cell.startsWith("[")) ? "[x]" : filled.some(isBox) ? "\u2705" : filled.some((cell) => /^(?:yes|no|y|n)$/i.test(cell)) ? "Yes" : "Done";
  const words = new Map([...seen, usual].map((word) => [keyOf(word), word]));
  return [...words.values()];
}
function nothingToJudge(table) {
  const tiers2 = table.headers.filter(isTierColumn);
  if (tiers2.length === 0) {
    const problem = "none of its columns says whether a row is done";
    return none(table, problem, "add a column `Status` if its rows are to be judged");
  }
  const names = tiers2.map(({ text }) => `\`${text}\``).join(", ");
  return none(
    table,
    `it says for which tiers its rows are meant (${names}), but not whether they are done`,
    "add a column `Status`; make what only some tiers need a task item, and give it `when: {tier: <tier>}` in the policy"
  );
}
function noNames(table, column) {
  if (column === void 0) {
    return none(table, "it has no column that names its rows", "add one, and import again");
  }
  const cells = table.rows.map((row) => row[column.index]);
  const empty = cells.findIndex((cell) => isMissing(cell?.text ?? ""));
  if (empty !== -1) {
    const at = table.rows[empty]?.[0]?.at ?? table.at;
    const problem2 = `a row of it has nothing under \`${column.name}\`: it is a title, or goes on with the row above`;
    return none({ at }, problem2, "give each row a name, or make several tables, and import again");
  }
  const second = firstRepeated(cells.flatMap((cell) => cell ?? []));
  const problem = `two of its rows are named \`${second?.text ?? ""}\` under \`${column.name}\``;
  return none({ at: second?.at ?? table.at }, problem, "rename one of them, and import again");
}
function firstRepeated(cells) {
  const seen = /* @__PURE__ */ new Set();
  return cells.find(({ text }) => {
    const key = keyOf(text);
    return seen.has(key) || !seen.add(key);
  });
}
function isTierColumn({ text }) {
  return TIERS.test(headingKey(text));
}
function none({ at }, why, help) {
  return { at, problem: `the table is not mapped: ${why}`, help };
}

// src/import/find-remarks.ts
function findRemarks(document, {
  tables,
  boxless,
  unread
}) {
  const misses = nearMisses(document);
  const told = new Set(misses.map(({ at }) => at.line));
  return [
    ...misses,
    ...innerBoxes(document, told),
    ...boxless.filter(({ line }) => !told.has(line)).map(withoutBox),
    ...unread.map(notRead),
    ...tiers(tables),
    ...findExceptions(document, tables),
    ...otherDates(document),
    ...proseEvidence(document)
  ];
}
function nearMisses({ nearMisses: nearMisses2, tables }) {
  const cells = new Set(
    tables.flatMap(({ rows }) => rows.flatMap((row) => row.map(({ at }) => placeKey(at))))
  );
  return nearMisses2.filter(({ at }) => !cells.has(placeKey(at))).map(({ at, found, meant }) => ({
    at,
    problem: `\`${found}\` is no box of a task item`,
    help: `if it is an item, write it as \`${meant}\`, and import again`
  }));
}
function withoutBox(at) {
  return {
    at,
    problem: "this bullet has no box, although others of its list have one",
    help: "write it as `- [ ] <what must be done>` if it is an item, and import again"
  };
}
function notRead(at) {
  return {
    at,
    problem: "what HTML, code blocks and footnotes hold is never read, and this looks like items",
    help: "write what must be done as `- [ ] <item>` or as a table of Markdown, with empty lines around tags such as `<details>`, and import again"
  };
}
function innerBoxes({ blocks }, told) {
  return blocks.filter(
    ({ kind, text, at }) => (kind === "paragraph" || kind === "item") && !told.has(at.line) && /\[[ xX✓]?\](?!\()|[☐☑☒]/u.test(text.replace(/`[^`]*`/g, ""))
  ).map(({ at }) => ({
    at,
    problem: "a box inside a text is no task item, and anybody can tick it",
    help: "who approves is asked by a rule of the type `sign-off`; make it an item if it is one"
  }));
}
function tiers(mapped) {
  return [...mapped].flatMap(({ headers }) => {
    const found = headers.filter(isTierColumn);
    const [first] = found;
    if (first === void 0) return [];
    const names = found.map(({ text }) => `\`${text}\``).join(", ");
    return [
      {
        at: first.at,
        problem: `the tiers under ${names} are not mapped: each row is asked of every service, since a row cannot depend on a tier`,
        help: "make what only some tiers need a task item, and give it `when: {tier: <tier>}` in the policy"
      }
    ];
  });
}
function otherDates({ tables, items, sections }) {
  const cells = tables.flatMap(({ rows }) => rows.flat());
  const fields = [...sections, ...items].flatMap((owner) => owner.fields);
  const judged = fields.filter(({ name }) => name === "reviewed");
  const others = fields.filter(({ name }) => name !== "reviewed");
  return [
    ...judged.flatMap(({ value, at }) => otherDate(value, at, "the item does not pass with it")),
    ...[...cells.map(({ text, at }) => ({ value: text, at })), ...others].flatMap(
      ({ value, at }) => otherDate(value, at, "no rule can measure its age")
    )
  ];
}
var LONGEST_DATE = 40;
function otherDate(text, at, why) {
  if (text === "" || text.length > LONGEST_DATE) return [];
  const date = readDate(text);
  if (date.state !== "other" || date.readings.length === 0) return [];
  const readings = date.readings.map((day) => `\`${day}\``).join(" or ");
  return [{ at, problem: `\`${text}\` is no ISO date: ${why}`, help: `write ${readings}` }];
}
function proseEvidence({ items }) {
  return items.flatMap(({ fields }) => fields).filter(({ name, value, links }) => {
    return name === "evidence" && links.length === 0 && !/[/#.]|[\da-f]{7}/i.test(value);
  }).map(({ value, at }) => ({
    at,
    problem: `the evidence \`${value}\` names nothing that can be looked up: the item does not pass with it`,
    help: "write a path, `#123` or a URL, or give the line another name than `Evidence`"
  }));
}
function placeKey({ line, column }) {
  return `${line}:${column}`;
}

// src/import/insert.ts
function insert(text, insertions) {
  const parts = [];
  let from = 0;
  for (const { offset, text: added } of insertions.toSorted((a, b) => a.offset - b.offset)) {
    parts.push(text.slice(from, offset), added);
    from = offset;
  }
  return [...parts, text.slice(from)].join("");
}

// src/import/item-ends.ts
function findItemEnds(text) {
  const shift = text.startsWith("\uFEFF") ? 1 : 0;
  const found = { shift, ends: [], boxless: [], plain: [], unread: [] };
  for (const node of parseSyntaxTree(text.slice(shift)).children) visit(node, found);
  return found;
}
var LIKE_ITEMS = /(?:^|<!--)\s*(?:[-*+]|\d+[.)])\s+\[[ xX]?\]|<(?:li|td|input)\b/im;
function visit(node, found, isInItem = false) {
  if (node.type === "blockquote") {
    for (const child of node.children) visit(child, found, isInItem);
  } else if (node.type === "list") {
    const before = found.ends.length;
    visitList(node, found);
    const [first] = node.children;
    const isPlain = !isInItem && found.ends.length === before;
    if (isPlain && first !== void 0) found.plain.push(...startOf(first, found));
  } else if (node.type === "html" || node.type === "code") {
    if (LIKE_ITEMS.test(node.value)) found.unread.push(...startOf(node, found));
  } else if (node.type === "footnoteDefinition" && hasBox(node)) {
    found.unread.push(...startOf(node, found));
  }
}
function hasBox(node) {
  if (node.type === "listItem" && typeof node.checked === "boolean") return true;
  return "children" in node && node.children.some(hasBox);
}
function visitList(list, found) {
  const hasBoxes = list.children.some(({ checked }) => typeof checked === "boolean");
  for (const item of list.children) {
    if (typeof item.checked === "boolean") {
      const end = item.children.find(({ type }) => type === "paragraph")?.position?.end.offset;
      found.ends.push(end === void 0 ? null : end + found.shift);
    } else if (hasBoxes) {
      found.boxless.push(...startOf(item, found));
    }
    for (const child of item.children) visit(child, found, true);
  }
}
function startOf({ position }, { shift }) {
  if (position === void 0) return [];
  const { line, column } = position.start;
  return [{ line, column: line === 1 ? column + shift : column }];
}

// src/import/question-shape.ts
function findQuestions(document) {
  const { sections, items, tables, nearMisses: nearMisses2 } = document;
  const parents = new Set(sections.map(({ parent }) => parent));
  const others = sections.filter((section) => {
    if (section.depth === 0 || section.key === "") return false;
    return itemsIn(document, section).length + tablesIn(document, section).length === 0;
  });
  const asked = others.filter(({ heading }) => /[?？]\s*$/u.test(heading));
  const leaves = others.filter(({ index }) => !parents.has(index));
  if (asked.length + items.length + tables.length + nearMisses2.length > 0) {
    const titles = new Set(asked.map(({ parent }) => parent).filter((parent) => parent !== 0));
    const beside = leaves.filter(({ parent }) => titles.has(parent));
    return [.../* @__PURE__ */ new Set([...asked, ...beside])].sort((a, b) => a.index - b.index);
  }
  return leaves.length > 1 ? leaves : [];
}
function groupQuestions({ sections }, asked) {
  const byKey = /* @__PURE__ */ new Map();
  for (const section of sections) {
    const same = byKey.get(section.key);
    if (same === void 0) byKey.set(section.key, [section]);
    else same.push(section);
  }
  const groups = /* @__PURE__ */ new Map();
  const remarks = [];
  for (const section of asked) {
    const parent = section.parent ?? 0;
    const twin = byKey.get(section.key)?.find((other) => other !== section && isBelow(sections, other, parent));
    if (twin !== void 0) {
      remarks.push({
        at: section.at,
        problem: `the heading \`${section.heading}\` is not mapped: line ${twin.at.line} has the same one`,
        help: "say in each what it is about, and import again"
      });
      continue;
    }
    const group = groups.get(parent);
    if (group === void 0) groups.set(parent, [section]);
    else group.push(section);
  }
  return {
    groups: [...groups].map(([parent, questions]) => ({ parent, questions })),
    remarks
  };
}
function isBelow(sections, section, parent) {
  for (let at = section.parent; at !== null; at = sections[at]?.parent ?? null) {
    if (at === parent) return true;
  }
  return false;
}

// src/import/refusals.ts
function nothingMapped({ at, problem, help }) {
  return {
    code: "nothing-to-import",
    problem: `nothing of the document can be imported: ${problem}`,
    help,
    at
  };
}
var LIMITS = { "items, rows and questions": 2e3, tables: 200 };
var MOST_STEPS = 1e6;
function tooMuch({ sections }, what, things) {
  const limit = LIMITS[what];
  const most = Math.min(limit, Math.ceil(MOST_STEPS / sections.length));
  const [first] = things.slice(most);
  if (first === void 0) return null;
  const headings = most < limit ? ` under ${sections.length - 1} headings` : "";
  return {
    code: "too-much-to-import",
    problem: `the document has ${things.length} ${what}${headings}; the limit is ${most}`,
    help: "split it, and import what is needed before a promotion",
    at: first.at
  };
}
function nothingFound({ nearMisses: nearMisses2, blocks }, text) {
  const [miss] = nearMisses2;
  const at = miss?.at ?? { line: 1, column: 1 };
  return {
    code: "nothing-to-import",
    problem: blocks.length === 0 ? `the document has no text${text.trim() === "" ? "" : " outside of HTML and comments"}` : "the document has no task item, no table with a status and no question to import",
    help: miss === void 0 ? "write what must be done as `- [ ] <item>`, and import again" : `is line ${at.line} an item? Write it as \`${miss.meant}\`, and import again`,
    at
  };
}
function hiddenCharacterIn(text) {
  const shift = text.startsWith("\uFEFF") ? 1 : 0;
  const hidden = findHiddenCharacter(text.slice(shift));
  if (hidden === null) return null;
  return {
    code: "hidden-character",
    problem: `the document holds a ${hidden.name}, which nobody sees`,
    help: "take it out, and import again: what nobody sees cannot be judged",
    at: pointAt(text, hidden.index + shift)
  };
}

// src/import/plan-import.ts
function planImport(text) {
  const hidden = hiddenCharacterIn(text);
  if (hidden !== null) return refused(hidden);
  const parsed = parseDocument({ text, blob: "" });
  if (parsed.state === "error") {
    const { code, problem, remedy, at } = parsed.error;
    return refused({ code: code.toLowerCase(), problem, help: remedy, at });
  }
  const { document } = parsed;
  const early = tooMuch(document, "items, rows and questions", document.items) ?? tooMuch(document, "tables", document.tables);
  if (early !== null) return refused(early);
  const { ends, boxless, plain, unread } = findItemEnds(text);
  const { items, remarks: ofItems } = mapItems(document, ends);
  const tables = document.tables.map(mapTable);
  const mapped = tables.filter((table) => "rows" in table);
  const unmapped = tables.filter((table) => "problem" in table);
  const found = findQuestions(document);
  const excess = tooMuch(document, "items, rows and questions", [
    ...items.map(({ item }) => item),
    ...mapped.flatMap(({ table }) => table.rows.map(([cell]) => cell ?? table)),
    ...found
  ]);
  if (excess !== null) return refused(excess);
  const asked = groupQuestions(document, found);
  const drafted = draftGates(document, { items, tables: mapped, questions: asked.groups });
  if (drafted.gates.length === 0) {
    const [why] = [...ofItems, ...unmapped, ...asked.remarks, ...drafted.remarks];
    return refused(why === void 0 ? nothingFound(document, text) : nothingMapped(why));
  }
  const insertions = items.flatMap(({ insertion }) => insertion ?? []);
  const edited = insert(text, insertions);
  const fault = faultOf(document, edited, items);
  if (fault !== null) return refused(fault);
  const remarks = [
    ...ofItems,
    ...unmapped,
    ...asked.remarks,
    ...drafted.remarks,
    ...findRemarks(document, { tables: drafted.tables, boxless, unread })
  ];
  const asks = [...items.map(({ item }) => item), ...drafted.tables];
  const overlooked = findOverlooked(document, plain, {
    asked: new Set(asks.map(({ section }) => section)),
    answers: drafted.answers,
    remarks
  });
  const rows = [...drafted.tables].reduce((sum, table) => sum + table.rows.length, 0);
  const counts = { items: items.length, rows, questions: drafted.questions };
  const plan = { insertions, text: edited, gates: drafted.gates, counts };
  const told = [...remarks, ...overlooked, ...findHints(document, drafted.answers)].toSorted(
    (a, b) => a.at.line - b.at.line || a.at.column - b.at.column
  );
  return { state: "planned", plan: { ...plan, remarks: told } };
}
function refused(refusal) {
  return { state: "refused", refusal };
}
function faultOf(before, edited, items) {
  const parsed = parseDocument({ text: edited, blob: "" });
  if (parsed.state === "error") {
    const { code, problem, remedy, at } = parsed.error;
    return { code: code.toLowerCase(), problem: `with ids, ${problem}`, help: remedy, at };
  }
  const after = parsed.document;
  const spoilt = items.find(({ index, id }) => keyOf(after.items[index]?.id ?? "") !== id)?.item ?? before.items.find((item, index) => {
    const other = after.items[index];
    return other?.ticked !== item.ticked || other.at.line !== item.at.line;
  });
  if (spoilt === void 0 && after.items.length === before.items.length) return null;
  return {
    code: "not-markable",
    problem: "no comment can be put behind this item without changing what it says",
    help: "write it more simply, on a line of its own, and import again",
    at: spoilt?.at ?? { line: 1, column: 1 }
  };
}

export {
  FreshIds,
  planImport
};
