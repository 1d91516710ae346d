import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  dateReadings,
  findHiddenCharacter,
  findPlaceholder,
  isElement,
  parseWithinLimits
} from "./chunk-4T5N5ANP.js";
import {
  parseIsoDate
} from "./chunk-2UVS6TJC.js";
import {
  suggest
} from "./chunk-P6TVZRK3.js";

// src/commands/open-tags.ts
var TAG = /<(\/?)([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
var COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
var VOID = new Set(
  "area base br col embed hr img input link meta source track wbr".split(" ")
);
var OpenTags = class {
  #open = [];
  read(html) {
    for (const [, slash, name = ""] of html.replace(COMMENT, "").matchAll(TAG)) {
      const element = name.toLowerCase();
      if (VOID.has(element) || !isElement(element)) continue;
      if (slash === "") this.#open.push(element);
      else if (this.#open.includes(element)) this.#open.splice(this.#open.lastIndexOf(element));
    }
  }
  get areNone() {
    return this.#open.length === 0;
  }
};

// src/commands/command-lines.ts
var BEGINS = /^\/gate(?:\s|$)/i;
var MAY_BEGIN = /(?:^|[\r\n])[^\S\r\n]*\/gate(?:\s|$)/i;
var LONGEST = 1e4;
function commandLines(body) {
  if (!MAY_BEGIN.test(body)) return { state: "read", lines: [] };
  if (body.length > LONGEST) {
    const problem = `the comment has ${body.length} characters; commands are read up to ${LONGEST}`;
    return { state: "unreadable", problem };
  }
  const source = `
${body}`;
  const parsed = parseWithinLimits(source, (tree) => linesIn(tree, source));
  if (parsed.state === "parsed") return { state: "read", lines: parsed.value };
  return { state: "unreadable", problem: parsed.error.problem };
}
function linesIn({ children }, source) {
  const tags = new OpenTags();
  return children.flatMap((node) => {
    if (node.type === "html") tags.read(node.value);
    return node.type === "paragraph" ? linesOf(node, source, tags) : [];
  });
}
function linesOf(paragraph, source, tags) {
  const found = [];
  for (const { start, end } of spansOf(paragraph, source)) {
    const html = paragraph.children.filter(
      (child) => child.type === "html" && offsetOf(child) >= start && offsetOf(child) < end
    );
    const text = source.slice(start, end).trimEnd();
    if (tags.areNone && BEGINS.test(text) && isPlainAt(paragraph, start)) {
      found.push({ text, hasTags: html.length > 0 });
      continue;
    }
    for (const child of html) if (child.type === "html") tags.read(child.value);
  }
  return found;
}
function spansOf({ position }, source) {
  const from = position?.start.offset ?? 0;
  const text = source.slice(from, position?.end.offset ?? from);
  return [...text.matchAll(/[^\r\n]+/g)].map(({ index, 0: line }) => ({
    start: from + index + (line.length - line.trimStart().length),
    end: from + index + line.length
  }));
}
function isPlainAt({ children }, offset) {
  return !children.some(
    ({ type, position }) => type !== "text" && position?.start.offset !== void 0 && position.start.offset <= offset && offset < (position.end.offset ?? 0)
  );
}
function offsetOf({ position }) {
  return position?.start.offset ?? -1;
}

// src/commands/usage.ts
var USAGE = {
  waive: {
    form: 'waive <gate>[/<rule>] --until <date> --codes <A,B> --reason "<why>" [--service <id>]',
    effect: "lets what these codes report pass on conditions, up to and including that day and until the base changes",
    options: ["until", "codes", "reason", "service"]
  },
  unwaive: {
    form: "unwaive <gate>[/<rule>] [--service <id>]",
    effect: "takes back for good what comments waived so far",
    options: ["service"]
  },
  "sign-off": {
    form: "sign-off <role> <commit>",
    effect: "approves for a role what it covers as of that commit",
    options: []
  },
  unfreeze: {
    form: 'unfreeze <commit> --reason "<why>"',
    effect: "lifts a freeze on conditions, for that head commit alone",
    options: ["reason"]
  },
  "break-glass": {
    form: 'break-glass <commit> --reason "<why>"',
    effect: "lets all that fails or waits pass on conditions, for that head commit alone, and has it reviewed afterwards",
    options: ["reason"]
  },
  recheck: { form: "recheck", effect: "judges again", options: [] },
  explain: {
    form: "explain [<gate>[/<rule>]]",
    effect: "says what is asked for and why",
    options: []
  },
  help: { form: "help", effect: "lists the commands and who can use them here", options: [] }
};
var VERBS = Object.keys(USAGE);
function isVerb(word) {
  return Object.hasOwn(USAGE, word);
}

// src/commands/parsed-command.ts
function refusal({ verb, problem, remedy, didYouMean = null }) {
  const usage = verb === null ? null : `/gate ${USAGE[verb].form}`;
  return { problem, remedy, usage, didYouMean };
}

// src/commands/read-arguments.ts
var LONGEST_REASON = 500;
var ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
var SERVICE = /^[^\s/]{1,255}$/u;
var CODE = /^[A-Z][A-Z0-9-]*$/;
var COMMIT = /^[0-9a-f]{7,40}$/;
var Refused = class extends Error {
  refusal;
  constructor(said) {
    super(said.problem);
    this.refusal = refusal(said);
  }
};
function readArguments(verb, words) {
  try {
    return { state: "command", command: new Arguments(verb, words).read() };
  } catch (error) {
    if (error instanceof Refused) return { state: "refused", refusal: error.refusal };
    throw error;
  }
}
var Arguments = class {
  #verb;
  /** Behind `/gate` and the verb. */
  #positional;
  #options;
  #used = 0;
  constructor(verb, { positional, options }) {
    this.#verb = verb;
    this.#positional = positional.slice(2);
    this.#options = this.#readOptions(options);
  }
  read() {
    const command = this.#command();
    const rest = this.#positional[this.#used];
    if (rest === void 0) return command;
    const isReason = USAGE[this.#verb].options.includes("reason");
    throw this.#refused(
      `\`${rest}\` is one word too many`,
      isReason ? 'put the whole reason between two `"`' : "leave it out, or write it on a line below"
    );
  }
  #command() {
    switch (this.#verb) {
      case "waive":
        return {
          verb: "waive",
          ...this.#subject(),
          service: this.#service(),
          codes: this.#codes(),
          until: this.#day(),
          reason: this.#reason()
        };
      case "unwaive":
        return { verb: "unwaive", ...this.#subject(), service: this.#service() };
      case "sign-off":
        return {
          verb: "sign-off",
          role: this.#id("role", this.#next("role")),
          commit: this.#commit()
        };
      case "unfreeze":
        return { verb: "unfreeze", commit: this.#commit(), reason: this.#reason() };
      case "break-glass":
        return { verb: "break-glass", commit: this.#commit(), reason: this.#reason() };
      case "explain":
        return this.#positional.length === 0 ? { verb: "explain", gate: null, rule: null } : { verb: "explain", ...this.#subject() };
      case "recheck":
      case "help":
        return { verb: this.#verb };
    }
  }
  #readOptions(options) {
    const known = USAGE[this.#verb].options;
    const read = /* @__PURE__ */ new Map();
    for (const { name: typed, value } of options) {
      const name = typed.toLowerCase();
      if (!known.includes(name)) {
        const meant = suggest(name, known);
        const remedy = meant === null ? "leave it out" : `write \`--${meant}\``;
        const option = meant === null ? null : `--${meant}`;
        throw this.#refused(`\`${this.#verb}\` takes no \`--${typed}\``, remedy, option);
      }
      if (read.has(name))
        throw this.#refused(`\`--${name}\` stands twice`, "leave one of them out");
      if (value === null || value.trim() === "") {
        throw this.#refused(`\`--${name}\` has no value`, "write one behind it");
      }
      read.set(name, value.trim());
    }
    return read;
  }
  #next(what) {
    const word = this.#positional[this.#used];
    this.#used += 1;
    if (word !== void 0 && word !== "") return this.#filledIn(bare(word));
    throw this.#refused(`the ${what} is missing`, `name the ${what} behind \`${this.#verb}\``);
  }
  #option(name) {
    const value = this.#options.get(name);
    if (value !== void 0) return this.#filledIn(value);
    throw this.#refused(`\`--${name}\` is missing`, `add \`--${name}\``);
  }
  #filledIn(text) {
    const placeholder = findPlaceholder(text) ?? /^(?:…|\.\.\.)$/.exec(text)?.[0];
    if (placeholder === void 0) return text;
    throw this.#refused(`\`${placeholder}\` is to be replaced`, "put what is meant in its place");
  }
  #subject() {
    const word = this.#next("gate");
    const [gate = "", rule, ...more] = word.split("/");
    if (more.length > 0) {
      throw this.#refused(
        `\`${word}\` is no gate and no rule`,
        "write `<gate>` or `<gate>/<rule>`"
      );
    }
    const id = this.#id("gate", gate);
    return { gate: id, rule: rule === void 0 ? null : this.#id("rule", rule) };
  }
  #id(what, word) {
    const id = word.toLowerCase();
    if (ID.test(id)) return id;
    throw this.#refused(
      `\`${word}\` is not the id of a ${what}`,
      `take the id of the ${what} from the policy: lower-case letters, digits and \`-\``
    );
  }
  #service() {
    if (!this.#options.has("service")) return null;
    const service = this.#option("service");
    if (SERVICE.test(service)) return service;
    throw this.#refused(`\`${service}\` is not the id of a service`, "name one service");
  }
  #codes() {
    if (!this.#options.has("codes")) return null;
    const codes = bare(this.#option("codes")).toUpperCase().split(/[,\s]+/).filter((code) => code !== "");
    const wrong = codes.find((code) => !CODE.test(code));
    if (wrong === void 0 && codes.length > 0) return [...new Set(codes)].sort();
    throw this.#refused(
      `\`${wrong ?? ""}\` is not the code of a finding`,
      "take the codes from the report, such as `CHECKLIST-UNTICKED,CHECKLIST-DELETED`"
    );
  }
  #day() {
    const text = this.#option("until");
    const day = parseIsoDate(text);
    if (day !== null) return day;
    const readings = dateReadings(text).map((reading) => `\`--until ${reading}\``);
    throw this.#refused(
      `\`${text}\` is no day in the form year-month-day`,
      readings.length === 0 ? "write it as in `--until 2026-10-26`" : `write ${readings.join(" or ")}`
    );
  }
  #reason() {
    const reason = this.#option("reason").replaceAll(/\s+/g, " ");
    if (reason.length > LONGEST_REASON) {
      throw this.#refused(
        `the reason has ${reason.length} characters; ${LONGEST_REASON} are allowed`,
        "shorten it, and link what explains more"
      );
    }
    if (new RegExp("\\p{L}", "u").test(reason)) return reason;
    throw this.#refused(`\`${reason}\` gives no reason`, "say why in words");
  }
  #commit() {
    const word = this.#next("commit");
    const commit = word.toLowerCase();
    if (COMMIT.test(commit)) return commit;
    throw this.#refused(`\`${word}\` is no commit`, "copy the id of the head commit");
  }
  #refused(problem, remedy, didYouMean = null) {
    return new Refused({ verb: this.#verb, problem, remedy, didYouMean });
  }
};
function bare(word) {
  return word.replace(/^`+|`+$/g, "");
}

// node_modules/string-argv/index.js
function parseArgsStringToArgv(value, env, file) {
  const myArray = [];
  if (env) {
    myArray.push(env);
  }
  if (file) {
    myArray.push(file);
  }
  let current = "";
  let inQuote = null;
  let hasToken = false;
  let i = 0;
  while (i < value.length) {
    const char = value[i];
    if (inQuote) {
      if (char === inQuote) {
        inQuote = null;
      } else {
        current += char;
      }
    } else {
      if (char === '"' || char === "'") {
        inQuote = char;
        hasToken = true;
      } else if (/\s/.test(char)) {
        if (hasToken) {
          myArray.push(current);
          current = "";
          hasToken = false;
        }
      } else {
        current += char;
        hasToken = true;
      }
    }
    i++;
  }
  if (hasToken) {
    myArray.push(current);
  }
  return myArray;
}

// src/commands/split-words.ts
var QUOTED = /("[^"]*"|'[^']*')/;
var DASH = new RegExp("(^|\\s)[\u2014\u2013\u2015]+(?=\\p{L})", "gu");
var OPTION = new RegExp("^--(\\p{L}[^=\\s]*)(?:=([\\s\\S]*))?$", "u");
function splitWords(line) {
  const plain = line.replace(/[“”„‟«»]/g, '"').replace(/[‘’‚‛]/g, "'");
  const parts = plain.split(QUOTED);
  if (parts.some((part, index) => index % 2 === 0 && /["']/.test(part))) return null;
  const dashed = parts.map((part, index) => index % 2 === 0 ? part.replace(DASH, "$1--") : part);
  return sorted(parseArgsStringToArgv(dashed.join("")));
}
function sorted(words) {
  const positional = [];
  const options = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const [, name, value] = OPTION.exec(word) ?? [];
    if (name === void 0) {
      positional.push(word);
      continue;
    }
    const next = words[index + 1];
    if (value === void 0 && next !== void 0 && !OPTION.test(next)) {
      options.push({ name, value: next });
      index += 1;
    } else options.push({ name, value: value ?? null });
  }
  return { positional, options };
}

// src/commands/parse-commands.ts
var MOST = 5;
var LONGEST_LINE = 1e3;
function parseCommands(body) {
  const read = commandLines(body);
  if (read.state === "unreadable") {
    return [
      refused({
        verb: null,
        problem: read.problem,
        remedy: "write the command in a comment of its own"
      })
    ];
  }
  const parsed = read.lines.slice(0, MOST).map((line) => parseLine(line.text, line.hasTags));
  if (read.lines.length <= MOST) return parsed;
  const problem = `the comment has ${read.lines.length} commands; the first ${MOST} were read`;
  return [
    ...parsed,
    refused({ verb: null, problem, remedy: "write the others in a comment of their own" })
  ];
}
function parseLine(line, hasTags) {
  const hidden = findHiddenCharacter(line);
  if (hidden !== null) {
    const problem = `the command holds a ${hidden.name}, which nobody sees`;
    return refused({ verb: null, problem, remedy: "type it by hand instead of pasting it" });
  }
  if (line.length > LONGEST_LINE) {
    const problem = `the command has ${line.length} characters; ${LONGEST_LINE} are allowed`;
    return refused({ verb: null, problem, remedy: "shorten it" });
  }
  const words = splitWords(line);
  const verb = /^\/gate\s+(\S+)/i.exec(line)?.[1]?.toLowerCase() ?? null;
  if (verb === null) {
    return refused({ verb, problem: "`/gate` names no command", remedy: nameOne(null) });
  }
  if (!isVerb(verb)) {
    const meant = suggest(verb, VERBS);
    const problem = `there is no command \`${verb}\``;
    return refused({ verb: meant, problem, remedy: nameOne(meant), didYouMean: meant });
  }
  if (words === null) {
    return refused({
      verb,
      problem: "a quote is opened and not closed",
      remedy: 'put the reason between two `"`; an apostrophe is fine inside'
    });
  }
  if (hasTags) {
    return refused({
      verb,
      problem: "part of the command stands between `<` and `>`",
      remedy: "put what is meant in its place, without `<` and `>`"
    });
  }
  return readArguments(verb, words);
}
function nameOne(meant) {
  if (meant !== null) return `write \`${meant}\``;
  return `use ${VERBS.map((verb) => `\`${verb}\``).join(", ")}`;
}
function refused(said) {
  return { state: "refused", refusal: refusal(said) };
}

// src/commands/read-comments.ts
function counts({ by, edited, minimised }) {
  return by === "person" && !edited && !minimised;
}
function readComments(comments) {
  return comments.filter(counts).sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)).flatMap(
    ({ id, author, createdAt, body, void: isVoid }) => parseCommands(body).flatMap(
      (parsed) => parsed.state === "command" ? [{ id, author, createdAt, command: parsed.command, void: isVoid }] : []
    )
  );
}

export {
  USAGE,
  VERBS,
  parseCommands,
  counts,
  readComments
};
