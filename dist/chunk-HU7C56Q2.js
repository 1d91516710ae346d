import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  ISSUE_LABEL
} from "./chunk-VZIMIMLZ.js";
import {
  BananaSlug,
  blocksIn,
  collapseSpaces,
  findSection,
  findTable,
  headingKey,
  isMissing,
  isWithin,
  itemsIn,
  keyOf,
  linksIn,
  matchColumns,
  nearMissesIn,
  normalize,
  parseDocument2 as parseDocument,
  parsePeople,
  parseQuantity,
  parseYaml,
  plain,
  pointAt,
  readDate,
  sectionsNamed,
  tablesIn,
  textOf,
  valueAt
} from "./chunk-PKZ5FII4.js";
import {
  fillIn,
  require_picomatch
} from "./chunk-TH4X3JRS.js";
import {
  findHiddenCharacter,
  findPlaceholder,
  isUnwritten
} from "./chunk-4T5N5ANP.js";
import {
  DAY,
  HOUR,
  dayOf,
  daysBetween,
  endOf,
  formatInstant,
  parseIsoDate,
  startOf
} from "./chunk-2UVS6TJC.js";
import {
  suggest
} from "./chunk-P6TVZRK3.js";
import {
  __commonJS,
  __export,
  __toESM
} from "./chunk-JULNA7AP.js";

// node_modules/ignore/index.js
var require_ignore = __commonJS({
  "node_modules/ignore/index.js"(exports, module) {
    function makeArray(subject2) {
      return Array.isArray(subject2) ? subject2 : [subject2];
    }
    var UNDEFINED = void 0;
    var EMPTY = "";
    var SPACE2 = " ";
    var ESCAPE = "\\";
    var REGEX_LITERAL_SPECIAL = /[.*+?()[\]{}^$|\\/]/;
    var BOM = "\uFEFF";
    var REGEX_ANCHORED_GLOBSTAR = /^\/\*{2,}$/;
    var REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION = /^\\!/;
    var REGEX_REPLACE_LEADING_EXCAPED_HASH = /^\\#/;
    var REGEX_SPLITALL_CRLF = /\r?\n/g;
    var DOUBLE_SLASH = "//";
    var SLASH_CODE = 47;
    var DOT_CODE = 46;
    var SLASH = "/";
    var TMP_KEY_IGNORE = "node-ignore";
    if (typeof Symbol !== "undefined") {
      TMP_KEY_IGNORE = /* @__PURE__ */ Symbol.for("node-ignore");
    }
    var KEY_IGNORE = TMP_KEY_IGNORE;
    var define = (object2, key, value2) => {
      Object.defineProperty(object2, key, { value: value2 });
      return value2;
    };
    var RETURN_FALSE = () => false;
    var POSIX_CLASSES = {
      alnum: "0-9A-Za-z",
      alpha: "A-Za-z",
      blank: " \\t",
      cntrl: "\\x00-\\x1f\\x7f",
      digit: "0-9",
      graph: "!-.0-~",
      lower: "a-z",
      print: " -.0-~",
      punct: "!-.:-@\\[-`{-~",
      // git's `sane-ctype.h` classifies \v and \f as control, not space,
      //   unlike C's `isspace`
      space: " \\t\\n\\r",
      upper: "A-Z",
      xdigit: "0-9A-Fa-f"
    };
    var CLASS_MEMBERS_TO_ESCAPE = "\\]^-[";
    var escapeMember = (char) => CLASS_MEMBERS_TO_ESCAPE.indexOf(char) < 0 ? char : ESCAPE + char;
    var NON_SLASH = "(?!\\/)";
    var classSource = (negated, body) => {
      if (negated) {
        return `[^\\/${body}]`;
      }
      const source = `[${body}]`;
      return new RegExp(source).test("/") ? NON_SLASH + source : source;
    };
    var scanBracket = (pattern, start) => {
      const { length } = pattern;
      let index = start + 1;
      let negated = EMPTY;
      const lead = pattern[index];
      if (lead === "!" || lead === "^") {
        negated = "^";
        index++;
      }
      let body = EMPTY;
      let prev = EMPTY;
      for (; ; ) {
        const char = pattern[index];
        if (char === UNDEFINED) {
          return null;
        }
        if (char === ESCAPE) {
          const escaped = pattern[++index];
          body += escapeMember(escaped);
          prev = escaped;
        } else if (char === "-" && prev && index + 1 < length && pattern[index + 1] !== "]") {
          index++;
          let to = pattern[index];
          if (to === ESCAPE) {
            to = pattern[index += 1];
          }
          if (prev <= to) {
            body += `-${escapeMember(to)}`;
          }
          prev = EMPTY;
        } else if (char === "[" && pattern[index + 1] === ":") {
          const nameStart = index + 2;
          let end = nameStart;
          while (end < length && pattern[end] !== "]") {
            end++;
          }
          if (end === length) {
            return null;
          }
          if (end > nameStart && pattern[end - 1] === ":") {
            const name4 = pattern.slice(nameStart, end - 1);
            if (!Object.prototype.hasOwnProperty.call(POSIX_CLASSES, name4)) {
              return null;
            }
            body += POSIX_CLASSES[name4];
            prev = EMPTY;
            index = end;
          } else {
            body += escapeMember("[");
            prev = "[";
            index = nameStart - 2;
          }
        } else {
          body += escapeMember(char);
          prev = char;
        }
        index++;
        if (pattern[index] === "]") {
          return {
            end: index,
            source: classSource(negated, body)
          };
        }
      }
    };
    var NEVER_MATCH = "[]";
    var PLACEHOLDER = "\0";
    var REGEX_RESTORE_PLACEHOLDER = new RegExp(
      `${PLACEHOLDER}(\\d+)${PLACEHOLDER}`,
      "g"
    );
    var TRAILING_WILDCARD = "\uE000";
    var TRAILING_DOUBLESTAR = "\uE001";
    var isReserved = (char) => char === PLACEHOLDER || char === TRAILING_WILDCARD || char === TRAILING_DOUBLESTAR;
    var extractBrackets = (pattern) => {
      const sources = [];
      const hold = (source) => `${PLACEHOLDER}${sources.push(source) - 1}${PLACEHOLDER}`;
      const { length } = pattern;
      let out = EMPTY;
      let index = 0;
      while (index < length) {
        const char = pattern[index];
        if (char === ESCAPE) {
          const escaped = pattern[index + 1];
          if (escaped === SLASH && index + 2 === length) {
            out += hold(NEVER_MATCH);
          } else if (escaped === "*" || escaped === "[" || escaped === SPACE2) {
            out += pattern.slice(index, index + 2);
          } else {
            out += hold(
              REGEX_LITERAL_SPECIAL.test(escaped) ? ESCAPE + escaped : isReserved(escaped) ? `[${escaped}]` : escaped
            );
          }
          index += 2;
        } else if (isReserved(char)) {
          out += hold(`[${char}]`);
          index++;
        } else if (char === "[") {
          const scanned = scanBracket(pattern, index);
          if (scanned === null) {
            out += hold(NEVER_MATCH);
            index = length;
          } else {
            out += hold(scanned.source);
            index = scanned.end + 1;
          }
        } else {
          out += char;
          index++;
        }
      }
      return {
        source: out,
        sources
      };
    };
    var DIRECT = null;
    var REGEX_INNER_SLASH = /\/(?!$)/;
    var WILDCARD = "[^\\/]*";
    var REPLACERS = [
      // Replace (\ ) with ' '
      // Only a space: an escaped tab or other whitespace is already a literal by
      //   the time it reaches here, and a bare tab must be left as one, not turned
      //   into a space.
      // (\ ) -> ' '
      // (\\ ) -> '\\ '
      // (\\\ ) -> '\\ '
      [
        // A run of backslashes is taken whole, from its first one, so no match
        //   ever starts again inside it -- `(\\+?) ` did, which made a long run
        //   quadratic.
        /(\\+)( ?)/g,
        (_, run, space) => space ? run.slice(0, run.length - run.length % 2) + SPACE2 : run,
        ESCAPE + SPACE2
      ],
      // git's wildmatch() reads a run of two or more asterisks as one globstar
      //   whenever the run fills a path segment: it starts the pattern or follows
      //   a `/`, and it ends the pattern or comes before a `/`. A run of two is
      //   already `**`; a longer one is folded into `**` here, so the steps
      //   below only ever have to know `**`.
      // `***/foo` -> `**/foo`, `a/***/b` -> `a/**/b`, `a/***` -> `a/**`
      // git also takes a run beside a literal prefix (`a***/b`) or beside an
      //   escaped slash (`***\/b`) as a globstar, and this does not; the README
      //   lists both, under "A run of asterisks".
      [
        /(^|\/)\*{3,}(?=\/|$)/g,
        (_, start) => `${start}**`,
        "*"
      ],
      // Escape metacharacters
      // which is written down by users but means special for regular expressions.
      // > There are 12 characters with special meanings:
      // > - the backslash \,
      // > - the caret ^,
      // > - the dollar sign $,
      // > - the period or dot .,
      // > - the vertical bar or pipe symbol |,
      // > - the question mark ?,
      // > - the asterisk or star *,
      // > - the plus sign +,
      // > - the opening parenthesis (,
      // > - the closing parenthesis ),
      // > - and the opening square bracket [,
      // > - the opening curly brace {,
      // > These special characters are often called "metacharacters".
      [
        /[\\$.|*+(){^]/g,
        (match) => `\\${match}`
      ],
      [
        // > a question mark (?) matches a single character
        /(?!\\)\?/g,
        () => "[^/]",
        "?"
      ],
      // leading slash
      [
        // > A leading slash matches the beginning of the pathname.
        // > For example, "/*.c" matches "cat-file.c" but not "mozilla-sha1/sha1.c".
        // A leading slash matches the beginning of the pathname
        /^\//,
        () => "^",
        SLASH
      ],
      // replace special metacharacter slash after the leading slash
      [
        /\//g,
        () => "\\/",
        SLASH
      ],
      [
        // > A leading "**" followed by a slash means match in all directories.
        // > For example, "**/foo" matches file or directory "foo" anywhere,
        // > the same as pattern "foo".
        // > "**/foo/bar" matches file or directory "bar" anywhere that is directly
        // >   under directory "foo".
        // Notice that the '*'s have been replaced as '\\*'
        /^\^*(?:\\\*\\\*\\\/)+/,
        // '**/foo' <-> 'foo'
        () => "(?:^|\\/)",
        "*"
      ],
      // starting
      [
        // there will be no leading '/'
        //   (which has been replaced by section "leading slash")
        // If starts with '**', adding a '^' to the regular expression also works
        DIRECT,
        (source, pattern) => {
          if (!source || source[0] === "^" || source[0] === "(") {
            return source;
          }
          const anchor2 = !REGEX_INNER_SLASH.test(pattern) ? "(?:^|\\/)" : "^";
          return anchor2 + source;
        }
      ],
      // two globstars
      [
        // Use lookahead assertions so that we could match more than one `'/**'`
        /\\\/\\\*\\\*(?=\\\/|$)/g,
        // Zero, one or several directories
        // should not use '*', or it will be replaced by the next replacer
        // Check if it is not the last `'/**'`
        (_, index, str) => index + 6 < str.length ? str.slice(index + 6) === "\\/" ? "(?:\\/[^\\/]+)+" : "(?:\\/[^\\/]+)*" : `\\/${TRAILING_DOUBLESTAR}`,
        "*"
      ],
      // normal intermediate wildcards
      [
        // Never replace escaped '*'
        // ignore rule '\*' will match the path '*'
        // 'abc.*/' -> go
        // 'abc.*'  -> skip this rule,
        //    coz trailing single wildcard will be handed by [trailing wildcard]
        /(^|[^\\])(?:\\\*)+(?!$)/g,
        // '*.js' matches '.js'
        // '*.js' doesn't match 'abc'
        // 1. An asterisk "*" matches anything except a slash.
        // 2. Other consecutive asterisks are considered regular asterisks
        //    and collapse into one non-slash wildcard run.
        (_, p1) => p1 + WILDCARD,
        "*"
      ],
      // trailing wildcard, held apart from a literal star
      [
        // The step above leaves a trailing `*` alone, so a single `\*` is all that
        //   can be left at the end here, and what stands in front of it says which
        //   kind it is. A wildcard arrives as the escaper wrote it, `\*` with
        //   nothing before it; a literal arrives as the user's own escape, which
        //   the escaper doubled, and then the star's own -- `\\` and then `\*`.
        //   There is no third case: every backslash still reaching the chain is
        //   one `\*`, `\[` or `\ ` carries itself, and each is followed by its
        //   own character, so a longer run can never form. This runs while the
        //   two are still distinct, before the unescape steps below collapse the
        //   literal onto the very `\*` a wildcard leaves behind.
        /(^|[^\\])((?:\\\\)*)\\\*$/,
        (match, p1, p2) => p2 === EMPTY ? p1 + TRAILING_WILDCARD : match,
        "*"
      ],
      [
        // unescape, revert step 3 except for back slash
        // For example, if a user escape a '\\*',
        // after step 3, the result will be '\\\\\\*'
        /\\\\\\(?=[$.|*+(){^])/g,
        () => ESCAPE,
        ESCAPE + ESCAPE
      ],
      [
        // '\\\\' -> '\\'
        /\\\\/g,
        () => ESCAPE,
        ESCAPE + ESCAPE
      ],
      [
        // Every real bracket expression -- POSIX classes included -- has already
        //   been held aside by `extractBrackets`, so the only `[` left in the
        //   pattern is an escaped, literal one.
        // A backslash could only stand at the end of the range if it quoted the
        //   `]`, and `\]` is held aside long before this.
        /\\\[([^\]/]*?)($|\])/g,
        // '\\[bar]' -> '\\\\[bar]'
        (match, range, close) => `\\[${range}${close}`,
        "["
      ],
      // ending
      [
        // 'js' will not match 'js.'
        // 'ab' will not match 'abc'
        DIRECT,
        // WTF!
        // https://git-scm.com/docs/gitignore
        // changes in [2.22.1](https://git-scm.com/docs/gitignore/2.22.1)
        // which re-fixes #24, #38
        // > If there is a separator at the end of the pattern then the pattern
        // > will only match directories, otherwise the pattern can match both
        // > files and directories.
        // 'js*' will not match 'a.js'
        // 'js/' will not match 'a.js'
        // 'js' will match 'a.js' and 'a.js/'
        (source) => {
          const last = source[source.length - 1];
          if (!last || last === TRAILING_WILDCARD || last === TRAILING_DOUBLESTAR) {
            return source;
          }
          return last === SLASH ? `${source}$` : `${source}(?=$|\\/$)`;
        }
      ]
    ];
    var REGEX_REPLACE_TRAILING_WILDCARD = /(^|\\\/)?\uE000$/;
    var MODE_IGNORE = "regex";
    var MODE_CHECK_IGNORE = "checkRegex";
    var UNDERSCORE = "_";
    var replaceTrailingWildcard = (_, p1) => {
      const prefix = p1 ? `${p1}[^/]+` : "[^/]*";
      return `${prefix}(?=$|\\/$)`;
    };
    var REGEX_REPLACE_TRAILING_DOUBLESTAR = /\uE001$/;
    var replaceTrailingDoublestar = () => "[\\s\\S]";
    var separatorAfter = (run, at) => {
      let separator = EMPTY;
      for (let index = at + 1; index < run.length && !run[index].wildcard; index++) {
        separator += run[index].single;
      }
      return separator;
    };
    var pinWildcards = (source) => {
      if (source.indexOf(WILDCARD) < 0) {
        return source;
      }
      const tokens = [];
      const { length } = source;
      let index = 0;
      while (index < length) {
        const char = source[index];
        if (source.startsWith(WILDCARD, index)) {
          tokens.push({ wildcard: true });
          index += WILDCARD.length;
        } else if (char === "[") {
          let end = index + 1;
          if (source[end] === "^") {
            end++;
          }
          if (source[end] === "]") {
            end++;
          }
          while (end < length && source[end] !== "]") {
            end += source[end] === ESCAPE ? 2 : 1;
          }
          end++;
          tokens.push({ single: source.slice(index, end) });
          index = end;
        } else if (char === ESCAPE) {
          tokens.push({ single: source.slice(index, index + 2) });
          index += 2;
        } else if (char === "(") {
          let depth = 0;
          let end = index;
          do {
            if (source[end] === ESCAPE) {
              end++;
            } else if (source[end] === "(") {
              depth++;
            } else if (source[end] === ")") {
              depth--;
            }
            end++;
          } while (end < length && depth > 0);
          if ("*+?".indexOf(source[end]) >= 0) {
            end++;
          }
          tokens.push({ boundary: source.slice(index, end) });
          index = end;
        } else if (char === "^" || char === "$") {
          tokens.push({ boundary: char });
          index++;
        } else {
          tokens.push({ single: char });
          index++;
        }
      }
      let out = EMPTY;
      let run = [];
      const flush = () => {
        let lastWildcard;
        run.forEach((token, at) => {
          if (token.wildcard) {
            lastWildcard = at;
          }
        });
        run.forEach((token, at) => {
          if (!token.wildcard) {
            out += token.single;
            return;
          }
          out += at === lastWildcard ? WILDCARD : `(?:(?!${separatorAfter(run, at)})[^\\/])*`;
        });
        run = [];
      };
      tokens.forEach((token) => {
        if (token.boundary === void 0) {
          run.push(token);
          return;
        }
        flush();
        out += token.boundary;
      });
      flush();
      return out;
    };
    var makeRegexPrefix = (pattern) => {
      if (REGEX_ANCHORED_GLOBSTAR.test(pattern)) {
        pattern = "**";
      }
      const { source, sources } = extractBrackets(pattern);
      const replaced = REPLACERS.reduce(
        // A pass whose matcher finds nothing hands back the very string it was
        //   given, so asking first costs a search and saves a rewrite. Ten of the
        //   fifteen passes never fire for a typical .gitignore line, and between
        //   them they were 45% of this chain.
        (prev, [matcher, replacer, required2]) => {
          if (matcher === DIRECT) {
            return replacer(prev, pattern);
          }
          if (required2 !== UNDEFINED && prev.indexOf(required2) < 0) {
            return prev;
          }
          return matcher.test(prev) ? prev.replace(matcher, replacer.bind(pattern)) : prev;
        },
        source
      );
      return sources.length ? replaced.replace(
        REGEX_RESTORE_PLACEHOLDER,
        (match, index) => sources[index]
      ) : replaced;
    };
    var checkSourceOf = (body, prefix) => {
      if (body[body.length - 1] === SLASH) {
        prefix = makeRegexPrefix(body.slice(0, -1));
      }
      const head = prefix.slice(0, -1);
      const last = prefix[prefix.length - 1];
      return last === TRAILING_WILDCARD ? `${head}$` : last === TRAILING_DOUBLESTAR ? head : NEVER_MATCH;
    };
    var matchesBasename = (body) => {
      const index = body.indexOf(SLASH);
      return index < 0 || index === body.length - 1;
    };
    var basenameOf = (path2) => {
      const end = path2.length - 1;
      const index = path2.lastIndexOf(
        SLASH,
        path2[end] === SLASH ? end - 1 : end
      );
      return index < 0 ? path2 : path2.slice(index + 1);
    };
    var parentOf = (path2) => {
      if (path2.charCodeAt(0) === SLASH_CODE || path2.indexOf(DOUBLE_SLASH) >= 0) {
        const slices = path2.split(SLASH).filter(Boolean);
        slices.pop();
        return slices.length ? slices.join(SLASH) + SLASH : EMPTY;
      }
      const end = path2.length - 1;
      const cut3 = path2.lastIndexOf(
        SLASH,
        path2.charCodeAt(end) === SLASH_CODE ? end - 1 : end
      );
      return cut3 < 0 ? EMPTY : path2.slice(0, cut3 + 1);
    };
    var isString = (subject2) => typeof subject2 === "string";
    var checkPattern = (pattern) => pattern && isString(pattern);
    var splitPattern = (pattern) => (pattern[pattern.length - 1] === "\r" ? pattern.slice(0, -1) : pattern).split(REGEX_SPLITALL_CRLF).filter(Boolean);
    var IgnoreRule = class {
      constructor(pattern, mark, body, ignoreCase, negative, prefix) {
        this.pattern = pattern;
        this.mark = mark;
        this.negative = negative;
        define(this, "body", body);
        define(this, "ignoreCase", ignoreCase);
        define(this, "regexPrefix", prefix);
      }
      // Worked out on first use and kept behind an own property, the way `regex`
      //   caches itself in `_regex`. Deciding it in the constructor instead would
      //   add a fourth `defineProperty` to every rule ever built, which cost 4% of
      //   every compile -- including the compiles of rules that are never matched
      //   against anything.
      get _basenameOnly() {
        return define(this, "_basenameOnly", matchesBasename(this.body));
      }
      get regex() {
        const key = UNDERSCORE + MODE_IGNORE;
        if (this[key]) {
          return this[key];
        }
        return this._make(MODE_IGNORE, key);
      }
      get checkRegex() {
        const key = UNDERSCORE + MODE_CHECK_IGNORE;
        if (this[key]) {
          return this[key];
        }
        return this._make(MODE_CHECK_IGNORE, key);
      }
      _make(mode, key) {
        const str = pinWildcards(
          mode === MODE_IGNORE ? this.regexPrefix.replace(REGEX_REPLACE_TRAILING_WILDCARD, replaceTrailingWildcard).replace(REGEX_REPLACE_TRAILING_DOUBLESTAR, replaceTrailingDoublestar) : checkSourceOf(this.body, this.regexPrefix)
        );
        const regex = this.ignoreCase ? new RegExp(str, "i") : new RegExp(str);
        return define(this, key, regex);
      }
    };
    var hasTrailingBackslash = (str) => {
      let count = 0;
      while (str[str.length - count - 1] === ESCAPE) {
        count++;
      }
      return count % 2 === 1;
    };
    var trimEnd = (body, stripLineEnd) => {
      let lineEnd = body.length;
      let end;
      for (; ; ) {
        if (stripLineEnd && body[lineEnd - 1] === "\r") {
          lineEnd--;
        }
        end = lineEnd;
        while (body[end - 1] === SPACE2) {
          end--;
        }
        if (!stripLineEnd || body[end - 1] !== "\n") {
          break;
        }
        lineEnd = end - 1;
      }
      if (end === lineEnd) {
        return body.slice(0, lineEnd);
      }
      let backslashes = 0;
      while (body[end - backslashes - 1] === ESCAPE) {
        backslashes++;
      }
      return backslashes % 2 ? body.slice(0, end - 1) + SPACE2 : body.slice(0, end);
    };
    var createRule = (pattern, mark, ignoreCase, stripLineEnd, stripBOM) => {
      let body = stripBOM && pattern[0] === BOM ? pattern.slice(1) : pattern;
      if (body[0] === "#") {
        return;
      }
      let negative = false;
      if (body[0] === "!") {
        negative = true;
        body = body.slice(1);
      }
      const last = body[body.length - 1];
      if (last === SPACE2 || stripLineEnd && (last === "\r" || last === "\n")) {
        body = trimEnd(body, stripLineEnd);
      }
      if (!body || hasTrailingBackslash(body)) {
        return;
      }
      body = body.replace(REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION, "!").replace(REGEX_REPLACE_LEADING_EXCAPED_HASH, "#");
      const regexPrefix = makeRegexPrefix(body);
      return new IgnoreRule(
        pattern,
        mark,
        body,
        ignoreCase,
        negative,
        regexPrefix
      );
    };
    var RuleManager = class {
      constructor(ignoreCase) {
        this._ignoreCase = ignoreCase;
        this._rules = [];
        this._basenameCount = 0;
      }
      _add(pattern, index) {
        if (pattern && pattern[KEY_IGNORE]) {
          this._rules = this._rules.concat(pattern._rules._rules);
          this._basenameCount += pattern._rules._basenameCount;
          this._added = true;
          return;
        }
        const isStr = isString(pattern);
        const raw = isStr ? pattern : pattern.pattern;
        const rule = checkPattern(raw) && createRule(
          raw,
          isStr ? UNDEFINED : pattern.mark,
          this._ignoreCase,
          !this._split,
          this._stripBOM && !index
        );
        if (rule) {
          this._added = true;
          this._rules.push(rule);
          if (matchesBasename(rule.body)) {
            this._basenameCount++;
          }
        }
      }
      // @param {Array<string> | string | Ignore} pattern
      add(pattern) {
        this._added = false;
        this._split = isString(pattern);
        this._stripBOM = !this._split || pattern[0] === BOM;
        makeArray(
          this._split ? splitPattern(pattern) : pattern
        ).forEach(this._add, this);
        if (this._added) {
          this._literalRules = UNDEFINED;
        }
        return this._added;
      }
      // Match the literal 'abc/' for `checkIgnore`, last rule wins. Only a rule
      //   ending in a wildcard can match it (see `checkSourceOf`), so the rest
      //   are left out once, rather than tested or compiled for every path.
      testLiteral(path2) {
        const rules = this._literalRules || (this._literalRules = this._rules.filter(
          ({ body }) => body[body.length - (body[body.length - 1] === SLASH ? 2 : 1)] === "*"
        ));
        let ignored = false;
        let unignored = false;
        let matchedRule;
        for (let index = rules.length - 1; index >= 0; index--) {
          const rule = rules[index];
          if (rule.checkRegex.test(path2)) {
            ignored = !rule.negative;
            unignored = rule.negative;
            matchedRule = rule.negative ? UNDEFINED : rule;
            break;
          }
        }
        const ret = {
          ignored,
          unignored
        };
        if (matchedRule) {
          ret.rule = matchedRule;
        }
        return ret;
      }
      // Test one single path without recursively checking parent directories
      //
      // - mode `string` either `MODE_IGNORE` or `MODE_CHECK_IGNORE`
      // @returns {TestResult}
      test(path2, mode) {
        const rules = this._rules;
        const { length } = rules;
        const shortcut = this._basenameCount * 2 >= length;
        const basename = shortcut ? basenameOf(path2) : path2;
        for (let index = length - 1; index >= 0; index--) {
          const rule = rules[index];
          if (rule[mode].test(
            shortcut && rule._basenameOnly ? basename : path2
          )) {
            const { negative } = rule;
            const ret = {
              ignored: !negative,
              unignored: negative
            };
            if (!negative) {
              ret.rule = rule;
            }
            return ret;
          }
        }
        return {
          ignored: false,
          unignored: false
        };
      }
    };
    var throwError = (message, Ctor) => {
      throw new Ctor(message);
    };
    var checkPath = (path2, originalPath, doThrow) => {
      if (!isString(path2)) {
        return doThrow(
          `path must be a string, but got \`${originalPath}\``,
          TypeError
        );
      }
      if (!path2) {
        return doThrow(`path must not be empty`, TypeError);
      }
      if (checkPath.isNotRelative(path2)) {
        const r = "`path.relative()`d";
        return doThrow(
          `path should be a ${r} string, but got "${originalPath}"`,
          RangeError
        );
      }
      return true;
    };
    var isNotRelative = (path2) => {
      const first = path2.charCodeAt(0);
      if (first === SLASH_CODE) {
        return true;
      }
      if (first !== DOT_CODE) {
        return false;
      }
      if (path2.length === 1) {
        return true;
      }
      const second = path2.charCodeAt(1);
      if (second === SLASH_CODE) {
        return true;
      }
      if (second !== DOT_CODE) {
        return false;
      }
      return path2.length === 2 || path2.charCodeAt(2) === SLASH_CODE;
    };
    checkPath.isNotRelative = isNotRelative;
    checkPath.convert = (p) => p;
    var convertPath = (target) => isString(target) && checkPath.convert(target);
    var Ignore = class {
      constructor({
        ignorecase = true,
        ignoreCase = ignorecase,
        allowRelativePaths = false
      } = {}) {
        define(this, KEY_IGNORE, true);
        this._rules = new RuleManager(ignoreCase);
        this._strictPathCheck = !allowRelativePaths;
        this._initCache();
      }
      _initCache() {
        this._ignoreCache = /* @__PURE__ */ Object.create(null);
        this._testCache = /* @__PURE__ */ Object.create(null);
      }
      add(pattern) {
        if (this._rules.add(pattern)) {
          this._initCache();
        }
        return this;
      }
      // legacy
      addPattern(pattern) {
        return this.add(pattern);
      }
      // @returns {TestResult}
      _test(originalPath, cache, path2) {
        checkPath(
          path2,
          originalPath,
          this._strictPathCheck ? throwError : RETURN_FALSE
        );
        return path2 ? this._t(path2, cache) : {
          ignored: false,
          unignored: false
        };
      }
      checkIgnore(target) {
        const path2 = convertPath(target);
        if (!path2 || path2.charCodeAt(path2.length - 1) !== SLASH_CODE) {
          return this._test(target, this._testCache, path2);
        }
        const dir = this._t(path2, this._testCache);
        if (dir.ignored) {
          return dir;
        }
        const literal2 = this._rules.testLiteral(path2);
        return literal2.ignored || literal2.unignored ? literal2 : dir;
      }
      _t(path2, cache) {
        if (path2 in cache) {
          return cache[path2];
        }
        const parentPath2 = parentOf(path2);
        const parent = parentPath2 ? this._t(parentPath2, cache) : UNDEFINED;
        return cache[path2] = parent && parent.ignored ? parent : this._rules.test(path2, MODE_IGNORE);
      }
      ignores(path2) {
        return this._test(path2, this._ignoreCache, convertPath(path2)).ignored;
      }
      createFilter() {
        return (path2) => !this.ignores(path2);
      }
      filter(paths) {
        return makeArray(paths).filter(this.createFilter());
      }
      // @returns {TestResult}
      test(path2) {
        return this._test(path2, this._testCache, convertPath(path2));
      }
    };
    var factory = (options2) => new Ignore(options2);
    var isPathValid = (path2) => checkPath(convertPath(path2), path2, RETURN_FALSE);
    var setupWindows = () => {
      const makePosix = (str) => /^\\\\\?\\/.test(str) || /["<>|\u0000-\u001F]+/u.test(str) ? str : str.replace(/\\/g, "/");
      checkPath.convert = makePosix;
      const REGEX_TEST_WINDOWS_PATH_ABSOLUTE = /^[a-z]:\//i;
      checkPath.isNotRelative = (path2) => REGEX_TEST_WINDOWS_PATH_ABSOLUTE.test(path2) || isNotRelative(path2);
    };
    if (
      // Detect `process` so that it can run in browsers.
      typeof process !== "undefined" && process.platform === "win32"
    ) {
      setupWindows();
    }
    module.exports = factory;
    factory.default = factory;
    module.exports.isPathValid = isPathValid;
    define(module.exports, /* @__PURE__ */ Symbol.for("setupWindows"), setupWindows);
  }
});

// src/model/condition.ts
function holds(condition3, fields3) {
  return Object.entries(condition3 ?? {}).every(([field, wanted2]) => {
    const value2 = Object.hasOwn(fields3, field) ? fields3[field] : void 0;
    if (value2 === void 0) return false;
    return Array.isArray(wanted2) ? wanted2.includes(value2) : wanted2 === value2;
  });
}

// src/model/place.ts
function placeIn(file2, point) {
  return { file: file2, line: point.line, column: point.column };
}

// src/rules/checklist/asked-items.ts
var KEPT = /* @__PURE__ */ new WeakMap();
function askedItems(gates) {
  const kept = KEPT.get(gates);
  if (kept !== void 0) return kept;
  const asked2 = /* @__PURE__ */ new Map();
  for (const gate of gates) {
    for (const rule of gate.rules) {
      if (rule.type !== "checklist") continue;
      for (const { id, when = null } of rule.options.items) {
        const asking = { gate: gate.id, rule: rule.id, when: [gate.when, rule.when, when] };
        const others = asked2.get(keyOf(id));
        if (others === void 0) asked2.set(keyOf(id), [asking]);
        else others.push(asking);
      }
    }
  }
  KEPT.set(gates, asked2);
  return asked2;
}
function askedElsewhere(id, context) {
  const { gate, rule, service } = context;
  return (context.asked?.get(keyOf(id)) ?? []).filter((asking) => asking.gate !== gate.id || asking.rule !== rule.id).filter(({ when }) => when.every((condition3) => holds(condition3, service.fields))).map((asking) => asking.gate);
}

// src/rules/checklist/codes.ts
var CHECKLIST_CODES = {
  "CHECKLIST-DELETED": "A required item is not in the document",
  "CHECKLIST-EMPTY": "The section holds no task item at all",
  "CHECKLIST-DUPLICATE": "Two items have one required id",
  "CHECKLIST-NOT-A-BOX": "What stands in the item's place is no task item: `-[ ]`, `[ x ]`, `[\u2713]`",
  "CHECKLIST-UNTICKED": "A required item is not ticked",
  "CHECKLIST-CHILD-UNTICKED": "An item is ticked although one nested in it is not",
  "CHECKLIST-FIELD-MISSING": "A required field is missing, empty or still a placeholder",
  "CHECKLIST-FIELD-DUPLICATE": "A field is given twice",
  "CHECKLIST-OWNER-FORM": "The owner is no `@login` or `@org/team`",
  "CHECKLIST-OWNER-NOT-A-PERSON": "The owner is no person GitHub knows, or an account nobody is behind",
  "CHECKLIST-EVIDENCE-FORM": "The evidence names nothing that can be looked up",
  "CHECKLIST-EVIDENCE-REFUSED": "The evidence is of a kind that is no evidence",
  "CHECKLIST-EVIDENCE-NO-FILE": "The evidence is a path without a file",
  "CHECKLIST-EVIDENCE-SELF": "The evidence is the readiness document itself",
  "CHECKLIST-EVIDENCE-HOST": "The evidence is on a host the policy does not allow",
  "CHECKLIST-EVIDENCE-REPOSITORY": "The evidence is in a repository the policy does not list",
  "CHECKLIST-EVIDENCE-UNKNOWN": "GitHub knows no such issue, commit or run",
  "CHECKLIST-EVIDENCE-NOT-ANCESTOR": "The commit is not part of what would land",
  "CHECKLIST-EVIDENCE-RUN": "The workflow run has not succeeded",
  "CHECKLIST-NA-REFUSED": "The item is marked N/A where the policy does not allow it",
  "CHECKLIST-NA-SHORT": "N/A is given without a reason of at least five words",
  "CHECKLIST-NA-UNSIGNED": "N/A is not approved by a holder of the role the rule asks",
  "CHECKLIST-DATE-FORM": "The review date is not written as 2026-09-10",
  "CHECKLIST-FUTURE": "The review date lies ahead",
  "CHECKLIST-OUTDATED": "The review is older than `max_age`",
  "CHECKLIST-EXTRA": "Items of the section that nobody requires, and that were not judged",
  "CHECKLIST-NOTHING-REQUIRED": "No item applies to this service"
};

// src/rules/findings.ts
function finding(outcome, told) {
  return { at: null, asks: null, item: null, ...told, outcome };
}
function pasting(words2, paste) {
  return { remedy: words2.endsWith("\n") ? `${words2}${paste}` : `${words2} \`${paste}\``, paste };
}
function pastingOneOf(words2, readings, line) {
  const [first, second] = readings;
  if (first === void 0) return pasting(words2, line("<YYYY-MM-DD>"));
  if (second === void 0) return pasting(words2, line(first));
  return { remedy: `${words2} ${readings.map((day2) => `\`${line(day2)}\``).join(" or ")}` };
}
function failed(told) {
  return finding("failed", told);
}
function errored(told) {
  return finding("errored", told);
}
function pending(told) {
  return finding("pending", told);
}
function conditional(told) {
  return finding("conditional", told);
}
function warned(told) {
  return finding("warned", told);
}
function noted(told) {
  return finding("noted", told);
}

// src/rules/checklist/remedies.ts
var FIELD_LABELS = {
  owner: "Owner",
  evidence: "Evidence",
  done_when: "Done when",
  reviewed: "Reviewed"
};
var PLACEHOLDERS = {
  owner: "@<login>",
  evidence: "<path of a file, #number or URL>",
  done_when: "<what must be true for it to be done>",
  reviewed: "<YYYY-MM-DD>"
};
function fieldLine(field) {
  return `${FIELD_LABELS[field]}: ${PLACEHOLDERS[field]}`;
}
function itemLines({ id, title, require: require2 }) {
  const head = `- [ ] \`${id}\` ${title ?? "<what must be done>"}`;
  return [head, ...[...require2].map((field) => `  - ${fieldLine(field)}`)].join("\n");
}

// src/text/located-json.ts
var DEEPEST = 100;
function parseLocatedJson(text4) {
  const reader = new JsonReader(text4);
  try {
    const root = reader.document();
    if (reader.duplicates.length === 0) return { state: "parsed", root };
    return { state: "malformed", problems: reader.duplicates };
  } catch (error2) {
    if (!(error2 instanceof JsonError)) throw error2;
    const { code, message, at } = error2;
    return { state: "malformed", problems: [{ code, message, at, related: null }] };
  }
}
var JsonError = class extends Error {
  code;
  at;
  constructor(code, message, at) {
    super(message);
    this.code = code;
    this.at = at;
  }
};
var SPACE = /[\t\n\r ]*/y;
var LINE_END = /\r\n|\n|\r/g;
var NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
var QUOTE_OR_ESCAPE = /["\\]/g;
var WORDS = /* @__PURE__ */ new Map([
  ["true", true],
  ["false", false],
  ["null", null]
]);
var JsonReader = class {
  duplicates = [];
  #text;
  #offset;
  /** Start of the line that `#offset` lies on; the byte order mark takes no column. */
  #lineStart;
  #line = 1;
  constructor(text4) {
    this.#text = text4;
    this.#offset = text4.startsWith("\uFEFF") ? 1 : 0;
    this.#lineStart = this.#offset;
  }
  document() {
    this.#skipSpace();
    const root = this.#value(1);
    this.#skipSpace();
    if (this.#offset < this.#text.length) throw this.#unexpected("nothing more");
    return root;
  }
  #value(depth) {
    const at = this.#point();
    if (depth > DEEPEST) {
      throw new JsonError("json-too-deep", `it nests deeper than ${DEEPEST} levels`, at);
    }
    const next = this.#text[this.#offset];
    if (next === "{") return { at, value: this.#members(depth) };
    if (next === "[") return { at, value: this.#elements(depth) };
    if (next === '"') return { at, value: this.#string() };
    for (const [word, value2] of WORDS) {
      if (!this.#text.startsWith(word, this.#offset)) continue;
      this.#offset += word.length;
      return { at, value: value2 };
    }
    const digits = this.#match(NUMBER);
    if (digits === null) throw this.#unexpected("a value");
    return { at, value: Number(digits) };
  }
  #members(depth) {
    const members2 = /* @__PURE__ */ new Map();
    this.#list("}", () => {
      const keyAt = this.#point();
      if (this.#text[this.#offset] !== '"') throw this.#unexpected("a key in double quotes");
      const key = this.#string();
      this.#skipSpace();
      this.#take(":", "`:`");
      this.#skipSpace();
      const entry = { keyAt, node: this.#value(depth + 1) };
      const first = members2.get(key);
      if (first === void 0) members2.set(key, entry);
      else {
        this.duplicates.push({
          code: "json-duplicate-key",
          message: `the key \`${key}\` stands twice`,
          at: keyAt,
          related: { message: "first used here", at: first.keyAt }
        });
      }
    });
    return members2;
  }
  #elements(depth) {
    const elements = [];
    this.#list("]", () => elements.push(this.#value(depth + 1)));
    return elements;
  }
  /** From the opening to the closing bracket; `one` reads what stands between two commas. */
  #list(end, one) {
    this.#offset += 1;
    this.#skipSpace();
    if (this.#text[this.#offset] === end) {
      this.#offset += 1;
      return;
    }
    for (; ; ) {
      one();
      this.#skipSpace();
      if (this.#text[this.#offset] === end) break;
      this.#take(",", `\`,\` or \`${end}\``);
      this.#skipSpace();
    }
    this.#offset += 1;
  }
  #string() {
    let end = this.#offset + 1;
    for (; ; ) {
      QUOTE_OR_ESCAPE.lastIndex = end;
      const found2 = QUOTE_OR_ESCAPE.exec(this.#text);
      if (found2 === null) throw this.#badString();
      end = found2.index + (found2[0] === "\\" ? 2 : 1);
      if (found2[0] === '"') break;
    }
    try {
      const text4 = JSON.parse(this.#text.slice(this.#offset, end));
      this.#offset = end;
      return String(text4);
    } catch {
      throw this.#badString();
    }
  }
  #badString() {
    const problem = "the text that begins here has no end on its line, or an unknown escape";
    return new JsonError("json-syntax", problem, this.#point());
  }
  #take(sign, expected) {
    if (this.#text[this.#offset] !== sign) throw this.#unexpected(expected);
    this.#offset += 1;
  }
  #skipSpace() {
    const from = this.#offset;
    const space = this.#match(SPACE) ?? "";
    for (const { index, 0: end } of space.matchAll(LINE_END)) {
      this.#line += 1;
      this.#lineStart = from + index + end.length;
    }
  }
  #match(pattern) {
    pattern.lastIndex = this.#offset;
    const found2 = pattern.exec(this.#text)?.[0];
    if (found2 === void 0) return null;
    this.#offset += found2.length;
    return found2;
  }
  #unexpected(expected) {
    const [found2 = null] = this.#text.slice(this.#offset, this.#offset + 2);
    const what = found2 === null ? "the file ends" : `there is \`${found2}\``;
    return new JsonError("json-syntax", `${what} where ${expected} should stand`, this.#point());
  }
  #point() {
    return { line: this.#line, column: this.#offset - this.#lineStart + 1 };
  }
};

// src/evidence/parse-data.ts
function formatOf(path2) {
  const end = /\.([a-z]+)$/i.exec(path2)?.[1]?.toLowerCase();
  if (end === "yml" || end === "yaml") return "yaml";
  if (end === "md" || end === "markdown") return "markdown";
  return end === "json" || end === "csv" ? end : null;
}
var TOP = { line: 1, column: 1 };
var KEPT2 = {
  yaml: /* @__PURE__ */ new WeakMap(),
  json: /* @__PURE__ */ new WeakMap()
};
function parseData(file2, format) {
  const kept = KEPT2[format].get(file2);
  if (kept !== void 0) return kept;
  const parsed2 = parse(file2.text, format);
  KEPT2[format].set(file2, parsed2);
  return parsed2;
}
function parse(text4, format) {
  return (format === "json" ? jsonProblem(text4) : null) ?? parseAsYaml(text4);
}
function jsonProblem(text4) {
  const json2 = parseLocatedJson(text4);
  if (json2.state === "parsed") return null;
  const [first] = json2.problems;
  return {
    state: "malformed",
    problem: first?.message ?? "it is not JSON",
    at: first?.at ?? TOP
  };
}
function parseAsYaml(text4) {
  const result = parseYaml(text4);
  if (result.state === "parsed") {
    return result.root === null ? { state: "malformed", problem: "it holds no data", at: TOP } : { state: "parsed", root: result.root };
  }
  const [first] = result.problems;
  return {
    state: "malformed",
    problem: first?.message ?? "it does not parse",
    at: first?.at ?? TOP
  };
}

// src/rules/reading/readiness.ts
function isRefused(reading) {
  return "findings" in reading;
}
function readReadiness(facts, context) {
  const { service } = context;
  const found2 = firstThere(facts, service.readiness, "evidence");
  if (found2 === null) return null;
  const { path: path2, fact } = found2;
  if (fact.state === "file") return parsed(fact.file, path2);
  return refuse(
    failed({
      code: "READINESS-MISSING",
      problem: `${service.id === null ? "there is no" : `the service \`${service.id}\` has no`} readiness document: \`${path2}\` ${STATES[fact.state]}`,
      remedy: `create \`${path2}\`; \`stage-gates scaffold readiness\` writes one to fill in`,
      paste: "stage-gates scaffold readiness",
      at: topOf(path2),
      item: path2,
      ...fact.state === "absent" ? { creates: path2 } : {}
    })
  );
}
function firstThere(facts, paths, revision) {
  for (const [index, path2] of paths.entries()) {
    const fact = facts.read("file", { path: path2, revision });
    if (fact === null) {
      for (const later of paths.slice(index + 1)) facts.read("file", { path: later, revision });
      return null;
    }
    if (fact.state !== "absent") return { path: path2, fact };
  }
  return { path: paths[0] ?? "READINESS.md", fact: { state: "absent" } };
}
function gateSection(document2, path2, context, heading = null) {
  const { gate } = context;
  const wanted2 = heading ?? gate.heading;
  const names2 = heading === null ? { heading: gate.heading, id: gate.id, title: gate.title } : { heading, id: "", title: "" };
  const found2 = findSection(document2, names2);
  if (found2.state === "found") return { section: found2.section };
  if (found2.state === "ambiguous") {
    const places = found2.sections.map((section3) => `line ${section3.at.line}`);
    const [, second = found2.sections[0]] = found2.sections;
    return refuse(
      failed({
        code: "SECTION-AMBIGUOUS",
        problem: `${places.length} headings fit \`${wanted2 ?? gate.title}\`: ${places.join(", ")}`,
        remedy: "rename all but one, or name the one meant in the policy as `heading: <Parent> > <Child>`",
        at: second === void 0 ? topOf(path2) : placeIn(path2, second.at),
        item: wanted2 ?? gate.id
      })
    );
  }
  if (wanted2 === null) return { section: null };
  return refuse(sectionMissing(path2, wanted2, found2.seen));
}
function sectionMissing(path2, heading, seen, around = { depth: 1, at: { line: 1, column: 1 } }) {
  const meant = suggest(heading, seen);
  const name4 = heading.split(">").at(-1)?.trim() ?? heading;
  const line = `${"#".repeat(Math.min(6, Math.max(2, around.depth + 1)))} ${name4}`;
  return failed({
    code: "SECTION-MISSING",
    problem: `\`${path2}\` has no heading \`${heading}\``,
    remedy: meant === null ? `add the heading \`${line}\` and fill in what the gate asks for` : `did you mean the heading \`${meant}\`? Rename it to \`${name4}\`, or add \`${line}\``,
    paste: line,
    at: placeIn(path2, around.at),
    item: heading
  });
}
function frontMatterOf(document2, path2) {
  const { frontMatter } = document2;
  if (frontMatter.state === "absent") return { root: null };
  if (frontMatter.state === "present") return { root: frontMatter.root };
  return refuse(
    errored({
      code: "FRONT-MATTER-MALFORMED",
      problem: `the front matter of \`${path2}\` does not parse: ${frontMatter.problem}`,
      remedy: "write it as YAML between two lines of `---` at the very top of the file",
      at: placeIn(path2, frontMatter.at),
      item: path2
    })
  );
}
function readFile(facts, path2, question = {}) {
  const fact = facts.read("file", { path: path2, revision: question.revision ?? "evidence" });
  if (fact === null) return null;
  if (fact.state === "file") return { file: fact.file, path: path2 };
  return refuse(fileMissing(path2, fact.state, question.namedAt ?? null));
}
function fileMissing(path2, state, namedAt = null) {
  return failed({
    code: "FILE-MISSING",
    problem: `\`${path2}\` ${STATES[state]}`,
    remedy: REMEDIES[state] ?? `put a regular text file at \`${path2}\``,
    at: namedAt ?? topOf(path2),
    item: path2,
    ...state === "absent" ? { creates: path2 } : {}
  });
}
function readMarkdown(facts, path2, question = {}) {
  const read3 = readFile(facts, path2, question);
  return read3 === null || isRefused(read3) ? read3 : parsed(read3.file, path2);
}
function readData(facts, path2, question = {}) {
  const read3 = readFile(facts, path2, question);
  if (read3 === null || isRefused(read3)) return read3;
  const data = parseData(read3.file, path2.toLowerCase().endsWith(".json") ? "json" : "yaml");
  return data.state === "parsed" ? { root: data.root, path: path2 } : refuse(fileMalformed(path2, data.problem, placeIn(path2, data.at)));
}
function fileMalformed(path2, problem, at) {
  return errored({
    code: "FILE-MALFORMED",
    problem: `\`${path2}\` does not parse: ${problem}`,
    remedy: "mend the file at this line",
    at,
    item: path2
  });
}
function topOf(path2) {
  return { file: path2, line: 1, column: 1 };
}
function refuse(...findings) {
  return { findings };
}
function parsed(file2, path2) {
  const result = parseDocument(file2);
  if (result.state === "parsed") return { document: result.document, path: path2, file: file2 };
  const { code, problem, remedy, at } = result.error;
  return refuse(errored({ code, problem, remedy, at: placeIn(path2, at), item: path2 }));
}
var STATES = {
  absent: "does not exist",
  empty: "is empty",
  directory: "is a folder",
  link: "is a symbolic link",
  submodule: "is a submodule",
  "lfs-pointer": "is a Git LFS pointer, not the file itself",
  binary: "is not UTF-8 text",
  outside: "lies outside the repository"
};
var REMEDIES = {
  absent: "create it and fill it in",
  empty: "fill it in"
};

// src/rules/checklist/item-index.ts
var KEPT3 = /* @__PURE__ */ new WeakMap();
var INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu;
function itemIndex(document2) {
  const kept = KEPT3.get(document2);
  if (kept !== void 0) return kept;
  const byId2 = /* @__PURE__ */ new Map();
  const disguised = /* @__PURE__ */ new Map();
  const untickedIn = /* @__PURE__ */ new Map();
  for (const item2 of document2.items) {
    add(byId2, keyOf(item2.id), item2);
    if (findHiddenCharacter(item2.id) !== null) {
      disguised.set(keyOf(item2.id.replace(INVISIBLE, "")), item2);
    }
    if (item2.ticked || isNotApplicable(item2)) continue;
    for (const around of ancestors(document2, item2)) {
      if (around.ticked) add(untickedIn, around, item2);
    }
  }
  const index = { byId: byId2, disguised, untickedIn };
  KEPT3.set(document2, index);
  return index;
}
function isNotApplicable(item2) {
  return item2.fields.some(({ name: name4 }) => name4 === "na");
}
function ancestors(document2, item2) {
  const found2 = [];
  let parent = item2.parent;
  while (parent !== null) {
    const around = document2.items[parent];
    if (around === void 0) break;
    found2.push(around);
    parent = around.parent;
  }
  return found2;
}
function add(map2, key, item2) {
  const list2 = map2.get(key);
  if (list2 === void 0) map2.set(key, [item2]);
  else list2.push(item2);
}

// src/rules/checklist/scope.ts
function scopeOf(given) {
  const { document: document2, section: section3 } = given;
  const misses = section3 === null ? document2.nearMisses : nearMissesIn(document2, section3);
  return {
    ...given,
    index: itemIndex(document2),
    items: section3 === null ? document2.items : itemsIn(document2, section3),
    nearMisses: new Map(misses.map((miss) => [keyOf(miss.id), miss]))
  };
}
function itemsWithId({ document: document2, section: section3, index }, id) {
  const all = index.byId.get(keyOf(id)) ?? [];
  return section3 === null ? all.filter(({ idFrom: idFrom2 }) => idFrom2 !== "title") : all.filter((item2) => isWithin(document2, item2.section, section3));
}
function homeOf({ section: section3, path: path2 }) {
  return section3 === null ? topOf(path2) : placeIn(path2, section3.at);
}

// src/rules/checklist/find-item.ts
var SUGGESTED = 20;
function findItem(scope, demand, guess) {
  const items = itemsWithId(scope, demand.id);
  const [item2, ...others] = items;
  if (item2 === void 0) return whyMissing(scope, demand, guess);
  if (others.length === 0) return item2;
  const lines = items.map(({ at }) => at.line).join(" and ");
  return failed({
    code: "CHECKLIST-DUPLICATE",
    problem: `${items.length} items have the id \`${demand.id}\`: lines ${lines}`,
    remedy: "keep one, or give the others ids of their own",
    at: placeIn(scope.path, others[0]?.at ?? item2.at),
    item: demand.id
  });
}
function whyMissing(scope, demand, guess) {
  const { id } = demand;
  const { path: path2, index, nearMisses } = scope;
  const disguised = index.disguised.get(keyOf(id));
  const hidden = disguised === void 0 ? null : findHiddenCharacter(disguised.id);
  if (disguised !== void 0 && hidden !== null) {
    return failed({
      code: "HIDDEN-CHARACTER",
      problem: `the id at line ${disguised.at.line} looks like \`${id}\` but holds a ${hidden.name}`,
      remedy: `type the id anew: \`${id}\``,
      at: placeIn(path2, disguised.at),
      item: id
    });
  }
  const miss = nearMisses.get(keyOf(id));
  if (miss !== void 0) return noBox(scope, miss);
  return deleted(scope, demand, guess(id));
}
function noBox({ path: path2 }, { id, found: found2, meant, at }) {
  return failed({
    code: "CHECKLIST-NOT-A-BOX",
    problem: `\`${id}\` is no task item: \`${found2}\` is not a box`,
    // On a line of its own: the text of the item may hold backticks.
    ...pasting("write it as:\n", meant),
    at: placeIn(path2, at),
    item: id
  });
}
function deleted(scope, demand, meant) {
  const { section: section3, path: path2, index } = scope;
  const where = section3 === null ? `\`${path2}\`` : `the section \`${section3.heading}\``;
  const elsewhere = section3 === null ? void 0 : index.byId.get(keyOf(demand.id))?.[0];
  const hint = elsewhere !== void 0 ? `move it here from line ${elsewhere.at.line}, or add:` : meant === null ? "add:" : `did you mean \`${meant}\`? Give that item this id, or add:`;
  return failed({
    code: "CHECKLIST-DELETED",
    problem: `the required item \`${demand.id}\` is missing from ${where}`,
    ...pasting(`${hint}
`, itemLines(demand)),
    at: homeOf(scope),
    item: demand.id
  });
}
function guessing({ items }, isFree) {
  let candidates = null;
  let left = SUGGESTED;
  return (id) => {
    if (left === 0) return null;
    left -= 1;
    candidates ??= items.map((item2) => item2.id).filter(isFree);
    return suggest(id, candidates);
  };
}

// src/evidence/item-fields.ts
function fieldsOf(document2, item2, name4) {
  const own2 = item2.fields.filter((field) => field.name === name4);
  if (own2.length > 0) return own2;
  return sectionFieldsOf(document2, item2.section, name4);
}
function sectionFieldsOf(document2, section3, name4) {
  for (let index = section3; index !== null; ) {
    const around = document2.sections[index];
    const fields3 = around?.fields.filter((field) => field.name === name4) ?? [];
    if (fields3.length > 0) return fields3;
    index = around?.parent ?? null;
  }
  return [];
}

// node_modules/zod/v4/classic/external.js
var external_exports = {};
__export(external_exports, {
  $brand: () => $brand,
  $input: () => $input,
  $output: () => $output,
  INVALID: () => INVALID,
  NEVER: () => NEVER,
  TimePrecision: () => TimePrecision,
  ZodAny: () => ZodAny,
  ZodArray: () => ZodArray,
  ZodBase64: () => ZodBase64,
  ZodBase64URL: () => ZodBase64URL,
  ZodBigInt: () => ZodBigInt,
  ZodBigIntFormat: () => ZodBigIntFormat,
  ZodBoolean: () => ZodBoolean,
  ZodCIDRv4: () => ZodCIDRv4,
  ZodCIDRv6: () => ZodCIDRv6,
  ZodCUID: () => ZodCUID,
  ZodCUID2: () => ZodCUID2,
  ZodCatch: () => ZodCatch,
  ZodCodec: () => ZodCodec,
  ZodCompileAsyncError: () => ZodCompileAsyncError,
  ZodCompileUnsupportedError: () => ZodCompileUnsupportedError,
  ZodCreditCard: () => ZodCreditCard,
  ZodCustom: () => ZodCustom,
  ZodCustomStringFormat: () => ZodCustomStringFormat,
  ZodDate: () => ZodDate,
  ZodDefault: () => ZodDefault,
  ZodDiscriminatedUnion: () => ZodDiscriminatedUnion,
  ZodE164: () => ZodE164,
  ZodEmail: () => ZodEmail,
  ZodEmoji: () => ZodEmoji,
  ZodEnum: () => ZodEnum,
  ZodError: () => ZodError,
  ZodExactOptional: () => ZodExactOptional,
  ZodFile: () => ZodFile,
  ZodFirstPartyTypeKind: () => ZodFirstPartyTypeKind,
  ZodFunction: () => ZodFunction,
  ZodGUID: () => ZodGUID,
  ZodIBAN: () => ZodIBAN,
  ZodIPv4: () => ZodIPv4,
  ZodIPv6: () => ZodIPv6,
  ZodISODate: () => ZodISODate,
  ZodISODateTime: () => ZodISODateTime,
  ZodISODuration: () => ZodISODuration,
  ZodISOTime: () => ZodISOTime,
  ZodInstanceOf: () => ZodInstanceOf,
  ZodIntersection: () => ZodIntersection,
  ZodIssueCode: () => ZodIssueCode,
  ZodJWT: () => ZodJWT,
  ZodKSUID: () => ZodKSUID,
  ZodLazy: () => ZodLazy,
  ZodLiteral: () => ZodLiteral,
  ZodMAC: () => ZodMAC,
  ZodMap: () => ZodMap,
  ZodNaN: () => ZodNaN,
  ZodNanoID: () => ZodNanoID,
  ZodNever: () => ZodNever,
  ZodNonOptional: () => ZodNonOptional,
  ZodNull: () => ZodNull,
  ZodNullable: () => ZodNullable,
  ZodNumber: () => ZodNumber,
  ZodNumberFormat: () => ZodNumberFormat,
  ZodObject: () => ZodObject,
  ZodOptional: () => ZodOptional,
  ZodPipe: () => ZodPipe,
  ZodPrefault: () => ZodPrefault,
  ZodPreprocess: () => ZodPreprocess,
  ZodPromise: () => ZodPromise,
  ZodReadonly: () => ZodReadonly,
  ZodRealError: () => ZodRealError,
  ZodRecord: () => ZodRecord,
  ZodSet: () => ZodSet,
  ZodString: () => ZodString,
  ZodStringFormat: () => ZodStringFormat,
  ZodSuccess: () => ZodSuccess,
  ZodSymbol: () => ZodSymbol,
  ZodTemplateLiteral: () => ZodTemplateLiteral,
  ZodTransform: () => ZodTransform,
  ZodTuple: () => ZodTuple,
  ZodType: () => ZodType,
  ZodULID: () => ZodULID,
  ZodURL: () => ZodURL,
  ZodUUID: () => ZodUUID,
  ZodUndefined: () => ZodUndefined,
  ZodUnion: () => ZodUnion,
  ZodUnknown: () => ZodUnknown,
  ZodVoid: () => ZodVoid,
  ZodXID: () => ZodXID,
  ZodXor: () => ZodXor,
  _ZodString: () => _ZodString,
  _default: () => _default2,
  _function: () => _function,
  any: () => any,
  array: () => array,
  base64: () => base642,
  base64url: () => base64url2,
  bigint: () => bigint2,
  boolean: () => boolean2,
  catch: () => _catch2,
  check: () => check,
  cidrv4: () => cidrv42,
  cidrv6: () => cidrv62,
  clone: () => clone,
  codec: () => codec,
  coerce: () => coerce_exports,
  compile: () => compile,
  config: () => config,
  core: () => core_exports2,
  creditCard: () => creditCard2,
  cuid: () => cuid3,
  cuid2: () => cuid22,
  currencyCode: () => currencyCode2,
  custom: () => custom,
  date: () => date2,
  decode: () => decode2,
  decodeAsync: () => decodeAsync2,
  deepPartial: () => deepPartial,
  describe: () => describe2,
  discriminatedUnion: () => discriminatedUnion,
  e164: () => e1642,
  email: () => email2,
  emoji: () => emoji2,
  encode: () => encode2,
  encodeAsync: () => encodeAsync2,
  endsWith: () => _endsWith,
  enum: () => _enum2,
  exactOptional: () => exactOptional,
  file: () => file,
  flattenError: () => flattenError,
  float32: () => float32,
  float64: () => float64,
  formatError: () => formatError,
  fromJSONSchema: () => fromJSONSchema,
  function: () => _function,
  getDiscriminatedOption: () => getDiscriminatedOption,
  getErrorMap: () => getErrorMap,
  globalRegistry: () => globalRegistry,
  gt: () => _gt,
  gte: () => _gte,
  guid: () => guid2,
  hash: () => hash,
  hex: () => hex2,
  hostname: () => hostname2,
  httpUrl: () => httpUrl,
  iban: () => iban2,
  includes: () => _includes,
  input: () => input,
  instanceof: () => _instanceof,
  int: () => int,
  int32: () => int32,
  int64: () => int64,
  intersection: () => intersection,
  invertCodec: () => invertCodec,
  ipv4: () => ipv42,
  ipv6: () => ipv62,
  iso: () => iso_exports,
  json: () => json,
  jwt: () => jwt,
  keyof: () => keyof,
  ksuid: () => ksuid2,
  lazy: () => lazy,
  length: () => _length,
  literal: () => literal,
  locales: () => locales_exports,
  looseObject: () => looseObject,
  looseRecord: () => looseRecord,
  lowercase: () => _lowercase,
  lt: () => _lt,
  lte: () => _lte,
  mac: () => mac2,
  map: () => map,
  maxLength: () => _maxLength,
  maxSize: () => _maxSize,
  memoizer: () => memoizer,
  meta: () => meta2,
  mime: () => _mime,
  minLength: () => _minLength,
  minSize: () => _minSize,
  multipleOf: () => _multipleOf,
  nan: () => nan,
  nanoid: () => nanoid2,
  nativeEnum: () => nativeEnum,
  negative: () => _negative,
  never: () => never,
  nonnegative: () => _nonnegative,
  nonoptional: () => nonoptional,
  nonpositive: () => _nonpositive,
  normalize: () => _normalize,
  null: () => _null3,
  nullable: () => nullable,
  nullish: () => nullish2,
  number: () => number2,
  object: () => object,
  optional: () => optional,
  output: () => output,
  overwrite: () => _overwrite,
  parse: () => parse3,
  parseAsync: () => parseAsync2,
  partialRecord: () => partialRecord,
  pipe: () => pipe,
  positive: () => _positive,
  prefault: () => prefault,
  preprocess: () => preprocess,
  prettifyError: () => prettifyError,
  promise: () => promise,
  properties: () => _properties,
  property: () => _property,
  readonly: () => readonly,
  record: () => record,
  refine: () => refine,
  regex: () => _regex,
  regexes: () => regexes_exports,
  registry: () => registry,
  safeDecode: () => safeDecode2,
  safeDecodeAsync: () => safeDecodeAsync2,
  safeEncode: () => safeEncode2,
  safeEncodeAsync: () => safeEncodeAsync2,
  safeParse: () => safeParse2,
  safeParseAsync: () => safeParseAsync2,
  set: () => set,
  setErrorMap: () => setErrorMap,
  size: () => _size,
  slugify: () => _slugify,
  startsWith: () => _startsWith,
  strictObject: () => strictObject,
  string: () => string2,
  stringFormat: () => stringFormat,
  stringbool: () => stringbool,
  success: () => success,
  superRefine: () => superRefine,
  symbol: () => symbol,
  templateLiteral: () => templateLiteral,
  toJSONSchema: () => toJSONSchema,
  toLowerCase: () => _toLowerCase,
  toUpperCase: () => _toUpperCase,
  toZod: () => toZod,
  transform: () => transform,
  treeifyError: () => treeifyError,
  trim: () => _trim,
  tuple: () => tuple,
  uint32: () => uint32,
  uint64: () => uint64,
  ulid: () => ulid2,
  undefined: () => _undefined3,
  union: () => union,
  unknown: () => unknown,
  uppercase: () => _uppercase,
  url: () => url,
  util: () => util_exports,
  uuid: () => uuid2,
  uuidv4: () => uuidv4,
  uuidv6: () => uuidv6,
  uuidv7: () => uuidv7,
  validate: () => validate,
  validateAsync: () => validateAsync,
  void: () => _void2,
  withParser: () => withParser,
  xid: () => xid2,
  xor: () => xor
});

// node_modules/zod/v4/core/index.js
var core_exports2 = {};
__export(core_exports2, {
  $ZodAny: () => $ZodAny,
  $ZodArray: () => $ZodArray,
  $ZodAsyncError: () => $ZodAsyncError,
  $ZodBase64: () => $ZodBase64,
  $ZodBase64URL: () => $ZodBase64URL,
  $ZodBigInt: () => $ZodBigInt,
  $ZodBigIntFormat: () => $ZodBigIntFormat,
  $ZodBoolean: () => $ZodBoolean,
  $ZodCIDRv4: () => $ZodCIDRv4,
  $ZodCIDRv6: () => $ZodCIDRv6,
  $ZodCUID: () => $ZodCUID,
  $ZodCUID2: () => $ZodCUID2,
  $ZodCatch: () => $ZodCatch,
  $ZodCheck: () => $ZodCheck,
  $ZodCheckBigIntFormat: () => $ZodCheckBigIntFormat,
  $ZodCheckEndsWith: () => $ZodCheckEndsWith,
  $ZodCheckGreaterThan: () => $ZodCheckGreaterThan,
  $ZodCheckIncludes: () => $ZodCheckIncludes,
  $ZodCheckLengthEquals: () => $ZodCheckLengthEquals,
  $ZodCheckLessThan: () => $ZodCheckLessThan,
  $ZodCheckLowerCase: () => $ZodCheckLowerCase,
  $ZodCheckMaxLength: () => $ZodCheckMaxLength,
  $ZodCheckMaxSize: () => $ZodCheckMaxSize,
  $ZodCheckMimeType: () => $ZodCheckMimeType,
  $ZodCheckMinLength: () => $ZodCheckMinLength,
  $ZodCheckMinSize: () => $ZodCheckMinSize,
  $ZodCheckMultipleOf: () => $ZodCheckMultipleOf,
  $ZodCheckNumberFormat: () => $ZodCheckNumberFormat,
  $ZodCheckOverwrite: () => $ZodCheckOverwrite,
  $ZodCheckProperties: () => $ZodCheckProperties,
  $ZodCheckProperty: () => $ZodCheckProperty,
  $ZodCheckRegex: () => $ZodCheckRegex,
  $ZodCheckSizeEquals: () => $ZodCheckSizeEquals,
  $ZodCheckStartsWith: () => $ZodCheckStartsWith,
  $ZodCheckStringFormat: () => $ZodCheckStringFormat,
  $ZodCheckUpperCase: () => $ZodCheckUpperCase,
  $ZodCodec: () => $ZodCodec,
  $ZodCreditCard: () => $ZodCreditCard,
  $ZodCustom: () => $ZodCustom,
  $ZodCustomStringFormat: () => $ZodCustomStringFormat,
  $ZodCyclicError: () => $ZodCyclicError,
  $ZodDate: () => $ZodDate,
  $ZodDefault: () => $ZodDefault,
  $ZodDiscriminatedUnion: () => $ZodDiscriminatedUnion,
  $ZodE164: () => $ZodE164,
  $ZodEmail: () => $ZodEmail,
  $ZodEmoji: () => $ZodEmoji,
  $ZodEncodeError: () => $ZodEncodeError,
  $ZodEnum: () => $ZodEnum,
  $ZodError: () => $ZodError,
  $ZodExactOptional: () => $ZodExactOptional,
  $ZodFile: () => $ZodFile,
  $ZodFunction: () => $ZodFunction,
  $ZodGUID: () => $ZodGUID,
  $ZodIBAN: () => $ZodIBAN,
  $ZodIPv4: () => $ZodIPv4,
  $ZodIPv6: () => $ZodIPv6,
  $ZodISODate: () => $ZodISODate,
  $ZodISODateTime: () => $ZodISODateTime,
  $ZodISODuration: () => $ZodISODuration,
  $ZodISOTime: () => $ZodISOTime,
  $ZodIntersection: () => $ZodIntersection,
  $ZodJWT: () => $ZodJWT,
  $ZodKSUID: () => $ZodKSUID,
  $ZodLazy: () => $ZodLazy,
  $ZodLiteral: () => $ZodLiteral,
  $ZodMAC: () => $ZodMAC,
  $ZodMap: () => $ZodMap,
  $ZodNaN: () => $ZodNaN,
  $ZodNanoID: () => $ZodNanoID,
  $ZodNever: () => $ZodNever,
  $ZodNonOptional: () => $ZodNonOptional,
  $ZodNull: () => $ZodNull,
  $ZodNullable: () => $ZodNullable,
  $ZodNumber: () => $ZodNumber,
  $ZodNumberFormat: () => $ZodNumberFormat,
  $ZodObject: () => $ZodObject,
  $ZodObjectJIT: () => $ZodObjectJIT,
  $ZodOptional: () => $ZodOptional,
  $ZodPipe: () => $ZodPipe,
  $ZodPrefault: () => $ZodPrefault,
  $ZodPreprocess: () => $ZodPreprocess,
  $ZodPromise: () => $ZodPromise,
  $ZodReadonly: () => $ZodReadonly,
  $ZodRealError: () => $ZodRealError,
  $ZodRecord: () => $ZodRecord,
  $ZodRegistry: () => $ZodRegistry,
  $ZodSet: () => $ZodSet,
  $ZodString: () => $ZodString,
  $ZodStringFormat: () => $ZodStringFormat,
  $ZodSuccess: () => $ZodSuccess,
  $ZodSymbol: () => $ZodSymbol,
  $ZodTemplateLiteral: () => $ZodTemplateLiteral,
  $ZodTransform: () => $ZodTransform,
  $ZodTuple: () => $ZodTuple,
  $ZodType: () => $ZodType,
  $ZodULID: () => $ZodULID,
  $ZodURL: () => $ZodURL,
  $ZodUUID: () => $ZodUUID,
  $ZodUndefined: () => $ZodUndefined,
  $ZodUnion: () => $ZodUnion,
  $ZodUnknown: () => $ZodUnknown,
  $ZodVoid: () => $ZodVoid,
  $ZodXID: () => $ZodXID,
  $ZodXor: () => $ZodXor,
  $brand: () => $brand,
  $constructor: () => $constructor,
  $input: () => $input,
  $output: () => $output,
  Doc: () => Doc,
  INVALID: () => INVALID,
  JSONSchema: () => json_schema_exports,
  JSONSchemaGenerator: () => JSONSchemaGenerator,
  NEVER: () => NEVER,
  TimePrecision: () => TimePrecision,
  URL_BAD_FORMAT: () => URL_BAD_FORMAT,
  URL_UNPARSEABLE: () => URL_UNPARSEABLE,
  ZodCompileAsyncError: () => ZodCompileAsyncError,
  ZodCompileUnsupportedError: () => ZodCompileUnsupportedError,
  _any: () => _any,
  _array: () => _array,
  _base64: () => _base64,
  _base64url: () => _base64url,
  _bigint: () => _bigint,
  _boolean: () => _boolean,
  _catch: () => _catch,
  _check: () => _check,
  _cidrv4: () => _cidrv4,
  _cidrv6: () => _cidrv6,
  _coercedBigint: () => _coercedBigint,
  _coercedBoolean: () => _coercedBoolean,
  _coercedDate: () => _coercedDate,
  _coercedNumber: () => _coercedNumber,
  _coercedString: () => _coercedString,
  _creditCard: () => _creditCard,
  _cuid: () => _cuid,
  _cuid2: () => _cuid2,
  _custom: () => _custom,
  _date: () => _date,
  _decode: () => _decode,
  _decodeAsync: () => _decodeAsync,
  _default: () => _default,
  _discriminatedUnion: () => _discriminatedUnion,
  _e164: () => _e164,
  _email: () => _email,
  _emoji: () => _emoji2,
  _encode: () => _encode,
  _encodeAsync: () => _encodeAsync,
  _endsWith: () => _endsWith,
  _enum: () => _enum,
  _file: () => _file,
  _float32: () => _float32,
  _float64: () => _float64,
  _gt: () => _gt,
  _gte: () => _gte,
  _guid: () => _guid,
  _iban: () => _iban,
  _includes: () => _includes,
  _int: () => _int,
  _int32: () => _int32,
  _int64: () => _int64,
  _intersection: () => _intersection,
  _ipv4: () => _ipv4,
  _ipv6: () => _ipv6,
  _isoDate: () => _isoDate,
  _isoDateTime: () => _isoDateTime,
  _isoDuration: () => _isoDuration,
  _isoTime: () => _isoTime,
  _jwt: () => _jwt,
  _ksuid: () => _ksuid,
  _lazy: () => _lazy,
  _length: () => _length,
  _literal: () => _literal,
  _lowercase: () => _lowercase,
  _lt: () => _lt,
  _lte: () => _lte,
  _mac: () => _mac,
  _map: () => _map,
  _max: () => _lte,
  _maxLength: () => _maxLength,
  _maxSize: () => _maxSize,
  _mime: () => _mime,
  _min: () => _gte,
  _minLength: () => _minLength,
  _minSize: () => _minSize,
  _multipleOf: () => _multipleOf,
  _nan: () => _nan,
  _nanoid: () => _nanoid,
  _nativeEnum: () => _nativeEnum,
  _negative: () => _negative,
  _never: () => _never,
  _nonnegative: () => _nonnegative,
  _nonoptional: () => _nonoptional,
  _nonpositive: () => _nonpositive,
  _normalize: () => _normalize,
  _null: () => _null2,
  _nullable: () => _nullable,
  _number: () => _number,
  _optional: () => _optional,
  _overwrite: () => _overwrite,
  _parse: () => _parse,
  _parseAsync: () => _parseAsync,
  _pipe: () => _pipe,
  _positive: () => _positive,
  _promise: () => _promise,
  _properties: () => _properties,
  _property: () => _property,
  _readonly: () => _readonly,
  _record: () => _record,
  _refine: () => _refine,
  _regex: () => _regex,
  _safeDecode: () => _safeDecode,
  _safeDecodeAsync: () => _safeDecodeAsync,
  _safeEncode: () => _safeEncode,
  _safeEncodeAsync: () => _safeEncodeAsync,
  _safeParse: () => _safeParse,
  _safeParseAsync: () => _safeParseAsync,
  _set: () => _set,
  _size: () => _size,
  _slugify: () => _slugify,
  _startsWith: () => _startsWith,
  _string: () => _string,
  _stringFormat: () => _stringFormat,
  _stringbool: () => _stringbool,
  _success: () => _success,
  _superRefine: () => _superRefine,
  _symbol: () => _symbol,
  _templateLiteral: () => _templateLiteral,
  _toLowerCase: () => _toLowerCase,
  _toUpperCase: () => _toUpperCase,
  _transform: () => _transform,
  _trim: () => _trim,
  _tuple: () => _tuple,
  _uint32: () => _uint32,
  _uint64: () => _uint64,
  _ulid: () => _ulid,
  _undefined: () => _undefined2,
  _union: () => _union,
  _unknown: () => _unknown,
  _uppercase: () => _uppercase,
  _url: () => _url,
  _uuid: () => _uuid,
  _uuidv4: () => _uuidv4,
  _uuidv6: () => _uuidv6,
  _uuidv7: () => _uuidv7,
  _void: () => _void,
  _xid: () => _xid,
  _xor: () => _xor,
  base64Charset: () => base64Charset,
  base64urlCharset: () => base64urlCharset,
  canParseURL: () => canParseURL,
  clone: () => clone,
  compile: () => compile,
  compileFn: () => compileFn,
  config: () => config,
  createStandardJSONSchemaMethod: () => createStandardJSONSchemaMethod,
  createToJSONSchemaMethod: () => createToJSONSchemaMethod,
  decode: () => decode,
  decodeAsync: () => decodeAsync,
  describe: () => describe,
  encode: () => encode,
  encodeAsync: () => encodeAsync,
  extractDefs: () => extractDefs,
  finalize: () => finalize,
  flattenError: () => flattenError,
  formatError: () => formatError,
  getDiscriminatedOption: () => getDiscriminatedOption,
  globalConfig: () => globalConfig,
  globalRegistry: () => globalRegistry,
  handleUnrepresentable: () => handleUnrepresentable,
  initializeContext: () => initializeContext,
  isBackEdge: () => isBackEdge,
  isRecursiveSchema: () => isRecursiveSchema,
  isValidBase64: () => isValidBase64,
  isValidBase64URL: () => isValidBase64URL,
  isValidCIDRv6: () => isValidCIDRv6,
  isValidCreditCard: () => isValidCreditCard,
  isValidIBAN: () => isValidIBAN,
  isValidIPv6: () => isValidIPv6,
  isValidJWT: () => isValidJWT,
  locales: () => locales_exports,
  memoizer: () => memoizer,
  mergeValues: () => mergeValues,
  meta: () => meta,
  parse: () => parse2,
  parseAsync: () => parseAsync,
  parseURLObject: () => parseURLObject,
  prettifyError: () => prettifyError,
  process: () => processSchema,
  processSchema: () => processSchema,
  regexes: () => regexes_exports,
  registry: () => registry,
  safeDecode: () => safeDecode,
  safeDecodeAsync: () => safeDecodeAsync,
  safeEncode: () => safeEncode,
  safeEncodeAsync: () => safeEncodeAsync,
  safeParse: () => safeParse,
  safeParseAsync: () => safeParseAsync,
  standardProps: () => standardProps,
  stripTabAndNewline: () => stripTabAndNewline,
  toDotPath: () => toDotPath,
  toJSONSchema: () => toJSONSchema,
  toZod: () => toZod,
  treeifyError: () => treeifyError,
  urlHostnameOk: () => urlHostnameOk,
  urlProtocolOk: () => urlProtocolOk,
  util: () => util_exports,
  validate: () => validate,
  validateAsync: () => validateAsync,
  validateURL: () => validateURL,
  version: () => version,
  withParser: () => withParser
});

// node_modules/zod/v4/core/util.js
var util_exports = {};
__export(util_exports, {
  BIGINT_FORMAT_RANGES: () => BIGINT_FORMAT_RANGES,
  CONSTANT_CATCH: () => CONSTANT_CATCH,
  Class: () => Class,
  NUMBER_FORMAT_RANGES: () => NUMBER_FORMAT_RANGES,
  aborted: () => aborted,
  allowsEval: () => allowsEval,
  assert: () => assert,
  assertEqual: () => assertEqual,
  assertIs: () => assertIs,
  assertNever: () => assertNever,
  assertNotEqual: () => assertNotEqual,
  assignProp: () => assignProp,
  attachSchema: () => attachSchema,
  base64ToUint8Array: () => base64ToUint8Array,
  base64urlToUint8Array: () => base64urlToUint8Array,
  cached: () => cached,
  captureStackTrace: () => captureStackTrace,
  cleanEnum: () => cleanEnum,
  cleanRegex: () => cleanRegex,
  clone: () => clone,
  cloneDef: () => cloneDef,
  codePointLength: () => codePointLength,
  constantCatch: () => constantCatch,
  createTransparentProxy: () => createTransparentProxy,
  defineLazy: () => defineLazy,
  defineLazyInternal: () => defineLazyInternal,
  derived: () => derived,
  esc: () => esc,
  escapeRegex: () => escapeRegex,
  explicitlyAborted: () => explicitlyAborted,
  extend: () => extend,
  finalizeIssue: () => finalizeIssue,
  floatSafeRemainder: () => floatSafeRemainder,
  getElementAtPath: () => getElementAtPath,
  getEnumValues: () => getEnumValues,
  getLengthableOrigin: () => getLengthableOrigin,
  getParsedType: () => getParsedType,
  getSizableOrigin: () => getSizableOrigin,
  hexToUint8Array: () => hexToUint8Array,
  hide: () => hide,
  installLazyProp: () => installLazyProp,
  isObject: () => isObject,
  isPlainObject: () => isPlainObject,
  issue: () => issue,
  joinValues: () => joinValues,
  jsonStringifyReplacer: () => jsonStringifyReplacer,
  members: () => members,
  merge: () => merge,
  mergeDefs: () => mergeDefs,
  normalizeParams: () => normalizeParams,
  nullish: () => nullish,
  numKeys: () => numKeys,
  objectClone: () => objectClone,
  omit: () => omit,
  optionalKeys: () => optionalKeys,
  own: () => own,
  parsedType: () => parsedType,
  partial: () => partial,
  pick: () => pick,
  prefixIssues: () => prefixIssues,
  primitiveTypes: () => primitiveTypes,
  promiseAllObject: () => promiseAllObject,
  propertyKeyTypes: () => propertyKeyTypes,
  randomString: () => randomString,
  rawShape: () => rawShape,
  required: () => required,
  safeExtend: () => safeExtend,
  shallowClone: () => shallowClone,
  sizeCaps: () => sizeCaps,
  slugify: () => slugify,
  stringifyPrimitive: () => stringifyPrimitive,
  toZod: () => toZod,
  uint8ArrayToBase64: () => uint8ArrayToBase64,
  uint8ArrayToBase64url: () => uint8ArrayToBase64url,
  uint8ArrayToHex: () => uint8ArrayToHex,
  unwrapMessage: () => unwrapMessage
});
function assertEqual(val) {
  return val;
}
function assertNotEqual(val) {
  return val;
}
function toZod() {
  return (schema) => schema;
}
function assertIs(_arg) {
}
function assertNever(_x) {
  throw new Error("Unexpected value in exhaustive check");
}
function assert(_) {
}
function getEnumValues(entries) {
  const numericValues = Object.values(entries).filter((v) => typeof v === "number");
  const values2 = Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
  return values2;
}
function joinValues(array2, separator = "|") {
  return array2.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value2) {
  if (typeof value2 === "bigint")
    return value2.toString();
  return value2;
}
var Cached = class {
  constructor(getter) {
    this._getter = getter;
    this._value = void 0;
  }
  get value() {
    const getter = this._getter;
    if (getter !== void 0) {
      this._value = getter();
      this._getter = void 0;
    }
    return this._value;
  }
};
function cached(getter) {
  return new Cached(getter);
}
function nullish(input2) {
  return input2 === null || input2 === void 0;
}
function cleanRegex(source) {
  const start = source.startsWith("^") ? 1 : 0;
  const end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
  const ratio = val / step;
  const roundedRatio = Math.round(ratio);
  const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
  if (Math.abs(ratio - roundedRatio) < tolerance)
    return 0;
  return ratio - roundedRatio;
}
var EVALUATING = /* @__PURE__ */ Symbol("evaluating");
function defineLazy(object2, key, getter) {
  let value2 = void 0;
  Object.defineProperty(object2, key, {
    get() {
      if (value2 === EVALUATING) {
        return void 0;
      }
      if (value2 === void 0) {
        value2 = EVALUATING;
        value2 = getter();
      }
      return value2;
    },
    set(v) {
      Object.defineProperty(object2, key, {
        value: v
        // configurable: true,
      });
    },
    configurable: true
  });
}
function objectClone(obj) {
  return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function assignProp(target, prop, value2) {
  Object.defineProperty(target, prop, {
    value: value2,
    writable: true,
    enumerable: true,
    configurable: true
  });
}
function rawShape(def) {
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
  return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
  Object.defineProperty(target, key, {
    get() {
      const value2 = getter();
      assignProp(this, key, value2);
      return value2;
    },
    enumerable: true,
    configurable: true
  });
}
function putProp(target, key, value2) {
  if (key in target)
    assignProp(target, key, value2);
  else
    target[key] = value2;
}
function mirrorShape(target, source, keys, wrap) {
  const raw = sourceShape(source);
  for (const key of keys) {
    const desc = Object.getOwnPropertyDescriptor(raw, key);
    if (!desc.enumerable)
      continue;
    if (desc.get) {
      deferProp(target, key, () => {
        const value2 = source._zod.def.shape[key];
        return wrap ? wrap(value2, key) : value2;
      });
    } else
      putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
  }
}
function mirrorProps(target, source) {
  for (const key of Reflect.ownKeys(source)) {
    const desc = Object.getOwnPropertyDescriptor(source, key);
    if (!desc.enumerable)
      continue;
    if (desc.get)
      deferProp(target, key, () => source[key]);
    else
      putProp(target, key, desc.value);
  }
}
function mergeDefs(...defs) {
  const mergedDescriptors = {};
  for (const def of defs) {
    const descriptors = Object.getOwnPropertyDescriptors(def);
    Object.assign(mergedDescriptors, descriptors);
  }
  return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema) {
  return mergeDefs(schema._zod.def);
}
function getElementAtPath(obj, path2) {
  if (!path2)
    return obj;
  return path2.reduce((acc, key) => acc?.[key], obj);
}
function promiseAllObject(promisesObj) {
  const keys = Object.keys(promisesObj);
  const promises = keys.map((key) => promisesObj[key]);
  return Promise.all(promises).then((results) => {
    const resolvedObj = {};
    for (let i = 0; i < keys.length; i++) {
      resolvedObj[keys[i]] = results[i];
    }
    return resolvedObj;
  });
}
function randomString(length = 10) {
  const chars = "abcdefghijklmnopqrstuvwxyz";
  let str = "";
  for (let i = 0; i < length; i++) {
    str += chars[Math.floor(Math.random() * chars.length)];
  }
  return str;
}
function esc(str) {
  return JSON.stringify(str);
}
function slugify(input2) {
  return input2.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
var captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
};
function isObject(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
var allowsEval = /* @__PURE__ */ cached(() => {
  if (globalConfig.jitless) {
    return false;
  }
  if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
    return false;
  }
  try {
    const F = Function;
    new F("");
    return true;
  } catch (_) {
    return false;
  }
});
function isPlainObject(o) {
  if (isObject(o) === false)
    return false;
  const ctor = o.constructor;
  if (ctor === void 0)
    return true;
  if (typeof ctor !== "function")
    return true;
  const prot = ctor.prototype;
  if (isObject(prot) === false)
    return false;
  if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
    return false;
  }
  return true;
}
function shallowClone(o) {
  if (isPlainObject(o))
    return { ...o };
  if (Array.isArray(o))
    return [...o];
  if (o instanceof Map)
    return new Map(o);
  if (o instanceof Set)
    return new Set(o);
  return o;
}
function numKeys(data) {
  let keyCount = 0;
  for (const key in data) {
    if (Object.prototype.hasOwnProperty.call(data, key)) {
      keyCount++;
    }
  }
  return keyCount;
}
var getParsedType = (data) => {
  const t = typeof data;
  switch (t) {
    case "undefined":
      return "undefined";
    case "string":
      return "string";
    case "number":
      return Number.isNaN(data) ? "nan" : "number";
    case "boolean":
      return "boolean";
    case "function":
      return "function";
    case "bigint":
      return "bigint";
    case "symbol":
      return "symbol";
    case "object":
      if (Array.isArray(data)) {
        return "array";
      }
      if (data === null) {
        return "null";
      }
      if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
        return "promise";
      }
      if (typeof Map !== "undefined" && data instanceof Map) {
        return "map";
      }
      if (typeof Set !== "undefined" && data instanceof Set) {
        return "set";
      }
      if (typeof Date !== "undefined" && data instanceof Date) {
        return "date";
      }
      if (typeof File !== "undefined" && data instanceof File) {
        return "file";
      }
      return "object";
    default:
      throw new Error(`Unknown data type: ${t}`);
  }
};
var propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]);
var primitiveTypes = /* @__PURE__ */ new Set([
  "string",
  "number",
  "bigint",
  "boolean",
  "symbol",
  "undefined"
]);
function escapeRegex(str) {
  return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
  const cl = new inst._zod.constr(def ?? inst._zod.def);
  if (!def || params?.parent)
    cl._zod.parent = inst;
  return cl;
}
function normalizeParams(_params) {
  const params = _params;
  if (!params)
    return {};
  if (typeof params === "string")
    return { error: () => params };
  if (params?.message !== void 0) {
    if (params?.error !== void 0)
      throw new Error("Cannot specify both `message` and `error` params");
    params.error = params.message;
  }
  delete params.message;
  if (typeof params.error === "string")
    return { ...params, error: () => params.error };
  return params;
}
function createTransparentProxy(getter) {
  let target;
  return new Proxy({}, {
    get(_, prop, receiver) {
      target ?? (target = getter());
      return Reflect.get(target, prop, receiver);
    },
    set(_, prop, value2, receiver) {
      target ?? (target = getter());
      return Reflect.set(target, prop, value2, receiver);
    },
    has(_, prop) {
      target ?? (target = getter());
      return Reflect.has(target, prop);
    },
    deleteProperty(_, prop) {
      target ?? (target = getter());
      return Reflect.deleteProperty(target, prop);
    },
    ownKeys(_) {
      target ?? (target = getter());
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(_, prop) {
      target ?? (target = getter());
      return Reflect.getOwnPropertyDescriptor(target, prop);
    },
    defineProperty(_, prop, descriptor) {
      target ?? (target = getter());
      return Reflect.defineProperty(target, prop, descriptor);
    }
  });
}
function stringifyPrimitive(value2) {
  if (typeof value2 === "bigint")
    return value2.toString() + "n";
  if (typeof value2 === "string")
    return `"${value2}"`;
  return `${value2}`;
}
function optionalKeys(shape) {
  return Object.keys(shape).filter((k) => {
    return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
  });
}
var NUMBER_FORMAT_RANGES = /* @__PURE__ */ (() => ({
  safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  float32: [-34028234663852886e22, 34028234663852886e22],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
var BIGINT_FORMAT_RANGES = {
  int64: [/* @__PURE__ */ BigInt("-9223372036854775808"), /* @__PURE__ */ BigInt("9223372036854775807")],
  uint64: [/* @__PURE__ */ BigInt(0), /* @__PURE__ */ BigInt("18446744073709551615")]
};
function pick(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(".pick() cannot be used on object schemas containing refinements");
  }
  const newShape = {};
  mirrorShape(newShape, schema, maskedKeys(schema, mask));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function maskedKeys(schema, mask) {
  const raw = sourceShape(schema);
  const keys = [];
  for (const key of Reflect.ownKeys(mask)) {
    if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
      throw new Error(`Unrecognized key: "${String(key)}"`);
    }
    if (mask[key])
      keys.push(key);
  }
  return keys;
}
function omit(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(".omit() cannot be used on object schemas containing refinements");
  }
  const omitted = new Set(maskedKeys(schema, mask));
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to extend: expected a plain object");
  }
  const checks = schema._zod.def.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    const existingShape = sourceShape(schema);
    for (const key of Reflect.ownKeys(shape)) {
      if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) {
        throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
      }
    }
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
  mirrorProps(newShape, shape);
  return newShape;
}
function safeExtend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to safeExtend: expected a plain object");
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
  if (!b?._zod?.def) {
    throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
  }
  if (a._zod.def.checks?.length) {
    throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
  }
  const newShape = {};
  mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
  mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
  const def = mergeDefs(a._zod.def, {
    shape: newShape,
    get catchall() {
      return b._zod.def.catchall;
    },
    checks: b._zod.def.checks ?? []
  });
  return clone(a, def);
}
function partial(Class2, schema, mask, name4 = "partial") {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(`.${name4}() cannot be used on object schemas containing refinements`);
  }
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class2 && ((value2, key) => selected && !selected.has(key) ? value2 : new Class2({ type: "optional", innerType: value2 })));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
function required(Class2, schema, mask) {
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value2, key) => (
    // overwrite with non-optional
    selected && !selected.has(key) ? value2 : new Class2({ type: "nonoptional", innerType: value2 })
  ));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue !== true) {
      return true;
    }
  }
  return false;
}
function explicitlyAborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue === false) {
      return true;
    }
  }
  return false;
}
function prefixIssues(path2, issues3) {
  return issues3.map((iss) => {
    var _a3;
    (_a3 = iss).path ?? (_a3.path = []);
    iss.path.unshift(path2);
    return iss;
  });
}
function unwrapMessage(message) {
  return typeof message === "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
  const caps = [];
  for (const ch of defChecks ?? []) {
    const d = ch._zod.def;
    if (!/_(length|size)$|_equals$/.test(d.check))
      break;
    const max = d.maximum ?? d.length ?? d.size;
    if (max >= 0)
      caps.push([max, ch]);
  }
  return caps;
}
function attachSchema(issues3, start, inst) {
  var _a3;
  for (let i = start; i < issues3.length; i++) {
    (_a3 = issues3[i]).schema ?? (_a3.schema = inst);
  }
}
function finalizeIssue(iss, ctx, config2) {
  var _a3;
  const traits = iss.inst?._zod?.traits;
  if (traits?.has("$ZodType")) {
    if (traits.has("$ZodCheck"))
      (_a3 = iss).schema ?? (_a3.schema = iss.inst);
    else
      iss.schema = iss.inst;
  }
  const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
  const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config2.customError?.(iss)) ?? unwrapMessage(config2.localeError?.(iss)) ?? "Invalid input";
  const full = {};
  for (const k of Object.keys(iss)) {
    if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
      continue;
    full[k] = iss[k];
  }
  full.path ?? (full.path = []);
  full.message = message;
  if (ctx?.reportInput) {
    full.input = iss.input;
  }
  return full;
}
function getSizableOrigin(input2) {
  if (input2 instanceof Set)
    return "set";
  if (input2 instanceof Map)
    return "map";
  if (input2 instanceof File)
    return "file";
  return "unknown";
}
var highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
  const units = str.length;
  if (!highSurrogate.test(str))
    return units;
  let count = units;
  for (let i = 0; i < units - 1; i++) {
    if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
      count--;
      i++;
    }
  }
  return count;
}
function getLengthableOrigin(input2) {
  if (Array.isArray(input2))
    return "array";
  if (typeof input2 === "string")
    return "string";
  return "unknown";
}
function parsedType(data) {
  const t = typeof data;
  switch (t) {
    case "number": {
      return Number.isNaN(data) ? "nan" : "number";
    }
    case "object": {
      if (data === null) {
        return "null";
      }
      if (Array.isArray(data)) {
        return "array";
      }
      const obj = data;
      if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
        return obj.constructor.name;
      }
    }
  }
  return t;
}
function issue(...args) {
  const [iss, input2, inst] = args;
  if (typeof iss === "string") {
    return {
      message: iss,
      code: "custom",
      input: input2,
      inst
    };
  }
  return { ...iss };
}
function cleanEnum(obj) {
  return Object.entries(obj).filter(([k, _]) => {
    return Number.isNaN(Number.parseInt(k, 10));
  }).map((el) => el[1]);
}
function base64ToUint8Array(base643) {
  const binaryString = atob(base643);
  const bytes = new Uint8Array(binaryString.length);
  for (let i = 0; i < binaryString.length; i++) {
    bytes[i] = binaryString.charCodeAt(i);
  }
  return bytes;
}
function uint8ArrayToBase64(bytes) {
  let binaryString = "";
  for (let i = 0; i < bytes.length; i++) {
    binaryString += String.fromCharCode(bytes[i]);
  }
  return btoa(binaryString);
}
function base64urlToUint8Array(base64url3) {
  const base643 = base64url3.replace(/-/g, "+").replace(/_/g, "/");
  const padding = "=".repeat((4 - base643.length % 4) % 4);
  return base64ToUint8Array(base643 + padding);
}
function uint8ArrayToBase64url(bytes) {
  return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex3) {
  const cleanHex = hex3.replace(/^0x/, "");
  if (cleanHex.length % 2 !== 0) {
    throw new Error("Invalid hex string length");
  }
  const bytes = new Uint8Array(cleanHex.length / 2);
  for (let i = 0; i < cleanHex.length; i += 2) {
    bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
  }
  return bytes;
}
function uint8ArrayToHex(bytes) {
  return Array.from(bytes).map((b) => b.toString(16).padStart(2, "0")).join("");
}
var Class = class {
  constructor(..._args) {
  }
};
function members(proto, table2) {
  for (const key in table2) {
    const desc = Object.getOwnPropertyDescriptor(table2, key);
    if (desc.get)
      Object.defineProperty(proto, key, { ...desc, enumerable: false });
    else
      defineBound(proto, key, desc.value);
  }
}
function own(inst, key, value2, enumerable = true) {
  Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value: value2 });
  return value2;
}
function hide(inst, key, value2) {
  return own(inst, key, value2, false);
}
// @__NO_SIDE_EFFECTS__
function derived(computes, table2) {
  for (const key in computes) {
    const compute = computes[key];
    Object.defineProperty(table2, key, {
      configurable: true,
      enumerable: true,
      get() {
        return own(this, key, compute(this));
      },
      set(value2) {
        own(this, key, value2);
      }
    });
  }
  return table2;
}
function defineBound(proto, key, fn) {
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      return this == null ? fn : own(this, key, fn.bind(this));
    },
    set(value2) {
      own(this, key, value2);
    }
  });
}
function claim(inst, sentinel) {
  const proto = Object.getPrototypeOf(inst);
  return sentinel in proto ? void 0 : proto;
}
var installing;
var broke = false;
var breaker = {
  configurable: true,
  get() {
    broke = true;
    return void 0;
  }
};
function defineLazyInternal(inst, key, compute) {
  const proto = Object.getPrototypeOf(inst._zod);
  if (key in proto && installing !== inst._zod) {
    installing = void 0;
    return;
  }
  installing = inst._zod;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      Object.defineProperty(this, key, breaker);
      const outer2 = broke;
      broke = false;
      try {
        const value2 = compute(this);
        if (broke)
          delete this[key];
        else
          Object.defineProperty(this, key, { configurable: true, writable: true, value: value2 });
        broke = broke || outer2;
        return value2;
      } catch (err) {
        delete this[key];
        broke = broke || outer2;
        throw err;
      }
    },
    set(value2) {
      Object.defineProperty(this, key, { configurable: true, writable: true, value: value2 });
    }
  });
}
function installLazyProp(inst, key, make, enumerable) {
  const proto = claim(inst, key);
  if (!proto)
    return;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      const desc = { configurable: true, writable: true, enumerable, value: void 0 };
      Object.defineProperty(this, key, desc);
      desc.value = make(this);
      Object.defineProperty(this, key, desc);
      return desc.value;
    },
    set(value2) {
      Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value: value2 });
    }
  });
}
var CONSTANT_CATCH = "~constantCatch";
function constantCatch(value2) {
  const fn = () => value2;
  fn[CONSTANT_CATCH] = true;
  return fn;
}

// node_modules/zod/v4/core/core.js
var _a;
var NEVER = /* @__PURE__ */ Object.freeze({
  status: "aborted"
});
var _zodDesc = { value: void 0, enumerable: false };
var _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
  const E = _E;
  if (E) {
    const saved = E.stackTraceLimit;
    if (typeof saved === "number") {
      try {
        E.stackTraceLimit = 0;
      } catch {
        _E = null;
        return new Definition();
      }
      try {
        return new Definition();
      } finally {
        E.stackTraceLimit = saved;
      }
    }
  }
  return new Definition();
}
// @__NO_SIDE_EFFECTS__
function $constructor(name4, initializer3, proto, params) {
  const zodProto = {};
  function Internals(def) {
    this.def = def;
    this.constr = _;
    this.traits = /* @__PURE__ */ new Set();
  }
  Internals.prototype = zodProto;
  const protoMembers = proto;
  const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
  function init(inst, def) {
    if (!inst._zod) {
      _zodDesc.value = new Internals(def);
      try {
        Object.defineProperty(inst, "_zod", _zodDesc);
      } finally {
        _zodDesc.value = void 0;
      }
    } else if (inst._zod.traits.has(name4)) {
      return;
    }
    inst._zod.traits.add(name4);
    initializer3(inst, def);
    if (initialized) {
      const own2 = Object.getPrototypeOf(inst);
      const ctorProto = inst._zod.constr.prototype;
      let up = own2;
      while (up && up !== ctorProto)
        up = Object.getPrototypeOf(up);
      const target = up ?? own2;
      if (!initialized.has(target)) {
        initialized.add(target);
        members(target, protoMembers);
      }
    }
    const proto2 = _.prototype;
    for (const k in proto2) {
      if (!Object.prototype.hasOwnProperty.call(proto2, k))
        continue;
      if (!(k in inst)) {
        inst[k] = proto2[k].bind(inst);
      }
    }
  }
  const Parent = params?.Parent ?? Object;
  class Definition extends Parent {
  }
  Object.defineProperty(Definition, "name", { value: name4 });
  function _(def) {
    const inst = params?.Parent ? newError(Definition) : this;
    init(inst, def);
    const deferred = inst._zod.deferred;
    if (deferred) {
      for (const fn of deferred) {
        fn();
      }
      inst._zod.deferred = void 0;
    }
    const pp = globalThis.__zod_globalConfig?.postProcessor;
    if (pp)
      pp(inst);
    return inst;
  }
  Object.defineProperty(_, "init", { value: init });
  Object.defineProperty(_, Symbol.hasInstance, {
    value: (inst) => {
      if (params?.Parent && inst instanceof params.Parent)
        return true;
      return inst?._zod?.traits?.has(name4);
    }
  });
  Object.defineProperty(_, "name", { value: name4 });
  return _;
}
var $brand = /* @__PURE__ */ Symbol("zod_brand");
var $ZodAsyncError = class extends Error {
  constructor() {
    super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
  }
};
var $ZodEncodeError = class extends Error {
  constructor(name4) {
    super(`Encountered unidirectional transform during encode: ${name4}`);
    this.name = "ZodEncodeError";
  }
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
var globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
  if (newConfig)
    Object.assign(globalConfig, newConfig);
  return globalConfig;
}

// node_modules/zod/v4/core/errors.js
function _getMessage() {
  const internals = this._zod;
  internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
  return internals.message;
}
function _setMessage(value2) {
  this._zod.message = value2;
}
var _messageDesc = {
  get: _getMessage,
  set: _setMessage,
  enumerable: true,
  configurable: true
};
var _issuesDesc = { value: void 0, enumerable: false };
var _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
var initializer = (inst, def) => {
  inst.name = "$ZodError";
  _issuesDesc.value = def;
  Object.defineProperty(inst, "issues", _issuesDesc);
  _issuesDesc.value = void 0;
  Object.defineProperty(inst, "message", _messageDesc);
  const proto = Object.getPrototypeOf(inst);
  if (!_installedToString.has(proto)) {
    _installedToString.add(proto);
    Object.defineProperty(proto, "toString", {
      configurable: true,
      enumerable: false,
      get() {
        const value2 = () => this.message;
        Object.defineProperty(this, "toString", { value: value2, configurable: true, writable: true });
        return value2;
      },
      set(value2) {
        Object.defineProperty(this, "toString", { value: value2, configurable: true, writable: true });
      }
    });
  }
};
var $ZodError = $constructor("$ZodError", initializer);
var $ZodRealError = $constructor("$ZodError", initializer, void 0, {
  Parent: Error
});
function node(obj, key, make) {
  if (!Object.prototype.hasOwnProperty.call(obj, key)) {
    if (key === "__proto__") {
      Object.defineProperty(obj, key, { value: make(), writable: true, enumerable: true, configurable: true });
    } else {
      obj[key] = make();
    }
  }
  return obj[key];
}
function flattenError(error2, mapper = (issue2) => issue2.message) {
  const fieldErrors = {};
  const formErrors = [];
  for (const sub of error2.issues) {
    if (sub.path.length > 0) {
      node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
    } else {
      formErrors.push(mapper(sub));
    }
  }
  return { formErrors, fieldErrors };
}
function formatError(error2, mapper = (issue2) => issue2.message) {
  const fieldErrors = { _errors: [] };
  const processError = (error3, path2 = []) => {
    for (const issue2 of error3.issues) {
      if (issue2.code === "invalid_union" && issue2.errors.length) {
        issue2.errors.map((issues3) => processError({ issues: issues3 }, [...path2, ...issue2.path]));
      } else if (issue2.code === "invalid_key") {
        processError({ issues: issue2.issues }, [...path2, ...issue2.path]);
      } else if (issue2.code === "invalid_element") {
        processError({ issues: issue2.issues }, [...path2, ...issue2.path]);
      } else {
        const fullpath = [...path2, ...issue2.path];
        if (fullpath.length === 0) {
          fieldErrors._errors.push(mapper(issue2));
        } else {
          let curr = fieldErrors;
          let i = 0;
          while (i < fullpath.length) {
            const el = fullpath[i];
            const terminal = i === fullpath.length - 1;
            if (el === "_errors") {
              if (terminal)
                curr._errors.push(mapper(issue2));
              i++;
              continue;
            }
            if (!Object.prototype.hasOwnProperty.call(curr, el)) {
              Object.defineProperty(curr, el, {
                value: { _errors: [] },
                enumerable: true,
                writable: true,
                configurable: true
              });
            }
            const node2 = curr[el];
            if (terminal) {
              node2._errors.push(mapper(issue2));
            }
            curr = node2;
            i++;
          }
        }
      }
    }
  };
  processError(error2);
  return fieldErrors;
}
function treeifyError(error2, mapper = (issue2) => issue2.message) {
  const result = { errors: [] };
  const processError = (error3, path2 = []) => {
    var _a3;
    for (const issue2 of error3.issues) {
      if (issue2.code === "invalid_union" && issue2.errors.length) {
        issue2.errors.map((issues3) => processError({ issues: issues3 }, [...path2, ...issue2.path]));
      } else if (issue2.code === "invalid_key") {
        processError({ issues: issue2.issues }, [...path2, ...issue2.path]);
      } else if (issue2.code === "invalid_element") {
        processError({ issues: issue2.issues }, [...path2, ...issue2.path]);
      } else {
        const fullpath = [...path2, ...issue2.path];
        if (fullpath.length === 0) {
          result.errors.push(mapper(issue2));
          continue;
        }
        let curr = result;
        let i = 0;
        while (i < fullpath.length) {
          const el = fullpath[i];
          const terminal = i === fullpath.length - 1;
          if (typeof el === "string") {
            curr.properties ?? (curr.properties = {});
            if (!Object.prototype.hasOwnProperty.call(curr.properties, el)) {
              Object.defineProperty(curr.properties, el, {
                value: { errors: [] },
                enumerable: true,
                writable: true,
                configurable: true
              });
            }
            curr = curr.properties[el];
          } else {
            curr.items ?? (curr.items = []);
            (_a3 = curr.items)[el] ?? (_a3[el] = { errors: [] });
            curr = curr.items[el];
          }
          if (terminal) {
            curr.errors.push(mapper(issue2));
          }
          i++;
        }
      }
    }
  };
  processError(error2);
  return result;
}
function toDotPath(_path) {
  const segs = [];
  const path2 = _path.map((seg) => typeof seg === "object" ? seg.key : seg);
  for (const seg of path2) {
    if (typeof seg === "number")
      segs.push(`[${seg}]`);
    else if (typeof seg === "symbol")
      segs.push(`[${JSON.stringify(String(seg))}]`);
    else if (/[^\w$]/.test(seg))
      segs.push(`[${JSON.stringify(seg)}]`);
    else {
      if (segs.length)
        segs.push(".");
      segs.push(seg);
    }
  }
  return segs.join("");
}
function prettifyError(error2) {
  const lines = [];
  const issues3 = [...error2.issues].sort((a, b) => (a.path ?? []).length - (b.path ?? []).length);
  for (const issue2 of issues3) {
    lines.push(`\u2716 ${issue2.message}`);
    if (issue2.path?.length)
      lines.push(`  \u2192 at ${toDotPath(issue2.path)}`);
  }
  return lines.join("\n");
}

// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params) {
  return { callee: params?.callee ?? callee, Err: params?.Err };
}
var _parse = (_Err) => {
  const fn = (schema, value2, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value: value2, issues: [] }, ctx);
    if (result instanceof Promise) {
      throw new $ZodAsyncError();
    }
    if (result.issues.length) {
      const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, _params?.callee ?? fn);
      throw e;
    }
    return result.value;
  };
  return fn;
};
var parse2 = /* @__PURE__ */ _parse($ZodRealError);
var _parseAsync = (_Err) => {
  const fn = async (schema, value2, _ctx, params) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value: value2, issues: [] }, ctx);
    if (result instanceof Promise)
      result = await result;
    if (result.issues.length) {
      const e = new (params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, params?.callee ?? fn);
      throw e;
    }
    return result.value;
  };
  return fn;
};
var parseAsync = /* @__PURE__ */ _parseAsync($ZodRealError);
var _safeParse = (_Err) => (schema, value2, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
  const result = schema._zod.run({ value: value2, issues: [] }, ctx);
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
var safeParse = /* @__PURE__ */ _safeParse($ZodRealError);
function failure(Err, issues3, ctx) {
  let error2;
  return {
    success: false,
    get error() {
      if (!error2) {
        error2 = new Err(issues3.map((iss) => finalizeIssue(iss, ctx, config())));
        issues3 = void 0;
        ctx = void 0;
      }
      return error2;
    },
    set error(e) {
      error2 = e;
      issues3 = void 0;
      ctx = void 0;
    }
  };
}
var _safeParseAsync = (_Err) => async (schema, value2, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
  let result = schema._zod.run({ value: value2, issues: [] }, ctx);
  if (result instanceof Promise)
    result = await result;
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
var safeParseAsync = /* @__PURE__ */ _safeParseAsync($ZodRealError);
var COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
var COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
var validate = ((schema, value2, _ctx) => {
  const validator = schema._zod.bag.validator;
  if (validator !== void 0) {
    if (validator(value2) !== COMPILE_INVALID)
      return true;
    if (validator.definite === true && _ctx === void 0)
      return false;
  }
  return validateFallback(schema, value2, _ctx);
});
function validateFallback(schema, value2, _ctx) {
  const ctx = _ctx ? { ..._ctx, async: false, abortEarly: true } : { async: false, abortEarly: true };
  const fallbackRun = schema._zod.bag.fallbackRun;
  let result;
  if (fallbackRun) {
    ctx[COMPILE_FALLBACK] = true;
    result = fallbackRun({ value: value2, issues: [] }, ctx);
  } else {
    result = schema._zod.run({ value: value2, issues: [] }, ctx);
  }
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length === 0;
}
var validateAsync = async (schema, value2, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true, abortEarly: true } : { async: true, abortEarly: true };
  let result = schema._zod.run({ value: value2, issues: [] }, ctx);
  if (result instanceof Promise)
    result = await result;
  return result.issues.length === 0;
};
var _encode = (_Err) => {
  const parse5 = _parse(_Err);
  const fn = (schema, value2, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return parse5(schema, value2, ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var encode = /* @__PURE__ */ _encode($ZodRealError);
var _decode = (_Err) => {
  const parse5 = _parse(_Err);
  const fn = (schema, value2, _ctx, _params) => {
    return parse5(schema, value2, _ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var decode = /* @__PURE__ */ _decode($ZodRealError);
var _encodeAsync = (_Err) => {
  const parseAsync3 = _parseAsync(_Err);
  const fn = async (schema, value2, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return await parseAsync3(schema, value2, ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var encodeAsync = /* @__PURE__ */ _encodeAsync($ZodRealError);
var _decodeAsync = (_Err) => {
  const parseAsync3 = _parseAsync(_Err);
  const fn = async (schema, value2, _ctx, _params) => {
    return await parseAsync3(schema, value2, _ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var decodeAsync = /* @__PURE__ */ _decodeAsync($ZodRealError);
var _safeEncode = (_Err) => (schema, value2, _ctx) => {
  const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
  return _safeParse(_Err)(schema, value2, ctx);
};
var safeEncode = /* @__PURE__ */ _safeEncode($ZodRealError);
var _safeDecode = (_Err) => (schema, value2, _ctx) => {
  return _safeParse(_Err)(schema, value2, _ctx);
};
var safeDecode = /* @__PURE__ */ _safeDecode($ZodRealError);
var _safeEncodeAsync = (_Err) => async (schema, value2, _ctx) => {
  const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
  return _safeParseAsync(_Err)(schema, value2, ctx);
};
var safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync($ZodRealError);
var _safeDecodeAsync = (_Err) => async (schema, value2, _ctx) => {
  return _safeParseAsync(_Err)(schema, value2, _ctx);
};
var safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync($ZodRealError);

// node_modules/zod/v4/core/regexes.js
var regexes_exports = {};
__export(regexes_exports, {
  anyString: () => anyString,
  base64: () => base64,
  base64url: () => base64url,
  bigint: () => bigint,
  boolean: () => boolean,
  browserEmail: () => browserEmail,
  cidrv4: () => cidrv4,
  cidrv6: () => cidrv6,
  creditCard: () => creditCard,
  cuid: () => cuid,
  cuid2: () => cuid2,
  currencyCode: () => currencyCode,
  date: () => date,
  datetime: () => datetime,
  domain: () => domain,
  duration: () => duration,
  e164: () => e164,
  email: () => email,
  emoji: () => emoji,
  extendedDuration: () => extendedDuration,
  guid: () => guid,
  hex: () => hex,
  hostname: () => hostname,
  html5Email: () => html5Email,
  httpProtocol: () => httpProtocol,
  iban: () => iban,
  idnEmail: () => idnEmail,
  integer: () => integer,
  ipv4: () => ipv4,
  ipv6: () => ipv6,
  ksuid: () => ksuid,
  lowercase: () => lowercase,
  mac: () => mac,
  md5_base64: () => md5_base64,
  md5_base64url: () => md5_base64url,
  md5_hex: () => md5_hex,
  nanoid: () => nanoid,
  nanoidOfLength: () => nanoidOfLength,
  null: () => _null,
  number: () => number,
  rfc5322Email: () => rfc5322Email,
  sha1_base64: () => sha1_base64,
  sha1_base64url: () => sha1_base64url,
  sha1_hex: () => sha1_hex,
  sha256_base64: () => sha256_base64,
  sha256_base64url: () => sha256_base64url,
  sha256_hex: () => sha256_hex,
  sha384_base64: () => sha384_base64,
  sha384_base64url: () => sha384_base64url,
  sha384_hex: () => sha384_hex,
  sha512_base64: () => sha512_base64,
  sha512_base64url: () => sha512_base64url,
  sha512_hex: () => sha512_hex,
  string: () => string,
  time: () => time,
  ulid: () => ulid,
  undefined: () => _undefined,
  unicodeEmail: () => unicodeEmail,
  uppercase: () => uppercase,
  uuid: () => uuid,
  uuid4: () => uuid4,
  uuid6: () => uuid6,
  uuid7: () => uuid7,
  xid: () => xid
});
var cuid = /^[cC][0-9a-z]{6,}$/;
var cuid2 = /^[0-9a-z]+$/;
var ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
var xid = /^[0-9a-vA-V]{20}$/;
var ksuid = /^[A-Za-z0-9]{27}$/;
var nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
  return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
var duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
var extendedDuration = /^[-+]?P(?!$)(?:(?:[-+]?\d+Y)|(?:[-+]?\d+[.,]\d+Y$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:(?:[-+]?\d+W)|(?:[-+]?\d+[.,]\d+W$))?(?:(?:[-+]?\d+D)|(?:[-+]?\d+[.,]\d+D$))?(?:T(?=[\d+-])(?:(?:[-+]?\d+H)|(?:[-+]?\d+[.,]\d+H$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:[-+]?\d+(?:[.,]\d+)?S)?)??$/;
var guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
var uuid = (version2) => {
  if (!version2)
    return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
  return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version2}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
var uuid4 = /* @__PURE__ */ uuid(4);
var uuid6 = /* @__PURE__ */ uuid(6);
var uuid7 = /* @__PURE__ */ uuid(7);
var email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
var html5Email = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
var rfc5322Email = /^(([^<>()\[\]\\.,;:\s@"]+(\.[^<>()\[\]\\.,;:\s@"]+)*)|(".+"))@((\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}])|(([a-zA-Z\-0-9]+\.)+[a-zA-Z]{2,}))$/;
var unicodeEmail = /^[^\s@"]{1,64}@[^\s@]{1,255}$/u;
var idnEmail = unicodeEmail;
var browserEmail = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
var _emoji = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
  return new RegExp(_emoji, "u");
}
var ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
var ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
var mac = (delimiter) => {
  const escapedDelim = escapeRegex(delimiter ?? ":");
  return new RegExp(`^(?:[0-9A-F]{2}${escapedDelim}){5}[0-9A-F]{2}$|^(?:[0-9a-f]{2}${escapedDelim}){5}[0-9a-f]{2}$`);
};
var cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
var cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
var base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
var base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
var hostname = /^(?=.{1,253}\.?$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[-0-9a-zA-Z]{0,61}[0-9a-zA-Z])?)*\.?$/;
var domain = /^(?=.{1,253}$)([a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63}$/;
var httpProtocol = /^https?$/;
var e164 = /^\+[1-9]\d{6,14}$/;
var creditCard = /^\d(?:[ -]?\d){11,18}$/;
var currencyCode = /^(?:AED|AFN|ALL|AMD|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BHD|BIF|BMD|BND|BOB|BOV|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHE|CHF|CHW|CLF|CLP|CNY|COP|COU|CRC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MXV|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|TWD|TZS|UAH|UGX|USD|USN|UYI|UYU|UYW|UZS|VED|VES|VND|VUV|WST|XAD|XAF|XAG|XAU|XBA|XBB|XBC|XBD|XCD|XCG|XDR|XOF|XPD|XPF|XPT|XSU|XTS|XUA|XXX|YER|ZAR|ZMW|ZWG)$/;
var iban = /^[A-Z]{2}(?!00|01|99)\d{2}[A-Z0-9]{11,30}$/;
var dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
function anchor(source) {
  return new RegExp(`^${source}$`);
}
var date = /* @__PURE__ */ anchor(dateSource);
function timeSource(args) {
  const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
  const regex = typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
  return regex;
}
function time(args) {
  return new RegExp(`^${timeSource(args)}$`);
}
function datetime(args) {
  const opts = ["Z"];
  if (args.offset)
    opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
  const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
  const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
  return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
var anyString = /^[\s\S]{0,}$/;
var string = (params) => {
  const regex = params ? `[\\s\\S]{${params?.minimum ?? 0},${params?.maximum ?? ""}}` : `[\\s\\S]*`;
  return new RegExp(`^${regex}$`);
};
var bigint = /^-?\d+n?$/;
var integer = /^-?\d+$/;
var number = /^-?\d+(?:\.\d+)?$/;
var boolean = /^(?:true|false)$/i;
var _null = /^null$/i;
var _undefined = /^undefined$/i;
var lowercase = /^[^A-Z]*$/;
var uppercase = /^[^a-z]*$/;
var hex = /^[0-9a-fA-F]*$/;
function fixedBase64(bodyLength, padding) {
  return new RegExp(`^[A-Za-z0-9+/]{${bodyLength}}${padding}$`);
}
function fixedBase64url(length) {
  return new RegExp(`^[A-Za-z0-9_-]{${length}}$`);
}
var md5_hex = /^[0-9a-fA-F]{32}$/;
var md5_base64 = /* @__PURE__ */ fixedBase64(22, "==");
var md5_base64url = /* @__PURE__ */ fixedBase64url(22);
var sha1_hex = /^[0-9a-fA-F]{40}$/;
var sha1_base64 = /* @__PURE__ */ fixedBase64(27, "=");
var sha1_base64url = /* @__PURE__ */ fixedBase64url(27);
var sha256_hex = /^[0-9a-fA-F]{64}$/;
var sha256_base64 = /* @__PURE__ */ fixedBase64(43, "=");
var sha256_base64url = /* @__PURE__ */ fixedBase64url(43);
var sha384_hex = /^[0-9a-fA-F]{96}$/;
var sha384_base64 = /* @__PURE__ */ fixedBase64(64, "");
var sha384_base64url = /* @__PURE__ */ fixedBase64url(64);
var sha512_hex = /^[0-9a-fA-F]{128}$/;
var sha512_base64 = /* @__PURE__ */ fixedBase64(86, "==");
var sha512_base64url = /* @__PURE__ */ fixedBase64url(86);

// node_modules/zod/v4/core/checks.js
var $ZodCheck = /* @__PURE__ */ $constructor("$ZodCheck", (inst, def) => {
  var _a3;
  inst._zod ?? (inst._zod = {});
  inst._zod.def = def;
  (_a3 = inst._zod).onattach ?? (_a3.onattach = []);
});
var _whenHasSize = (payload) => {
  const val = payload.value;
  return !nullish(val) && val.size !== void 0;
};
var _whenHasLength = (payload) => {
  const val = payload.value;
  return !nullish(val) && val.length !== void 0;
};
var numericOriginMap = {
  number: "number",
  bigint: "bigint",
  object: "date"
};
var $ZodCheckLessThan = /* @__PURE__ */ $constructor("$ZodCheckLessThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_big",
      maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckGreaterThan = /* @__PURE__ */ $constructor("$ZodCheckGreaterThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_small",
      minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMultipleOf = /* @__PURE__ */ $constructor("$ZodCheckMultipleOf", (inst, def) => {
  $ZodCheck.init(inst, def);
  inst._zod.check = (payload) => {
    if (typeof payload.value !== typeof def.value)
      throw new Error("Cannot mix number and bigint in multiple_of check.");
    const isMultiple = typeof payload.value === "bigint" ? (
      // `value % 0n` throws, and nothing is a multiple of zero — the number branch already fails this way via NaN
      def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
    ) : floatSafeRemainder(payload.value, def.value) === 0;
    if (isMultiple)
      return;
    payload.issues.push({
      origin: typeof payload.value,
      code: "not_multiple_of",
      divisor: def.value,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckNumberFormat = /* @__PURE__ */ $constructor("$ZodCheckNumberFormat", (inst, def) => {
  $ZodCheck.init(inst, def);
  def.format = def.format || "float64";
  const isInt = def.format?.includes("int");
  const origin = isInt ? "int" : "number";
  const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
  inst._zod.check = (payload) => {
    const input2 = payload.value;
    if (isInt) {
      if (!Number.isInteger(input2)) {
        payload.issues.push({
          expected: origin,
          format: def.format,
          code: "invalid_type",
          continue: false,
          input: input2,
          inst
        });
        return;
      }
      if (!Number.isSafeInteger(input2)) {
        if (input2 > 0) {
          payload.issues.push({
            input: input2,
            code: "too_big",
            maximum: Number.MAX_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin,
            inclusive: true,
            continue: !def.abort
          });
        } else {
          payload.issues.push({
            input: input2,
            code: "too_small",
            minimum: Number.MIN_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin,
            inclusive: true,
            continue: !def.abort
          });
        }
        return;
      }
    }
    if (input2 < minimum) {
      payload.issues.push({
        origin: "number",
        input: input2,
        code: "too_small",
        minimum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
    if (input2 > maximum) {
      payload.issues.push({
        origin: "number",
        input: input2,
        code: "too_big",
        maximum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodCheckBigIntFormat = /* @__PURE__ */ $constructor("$ZodCheckBigIntFormat", (inst, def) => {
  $ZodCheck.init(inst, def);
  const [minimum, maximum] = BIGINT_FORMAT_RANGES[def.format];
  inst._zod.check = (payload) => {
    const input2 = payload.value;
    if (input2 < minimum) {
      payload.issues.push({
        origin: "bigint",
        input: input2,
        code: "too_small",
        minimum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
    if (input2 > maximum) {
      payload.issues.push({
        origin: "bigint",
        input: input2,
        code: "too_big",
        maximum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodCheckMaxSize = /* @__PURE__ */ $constructor("$ZodCheckMaxSize", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasSize);
  inst._zod.check = (payload) => {
    const input2 = payload.value;
    const size = input2.size;
    if (size <= def.maximum)
      return;
    payload.issues.push({
      origin: getSizableOrigin(input2),
      code: "too_big",
      maximum: def.maximum,
      inclusive: true,
      input: input2,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMinSize = /* @__PURE__ */ $constructor("$ZodCheckMinSize", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasSize);
  inst._zod.check = (payload) => {
    const input2 = payload.value;
    const size = input2.size;
    if (size >= def.minimum)
      return;
    payload.issues.push({
      origin: getSizableOrigin(input2),
      code: "too_small",
      minimum: def.minimum,
      inclusive: true,
      input: input2,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckSizeEquals = /* @__PURE__ */ $constructor("$ZodCheckSizeEquals", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasSize);
  inst._zod.check = (payload) => {
    const input2 = payload.value;
    const size = input2.size;
    if (size === def.size)
      return;
    const tooBig2 = size > def.size;
    payload.issues.push({
      origin: getSizableOrigin(input2),
      ...tooBig2 ? { code: "too_big", maximum: def.size } : { code: "too_small", minimum: def.size },
      inclusive: true,
      exact: true,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMaxLength = /* @__PURE__ */ $constructor("$ZodCheckMaxLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input2 = payload.value;
    const units = input2.length;
    const length = typeof input2 === "string" && units > def.maximum ? codePointLength(input2) : units;
    if (length <= def.maximum)
      return;
    const origin = getLengthableOrigin(input2);
    payload.issues.push({
      origin,
      code: "too_big",
      maximum: def.maximum,
      inclusive: true,
      input: input2,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMinLength = /* @__PURE__ */ $constructor("$ZodCheckMinLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input2 = payload.value;
    const units = input2.length;
    const length = typeof input2 === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input2) : units;
    if (length >= def.minimum)
      return;
    const origin = getLengthableOrigin(input2);
    payload.issues.push({
      origin,
      code: "too_small",
      minimum: def.minimum,
      inclusive: true,
      input: input2,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckLengthEquals = /* @__PURE__ */ $constructor("$ZodCheckLengthEquals", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input2 = payload.value;
    const units = input2.length;
    const length = typeof input2 === "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input2) : units;
    if (length === def.length)
      return;
    const origin = getLengthableOrigin(input2);
    const tooBig2 = length > def.length;
    payload.issues.push({
      origin,
      ...tooBig2 ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length },
      inclusive: true,
      exact: true,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStringFormat = /* @__PURE__ */ $constructor("$ZodCheckStringFormat", (inst, def) => {
  var _a3, _b;
  $ZodCheck.init(inst, def);
  if (def.pattern)
    (_a3 = inst._zod).check ?? (_a3.check = (payload) => {
      def.pattern.lastIndex = 0;
      if (def.pattern.test(payload.value))
        return;
      payload.issues.push({
        origin: "string",
        code: "invalid_format",
        format: def.format,
        input: payload.value,
        ...def.pattern ? { pattern: def.pattern.toString() } : {},
        inst,
        continue: !def.abort
      });
    });
  else
    (_b = inst._zod).check ?? (_b.check = () => {
    });
});
var $ZodCheckRegex = /* @__PURE__ */ $constructor("$ZodCheckRegex", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    def.pattern.lastIndex = 0;
    if (def.pattern.test(payload.value))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "regex",
      input: payload.value,
      pattern: def.pattern.toString(),
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckLowerCase = /* @__PURE__ */ $constructor("$ZodCheckLowerCase", (inst, def) => {
  def.pattern ?? (def.pattern = lowercase);
  $ZodCheckStringFormat.init(inst, def);
});
var $ZodCheckUpperCase = /* @__PURE__ */ $constructor("$ZodCheckUpperCase", (inst, def) => {
  def.pattern ?? (def.pattern = uppercase);
  $ZodCheckStringFormat.init(inst, def);
});
var $ZodCheckIncludes = /* @__PURE__ */ $constructor("$ZodCheckIncludes", (inst, def) => {
  $ZodCheck.init(inst, def);
  const escapedRegex = escapeRegex(def.includes);
  const pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
  def.pattern = pattern;
  inst._zod.check = (payload) => {
    if (payload.value.includes(def.includes, def.position))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "includes",
      includes: def.includes,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStartsWith = /* @__PURE__ */ $constructor("$ZodCheckStartsWith", (inst, def) => {
  $ZodCheck.init(inst, def);
  const pattern = new RegExp(`^${escapeRegex(def.prefix)}.*`);
  def.pattern ?? (def.pattern = pattern);
  inst._zod.check = (payload) => {
    if (payload.value.startsWith(def.prefix))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "starts_with",
      prefix: def.prefix,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckEndsWith = /* @__PURE__ */ $constructor("$ZodCheckEndsWith", (inst, def) => {
  $ZodCheck.init(inst, def);
  const pattern = new RegExp(`.*${escapeRegex(def.suffix)}$`);
  def.pattern ?? (def.pattern = pattern);
  inst._zod.check = (payload) => {
    if (payload.value.endsWith(def.suffix))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "ends_with",
      suffix: def.suffix,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
function handleCheckPropertyResult(result, payload, property) {
  if (result.issues.length) {
    payload.issues.push(...prefixIssues(property, result.issues));
  }
}
var $ZodCheckProperty = /* @__PURE__ */ $constructor("$ZodCheckProperty", (inst, def) => {
  $ZodCheck.init(inst, def);
  inst._zod.check = (payload) => {
    const result = def.schema._zod.run({
      value: payload.value[def.property],
      issues: []
    }, {});
    if (result instanceof Promise) {
      return result.then((result2) => handleCheckPropertyResult(result2, payload, def.property));
    }
    handleCheckPropertyResult(result, payload, def.property);
    return;
  };
});
var $ZodCheckProperties = /* @__PURE__ */ $constructor("$ZodCheckProperties", (inst, def) => {
  $ZodCheck.init(inst, def);
  hide(inst, Symbol.iterator, function* () {
    yield inst;
  });
  let entries;
  inst._zod.check = (payload) => {
    if (payload.value == null) {
      payload.issues.push({ expected: "object", code: "invalid_type", input: payload.value, inst });
      return void 0;
    }
    entries ?? (entries = Reflect.ownKeys(def.shape).map((key) => [key, def.shape[key]]));
    const input2 = payload.value;
    let proms;
    for (const [key, schema] of entries) {
      const result = schema._zod.run({ value: input2[key], issues: [] }, {});
      if (result instanceof Promise) {
        proms ?? (proms = []);
        proms.push(result.then((result2) => handleCheckPropertyResult(result2, payload, key)));
      } else {
        handleCheckPropertyResult(result, payload, key);
      }
    }
    if (proms)
      return Promise.all(proms).then(() => void 0);
    return void 0;
  };
});
var $ZodCheckMimeType = /* @__PURE__ */ $constructor("$ZodCheckMimeType", (inst, def) => {
  $ZodCheck.init(inst, def);
  const mimeSet = new Set(def.mime);
  inst._zod.check = (payload) => {
    if (mimeSet.has(payload.value.type))
      return;
    payload.issues.push({
      code: "invalid_value",
      values: def.mime,
      input: payload.value.type,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckOverwrite = /* @__PURE__ */ $constructor("$ZodCheckOverwrite", (inst, def) => {
  $ZodCheck.init(inst, def);
  inst._zod.check = (payload) => {
    payload.value = def.tx(payload.value);
  };
});

// node_modules/zod/v4/core/doc.js
var Doc = class {
  constructor(args = [], closed = {}) {
    this.content = [];
    this.indent = 0;
    this.args = args;
    this.closed = closed;
  }
  // the compiler catches a child's throw and keeps writing into this doc, so the indent has to unwind with it
  indented(fn) {
    this.indent += 1;
    try {
      fn(this);
    } finally {
      this.indent -= 1;
    }
  }
  write(arg) {
    if (typeof arg === "function") {
      arg(this, { execution: "sync" });
      arg(this, { execution: "async" });
      return;
    }
    const content = arg;
    const lines = content.split("\n").filter((x) => x);
    const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
    const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
    for (const line of dedented) {
      this.content.push(line);
    }
  }
  compile() {
    const F = Function;
    const content = this?.content ?? [``];
    const factory = new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {
${content.join("\n")}
};`);
    return factory(...Object.values(this.closed));
  }
};

// node_modules/zod/v4/core/versions.js
var version = {
  major: 4,
  minor: 6,
  patch: 7
};

// node_modules/zod/v4/core/schemas.js
var $ZodType = /* @__PURE__ */ $constructor("$ZodType", (inst, def) => {
  var _a3;
  inst ?? (inst = {});
  inst._zod.def = def;
  inst._zod.bag = inst._zod.bag || {};
  inst._zod.version = version;
  const defChecks = inst._zod.def.checks;
  const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
  for (const ch of checks) {
    for (const fn of ch._zod.onattach) {
      fn(inst);
    }
  }
  if (checks.length === 0) {
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred?.push(() => {
      inst._zod.run = inst._zod.parse;
    });
  } else {
    const runChecks = (payload, checks2, ctx) => {
      if (payload.memo)
        return payload;
      let isAborted = aborted(payload);
      let asyncResult;
      for (const ch of checks2) {
        if (ch._zod.def.when) {
          if (explicitlyAborted(payload))
            continue;
          const shouldRun = ch._zod.def.when(payload);
          if (!shouldRun)
            continue;
        } else if (isAborted) {
          continue;
        }
        const currLen = payload.issues.length;
        const _ = ch._zod.check(payload);
        if (_ instanceof Promise && ctx?.async === false) {
          throw new $ZodAsyncError();
        }
        if (asyncResult || _ instanceof Promise) {
          asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
            await _;
            const nextLen = payload.issues.length;
            if (nextLen === currLen)
              return;
            attachSchema(payload.issues, currLen, inst);
            if (!isAborted)
              isAborted = aborted(payload, currLen);
          });
        } else {
          const nextLen = payload.issues.length;
          if (nextLen === currLen)
            continue;
          attachSchema(payload.issues, currLen, inst);
          if (!isAborted)
            isAborted = aborted(payload, currLen);
        }
      }
      if (asyncResult) {
        return asyncResult.then(() => {
          return payload;
        });
      }
      return payload;
    };
    const handleCanaryResult = (canary, payload, ctx) => {
      if (aborted(canary)) {
        canary.aborted = true;
        return canary;
      }
      const checkResult = runChecks(payload, checks, ctx);
      if (checkResult instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return checkResult.then((checkResult2) => inst._zod.parse(checkResult2, ctx));
      }
      return inst._zod.parse(checkResult, ctx);
    };
    inst._zod.run = (payload, ctx) => {
      if (ctx.skipChecks) {
        return inst._zod.parse(payload, ctx);
      }
      if (ctx.direction === "backward") {
        const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
        if (canary instanceof Promise) {
          return canary.then((canary2) => {
            return handleCanaryResult(canary2, payload, ctx);
          });
        }
        return handleCanaryResult(canary, payload, ctx);
      }
      const result = inst._zod.parse(payload, ctx);
      if (result instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return result.then((result2) => runChecks(result2, checks, ctx));
      }
      return runChecks(result, checks, ctx);
    };
  }
}, {
  // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
  get "~standard"() {
    return hide(this, "~standard", standardProps(this));
  },
  set "~standard"(value2) {
    own(this, "~standard", value2);
  }
});
var toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync2(inst, value2) {
  const ctx = { async: true };
  return toStandardResult(await inst._zod.run({ value: value2, issues: [] }, ctx), ctx);
}
function standardProps(inst) {
  return {
    validate: (value2) => {
      const ctx = { async: false };
      try {
        const r = inst._zod.run({ value: value2, issues: [] }, ctx);
        if (!(r instanceof Promise))
          return toStandardResult(r, ctx);
      } catch (_) {
      }
      return validateAsync2(inst, value2);
    },
    vendor: "zod",
    version: 1
  };
}
var $ZodString = /* @__PURE__ */ $constructor("$ZodString", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = def.pattern ?? anyString;
  inst._zod.parse = (payload, _) => {
    if (def.coerce)
      try {
        payload.value = String(payload.value);
      } catch (_2) {
      }
    if (typeof payload.value === "string")
      return payload;
    payload.issues.push({
      expected: "string",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
var $ZodStringFormat = /* @__PURE__ */ $constructor("$ZodStringFormat", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  $ZodString.init(inst, def);
});
var $ZodGUID = /* @__PURE__ */ $constructor("$ZodGUID", (inst, def) => {
  def.pattern ?? (def.pattern = guid);
  $ZodStringFormat.init(inst, def);
});
var $ZodUUID = /* @__PURE__ */ $constructor("$ZodUUID", (inst, def) => {
  if (def.version) {
    const versionMap = {
      v1: 1,
      v2: 2,
      v3: 3,
      v4: 4,
      v5: 5,
      v6: 6,
      v7: 7,
      v8: 8
    };
    const v = versionMap[def.version];
    if (v === void 0)
      throw new Error(`Invalid UUID version: "${def.version}"`);
    def.pattern ?? (def.pattern = uuid(v));
  } else
    def.pattern ?? (def.pattern = uuid());
  $ZodStringFormat.init(inst, def);
});
var $ZodEmail = /* @__PURE__ */ $constructor("$ZodEmail", (inst, def) => {
  def.pattern ?? (def.pattern = email);
  $ZodStringFormat.init(inst, def);
});
var URL_BAD_FORMAT = 1;
var URL_UNPARSEABLE = 2;
function canParseURL(input2) {
  try {
    if (typeof URL !== "undefined" && typeof URL.canParse === "function")
      return URL.canParse(input2);
    new URL(input2);
    return true;
  } catch {
    return false;
  }
}
function validateURL(trimmed, def) {
  if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) {
    return canParseURL(trimmed) || URL_UNPARSEABLE;
  }
  return parseURLObject(trimmed, def);
}
function parseURLObject(trimmed, def) {
  if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) {
    return URL_BAD_FORMAT;
  }
  try {
    if (typeof URL !== "undefined") {
      const URLStatic = URL;
      if (typeof URLStatic.parse === "function")
        return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
    }
    return new URL(trimmed);
  } catch {
    return URL_UNPARSEABLE;
  }
}
var asciiTabOrNewline = /[\t\n\r]/g;
function stripTabAndNewline(value2) {
  return value2.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url2, hostname3) {
  hostname3.lastIndex = 0;
  return hostname3.test(url2.hostname);
}
function urlProtocolOk(url2, protocol) {
  protocol.lastIndex = 0;
  return protocol.test(url2.protocol.endsWith(":") ? url2.protocol.slice(0, -1) : url2.protocol);
}
var $ZodURL = /* @__PURE__ */ $constructor("$ZodURL", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    try {
      const trimmed = payload.value.trim();
      const url2 = validateURL(trimmed, def);
      if (url2 === URL_BAD_FORMAT) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid URL format",
          input: payload.value,
          inst,
          continue: !def.abort
        });
        return;
      }
      if (url2 === URL_UNPARSEABLE) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          input: payload.value,
          inst,
          continue: !def.abort
        });
        return;
      }
      if (url2 === true) {
        payload.value = stripTabAndNewline(trimmed);
        return;
      }
      if (def.hostname && !urlHostnameOk(url2, def.hostname)) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid hostname",
          pattern: def.hostname.source,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      }
      if (def.protocol && !urlProtocolOk(url2, def.protocol)) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid protocol",
          pattern: def.protocol.source,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      }
      payload.value = def.normalize ? url2.href : stripTabAndNewline(trimmed);
      return;
    } catch (_) {
      payload.issues.push({
        code: "invalid_format",
        format: "url",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodEmoji = /* @__PURE__ */ $constructor("$ZodEmoji", (inst, def) => {
  def.pattern ?? (def.pattern = emoji());
  $ZodStringFormat.init(inst, def);
});
var $ZodNanoID = /* @__PURE__ */ $constructor("$ZodNanoID", (inst, def) => {
  if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1))
    throw new Error(`Invalid nanoid length: ${def.length}`);
  def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
  $ZodStringFormat.init(inst, def);
});
var $ZodCUID = /* @__PURE__ */ $constructor("$ZodCUID", (inst, def) => {
  def.pattern ?? (def.pattern = cuid);
  $ZodStringFormat.init(inst, def);
});
var $ZodCUID2 = /* @__PURE__ */ $constructor("$ZodCUID2", (inst, def) => {
  def.pattern ?? (def.pattern = cuid2);
  $ZodStringFormat.init(inst, def);
});
var $ZodULID = /* @__PURE__ */ $constructor("$ZodULID", (inst, def) => {
  def.pattern ?? (def.pattern = ulid);
  $ZodStringFormat.init(inst, def);
});
var $ZodXID = /* @__PURE__ */ $constructor("$ZodXID", (inst, def) => {
  def.pattern ?? (def.pattern = xid);
  $ZodStringFormat.init(inst, def);
});
var $ZodKSUID = /* @__PURE__ */ $constructor("$ZodKSUID", (inst, def) => {
  def.pattern ?? (def.pattern = ksuid);
  $ZodStringFormat.init(inst, def);
});
var $ZodISODateTime = /* @__PURE__ */ $constructor("$ZodISODateTime", (inst, def) => {
  def.pattern ?? (def.pattern = datetime(def));
  $ZodStringFormat.init(inst, def);
});
var $ZodISODate = /* @__PURE__ */ $constructor("$ZodISODate", (inst, def) => {
  def.pattern ?? (def.pattern = date);
  $ZodStringFormat.init(inst, def);
});
var $ZodISOTime = /* @__PURE__ */ $constructor("$ZodISOTime", (inst, def) => {
  def.pattern ?? (def.pattern = time(def));
  $ZodStringFormat.init(inst, def);
});
var $ZodISODuration = /* @__PURE__ */ $constructor("$ZodISODuration", (inst, def) => {
  def.pattern ?? (def.pattern = duration);
  $ZodStringFormat.init(inst, def);
});
var $ZodIPv4 = /* @__PURE__ */ $constructor("$ZodIPv4", (inst, def) => {
  def.pattern ?? (def.pattern = ipv4);
  $ZodStringFormat.init(inst, def);
});
var ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value2) {
  if (!ipv6Alphabet.test(value2))
    return false;
  return canParseURL(`http://[${value2}]`);
}
var $ZodIPv6 = /* @__PURE__ */ $constructor("$ZodIPv6", (inst, def) => {
  def.pattern ?? (def.pattern = ipv6);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (!isValidIPv6(payload.value)) {
      payload.issues.push({
        code: "invalid_format",
        format: "ipv6",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodMAC = /* @__PURE__ */ $constructor("$ZodMAC", (inst, def) => {
  def.pattern ?? (def.pattern = mac(def.delimiter));
  $ZodStringFormat.init(inst, def);
});
var $ZodCIDRv4 = /* @__PURE__ */ $constructor("$ZodCIDRv4", (inst, def) => {
  def.pattern ?? (def.pattern = cidrv4);
  $ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value2) {
  const parts = value2.split("/");
  if (parts.length !== 2)
    return false;
  const [address, prefix] = parts;
  if (!prefix)
    return false;
  const prefixNum = Number(prefix);
  if (`${prefixNum}` !== prefix)
    return false;
  if (prefixNum < 0 || prefixNum > 128)
    return false;
  return isValidIPv6(address);
}
var $ZodCIDRv6 = /* @__PURE__ */ $constructor("$ZodCIDRv6", (inst, def) => {
  def.pattern ?? (def.pattern = cidrv6);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (!isValidCIDRv6(payload.value)) {
      payload.issues.push({
        code: "invalid_format",
        format: "cidrv6",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
function isValidBase64(data) {
  if (data === "")
    return true;
  if (/\s/.test(data))
    return false;
  if (data.length % 4 !== 0)
    return false;
  try {
    atob(data);
    return true;
  } catch {
    return false;
  }
}
var base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
var $ZodBase64 = /* @__PURE__ */ $constructor("$ZodBase64", (inst, def) => {
  def.pattern ?? (def.pattern = base64Charset);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidBase64(payload.value))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "base64",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
  if (!base64urlCharset.test(data))
    return false;
  const base643 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
  const padded = base643.padEnd(Math.ceil(base643.length / 4) * 4, "=");
  return isValidBase64(padded);
}
var $ZodBase64URL = /* @__PURE__ */ $constructor("$ZodBase64URL", (inst, def) => {
  def.pattern ?? (def.pattern = base64urlCharset);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidBase64URL(payload.value))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "base64url",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodE164 = /* @__PURE__ */ $constructor("$ZodE164", (inst, def) => {
  def.pattern ?? (def.pattern = e164);
  $ZodStringFormat.init(inst, def);
});
var CC_SANITIZE = /[- ]/g;
function isLuhnAlgo(digits) {
  let length = digits.length;
  let bit = 1;
  let sum = 0;
  while (length) {
    const value2 = digits.charCodeAt(--length) - 48;
    bit ^= 1;
    sum += bit ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][value2] : value2;
  }
  return sum % 10 === 0;
}
function isValidCreditCard(input2) {
  if (!creditCard.test(input2))
    return false;
  return isLuhnAlgo(input2.replace(CC_SANITIZE, ""));
}
var $ZodCreditCard = /* @__PURE__ */ $constructor("$ZodCreditCard", (inst, def) => {
  def.pattern ?? (def.pattern = creditCard);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidCreditCard(payload.value))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "credit_card",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
function isIso7064Mod97(iban3) {
  let remainder = 0;
  const len = iban3.length;
  for (let i = 4; i < len; i++) {
    const code = iban3.charCodeAt(i);
    remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
  }
  for (let i = 0; i < 4; i++) {
    const code = iban3.charCodeAt(i);
    remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
  }
  return remainder === 1;
}
function isValidIBAN(input2) {
  if (!iban.test(input2))
    return false;
  return isIso7064Mod97(input2);
}
var $ZodIBAN = /* @__PURE__ */ $constructor("$ZodIBAN", (inst, def) => {
  def.pattern ?? (def.pattern = iban);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidIBAN(payload.value))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "iban",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
function isValidJWT(token, algorithm = null) {
  try {
    const tokensParts = token.split(".");
    if (tokensParts.length !== 3)
      return false;
    const [header] = tokensParts;
    if (!header)
      return false;
    const parsedHeader = JSON.parse(atob(header));
    if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT")
      return false;
    if (!parsedHeader.alg)
      return false;
    if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm))
      return false;
    return true;
  } catch {
    return false;
  }
}
var $ZodJWT = /* @__PURE__ */ $constructor("$ZodJWT", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidJWT(payload.value, def.alg))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "jwt",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCustomStringFormat = /* @__PURE__ */ $constructor("$ZodCustomStringFormat", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (def.fn(payload.value))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: def.format,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodNumber = /* @__PURE__ */ $constructor("$ZodNumber", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = number;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Number(payload.value);
      } catch (_) {
      }
    const input2 = payload.value;
    if (typeof input2 === "number" && !Number.isNaN(input2) && Number.isFinite(input2)) {
      return payload;
    }
    const received = typeof input2 === "number" ? Number.isNaN(input2) ? "NaN" : !Number.isFinite(input2) ? String(input2) : void 0 : void 0;
    payload.issues.push({
      expected: "number",
      code: "invalid_type",
      input: input2,
      inst,
      ...received ? { received } : {}
    });
    return payload;
  };
});
var $ZodNumberFormat = /* @__PURE__ */ $constructor("$ZodNumberFormat", (inst, def) => {
  $ZodCheckNumberFormat.init(inst, def);
  $ZodNumber.init(inst, def);
});
var $ZodBoolean = /* @__PURE__ */ $constructor("$ZodBoolean", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = boolean;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Boolean(payload.value);
      } catch (_) {
      }
    const input2 = payload.value;
    if (typeof input2 === "boolean")
      return payload;
    payload.issues.push({
      expected: "boolean",
      code: "invalid_type",
      input: input2,
      inst
    });
    return payload;
  };
});
var $ZodBigInt = /* @__PURE__ */ $constructor("$ZodBigInt", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = bigint;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = BigInt(payload.value);
      } catch (_) {
      }
    if (typeof payload.value === "bigint")
      return payload;
    payload.issues.push({
      expected: "bigint",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
var $ZodBigIntFormat = /* @__PURE__ */ $constructor("$ZodBigIntFormat", (inst, def) => {
  $ZodCheckBigIntFormat.init(inst, def);
  $ZodBigInt.init(inst, def);
});
var $ZodSymbol = /* @__PURE__ */ $constructor("$ZodSymbol", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _ctx) => {
    const input2 = payload.value;
    if (typeof input2 === "symbol")
      return payload;
    payload.issues.push({
      expected: "symbol",
      code: "invalid_type",
      input: input2,
      inst
    });
    return payload;
  };
});
var $ZodUndefined = /* @__PURE__ */ $constructor("$ZodUndefined", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = _undefined;
  inst._zod.values = /* @__PURE__ */ new Set([void 0]);
  inst._zod.parse = (payload, _ctx) => {
    const input2 = payload.value;
    if (typeof input2 === "undefined")
      return payload;
    payload.issues.push({
      expected: "undefined",
      code: "invalid_type",
      input: input2,
      inst
    });
    return payload;
  };
});
var $ZodNull = /* @__PURE__ */ $constructor("$ZodNull", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = _null;
  inst._zod.values = /* @__PURE__ */ new Set([null]);
  inst._zod.parse = (payload, _ctx) => {
    const input2 = payload.value;
    if (input2 === null)
      return payload;
    payload.issues.push({
      expected: "null",
      code: "invalid_type",
      input: input2,
      inst
    });
    return payload;
  };
});
var $ZodAny = /* @__PURE__ */ $constructor("$ZodAny", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload) => payload;
});
var $ZodUnknown = /* @__PURE__ */ $constructor("$ZodUnknown", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload) => payload;
});
var $ZodNever = /* @__PURE__ */ $constructor("$ZodNever", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _ctx) => {
    payload.issues.push({
      expected: "never",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
var $ZodVoid = /* @__PURE__ */ $constructor("$ZodVoid", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _ctx) => {
    const input2 = payload.value;
    if (typeof input2 === "undefined")
      return payload;
    payload.issues.push({
      expected: "void",
      code: "invalid_type",
      input: input2,
      inst
    });
    return payload;
  };
});
var $ZodDate = /* @__PURE__ */ $constructor("$ZodDate", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce) {
      try {
        payload.value = new Date(payload.value);
      } catch (_err) {
      }
    }
    const input2 = payload.value;
    const isDate = input2 instanceof Date;
    const isValidDate = isDate && !Number.isNaN(input2.getTime());
    if (isValidDate)
      return payload;
    payload.issues.push({
      expected: "date",
      code: "invalid_type",
      input: input2,
      ...isDate ? { received: "Invalid Date" } : {},
      inst
    });
    return payload;
  };
});
function capSize(inst, size) {
  const caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length)
    return;
  const cap = Math.min(...caps.map((c) => c[0]));
  const parse5 = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    const n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (const [max, ch] of sizeCaps(inst._zod.def.checks)) {
        if (n > max && ch._zod.def.when(payload)) {
          const start = payload.issues.length;
          ch._zod.check(payload);
          payload.issues[start].continue = false;
          attachSchema(payload.issues, start, inst);
          return payload;
        }
      }
    }
    return parse5(payload, ctx);
  };
}
var arraySize = (input2) => Array.isArray(input2) ? input2.length : -1;
var mapSize = (input2) => input2 instanceof Map ? input2.size : -1;
var setSize = (input2) => input2 instanceof Set ? input2.size : -1;
function handleArrayResult(result, final, index) {
  if (result.issues.length) {
    final.issues.push(...prefixIssues(index, result.issues));
  }
  final.value[index] = result.value;
}
var $ZodArray = /* @__PURE__ */ $constructor("$ZodArray", (inst, def) => {
  $ZodType.init(inst, def);
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input2 = payload.value;
    if (!Array.isArray(input2)) {
      payload.issues.push({
        expected: "array",
        code: "invalid_type",
        input: input2,
        inst
      });
      return payload;
    }
    payload.value = memo2 ? memo2.alloc(inst, payload, Array(input2.length), ctx) : Array(input2.length);
    const proms = [];
    const abortEarly = ctx?.abortEarly;
    for (let i = 0; i < input2.length; i++) {
      const item2 = input2[i];
      const result = def.element._zod.run({
        value: item2,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        proms.push(result.then((result2) => handleArrayResult(result2, payload, i)));
      } else {
        handleArrayResult(result, payload, i);
        if (abortEarly && result.issues.length !== 0 && aborted(result))
          break;
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
  capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input2, optin, optout) {
  const isPresent = key in input2;
  const isOptionalOut = optout === "optional";
  if (!isPresent && isOptionalOut && optin === "optional") {
    return;
  }
  if (result.issues.length) {
    if (optin !== void 0 && isOptionalOut && !isPresent) {
      return;
    }
    final.issues.push(...prefixIssues(key, result.issues));
  }
  if (!isPresent && optin === void 0) {
    if (!result.issues.length) {
      final.issues.push({
        code: "invalid_type",
        expected: "nonoptional",
        input: void 0,
        path: [key]
      });
    }
    return;
  }
  if (result.value === void 0) {
    if (isPresent || optin === "defaulted" && !isOptionalOut) {
      final.value[key] = void 0;
    }
  } else {
    final.value[key] = result.value;
  }
}
var NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
  const keys = Object.keys(def.shape);
  const ownSymbols = Object.getOwnPropertySymbols(def.shape);
  const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
  const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
  for (const k of allKeys) {
    if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
      throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
    }
  }
  const okeys = optionalKeys(def.shape);
  return {
    ...def,
    allKeys,
    symbolKeys,
    // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
    keySet: new Set(keys),
    numKeys: keys.length,
    optionalKeys: new Set(okeys)
  };
}
function handleCatchall(proms, input2, payload, ctx, def, inst, abortEarly) {
  const unrecognized = [];
  const keySet = def.keySet;
  const _catchall = def.catchall._zod;
  const t = _catchall.def.type;
  const optin = _catchall.optin;
  const optout = _catchall.optout;
  let seen = 0;
  for (const key in input2) {
    if (abortEarly && payload.issues.length !== seen) {
      if (aborted(payload, seen))
        break;
      seen = payload.issues.length;
    }
    if (keySet.has(key))
      continue;
    if (key === "__proto__") {
      if (t === "never")
        unrecognized.push(key);
      continue;
    }
    if (t === "never") {
      unrecognized.push(key);
      continue;
    }
    const r = _catchall.run({ value: input2[key], issues: [] }, ctx);
    if (r instanceof Promise) {
      proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input2, optin, optout)));
    } else {
      handlePropertyResult(r, payload, key, input2, optin, optout);
    }
  }
  if (unrecognized.length) {
    payload.issues.push({
      code: "unrecognized_keys",
      keys: unrecognized,
      input: input2,
      inst,
      // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
      continue: true
    });
  }
  if (!proms.length)
    return payload;
  return Promise.all(proms).then(() => {
    return payload;
  });
}
var $ZodObject = /* @__PURE__ */ $constructor("$ZodObject", (inst, def) => {
  $ZodType.init(inst, def);
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  const sh = desc?.get ? desc.get.raw : def.shape ?? {};
  if (sh) {
    const get = () => {
      const newSh = { ...sh };
      Object.defineProperty(def, "shape", { value: newSh });
      get.raw = newSh;
      return newSh;
    };
    get.raw = sh;
    Object.defineProperty(def, "shape", { get });
  }
  const _normalized = cached(() => normalizeDef(def));
  defineLazyInternal(inst, "propValues", (zod) => {
    const shape = zod.def.shape;
    const propValues = {};
    for (const key in shape) {
      const field = shape[key]._zod;
      if (field.values) {
        if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
          assignProp(propValues, key, /* @__PURE__ */ new Set());
        }
        for (const v of field.values)
          propValues[key].add(v);
        if (field.optin !== void 0)
          propValues[key].add(void 0);
      }
    }
    return propValues;
  });
  const isObject2 = isObject;
  const catchall = def.catchall;
  let value2;
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    value2 ?? (value2 = _normalized.value);
    const input2 = payload.value;
    if (!isObject2(input2)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input: input2,
        inst
      });
      return payload;
    }
    payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
    const proms = [];
    const shape = value2.shape;
    const abortEarly = ctx?.abortEarly;
    let seen = payload.issues.length;
    for (const key of value2.allKeys) {
      if (abortEarly && payload.issues.length !== seen) {
        if (aborted(payload, seen))
          break;
        seen = payload.issues.length;
      }
      if (key === "__proto__")
        continue;
      const el = shape[key];
      const optin = el._zod.optin;
      const optout = el._zod.optout;
      const r = el._zod.run({ value: input2[key], issues: [] }, ctx);
      if (r instanceof Promise) {
        proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input2, optin, optout)));
      } else {
        handlePropertyResult(r, payload, key, input2, optin, optout);
      }
    }
    if (!catchall) {
      return proms.length ? Promise.all(proms).then(() => payload) : payload;
    }
    return handleCatchall(proms, input2, payload, ctx, _normalized.value, inst, abortEarly === true);
  };
});
var $ZodObjectJIT = /* @__PURE__ */ $constructor("$ZodObjectJIT", (inst, def) => {
  $ZodObject.init(inst, def);
  const superParse = inst._zod.parse;
  const _normalized = cached(() => normalizeDef(def));
  const memo2 = globalConfig.memoizer;
  const generateFastpass = (shape) => {
    const normalized = _normalized.value;
    const syms = normalized.symbolKeys;
    const doc = new Doc(["payload", "ctx"], { shape, inst, memo: memo2, syms });
    const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
    const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
    doc.write(`const input = payload.value;`);
    const ids = /* @__PURE__ */ Object.create(null);
    let counter = 0;
    for (const key of normalized.allKeys) {
      ids[key] = `key_${counter++}`;
    }
    doc.write(memo2 ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
    for (const key of normalized.allKeys) {
      if (key === "__proto__")
        continue;
      const id = ids[key];
      const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
      const isPresent = `${k} in input`;
      const schema = shape[key];
      const optin = schema?._zod?.optin;
      const isOptionalIn = optin !== void 0;
      const isOptionalOut = schema?._zod?.optout === "optional";
      doc.write(`const ${id} = ${parseStr(k)};`);
      if (isOptionalIn && isOptionalOut) {
        const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
        doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
      } else if (!isOptionalIn) {
        doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
      } else {
        doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
        if (optin === "defaulted") {
          doc.write(`newResult[${k}] = ${id}.value;`);
        } else {
          doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
        }
      }
    }
    doc.write(`payload.value = newResult;`);
    doc.write(`return payload;`);
    return doc.compile();
  };
  let fastpass;
  const isObject2 = isObject;
  const jit = !globalConfig.jitless;
  const allowsEval2 = allowsEval;
  const fastEnabled = jit && allowsEval2.value;
  const catchall = def.catchall;
  let value2;
  inst._zod.parse = (payload, ctx) => {
    value2 ?? (value2 = _normalized.value);
    const input2 = payload.value;
    if (!isObject2(input2)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input: input2,
        inst
      });
      return payload;
    }
    if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
      if (!fastpass)
        fastpass = generateFastpass(def.shape);
      payload = fastpass(payload, ctx);
      if (!catchall)
        return payload;
      return handleCatchall([], input2, payload, ctx, value2, inst, ctx?.abortEarly === true);
    }
    return superParse(payload, ctx);
  };
});
function handleUnionResults(results, final, inst, ctx) {
  for (const result of results) {
    if (result.issues.length === 0) {
      final.value = result.value;
      return final;
    }
  }
  const nonaborted = results.filter((r) => !aborted(r));
  if (nonaborted.length === 1) {
    final.value = nonaborted[0].value;
    return nonaborted[0];
  }
  final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
  });
  return final;
}
var $ZodUnion = /* @__PURE__ */ $constructor("$ZodUnion", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
  defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
  defineLazyInternal(inst, "values", (zod) => {
    if (zod.def.options.every((o) => o._zod.values)) {
      return new Set(zod.def.options.flatMap((option2) => Array.from(option2._zod.values)));
    }
    return void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    if (zod.def.options.every((o) => o._zod.pattern)) {
      const patterns = zod.def.options.map((o) => o._zod.pattern);
      return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
    }
    return void 0;
  });
  const first = def.options.length === 1 ? def.options[0]._zod.run : null;
  inst._zod.parse = (payload, ctx) => {
    if (first) {
      return first(payload, ctx);
    }
    let async = false;
    const results = [];
    for (const option2 of def.options) {
      const result = option2._zod.run({
        value: payload.value,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        results.push(result);
        async = true;
      } else {
        if (result.issues.length === 0)
          return result;
        results.push(result);
      }
    }
    if (!async)
      return handleUnionResults(results, payload, inst, ctx);
    return Promise.all(results).then((results2) => {
      return handleUnionResults(results2, payload, inst, ctx);
    });
  };
});
function handleExclusiveUnionResults(results, final, inst, ctx) {
  const matches2 = [];
  for (let i = 0; i < results.length; i++) {
    if (results[i].issues.length === 0)
      matches2.push(i);
  }
  if (matches2.length === 1) {
    final.value = results[matches2[0]].value;
    return final;
  }
  if (matches2.length === 0) {
    final.issues.push({
      code: "invalid_union",
      input: final.value,
      inst,
      errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
    });
  } else {
    final.issues.push({
      code: "invalid_union",
      input: final.value,
      inst,
      errors: [],
      inclusive: false,
      matches: matches2
    });
  }
  return final;
}
var $ZodXor = /* @__PURE__ */ $constructor("$ZodXor", (inst, def) => {
  $ZodUnion.init(inst, def);
  def.inclusive = false;
  const first = def.options.length === 1 ? def.options[0]._zod.run : null;
  inst._zod.parse = (payload, ctx) => {
    if (first) {
      return first(payload, ctx);
    }
    let async = false;
    const results = [];
    for (const option2 of def.options) {
      const result = option2._zod.run({
        value: payload.value,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        results.push(result);
        async = true;
      } else {
        results.push(result);
      }
    }
    if (!async)
      return handleExclusiveUnionResults(results, payload, inst, ctx);
    return Promise.all(results).then((results2) => {
      return handleExclusiveUnionResults(results2, payload, inst, ctx);
    });
  };
});
function getDiscriminatedOption(union2, value2) {
  const internals = union2._zod;
  let map2 = internals.bag.optionsMap;
  if (!map2) {
    map2 = discriminatorMap(internals.def);
    internals.bag.optionsMap = map2;
  }
  const option2 = map2.get(value2);
  if (option2 === null)
    throw new Error(`Ambiguous discriminator value "${String(value2)}"`);
  return option2;
}
function discriminatorMap(def) {
  const map2 = /* @__PURE__ */ new Map();
  for (const option2 of def.options) {
    const values2 = option2._zod.propValues?.[def.discriminator];
    if (!values2 || values2.size === 0)
      throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option2)}"`);
    for (const value2 of values2) {
      if (map2.has(value2)) {
        if (value2 !== void 0)
          throw new Error(`Duplicate discriminator value "${String(value2)}"`);
        map2.set(value2, null);
      } else {
        map2.set(value2, option2);
      }
    }
  }
  return map2;
}
var $ZodDiscriminatedUnion = /* @__PURE__ */ $constructor("$ZodDiscriminatedUnion", (inst, def) => {
  def.inclusive = false;
  $ZodUnion.init(inst, def);
  const _super = inst._zod.parse;
  defineLazyInternal(inst, "propValues", (zod) => {
    const propValues = {};
    let undefinedCount = 0;
    for (const option2 of zod.def.options) {
      const pv = option2._zod.propValues;
      if (!pv || Object.keys(pv).length === 0)
        throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option2)}"`);
      if (pv[zod.def.discriminator]?.has(void 0))
        undefinedCount++;
      for (const [k, v] of Object.entries(pv)) {
        if (!Object.prototype.hasOwnProperty.call(propValues, k)) {
          assignProp(propValues, k, /* @__PURE__ */ new Set());
        }
        for (const val of v) {
          propValues[k].add(val);
        }
      }
    }
    if (!zod.def.unionFallback && undefinedCount > 1)
      propValues[zod.def.discriminator]?.delete(void 0);
    return propValues;
  });
  def.options.forEach((option2, i) => {
    const propShape = rawShape(option2._zod.def);
    if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) {
      throw new Error(`Invalid discriminated union option at index "${i}"`);
    }
  });
  const disc = cached(() => discriminatorMap(def));
  inst._zod.parse = (payload, ctx) => {
    const input2 = payload.value;
    if (!isObject(input2)) {
      payload.issues.push({
        code: "invalid_type",
        expected: "object",
        input: input2,
        inst
      });
      return payload;
    }
    const value2 = input2?.[def.discriminator];
    const opt = disc.value.get(value2);
    if (opt && (value2 !== void 0 || ctx.direction !== "backward")) {
      return opt._zod.run(payload, ctx);
    }
    if (def.unionFallback || ctx.direction === "backward") {
      return _super(payload, ctx);
    }
    payload.issues.push({
      code: "invalid_union",
      errors: [],
      note: "No matching discriminator",
      discriminator: def.discriminator,
      options: Array.from(disc.value.keys()).filter((value3) => disc.value.get(value3) !== null),
      input: input2,
      path: [def.discriminator],
      inst
    });
    return payload;
  };
});
var $ZodIntersection = /* @__PURE__ */ $constructor("$ZodIntersection", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, ctx) => {
    const input2 = payload.value;
    const left = def.left._zod.run({ value: input2, issues: [] }, ctx);
    const right = def.right._zod.run({ value: input2, issues: [] }, ctx);
    const async = left instanceof Promise || right instanceof Promise;
    if (async) {
      return Promise.all([left, right]).then(([left2, right2]) => {
        return handleIntersectionResults(payload, left2, right2);
      });
    }
    return handleIntersectionResults(payload, left, right);
  };
});
function mergeValues(a, b) {
  if (a === b) {
    return { valid: true, data: a };
  }
  if (a instanceof Date && b instanceof Date && +a === +b) {
    return { valid: true, data: a };
  }
  if (isPlainObject(a) && isPlainObject(b)) {
    const bKeys = Object.keys(b);
    const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
    const newObj = { ...a, ...b };
    if (Object.prototype.hasOwnProperty.call(newObj, "__proto__"))
      delete newObj.__proto__;
    for (const key of sharedKeys) {
      if (key === "__proto__")
        continue;
      const sharedValue = mergeValues(a[key], b[key]);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
        };
      }
      newObj[key] = sharedValue.data;
    }
    return { valid: true, data: newObj };
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) {
      return { valid: false, mergeErrorPath: [] };
    }
    const newArray = [];
    for (let index = 0; index < a.length; index++) {
      const itemA = a[index];
      const itemB = b[index];
      const sharedValue = mergeValues(itemA, itemB);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
        };
      }
      newArray.push(sharedValue.data);
    }
    return { valid: true, data: newArray };
  }
  return { valid: false, mergeErrorPath: [] };
}
function handleIntersectionResults(result, left, right) {
  const unrecKeys = /* @__PURE__ */ new Map();
  let unrecIssue;
  const keyIssues = /* @__PURE__ */ new Map();
  const collect2 = (iss, side) => {
    let keys;
    if (iss.code === "unrecognized_keys" && !iss.path?.length) {
      unrecIssue ?? (unrecIssue = iss);
      keys = iss.keys;
    } else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
      const k = String(iss.path[0]);
      if (!keyIssues.has(k))
        keyIssues.set(k, iss);
      keys = [k];
    } else {
      return false;
    }
    for (const k of keys) {
      if (!unrecKeys.has(k))
        unrecKeys.set(k, {});
      unrecKeys.get(k)[side] = true;
    }
    return true;
  };
  for (const iss of left.issues) {
    if (!collect2(iss, "l"))
      result.issues.push(iss);
  }
  for (const iss of right.issues) {
    if (!collect2(iss, "r"))
      result.issues.push(iss);
  }
  const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
  if (bothKeys.length) {
    const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
    if (aggregated.length)
      result.issues.push({ ...unrecIssue, keys: aggregated });
    for (const k of bothKeys) {
      if (!aggregated.includes(k) && keyIssues.has(k))
        result.issues.push(keyIssues.get(k));
    }
  }
  const merged = mergeValues(left.value, right.value);
  if (!merged.valid) {
    if (aborted(result))
      return result;
    throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
  }
  result.value = merged.data;
  return result;
}
var $ZodTuple = /* @__PURE__ */ $constructor("$ZodTuple", (inst, def) => {
  $ZodType.init(inst, def);
  const items = def.items;
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input2 = payload.value;
    if (!Array.isArray(input2)) {
      payload.issues.push({
        input: input2,
        inst,
        expected: "tuple",
        code: "invalid_type"
      });
      return payload;
    }
    payload.value = memo2 ? memo2.alloc(inst, payload, [], ctx) : [];
    const proms = [];
    const optinStart = getTupleOptStart(items, "optin");
    const optoutStart = getTupleOptStart(items, "optout");
    if (!def.rest) {
      if (input2.length < optinStart) {
        payload.issues.push({
          code: "too_small",
          minimum: optinStart,
          inclusive: true,
          input: input2,
          inst,
          origin: "array"
        });
        return payload;
      }
      if (input2.length > items.length) {
        payload.issues.push({
          code: "too_big",
          maximum: items.length,
          inclusive: true,
          input: input2,
          inst,
          origin: "array"
        });
      }
    }
    const itemResults = new Array(items.length);
    const abortEarly = def.rest ? ctx?.abortEarly : void 0;
    let itemAborted = false;
    for (let i = 0; i < items.length; i++) {
      const r = items[i]._zod.run({ value: input2[i], issues: [] }, ctx);
      if (r instanceof Promise) {
        proms.push(r.then((rr) => {
          itemResults[i] = rr;
        }));
      } else {
        itemResults[i] = r;
        if (abortEarly && !itemAborted && r.issues.length)
          itemAborted = aborted(r);
      }
    }
    if (def.rest && !itemAborted) {
      let i = items.length - 1;
      const rest = input2.slice(items.length);
      let seen = payload.issues.length;
      for (const el of rest) {
        if (abortEarly && payload.issues.length !== seen) {
          if (aborted(payload, seen))
            break;
          seen = payload.issues.length;
        }
        i++;
        const result = def.rest._zod.run({ value: el, issues: [] }, ctx);
        if (result instanceof Promise) {
          proms.push(result.then((r) => handleTupleResult(r, payload, i)));
        } else {
          handleTupleResult(result, payload, i);
        }
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input2, optoutStart));
    }
    return handleTupleResults(itemResults, payload, items, input2, optoutStart);
  };
});
function getTupleOptStart(items, key) {
  for (let i = items.length - 1; i >= 0; i--) {
    const omittable = key === "optin" ? items[i]._zod.optin !== void 0 : items[i]._zod.optout === "optional";
    if (!omittable)
      return i + 1;
  }
  return 0;
}
function handleTupleResult(result, final, index) {
  if (result.issues.length) {
    final.issues.push(...prefixIssues(index, result.issues));
  }
  final.value[index] = result.value;
}
function handleTupleResults(itemResults, final, items, input2, optoutStart) {
  for (let i = 0; i < items.length; i++) {
    const r = itemResults[i];
    const isPresent = i < input2.length;
    if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
      final.value.length = i;
      break;
    }
    if (r.issues.length) {
      if (!isPresent && i >= optoutStart) {
        final.value.length = i;
        break;
      }
      final.issues.push(...prefixIssues(i, r.issues));
    }
    final.value[i] = r.value;
  }
  for (let i = final.value.length - 1; i >= input2.length; i--) {
    if (items[i]._zod.optout === "optional" && final.value[i] === void 0) {
      final.value.length = i;
    } else {
      break;
    }
  }
  return final;
}
var $ZodRecord = /* @__PURE__ */ $constructor("$ZodRecord", (inst, def) => {
  $ZodType.init(inst, def);
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input2 = payload.value;
    if (!isPlainObject(input2)) {
      payload.issues.push({
        expected: "record",
        code: "invalid_type",
        input: input2,
        inst
      });
      return payload;
    }
    const proms = [];
    const values2 = def.keyType._zod.values;
    if (values2 && !def.partial) {
      payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
      const recordKeys = /* @__PURE__ */ new Set();
      for (const key of values2) {
        if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
          recordKeys.add(typeof key === "number" ? key.toString() : key);
          if (key === "__proto__")
            continue;
          const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
          if (keyResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (keyResult.issues.length) {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
            continue;
          }
          const outKey = keyResult.value;
          if (outKey === "__proto__")
            continue;
          const result = def.valueType._zod.run({ value: input2[key], issues: [] }, ctx);
          if (result instanceof Promise) {
            proms.push(result.then((result2) => {
              if (result2.issues.length) {
                payload.issues.push(...prefixIssues(key, result2.issues));
              }
              payload.value[outKey] = result2.value;
            }));
          } else {
            if (result.issues.length) {
              payload.issues.push(...prefixIssues(key, result.issues));
            }
            payload.value[outKey] = result.value;
          }
        }
      }
      let unrecognized;
      for (const key in input2) {
        if (!recordKeys.has(key)) {
          if (def.mode === "loose") {
            if (key === "__proto__")
              continue;
            payload.value[key] = input2[key];
          } else {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          }
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input: input2,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    } else {
      payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
      let unrecognized;
      for (const key of Reflect.ownKeys(input2)) {
        if (key === "__proto__")
          continue;
        if (!Object.prototype.propertyIsEnumerable.call(input2, key))
          continue;
        let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
        if (keyResult instanceof Promise) {
          throw new Error("Async schemas not supported in object keys currently");
        }
        const checkNumericKey = typeof key === "string" && number.test(key) && keyResult.issues.length;
        if (checkNumericKey) {
          const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
          if (retryResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (retryResult.issues.length === 0) {
            keyResult = retryResult;
          }
        }
        if (keyResult.issues.length) {
          if (def.mode === "loose") {
            payload.value[key] = input2[key];
          } else if (values2) {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          } else {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
          }
          continue;
        }
        const outKey = keyResult.value;
        if (outKey === "__proto__")
          continue;
        const result = def.valueType._zod.run({ value: input2[key], issues: [] }, ctx);
        if (result instanceof Promise) {
          proms.push(result.then((result2) => {
            if (result2.issues.length) {
              payload.issues.push(...prefixIssues(key, result2.issues));
            }
            payload.value[outKey] = result2.value;
          }));
        } else {
          if (result.issues.length) {
            payload.issues.push(...prefixIssues(key, result.issues));
          }
          payload.value[outKey] = result.value;
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input: input2,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
});
var $ZodMap = /* @__PURE__ */ $constructor("$ZodMap", (inst, def) => {
  $ZodType.init(inst, def);
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input2 = payload.value;
    if (!(input2 instanceof Map)) {
      payload.issues.push({
        expected: "map",
        code: "invalid_type",
        input: input2,
        inst
      });
      return payload;
    }
    const proms = [];
    payload.value = memo2 ? memo2.alloc(inst, payload, /* @__PURE__ */ new Map(), ctx) : /* @__PURE__ */ new Map();
    const abortEarly = ctx?.abortEarly;
    let seen = payload.issues.length;
    for (const [key, value2] of input2) {
      if (abortEarly && payload.issues.length !== seen) {
        if (aborted(payload, seen))
          break;
        seen = payload.issues.length;
      }
      const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
      const valueResult = def.valueType._zod.run({ value: value2, issues: [] }, ctx);
      if (keyResult instanceof Promise || valueResult instanceof Promise) {
        proms.push(Promise.all([keyResult, valueResult]).then(([keyResult2, valueResult2]) => {
          handleMapResult(keyResult2, valueResult2, payload, key, input2, inst, ctx);
        }));
      } else {
        handleMapResult(keyResult, valueResult, payload, key, input2, inst, ctx);
      }
    }
    if (proms.length)
      return Promise.all(proms).then(() => payload);
    return payload;
  };
  capSize(inst, mapSize);
});
function handleMapResult(keyResult, valueResult, final, key, input2, inst, ctx) {
  if (keyResult.issues.length) {
    if (propertyKeyTypes.has(typeof key)) {
      final.issues.push(...prefixIssues(key, keyResult.issues));
    } else {
      final.issues.push({
        code: "invalid_key",
        origin: "map",
        input: input2,
        inst,
        issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config()))
      });
    }
  }
  if (valueResult.issues.length) {
    if (propertyKeyTypes.has(typeof key)) {
      final.issues.push(...prefixIssues(key, valueResult.issues));
    } else {
      final.issues.push({
        origin: "map",
        code: "invalid_element",
        input: input2,
        inst,
        key,
        issues: valueResult.issues.map((iss) => finalizeIssue(iss, ctx, config()))
      });
    }
  }
  final.value.set(keyResult.value, valueResult.value);
}
var $ZodSet = /* @__PURE__ */ $constructor("$ZodSet", (inst, def) => {
  $ZodType.init(inst, def);
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input2 = payload.value;
    if (!(input2 instanceof Set)) {
      payload.issues.push({
        input: input2,
        inst,
        expected: "set",
        code: "invalid_type"
      });
      return payload;
    }
    const proms = [];
    payload.value = memo2 ? memo2.alloc(inst, payload, /* @__PURE__ */ new Set(), ctx) : /* @__PURE__ */ new Set();
    const abortEarly = ctx?.abortEarly;
    let seen = payload.issues.length;
    for (const item2 of input2) {
      if (abortEarly && payload.issues.length !== seen) {
        if (aborted(payload, seen))
          break;
        seen = payload.issues.length;
      }
      const result = def.valueType._zod.run({ value: item2, issues: [] }, ctx);
      if (result instanceof Promise) {
        proms.push(result.then((result2) => handleSetResult(result2, payload)));
      } else
        handleSetResult(result, payload);
    }
    if (proms.length)
      return Promise.all(proms).then(() => payload);
    return payload;
  };
  capSize(inst, setSize);
});
function handleSetResult(result, final) {
  if (result.issues.length) {
    final.issues.push(...result.issues);
  }
  final.value.add(result.value);
}
var $ZodEnum = /* @__PURE__ */ $constructor("$ZodEnum", (inst, def) => {
  $ZodType.init(inst, def);
  const values2 = getEnumValues(def.entries);
  const valuesSet = new Set(values2);
  inst._zod.values = valuesSet;
  defineLazyInternal(inst, "pattern", (zod) => {
    const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
    return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input2 = payload.value;
    if (valuesSet.has(input2)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values: values2,
      input: input2,
      inst
    });
    return payload;
  };
});
var $ZodLiteral = /* @__PURE__ */ $constructor("$ZodLiteral", (inst, def) => {
  $ZodType.init(inst, def);
  const values2 = new Set(def.values);
  inst._zod.values = values2;
  defineLazyInternal(inst, "pattern", (zod) => {
    const vals = zod.def.values;
    return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input2 = payload.value;
    if (values2.has(input2)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values: def.values,
      input: input2,
      inst
    });
    return payload;
  };
});
var $ZodFile = /* @__PURE__ */ $constructor("$ZodFile", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _ctx) => {
    const input2 = payload.value;
    if (input2 instanceof File)
      return payload;
    payload.issues.push({
      expected: "file",
      code: "invalid_type",
      input: input2,
      inst
    });
    return payload;
  };
});
var $ZodTransform = /* @__PURE__ */ $constructor("$ZodTransform", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "optional";
  globalConfig.memoizer?.guard(inst);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      throw new $ZodEncodeError(inst.constructor.name);
    }
    const _out = def.transform(payload.value, payload);
    if (ctx.async) {
      const output2 = _out instanceof Promise ? _out : Promise.resolve(_out);
      return output2.then((output3) => {
        payload.value = output3;
        return payload;
      });
    }
    if (_out instanceof Promise) {
      throw new $ZodAsyncError();
    }
    payload.value = _out;
    return payload;
  };
});
function handleOptionalResult(payload, result) {
  payload.value = result.issues.length ? void 0 : result.value;
  return payload;
}
var $ZodOptional = /* @__PURE__ */ $constructor("$ZodOptional", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  inst._zod.optout = "optional";
  defineLazyInternal(inst, "values", (zod) => {
    const values2 = zod.def.innerType._zod.values;
    return values2 ? /* @__PURE__ */ new Set([...values2, void 0]) : void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === void 0) {
      if (def.innerType._zod.optin !== "defaulted")
        return payload;
      const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
      if (result instanceof Promise)
        return result.then((result2) => handleOptionalResult(payload, result2));
      return handleOptionalResult(payload, result);
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodExactOptional = /* @__PURE__ */ $constructor("$ZodExactOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
  inst._zod.parse = (payload, ctx) => {
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodNullable = /* @__PURE__ */ $constructor("$ZodNullable", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
  });
  defineLazyInternal(inst, "values", (zod) => {
    return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === null)
      return payload;
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodDefault = /* @__PURE__ */ $constructor("$ZodDefault", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "defaulted";
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    if (payload.value === void 0) {
      payload.value = def.defaultValue;
      return payload;
    }
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleDefaultResult(result2, def));
    }
    return handleDefaultResult(result, def);
  };
});
function handleDefaultResult(payload, def) {
  if (payload.value === void 0) {
    payload.value = def.defaultValue;
  }
  return payload;
}
var $ZodPrefault = /* @__PURE__ */ $constructor("$ZodPrefault", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "defaulted";
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    if (payload.value === void 0) {
      payload.value = def.defaultValue;
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodNonOptional = /* @__PURE__ */ $constructor("$ZodNonOptional", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => {
    const v = zod.def.innerType._zod.values;
    return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleNonOptionalResult(result2, inst));
    }
    return handleNonOptionalResult(result, inst);
  };
});
function handleNonOptionalResult(payload, inst) {
  if (!payload.issues.length && payload.value === void 0) {
    payload.issues.push({
      code: "invalid_type",
      expected: "nonoptional",
      input: payload.value,
      inst
    });
  }
  return payload;
}
var $ZodSuccess = /* @__PURE__ */ $constructor("$ZodSuccess", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      throw new $ZodEncodeError("ZodSuccess");
    }
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => {
        payload.value = result2.issues.length === 0;
        return payload;
      });
    }
    payload.value = result.issues.length === 0;
    return payload;
  };
});
function handleCatchResult(payload, result, def, ctx) {
  if (!result.issues.length) {
    payload.value = result.value;
    if (result.memo)
      payload.memo = true;
    return payload;
  }
  payload.value = def.catchValue({
    ...result,
    value: payload.value,
    error: {
      issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config()))
    },
    input: payload.value
  });
  return payload;
}
var $ZodCatch = /* @__PURE__ */ $constructor("$ZodCatch", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleCatchResult(payload, result2, def, ctx));
    }
    return handleCatchResult(payload, result, def, ctx);
  };
});
var $ZodNaN = /* @__PURE__ */ $constructor("$ZodNaN", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _ctx) => {
    if (typeof payload.value !== "number" || !Number.isNaN(payload.value)) {
      payload.issues.push({
        input: payload.value,
        inst,
        expected: "nan",
        code: "invalid_type"
      });
      return payload;
    }
    return payload;
  };
});
var $ZodPipe = /* @__PURE__ */ $constructor("$ZodPipe", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
  defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
  defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      const right = def.out._zod.run(payload, ctx);
      if (right instanceof Promise) {
        return right.then((right2) => handlePipeResult(right2, def.in, ctx));
      }
      return handlePipeResult(right, def.in, ctx);
    }
    const left = def.in._zod.run(payload, ctx);
    if (left instanceof Promise) {
      return left.then((left2) => handlePipeResult(left2, def.out, ctx));
    }
    return handlePipeResult(left, def.out, ctx);
  };
});
function handlePipeResult(left, next, ctx) {
  if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
    left.aborted = true;
    return left;
  }
  return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
var $ZodCodec = /* @__PURE__ */ $constructor("$ZodCodec", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
  defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
  defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
  inst._zod.parse = (payload, ctx) => {
    const direction = ctx.direction || "forward";
    if (direction === "forward") {
      const left = def.in._zod.run(payload, ctx);
      if (left instanceof Promise) {
        return left.then((left2) => handleCodecAResult(left2, def, ctx));
      }
      return handleCodecAResult(left, def, ctx);
    } else {
      const right = def.out._zod.run(payload, ctx);
      if (right instanceof Promise) {
        return right.then((right2) => handleCodecAResult(right2, def, ctx));
      }
      return handleCodecAResult(right, def, ctx);
    }
  };
});
function handleCodecAResult(result, def, ctx) {
  if (result.issues.length) {
    result.aborted = true;
    return result;
  }
  const direction = ctx.direction || "forward";
  if (direction === "forward") {
    const transformed = def.transform(result.value, result);
    if (transformed instanceof Promise) {
      return transformed.then((value2) => handleCodecTxResult(result, value2, def.out, ctx));
    }
    return handleCodecTxResult(result, transformed, def.out, ctx);
  } else {
    const transformed = def.reverseTransform(result.value, result);
    if (transformed instanceof Promise) {
      return transformed.then((value2) => handleCodecTxResult(result, value2, def.in, ctx));
    }
    return handleCodecTxResult(result, transformed, def.in, ctx);
  }
}
function handleCodecTxResult(left, value2, nextSchema, ctx) {
  if (left.issues.length) {
    left.aborted = true;
    return left;
  }
  return nextSchema._zod.run({ value: value2, issues: left.issues }, ctx);
}
var $ZodPreprocess = /* @__PURE__ */ $constructor("$ZodPreprocess", (inst, def) => {
  $ZodPipe.init(inst, def);
});
var $ZodReadonly = /* @__PURE__ */ $constructor("$ZodReadonly", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then(handleReadonlyResult);
    }
    return handleReadonlyResult(result);
  };
});
function handleReadonlyResult(payload) {
  if (!payload.memo)
    payload.value = Object.freeze(payload.value);
  return payload;
}
function leafPattern(schema) {
  const def = schema._zod.def;
  let pattern = def.pattern;
  let isInt = !!def.format?.includes("int");
  let minimum;
  let maximum;
  for (const ch of def.checks ?? []) {
    const d = ch._zod.def;
    if (d.pattern)
      pattern = d.pattern;
    isInt || (isInt = !!d.format?.includes("int"));
    const lo = d.minimum ?? d.length;
    const hi = d.maximum ?? d.length;
    if (lo !== void 0 && (minimum === void 0 || lo > minimum))
      minimum = lo;
    if (hi !== void 0 && (maximum === void 0 || hi < maximum))
      maximum = hi;
  }
  if (pattern)
    return pattern.source;
  if (minimum !== void 0 && maximum !== void 0 && minimum > maximum)
    return "(?!)";
  if (minimum !== void 0 || maximum !== void 0)
    return string({ minimum, maximum }).source;
  const own2 = schema._zod.pattern;
  return (isInt && own2 === number ? integer : own2)?.source;
}
function partPattern(schema) {
  const def = schema._zod.def;
  const own2 = schema._zod.pattern?.source;
  const inner2 = def.innerType ?? schema._zod.innerType;
  if (inner2) {
    const before = inner2._zod.pattern?.source;
    const after = partPattern(inner2);
    if (own2 && before && after && after !== before) {
      return own2.replace(cleanRegex(before), () => cleanRegex(after));
    }
    return own2;
  }
  if (def.options) {
    const sources = def.options.map(partPattern);
    if (sources.every(Boolean))
      return `^(${sources.map((s) => cleanRegex(s)).join("|")})$`;
  }
  return leafPattern(schema);
}
var $ZodTemplateLiteral = /* @__PURE__ */ $constructor("$ZodTemplateLiteral", (inst, def) => {
  $ZodType.init(inst, def);
  const regexParts = [];
  for (const part of def.parts) {
    if (typeof part === "object" && part !== null) {
      const source = partPattern(part);
      if (!source) {
        throw new Error(`Invalid template literal part, no pattern found: ${[...part._zod.traits].shift()}`);
      }
      regexParts.push(cleanRegex(source));
    } else if (part === null || primitiveTypes.has(typeof part)) {
      regexParts.push(escapeRegex(`${part}`));
    } else {
      throw new Error(`Invalid template literal part: ${part}`);
    }
  }
  inst._zod.pattern = new RegExp(`^${regexParts.join("")}$`);
  inst._zod.parse = (payload, _ctx) => {
    if (typeof payload.value !== "string") {
      payload.issues.push({
        input: payload.value,
        inst,
        expected: "string",
        code: "invalid_type"
      });
      return payload;
    }
    inst._zod.pattern.lastIndex = 0;
    if (!inst._zod.pattern.test(payload.value)) {
      payload.issues.push({
        input: payload.value,
        inst,
        code: "invalid_format",
        format: def.format ?? "template_literal",
        pattern: inst._zod.pattern.source
      });
      return payload;
    }
    return payload;
  };
});
var $ZodFunction = /* @__PURE__ */ $constructor("$ZodFunction", (inst, def) => {
  $ZodType.init(inst, def);
  Object.defineProperty(inst, "_def", { value: def });
  inst._zod.def = def;
  inst.implement = (func) => {
    if (typeof func !== "function") {
      throw new Error("implement() must be called with a function");
    }
    return Object.defineProperty(function(...args) {
      const parsedArgs = inst._def.input ? parse2(inst._def.input, args) : args;
      const result = Reflect.apply(func, this, parsedArgs);
      if (inst._def.output) {
        return parse2(inst._def.output, result);
      }
      return result;
    }, "_zod", { value: inst._zod, enumerable: false });
  };
  inst.implementAsync = (func) => {
    if (typeof func !== "function") {
      throw new Error("implementAsync() must be called with a function");
    }
    return Object.defineProperty(async function(...args) {
      const parsedArgs = inst._def.input ? await parseAsync(inst._def.input, args) : args;
      const result = await Reflect.apply(func, this, parsedArgs);
      if (inst._def.output) {
        return await parseAsync(inst._def.output, result);
      }
      return result;
    }, "_zod", { value: inst._zod, enumerable: false });
  };
  inst._zod.parse = (payload, _ctx) => {
    if (typeof payload.value !== "function") {
      payload.issues.push({
        code: "invalid_type",
        expected: "function",
        input: payload.value,
        inst
      });
      return payload;
    }
    const hasPromiseOutput = inst._def.output && inst._def.output._zod.def.type === "promise";
    if (hasPromiseOutput) {
      payload.value = inst.implementAsync(payload.value);
    } else {
      payload.value = inst.implement(payload.value);
    }
    return payload;
  };
  inst.input = (...args) => {
    const F = inst.constructor;
    if (Array.isArray(args[0])) {
      return new F({
        type: "function",
        input: new $ZodTuple({
          type: "tuple",
          items: args[0],
          rest: args[1]
        }),
        output: inst._def.output
      });
    }
    return new F({
      type: "function",
      input: args[0],
      output: inst._def.output
    });
  };
  inst.output = (output2) => {
    const F = inst.constructor;
    return new F({
      type: "function",
      input: inst._def.input,
      output: output2
    });
  };
  return inst;
});
var $ZodPromise = /* @__PURE__ */ $constructor("$ZodPromise", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, ctx) => {
    return Promise.resolve(payload.value).then((inner2) => def.innerType._zod.run({ value: inner2, issues: [] }, ctx));
  };
});
var $ZodLazy = /* @__PURE__ */ $constructor("$ZodLazy", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazy(inst._zod, "innerType", () => {
    const d = def;
    if (!d._cachedInner)
      d._cachedInner = def.getter();
    return d._cachedInner;
  });
  defineLazyInternal(inst, "pattern", (zod) => zod.innerType?._zod?.pattern);
  defineLazyInternal(inst, "propValues", (zod) => zod.innerType?._zod?.propValues);
  defineLazyInternal(inst, "optin", (zod) => zod.innerType?._zod?.optin ?? void 0);
  defineLazyInternal(inst, "optout", (zod) => zod.innerType?._zod?.optout ?? void 0);
  inst._zod.parse = (payload, ctx) => {
    const inner2 = inst._zod.innerType;
    return inner2._zod.run(payload, ctx);
  };
});
var $ZodCustom = /* @__PURE__ */ $constructor("$ZodCustom", (inst, def) => {
  $ZodCheck.init(inst, def);
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _) => {
    return payload;
  };
  inst._zod.check = (payload) => {
    const input2 = payload.value;
    const r = def.fn(input2);
    if (r instanceof Promise) {
      return r.then((r2) => handleRefineResult(r2, payload, input2, inst));
    }
    handleRefineResult(r, payload, input2, inst);
    return;
  };
});
function handleRefineResult(result, payload, input2, inst) {
  if (!result) {
    const _iss = {
      code: "custom",
      input: input2,
      inst,
      // incorporates params.error into issue reporting
      path: [...inst._zod.def.path ?? []],
      // incorporates params.error into issue reporting
      continue: !inst._zod.def.abort
      // params: inst._zod.def.params,
    };
    if (inst._zod.def.params)
      _iss.params = inst._zod.def.params;
    payload.issues.push(issue(_iss));
  }
}

// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError = class extends Error {
  constructor() {
    super(`Cannot parse a reference cycle that closes through a transform`);
    this.name = "ZodCyclicError";
  }
};
var STATE = "~memo";
var NO_ISSUES = [];
function isRef(value2) {
  return value2 !== null && typeof value2 === "object";
}
function cloneIssues(issues3) {
  return issues3.map((iss) => iss.path ? { ...iss, path: iss.path.slice() } : { ...iss });
}
var recursive = /* @__PURE__ */ new WeakMap();
var NONE = 0;
var ASSUMED = 1;
var PROVEN = 2;
function isRecursive(inst, stack, resolve) {
  const cached2 = recursive.get(inst);
  if (cached2 !== void 0)
    return cached2 ? PROVEN : NONE;
  if (stack.has(inst))
    return PROVEN;
  stack.add(inst);
  let result = NONE;
  const check2 = (child2) => {
    if (result !== PROVEN && child2?._zod) {
      const answer = isRecursive(child2, stack, resolve);
      if (answer > result)
        result = answer;
    }
  };
  const shape = (sh, spread) => {
    let answer = NONE;
    for (const key of Reflect.ownKeys(sh)) {
      const desc = Object.getOwnPropertyDescriptor(sh, key);
      if (spread && !desc.enumerable)
        continue;
      const child2 = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
      if (child2 > answer)
        answer = child2;
    }
    return answer;
  };
  const merge3 = (answer) => {
    if (answer > result)
      result = answer;
  };
  const def = inst._zod.def;
  const kind = def.type;
  switch (kind) {
    case "object": {
      const raw = rawShape(def);
      merge3(raw ? shape(raw, true) : ASSUMED);
      check2(def.catchall);
      break;
    }
    case "array":
      check2(def.element);
      break;
    case "tuple":
      for (const el of def.items)
        check2(el);
      check2(def.rest);
      break;
    case "record":
    case "map":
      check2(def.keyType);
      check2(def.valueType);
      break;
    case "set":
      check2(def.valueType);
      break;
    case "union":
      for (const el of def.options)
        check2(el);
      break;
    case "intersection":
      check2(def.left);
      check2(def.right);
      break;
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
    case "nonoptional":
    case "promise":
    case "success":
      check2(def.innerType);
      break;
    case "pipe":
      check2(def.in);
      check2(def.out);
      break;
    case "function":
      check2(def.input);
      check2(def.output);
      break;
    // `$ZodLazy` caches its inner on the def, so a resolved edge is followed exactly
    case "lazy": {
      const inner2 = def._cachedInner ?? (resolve ? inst._zod.innerType : void 0);
      merge3(inner2 ? isRecursive(inner2, stack, false) : ASSUMED);
      break;
    }
    // a leaf by choice: `parts` are regex fragments, not data positions
    case "template_literal":
    // leaves
    case "string":
    case "number":
    case "int":
    case "boolean":
    case "bigint":
    case "symbol":
    case "undefined":
    case "null":
    case "void":
    case "never":
    case "any":
    case "unknown":
    case "date":
    case "nan":
    case "enum":
    case "literal":
    case "file":
    case "transform":
    case "custom":
      break;
    default: {
      kind;
      for (const key in def) {
        const desc = Object.getOwnPropertyDescriptor(def, key);
        if (!desc || desc.get)
          continue;
        const value2 = desc.value;
        if (!value2 || typeof value2 !== "object")
          continue;
        if (value2._zod)
          check2(value2);
        else if (Array.isArray(value2))
          for (const el of value2)
            check2(el);
      }
    }
  }
  stack.delete(inst);
  return settle(inst, result);
}
function settle(inst, answer) {
  if (answer !== ASSUMED)
    recursive.set(inst, answer === PROVEN);
  return answer;
}
function isRecursiveSchema(inst) {
  return isRecursive(inst, /* @__PURE__ */ new Set(), true) !== NONE;
}
function bucketFor(state, inst) {
  let bucket = state.buckets.get(inst);
  if (!bucket) {
    bucket = /* @__PURE__ */ new WeakMap();
    state.buckets.set(inst, bucket);
  }
  return bucket;
}
var handoff;
var open = [];
var memo = {
  alloc(_inst, payload, empty3) {
    const bucket = handoff;
    if (!bucket)
      return empty3;
    handoff = void 0;
    const entry = { value: empty3, issues: null };
    bucket.set(payload.value, entry);
    open.push(entry);
    return empty3;
  },
  guard(inst) {
    var _a3;
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred.push(() => {
      const base = inst._zod.parse;
      const wrapped = (payload, ctx) => {
        if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value))
          throw new $ZodCyclicError();
        return base(payload, ctx);
      };
      inst._zod.parse = wrapped;
      if (inst._zod.run === base)
        inst._zod.run = wrapped;
    });
  },
  attach(inst) {
    var _a3;
    let isRecursiveInst;
    let rechecked = false;
    let lastCtx;
    let lastBucket;
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred.push(() => {
      const base = inst._zod.parse;
      const wrapped = (payload, ctx) => {
        if (isRecursiveInst === void 0) {
          const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
          if (walked === NONE) {
            inst._zod.parse = base;
            if (inst._zod.run === wrapped)
              inst._zod.run = base;
            return base(payload, ctx);
          }
          if (walked === PROVEN || rechecked)
            isRecursiveInst = true;
          else
            rechecked = true;
        }
        const input2 = payload.value;
        if (!isRef(input2))
          return base(payload, ctx);
        let state = ctx[STATE];
        if (!state) {
          state = { buckets: /* @__PURE__ */ new WeakMap(), backEdges: void 0 };
          ctx[STATE] = state;
        }
        let bucket;
        if (lastCtx === ctx) {
          bucket = lastBucket;
        } else {
          bucket = bucketFor(state, inst);
          lastCtx = ctx;
          lastBucket = bucket;
        }
        const hit = bucket.get(input2);
        if (hit) {
          payload.value = hit.value;
          if (hit.issues) {
            if (hit.issues.length)
              payload.issues.push(...cloneIssues(hit.issues));
          } else {
            payload.memo = true;
            state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet());
            state.backEdges.add(hit.value);
          }
          return payload;
        }
        handoff = bucket;
        const depth = open.length;
        const result = base(payload, ctx);
        handoff = void 0;
        const entry = open.length > depth ? open.pop() : void 0;
        if (result instanceof Promise) {
          return result.then((r) => {
            if (entry)
              entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
            return r;
          });
        }
        if (entry)
          entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
        return result;
      };
      inst._zod.parse = wrapped;
      if (inst._zod.run === base)
        inst._zod.run = wrapped;
    });
  }
};
function memoizer() {
  return memo;
}
function isBackEdge(ctx, value2) {
  const backEdges = ctx[STATE]?.backEdges;
  return backEdges !== void 0 && isRef(value2) && backEdges.has(value2);
}

// node_modules/zod/v4/locales/index.js
var locales_exports = {};

// node_modules/zod/v4/core/registries.js
var _a2;
var $output = /* @__PURE__ */ Symbol("ZodOutput");
var $input = /* @__PURE__ */ Symbol("ZodInput");
var $ZodRegistry = class {
  constructor() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
  }
  add(schema, ..._meta) {
    const meta3 = _meta[0];
    this._map.set(schema, meta3);
    if (meta3 && typeof meta3 === "object" && "id" in meta3) {
      this._idmap.set(meta3.id, schema);
    }
    return this;
  }
  clear() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
    return this;
  }
  remove(schema) {
    const meta3 = this._map.get(schema);
    if (meta3 && typeof meta3 === "object" && "id" in meta3) {
      this._idmap.delete(meta3.id);
    }
    this._map.delete(schema);
    return this;
  }
  get(schema) {
    const p = schema._zod.parent;
    if (p) {
      const pm = { ...this.get(p) ?? {} };
      delete pm.id;
      const f = { ...pm, ...this._map.get(schema) };
      return Object.keys(f).length ? f : void 0;
    }
    return this._map.get(schema);
  }
  has(schema) {
    return this._map.has(schema);
  }
};
function registry() {
  return new $ZodRegistry();
}
(_a2 = globalThis).__zod_globalRegistry ?? (_a2.__zod_globalRegistry = registry());
var globalRegistry = globalThis.__zod_globalRegistry;

// node_modules/zod/v4/core/compile.js
var INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
var FALLBACK_FLAG = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
var ZodCompileAsyncError = class extends Error {
  constructor(message = "z.compile does not support async refinements, transforms, or checks") {
    super(message);
    this.name = "ZodCompileAsyncError";
  }
};
var ZodCompileUnsupportedError = class extends Error {
  constructor(feature, islandable = true) {
    super(`z.compile does not support ${feature}; this schema must use the runtime parser`);
    this.name = "ZodCompileUnsupportedError";
    this.islandable = islandable;
  }
};
function compileValidator(schema, parser) {
  try {
    return compileFn(schema, { assertOnly: true });
  } catch {
    return parser;
  }
}
function compile(schema, options2) {
  try {
    const parser = compileFn(schema);
    const clone2 = withParser(schema, parser);
    clone2._zod.bag.validator = compileValidator(schema, parser);
    return clone2;
  } catch (err) {
    if (options2?.strict)
      throw err;
    return schema;
  }
}
function withParser(schema, parser) {
  if (isRecursiveSchema(schema)) {
    throw new ZodCompileUnsupportedError("a schema whose subtree contains a reference cycle");
  }
  const clone2 = clone(schema);
  const liveRun = schema._zod.run;
  const originalRun = liveRun.__originalRun ?? liveRun;
  const wrapped = (payload, ctx) => {
    if (ctx?.async || ctx?.direction === "backward" || ctx?.skipChecks || ctx?.[FALLBACK_FLAG]) {
      return originalRun(payload, ctx);
    }
    if (ctx && isBackEdge(ctx, payload.value)) {
      return originalRun(payload, ctx);
    }
    const out = parser(payload.value);
    if (out !== INVALID) {
      payload.value = out;
      return payload;
    }
    if (ctx)
      ctx[FALLBACK_FLAG] = true;
    return originalRun(payload, ctx);
  };
  wrapped.__originalRun = originalRun;
  clone2._zod.bag.fallbackRun = originalRun;
  clone2._zod.bag.validator = parser;
  clone2._zod.run = wrapped;
  if (!liveRun.__originalRun)
    installCompiledUserMethods(clone2, schema, parser);
  return clone2;
}
function installCompiledUserMethods(target, source, parser) {
  const targetAny = target;
  const sourceAny = source;
  if (typeof sourceAny.safeParse === "function") {
    const originalSafeParse = sourceAny.safeParse;
    targetAny.safeParse = (data, params) => {
      const out = parser(data);
      if (out !== INVALID) {
        return { success: true, data: out };
      }
      return originalSafeParse(data, params);
    };
  }
  if (typeof sourceAny.parse === "function") {
    const originalParse = sourceAny.parse;
    targetAny.parse = (data, params) => {
      const out = parser(data);
      if (out !== INVALID) {
        return out;
      }
      return originalParse(data, params);
    };
  }
}
function compileFn(schema, options2) {
  let recursive2 = true;
  try {
    recursive2 = isRecursiveSchema(schema);
  } catch {
  }
  if (recursive2) {
    throw new ZodCompileUnsupportedError("a schema whose subtree contains a reference cycle");
  }
  const ctx = {
    constants: /* @__PURE__ */ new Map(),
    constantCounter: 0,
    varCounter: 0,
    definite: true
  };
  const doc = new Doc(["input"]);
  const outputAccessor = generateCheck(doc, ctx, schema, "input", !options2?.assertOnly);
  doc.write(outputAccessor === null ? `return true;` : `return ${outputAccessor};`);
  const constantNames = ["INVALID", ...ctx.constants.keys()];
  const constantValues = [INVALID, ...ctx.constants.values()];
  const code = doc.content.join("\n");
  const fullCode = options2?.debug ? constantNames.length > 0 ? `// Constants: ${constantNames.join(", ")}
${code}` : code : "";
  const F = Function;
  const factoryCode = `return (input) => {
${code}
}`;
  let fn;
  try {
    const factory = new F(...constantNames, factoryCode);
    fn = factory(...constantValues);
  } catch (err) {
    throw new ZodCompileUnsupportedError(`this schema (generated code failed to evaluate: ${err.message})`);
  }
  if (options2?.debug) {
    fn.code = fullCode;
  }
  fn.definite = ctx.definite;
  return fn;
}
function addConstant(ctx, value2) {
  for (const [name5, v] of ctx.constants) {
    if (v === value2)
      return name5;
  }
  const name4 = `c${ctx.constantCounter++}`;
  ctx.constants.set(name4, value2);
  return name4;
}
function addUserConstant(ctx, fn) {
  ctx.definite = false;
  return addConstant(ctx, fn);
}
function newVar(ctx) {
  return `v${ctx.varCounter++}`;
}
function runtimeRun(schema, value2) {
  const result = schema._zod.run({ value: value2, issues: [] }, {});
  if (result && typeof result.then === "function")
    return INVALID;
  const r = result;
  return r.issues.length === 0 ? r.value : INVALID;
}
function compileChild(doc, ctx, schema, accessor, needsValue = true) {
  const contentLen = doc.content.length;
  const constantCount = ctx.constants.size;
  const constantCounter = ctx.constantCounter;
  const varCounter = ctx.varCounter;
  try {
    return generateCheck(doc, ctx, schema, accessor, needsValue);
  } catch (err) {
    if (!(err instanceof ZodCompileUnsupportedError) || !err.islandable)
      throw err;
    doc.content.length = contentLen;
    if (ctx.constants.size > constantCount) {
      const trailing = Array.from(ctx.constants.keys()).slice(constantCount);
      for (const k of trailing)
        ctx.constants.delete(k);
    }
    ctx.constantCounter = constantCounter;
    ctx.varCounter = varCounter;
    return emitRuntimeIsland(doc, ctx, schema, accessor);
  }
}
function emitRuntimeIsland(doc, ctx, schema, accessor) {
  ctx.definite = false;
  const schemaConst = addConstant(ctx, schema);
  const runConst = addConstant(ctx, runtimeRun);
  const outVar = newVar(ctx);
  doc.write(`const ${outVar} = ${runConst}(${schemaConst}, ${accessor});`);
  doc.write(`if (${outVar} === INVALID) return INVALID;`);
  return outVar;
}
var WHEN_DEFAULTED_CHECKS = /* @__PURE__ */ new Set([
  "max_size",
  "min_size",
  "size_equals",
  "max_length",
  "min_length",
  "length_equals"
]);
function generateChecks(doc, ctx, schema, accessor) {
  const schemaChecks = schema._zod.def.checks;
  if (!schemaChecks || schemaChecks.length === 0)
    return accessor;
  let currentAccessor = accessor;
  for (const check2 of schemaChecks) {
    const def = check2._zod.def;
    if (def.when && !WHEN_DEFAULTED_CHECKS.has(def.check)) {
      throw new ZodCompileUnsupportedError(`check with a custom "when" condition`);
    }
    switch (def.check) {
      case "greater_than":
        generateGreaterThanCheck(doc, ctx, def, currentAccessor);
        break;
      case "less_than":
        generateLessThanCheck(doc, ctx, def, currentAccessor);
        break;
      case "multiple_of":
        generateMultipleOfCheck(doc, ctx, def, currentAccessor);
        break;
      case "number_format":
        generateNumberFormatCheck(doc, def, currentAccessor);
        break;
      case "min_length": {
        const min = numericOperand(def.minimum, "min_length");
        const len = codePointLengthVar(doc, ctx, currentAccessor, `${currentAccessor}.length >= ${min} && ${currentAccessor}.length < ${def.minimum * 2}`);
        doc.write(`if (${len} < ${min}) return INVALID;`);
        break;
      }
      case "max_length": {
        const max = numericOperand(def.maximum, "max_length");
        const len = codePointLengthVar(doc, ctx, currentAccessor, `${currentAccessor}.length > ${max}`);
        doc.write(`if (${len} > ${max}) return INVALID;`);
        break;
      }
      case "length_equals": {
        const exact = numericOperand(def.length, "length_equals");
        const len = codePointLengthVar(doc, ctx, currentAccessor, `${currentAccessor}.length >= ${exact} && ${currentAccessor}.length <= ${def.length * 2}`);
        doc.write(`if (${len} !== ${exact}) return INVALID;`);
        break;
      }
      case "min_size":
        doc.write(`if (${currentAccessor}.size < ${numericOperand(def.minimum, "min_size")}) return INVALID;`);
        break;
      case "max_size":
        doc.write(`if (${currentAccessor}.size > ${numericOperand(def.maximum, "max_size")}) return INVALID;`);
        break;
      case "size_equals":
        doc.write(`if (${currentAccessor}.size !== ${numericOperand(def.size, "size_equals")}) return INVALID;`);
        break;
      case "string_format":
        currentAccessor = generateStringFormatCheck(doc, ctx, def, currentAccessor);
        break;
      case "custom":
        currentAccessor = generateCustomRefineCheck(doc, ctx, check2, currentAccessor);
        break;
      case "bigint_format":
        generateBigIntFormatCheck(doc, def, currentAccessor);
        break;
      case "mime_type":
        generateMimeTypeCheck(doc, ctx, def, currentAccessor);
        break;
      case "property":
        generatePropertyCheck(doc, ctx, def, currentAccessor);
        break;
      case "properties":
        generatePropertiesChecks(doc, ctx, def, currentAccessor);
        break;
      case "overwrite": {
        const newAccessor = newVar(ctx);
        generateOverwriteCheck(doc, ctx, check2, currentAccessor, newAccessor);
        currentAccessor = newAccessor;
        break;
      }
      default: {
        void def;
        throw new ZodCompileUnsupportedError(`check type ${def.check}`);
      }
    }
  }
  return currentAccessor;
}
function codePointLengthVar(doc, ctx, accessor, inDoubt) {
  const cpLen = addConstant(ctx, codePointLength);
  const v = newVar(ctx);
  doc.write(`const ${v} = typeof ${accessor} === "string" && ${inDoubt} ? ${cpLen}(${accessor}) : ${accessor}.length;`);
  return v;
}
function numericOperand(value2, label) {
  if (typeof value2 !== "number" || !Number.isFinite(value2)) {
    throw new ZodCompileUnsupportedError(`${label} bound of type ${typeof value2}`);
  }
  return `${value2}`;
}
function comparisonOperand(ctx, value2) {
  if (typeof value2 === "bigint")
    return `${value2}n`;
  if (typeof value2 === "number") {
    if (Number.isNaN(value2))
      throw new ZodCompileUnsupportedError("comparison check with NaN bound");
    return `${value2}`;
  }
  if (value2 instanceof Date) {
    if (Number.isNaN(value2.getTime())) {
      throw new ZodCompileUnsupportedError("comparison check with Invalid Date bound");
    }
    return addConstant(ctx, value2);
  }
  throw new ZodCompileUnsupportedError(`comparison check bound of type ${typeof value2}`);
}
function generateGreaterThanCheck(doc, ctx, def, accessor) {
  const op = def.inclusive ? "<" : "<=";
  doc.write(`if (${accessor} ${op} ${comparisonOperand(ctx, def.value)}) return INVALID;`);
}
function generateLessThanCheck(doc, ctx, def, accessor) {
  const op = def.inclusive ? ">" : ">=";
  doc.write(`if (${accessor} ${op} ${comparisonOperand(ctx, def.value)}) return INVALID;`);
}
function generateMultipleOfCheck(doc, ctx, def, accessor) {
  if (typeof def.value === "bigint") {
    if (def.value === BigInt(0))
      throw new ZodCompileUnsupportedError("multiple_of check with a zero divisor");
    doc.write(`if (${accessor} % ${def.value}n !== 0n) return INVALID;`);
  } else {
    const remainder = addConstant(ctx, floatSafeRemainder);
    doc.write(`if (${remainder}(${accessor}, ${numericOperand(def.value, "multiple_of")}) !== 0) return INVALID;`);
  }
}
function generateNumberFormatCheck(doc, def, accessor) {
  const format = def.format;
  switch (format) {
    case "safeint":
      doc.write(`if (!Number.isSafeInteger(${accessor})) return INVALID;`);
      break;
    case "int32":
      doc.write(`if (!Number.isInteger(${accessor}) || ${accessor} < -2147483648 || ${accessor} > 2147483647) return INVALID;`);
      break;
    case "uint32":
      doc.write(`if (!Number.isInteger(${accessor}) || ${accessor} < 0 || ${accessor} > 4294967295) return INVALID;`);
      break;
    case "float32":
      doc.write(`if (!Number.isFinite(${accessor}) || ${accessor} < -3.4028234663852886e38 || ${accessor} > 3.4028234663852886e38) return INVALID;`);
      break;
    case "float64":
      doc.write(`if (!Number.isFinite(${accessor})) return INVALID;`);
      break;
    default: {
      void format;
      throw new ZodCompileUnsupportedError(`number format ${format}`);
    }
  }
}
function generateBigIntFormatCheck(doc, def, accessor) {
  const format = def.format;
  if (!format)
    return;
  switch (format) {
    case "int64":
      doc.write(`if (${accessor} < -9223372036854775808n || ${accessor} > 9223372036854775807n) return INVALID;`);
      break;
    case "uint64":
      doc.write(`if (${accessor} < 0n || ${accessor} > 18446744073709551615n) return INVALID;`);
      break;
    default: {
      void format;
      throw new ZodCompileUnsupportedError(`bigint format ${format}`);
    }
  }
}
function generateMimeTypeCheck(doc, ctx, def, accessor) {
  const mimeTypes = def.mime;
  if (mimeTypes && mimeTypes.length > 0) {
    const mimeSet = addConstant(ctx, new Set(mimeTypes));
    doc.write(`if (!${mimeSet}.has(${accessor}.type)) return INVALID;`);
  }
}
function generatePropertiesChecks(doc, ctx, def, accessor) {
  if (def.when) {
    throw new ZodCompileUnsupportedError(`check with a custom "when" condition`);
  }
  doc.write(`if (${accessor} == null) return INVALID;`);
  const shape = def.shape;
  for (const key of Reflect.ownKeys(shape)) {
    const keyExpr = typeof key === "symbol" ? addConstant(ctx, key) : esc(key);
    const inputVar = newVar(ctx);
    doc.write(`const ${inputVar} = ${accessor}[${keyExpr}];`);
    compileChild(doc, ctx, shape[key], inputVar, false);
  }
}
function generatePropertyCheck(doc, ctx, def, accessor) {
  const propAccessor = `${accessor}[${JSON.stringify(def.property)}]`;
  generateCheck(doc, ctx, def.schema, propAccessor);
}
function generateOverwriteCheck(doc, ctx, check2, currentAccessor, newAccessor) {
  const tx = check2._zod.def.tx;
  if (!tx) {
    throw new ZodCompileUnsupportedError("overwrite check without a transform function");
  }
  if (isAsyncFunction(tx)) {
    throw new ZodCompileAsyncError("z.compile: async overwrite transforms are not supported");
  }
  const txConst = addConstant(ctx, tx);
  doc.write(`const ${newAccessor} = ${txConst}(${currentAccessor});`);
}
function throwAsync() {
  throw new $ZodAsyncError();
}
function pushIssue(issue2) {
  this.issues.push(issue2);
}
function generateCustomRefineCheck(doc, ctx, check2, accessor) {
  const def = check2._zod.def;
  if (def.fn) {
    if (isAsyncFunction(def.fn)) {
      throw new ZodCompileAsyncError("z.compile: async .refine() predicates are not supported");
    }
    const fnConst = addUserConstant(ctx, def.fn);
    const throwAsyncConst = addConstant(ctx, throwAsync);
    const resVar = newVar(ctx);
    doc.write(`const ${resVar} = ${fnConst}(${accessor});`);
    doc.write(`if (${resVar} instanceof Promise) ${throwAsyncConst}();`);
    doc.write(`if (!${resVar}) return INVALID;`);
    return accessor;
  }
  if (check2._zod.check) {
    if (isAsyncFunction(check2._zod.check)) {
      throw new ZodCompileAsyncError("z.compile: async .superRefine() / check functions are not supported");
    }
    const checkFn = check2._zod.check;
    const helperFn = (value2) => {
      const fakePayload = { value: value2, issues: [], addIssue: pushIssue };
      const result = checkFn(fakePayload);
      if (result instanceof Promise)
        throwAsync();
      return fakePayload.issues.length === 0 ? fakePayload.value : INVALID;
    };
    const helperConst = addUserConstant(ctx, helperFn);
    const outVar = newVar(ctx);
    doc.write(`const ${outVar} = ${helperConst}(${accessor});`);
    doc.write(`if (${outVar} === INVALID) return INVALID;`);
    return outVar;
  }
  throw new ZodCompileUnsupportedError("custom check without a predicate or check function");
}
var PATTERN_IS_COMPLETE = /* @__PURE__ */ new Set([
  "cidrv4",
  "cuid",
  "cuid2",
  "date",
  "datetime",
  "duration",
  "e164",
  "email",
  "emoji",
  "ends_with",
  "guid",
  "includes",
  "ipv4",
  "ksuid",
  "lowercase",
  "mac",
  "nanoid",
  "regex",
  "starts_with",
  "time",
  "ulid",
  "uppercase",
  "uuid",
  "xid"
]);
function generateStringFormatCheck(doc, ctx, def, accessor, needsValue = true) {
  const fmt = def.format;
  if (fmt === "base64") {
    const validator = addConstant(ctx, isValidBase64);
    doc.write(`if (!${validator}(${accessor})) return INVALID;`);
    return accessor;
  }
  if (fmt === "base64url") {
    const validator = addConstant(ctx, isValidBase64URL);
    doc.write(`if (!${validator}(${accessor})) return INVALID;`);
    return accessor;
  }
  if (fmt === "jwt") {
    const validator = addConstant(ctx, isValidJWT);
    const alg = addConstant(ctx, def.alg ?? null);
    doc.write(`if (!${validator}(${accessor}, ${alg})) return INVALID;`);
    return accessor;
  }
  if (fmt === "ipv6") {
    const validator = addConstant(ctx, isValidIPv6);
    doc.write(`if (!${validator}(${accessor})) return INVALID;`);
    return accessor;
  }
  if (fmt === "cidrv6") {
    const validator = addConstant(ctx, isValidCIDRv6);
    doc.write(`if (!${validator}(${accessor})) return INVALID;`);
    return accessor;
  }
  if (fmt === "credit_card") {
    const validator = addConstant(ctx, isValidCreditCard);
    doc.write(`if (!${validator}(${accessor})) return INVALID;`);
    return accessor;
  }
  if (fmt === "iban") {
    const validator = addConstant(ctx, isValidIBAN);
    doc.write(`if (!${validator}(${accessor})) return INVALID;`);
    return accessor;
  }
  const formatDef = def;
  if (fmt === "url" || fmt === "httpurl" || formatDef.normalize || formatDef.hostname !== void 0 || formatDef.protocol !== void 0) {
    const parseConst = addConstant(ctx, validateURL);
    const defConst = addConstant(ctx, def);
    const trimVar = newVar(ctx);
    const urlVar = newVar(ctx);
    doc.write(`const ${trimVar} = ${accessor}.trim();`);
    doc.write(`const ${urlVar} = ${parseConst}(${trimVar}, ${defConst});`);
    doc.write(`if (typeof ${urlVar} === "number") return INVALID;`);
    if (formatDef.hostname !== void 0) {
      const hostnameConst = addConstant(ctx, urlHostnameOk);
      doc.write(`if (!${hostnameConst}(${urlVar}, ${defConst}.hostname)) return INVALID;`);
    }
    if (formatDef.protocol !== void 0) {
      const protocolConst = addConstant(ctx, urlProtocolOk);
      doc.write(`if (!${protocolConst}(${urlVar}, ${defConst}.protocol)) return INVALID;`);
    }
    if (!needsValue)
      return null;
    const outputVar = newVar(ctx);
    const outputExpr = formatDef.normalize ? `${urlVar}.href` : `${addConstant(ctx, stripTabAndNewline)}(${trimVar})`;
    doc.write(`const ${outputVar} = ${outputExpr};`);
    return outputVar;
  }
  const customFn = def.fn;
  if (customFn) {
    if (isAsyncFunction(customFn))
      throw new ZodCompileUnsupportedError(`async string format ${fmt}`);
    const fnConst = addConstant(ctx, customFn);
    doc.write(`if (!${fnConst}(${accessor})) return INVALID;`);
    return accessor;
  }
  if (PATTERN_IS_COMPLETE.has(fmt) && def.pattern) {
    const patternConst = addConstant(ctx, def.pattern);
    doc.write(`${patternConst}.lastIndex = 0;`);
    doc.write(`if (!${patternConst}.test(${accessor})) return INVALID;`);
    return accessor;
  }
  const format = def.format;
  switch (format) {
    case "regex":
      throw new ZodCompileUnsupportedError("regex format without a pattern");
    case "lowercase":
      doc.write(`if (${accessor} !== ${accessor}.toLowerCase()) return INVALID;`);
      break;
    case "uppercase":
      doc.write(`if (${accessor} !== ${accessor}.toUpperCase()) return INVALID;`);
      break;
    case "includes":
      doc.write(`if (!${accessor}.includes(${esc(def.includes)})) return INVALID;`);
      break;
    case "starts_with": {
      const prefix = def.prefix;
      doc.write(`if (${accessor}.slice(0, ${prefix.length}) !== ${esc(prefix)}) return INVALID;`);
      break;
    }
    case "ends_with": {
      const suffix = def.suffix;
      doc.write(`if (${accessor}.slice(-${suffix.length}) !== ${esc(suffix)}) return INVALID;`);
      break;
    }
    default: {
      void format;
      throw new ZodCompileUnsupportedError(`string format ${format}`);
    }
  }
  return accessor;
}
function generateCheck(doc, ctx, schema, accessor, needsValue = true) {
  const def = schema._zod.def;
  const type = def.type;
  if (def.coerce) {
    throw new ZodCompileUnsupportedError(`coercion (z.coerce.${type}())`);
  }
  const buildsValue = needsValue || !!def.checks?.length;
  let typeAccessor;
  switch (type) {
    case "string":
      typeAccessor = generateStringCheck(doc, ctx, schema, accessor, buildsValue);
      break;
    case "number":
      typeAccessor = generateNumberCheck(doc, schema, accessor);
      break;
    case "boolean":
      typeAccessor = generateBooleanCheck(doc, accessor);
      break;
    case "bigint":
      typeAccessor = generateBigIntCheck(doc, schema, accessor);
      break;
    case "symbol":
      typeAccessor = generateSymbolCheck(doc, accessor);
      break;
    case "undefined":
      typeAccessor = generateUndefinedCheck(doc, accessor);
      break;
    case "null":
      typeAccessor = generateNullCheck(doc, accessor);
      break;
    case "any":
    case "unknown":
      typeAccessor = accessor;
      break;
    case "never":
      doc.write("return INVALID;");
      typeAccessor = accessor;
      break;
    case "void":
      typeAccessor = generateVoidCheck(doc, accessor);
      break;
    case "nan":
      typeAccessor = generateNaNCheck(doc, accessor);
      break;
    case "date":
      typeAccessor = generateDateCheck(doc, accessor);
      break;
    case "object":
      typeAccessor = generateObjectCheck(doc, ctx, schema, accessor, buildsValue);
      break;
    case "optional":
      typeAccessor = generateOptionalCheck(doc, ctx, schema, accessor, buildsValue);
      break;
    case "nullable":
      typeAccessor = generateNullableCheck(doc, ctx, schema, accessor, buildsValue);
      break;
    case "array":
      typeAccessor = generateArrayCheck(doc, ctx, schema, accessor, buildsValue);
      break;
    case "literal":
      typeAccessor = generateLiteralCheck(doc, ctx, schema, accessor);
      break;
    case "enum":
      typeAccessor = generateEnumCheck(doc, ctx, schema, accessor);
      break;
    case "readonly": {
      const innerOut = generateWrapperCheck(doc, ctx, schema, accessor);
      const frozenVar = newVar(ctx);
      doc.write(`const ${frozenVar} = Object.freeze(${innerOut});`);
      typeAccessor = frozenVar;
      break;
    }
    case "success":
      generateWrapperCheck(doc, ctx, schema, accessor);
      typeAccessor = "true";
      break;
    case "default":
    case "prefault":
      typeAccessor = generateDefaultCheck(doc, ctx, schema, accessor);
      break;
    case "nonoptional":
      typeAccessor = generateNonOptionalCheck(doc, ctx, schema, accessor);
      break;
    case "tuple":
      typeAccessor = generateTupleCheck(doc, ctx, schema, accessor);
      break;
    case "union":
      typeAccessor = generateUnionCheck(doc, ctx, schema, accessor);
      break;
    case "intersection":
      typeAccessor = generateIntersectionCheck(doc, ctx, schema, accessor);
      break;
    case "record":
      typeAccessor = generateRecordCheck(doc, ctx, schema, accessor);
      break;
    case "map":
      typeAccessor = generateMapCheck(doc, ctx, schema, accessor);
      break;
    case "set":
      typeAccessor = generateSetCheck(doc, ctx, schema, accessor);
      break;
    case "file":
      typeAccessor = generateFileCheck(doc, accessor);
      break;
    case "template_literal":
      typeAccessor = generateTemplateLiteralCheck(doc, ctx, schema, accessor);
      break;
    case "lazy":
      typeAccessor = generateLazyCheck(doc, ctx, schema, accessor);
      break;
    case "pipe":
      typeAccessor = generatePipeCheck(doc, ctx, schema, accessor);
      break;
    case "custom":
      typeAccessor = generateCustomCheck(doc, ctx, schema, accessor);
      break;
    case "transform":
      typeAccessor = generateTransformCheck(doc, ctx, schema, accessor);
      break;
    case "catch":
      typeAccessor = generateCatchCheck(doc, ctx, schema, accessor);
      break;
    default: {
      void type;
      throw new ZodCompileUnsupportedError(`schema type ${type}`);
    }
  }
  if (typeAccessor === null)
    return null;
  return generateChecks(doc, ctx, schema, typeAccessor);
}
function generateStringCheck(doc, ctx, schema, accessor, needsValue = true) {
  doc.write(`if (typeof ${accessor} !== "string") return INVALID;`);
  const def = schema._zod.def;
  if (def.format === void 0)
    return accessor;
  return generateStringFormatCheck(doc, ctx, def, accessor, needsValue);
}
function generateNumberCheck(doc, schema, accessor) {
  doc.write(`if (typeof ${accessor} !== "number" || !Number.isFinite(${accessor})) return INVALID;`);
  const def = schema._zod.def;
  if (def.check === "number_format" && def.format) {
    generateNumberFormatCheck(doc, { format: def.format }, accessor);
  }
  return accessor;
}
function generateBooleanCheck(doc, accessor) {
  doc.write(`if (typeof ${accessor} !== "boolean") return INVALID;`);
  return accessor;
}
function generateBigIntCheck(doc, schema, accessor) {
  doc.write(`if (typeof ${accessor} !== "bigint") return INVALID;`);
  const def = schema._zod.def;
  if (def.format) {
    switch (def.format) {
      case "int64":
        doc.write(`if (${accessor} < -9223372036854775808n || ${accessor} > 9223372036854775807n) return INVALID;`);
        break;
      case "uint64":
        doc.write(`if (${accessor} < 0n || ${accessor} > 18446744073709551615n) return INVALID;`);
        break;
    }
  }
  return accessor;
}
function generateSymbolCheck(doc, accessor) {
  doc.write(`if (typeof ${accessor} !== "symbol") return INVALID;`);
  return accessor;
}
function generateUndefinedCheck(doc, accessor) {
  doc.write(`if (${accessor} !== undefined) return INVALID;`);
  return accessor;
}
function generateNullCheck(doc, accessor) {
  doc.write(`if (${accessor} !== null) return INVALID;`);
  return accessor;
}
function generateVoidCheck(doc, accessor) {
  doc.write(`if (${accessor} !== undefined) return INVALID;`);
  return accessor;
}
function generateNaNCheck(doc, accessor) {
  doc.write(`if (typeof ${accessor} !== "number" || !Number.isNaN(${accessor})) return INVALID;`);
  return accessor;
}
function generateDateCheck(doc, accessor) {
  doc.write(`if (!(${accessor} instanceof Date) || Number.isNaN(${accessor}.getTime())) return INVALID;`);
  return accessor;
}
function generateObjectCheck(doc, ctx, schema, accessor, buildsValue = true) {
  const def = schema._zod.def;
  doc.write(`if (typeof ${accessor} !== "object" || ${accessor} === null || Array.isArray(${accessor})) return INVALID;`);
  const shape = def.shape;
  const keys = Object.keys(shape);
  const symbolKeys = Object.getOwnPropertySymbols(shape);
  const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
  const keyExpr = (k) => typeof k === "symbol" ? addConstant(ctx, k) : esc(k);
  const propKey = (k) => typeof k === "symbol" ? `[${keyExpr(k)}]` : esc(k);
  const propShape = shape;
  if (keys.includes("__proto__")) {
    throw new ZodCompileUnsupportedError('object shape key "__proto__"');
  }
  const propOutputs = /* @__PURE__ */ new Map();
  for (const key of allKeys) {
    const propSchema = propShape[key];
    const kx = keyExpr(key);
    const inputVar = newVar(ctx);
    doc.write(`const ${inputVar} = ${accessor}[${kx}];`);
    if (propSchema._zod.optin !== void 0) {
      const outputVar2 = newVar(ctx);
      doc.write(`let ${outputVar2} = (() => {`);
      doc.indented((d) => {
        const outputAccessor = compileChild(d, ctx, propSchema, inputVar);
        d.write(`return ${outputAccessor};`);
      });
      doc.write(`})();`);
      if (propSchema._zod.optout === "optional") {
        doc.write(`if (${outputVar2} === INVALID) {`);
        doc.indented((d) => {
          d.write(`if (${kx} in ${accessor}) return INVALID;`);
          d.write(`${outputVar2} = undefined;`);
        });
        doc.write(`}`);
      } else {
        doc.write(`if (${outputVar2} === INVALID) return INVALID;`);
      }
      propOutputs.set(key, outputVar2);
    } else {
      if (requiresPresenceCheck(propSchema)) {
        doc.write(`if (!(${kx} in ${accessor})) return INVALID;`);
      }
      const outputAccessor = compileChild(doc, ctx, propSchema, inputVar, buildsValue);
      if (outputAccessor !== null)
        propOutputs.set(key, outputAccessor);
    }
  }
  const catchall = def.catchall;
  let unknownKeysMode = "none";
  if (catchall) {
    const catchallType = catchall._zod.def.type;
    if (catchallType === "never") {
      const condition3 = keys.map((k) => `k !== ${esc(k)}`).join(" && ") || "true";
      doc.write(`for (const k in ${accessor}) {`);
      doc.indented((d) => {
        d.write(`if (${condition3}) return INVALID;`);
      });
      doc.write(`}`);
    } else if ((catchallType === "unknown" || catchallType === "any") && !catchall._zod.def.checks?.length) {
      unknownKeysMode = "passthrough";
    } else {
      unknownKeysMode = "schema";
    }
  }
  const outputVar = newVar(ctx);
  const hasConditionalKeys = allKeys.some((k) => mayOmitUndefined(propShape[k]) || dropsWhenAbsent(propShape[k]));
  if (!buildsValue) {
    if (unknownKeysMode === "schema") {
      const knownSet = keys.length > 0 ? addConstant(ctx, new Set(keys)) : null;
      doc.write(`for (const k in ${accessor}) {`);
      doc.indented((d) => {
        d.write(`if (k === "__proto__") continue;`);
        if (knownSet)
          d.write(`if (${knownSet}.has(k)) continue;`);
        const valVar = newVar(ctx);
        d.write(`const ${valVar} = ${accessor}[k];`);
        compileChild(d, ctx, catchall, valVar, false);
      });
      doc.write(`}`);
    }
    return null;
  }
  if (!hasConditionalKeys) {
    const propLiterals = allKeys.map((k) => `${propKey(k)}: ${propOutputs.get(k)}`).join(", ");
    doc.write(`const ${outputVar} = { ${propLiterals} };`);
  } else {
    doc.write(`const ${outputVar} = {};`);
    for (const k of allKeys) {
      const kx = keyExpr(k);
      const out = propOutputs.get(k);
      if (dropsWhenAbsent(propShape[k])) {
        doc.write(`if (${kx} in ${accessor}) ${outputVar}[${kx}] = ${out};`);
      } else if (mayOmitUndefined(propShape[k])) {
        doc.write(`if (${out} !== undefined || ${kx} in ${accessor}) ${outputVar}[${kx}] = ${out};`);
      } else {
        doc.write(`${outputVar}[${kx}] = ${out};`);
      }
    }
  }
  if (unknownKeysMode !== "none") {
    const knownSet = keys.length > 0 ? addConstant(ctx, new Set(keys)) : null;
    doc.write(`for (const k in ${accessor}) {`);
    doc.indented((d) => {
      d.write(`if (k === "__proto__") continue;`);
      if (knownSet)
        d.write(`if (${knownSet}.has(k)) continue;`);
      if (unknownKeysMode === "passthrough") {
        d.write(`${outputVar}[k] = ${accessor}[k];`);
      } else {
        const valVar = newVar(ctx);
        d.write(`const ${valVar} = ${accessor}[k];`);
        const catchallOut = compileChild(d, ctx, catchall, valVar);
        d.write(`${outputVar}[k] = ${catchallOut};`);
      }
    });
    doc.write(`}`);
  }
  return outputVar;
}
function generateOptionalCheck(doc, ctx, schema, accessor, buildsValue = true) {
  const def = schema._zod.def;
  if (isExactOptional(schema)) {
    return generateCheck(doc, ctx, def.innerType, accessor, buildsValue);
  }
  if (def.innerType._zod.optin === "defaulted") {
    const outputVar2 = newVar(ctx);
    const branchVar = newVar(ctx);
    doc.write(`let ${outputVar2};`);
    doc.write(`if (${accessor} === undefined) {`);
    doc.indented((d) => {
      d.write(`const ${branchVar} = (() => {`);
      d.indented((d2) => {
        const innerOutput = generateCheck(d2, ctx, def.innerType, accessor);
        d2.write(`return ${innerOutput};`);
      });
      d.write(`})();`);
      d.write(`if (${branchVar} !== INVALID) ${outputVar2} = ${branchVar};`);
    });
    doc.write(`} else {`);
    doc.indented((d) => {
      const innerOutput = generateCheck(d, ctx, def.innerType, accessor);
      d.write(`${outputVar2} = ${innerOutput};`);
    });
    doc.write(`}`);
    return outputVar2;
  }
  const outputVar = buildsValue ? newVar(ctx) : null;
  if (outputVar)
    doc.write(`let ${outputVar};`);
  doc.write(`if (${accessor} !== undefined) {`);
  doc.indented((d) => {
    const innerOutput = generateCheck(d, ctx, def.innerType, accessor, buildsValue);
    if (outputVar && innerOutput !== null)
      d.write(`${outputVar} = ${innerOutput};`);
  });
  doc.write(`}`);
  return outputVar;
}
function isExactOptional(schema) {
  return schema._zod.traits?.has("$ZodExactOptional") === true;
}
function requiresPresenceCheck(schema) {
  return schema._zod.optin === void 0 && fastPathAcceptsAbsence(schema);
}
function fastPathAcceptsAbsence(schema) {
  if (schema._zod.def.coerce)
    return true;
  const def = schema._zod.def;
  switch (def.type) {
    case "any":
    case "unknown":
    case "undefined":
    case "void":
    case "default":
    case "prefault":
    case "transform":
    case "custom":
    case "lazy":
      return true;
    case "string":
    case "number":
    case "boolean":
    case "bigint":
    case "symbol":
    case "null":
    case "never":
    case "nan":
    case "date":
    case "object":
    case "array":
    case "tuple":
    case "record":
    case "map":
    case "set":
    case "file":
    case "template_literal":
      return false;
    case "nonoptional":
      return def.innerType ? fastPathAcceptsAbsence(def.innerType) : false;
    case "literal":
      return !!def.values?.includes(void 0);
    case "enum":
      return !!schema._zod.values?.has(void 0);
    case "optional":
    case "nullable":
    case "readonly":
    case "success":
      return def.innerType ? fastPathAcceptsAbsence(def.innerType) : true;
    case "catch":
      return true;
    case "union":
      return def.options ? def.options.some(fastPathAcceptsAbsence) : true;
    case "intersection":
      if (!def.left || !def.right)
        return true;
      return fastPathAcceptsAbsence(def.left) && fastPathAcceptsAbsence(def.right);
    case "pipe":
      return def.in ? fastPathAcceptsAbsence(def.in) : true;
    default:
      return true;
  }
}
function dropsWhenAbsent(schema) {
  return schema._zod.optin === "optional" && schema._zod.optout === "optional";
}
function mayOmitUndefined(schema) {
  return (schema._zod.optin !== "defaulted" || schema._zod.optout === "optional") && mayOutputUndefined(schema);
}
function mayOutputUndefined(schema) {
  const def = schema._zod.def;
  switch (def.type) {
    case "string":
    case "number":
    case "boolean":
    case "bigint":
    case "symbol":
    case "null":
    case "nan":
    case "date":
    case "object":
    case "array":
    case "tuple":
    case "record":
    case "map":
    case "set":
    case "file":
    case "template_literal":
    case "never":
    case "success":
      return false;
    case "literal":
      return !!def.values?.includes(void 0);
    case "enum":
      return !!schema._zod.values?.has(void 0);
    case "optional":
      return true;
    case "nullable":
    case "readonly":
    case "nonoptional":
      return def.innerType ? mayOutputUndefined(def.innerType) : true;
    case "union":
      return def.options ? def.options.some(mayOutputUndefined) : true;
    case "intersection":
      return !def.left || !def.right || mayOutputUndefined(def.left) || mayOutputUndefined(def.right);
    case "pipe":
      return def.out ? mayOutputUndefined(def.out) : true;
    default:
      return true;
  }
}
function generateNullableCheck(doc, ctx, schema, accessor, buildsValue = true) {
  const def = schema._zod.def;
  const outputVar = buildsValue ? newVar(ctx) : null;
  if (outputVar)
    doc.write(`let ${outputVar} = null;`);
  doc.write(`if (${accessor} !== null) {`);
  doc.indented((d) => {
    const innerOutput = generateCheck(d, ctx, def.innerType, accessor, buildsValue);
    if (outputVar && innerOutput !== null)
      d.write(`${outputVar} = ${innerOutput};`);
  });
  doc.write(`}`);
  return outputVar;
}
function generateSizeGate(doc, schema, size) {
  for (const [max, check2] of sizeCaps(schema._zod.def.checks)) {
    doc.write(`if (${size} > ${numericOperand(max, check2._zod.def.check)}) return INVALID;`);
  }
}
function generateArrayCheck(doc, ctx, schema, accessor, buildsValue = true) {
  const def = schema._zod.def;
  doc.write(`if (!Array.isArray(${accessor})) return INVALID;`);
  generateSizeGate(doc, schema, `${accessor}.length`);
  const outputVar = buildsValue ? newVar(ctx) : null;
  const iVar = newVar(ctx);
  const elemVar = newVar(ctx);
  if (outputVar)
    doc.write(`const ${outputVar} = new Array(${accessor}.length);`);
  doc.write(`for (let ${iVar} = 0; ${iVar} < ${accessor}.length; ${iVar}++) {`);
  doc.indented((d) => {
    d.write(`const ${elemVar} = ${accessor}[${iVar}];`);
    const elemOutput = compileChild(d, ctx, def.element, elemVar, buildsValue);
    if (outputVar && elemOutput !== null)
      d.write(`${outputVar}[${iVar}] = ${elemOutput};`);
  });
  doc.write(`}`);
  return outputVar;
}
function generateLiteralCheck(doc, ctx, schema, accessor) {
  const def = schema._zod.def;
  const values2 = def.values;
  if (values2.length !== 1) {
    const literalSet = addConstant(ctx, new Set(values2));
    doc.write(`if (!${literalSet}.has(${accessor})) return INVALID;`);
    return accessor;
  }
  const value2 = values2[0];
  if (typeof value2 === "number" && Number.isNaN(value2)) {
    const literalSet = addConstant(ctx, new Set(values2));
    doc.write(`if (!${literalSet}.has(${accessor})) return INVALID;`);
    return accessor;
  }
  if (typeof value2 === "string") {
    doc.write(`if (${accessor} !== ${esc(value2)}) return INVALID;`);
  } else if (typeof value2 === "number" || typeof value2 === "boolean") {
    doc.write(`if (${accessor} !== ${value2}) return INVALID;`);
  } else if (value2 === null) {
    doc.write(`if (${accessor} !== null) return INVALID;`);
  } else if (value2 === void 0) {
    doc.write(`if (${accessor} !== undefined) return INVALID;`);
  } else if (typeof value2 === "bigint") {
    doc.write(`if (${accessor} !== ${value2}n) return INVALID;`);
  } else {
    throw new ZodCompileUnsupportedError(`literal type ${typeof value2}`);
  }
  return accessor;
}
function generateEnumCheck(doc, ctx, schema, accessor) {
  const values2 = schema._zod.values;
  if (!values2) {
    throw new ZodCompileUnsupportedError("enum schema without enumerated values");
  }
  const enumSet = addConstant(ctx, values2);
  doc.write(`if (!${enumSet}.has(${accessor})) return INVALID;`);
  return accessor;
}
function generateWrapperCheck(doc, ctx, schema, accessor) {
  const def = schema._zod.def;
  return generateCheck(doc, ctx, def.innerType, accessor);
}
function generateDefaultCheck(doc, ctx, schema, accessor) {
  const def = schema._zod.def;
  const descriptor = Object.getOwnPropertyDescriptor(schema._zod.def, "defaultValue");
  const defaultGetter = descriptor ? () => schema._zod.def.defaultValue : void 0;
  if (schema._zod.def.type === "prefault") {
    if (!defaultGetter) {
      return generateCheck(doc, ctx, def.innerType, accessor);
    }
    const defaultFn = addConstant(ctx, defaultGetter);
    const inputVar = newVar(ctx);
    doc.write(`let ${inputVar} = ${accessor};`);
    doc.write(`if (${accessor} === undefined) ${inputVar} = ${defaultFn}();`);
    return generateCheck(doc, ctx, def.innerType, inputVar);
  }
  const outputVar = newVar(ctx);
  if (defaultGetter) {
    const defaultFn = addConstant(ctx, defaultGetter);
    const cloneFn = addConstant(ctx, shallowClone);
    doc.write(`let ${outputVar};`);
    doc.write(`if (${accessor} === undefined) {`);
    doc.indented((d) => {
      d.write(`${outputVar} = ${cloneFn}(${defaultFn}());`);
    });
    doc.write(`} else {`);
    doc.indented((d) => {
      const innerOutput = generateCheck(d, ctx, def.innerType, accessor);
      d.write(`${outputVar} = ${innerOutput} === undefined ? ${cloneFn}(${defaultFn}()) : ${innerOutput};`);
    });
    doc.write(`}`);
  } else {
    doc.write(`let ${outputVar};`);
    doc.write(`if (${accessor} !== undefined) {`);
    doc.indented((d) => {
      const innerOutput = generateCheck(d, ctx, def.innerType, accessor);
      d.write(`${outputVar} = ${innerOutput};`);
    });
    doc.write(`}`);
  }
  return outputVar;
}
function generateNonOptionalCheck(doc, ctx, schema, accessor) {
  const def = schema._zod.def;
  const innerOutput = generateCheck(doc, ctx, def.innerType, accessor);
  const outputVar = newVar(ctx);
  doc.write(`const ${outputVar} = ${innerOutput};`);
  doc.write(`if (${outputVar} === undefined) return INVALID;`);
  return outputVar;
}
function generateTupleCheck(doc, ctx, schema, accessor) {
  const def = schema._zod.def;
  const items = def.items;
  const rest = def.rest;
  doc.write(`if (!Array.isArray(${accessor})) return INVALID;`);
  const optinStart = getTupleOptStart2(items, "optin");
  const optoutStart = getTupleOptStart2(items, "optout");
  if (rest) {
    doc.write(`if (${accessor}.length < ${optinStart}) return INVALID;`);
  } else {
    doc.write(`if (${accessor}.length < ${optinStart} || ${accessor}.length > ${items.length}) return INVALID;`);
  }
  const outputVar = newVar(ctx);
  doc.write(`const ${outputVar} = [];`);
  for (let i = 0; i < items.length; i++) {
    const itemSchema = items[i];
    if (i >= optoutStart) {
      doc.write(`if (${outputVar}.length === ${i}) {`);
      doc.indented((d) => {
        d.write(`if (${i} < ${accessor}.length) {`);
        d.indented((d2) => {
          const elemVar = newVar(ctx);
          d2.write(`const ${elemVar} = ${accessor}[${i}];`);
          const elemOutput = compileChild(d2, ctx, itemSchema, elemVar);
          d2.write(`${outputVar}[${i}] = ${elemOutput};`);
        });
        d.write(`} else {`);
        d.indented((d2) => {
          if (dropsWhenAbsent(itemSchema)) {
            d2.write(`${outputVar}.length = ${i};`);
            return;
          }
          const elemVar = newVar(ctx);
          const branchVar = newVar(ctx);
          d2.write(`const ${elemVar} = undefined;`);
          d2.write(`const ${branchVar} = (() => {`);
          d2.indented((d3) => {
            const elemOutput = compileChild(d3, ctx, itemSchema, elemVar);
            d3.write(`return ${elemOutput};`);
          });
          d2.write(`})();`);
          d2.write(`if (${branchVar} === INVALID || ${branchVar} === undefined) ${outputVar}.length = ${i};`);
          d2.write(`else ${outputVar}[${i}] = ${branchVar};`);
        });
        d.write(`}`);
      });
      doc.write(`}`);
    } else {
      const elemVar = newVar(ctx);
      doc.write(`const ${elemVar} = ${accessor}[${i}];`);
      const elemOutput = compileChild(doc, ctx, itemSchema, elemVar);
      doc.write(`${outputVar}[${i}] = ${elemOutput};`);
    }
  }
  if (rest) {
    const iVar = newVar(ctx);
    const elemVar = newVar(ctx);
    doc.write(`for (let ${iVar} = ${items.length}; ${iVar} < ${accessor}.length; ${iVar}++) {`);
    doc.indented((d) => {
      d.write(`const ${elemVar} = ${accessor}[${iVar}];`);
      const elemOutput = compileChild(d, ctx, rest, elemVar);
      d.write(`${outputVar}[${iVar}] = ${elemOutput};`);
    });
    doc.write(`}`);
  }
  return outputVar;
}
function getTupleOptStart2(items, key) {
  for (let i = items.length - 1; i >= 0; i--) {
    const omittable = key === "optin" ? items[i]._zod.optin !== void 0 : items[i]._zod.optout === "optional";
    if (!omittable)
      return i + 1;
  }
  return 0;
}
function generateUnionCheck(doc, ctx, schema, accessor) {
  const def = schema._zod.def;
  const options2 = def.options;
  if (def.discriminator) {
    return generateDiscriminatedUnionCheck(doc, ctx, def, accessor);
  }
  if (def.inclusive === false) {
    throw new ZodCompileUnsupportedError("exclusive unions (z.xor)");
  }
  if (options2.length === 0) {
    doc.write("return INVALID;");
    return accessor;
  }
  if (options2.length === 1) {
    return generateCheck(doc, ctx, options2[0], accessor);
  }
  const allLiterals = options2.every((opt) => opt._zod.def.type === "literal" && !opt._zod.def.checks?.length);
  if (allLiterals) {
    const values2 = new Set(options2.flatMap((opt) => opt._zod.def.values));
    const valuesConst = addConstant(ctx, values2);
    doc.write(`if (!${valuesConst}.has(${accessor})) return INVALID;`);
    return accessor;
  }
  const outputVar = newVar(ctx);
  doc.write(`let ${outputVar};`);
  for (let i = 0; i < options2.length; i++) {
    const opt = options2[i];
    if (i === 0) {
      doc.write(`${outputVar} = (() => {`);
    } else {
      doc.write(`if (${outputVar} === INVALID) ${outputVar} = (() => {`);
    }
    doc.indented((d) => {
      const branchOutput = generateCheck(d, ctx, opt, accessor);
      d.write(`return ${branchOutput};`);
    });
    doc.write(`})();`);
  }
  doc.write(`if (${outputVar} === INVALID) return INVALID;`);
  return outputVar;
}
function generateDiscriminatedUnionCheck(doc, ctx, def, accessor) {
  if (def.unionFallback) {
    throw new ZodCompileUnsupportedError("discriminated union with unionFallback");
  }
  if (def.options.length === 0) {
    doc.write("return INVALID;");
    return accessor;
  }
  const discVar = newVar(ctx);
  const outputVar = newVar(ctx);
  doc.write(`const ${discVar} = ${accessor}?.[${esc(def.discriminator)}];`);
  doc.write(`let ${outputVar};`);
  let firstBranch = true;
  const claimed = /* @__PURE__ */ new Set();
  for (const option2 of def.options) {
    const values2 = option2._zod.propValues?.[def.discriminator];
    if (!values2 || values2.size === 0) {
      throw new ZodCompileUnsupportedError("discriminated union option without static discriminator values");
    }
    for (const value2 of values2) {
      if (claimed.has(value2)) {
        throw new ZodCompileUnsupportedError(`duplicate discriminator value ${String(value2)}`);
      }
      claimed.add(value2);
    }
    const conditions2 = Array.from(values2, (value2) => literalEquality(ctx, discVar, value2));
    const prefix = firstBranch ? "if" : "else if";
    doc.write(`${prefix} (${conditions2.join(" || ")}) {`);
    doc.indented((d) => {
      const branchOutput = generateCheck(d, ctx, option2, accessor);
      d.write(`${outputVar} = ${branchOutput};`);
    });
    doc.write(`}`);
    firstBranch = false;
  }
  doc.write(`else { return INVALID; }`);
  return outputVar;
}
function literalEquality(ctx, accessor, value2) {
  if (typeof value2 === "string")
    return `${accessor} === ${esc(value2)}`;
  if (typeof value2 === "number") {
    if (Number.isNaN(value2))
      return `Number.isNaN(${accessor})`;
    return `${accessor} === ${value2}`;
  }
  if (typeof value2 === "boolean")
    return `${accessor} === ${value2}`;
  if (value2 === null)
    return `${accessor} === null`;
  if (value2 === void 0)
    return `${accessor} === undefined`;
  if (typeof value2 === "bigint")
    return `${accessor} === ${value2}n`;
  if (typeof value2 === "symbol") {
    const symbolConst = addConstant(ctx, value2);
    return `${accessor} === ${symbolConst}`;
  }
  throw new ZodCompileUnsupportedError(`literal discriminator value ${String(value2)}`);
}
function generateIntersectionCheck(doc, ctx, schema, accessor) {
  const def = schema._zod.def;
  ctx.definite = false;
  const leftOutput = compileChild(doc, ctx, def.left, accessor);
  const rightOutput = compileChild(doc, ctx, def.right, accessor);
  const mergeConst = addConstant(ctx, mergeValues);
  const mergedVar = newVar(ctx);
  doc.write(`const ${mergedVar} = ${mergeConst}(${leftOutput}, ${rightOutput});`);
  doc.write(`if (!${mergedVar}.valid) return INVALID;`);
  return `${mergedVar}.data`;
}
function generateRecordCheck(doc, ctx, schema, accessor) {
  const def = schema._zod.def;
  const isPlainObjectConst = addConstant(ctx, isPlainObject);
  doc.write(`if (!${isPlainObjectConst}(${accessor})) return INVALID;`);
  const outputVar = newVar(ctx);
  const kVar = newVar(ctx);
  const valVar = newVar(ctx);
  doc.write(`const ${outputVar} = {};`);
  const recordDef = def;
  const keyValues = recordDef.partial ? void 0 : def.keyType._zod.values;
  if (keyValues) {
    const inputKeys = [];
    for (const key of keyValues) {
      if (!(typeof key === "string" || typeof key === "number" || typeof key === "symbol")) {
        throw new ZodCompileUnsupportedError(`record key value ${String(key)}`);
      }
      const inputKey = typeof key === "number" ? key.toString() : key;
      if (inputKey === "__proto__") {
        throw new ZodCompileUnsupportedError('record key "__proto__"');
      }
      inputKeys.push(inputKey);
      const keyConst = addConstant(ctx, key);
      const outKey = generateCheck(doc, ctx, def.keyType, keyConst);
      const valueVar = newVar(ctx);
      doc.write(`const ${valueVar} = ${accessor}[${literalPropertyKey(ctx, inputKey)}];`);
      const valOutput = compileChild(doc, ctx, def.valueType, valueVar);
      doc.write(`${outputVar}[${outKey}] = ${valOutput};`);
    }
    const knownKeysConst = addConstant(ctx, new Set(inputKeys));
    doc.write(`for (const ${kVar} in ${accessor}) {`);
    doc.indented((d) => {
      d.write(`if (${knownKeysConst}.has(${kVar})) continue;`);
      if (recordDef.mode === "loose") {
        d.write(`if (${kVar} !== "__proto__") ${outputVar}[${kVar}] = ${accessor}[${kVar}];`);
      } else {
        d.write(`return INVALID;`);
      }
    });
    doc.write(`}`);
    return outputVar;
  }
  const keyDef = def.keyType._zod.def;
  const keyIsBareString = keyDef.type === "string" && keyDef.format === void 0 && !keyDef.coerce && (keyDef.checks?.length ?? 0) === 0;
  if (!keyIsBareString) {
    const isLoose = def.mode === "loose";
    const keyFn = compileFn(def.keyType);
    if (keyFn.definite === false)
      ctx.definite = false;
    const keyFast = addConstant(ctx, keyFn);
    const numericConst = addConstant(ctx, number);
    const outKeyVar = newVar(ctx);
    emitOwnKeys(doc, ctx, accessor, kVar, (d) => {
      d.write(`let ${outKeyVar} = ${keyFast}(${kVar});`);
      d.write(`if (${outKeyVar} === INVALID && typeof ${kVar} === "string" && ${numericConst}.test(${kVar})) ${outKeyVar} = ${keyFast}(Number(${kVar}));`);
      if (isLoose) {
        d.write(`if (${outKeyVar} === INVALID) { ${outputVar}[${kVar}] = ${accessor}[${kVar}]; continue; }`);
      } else {
        d.write(`if (${outKeyVar} === INVALID) return INVALID;`);
      }
      d.write(`if (${outKeyVar} === "__proto__") continue;`);
      const valueVar = newVar(ctx);
      d.write(`const ${valueVar} = ${accessor}[${kVar}];`);
      const valOutput = compileChild(d, ctx, def.valueType, valueVar);
      d.write(`${outputVar}[${outKeyVar}] = ${valOutput};`);
    });
    return outputVar;
  }
  emitOwnKeys(doc, ctx, accessor, kVar, (d) => {
    d.write(`const ${valVar} = ${accessor}[${kVar}];`);
    const valOutput = compileChild(d, ctx, def.valueType, valVar);
    d.write(`${outputVar}[${kVar}] = ${valOutput};`);
  }, `return INVALID;`);
  return outputVar;
}
function emitOwnKeys(doc, ctx, accessor, kVar, body, onSymbol) {
  const propIsEnumerableConst = addConstant(ctx, Object.prototype.propertyIsEnumerable);
  const symsVar = newVar(ctx);
  const keysVar = newVar(ctx);
  const iVar = newVar(ctx);
  doc.write(`const ${symsVar} = Object.getOwnPropertySymbols(${accessor});`);
  doc.write(`const ${keysVar} = Object.getOwnPropertyNames(${accessor});`);
  doc.write(`for (let ${iVar} = 0; ${iVar} < ${keysVar}.length; ${iVar}++) {`);
  doc.indented((d) => {
    d.write(`const ${kVar} = ${keysVar}[${iVar}];`);
    d.write(`if (${kVar} === "__proto__" || !${propIsEnumerableConst}.call(${accessor}, ${kVar})) continue;`);
    body(d);
  });
  doc.write(`}`);
  doc.write(`for (let ${iVar} = 0; ${iVar} < ${symsVar}.length; ${iVar}++) {`);
  doc.indented((d) => {
    d.write(`const ${kVar} = ${symsVar}[${iVar}];`);
    d.write(`if (!${propIsEnumerableConst}.call(${accessor}, ${kVar})) continue;`);
    if (onSymbol)
      d.write(onSymbol);
    else
      body(d);
  });
  doc.write(`}`);
}
function literalPropertyKey(ctx, key) {
  if (typeof key === "string")
    return esc(key);
  return addConstant(ctx, key);
}
function generateMapCheck(doc, ctx, schema, accessor) {
  const def = schema._zod.def;
  doc.write(`if (!(${accessor} instanceof Map)) return INVALID;`);
  generateSizeGate(doc, schema, `${accessor}.size`);
  const outputVar = newVar(ctx);
  const kVar = newVar(ctx);
  const valVar = newVar(ctx);
  doc.write(`const ${outputVar} = new Map();`);
  doc.write(`for (const [${kVar}, ${valVar}] of ${accessor}) {`);
  doc.indented((d) => {
    const keyOutput = generateCheck(d, ctx, def.keyType, kVar);
    const valOutput = generateCheck(d, ctx, def.valueType, valVar);
    d.write(`${outputVar}.set(${keyOutput}, ${valOutput});`);
  });
  doc.write(`}`);
  return outputVar;
}
function generateSetCheck(doc, ctx, schema, accessor) {
  const def = schema._zod.def;
  doc.write(`if (!(${accessor} instanceof Set)) return INVALID;`);
  generateSizeGate(doc, schema, `${accessor}.size`);
  const outputVar = newVar(ctx);
  const valVar = newVar(ctx);
  doc.write(`const ${outputVar} = new Set();`);
  doc.write(`for (const ${valVar} of ${accessor}) {`);
  doc.indented((d) => {
    const valOutput = generateCheck(d, ctx, def.valueType, valVar);
    d.write(`${outputVar}.add(${valOutput});`);
  });
  doc.write(`}`);
  return outputVar;
}
function generateFileCheck(doc, accessor) {
  doc.write(`if (!(${accessor} instanceof File)) return INVALID;`);
  return accessor;
}
function generateTemplateLiteralCheck(doc, ctx, schema, accessor) {
  doc.write(`if (typeof ${accessor} !== "string") return INVALID;`);
  const pattern = schema._zod.pattern;
  if (pattern) {
    const patternConst = addConstant(ctx, pattern);
    doc.write(`${patternConst}.lastIndex = 0;`);
    doc.write(`if (!${patternConst}.test(${accessor})) return INVALID;`);
  }
  return accessor;
}
function generateLazyCheck(doc, ctx, schema, accessor) {
  const def = schema._zod.def;
  const getterConst = addUserConstant(ctx, def.getter);
  const cacheConst = addConstant(ctx, { parser: null });
  doc.write(`if (!${cacheConst}.parser) {`);
  doc.indented((d) => {
    d.write(`const inner = ${getterConst}();`);
    d.write(`${cacheConst}.parser = function(input) {`);
    d.indented((d2) => {
      d2.write(`const result = inner._zod.run({ value: input, issues: [] }, {});`);
      d2.write(`return result.issues.length === 0 ? result.value : INVALID;`);
    });
    d.write(`};`);
  });
  doc.write(`}`);
  const outputVar = newVar(ctx);
  doc.write(`const ${outputVar} = ${cacheConst}.parser(${accessor});`);
  doc.write(`if (${outputVar} === INVALID) return INVALID;`);
  return outputVar;
}
function generatePipeCheck(doc, ctx, schema, accessor) {
  const def = schema._zod.def;
  const inputOutput = generateCheck(doc, ctx, def.in, accessor);
  if (def.transform) {
    if (isAsyncFunction(def.transform)) {
      throw new ZodCompileAsyncError("z.compile: async transforms in pipes are not supported");
    }
    const transformFn = def.transform;
    const helperFn = (value2) => {
      const fakePayload = { value: value2, issues: [], addIssue: pushIssue };
      const result = transformFn(value2, fakePayload);
      if (result instanceof Promise)
        return INVALID;
      return fakePayload.issues.length === 0 ? result : INVALID;
    };
    const helperConst = addUserConstant(ctx, helperFn);
    const transformedVar = newVar(ctx);
    doc.write(`const ${transformedVar} = ${helperConst}(${inputOutput});`);
    doc.write(`if (${transformedVar} === INVALID) return INVALID;`);
    return generateCheck(doc, ctx, def.out, transformedVar);
  } else {
    return generateCheck(doc, ctx, def.out, inputOutput);
  }
}
function isAsyncFunction(fn) {
  return typeof fn === "function" && (fn.constructor.name === "AsyncFunction" || fn[Symbol.toStringTag] === "AsyncFunction");
}
function generateCustomCheck(doc, ctx, schema, accessor) {
  const def = schema._zod.def;
  if (def.fn) {
    if (isAsyncFunction(def.fn)) {
      throw new ZodCompileAsyncError("z.compile: async custom predicates are not supported");
    }
    const fnConst = addUserConstant(ctx, def.fn);
    const throwAsyncConst = addConstant(ctx, throwAsync);
    const resVar = newVar(ctx);
    doc.write(`const ${resVar} = ${fnConst}(${accessor});`);
    doc.write(`if (${resVar} instanceof Promise) ${throwAsyncConst}();`);
    doc.write(`if (!${resVar}) return INVALID;`);
  } else {
    throw new ZodCompileUnsupportedError("custom schema without a predicate function");
  }
  return accessor;
}
function runtimeCatch(innerSchema, catchValue, value2) {
  const result = innerSchema._zod.run({ value: value2, issues: [] }, {});
  if (result && typeof result.then === "function")
    return INVALID;
  const r = result;
  if (r.issues.length === 0)
    return r.value;
  return catchValue();
}
function generateCatchCheck(doc, ctx, schema, accessor) {
  const def = schema._zod.def;
  if (!def.catchValue[CONSTANT_CATCH]) {
    throw new ZodCompileUnsupportedError("catch with a callback (only a constant catch value compiles)", false);
  }
  const outputVar = newVar(ctx);
  doc.write(`let ${outputVar} = (() => {`);
  doc.indented((d) => {
    const innerOut = compileChild(d, ctx, def.innerType, accessor);
    d.write(`return ${innerOut};`);
  });
  doc.write(`})();`);
  const innerConst = addConstant(ctx, def.innerType);
  const catchConst = addUserConstant(ctx, def.catchValue);
  const catchHelperConst = addConstant(ctx, runtimeCatch);
  doc.write(`if (${outputVar} === INVALID) {`);
  doc.indented((d) => {
    d.write(`${outputVar} = ${catchHelperConst}(${innerConst}, ${catchConst}, ${accessor});`);
    d.write(`if (${outputVar} === INVALID) return INVALID;`);
  });
  doc.write(`}`);
  return outputVar;
}
function generateTransformCheck(doc, ctx, schema, accessor) {
  const def = schema._zod.def;
  if (def.transform) {
    if (isAsyncFunction(def.transform)) {
      throw new ZodCompileAsyncError("z.compile: async transforms are not supported");
    }
    const transformFn = def.transform;
    const helperFn = (value2) => {
      const fakePayload = { value: value2, issues: [], addIssue: pushIssue };
      const result = transformFn(value2, fakePayload);
      if (result instanceof Promise)
        return INVALID;
      return fakePayload.issues.length === 0 ? result : INVALID;
    };
    const helperConst = addUserConstant(ctx, helperFn);
    const outputVar = newVar(ctx);
    doc.write(`const ${outputVar} = ${helperConst}(${accessor});`);
    doc.write(`if (${outputVar} === INVALID) return INVALID;`);
    return outputVar;
  }
  return accessor;
}

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
  if (def.checks)
    def.checks = [...def.checks];
  return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class2, params) {
  return new Class2(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedString(Class2, params) {
  return new Class2(snapshotChecks({ type: "string", coerce: true, ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _email(Class2, params) {
  return new Class2({
    type: "string",
    format: "email",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _guid(Class2, params) {
  return new Class2({
    type: "string",
    format: "guid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v4",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v6",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v7",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _url(Class2, params) {
  return new Class2({
    type: "string",
    format: "url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _emoji2(Class2, params) {
  return new Class2({
    type: "string",
    format: "emoji",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class2, params) {
  return new Class2({
    type: "string",
    format: "nanoid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "cuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class2, params) {
  return new Class2({
    type: "string",
    format: "cuid2",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class2, params) {
  return new Class2({
    type: "string",
    format: "ulid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _xid(Class2, params) {
  return new Class2({
    type: "string",
    format: "xid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "ksuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "ipv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "ipv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _mac(Class2, params) {
  return new Class2({
    type: "string",
    format: "mac",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "cidrv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "cidrv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64(Class2, params) {
  return new Class2({
    type: "string",
    format: "base64",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class2, params) {
  return new Class2({
    type: "string",
    format: "base64url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _e164(Class2, params) {
  return new Class2({
    type: "string",
    format: "e164",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _creditCard(Class2, params) {
  return new Class2({
    type: "string",
    format: "credit_card",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _iban(Class2, params) {
  return new Class2({
    type: "string",
    format: "iban",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class2, params) {
  return new Class2({
    type: "string",
    format: "jwt",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
var TimePrecision = {
  Any: null,
  Minute: -1,
  Second: 0,
  Millisecond: 3,
  Microsecond: 6
};
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class2, params) {
  return new Class2({
    type: "string",
    format: "datetime",
    check: "string_format",
    offset: false,
    local: false,
    precision: null,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class2, params) {
  return new Class2({
    type: "string",
    format: "date",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class2, params) {
  return new Class2({
    type: "string",
    format: "time",
    check: "string_format",
    precision: null,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class2, params) {
  return new Class2({
    type: "string",
    format: "duration",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _number(Class2, params) {
  return new Class2(snapshotChecks({ type: "number", checks: [], ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedNumber(Class2, params) {
  return new Class2(snapshotChecks({ type: "number", coerce: true, checks: [], ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class2, params) {
  return new Class2({
    type: "number",
    check: "number_format",
    abort: false,
    format: "safeint",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _float32(Class2, params) {
  return new Class2({
    type: "number",
    check: "number_format",
    abort: false,
    format: "float32",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _float64(Class2, params) {
  return new Class2({
    type: "number",
    check: "number_format",
    abort: false,
    format: "float64",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _int32(Class2, params) {
  return new Class2({
    type: "number",
    check: "number_format",
    abort: false,
    format: "int32",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uint32(Class2, params) {
  return new Class2({
    type: "number",
    check: "number_format",
    abort: false,
    format: "uint32",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class2, params) {
  return new Class2({
    type: "boolean",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _coercedBoolean(Class2, params) {
  return new Class2({
    type: "boolean",
    coerce: true,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _bigint(Class2, params) {
  return new Class2({
    type: "bigint",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _coercedBigint(Class2, params) {
  return new Class2({
    type: "bigint",
    coerce: true,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _int64(Class2, params) {
  return new Class2({
    type: "bigint",
    check: "bigint_format",
    abort: false,
    format: "int64",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uint64(Class2, params) {
  return new Class2({
    type: "bigint",
    check: "bigint_format",
    abort: false,
    format: "uint64",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _symbol(Class2, params) {
  return new Class2({
    type: "symbol",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _undefined2(Class2, params) {
  return new Class2({
    type: "undefined",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _null2(Class2, params) {
  return new Class2({
    type: "null",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _any(Class2) {
  return new Class2({
    type: "any"
  });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class2) {
  return new Class2({
    type: "unknown"
  });
}
// @__NO_SIDE_EFFECTS__
function _never(Class2, params) {
  return new Class2({
    type: "never",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _void(Class2, params) {
  return new Class2({
    type: "void",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _date(Class2, params) {
  return new Class2({
    type: "date",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _coercedDate(Class2, params) {
  return new Class2({
    type: "date",
    coerce: true,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _nan(Class2, params) {
  return new Class2({
    type: "nan",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _lt(value2, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value: value2,
    inclusive: false
  });
}
// @__NO_SIDE_EFFECTS__
function _lte(value2, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value: value2,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _gt(value2, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value: value2,
    inclusive: false
  });
}
// @__NO_SIDE_EFFECTS__
function _gte(value2, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value: value2,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _positive(params) {
  return /* @__PURE__ */ _gt(0, params);
}
// @__NO_SIDE_EFFECTS__
function _negative(params) {
  return /* @__PURE__ */ _lt(0, params);
}
// @__NO_SIDE_EFFECTS__
function _nonpositive(params) {
  return /* @__PURE__ */ _lte(0, params);
}
// @__NO_SIDE_EFFECTS__
function _nonnegative(params) {
  return /* @__PURE__ */ _gte(0, params);
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value2, params) {
  return new $ZodCheckMultipleOf({
    check: "multiple_of",
    ...normalizeParams(params),
    value: value2
  });
}
// @__NO_SIDE_EFFECTS__
function _maxSize(maximum, params) {
  return new $ZodCheckMaxSize({
    check: "max_size",
    ...normalizeParams(params),
    maximum
  });
}
// @__NO_SIDE_EFFECTS__
function _minSize(minimum, params) {
  return new $ZodCheckMinSize({
    check: "min_size",
    ...normalizeParams(params),
    minimum
  });
}
// @__NO_SIDE_EFFECTS__
function _size(size, params) {
  return new $ZodCheckSizeEquals({
    check: "size_equals",
    ...normalizeParams(params),
    size
  });
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
  const ch = new $ZodCheckMaxLength({
    check: "max_length",
    ...normalizeParams(params),
    maximum
  });
  return ch;
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
  return new $ZodCheckMinLength({
    check: "min_length",
    ...normalizeParams(params),
    minimum
  });
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
  return new $ZodCheckLengthEquals({
    check: "length_equals",
    ...normalizeParams(params),
    length
  });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
  return new $ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...normalizeParams(params),
    pattern
  });
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
  return new $ZodCheckLowerCase({
    check: "string_format",
    format: "lowercase",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
  return new $ZodCheckUpperCase({
    check: "string_format",
    format: "uppercase",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
  return new $ZodCheckIncludes({
    check: "string_format",
    format: "includes",
    ...normalizeParams(params),
    includes
  });
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
  return new $ZodCheckStartsWith({
    check: "string_format",
    format: "starts_with",
    ...normalizeParams(params),
    prefix
  });
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
  return new $ZodCheckEndsWith({
    check: "string_format",
    format: "ends_with",
    ...normalizeParams(params),
    suffix
  });
}
// @__NO_SIDE_EFFECTS__
function _property(property, schema, params) {
  return new $ZodCheckProperty({
    check: "property",
    property,
    schema,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _properties(shape, params) {
  return new $ZodCheckProperties({
    check: "properties",
    shape,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _mime(types, params) {
  return new $ZodCheckMimeType({
    check: "mime_type",
    mime: types,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
  return new $ZodCheckOverwrite({
    check: "overwrite",
    tx
  });
}
// @__NO_SIDE_EFFECTS__
function _normalize(form2) {
  return /* @__PURE__ */ _overwrite((input2) => input2.normalize(form2));
}
// @__NO_SIDE_EFFECTS__
function _trim() {
  return /* @__PURE__ */ _overwrite((input2) => input2.trim());
}
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
  return /* @__PURE__ */ _overwrite((input2) => input2.toLowerCase());
}
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
  return /* @__PURE__ */ _overwrite((input2) => input2.toUpperCase());
}
// @__NO_SIDE_EFFECTS__
function _slugify() {
  return /* @__PURE__ */ _overwrite((input2) => slugify(input2));
}
// @__NO_SIDE_EFFECTS__
function _array(Class2, element, params) {
  return new Class2({
    type: "array",
    element,
    // get element() {
    //   return element;
    // },
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _union(Class2, options2, params) {
  return new Class2({
    type: "union",
    options: options2,
    ...normalizeParams(params)
  });
}
function _xor(Class2, options2, params) {
  return new Class2({
    type: "union",
    options: options2,
    inclusive: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _discriminatedUnion(Class2, discriminator, options2, params) {
  return new Class2({
    type: "union",
    options: options2,
    discriminator,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _intersection(Class2, left, right) {
  return new Class2({
    type: "intersection",
    left,
    right
  });
}
// @__NO_SIDE_EFFECTS__
function _tuple(Class2, items, _paramsOrRest, _params) {
  const hasRest = _paramsOrRest instanceof $ZodType;
  const params = hasRest ? _params : _paramsOrRest;
  const rest = hasRest ? _paramsOrRest : null;
  return new Class2({
    type: "tuple",
    items,
    rest,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _record(Class2, keyType, valueType, params) {
  return new Class2({
    type: "record",
    keyType,
    valueType,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _map(Class2, keyType, valueType, params) {
  return new Class2({
    type: "map",
    keyType,
    valueType,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _set(Class2, valueType, params) {
  return new Class2({
    type: "set",
    valueType,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _enum(Class2, values2, params) {
  const entries = Array.isArray(values2) ? Object.fromEntries(values2.map((v) => [v, v])) : values2;
  return new Class2({
    type: "enum",
    entries,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _nativeEnum(Class2, entries, params) {
  return new Class2({
    type: "enum",
    entries,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _literal(Class2, value2, params) {
  return new Class2({
    type: "literal",
    values: Array.isArray(value2) ? value2 : [value2],
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _file(Class2, params) {
  return new Class2({
    type: "file",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _transform(Class2, fn) {
  return new Class2({
    type: "transform",
    transform: fn
  });
}
// @__NO_SIDE_EFFECTS__
function _optional(Class2, innerType) {
  return new Class2({
    type: "optional",
    innerType
  });
}
// @__NO_SIDE_EFFECTS__
function _nullable(Class2, innerType) {
  return new Class2({
    type: "nullable",
    innerType
  });
}
// @__NO_SIDE_EFFECTS__
function _default(Class2, innerType, defaultValue) {
  return new Class2({
    type: "default",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function _nonoptional(Class2, innerType, params) {
  return new Class2({
    type: "nonoptional",
    innerType,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _success(Class2, innerType) {
  return new Class2({
    type: "success",
    innerType
  });
}
// @__NO_SIDE_EFFECTS__
function _catch(Class2, innerType, catchValue) {
  return new Class2({
    type: "catch",
    innerType,
    catchValue: typeof catchValue === "function" ? catchValue : constantCatch(catchValue)
  });
}
// @__NO_SIDE_EFFECTS__
function _pipe(Class2, in_, out) {
  return new Class2({
    type: "pipe",
    in: in_,
    out
  });
}
// @__NO_SIDE_EFFECTS__
function _readonly(Class2, innerType) {
  return new Class2({
    type: "readonly",
    innerType
  });
}
// @__NO_SIDE_EFFECTS__
function _templateLiteral(Class2, parts, params) {
  return new Class2({
    type: "template_literal",
    parts,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _lazy(Class2, getter) {
  return new Class2({
    type: "lazy",
    getter
  });
}
// @__NO_SIDE_EFFECTS__
function _promise(Class2, innerType) {
  return new Class2({
    type: "promise",
    innerType
  });
}
// @__NO_SIDE_EFFECTS__
function _custom(Class2, fn, _params) {
  const norm = normalizeParams(_params);
  norm.abort ?? (norm.abort = true);
  const schema = new Class2({
    type: "custom",
    check: "custom",
    fn,
    ...norm
  });
  return schema;
}
// @__NO_SIDE_EFFECTS__
function _refine(Class2, fn, _params) {
  const schema = new Class2({
    type: "custom",
    check: "custom",
    fn,
    ...normalizeParams(_params)
  });
  return schema;
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
  const ch = /* @__PURE__ */ _check((payload) => {
    payload.addIssue = (issue2) => {
      if (typeof issue2 === "string") {
        payload.issues.push(issue(issue2, payload.value, ch._zod.def));
      } else {
        const _issue = issue2;
        if (_issue.fatal)
          _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue))
          _issue.input = payload.value;
        _issue.inst ?? (_issue.inst = ch);
        _issue.continue ?? (_issue.continue = !ch._zod.def.abort);
        payload.issues.push(issue(_issue));
      }
    };
    return fn(payload.value, payload);
  }, params);
  return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
  const ch = new $ZodCheck({
    check: "custom",
    ...normalizeParams(params)
  });
  ch._zod.check = fn;
  return ch;
}
// @__NO_SIDE_EFFECTS__
function describe(description) {
  const ch = new $ZodCheck({ check: "describe" });
  ch._zod.onattach = [
    (inst) => {
      const existing = globalRegistry.get(inst) ?? {};
      globalRegistry.add(inst, { ...existing, description });
    }
  ];
  ch._zod.check = () => {
  };
  return ch;
}
// @__NO_SIDE_EFFECTS__
function meta(metadata) {
  const ch = new $ZodCheck({ check: "meta" });
  ch._zod.onattach = [
    (inst) => {
      const existing = globalRegistry.get(inst) ?? {};
      globalRegistry.add(inst, { ...existing, ...metadata });
    }
  ];
  ch._zod.check = () => {
  };
  return ch;
}
// @__NO_SIDE_EFFECTS__
function _stringbool(Classes, _params) {
  const params = normalizeParams(_params);
  let truthyArray = params.truthy ?? ["true", "1", "yes", "on", "y", "enabled"];
  let falsyArray = params.falsy ?? ["false", "0", "no", "off", "n", "disabled"];
  if (params.case !== "sensitive") {
    truthyArray = truthyArray.map((v) => typeof v === "string" ? v.toLowerCase() : v);
    falsyArray = falsyArray.map((v) => typeof v === "string" ? v.toLowerCase() : v);
  }
  const truthySet = new Set(truthyArray);
  const falsySet = new Set(falsyArray);
  const _Codec = Classes.Codec ?? $ZodCodec;
  const _Boolean = Classes.Boolean ?? $ZodBoolean;
  const _String = Classes.String ?? $ZodString;
  const stringSchema = new _String({ type: "string", error: params.error });
  const booleanSchema = new _Boolean({ type: "boolean", error: params.error });
  const codec2 = new _Codec({
    type: "pipe",
    in: stringSchema,
    out: booleanSchema,
    transform: ((input2, payload) => {
      let data = input2;
      if (params.case !== "sensitive")
        data = data.toLowerCase();
      if (truthySet.has(data)) {
        return true;
      } else if (falsySet.has(data)) {
        return false;
      } else {
        payload.issues.push({
          code: "invalid_value",
          expected: "stringbool",
          values: [...truthySet, ...falsySet],
          input: payload.value,
          inst: codec2,
          continue: false
        });
        return {};
      }
    }),
    reverseTransform: ((input2, _payload) => {
      if (input2 === true) {
        return truthyArray[0] || "true";
      } else {
        return falsyArray[0] || "false";
      }
    }),
    error: params.error
  });
  codec2._zod.bag.truthy = truthyArray;
  codec2._zod.bag.falsy = falsyArray;
  codec2._zod.bag.case = params.case ?? "insensitive";
  return codec2;
}
// @__NO_SIDE_EFFECTS__
function _stringFormat(Class2, format, fnOrRegex, _params = {}) {
  const params = normalizeParams(_params);
  const def = {
    check: "string_format",
    type: "string",
    format,
    fn: typeof fnOrRegex === "function" ? fnOrRegex : (val) => fnOrRegex.test(val),
    ...params
  };
  if (fnOrRegex instanceof RegExp) {
    def.pattern = fnOrRegex;
  }
  const inst = new Class2(def);
  return inst;
}

// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
  for (const source of sources) {
    for (const key of Reflect.ownKeys(source)) {
      if (Object.prototype.propertyIsEnumerable.call(source, key)) {
        assignProp(target, key, source[key]);
      }
    }
  }
  return target;
}
function initializeContext(params) {
  let target = params?.target ?? "draft-2020-12";
  if (target === "draft-4")
    target = "draft-04";
  if (target === "draft-7")
    target = "draft-07";
  return {
    processors: params.processors ?? {},
    metadataRegistry: params?.metadata ?? globalRegistry,
    target,
    unrepresentable: params?.unrepresentable ?? "throw",
    override: params?.override ?? (() => {
    }),
    io: params?.io ?? "output",
    counter: 0,
    seen: /* @__PURE__ */ new Map(),
    sharedDefsExtractedFor: void 0,
    sharedEmitDoneFor: void 0,
    cycles: params?.cycles ?? "ref",
    reused: params?.reused ?? "inline",
    intersections: [],
    deferred: [],
    external: params?.external ?? void 0
  };
}
function handleUnrepresentable(schema, ctx, json2, params, message) {
  const result = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({ zodSchema: schema, path: params.path, message }) : ctx.unrepresentable;
  if (result === "any")
    return false;
  if (result === void 0 || result === "throw")
    throw new Error(message);
  Object.assign(json2, result);
  return true;
}
function processSchema(schema, ctx, _params = { path: [], schemaPath: [] }) {
  var _a3;
  const def = schema._zod.def;
  const seen = ctx.seen.get(schema);
  if (seen) {
    seen.count++;
    const isCycle = _params.schemaPath.includes(schema);
    if (isCycle) {
      seen.cycle = _params.path;
    }
    return seen.schema;
  }
  const result = { schema: {}, count: 1, cycle: void 0, path: _params.path };
  ctx.seen.set(schema, result);
  ctx.sharedDefsExtractedFor = void 0;
  ctx.sharedEmitDoneFor = void 0;
  const overrideSchema = schema._zod.toJSONSchema?.();
  if (overrideSchema) {
    result.schema = overrideSchema;
  } else {
    const params = {
      ..._params,
      schemaPath: [..._params.schemaPath, schema],
      path: _params.path
    };
    if (schema._zod.processJSONSchema) {
      schema._zod.processJSONSchema(ctx, result.schema, params);
    } else {
      const _json = result.schema;
      const processor = ctx.processors[def.type];
      if (!processor) {
        throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
      }
      processor(schema, ctx, _json, params);
    }
    const parent = schema._zod.parent;
    if (parent) {
      if (!result.ref)
        result.ref = parent;
      processSchema(parent, ctx, params);
      ctx.seen.get(parent).isParent = true;
    }
  }
  const meta3 = ctx.metadataRegistry.get(schema);
  if (meta3)
    assignProps(result.schema, meta3);
  if (ctx.io === "input" && isTransforming(schema)) {
    delete result.schema.examples;
    delete result.schema.default;
  }
  if (ctx.io === "input" && "_prefault" in result.schema)
    (_a3 = result.schema).default ?? (_a3.default = result.schema._prefault);
  delete result.schema._prefault;
  const _result = ctx.seen.get(schema);
  return _result.schema;
}
function encodeJSONPointerSegment(segment) {
  return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external)
    return;
  const idToSchema = /* @__PURE__ */ new Map();
  for (const entry of ctx.seen.entries()) {
    const id = ctx.metadataRegistry.get(entry[0])?.id;
    if (id) {
      const existing = idToSchema.get(id);
      if (existing && existing !== entry[0]) {
        throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
      }
      idToSchema.set(id, entry[0]);
    }
  }
  const makeURI = (entry) => {
    const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
    if (ctx.external) {
      const externalId = ctx.external.registry.get(entry[0])?.id;
      const uriGenerator = ctx.external.uri ?? ((id2) => id2);
      if (externalId) {
        return { ref: uriGenerator(externalId) };
      }
      const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
      entry[1].defId = id;
      return { defId: id, ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}` };
    }
    const uriPrefix = `#`;
    const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
    if (entry[1] === root && !entry[1].schema.id) {
      return { ref: uriPrefix };
    }
    const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
    return { defId, ref: defUriPrefix + encodeJSONPointerSegment(defId) };
  };
  const extractToDef = (entry) => {
    if (entry[1].schema.$ref) {
      return;
    }
    const seen = entry[1];
    const { ref, defId } = makeURI(entry);
    seen.def = { ...seen.schema };
    if (defId)
      seen.defId = defId;
    const schema2 = seen.schema;
    for (const key in schema2) {
      delete schema2[key];
    }
    schema2.$ref = ref;
  };
  if (ctx.cycles === "throw") {
    for (const entry of ctx.seen.entries()) {
      const seen = entry[1];
      if (seen.cycle) {
        throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
      }
    }
  }
  for (const entry of ctx.seen.entries()) {
    const seen = entry[1];
    if (schema === entry[0]) {
      extractToDef(entry);
      continue;
    }
    if (ctx.external) {
      const ext = ctx.external.registry.get(entry[0])?.id;
      if (schema !== entry[0] && ext) {
        extractToDef(entry);
        continue;
      }
    }
    const id = ctx.metadataRegistry.get(entry[0])?.id;
    if (id) {
      extractToDef(entry);
      continue;
    }
    if (seen.cycle) {
      extractToDef(entry);
      continue;
    }
    if (seen.count > 1) {
      if (ctx.reused === "ref") {
        extractToDef(entry);
      }
    }
  }
  if (ctx.external)
    ctx.sharedDefsExtractedFor = ctx.external;
}
function compactTypeUnion(schema) {
  const options2 = schema.anyOf;
  if (!Array.isArray(options2) || options2.length === 0 || schema.type !== void 0)
    return;
  const types = [];
  for (const option2 of options2) {
    if (!option2 || typeof option2 !== "object")
      return;
    compactTypeUnion(option2);
    const keys = Object.keys(option2);
    if (keys.length !== 1 || keys[0] !== "type")
      return;
    const type = option2.type;
    for (const member of Array.isArray(type) ? type : [type]) {
      if (typeof member !== "string")
        return;
      if (!types.includes(member))
        types.push(member);
    }
  }
  delete schema.anyOf;
  schema.type = types.length === 1 ? types[0] : types;
}
var FOLDABLE_KEYS = /* @__PURE__ */ new Set(["type", "properties", "required", "additionalProperties"]);
var UNION_KEYS = ["oneOf", "anyOf"];
function undeclaredConstraint(member) {
  const extra = member.additionalProperties;
  if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null)
    return null;
  return Object.keys(extra).length ? extra : null;
}
function foldObjects(members2) {
  const objects = [];
  for (const member of members2) {
    if (typeof member !== "object" || member.type !== "object")
      return null;
    for (const key in member) {
      if (!FOLDABLE_KEYS.has(key))
        return null;
    }
    objects.push(member);
  }
  const properties = {};
  const required2 = /* @__PURE__ */ new Set();
  for (const object2 of objects) {
    for (const key in object2.properties) {
      if (Object.prototype.hasOwnProperty.call(properties, key))
        continue;
      const parts = [];
      for (const other of objects) {
        const part = other.properties?.[key] ?? undeclaredConstraint(other);
        if (part === null || part === void 0)
          continue;
        if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part)))
          parts.push(part);
      }
      const merged = parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts };
      assignProp(properties, key, merged);
    }
    for (const key of object2.required ?? [])
      required2.add(key);
  }
  const folded = { type: "object", properties };
  if (required2.size)
    folded.required = [...required2];
  if (objects.every((object2) => object2.additionalProperties === false)) {
    folded.additionalProperties = false;
  } else {
    const constraints = [];
    for (const object2 of objects) {
      const constraint = undeclaredConstraint(object2);
      if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint)))
        constraints.push(constraint);
    }
    if (constraints.length === 1)
      folded.additionalProperties = constraints[0];
    else if (constraints.length > 1)
      folded.additionalProperties = { allOf: constraints };
  }
  return folded;
}
function foldIntersection(json2) {
  const allOf = json2.allOf;
  if (!Array.isArray(allOf) || allOf.length < 2)
    return;
  for (const key of FOLDABLE_KEYS)
    if (key in json2)
      return;
  const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
  let folded = null;
  if (!unions.length) {
    folded = foldObjects(allOf);
  } else {
    const union2 = unions[0];
    const keyword = UNION_KEYS.find((k) => Array.isArray(union2[k]));
    if (Object.keys(union2).length !== 1)
      return;
    const rest = allOf.filter((m) => m !== union2);
    const branches = union2[keyword].map((branch2) => foldObjects([...rest, branch2]));
    if (branches.some((b) => !b))
      return;
    folded = { [keyword]: branches };
  }
  if (!folded)
    return;
  delete json2.allOf;
  assignProps(json2, folded);
}
function finalize(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  const flattenRef = (zodSchema) => {
    const seen = ctx.seen.get(zodSchema);
    if (seen.ref === null)
      return;
    const schema2 = seen.def ?? seen.schema;
    const _cached = { ...schema2 };
    const ref = seen.ref;
    seen.ref = null;
    if (ref) {
      flattenRef(ref);
      const refSeen = ctx.seen.get(ref);
      const refSchema = refSeen.schema;
      if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
        schema2.allOf = schema2.allOf ?? [];
        schema2.allOf.push(refSchema);
      } else {
        assignProps(schema2, refSchema);
      }
      assignProps(schema2, _cached);
      const isParentRef = zodSchema._zod.parent === ref;
      if (isParentRef) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (!(key in _cached)) {
            delete schema2[key];
          }
        }
      }
      if (refSchema.$ref && refSeen.def) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (key in refSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(refSeen.def[key])) {
            delete schema2[key];
          }
        }
      }
    }
    const parent = zodSchema._zod.parent;
    if (parent && parent !== ref) {
      flattenRef(parent);
      const parentSeen = ctx.seen.get(parent);
      if (parentSeen?.schema.$ref) {
        schema2.$ref = parentSeen.schema.$ref;
        if (parentSeen.def) {
          for (const key in schema2) {
            if (key === "$ref" || key === "allOf")
              continue;
            if (key in parentSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(parentSeen.def[key])) {
              delete schema2[key];
            }
          }
        }
      }
    }
    ctx.override({
      zodSchema,
      jsonSchema: schema2,
      path: seen.path ?? []
    });
  };
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry of [...ctx.seen.entries()].reverse()) {
      flattenRef(entry[0]);
    }
    if (ctx.target !== "openapi-3.0") {
      for (const entry of ctx.seen.entries()) {
        compactTypeUnion(entry[1].def ?? entry[1].schema);
      }
    }
    for (const rewrite of ctx.deferred)
      rewrite();
    if (ctx.intersections.length) {
      const carriers = /* @__PURE__ */ new Map();
      for (const seen of ctx.seen.values()) {
        for (const json2 of [seen.schema, seen.def]) {
          const allOf = json2?.allOf;
          if (!Array.isArray(allOf))
            continue;
          const existing = carriers.get(allOf);
          if (existing)
            existing.push(json2);
          else
            carriers.set(allOf, [json2]);
        }
      }
      for (const allOf of ctx.intersections) {
        for (const json2 of carriers.get(allOf) ?? [])
          foldIntersection(json2);
      }
    }
  }
  const result = {};
  if (ctx.target === "draft-2020-12") {
    result.$schema = "https://json-schema.org/draft/2020-12/schema";
  } else if (ctx.target === "draft-07") {
    result.$schema = "http://json-schema.org/draft-07/schema#";
  } else if (ctx.target === "draft-04") {
    result.$schema = "http://json-schema.org/draft-04/schema#";
  } else if (ctx.target === "openapi-3.0") {
  } else {
  }
  if (ctx.external?.uri) {
    const id = ctx.external.registry.get(schema)?.id;
    if (!id)
      throw new Error("Schema is missing an `id` property");
    result.$id = ctx.external.uri(id);
  }
  assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
  const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
  if (rootMetaId !== void 0 && result.id === rootMetaId)
    delete result.id;
  const defs = ctx.external?.defs ?? {};
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry of ctx.seen.entries()) {
      const seen = entry[1];
      if (seen.def && seen.defId) {
        if (seen.def.id === seen.defId)
          delete seen.def.id;
        assignProp(defs, seen.defId, seen.def);
      }
    }
  }
  if (ctx.external)
    ctx.sharedEmitDoneFor = ctx.external;
  if (ctx.external) {
  } else {
    if (Object.keys(defs).length > 0) {
      if (ctx.target === "draft-2020-12") {
        result.$defs = defs;
      } else {
        result.definitions = defs;
      }
    }
  }
  try {
    const finalized = JSON.parse(JSON.stringify(result));
    Object.defineProperty(finalized, "~standard", {
      value: {
        ...schema["~standard"],
        jsonSchema: {
          input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
          output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
        }
      },
      enumerable: false,
      writable: false
    });
    return finalized;
  } catch (_err) {
    throw new Error("Error converting schema to JSON.");
  }
}
function isTransforming(_schema, _ctx) {
  const ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
  if (ctx.seen.has(_schema))
    return false;
  ctx.seen.add(_schema);
  const def = _schema._zod.def;
  if (def.type === "transform")
    return true;
  if (def.type === "array")
    return isTransforming(def.element, ctx);
  if (def.type === "set")
    return isTransforming(def.valueType, ctx);
  if (def.type === "lazy")
    return isTransforming(def.getter(), ctx);
  if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") {
    return isTransforming(def.innerType, ctx);
  }
  if (def.type === "intersection") {
    return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
  }
  if (def.type === "record" || def.type === "map") {
    return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
  }
  if (def.type === "pipe") {
    if (_schema._zod.traits.has("$ZodCodec"))
      return true;
    return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
  }
  if (def.type === "object") {
    for (const key in def.shape) {
      if (isTransforming(def.shape[key], ctx))
        return true;
    }
    return false;
  }
  if (def.type === "union") {
    for (const option2 of def.options) {
      if (isTransforming(option2, ctx))
        return true;
    }
    return false;
  }
  if (def.type === "tuple") {
    for (const item2 of def.items) {
      if (isTransforming(item2, ctx))
        return true;
    }
    if (def.rest && isTransforming(def.rest, ctx))
      return true;
    return false;
  }
  return false;
}
var createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
  const ctx = initializeContext({ ...params, processors });
  processSchema(schema, ctx);
  extractDefs(ctx, schema);
  return finalize(ctx, schema);
};
var createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
  const { libraryOptions, target } = params ?? {};
  const ctx = initializeContext({ ...libraryOptions ?? {}, target, io, processors });
  processSchema(schema, ctx);
  extractDefs(ctx, schema);
  return finalize(ctx, schema);
};

// node_modules/zod/v4/core/json-schema-processors.js
var narrowMin = (agg, key, value2) => {
  if (agg[key] === void 0 || value2 > agg[key])
    agg[key] = value2;
};
var narrowMax = (agg, key, value2) => {
  if (agg[key] === void 0 || value2 < agg[key])
    agg[key] = value2;
};
var narrowBoth = (agg, value2) => {
  narrowMin(agg, "minimum", value2);
  narrowMax(agg, "maximum", value2);
};
var addDivisor = (agg, value2) => {
  agg.multipleOf ?? (agg.multipleOf = []);
  if (!agg.multipleOf.includes(value2))
    agg.multipleOf.push(value2);
};
var addPattern = (agg, pattern) => {
  agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
  agg.patterns.add(pattern);
};
var intersectMime = (agg, mime) => {
  agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
var setFormat = (agg, format) => {
  agg.format = format;
  if (format.includes("int"))
    agg.isInt = true;
};
var minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
var maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
var formatContributor = (ranges) => (agg, def) => {
  setFormat(agg, def.format);
  const [minimum, maximum] = ranges[def.format];
  narrowMin(agg, "minimum", minimum);
  narrowMax(agg, "maximum", maximum);
};
var contributors = {
  greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
  less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
  multiple_of: (agg, def) => addDivisor(agg, def.value),
  number_format: formatContributor(NUMBER_FORMAT_RANGES),
  bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
  min_length: minContributor,
  max_length: maxContributor,
  length_equals: (agg, def) => narrowBoth(agg, def.length),
  min_size: minContributor,
  max_size: maxContributor,
  size_equals: (agg, def) => narrowBoth(agg, def.size),
  string_format: (agg, def) => {
    setFormat(agg, def.format);
    if (def.pattern)
      addPattern(agg, def.pattern);
    if (def.format === "base64" || def.format === "base64url")
      agg.contentEncoding = def.format;
    if (def.local || def.precision === -1)
      agg.laxFormat = true;
  },
  mime_type: (agg, def) => intersectMime(agg, def.mime)
};
function aggregateChecks(schema) {
  const agg = {};
  const def = schema._zod.def;
  const list2 = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
  for (const ch of list2)
    contributors[ch._zod.def.check]?.(agg, ch._zod.def);
  const bag = schema._zod.bag;
  if (bag.minimum !== void 0)
    narrowMin(agg, "minimum", bag.minimum);
  if (bag.exclusiveMinimum !== void 0)
    narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
  if (bag.maximum !== void 0)
    narrowMax(agg, "maximum", bag.maximum);
  if (bag.exclusiveMaximum !== void 0)
    narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
  if (bag.multipleOf !== void 0)
    addDivisor(agg, bag.multipleOf);
  if (bag.format !== void 0) {
    agg.format ?? (agg.format = bag.format);
    if (bag.format.includes("int"))
      agg.isInt = true;
  }
  if (bag.mime)
    intersectMime(agg, bag.mime);
  for (const pattern of bag.patterns ?? [])
    addPattern(agg, pattern);
  return agg;
}
var formatMap = {
  guid: "uuid",
  url: "uri",
  datetime: "date-time",
  json_string: "json-string",
  regex: ""
  // do not set
};
var exactPatterns = /* @__PURE__ */ new Map([
  [base64Charset, base64],
  [base64urlCharset, base64url]
]);
var exactPattern = (p) => exactPatterns.get(p) ?? p;
var stringProcessor = (schema, ctx, _json, _params) => {
  const json2 = _json;
  json2.type = "string";
  const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
  if (typeof minimum === "number")
    json2.minLength = minimum;
  if (typeof maximum === "number")
    json2.maxLength = maximum;
  if (format) {
    json2.format = formatMap[format] ?? format;
    if (json2.format === "")
      delete json2.format;
    if (format === "time" || laxFormat) {
      delete json2.format;
    }
  }
  if (contentEncoding)
    json2.contentEncoding = contentEncoding;
  if (patterns && patterns.size > 0) {
    const patternList = [...patterns].map(exactPattern);
    if (patternList.length === 1)
      json2.pattern = patternList[0].source;
    else if (patternList.length > 1) {
      json2.allOf = [
        ...patternList.map((regex) => ({
          ...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
          pattern: regex.source
        }))
      ];
    }
  }
};
var numberProcessor = (schema, ctx, _json, params) => {
  const json2 = _json;
  const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
  json2.type = isInt ? "integer" : "number";
  const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
  const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
  const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
  if (exMin) {
    if (legacy) {
      json2.minimum = exclusiveMinimum;
      json2.exclusiveMinimum = true;
    } else {
      json2.exclusiveMinimum = exclusiveMinimum;
    }
  } else if (typeof minimum === "number") {
    json2.minimum = minimum;
  }
  if (exMax) {
    if (legacy) {
      json2.maximum = exclusiveMaximum;
      json2.exclusiveMaximum = true;
    } else {
      json2.exclusiveMaximum = exclusiveMaximum;
    }
  } else if (typeof maximum === "number") {
    json2.maximum = maximum;
  }
  if (multipleOf) {
    const divisors = /* @__PURE__ */ new Set();
    for (const divisor of multipleOf) {
      if (Number.isFinite(divisor) && divisor !== 0)
        divisors.add(Math.abs(divisor));
      else
        handleUnrepresentable(schema, ctx, json2, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
    }
    const [first, ...rest] = divisors;
    if (first !== void 0)
      json2.multipleOf = first;
    if (rest.length)
      json2.allOf = [...json2.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
  }
};
var booleanProcessor = (_schema, _ctx, json2, _params) => {
  json2.type = "boolean";
};
var bigintProcessor = (schema, ctx, json2, params) => {
  handleUnrepresentable(schema, ctx, json2, params, "BigInt cannot be represented in JSON Schema");
};
var symbolProcessor = (schema, ctx, json2, params) => {
  handleUnrepresentable(schema, ctx, json2, params, "Symbols cannot be represented in JSON Schema");
};
var nullProcessor = (_schema, ctx, json2, _params) => {
  if (ctx.target === "openapi-3.0") {
    json2.type = "string";
    json2.nullable = true;
    json2.enum = [null];
  } else {
    json2.type = "null";
  }
};
var undefinedProcessor = (schema, ctx, json2, params) => {
  handleUnrepresentable(schema, ctx, json2, params, "Undefined cannot be represented in JSON Schema");
};
var voidProcessor = (schema, ctx, json2, params) => {
  handleUnrepresentable(schema, ctx, json2, params, "Void cannot be represented in JSON Schema");
};
var neverProcessor = (_schema, _ctx, json2, _params) => {
  json2.not = {};
};
var anyProcessor = (_schema, _ctx, _json, _params) => {
};
var unknownProcessor = (_schema, _ctx, _json, _params) => {
};
var dateProcessor = (schema, ctx, json2, params) => {
  handleUnrepresentable(schema, ctx, json2, params, "Date cannot be represented in JSON Schema");
};
var enumProcessor = (schema, _ctx, json2, _params) => {
  const def = schema._zod.def;
  const values2 = getEnumValues(def.entries);
  if (values2.length === 0) {
    json2.not = {};
    return;
  }
  if (values2.every((v) => typeof v === "number"))
    json2.type = "number";
  if (values2.every((v) => typeof v === "string"))
    json2.type = "string";
  json2.enum = values2;
};
var literalProcessor = (schema, ctx, json2, params) => {
  const def = schema._zod.def;
  if (def.values.length === 0) {
    json2.not = {};
    return;
  }
  const vals = [];
  for (const val of def.values) {
    if (val === void 0) {
      if (handleUnrepresentable(schema, ctx, json2, params, "Literal `undefined` cannot be represented in JSON Schema"))
        return;
    } else if (typeof val === "bigint") {
      if (handleUnrepresentable(schema, ctx, json2, params, "BigInt literals cannot be represented in JSON Schema"))
        return;
      vals.push(Number(val));
    } else {
      vals.push(val);
    }
  }
  if (vals.length === 0) {
  } else if (vals.length === 1) {
    const val = vals[0];
    json2.type = val === null ? "null" : typeof val;
    if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") {
      json2.enum = [val];
    } else {
      json2.const = val;
    }
  } else {
    if (vals.every((v) => typeof v === "number"))
      json2.type = "number";
    if (vals.every((v) => typeof v === "string"))
      json2.type = "string";
    if (vals.every((v) => typeof v === "boolean"))
      json2.type = "boolean";
    if (vals.every((v) => v === null))
      json2.type = "null";
    json2.enum = vals;
  }
};
var nanProcessor = (schema, ctx, json2, params) => {
  handleUnrepresentable(schema, ctx, json2, params, "NaN cannot be represented in JSON Schema");
};
var templateLiteralProcessor = (schema, _ctx, json2, _params) => {
  const _json = json2;
  const pattern = schema._zod.pattern;
  if (!pattern)
    throw new Error("Pattern not found in template literal");
  _json.type = "string";
  _json.pattern = pattern.source;
};
var fileProcessor = (schema, _ctx, json2, _params) => {
  const _json = json2;
  _json.type = "string";
  _json.format = "binary";
  _json.contentEncoding = "binary";
  const { minimum, maximum, mime } = aggregateChecks(schema);
  if (minimum !== void 0)
    _json.minLength = minimum;
  if (maximum !== void 0)
    _json.maxLength = maximum;
  if (!mime)
    return;
  if (mime.length === 0)
    _json.not = {};
  else if (mime.length === 1)
    _json.contentMediaType = mime[0];
  else
    _json.anyOf = mime.map((m) => ({ contentMediaType: m }));
};
var successProcessor = (_schema, _ctx, json2, _params) => {
  json2.type = "boolean";
};
var customProcessor = (schema, ctx, json2, params) => {
  handleUnrepresentable(schema, ctx, json2, params, "Custom types cannot be represented in JSON Schema");
};
var functionProcessor = (schema, ctx, json2, params) => {
  handleUnrepresentable(schema, ctx, json2, params, "Function types cannot be represented in JSON Schema");
};
var transformProcessor = (schema, ctx, json2, params) => {
  handleUnrepresentable(schema, ctx, json2, params, "Transforms cannot be represented in JSON Schema");
};
var mapProcessor = (schema, ctx, json2, params) => {
  handleUnrepresentable(schema, ctx, json2, params, "Map cannot be represented in JSON Schema");
};
var setProcessor = (schema, ctx, json2, params) => {
  handleUnrepresentable(schema, ctx, json2, params, "Set cannot be represented in JSON Schema");
};
var arrayProcessor = (schema, ctx, _json, params) => {
  const json2 = _json;
  const def = schema._zod.def;
  const { minimum, maximum } = aggregateChecks(schema);
  if (typeof minimum === "number")
    json2.minItems = minimum;
  if (typeof maximum === "number")
    json2.maxItems = maximum;
  json2.type = "array";
  json2.items = processSchema(def.element, ctx, {
    ...params,
    path: [...params.path, "items"]
  });
};
function inputOptin(schema) {
  const def = schema._zod.def;
  if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) {
    return inputOptin(def.out);
  }
  if (def.type === "catch") {
    return inputOptin(def.innerType);
  }
  return schema._zod.optin;
}
var objectProcessor = (schema, ctx, _json, params) => {
  const json2 = _json;
  const def = schema._zod.def;
  const shape = def.shape;
  const symbolKeys = Object.getOwnPropertySymbols(shape);
  if (symbolKeys.length && handleUnrepresentable(schema, ctx, json2, params, "Symbol keys cannot be represented in JSON Schema")) {
    return;
  }
  json2.type = "object";
  json2.properties = {};
  for (const key in shape) {
    assignProp(json2.properties, key, processSchema(shape[key], ctx, {
      ...params,
      path: [...params.path, "properties", key]
    }));
  }
  const requiredKeys = [];
  for (const key of Object.keys(shape)) {
    const field = def.shape[key];
    if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) {
      requiredKeys.push(key);
    }
  }
  if (requiredKeys.length > 0) {
    json2.required = requiredKeys;
  }
  if (def.catchall?._zod.def.type === "never") {
    json2.additionalProperties = false;
  } else if (!def.catchall) {
    if (ctx.io === "output")
      json2.additionalProperties = false;
  } else if (def.catchall) {
    json2.additionalProperties = processSchema(def.catchall, ctx, {
      ...params,
      path: [...params.path, "additionalProperties"]
    });
  }
};
var unionProcessor = (schema, ctx, json2, params) => {
  const def = schema._zod.def;
  const isExclusive = def.inclusive === false;
  const options2 = def.options.map((x, i) => processSchema(x, ctx, {
    ...params,
    path: [...params.path, isExclusive ? "oneOf" : "anyOf", i]
  }));
  if (isExclusive) {
    json2.oneOf = options2;
  } else {
    json2.anyOf = options2;
  }
};
var intersectionProcessor = (schema, ctx, json2, params) => {
  const def = schema._zod.def;
  const a = processSchema(def.left, ctx, {
    ...params,
    path: [...params.path, "allOf", 0]
  });
  const b = processSchema(def.right, ctx, {
    ...params,
    path: [...params.path, "allOf", 1]
  });
  const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
  const allOf = [
    ...isSimpleIntersection(a) ? a.allOf : [a],
    ...isSimpleIntersection(b) ? b.allOf : [b]
  ];
  json2.allOf = allOf;
  ctx.intersections.push(allOf);
};
var tupleProcessor = (schema, ctx, _json, params) => {
  const json2 = _json;
  const def = schema._zod.def;
  json2.type = "array";
  const prefixPath = ctx.target === "draft-2020-12" ? "prefixItems" : "items";
  const restPath = ctx.target === "draft-2020-12" ? "items" : ctx.target === "openapi-3.0" ? "items" : "additionalItems";
  const prefixItems = def.items.map((x, i) => processSchema(x, ctx, {
    ...params,
    path: [...params.path, prefixPath, i]
  }));
  const rest = def.rest ? processSchema(def.rest, ctx, {
    ...params,
    path: [...params.path, restPath, ...ctx.target === "openapi-3.0" ? [def.items.length] : []]
  }) : null;
  let minItems = def.items.length;
  while (minItems > 0) {
    const item2 = def.items[minItems - 1];
    const optional2 = ctx.io === "input" ? inputOptin(item2) !== void 0 : item2._zod.optout === "optional";
    if (!optional2)
      break;
    minItems--;
  }
  const maxItems = def.items.length;
  const isClosed = !def.rest;
  if (ctx.target === "draft-2020-12") {
    json2.prefixItems = prefixItems;
    if (isClosed) {
      json2.items = false;
    } else if (rest) {
      json2.items = rest;
    }
    if (minItems > 0)
      json2.minItems = minItems;
    if (isClosed)
      json2.maxItems = maxItems;
  } else if (ctx.target === "openapi-3.0") {
    json2.items = {
      anyOf: prefixItems
    };
    if (rest) {
      json2.items.anyOf.push(rest);
    }
    if (minItems > 0)
      json2.minItems = minItems;
    if (isClosed)
      json2.maxItems = maxItems;
  } else {
    json2.items = prefixItems;
    if (isClosed) {
      json2.additionalItems = false;
    } else if (rest) {
      json2.additionalItems = rest;
    }
    if (minItems > 0)
      json2.minItems = minItems;
    if (isClosed)
      json2.maxItems = maxItems;
  }
  const { minimum, maximum } = aggregateChecks(schema);
  if (typeof minimum === "number")
    json2.minItems = minimum;
  if (typeof maximum === "number")
    json2.maxItems = maximum;
};
function stringifyKeyNames(bySchema, json2, visited) {
  if (json2.$ref) {
    if (visited.has(json2))
      return json2;
    visited.add(json2);
    const def = bySchema.get(json2)?.def;
    if (!def)
      return json2;
    const inlined = stringifyKeyNames(bySchema, def, visited);
    return inlined === def ? json2 : inlined;
  }
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = json2[keyword];
    if (!Array.isArray(branches))
      continue;
    const mapped = branches.map((branch2) => stringifyKeyNames(bySchema, branch2, visited));
    if (mapped.some((branch2, i) => branch2 !== branches[i]))
      json2 = { ...json2, [keyword]: mapped };
  }
  const types = Array.isArray(json2.type) ? json2.type : [json2.type];
  const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
  const values2 = json2.enum ?? (json2.const !== void 0 ? [json2.const] : void 0);
  if (!numericType && !values2?.some((v) => typeof v === "number"))
    return json2;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json2;
  if (rest.enum)
    rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
  else if (typeof rest.const === "number")
    rest.const = String(rest.const);
  if (!numericType)
    return rest;
  rest.type = "string";
  if (!values2)
    rest.pattern = (types.includes("number") ? number : integer).source;
  return rest;
}
var pendingRecords = /* @__PURE__ */ new WeakMap();
function rewriteKeyNames(ctx) {
  const bySchema = /* @__PURE__ */ new Map();
  for (const entry of ctx.seen.values()) {
    if (entry.def && !bySchema.has(entry.schema))
      bySchema.set(entry.schema, entry);
  }
  const rewrites = /* @__PURE__ */ new Map();
  for (const record2 of pendingRecords.get(ctx) ?? []) {
    const seen = ctx.seen.get(record2);
    const names2 = (seen?.def ?? seen?.schema)?.propertyNames;
    if (!names2 || names2 === true || rewrites.has(names2))
      continue;
    const rewritten = stringifyKeyNames(bySchema, names2, /* @__PURE__ */ new Set());
    if (rewritten !== names2)
      rewrites.set(names2, rewritten);
  }
  if (!rewrites.size)
    return;
  for (const entry of ctx.seen.values()) {
    for (const carrier of [entry.schema, entry.def]) {
      const rewritten = carrier && rewrites.get(carrier.propertyNames);
      if (rewritten)
        carrier.propertyNames = rewritten;
    }
  }
}
var recordProcessor = (schema, ctx, _json, params) => {
  const json2 = _json;
  const def = schema._zod.def;
  json2.type = "object";
  const keyType = def.keyType;
  const patterns = aggregateChecks(keyType).patterns;
  if (def.mode === "loose" && patterns && patterns.size > 0) {
    const valueSchema = processSchema(def.valueType, ctx, {
      ...params,
      path: [...params.path, "patternProperties", "*"]
    });
    json2.patternProperties = {};
    for (const pattern of patterns) {
      assignProp(json2.patternProperties, exactPattern(pattern).source, valueSchema);
    }
  } else {
    if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
      json2.propertyNames = processSchema(def.keyType, ctx, {
        ...params,
        path: [...params.path, "propertyNames"]
      });
      let pending2 = pendingRecords.get(ctx);
      if (!pending2) {
        pending2 = [];
        pendingRecords.set(ctx, pending2);
        ctx.deferred.push(() => rewriteKeyNames(ctx));
      }
      pending2.push(schema);
    }
    json2.additionalProperties = processSchema(def.valueType, ctx, {
      ...params,
      path: [...params.path, "additionalProperties"]
    });
  }
  const keyValues = keyType._zod.values;
  const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
  if (keyValues && !def.partial && !omittableOnInput) {
    const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
    if (validKeyValues.length > 0) {
      json2.required = validKeyValues.map(String);
    }
  }
};
var nullableProcessor = (schema, ctx, json2, params) => {
  const def = schema._zod.def;
  const inner2 = processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  if (ctx.target === "openapi-3.0") {
    seen.ref = def.innerType;
    json2.nullable = true;
  } else {
    json2.anyOf = [inner2, { type: "null" }];
  }
};
var nonoptionalProcessor = (schema, ctx, _json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
};
var UNREPRESENTABLE_DEFAULT = /* @__PURE__ */ Symbol();
function serializeDefaultValue(value2, schema, ctx, json2, params) {
  let unrepresentable = false;
  const serialized = JSON.stringify(value2, (_, val) => {
    if (typeof val !== "bigint")
      return val;
    unrepresentable = true;
    return null;
  });
  if (!unrepresentable)
    return JSON.parse(serialized);
  handleUnrepresentable(schema, ctx, json2, params, "BigInt defaults cannot be represented in JSON Schema");
  return UNREPRESENTABLE_DEFAULT;
}
var defaultProcessor = (schema, ctx, json2, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  const value2 = serializeDefaultValue(def.defaultValue, schema, ctx, json2, params);
  if (value2 !== UNREPRESENTABLE_DEFAULT)
    json2.default = value2;
};
var prefaultProcessor = (schema, ctx, json2, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  if (ctx.io !== "input")
    return;
  const value2 = serializeDefaultValue(def.defaultValue, schema, ctx, json2, params);
  if (value2 !== UNREPRESENTABLE_DEFAULT)
    json2._prefault = value2;
};
var catchProcessor = (schema, ctx, json2, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  let catchValue;
  try {
    catchValue = def.catchValue(void 0);
  } catch {
    handleUnrepresentable(schema, ctx, json2, params, "Dynamic catch values are not supported in JSON Schema");
    return;
  }
  json2.default = catchValue;
};
var pipeProcessor = (schema, ctx, _json, params) => {
  const def = schema._zod.def;
  const inIsTransform = def.in._zod.traits.has("$ZodTransform");
  const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
  processSchema(innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = innerType;
};
var readonlyProcessor = (schema, ctx, json2, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  json2.readOnly = true;
};
var promiseProcessor = (schema, ctx, _json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
};
var optionalProcessor = (schema, ctx, _json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
};
var lazyProcessor = (schema, ctx, _json, params) => {
  const innerType = schema._zod.innerType;
  processSchema(innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = innerType;
};
var allProcessors = {
  string: stringProcessor,
  number: numberProcessor,
  boolean: booleanProcessor,
  bigint: bigintProcessor,
  symbol: symbolProcessor,
  null: nullProcessor,
  undefined: undefinedProcessor,
  void: voidProcessor,
  never: neverProcessor,
  any: anyProcessor,
  unknown: unknownProcessor,
  date: dateProcessor,
  enum: enumProcessor,
  literal: literalProcessor,
  nan: nanProcessor,
  template_literal: templateLiteralProcessor,
  file: fileProcessor,
  success: successProcessor,
  custom: customProcessor,
  function: functionProcessor,
  transform: transformProcessor,
  map: mapProcessor,
  set: setProcessor,
  array: arrayProcessor,
  object: objectProcessor,
  union: unionProcessor,
  intersection: intersectionProcessor,
  tuple: tupleProcessor,
  record: recordProcessor,
  nullable: nullableProcessor,
  nonoptional: nonoptionalProcessor,
  default: defaultProcessor,
  prefault: prefaultProcessor,
  catch: catchProcessor,
  pipe: pipeProcessor,
  readonly: readonlyProcessor,
  promise: promiseProcessor,
  optional: optionalProcessor,
  lazy: lazyProcessor
};
function toJSONSchema(input2, params) {
  if ("_idmap" in input2) {
    const registry2 = input2;
    const ctx2 = initializeContext({ ...params, processors: allProcessors });
    const defs = {};
    for (const entry of registry2._idmap.entries()) {
      const [_, schema] = entry;
      processSchema(schema, ctx2);
    }
    const schemas = {};
    const external = {
      registry: registry2,
      uri: params?.uri,
      defs
    };
    ctx2.external = external;
    for (const entry of registry2._idmap.entries()) {
      const [key, schema] = entry;
      extractDefs(ctx2, schema);
      assignProp(schemas, key, finalize(ctx2, schema));
    }
    if (Object.keys(defs).length > 0) {
      const defsSegment = ctx2.target === "draft-2020-12" ? "$defs" : "definitions";
      schemas.__shared = {
        [defsSegment]: defs
      };
    }
    return { schemas };
  }
  const ctx = initializeContext({ ...params, processors: allProcessors });
  processSchema(input2, ctx);
  extractDefs(ctx, input2);
  return finalize(ctx, input2);
}

// node_modules/zod/v4/core/json-schema-generator.js
var JSONSchemaGenerator = class {
  /** @deprecated Access via ctx instead */
  get metadataRegistry() {
    return this.ctx.metadataRegistry;
  }
  /** @deprecated Access via ctx instead */
  get target() {
    return this.ctx.target;
  }
  // annotated so the .d.cts emits an indexed access rather than an inline `import()` of an ESM path
  /** @deprecated Access via ctx instead */
  get unrepresentable() {
    return this.ctx.unrepresentable;
  }
  /** @deprecated Access via ctx instead */
  get override() {
    return this.ctx.override;
  }
  /** @deprecated Access via ctx instead */
  get io() {
    return this.ctx.io;
  }
  /** @deprecated Access via ctx instead */
  get counter() {
    return this.ctx.counter;
  }
  set counter(value2) {
    this.ctx.counter = value2;
  }
  /** @deprecated Access via ctx instead */
  get seen() {
    return this.ctx.seen;
  }
  constructor(params) {
    let normalizedTarget = params?.target ?? "draft-2020-12";
    if (normalizedTarget === "draft-4")
      normalizedTarget = "draft-04";
    if (normalizedTarget === "draft-7")
      normalizedTarget = "draft-07";
    this.ctx = initializeContext({
      processors: allProcessors,
      target: normalizedTarget,
      ...params?.metadata && { metadata: params.metadata },
      ...params?.unrepresentable && { unrepresentable: params.unrepresentable },
      ...params?.override && { override: params.override },
      ...params?.io && { io: params.io }
    });
  }
  /**
   * Process a schema to prepare it for JSON Schema generation.
   * This must be called before emit().
   */
  process(schema, _params = { path: [], schemaPath: [] }) {
    return processSchema(schema, this.ctx, _params);
  }
  /**
   * Emit the final JSON Schema after processing.
   * Must call process() first.
   */
  emit(schema, _params) {
    if (_params) {
      if (_params.cycles)
        this.ctx.cycles = _params.cycles;
      if (_params.reused)
        this.ctx.reused = _params.reused;
      if (_params.external)
        this.ctx.external = _params.external;
    }
    this.ctx.sharedDefsExtractedFor = void 0;
    this.ctx.sharedEmitDoneFor = void 0;
    extractDefs(this.ctx, schema);
    const result = finalize(this.ctx, schema);
    const { "~standard": _, ...plainResult } = result;
    return plainResult;
  }
};

// node_modules/zod/v4/core/json-schema.js
var json_schema_exports = {};

// node_modules/zod/v4/classic/schemas.js
var schemas_exports2 = {};
__export(schemas_exports2, {
  ZodAny: () => ZodAny,
  ZodArray: () => ZodArray,
  ZodBase64: () => ZodBase64,
  ZodBase64URL: () => ZodBase64URL,
  ZodBigInt: () => ZodBigInt,
  ZodBigIntFormat: () => ZodBigIntFormat,
  ZodBoolean: () => ZodBoolean,
  ZodCIDRv4: () => ZodCIDRv4,
  ZodCIDRv6: () => ZodCIDRv6,
  ZodCUID: () => ZodCUID,
  ZodCUID2: () => ZodCUID2,
  ZodCatch: () => ZodCatch,
  ZodCodec: () => ZodCodec,
  ZodCreditCard: () => ZodCreditCard,
  ZodCustom: () => ZodCustom,
  ZodCustomStringFormat: () => ZodCustomStringFormat,
  ZodDate: () => ZodDate,
  ZodDefault: () => ZodDefault,
  ZodDiscriminatedUnion: () => ZodDiscriminatedUnion,
  ZodE164: () => ZodE164,
  ZodEmail: () => ZodEmail,
  ZodEmoji: () => ZodEmoji,
  ZodEnum: () => ZodEnum,
  ZodExactOptional: () => ZodExactOptional,
  ZodFile: () => ZodFile,
  ZodFunction: () => ZodFunction,
  ZodGUID: () => ZodGUID,
  ZodIBAN: () => ZodIBAN,
  ZodIPv4: () => ZodIPv4,
  ZodIPv6: () => ZodIPv6,
  ZodISODate: () => ZodISODate,
  ZodISODateTime: () => ZodISODateTime,
  ZodISODuration: () => ZodISODuration,
  ZodISOTime: () => ZodISOTime,
  ZodInstanceOf: () => ZodInstanceOf,
  ZodIntersection: () => ZodIntersection,
  ZodJWT: () => ZodJWT,
  ZodKSUID: () => ZodKSUID,
  ZodLazy: () => ZodLazy,
  ZodLiteral: () => ZodLiteral,
  ZodMAC: () => ZodMAC,
  ZodMap: () => ZodMap,
  ZodNaN: () => ZodNaN,
  ZodNanoID: () => ZodNanoID,
  ZodNever: () => ZodNever,
  ZodNonOptional: () => ZodNonOptional,
  ZodNull: () => ZodNull,
  ZodNullable: () => ZodNullable,
  ZodNumber: () => ZodNumber,
  ZodNumberFormat: () => ZodNumberFormat,
  ZodObject: () => ZodObject,
  ZodOptional: () => ZodOptional,
  ZodPipe: () => ZodPipe,
  ZodPrefault: () => ZodPrefault,
  ZodPreprocess: () => ZodPreprocess,
  ZodPromise: () => ZodPromise,
  ZodReadonly: () => ZodReadonly,
  ZodRecord: () => ZodRecord,
  ZodSet: () => ZodSet,
  ZodString: () => ZodString,
  ZodStringFormat: () => ZodStringFormat,
  ZodSuccess: () => ZodSuccess,
  ZodSymbol: () => ZodSymbol,
  ZodTemplateLiteral: () => ZodTemplateLiteral,
  ZodTransform: () => ZodTransform,
  ZodTuple: () => ZodTuple,
  ZodType: () => ZodType,
  ZodULID: () => ZodULID,
  ZodURL: () => ZodURL,
  ZodUUID: () => ZodUUID,
  ZodUndefined: () => ZodUndefined,
  ZodUnion: () => ZodUnion,
  ZodUnknown: () => ZodUnknown,
  ZodVoid: () => ZodVoid,
  ZodXID: () => ZodXID,
  ZodXor: () => ZodXor,
  _ZodString: () => _ZodString,
  _default: () => _default2,
  _function: () => _function,
  any: () => any,
  array: () => array,
  base64: () => base642,
  base64url: () => base64url2,
  bigint: () => bigint2,
  boolean: () => boolean2,
  catch: () => _catch2,
  check: () => check,
  cidrv4: () => cidrv42,
  cidrv6: () => cidrv62,
  codec: () => codec,
  creditCard: () => creditCard2,
  cuid: () => cuid3,
  cuid2: () => cuid22,
  currencyCode: () => currencyCode2,
  custom: () => custom,
  date: () => date2,
  describe: () => describe2,
  discriminatedUnion: () => discriminatedUnion,
  e164: () => e1642,
  email: () => email2,
  emoji: () => emoji2,
  enum: () => _enum2,
  exactOptional: () => exactOptional,
  file: () => file,
  float32: () => float32,
  float64: () => float64,
  function: () => _function,
  guid: () => guid2,
  hash: () => hash,
  hex: () => hex2,
  hostname: () => hostname2,
  httpUrl: () => httpUrl,
  iban: () => iban2,
  instanceof: () => _instanceof,
  int: () => int,
  int32: () => int32,
  int64: () => int64,
  intersection: () => intersection,
  invertCodec: () => invertCodec,
  ipv4: () => ipv42,
  ipv6: () => ipv62,
  json: () => json,
  jwt: () => jwt,
  keyof: () => keyof,
  ksuid: () => ksuid2,
  lazy: () => lazy,
  literal: () => literal,
  looseObject: () => looseObject,
  looseRecord: () => looseRecord,
  mac: () => mac2,
  map: () => map,
  meta: () => meta2,
  nan: () => nan,
  nanoid: () => nanoid2,
  nativeEnum: () => nativeEnum,
  never: () => never,
  nonoptional: () => nonoptional,
  null: () => _null3,
  nullable: () => nullable,
  nullish: () => nullish2,
  number: () => number2,
  object: () => object,
  optional: () => optional,
  partialRecord: () => partialRecord,
  pipe: () => pipe,
  prefault: () => prefault,
  preprocess: () => preprocess,
  promise: () => promise,
  readonly: () => readonly,
  record: () => record,
  refine: () => refine,
  set: () => set,
  strictObject: () => strictObject,
  string: () => string2,
  stringFormat: () => stringFormat,
  stringbool: () => stringbool,
  success: () => success,
  superRefine: () => superRefine,
  symbol: () => symbol,
  templateLiteral: () => templateLiteral,
  transform: () => transform,
  tuple: () => tuple,
  uint32: () => uint32,
  uint64: () => uint64,
  ulid: () => ulid2,
  undefined: () => _undefined3,
  union: () => union,
  unknown: () => unknown,
  url: () => url,
  uuid: () => uuid2,
  uuidv4: () => uuidv4,
  uuidv6: () => uuidv6,
  uuidv7: () => uuidv7,
  void: () => _void2,
  xid: () => xid2,
  xor: () => xor
});

// node_modules/zod/v4/locales/en.js
var error = () => {
  const Sizable = {
    string: { unit: "characters", verb: "to have" },
    file: { unit: "bytes", verb: "to have" },
    array: { unit: "items", verb: "to have" },
    set: { unit: "items", verb: "to have" },
    map: { unit: "entries", verb: "to have" }
  };
  function getSizing(origin) {
    return Sizable[origin] ?? null;
  }
  const FormatDictionary = {
    regex: "input",
    email: "email address",
    url: "URL",
    emoji: "emoji",
    uuid: "UUID",
    uuidv4: "UUIDv4",
    uuidv6: "UUIDv6",
    nanoid: "nanoid",
    guid: "GUID",
    cuid: "cuid",
    cuid2: "cuid2",
    ulid: "ULID",
    xid: "XID",
    ksuid: "KSUID",
    datetime: "ISO datetime",
    date: "ISO date",
    time: "ISO time",
    duration: "ISO duration",
    ipv4: "IPv4 address",
    ipv6: "IPv6 address",
    mac: "MAC address",
    cidrv4: "IPv4 range",
    cidrv6: "IPv6 range",
    base64: "base64-encoded string",
    base64url: "base64url-encoded string",
    json_string: "JSON string",
    e164: "E.164 number",
    currency_code: "currency code",
    credit_card: "credit card number",
    iban: "IBAN",
    jwt: "JWT",
    template_literal: "input"
  };
  const TypeDictionary = {
    // Compatibility: "nan" -> "NaN" for display
    nan: "NaN"
    // All other type names omitted - they fall back to raw values via ?? operator
  };
  function getTypeName(type, input2) {
    if (type === "number" && typeof input2 === "number" && !Number.isFinite(input2)) {
      return String(input2);
    }
    return TypeDictionary[type] ?? type;
  }
  return (issue2) => {
    switch (issue2.code) {
      case "invalid_type": {
        const expected = getTypeName(issue2.expected);
        const receivedType = parsedType(issue2.input);
        const received = getTypeName(receivedType, issue2.input);
        return `Invalid input: expected ${expected}, received ${received}`;
      }
      case "invalid_value":
        if (issue2.values.length === 1)
          return `Invalid input: expected ${stringifyPrimitive(issue2.values[0])}`;
        return `Invalid option: expected one of ${joinValues(issue2.values, "|")}`;
      case "too_big": {
        const adj = issue2.exact ? "exactly " : issue2.inclusive ? "<=" : "<";
        const sizing = getSizing(issue2.origin);
        if (sizing)
          return `Too big: expected ${issue2.origin ?? "value"} to have ${adj}${issue2.maximum.toString()} ${sizing.unit ?? "elements"}`;
        return `Too big: expected ${issue2.origin ?? "value"} to be ${adj}${issue2.maximum.toString()}`;
      }
      case "too_small": {
        const adj = issue2.exact ? "exactly " : issue2.inclusive ? ">=" : ">";
        const sizing = getSizing(issue2.origin);
        if (sizing) {
          return `Too small: expected ${issue2.origin} to have ${adj}${issue2.minimum.toString()} ${sizing.unit}`;
        }
        return `Too small: expected ${issue2.origin} to be ${adj}${issue2.minimum.toString()}`;
      }
      case "invalid_format": {
        const _issue = issue2;
        if (_issue.format === "starts_with") {
          return `Invalid string: must start with "${_issue.prefix}"`;
        }
        if (_issue.format === "ends_with")
          return `Invalid string: must end with "${_issue.suffix}"`;
        if (_issue.format === "includes")
          return `Invalid string: must include "${_issue.includes}"`;
        if (_issue.format === "regex")
          return `Invalid string: must match pattern ${_issue.pattern}`;
        return `Invalid ${FormatDictionary[_issue.format] ?? issue2.format}`;
      }
      case "not_multiple_of":
        return `Invalid number: must be a multiple of ${issue2.divisor}`;
      case "unrecognized_keys":
        return `Unrecognized key${issue2.keys.length > 1 ? "s" : ""}: ${joinValues(issue2.keys, ", ")}`;
      case "invalid_key":
        return `Invalid key in ${issue2.origin}`;
      case "invalid_union":
        if (issue2.options && Array.isArray(issue2.options) && issue2.options.length > 0) {
          const opts = issue2.options.map((o) => `'${o}'`).join(" | ");
          return `Invalid discriminator value. Expected ${opts}`;
        }
        if (issue2.inclusive === false) {
          return "Invalid input: more than one option matched";
        }
        return "Invalid input";
      case "invalid_element":
        return `Invalid value in ${issue2.origin}`;
      default:
        return `Invalid input`;
    }
  };
};
function en_default() {
  return {
    localeError: error()
  };
}

// node_modules/zod/v4/classic/checks.js
var checks_exports2 = {};
__export(checks_exports2, {
  endsWith: () => _endsWith,
  gt: () => _gt,
  gte: () => _gte,
  includes: () => _includes,
  length: () => _length,
  lowercase: () => _lowercase,
  lt: () => _lt,
  lte: () => _lte,
  maxLength: () => _maxLength,
  maxSize: () => _maxSize,
  mime: () => _mime,
  minLength: () => _minLength,
  minSize: () => _minSize,
  multipleOf: () => _multipleOf,
  negative: () => _negative,
  nonnegative: () => _nonnegative,
  nonpositive: () => _nonpositive,
  normalize: () => _normalize,
  overwrite: () => _overwrite,
  positive: () => _positive,
  properties: () => _properties,
  property: () => _property,
  regex: () => _regex,
  size: () => _size,
  slugify: () => _slugify,
  startsWith: () => _startsWith,
  toLowerCase: () => _toLowerCase,
  toUpperCase: () => _toUpperCase,
  trim: () => _trim,
  uppercase: () => _uppercase
});

// node_modules/zod/v4/classic/errors.js
var _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
  Object.defineProperty(proto, key, {
    configurable: true,
    enumerable: false,
    get() {
      const value2 = make(this);
      Object.defineProperty(this, key, { value: value2, configurable: true, writable: true });
      return value2;
    },
    set(value2) {
      Object.defineProperty(this, key, { value: value2, configurable: true, writable: true });
    }
  });
}
var initializer2 = (inst, issues3) => {
  $ZodError.init(inst, issues3);
  inst.name = "ZodError";
  const proto = Object.getPrototypeOf(inst);
  if (_installedErrorProtos.has(proto))
    return;
  _installedErrorProtos.add(proto);
  _lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
  _lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
  _lazyMethod(proto, "addIssue", (self) => (issue2) => {
    self.issues.push(issue2);
    self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  });
  _lazyMethod(proto, "addIssues", (self) => (issues4) => {
    self.issues.push(...issues4);
    self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  });
  Object.defineProperty(proto, "isEmpty", {
    configurable: true,
    enumerable: false,
    get() {
      return this.issues.length === 0;
    }
  });
};
var ZodError = /* @__PURE__ */ $constructor("ZodError", initializer2);
var ZodRealError = /* @__PURE__ */ $constructor("ZodError", initializer2, void 0, {
  Parent: Error
});

// node_modules/zod/v4/classic/parse.js
var parse3 = /* @__PURE__ */ _parse(ZodRealError);
var parseAsync2 = /* @__PURE__ */ _parseAsync(ZodRealError);
var safeParse2 = /* @__PURE__ */ _safeParse(ZodRealError);
var safeParseAsync2 = /* @__PURE__ */ _safeParseAsync(ZodRealError);
var encode2 = /* @__PURE__ */ _encode(ZodRealError);
var decode2 = /* @__PURE__ */ _decode(ZodRealError);
var encodeAsync2 = /* @__PURE__ */ _encodeAsync(ZodRealError);
var decodeAsync2 = /* @__PURE__ */ _decodeAsync(ZodRealError);
var safeEncode2 = /* @__PURE__ */ _safeEncode(ZodRealError);
var safeDecode2 = /* @__PURE__ */ _safeDecode(ZodRealError);
var safeEncodeAsync2 = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
var safeDecodeAsync2 = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
  if (!globalConfig.localeError)
    config(en_default());
}
function _ensureDefaultMemoizer() {
  if (!globalConfig.memoizer)
    config({ memoizer: memoizer() });
}
var ZodType = /* @__PURE__ */ $constructor("ZodType", (inst, def) => {
  _ensureDefaultLocale();
  $ZodType.init(inst, def);
  inst.def = def;
  inst.type = def.type;
  return inst;
}, {
  check(...chks) {
    const def = this.def;
    return this.clone(util_exports.mergeDefs(def, {
      checks: [
        ...def.checks ?? [],
        ...chks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
      ]
    }), { parent: true });
  },
  with(...chks) {
    return this.check(...chks);
  },
  clone(def, params) {
    return clone(this, def, params);
  },
  brand() {
    return this;
  },
  register(reg, meta3) {
    reg.add(this, meta3);
    return this;
  },
  refine(check2, params) {
    return this.check(refine(check2, params));
  },
  superRefine(refinement, params) {
    return this.check(superRefine(refinement, params));
  },
  overwrite(fn) {
    return this.check(_overwrite(fn));
  },
  optional() {
    return optional(this);
  },
  exactOptional() {
    return exactOptional(this);
  },
  nullable() {
    return nullable(this);
  },
  nullish() {
    return optional(nullable(this));
  },
  nonoptional(params) {
    return nonoptional(this, params);
  },
  array() {
    return array(this);
  },
  or(arg) {
    return union([this, arg]);
  },
  and(arg) {
    return intersection(this, arg);
  },
  transform(tx) {
    return pipe(this, transform(tx));
  },
  default(d) {
    return _default2(this, d);
  },
  prefault(d) {
    return prefault(this, d);
  },
  catch(params) {
    return _catch2(this, params);
  },
  pipe(target) {
    return pipe(this, target);
  },
  readonly() {
    return readonly(this);
  },
  describe(description) {
    const cl = this.clone();
    globalRegistry.add(cl, { description });
    return cl;
  },
  meta(...args) {
    if (args.length === 0)
      return globalRegistry.get(this);
    const cl = this.clone();
    globalRegistry.add(cl, args[0]);
    return cl;
  },
  isOptional() {
    return this.safeParse(void 0).success;
  },
  isNullable() {
    return this.safeParse(null).success;
  },
  apply(fn, ...args) {
    return args.length === 0 ? fn(this) : fn(this, ...args);
  },
  // Overrides core's `~standard` to add `jsonSchema`. Must stay a prototype entry: redefining it per instance demotes instances to dictionary mode.
  get "~standard"() {
    return util_exports.hide(this, "~standard", {
      ...standardProps(this),
      jsonSchema: {
        input: createStandardJSONSchemaMethod(this, "input"),
        output: createStandardJSONSchemaMethod(this, "output")
      }
    });
  },
  set "~standard"(value2) {
    util_exports.own(this, "~standard", value2);
  },
  parse: function _parse2(data, params) {
    return parse3(this, data, params, { callee: _parse2 });
  },
  parseAsync: async function _parseAsync2(data, params) {
    return await parseAsync2(this, data, params, { callee: _parseAsync2 });
  },
  safeParse(data, params) {
    return safeParse2(this, data, params);
  },
  async safeParseAsync(data, params) {
    return safeParseAsync2(this, data, params);
  },
  // `spa` is an alias: same function object as `safeParseAsync`, as before.
  get spa() {
    return this?.safeParseAsync;
  },
  set spa(value2) {
    util_exports.own(this, "spa", value2);
  },
  validate(data, params) {
    return validate(this, data, params);
  },
  validateAsync(data, params) {
    return validateAsync(this, data, params);
  },
  encode: function _encode2(data, params) {
    return encode2(this, data, params, { callee: _encode2 });
  },
  decode: function _decode2(data, params) {
    return decode2(this, data, params, { callee: _decode2 });
  },
  encodeAsync: async function _encodeAsync2(data, params) {
    return await encodeAsync2(this, data, params, { callee: _encodeAsync2 });
  },
  decodeAsync: async function _decodeAsync2(data, params) {
    return await decodeAsync2(this, data, params, { callee: _decodeAsync2 });
  },
  safeEncode(data, params) {
    return safeEncode2(this, data, params);
  },
  safeDecode(data, params) {
    return safeDecode2(this, data, params);
  },
  async safeEncodeAsync(data, params) {
    return safeEncodeAsync2(this, data, params);
  },
  async safeDecodeAsync(data, params) {
    return safeDecodeAsync2(this, data, params);
  },
  toJSONSchema(params) {
    return createToJSONSchemaMethod(this, {})(params);
  },
  // Reads through to the registry on every access, so it must not cache.
  get description() {
    return globalRegistry.get(this)?.description;
  },
  // No setter: `schema._def = x` throws, as it did when `_def` was a non-writable own property.
  get _def() {
    return this._zod.def;
  }
});
var _ZodString = /* @__PURE__ */ $constructor(
  "_ZodString",
  (inst, def) => {
    $ZodString.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json2, params) => stringProcessor(inst, ctx, json2, params);
  },
  /* @__PURE__ */ util_exports.derived({
    format: (inst) => aggregateChecks(inst).format ?? null,
    minLength: (inst) => aggregateChecks(inst).minimum ?? null,
    maxLength: (inst) => aggregateChecks(inst).maximum ?? null
  }, {
    regex(...args) {
      return this.check(_regex(...args));
    },
    includes(...args) {
      return this.check(_includes(...args));
    },
    startsWith(...args) {
      return this.check(_startsWith(...args));
    },
    endsWith(...args) {
      return this.check(_endsWith(...args));
    },
    min(...args) {
      return this.check(_minLength(...args));
    },
    max(...args) {
      return this.check(_maxLength(...args));
    },
    length(...args) {
      return this.check(_length(...args));
    },
    nonempty(...args) {
      return this.check(_minLength(1, ...args));
    },
    lowercase(params) {
      return this.check(_lowercase(params));
    },
    uppercase(params) {
      return this.check(_uppercase(params));
    },
    trim() {
      return this.check(_trim());
    },
    normalize(...args) {
      return this.check(_normalize(...args));
    },
    toLowerCase() {
      return this.check(_toLowerCase());
    },
    toUpperCase() {
      return this.check(_toUpperCase());
    },
    slugify() {
      return this.check(_slugify());
    }
  })
);
var ZodString = /* @__PURE__ */ $constructor("ZodString", (inst, def) => {
  $ZodString.init(inst, def);
  _ZodString.init(inst, def);
}, {
  email(params) {
    return this.check(_email(ZodEmail, params));
  },
  url(params) {
    return this.check(_url(ZodURL, params));
  },
  jwt(params) {
    return this.check(_jwt(ZodJWT, params));
  },
  emoji(params) {
    return this.check(_emoji2(ZodEmoji, params));
  },
  guid(params) {
    return this.check(_guid(ZodGUID, params));
  },
  uuid(params) {
    return this.check(_uuid(ZodUUID, params));
  },
  uuidv4(params) {
    return this.check(_uuidv4(ZodUUID, params));
  },
  uuidv6(params) {
    return this.check(_uuidv6(ZodUUID, params));
  },
  uuidv7(params) {
    return this.check(_uuidv7(ZodUUID, params));
  },
  nanoid(params) {
    return this.check(_nanoid(ZodNanoID, params));
  },
  cuid(params) {
    return this.check(_cuid(ZodCUID, params));
  },
  cuid2(params) {
    return this.check(_cuid2(ZodCUID2, params));
  },
  ulid(params) {
    return this.check(_ulid(ZodULID, params));
  },
  base64(params) {
    return this.check(_base64(ZodBase64, params));
  },
  base64url(params) {
    return this.check(_base64url(ZodBase64URL, params));
  },
  xid(params) {
    return this.check(_xid(ZodXID, params));
  },
  ksuid(params) {
    return this.check(_ksuid(ZodKSUID, params));
  },
  ipv4(params) {
    return this.check(_ipv4(ZodIPv4, params));
  },
  ipv6(params) {
    return this.check(_ipv6(ZodIPv6, params));
  },
  cidrv4(params) {
    return this.check(_cidrv4(ZodCIDRv4, params));
  },
  cidrv6(params) {
    return this.check(_cidrv6(ZodCIDRv6, params));
  },
  e164(params) {
    return this.check(_e164(ZodE164, params));
  },
  datetime(params) {
    return this.check(_isoDateTime(ZodISODateTime, params));
  },
  date(params) {
    return this.check(_isoDate(ZodISODate, params));
  },
  time(params) {
    return this.check(_isoTime(ZodISOTime, params));
  },
  duration(params) {
    return this.check(_isoDuration(ZodISODuration, params));
  }
});
function string2(params) {
  return _string(ZodString, params);
}
var ZodStringFormat = /* @__PURE__ */ $constructor("ZodStringFormat", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  _ZodString.init(inst, def);
});
var ZodISODateTime = /* @__PURE__ */ $constructor("ZodISODateTime", (inst, def) => {
  $ZodISODateTime.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISODate = /* @__PURE__ */ $constructor("ZodISODate", (inst, def) => {
  $ZodISODate.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISOTime = /* @__PURE__ */ $constructor("ZodISOTime", (inst, def) => {
  $ZodISOTime.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISODuration = /* @__PURE__ */ $constructor("ZodISODuration", (inst, def) => {
  $ZodISODuration.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodEmail = /* @__PURE__ */ $constructor("ZodEmail", (inst, def) => {
  $ZodEmail.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function email2(params) {
  return _email(ZodEmail, params);
}
var ZodGUID = /* @__PURE__ */ $constructor("ZodGUID", (inst, def) => {
  $ZodGUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function guid2(params) {
  return _guid(ZodGUID, params);
}
var ZodUUID = /* @__PURE__ */ $constructor("ZodUUID", (inst, def) => {
  $ZodUUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function uuid2(params) {
  return _uuid(ZodUUID, params);
}
function uuidv4(params) {
  return _uuidv4(ZodUUID, params);
}
function uuidv6(params) {
  return _uuidv6(ZodUUID, params);
}
function uuidv7(params) {
  return _uuidv7(ZodUUID, params);
}
var ZodURL = /* @__PURE__ */ $constructor("ZodURL", (inst, def) => {
  $ZodURL.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function url(params) {
  return _url(ZodURL, params);
}
function httpUrl(params) {
  return _url(ZodURL, {
    protocol: httpProtocol,
    hostname: domain,
    ...util_exports.normalizeParams(params)
  });
}
var ZodEmoji = /* @__PURE__ */ $constructor("ZodEmoji", (inst, def) => {
  $ZodEmoji.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function emoji2(params) {
  return _emoji2(ZodEmoji, params);
}
var ZodNanoID = /* @__PURE__ */ $constructor("ZodNanoID", (inst, def) => {
  $ZodNanoID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function nanoid2(params) {
  return _nanoid(ZodNanoID, params);
}
var ZodCUID = /* @__PURE__ */ $constructor("ZodCUID", (inst, def) => {
  $ZodCUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function cuid3(params) {
  return _cuid(ZodCUID, params);
}
var ZodCUID2 = /* @__PURE__ */ $constructor("ZodCUID2", (inst, def) => {
  $ZodCUID2.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function cuid22(params) {
  return _cuid2(ZodCUID2, params);
}
var ZodULID = /* @__PURE__ */ $constructor("ZodULID", (inst, def) => {
  $ZodULID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function ulid2(params) {
  return _ulid(ZodULID, params);
}
var ZodXID = /* @__PURE__ */ $constructor("ZodXID", (inst, def) => {
  $ZodXID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function xid2(params) {
  return _xid(ZodXID, params);
}
var ZodKSUID = /* @__PURE__ */ $constructor("ZodKSUID", (inst, def) => {
  $ZodKSUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function ksuid2(params) {
  return _ksuid(ZodKSUID, params);
}
var ZodIPv4 = /* @__PURE__ */ $constructor("ZodIPv4", (inst, def) => {
  $ZodIPv4.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function ipv42(params) {
  return _ipv4(ZodIPv4, params);
}
var ZodMAC = /* @__PURE__ */ $constructor("ZodMAC", (inst, def) => {
  $ZodMAC.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function mac2(params) {
  return _mac(ZodMAC, params);
}
var ZodIPv6 = /* @__PURE__ */ $constructor("ZodIPv6", (inst, def) => {
  $ZodIPv6.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function ipv62(params) {
  return _ipv6(ZodIPv6, params);
}
var ZodCIDRv4 = /* @__PURE__ */ $constructor("ZodCIDRv4", (inst, def) => {
  $ZodCIDRv4.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function cidrv42(params) {
  return _cidrv4(ZodCIDRv4, params);
}
var ZodCIDRv6 = /* @__PURE__ */ $constructor("ZodCIDRv6", (inst, def) => {
  $ZodCIDRv6.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function cidrv62(params) {
  return _cidrv6(ZodCIDRv6, params);
}
var ZodBase64 = /* @__PURE__ */ $constructor("ZodBase64", (inst, def) => {
  $ZodBase64.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function base642(params) {
  return _base64(ZodBase64, params);
}
var ZodBase64URL = /* @__PURE__ */ $constructor("ZodBase64URL", (inst, def) => {
  $ZodBase64URL.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function base64url2(params) {
  return _base64url(ZodBase64URL, params);
}
var ZodE164 = /* @__PURE__ */ $constructor("ZodE164", (inst, def) => {
  $ZodE164.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function e1642(params) {
  return _e164(ZodE164, params);
}
var ZodCreditCard = /* @__PURE__ */ $constructor("ZodCreditCard", (inst, def) => {
  $ZodCreditCard.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function creditCard2(params) {
  return _creditCard(ZodCreditCard, params);
}
var ZodIBAN = /* @__PURE__ */ $constructor("ZodIBAN", (inst, def) => {
  $ZodIBAN.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function iban2(params) {
  return _iban(ZodIBAN, params);
}
var ZodJWT = /* @__PURE__ */ $constructor("ZodJWT", (inst, def) => {
  $ZodJWT.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function jwt(params) {
  return _jwt(ZodJWT, params);
}
var ZodCustomStringFormat = /* @__PURE__ */ $constructor("ZodCustomStringFormat", (inst, def) => {
  $ZodCustomStringFormat.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function stringFormat(format, fnOrRegex, _params = {}) {
  return _stringFormat(ZodCustomStringFormat, format, fnOrRegex, _params);
}
function hostname2(_params) {
  return _stringFormat(ZodCustomStringFormat, "hostname", hostname, _params);
}
function hex2(_params) {
  return _stringFormat(ZodCustomStringFormat, "hex", hex, _params);
}
function currencyCode2(_params) {
  return _stringFormat(ZodCustomStringFormat, "currency_code", currencyCode, _params);
}
function hash(alg, params) {
  const enc = params?.enc ?? "hex";
  const format = `${alg}_${enc}`;
  const regex = regexes_exports[format];
  if (!regex)
    throw new Error(`Unrecognized hash format: ${format}`);
  return _stringFormat(ZodCustomStringFormat, format, regex, params);
}
var ZodNumber = /* @__PURE__ */ $constructor(
  "ZodNumber",
  (inst, def) => {
    $ZodNumber.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json2, params) => numberProcessor(inst, ctx, json2, params);
    inst.isFinite = true;
  },
  /* @__PURE__ */ util_exports.derived({
    minValue: (inst) => {
      const { minimum, exclusiveMinimum } = aggregateChecks(inst);
      return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
    },
    maxValue: (inst) => {
      const { maximum, exclusiveMaximum } = aggregateChecks(inst);
      return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
    },
    isInt: (inst) => {
      const { isInt, multipleOf } = aggregateChecks(inst);
      return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
    },
    format: (inst) => aggregateChecks(inst).format ?? null
  }, {
    gt(value2, params) {
      return this.check(_gt(value2, params));
    },
    gte(value2, params) {
      return this.check(_gte(value2, params));
    },
    min(value2, params) {
      return this.check(_gte(value2, params));
    },
    lt(value2, params) {
      return this.check(_lt(value2, params));
    },
    lte(value2, params) {
      return this.check(_lte(value2, params));
    },
    max(value2, params) {
      return this.check(_lte(value2, params));
    },
    int(params) {
      return this.check(int(params));
    },
    safe(params) {
      return this.check(int(params));
    },
    positive(params) {
      return this.check(_gt(0, params));
    },
    nonnegative(params) {
      return this.check(_gte(0, params));
    },
    negative(params) {
      return this.check(_lt(0, params));
    },
    nonpositive(params) {
      return this.check(_lte(0, params));
    },
    multipleOf(value2, params) {
      return this.check(_multipleOf(value2, params));
    },
    step(value2, params) {
      return this.check(_multipleOf(value2, params));
    },
    finite() {
      return this;
    }
  })
);
function number2(params) {
  return _number(ZodNumber, params);
}
var ZodNumberFormat = /* @__PURE__ */ $constructor("ZodNumberFormat", (inst, def) => {
  $ZodNumberFormat.init(inst, def);
  ZodNumber.init(inst, def);
});
function int(params) {
  return _int(ZodNumberFormat, params);
}
function float32(params) {
  return _float32(ZodNumberFormat, params);
}
function float64(params) {
  return _float64(ZodNumberFormat, params);
}
function int32(params) {
  return _int32(ZodNumberFormat, params);
}
function uint32(params) {
  return _uint32(ZodNumberFormat, params);
}
var ZodBoolean = /* @__PURE__ */ $constructor("ZodBoolean", (inst, def) => {
  $ZodBoolean.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => booleanProcessor(inst, ctx, json2, params);
});
function boolean2(params) {
  return _boolean(ZodBoolean, params);
}
var ZodBigInt = /* @__PURE__ */ $constructor(
  "ZodBigInt",
  (inst, def) => {
    $ZodBigInt.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json2, params) => bigintProcessor(inst, ctx, json2, params);
  },
  /* @__PURE__ */ util_exports.derived({
    minValue: (inst) => aggregateChecks(inst).minimum ?? null,
    maxValue: (inst) => aggregateChecks(inst).maximum ?? null,
    format: (inst) => aggregateChecks(inst).format ?? null
  }, {
    gte(value2, params) {
      return this.check(_gte(value2, params));
    },
    min(value2, params) {
      return this.check(_gte(value2, params));
    },
    gt(value2, params) {
      return this.check(_gt(value2, params));
    },
    lt(value2, params) {
      return this.check(_lt(value2, params));
    },
    lte(value2, params) {
      return this.check(_lte(value2, params));
    },
    max(value2, params) {
      return this.check(_lte(value2, params));
    },
    positive(params) {
      return this.check(_gt(BigInt(0), params));
    },
    negative(params) {
      return this.check(_lt(BigInt(0), params));
    },
    nonpositive(params) {
      return this.check(_lte(BigInt(0), params));
    },
    nonnegative(params) {
      return this.check(_gte(BigInt(0), params));
    },
    multipleOf(value2, params) {
      return this.check(_multipleOf(value2, params));
    }
  })
);
function bigint2(params) {
  return _bigint(ZodBigInt, params);
}
var ZodBigIntFormat = /* @__PURE__ */ $constructor("ZodBigIntFormat", (inst, def) => {
  $ZodBigIntFormat.init(inst, def);
  ZodBigInt.init(inst, def);
});
function int64(params) {
  return _int64(ZodBigIntFormat, params);
}
function uint64(params) {
  return _uint64(ZodBigIntFormat, params);
}
var ZodSymbol = /* @__PURE__ */ $constructor("ZodSymbol", (inst, def) => {
  $ZodSymbol.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => symbolProcessor(inst, ctx, json2, params);
});
function symbol(params) {
  return _symbol(ZodSymbol, params);
}
var ZodUndefined = /* @__PURE__ */ $constructor("ZodUndefined", (inst, def) => {
  $ZodUndefined.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => undefinedProcessor(inst, ctx, json2, params);
});
function _undefined3(params) {
  return _undefined2(ZodUndefined, params);
}
var ZodNull = /* @__PURE__ */ $constructor("ZodNull", (inst, def) => {
  $ZodNull.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => nullProcessor(inst, ctx, json2, params);
});
function _null3(params) {
  return _null2(ZodNull, params);
}
var ZodAny = /* @__PURE__ */ $constructor("ZodAny", (inst, def) => {
  $ZodAny.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => anyProcessor(inst, ctx, json2, params);
});
function any() {
  return _any(ZodAny);
}
var ZodUnknown = /* @__PURE__ */ $constructor("ZodUnknown", (inst, def) => {
  $ZodUnknown.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => unknownProcessor(inst, ctx, json2, params);
});
function unknown() {
  return _unknown(ZodUnknown);
}
var ZodNever = /* @__PURE__ */ $constructor("ZodNever", (inst, def) => {
  $ZodNever.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => neverProcessor(inst, ctx, json2, params);
});
function never(params) {
  return _never(ZodNever, params);
}
var ZodVoid = /* @__PURE__ */ $constructor("ZodVoid", (inst, def) => {
  $ZodVoid.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => voidProcessor(inst, ctx, json2, params);
});
function _void2(params) {
  return _void(ZodVoid, params);
}
var ZodDate = /* @__PURE__ */ $constructor(
  "ZodDate",
  (inst, def) => {
    $ZodDate.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json2, params) => dateProcessor(inst, ctx, json2, params);
    inst.min = (value2, params) => inst.check(_gte(value2, params));
    inst.max = (value2, params) => inst.check(_lte(value2, params));
  },
  /* @__PURE__ */ util_exports.derived({
    minDate: (inst) => {
      const { minimum } = aggregateChecks(inst);
      return minimum ? new Date(minimum) : null;
    },
    maxDate: (inst) => {
      const { maximum } = aggregateChecks(inst);
      return maximum ? new Date(maximum) : null;
    }
  }, {})
);
function date2(params) {
  return _date(ZodDate, params);
}
var ZodArray = /* @__PURE__ */ $constructor("ZodArray", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodArray.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => arrayProcessor(inst, ctx, json2, params);
  inst.element = def.element;
}, {
  min(n, params) {
    return this.check(_minLength(n, params));
  },
  nonempty(params) {
    return this.check(_minLength(1, params));
  },
  max(n, params) {
    return this.check(_maxLength(n, params));
  },
  length(n, params) {
    return this.check(_length(n, params));
  },
  unwrap() {
    return this.element;
  }
});
function array(element, params) {
  return _array(ZodArray, element, params);
}
function keyof(schema) {
  const shape = schema._zod.def.shape;
  return _enum2(Object.keys(shape));
}
var ZodObject = /* @__PURE__ */ $constructor("ZodObject", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodObjectJIT.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => objectProcessor(inst, ctx, json2, params);
  util_exports.installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
}, {
  keyof() {
    return _enum2(Object.keys(this._zod.def.shape));
  },
  catchall(catchall) {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall }));
  },
  passthrough() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
  },
  loose() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
  },
  strict() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: never() }));
  },
  strip() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: void 0 }));
  },
  extend(incoming) {
    return util_exports.extend(this, incoming);
  },
  safeExtend(incoming) {
    return util_exports.safeExtend(this, incoming);
  },
  merge(other) {
    return util_exports.merge(this, other);
  },
  pick(mask) {
    return util_exports.pick(this, mask);
  },
  omit(mask) {
    return util_exports.omit(this, mask);
  },
  partial(...args) {
    return util_exports.partial(ZodOptional, this, args[0]);
  },
  exactPartial(...args) {
    return util_exports.partial(ZodExactOptional, this, args[0], "exactPartial");
  },
  required(...args) {
    return util_exports.required(ZodNonOptional, this, args[0]);
  }
});
function object(shape, params) {
  const def = {
    type: "object",
    shape: shape ?? {},
    ...util_exports.normalizeParams(params)
  };
  return new ZodObject(def);
}
function strictObject(shape, params) {
  return new ZodObject({
    type: "object",
    shape,
    catchall: never(),
    ...util_exports.normalizeParams(params)
  });
}
function looseObject(shape, params) {
  return new ZodObject({
    type: "object",
    shape,
    catchall: unknown(),
    ...util_exports.normalizeParams(params)
  });
}
var ZodUnion = /* @__PURE__ */ $constructor("ZodUnion", (inst, def) => {
  $ZodUnion.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => unionProcessor(inst, ctx, json2, params);
  inst.options = def.options;
});
function union(options2, params) {
  return new ZodUnion({
    type: "union",
    options: options2,
    ...util_exports.normalizeParams(params)
  });
}
var ZodXor = /* @__PURE__ */ $constructor("ZodXor", (inst, def) => {
  ZodUnion.init(inst, def);
  $ZodXor.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => unionProcessor(inst, ctx, json2, params);
  inst.options = def.options;
});
function xor(options2, params) {
  return new ZodXor({
    type: "union",
    options: options2,
    inclusive: false,
    ...util_exports.normalizeParams(params)
  });
}
var ZodDiscriminatedUnion = /* @__PURE__ */ $constructor("ZodDiscriminatedUnion", (inst, def) => {
  ZodUnion.init(inst, def);
  $ZodDiscriminatedUnion.init(inst, def);
});
function discriminatedUnion(discriminator, options2, params) {
  return new ZodDiscriminatedUnion({
    type: "union",
    options: options2,
    discriminator,
    ...util_exports.normalizeParams(params)
  });
}
var ZodIntersection = /* @__PURE__ */ $constructor("ZodIntersection", (inst, def) => {
  $ZodIntersection.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => intersectionProcessor(inst, ctx, json2, params);
});
function intersection(left, right) {
  return new ZodIntersection({
    type: "intersection",
    left,
    right
  });
}
var ZodTuple = /* @__PURE__ */ $constructor("ZodTuple", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodTuple.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => tupleProcessor(inst, ctx, json2, params);
}, {
  rest(rest) {
    return this.clone({
      ...this._zod.def,
      rest
    });
  },
  partial() {
    const def = this._zod.def;
    if (def.checks?.length)
      throw new Error(".partial() cannot be used on tuple schemas containing refinements");
    return this.clone({
      ...def,
      items: def.items.map((item2) => new ZodOptional({ type: "optional", innerType: item2 }))
    });
  }
});
function tuple(items, _paramsOrRest, _params) {
  const hasRest = _paramsOrRest instanceof $ZodType;
  const params = hasRest ? _params : _paramsOrRest;
  const rest = hasRest ? _paramsOrRest : null;
  return new ZodTuple({
    type: "tuple",
    items,
    rest,
    ...util_exports.normalizeParams(params)
  });
}
var ZodRecord = /* @__PURE__ */ $constructor("ZodRecord", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodRecord.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => recordProcessor(inst, ctx, json2, params);
  inst.keyType = def.keyType;
  inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
  if (!valueType || !valueType._zod) {
    return new ZodRecord({
      type: "record",
      keyType: string2(),
      valueType: keyType,
      ...util_exports.normalizeParams(valueType)
    });
  }
  return new ZodRecord({
    type: "record",
    keyType,
    valueType,
    ...util_exports.normalizeParams(params)
  });
}
function partialRecord(keyType, valueType, params) {
  return new ZodRecord({
    type: "record",
    keyType,
    valueType,
    ...util_exports.normalizeParams(params),
    partial: true
  });
}
function looseRecord(keyType, valueType, params) {
  return new ZodRecord({
    type: "record",
    keyType,
    valueType,
    mode: "loose",
    ...util_exports.normalizeParams(params)
  });
}
var ZodMap = /* @__PURE__ */ $constructor("ZodMap", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodMap.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => mapProcessor(inst, ctx, json2, params);
  inst.keyType = def.keyType;
  inst.valueType = def.valueType;
  inst.min = (...args) => inst.check(_minSize(...args));
  inst.nonempty = (params) => inst.check(_minSize(1, params));
  inst.max = (...args) => inst.check(_maxSize(...args));
  inst.size = (...args) => inst.check(_size(...args));
});
function map(keyType, valueType, params) {
  return new ZodMap({
    type: "map",
    keyType,
    valueType,
    ...util_exports.normalizeParams(params)
  });
}
var ZodSet = /* @__PURE__ */ $constructor("ZodSet", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodSet.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => setProcessor(inst, ctx, json2, params);
  inst.min = (...args) => inst.check(_minSize(...args));
  inst.nonempty = (params) => inst.check(_minSize(1, params));
  inst.max = (...args) => inst.check(_maxSize(...args));
  inst.size = (...args) => inst.check(_size(...args));
});
function set(valueType, params) {
  return new ZodSet({
    type: "set",
    valueType,
    ...util_exports.normalizeParams(params)
  });
}
var ZodEnum = /* @__PURE__ */ $constructor("ZodEnum", (inst, def) => {
  $ZodEnum.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => enumProcessor(inst, ctx, json2, params);
  inst.enum = def.entries;
  inst.options = [...inst._zod.values];
  const keys = new Set(Object.keys(def.entries));
  inst.extract = (values2, params) => {
    const newEntries = {};
    for (const value2 of values2) {
      if (keys.has(value2)) {
        newEntries[value2] = def.entries[value2];
      } else
        throw new Error(`Key ${value2} not found in enum`);
    }
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params),
      entries: newEntries
    });
  };
  inst.exclude = (values2, params) => {
    const newEntries = { ...def.entries };
    for (const value2 of values2) {
      if (keys.has(value2)) {
        delete newEntries[value2];
      } else
        throw new Error(`Key ${value2} not found in enum`);
    }
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params),
      entries: newEntries
    });
  };
});
function _enum2(values2, params) {
  const entries = Array.isArray(values2) ? Object.fromEntries(values2.map((v) => [v, v])) : values2;
  return new ZodEnum({
    type: "enum",
    entries,
    ...util_exports.normalizeParams(params)
  });
}
function nativeEnum(entries, params) {
  return new ZodEnum({
    type: "enum",
    entries,
    ...util_exports.normalizeParams(params)
  });
}
var ZodLiteral = /* @__PURE__ */ $constructor("ZodLiteral", (inst, def) => {
  $ZodLiteral.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => literalProcessor(inst, ctx, json2, params);
  inst.values = new Set(def.values);
  Object.defineProperty(inst, "value", {
    get() {
      if (def.values.length > 1) {
        throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
      }
      return def.values[0];
    }
  });
});
function literal(value2, params) {
  return new ZodLiteral({
    type: "literal",
    values: Array.isArray(value2) ? value2 : [value2],
    ...util_exports.normalizeParams(params)
  });
}
var ZodFile = /* @__PURE__ */ $constructor("ZodFile", (inst, def) => {
  $ZodFile.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => fileProcessor(inst, ctx, json2, params);
  inst.min = (size, params) => inst.check(_minSize(size, params));
  inst.max = (size, params) => inst.check(_maxSize(size, params));
  inst.mime = (types, params) => inst.check(_mime(Array.isArray(types) ? types : [types], params));
});
function file(params) {
  return _file(ZodFile, params);
}
var ZodTransform = /* @__PURE__ */ $constructor("ZodTransform", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodTransform.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => transformProcessor(inst, ctx, json2, params);
  inst._zod.parse = (payload, _ctx) => {
    if (_ctx.direction === "backward") {
      throw new $ZodEncodeError(inst.constructor.name);
    }
    payload.addIssue = (issue2) => {
      if (typeof issue2 === "string") {
        payload.issues.push(util_exports.issue(issue2, payload.value, def));
      } else {
        const _issue = issue2;
        if (_issue.fatal)
          _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue))
          _issue.input = payload.value;
        _issue.inst ?? (_issue.inst = inst);
        payload.issues.push(util_exports.issue(_issue));
      }
    };
    const output2 = def.transform(payload.value, payload);
    if (output2 instanceof Promise) {
      return output2.then((output3) => {
        payload.value = output3;
        return payload;
      });
    }
    payload.value = output2;
    return payload;
  };
});
function transform(fn) {
  return new ZodTransform({
    type: "transform",
    transform: fn
  });
}
var ZodOptional = /* @__PURE__ */ $constructor("ZodOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => optionalProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
  return new ZodOptional({
    type: "optional",
    innerType
  });
}
var ZodExactOptional = /* @__PURE__ */ $constructor("ZodExactOptional", (inst, def) => {
  $ZodExactOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => optionalProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
  return new ZodExactOptional({
    type: "optional",
    innerType
  });
}
var ZodNullable = /* @__PURE__ */ $constructor("ZodNullable", (inst, def) => {
  $ZodNullable.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => nullableProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
  return new ZodNullable({
    type: "nullable",
    innerType
  });
}
function nullish2(innerType) {
  return optional(nullable(innerType));
}
var ZodDefault = /* @__PURE__ */ $constructor("ZodDefault", (inst, def) => {
  $ZodDefault.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => defaultProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
  inst.removeDefault = inst.unwrap;
});
function _default2(innerType, defaultValue) {
  return new ZodDefault({
    type: "default",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
var ZodPrefault = /* @__PURE__ */ $constructor("ZodPrefault", (inst, def) => {
  $ZodPrefault.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => prefaultProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
  return new ZodPrefault({
    type: "prefault",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
var ZodNonOptional = /* @__PURE__ */ $constructor("ZodNonOptional", (inst, def) => {
  $ZodNonOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => nonoptionalProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
  return new ZodNonOptional({
    type: "nonoptional",
    innerType,
    ...util_exports.normalizeParams(params)
  });
}
var ZodSuccess = /* @__PURE__ */ $constructor("ZodSuccess", (inst, def) => {
  $ZodSuccess.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => successProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function success(innerType) {
  return new ZodSuccess({
    type: "success",
    innerType
  });
}
var ZodCatch = /* @__PURE__ */ $constructor("ZodCatch", (inst, def) => {
  $ZodCatch.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => catchProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
  inst.removeCatch = inst.unwrap;
});
function _catch2(innerType, catchValue) {
  return new ZodCatch({
    type: "catch",
    innerType,
    catchValue: typeof catchValue === "function" ? catchValue : util_exports.constantCatch(catchValue)
  });
}
var ZodNaN = /* @__PURE__ */ $constructor("ZodNaN", (inst, def) => {
  $ZodNaN.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => nanProcessor(inst, ctx, json2, params);
});
function nan(params) {
  return _nan(ZodNaN, params);
}
var ZodPipe = /* @__PURE__ */ $constructor("ZodPipe", (inst, def) => {
  $ZodPipe.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => pipeProcessor(inst, ctx, json2, params);
  inst.in = def.in;
  inst.out = def.out;
});
function pipe(in_, out) {
  return new ZodPipe({
    type: "pipe",
    in: in_,
    out
    // ...util.normalizeParams(params),
  });
}
var ZodCodec = /* @__PURE__ */ $constructor("ZodCodec", (inst, def) => {
  ZodPipe.init(inst, def);
  $ZodCodec.init(inst, def);
});
function codec(in_, out, params) {
  return new ZodCodec({
    type: "pipe",
    in: in_,
    out,
    transform: params.decode,
    reverseTransform: params.encode
  });
}
function invertCodec(codec2) {
  const def = codec2._zod.def;
  return new ZodCodec({
    type: "pipe",
    in: def.out,
    out: def.in,
    transform: def.reverseTransform,
    reverseTransform: def.transform
  });
}
var ZodPreprocess = /* @__PURE__ */ $constructor("ZodPreprocess", (inst, def) => {
  ZodPipe.init(inst, def);
  $ZodPreprocess.init(inst, def);
});
var ZodReadonly = /* @__PURE__ */ $constructor("ZodReadonly", (inst, def) => {
  $ZodReadonly.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => readonlyProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
  return new ZodReadonly({
    type: "readonly",
    innerType
  });
}
var ZodTemplateLiteral = /* @__PURE__ */ $constructor("ZodTemplateLiteral", (inst, def) => {
  $ZodTemplateLiteral.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => templateLiteralProcessor(inst, ctx, json2, params);
});
function templateLiteral(parts, params) {
  return new ZodTemplateLiteral({
    type: "template_literal",
    parts,
    ...util_exports.normalizeParams(params)
  });
}
var ZodLazy = /* @__PURE__ */ $constructor("ZodLazy", (inst, def) => {
  $ZodLazy.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => lazyProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.getter();
});
function lazy(getter) {
  return new ZodLazy({
    type: "lazy",
    getter
  });
}
var ZodPromise = /* @__PURE__ */ $constructor("ZodPromise", (inst, def) => {
  $ZodPromise.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => promiseProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function promise(innerType) {
  return new ZodPromise({
    type: "promise",
    innerType
  });
}
var ZodFunction = /* @__PURE__ */ $constructor("ZodFunction", (inst, def) => {
  $ZodFunction.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => functionProcessor(inst, ctx, json2, params);
});
function _function(params) {
  return new ZodFunction({
    type: "function",
    input: Array.isArray(params?.input) ? tuple(params?.input) : params?.input ?? array(unknown()),
    output: params?.output ?? unknown()
  });
}
var ZodCustom = /* @__PURE__ */ $constructor("ZodCustom", (inst, def) => {
  $ZodCustom.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => customProcessor(inst, ctx, json2, params);
});
function check(fn) {
  const ch = new $ZodCheck({
    check: "custom"
    // ...util.normalizeParams(params),
  });
  ch._zod.check = fn;
  return ch;
}
function custom(fn, _params) {
  return _custom(ZodCustom, fn ?? (() => true), _params);
}
function refine(fn, _params = {}) {
  return _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
  return _superRefine(fn, params);
}
var describe2 = describe;
var meta2 = meta;
var ZodInstanceOf = /* @__PURE__ */ $constructor("ZodInstanceOf", (inst, def) => {
  ZodCustom.init(inst, def);
}, {
  properties(shape, params) {
    return this.check(_properties(shape, params));
  }
});
function _instanceof(cls, params = {}) {
  const inst = new ZodInstanceOf({
    type: "custom",
    check: "custom",
    fn: (data) => data instanceof cls,
    abort: true,
    ...util_exports.normalizeParams(params)
  });
  inst._zod.bag.Class = cls;
  inst._zod.check = (payload) => {
    if (!(payload.value instanceof cls)) {
      payload.issues.push({
        code: "invalid_type",
        expected: cls.name,
        input: payload.value,
        inst,
        path: [...inst._zod.def.path ?? []]
      });
    }
  };
  return inst;
}
var stringbool = (...args) => _stringbool({
  Codec: ZodCodec,
  Boolean: ZodBoolean,
  String: ZodString
}, ...args);
function json(params) {
  const jsonSchema = lazy(() => {
    return union([string2(params), number2(), boolean2(), _null3(), array(jsonSchema), record(string2(), jsonSchema)]);
  });
  return jsonSchema;
}
function preprocess(fn, schema) {
  return new ZodPreprocess({
    type: "pipe",
    in: transform(fn),
    out: schema
  });
}

// node_modules/zod/v4/classic/compat.js
var ZodIssueCode = {
  invalid_type: "invalid_type",
  too_big: "too_big",
  too_small: "too_small",
  invalid_format: "invalid_format",
  not_multiple_of: "not_multiple_of",
  unrecognized_keys: "unrecognized_keys",
  invalid_union: "invalid_union",
  invalid_key: "invalid_key",
  invalid_element: "invalid_element",
  invalid_value: "invalid_value",
  custom: "custom"
};
function setErrorMap(map2) {
  config({
    customError: map2
  });
}
function getErrorMap() {
  return config().customError;
}
var ZodFirstPartyTypeKind;
/* @__PURE__ */ (function(ZodFirstPartyTypeKind2) {
})(ZodFirstPartyTypeKind || (ZodFirstPartyTypeKind = {}));

// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
__export(iso_exports, {
  ZodISODate: () => ZodISODate,
  ZodISODateTime: () => ZodISODateTime,
  ZodISODuration: () => ZodISODuration,
  ZodISOTime: () => ZodISOTime,
  date: () => date3,
  datetime: () => datetime2,
  duration: () => duration2,
  time: () => time2
});
function datetime2(params) {
  return _isoDateTime(ZodISODateTime, params);
}
function date3(params) {
  return _isoDate(ZodISODate, params);
}
function time2(params) {
  return _isoTime(ZodISOTime, params);
}
function duration2(params) {
  return _isoDuration(ZodISODuration, params);
}

// node_modules/zod/v4/classic/from-json-schema.js
var z = {
  ...schemas_exports2,
  ...checks_exports2,
  iso: iso_exports
};
var RECOGNIZED_KEYS = /* @__PURE__ */ new Set([
  // Schema identification
  "$schema",
  "$ref",
  "$defs",
  "definitions",
  // Core schema keywords
  "$id",
  "id",
  "$comment",
  "$anchor",
  "$vocabulary",
  "$dynamicRef",
  "$dynamicAnchor",
  // Type
  "type",
  "enum",
  "const",
  // Composition
  "anyOf",
  "oneOf",
  "allOf",
  "not",
  // Object
  "properties",
  "required",
  "additionalProperties",
  "patternProperties",
  "propertyNames",
  "minProperties",
  "maxProperties",
  // Array
  "items",
  "prefixItems",
  "additionalItems",
  "minItems",
  "maxItems",
  "uniqueItems",
  "contains",
  "minContains",
  "maxContains",
  // String
  "minLength",
  "maxLength",
  "pattern",
  "format",
  // Number
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  // Already handled metadata
  "description",
  "default",
  // Content
  "contentEncoding",
  "contentMediaType",
  "contentSchema",
  // Unsupported (error-throwing)
  "unevaluatedItems",
  "unevaluatedProperties",
  "if",
  "then",
  "else",
  "dependentSchemas",
  "dependentRequired",
  // OpenAPI
  "nullable",
  "readOnly"
]);
function detectVersion(schema, defaultTarget) {
  const $schema = schema.$schema;
  if ($schema === "https://json-schema.org/draft/2020-12/schema") {
    return "draft-2020-12";
  }
  if ($schema === "http://json-schema.org/draft-07/schema#") {
    return "draft-7";
  }
  if ($schema === "http://json-schema.org/draft-04/schema#") {
    return "draft-4";
  }
  return defaultTarget ?? "draft-2020-12";
}
function applyMinItems(items, minItems) {
  return items.map((item2, index) => index < minItems ? item2 : item2.optional());
}
function decodeJSONPointerSegment(segment) {
  return segment.replace(/~1/g, "/").replace(/~0/g, "~");
}
function resolveRef(ref, ctx) {
  if (!ref.startsWith("#")) {
    throw new Error("External $ref is not supported, only local refs (#/...) are allowed");
  }
  const path2 = ref.slice(1).split("/").filter(Boolean);
  if (path2.length === 0) {
    return ctx.rootSchema;
  }
  const defsKey = ctx.version === "draft-2020-12" ? "$defs" : "definitions";
  if (path2[0] === defsKey) {
    const key = path2[1] === void 0 ? void 0 : decodeJSONPointerSegment(path2[1]);
    if (!key || !ctx.defs[key]) {
      throw new Error(`Reference not found: ${ref}`);
    }
    return ctx.defs[key];
  }
  throw new Error(`Reference not found: ${ref}`);
}
function checkObjectGuards(objectSchema, guards) {
  const guard = z.transform((value2) => value2).check((payload) => {
    const value2 = payload.value;
    if (typeof value2 !== "object" || value2 === null || Array.isArray(value2))
      return;
    const keys = Object.getOwnPropertyNames(value2);
    if (guards.minProperties !== void 0 && keys.length < guards.minProperties) {
      payload.issues.push({
        origin: "object",
        code: "too_small",
        minimum: guards.minProperties,
        inclusive: true,
        message: `Too small: expected object to have >=${guards.minProperties} properties`,
        input: value2,
        inst: objectSchema,
        continue: true
      });
    }
    if (guards.maxProperties !== void 0 && keys.length > guards.maxProperties) {
      payload.issues.push({
        origin: "object",
        code: "too_big",
        maximum: guards.maxProperties,
        inclusive: true,
        message: `Too big: expected object to have <=${guards.maxProperties} properties`,
        input: value2,
        inst: objectSchema,
        continue: true
      });
    }
    if (guards.keySchema) {
      for (const key of keys) {
        const result = guards.keySchema.safeParse(key);
        if (result.success)
          continue;
        payload.issues.push({
          code: "invalid_key",
          origin: "record",
          issues: result.error.issues,
          input: key,
          path: [key],
          continue: true
        });
      }
    }
  });
  return guard.pipe(objectSchema);
}
function canonicalKey(value2, seen) {
  if (value2 === null)
    return "z";
  const type = typeof value2;
  if (type !== "object") {
    if (type === "number" && Number.isNaN(value2))
      return null;
    const raw = String(value2);
    return `${type[0]}${raw.length}:${raw}`;
  }
  if (seen.has(value2))
    return null;
  seen.add(value2);
  try {
    if (Array.isArray(value2)) {
      const parts2 = [];
      for (const item2 of value2) {
        const key = canonicalKey(item2, seen);
        if (key === null)
          return null;
        parts2.push(key);
      }
      return `a${parts2.length}:[${parts2.join(",")}]`;
    }
    const keys = Object.keys(value2).sort();
    const parts = [];
    for (const k of keys) {
      const key = canonicalKey(value2[k], seen);
      if (key === null)
        return null;
      parts.push(`${k.length}:${k}=${key}`);
    }
    return `o${parts.length}:{${parts.join(",")}}`;
  } finally {
    seen.delete(value2);
  }
}
var SCHEMA_KEYWORDS = /* @__PURE__ */ new Set([
  "items",
  "prefixItems",
  "additionalItems",
  "additionalProperties",
  "contains",
  "propertyNames",
  "not",
  "if",
  "then",
  "else",
  "allOf",
  "anyOf",
  "oneOf",
  "unevaluatedItems",
  "unevaluatedProperties",
  "contentSchema"
]);
var SCHEMA_MAP_KEYWORDS = /* @__PURE__ */ new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "dependencies",
  "$defs",
  "definitions"
]);
function containsRef(value2) {
  if (typeof value2 !== "object" || value2 === null)
    return false;
  if (Array.isArray(value2))
    return value2.some(containsRef);
  if (typeof value2.$ref === "string")
    return true;
  return Object.entries(value2).some(([key, sub]) => {
    if (SCHEMA_KEYWORDS.has(key))
      return containsRef(sub);
    if (!SCHEMA_MAP_KEYWORDS.has(key) || typeof sub !== "object" || sub === null)
      return false;
    return Object.values(sub).some(containsRef);
  });
}
function plural(n) {
  return n === 1 ? "element" : "elements";
}
function checkArrayGuards(arraySchema, guards) {
  const guard = z.transform((value2) => value2).check((payload) => {
    const items = payload.value;
    if (!Array.isArray(items))
      return;
    if (guards.uniqueItems === true) {
      const firstSeen = /* @__PURE__ */ new Map();
      for (let i = 0; i < items.length; i++) {
        const key = canonicalKey(items[i], /* @__PURE__ */ new Set());
        if (key === null)
          continue;
        const first = firstSeen.get(key);
        if (first === void 0) {
          firstSeen.set(key, i);
          continue;
        }
        payload.issues.push({
          code: "custom",
          message: `Array items must be unique: element at index ${i} duplicates the one at index ${first}`,
          input: items,
          path: [i],
          continue: true
        });
      }
    }
    if (guards.containsSchema) {
      const minContains = guards.minContains ?? 1;
      const ceiling = guards.maxContains !== void 0 ? guards.maxContains + 1 : Number.POSITIVE_INFINITY;
      let matches2 = 0;
      for (const item2 of items) {
        if (guards.containsSchema.safeParse(item2).success && ++matches2 >= ceiling)
          break;
      }
      if (matches2 < minContains) {
        payload.issues.push({
          code: "custom",
          message: `Array must contain at least ${minContains} matching ${plural(minContains)}; found ${matches2}`,
          input: items,
          continue: true
        });
      }
      if (guards.maxContains !== void 0 && matches2 > guards.maxContains) {
        payload.issues.push({
          code: "custom",
          message: `Array must contain at most ${guards.maxContains} matching ${plural(guards.maxContains)}`,
          input: items,
          continue: true
        });
      }
    }
  });
  return guard.pipe(arraySchema);
}
function getTupleRest(restSchema, ctx) {
  if (restSchema === false) {
    return void 0;
  }
  if (restSchema === void 0 || restSchema === true) {
    return z.any();
  }
  return convertSchema(restSchema, ctx);
}
var fullTime = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
function convertBaseSchema(schema, ctx) {
  if (schema.not !== void 0) {
    if (typeof schema.not === "object" && Object.keys(schema.not).length === 0) {
      return z.never();
    }
    throw new Error("not is not supported in Zod (except { not: {} } for never)");
  }
  if (schema.unevaluatedItems !== void 0) {
    throw new Error("unevaluatedItems is not supported");
  }
  if (schema.unevaluatedProperties !== void 0) {
    throw new Error("unevaluatedProperties is not supported");
  }
  if (schema.if !== void 0 || schema.then !== void 0 || schema.else !== void 0) {
    throw new Error("Conditional schemas (if/then/else) are not supported");
  }
  if (schema.dependentSchemas !== void 0 || schema.dependentRequired !== void 0) {
    throw new Error("dependentSchemas and dependentRequired are not supported");
  }
  if (schema.$ref) {
    const refPath = schema.$ref;
    if (ctx.refs.has(refPath)) {
      return ctx.refs.get(refPath);
    }
    if (ctx.processing.has(refPath)) {
      return z.lazy(() => {
        if (!ctx.refs.has(refPath)) {
          throw new Error(`Circular reference not resolved: ${refPath}`);
        }
        return ctx.refs.get(refPath);
      });
    }
    ctx.processing.add(refPath);
    const resolved = resolveRef(refPath, ctx);
    const zodSchema2 = convertSchema(resolved, ctx);
    ctx.refs.set(refPath, zodSchema2);
    ctx.processing.delete(refPath);
    return zodSchema2;
  }
  if (schema.enum !== void 0) {
    const enumValues = schema.enum;
    if (ctx.version === "openapi-3.0" && schema.nullable === true && enumValues.length === 1 && enumValues[0] === null) {
      return z.null();
    }
    if (enumValues.length === 0) {
      return z.never();
    }
    if (enumValues.length === 1) {
      return z.literal(enumValues[0]);
    }
    if (enumValues.every((v) => typeof v === "string")) {
      return z.enum(enumValues);
    }
    const literalSchemas = enumValues.map((v) => z.literal(v));
    if (literalSchemas.length < 2) {
      return literalSchemas[0];
    }
    return z.union([literalSchemas[0], literalSchemas[1], ...literalSchemas.slice(2)]);
  }
  if (schema.const !== void 0) {
    return z.literal(schema.const);
  }
  const type = schema.type;
  if (Array.isArray(type)) {
    const typeSchemas = type.map((t) => {
      const typeSchema = { ...schema, type: t };
      return convertBaseSchema(typeSchema, ctx);
    });
    if (typeSchemas.length === 0) {
      return z.never();
    }
    if (typeSchemas.length === 1) {
      return typeSchemas[0];
    }
    return z.union(typeSchemas);
  }
  if (!type) {
    return z.any();
  }
  let zodSchema;
  switch (type) {
    case "string": {
      let stringSchema = z.string();
      if (schema.format) {
        const format = schema.format;
        if (format === "email") {
          stringSchema = stringSchema.check(z.email());
        } else if (format === "uri" || format === "uri-reference") {
          stringSchema = stringSchema.check(z.url());
        } else if (format === "uuid" || format === "guid") {
          stringSchema = stringSchema.check(z.uuid());
        } else if (format === "date-time") {
          stringSchema = stringSchema.check(z.iso.datetime({ offset: true }));
        } else if (format === "date") {
          stringSchema = stringSchema.check(z.iso.date());
        } else if (format === "time") {
          stringSchema = stringSchema.check(z.regex(fullTime));
        } else if (format === "duration") {
          stringSchema = stringSchema.check(z.iso.duration());
        } else if (format === "hostname") {
          stringSchema = stringSchema.check(z.hostname());
        } else if (format === "ipv4") {
          stringSchema = stringSchema.check(z.ipv4());
        } else if (format === "ipv6") {
          stringSchema = stringSchema.check(z.ipv6());
        } else if (format === "mac") {
          stringSchema = stringSchema.check(z.mac());
        } else if (format === "cidr") {
          stringSchema = stringSchema.check(z.cidrv4());
        } else if (format === "cidr-v6") {
          stringSchema = stringSchema.check(z.cidrv6());
        } else if (format === "base64") {
          stringSchema = stringSchema.check(z.base64());
        } else if (format === "base64url") {
          stringSchema = stringSchema.check(z.base64url());
        } else if (format === "e164") {
          stringSchema = stringSchema.check(z.e164());
        } else if (format === "credit_card") {
          stringSchema = stringSchema.check(z.creditCard());
        } else if (format === "iban") {
          stringSchema = stringSchema.check(z.iban());
        } else if (format === "jwt") {
          stringSchema = stringSchema.check(z.jwt());
        } else if (format === "emoji") {
          stringSchema = stringSchema.check(z.emoji());
        } else if (format === "nanoid") {
          stringSchema = stringSchema.check(z.nanoid());
        } else if (format === "cuid") {
          stringSchema = stringSchema.check(z.cuid());
        } else if (format === "cuid2") {
          stringSchema = stringSchema.check(z.cuid2());
        } else if (format === "ulid") {
          stringSchema = stringSchema.check(z.ulid());
        } else if (format === "xid") {
          stringSchema = stringSchema.check(z.xid());
        } else if (format === "ksuid") {
          stringSchema = stringSchema.check(z.ksuid());
        }
      }
      if (typeof schema.minLength === "number") {
        stringSchema = stringSchema.min(schema.minLength);
      }
      if (typeof schema.maxLength === "number") {
        stringSchema = stringSchema.max(schema.maxLength);
      }
      if (schema.pattern) {
        stringSchema = stringSchema.regex(new RegExp(schema.pattern));
      }
      zodSchema = stringSchema;
      break;
    }
    case "number":
    case "integer": {
      let numberSchema = type === "integer" ? z.number().int() : z.number();
      if (typeof schema.minimum === "number" && schema.exclusiveMinimum !== true) {
        numberSchema = numberSchema.min(schema.minimum);
      }
      if (typeof schema.maximum === "number" && schema.exclusiveMaximum !== true) {
        numberSchema = numberSchema.max(schema.maximum);
      }
      if (typeof schema.exclusiveMinimum === "number") {
        numberSchema = numberSchema.gt(schema.exclusiveMinimum);
      } else if (schema.exclusiveMinimum === true && typeof schema.minimum === "number") {
        numberSchema = numberSchema.gt(schema.minimum);
      }
      if (typeof schema.exclusiveMaximum === "number") {
        numberSchema = numberSchema.lt(schema.exclusiveMaximum);
      } else if (schema.exclusiveMaximum === true && typeof schema.maximum === "number") {
        numberSchema = numberSchema.lt(schema.maximum);
      }
      if (typeof schema.multipleOf === "number") {
        numberSchema = numberSchema.multipleOf(schema.multipleOf);
      }
      zodSchema = numberSchema;
      break;
    }
    case "boolean": {
      zodSchema = z.boolean();
      break;
    }
    case "null": {
      zodSchema = z.null();
      break;
    }
    case "object": {
      const shape = {};
      const properties = schema.properties || {};
      const requiredSet = new Set(schema.required || []);
      const additionalSchema = typeof schema.additionalProperties === "object" ? convertSchema(schema.additionalProperties, ctx) : void 0;
      for (const [key, propSchema] of Object.entries(properties)) {
        const propZodSchema = convertSchema(propSchema, ctx);
        assignProp(shape, key, requiredSet.has(key) ? propZodSchema : propZodSchema.optional());
      }
      if (schema.patternProperties) {
        const patternProps = schema.patternProperties;
        const patternKeys = Object.keys(patternProps);
        const looseRecords = [];
        for (const pattern of patternKeys) {
          const patternValue = convertSchema(patternProps[pattern], ctx);
          const keySchema = z.string().regex(new RegExp(pattern));
          looseRecords.push(z.looseRecord(keySchema, patternValue));
        }
        const schemasToIntersect = [];
        if (Object.keys(shape).length > 0) {
          schemasToIntersect.push(z.object(shape).passthrough());
        }
        schemasToIntersect.push(...looseRecords);
        if (schemasToIntersect.length === 0) {
          zodSchema = z.object({}).passthrough();
        } else if (schemasToIntersect.length === 1) {
          zodSchema = schemasToIntersect[0];
        } else {
          let result = z.intersection(schemasToIntersect[0], schemasToIntersect[1]);
          for (let i = 2; i < schemasToIntersect.length; i++) {
            result = z.intersection(result, schemasToIntersect[i]);
          }
          zodSchema = result;
        }
        if (schema.additionalProperties === false) {
          const propertyKeys = Object.keys(shape);
          const patterns = patternKeys.map((p) => new RegExp(p));
          const basePatternSchema = zodSchema;
          zodSchema = zodSchema.check((payload) => {
            if (!isPlainObject(payload.value))
              return;
            const unrecognized = [];
            for (const key of Object.keys(payload.value)) {
              if (propertyKeys.includes(key))
                continue;
              if (patterns.some((regex) => regex.test(key)))
                continue;
              unrecognized.push(key);
            }
            if (unrecognized.length) {
              payload.issues.push({
                code: "unrecognized_keys",
                keys: unrecognized,
                input: payload.value,
                inst: basePatternSchema
              });
            }
          });
        }
      } else {
        const objectSchema = z.object(shape);
        if (schema.additionalProperties === false) {
          zodSchema = objectSchema.strict();
        } else if (additionalSchema) {
          zodSchema = objectSchema.catchall(additionalSchema);
        } else {
          zodSchema = objectSchema.passthrough();
        }
      }
      const hasKeyGuard = schema.propertyNames !== void 0 && schema.propertyNames !== true;
      const minProperties = typeof schema.minProperties === "number" ? schema.minProperties : void 0;
      const maxProperties = typeof schema.maxProperties === "number" ? schema.maxProperties : void 0;
      if (hasKeyGuard || minProperties !== void 0 || maxProperties !== void 0) {
        let keySchema;
        if (hasKeyGuard) {
          const keyJSONSchema = typeof schema.propertyNames === "object" && schema.propertyNames.type === void 0 ? { type: "string", ...schema.propertyNames } : schema.propertyNames;
          keySchema = convertSchema(keyJSONSchema, ctx);
        }
        zodSchema = checkObjectGuards(zodSchema, { keySchema, minProperties, maxProperties });
      }
      break;
    }
    case "array": {
      const prefixItems = schema.prefixItems;
      const items = schema.items;
      if (prefixItems && Array.isArray(prefixItems)) {
        const minItems = typeof schema.minItems === "number" ? schema.minItems : 0;
        const tupleItems = prefixItems.map((item2) => convertSchema(item2, ctx));
        const positionalItems = applyMinItems(tupleItems, minItems);
        const rest = !Array.isArray(items) ? getTupleRest(items, ctx) : void 0;
        const tupleSchema = z.tuple(positionalItems);
        zodSchema = rest ? tupleSchema.rest(rest) : tupleSchema;
        if (typeof schema.minItems === "number") {
          zodSchema = zodSchema.check(z.minLength(schema.minItems));
        }
        if (typeof schema.maxItems === "number") {
          zodSchema = zodSchema.check(z.maxLength(schema.maxItems));
        }
      } else if (Array.isArray(items)) {
        const minItems = typeof schema.minItems === "number" ? schema.minItems : 0;
        const tupleItems = items.map((item2) => convertSchema(item2, ctx));
        const positionalItems = applyMinItems(tupleItems, minItems);
        const rest = getTupleRest(schema.additionalItems, ctx);
        const tupleSchema = z.tuple(positionalItems);
        zodSchema = rest ? tupleSchema.rest(rest) : tupleSchema;
        if (typeof schema.minItems === "number") {
          zodSchema = zodSchema.check(z.minLength(schema.minItems));
        }
        if (typeof schema.maxItems === "number") {
          zodSchema = zodSchema.check(z.maxLength(schema.maxItems));
        }
      } else if (items !== void 0) {
        const element = convertSchema(items, ctx);
        let arraySchema = z.array(element);
        if (typeof schema.minItems === "number") {
          arraySchema = arraySchema.min(schema.minItems);
        }
        if (typeof schema.maxItems === "number") {
          arraySchema = arraySchema.max(schema.maxItems);
        }
        zodSchema = arraySchema;
      } else {
        zodSchema = z.array(z.any());
      }
      if (schema.uniqueItems === true || schema.contains !== void 0) {
        zodSchema = checkArrayGuards(zodSchema, {
          uniqueItems: schema.uniqueItems === true,
          containsSchema: schema.contains !== void 0 ? convertSchema(schema.contains, ctx) : void 0,
          minContains: typeof schema.minContains === "number" ? schema.minContains : void 0,
          maxContains: typeof schema.maxContains === "number" ? schema.maxContains : void 0
        });
      }
      break;
    }
    default:
      throw new Error(`Unsupported type: ${type}`);
  }
  return zodSchema;
}
function convertSchema(schema, ctx) {
  if (typeof schema === "boolean") {
    return schema ? z.any() : z.never();
  }
  let baseSchema = convertBaseSchema(schema, ctx);
  const hasExplicitType = schema.type || schema.enum !== void 0 || schema.const !== void 0;
  if (schema.anyOf && Array.isArray(schema.anyOf)) {
    const options2 = schema.anyOf.map((s) => convertSchema(s, ctx));
    const anyOfUnion = z.union(options2);
    baseSchema = hasExplicitType ? z.intersection(baseSchema, anyOfUnion) : anyOfUnion;
  }
  if (schema.oneOf && Array.isArray(schema.oneOf)) {
    const options2 = schema.oneOf.map((s) => convertSchema(s, ctx));
    const oneOfUnion = z.xor(options2);
    baseSchema = hasExplicitType ? z.intersection(baseSchema, oneOfUnion) : oneOfUnion;
  }
  if (schema.allOf && Array.isArray(schema.allOf)) {
    if (schema.allOf.length === 0) {
      baseSchema = hasExplicitType ? baseSchema : z.any();
    } else {
      let result = hasExplicitType ? baseSchema : convertSchema(schema.allOf[0], ctx);
      const startIdx = hasExplicitType ? 0 : 1;
      for (let i = startIdx; i < schema.allOf.length; i++) {
        result = z.intersection(result, convertSchema(schema.allOf[i], ctx));
      }
      baseSchema = result;
    }
  }
  if (schema.nullable === true && ctx.version === "openapi-3.0") {
    baseSchema = z.nullable(baseSchema);
  }
  if (schema.readOnly === true) {
    baseSchema = z.readonly(baseSchema);
  }
  if (schema.default !== void 0) {
    baseSchema = baseSchema.default(schema.default);
  }
  const extraMeta = {};
  const coreMetadataKeys = ["$id", "id", "$comment", "$anchor", "$vocabulary", "$dynamicRef", "$dynamicAnchor"];
  for (const key of coreMetadataKeys) {
    if (key in schema) {
      extraMeta[key] = schema[key];
    }
  }
  const contentMetadataKeys = ["contentEncoding", "contentMediaType", "contentSchema"];
  for (const key of contentMetadataKeys) {
    if (key in schema) {
      extraMeta[key] = schema[key];
    }
  }
  if (schema.type === "object" && schema.$ref === void 0) {
    if (schema.propertyNames !== void 0 && !containsRef(schema.propertyNames)) {
      extraMeta.propertyNames = schema.propertyNames;
    }
    for (const key of ["minProperties", "maxProperties"]) {
      if (schema[key] !== void 0)
        extraMeta[key] = schema[key];
    }
  }
  if (schema.type === "array" && schema.$ref === void 0) {
    if (schema.contains !== void 0 && !containsRef(schema.contains)) {
      extraMeta.contains = schema.contains;
    }
    for (const key of ["uniqueItems", "minContains", "maxContains"]) {
      if (schema[key] !== void 0)
        extraMeta[key] = schema[key];
    }
  }
  for (const key of Object.keys(schema)) {
    if (!RECOGNIZED_KEYS.has(key)) {
      assignProp(extraMeta, key, schema[key]);
    }
  }
  if (Object.keys(extraMeta).length > 0) {
    ctx.registry.add(baseSchema, extraMeta);
  }
  if (schema.description) {
    baseSchema = baseSchema.describe(schema.description);
  }
  return baseSchema;
}
function fromJSONSchema(schema, params) {
  if (typeof schema === "boolean") {
    return schema ? z.any() : z.never();
  }
  let normalized;
  try {
    normalized = JSON.parse(JSON.stringify(schema));
  } catch {
    throw new Error("fromJSONSchema input is not valid JSON (possibly cyclic); use $defs/$ref for recursive schemas");
  }
  const version2 = detectVersion(normalized, params?.defaultTarget);
  const defs = normalized.$defs || normalized.definitions || {};
  const ctx = {
    version: version2,
    defs,
    refs: /* @__PURE__ */ new Map(),
    processing: /* @__PURE__ */ new Set(),
    rootSchema: normalized,
    registry: params?.registry ?? globalRegistry
  };
  return convertSchema(normalized, ctx);
}

// node_modules/zod/v4/core/visit.js
var RESOLVING = /* @__PURE__ */ Symbol("z.visit/resolving");
function visit(schema, fnOrHandlers) {
  const fn = typeof fnOrHandlers === "function" ? fnOrHandlers : (node2, rewritten) => {
    const h = fnOrHandlers[node2._zod.def.type];
    return h ? h(node2, rewritten) : node2;
  };
  const cache = /* @__PURE__ */ new Map();
  function run(s) {
    const cached2 = cache.get(s);
    if (cached2 === RESOLVING) {
      return new $ZodLazy({
        type: "lazy",
        getter: () => cache.get(s)
      });
    }
    if (cached2 !== void 0)
      return cached2;
    cache.set(s, RESOLVING);
    const inner2 = mapInner(s);
    const mapped = fn(inner2, inner2 !== s);
    cache.set(s, mapped);
    return mapped;
  }
  function mapInner(s) {
    const def = s._zod.def;
    const kind = def.type;
    switch (kind) {
      case "object": {
        const oldShape = def.shape;
        const keys = Object.keys(oldShape);
        let changed = false;
        const newShape = {};
        for (const k of keys) {
          const mapped = run(oldShape[k]);
          if (mapped !== oldShape[k])
            changed = true;
          newShape[k] = mapped;
        }
        let newCatchall = def.catchall;
        if (def.catchall) {
          newCatchall = run(def.catchall);
          if (newCatchall !== def.catchall)
            changed = true;
        }
        return changed ? clone(s, { ...def, shape: newShape, catchall: newCatchall }) : s;
      }
      case "array": {
        const mapped = run(def.element);
        return mapped === def.element ? s : clone(s, { ...def, element: mapped });
      }
      case "tuple": {
        const oldItems = def.items;
        let changed = false;
        const newItems = [];
        for (const item2 of oldItems) {
          const mapped = run(item2);
          if (mapped !== item2)
            changed = true;
          newItems.push(mapped);
        }
        let newRest = def.rest;
        if (def.rest) {
          newRest = run(def.rest);
          if (newRest !== def.rest)
            changed = true;
        }
        return changed ? clone(s, { ...def, items: newItems, rest: newRest }) : s;
      }
      case "record":
      case "map": {
        const newKey = run(def.keyType);
        const newVal = run(def.valueType);
        return newKey === def.keyType && newVal === def.valueType ? s : clone(s, { ...def, keyType: newKey, valueType: newVal });
      }
      case "set": {
        const newVal = run(def.valueType);
        return newVal === def.valueType ? s : clone(s, { ...def, valueType: newVal });
      }
      case "union": {
        const oldOptions = def.options;
        let changed = false;
        const newOptions = [];
        for (const opt of oldOptions) {
          const mapped = run(opt);
          if (mapped !== opt)
            changed = true;
          newOptions.push(mapped);
        }
        return changed ? clone(s, { ...def, options: newOptions }) : s;
      }
      case "intersection": {
        const newLeft = run(def.left);
        const newRight = run(def.right);
        return newLeft === def.left && newRight === def.right ? s : clone(s, { ...def, left: newLeft, right: newRight });
      }
      case "optional":
      case "nullable":
      case "default":
      case "prefault":
      case "catch":
      case "readonly":
      case "nonoptional":
      case "promise":
      case "success": {
        const newInner = run(def.innerType);
        return newInner === def.innerType ? s : clone(s, { ...def, innerType: newInner });
      }
      case "pipe": {
        const newIn = run(def.in);
        const newOut = run(def.out);
        return newIn === def.in && newOut === def.out ? s : clone(s, { ...def, in: newIn, out: newOut });
      }
      case "function": {
        const newInput = run(def.input);
        const newOutput = run(def.output);
        return newInput === def.input && newOutput === def.output ? s : clone(s, { ...def, input: newInput, output: newOutput });
      }
      case "lazy": {
        const original = def.getter;
        const { _cachedInner, ...rest } = def;
        return clone(s, { ...rest, getter: () => run(original()) });
      }
      // A leaf by choice: `parts` are regex fragments, not data positions.
      case "template_literal":
      // Leaves.
      case "string":
      case "number":
      case "int":
      case "boolean":
      case "bigint":
      case "symbol":
      case "undefined":
      case "null":
      case "void":
      case "never":
      case "any":
      case "unknown":
      case "date":
      case "nan":
      case "enum":
      case "literal":
      case "file":
      case "transform":
      case "custom":
        return s;
      default: {
        kind;
        return s;
      }
    }
  }
  return run(schema);
}

// node_modules/zod/v4/classic/deep-partial.js
function deepPartial(schema) {
  return visit(schema, {
    object: (s) => s.partial(),
    // Every partialed option now admits `undefined`, which the constructor rejects as a duplicate.
    union: (s) => {
      const def = s._zod.def;
      return def.discriminator === void 0 ? s : union(def.options);
    }
  });
}

// node_modules/zod/v4/classic/in-out.js
function withChecks(side, checks) {
  if (!checks?.length)
    return side;
  const def = side._zod.def;
  return clone(side, mergeDefs(def, { checks: [...def.checks ?? [], ...checks] }), { parent: true });
}
function outSide(def) {
  return withChecks(def.out, def.checks);
}
function inSide(def) {
  return def.in._zod.traits.has("$ZodTransform") ? outSide(def) : def.in;
}
function input(schema) {
  return visit(schema, {
    pipe: (s) => inSide(s._zod.def),
    // A default value belongs to the output side, so a rewritten inner type leaves it stranded. `.default()` widens the declared input type with `undefined`, and `optional` is what carries that across.
    default: (s, rewritten) => rewritten ? optional(s._zod.def.innerType) : s,
    // A catch value is output-side too, but `.catch()` leaves the declared input type alone, so the inner schema stands on its own.
    catch: (s, rewritten) => rewritten ? s._zod.def.innerType : s
  });
}
function output(schema) {
  return visit(schema, {
    pipe: (s) => outSide(s._zod.def),
    // A prefault value is fed through the schema, which makes it input-side, so a rewritten inner type leaves it stranded.
    prefault: (s, rewritten) => rewritten ? s._zod.def.innerType : s
  });
}

// node_modules/zod/v4/classic/coerce.js
var coerce_exports = {};
__export(coerce_exports, {
  bigint: () => bigint3,
  boolean: () => boolean3,
  date: () => date4,
  number: () => number3,
  string: () => string3
});
function string3(params) {
  return _coercedString(ZodString, params);
}
function number3(params) {
  return _coercedNumber(ZodNumber, params);
}
function boolean3(params) {
  return _coercedBoolean(ZodBoolean, params);
}
function bigint3(params) {
  return _coercedBigint(ZodBigInt, params);
}
function date4(params) {
  return _coercedDate(ZodDate, params);
}

// src/evidence/reference.ts
var SHORT_ISSUE = /^(?:([\w.-]+\/[\w.-]+))?#([1-9]\d{0,9})$/;
var SHORT_COMMIT = /^(?:([\w.-]+\/[\w.-]+)@)?([\da-f]{7,40})$/i;
var COMMIT = /^(?=.*\d)(?=.*[a-f])[\da-f]{7,39}$|^[\da-f]{40}$/;
var SCHEME = /^[a-z][a-z\d+.-]*:/i;
var NAME = /^[\w.-]+$/;
var NO_PATH = /[\p{Cc}\\]/u;
function parseReference(target, text4, host = "github.com") {
  const written = (target === "" ? text4 : target).trim();
  const short = target === "" ? parseShort(written) : null;
  if (short !== null) return short;
  if (written.startsWith("//")) return parseUrl(`https:${written}`, host);
  if (SCHEME.test(written)) return parseUrl(written, host);
  if (written === "" || written.startsWith("#")) {
    return { kind: "refused", why: "it points at nothing outside of the document" };
  }
  return parsePath(written);
}
function parseShort(written) {
  const issue2 = SHORT_ISSUE.exec(written);
  if (issue2 !== null) {
    return { kind: "issue", repository: issue2[1] ?? null, number: Number(issue2[2]) };
  }
  const commit = SHORT_COMMIT.exec(written);
  const sha = commit?.[2]?.toLowerCase() ?? "";
  return COMMIT.test(sha) ? { kind: "commit", repository: commit?.[1] ?? null, sha } : null;
}
function parseUrl(written, host) {
  if (!URL.canParse(written)) return { kind: "refused", why: "it is no address" };
  const url2 = new URL(written);
  if (url2.protocol !== "https:" && url2.protocol !== "http:") {
    return { kind: "refused", why: `a \`${url2.protocol}\` link is no evidence` };
  }
  if (url2.username !== "" || url2.password !== "") {
    return { kind: "refused", why: "an address with credentials is no evidence" };
  }
  const isOurs = url2.host === host.toLowerCase() || url2.host === `www.${host.toLowerCase()}`;
  const repository = isOurs ? repositoryOf(url2) : null;
  const looked = repository === null ? null : inRepository(repository, url2);
  return looked ?? { kind: "url", url: url2.href, host: url2.host, repository };
}
var NO_OWNER = /^(?:about|apps|collections|enterprises|features|login|marketplace|notifications|orgs|search|settings|sponsors|stars|topics|users)$/i;
function repositoryOf({ pathname }) {
  const [owner = "", name4 = ""] = pathname.split("/").slice(1);
  return NAME.test(owner) && NAME.test(name4) && !NO_OWNER.test(owner) ? `${owner}/${name4}` : null;
}
function inRepository(repository, { pathname }) {
  const [kind, id = "", ...rest] = pathname.split("/").slice(3);
  if ((kind === "issues" || kind === "pull") && /^[1-9]\d{0,9}$/.test(id)) {
    return { kind: "issue", repository, number: Number(id) };
  }
  if (kind === "commit" && /^[\da-f]{7,40}$/i.test(id)) {
    return { kind: "commit", repository, sha: id.toLowerCase() };
  }
  if (kind === "actions" && id === "runs" && /^\d{1,20}$/.test(rest[0] ?? "")) {
    return { kind: "run", repository, id: rest[0] ?? "" };
  }
  return null;
}
function parsePath(written) {
  const [, encoded = "", , fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(written) ?? [];
  const path2 = decoded(encoded);
  if (path2 === null) return { kind: "refused", why: "its percent-encoding is broken" };
  if (NO_PATH.test(path2)) {
    return { kind: "refused", why: "a path holds no backslashes and no control characters" };
  }
  return { kind: "path", path: path2, fragment: fragment ?? null };
}
function decoded(text4) {
  try {
    return decodeURIComponent(text4);
  } catch {
    return null;
  }
}
function resolvePath(documentPath, path2) {
  const folder = path2.startsWith("/") ? [] : documentPath.split("/").slice(0, -1);
  const resolved = [...folder];
  for (const part of path2.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") resolved.push(part);
    else if (resolved.pop() === void 0) return null;
  }
  return resolved.join("/");
}

// src/rules/reading/evidence-target.ts
var evidenceSetting = external_exports.strictObject({
  hosts: external_exports.array(external_exports.string().min(1)).min(1).optional().describe(
    "Hosts a URL may point at (`grafana.acme.example`, `*.acme.example`). Left out: any host."
  ),
  repos: external_exports.array(external_exports.string().regex(/^[^/\s]+\/[^/\s]+$/, "not `owner/repository`")).default([]).describe("Other repositories whose issues, commits and runs count as evidence.")
}).describe("What may serve as evidence.");
var TOKEN = /^(?:[\w.-]+\/[\w.-]+#\d+|#\d+|https?:\/\/\S+|[0-9a-f]{40}|(?=[a-f]*\d)[0-9a-f]{7,39}|\.{0,2}\/\S+|[\w@./-]+\.[a-z][a-z0-9]{1,5})$/i;
function referencesIn(text4, links) {
  if (links.length > 0) return links.map((link) => parseReference(link.target, link.text));
  const words2 = text4.split(/\s+/).map(withoutPunctuation);
  const [only] = words2;
  if (words2.length === 1 && only !== void 0 && only !== "") return [parseReference("", only)];
  return words2.filter((word) => TOKEN.test(word)).map((word) => parseReference("", word));
}
var OPENING = "([";
var CLOSING = ")],;.";
function withoutPunctuation(word) {
  let start = 0;
  let end = word.length;
  while (start < end && OPENING.includes(word[start] ?? "")) start += 1;
  while (end > start && CLOSING.includes(word[end - 1] ?? "")) end -= 1;
  return word.slice(start, end);
}
function faultOf(facts, reference2, scope) {
  switch (reference2.kind) {
    case "refused":
      return {
        reason: "refused",
        problem: reference2.why,
        remedy: "name a file of this repository, `#<number>`, a commit, a run or an https URL"
      };
    case "path":
      return faultOfPath(facts, reference2.path, scope);
    case "url":
      return faultOfHost(reference2.host, scope) ?? faultOfPage(reference2, scope);
    case "issue":
      return faultOfReference(facts, "issue", reference2.repository, `${reference2.number}`, scope);
    case "commit":
      return faultOfReference(facts, "commit", reference2.repository, reference2.sha, scope);
    case "run":
      return faultOfReference(facts, "run", reference2.repository, reference2.id, scope);
  }
}
function faultOfPath(facts, target, scope) {
  const path2 = target === "" ? scope.path : resolvePath(scope.path, target);
  if (path2 === scope.path) {
    return {
      reason: "self",
      problem: `\`${scope.path}\` cannot be its own evidence`,
      remedy: "name what shows it: a report, a runbook, an issue, a run"
    };
  }
  const fact = path2 === null ? { state: "outside" } : facts.read("file", { path: path2, revision: "evidence" });
  if (fact === null || fact.state === "file" || fact.state === "binary") return null;
  return {
    reason: "no-file",
    problem: `the evidence \`${path2 ?? target}\` ${FILE_STATES[fact.state]}`,
    remedy: "add the file, or correct the path; upper and lower case count"
  };
}
var FILE_STATES = {
  absent: "does not exist",
  empty: "is empty",
  directory: "is a folder; name the file in it",
  link: "is a symbolic link; name the file it points at",
  submodule: "is a submodule",
  "lfs-pointer": "is a Git LFS pointer, not the file itself",
  outside: "lies outside the repository"
};
function faultOfHost(host, { setting }) {
  const allowed = setting?.hosts;
  if (allowed === void 0 || allowed.some((pattern) => hostFits(host, pattern))) return null;
  return {
    reason: "host",
    problem: `\`${host}\` is not one of the hosts the policy allows`,
    remedy: `link to one of ${allowed.map((name4) => `\`${name4}\``).join(", ")}`
  };
}
function faultOfPage({ url: url2, repository }, scope) {
  if (repository === null || isListed(repository, scope)) return null;
  return unlisted(url2, repository, "");
}
function isListed(repository, scope) {
  const all = [scope.repository, ...scope.setting?.repos ?? []];
  return all.some((one) => sameRepository(repository, one));
}
function unlisted(name4, repository, form2) {
  return {
    reason: "repository",
    problem: `\`${name4}\` is in a repository that the policy does not list`,
    remedy: `name evidence of this repository${form2}, or list \`${repository}\` under \`evidence: {repos: [\u2026]}\` in the policy`
  };
}
function hostFits(host, pattern) {
  const wanted2 = pattern.toLowerCase();
  return wanted2.startsWith("*.") ? host.endsWith(wanted2.slice(1)) : host === wanted2;
}
function faultOfReference(facts, what, named3, id, scope) {
  const isOwn = named3 === null || sameRepository(named3, scope.repository);
  const name4 = `${isOwn ? "" : named3}${what === "issue" ? "#" : " "}${id}`.trim();
  if (!isOwn && !isListed(named3, scope)) {
    return unlisted(name4, named3, what === "issue" ? " (`#<number>`)" : "");
  }
  const fact = facts.read("reference", { what, repository: isOwn ? null : named3, id });
  return fact === null ? null : faultOfFact(fact, what, name4, isOwn);
}
function sameRepository(a, b) {
  return a.toLowerCase() === b?.toLowerCase();
}
function faultOfFact(fact, what, name4, isOwn) {
  switch (fact.state) {
    case "issue":
    case "pull-request":
      if (what === "issue") return null;
      break;
    case "commit":
      if (what !== "commit") break;
      if (fact.ancestor || !isOwn) return null;
      return {
        reason: "not-ancestor",
        problem: `the commit \`${name4}\` is not part of what would land`,
        remedy: "name a commit of this branch's history"
      };
    case "run":
      if (what !== "run") break;
      return faultOfRun(fact.conclusion, name4);
  }
  return {
    reason: "unknown",
    problem: `there is no ${what} \`${name4}\``,
    remedy: "correct the reference"
  };
}
function faultOfRun(conclusion, name4) {
  if (conclusion === "success") return null;
  return conclusion === null ? {
    reason: "run-open",
    problem: `the run \`${name4}\` has not finished`,
    remedy: "wait until it has"
  } : {
    reason: "run-not-green",
    problem: `the run \`${name4}\` concluded \`${conclusion}\``,
    remedy: "name a run that succeeded"
  };
}

// src/rules/checklist/judge-evidence.ts
var CODES = {
  refused: "CHECKLIST-EVIDENCE-REFUSED",
  "no-file": "CHECKLIST-EVIDENCE-NO-FILE",
  self: "CHECKLIST-EVIDENCE-SELF",
  host: "CHECKLIST-EVIDENCE-HOST",
  repository: "CHECKLIST-EVIDENCE-REPOSITORY",
  unknown: "CHECKLIST-EVIDENCE-UNKNOWN",
  "not-ancestor": "CHECKLIST-EVIDENCE-NOT-ANCESTOR",
  "run-not-green": "CHECKLIST-EVIDENCE-RUN",
  "run-open": "CHECKLIST-EVIDENCE-RUN"
};
function judgeEvidence(scope, item2, field) {
  const { path: path2, options: options2, context, facts } = scope;
  const at = placeIn(path2, field.at);
  const references = referencesIn(field.value, field.links);
  if (references.length === 0) {
    return [
      failed({
        code: "CHECKLIST-EVIDENCE-FORM",
        problem: `the evidence of \`${item2.id}\` names nothing that can be looked up: \`${field.value}\``,
        ...pasting("link what shows it:", "  - Evidence: <path of a file, #number or URL>"),
        at,
        item: item2.id
      })
    ];
  }
  const about = { path: path2, repository: context.repository ?? null, setting: options2.evidence };
  return references.flatMap((reference2) => {
    const fault = faultOf(facts, reference2, about);
    if (fault === null) return [];
    const told = {
      code: CODES[fault.reason],
      problem: `\`${item2.id}\`: ${fault.problem}`,
      remedy: fault.remedy,
      at,
      item: item2.id
    };
    return [fault.reason === "run-open" ? pending(told) : failed(told)];
  });
}

// src/rules/people/access.ts
var LEVELS = ["none", "read", "triage", "write", "maintain", "admin"];
function allows(access, wanted2) {
  return LEVELS.indexOf(access) >= LEVELS.indexOf(wanted2);
}

// src/rules/people/account-standing.ts
var DELETED_ACCOUNT = "ghost";
function standingByName({ kind, name: name4 }) {
  if (kind === "team") return null;
  if (name4.toLowerCase() === DELETED_ACCOUNT) return { state: "unknown" };
  return name4.endsWith("[bot]") ? { state: "no-person", is: "a bot" } : null;
}
function standingOf(facts, person, demands = {}) {
  const byName = standingByName(person);
  if (byName !== null) return byName;
  return person.kind === "team" ? standingOfTeam(facts, person.name, demands) : standingOfUser(facts, person.name, demands);
}
function standingOfUser(facts, login2, { access }) {
  const account = facts.read("account", { login: login2 });
  if (account === null) return null;
  if (account.state === "absent") return { state: "unknown" };
  if (account.state === "bot") return { state: "no-person", is: "a bot" };
  if (account.state === "organization") return { state: "no-person", is: "an organization" };
  return withAccess(account.access, access);
}
function standingOfTeam(facts, name4, { access, min_members = 1 }) {
  const team2 = facts.read("team", { team: name4 });
  if (team2 === null) return null;
  if (team2.state === "absent") return { state: "unknown" };
  const members2 = new Set(team2.members.map((login2) => login2.toLowerCase())).size;
  if (members2 < min_members) return { state: "too-few", members: members2 };
  return withAccess(team2.access, access);
}
function withAccess(access, wanted2) {
  const enough = wanted2 === void 0 || allows(access, wanted2);
  return enough ? { state: "fine" } : { state: "no-access", access };
}

// src/rules/checklist/judge-owner.ts
function judgeOwner(scope, item2, field) {
  const { people } = parsePeople(field.value);
  const at = placeIn(scope.path, field.at);
  if (people.length === 0) {
    return [
      failed({
        code: "CHECKLIST-OWNER-FORM",
        problem: `the owner of \`${item2.id}\` is \`${field.value}\`, which is no one GitHub could name`,
        remedy: "name the owner as `@<login>` or `@<org>/<team>`",
        at,
        item: item2.id
      })
    ];
  }
  const { individual } = scope.options;
  return people.flatMap((person) => {
    const problem = whyNot(scope, person);
    if (problem === null) return [];
    const due = individual ? "a person" : "a person or a team";
    return [
      failed({
        code: "CHECKLIST-OWNER-NOT-A-PERSON",
        problem: `the owner of \`${item2.id}\` must be ${due}, and ${problem}`,
        ...pasting("name one:", "Owner: @<login>"),
        at,
        item: item2.id
      })
    ];
  });
}
function whyNot({ facts, options: options2 }, person) {
  const name4 = `\`@${person.name}\``;
  if (options2.individual && person.kind === "team") return `${name4} is a team`;
  const standing = options2.individual ? standingOf(facts, person) : standingByName(person);
  if (standing === null) return null;
  if (standing.state === "unknown") return `GitHub knows no ${name4}`;
  return standing.state === "no-person" ? `${name4} is ${standing.is}` : null;
}

// src/time/duration.ts
var UNITS = { h: HOUR, d: DAY, w: 7 * DAY };
var DURATION_PATTERN = /^(0|[1-9]\d{0,3})([hdw])$/;
function parseDuration(text4) {
  const parts = DURATION_PATTERN.exec(text4);
  if (parts === null) return null;
  return Number(parts[1]) * (UNITS[parts[2] ?? ""] ?? Number.NaN);
}
function formatDuration(duration4) {
  const [count, unit] = duration4 % DAY === 0 ? [duration4 / DAY, "day"] : [duration4 / HOUR, "hour"];
  const rounded2 = Math.round(count * 10) / 10;
  return `${rounded2} ${unit}${rounded2 === 1 ? "" : "s"}`;
}

// src/rules/checklist/judge-reviewed.ts
var GRACE = 0.25;
function judgeReviewed(scope, item2, field) {
  const about = { at: placeIn(scope.path, field.at), item: item2.id };
  const read3 = readDate(field.value);
  if (read3.state === "date") return judgeAge(scope, item2, read3.date, about);
  const readings = read3.state === "other" ? read3.readings : [];
  return [
    failed({
      code: "CHECKLIST-DATE-FORM",
      problem: `the review date of \`${item2.id}\` is \`${field.value}\`, not a day as 2026-09-10`,
      ...pastingOneOf("write", readings, (day2) => `Reviewed: ${day2}`),
      ...about
    })
  ];
}
function judgeAge({ context: { time: time3, maxAge } }, item2, day2, about) {
  if (time3.isAhead(day2)) {
    return [
      failed({
        code: "CHECKLIST-FUTURE",
        problem: `\`${item2.id}\` claims a review on ${day2}, which lies ahead`,
        remedy: "write the day on which it was reviewed",
        ...about
      })
    ];
  }
  if (maxAge === null || !time3.isOlder(day2, maxAge)) return [];
  const told = {
    code: "CHECKLIST-OUTDATED",
    problem: `\`${item2.id}\` was reviewed ${time3.daysSince(day2)} days ago, on ${day2}; the limit is ${formatDuration(maxAge)}`,
    ...pasting("review it again and write the day:", "Reviewed: <YYYY-MM-DD>"),
    ...about
  };
  return [time3.isOlder(day2, maxAge * (1 + GRACE)) ? failed(told) : warned(told)];
}

// src/rules/settings/condition-setting.ts
var value = external_exports.union([external_exports.string(), external_exports.number(), external_exports.boolean()]);
function conditionSetting(description) {
  return external_exports.record(external_exports.string(), external_exports.union([value, external_exports.array(value).min(1)])).describe(description);
}

// src/rules/checklist/options.ts
var REQUIRED_FIELDS = ["owner", "evidence", "done_when", "reviewed"];
var fields = external_exports.array(external_exports.enum(REQUIRED_FIELDS));
var notApplicable = external_exports.enum(["free", "signed", "never"]);
var item = external_exports.strictObject({
  id: external_exports.string().trim().min(1).describe("Id of the item: the code or bold text that opens it, else its title's slug."),
  title: external_exports.string().min(1).optional().describe("What the item says; used in what to paste."),
  require: fields.optional().describe("Fields the item must carry once it is ticked."),
  na: notApplicable.optional().describe(
    "Whether `N/A: <reason>` lets the item pass: `free`, `signed` (by a holder of the role the rule `asks`), `never`."
  ),
  when: conditionSetting("Fields of the service for which the item is required.").optional()
});
var checklistOptions = external_exports.strictObject({
  items: external_exports.array(item).min(1).refine(
    (items) => new Set(items.map(({ id }) => id)).size === items.length,
    "one item id stands twice"
  ).describe("Items that must be there, by id."),
  heading: external_exports.string().min(1).optional().describe("Heading of the section that holds them; goes before the gate's."),
  require: fields.default([]).describe("Fields of every item that does not say itself."),
  na: notApplicable.default("free").describe("`na` of every item that does not say itself."),
  extra: external_exports.enum(["ignore", "require"]).default("ignore").describe("Whether other items of the section must be ticked too."),
  individual: external_exports.boolean().default(false).describe("Whether owners of items must be persons that exist, not teams or bots."),
  evidence: evidenceSetting.optional()
});

// src/rules/checklist/judge-fields.ts
function judgeFields(scope, item2, demand, judged) {
  return REQUIRED_FIELDS.flatMap((name4) => {
    const fields3 = fieldsOf(scope.document, item2, name4);
    const filled = fields3.filter((field) => !isBlank(field));
    const isNeeded = demand.require.has(name4);
    if (filled.length === 0) return isNeeded ? [fieldMissing(scope, item2, name4, fields3[0])] : [];
    const fresh = fields3.filter((field) => !judged.has(field));
    if (name4 !== "owner" || isNeeded) for (const field of fresh) judged.add(field);
    if (fresh.length === 0) return [];
    if (name4 !== "evidence" && fields3.length > 1) return [fieldTwice(scope, item2, name4, fields3)];
    return fresh.filter((field) => filled.includes(field)).flatMap((field) => judgeField(scope, item2, name4, field, isNeeded));
  });
}
function missingFields(scope, item2, demand) {
  return [...demand.require].filter(
    (name4) => fieldsOf(scope.document, item2, name4).every((field) => isBlank(field))
  );
}
function isBlank({ value: value2, links }) {
  if (findPlaceholder(value2) !== null) return true;
  if (links.length === 0) return value2 === "@" || isMissing(value2);
  return links.every(({ target }) => /[<>]|%3[ce]/i.test(target));
}
function judgeField(scope, item2, name4, field, isNeeded) {
  const texts = [field.value, ...field.links.map(({ target }) => target)];
  const hidden = findHiddenCharacter(texts.join(" "));
  if (hidden !== null) {
    return [
      failed({
        code: "HIDDEN-CHARACTER",
        problem: `the field \`${FIELD_LABELS[name4]}\` of \`${item2.id}\` holds a ${hidden.name}`,
        remedy: "type the field anew",
        at: placeIn(scope.path, field.at),
        item: item2.id
      })
    ];
  }
  switch (name4) {
    case "owner":
      return isNeeded || scope.options.individual ? judgeOwner(scope, item2, field) : [];
    case "evidence":
      return judgeEvidence(scope, item2, field);
    case "reviewed":
      return judgeReviewed(scope, item2, field);
    case "done_when":
      return [];
  }
}
function fieldMissing(scope, item2, name4, blank) {
  const label = FIELD_LABELS[name4];
  const found2 = blank === void 0 ? null : findPlaceholder(blank.value);
  const state = blank === void 0 ? "is missing" : found2 === null ? "is empty" : `still says \`${found2}\``;
  return failed({
    code: "CHECKLIST-FIELD-MISSING",
    problem: `\`${item2.id}\` is ticked but its field \`${label}\` ${state}`,
    ...blank === void 0 ? pasting("add under the item:\n", `  - ${fieldLine(name4)}`) : pasting("replace it:", fieldLine(name4)),
    at: placeIn(scope.path, blank?.at ?? item2.at),
    item: item2.id
  });
}
function fieldTwice(scope, item2, name4, fields3) {
  const lines = [...new Set(fields3.map(({ at }) => at.line))].join(" and ");
  return failed({
    code: "CHECKLIST-FIELD-DUPLICATE",
    problem: `the field \`${FIELD_LABELS[name4]}\` of \`${item2.id}\` is given ${fields3.length} times: line ${lines}`,
    remedy: name4 === "owner" ? "keep one; several owners go into one field: `Owner: @<login>, @<login>`" : "keep one of them",
    at: placeIn(scope.path, fields3[1]?.at ?? item2.at),
    item: item2.id
  });
}

// src/text/words.ts
var segmenter;
var SPECIAL = /[_\u0080-\uFFFF]|:[A-Za-z]/;
var PLAIN_WORD = /[A-Za-z0-9](?:[A-Za-z0-9]|(?<=[A-Za-z])[.'](?=[A-Za-z])|(?<=[0-9])[.,;'](?=[0-9]))*/g;
function countWords(text4) {
  if (!SPECIAL.test(text4)) return text4.match(PLAIN_WORD)?.length ?? 0;
  segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
  let count = 0;
  for (const segment of segmenter.segment(text4)) if (segment.isWordLike === true) count += 1;
  return count;
}

// src/rules/approval/gate-evidence.ts
function readGateEvidence(facts, context) {
  const read3 = readReadiness(facts, context);
  return read3 === null || isRefused(read3) ? read3 : gateEvidenceOf(read3, context);
}
function gateEvidenceOf({ document: document2, path: path2, file: file2 }, context) {
  const bound = gateSection(document2, path2, context);
  if (isRefused(bound)) return bound;
  const { section: section3 } = bound;
  const { blob } = file2;
  if (section3 === null) return { path: path2, blob, said: null, linked: [] };
  const targets = targetsIn(document2, section3);
  const said = JSON.stringify([linesOf(file2, section3), targets, inherited(document2, section3)]);
  return { path: path2, blob, said, linked: pathsOf(targets, path2) };
}
function targetsIn(document2, section3) {
  const linked = linksIn(document2, section3).map(({ target, text: text4 }) => [target, text4]);
  const evidence = new Set(
    itemsIn(document2, section3).flatMap((item2) => fieldsOf(document2, item2, "evidence"))
  );
  const named3 = [...evidence].flatMap(
    ({ value: value2, links }) => links.length === 0 ? [["", value2]] : links.map(({ target, text: text4 }) => [target, text4])
  );
  return [...linked, ...named3];
}
var FIELDS = ["owner", "evidence", "done_when", "reviewed"];
function inherited(document2, section3) {
  const fields3 = itemsIn(document2, section3).flatMap(
    (item2) => FIELDS.flatMap((name4) => fieldsOf(document2, item2, name4))
  );
  const outside = fields3.filter(({ at }) => at.line < section3.at.line);
  return [...new Set(outside.map(({ name: name4, value: value2 }) => `${name4}: ${value2}`))];
}
function pathsOf(targets, path2) {
  const paths = /* @__PURE__ */ new Set();
  for (const [target, text4] of targets) {
    const reference2 = parseReference(target, text4);
    if (reference2.kind !== "path") continue;
    const file2 = resolvePath(path2, reference2.path);
    if (file2 !== null && file2 !== "" && file2 !== path2) paths.add(file2);
  }
  return [...paths].sort();
}
function linesOf(file2, section3) {
  return file2.text.split(/\r\n|\n|\r/).slice(section3.at.line - 1, section3.endLine - 1);
}

// src/model/login.ts
function sameLogin(a, b) {
  return a.toLowerCase() === b.toLowerCase();
}

// src/rules/people/authority.ts
function isAuthor(pull, login2) {
  return pull.authors.some((author) => sameLogin(author, login2));
}
function holdsRole(facts, role4, login2) {
  return holdsOneOf(facts, [role4], login2);
}
function holdersAmong(facts, roleIds, roles, logins) {
  const asked2 = roleIds.map((id) => roleOf(roles, id)).filter((role4) => role4 !== null);
  const answers = logins.map((login2) => holdsOneOf(facts, asked2, login2));
  return answers.includes(null) ? null : logins.filter((_, index) => answers[index]);
}
function holdsOneOf(facts, roles, login2) {
  const isNamed = roles.some(({ users }) => users.some((user) => sameLogin(user, login2)));
  if (!isNamed && roles.every(({ teams, permission }) => teams.length === 0 && permission === null))
    return false;
  const account = facts.read("account", { login: login2 });
  if (account === null) {
    if (!isNamed && roles.every(({ permission }) => permission === null)) {
      isMember(facts, roles, login2);
    }
    return null;
  }
  if (account.state === "absent" || account.state === "organization") return false;
  const { access } = account;
  if (!allows(access, "write")) return false;
  if (isNamed) return true;
  if (account.state === "bot") return false;
  const isAllowed = ({ permission }) => permission !== null && allows(access, permission);
  return roles.some(isAllowed) || isMember(facts, roles, login2);
}
function isMember(facts, roles, login2) {
  const teams = roles.flatMap((role4) => role4.teams).map((team2) => facts.read("team", { team: team2 }));
  const isIn = teams.some(
    (team2) => team2?.state === "team" && team2.members.some((member) => sameLogin(member, login2))
  );
  if (isIn) return true;
  return teams.includes(null) ? null : false;
}
function roleOf(roles, id) {
  return Object.hasOwn(roles, id) ? roles[id] ?? null : null;
}

// src/text/escape-glob.ts
var SPECIAL2 = /[!-,:-@[-^`{-~]/g;
function escapeGlob(path2) {
  return path2.replace(SPECIAL2, (special) => special === "\\" ? "?" : `\\${special}`);
}

// src/rules/approval/coverage.ts
function coveredBy(glob2, revision) {
  return { glob: glob2, revision, entries: "all" };
}
function coveredFiles(facts, { globs, gate, paths = [] }, revision) {
  const files = /* @__PURE__ */ new Map();
  let isKnown = true;
  const add2 = (glob2, isCovered) => {
    const entries = facts.read("files", coveredBy(glob2, revision));
    if (entries === null) isKnown = false;
    for (const { path: path2, blob, kind = "file" } of entries ?? []) {
      if (isCovered(path2)) files.set(path2, `${kind} ${blob}`);
    }
  };
  for (const glob2 of globs) add2(glob2, () => true);
  for (const linked of [...paths, ...gate?.linked ?? []]) {
    add2(escapeGlob(linked), (path2) => path2 === linked);
    add2(`${escapeGlob(linked)}/**`, (path2) => path2.startsWith(`${linked}/`));
  }
  return isKnown ? files : null;
}
function changedSince(facts, coverage, commit, context) {
  const then = coveredFiles(facts, coverage, commit);
  const now = coveredFiles(facts, coverage, "evidence");
  const section3 = sectionChanged(facts, coverage.gate, commit, context);
  if (section3 === null || then === null || now === null) return null;
  if (section3 && coverage.gate !== null) return { path: coverage.gate.path };
  const paths = [.../* @__PURE__ */ new Set([...then.keys(), ...now.keys()])].sort();
  return { path: paths.find((path2) => then.get(path2) !== now.get(path2)) ?? null };
}
function sectionChanged(facts, gate, commit, context) {
  if (gate === null) return false;
  const fact = facts.read("file", { path: gate.path, revision: commit });
  if (fact === null) return null;
  if (fact.state !== "file") return gate.said !== null;
  if (fact.file.blob === gate.blob) return false;
  const parsed2 = parseDocument(fact.file);
  if (parsed2.state === "error") return true;
  const { path: path2 } = gate;
  const then = gateEvidenceOf({ document: parsed2.document, path: path2, file: fact.file }, context);
  return isRefused(then) || then.said !== gate.said;
}

// src/rules/approval/judge-approval.ts
var FULL_COMMIT = /^[0-9a-f]{40}$/;
function judgeApproval(facts, approval2, terms, context) {
  const isHolder = holdsRole(facts, terms.role, approval2.login);
  if (isHolder === false) return { state: "not-a-holder" };
  const content = judgeContent(facts, approval2, terms, context);
  if (isHolder === null) return null;
  if (isAuthor(terms.pull, approval2.login)) return { state: "author" };
  if (content?.state !== "valid") return content;
  const isOver = terms.holdsFor !== null && context.time.reached(approval2.at + terms.holdsFor);
  return { state: isOver ? "expired" : "valid" };
}
function judgeContent(facts, { commit }, { covers: covers2, pull }, context) {
  if (covers2 === "any") return { state: "valid" };
  if (!FULL_COMMIT.test(commit)) return { state: "no-commit" };
  if (covers2 === "head") {
    return commit === pull.head.toLowerCase() ? { state: "valid" } : { state: "changed", path: null };
  }
  const changed = changedSince(facts, covers2, commit, context);
  if (changed === null) return null;
  return changed.path === null ? { state: "valid" } : { state: "changed", path: changed.path };
}

// src/model/command.ts
function commandsOf(comments, verb) {
  const asks = (comment) => comment.command.verb === verb;
  return comments.filter(asks);
}
function commandLine(command) {
  return ["/gate", command.verb, ...argumentsOf(command)].join(" ");
}
function argumentsOf(command) {
  switch (command.verb) {
    case "waive":
      return [
        subject(command),
        ...option("service", command.service),
        "--until",
        command.until,
        ...option("codes", command.codes?.join(",") ?? null),
        "--reason",
        quoted(command.reason)
      ];
    case "unwaive":
      return [subject(command), ...option("service", command.service)];
    case "sign-off":
      return [command.role, command.commit];
    case "unfreeze":
    case "break-glass":
      return [command.commit, "--reason", quoted(command.reason)];
    case "explain":
      return command.gate === null ? [] : [subject({ ...command, gate: command.gate })];
    case "recheck":
    case "help":
      return [];
  }
}
function subject({ gate, rule }) {
  return rule === null ? gate : `${gate}/${rule}`;
}
function option(name4, value2) {
  if (value2 === null) return [];
  return [`--${name4}`, /^[\w.,<>/-]+$/.test(value2) ? value2 : quoted(value2)];
}
function quoted(text4) {
  if (!text4.includes('"')) return `"${text4}"`;
  return text4.includes("'") ? `"${text4.replaceAll('"', "'")}"` : `'${text4}'`;
}

// src/rules/approval/statements.ts
function approvingReviews(pull) {
  return reviewsByPerson(pull).flatMap((reviews) => {
    const last = reviews.at(-1);
    return last === void 0 || last.state !== "approved" || last.dismissed ? [] : [approval(last)];
  });
}
function standingObjections(pull) {
  return reviewsByPerson(pull).flatMap((reviews) => {
    const last = reviews.findLast(({ state, dismissed }) => state !== "approved" || !dismissed);
    return last?.state === "changes-requested" ? [last] : [];
  });
}
function commentsFor(pull, role4) {
  return commandsOf(pull.commands, "sign-off").filter(({ command }) => command.role.toLowerCase() === role4.toLowerCase()).sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)).map(({ author: login2, command, createdAt: at }) => ({
    login: login2,
    via: "comment",
    commit: command.commit.toLowerCase(),
    at
  }));
}
function reviewsByPerson(pull) {
  const opinions = pull.reviews.filter(({ state }) => state !== "commented").sort(inOrder);
  return byPerson(opinions);
}
function inOrder(a, b) {
  if (a.submittedAt !== b.submittedAt) return a.submittedAt - b.submittedAt;
  if (a.state !== b.state) return a.state === "approved" ? -1 : 1;
  if (a.dismissed !== b.dismissed) return a.dismissed ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
function approval({ author, commit, submittedAt }) {
  return { login: author, via: "review", commit: commit.toLowerCase(), at: submittedAt };
}
function byPerson(statements) {
  const people = /* @__PURE__ */ new Map();
  for (const statement of statements) {
    const login2 = statement.author.toLowerCase();
    const own2 = people.get(login2);
    if (own2 === void 0) people.set(login2, [statement]);
    else own2.push(statement);
  }
  return [...people.values()];
}

// src/rules/checklist/judge-signature.ts
function judgeSignature(scope, about) {
  const { facts, context } = scope;
  const asked2 = context.rule.asks;
  const role4 = asked2 === null ? null : roleOf(context.roles, asked2);
  if (asked2 === null || role4 === null) return [nobodyToAsk(about, asked2)];
  const pull = facts.read("pull-request", {});
  if (pull === null) return [];
  const objector = standingObjections(pull).find(
    ({ author }) => holdsRole(facts, role4, author) === true
  );
  if (objector !== void 0) {
    return [
      failed({
        code: "CHECKLIST-NA-UNSIGNED",
        problem: `\`${about.item}\` is marked N/A, and \`@${objector.author}\` of \`${asked2}\` requests changes`,
        remedy: `settle it with \`@${objector.author}\``,
        asks: `@${objector.author}`,
        ...about
      })
    ];
  }
  const verdicts = verdictsOn(scope, asked2, role4, pull);
  if (verdicts.some((verdict) => verdict === null || verdict.state === "valid")) return [];
  return [unsigned(about, asked2, pull, verdicts)];
}
function verdictsOn(scope, asked2, role4, pull) {
  const covers2 = coverageOf(scope);
  const terms = { role: role4, pull, covers: covers2, holdsFor: null };
  return [...approvingReviews(pull), ...commentsFor(pull, asked2)].map(
    (approval2) => judgeApproval(scope.facts, approval2, terms, contextOf(scope))
  );
}
function coverageOf(scope) {
  const { document: document2, path: path2, file: file2 } = scope;
  const gate = gateEvidenceOf({ document: document2, path: path2, file: file2 }, contextOf(scope));
  return isRefused(gate) || gate.said === null ? "head" : { globs: [], gate };
}
function contextOf({ context, options: options2 }) {
  const heading = options2.heading ?? context.gate.heading;
  return { ...context, gate: { ...context.gate, heading } };
}
function nobodyToAsk(about, asked2) {
  return errored({
    code: "CHECKLIST-NA-UNSIGNED",
    problem: asked2 === null ? `\`${about.item}\` is marked N/A, which needs a signature, but the rule names no role to give it` : `\`${about.item}\` is marked N/A, which \`${asked2}\` would have to sign, but the policy has no such role`,
    remedy: "name a role of the policy with `asks: <role>` on this rule",
    ...about
  });
}
function unsigned(about, asked2, pull, verdicts) {
  const changed = verdicts.find((verdict) => verdict?.state === "changed");
  const since = changed?.state === "changed" ? `; it was approved before ${changed.path === null ? "the last commit" : `\`${changed.path}\` changed`}` : "";
  return pending({
    code: "CHECKLIST-NA-UNSIGNED",
    problem: `\`${about.item}\` is marked N/A, which a holder of \`${asked2}\` has to sign${since}`,
    ...pasting(
      `a holder of \`${asked2}\` who is not the author approves the pull request or comments`,
      `/gate sign-off ${asked2} ${pull.head}`
    ),
    asks: asked2,
    ...about
  });
}

// src/rules/checklist/not-applicable.ts
var LEAST = 5;
function judgeNotApplicable(scope, item2, demand, marks) {
  const [mark, second] = marks;
  if (mark === void 0) return [];
  const about = { at: placeIn(scope.path, mark.at), item: item2.id };
  if (demand.na === "never") {
    return [
      failed({
        code: "CHECKLIST-NA-REFUSED",
        problem: `\`${item2.id}\` is marked N/A, which the policy does not allow`,
        remedy: "take the `N/A` line out and do what the item asks, or ask for a waiver",
        ...about
      })
    ];
  }
  if (second !== void 0) {
    return [
      failed({
        code: "CHECKLIST-FIELD-DUPLICATE",
        problem: `\`${item2.id}\` is marked N/A twice: lines ${mark.at.line} and ${second.at.line}`,
        remedy: "keep one of them",
        at: placeIn(scope.path, second.at),
        item: item2.id
      })
    ];
  }
  const hidden = findHiddenCharacter(mark.value);
  if (hidden !== null) {
    return [
      failed({
        code: "HIDDEN-CHARACTER",
        problem: `the reason for N/A of \`${item2.id}\` holds a ${hidden.name}`,
        remedy: "type the reason anew",
        ...about
      })
    ];
  }
  const words2 = findPlaceholder(mark.value) === null ? countWords(mark.value) : 0;
  if (words2 < LEAST) {
    return [
      failed({
        code: "CHECKLIST-NA-SHORT",
        problem: `\`${item2.id}\` is marked N/A without a reason of at least five words`,
        ...pasting("say why it is not needed:", "N/A: <why it is not needed here>"),
        ...about
      })
    ];
  }
  return demand.na === "signed" ? judgeSignature(scope, about) : [];
}

// src/rules/checklist/judge-item.ts
function judgeItem(scope, item2, demand, judged) {
  const marks = item2.fields.filter(({ name: name4 }) => name4 === "na");
  if (marks.length > 0) return judgeNotApplicable(scope, item2, demand, marks);
  if (!item2.ticked) return [unticked(scope, item2, demand)];
  return [...judgeFields(scope, item2, demand, judged), ...judgeNested(scope, item2)];
}
function unticked(scope, item2, demand) {
  const missing3 = missingFields(scope, item2, demand);
  const isThere = (name4) => fieldsOf(scope.document, item2, name4).length > 0;
  const lines = (names2) => names2.map((name4) => `\`${fieldLine(name4)}\``).join(", ");
  const blank = lines(missing3.filter(isThere));
  const added = missing3.filter((name4) => !isThere(name4));
  const absent = lines(added);
  const also = [
    blank === "" ? "" : `, replace what is there with ${blank}`,
    absent === "" ? "" : `, add ${absent} under it`
  ].join("");
  return failed({
    code: "CHECKLIST-UNTICKED",
    problem: `\`${item2.id}\` is not ticked${item2.title === "" ? "" : `: ${item2.title}`}`,
    remedy: `do what it says${also}, then make its box \`[x]\``,
    ...added.length === 0 ? {} : { paste: added.map((name4) => `  - ${fieldLine(name4)}`).join("\n") },
    at: placeIn(scope.path, item2.at),
    item: item2.id
  });
}
function judgeNested({ path: path2, index }, item2) {
  const nested = index.untickedIn.get(item2) ?? [];
  const [first] = nested;
  if (first === void 0) return [];
  const lines = nested.slice(0, 5).map(({ at }) => at.line);
  const more = nested.length > lines.length ? ` and ${nested.length - lines.length} more` : "";
  return [
    warned({
      code: "CHECKLIST-CHILD-UNTICKED",
      problem: `\`${item2.id}\` is ticked, but not what is nested in it: line ${lines.join(", ")}${more}`,
      remedy: "tick what is done, or untick the item around it",
      at: placeIn(path2, first.at),
      item: item2.id
    })
  ];
}

// src/rules/define-rule.ts
function defineRule(definition) {
  return definition;
}

// src/rules/checklist.ts
var checklist = defineRule({
  type: "checklist",
  meta: {
    holdsWhen: "every required item is there, ticked, and carries its fields",
    why: "A list that is ticked by habit protects nobody: an item counts when somebody stands behind it and what shows it can be looked up. A deleted item is not a done one.",
    ages: "the `Reviewed` date of each item, which every item then needs"
  },
  options: checklistOptions,
  reads: ["file", "files", "reference", "account", "team", "pull-request"],
  codes: CHECKLIST_CODES,
  evaluate(facts, options2, context) {
    const demands = demandsOf(options2, context);
    if (demands.length === 0 && options2.extra === "ignore") return [nothingRequired()];
    const read3 = readReadiness(facts, context);
    if (read3 === null) return [];
    if (isRefused(read3)) return read3.findings;
    const bound = gateSection(read3.document, read3.path, context, options2.heading ?? null);
    if (isRefused(bound)) return bound.findings;
    return judge(scopeOf({ facts, options: options2, context, ...read3, ...bound }), demands);
  }
});
function demandsOf(options2, { service, maxAge }) {
  return options2.items.filter((item2) => holds(item2.when ?? null, service.fields)).map((item2) => ({
    id: item2.id,
    title: item2.title ?? null,
    require: fieldsOf2(item2.require ?? options2.require, maxAge),
    na: item2.na ?? options2.na
  }));
}
function fieldsOf2(fields3, maxAge) {
  return new Set(maxAge === null ? fields3 : [...fields3, "reviewed"]);
}
function judge(scope, demands) {
  const { items, nearMisses } = scope;
  if (items.length === 0 && nearMisses.size === 0) return [empty(scope, demands)];
  const required2 = new Set(demands.map(({ id }) => keyOf(id)));
  const isFree = (id) => !required2.has(keyOf(id)) && askedElsewhere(id, scope.context).length === 0;
  const guess = guessing(scope, isFree);
  const judged = /* @__PURE__ */ new Set();
  const findings = demands.flatMap((demand) => {
    const found2 = findItem(scope, demand, guess);
    return "code" in found2 ? [found2] : judgeItem(scope, found2, demand, judged);
  });
  return [...findings, ...judgeExtra(scope, required2, judged)];
}
function judgeExtra(scope, required2, judged) {
  const { options: options2, context, items, nearMisses } = scope;
  const isAsked = (id) => {
    const gates = askedElsewhere(id, context);
    return options2.extra === "ignore" ? gates.length > 0 : gates.includes(context.gate.id);
  };
  const isExtra2 = ({ id }) => !required2.has(keyOf(id)) && !isAsked(id);
  const extra = items.filter(isExtra2);
  if (options2.extra === "ignore") {
    return extra.length === 0 || scope.section === null ? [] : [notJudged(scope, extra)];
  }
  const demand = {
    title: null,
    require: fieldsOf2(options2.require, context.maxAge),
    na: options2.na
  };
  return [
    ...extra.flatMap((item2) => judgeItem(scope, item2, { ...demand, id: item2.id }, judged)),
    ...[...nearMisses.values()].filter(isExtra2).map((miss) => noBox(scope, miss))
  ];
}
function empty(scope, demands) {
  const where = scope.section === null ? `\`${scope.path}\`` : `the section \`${scope.section.heading}\``;
  const lines = demands.map(itemLines).join("\n");
  return failed({
    code: "CHECKLIST-EMPTY",
    problem: `${where} holds no task item${demands.length === 0 ? "" : `, where ${demands.length} ${demands.length === 1 ? "is" : "are"} required`}`,
    remedy: demands.length === 0 ? "add the items as `- [ ] <what must be done>`" : `add:
${lines}`,
    at: homeOf(scope)
  });
}
function notJudged({ path: path2 }, extra) {
  const [first] = extra;
  const lines = extra.slice(0, 10).map(({ at }) => at.line);
  const more = extra.length > lines.length ? ", \u2026" : "";
  return noted({
    code: "CHECKLIST-EXTRA",
    problem: `${extra.length === 1 ? "1 item is" : `${extra.length} items are`} not required and not judged: line ${lines.join(", ")}${more}`,
    remedy: "list them in the policy, or set `extra: require`, if they matter",
    at: first === void 0 ? null : placeIn(path2, first.at)
  });
}
function nothingRequired() {
  return noted({
    code: "CHECKLIST-NOTHING-REQUIRED",
    problem: "no item of this rule applies to the service: the `when` of none of them holds",
    remedy: "set the service's `fields` in the policy, if one of them should"
  });
}

// src/rules/ci/codes.ts
var CI_CODES = {
  "CI-MISSING": "No run that counts is there",
  "CI-FAILED": "The worst of the runs that count is not green",
  "CI-SKIPPED": "The run was skipped, and a skipped run proves nothing",
  "CI-RUNNING": "The run has not ended yet",
  "CI-STALE": "The run is older than `max_age`",
  "CI-UNDATED": "When the run ended is not known, so its age cannot be told",
  "CI-WORKFLOW-CHANGED": "The run is of a workflow file that differs from the default branch's"
};

// src/rules/ci/counting-runs.ts
var BRANCH_EVENTS = /* @__PURE__ */ new Set(["push", "schedule"]);
function isActions(app) {
  return app.toLowerCase() === "github-actions";
}
function countingRuns(checks, asked2) {
  const counting = [];
  const ignored = /* @__PURE__ */ new Set();
  for (const run of checks.runs) {
    if (asked2.check !== null && run.name !== asked2.check) continue;
    const reason = whyIgnored(run, asked2, checks.repository);
    if (reason === null) counting.push(run);
    else ignored.add(reason);
  }
  return { counting: asked2.on === "branch" ? newestOf(counting) : counting, ignored };
}
function whyIgnored(run, asked2, repository) {
  if (run.app === null) return "user-status";
  if (run.app.toLowerCase() !== asked2.app.toLowerCase()) return "other-app";
  if (asked2.workflow !== null && run.workflow !== asked2.workflow) return "other-workflow";
  if (!isHere(run.repository, run, repository) || !isHere(run.headRepository, run, repository)) {
    return "other-repository";
  }
  if (run.workflowIsDefault === false) return "workflow-changed";
  if (isActions(run.app) && run.workflowIsDefault === null) return "workflow-changed";
  if (asked2.on === "branch" && !BRANCH_EVENTS.has(run.event ?? "")) return "other-event";
  return null;
}
function isHere(named3, run, repository) {
  if (named3 === null) return !isActions(run.app ?? "");
  return named3.toLowerCase() === repository.toLowerCase();
}
function newestOf(runs) {
  const start = (run) => run.startedAt ?? Number.POSITIVE_INFINITY;
  const newest = runs.reduce((last, run) => Math.max(last, start(run)), Number.NEGATIVE_INFINITY);
  return runs.filter((run) => start(run) === newest);
}

// src/rules/ci/judge-run.ts
function judgeRun(run, asked2, allowSkipped, context) {
  const told = { item: subjectOf(asked2), at: placeOf(asked2) };
  const name4 = `\`${run.name}\``;
  if (run.conclusion === null) {
    const problem = `${name4} has not ended yet`;
    return pending({ code: "CI-RUNNING", problem, remedy: "wait for it to end", ...told });
  }
  if (run.conclusion === "skipped" && !allowSkipped) {
    return failed({
      code: "CI-SKIPPED",
      problem: `${name4} was skipped, which proves nothing`,
      remedy: `let it run: take away the filter or condition that skips it, or set \`allow_skipped: true\` in the policy${linkTo(run)}`,
      ...told
    });
  }
  if (run.conclusion !== "success" && run.conclusion !== "skipped") {
    return failed({
      code: "CI-FAILED",
      problem: `${name4} ended as \`${run.conclusion}\``,
      remedy: `mend what it reports and run it again${linkTo(run)}`,
      ...told
    });
  }
  return context.maxAge === null ? null : judgeAge2(run, context.maxAge, asked2, context);
}
function judgeAge2(run, maxAge, asked2, { time: time3 }) {
  const told = { item: subjectOf(asked2), at: placeOf(asked2), remedy: "run it again" };
  if (run.completedAt === null) {
    const problem = `it is not known when \`${run.name}\` ended`;
    return failed({ code: "CI-UNDATED", problem, ...told });
  }
  if (!time3.reached(run.completedAt + maxAge)) return null;
  return failed({
    code: "CI-STALE",
    problem: `\`${run.name}\` ended on ${formatInstant(run.completedAt)}; it may be ${formatDuration(maxAge)} old`,
    ...told
  });
}
function missingRun(asked2, ignored) {
  const subject2 = subjectOf(asked2);
  const told = { item: subject2, at: placeOf(asked2) };
  if (ignored.has("workflow-changed")) {
    return failed({
      code: "CI-WORKFLOW-CHANGED",
      problem: `\`${subject2}\` ran from a version of \`${asked2.workflow ?? "its workflow"}\` that is not the default branch's`,
      remedy: "bring the change of the workflow file to the default branch first, then run it again",
      ...told
    });
  }
  const others = [...ignored].map((reason) => REASONS[reason]).sort();
  const where = asked2.on === "head" ? "on this commit" : "on the default branch";
  return failed({
    code: "CI-MISSING",
    problem: `no run of \`${subject2}\` by \`${asked2.app}\` ${where} counts${others.length === 0 ? "" : `: ${others.join("; ")}`}`,
    remedy: asked2.workflow === null ? `let \`${asked2.app}\` run \`${subject2}\` ${where}` : `let \`${asked2.workflow}\` run \`${subject2}\` ${where}; create the workflow on the default branch if it is not there`,
    ...told
  });
}
var REASONS = {
  "user-status": "one is a status set by a user",
  "other-app": "one is of another app",
  "other-workflow": "one is of another workflow",
  "workflow-changed": "one is of a changed workflow file",
  "other-repository": "one ran in or on another repository",
  "other-event": "one was started by neither a push nor a schedule"
};
function subjectOf({ check: check2, workflow, app }) {
  return check2 ?? workflow ?? app;
}
function placeOf({ workflow }) {
  return workflow === null ? null : topOf(workflow);
}
function linkTo({ url: url2 }) {
  return url2 === null ? "" : `: ${url2}`;
}

// src/rules/ci.ts
var options = external_exports.strictObject({
  check: external_exports.string().min(1).optional().describe("Name of the check run, as GitHub shows it; required with `on: head`"),
  app: external_exports.string().min(1).describe("Slug of the app that must have made it, such as `github-actions`"),
  workflow: external_exports.string().min(1).optional().describe(
    "Path of the workflow file, such as `.github/workflows/test.yml`; required for `github-actions` and with `on: branch`"
  ),
  on: external_exports.enum(["head", "branch"]).default("head").describe(
    "`head`: what ran on what would land; `branch`: the newest push or scheduled run on the default branch"
  ),
  allow_skipped: external_exports.boolean().default(false).describe("Whether a skipped run counts as green")
}).superRefine(({ check: check2, app, workflow, on }, context) => {
  const lack = (key, why) => context.addIssue({ code: "custom", path: [key], message: `\`${key}\` is required ${why}` });
  if (on === "head" && check2 === void 0) lack("check", "with `on: head`");
  if (workflow !== void 0) return;
  if (on === "branch") lack("workflow", "with `on: branch`");
  else if (isActions(app))
    lack("workflow", "for `github-actions`: any workflow can use any name");
});
var ci = defineRule({
  type: "ci",
  meta: {
    holdsWhen: "a check, a workflow or a scheduled run is green and fresh",
    why: "A name proves nothing: whoever can push a workflow can print any name in green. So the app and the workflow file count, the file has to be the default branch's, and skipped is not green.",
    ages: "the run, from when it ended"
  },
  options,
  reads: ["checks"],
  codes: CI_CODES,
  evaluate(facts, { check: check2 = null, app, workflow = null, on, allow_skipped }, context) {
    const asked2 = { check: check2, app, workflow, on };
    const checks = facts.read(
      "checks",
      on === "branch" ? { on, workflow: workflow ?? "", check: check2 } : { on }
    );
    if (checks === null) return [];
    const { counting, ignored } = countingRuns(checks, asked2);
    if (counting.length === 0) return [missingRun(asked2, ignored)];
    const findings = counting.map((run) => judgeRun(run, asked2, allow_skipped, context)).filter((finding2) => finding2 !== null).sort((a, b) => keyOf2(a) < keyOf2(b) ? -1 : 1);
    return findings.slice(0, 1);
  }
});
function keyOf2({ outcome, code, problem }) {
  return `${outcome} ${code} ${problem}`;
}

// src/rules/decision/codes.ts
var DECISION_CODES = {
  "DECISION-MISSING": "There is no decision record of this",
  "DECISION-AGAINST": "The newest record says no",
  "DECISION-CONDITIONAL": "The newest record lets it pass on conditions",
  "DECISION-UNMAPPED": "The newest record states an outcome the policy does not know",
  "DECISION-INCOMPLETE": "The record lacks a part it must have",
  "DECISION-DATE": "A date of the record is no ISO date",
  "DECISION-FUTURE": "The record says it was decided after today",
  "DECISION-EXPIRED": "The record has expired",
  "DECISION-STALE": "The record is older than `max_age`",
  "DECISION-UNAPPROVED": "The record is new and waits for its decider to approve it",
  "DECISION-SELF-ATTESTED": "The record is new and nobody but its author vouches for it",
  "DECISION-CHANGED-IGNORED": "The pull request changes or deletes a record; it counts as on the base branch",
  "DECISION-SUPERSEDES-NOTHING": "A record supersedes one that it cannot supersede",
  "DECISION-UNKNOWN-ROLE": "The policy has no such role"
};

// src/text/fill-in-glob.ts
function fillInGlob(glob2, service) {
  const { id, path: path2 } = service;
  return fillIn(glob2, {
    ...service,
    id: id === null ? null : escapeGlob(id),
    path: escapeGlob(path2)
  });
}

// src/rules/decision/choose-record.ts
var WORST_FIRST = ["unmapped", "fail", "conditional", "pass"];
function effectOf({ outcome }, outcomes) {
  if (outcome === null) return "unmapped";
  const stated2 = keyOf(outcome.text);
  const entry = Object.entries(outcomes).find(([name4]) => keyOf(name4) === stated2);
  return entry?.[1] ?? "unmapped";
}
function chooseRecord(records, outcomes) {
  const rank = (record2) => WORST_FIRST.indexOf(effectOf(record2, outcomes));
  const [first] = [...records].sort((a, b) => {
    if (a.decided !== b.decided) return a.decided > b.decided ? -1 : 1;
    return rank(a) - rank(b) || (a.path > b.path ? -1 : 1);
  });
  return first ?? null;
}
function names(text4, path2) {
  const written = text4.replace(/^(\.?\/)+/, "");
  return written === path2 || written === path2.slice(path2.lastIndexOf("/") + 1);
}

// src/rules/decision/decision-findings.ts
function missingRecord({
  glob: glob2,
  service,
  of,
  otherSubjects
}) {
  const path2 = fillIn(fileToCreate(glob2, of), service);
  const what = of === null ? "" : ` of \`${of}\``;
  const meant = of === null ? null : suggest(of, otherSubjects);
  const seen = otherSubjects.map((subject2) => `\`${subject2}\``).join(", ");
  const others = seen === "" ? "" : `; there are records of ${seen}`;
  const skeleton = [
    "---",
    `of: ${of ?? "<what is decided>"}`,
    "outcome: <outcome>",
    'decider: "@<login>"',
    "decided: <YYYY-MM-DD>",
    "---",
    "",
    "## Rationale",
    "",
    "<why>"
  ].join("\n");
  return failed({
    code: "DECISION-MISSING",
    problem: `no file that matches \`${fillIn(glob2, service)}\` is a decision record${what}${others}`,
    remedy: `${meant === null ? "" : `did you mean \`of: ${meant}\`? Otherwise `}create \`${path2}\`:

\`\`\`markdown
${skeleton}
\`\`\``,
    paste: skeleton,
    at: topOf(path2),
    item: of
  });
}
function fileToCreate(glob2, of) {
  const words2 = headingKey(of ?? "").match(/[\p{L}\p{N}]+/gu) ?? ["decision"];
  return glob2.replaceAll("**/", "").replace(/\{([^,{}]+),[^{}]*\}/g, "$1").replaceAll(/\*+/g, words2.join("-"));
}
function decidedAhead({ path: path2, decided, fields: fields3 }) {
  return failed({
    code: "DECISION-FUTURE",
    problem: `\`${path2}\` says it was decided on ${decided}, which is still to come`,
    remedy: "put down the day on which it was decided",
    at: placeIn(path2, fields3.get("decided")?.node.at ?? topOf(path2)),
    item: path2
  });
}
function notApproved({ path: path2 }, decider) {
  return pending({
    code: "DECISION-UNAPPROVED",
    problem: `\`${path2}\` is new and counts once somebody who holds \`${decider}\` approves it`,
    remedy: `somebody who holds \`${decider}\` and did not write this pull request approves it in a review`,
    at: topOf(path2),
    asks: decider,
    item: path2
  });
}
function selfAttested({ path: path2 }) {
  return noted({
    code: "DECISION-SELF-ATTESTED",
    problem: `\`${path2}\` comes with this pull request, self-attested: nobody else was asked to confirm it`,
    remedy: "set `decider_role` in the policy to have new records approved",
    at: topOf(path2),
    item: path2
  });
}
function changeIgnored(path2) {
  return noted({
    code: "DECISION-CHANGED-IGNORED",
    problem: `this pull request changes or deletes \`${path2}\`; it counts as it stands on the base branch`,
    remedy: "to decide anew, add a record with a later date",
    at: topOf(path2),
    item: path2
  });
}
function supersedesNothing({ path: path2, supersedes }, isSuperseded2) {
  return supersedes.filter(({ text: text4 }) => !isSuperseded2(text4)).map(
    ({ text: text4, at }) => noted({
      code: "DECISION-SUPERSEDES-NOTHING",
      problem: `\`${path2}\` supersedes \`${text4}\`, which is no earlier record of the same subject`,
      remedy: "name the file of the earlier record, or leave `supersedes` out",
      at: placeIn(path2, at),
      item: path2
    })
  );
}
function unknownRole(role4) {
  return errored({
    code: "DECISION-UNKNOWN-ROLE",
    problem: `the policy has no role \`${role4}\``,
    remedy: `add \`${role4}\` under \`roles\` in the policy, or name one that is there`,
    item: role4
  });
}

// src/rules/reading/filled-in.ts
function isFilledIn(text4) {
  return text4 !== null && !isMissing(text4) && findPlaceholder(text4) === null;
}

// src/rules/reading/front-matter-line.ts
function frontMatterFix(line, isThere) {
  const key = line.slice(0, line.indexOf(":"));
  return isThere ? pasting(`replace \`${key}\` in its front matter:`, line) : { remedy: `add \`${line}\` to its front matter`, paste: line };
}

// src/rules/decision/record-fields.ts
function fieldText(fields3, key) {
  const node2 = fields3.get(key)?.node;
  const text4 = node2 === void 0 ? null : scalarText(node2);
  return node2 === void 0 || text4 === null ? null : { text: text4, at: node2.at };
}
function fieldTexts(fields3, key) {
  const node2 = fields3.get(key)?.node;
  if (node2 === void 0) return [];
  return (asList(node2) ?? [node2]).flatMap((entry) => {
    const text4 = scalarText(entry);
    return text4 === null ? [] : [{ text: text4, at: entry.at }];
  });
}
function textsIn(node2) {
  const { value: value2, at } = node2;
  if (value2 instanceof Map) {
    return [...value2].flatMap(([key, entry]) => [
      { text: key, at: entry.keyAt },
      ...textsIn(entry.node)
    ]);
  }
  const list2 = asList(node2);
  if (list2 !== null) return list2.flatMap(textsIn);
  return typeof value2 === "string" ? [{ text: value2, at }] : [];
}
function asMap(node2) {
  return node2.value instanceof Map ? node2.value : null;
}
function asList({ value: value2 }) {
  return Array.isArray(value2) ? value2 : null;
}
function scalarText({ value: value2 }) {
  return value2 === null || typeof value2 === "object" ? null : String(value2).trim();
}
var BARE_LOGIN = /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i;
function namesPerson(text4) {
  if (text4 === null || !isFilledIn(text4)) return false;
  if (BARE_LOGIN.test(text4)) return true;
  const { people, rest } = parsePeople(text4);
  return people.length > 0 && rest === "";
}

// src/rules/decision/required-parts.ts
function missingParts(record2, required2) {
  return [
    ...required2.includes("decider") ? judgeDecider(record2) : [],
    ...required2.includes("actions") ? judgeActions(record2) : [],
    ...required2.includes("rationale") ? judgeRationale(record2) : []
  ];
}
function incomplete(path2, at, part, told) {
  return failed({
    code: "DECISION-INCOMPLETE",
    ...told,
    at: at === null ? topOf(path2) : placeIn(path2, at),
    item: `${path2} ${part}`
  });
}
function judgeDecider({ path: path2, fields: fields3 }) {
  const decider = fieldText(fields3, "decider");
  if (namesPerson(decider?.text ?? null)) return [];
  const at = decider?.at ?? fields3.get("decider")?.keyAt ?? null;
  return [
    incomplete(path2, at, "decider", {
      problem: `\`${path2}\` does not say who decided`,
      ...frontMatterFix('decider: "@<login>"', fields3.has("decider"))
    })
  ];
}
var ACTION = '{what: <what>, owner: "@<login>", due: <YYYY-MM-DD>}';
function judgeActions({ path: path2, fields: fields3 }) {
  const entry = fields3.get("actions");
  const actions = entry === void 0 ? null : asList(entry.node);
  if (actions === null || actions.length === 0) {
    return [
      incomplete(path2, entry?.keyAt ?? null, "actions", {
        problem: `\`${path2}\` lists no actions`,
        ...frontMatterFix(`actions: [${ACTION}]`, entry !== void 0)
      })
    ];
  }
  return actions.flatMap((action, index) => {
    const lacking = lackingIn(action);
    if (lacking.length === 0) return [];
    const keys = lacking.map((key) => `\`${key}\``).join(", ");
    return [
      incomplete(path2, action.at, `actions[${index}]`, {
        problem: `action ${index + 1} of \`${path2}\` lacks ${keys}`,
        ...pasting("write each as", ACTION)
      })
    ];
  });
}
function lackingIn(action) {
  const fields3 = asMap(action);
  if (fields3 === null) return ["what", "owner", "due"];
  const text4 = (key) => fieldText(fields3, key)?.text ?? null;
  const due = text4("due");
  return [
    ...isFilledIn(text4("what")) ? [] : ["what"],
    ...namesPerson(text4("owner")) ? [] : ["owner"],
    ...due !== null && readDate(due).state === "date" ? [] : ["due"]
  ];
}
function judgeRationale({ path: path2, document: document2 }) {
  const [whole] = document2.sections;
  const found2 = whole === void 0 ? [] : sectionsNamed(document2, ["Rationale"], whole);
  const [section3, second] = found2;
  if (section3 === void 0) {
    return [
      incomplete(path2, null, "rationale", {
        problem: `\`${path2}\` has no section \`Rationale\``,
        remedy: "add the heading `## Rationale` and say why",
        paste: "## Rationale"
      })
    ];
  }
  if (second !== void 0) {
    const lines = found2.map(({ at }) => `line ${at.line}`).join(", ");
    return [
      failed({
        code: "SECTION-AMBIGUOUS",
        problem: `\`${path2}\` has ${found2.length} sections \`Rationale\`: ${lines}`,
        remedy: "keep one of them",
        at: placeIn(path2, second.at),
        item: `${path2} rationale`
      })
    ];
  }
  const placeholder2 = blocksIn(document2, section3).map(({ text: text4 }) => findPlaceholder(text4)).find((found3) => found3 !== null);
  if (placeholder2 === void 0 && countWords(textOf(document2, section3)) > 0) return [];
  return [
    incomplete(path2, section3.at, "rationale", {
      problem: placeholder2 === void 0 ? `the section \`Rationale\` of \`${path2}\` is empty` : `the section \`Rationale\` of \`${path2}\` still holds the placeholder \`${placeholder2}\``,
      remedy: "say why in its section `Rationale`"
    })
  ];
}

// src/rules/decision/judge-record.ts
function judgeRecord(record2, options2, context) {
  const vouching = record2.isOnBase || options2.decider_role !== void 0 ? [] : [selfAttested(record2)];
  return [
    ...judgeOutcome(record2, options2),
    ...missingParts(record2, options2.require),
    ...judgeExpiry(record2, context),
    ...judgeAge3(record2, context),
    ...vouching
  ];
}
function judgeOutcome(record2, { outcomes }) {
  const { path: path2, outcome } = record2;
  const stated2 = outcome?.text ?? "";
  const told = { at: placeIn(path2, outcome?.at ?? topOf(path2)), item: path2 };
  const known = Object.keys(outcomes).map((name4) => `\`${name4}\``);
  switch (effectOf(record2, outcomes)) {
    case "pass":
      return [];
    case "conditional":
      return [...conditionsOf(record2)];
    case "fail":
      return [
        failed({
          code: "DECISION-AGAINST",
          problem: `the newest record, \`${path2}\` of ${record2.decided}, says \`${stated2}\``,
          remedy: "do what it asks for; a later record can decide anew",
          ...told
        })
      ];
    case "unmapped":
      return [
        failed({
          code: "DECISION-UNMAPPED",
          problem: stated2 === "" ? `\`${path2}\` states no outcome` : `\`${path2}\` states the outcome \`${stated2}\`, which the policy does not know`,
          ...pasting(`state one of ${known.join(", ")} as`, "outcome: <outcome>"),
          ...told
        })
      ];
  }
}
function conditionsOf(record2) {
  const { path: path2, fields: fields3 } = record2;
  const conditions2 = fieldTexts(fields3, "conditions");
  const until = fieldText(fields3, "expires");
  const lacks = (key, value2) => failed({
    code: "DECISION-INCOMPLETE",
    problem: `\`${path2}\` decides on conditions and lacks \`${key}\``,
    ...frontMatterFix(`${key}: ${value2}`, fields3.has(key)),
    at: placeIn(path2, fields3.get(key)?.keyAt ?? topOf(path2)),
    item: `${path2} ${key}`
  });
  const lacking = [
    ...conditions2.length > 0 && conditions2.every(({ text: text4 }) => isFilledIn(text4)) ? [] : [lacks("conditions", "[<what has to hold>]")],
    ...until === null || !isFilledIn(until.text) ? [lacks("expires", "<YYYY-MM-DD>")] : []
  ];
  if (lacking.length > 0 || until === null) return lacking;
  return [
    conditional({
      code: "DECISION-CONDITIONAL",
      problem: `\`${path2}\` lets it pass until ${until.text} on conditions: ${conditions2.map(({ text: text4 }) => text4).join("; ")}`,
      remedy: "meet the conditions, then record the decision anew",
      at: placeIn(path2, record2.outcome?.at ?? topOf(path2)),
      item: path2
    })
  ];
}
function judgeExpiry({ path: path2, fields: fields3 }, { time: time3 }) {
  const until = fieldText(fields3, "expires");
  if (until === null) return [];
  const told = { at: placeIn(path2, until.at), item: `${path2} expires` };
  const read3 = readDate(until.text);
  if (read3.state !== "date") {
    const readings = read3.state === "other" ? read3.readings : [];
    return [
      failed({
        code: "DECISION-DATE",
        problem: `\`${until.text}\` is no ISO date`,
        ...pastingOneOf("write", readings, (reading) => `expires: ${reading}`),
        ...told
      })
    ];
  }
  if (!time3.isOver(read3.date)) return [];
  return [
    failed({
      code: "DECISION-EXPIRED",
      problem: `\`${path2}\` expired at the end of ${read3.date}`,
      remedy: "decide anew, in a record with a later date",
      ...told
    })
  ];
}
function judgeAge3({ path: path2, decided, fields: fields3 }, { time: time3, maxAge }) {
  if (maxAge === null || !time3.isOlder(decided, maxAge)) return [];
  return [
    failed({
      code: "DECISION-STALE",
      problem: `\`${path2}\` was decided ${time3.daysSince(decided)} days ago; it may be ${formatDuration(maxAge)} old`,
      remedy: "decide anew, in a record with a later date",
      at: placeIn(path2, fields3.get("decided")?.node.at ?? topOf(path2)),
      item: path2
    })
  ];
}

// src/rules/decision/parse-record.ts
var TELLING_KEYS = ["of", "outcome", "decided"];
function parseRecord({ path: path2, isOnBase, content }, of) {
  const broken = (...findings) => ({
    state: "broken",
    path: path2,
    findings
  });
  if (content.state === "lfs-pointer" || content.state === "binary") {
    return broken(fileMissing(path2, content.state));
  }
  if (content.state !== "file") return { state: "other", of: null };
  const parsed2 = parseDocument(content.file);
  if (parsed2.state === "error") {
    const { code, problem, remedy, at } = parsed2.error;
    return broken(errored({ code, problem, remedy, at: placeIn(path2, at), item: path2 }));
  }
  const { document: document2 } = parsed2;
  const frontMatter = frontMatterOf(document2, path2);
  if (isRefused(frontMatter)) return broken(...frontMatter.findings);
  const fields3 = frontMatter.root === null ? null : asMap(frontMatter.root);
  if (fields3 === null || !TELLING_KEYS.some((key) => fields3.has(key))) {
    return { state: "other", of: null };
  }
  const hidden = frontMatter.root === null ? [] : hiddenIn(textsIn(frontMatter.root), path2);
  const named3 = fieldText(fields3, "of");
  if (named3 !== null && of !== null && findHiddenCharacter(named3.text) === null) {
    if (keyOf(named3.text) !== keyOf(of)) return { state: "other", of: named3.text };
  }
  if (hidden.length > 0) return broken(...hidden);
  if (named3 === null && of !== null) return broken(withoutSubject(fields3, path2, of));
  const decided = decidedOn(fields3, path2);
  if (typeof decided !== "string") return broken(decided);
  const outcome = fieldText(fields3, "outcome");
  const supersedes = fieldTexts(fields3, "supersedes");
  return {
    state: "record",
    record: { path: path2, isOnBase, document: document2, fields: fields3, outcome, decided, supersedes }
  };
}
function hiddenIn(texts, path2) {
  return texts.flatMap(({ text: text4, at }) => {
    const hidden = findHiddenCharacter(text4);
    if (hidden === null) return [];
    return [
      failed({
        code: "HIDDEN-CHARACTER",
        problem: `the front matter of \`${path2}\` holds the hidden character ${hidden.name}`,
        remedy: "delete the line and type it anew",
        at: placeIn(path2, at),
        item: path2
      })
    ];
  });
}
function withoutSubject(fields3, path2, of) {
  const subject2 = frontMatterFix("of: <subject>", fields3.has("of"));
  return failed({
    code: "DECISION-INCOMPLETE",
    problem: `\`${path2}\` does not say what it decides`,
    remedy: `${subject2.remedy}; this rule asks for \`${of}\``,
    paste: subject2.paste,
    at: topOf(path2),
    item: path2
  });
}
function decidedOn(fields3, path2) {
  const written = fieldText(fields3, "decided");
  const read3 = written === null ? null : readDate(written.text);
  if (read3?.state === "date") return read3.date;
  const at = placeIn(path2, written?.at ?? fields3.get("decided")?.keyAt ?? topOf(path2));
  if (read3 === null || read3.state === "missing") {
    return failed({
      code: "DECISION-INCOMPLETE",
      problem: `\`${path2}\` does not say when it was decided, so it cannot be placed among the others`,
      ...frontMatterFix("decided: <YYYY-MM-DD>", fields3.has("decided")),
      at,
      item: path2
    });
  }
  return failed({
    code: "DECISION-DATE",
    problem: `\`${written?.text ?? ""}\` is no ISO date`,
    ...pastingOneOf("write", read3.readings, (reading) => `decided: ${reading}`),
    at,
    item: path2
  });
}

// src/rules/decision/read-decisions.ts
function readDecisions(facts, glob2, of) {
  const base = facts.read("files", { glob: glob2, revision: "base" });
  const head = facts.read("files", { glob: glob2, revision: "evidence" });
  if (base === null || head === null) return null;
  const onBase2 = new Set(base.map(({ path: path2 }) => path2));
  const added = head.filter(({ path: path2 }) => !onBase2.has(path2));
  const read3 = [
    ...base.map(({ path: path2 }) => ({ path: path2, isOnBase: true })),
    ...added.map(({ path: path2 }) => ({ path: path2, isOnBase: false }))
  ].map(({ path: path2, isOnBase }) => {
    const content = facts.read("file", { path: path2, revision: isOnBase ? "base" : "evidence" });
    return content === null ? null : parseRecord({ path: path2, isOnBase, content }, of);
  });
  const parsed2 = read3.filter((record2) => record2 !== null);
  if (parsed2.length < read3.length) return null;
  const records = parsed2.flatMap((each) => each.state === "record" ? [each.record] : []);
  const subjects = parsed2.flatMap((each) => each.state === "other" ? each.of ?? [] : []);
  return {
    records,
    broken: parsed2.filter((each) => each.state === "broken"),
    otherSubjects: [...new Set(subjects)].sort(),
    changed: changedPaths(base, head, records)
  };
}
function changedPaths(base, head, records) {
  const before = new Map(base.map(({ path: path2, blob }) => [path2, blob]));
  const after = new Map(head.map(({ path: path2, blob }) => [path2, blob]));
  return records.filter(({ path: path2, isOnBase }) => isOnBase && before.get(path2) !== after.get(path2)).map(({ path: path2 }) => path2).sort();
}

// src/rules/decision/record-approval.ts
function isApproved(facts, path2, decider, context) {
  const pull = facts.read("pull-request", {});
  const role4 = roleOf(context.roles, decider);
  if (pull === null) return null;
  if (role4 === null) return false;
  const objects = standingObjections(pull).map(({ author }) => holdsRole(facts, role4, author));
  const covers2 = { globs: [], gate: null, paths: [path2] };
  const judged = [...approvingReviews(pull), ...commentsFor(pull, decider)].map(
    (approval2) => judgeApproval(facts, approval2, { role: role4, pull, covers: covers2, holdsFor: null }, context)
  );
  if (objects.includes(true)) return false;
  if (objects.includes(null)) return null;
  if (judged.some((verdict) => verdict?.state === "valid")) return true;
  return judged.includes(null) ? null : false;
}

// src/rules/decision/judge-decisions.ts
function judgeDecisions(facts, options2, context) {
  const glob2 = fillInGlob(options2.path, context.service);
  const of = options2.of === void 0 ? null : fillIn(options2.of, context.service);
  const decider = options2.decider_role ?? null;
  if (decider !== null && roleOf(context.roles, decider) === null) return [unknownRole(decider)];
  const decisions = readDecisions(facts, glob2, of);
  if (decisions === null) {
    if (decider !== null) facts.read("pull-request", {});
    return [];
  }
  const { ahead, past } = byTime(decisions.records, context.time);
  const { counting, waiting: waiting2 } = byApproval(facts, past, decider, context);
  const broken = decisions.broken.filter(
    ({ path: path2 }) => !counting.some(({ supersedes }) => supersedes.some(({ text: text4 }) => names(text4, path2)))
  );
  const chosen = chooseRecord(counting, options2.outcomes);
  const said = [
    ...broken.flatMap(({ findings }) => findings),
    ...ahead.map(decidedAhead),
    ...waiting2.map((record2) => notApproved(record2, decider ?? "")),
    ...decisions.changed.map(changeIgnored)
  ];
  if (chosen !== null) {
    const idle = supersedesNothing(chosen, isSuperseded(chosen, decisions));
    return [...said, ...judgeRecord(chosen, options2, context), ...idle];
  }
  const isExplained = said.some(({ outcome }) => outcome !== "noted");
  return isExplained || counting.length < past.length ? said : [
    ...said,
    missingRecord({
      glob: options2.path,
      service: context.service,
      of,
      otherSubjects: decisions.otherSubjects
    })
  ];
}
function byTime(records, time3) {
  const ahead = records.filter(({ decided }) => time3.isAhead(decided));
  return { ahead, past: records.filter((record2) => !ahead.includes(record2)) };
}
function byApproval(facts, records, decider, context) {
  if (decider === null) return { counting: records, waiting: [] };
  const onBase2 = records.filter((record2) => record2.isOnBase);
  const newest = onBase2.reduce((last, { decided }) => decided > last ? decided : last, "");
  const judged = records.filter(({ isOnBase, decided }) => !isOnBase && decided >= newest).map((record2) => ({ record: record2, approved: isApproved(facts, record2.path, decider, context) }));
  const pick2 = (wanted2) => judged.filter(({ approved }) => approved === wanted2).map(({ record: record2 }) => record2);
  return { counting: [...onBase2, ...pick2(true)], waiting: pick2(false) };
}
function isSuperseded(chosen, { records, broken }) {
  return (text4) => broken.some(({ path: path2 }) => names(text4, path2)) || records.some(({ path: path2, decided }) => decided < chosen.decided && names(text4, path2));
}

// src/rules/decision/options.ts
var decisionOptions = external_exports.strictObject({
  path: external_exports.string().min(1).default("decisions/*.md").describe("Glob of the records; `{service}` and `{path}` are filled in"),
  of: external_exports.string().min(1).optional().describe("What is decided: only records with this `of` count. Without it, all records do"),
  outcomes: external_exports.record(external_exports.string().min(1), external_exports.enum(["pass", "conditional", "fail"])).default({
    go: "pass",
    "conditional-go": "conditional",
    scale: "pass",
    improve: "fail",
    revalidate: "fail",
    stop: "fail"
  }).describe("What each outcome a record may state makes of this rule; any other fails"),
  require: external_exports.array(external_exports.enum(["decider", "decided", "rationale", "actions"])).default(["decider", "decided", "rationale"]).describe("Parts the record that decides must have; `decided` is needed in any case"),
  decider_role: external_exports.string().min(1).optional().describe(
    "Role of the policy: a record that is not on the base branch counts once somebody who holds it approves the pull request"
  )
});

// src/rules/decision.ts
var decision = defineRule({
  type: "decision",
  meta: {
    holdsWhen: "the newest decision record allows it",
    why: "A promotion is somebody's decision, with reasons that can be read later. Records on the base branch cannot be rewritten by the pull request that they judge.",
    ages: "the record, from the day of `decided`"
  },
  options: decisionOptions,
  reads: ["file", "files", "pull-request", "account", "team"],
  codes: DECISION_CODES,
  evaluate: judgeDecisions
});

// src/rules/document/codes.ts
var DOCUMENT_CODES = {
  "DOCUMENT-NONE": "No file matches the glob",
  "DOCUMENT-SHORT": "The document or a section has too few words",
  "DOCUMENT-LONG": "The document has too many words",
  "DOCUMENT-NO-HEADINGS": "A section has none of the sub-headings it should have",
  "DOCUMENT-TEMPLATE": "The document is still the template it was made from",
  "DOCUMENT-PLACEHOLDER": "A placeholder was not replaced",
  "DOCUMENT-FORBIDDEN": "A word that the policy forbids stands in the text",
  "DOCUMENT-DEAD-LINK": "A link leads nowhere",
  "DOCUMENT-NO-DIAGRAM": "There is no diagram",
  "DOCUMENT-NO-DATE": "The document does not say when it was last reviewed",
  "DOCUMENT-DATE-FORM": "`last_reviewed` is not written as 2026-09-10",
  "DOCUMENT-FUTURE": "`last_reviewed` lies ahead",
  "DOCUMENT-AGEING": "Three quarters of `max_age` are over",
  "DOCUMENT-OUTDATED": "The document is older than `max_age`",
  "DOCUMENT-ONLY-DATE": "`last_reviewed` was moved while nothing else changed"
};

// src/rules/document/judge-age.ts
var FIELD = "last_reviewed";
var SOON = 0.75;
function judgeAge4(facts, target, { age_from }, context) {
  const { maxAge } = context;
  if (maxAge === null) return [];
  return age_from === "git" ? judgeLastChange(facts, target, maxAge, context) : judgeLastReview(facts, target, maxAge, context);
}
function judgeLastChange(facts, { path: path2 }, limit, { time: time3 }) {
  const versions = facts.read("history", { path: path2, revision: "evidence" });
  const [newest] = versions ?? [];
  if (newest === void 0) return [];
  const isOver = (part) => time3.reached(newest.at + limit * part);
  const isOld = isOver(1);
  if (!isOld && !isOver(SOON)) return [];
  const said = `\`${path2}\` was last changed on ${dayOf(newest.at)}`;
  return [aged(said, isOld, limit, topOf(path2), path2, UPDATE)];
}
var UPDATE = { remedy: "look through it and bring it up to date" };
function judgeLastReview(facts, target, limit, context) {
  const { document: document2, path: path2 } = target;
  const front = frontMatterOf(document2, path2);
  if (isRefused(front)) return front.findings;
  const node2 = front.root === null ? null : valueAt(front.root, FIELD);
  const read3 = readDate(textOf2(node2));
  const at = node2 === null ? topOf(path2) : placeIn(path2, node2.at);
  if (read3.state === "date") return judgeDay(facts, target, read3.date, at, limit, context);
  if (read3.state === "missing") {
    return [
      failed({
        code: "DOCUMENT-NO-DATE",
        problem: `\`${path2}\` does not say when it was last reviewed`,
        ...frontMatterFix(`${FIELD}: <YYYY-MM-DD>`, node2 !== null),
        at,
        item: path2
      })
    ];
  }
  return [
    failed({
      code: "DOCUMENT-DATE-FORM",
      problem: `\`${FIELD}\` of \`${path2}\` is \`${textOf2(node2)}\`, not a day as 2026-09-10`,
      ...pastingOneOf("write", read3.readings, (day2) => `${FIELD}: ${day2}`),
      at,
      item: path2
    })
  ];
}
function judgeDay(facts, target, day2, at, limit, { time: time3 }) {
  const { path: path2 } = target;
  if (time3.isAhead(day2)) {
    return [
      failed({
        code: "DOCUMENT-FUTURE",
        problem: `\`${path2}\` claims a review on ${day2}, which lies ahead`,
        remedy: "write the day on which it was reviewed",
        at,
        item: path2
      })
    ];
  }
  const isOld = time3.isOlder(day2, limit);
  if (isOld || time3.isOlder(day2, limit * SOON)) {
    const said = `\`${path2}\` was last reviewed on ${day2}, ${time3.daysSince(day2)} days ago`;
    const fix = pasting("review it, then write the day:", `${FIELD}: <YYYY-MM-DD>`);
    return [aged(said, isOld, limit, at, path2, fix)];
  }
  return judgeMove(facts, target, day2, at);
}
function aged(said, isOld, limit, at, path2, fix) {
  const problem = `${said}; the limit is ${formatDuration(limit)}`;
  return isOld ? failed({ code: "DOCUMENT-OUTDATED", problem, ...fix, at, item: path2 }) : warned({ code: "DOCUMENT-AGEING", problem, ...fix, at, item: path2 });
}
function judgeMove(facts, { path: path2, file: file2, document: document2 }, day2, at) {
  const base = facts.read("file", { path: path2, revision: "base" });
  if (base?.state !== "file" || base.file.blob === file2.blob) return [];
  const before = parseDocument(base.file);
  if (before.state === "error") return [];
  const then = withoutDate(before.document, base.file);
  const now = withoutDate(document2, file2);
  if (then === null || then.said === day2 || then.rest !== now?.rest) return [];
  return [
    warned({
      code: "DOCUMENT-ONLY-DATE",
      problem: `\`${FIELD}\` of \`${path2}\` moved from ${then.said} to ${day2}, and nothing else changed`,
      remedy: "say in the pull request who reviewed it and that nothing had to change",
      at,
      item: path2
    })
  ];
}
function withoutDate({ frontMatter }, { text: text4 }) {
  if (frontMatter.state !== "present") return null;
  const node2 = valueAt(frontMatter.root, FIELD);
  if (node2 === null) return null;
  const lines = text4.split(/\r\n|\n|\r/);
  return { said: textOf2(node2), rest: lines.toSpliced(node2.at.line - 1, 1).join("\n") };
}
function textOf2(node2) {
  const value2 = node2?.value ?? "";
  return typeof value2 === "object" ? "" : String(value2);
}

// src/evidence/anchors.ts
var KEPT4 = /* @__PURE__ */ new WeakMap();
function anchorsOf(document2) {
  const kept = KEPT4.get(document2);
  if (kept !== void 0) return kept;
  const slugger = new BananaSlug();
  const [, ...sections] = document2.sections;
  const anchors = new Set(sections.map(({ heading }) => slugger.slug(heading)));
  KEPT4.set(document2, anchors);
  return anchors;
}

// src/rules/document/judge-links.ts
function judgeLinks(facts, target, areas) {
  const links = new Set(areas.flatMap((area) => linksIn(target.document, area)));
  return [...links].flatMap((link) => {
    const problem = whyDead(facts, target, link);
    if (problem === null) return [];
    return [
      failed({
        code: "DOCUMENT-DEAD-LINK",
        problem,
        remedy: "correct the link, or add what it leads to; upper and lower case count",
        at: placeIn(target.path, link.at),
        item: link.target
      })
    ];
  });
}
function whyDead(facts, target, link) {
  if (link.target.startsWith("#")) {
    return hasAnchor(target.file, target.path, decoded2(link.target.slice(1))) ? null : `\`${link.target}\` leads to a heading that this document does not have`;
  }
  const reference2 = parseReference(link.target, link.text);
  if (reference2.kind === "refused") return `\`${link.target}\`: ${reference2.why}`;
  if (reference2.kind !== "path") return null;
  const path2 = resolvePath(target.path, reference2.path);
  if (path2 === null) return `\`${link.target}\` leads out of the repository`;
  if (path2 === "") return null;
  const fact = path2 === target.path ? { state: "file", file: target.file } : facts.read("file", { path: path2, revision: "evidence" });
  if (fact === null) return null;
  if (fact.state === "absent" || fact.state === "outside") {
    return `\`${link.target}\` leads to \`${path2}\`, which does not exist`;
  }
  const { fragment } = reference2;
  if (fact.state !== "file" || fragment === null || fragment === "") return null;
  return hasAnchor(fact.file, path2, decoded2(fragment)) ? null : `\`${link.target}\` leads to a heading that \`${path2}\` does not have`;
}
var MARKDOWN = /\.(?:md|markdown)$/i;
var LINES = /^L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?$/;
function hasAnchor(file2, path2, fragment) {
  if (!MARKDOWN.test(path2) || fragment === "" || LINES.test(fragment)) return true;
  const parsed2 = parseDocument(file2);
  if (parsed2.state === "error") return true;
  const wanted2 = fragment.toLowerCase();
  return anchorsOf(parsed2.document).has(wanted2) || // Anchors written as HTML are no part of the parsed document.
  ["id", "name"].some((attribute) => file2.text.includes(`${attribute}="${fragment}"`));
}
function decoded2(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

// src/text/glob.ts
var LONGEST = 512;
var MOST_ALTERNATIVES = 32;
function globProblem(glob2) {
  if (glob2.length > LONGEST) return no(`longer than ${LONGEST} characters`);
  if (glob2.startsWith("!")) {
    return no("a glob cannot be negated", "list what is meant; a real `!` is written `\\!`");
  }
  const parts = read(glob2);
  if (typeof parts === "string") return no(parts, "a `\\` before a character takes it as it is");
  if (parts.alternatives > MOST_ALTERNATIVES) {
    return no(`more than ${MOST_ALTERNATIVES} alternatives in braces`, "list several globs");
  }
  return slashes(glob2) ?? wildcards(parts.plain);
}
function no(message, help = null) {
  return { message, help };
}
function slashes(glob2) {
  if (glob2.startsWith("/") || glob2.startsWith("./")) {
    return no("begins with `/` or `./`", `write \`${glob2.replace(/^\.?\/+/, "")}\``);
  }
  if (glob2.endsWith("/")) return no("ends with `/` and so matches nothing", `write \`${glob2}**\``);
  const segments = glob2.split("/");
  if (segments.includes("..") || segments.includes(".")) return no("a part is `.` or `..`");
  return segments.includes("") ? no("has two `/` in a row") : null;
}
function wildcards(plain2) {
  const segments = plain2.split("/");
  const deep = segments.filter((segment) => segment === "**").length;
  const stars = segments.filter((segment) => segment !== "**").map((segment) => Math.max(0, segment.split(/\*+/).length - 2));
  const extra = stars.reduce((a, b) => a + b, 0);
  if (deep <= 2 && extra <= 2 && deep + extra <= 3) return null;
  return no(
    "has too many wildcards",
    "use at most two `**`, and few `*` between two slashes; list several globs instead"
  );
}
function read(glob2) {
  let plain2 = "";
  let alternatives2 = 1;
  const commas = [];
  for (let index = 0; index < glob2.length; index += 1) {
    const character = glob2[index] ?? "";
    if (character === "\\") {
      if (index + 1 === glob2.length) return "ends with `\\`";
      index += 1;
      plain2 += "x";
      continue;
    }
    if (character === "(" || character === ")") {
      return `\`${character}\` is not part of globs`;
    }
    if (character === "[") {
      const end = glob2.indexOf("]", index + 2);
      if (end === -1) return "`[` is not closed";
      plain2 += "x";
      index = end;
      continue;
    }
    if (character === "{") commas.push(1);
    if (character === "," && commas.length > 0) commas.push((commas.pop() ?? 0) + 1);
    if (character === "}" && commas.length > 0) alternatives2 *= commas.pop() ?? 1;
    if (character === "." && commas.length > 0 && glob2[index + 1] === ".") {
      return "ranges such as `{1..3}` are not part of globs";
    }
    plain2 += character;
  }
  return commas.length > 0 ? "`{` is not closed" : { plain: plain2, alternatives: alternatives2 };
}

// src/rules/settings/path-setting.ts
function pathSetting(description) {
  return external_exports.string().trim().min(1).max(512).refine(
    (path2) => !/^\/|\\|(?:^|\/)\.\.(?:\/|$)/.test(path2),
    "not a path of the repository; write it from the root, without a `/` before it"
  ).describe(description);
}
function globSetting(description) {
  return external_exports.string().trim().min(1).superRefine((glob2, context) => {
    const problem = globProblem(glob2);
    if (problem === null) return;
    context.addIssue({
      code: "custom",
      message: `not a glob: ${problem.message}`,
      params: { code: "invalid-format", help: problem.help }
    });
  }).describe(description);
}

// src/rules/document/options.ts
var text = external_exports.string().trim().min(1);
var words = external_exports.number().int().min(1);
var section = external_exports.strictObject({
  heading: text.describe("Heading of the section, at any depth."),
  aliases: external_exports.array(text).default([]).describe("Other headings it may have."),
  min_words: words.default(1).describe("Words it must have, headings and comments not counted.")
});
var documentOptions = external_exports.strictObject({
  path: pathSetting(
    "The markdown file, with `{service}` and `{path}` filled in. Without `path` and `glob` it is the gate's section of the readiness document."
  ).optional(),
  glob: globSetting("Markdown files, each of which must hold; at least one must exist.").optional(),
  heading: text.optional().describe(
    "Without `path`: heading of the section of the readiness document; goes before the gate's."
  ),
  sections: external_exports.array(external_exports.union([text, section])).default([]).describe("Sections that must be there and be filled, by heading or as a map that says more."),
  each_heading: external_exports.strictObject({
    under: text.describe("Heading whose direct sub-headings are meant."),
    min_words: words.default(1).describe("Words each of them must have.")
  }).optional().describe("Every sub-heading of a section must be filled, and there must be one."),
  min_words: words.default(1).describe("Words the whole must have."),
  max_words: words.optional().describe("Words the whole may have at most."),
  age_from: external_exports.enum(["last_reviewed", "git"]).default("last_reviewed").describe(
    "What `max_age` is measured from: `last_reviewed` of the front matter, or the last change of the file."
  ),
  forbid: external_exports.array(text).default([]).describe("Words and phrases that may not stand in the text."),
  links_resolve: external_exports.boolean().default(false).describe("Whether every relative link must lead to a file, and its anchor to a heading."),
  diagram: external_exports.boolean().default(false).describe("Whether there must be a diagram: a Mermaid fence or an image.")
});
function sectionDemand(entry) {
  return typeof entry === "string" ? { heading: entry, aliases: [], min_words: 1 } : entry;
}

// src/rules/document/judge-sections.ts
function judgeSections(target, options2) {
  const findings = [];
  const found2 = [];
  for (const demand of options2.sections.map(sectionDemand)) {
    const section3 = findOne(target, [demand.heading, ...demand.aliases]);
    if ("code" in section3) {
      findings.push(section3);
      continue;
    }
    found2.push(section3);
    findings.push(...judgeWords(target, section3, demand.min_words));
  }
  const told = new Set(findings.map(({ code, at }) => `${code} ${at?.line}`));
  const others = judgeEach(target, options2).filter(
    ({ code, at }) => code === "DOCUMENT-NO-HEADINGS" || !told.has(`${code} ${at?.line}`)
  );
  return { findings: [...findings, ...others], found: found2 };
}
function judgeEach(target, { each_heading }) {
  if (each_heading === void 0) return [];
  const { under, min_words } = each_heading;
  const around = findOne(target, [under]);
  if ("code" in around) return [around];
  const parts = target.document.sections.filter(({ parent }) => parent === around.index);
  if (parts.length > 0) return parts.flatMap((part) => judgeWords(target, part, min_words));
  return [
    failed({
      code: "DOCUMENT-NO-HEADINGS",
      problem: `the section \`${around.heading}\` has no sub-headings`,
      ...pasting(
        "add one for each case:",
        `${"#".repeat(Math.min(6, around.depth + 1))} <name of the case>`
      ),
      at: placeIn(target.path, around.at),
      item: under
    })
  ];
}
function findOne(target, names2) {
  const { document: document2, path: path2, scope, isLoose } = target;
  const root = document2.sections[0] ?? scope;
  const inScope = sectionsNamed(document2, [...names2], scope);
  const sections = inScope.length === 0 && isLoose ? sectionsNamed(document2, [...names2], root) : inScope;
  const [section3, second] = sections;
  const [name4 = ""] = names2;
  if (section3 === void 0) {
    const inside2 = sectionsIn(target).map(({ heading }) => heading);
    return sectionMissing(path2, name4, inside2, scope);
  }
  if (second === void 0) return section3;
  const lines = sections.map(({ at }) => at.line).join(", ");
  return failed({
    code: "SECTION-AMBIGUOUS",
    problem: `${sections.length} headings fit \`${name4}\`: lines ${lines}`,
    remedy: "rename all but one",
    at: placeIn(path2, second.at),
    item: name4
  });
}
function sectionsIn({ document: document2, scope }) {
  return document2.sections.filter(
    ({ index, at }) => index > scope.index && at.line < scope.endLine
  );
}
function judgeWords({ document: document2, path: path2 }, section3, least) {
  const words2 = countWords(textOf(document2, section3));
  if (words2 >= least) return [];
  return [
    failed({
      code: "DOCUMENT-SHORT",
      problem: words2 === 0 ? `the section \`${section3.heading}\` is empty` : `the section \`${section3.heading}\` has ${words2} of the ${least} words it needs`,
      remedy: "write what a reader needs to know there",
      at: placeIn(path2, section3.at),
      item: section3.heading
    })
  ];
}

// src/rules/document/judge-text.ts
function judgeText(target, areas, options2) {
  const blocks = [...new Set(areas.flatMap((area) => blocksIn(target.document, area)))];
  return [
    ...judgeLength(target, options2),
    ...judgePlaceholders(target, blocks),
    ...judgeForbidden(target, blocks, options2.forbid)
  ];
}
function judgeLength({ document: document2, path: path2, scope }, { min_words, max_words }) {
  const words2 = countWords(textOf(document2, scope));
  const at = placeIn(path2, scope.at);
  const what = scope.depth === 0 ? `\`${path2}\`` : `the section \`${scope.heading}\``;
  if (words2 < min_words) {
    return [
      failed({
        code: "DOCUMENT-SHORT",
        problem: words2 === 0 ? `${what} has no text` : `${what} has ${words2} of the ${min_words} words it needs`,
        remedy: "write what a reader needs to know there",
        at,
        item: path2
      })
    ];
  }
  if (max_words === void 0 || words2 <= max_words) return [];
  return [
    failed({
      code: "DOCUMENT-LONG",
      problem: `${what} has ${words2} words; ${max_words} is the most`,
      remedy: `shorten it by ${words2 - max_words} words`,
      at,
      item: path2
    })
  ];
}
function judgePlaceholders({ path: path2, document: document2 }, blocks) {
  const unfilled = /* @__PURE__ */ new Map();
  const said = /* @__PURE__ */ new Set();
  for (const block of blocks) {
    if (block.kind === "code") continue;
    if (block.kind !== "heading") said.add(block.section);
    const placeholder2 = placeholderIn(block);
    if (placeholder2 === null || unfilled.has(block.section)) continue;
    unfilled.set(block.section, { placeholder: placeholder2, block });
  }
  const [first] = unfilled.values();
  if (first === void 0) return [];
  if (said.size > 1 && [...said].every((section3) => unfilled.has(section3))) {
    return [
      failed({
        code: "DOCUMENT-TEMPLATE",
        problem: `\`${path2}\` is still the template: each of its ${said.size} sections holds a placeholder`,
        remedy: `fill it in, from \`${first.placeholder}\` on`,
        at: placeIn(path2, first.block.at),
        item: path2
      })
    ];
  }
  return [...unfilled.values()].map(
    ({ placeholder: placeholder2, block }) => failed({
      code: "DOCUMENT-PLACEHOLDER",
      problem: `\`${placeholder2}\` was not replaced`,
      remedy: "write what is meant there",
      at: placeIn(path2, block.at),
      item: document2.sections[block.section]?.heading || path2
    })
  );
}
function placeholderIn({ kind, text: text4 }) {
  const isLeft = (kind === "paragraph" || kind === "item") && isUnwritten(text4);
  return findPlaceholder(text4) ?? (isLeft ? text4.trim() : null);
}
function judgeForbidden({ path: path2 }, blocks, forbidden) {
  if (forbidden.length === 0) return [];
  const texts = blocks.map((block) => ({ block, key: keyOf(block.text) }));
  return forbidden.flatMap((phrase) => {
    const key = keyOf(phrase);
    const hit = texts.find((text4) => hasPhrase(text4.key, key));
    if (hit === void 0) return [];
    return [
      failed({
        code: "DOCUMENT-FORBIDDEN",
        problem: `\`${phrase}\` stands in the text, which the policy forbids`,
        remedy: "settle what it stands for and take it out",
        at: placeIn(path2, hit.block.at),
        item: phrase
      })
    ];
  });
}
var WORD = /[\p{L}\p{N}_]/u;
function hasPhrase(text4, phrase) {
  for (let at = text4.indexOf(phrase); at >= 0; at = text4.indexOf(phrase, at + 1)) {
    const before = text4[at - 1] ?? " ";
    const after = text4[at + phrase.length] ?? " ";
    const opens = WORD.test(before) && WORD.test(phrase[0] ?? "");
    const closes = WORD.test(after) && WORD.test(phrase.at(-1) ?? "");
    if (!opens && !closes) return true;
  }
  return false;
}

// src/rules/document/targets.ts
function targetsOf(facts, options2, context) {
  const { path: path2, glob: glob2 } = options2;
  if (path2 === void 0 && glob2 === void 0) return readinessTarget(facts, options2, context);
  const named3 = path2 === void 0 ? [] : [fileTarget(facts, fillIn(path2, context.service))];
  const matched = glob2 === void 0 ? [] : globTargets(facts, fillInGlob(glob2, context.service));
  return join([...named3, ...matched]);
}
function readinessTarget(facts, { heading }, context) {
  const read3 = readReadiness(facts, context);
  if (read3 === null) return NONE2;
  if (isRefused(read3)) return { targets: [], findings: read3.findings };
  const bound = gateSection(read3.document, read3.path, context, heading ?? null);
  if (isRefused(bound)) return { targets: [], findings: bound.findings };
  const scope = bound.section ?? read3.document.sections[0];
  if (scope === void 0) return NONE2;
  const isLoose = (heading ?? context.gate.heading) === null;
  return { targets: [{ ...read3, scope, isLoose, isReadiness: true }], findings: [] };
}
function fileTarget(facts, path2) {
  const read3 = readMarkdown(facts, path2);
  if (read3 === null) return NONE2;
  if (isRefused(read3)) return { targets: [], findings: read3.findings };
  const scope = read3.document.sections[0];
  if (scope === void 0) return NONE2;
  return { targets: [{ ...read3, scope, isLoose: false, isReadiness: false }], findings: [] };
}
function globTargets(facts, glob2) {
  const entries = facts.read("files", { glob: glob2, revision: "evidence" });
  if (entries === null) return [];
  if (entries.length > 0) return entries.map(({ path: path2 }) => fileTarget(facts, path2));
  const none2 = failed({
    code: "DOCUMENT-NONE",
    problem: `no file matches \`${glob2}\``,
    remedy: `create one, such as \`${glob2.replaceAll(/\*+/g, "<name>")}\`, and fill it in`,
    at: topOf(glob2),
    item: glob2
  });
  return [{ targets: [], findings: [none2] }];
}
var NONE2 = { targets: [], findings: [] };
function join(all) {
  return {
    targets: all.flatMap(({ targets }) => targets),
    findings: all.flatMap(({ findings }) => findings)
  };
}

// src/rules/document.ts
var document = defineRule({
  type: "document",
  meta: {
    holdsWhen: "the file exists, its sections are filled, it is fresh and not the template",
    why: "A runbook that is empty, out of date or still the template fails the person who opens it in the night.",
    ages: "`last_reviewed` in the front matter, or with `age_from: git` the last change of the file"
  },
  options: documentOptions,
  reads: ["file", "files", "history"],
  codes: DOCUMENT_CODES,
  evaluate(facts, options2, context) {
    const { targets, findings } = targetsOf(facts, options2, context);
    return [...findings, ...targets.flatMap((target) => judge2(facts, target, options2, context))];
  }
});
function judge2(facts, target, options2, context) {
  const sections = judgeSections(target, options2);
  const areas = target.isReadiness && options2.sections.length > 0 ? sections.found : [target.scope];
  return [
    ...withoutEchoes([...sections.findings, ...judgeText(target, areas, options2)]),
    ...options2.links_resolve ? judgeLinks(facts, target, areas) : [],
    ...options2.diagram ? judgeDiagram(target, areas) : [],
    ...judgeAge4(facts, target, options2, context)
  ];
}
function withoutEchoes(findings) {
  const isTemplate = findings.some(({ code }) => code === "DOCUMENT-TEMPLATE");
  const unfilled = new Set(
    findings.filter(({ code }) => code === "DOCUMENT-PLACEHOLDER").map(({ item: item2 }) => item2)
  );
  return findings.filter(
    ({ code, item: item2 }) => code !== "DOCUMENT-SHORT" || !(isTemplate || unfilled.has(item2))
  );
}
function judgeDiagram({ document: document2, path: path2, scope }, areas) {
  const isThere = document2.diagrams.some(
    ({ line }) => areas.some(({ depth, at, endLine }) => depth === 0 || line >= at.line && line < endLine)
  );
  if (isThere) return [];
  return [
    failed({
      code: "DOCUMENT-NO-DIAGRAM",
      problem: `\`${path2}\` has no diagram${scope.depth === 0 ? "" : ` under \`${scope.heading}\``}`,
      remedy: "draw one in a `mermaid` fence, or add a picture as `![<what it shows>](<path>)`",
      at: placeIn(path2, scope.at),
      item: path2
    })
  ];
}

// src/rules/issues.ts
var LISTED = 10;
var TITLE_LENGTH = 80;
var issues = defineRule({
  type: "issues",
  meta: {
    holdsWhen: "no more than the allowed number of open issues carry one of the labels",
    why: "A launch blocker that is known and open is a reason not to launch, whoever opened it and wherever it is discussed.",
    ages: null
  },
  options: external_exports.strictObject({
    labels: external_exports.array(external_exports.string().trim().min(1)).min(1).refine(
      (labels) => new Set(labels.map((label) => label.toLowerCase())).size === labels.length,
      "one label stands twice; GitHub does not tell labels apart by case"
    ).describe("Labels that block. An open issue that carries any of them counts"),
    max_open: external_exports.number().int().min(0).default(0).describe("How many such issues may be open without the rule failing")
  }),
  reads: ["issues"],
  codes: {
    "ISSUES-OPEN": "More issues with such a label are open than allowed",
    "ISSUES-UNKNOWN-LABEL": "The repository has no such label, so nothing could carry it"
  },
  evaluate(facts, { labels, max_open }) {
    const fact = facts.read("issues", { labels });
    if (fact === null) return [];
    const unknown2 = fact.unknownLabels.map(
      (label) => errored({
        code: "ISSUES-UNKNOWN-LABEL",
        problem: `the repository has no label \`${label}\``,
        remedy: `create the label \`${label}\` in the repository, or mend its name in the policy`,
        item: label
      })
    );
    if (fact.open.length <= max_open) return unknown2;
    return [...unknown2, tooMany(fact.open, labels, max_open)];
  }
});
function tooMany(open2, labels, allowed) {
  const count = open2.length === 1 ? "1 issue is" : `${open2.length} issues are`;
  const limit = allowed === 0 ? "none may be" : `at most ${allowed} may be`;
  const sorted = [...open2].sort((a, b) => a.number - b.number);
  const listed = sorted.slice(0, LISTED).map(({ number: number4, title }) => `#${number4} ${cut(title)}`);
  const rest = open2.length > LISTED ? `; and ${open2.length - LISTED} more` : "";
  return failed({
    code: "ISSUES-OPEN",
    problem: `${count} open where ${limit} (\`${queryFor(labels)}\`): ${listed.join("; ")}${rest}`,
    remedy: open2.length - allowed === 1 ? "close it once it is solved, or take the label off if it does not block" : `close ${allowed === 0 ? "them" : `${open2.length - allowed} of them`} once they are solved, or take the label off those that do not block`,
    item: [...labels].sort().join(", ")
  });
}
function queryFor(labels) {
  return `is:issue is:open label:${labels.map((label) => `"${label}"`).join(",")}`;
}
function cut(title) {
  const characters = [...title];
  return characters.length <= TITLE_LENGTH ? title : `${characters.slice(0, TITLE_LENGTH - 1).join("")}\u2026`;
}

// src/rules/metrics/codes.ts
var METRICS_CODES = {
  "METRICS-EMPTY": "The table or file names no KPI",
  "METRICS-MISSING": "A required KPI has no row",
  "METRICS-DELETED": "A KPI of the base branch has no row any more",
  "METRICS-DUPLICATE": "Two rows are about one KPI",
  "METRICS-UNNAMED": "A row with values does not say which KPI it is about",
  "METRICS-LAYER-MISSING": "No KPI measures a required layer",
  "METRICS-CELL-MISSING": "A level or another required cell is empty",
  "METRICS-NO-ACTUAL": "The KPI has not been measured",
  "METRICS-NOT-A-NUMBER": "A cell that must hold a number with its unit holds something else",
  "METRICS-COMPARATOR": "An actual, baseline or sample has a comparator",
  "METRICS-NO-DIRECTION": "No level says whether more or less is better",
  "METRICS-DIRECTION": "One level asks for more and another for less",
  "METRICS-UNITS": "Levels, baseline and actual are in different units",
  "METRICS-ORDER": "The levels are not in order from minimum to stretch",
  "METRICS-BELOW-MINIMUM": "The actual is worse than the minimum",
  "METRICS-BELOW-TARGET": "The actual lies between minimum and target",
  "METRICS-REGRESSION": "The actual is worse than the baseline by more than the tolerance",
  "METRICS-SAMPLE": "The sample is smaller than required",
  "METRICS-STALE": "The measurement is older than `max_age`",
  "METRICS-FUTURE": "The measurement is dated after today",
  "METRICS-NOT-A-DATE": "The date of the measurement is not an ISO date",
  "METRICS-LOOSENED": "A level looser than on the base branch counts as the base branch's",
  "METRICS-OVERRULED": "The policy's level counts instead of the document's"
};

// src/rules/metrics/columns.ts
var KPI_COLUMNS = {
  KPI: ["KPI", "Metric", "Measure", "Indicator", "Name"],
  Layer: ["Layer", "Category", "KPI layer"],
  Baseline: ["Baseline", "Baseline value", "Pilot", "Before"],
  Minimum: ["Minimum", "Min", "Floor", "Minimum viable", "Threshold"],
  Target: ["Target", "Goal", "Expected", "Success target"],
  Stretch: ["Stretch", "Stretch goal", "Aspirational"],
  Actual: ["Actual", "Current", "Actual value", "Measured value", "Result", "Value"],
  Measured: ["Measured", "Measured on", "Measured at", "Date", "As of", "Tested"],
  n: ["n", "Sample", "Sample size", "Samples", "Count"],
  Action: ["Action if below", "Action", "Action if missed", "Action if worse", "Response"],
  Alert: ["Alert", "Alert rule", "Alerting", "Alert link"]
};
var LEVELS2 = ["minimum", "target", "stretch"];
var LEVEL_COLUMNS = {
  minimum: "Minimum",
  target: "Target",
  stretch: "Stretch"
};
var FILLABLE_COLUMNS = {
  layer: "Layer",
  baseline: "Baseline",
  measured: "Measured",
  sample: "n",
  action: "Action",
  alert: "Alert"
};

// src/rules/metrics/bound.ts
var DIRECTIONS = {
  ">=": "higher",
  ">": "higher",
  "<=": "lower",
  "<": "lower",
  "=": "exact"
};
function directionOf(bound) {
  return bound.comparator === null ? null : DIRECTIONS[bound.comparator];
}
function stated(text4) {
  return { text: text4, quantity: parseQuantity(text4) };
}
function boundOf({ text: text4, quantity }, from, at) {
  if (quantity.state !== "quantity") return null;
  const { comparator, number: number4, unit } = quantity;
  return { comparator, number: number4, unit, text: text4, from, at };
}
function isWorse(number4, bound, direction) {
  if (direction === "exact") return number4 !== bound.number;
  const isStrict = bound.comparator === ">" || bound.comparator === "<";
  if (number4 === bound.number) return isStrict;
  return direction === "higher" ? number4 < bound.number : number4 > bound.number;
}
function isLooser(bound, than, direction) {
  if (bound.number !== than.number) return isWorse(bound.number, than, direction);
  return isStrictly(than) && !isStrictly(bound);
}
function isStrictly(bound) {
  return bound.comparator === ">" || bound.comparator === "<";
}

// src/rules/metrics/cell-findings.ts
function notANumber(kpi, what, text4, at) {
  return failed({
    code: "METRICS-NOT-A-NUMBER",
    problem: `the ${what} of \`${kpi}\` is \`${text4}\`, not one number with its unit`,
    remedy: "write ASCII digits, a decimal point and the unit, as in `<number> %`; remarks belong elsewhere",
    at,
    item: `${kpi} ${what}`
  });
}
function withComparator(kpi, what, text4, at) {
  return failed({
    code: "METRICS-COMPARATOR",
    problem: `the ${what} of \`${kpi}\` is \`${text4}\`; only levels have a comparator`,
    remedy: `write the number that was measured, as in \`<number> <unit>\``,
    at,
    item: `${kpi} ${what}`
  });
}

// src/rules/metrics/kpi-question.ts
function placeOf2({ path: path2, row: row2 }, column2) {
  return placeIn(path2, row2.cells.get(column2)?.at ?? row2.at);
}
function whose(from) {
  if (from === "policy") return " (set in the policy)";
  return from === "base" ? " (as on the base branch)" : "";
}

// src/rules/metrics/levels.ts
var BOUNDS = [...LEVELS2, "baseline"];
var BOUND_COLUMNS = {
  ...LEVEL_COLUMNS,
  baseline: "Baseline"
};
function levelsOf(question) {
  const { row: row2, set: set2 } = question;
  const policy = boundsOf(
    (name4) => settingOf(set2, name4),
    "policy",
    () => row2.at
  );
  const document2 = boundsOf(
    (name4) => cellOf(row2, name4),
    "document",
    (name4) => atOf(row2, name4)
  );
  const bases = question.base.map(
    (old) => boundsOf(
      (name4) => cellOf(old, name4),
      "base",
      (name4) => atOf(row2, name4)
    )
  ).map((bounds2) => fitting(bounds2, policy));
  const direction = firstDirection(policy) ?? bases.map(firstDirection).find(isDirection) ?? firstDirection(document2);
  const bounds = {};
  const notes = [];
  for (const name4 of BOUNDS) {
    const here = document2[name4] ?? null;
    const ruled = policy[name4];
    if (ruled !== void 0) {
      bounds[name4] = ruled;
      if (here !== null && !isSame(here, ruled)) notes.push(overruled(question, name4, here, ruled));
      continue;
    }
    let counting = here;
    for (const base of bases) counting = stricter(counting, base[name4] ?? null, direction);
    if (counting === null) continue;
    bounds[name4] = counting;
    if (counting.from === "base") notes.push(loosened(question, name4, counting));
  }
  return { direction, bounds, notes };
}
function boundsOf(textOf6, from, at) {
  const bounds = {};
  for (const name4 of BOUNDS) {
    const text4 = textOf6(name4);
    const bound = text4 === null ? null : boundOf(text4, from, at(name4));
    if (bound !== null) bounds[name4] = bound;
  }
  return bounds;
}
function settingOf(set2, name4) {
  const text4 = set2[name4];
  return text4 === void 0 ? null : stated(text4);
}
function cellOf(row2, name4) {
  const cell = row2.cells.get(BOUND_COLUMNS[name4]);
  return cell === void 0 ? null : stated(cell.text);
}
function atOf(row2, name4) {
  return row2.cells.get(BOUND_COLUMNS[name4])?.at ?? row2.at;
}
function fitting(base, policy) {
  const ruled = BOUNDS.map((name4) => policy[name4]).find((bound) => bound !== void 0);
  if (ruled === void 0) return base;
  const direction = firstDirection(policy);
  const fits2 = {};
  for (const name4 of BOUNDS) {
    const bound = base[name4];
    if (bound === void 0 || bound.unit !== ruled.unit) continue;
    if (direction !== null && (directionOf(bound) ?? direction) !== direction) continue;
    fits2[name4] = bound;
  }
  return fits2;
}
function firstDirection(bounds) {
  return LEVELS2.map((name4) => bounds[name4]).map((bound) => bound === void 0 ? null : directionOf(bound)).find(isDirection) ?? null;
}
function isDirection(direction) {
  return direction !== null;
}
function stricter(here, base, direction) {
  if (base === null || (directionOf(base) ?? direction) !== direction) return here;
  if (here === null || here.unit !== base.unit) return base;
  if ((directionOf(here) ?? direction) !== direction) return base;
  if (direction === null) return isSame(here, base) ? here : base;
  return isLooser(here, base, direction) ? base : here;
}
function isSame(a, b) {
  return a.number === b.number && a.unit === b.unit && (a.comparator ?? b.comparator) === (b.comparator ?? a.comparator);
}
function loosened({ kpi, path: path2, row: row2 }, name4, base) {
  const cell = row2.cells.get(BOUND_COLUMNS[name4]);
  const now = cell === void 0 || cell.text === "" ? "gone" : `\`${cell.text}\``;
  return noted({
    code: "METRICS-LOOSENED",
    problem: `the ${name4} of \`${kpi}\` is \`${base.text}\` on the base branch and ${now} here; the base branch's counts`,
    remedy: "put it back, or have the policy set the level this KPI is held to",
    at: placeIn(path2, base.at),
    item: `${kpi} ${name4}`
  });
}
function overruled(question, name4, here, ruled) {
  return noted({
    code: "METRICS-OVERRULED",
    problem: `the ${name4} of \`${question.kpi}\` is \`${here.text}\` here and \`${ruled.text}\` in the policy; the policy's counts`,
    remedy: "write the policy's level, so that readers see what counts",
    at: placeIn(question.path, here.at),
    item: `${question.kpi} ${name4}`
  });
}

// src/rules/metrics/contradictions.ts
function contradictions(question, levels, actual) {
  return [
    ...directionFindings(question, levels),
    ...unitFindings(question, levels, actual),
    ...orderFindings(question, levels)
  ];
}
function directionFindings({ kpi, path: path2, row: row2, options: options2 }, { bounds, direction }) {
  const levels = LEVELS2.filter((name4) => bounds[name4] !== void 0);
  if (direction === null) {
    const isTold = options2.no_regression === void 0 || options2.levels.length > 0;
    if (levels.length === 0 && isTold) return [];
    const [first] = levels;
    return [
      errored({
        code: "METRICS-NO-DIRECTION",
        problem: `no level of \`${kpi}\` says whether more or less is better`,
        remedy: "begin a level with its comparator: `>= <number>` or `<= <number>`",
        at: placeIn(path2, (first === void 0 ? void 0 : bounds[first]?.at) ?? row2.at),
        item: kpi
      })
    ];
  }
  return levels.flatMap((name4) => {
    const bound = bounds[name4];
    if (bound === void 0 || (directionOf(bound) ?? direction) === direction) return [];
    return [
      errored({
        code: "METRICS-DIRECTION",
        problem: `the ${name4} of \`${kpi}\` is \`${bound.text}\`${whose(bound.from)}, while ${WANTS[direction]} by its other levels`,
        remedy: "give all levels of a KPI the same comparator",
        at: placeIn(path2, bound.at),
        item: `${kpi} ${name4}`
      })
    ];
  });
}
var WANTS = {
  higher: "more is better",
  lower: "less is better",
  exact: "one exact number is asked for"
};
function unitFindings(question, { bounds }, actual) {
  const { kpi, path: path2 } = question;
  const stated2 = BOUNDS.flatMap((name4) => {
    const bound = bounds[name4];
    return bound === void 0 ? [] : [{ name: name4, bound }];
  });
  const [reference2] = stated2;
  if (reference2 === void 0) return [];
  const others = stated2.slice(1).map(({ name: name4, bound }) => ({
    name: name4,
    unit: bound.unit,
    text: bound.text,
    at: placeIn(path2, bound.at)
  }));
  if (actual.quantity.state === "quantity") {
    const { unit } = actual.quantity;
    others.push({ name: "actual", unit, text: actual.text, at: placeOf2(question, "Actual") });
  }
  return others.filter(({ unit }) => unit !== reference2.bound.unit).map(
    ({ name: name4, text: text4, at }) => errored({
      code: "METRICS-UNITS",
      problem: `the ${name4} of \`${kpi}\` is \`${text4}\` and its ${reference2.name} \`${reference2.bound.text}\`${whose(reference2.bound.from)}: the units differ`,
      remedy: "write both in the same unit",
      at,
      item: `${kpi} ${name4}`
    })
  );
}
function orderFindings({ kpi, path: path2 }, { bounds, direction }) {
  if (direction === null) return [];
  const findings = [];
  let lower = null;
  for (const name4 of LEVELS2) {
    const bound = bounds[name4];
    if (bound === void 0) continue;
    if (lower !== null && isOutOfOrder(lower.bound, bound, direction)) {
      findings.push(
        errored({
          code: "METRICS-ORDER",
          problem: `the ${name4} of \`${kpi}\`, \`${bound.text}\`${whose(bound.from)}, asks for less than its ${lower.name}, \`${lower.bound.text}\`${whose(lower.bound.from)}`,
          remedy: "put the levels in order: minimum, then target, then stretch",
          at: placeIn(path2, bound.at),
          item: `${kpi} ${name4}`
        })
      );
    }
    lower = { name: name4, bound };
  }
  return findings;
}
function isOutOfOrder(lower, upper, direction) {
  return lower.unit === upper.unit && isWorse(upper.number, { ...lower, comparator: null }, direction);
}

// src/rules/metrics/measurement.ts
function measurementFindings(question) {
  return [...ageFindings(question), ...sampleFindings(question)];
}
function ageFindings(question) {
  const { kpi, row: row2, context } = question;
  const { time: time3, maxAge } = context;
  const text4 = row2.cells.get("Measured")?.text ?? "";
  const read3 = readDate(text4);
  if (read3.state === "missing") return [];
  const at = placeOf2(question, "Measured");
  const item2 = kpi;
  if (read3.state === "other") {
    const meant = read3.readings.map((day2) => `\`${day2}\``).join(" or ");
    return [
      failed({
        code: "METRICS-NOT-A-DATE",
        problem: `\`${kpi}\` was measured on \`${text4}\`, which is not an ISO date`,
        remedy: meant === "" ? "write the day as `<YYYY-MM-DD>`" : `write ${meant}`,
        at,
        item: item2
      })
    ];
  }
  if (time3.isAhead(read3.date)) {
    return [
      failed({
        code: "METRICS-FUTURE",
        problem: `\`${kpi}\` was measured on ${read3.date}, which lies after today, ${time3.today}`,
        remedy: "write the day it was measured, as `<YYYY-MM-DD>`",
        at,
        item: item2
      })
    ];
  }
  if (maxAge === null || !time3.isOlder(read3.date, maxAge)) return [];
  return [
    failed({
      code: "METRICS-STALE",
      problem: `\`${kpi}\` was measured ${time3.daysSince(read3.date)} days ago, on ${read3.date}; the limit is ${formatDuration(maxAge)}`,
      remedy: "measure it again and write the new actual and its date, as `<YYYY-MM-DD>`",
      at,
      item: item2
    })
  ];
}
function sampleFindings(question) {
  const { kpi, row: row2, options: options2 } = question;
  const text4 = row2.cells.get("n")?.text ?? "";
  const quantity = parseQuantity(text4);
  const limit = options2.min_sample;
  if (limit === void 0 || quantity.state === "missing") return [];
  const at = placeOf2(question, "n");
  if (quantity.state === "invalid" || quantity.unit !== "") {
    return [notANumber(kpi, "sample", text4, at)];
  }
  if (quantity.comparator !== null) return [withComparator(kpi, "sample", text4, at)];
  if (quantity.number >= limit) return [];
  return [
    failed({
      code: "METRICS-SAMPLE",
      problem: `\`${kpi}\` was measured on a sample of ${text4}; at least ${limit} are required`,
      remedy: "measure it on a larger sample and write the new actual and `n`",
      at,
      item: kpi
    })
  ];
}

// src/rules/metrics/kpi-names.ts
function kpiNames(options2) {
  const names2 = /* @__PURE__ */ new Map();
  for (const [key, name4] of requiredNames(options2)) names2.set(key, name4);
  for (const kpi of Object.keys(options2.set)) {
    const key = keyOf(kpi);
    if (!names2.has(key)) names2.set(key, kpi);
  }
  return names2;
}
function nameClashes(options2) {
  const clashes = [];
  const seen = /* @__PURE__ */ new Map();
  for (const [key, name4, index] of requiredNames(options2)) {
    const first = seen.get(key);
    if (first !== void 0) {
      clashes.push({
        path: ["require", index],
        message: `a name of \`${name4}\` stands twice; it is one of \`${first}\` too`
      });
    }
    seen.set(key, name4);
  }
  const names2 = kpiNames(options2);
  const set2 = /* @__PURE__ */ new Set();
  for (const kpi of Object.keys(options2.set)) {
    const name4 = names2.get(keyOf(kpi)) ?? kpi;
    if (set2.has(name4)) {
      clashes.push({ path: ["set", kpi], message: `the levels of \`${name4}\` are set twice` });
    }
    set2.add(name4);
  }
  return clashes;
}
function requiredNames({ require: require2 }) {
  return require2.flatMap(
    (entry, index) => typeof entry === "string" ? [[keyOf(entry), entry, index]] : [entry.kpi, ...entry.aliases].map((name4) => [keyOf(name4), entry.kpi, index])
  );
}

// src/rules/metrics/options.ts
var name = external_exports.string().trim().min(1);
var level = external_exports.string().refine(
  (text4) => {
    const quantity = parseQuantity(text4);
    return quantity.state === "quantity" && quantity.comparator !== null;
  },
  { error: "a level is a comparator, a number and a unit, such as `>= 90 %` or `<= 300 ms`" }
).optional();
var baseline = external_exports.string().refine(
  (text4) => {
    const quantity = parseQuantity(text4);
    return quantity.state === "quantity" && quantity.comparator === null;
  },
  { error: "a baseline is a number and a unit without a comparator, such as `81 %`" }
).optional();
var TOLERANCE = /^(\d{1,3}(?:\.\d{1,6})?) ?(%|pp)$/;
var namedKpi = external_exports.strictObject({
  kpi: name.describe("Its name, as messages spell it"),
  aliases: external_exports.array(name).default([]).describe("Other names the document may use for it")
});
var metricsOptions = external_exports.strictObject({
  heading: name.optional().describe("Heading of the section that holds the table"),
  file: external_exports.string().regex(/\.(ya?ml|json|csv)$/i, "a file of KPIs ends in .yml, .yaml, .json or .csv").optional().describe("A YAML, JSON or CSV file instead of the table of the readiness document"),
  require: external_exports.array(external_exports.union([name, namedKpi])).default([]).describe(
    "KPIs that must be there. They alone are judged, with those of `set` and `require_layers`; without either list every row is"
  ),
  require_layers: external_exports.array(name).default([]).describe("Layers that must have a KPI each; all their KPIs are judged"),
  levels: external_exports.array(external_exports.enum(LEVELS2)).default(["minimum"]).describe("Levels every judged KPI must have"),
  set: external_exports.record(
    name,
    external_exports.strictObject({
      minimum: level.describe("Worse than this fails"),
      target: level.describe("Between minimum and this is `below_target`"),
      stretch: level.describe("Only its order is checked"),
      baseline: baseline.describe("What `no_regression` compares with")
    })
  ).default({}).describe("Levels by KPI that stand above those of the document"),
  below_target: external_exports.enum(["warn", "fail", "pass"]).default("warn").describe("What an actual between minimum and target means"),
  min_sample: external_exports.number().int().positive().optional().describe("The least sample size (`n`) that counts"),
  no_regression: external_exports.strictObject({
    tolerance: external_exports.string().regex(TOLERANCE, "a tolerance is `5 %` (of the baseline) or `2 pp` (percentage points)").default("0 %").describe(
      "How much worse than its baseline an actual may be: `5 %` of the baseline, or `2 pp` for KPIs in percent"
    )
  }).optional().describe("No actual may be worse than its baseline"),
  require_action: external_exports.boolean().default(false).describe("Every judged KPI says what is done when it falls below"),
  require_columns: external_exports.array(external_exports.enum(Object.keys(FILLABLE_COLUMNS))).default([]).describe("Columns every judged KPI must have filled, such as `alert` or `baseline`")
}).superRefine((options2, context) => {
  const refuse4 = (path2, message) => context.addIssue({ code: "custom", path: path2, message });
  if (options2.heading !== void 0 && options2.file !== void 0) {
    refuse4(["heading"], "`heading` and `file` exclude each other");
  }
  for (const { path: path2, message } of nameClashes(options2)) refuse4(path2, message);
});

// src/rules/metrics/regression.ts
function regression(question, { bounds, direction }, actual) {
  const { kpi, options: options2 } = question;
  const { baseline: baseline2 } = bounds;
  if (options2.no_regression === void 0 || baseline2 === void 0 || direction === null) {
    return [];
  }
  const { tolerance } = options2.no_regression;
  const [, amount = "0", kind] = TOLERANCE.exec(tolerance) ?? [];
  if (kind === "pp" && baseline2.unit !== "%") {
    return [
      errored({
        code: "METRICS-UNITS",
        problem: `the tolerance \`${tolerance}\` is in percentage points and \`${kpi}\` is not measured in percent`,
        remedy: "state the tolerance as a share of the baseline, such as `5 %`, in the policy",
        at: placeOf2(question, "Baseline"),
        item: `${kpi} tolerance`
      })
    ];
  }
  const allowed = kind === "pp" ? Number(amount) : Math.abs(baseline2.number) * Number(amount) / 100;
  if (rounded(loss(actual.number, baseline2.number, direction)) <= rounded(allowed)) return [];
  return [
    failed({
      code: "METRICS-REGRESSION",
      problem: `\`${kpi}\` is \`${actual.text}\`, worse than its baseline \`${baseline2.text}\`${whose(baseline2.from)} by more than ${tolerance}`,
      remedy: "find what made it worse, mend it and measure again, or ask for a waiver",
      at: placeOf2(question, "Actual"),
      item: kpi
    })
  ];
}
function loss(actual, baseline2, direction) {
  if (direction === "exact") return Math.abs(actual - baseline2);
  return direction === "higher" ? baseline2 - actual : actual - baseline2;
}
function rounded(number4) {
  return Number(number4.toPrecision(12));
}

// src/rules/metrics/required-cells.ts
function neededColumns(options2, context) {
  const needed = /* @__PURE__ */ new Map();
  for (const level2 of options2.levels) needed.set(LEVEL_COLUMNS[level2], level2);
  for (const name4 of options2.require_columns) needed.set(FILLABLE_COLUMNS[name4], null);
  if (options2.require_action) needed.set("Action", null);
  if (options2.require_layers.length > 0) needed.set("Layer", null);
  if (options2.min_sample !== void 0) needed.set("n", null);
  if (context.maxAge !== null) needed.set("Measured", null);
  if (options2.no_regression !== void 0 || needed.has("Baseline")) {
    needed.set("Baseline", "baseline");
  }
  return needed;
}
function emptyCells(question) {
  const { kpi, row: row2, set: set2, options: options2, context } = question;
  return [...neededColumns(options2, context)].flatMap(([column2, bound]) => {
    if (bound !== null && set2[bound] !== void 0) return [];
    const text4 = row2.cells.get(column2)?.text ?? "";
    if (isFilledIn(text4)) return [];
    return [
      failed({
        code: "METRICS-CELL-MISSING",
        problem: `\`${kpi}\` has no ${NAMES[column2]}`,
        remedy: REMEDIES2[column2] ?? `fill in the column \`${column2}\``,
        at: placeOf2(question, column2),
        item: `${kpi} ${NAMES[column2]}`
      })
    ];
  });
}
var NAMES = {
  KPI: "name",
  Layer: "layer",
  Baseline: "baseline",
  Minimum: "minimum",
  Target: "target",
  Stretch: "stretch",
  Actual: "actual",
  Measured: "date of measurement",
  n: "sample size (`n`)",
  Action: "action if below",
  Alert: "alert"
};
var LEVEL_REMEDY = "write the level as `>= <number> <unit>` or `<= <number> <unit>`";
var REMEDIES2 = {
  Baseline: "write what it was before, as `<number> <unit>`",
  Minimum: LEVEL_REMEDY,
  Target: LEVEL_REMEDY,
  Stretch: LEVEL_REMEDY,
  Measured: "write the day it was measured, as `<YYYY-MM-DD>`",
  n: "write how many cases were measured, as `<number>`",
  Action: "write what is done when it falls below its level: `<who does what>`",
  Alert: "link the alert that fires: `<alert rule>`"
};

// src/rules/metrics/judge-kpi.ts
function judgeKpi(question) {
  const levels = levelsOf(question);
  return [
    ...levels.notes,
    ...unreadableBounds(question),
    ...emptyCells(question),
    ...measurementFindings(question),
    ...judgeActual(question, levels)
  ];
}
function unreadableBounds(question) {
  const { kpi, path: path2, row: row2 } = question;
  return BOUNDS.flatMap((name4) => {
    const cell = cellOf(row2, name4);
    if (cell === null || cell.quantity.state === "missing") return [];
    const at = placeIn(path2, atOf(row2, name4));
    if (cell.quantity.state === "invalid") return [notANumber(kpi, name4, cell.text, at)];
    if (name4 !== "baseline" || cell.quantity.comparator === null) return [];
    return [withComparator(kpi, name4, cell.text, at)];
  });
}
function judgeActual(question, levels) {
  const { kpi, row: row2 } = question;
  const at = placeOf2(question, "Actual");
  const actual = stated(row2.cells.get("Actual")?.text ?? "");
  const wrong = contradictions(question, levels, actual);
  if (actual.quantity.state === "missing") {
    return [
      ...wrong,
      failed({
        code: "METRICS-NO-ACTUAL",
        problem: `\`${kpi}\` has no actual`,
        remedy: "measure it and write the value with its unit, as in `<number> <unit>`",
        at,
        item: kpi
      })
    ];
  }
  if (actual.quantity.state === "invalid") {
    return [...wrong, notANumber(kpi, "actual", actual.text, at)];
  }
  if (actual.quantity.comparator !== null) {
    return [...wrong, withComparator(kpi, "actual", actual.text, at)];
  }
  if (wrong.length > 0) return wrong;
  const measured = { number: actual.quantity.number, text: actual.text };
  return [...againstLevels(question, levels, measured), ...regression(question, levels, measured)];
}
function againstLevels(question, { bounds, direction }, actual) {
  const { kpi, options: options2 } = question;
  const { minimum, target } = bounds;
  if (direction === null) return [];
  const at = placeOf2(question, "Actual");
  if (minimum !== void 0 && isWorse(actual.number, minimum, direction)) {
    return [
      failed({
        code: "METRICS-BELOW-MINIMUM",
        problem: `\`${kpi}\` is \`${actual.text}\`, worse than its minimum \`${minimum.text}\`${whose(minimum.from)}`,
        remedy: "work on it until it meets the minimum and measure again, or ask for a waiver",
        at,
        item: kpi
      })
    ];
  }
  if (target === void 0 || !isWorse(actual.number, target, direction)) return [];
  if (options2.below_target === "pass") return [];
  const tell2 = options2.below_target === "fail" ? failed : warned;
  return [
    tell2({
      code: "METRICS-BELOW-TARGET",
      problem: `\`${kpi}\` is \`${actual.text}\`, short of its target \`${target.text}\`${whose(target.from)}`,
      remedy: "work on it until it meets the target, then measure again",
      at,
      item: kpi
    })
  ];
}

// src/rules/reading/gate-table.ts
function gateTable(document2, path2, context, question) {
  const bound = gateSection(document2, path2, context, question.heading ?? null);
  if (isRefused(bound)) return bound;
  const inSection2 = tableIn(document2, path2, bound.section, question);
  if (bound.section === null || !isRefused(inSection2)) return inSection2;
  const headingIsSet = (question.heading ?? context.gate.heading) !== null;
  if (headingIsSet) return inSection2;
  const anywhere = tableIn(document2, path2, null, question);
  return isRefused(anywhere) ? inSection2 : anywhere;
}
function tableIn(document2, path2, section3, { columns, required: required2 }) {
  const found2 = findTable(document2, section3, columns, [...required2]);
  const where = section3 === null ? `\`${path2}\`` : `the section \`${section3.heading}\``;
  const place = section3 === null ? topOf(path2) : placeIn(path2, section3.at);
  switch (found2.state) {
    case "found":
      return { table: found2.table, index: found2.index };
    case "missing":
      return refuse(
        failed({
          code: "TABLE-MISSING",
          problem: `${where} has no table with the columns ${required2.map(quoted2).join(", ")}`,
          ...pasting("add one:\n", emptyTable(required2)),
          at: place,
          item: section3?.heading ?? path2
        })
      );
    case "ambiguous": {
      const lines = found2.tables.map((table2) => `line ${table2.at.line}`).join(", ");
      const second = found2.tables[1] ?? found2.tables[0];
      return refuse(
        failed({
          code: "TABLE-AMBIGUOUS",
          problem: `${found2.tables.length} tables in ${where} fit this rule: ${lines}`,
          remedy: "merge them into one, or name the heading of the one meant in the policy",
          at: second === void 0 ? place : placeIn(path2, second.at),
          item: section3?.heading ?? path2
        })
      );
    }
    case "columns":
      return refuse(
        ...found2.missing.map((name4) => columnMissing(path2, found2.table, name4, found2.seen)),
        ...found2.ambiguous.map(({ name: name4, at }) => columnAmbiguous(path2, name4, at))
      );
  }
}
function columnMissing(path2, table2, name4, seen) {
  const meant = suggest(name4, seen);
  const headers = seen.length === 0 ? "none" : seen.map(quoted2).join(", ");
  return errored({
    code: "COLUMN-MISSING",
    problem: `the table has no column \`${name4}\`; its headers are ${headers}`,
    remedy: meant === null ? `add a column headed \`${name4}\`` : `add a column headed \`${name4}\`, or rename \`${meant}\` if that is it`,
    at: placeIn(path2, table2.at),
    item: name4
  });
}
function columnAmbiguous(path2, name4, at) {
  const spots = at.map((point) => `${point.line}:${point.column}`).join(", ");
  const second = at[1] ?? at[0];
  return failed({
    code: "COLUMN-AMBIGUOUS",
    problem: `${at.length} columns fit \`${name4}\`: at ${spots}`,
    remedy: "keep one of them, or give the other a header of its own",
    at: second === void 0 ? topOf(path2) : placeIn(path2, second),
    item: name4
  });
}
function emptyTable(columns) {
  const row2 = (cells2) => `| ${cells2.join(" | ")} |`;
  const placeholders = columns.map((column2) => `<${column2}>`);
  return [row2(columns), row2(columns.map(() => "---")), row2(placeholders)].join("\n");
}
function quoted2(text4) {
  return `\`${text4}\``;
}

// src/rules/metrics/missing-columns.ts
function missingColumns({ table: table2, path: path2, columns }, kpis, options2, context) {
  if (table2 === null) return [];
  const seen = table2.headers.map((header) => header.text);
  return [...neededColumns(options2, context)].filter(([column2]) => !columns.has(column2)).filter(([, bound]) => bound === null || kpis.some(({ set: set2 }) => set2[bound] === void 0)).map(([column2]) => columnMissing(path2, table2, column2, seen));
}

// src/rules/metrics/kpi-rows.ts
function rowsByKpi(records, names2) {
  const rows = /* @__PURE__ */ new Map();
  for (const record2 of records) {
    const text4 = record2.cells.get("KPI")?.text ?? "";
    if (isMissing(text4)) continue;
    const kpi = names2.get(keyOf(text4)) ?? text4;
    const layer = keyOf(record2.cells.get("Layer")?.text ?? "");
    const key = keyOf(kpi);
    const same = rows.get(key) ?? [];
    same.push({ kpi, layer, record: record2 });
    rows.set(key, same);
  }
  return rows;
}
function unnamedRows(records) {
  return records.filter(
    ({ cells: cells2 }) => isMissing(cells2.get("KPI")?.text ?? "") && [...cells2.values()].some((cell) => !isMissing(cell.text))
  );
}

// src/rules/metrics/select-kpis.ts
function selectKpis(read3, base, options2) {
  const names2 = kpiNames(options2);
  const sets = new Map(
    Object.entries(options2.set).map(([kpi, set2]) => [names2.get(keyOf(kpi)) ?? kpi, set2])
  );
  const rows = rowsByKpi(read3.records, names2);
  const baseRows = rowsByKpi(base, names2);
  const kpis = [];
  const findings = [];
  const spelled = new Map([...names2.values()].map((name4) => [keyOf(name4), name4]));
  const isJudged = judging(options2, spelled);
  for (const key of /* @__PURE__ */ new Set([...rows.keys(), ...spelled.keys(), ...baseRows.keys()])) {
    const here = rows.get(key) ?? [];
    const before = baseRows.get(key) ?? [];
    if (!isJudged(key, [...here, ...before])) continue;
    const [first, second] = here;
    if (first === void 0) {
      const kpi = spelled.get(key);
      const [old] = before;
      if (kpi !== void 0) findings.push(missing(read3, kpi, rows));
      else if (old !== void 0) findings.push(deleted2(read3, old.kpi));
    } else if (second !== void 0) {
      findings.push(duplicate(read3.path, first, second));
    } else {
      const { kpi, record: record2 } = first;
      const old = before.map((row2) => row2.record);
      kpis.push({ kpi, row: record2, base: old, set: sets.get(kpi) ?? {} });
    }
  }
  if (isEverything(options2)) findings.push(...nameless(read3));
  findings.push(...layersMissing(read3, [...rows.values()].flat(), options2));
  if (kpis.length === 0 && findings.length === 0) findings.push(empty2(read3));
  return { kpis, findings };
}
function isEverything({ require: require2, require_layers }) {
  return require2.length === 0 && require_layers.length === 0;
}
function judging(options2, named3) {
  const layers = new Set(options2.require_layers.map(keyOf));
  return (key, rows) => isEverything(options2) || named3.has(key) || rows.some((row2) => layers.has(row2.layer));
}
var MOST_GUESSES = 500;
function missing(read3, kpi, rows) {
  const seen = [...rows.values()].flat().slice(0, MOST_GUESSES);
  const meant = suggest(
    kpi,
    seen.map((row2) => row2.kpi)
  );
  return failed({
    code: "METRICS-MISSING",
    problem: `${nameOf(read3)} has no row for \`${kpi}\`${meant === null ? "" : `; did you mean the row \`${meant}\`?`}`,
    ...pasting("add it and measure it:\n\n", emptyRow(read3, kpi)),
    at: topOfRecords(read3),
    item: kpi
  });
}
function deleted2(read3, kpi) {
  return failed({
    code: "METRICS-DELETED",
    problem: `\`${kpi}\` is on the base branch and no longer in ${nameOf(read3)}`,
    remedy: "put the row back; a KPI is retired by naming the others under `require` in the policy",
    at: topOfRecords(read3),
    item: kpi
  });
}
function nameOf({ table: table2, path: path2 }) {
  return table2 === null ? `\`${path2}\`` : "the KPI table";
}
function emptyRow({ table: table2 }, kpi) {
  if (table2 === null) return `kpi: ${kpi}
actual: <number and unit>`;
  const cells2 = table2.headers.map(({ text: text4 }, index) => index === 0 ? kpi : `<${text4}>`);
  return `| ${cells2.join(" | ")} |`;
}
function duplicate(path2, first, second) {
  const [one, two] = [first.record.at.line, second.record.at.line];
  return failed({
    code: "METRICS-DUPLICATE",
    problem: `two rows are about \`${first.kpi}\`: lines ${one} and ${two}`,
    remedy: "keep one of them",
    at: placeIn(path2, second.record.at),
    item: first.kpi
  });
}
function nameless(read3) {
  return unnamedRows(read3.records).map(
    ({ at }) => failed({
      code: "METRICS-UNNAMED",
      problem: "a row with values does not say which KPI it is about",
      remedy: "write the KPI's name: `<KPI>`",
      at: placeIn(read3.path, at),
      item: `line ${at.line}`
    })
  );
}
function layersMissing(read3, rows, { require_layers }) {
  const seen = new Set(rows.map((row2) => row2.layer));
  return require_layers.filter((layer) => !seen.has(keyOf(layer))).map(
    (layer) => failed({
      code: "METRICS-LAYER-MISSING",
      problem: `no KPI measures the layer \`${layer}\``,
      remedy: `add a KPI with the layer \`${layer}\`, its levels and its actual: \`<KPI>\``,
      at: topOfRecords(read3),
      item: layer
    })
  );
}
function empty2(read3) {
  return failed({
    code: "METRICS-EMPTY",
    problem: `\`${read3.path}\` names no KPI`,
    ...pasting("add a row for each:\n\n", emptyRow(read3, "<KPI>")),
    at: topOfRecords(read3),
    item: read3.path
  });
}
function topOfRecords({ table: table2, path: path2 }) {
  return table2 === null ? topOf(path2) : placeIn(path2, table2.at);
}

// src/evidence/csv-records.ts
var CsvError = class extends Error {
  name = "CsvError";
  at;
  constructor(problem, at) {
    super(problem);
    this.at = at;
  }
};
var PLAIN = /[^,\r\n]*/y;
var QUOTED = /[^"]*/y;
var LINE_END2 = /\r\n|\n|\r/y;
var LINE_ENDS = /\r\n|\n|\r/g;
var CsvReader = class {
  #text;
  #offset;
  #line = 1;
  #lineStart;
  constructor(text4) {
    this.#text = text4;
    this.#offset = text4.startsWith("\uFEFF") ? 1 : 0;
    this.#lineStart = 0;
  }
  *records() {
    while (this.#offset < this.#text.length) {
      const record2 = this.#record();
      const isBlank3 = record2.length === 1 && record2[0]?.text.trim() === "";
      if (!isBlank3) yield record2;
    }
  }
  #record() {
    const fields3 = [];
    for (; ; ) {
      fields3.push(this.#field());
      if (this.#text[this.#offset] !== ",") break;
      this.#offset += 1;
    }
    const end = this.#match(LINE_END2);
    if (end !== "") this.#nextLine();
    return fields3;
  }
  #field() {
    while (this.#text[this.#offset] === " ") this.#offset += 1;
    const at = this.#point();
    if (this.#text[this.#offset] === '"') return { text: this.#quoted(at), at };
    const text4 = this.#match(PLAIN);
    if (text4.includes('"'))
      throw new CsvError("a quote stands within a cell that has none around it", at);
    return { text: text4, at };
  }
  #quoted(at) {
    let text4 = "";
    for (; ; ) {
      this.#offset += 1;
      const start = this.#offset;
      const part = this.#match(QUOTED);
      text4 += part;
      for (const { index, 0: end } of part.matchAll(LINE_ENDS)) {
        this.#nextLine(start + index + end.length);
      }
      if (this.#offset >= this.#text.length)
        throw new CsvError("a quote is opened and never closed", at);
      this.#offset += 1;
      if (this.#text[this.#offset] !== '"') break;
      text4 += '"';
    }
    if (this.#match(PLAIN).trim() !== "") {
      throw new CsvError("text stands behind the quote that closes the cell", at);
    }
    return text4;
  }
  #nextLine(start = this.#offset) {
    this.#line += 1;
    this.#lineStart = start;
  }
  #match(pattern) {
    pattern.lastIndex = this.#offset;
    const found2 = pattern.exec(this.#text)?.[0] ?? "";
    this.#offset += found2.length;
    return found2;
  }
  #point() {
    return { line: this.#line, column: this.#offset - this.#lineStart + 1 };
  }
};

// src/evidence/parse-csv.ts
var TOP2 = { line: 1, column: 1 };
var KEPT5 = /* @__PURE__ */ new WeakMap();
function parseCsv(file2) {
  const kept = KEPT5.get(file2);
  if (kept !== void 0) return kept;
  const parsed2 = read2(file2.text);
  KEPT5.set(file2, parsed2);
  return parsed2;
}
function read2(text4) {
  try {
    const [header, ...records] = new CsvReader(text4).records();
    if (header === void 0) return { state: "malformed", problem: "it holds no rows", at: TOP2 };
    for (const record2 of records) {
      if (record2.length === header.length) continue;
      const problem = `a row has ${record2.length} cells where the header has ${header.length}`;
      return { state: "malformed", problem, at: record2[0]?.at ?? TOP2 };
    }
    const table2 = { headers: header.map(cellOf2), rows: records.map((row2) => row2.map(cellOf2)) };
    return { state: "parsed", table: { ...table2, at: TOP2, section: 0 } };
  } catch (error2) {
    if (!(error2 instanceof CsvError)) throw error2;
    return { state: "malformed", problem: error2.message, at: error2.at };
  }
}
function cellOf2({ text: text4, at }) {
  return { text: collapseSpaces(text4), links: [], at };
}

// src/rules/reading/records-of-data.ts
function recordsOfData(path2, root, { columns, under, naming, plain: bare }) {
  const node2 = (root.value instanceof Map ? root.value.get(under)?.node : void 0) ?? root;
  const entries = entriesOf(node2);
  if (entries === null) {
    return refuse(
      fileMalformed(
        path2,
        `it is neither a list of entries nor a map of names, at the top or under \`${under}\``,
        placeIn(path2, node2.at)
      )
    );
  }
  const names2 = columnsByKey(columns);
  const texts = [];
  const records = [];
  for (const { name: name4, value: only, fields: fields3, at } of entries) {
    const cells2 = /* @__PURE__ */ new Map();
    if (name4 !== null) cells2.set(naming, name4);
    if (only !== null) cells2.set(bare, { text: textOf3(only), at: only.at });
    for (const [key, { keyAt, node: value2 }] of fields3) {
      texts.push({ text: key, at: keyAt });
      const column2 = names2.get(keyOf(key.replaceAll("_", " ")));
      if (column2 === void 0) continue;
      const first = cells2.get(column2);
      if (first !== void 0) return refuse(columnAmbiguous(path2, column2, [first.at, keyAt]));
      cells2.set(column2, { text: textOf3(value2), at: value2.at });
    }
    texts.push(...cells2.values());
    records.push({ at, cells: cells2 });
  }
  return { path: path2, records, table: null, columns: new Set(names2.values()), texts };
}
function entriesOf({ value: value2 }) {
  const entries = [];
  if (isList(value2)) {
    for (const node2 of value2) {
      if (!(node2.value instanceof Map)) return null;
      entries.push({ name: null, value: null, fields: node2.value, at: node2.at });
    }
    return entries;
  }
  if (!(value2 instanceof Map)) return null;
  for (const [key, { keyAt, node: node2 }] of value2) {
    if (Array.isArray(node2.value)) return null;
    const fields3 = node2.value instanceof Map ? node2.value : null;
    entries.push({
      name: { text: key, at: keyAt },
      value: fields3 === null ? node2 : null,
      fields: fields3 ?? /* @__PURE__ */ new Map(),
      at: keyAt
    });
  }
  return entries;
}
function isList(value2) {
  return Array.isArray(value2);
}
function columnsByKey(columns) {
  return new Map(
    Object.entries(columns).flatMap(
      ([column2, names2]) => names2.map((name4) => [keyOf(name4), column2])
    )
  );
}
function textOf3(node2) {
  const { value: value2 } = node2;
  if (value2 === null) return "";
  return typeof value2 === "object" ? JSON.stringify(plain(node2)) : String(value2);
}

// src/rules/reading/records.ts
function readRecords(facts, context, question) {
  if (question.file !== null) {
    return recordsOfFile(facts, fillIn(question.file, context.service), question, "evidence");
  }
  const read3 = readReadiness(facts, context);
  if (read3 === null || isRefused(read3)) return read3;
  const found2 = gateTable(read3.document, read3.path, context, question);
  return isRefused(found2) ? found2 : recordsOfTable(read3.path, found2.table, found2.index);
}
function recordsOfFile(facts, path2, question, revision) {
  if (path2.toLowerCase().endsWith(".csv")) return recordsOfCsv(facts, path2, question, revision);
  const data = readData(facts, path2, { revision });
  return data === null || isRefused(data) ? data : recordsOfData(path2, data.root, question);
}
function recordsOfCsv(facts, path2, { columns, required: required2 }, revision) {
  const read3 = readFile(facts, path2, { revision });
  if (read3 === null || isRefused(read3)) return read3;
  const csv = parseCsv(read3.file);
  if (csv.state === "malformed") {
    return refuse(fileMalformed(path2, csv.problem, placeIn(path2, csv.at)));
  }
  const { table: table2 } = csv;
  const { index, ambiguous } = matchColumns(table2, columns);
  const seen = table2.headers.map((header) => header.text);
  const findings = [
    ...required2.filter((name4) => index[name4] === void 0 && !ambiguous.some((two) => two.name === name4)).map((name4) => columnMissing(path2, table2, name4, seen)),
    ...ambiguous.map(({ name: name4, at }) => columnAmbiguous(path2, name4, at))
  ];
  return findings.length > 0 ? refuse(...findings) : recordsOfTable(path2, table2, index);
}
function recordsOfTable(path2, table2, index) {
  const columns = Object.entries(index);
  const records = table2.rows.map((row2) => {
    const cells2 = /* @__PURE__ */ new Map();
    const at = row2[0]?.at ?? table2.at;
    for (const [name4, position] of columns) {
      cells2.set(name4, row2[position] ?? { text: "", at: row2.at(-1)?.at ?? at });
    }
    return { at, cells: cells2 };
  });
  return {
    path: path2,
    records,
    table: table2,
    columns: new Set(columns.map(([name4]) => name4)),
    texts: [...table2.headers, ...table2.rows.flat()]
  };
}

// src/rules/reading/base-records.ts
function baseRecords(facts, context, question) {
  const lenient = { ...question, required: [question.naming] };
  if (question.file !== null) {
    const path2 = fillIn(question.file, context.service);
    const read3 = recordsOfFile(facts, path2, lenient, "base");
    return read3 === null || isRefused(read3) ? [] : read3.records;
  }
  const found2 = baseReadiness(facts, context);
  if (found2 === null) return [];
  const parsed2 = parseDocument(found2.file);
  if (parsed2.state === "error") return [];
  const { document: document2 } = parsed2;
  for (const asked2 of [question, lenient]) {
    const table2 = gateTable(document2, found2.path, context, asked2);
    if (!isRefused(table2)) return recordsOfTable(found2.path, table2.table, table2.index).records;
  }
  for (const { columns, required: required2 } of [question, lenient]) {
    const table2 = findTable(document2, null, columns, required2);
    if (table2.state === "found") {
      return recordsOfTable(found2.path, table2.table, table2.index).records;
    }
  }
  return [];
}
function baseReadiness(facts, { service }) {
  const answers = service.readiness.map((path2) => ({
    path: path2,
    fact: facts.read("file", { path: path2, revision: "base" })
  }));
  for (const { path: path2, fact } of answers) {
    if (fact?.state === "file") return { file: fact.file, path: path2 };
  }
  return null;
}

// src/rules/reading/hidden-characters.ts
function hiddenCharacters(path2, texts) {
  return texts.flatMap(({ text: text4, at }) => {
    const hidden = findHiddenCharacter(text4);
    if (hidden === null) return [];
    return [
      failed({
        code: "HIDDEN-CHARACTER",
        problem: `\`${text4}\` holds a ${hidden.name}, which readers do not see`,
        remedy: "type it anew; copied text may have brought the character along",
        at: placeIn(path2, at),
        item: text4
      })
    ];
  });
}

// src/rules/metrics.ts
var metrics = defineRule({
  type: "metrics",
  meta: {
    holdsWhen: "each KPI is measured, fresh and meets its levels",
    why: "A pilot that works proves nothing until its numbers stand next to the ones agreed before it began.",
    ages: "the day in the column `Measured` of each KPI judged"
  },
  options: metricsOptions,
  reads: ["file"],
  codes: METRICS_CODES,
  evaluate(facts, options2, context) {
    const question = {
      heading: options2.heading ?? null,
      file: options2.file ?? null,
      columns: KPI_COLUMNS,
      required: ["KPI", "Actual"],
      under: "kpis",
      naming: "KPI",
      plain: "Actual"
    };
    const base = baseRecords(facts, context, question);
    const read3 = readRecords(facts, context, question);
    if (read3 === null) return [];
    if (isRefused(read3)) return read3.findings;
    const hidden = hiddenCharacters(read3.path, read3.texts);
    const selection = selectKpis(read3, base, options2);
    const columns = missingColumns(read3, selection.kpis, options2, context);
    if (columns.length > 0) return [...hidden, ...columns];
    const judged = selection.kpis.flatMap(
      (kpi) => judgeKpi({ ...kpi, path: read3.path, options: options2, context })
    );
    return [...hidden, ...selection.findings, ...judged];
  }
});

// src/rules/owners/codeowners.ts
var import_ignore = __toESM(require_ignore(), 1);
var import_picomatch = __toESM(require_picomatch(), 1);
var FIELD2 = /(?:\\.|[^\s\\])+/g;
var OWNER = /^(?:@[\w-]+(?:\/[\w.-]+)*|[^\s@]+@[^\s@]+)$/;
function parseCodeowners(text4) {
  const lines = [];
  const ignored = [];
  for (const [index, written] of text4.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/).entries()) {
    const line = index + 1;
    const [pattern, ...owners2] = withoutComment(written);
    if (pattern === void 0) continue;
    const why = whyIgnored2(pattern, owners2);
    if (why === null) lines.push({ pattern, owners: owners2, line });
    else ignored.push({ line, why });
  }
  return { lines, ignored };
}
function withoutComment(line) {
  const fields3 = line.match(FIELD2) ?? [];
  const comment = fields3.findIndex((field) => field.startsWith("#"));
  return comment < 0 ? fields3 : fields3.slice(0, comment);
}
function whyIgnored2(pattern, owners2) {
  if (pattern.startsWith("!")) return "a pattern cannot be negated with `!`";
  if (pattern.startsWith("\\#")) return "a pattern cannot begin with an escaped `#`";
  if (/[[\]]/.test(pattern)) return "a pattern takes no ranges in `[ ]`";
  const odd = owners2.find((owner) => !OWNER.test(owner));
  return odd === void 0 ? null : `\`${odd}\` is no \`@login\`, \`@org/team\` or e-mail address`;
}
function lineFor({ lines }, path2) {
  return lines.findLast(({ pattern }) => matches(pattern, path2)) ?? null;
}
var ONE_LEVEL = /\/\*$/;
function matches(pattern, path2) {
  if (ONE_LEVEL.test(pattern)) {
    const glob2 = pattern.replace(/^\//, "");
    const literal2 = { dot: true, nobrace: true, noextglob: true, nonegate: true };
    return import_picomatch.default.isMatch(path2, glob2, literal2);
  }
  if (!import_ignore.default.isPathValid(path2)) return false;
  return (0, import_ignore.default)({ ignorecase: false }).add(pattern).ignores(path2);
}

// src/rules/owners/codeowners-rows.ts
var PATHS = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
var ANY_FILE = "_";
function codeownersRows(facts, roles, context) {
  const found2 = firstThere(facts, PATHS, "base");
  if (found2 === null) return null;
  const { path: path2, fact } = found2;
  if (fact.state !== "file") {
    const gone = fileMissing(path2, fact.state);
    return refuse({
      ...gone,
      problem: `${gone.problem} on the base branch`,
      remedy: "add it on the base branch; on a checkout name that branch with `--base <ref>`"
    });
  }
  const codeowners = parseCodeowners(fact.file.text);
  const pathOf = (role4) => fillIn(role4.path ?? "{path}/", context.service);
  const byRole = new Map(roles.map((role4) => [role4.role, pathOf(role4)]));
  return {
    rows: roles.flatMap((role4) => rowFor(codeowners, role4.role, pathOf(role4), path2)),
    home: topOf(path2),
    line: (role4) => `/${byRole.get(role4) ?? ""} @<login>`,
    remarks: codeowners.ignored.map(
      ({ line, why }) => warned({
        code: "OWNERS-CODEOWNERS-LINE",
        problem: `GitHub ignores line ${line} of \`${path2}\`: ${why}`,
        remedy: "correct the line on the base branch",
        at: { file: path2, line, column: 1 },
        item: `line ${line}`
      })
    )
  };
}
function rowFor(codeowners, role4, target, path2) {
  const isFolder = target === "" || target.endsWith("/");
  const line = lineFor(codeowners, isFolder ? `${target}${ANY_FILE}` : target);
  if (line === null) return [];
  const at = placeIn(path2, { line: line.line, column: 1 });
  const owner = { text: line.owners.join(" "), at };
  return [{ role: role4, at, owner, backup: null, escalation: null }];
}

// src/rules/owners/codes.ts
var OWNERS_CODES = {
  "OWNERS-ROLE-MISSING": "A required role is not there",
  "OWNERS-DUPLICATE": "A role is there twice",
  "OWNERS-EMPTY": "A role has no owner, or a placeholder for one",
  "OWNERS-FORM": "The owner is no `@login` or `@org/team`",
  "OWNERS-SEVERAL": "One person is due and several are named",
  "OWNERS-KIND": "The owner is a team where a person is due, a person where a team is, a bot or an organization",
  "OWNERS-DENIED": "The policy does not let this owner hold the role",
  "OWNERS-UNKNOWN": "GitHub knows no such person or team",
  "OWNERS-TOO-FEW-MEMBERS": "The team has fewer members than required",
  "OWNERS-NO-ACCESS": "The owner lacks the required access to the repository",
  "OWNERS-BACKUP-MISSING": "A role has no backup",
  "OWNERS-BACKUP-SAME": "The backup of a role is its owner",
  "OWNERS-ESCALATION-MISSING": "A role has no escalation path",
  "OWNERS-TOO-MANY-ROLES": "One person holds more roles than allowed",
  "OWNERS-CODEOWNERS-LINE": "GitHub ignores a line of CODEOWNERS"
};

// src/rules/owners/table-rows.ts
var OWNER_COLUMNS = {
  Role: ["Role", "Area", "Responsibility"],
  Owner: ["Owner", "Owners", "Named owner", "Held by"],
  Backup: ["Backup", "Deputy", "Substitute"],
  Escalation: ["Escalation", "Escalation path", "Escalate to"]
};
function tableRows(facts, options2, context) {
  const read3 = readReadiness(facts, context);
  if (read3 === null || isRefused(read3)) return read3;
  const { document: document2, path: path2 } = read3;
  const required2 = [
    "Role",
    "Owner",
    ...options2.backup === "required" ? ["Backup"] : [],
    ...options2.escalation === "required" ? ["Escalation"] : []
  ];
  const found2 = gateTable(document2, path2, context, {
    heading: options2.heading ?? null,
    columns: OWNER_COLUMNS,
    required: required2
  });
  if (isRefused(found2)) return found2;
  const { table: table2, index } = found2;
  const cellOf4 = (row2, column2) => {
    const cell = row2[index[column2] ?? -1];
    return cell === void 0 ? null : { text: cell.text, at: placeIn(path2, cell.at) };
  };
  return {
    rows: table2.rows.map((row2) => ({
      role: cellOf4(row2, "Role")?.text ?? "",
      at: placeIn(path2, row2[0]?.at ?? table2.at),
      owner: cellOf4(row2, "Owner"),
      backup: cellOf4(row2, "Backup"),
      escalation: cellOf4(row2, "Escalation")
    })),
    home: placeIn(path2, table2.at),
    line: (role4) => `| ${table2.headers.map((_, position) => placeholder(role4, position, index)).join(" | ")} |`,
    remarks: []
  };
}
function placeholder(role4, position, index) {
  if (position === index.Role) return role4;
  if (position === index.Owner || position === index.Backup) return "@<login>";
  return position === index.Escalation ? "<where to escalate to>" : "\u2026";
}

// src/rules/owners/data-rows.ts
var EXPECTED = 'it must hold a list such as `- {role: <role>, owner: "@<login>"}`, or a map of roles, at its top or under `owners`';
function dataRows(facts, path2) {
  const read3 = readData(facts, path2);
  if (read3 === null || isRefused(read3)) return read3;
  const list2 = ownersIn(read3.root);
  const rows = isList2(list2.value) ? listRows(list2.value, path2) : mapRows(list2.value, path2);
  if (rows === null) return refuse(fileMalformed(path2, EXPECTED, placeIn(path2, list2.at)));
  return {
    rows,
    home: topOf(path2),
    line: (role4) => isList2(list2.value) ? `- {role: ${JSON.stringify(role4)}, owner: "@<login>"}` : `${JSON.stringify(role4)}: "@<login>"`,
    remarks: []
  };
}
function ownersIn(root) {
  const under = isMap(root.value) ? root.value.get("owners")?.node : void 0;
  return under !== void 0 && (isMap(under.value) || isList2(under.value)) ? under : root;
}
function listRows(list2, path2) {
  const rows = list2.map((entry) => {
    if (!isMap(entry.value)) return null;
    const at = placeIn(path2, entry.at);
    return { role: cellOf3(entry.value, "Role", path2)?.text ?? "", ...cells(entry.value, path2), at };
  });
  return rows.some((row2) => row2 === null) ? null : rows.filter((row2) => row2 !== null);
}
function mapRows(map2, path2) {
  if (!isMap(map2)) return null;
  return [...map2].map(([role4, { keyAt, node: node2 }]) => {
    const at = placeIn(path2, keyAt);
    if (isMap(node2.value)) return { role: role4, at, ...cells(node2.value, path2) };
    return { role: role4, at, owner: textIn(node2, path2), backup: null, escalation: null };
  });
}
function cells(map2, path2) {
  return {
    owner: cellOf3(map2, "Owner", path2),
    backup: cellOf3(map2, "Backup", path2),
    escalation: cellOf3(map2, "Escalation", path2)
  };
}
function cellOf3(map2, column2, path2) {
  const names2 = new Set((OWNER_COLUMNS[column2] ?? []).map(keyOf));
  for (const [key, { node: node2 }] of map2) {
    if (names2.has(keyOf(key))) return textIn(node2, path2);
  }
  return null;
}
function textIn({ value: value2, at }, path2) {
  const place = placeIn(path2, at);
  if (isMap(value2)) return { text: "", at: place };
  if (!isList2(value2)) return { text: value2 === null ? "" : String(value2), at: place };
  return { text: value2.map((part) => textIn(part, path2).text).join(", "), at: place };
}
function isList2(value2) {
  return Array.isArray(value2);
}
function isMap(value2) {
  return value2 instanceof Map;
}

// src/rules/owners/options.ts
var name2 = external_exports.string().trim().min(1);
var demanded = external_exports.enum(["required", "recommended"]);
var role = external_exports.strictObject({
  role: name2.describe("The role, as the first column of the table says it."),
  aliases: external_exports.array(name2).default([]).describe("Other names the role may have."),
  deny: external_exports.array(name2).default([]).describe("Logins and teams that may not hold it, such as `ai-coe`."),
  path: name2.optional().describe(
    "With `source: codeowners`: whose owner holds the role; a folder ends with `/`. `{service}` and `{path}` are filled in."
  )
});
var ownersOptions = external_exports.strictObject({
  roles: external_exports.array(external_exports.union([name2, role])).min(1).refine((roles) => new Set(roles.map(roleName)).size === roles.length, "one role stands twice").describe("Roles that must be held, by name or as a map that says more."),
  kind: external_exports.enum(["person", "team", "any"]).optional().describe("What may hold a role. Set, every holder must exist on GitHub."),
  individual: external_exports.boolean().default(false).describe("`true` is `kind: person`: one person for each role, no team, no bot."),
  min_members: external_exports.number().int().min(1).optional().describe("Members a team must have."),
  access: external_exports.enum(["read", "write"]).optional().describe("Access to the repository every holder must have."),
  deny: external_exports.array(name2).default([]).describe("Logins and teams that may hold none of the roles."),
  backup: demanded.optional().describe("Whether each role needs a backup: `required` fails, `recommended` warns."),
  escalation: demanded.optional().describe("Whether each role needs an escalation path: `required` fails, `recommended` warns."),
  max_roles_per_person: external_exports.number().int().min(1).optional().describe("More roles in one hand than this warn."),
  source: name2.default("table").describe(
    "`table` in the readiness document, `codeowners` of the base branch, or the path of a YAML or JSON file."
  ),
  heading: name2.optional().describe("Heading of the section with the table; goes before the gate's.")
});
function roleDemand(entry) {
  if (typeof entry === "string") return { role: entry, names: [entry], deny: [], path: null };
  const { role: role4, aliases, deny, path: path2 } = entry;
  return { role: role4, names: [role4, ...aliases], deny, path: path2 ?? null };
}
function kindOf({ individual, kind }) {
  return individual ? "person" : kind ?? null;
}
function roleName(entry) {
  return typeof entry === "string" ? entry : entry.role;
}

// src/rules/owners/judge-owner.ts
function filledIn(cell) {
  return cell === null || cell.text === "@" || !isFilledIn(cell.text) ? null : cell;
}
function judgeOwner2(scope, demand, cell) {
  const said = parsePeople(cell.text);
  const form2 = judgeForm(demand.role, "owner", cell, said);
  if (form2 !== null) return [form2];
  const { people } = said;
  if (kindOf(scope.options) === "person" && people.length > 1) {
    return [
      failed({
        code: "OWNERS-SEVERAL",
        problem: `\`${demand.role}\` must have one owner, and ${people.length} are named: ${people.map(mention).join(", ")}`,
        remedy: "name the one who answers for it; the others may be its backup",
        at: cell.at,
        item: demand.role
      })
    ];
  }
  return [
    ...judgeDenied(scope, demand, cell, said),
    ...people.flatMap((person) => judgePerson(scope, demand.role, cell, person))
  ];
}
function judgeBackup(scope, demand, cell) {
  const said = parsePeople(cell.text);
  const form2 = judgeForm(demand.role, "backup", cell, said);
  if (form2 !== null) return [form2];
  return [
    ...judgeDenied(scope, demand, cell, said),
    ...said.people.flatMap((person) => judgeStanding(scope, demand.role, cell, person))
  ];
}
function judgeForm(role4, what, cell, { people }) {
  const hidden = findHiddenCharacter(cell.text);
  if (hidden !== null) {
    return failed({
      code: "HIDDEN-CHARACTER",
      problem: `the ${what} of \`${role4}\` holds a ${hidden.name}`,
      remedy: "type the cell anew",
      at: cell.at,
      item: role4
    });
  }
  if (people.length > 0) return null;
  return failed({
    code: "OWNERS-FORM",
    problem: `the ${what} of \`${role4}\` is \`${cell.text}\`, which is no one GitHub could name`,
    remedy: "name the one who answers for it as `@<login>` or `@<org>/<team>`",
    at: cell.at,
    item: role4
  });
}
function judgeDenied({ options: options2 }, { role: role4, deny }, cell, { people, rest }) {
  const denied = new Set([...options2.deny, ...deny].map(slug));
  if (denied.size === 0) return [];
  const names2 = people.flatMap(({ name: name4, attributes }) => [
    name4,
    name4.split("/").at(-1) ?? "",
    attributes ?? ""
  ]);
  const found2 = [...names2, rest].find((name4) => name4 !== "" && denied.has(slug(name4)));
  if (found2 === void 0) return [];
  return [
    failed({
      code: "OWNERS-DENIED",
      problem: `\`${found2}\` may not hold \`${role4}\``,
      remedy: "name somebody who answers for it: `@<login>`",
      at: cell.at,
      item: role4
    })
  ];
}
function slug(name4) {
  return keyOf(name4).replace(/^@/, "").replace(/[\s_-]+/g, "-");
}
function judgePerson(scope, role4, cell, person) {
  const kind = kindOf(scope.options);
  const wrong = kind === "person" && person.kind === "team" ? "a person, not a team" : kind === "team" && person.kind === "user" ? "a team, not a person" : null;
  if (wrong === null) return judgeStanding(scope, role4, cell, person);
  return [
    failed({
      code: "OWNERS-KIND",
      problem: `\`${role4}\` must be held by ${wrong}: ${mention(person)}`,
      remedy: kind === "team" ? "name a team: `@<org>/<team>`" : "name one person: `@<login>`",
      at: cell.at,
      item: role4
    })
  ];
}
function judgeStanding({ facts, options: options2 }, role4, cell, person) {
  const { access, min_members } = options2;
  const asksGitHub = kindOf(options2) !== null || access !== void 0 || min_members !== void 0;
  const standing = asksGitHub ? standingOf(facts, person, { access, min_members }) : standingByName(person);
  if (standing === null || standing.state === "fine") return [];
  const told = { at: cell.at, item: role4 };
  return [failed({ ...toldOf(standing, person, role4, options2), ...told })];
}
function toldOf(standing, person, role4, { access, min_members }) {
  const who = mention(person);
  switch (standing.state) {
    case "unknown":
      return {
        code: "OWNERS-UNKNOWN",
        problem: `\`${role4}\` is held by ${who}, whom GitHub does not know${person.kind === "team" ? ", or whom the token may not see" : ""}`,
        remedy: "correct the name, or name who holds it now"
      };
    case "no-person":
      return {
        code: "OWNERS-KIND",
        problem: `\`${role4}\` is held by ${who}, which is ${standing.is}`,
        remedy: "name a person or a team: `@<login>`"
      };
    case "too-few":
      return {
        code: "OWNERS-TOO-FEW-MEMBERS",
        problem: `\`${role4}\` is held by ${who}, which has ${standing.members} ${standing.members === 1 ? "member" : "members"}; ${min_members ?? 1} are required`,
        remedy: "add members to the team, or name another"
      };
    case "no-access":
      return {
        code: "OWNERS-NO-ACCESS",
        problem: `\`${role4}\` is held by ${who}, who has \`${standing.access}\` access here; \`${access ?? "read"}\` is required`,
        remedy: "give them access to the repository, or name somebody who has it"
      };
  }
}
function mention({ name: name4 }) {
  return `\`@${name4}\``;
}

// src/rules/owners/judge-roles.ts
var SUGGESTED2 = 20;
function judgeRoles(scope, demands, source) {
  const byRole = /* @__PURE__ */ new Map();
  for (const row2 of source.rows) {
    const rows = byRole.get(keyOf(row2.role));
    if (rows === void 0) byRole.set(keyOf(row2.role), [row2]);
    else rows.push(row2);
  }
  const findings = [...source.remarks, ...source.rows.flatMap(judgeName)];
  const held = [];
  const missing3 = [];
  for (const demand of demands) {
    const rows = [...new Set(demand.names.map(keyOf))].flatMap((name4) => byRole.get(name4) ?? []);
    const [row2, second] = rows;
    if (row2 === void 0) missing3.push(demand);
    else if (second !== void 0) findings.push(twice(demand, row2, second));
    else {
      findings.push(...judgeRow(scope, demand, row2, source));
      held.push([demand.role, row2]);
    }
  }
  const seen = source.rows.map(({ role: role4 }) => role4);
  const roleMissing = missing3.map(
    (demand, index) => missingRole(demand, source, index < SUGGESTED2 ? suggest(demand.role, seen) : null)
  );
  return [...findings, ...roleMissing, ...judgeLoad(scope, held)];
}
function judgeName({ role: role4, at }) {
  const hidden = findHiddenCharacter(role4);
  if (hidden === null) return [];
  return [
    failed({
      code: "HIDDEN-CHARACTER",
      problem: `a role's name holds a ${hidden.name}`,
      remedy: "type the name anew",
      at,
      item: role4
    })
  ];
}
function twice({ role: role4 }, first, second) {
  return failed({
    code: "OWNERS-DUPLICATE",
    problem: `\`${role4}\` is there twice: lines ${first.at.line} and ${second.at.line}`,
    remedy: "keep one of them",
    at: second.at,
    item: role4
  });
}
function missingRole({ role: role4 }, { home, line }, meant) {
  const hint = meant === null ? "" : `did you mean \`${meant}\`? Rename it, or `;
  return failed({
    code: "OWNERS-ROLE-MISSING",
    problem: `nobody is named for \`${role4}\``,
    ...pasting(`${hint}add`, line(role4)),
    at: home,
    item: role4
  });
}
function judgeRow(scope, demand, row2, source) {
  const { role: role4 } = demand;
  const { options: options2 } = scope;
  const owner = filledIn(row2.owner);
  const backup = filledIn(row2.backup);
  return [
    ...owner === null ? [noOwner(role4, row2, source)] : judgeOwner2(scope, demand, owner),
    ...judgePresence(options2.escalation, row2, row2.escalation, {
      code: "OWNERS-ESCALATION-MISSING",
      problem: `\`${role4}\` has no escalation path`,
      remedy: "say where to turn when the owner does not answer: `<channel, rota or person>`"
    }),
    ...row2.escalation === null ? [] : hiddenCharacters(row2.escalation.at.file, [row2.escalation]),
    ...judgePresence(options2.backup, row2, row2.backup, {
      code: "OWNERS-BACKUP-MISSING",
      problem: `\`${role4}\` has no backup`,
      remedy: "name who stands in for the owner: `@<login>`"
    }),
    ...backup === null ? [] : judgeSecond(scope, demand, owner, backup)
  ];
}
function noOwner(role4, row2, source) {
  const said = row2.owner?.text ?? "";
  return failed({
    code: "OWNERS-EMPTY",
    problem: `\`${role4}\` has no owner${said === "" ? "" : `: the cell says \`${said}\``}`,
    ...pasting("fill it in:", source.line(role4)),
    at: row2.owner?.at ?? row2.at,
    item: role4
  });
}
function judgePresence(demanded2, row2, cell, told) {
  if (demanded2 === void 0 || filledIn(cell) !== null) return [];
  const about = { ...told, at: cell?.at ?? row2.at, item: row2.role };
  return [demanded2 === "required" ? failed(about) : warned(about)];
}
function judgeSecond(scope, demand, owner, backup) {
  const findings = scope.options.backup === void 0 ? [] : judgeBackup(scope, demand, backup);
  const owners2 = new Set(namesIn(owner));
  const same = namesIn(backup).find((name4) => owners2.has(name4));
  if (same === void 0) return findings;
  return [
    ...findings,
    warned({
      code: "OWNERS-BACKUP-SAME",
      problem: `\`@${same}\` is owner and backup of \`${demand.role}\``,
      remedy: "name somebody else as backup: `@<login>`",
      at: backup.at,
      item: demand.role
    })
  ];
}
function judgeLoad({ options: options2 }, held) {
  const most = options2.max_roles_per_person;
  if (most === void 0) return [];
  const roles = /* @__PURE__ */ new Map();
  for (const [role4, row2] of held) {
    for (const person of new Set(usersIn(row2.owner))) {
      const load = roles.get(person) ?? { names: [], last: row2 };
      load.names.push(role4);
      load.last = row2;
      roles.set(person, load);
    }
  }
  return [...roles].filter(([, { names: names2 }]) => names2.length > most).map(
    ([person, { names: names2, last }]) => warned({
      code: "OWNERS-TOO-MANY-ROLES",
      problem: `\`@${person}\` holds ${names2.length} roles, ${most} at most are recommended: ${names2.map((name4) => `\`${name4}\``).join(", ")}`,
      remedy: "hand one of them to somebody else",
      at: last.owner?.at ?? last.at,
      item: person
    })
  );
}
function namesIn(cell) {
  return parsePeople(cell?.text ?? "").people.map(({ name: name4 }) => name4.toLowerCase());
}
function usersIn(cell) {
  return parsePeople(cell?.text ?? "").people.filter(({ kind }) => kind === "user").map(({ name: name4 }) => name4.toLowerCase());
}

// src/rules/owners.ts
var owners = defineRule({
  type: "owners",
  meta: {
    holdsWhen: "each role is held by a real, allowed person or team",
    why: "What nobody owns is nobody's to mend at two in the morning. A name that does not exist, or that stands for everybody, is no owner.",
    ages: null
  },
  options: ownersOptions,
  reads: ["file", "account", "team"],
  codes: OWNERS_CODES,
  evaluate(facts, options2, context) {
    const demands = options2.roles.map(roleDemand);
    const read3 = options2.source === "table" ? tableRows(facts, options2, context) : options2.source === "codeowners" ? codeownersRows(facts, demands, context) : dataRows(facts, fillIn(options2.source, context.service));
    if (read3 === null) return [];
    if (isRefused(read3)) return read3.findings;
    return judgeRoles({ facts, options: options2 }, demands, read3);
  }
});

// src/rules/rollout/codes.ts
var ROLLOUT_CODES = {
  "ROLLOUT-STAGE": "The file names no stage of the policy",
  "ROLLOUT-PERCENT": "The percentage is missing or is no number from 0 to 100",
  "ROLLOUT-OUT-OF-RANGE": "The percentage is not in the stage's range",
  "ROLLOUT-DATE": "`started_at` is no ISO date",
  "ROLLOUT-FUTURE": "`started_at` lies after today",
  "ROLLOUT-SKIPPED": "A stage before it is left out",
  "ROLLOUT-DECREASE": "The exposure goes down and is not marked as a rollback",
  "ROLLOUT-NOT-A-ROLLBACK": "What is marked as a rollback does not lower the exposure",
  "ROLLOUT-SOAKING": "The step before has not been watched for long enough",
  "ROLLOUT-NO-HISTORY": "Since when the step before has been on the base branch is not known",
  "ROLLOUT-METRIC": "A KPI of the step before is not met or was not measured since"
};

// src/rules/settings/duration-setting.ts
function durationSetting(description) {
  return external_exports.string().regex(DURATION_PATTERN, "not a duration; use a number and h, d or w, such as 12h or 7d").describe(description);
}
function lengthOf(setting) {
  const length = parseDuration(setting);
  if (length === null) throw new RangeError(`\`${setting}\` is not a duration`);
  return length;
}

// src/rules/rollout/options.ts
var percent = external_exports.number().min(0).max(100);
var stage = external_exports.strictObject({
  id: external_exports.string().min(1).describe("What the file names as `stage`"),
  kind: external_exports.enum(["shadow", "canary", "limited", "partial", "full"]).default("partial").describe("What kind of exposure it is: `shadow` reaches nobody, `full` everybody"),
  percent: external_exports.tuple([percent, percent]).optional().describe(
    "The least and the most exposure; left out, it is 0 for `shadow` and 100 for `full`"
  ),
  min_soak: durationSetting(
    "How long each step in this stage is watched before the exposure may grow"
  ).optional(),
  metrics: external_exports.array(external_exports.string().min(1)).default([]).describe(
    "KPIs of the readiness document that must meet their minimum, measured since the step landed, before the exposure may grow"
  )
}).superRefine(({ kind, percent: percent2 }, context) => {
  const refuse4 = (message) => context.addIssue({ code: "custom", path: ["percent"], message });
  if (percent2 === void 0 && RANGES[kind] === void 0) {
    refuse4(`\`percent\` is required for a stage of the kind \`${kind}\``);
  }
  if (percent2 !== void 0 && percent2[0] > percent2[1]) {
    refuse4("the least exposure is more than the most");
  }
});
var RANGES = {
  shadow: [0, 0],
  full: [100, 100]
};
var rolloutOptions = external_exports.strictObject({
  file: external_exports.string().min(1).default("{path}/rollout.yml").describe("The file that states the exposure; `{service}` and `{path}` are filled in"),
  stages: external_exports.array(stage).min(1).superRefine((stages, context) => {
    for (const [index, { id, kind, percent: percent2 }] of stages.entries()) {
      const refuse4 = (key, message) => context.addIssue({ code: "custom", path: [index, key], message });
      if (stages.findIndex((other) => keyOf(other.id) === keyOf(id)) < index) {
        refuse4("id", `the stage \`${id}\` stands twice`);
      }
      const before = stages[index - 1];
      if (before !== void 0 && rangeOf({ kind, percent: percent2 })[1] < rangeOf(before)[0]) {
        refuse4("percent", `it is below that of \`${before.id}\`, the stage before it`);
      }
    }
  }).describe("The steps of exposure, in order"),
  no_skip: external_exports.boolean().default(true).describe("Whether each stage has to be gone through"),
  monotonic: external_exports.boolean().default(true).describe("Whether the exposure only grows, save for a marked rollback")
});
function rangeOf({
  kind,
  percent: percent2
}) {
  return percent2 ?? RANGES[kind] ?? [0, 100];
}

// src/rules/rollout/judge-statement.ts
function judgeStatement(statement, path2, stages, time3) {
  return [
    ...judgeStage(statement, path2, stages),
    ...judgePercent(statement, path2, stages),
    ...judgeStart(statement, path2, time3)
  ];
}
function judgeStage({ stage: stage2, stageText, at }, path2, stages) {
  if (stage2 !== null) return [];
  const ids = stages.map(({ id }) => id);
  const meant = stageText === null ? null : suggest(stageText, ids);
  const known = ids.map((id) => `\`${id}\``).join(", ");
  return [
    failed({
      code: "ROLLOUT-STAGE",
      problem: stageText === null ? `\`${path2}\` names no stage` : `\`${stageText}\` is no stage of the policy; its stages are ${known}`,
      ...meant === null ? pasting(`write one of ${known} as`, "stage: <stage>") : { remedy: `did you mean \`stage: ${meant}\`?`, paste: `stage: ${meant}` },
      at: placeIn(path2, at.stage),
      item: "stage"
    })
  ];
}
function judgePercent({ stage: stage2, percent: percent2, percentText, at }, path2, stages) {
  const told = { at: placeIn(path2, at.percent), item: "percent" };
  if (percent2 === null) {
    if (percentText === null && stage2 === null) return [];
    return [
      failed({
        code: "ROLLOUT-PERCENT",
        problem: percentText === null ? `\`${path2}\` does not say to how many percent` : `\`${percentText}\` is no number from 0 to 100`,
        ...pasting("write the exposure as", "percent: <number>"),
        ...told
      })
    ];
  }
  const asked2 = stage2 === null ? void 0 : stages[stage2];
  if (asked2 === void 0) return [];
  const [least, most] = rangeOf(asked2);
  if (percent2 >= least && percent2 <= most) return [];
  const range = least === most ? `is ${least} %` : `reaches from ${least} to ${most} %`;
  return [
    failed({
      code: "ROLLOUT-OUT-OF-RANGE",
      problem: `${percent2} % is not in the stage \`${asked2.id}\`, which ${range}`,
      remedy: "expose at most what the stage allows, or name the stage that is meant",
      ...told
    })
  ];
}
function judgeStart({ startedAt, at }, path2, time3) {
  if (startedAt === null) return [];
  const told = { at: placeIn(path2, at.started_at), item: "started_at" };
  if (startedAt.instant === null) {
    return [
      failed({
        code: "ROLLOUT-DATE",
        problem: `\`${startedAt.text}\` is no ISO date`,
        remedy: "write the day as `started_at: <YYYY-MM-DD>`, or the moment in UTC",
        paste: "started_at: <YYYY-MM-DD>",
        ...told
      })
    ];
  }
  if (time3.reached(startedAt.instant)) return [];
  return [
    failed({
      code: "ROLLOUT-FUTURE",
      problem: `\`started_at\` says ${startedAt.text}, which is still to come`,
      remedy: "leave it out until the exposure has started; the merge counts without it",
      ...told
    })
  ];
}

// src/rules/rollout/judge-step.ts
function grows({ before, step }) {
  if (before === null) return true;
  return step.stage > before.stage || step.percent > before.percent;
}
function shrinks({ before, step }) {
  if (before === null) return false;
  return step.stage < before.stage || step.percent < before.percent;
}
function judgeMove2(move, options2) {
  const { statement, path: path2 } = move;
  if (statement.isRollback && grows(move)) {
    return [
      failed({
        code: "ROLLOUT-NOT-A-ROLLBACK",
        problem: `${describe3(move, options2)} is marked as a rollback and exposes more than before`,
        remedy: "take the mark `rollback` away; a rollback only lowers the exposure",
        at: placeIn(path2, statement.at.rollback),
        item: "rollback"
      })
    ];
  }
  const decrease = options2.monotonic && shrinks(move) && !statement.isRollback ? [
    failed({
      code: "ROLLOUT-DECREASE",
      problem: `${describe3(move, options2)} exposes less than before and is not marked as a rollback`,
      ...pasting("if it is one, say why:", "rollback: <reason>"),
      at: placeIn(path2, statement.at.percent),
      item: "percent"
    })
  ] : [];
  return [...decrease, ...judgeSkip(move, options2)];
}
function judgeSkip(move, options2) {
  const { before, step, statement, path: path2 } = move;
  const skipped = options2.stages.slice((before?.stage ?? -1) + 1, step.stage);
  const [next] = skipped;
  if (next === void 0 || !options2.no_skip) return [];
  const names2 = skipped.map(({ id }) => `\`${id}\``).join(", ");
  const from = before === null ? "; the base branch states no step, or no base was named with `--base <ref>`" : "";
  return [
    failed({
      code: "ROLLOUT-SKIPPED",
      problem: `${describe3(move, options2)} leaves out ${names2}${from}`,
      ...pasting(`take the stage \`${next.id}\` first:`, `stage: ${next.id}`),
      at: placeIn(path2, statement.at.stage),
      item: "stage"
    })
  ];
}
function describe3({ before, step }, { stages }) {
  const name4 = ({ stage: stage2, percent: percent2 }) => `\`${stages[stage2]?.id ?? ""}\` at ${percent2} %`;
  return before === null ? name4(step) : `the step from ${name4(before)} to ${name4(step)}`;
}

// src/rules/rollout/step.ts
function isSameStep(a, b) {
  return a.stage === b.stage && a.percent === b.percent;
}
function readStatement(root, stages) {
  const at = (key) => valueAt(root, key)?.at ?? root.at;
  const stageText = textAt(root, "stage");
  const index = stages.findIndex(({ id }) => keyOf(id) === keyOf(stageText ?? ""));
  const stage2 = stageText === null || index < 0 ? null : index;
  const percentText = textAt(root, "percent");
  const started = textAt(root, "started_at");
  return {
    stage: stage2,
    stageText,
    percent: percentText === null ? impliedPercent(stages[stage2 ?? -1]) : readPercent(percentText),
    percentText,
    isRollback: marksRollback(valueAt(root, "rollback")),
    startedAt: started === null ? null : { text: started, instant: readInstant(started) },
    at: {
      stage: at("stage"),
      percent: at("percent"),
      rollback: at("rollback"),
      started_at: at("started_at")
    }
  };
}
function stepOf({ stage: stage2, percent: percent2, startedAt }) {
  if (stage2 === null || percent2 === null) return null;
  return { stage: stage2, percent: percent2, startedAt: startedAt?.instant ?? null };
}
function stepIn(content, path2, stages) {
  if (content.state !== "file") return null;
  const data = parseData(content.file, path2.toLowerCase().endsWith(".json") ? "json" : "yaml");
  return data.state === "parsed" ? stepOf(readStatement(data.root, stages)) : null;
}
function impliedPercent(stage2) {
  if (stage2 === void 0) return null;
  const [least, most] = rangeOf(stage2);
  return least === most ? least : null;
}
function readPercent(text4) {
  const quantity = parseQuantity(text4);
  if (quantity.state !== "quantity" || quantity.comparator !== null) return null;
  if (quantity.unit !== "" && quantity.unit !== "%") return null;
  return quantity.number >= 0 && quantity.number <= 100 ? quantity.number : null;
}
var NO = /* @__PURE__ */ new Set(["no", "off", "n", "false", "0"]);
function marksRollback(node2) {
  const value2 = node2?.value ?? null;
  if (typeof value2 === "string") return !NO.has(keyOf(value2)) && isFilledIn(value2);
  return value2 === true;
}
var INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z$/;
function readInstant(text4) {
  const day2 = readDate(INSTANT.exec(text4)?.[1] ?? text4);
  if (day2.state !== "date") return null;
  const instant = INSTANT.test(text4) ? Date.parse(text4) : startOf(day2.date);
  return Number.isNaN(instant) ? null : instant;
}
function textAt(root, key) {
  const value2 = valueAt(root, key)?.value ?? null;
  return value2 === null || typeof value2 === "object" ? null : String(value2).trim();
}

// src/rules/rollout/soak.ts
function onBaseSince(history, step, path2, stages) {
  let since = null;
  for (const version2 of history) {
    const then = stepIn(version2.content, path2, stages);
    if (then === null || !isSameStep(then, step)) break;
    since = version2.at;
  }
  return since === null ? null : Math.max(since, step.startedAt ?? since);
}

// src/rules/rollout/stage-metrics.ts
var QUESTION = {
  heading: null,
  file: null,
  columns: KPI_COLUMNS,
  required: ["KPI", "Actual"],
  under: "kpis",
  naming: "KPI",
  plain: "Actual"
};
function judgeStageMetrics(facts, kpis, since, context) {
  if (kpis.length === 0) return [];
  const anywhere = { ...context, gate: { id: "", title: "", heading: null } };
  const base = baseRecords(facts, anywhere, QUESTION);
  const read3 = readRecords(facts, anywhere, QUESTION);
  if (read3 === null || since === null) return [];
  if (isRefused(read3)) return read3.findings;
  const options2 = metricsOptions.parse({ require: kpis });
  const selection = selectKpis(read3, base, options2);
  const { path: path2 } = read3;
  return [
    ...selection.findings.map(asRollout),
    ...selection.kpis.flatMap((kpi) => {
      const judged = judgeKpi({ ...kpi, path: path2, options: options2, context: anywhere });
      return [...judged.map(asRollout), ...measuredBefore(kpi, since, path2)];
    })
  ].filter(({ outcome }) => outcome === "failed" || outcome === "errored");
}
function asRollout(finding2) {
  return { ...finding2, code: "ROLLOUT-METRIC" };
}
function measuredBefore({ kpi, row: row2 }, since, path2) {
  const cell = row2.cells.get("Measured");
  const read3 = readDate(cell?.text ?? "");
  if (read3.state === "other") return [];
  if (read3.state === "date" && read3.date >= dayOf(since)) return [];
  const said = read3.state === "date" ? `was last measured on ${read3.date}` : "says no day of measurement";
  return [
    failed({
      code: "ROLLOUT-METRIC",
      problem: `\`${kpi}\` ${said}; the step before has been on the base branch since ${dayOf(since)}`,
      remedy: "measure it at the present exposure and write the new actual with its day, as `<YYYY-MM-DD>`",
      at: placeIn(path2, cell?.at ?? row2.at),
      item: kpi
    })
  ];
}

// src/rules/rollout.ts
var rollout = defineRule({
  type: "rollout",
  meta: {
    holdsWhen: "the step of exposure is in range, in order and soaked",
    why: "What goes wrong at ten percent shows after a while and at ten percent. Each step is small, is watched, and its time runs from the merge, which nobody can type.",
    ages: null
  },
  options: rolloutOptions,
  reads: ["file", "history"],
  codes: ROLLOUT_CODES,
  evaluate(facts, options2, context) {
    const path2 = fillIn(options2.file, context.service);
    const base = facts.read("file", { path: path2, revision: "base" });
    const read3 = readData(facts, path2);
    if (read3 === null || base === null) return [];
    if (isRefused(read3)) return describeFile(read3, path2, options2);
    const { stages } = options2;
    const statement = readStatement(read3.root, stages);
    const wrong = judgeStatement(statement, path2, stages, context.time);
    const step = stepOf(statement);
    const before = stepIn(base, path2, stages);
    if (step === null || before !== null && isSameStep(before, step)) return wrong;
    const move = { before, step, statement, path: path2 };
    return [...wrong, ...judgeMove2(move, options2), ...judgeSoak(facts, move, options2, context)];
  }
});
function judgeSoak(facts, move, { stages }, context) {
  const { before, path: path2, statement } = move;
  const stage2 = before === null ? void 0 : stages[before.stage];
  if (before === null || stage2 === void 0 || !grows(move)) return [];
  const { min_soak, metrics: metrics2 } = stage2;
  const soak = min_soak === void 0 ? null : lengthOf(min_soak);
  if (soak === null && metrics2.length === 0) return [];
  const history = facts.read("history", { path: path2, revision: "base" });
  const since = history === null ? null : onBaseSince(history, before, path2, stages);
  const measured = judgeStageMetrics(facts, metrics2, since, context);
  if (history === null) return [];
  const at = placeIn(path2, statement.at.percent);
  const now = `\`${stage2.id}\` at ${before.percent} %`;
  if (since === null) {
    return [
      errored({
        code: "ROLLOUT-NO-HISTORY",
        problem: `the history of the base branch does not tell since when it has had ${now}`,
        remedy: "fetch the whole history (`git fetch --unshallow`) and judge again",
        at,
        item: "history"
      })
    ];
  }
  if (soak === null || context.time.reached(since + soak)) return measured;
  const end = formatInstant(since + soak);
  return [
    pending({
      code: "ROLLOUT-SOAKING",
      problem: `${now} has been on the base branch since ${formatInstant(since)} and is watched for ${formatDuration(soak)}, until ${end}`,
      remedy: `wait until ${end}; it is judged again then`,
      at,
      item: "percent"
    }),
    ...measured
  ];
}
function describeFile({ findings }, path2, { stages }) {
  const ids = stages.map(({ id }) => id).join(" | ");
  const paste = `stage: <${ids}>
percent: <number>`;
  const remedy = `create \`${path2}\`:

\`\`\`yaml
${paste}
\`\`\``;
  return findings.map(
    (finding2) => finding2.code === "FILE-MISSING" ? { ...finding2, remedy, paste } : finding2
  );
}

// src/rules/schedule/codes.ts
var SCHEDULE_CODES = {
  "SCHEDULE-MISSING": "A date the rule is about is not there",
  "SCHEDULE-NOT-A-DATE": "What stands there is not an ISO date",
  "SCHEDULE-FUTURE": "A date that says something happened lies after today",
  "SCHEDULE-OVER": "The deadline has passed",
  "SCHEDULE-ORDER": "A day comes before the one it has to follow",
  "SCHEDULE-TOO-SHORT": "It takes less time than it must",
  "SCHEDULE-TOO-LONG": "It takes more time than it may",
  "SCHEDULE-RUNNING": "The least time is not over yet",
  "SCHEDULE-NO-ENTRY": "The log has too few dated entries",
  "SCHEDULE-GAP": "Too much time lies between two entries of the log",
  "SCHEDULE-OVERDUE": "What was due has not been done",
  "SCHEDULE-LATE": "It is late, but within its grace, or was done late",
  "SCHEDULE-POSTPONED": "A day that has passed on the base branch lies ahead here, so nothing is due yet",
  "SCHEDULE-DUE": "Something is due by a day that lies ahead"
};

// src/rules/reading/data-path.ts
var DATA_PATH = /^(?:[^.[\]"\s](?:[^.[\]"]*[^.[\]"\s])?|\[\d{1,6}\]|\["[^"]+"\])(?:\.[^.[\]"\s](?:[^.[\]"]*[^.[\]"\s])?|\[\d{1,6}\]|\["[^"]+"\])*$/;
var LAST_STEP = /(?:\.?[^.[\]"]+|\[\d+\]|\["[^"]+"\])$/;
function parentPath(path2) {
  return path2.replace(LAST_STEP, "");
}
function nearestPlace(root, path2) {
  for (let above = parentPath(path2); above !== ""; above = parentPath(above)) {
    const node2 = valueAt(root, above);
    if (node2 !== null) return node2.at;
  }
  return root.at;
}

// src/rules/reading/key-line.ts
var LAST_KEY = /^(?:(.*)\.)?([^.[\]"]+)$/;
function keyLine(path2, value2) {
  const [, around = "", key = ""] = LAST_KEY.exec(path2) ?? [];
  if (key === "") return null;
  return { line: `${key}: ${value2}`, where: around === "" ? "" : ` under \`${around}\`` };
}

// src/rules/reading/structured-data.ts
function readStructuredData(facts, context, file2) {
  const path2 = file2 === null ? null : fillIn(file2, context.service);
  if (path2 !== null && !/\.(?:md|markdown)$/i.test(path2)) return readData(facts, path2);
  const read3 = path2 === null ? readReadiness(facts, context) : readMarkdown(facts, path2);
  if (read3 === null || isRefused(read3)) return read3;
  const front = frontMatterOf(read3.document, read3.path);
  return isRefused(front) ? front : { path: read3.path, root: front.root };
}

// src/rules/schedule/dated-text.ts
function dayIn(dated) {
  const { text: text4, name: name4, at, item: item2 } = dated;
  const read3 = readDate(text4);
  if (read3.state === "date") return read3.date;
  if (read3.state === "missing") return missingDay(name4, at, item2);
  const meant = read3.readings.map((day2) => `\`${day2}\``).join(" or ");
  return failed({
    code: "SCHEDULE-NOT-A-DATE",
    problem: `${name4} is \`${text4}\`, which is not an ISO date`,
    remedy: meant === "" ? "write the day as `<YYYY-MM-DD>`" : `write ${meant}`,
    at,
    item: item2
  });
}
function missingDay(name4, at, item2) {
  return failed({
    code: "SCHEDULE-MISSING",
    problem: `${name4} has no date`,
    remedy: `write the day: ${name4} is \`<YYYY-MM-DD>\``,
    at,
    item: item2
  });
}

// src/rules/schedule/references.ts
var TABLE_CELL = /^table\[([^\]]+)\]\.(.+)$/;
var MARKDOWN2 = /\.(?:md|markdown)$/i;
var DATA = /\.(?:ya?ml|json)$/i;
function readDateReference(text4) {
  const day2 = parseIsoDate(text4);
  if (day2 !== null) return reference({ kind: "day", day: day2 });
  if (/^\d{4}\b/.test(text4)) return invalid(`\`${text4}\` is no day; write it as \`YYYY-MM-DD\``);
  const cell = TABLE_CELL.exec(text4);
  if (cell !== null) {
    const [, row2 = "", column2 = ""] = cell;
    return reference({ kind: "table", row: row2.trim(), column: column2.trim() });
  }
  const { file: file2, rest } = split(text4);
  if (file2 !== null && !MARKDOWN2.test(file2) && !DATA.test(file2)) {
    return invalid(`\`${file2}\` is no .yml, .json or .md file`);
  }
  const path2 = rest ?? "";
  const refused = pathProblem(path2);
  return refused ?? reference({ kind: "data", file: file2, path: path2 });
}
function readLogReference(text4) {
  const { file: file2, rest } = split(text4);
  if (file2 === null) {
    if (text4.startsWith("#")) return section2(null, text4.slice(1).trim());
    if (/\.csv$/i.test(text4)) return reference({ kind: "csv", file: text4 });
    if (MARKDOWN2.test(text4)) return section2(text4, null);
    if (DATA.test(text4)) return reference({ kind: "data", file: text4, path: null });
    return pathProblem(text4) ?? reference({ kind: "data", file: null, path: text4 });
  }
  if (MARKDOWN2.test(file2)) return section2(file2, rest);
  if (!DATA.test(file2)) return invalid(`\`${file2}\` is no .yml, .json or .md file`);
  return pathProblem(rest ?? "") ?? reference({ kind: "data", file: file2, path: rest });
}
var CLAIMS = /* @__PURE__ */ new Set([
  "approved",
  "audited",
  "completed",
  "decided",
  "deployed",
  "done",
  "finished",
  "held",
  "launched",
  "measured",
  "merged",
  "rehearsed",
  "released",
  "reviewed",
  "signed",
  "tested"
]);
function isClaim(reference2) {
  if (reference2.kind === "day") return false;
  const name4 = reference2.kind === "table" ? reference2.column : reference2.path;
  const last = name4.split(".").at(-1) ?? name4;
  return keyOf(last).split(/[^a-z]+/).some((word) => CLAIMS.has(word));
}
function split(text4) {
  const sign = text4.indexOf("#");
  if (sign <= 0) return { file: null, rest: text4 };
  return { file: text4.slice(0, sign), rest: text4.slice(sign + 1) };
}
function pathProblem(path2) {
  if (/^front_?matter\./i.test(path2)) {
    return invalid(
      `leave out \`front_matter.\`: \`${path2.slice(path2.indexOf(".") + 1)}\` is enough`
    );
  }
  if (DATA_PATH.test(path2)) return null;
  return invalid(
    `\`${path2}\` names no date; write a day, \`phases.launch\`, \`plan.yml#launch\` or \`table[Row].Column\``
  );
}
function section2(file2, heading) {
  return heading === "" ? invalid("the heading behind `#` is empty") : reference({ kind: "section", file: file2, heading });
}
function reference(found2) {
  return { state: "reference", reference: found2 };
}
function invalid(message) {
  return { state: "invalid", message };
}

// src/rules/schedule/find-date.ts
function findDate(scope, setting) {
  const text4 = typeof setting === "string" ? setting : setting.date;
  const read3 = readDateReference(text4);
  if (read3.state === "invalid") return { findings: [] };
  const found2 = lookUp(scope, text4, read3.reference);
  if (found2 === null || "findings" in found2) return found2;
  const happened = typeof setting !== "string" || isClaim(read3.reference);
  if (!happened || !scope.context.time.isAhead(found2.day)) return found2;
  return refuse2(
    failed({
      code: "SCHEDULE-FUTURE",
      problem: `${found2.name} says that something happened on ${found2.day}, which lies after today, ${scope.context.time.today}`,
      remedy: "write the day on which it happened, as `<YYYY-MM-DD>`",
      at: found2.at,
      item: found2.item
    })
  );
}
function lookUp(scope, text4, reference2) {
  switch (reference2.kind) {
    case "day":
      return { day: reference2.day, name: `\`${text4}\``, at: null, item: text4 };
    case "data":
      return inData(scope, text4, reference2.file, reference2.path);
    case "table":
      return inTable(scope, text4, reference2.row, reference2.column);
  }
}
function inData({ facts, context }, text4, file2, path2) {
  const read3 = readStructuredData(facts, context, file2);
  if (read3 === null || isRefused(read3)) return read3;
  const name4 = `\`${path2}\` in \`${read3.path}\``;
  if (read3.root === null) {
    return refuse2(writtenAs(path2, missingDay(name4, topOf(read3.path), text4)));
  }
  const node2 = valueAt(read3.root, path2);
  const at = placeIn(read3.path, node2?.at ?? nearestPlace(read3.root, path2));
  const day2 = found(scalarText2(node2), name4, at, text4);
  if (day2 === null || !("findings" in day2)) return day2;
  return refuse2(...day2.findings.map((finding2) => writtenAs(path2, finding2)));
}
function writtenAs(path2, finding2) {
  const written = keyLine(path2, "<YYYY-MM-DD>");
  if (written === null || finding2.code !== "SCHEDULE-MISSING") return finding2;
  const { line, where } = written;
  return { ...finding2, remedy: `write the day: \`${line}\`${where}`, paste: line };
}
function scalarText2(node2) {
  const value2 = node2?.value ?? "";
  return typeof value2 === "object" ? "a list or map" : String(value2);
}
function inTable({ facts, context, heading }, text4, row2, column2) {
  const read3 = readReadiness(facts, context);
  if (read3 === null || isRefused(read3)) return read3;
  const wanted2 = { heading, columns: { [column2]: [column2] }, required: [column2] };
  const bound = gateTable(read3.document, read3.path, context, wanted2);
  if (isRefused(bound)) return bound;
  const { table: table2, index } = bound;
  const name4 = `\`${column2}\` of \`${row2}\``;
  const rows = table2.rows.filter((cells3) => keyOf(cells3[0]?.text ?? "") === keyOf(row2));
  const [cells2, second] = rows;
  if (cells2 === void 0) {
    return refuse2(
      failed({
        code: "SCHEDULE-MISSING",
        problem: `the table has no row that begins with \`${row2}\``,
        remedy: `add the row \`${row2}\` with \`<YYYY-MM-DD>\` under \`${column2}\``,
        at: placeIn(read3.path, table2.at),
        item: text4
      })
    );
  }
  if (second !== void 0) {
    const lines = rows.map((one) => `line ${one[0]?.at.line}`).join(", ");
    return refuse2(
      failed({
        code: "TABLE-AMBIGUOUS",
        problem: `${rows.length} rows begin with \`${row2}\`: ${lines}`,
        remedy: "keep one of them",
        at: placeIn(read3.path, second[0]?.at ?? table2.at),
        item: text4
      })
    );
  }
  const cell = cells2[index[column2] ?? -1];
  const at = placeIn(read3.path, cell?.at ?? cells2[0]?.at ?? table2.at);
  return found(cell?.text ?? "", name4, at, text4);
}
function found(text4, name4, at, item2) {
  const hidden = hiddenCharacters(at.file, [{ text: text4, at }]);
  if (hidden.length > 0) return refuse2(...hidden);
  const day2 = dayIn({ text: text4, name: name4, at, item: item2 });
  return typeof day2 === "string" ? { day: day2, name: name4, at, item: item2 } : refuse2(day2);
}
function refuse2(...findings) {
  return { findings };
}

// src/rules/schedule/entries-in-document.ts
var DATE_COLUMNS = {
  Date: ["Date", "Day", "Held", "Held on", "Done", "Done on", "Reviewed", "Reviewed on", "When"]
};
function entriesInDocument(document2, path2, section3) {
  const planned = new Set(
    document2.items.filter((item2) => !item2.ticked).map((item2) => item2.at.line)
  );
  const found2 = [
    ...tablesIn(document2, section3).map((table2) => entriesInTable(table2, path2)),
    ...blocksIn(document2, section3).filter(({ kind, at }) => kind === "heading" || kind === "item" && !planned.has(at.line)).map((block) => entryInBlock(block, path2))
  ];
  return {
    entries: found2.flatMap(({ entries }) => entries),
    wrong: found2.flatMap(({ wrong }) => wrong)
  };
}
function entriesInTable(table2, path2) {
  const { index, ambiguous } = matchColumns(table2, DATE_COLUMNS);
  const position = index.Date;
  const wrong = ambiguous.map(({ name: name4, at }) => columnAmbiguous(path2, name4, at));
  const entries = [];
  if (position === void 0) return { entries, wrong };
  for (const row2 of table2.rows) {
    const cell = row2[position];
    if (cell === void 0 || isMissing(cell.text)) continue;
    const hidden = hiddenCharacters(path2, row2);
    if (hidden.length > 0) {
      wrong.push(...hidden);
      continue;
    }
    const others = row2.filter((_, at2) => at2 !== position);
    const says = others.some(({ text: text4 }) => isFilledIn(text4));
    if (others.length > 0 && !says) continue;
    const at = placeIn(path2, cell.at);
    const name4 = `the date in line ${at.line}`;
    const day2 = dayIn({ text: cell.text, name: name4, at, item: `${path2} ${cell.text}` });
    if (typeof day2 === "string") entries.push({ day: day2, at });
    else wrong.push(day2);
  }
  return { entries, wrong };
}
var DATE_LENGTH = "2026-10-01".length;
function entryInBlock({ kind, text: text4, at }, path2) {
  const day2 = parseIsoDate(text4.slice(0, DATE_LENGTH));
  const rest = text4.slice(DATE_LENGTH);
  if (day2 === null || /^[\dA-Za-z-]/.test(rest)) return { entries: [], wrong: [] };
  const hidden = hiddenCharacters(path2, [{ text: text4, at }]);
  if (hidden.length > 0) return { entries: [], wrong: hidden };
  const said = rest.replace(/^[\s:,.;·–—]+/, "");
  const says = isFilledIn(said) || kind === "heading" && said === "";
  if (!says) return { entries: [], wrong: [] };
  return { entries: [{ day: day2, at: placeIn(path2, at) }], wrong: [] };
}

// src/rules/schedule/entries-in-data.ts
var DATE_KEYS = new Set(DATE_COLUMNS.Date.map(keyOf));
function entriesInData({ value: value2 }, path2) {
  if (!Array.isArray(value2)) return null;
  const entries = [];
  const wrong = [];
  for (const node2 of value2) {
    const { text: text4, at } = dateOf(node2);
    const hidden = hiddenCharacters(path2, [{ text: text4, at }]);
    const place = placeIn(path2, at);
    const name4 = `the entry in line ${at.line}`;
    const day2 = dayIn({ text: text4, name: name4, at: place, item: `${path2} ${text4}`.trimEnd() });
    if (hidden.length > 0) wrong.push(...hidden);
    else if (typeof day2 === "string") entries.push({ day: day2, at: place });
    else wrong.push(day2);
  }
  return { entries, wrong };
}
function dateOf(node2) {
  if (!(node2.value instanceof Map)) return { text: textOf4(node2), at: node2.at };
  const fields3 = node2.value;
  const dates = [...fields3].filter(([key]) => DATE_KEYS.has(keyOf(key.replaceAll("_", " "))));
  const [first, second] = dates;
  if (first === void 0 || second !== void 0) return { text: "", at: node2.at };
  return { text: textOf4(first[1].node), at: first[1].node.at };
}
function textOf4({ value: value2 }) {
  if (value2 === null) return "";
  return typeof value2 === "object" ? "a list or map" : String(value2);
}

// src/rules/schedule/find-log.ts
var ITEM = "- <YYYY-MM-DD>: <what was found and decided>";
function findLog(scope, setting) {
  const read3 = setting === void 0 ? { state: "reference", reference: { kind: "section", file: null, heading: null } } : readLogReference(setting);
  if (read3.state === "invalid") return { findings: [] };
  switch (read3.reference.kind) {
    case "section":
      return inSection(scope, read3.reference);
    case "data":
      return inData2(scope, read3.reference);
    case "csv":
      return inCsv(scope, read3.reference.file);
  }
}
function inSection({ facts, context, heading }, reference2) {
  const read3 = reference2.file === null ? readReadiness(facts, context) : readMarkdown(facts, fillIn(reference2.file, context.service));
  if (read3 === null || isRefused(read3)) return read3;
  const { document: document2, path: path2 } = read3;
  const bound = reference2.file === null ? gateSection(document2, path2, context, reference2.heading ?? heading) : fileSection(document2, path2, reference2.heading);
  if (isRefused(bound)) return bound;
  const section3 = bound.section ?? document2.sections[0];
  if (section3 === void 0) return refuse();
  const isWhole = section3.depth === 0;
  return {
    ...entriesInDocument(document2, path2, section3),
    name: isWhole ? `\`${path2}\`` : `the section \`${section3.heading}\` of \`${path2}\``,
    at: isWhole ? topOf(path2) : placeIn(path2, section3.at),
    form: ITEM
  };
}
function fileSection(document2, path2, heading) {
  if (heading === null) return { section: null };
  const found2 = findSection(document2, { heading, id: "", title: "" });
  if (found2.state === "found") return { section: found2.section };
  if (found2.state === "missing") return refuse(sectionMissing(path2, heading, found2.seen));
  const lines = found2.sections.map((section3) => `line ${section3.at.line}`).join(", ");
  const [, second] = found2.sections;
  return refuse(
    failed({
      code: "SECTION-AMBIGUOUS",
      problem: `${found2.sections.length} headings fit \`${heading}\`: ${lines}`,
      remedy: "rename all but one, or name the one meant as `<Parent> > <Child>`",
      at: second === void 0 ? topOf(path2) : placeIn(path2, second.at),
      item: heading
    })
  );
}
function inData2({ facts, context }, { file: file2, path: path2 }) {
  const read3 = readStructuredData(facts, context, file2);
  if (read3 === null || isRefused(read3)) return read3;
  const { root } = read3;
  const name4 = path2 === null ? `\`${read3.path}\`` : `\`${path2}\` in \`${read3.path}\``;
  const form2 = "- {date: <YYYY-MM-DD>, result: <what was found and decided>}";
  const node2 = root === null || path2 === null ? root : valueAt(root, path2);
  if (root === null || node2 === null || node2.value === null) {
    const at2 = root === null ? topOf(read3.path) : placeIn(read3.path, nearestPlace(root, path2 ?? ""));
    return { entries: [], wrong: [], name: name4, at: at2, form: form2 };
  }
  const at = placeIn(read3.path, node2.at);
  const found2 = entriesInData(node2, read3.path);
  return found2 === null ? refuse(fileMalformed(read3.path, `${name4} is no list of entries`, at)) : { ...found2, name: name4, at, form: form2 };
}
function inCsv({ facts, context }, file2) {
  const path2 = fillIn(file2, context.service);
  const read3 = readFile(facts, path2);
  if (read3 === null || isRefused(read3)) return read3;
  const csv = parseCsv(read3.file);
  return csv.state === "malformed" ? refuse(fileMalformed(path2, csv.problem, placeIn(path2, csv.at))) : {
    ...entriesInTable(csv.table, path2),
    name: `\`${path2}\``,
    at: topOf(path2),
    form: "<YYYY-MM-DD>,<what was found and decided>"
  };
}

// src/rules/schedule/postponed.ts
function postponed(scope, setting, day2) {
  const before = findDate({ ...scope, facts: onBase(scope.facts) }, setting);
  if (before === null || "findings" in before) return [];
  const { time: time3 } = scope.context;
  if (time3.isAhead(before.day)) return [];
  return [
    warned({
      code: "SCHEDULE-POSTPONED",
      problem: `${day2.name} is ${day2.day}, which lies ahead; on the base branch it was ${before.day}, so what is due since then is put off`,
      remedy: `put \`${before.day}\` back, unless it has not happened after all`,
      at: day2.at,
      item: day2.item
    })
  ];
}
function onBase(facts) {
  return {
    read(kind, about) {
      return facts.read(kind, { ...about, revision: "base" });
    }
  };
}

// src/rules/schedule/scope.ts
function refusals(lookups) {
  const findings = lookups.flatMap(
    (lookup) => lookup !== null && "findings" in lookup ? lookup.findings : []
  );
  return findings.length === 0 && lookups.includes(null) ? null : findings;
}

// src/rules/schedule/judge-cadence.ts
function judgeCadence(scope, cadence) {
  const { time: time3 } = scope.context;
  const log2 = findLog(scope, cadence.log);
  const since = cadence.since === void 0 ? void 0 : findDate(scope, cadence.since);
  const refused = refusals(since === void 0 ? [log2] : [log2, since]);
  if (refused === null || log2 === null || since === null) return refused ?? [];
  if ("findings" in log2 || since !== void 0 && "findings" in since) return refused;
  const wrong = [...log2.wrong, ...futureEntries(log2, time3)];
  if (since !== void 0 && cadence.since !== void 0 && time3.isAhead(since.day)) {
    return [...wrong, ...postponed(scope, cadence.since, since)];
  }
  const entries = newestFirst(log2.entries.filter(({ day: day2 }) => !time3.isAhead(day2)));
  const begun = since === void 0 ? [] : [{ day: since.day, at: since.at ?? log2.at }];
  return [...wrong, ...judgeIntervals(newestFirst([...entries, ...begun]), log2, cadence, time3)];
}
function futureEntries(log2, time3) {
  return log2.entries.filter(({ day: day2 }) => time3.isAhead(day2)).map(
    ({ day: day2, at }) => failed({
      code: "SCHEDULE-FUTURE",
      problem: `${log2.name} has an entry of ${day2}, which lies after today, ${time3.today}`,
      remedy: "write the day on which it happened, as `<YYYY-MM-DD>`",
      at,
      item: `${at.file} ${day2}`
    })
  );
}
function judgeIntervals(entries, log2, cadence, time3) {
  const { intervals } = cadence;
  const [newest] = entries;
  if (newest === void 0 || entries.length < intervals) return [tooFew(log2, intervals)];
  const findings = [];
  const every = lengthOf(cadence.every);
  const grace = cadence.grace === void 0 ? 0 : lengthOf(cadence.grace);
  const rhythm = `every ${formatDuration(every)}`;
  const last = `the last entry of ${log2.name} is of ${newest.day}, ${time3.daysSince(newest.day)} days ago`;
  const about = {
    ...pasting("hold it and add an entry:\n\n", log2.form),
    at: newest.at,
    item: log2.name
  };
  if (time3.isOlder(newest.day, every + grace)) {
    const problem = `${last}; ${rhythm} there has to be one`;
    findings.push(failed({ code: "SCHEDULE-OVERDUE", problem, ...about }));
  } else if (time3.isOlder(newest.day, every)) {
    const problem = `${last}; ${rhythm} there should be one, and the grace of ${formatDuration(grace)} is running`;
    findings.push(warned({ code: "SCHEDULE-LATE", problem, ...about }));
  }
  for (const [index, { day: day2, at }] of entries.slice(0, intervals - 1).entries()) {
    const before = entries[index + 1]?.day ?? day2;
    if (daysBetween(before, day2) * DAY <= every + grace) continue;
    findings.push(gap(log2, before, day2, rhythm, at));
  }
  return findings;
}
function tooFew(log2, intervals) {
  const wanted2 = intervals === 1 ? "no dated entry" : `fewer than ${intervals} dated entries`;
  return failed({
    code: "SCHEDULE-NO-ENTRY",
    problem: `${log2.name} has ${wanted2}`,
    ...pasting("add one for each time it took place:\n\n", log2.form),
    at: log2.at,
    item: log2.name
  });
}
function gap(log2, before, day2, rhythm, at) {
  return failed({
    code: "SCHEDULE-GAP",
    problem: `between the entries of ${before} and ${day2} of ${log2.name} lie ${daysBetween(before, day2)} days; ${rhythm} there has to be one`,
    ...pasting("add what is missing if it took place:\n\n", log2.form),
    at,
    item: `${log2.name} ${day2}`
  });
}
function newestFirst(entries) {
  const byDay = new Map(entries.map((entry) => [entry.day, entry]));
  return [...byDay.values()].sort((a, b) => a.day < b.day ? 1 : -1);
}

// src/rules/schedule/judge-dates.ts
function judgeDeadline(scope, setting) {
  const deadline = findDate(scope, setting);
  if (deadline === null) return [];
  if ("findings" in deadline) return deadline.findings;
  if (!scope.context.time.isOver(deadline.day)) return [];
  return [
    failed({
      code: "SCHEDULE-OVER",
      problem: `the deadline ${named(deadline)} has passed`,
      remedy: "agree on a new date with those who set it, or stop",
      at: deadline.at,
      item: deadline.item
    })
  ];
}
function judgeSequence(scope, settings) {
  const found2 = settings.map((setting) => findDate(scope, setting));
  const findings = [...refusals(found2) ?? []];
  let before = null;
  for (const date6 of found2) {
    if (date6 === null || "findings" in date6) continue;
    if (before !== null && date6.day < before.day) {
      findings.push(outOfOrder(before, date6));
    }
    before = date6;
  }
  return findings;
}
function judgeDuration(scope, { start, end, ...range }) {
  const min = range.min === void 0 ? void 0 : lengthOf(range.min);
  const max = range.max === void 0 ? void 0 : lengthOf(range.max);
  const from = findDate(scope, start);
  const to = end === void 0 ? void 0 : findDate(scope, end);
  const refused = refusals(to === void 0 ? [from] : [from, to]);
  if (refused === null || from === null || to === null) return refused ?? [];
  if ("findings" in from || to !== void 0 && "findings" in to) return refused;
  if (to === void 0) return judgeRunning(scope, from, min, max);
  if (to.day < from.day) return [outOfOrder(from, to)];
  const days = daysBetween(from.day, to.day);
  const took = `from ${named(from)} to ${named(to)} it is ${formatDuration(days * DAY)}`;
  const place = { at: to.at ?? from.at, item: `${from.item} ${to.item}` };
  if (min !== void 0 && days * DAY < min) {
    const problem = `${took}; ${formatDuration(min)} are the least`;
    const remedy = "give it the time it needs, or say why it needs less and ask for a waiver";
    return [failed({ code: "SCHEDULE-TOO-SHORT", problem, remedy, ...place })];
  }
  if (max !== void 0 && days * DAY > max) {
    const problem = `${took}; ${formatDuration(max)} are the most`;
    const remedy = "cut the scope until it fits, or ask for a waiver";
    return [failed({ code: "SCHEDULE-TOO-LONG", problem, remedy, ...place })];
  }
  return [];
}
function judgeRunning({ context: { time: time3 } }, start, min, max) {
  const place = { at: start.at, item: start.item };
  const least = startOf(start.day) + (min ?? 0);
  if (!time3.reached(least)) {
    return [
      pending({
        code: "SCHEDULE-RUNNING",
        problem: `since ${named(start)} less than ${formatDuration(min ?? 0)} have passed; they are over on ${formatInstant(least)}`,
        remedy: `wait until ${formatInstant(least)}; it is judged again then`,
        ...place
      })
    ];
  }
  if (max === void 0 || !time3.reached(endOf(start.day) + max)) return [];
  return [
    failed({
      code: "SCHEDULE-TOO-LONG",
      problem: `since ${named(start)} more than ${formatDuration(max)} have passed`,
      remedy: "bring it to an end and write the last day, or decide to stop",
      ...place
    })
  ];
}
function outOfOrder(before, date6) {
  return failed({
    code: "SCHEDULE-ORDER",
    problem: `${named(date6)} comes before ${named(before)}, which it has to follow`,
    remedy: "mend the date that is wrong, or do things in order",
    at: date6.at ?? before.at,
    item: date6.item
  });
}
function named({ name: name4, day: day2, at }) {
  return at === null ? name4 : `${name4} (${day2})`;
}

// src/rules/schedule/judge-due.ts
function judgeDue(scope, due) {
  const event = findDate(scope, due.event);
  if (event === null) return [];
  if ("findings" in event) return event.findings;
  if (scope.context.time.isAhead(event.day)) {
    return [...postponed(scope, due.event, event), ...judgePlan(scope, due, event)];
  }
  const deed = due.done === void 0 ? fromLog(scope, due, event) : fromDate(scope, due.done, event);
  return deed === null ? [] : [...deed.findings, ...judgeDeed(scope, due, event, deed)];
}
function judgePlan(scope, due, event) {
  const planned = due.done === void 0 ? null : findDate(scope, due.done);
  if (planned === null) return [];
  if ("findings" in planned) return withoutNotYet(planned.findings);
  const { day: day2, at } = planned;
  return judgeDeed(scope, due, event, { day: day2, at, findings: [], fix: { remedy: "" } });
}
function lastDay(event, { within }) {
  return dayOf(endOf(event.day) + lengthOf(within) - 1);
}
function judgeDeed({ context: { time: time3 } }, due, event, { day: day2, fix, at }) {
  const within = lengthOf(due.within);
  const last = lastDay(event, due);
  const what = `what is due within ${formatDuration(within)} of ${named(event)}`;
  const about = { at: at ?? event.at, item: event.item };
  if (day2 !== null && day2 <= last) return [];
  if (day2 !== null && time3.isAhead(day2)) {
    const problem2 = `${what} is planned for ${day2}, after ${last}`;
    return [failed({ code: "SCHEDULE-OVERDUE", problem: problem2, remedy: "plan it earlier", ...about })];
  }
  if (day2 !== null) {
    const problem2 = `${what} was done on ${day2}, after ${last}`;
    const remedy = "nothing is left to do; be earlier the next time";
    return [warned({ code: "SCHEDULE-LATE", problem: problem2, remedy, ...about })];
  }
  if (time3.isOlder(event.day, within)) {
    const problem2 = `${what} has not been done; the last day was ${last}`;
    return [failed({ code: "SCHEDULE-OVERDUE", problem: problem2, ...fix, ...about })];
  }
  const problem = `${what} has to be done by ${last}`;
  return [noted({ code: "SCHEDULE-DUE", problem, ...fix, ...about })];
}
function fromDate(scope, setting, event) {
  const done = findDate(scope, setting);
  if (done === null) return null;
  const name4 = typeof setting === "string" ? setting : setting.date;
  const fix = { remedy: `do it, then write the day: \`${name4}\` is \`<YYYY-MM-DD>\`` };
  if (!("findings" in done)) {
    const day2 = done.day < event.day ? null : done.day;
    return { day: day2, findings: [], fix, at: done.at };
  }
  const findings = withoutNotYet(done.findings);
  const at = done.findings[0]?.at ?? null;
  return { day: null, findings, fix, at };
}
function fromLog(scope, { log: setting }, event) {
  const log2 = findLog(scope, setting);
  if (log2 === null) return null;
  if ("findings" in log2) {
    const at = log2.findings[0]?.at ?? null;
    return { day: null, findings: withoutNotYet(log2.findings), fix: { remedy: ITEM2 }, at };
  }
  const { time: time3 } = scope.context;
  const days = log2.entries.map(({ day: day2 }) => day2).filter((day2) => day2 >= event.day && !time3.isAhead(day2)).sort();
  const findings = [...log2.wrong, ...futureEntries(log2, time3)];
  const fix = pasting("do it and add an entry:\n\n", log2.form);
  return { day: days[0] ?? null, findings, fix, at: log2.at };
}
function withoutNotYet(findings) {
  return findings.filter(({ code }) => code !== "SCHEDULE-MISSING" && code !== "FILE-MISSING");
}
var ITEM2 = "do it and add an entry with its day: `<YYYY-MM-DD>`";

// src/rules/schedule/options.ts
function referenceText(read3) {
  return external_exports.string().superRefine((text4, context) => {
    const result = read3(text4);
    if (result.state === "invalid") {
      context.addIssue({ code: "custom", message: result.message });
    }
  });
}
var dateText = referenceText(readDateReference);
function date5(description) {
  return external_exports.union([
    dateText,
    external_exports.strictObject({
      date: dateText.describe("Where the date stands"),
      happened: external_exports.literal(true).describe("The date says that something happened: one after today fails")
    })
  ]).describe(description);
}
var log = referenceText(readLogReference).optional().describe(
  "Where the dated entries stand: `#Heading`, a markdown file (`docs/reviews.md#2026`), a data file (`reviews.yml#held`), a CSV file or a list in the front matter; without it the gate's section"
);
var forms = {
  deadline: date5("A day; after it the rule fails").optional(),
  duration: external_exports.strictObject({
    start: date5("First day"),
    end: date5("Last day; without it the time runs until today").optional(),
    min: durationSetting("The least it may take").optional(),
    max: durationSetting("The most it may take").optional()
  }).refine(({ min, max }) => min !== void 0 || max !== void 0, {
    error: "give `min`, `max` or both"
  }).refine(({ min = "", max = "" }) => !isLonger(min, max), {
    error: "`min` is longer than `max`",
    path: ["min"]
  }).optional().describe("The time between two days is in range"),
  sequence: external_exports.array(date5("A day, not before the one above it")).min(2).optional().describe("Days that are in this order; two of them may be the same"),
  cadence: external_exports.strictObject({
    log,
    every: durationSetting("The most that may lie between two entries, the newest and today"),
    grace: durationSetting("How much later an entry may come with a warning").optional(),
    since: date5("The day the cadence begins; before it the rule holds").optional(),
    intervals: external_exports.number().int().positive().default(1).describe("How many of the last intervals are judged, the running one included")
  }).optional().describe("A log has an entry at least so often"),
  due: external_exports.strictObject({
    event: date5("The day from which the time runs; before it the rule holds"),
    within: durationSetting("How long there is to do it"),
    done: date5("The day on which it is done, or planned").optional(),
    log
  }).refine(({ done, log: log2 }) => done === void 0 || log2 === void 0, {
    error: "`done` and `log` exclude each other",
    path: ["log"]
  }).optional().describe("Something is done, or planned, within a time after an event")
};
function isLonger(a, b) {
  const [first, second] = [parseDuration(a), parseDuration(b)];
  return first !== null && second !== null && first > second;
}
var FORMS = Object.keys(forms);
var scheduleOptions = external_exports.strictObject({
  heading: external_exports.string().trim().min(1).optional().describe("Heading of the section that holds the table or the log"),
  ...forms
}).superRefine((options2, context) => {
  const given = FORMS.filter((form2) => options2[form2] !== void 0);
  if (given.length === 1) return;
  const names2 = FORMS.map((form2) => `\`${form2}\``).join(", ");
  context.addIssue({
    code: "custom",
    ...given[1] === void 0 ? {} : { path: [given[1]] },
    message: `give exactly one of ${names2}`
  });
});

// src/rules/schedule.ts
var schedule = defineRule({
  type: "schedule",
  meta: {
    holdsWhen: "dates are in order, in range or on cadence",
    why: "A pilot without an end, a review that was held once, a decision taken before its audit: what slips is seen by comparing dates, if anybody does.",
    ages: null
  },
  options: scheduleOptions,
  reads: ["file"],
  codes: SCHEDULE_CODES,
  evaluate(facts, options2, context) {
    const scope = { facts, context, heading: options2.heading ?? null };
    const { deadline, duration: duration4, sequence, cadence, due } = options2;
    if (deadline !== void 0) return judgeDeadline(scope, deadline);
    if (duration4 !== void 0) return judgeDuration(scope, duration4);
    if (sequence !== void 0) return judgeSequence(scope, sequence);
    if (cadence !== void 0) return judgeCadence(scope, cadence);
    return due === void 0 ? [] : judgeDue(scope, due);
  }
});

// src/rules/score/codes.ts
var SCORE_CODES = {
  "SCORE-MISSING": "A criterion has no row",
  "SCORE-DUPLICATE": "A criterion has two rows",
  "SCORE-EMPTY": "A criterion has a row and no score",
  "SCORE-NOT-WHOLE": "A score is no whole number",
  "SCORE-OUT-OF-SCALE": "A score lies outside the scale",
  "SCORE-BELOW-FLOOR": "A score lies under the floor",
  "SCORE-TOO-FEW": "Too few criteria have the score that marks a good choice"
};

// src/rules/score/options.ts
var name3 = external_exports.string().trim().min(1);
var namedCriterion = external_exports.strictObject({
  criterion: name3.describe("Its name, as messages spell it"),
  aliases: external_exports.array(name3).default([]).describe("Other names the document may use for it")
});
var scoreOptions = external_exports.strictObject({
  heading: name3.optional().describe("Heading of the section that holds the table"),
  file: external_exports.string().regex(/\.(ya?ml|json|csv)$/i, "a file of scores ends in .yml, .yaml, .json or .csv").optional().describe("A YAML, JSON or CSV file instead of the table of the readiness document"),
  criteria: external_exports.array(external_exports.union([name3, namedCriterion])).min(1).describe("Criteria that must each be scored; others in the table are not judged"),
  scale: external_exports.tuple([external_exports.number().int(), external_exports.number().int()]).refine(([low, high]) => low < high, "the first number is the smaller one").default([1, 5]).describe("Lowest and highest score"),
  floor: external_exports.number().int().default(3).describe("A score under this fails"),
  at_least: external_exports.strictObject({
    count: external_exports.number().int().positive().describe("How many criteria"),
    value: external_exports.number().int().describe("The score they have, or more")
  }).optional().describe("Warns when fewer than `count` criteria have at least the score `value`")
}).superRefine(({ heading, file: file2, criteria, scale, floor, at_least }, context) => {
  const refuse4 = (path2, message) => context.addIssue({ code: "custom", path: path2, message });
  const [low, high] = scale;
  const isOff = (value2) => value2 < low || value2 > high;
  if (heading !== void 0 && file2 !== void 0) {
    refuse4(["heading"], "`heading` and `file` exclude each other");
  }
  if (isOff(floor)) refuse4(["floor"], `the floor lies outside the scale ${low} to ${high}`);
  if (at_least !== void 0 && isOff(at_least.value)) {
    refuse4(["at_least", "value"], `the value lies outside the scale ${low} to ${high}`);
  }
  if (at_least !== void 0 && at_least.count > criteria.length) {
    refuse4(["at_least", "count"], `there are only ${criteria.length} criteria`);
  }
  const seen = /* @__PURE__ */ new Set();
  for (const [index, criterion] of criteria.entries()) {
    for (const key of namesOf(criterion).map(keyOf)) {
      if (seen.has(key)) refuse4(["criteria", index], "a name of this criterion stands twice");
      seen.add(key);
    }
  }
});
function namesOf(criterion) {
  return typeof criterion === "string" ? [criterion] : [criterion.criterion, ...criterion.aliases];
}

// src/rules/score/judge-criterion.ts
function scoreRows(records) {
  const rows = /* @__PURE__ */ new Map();
  for (const record2 of records) {
    const key = keyOf(record2.cells.get("Criterion")?.text ?? "");
    const same = rows.get(key) ?? [];
    same.push(record2);
    rows.set(key, same);
  }
  return rows;
}
function judgeCriterion(read3, rows, criterion, options2) {
  const [name4] = namesOf(criterion);
  const [first, second] = namesOf(criterion).flatMap((one) => rows.get(keyOf(one)) ?? []);
  if (first === void 0) return none(missing2(read3, name4));
  if (second !== void 0) {
    return none(
      failed({
        code: "SCORE-DUPLICATE",
        problem: `\`${name4}\` is scored twice: lines ${first.at.line} and ${second.at.line}`,
        remedy: "keep one of the two rows",
        at: placeIn(read3.path, second.at),
        item: name4
      })
    );
  }
  const cell = first.cells.get("Score") ?? { text: "", at: first.at };
  return judgeScore(name4, cell.text, placeIn(read3.path, cell.at), options2);
}
function judgeScore(name4, text4, at, { scale: [low, high], floor }) {
  const quantity = parseQuantity(text4);
  const remedy = `write a whole number: \`<${low} to ${high}>\``;
  if (isMissing(text4)) {
    const problem = `\`${name4}\` has no score`;
    return none(failed({ code: "SCORE-EMPTY", problem, remedy, at, item: name4 }));
  }
  const isPlain = quantity.state === "quantity" && quantity.comparator === null && quantity.unit === "";
  if (!isPlain || !Number.isInteger(quantity.number)) {
    const problem = `the score of \`${name4}\` is \`${text4}\`, not a whole number`;
    return none(failed({ code: "SCORE-NOT-WHOLE", problem, remedy, at, item: name4 }));
  }
  const score2 = quantity.number;
  if (score2 < low || score2 > high) {
    const problem = `the score of \`${name4}\` is ${score2}, off the scale from ${low} to ${high}`;
    return none(failed({ code: "SCORE-OUT-OF-SCALE", problem, remedy, at, item: name4 }));
  }
  if (score2 >= floor) return { findings: [], score: score2 };
  const finding2 = failed({
    code: "SCORE-BELOW-FLOOR",
    problem: `\`${name4}\` scores ${score2}; less than ${floor} is not enough`,
    remedy: "work on what holds it down, then score it again",
    at,
    item: name4
  });
  return { findings: [finding2], score: score2 };
}
var MOST_GUESSES2 = 500;
function missing2({ table: table2, path: path2, records }, name4) {
  const seen = records.slice(0, MOST_GUESSES2).flatMap(({ cells: cells2 }) => cells2.get("Criterion")?.text ?? []);
  const meant = suggest(name4, seen);
  const row2 = table2 === null ? `criterion: ${name4}
score: <score>` : `| ${table2.headers.map(({ text: text4 }, index) => index === 0 ? name4 : `<${text4}>`).join(" | ")} |`;
  return failed({
    code: "SCORE-MISSING",
    problem: `\`${name4}\` is not scored${meant === null ? "" : `; did you mean \`${meant}\`?`}`,
    ...pasting("add it with its score:\n\n", row2),
    at: table2 === null ? topOf(path2) : placeIn(path2, table2.at),
    item: name4
  });
}
function none(finding2) {
  return { findings: [finding2], score: null };
}

// src/rules/score.ts
var COLUMNS = {
  Criterion: ["Criterion", "Criteria", "Area", "Dimension", "Aspect"],
  Score: ["Score", "Rating", "Points"]
};
var score = defineRule({
  type: "score",
  meta: {
    holdsWhen: "every criterion is scored and none is under the floor",
    why: "One weak criterion sinks what four strong ones carry: an average would hide it, a floor does not.",
    ages: null
  },
  options: scoreOptions,
  reads: ["file"],
  codes: SCORE_CODES,
  evaluate(facts, options2, context) {
    const read3 = readRecords(facts, context, {
      heading: options2.heading ?? null,
      file: options2.file ?? null,
      columns: COLUMNS,
      required: ["Criterion", "Score"],
      under: "scores",
      naming: "Criterion",
      plain: "Score"
    });
    if (read3 === null) return [];
    if (isRefused(read3)) return read3.findings;
    const rows = scoreRows(read3.records);
    const judged = options2.criteria.map((one) => judgeCriterion(read3, rows, one, options2));
    return [
      ...hiddenCharacters(read3.path, read3.texts),
      ...judged.flatMap(({ findings }) => findings),
      ...tooFew2(
        judged.map((one) => one.score),
        options2,
        placeOf3(read3)
      )
    ];
  }
});
function tooFew2(scores, { at_least }, at) {
  if (at_least === void 0) return [];
  const { count, value: value2 } = at_least;
  const high = scores.filter((score2) => score2 !== null && score2 >= value2).length;
  if (high >= count) return [];
  return [
    warned({
      code: "SCORE-TOO-FEW",
      problem: `${high} of ${scores.length} criteria score ${value2} or more; ${count} mark a good choice`,
      remedy: "look once more at whether this is the problem to begin with",
      at,
      item: `${count} of ${value2}`
    })
  ];
}
function placeOf3({ table: table2, path: path2 }) {
  return table2 === null ? topOf(path2) : placeIn(path2, table2.at);
}

// src/rules/sign-off/codes.ts
var SIGN_OFF_CODES = {
  "SIGN-OFF-WAITING": "Nobody who holds the role has approved yet",
  "SIGN-OFF-CHANGED": "What was approved has changed since",
  "SIGN-OFF-EXPIRED": "The approval is older than it may be",
  "SIGN-OFF-NO-COMMIT": "The sign-off names no full commit id",
  "SIGN-OFF-BY-AUTHOR": "An author of the pull request signed it off",
  "SIGN-OFF-SAME-PERSON": "One person signed for two roles",
  "SIGN-OFF-CHANGES-REQUESTED": "Somebody who holds the role requested changes",
  "SIGN-OFF-NOT-A-HOLDER": "Somebody approved who does not hold the role; it changes nothing",
  "SIGN-OFF-UNKNOWN-ROLE": "The policy has no such role",
  "SIGN-OFF-COVERS-NOTHING": "What the role covers is empty",
  "SIGN-OFF-UNUSED-GLOB": "A glob of `covers` matches no file"
};

// src/rules/sign-off/assign-people.ts
function assignPeople(candidates) {
  const roleOf2 = /* @__PURE__ */ new Map();
  const assign = (role4, tried) => {
    for (const login2 of candidates[role4] ?? []) {
      const person = login2.toLowerCase();
      if (tried.has(person)) continue;
      tried.add(person);
      const holder = roleOf2.get(person);
      if (holder === void 0 || assign(holder, tried)) {
        roleOf2.set(person, role4);
        return true;
      }
    }
    return false;
  };
  for (const role4 of candidates.keys()) assign(role4, /* @__PURE__ */ new Set());
  const people = new Map([...roleOf2].map(([person, role4]) => [role4, person]));
  return candidates.map((_, role4) => people.get(role4) ?? null);
}

// src/rules/sign-off/role-findings.ts
function notSigned({ role: role4, via, pull, time: time3 }, judged) {
  const about = { item: role4, asks: role4 };
  const fix = howTo(role4, via, pull);
  for (const [{ login: login2, commit }, verdict] of judged) {
    if (verdict.state === "changed") {
      const what = verdict.path === null ? "the head" : `\`${verdict.path}\``;
      const problem2 = `${what} has changed since \`@${login2}\` approved \`${commit.slice(0, 10)}\` for \`${role4}\``;
      const at = verdict.path === null ? null : topOf(verdict.path);
      return pending({ code: "SIGN-OFF-CHANGED", problem: problem2, ...fix, at, ...about });
    }
    if (verdict.state === "expired") {
      const problem2 = `the approval of \`@${login2}\` for \`${role4}\` is older than it may be`;
      return pending({ code: "SIGN-OFF-EXPIRED", problem: problem2, ...fix, ...about });
    }
    if (verdict.state === "no-commit") {
      const problem2 = `\`@${login2}\` signed for \`${role4}\` without the 40 digits of a commit: a shorter id can be made to fit another commit`;
      return pending({ code: "SIGN-OFF-NO-COMMIT", problem: problem2, ...fix, ...about });
    }
  }
  const [author] = judged.filter(([, { state }]) => state === "author");
  if (author !== void 0) {
    return failed({
      code: "SIGN-OFF-BY-AUTHOR",
      problem: `\`@${author[0].login}\` wrote this pull request and cannot sign it off for \`${role4}\``,
      ...fix,
      ...about
    });
  }
  const problem = `\`${role4}\` has not signed off yet, ${waiting(time3.daysSince(dayOf(pull.openedAt)))}`;
  return pending({ code: "SIGN-OFF-WAITING", problem, ...fix, ...about });
}
function samePerson(role4, logins, via, pull) {
  const who = logins.map((login2) => `\`@${login2}\``).join(", ");
  return failed({
    code: "SIGN-OFF-SAME-PERSON",
    problem: `for \`${role4}\` only ${who} signed, and also for another role: each role needs a person of its own`,
    ...howTo(role4, via, pull),
    item: role4,
    asks: role4
  });
}
function changesRequested(role4, { author, dismissed }) {
  return failed({
    code: "SIGN-OFF-CHANGES-REQUESTED",
    problem: `\`@${author}\`, who holds \`${role4}\`, requested changes${dismissed ? "; dismissing that does not undo it" : ""}`,
    remedy: `do what the review asks for; it counts until \`@${author}\` approves in a new review`,
    item: role4,
    asks: `@${author}`
  });
}
function notAHolder(login2, roles) {
  const asked2 = roles.map((role4) => `\`${role4}\``).join(" or ");
  return noted({
    code: "SIGN-OFF-NOT-A-HOLDER",
    problem: `\`@${login2}\` does not hold ${asked2}, so what they said counts for nothing here`,
    remedy: "add them to the role in the policy if they should hold it",
    item: login2
  });
}
function unknownRole2(role4) {
  return errored({
    code: "SIGN-OFF-UNKNOWN-ROLE",
    problem: `the policy has no role \`${role4}\``,
    remedy: `add \`${role4}\` under \`roles\` in the policy, or name one that is there`,
    item: role4
  });
}
function coversNothing(role4) {
  return errored({
    code: "SIGN-OFF-COVERS-NOTHING",
    problem: `what \`${role4}\` covers is empty: no file matches \`covers\`, and the gate has no section`,
    remedy: "mend the globs of `covers` in the policy, or give the gate a section to cover",
    item: role4
  });
}
function unusedGlob(role4, glob2) {
  return noted({
    code: "SIGN-OFF-UNUSED-GLOB",
    problem: `\`${glob2}\`, which \`${role4}\` covers, matches no file`,
    remedy: "mend the glob in the policy, or leave it out",
    item: role4
  });
}
function howTo(role4, via, { head }) {
  const paste = `/gate sign-off ${role4} ${head}`;
  const ways = via.map(
    (way) => way === "review" ? "approves it in a review" : `comments \`${paste}\``
  );
  const remedy = `somebody who holds \`${role4}\` and did not write it ${ways.join(", or ")}`;
  return via.every((way) => way === "review") ? { remedy } : { remedy, paste };
}
function waiting(days) {
  if (days <= 0) return "asked today";
  return `asked ${days} ${days === 1 ? "day" : "days"} ago`;
}

// src/rules/sign-off/list-strangers.ts
function listStrangers(facts, pull, asks, via) {
  if (asks.length === 0) return [];
  const reviewers = [
    ...via.includes("review") ? approvingReviews(pull).map(({ login: login2 }) => login2) : [],
    ...standingObjections(pull).map(({ author }) => author)
  ];
  const spoke = /* @__PURE__ */ new Map();
  for (const login2 of reviewers) spoke.set(login2, asks);
  for (const ask of via.includes("comment") ? asks : []) {
    for (const { login: login2 } of commentsFor(pull, ask.id)) {
      if (!spoke.has(login2)) spoke.set(login2, [ask]);
    }
  }
  return [...spoke].filter(([login2, roles]) => roles.every(({ role: role4 }) => holdsRole(facts, role4, login2) === false)).sort(([a], [b]) => a < b ? -1 : 1).map(
    ([login2, roles]) => notAHolder(
      login2,
      roles.map(({ id }) => id)
    )
  );
}

// src/rules/sign-off/options.ts
var covers = external_exports.array(external_exports.string().min(1)).describe(
  "Globs of files the role vouches for, beside the gate's section and the files it links; `{service}` and `{path}` are filled in. Only with `valid_while: evidence-unchanged`"
);
var role2 = external_exports.string().min(1).describe("Id of a role of the policy");
var asked = external_exports.union([role2, external_exports.strictObject({ role: role2, covers: covers.optional() })]);
var signOffOptions = external_exports.strictObject({
  roles: external_exports.array(asked).min(1).refine(
    (roles) => new Set(roles.map((entry) => askedRole(entry).toLowerCase())).size === roles.length,
    "a role stands here twice; each is asked once"
  ).describe("Roles that have to sign off, each with what it covers where that differs"),
  via: external_exports.array(external_exports.enum(["review", "comment"])).min(1).default(["review", "comment"]).describe("How: an approving review, a comment `/gate sign-off <role> <commit>`, or either"),
  distinct_people: external_exports.boolean().default(true).describe("Whether each role needs a person of its own"),
  covers: covers.optional().describe(
    "What each role covers that does not say so itself; without it, the whole head. `[]` is the gate's section and the files it links"
  ),
  valid_while: external_exports.union([
    external_exports.enum(["evidence-unchanged", "head-unchanged"]),
    external_exports.string().regex(
      DURATION_PATTERN,
      "neither `evidence-unchanged` nor `head-unchanged` nor a duration such as 12h or 7d"
    )
  ]).default("evidence-unchanged").describe(
    "Until when a sign-off holds: until what it covers changes, until anything is pushed, or for a time, whatever changes meanwhile"
  )
});
function askedRole(entry) {
  return typeof entry === "string" ? entry : entry.role;
}

// src/rules/sign-off/judge-sign-offs.ts
function judgeSignOffs(facts, options2, context) {
  const wanted2 = options2.roles.map((entry) => {
    const own2 = typeof entry === "string" ? void 0 : entry.covers;
    const globs = (own2 ?? options2.covers)?.map((glob2) => fillInGlob(glob2, context.service)) ?? null;
    return { id: askedRole(entry), globs };
  });
  const pull = facts.read("pull-request", {});
  const byContent = options2.valid_while === "evidence-unchanged";
  const covering = byContent ? wanted2.flatMap(({ globs }) => globs ?? []) : [];
  coveredFiles(facts, { globs: covering, gate: null }, "evidence");
  const needsGate = byContent && wanted2.some(({ globs }) => globs !== null);
  const gate = needsGate ? readGateEvidence(facts, context) : NO_GATE;
  if (gate === null || pull === null) return [];
  if (isRefused(gate)) return gate.findings;
  const findings = [];
  const asks = [];
  for (const { id, globs } of wanted2) {
    const role4 = roleOf(context.roles, id);
    if (role4 === null) {
      findings.push(unknownRole2(id));
      continue;
    }
    const terms = termsOf(role4, pull, globs, gate, options2, context);
    const empty3 = findEmptyCoverage(facts, id, terms);
    findings.push(...empty3);
    if (!empty3.some(({ outcome }) => outcome === "errored")) asks.push({ id, ...terms });
  }
  return [
    ...findings,
    ...judgeAsks(facts, asks, options2, context),
    ...listStrangers(facts, pull, asks, options2.via)
  ];
}
var NO_GATE = { path: "", blob: "", said: null, linked: [] };
function termsOf(role4, pull, globs, gate, { valid_while }, { maxAge }) {
  const lasts = parseDuration(valid_while);
  const limits = [lasts, maxAge].filter((limit) => limit !== null);
  const holdsFor = limits.length === 0 ? null : Math.min(...limits);
  if (lasts !== null) return { role: role4, pull, covers: "any", holdsFor };
  const isWhole = globs === null || valid_while === "head-unchanged";
  return { role: role4, pull, covers: isWhole ? "head" : { globs, gate }, holdsFor };
}
function findEmptyCoverage(facts, id, { covers: covers2 }) {
  if (typeof covers2 === "string") return [];
  const files = coveredFiles(facts, covers2, "evidence");
  if (files === null) return [];
  if (files.size === 0 && (covers2.gate?.said ?? null) === null) return [coversNothing(id)];
  const unused = covers2.globs.filter(
    (glob2) => facts.read("files", coveredBy(glob2, "evidence"))?.length === 0
  );
  return unused.map((glob2) => unusedGlob(id, glob2));
}
function judgeAsks(facts, asks, options2, context) {
  const judge3 = (wanted2) => asks.map(
    (ask) => approvalsFor(ask, options2).filter((approval2) => wanted2(approval2, ask.pull)).map((approval2) => [approval2, judgeApproval(facts, approval2, ask, context)])
  );
  const assign = (judged2) => {
    const signers = judged2.map(signersIn);
    return options2.distinct_people ? assignPeople(signers) : signers.map(([first]) => first ?? null);
  };
  let judged = judge3(({ commit }, { head }) => commit === head.toLowerCase());
  let people = assign(judged);
  if (people.includes(null)) {
    judged = judge3(() => true);
    people = assign(judged);
  }
  return asks.flatMap(
    (ask, index) => judgeRole(facts, ask, judged[index] ?? [], people[index] ?? null, options2, context)
  );
}
function judgeRole(facts, ask, judged, person, { via }, { time: time3 }) {
  const { id, pull, role: role4 } = ask;
  const objections = standingObjections(pull).filter(({ author }) => holdsRole(facts, role4, author) === true).map((review) => changesRequested(id, review));
  if (objections.length > 0 || person !== null) return objections;
  const signers = signersIn(judged);
  if (signers.length > 0) return [samePerson(id, signers, via, pull)];
  const known = judged.flatMap(
    ([approval2, verdict]) => verdict === null ? [] : [[approval2, verdict]]
  );
  if (known.length < judged.length) return [];
  return [notSigned({ role: id, via, pull, time: time3 }, known)];
}
function approvalsFor({ id, pull }, { via }) {
  const reviews = via.includes("review") ? approvingReviews(pull) : [];
  const comments = via.includes("comment") ? commentsFor(pull, id) : [];
  return [...reviews, ...comments].sort((a, b) => b.at - a.at || (a.login < b.login ? -1 : 1));
}
function signersIn(judged) {
  const logins = judged.filter(([, verdict]) => verdict?.state === "valid").map(([{ login: login2 }]) => login2);
  return [...new Set(logins)];
}

// src/rules/sign-off.ts
var signOff = defineRule({
  type: "sign-off",
  meta: {
    holdsWhen: "the holder of each role has approved what that role covers",
    why: "A tick is a claim of its author. A sign-off is somebody else's word for content that can be pointed at, and it ends when that content changes.",
    ages: "the sign-off, from when it was given"
  },
  options: signOffOptions,
  reads: ["pull-request", "account", "team", "file", "files"],
  codes: SIGN_OFF_CODES,
  evaluate: judgeSignOffs
});

// src/rules/table/codes.ts
var TABLE_CODES = {
  "TABLE-ROW-MISSING": "A required row is not in the table",
  "TABLE-ROW-DUPLICATE": "A required row is in the table twice",
  "TABLE-TOO-FEW-ROWS": "The table has fewer rows than required",
  "TABLE-NOT-UNIQUE": "A value stands twice in a column where it may not",
  "TABLE-CELL-MISSING": "A required cell is empty, or a placeholder",
  "TABLE-CELL-TYPE": "A cell is not of the type its column has",
  "TABLE-CELL-VALUE": "A cell has none of the allowed values",
  "TABLE-LINK": "A link leads nowhere, or to what is no evidence",
  "TABLE-FUTURE": "A date claims that something happened on a day that lies ahead",
  "TABLE-OUTDATED": "A date is older than the column's `max_age`"
};

// src/rules/table/options.ts
var text2 = external_exports.string().trim().min(1);
var column = external_exports.strictObject({
  aliases: external_exports.array(text2).default([]).describe("Other headers the column may have."),
  type: external_exports.enum(["text", "number", "percent", "date", "link", "owner", "bool"]).default("text").describe(
    "What a cell holds: a link must lead somewhere, an owner is `@login` or `@org/team`, a bool is yes, no, true or false."
  ),
  one_of: external_exports.array(text2).min(1).optional().describe("The values a cell may have."),
  required: external_exports.boolean().default(true).describe("Whether the column must be there and every cell of it be filled."),
  past: external_exports.boolean().optional().describe(
    "Whether a date says that something happened, and so may not lie ahead. Already so with `max_age`, and for columns named decided, reviewed, measured or tested."
  ),
  max_age: durationSetting("Age a date may have at most: `90d`.").optional()
});
var row = external_exports.strictObject({
  row: text2.describe("What the row says in the key column."),
  aliases: external_exports.array(text2).default([]).describe("Other names the row may have.")
});
var tableOptions = external_exports.strictObject({
  heading: text2.optional().describe("Heading of the section with the table; goes before the gate's."),
  file: pathSetting(
    "A file with the table instead of the readiness document, with `{service}` and `{path}` filled in."
  ).regex(
    /\.(?:md|markdown|csv|ya?ml|json)$/i,
    "not a Markdown, CSV, YAML or JSON file; its name must end in .md, .csv, .yml, .yaml or .json"
  ).optional(),
  list: text2.optional().describe("Where the list is in a YAML or JSON file, such as `systems.downstream`."),
  columns: external_exports.record(text2, column).refine((columns) => Object.keys(columns).length > 0, "name at least one column").describe("Columns by header."),
  key: text2.optional().describe("The column that names a row; the first of `columns` by default."),
  rows: external_exports.array(external_exports.union([text2, row])).default([]).describe("Rows that must be there, by what the key column says."),
  min_rows: external_exports.number().int().min(1).default(1).describe("Rows there must be at least."),
  unique: external_exports.array(text2).default([]).describe("Columns in which no value may stand twice."),
  evidence: evidenceSetting.optional()
});
function rowDemand(entry) {
  if (typeof entry === "string") return { row: entry, names: [entry] };
  return { row: entry.row, names: [entry.row, ...entry.aliases] };
}
function keyColumn({ key, columns }) {
  return key ?? Object.keys(columns)[0] ?? "";
}
var HAPPENED = /* @__PURE__ */ new Set(["decided", "reviewed", "measured", "tested"]);
function isPast(name4, { past, max_age }) {
  return past ?? (max_age !== void 0 || HAPPENED.has(keyOf(name4)));
}

// src/rules/table/judge-cell.ts
function judgeCell(scope, row2, label, name4, column2) {
  const spot = { row: label, name: name4, column: column2 };
  const cell = row2.cells.get(name4);
  if (cell === void 0 || isBlank2(cell, column2)) {
    return column2.required ? [missingCell(spot, cell, row2)] : [];
  }
  const hidden = hiddenCharacters(scope.path, [cell]);
  if (hidden.length > 0) return hidden;
  return [...judgeType(scope, spot, cell), ...judgeValue(spot, cell)];
}
function isBlank2({ text: text4, links }, { type, one_of = [] }) {
  if (one_of.some((value2) => keyOf(value2) === keyOf(text4))) return false;
  if (type === "text" && keyOf(text4) === "none") return false;
  if (findPlaceholder(text4) !== null) return true;
  return links.length === 0 && isMissing(text4);
}
var PLACEHOLDERS2 = {
  date: "<YYYY-MM-DD>",
  owner: "@<login>",
  link: "[<what it shows>](<path or URL>)",
  bool: "<yes or no>"
};
function missingCell({ row: row2, name: name4, column: column2 }, cell, { at }) {
  const said = cell === void 0 || cell.text === "" ? "is empty" : `says \`${cell.text}\``;
  return failed({
    code: "TABLE-CELL-MISSING",
    problem: `\`${name4}\` of \`${row2}\` ${said}`,
    remedy: `fill it in: \`${PLACEHOLDERS2[column2.type] ?? `<${name4}>`}\``,
    at: cell?.at ?? at,
    item: `${row2}: ${name4}`
  });
}
function judgeType(scope, spot, cell) {
  switch (spot.column.type) {
    case "text":
      return [];
    case "number":
      return isQuantity(cell, null) ? [] : [wrongType(spot, cell, "a number, such as 1200")];
    case "percent":
      return isQuantity(cell, "%") ? [] : [wrongType(spot, cell, "a percentage, such as 94.1 %")];
    case "bool":
      return BOOLEANS.has(keyOf(cell.text)) ? [] : [wrongType(spot, cell, "`yes` or `no`")];
    case "owner":
      return namesOwners(cell) ? [] : [wrongType(spot, cell, "`@<login>` or `@<org>/<team>`")];
    case "date":
      return judgeDate(scope, spot, cell);
    case "link":
      return judgeLink(scope, spot, cell);
  }
}
function namesOwners({ text: text4 }) {
  const { people } = parsePeople(text4);
  return people.length > 0 && people.every((person) => standingByName(person) === null);
}
var BOOLEANS = /* @__PURE__ */ new Set(["yes", "no", "true", "false"]);
function isQuantity({ text: text4 }, unit) {
  const quantity = parseQuantity(text4);
  if (quantity.state !== "quantity" || quantity.comparator !== null) return false;
  return unit === null || quantity.unit === unit;
}
function wrongType({ row: row2, name: name4 }, { text: text4, at }, wanted2) {
  return failed({
    code: "TABLE-CELL-TYPE",
    problem: `\`${name4}\` of \`${row2}\` is \`${text4}\`, not ${wanted2.replace(/, such as .*/, "")}`,
    remedy: `write ${wanted2}`,
    at,
    item: `${row2}: ${name4}`
  });
}
function judgeDate({ context: { time: time3 } }, spot, cell) {
  const { row: row2, name: name4, column: column2 } = spot;
  const about = { at: cell.at, item: `${row2}: ${name4}` };
  const read3 = readDate(cell.text);
  if (read3.state !== "date") {
    const readings = read3.state === "other" ? read3.readings.map((day2) => `\`${day2}\``) : [];
    return [
      wrongType(spot, cell, readings.length === 0 ? "`<YYYY-MM-DD>`" : readings.join(" or "))
    ];
  }
  const { date: date6 } = read3;
  if (isPast(name4, column2) && time3.isAhead(date6)) {
    return [
      failed({
        code: "TABLE-FUTURE",
        problem: `\`${name4}\` of \`${row2}\` is ${date6}, which lies ahead`,
        remedy: "write the day on which it happened",
        ...about
      })
    ];
  }
  if (column2.max_age === void 0) return [];
  const limit = lengthOf(column2.max_age);
  if (!time3.isOlder(date6, limit)) return [];
  return [
    failed({
      code: "TABLE-OUTDATED",
      problem: `\`${name4}\` of \`${row2}\` is ${date6}, ${time3.daysSince(date6)} days ago; the limit is ${formatDuration(limit)}`,
      remedy: "do it again and write the day: `<YYYY-MM-DD>`",
      ...about
    })
  ];
}
function judgeLink(scope, spot, cell) {
  const { facts, options: options2, context, path: path2 } = scope;
  const references = referencesIn(cell.text, cell.links);
  if (references.length === 0)
    return [wrongType(spot, cell, "a link: `[<what it shows>](<path or URL>)`")];
  const about = { path: path2, repository: context.repository ?? null, setting: options2.evidence };
  return references.flatMap((reference2) => {
    const fault = faultOf(facts, reference2, about);
    if (fault === null) return [];
    const told = {
      code: "TABLE-LINK",
      problem: `\`${spot.name}\` of \`${spot.row}\`: ${fault.problem}`,
      remedy: fault.remedy,
      at: cell.at,
      item: `${spot.row}: ${spot.name}`
    };
    return [fault.reason === "run-open" ? pending(told) : failed(told)];
  });
}
function judgeValue({ row: row2, name: name4, column: column2 }, { text: text4, at }) {
  const allowed = column2.one_of;
  if (allowed === void 0 || allowed.some((value2) => keyOf(value2) === keyOf(text4))) return [];
  const values2 = allowed.map((value2) => `\`${value2}\``).join(", ");
  return [
    failed({
      code: "TABLE-CELL-VALUE",
      problem: `\`${name4}\` of \`${row2}\` is \`${text4}\``,
      remedy: `it must be ${allowed.length === 1 ? "" : "one of "}${values2}`,
      at,
      item: `${row2}: ${name4}`
    })
  ];
}

// src/rules/table/judge-rows.ts
var SUGGESTED3 = 20;
function judgeRows(grid, options2) {
  const key = keyColumn(options2);
  return [
    ...judgeRequired(grid, options2.rows.map(rowDemand), key),
    ...judgeCount(grid, options2.min_rows, key),
    ...options2.unique.flatMap((column2) => judgeUnique(grid, column2))
  ];
}
function judgeRequired(grid, demands, key) {
  const byName = groupBy(grid.rows, key);
  let missing3 = 0;
  return demands.flatMap((demand) => {
    const rows = [...new Set(demand.names.map(keyOf))].flatMap((name4) => byName.get(name4) ?? []);
    const [row2, second] = rows;
    if (row2 !== void 0 && second === void 0) return [];
    if (second === void 0) {
      missing3 += 1;
      return [rowMissing(grid, demand, missing3 > SUGGESTED3 ? [] : namesIn2(grid, key))];
    }
    return [
      failed({
        code: "TABLE-ROW-DUPLICATE",
        problem: `the row \`${demand.row}\` is there ${rows.length} times: lines ${linesOf2(rows)}`,
        remedy: "keep one of them",
        at: second.at,
        item: demand.row
      })
    ];
  });
}
function rowMissing(grid, { row: row2 }, seen) {
  const meant = suggest(row2, seen);
  const hint = meant === null ? "" : `did you mean \`${meant}\`? Rename it, or `;
  return failed({
    code: "TABLE-ROW-MISSING",
    problem: `the table has no row \`${row2}\``,
    ...pasting(`${hint}add`, grid.line(row2)),
    at: grid.home,
    item: row2
  });
}
function judgeCount(grid, least, key) {
  const count = grid.rows.filter(({ cells: cells2 }) => !isMissing(cells2.get(key)?.text ?? "")).length;
  if (count >= least) return [];
  return [
    failed({
      code: "TABLE-TOO-FEW-ROWS",
      problem: `the table has ${count === 0 ? "no rows" : `${count} of the ${least} rows it needs`}`,
      ...pasting("add", grid.line(`<${key}>`)),
      at: grid.home
    })
  ];
}
function judgeUnique(grid, column2) {
  return [...groupBy(grid.rows, column2).values()].flatMap((rows) => {
    const [first, second] = rows;
    const cell = first?.cells.get(column2);
    if (second === void 0 || cell === void 0 || isMissing(cell.text)) return [];
    return [
      failed({
        code: "TABLE-NOT-UNIQUE",
        problem: `\`${cell.text}\` stands ${rows.length} times under \`${column2}\`: lines ${linesOf2(rows)}`,
        remedy: "correct or merge these rows",
        at: second.cells.get(column2).at,
        item: `${column2}: ${cell.text}`
      })
    ];
  });
}
function groupBy(rows, column2) {
  const groups = /* @__PURE__ */ new Map();
  for (const row2 of rows) {
    const cell = row2.cells.get(column2);
    if (cell === void 0) continue;
    const group = groups.get(keyOf(cell.text));
    if (group === void 0) groups.set(keyOf(cell.text), [row2]);
    else group.push(row2);
  }
  return groups;
}
function namesIn2(grid, key) {
  return grid.rows.map(({ cells: cells2 }) => cells2.get(key)?.text ?? "").filter((name4) => name4 !== "");
}
function linesOf2(rows) {
  return rows.map(({ at }) => at.line).join(" and ");
}

// src/rules/table/data-grid.ts
function dataGrid(facts, path2, options2, columns) {
  const read3 = readData(facts, path2);
  if (read3 === null || isRefused(read3)) return read3;
  const where = options2.list === void 0 ? "at its top" : `at \`${options2.list}\``;
  const list2 = valueAt(read3.root, options2.list ?? "");
  const entries = list2?.value;
  if (list2 === null || !Array.isArray(entries) || !entries.every(isMapNode)) {
    const at = placeIn(path2, list2?.at ?? read3.root.at);
    return refuse(fileMalformed(path2, `it must hold a list of maps ${where}`, at));
  }
  const rows = entries.map((entry) => readRow(entry, columns, path2));
  const twice2 = rows.flatMap(({ ambiguous }) => ambiguous);
  if (twice2.length > 0) return refuse(...twice2);
  return {
    path: path2,
    home: list2.at.line === 1 ? topOf(path2) : placeIn(path2, list2.at),
    rows: rows.map(({ row: row2 }) => row2),
    line: (key) => lineFor2(key, options2)
  };
}
function isMapNode(node2) {
  return node2.value instanceof Map;
}
function readRow(node2, columns, path2) {
  const byKey = /* @__PURE__ */ new Map();
  for (const [key, entry] of node2.value) {
    byKey.set(keyOf(key), [...byKey.get(keyOf(key)) ?? [], entry]);
  }
  const cells2 = /* @__PURE__ */ new Map();
  const ambiguous = [];
  for (const [name4, names2] of Object.entries(columns)) {
    const keys = [...new Set(names2.map(keyOf))];
    const found2 = keys.flatMap((key) => byKey.get(key) ?? []);
    const [entry, second] = found2;
    if (entry === void 0) continue;
    if (second !== void 0) {
      const places = found2.map(({ keyAt }) => keyAt);
      ambiguous.push(columnAmbiguous(path2, name4, places));
    }
    cells2.set(name4, { text: textIn2(entry.node), links: [], at: placeIn(path2, entry.node.at) });
  }
  const row2 = { at: placeIn(path2, node2.at), cells: cells2 };
  return { row: row2, ambiguous };
}
function textIn2({ value: value2 }) {
  if (value2 === null || value2 instanceof Map) return "";
  return Array.isArray(value2) ? value2.map(textIn2).join(", ") : String(value2);
}
function lineFor2(key, options2) {
  const keyName = keyColumn(options2);
  const names2 = /* @__PURE__ */ new Set([keyName, ...Object.keys(options2.columns)]);
  const entries = [...names2].map((name4) => {
    const value2 = name4 === keyName ? key : `<${name4}>`;
    return `${JSON.stringify(name4)}: ${JSON.stringify(value2)}`;
  });
  return `- {${entries.join(", ")}}`;
}

// src/rules/table/read-grid.ts
function readGrid(facts, options2, context) {
  const { file: file2 } = options2;
  if (file2 === void 0) return documentGrid(readReadiness(facts, context), options2, context);
  const path2 = fillIn(file2, context.service);
  switch (formatOf(path2)) {
    case "csv":
      return csvGrid(facts, path2, options2);
    case "yaml":
    case "json":
      return dataGrid(facts, path2, options2, columnNames(options2));
    default:
      return documentGrid(readMarkdown(facts, path2), options2, {
        ...context,
        // A file of its own has no section for the gate.
        gate: { id: "", title: "", heading: null }
      });
  }
}
function columnNames(options2) {
  const named3 = Object.entries(options2.columns).map(
    ([name4, { aliases }]) => [name4, [name4, ...aliases]]
  );
  const key = keyColumn(options2);
  return Object.fromEntries([[key, [key]], ...named3]);
}
function requiredColumns(options2) {
  const required2 = Object.entries(options2.columns).filter(([, column2]) => column2.required);
  return [.../* @__PURE__ */ new Set([keyColumn(options2), ...required2.map(([name4]) => name4)])];
}
function documentGrid(read3, options2, context) {
  if (read3 === null || isRefused(read3)) return read3;
  const found2 = gateTable(read3.document, read3.path, context, {
    heading: options2.heading ?? null,
    columns: columnNames(options2),
    required: requiredColumns(options2)
  });
  return isRefused(found2) ? found2 : gridOf(found2, read3.path, options2, "markdown");
}
function csvGrid(facts, path2, options2) {
  const read3 = readFile(facts, path2);
  if (read3 === null || isRefused(read3)) return read3;
  const parsed2 = parseCsv(read3.file);
  if (parsed2.state === "malformed") {
    return refuse(fileMalformed(path2, parsed2.problem, placeIn(path2, parsed2.at)));
  }
  const { table: table2 } = parsed2;
  const { index, missing: missing3, ambiguous } = matchColumns(table2, columnNames(options2));
  const required2 = new Set(requiredColumns(options2));
  const seen = table2.headers.map(({ text: text4 }) => text4);
  const wrong = [
    ...missing3.filter((name4) => required2.has(name4)).map((name4) => columnMissing(path2, table2, name4, seen)),
    ...ambiguous.map(({ name: name4, at }) => columnAmbiguous(path2, name4, at))
  ];
  if (wrong.length > 0) return refuse(...wrong);
  return gridOf({ table: table2, index }, path2, options2, "csv");
}
function gridOf({ table: table2, index }, path2, options2, format) {
  const columns = Object.entries(index);
  return {
    path: path2,
    home: placeIn(path2, table2.at),
    rows: table2.rows.map((row2) => ({
      at: placeIn(path2, row2[0]?.at ?? table2.at),
      cells: new Map(
        columns.flatMap(([name4, position]) => {
          const cell = row2[position];
          return cell === void 0 ? [] : [[name4, gridCell(cell, path2)]];
        })
      )
    })),
    line: (key) => {
      const keyAt = index[keyColumn(options2)];
      const cells2 = table2.headers.map(({ text: text4 }, at) => at === keyAt ? key : `<${text4}>`);
      return format === "csv" ? cells2.join(",") : `| ${cells2.join(" | ")} |`;
    }
  };
}
function gridCell({ text: text4, links, at }, path2) {
  return { text: text4, links, at: placeIn(path2, at) };
}

// src/rules/table.ts
var table = defineRule({
  type: "table",
  meta: {
    holdsWhen: "the required rows and typed cells are there",
    why: "A table with a row for every case shows at a glance which case nobody has looked at. An empty cell is such a case.",
    ages: null
  },
  options: tableOptions,
  reads: ["file", "reference"],
  codes: TABLE_CODES,
  evaluate(facts, options2, context) {
    const grid = readGrid(facts, options2, context);
    if (grid === null) return [];
    if (isRefused(grid)) return grid.findings;
    const scope = { facts, options: options2, context, path: grid.path };
    const key = keyColumn(options2);
    const columns = Object.entries(options2.columns);
    const cells2 = grid.rows.flatMap((row2) => {
      const name4 = row2.cells.get(key)?.text ?? "";
      const label = name4 === "" ? `line ${row2.at.line}` : name4;
      return columns.flatMap(([column2, demand]) => judgeCell(scope, row2, label, column2, demand));
    });
    return [...judgeRows(grid, options2), ...cells2];
  }
});

// src/rules/values/codes.ts
var VALUES_CODES = {
  "VALUES-NO-FRONT-MATTER": "The document has no front matter",
  "VALUES-MISSING": "Nothing is filled in at the path",
  "VALUES-PRESENT": "There is a value where none may be",
  "VALUES-TYPE": "The value is of another type than the condition is about",
  "VALUES-DIFFERENT": "The value is none of those wanted",
  "VALUES-FORBIDDEN": "The value is one of those ruled out",
  "VALUES-RANGE": "The number is too small or too large",
  "VALUES-LACKS": "The list lacks a value",
  "VALUES-EMPTY": "A list or map whose entries are to be judged has none"
};

// src/rules/values/content.ts
function hasContent({ value: value2 }) {
  if (value2 === null) return false;
  if (typeof value2 === "string") return isFilledIn(value2);
  if (Array.isArray(value2)) return value2.some(hasContent);
  if (value2 instanceof Map) {
    return [...value2.values()].some(
      (entry) => hasContent(entry.node)
    );
  }
  return true;
}

// src/rules/values/words.ts
var LONGEST2 = 60;
function show({ value: value2 }) {
  const text4 = String(value2);
  return `\`${text4.length > LONGEST2 ? `${text4.slice(0, LONGEST2)}\u2026` : text4}\``;
}
function describe4(node2) {
  const { value: value2 } = node2;
  if (Array.isArray(value2)) return "a list";
  if (value2 instanceof Map) return "a map";
  if (typeof value2 === "string") return `the text ${show(node2)}`;
  return typeof value2 === "number" ? `the number ${show(node2)}` : show(node2);
}
function list(values2) {
  return values2.map((value2) => `\`${value2}\``).join(", ");
}
function wanted(path2, assertion) {
  if (assertion.exists === false) return { remedy: `take \`${path2}\` out` };
  const text4 = `<${wish(assertion)}>`;
  const written = keyLine(path2, text4);
  if (written === null) return { remedy: `once it is so, write \`${text4}\`` };
  const { line, where } = written;
  return { remedy: `once it is so, write \`${line}\`${where}`, paste: line };
}
function wish(assertion) {
  const { equals, one_of, not_in, min, max, between, contains_all, for_each } = assertion;
  const parts = [
    equals === void 0 ? null : `${equals}`,
    one_of === void 0 ? null : one_of.join(" or "),
    not_in === void 0 ? null : `not ${not_in.join(", ")}`,
    min === void 0 ? null : `at least ${min}`,
    max === void 0 ? null : `at most ${max}`,
    between === void 0 ? null : `${between[0]} to ${between[1]}`,
    contains_all === void 0 ? null : `a list with ${contains_all.join(", ")}`,
    for_each === void 0 ? null : "one entry or more"
  ].filter((part) => part !== null);
  return parts.length === 0 ? "what is so" : parts.join(", ");
}

// src/rules/values/judge-value.ts
function judgeValue2(subject2, assertion) {
  const { node: node2 } = subject2;
  const isNothing = node2 === null || node2.value === null;
  if (assertion.exists === false) {
    return isNothing ? [] : [tell(subject2, assertion, "VALUES-PRESENT", "is there and must not be")];
  }
  if (isNothing) {
    const how = node2 === null ? "is missing" : "has no value";
    return [tell(subject2, assertion, "VALUES-MISSING", how)];
  }
  const hidden = hiddenCharacters(subject2.file, textsOf(node2, assertion.for_each === void 0));
  if (hidden.length > 0) return hidden;
  if (!hasContent(node2) && !isAskedFor(node2, assertion)) {
    return [
      isContainer(node2) ? tell(subject2, assertion, "VALUES-EMPTY", "is empty") : tell(subject2, assertion, "VALUES-MISSING", `is a placeholder, ${show(node2)}`)
    ];
  }
  return [
    ...judgeChoice(subject2, node2, assertion),
    ...judgeRange(subject2, node2, assertion),
    ...judgeList(subject2, node2, assertion)
  ];
}
function isAskedFor({ value: value2 }, { equals, one_of }) {
  return [equals, ...one_of ?? []].some((asked2) => asked2 !== void 0 && asked2 === value2);
}
function judgeChoice(subject2, node2, assertion) {
  const findings = [];
  const { equals, one_of, not_in } = assertion;
  for (const choice of [equals === void 0 ? void 0 : [equals], one_of]) {
    if (choice === void 0) continue;
    if (!hasTypeOf(node2, choice)) findings.push(mistyped(subject2, node2, assertion, choice));
    else if (!choice.some((one) => isSame2(one, node2.value))) {
      const than = choice.length === 1 ? "not" : "none of";
      findings.push(
        tell(subject2, assertion, "VALUES-DIFFERENT", `is ${show(node2)}, ${than} ${list(choice)}`)
      );
    }
  }
  if (not_in === void 0) return findings;
  if (!hasTypeOf(node2, not_in)) findings.push(mistyped(subject2, node2, assertion, not_in));
  else if (not_in.some((one) => keyOf(String(one)) === keyOf(String(node2.value)))) {
    findings.push(
      tell(subject2, assertion, "VALUES-FORBIDDEN", `is ${show(node2)}, which is ruled out`)
    );
  }
  return findings;
}
function judgeRange(subject2, node2, assertion) {
  const { min, max, between } = assertion;
  if (min === void 0 && max === void 0 && between === void 0) return [];
  const { value: value2 } = node2;
  if (typeof value2 !== "number" || !Number.isFinite(value2)) {
    return [mistyped(subject2, node2, assertion, [0])];
  }
  const lowest = Math.max(min ?? -Infinity, between?.[0] ?? -Infinity);
  const highest = Math.min(max ?? Infinity, between?.[1] ?? Infinity);
  if (value2 >= lowest && value2 <= highest) return [];
  const limit = value2 < lowest ? `less than ${lowest}` : `more than ${highest}`;
  return [tell(subject2, assertion, "VALUES-RANGE", `is ${value2}, ${limit}`)];
}
function judgeList(subject2, node2, assertion) {
  const { contains_all } = assertion;
  if (contains_all === void 0) return [];
  const { value: value2 } = node2;
  if (!Array.isArray(value2)) {
    const found2 = `is ${describe4(node2)}, not a list`;
    return [tell(subject2, assertion, "VALUES-TYPE", found2)];
  }
  const entries = value2;
  const lacking = contains_all.filter((one) => !entries.some((entry) => isSame2(one, entry.value)));
  if (lacking.length === 0) return [];
  return [tell(subject2, assertion, "VALUES-LACKS", `lacks ${list(lacking)}`)];
}
function mistyped(subject2, node2, assertion, choice) {
  const types = [...new Set(choice.map((one) => TYPES[typeof one] ?? "a value"))];
  return tell(subject2, assertion, "VALUES-TYPE", `is ${describe4(node2)}, not ${types.join(" or ")}`);
}
var TYPES = {
  string: "text",
  number: "a number",
  boolean: "`true` or `false`"
};
function tell({ file: file2, path: path2, at }, assertion, code, how) {
  const name4 = path2 === "" ? `\`${file2}\`` : `\`${path2}\` in \`${file2}\``;
  return failed({
    code,
    problem: `${name4} ${how}`,
    ...wanted(path2, assertion),
    at,
    item: path2 === "" ? file2 : path2
  });
}
function hasTypeOf({ value: value2 }, choice) {
  return choice.some((one) => typeof one === typeof value2);
}
function isSame2(wanted2, found2) {
  if (typeof wanted2 !== "string" || typeof found2 !== "string") return wanted2 === found2;
  return normalize(wanted2, "NFC") === normalize(found2, "NFC");
}
function isContainer({ value: value2 }) {
  return typeof value2 === "object" && value2 !== null;
}
function textsOf(node2, isDeep) {
  const { value: value2 } = node2;
  if (typeof value2 === "string") return [{ text: value2, at: node2.at }];
  if (Array.isArray(value2)) {
    return isDeep ? value2.flatMap((one) => textsOf(one, true)) : [];
  }
  if (!(value2 instanceof Map)) return [];
  return [...value2].flatMap(([key, entry]) => [
    { text: key, at: entry.keyAt },
    ...isDeep ? textsOf(entry.node, true) : []
  ]);
}

// src/rules/values/judge-assertion.ts
function judgeAssertion(around, assertion) {
  const { file: file2 } = around;
  const node2 = assertion.path === void 0 ? around.node : valueAt(around.node, assertion.path);
  const at = node2?.at ?? nearestPlace(around.node, assertion.path ?? "");
  const path2 = joined(around.path, assertion.path ?? "");
  const subject2 = { file: file2, path: path2, node: node2, at: placeIn(file2, at) };
  const findings = judgeValue2(subject2, assertion);
  if (assertion.for_each === void 0 || node2 === null || findings.length > 0) return findings;
  if (!isContainer(node2)) {
    return [tell(subject2, assertion, "VALUES-TYPE", `is ${describe4(node2)}, not a list or map`)];
  }
  const { for_each } = assertion;
  return entriesOf2(subject2, node2).flatMap(
    (entry) => for_each.flatMap((inner2) => judgeAssertion(entry, inner2))
  );
}
function entriesOf2({ file: file2, path: path2 }, { value: value2 }) {
  if (Array.isArray(value2)) {
    return value2.map((node2, index) => ({
      file: file2,
      path: `${path2}[${index}]`,
      node: node2
    }));
  }
  return [...value2].map(([key, { node: node2 }]) => ({
    file: file2,
    path: joined(path2, /^[^.[\]"\s]+$/.test(key) ? key : `["${key}"]`),
    node: node2
  }));
}
function joined(path2, step) {
  if (path2 === "" || step === "") return path2 + step;
  return step.startsWith("[") ? path2 + step : `${path2}.${step}`;
}

// src/rules/values/options.ts
var scalar = external_exports.union([external_exports.string(), external_exports.number(), external_exports.boolean()]);
var conditions = {
  equals: scalar.optional().describe("The value is this one; text as written"),
  one_of: external_exports.array(scalar).min(1).optional().describe("The value is one of these; text as written"),
  not_in: external_exports.array(scalar).min(1).optional().describe("The value is there and none of these; case and width of letters make no difference"),
  min: external_exports.number().optional().describe("The number is at least this"),
  max: external_exports.number().optional().describe("The number is at most this"),
  between: external_exports.tuple([external_exports.number(), external_exports.number()]).refine(([low, high]) => low <= high, "the first number is the smaller one").optional().describe("The number is at least the first and at most the second"),
  contains_all: external_exports.array(scalar).min(1).optional().describe("The list holds each of these; it may hold more"),
  exists: external_exports.boolean().optional().describe("`true`: something is filled in there; `false`: there is no such key, or no value")
};
var path = external_exports.string().regex(DATA_PATH, 'a path is keys and positions, such as `caps.per_user` or `alerts[0]["a.b"]`').optional().describe(
  "Where the value stands, such as `caps.per_user` or `alerts[0].name`; without it the whole file or entry"
);
var inner = judging2(external_exports.strictObject({ path, ...conditions }));
var middle = judging2(external_exports.strictObject({ path, ...conditions, for_each: forEach(inner) }));
var outer = judging2(external_exports.strictObject({ path, ...conditions, for_each: forEach(middle) }));
function forEach(schema) {
  return external_exports.array(schema).min(1).optional().describe(
    "Assertions for each entry of the list or map, `path` seen from the entry; without entries it fails"
  );
}
function judging2(schema) {
  return schema.superRefine((assertion, context) => {
    const { path: _, ...rest } = assertion;
    const named3 = Object.entries(rest).filter(([, value2]) => value2 !== void 0);
    if (named3.length === 0) {
      context.addIssue({
        code: "custom",
        message: "an assertion needs a condition, such as `exists: true`"
      });
    }
    if (assertion.exists === false && named3.length > 1) {
      context.addIssue({
        code: "custom",
        path: ["exists"],
        message: "`exists: false` leaves nothing for another condition to judge"
      });
    }
    if (assertion.min !== void 0 && assertion.max !== void 0) {
      if (assertion.min > assertion.max) {
        context.addIssue({ code: "custom", path: ["min"], message: "`min` is more than `max`" });
      }
    }
  });
}
var valuesOptions = external_exports.strictObject({
  file: external_exports.string().regex(/\.(ya?ml|json|md)$/i, "a data file ends in .yml, .yaml, .json or .md").optional().describe("A YAML or JSON file, or a markdown file for its front matter"),
  front_matter: external_exports.literal(true).optional().describe("Judges the front matter of the readiness document"),
  assert: external_exports.array(outer).min(1).describe("What must hold. Several conditions of one assertion must all hold")
}).refine(({ file: file2, front_matter }) => file2 === void 0 !== (front_matter === void 0), {
  error: "give one of `file` and `front_matter: true`"
});

// src/rules/values.ts
var values = defineRule({
  type: "values",
  meta: {
    holdsWhen: "what the policy asserts about a data file or the front matter is so",
    why: "Budgets, sample rates and registries are files that machines read. What they say can be checked word by word, so nobody has to vouch for it.",
    ages: null
  },
  options: valuesOptions,
  reads: ["file"],
  codes: VALUES_CODES,
  evaluate(facts, { file: file2 = null, assert: assert2 }, context) {
    const read3 = readStructuredData(facts, context, file2);
    if (read3 === null) return [];
    if (isRefused(read3)) return read3.findings;
    const { root, path: path2 } = read3;
    if (root === null) return [noFrontMatter(path2)];
    return assert2.flatMap(
      (assertion) => judgeAssertion({ file: path2, path: "", node: root }, assertion)
    );
  }
});
function noFrontMatter(path2) {
  return failed({
    code: "VALUES-NO-FRONT-MATTER",
    problem: `\`${path2}\` has no front matter`,
    remedy: "begin the file with a line `---`, the values asked for, and another line `---`",
    at: topOf(path2),
    item: path2
  });
}

// src/rules/index.ts
var RULE_TYPES = [
  checklist,
  ci,
  decision,
  document,
  issues,
  metrics,
  owners,
  rollout,
  schedule,
  score,
  signOff,
  table,
  values
];
var BY_TYPE = new Map(
  RULE_TYPES.map((ruleType2) => [ruleType2.type, ruleType2])
);
function ruleType(type) {
  return BY_TYPE.get(type);
}

// src/policy/schema/defaults.ts
var DEFAULTS = {
  mode: "enforce",
  blocked_as: "failure",
  cumulative: true,
  require: "all",
  severity: "block",
  waivable: true,
  max_days: 30,
  issues: { open: true, max_per_run: 5, labels: ["stage-gates"], assign: true },
  comment: "when-gates-apply",
  approvals: 1,
  review_within: "3d"
};
function defaultIssue(type) {
  return type === "owners" ? "owner" : "none";
}

// src/policy/source/source-tree.ts
function locate(node2, file2) {
  const { at, length, value: value2 } = node2;
  if (value2 instanceof Map) {
    const entries = /* @__PURE__ */ new Map();
    for (const [name4, entry] of value2) {
      const key = { file: file2, at: entry.keyAt, length: entry.keyLength };
      entries.set(name4, { key, node: locate(entry.node, file2) });
    }
    return { file: file2, at, length, value: entries };
  }
  if (Array.isArray(value2)) {
    const items = value2.map((item2) => locate(item2, file2));
    return { file: file2, at, length, value: items };
  }
  return { file: file2, at, length, value: value2 };
}
function placeOf4(spot) {
  return placeIn(spot.file.name, spot.at);
}
function isMap2(node2) {
  return node2?.value instanceof Map;
}
function isList3(node2) {
  return Array.isArray(node2?.value);
}
function entriesOf3(node2) {
  return isMap2(node2) ? node2.value : NO_ENTRIES;
}
var NO_ENTRIES = /* @__PURE__ */ new Map();
function itemsOf(node2) {
  return isList3(node2) ? node2.value : [];
}
function child(node2, key) {
  return entriesOf3(node2).get(key)?.node;
}
function textOf5(node2) {
  return typeof node2?.value === "string" ? node2.value : null;
}
function textsOf2(node2) {
  return itemsOf(node2).flatMap((item2) => {
    const text4 = textOf5(item2);
    return text4 === null ? [] : [{ text: text4, node: item2 }];
  });
}
var UNSAFE_KEYS = /* @__PURE__ */ new Set(["__proto__", "constructor", "prototype"]);
function plainOf(node2) {
  const { value: value2 } = node2;
  if (value2 instanceof Map) {
    const plain2 = {};
    for (const [name4, entry] of entriesOf3(node2)) {
      if (!UNSAFE_KEYS.has(name4)) plain2[name4] = plainOf(entry.node);
    }
    return plain2;
  }
  return Array.isArray(value2) ? itemsOf(node2).map((item2) => plainOf(item2)) : value2;
}
function follow(root, path2) {
  let node2 = root;
  let entry = null;
  for (const step of path2) {
    const next = entriesOf3(node2).get(String(step));
    const item2 = typeof step === "number" ? itemsOf(node2)[step] : void 0;
    const inside2 = next?.node ?? item2;
    if (inside2 === void 0) return { node: null, entry: null, nearest: node2 };
    entry = next ?? null;
    node2 = inside2;
  }
  return { node: node2, entry, nearest: node2 };
}
function withEntries(node2, changes) {
  const entries = new Map(entriesOf3(node2));
  for (const [name4, entry] of Object.entries(changes)) {
    if (entry === void 0) entries.delete(name4);
    else entries.set(name4, entry);
  }
  return { ...node2, value: entries };
}
function withList(map2, name4, items) {
  const entry = entriesOf3(map2).get(name4);
  if (entry === void 0 || !Array.isArray(entry.node.value)) return map2;
  return withEntries(map2, { [name4]: { ...entry, node: { ...entry.node, value: items } } });
}

// src/policy/source/policy-entries.ts
function idOf(node2) {
  return textOf5(child(node2, "id"));
}
function byId(nodes) {
  const found2 = /* @__PURE__ */ new Map();
  for (const node2 of nodes) {
    const id = idOf(node2);
    if (id !== null && id !== "" && !found2.has(id)) found2.set(id, node2);
  }
  return found2;
}
function referenceOf(gate, rule) {
  return `${idOf(gate) ?? ""}/${idOf(rule) ?? ""}`;
}
function rulesOf(tree) {
  return itemsOf(child(tree, "gates")).flatMap(
    (gate) => itemsOf(child(gate, "rules")).map((rule) => ({ gate, rule }))
  );
}
function isDropped(node2) {
  return child(node2, "enabled")?.value === false;
}

// src/policy/building/read-value.ts
function textAt2(node2, key) {
  return textOf5(child(node2, key));
}
function dayAt(node2, key) {
  return parseIsoDate(textAt2(node2, key) ?? "");
}
function requiredDay(node2, key) {
  return textAt2(node2, key) ?? "";
}
function listOf(node2) {
  return isList3(node2) ? textsOf2(node2).map(({ text: text4 }) => text4) : null;
}
function numberOf(node2) {
  return typeof node2?.value === "number" ? node2.value : null;
}
function flag(node2) {
  return typeof node2?.value === "boolean" ? node2.value : null;
}
function recordOf(node2, read3) {
  const record2 = /* @__PURE__ */ Object.create(null);
  for (const [name4, entry] of entriesOf3(node2)) record2[name4] = read3(entry.node);
  return record2;
}
function fieldsOf3(node2) {
  return recordOf(node2, fieldOf);
}
function fieldOf({ value: value2 }) {
  return typeof value2 === "number" || typeof value2 === "boolean" ? value2 : String(value2);
}

// src/policy/building/build-gate.ts
function buildGate(gate, options2) {
  const id = idOf(gate) ?? "";
  const locked = flag(child(gate, "locked")) ?? false;
  return {
    id,
    title: textAt2(gate, "title") ?? asWords(id),
    heading: textAt2(gate, "heading"),
    require: requirement(child(gate, "require")),
    depends_on: listOf(child(gate, "depends_on")) ?? [],
    changed: listOf(child(gate, "changed")),
    when: condition(child(gate, "when")),
    enforce_from: dayAt(gate, "enforce_from"),
    rules: itemsOf(child(gate, "rules")).map(
      (rule) => buildRule(rule, options2.get(referenceOf(gate, rule)), locked)
    ),
    locked,
    at: placeOf4(gate)
  };
}
function buildRule(rule, options2, lockedGate) {
  const id = idOf(rule) ?? "";
  const type = textAt2(rule, "type") ?? "";
  const age = textAt2(rule, "max_age");
  return {
    id,
    type,
    title: textAt2(rule, "title") ?? asWords(id),
    severity: textAt2(rule, "severity") ?? DEFAULTS.severity,
    when: condition(child(rule, "when")),
    enforce_from: dayAt(rule, "enforce_from"),
    max_age: age === null ? null : parseDuration(age),
    remedy: textAt2(rule, "remedy"),
    asks: textAt2(rule, "asks"),
    waivable: flag(child(rule, "waivable")) ?? DEFAULTS.waivable,
    issue: textAt2(rule, "issue") ?? defaultIssue(type),
    controls: listOf(child(rule, "controls")) ?? [],
    options: options2,
    locked: lockedGate || (flag(child(rule, "locked")) ?? false),
    at: placeOf4(rule)
  };
}
function asWords(id) {
  const words2 = id.replaceAll("-", " ");
  return `${words2.slice(0, 1).toUpperCase()}${words2.slice(1)}`;
}
function requirement(node2) {
  const least = numberOf(child(node2, "at_least"));
  if (least !== null) return { at_least: least };
  return node2?.value === "any" ? "any" : DEFAULTS.require;
}
function condition(node2) {
  if (node2 === void 0) return null;
  return recordOf(node2, (wanted2) => isList3(wanted2) ? wanted2.value.map(fieldOf) : fieldOf(wanted2));
}

// src/policy/building/build-policy.ts
function buildPolicy(tree, options2, exemptions) {
  const waivers = child(tree, "waivers");
  const issues3 = child(tree, "issues");
  return {
    mode: textAt2(tree, "mode") ?? DEFAULTS.mode,
    blocked_as: textAt2(tree, "blocked_as") ?? DEFAULTS.blocked_as,
    enforce_from: dayAt(tree, "enforce_from"),
    stages: itemsOf(child(tree, "stages")).map(buildStage),
    fields: fieldsOf3(child(tree, "fields")),
    services: buildServices(child(tree, "services")),
    gates: itemsOf(child(tree, "gates")).map((gate) => buildGate(gate, options2)),
    roles: recordOf(child(tree, "roles"), buildRole),
    waivers: {
      approvers: listOf(child(waivers, "approvers")) ?? [],
      max_days: numberOf(child(waivers, "max_days")) ?? DEFAULTS.max_days
    },
    policy_owners: listOf(child(tree, "policy_owners")) ?? [],
    issues: {
      open: flag(child(issues3, "open")) ?? DEFAULTS.issues.open,
      max_per_run: numberOf(child(issues3, "max_per_run")) ?? DEFAULTS.issues.max_per_run,
      labels: [
        .../* @__PURE__ */ new Set([ISSUE_LABEL, ...listOf(child(issues3, "labels")) ?? DEFAULTS.issues.labels])
      ],
      assign: flag(child(issues3, "assign")) ?? DEFAULTS.issues.assign
    },
    comment: textAt2(tree, "comment") ?? DEFAULTS.comment,
    freeze: itemsOf(child(tree, "freeze")).map((period) => ({
      from: requiredDay(period, "from"),
      to: requiredDay(period, "to"),
      reason: textAt2(period, "reason") ?? ""
    })),
    break_glass: buildBreakGlass(child(tree, "break_glass")),
    exemptions
  };
}
function buildStage(stage2) {
  const environments = listOf(child(stage2, "environments"));
  return {
    id: idOf(stage2) ?? "",
    branches: listOf(child(stage2, "branches")) ?? [],
    paths: listOf(child(stage2, "paths")),
    gates: listOf(child(stage2, "gates")),
    cumulative: flag(child(stage2, "cumulative")) ?? DEFAULTS.cumulative,
    ...environments !== null && { environments },
    at: placeOf4(stage2)
  };
}
function buildServices(services) {
  if (services === void 0) return null;
  return {
    from: textAt2(services, "from"),
    readiness: textAt2(services, "readiness"),
    override: recordOf(child(services, "override"), (override2) => ({
      path: textAt2(override2, "path"),
      readiness: textAt2(override2, "readiness"),
      fields: fieldsOf3(child(override2, "fields")),
      gates: listOf(child(override2, "gates"))
    })),
    ungoverned: listOf(child(services, "ungoverned")) ?? []
  };
}
function buildRole(role4) {
  return {
    users: listOf(child(role4, "users")) ?? [],
    teams: listOf(child(role4, "teams")) ?? [],
    permission: textOf5(child(role4, "permission"))
  };
}
function buildBreakGlass(glass) {
  if (glass === void 0) return null;
  return {
    roles: listOf(child(glass, "roles")) ?? [],
    approvals: numberOf(child(glass, "approvals")) ?? DEFAULTS.approvals,
    review_within: textAt2(glass, "review_within") ?? DEFAULTS.review_within
  };
}

// src/policy/building/provenance.ts
function provenanceOf(tree) {
  const places = /* @__PURE__ */ new Map();
  collect(tree, "", places);
  return places;
}
function collect(node2, path2, places) {
  if (isMap2(node2)) {
    for (const [name4, { node: inside2 }] of entriesOf3(node2)) {
      if (name4 !== "id") collect(inside2, join2(path2, name4), places);
    }
    if (node2.value.size === 0) places.set(path2, placeOf4(node2));
    return;
  }
  if (isList3(node2) && node2.value.length > 0 && node2.value.every((item2) => idOf(item2) !== null)) {
    for (const item2 of itemsOf(node2)) {
      const inside2 = join2(path2, idOf(item2) ?? "");
      places.set(inside2, placeOf4(item2));
      collect(item2, inside2, places);
    }
    return;
  }
  places.set(path2, placeOf4(node2));
}
function join2(path2, name4) {
  if (!/^[A-Za-z0-9_-]+$/.test(name4)) return `${path2}[${JSON.stringify(name4)}]`;
  return path2 === "" ? name4 : `${path2}.${name4}`;
}

// src/policy/checking/option-settings.ts
var OPTION_SETTINGS = {
  role: {
    decision: [["decider_role"]],
    "sign-off": [
      ["roles", "[]"],
      ["roles", "[]", "role"]
    ]
  },
  glob: {
    decision: [["path"]],
    document: [["glob"]],
    "sign-off": [
      ["covers", "[]"],
      ["roles", "[]", "covers", "[]"]
    ]
  }
};
function settingsIn(rule, kind) {
  const types = OPTION_SETTINGS[kind];
  const type = textOf5(child(rule, "type")) ?? "";
  const paths = Object.hasOwn(types, type) ? types[type] ?? [] : [];
  return paths.flatMap(
    (path2) => nodesAt(rule, path2).flatMap((node2) => {
      const text4 = textOf5(node2);
      return text4 === null ? [] : [{ text: text4, node: node2 }];
    })
  );
}
function nodesAt(node2, path2) {
  const [step, ...rest] = path2;
  if (step === void 0) return [node2];
  if (step === "[]") return itemsOf(node2).flatMap((item2) => nodesAt(item2, rest));
  const inside2 = child(node2, step);
  return inside2 === void 0 ? [] : nodesAt(inside2, rest);
}

// src/policy/checking/check-references.ts
function checkReference(spot, { what, name: name4, known }, problems, help) {
  if (known.includes(name4)) return;
  const meant = problems.isLong ? null : suggest(name4, known);
  problems.add(spot, {
    code: "unknown-reference",
    message: `there is no ${what} \`${name4}\``,
    help: meant === null ? help ?? null : `did you mean \`${meant}\`?`
  });
}
function checkReferences(tree, problems) {
  const roles = [...entriesOf3(child(tree, "roles")).keys()];
  const role4 = (spot, name4) => {
    const help = `declare it: \`roles: {${name4}: {users: [<login>]}}\``;
    checkReference(spot, { what: "role", name: name4, known: roles }, problems, help);
  };
  const named3 = [
    ...textsOf2(child(child(tree, "waivers"), "approvers")),
    ...textsOf2(child(tree, "policy_owners")),
    ...textsOf2(child(child(tree, "break_glass"), "roles")),
    ...rulesOf(tree).flatMap(({ rule }) => rolesIn(rule))
  ];
  for (const { text: text4, node: node2 } of named3) role4(node2, text4);
  for (const { text: text4, node: node2 } of rulesOf(tree).flatMap(({ rule }) => settingsIn(rule, "glob"))) {
    const problem = globProblem(text4);
    if (problem === null) continue;
    const { message, help } = problem;
    problems.add(node2, { code: "invalid-format", message: `not a glob: ${message}`, help });
  }
  const gates = itemsOf(child(tree, "gates")).flatMap((gate) => idOf(gate) ?? []);
  for (const { node: node2 } of entriesOf3(child(child(tree, "services"), "override")).values()) {
    for (const { text: text4, node: spot } of textsOf2(child(node2, "gates"))) {
      checkReference(spot, { what: "gate", name: text4, known: gates }, problems);
    }
  }
}
function rolesIn(rule) {
  const asks = child(rule, "asks");
  const asked2 = textOf5(asks);
  const settings = settingsIn(rule, "role");
  return asks === void 0 || asked2 === null ? settings : [...settings, { text: asked2, node: asks }];
}

// src/policy/schema/keys-at.ts
function keysAt(schema, path2) {
  let found2 = alternatives(schema);
  for (const step of path2) found2 = found2.flatMap((one) => inside(one, step)).flatMap(alternatives);
  return found2.flatMap((one) => one instanceof external_exports.core.$ZodObject ? shapeKeys(one) : []);
}
function shapeKeys(schema) {
  return Object.keys(schema._zod.def.shape);
}
function inside(schema, step) {
  if (schema instanceof external_exports.core.$ZodObject) {
    const { shape } = schema._zod.def;
    const name4 = String(step);
    const found2 = Object.hasOwn(shape, name4) ? shape[name4] : void 0;
    return found2 === void 0 ? [] : [found2];
  }
  if (schema instanceof external_exports.core.$ZodRecord) return [schema._zod.def.valueType];
  if (schema instanceof external_exports.core.$ZodArray) return [schema._zod.def.element];
  if (schema instanceof external_exports.core.$ZodTuple) {
    const item2 = schema._zod.def.items[Number(step)];
    return item2 === void 0 ? [] : [item2];
  }
  return [];
}
function alternatives(schema) {
  if (schema instanceof external_exports.core.$ZodUnion) return schema._zod.def.options.flatMap(alternatives);
  if (schema instanceof external_exports.core.$ZodPipe) return alternatives(schema._zod.def.in);
  if (schema instanceof external_exports.core.$ZodLazy) return alternatives(schema._zod.innerType);
  if (schema instanceof external_exports.core.$ZodIntersection) {
    return [schema._zod.def.left, schema._zod.def.right].flatMap(alternatives);
  }
  const wraps = schema instanceof external_exports.core.$ZodOptional || schema instanceof external_exports.core.$ZodDefault || schema instanceof external_exports.core.$ZodPrefault || schema instanceof external_exports.core.$ZodNullable || schema instanceof external_exports.core.$ZodReadonly || schema instanceof external_exports.core.$ZodNonOptional || schema instanceof external_exports.core.$ZodCatch;
  return wraps ? alternatives(schema._zod.def.innerType) : [schema];
}

// src/policy/schema/intended-form.ts
function unitMissing({ input: input2 }) {
  return typeof input2 === "number" && Number.isInteger(input2) && input2 >= 0 ? `write \`${input2}d\` for days` : "";
}
function asStages({ input: input2 }) {
  if (typeof input2 === "string") {
    const id2 = idFrom(input2);
    return `write \`[{id: ${id2}, branches: [${id2}]}]\``;
  }
  const id = firstKey(input2);
  return id === null ? "" : `write \`[{id: ${id}, branches: [<branch>]}]\``;
}
function asGates({ input: input2 }) {
  const id = firstKey(input2);
  return id === null ? "" : `write \`[{id: ${id}, rules: [<rules>]}]\``;
}
function firstKey(input2) {
  if (typeof input2 !== "object" || input2 === null || Array.isArray(input2)) return null;
  return idFrom(Object.keys(input2)[0] ?? "");
}
function idFrom(text4) {
  return /^[a-z0-9-]{1,64}$/.test(text4) ? text4 : "<id>";
}

// src/policy/schema/value-schemas.ts
var KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
var kebabId = external_exports.string().regex(KEBAB, {
  error: "not an id; use lower-case letters, digits and `-`, such as `no-manual-step`",
  abort: true
}).max(64).meta({ title: "id" });
function idOtherThan(reserved, what) {
  return kebabId.refine((id) => !reserved.includes(id), {
    error: `\`${reserved.join("`, `")}\` ${reserved.length === 1 ? "is" : "are"} reserved: a ${what} cannot be named so`,
    params: { code: "reserved-id", help: "choose another id" }
  }).meta({ title: "id", not: { enum: [...reserved] } });
}
var text3 = external_exports.string().regex(/\S/, { error: "empty text" }).max(2e3);
var glob = external_exports.string().min(1, { abort: true }).superRefine((value2, context) => {
  const problem = globProblem(value2);
  if (problem === null) return;
  const params = { code: "invalid-format", help: problem.help };
  context.addIssue({ code: "custom", message: `not a glob: ${problem.message}`, params });
}).meta({ title: "glob" });
var branch = glob.refine((value2) => !/^refs\/|\.\./.test(value2), {
  error: "no branch is named so",
  params: {
    code: "invalid-format",
    help: "write the branch alone, without `refs/heads/`"
  }
}).meta({ title: "branch or glob" });
var pathTemplate = external_exports.string().min(1, { abort: true }).max(512).refine((value2) => !/\\|(?:^|\/)\.{0,2}(?:\/|$)/.test(value2), {
  error: "not a path of the repository; write it from the root, without `/` around it",
  params: { code: "invalid-format", help: null }
}).refine((value2) => !/[{}]/.test(value2.replaceAll(/\{(?:service|path)\}/g, "")), {
  error: "only `{service}` and `{path}` are filled in",
  params: { code: "invalid-format", help: null }
}).meta({ title: "path" });
var day = external_exports.string().regex(/^\d{4}-\d{2}-\d{2}$/, {
  error: "not a day; write it as year-month-day, such as 2026-12-01",
  abort: true
}).refine((value2) => parseIsoDate(value2) !== null, {
  error: "there is no such day",
  params: { code: "invalid-format", help: null }
}).meta({ title: "day" });
var duration3 = external_exports.string({ error: unitMissing }).regex(DURATION_PATTERN, {
  error: "not a duration; use a number and h, d or w, such as 12h or 7d"
}).meta({ title: "duration" });
var login = external_exports.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}(?:\[bot\])?$/, {
  error: "not a login; write it without `@`, such as `ana`"
}).meta({ title: "login" });
var team = external_exports.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*\/[a-zA-Z0-9][\w.-]*$/, {
  error: "not a team; write it as `organization/team`, without `@`"
}).meta({ title: "team" });
var fieldName = external_exports.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, {
  error: "not the name of a field; begin with a letter, then letters, digits, `_` and `-`"
});
var fieldValue = external_exports.union([external_exports.string().min(1).max(200), external_exports.number(), external_exports.boolean()]);
var fields2 = external_exports.record(fieldName, fieldValue);
var condition2 = external_exports.record(fieldName, external_exports.union([fieldValue, external_exports.array(fieldValue).min(1)])).refine((value2) => Object.keys(value2).length > 0, {
  error: "names no field and so always holds; drop it or name one",
  params: { code: "invalid-value", help: null }
}).meta({ title: "condition" });
var roleName2 = kebabId.meta({ title: "role" });

// src/policy/schema/rule-schema.ts
var TYPES2 = RULE_TYPES.map(({ type }) => type);
var ruleSettings = {
  id: kebabId.describe("Names the rule within its gate; the reference is `gate/rule`."),
  type: external_exports.enum(TYPES2).optional().describe("What must hold. May be left out where a pack or the organization states the rule."),
  enabled: external_exports.boolean().optional().describe("`false` drops a rule that a pack or the organization states."),
  title: text3.optional().describe("Shown to people. Default: the id as words."),
  severity: external_exports.enum(["block", "warn"]).optional().describe("Whether the rule blocks, or warns only.").meta({ default: DEFAULTS.severity }),
  when: condition2.optional().describe(
    "The rule counts only where every field named here has the value, or one of the list. Sees `fields` only, never the readiness document."
  ),
  enforce_from: day.optional().describe("First day (UTC) on which the rule counts."),
  max_age: duration3.optional().describe("How old the evidence may be: a number and `h`, `d` or `w`."),
  remedy: text3.optional().describe("Own words on what to do, shown before the rule's own remedy."),
  asks: roleName2.optional().describe("The role that acts when the rule does not hold."),
  waivable: external_exports.boolean().optional().describe("Whether a waiver may cover the rule.").meta({ default: DEFAULTS.waivable }),
  issue: external_exports.enum(["owner", "runbook", "none"]).optional().describe(
    "Which issue is opened for its findings. Default: `owner` for `owners`, else `none`."
  ),
  controls: external_exports.array(text3).optional().describe("Controls of a framework that the rule serves, such as `soc2:CC8.1`.")
};
var lockedSetting = external_exports.boolean().optional().describe(
  "A repository may then only add rules, raise `severity` to `block`, shorten `max_age` and bring `enforce_from` forward."
);
var answersSetting = external_exports.array(text3).min(1).optional();
function ruleSchema(extra) {
  return external_exports.looseObject({ ...ruleSettings, ...extra }).describe("One thing that must hold.").meta({ id: "rule" });
}

// src/policy/source/source-text.ts
var linesOf3 = /* @__PURE__ */ new WeakMap();
function sourceText({ file: file2, at, length }) {
  const lines = linesOf3.get(file2) ?? file2.text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  linesOf3.set(file2, lines);
  const line = lines[at.line - 1] ?? "";
  return line.slice(at.column - 1, at.column - 1 + length).trimEnd();
}

// src/policy/shape/describe-value.ts
var LONGEST3 = 60;
function describeValue(node2) {
  const { value: value2 } = node2;
  if (Array.isArray(value2)) return "a list";
  if (value2 instanceof Map) return "a map";
  if (typeof value2 === "string")
    return value2 === "" ? "an empty text" : `the text \`${cut2(value2)}\``;
  return typeof value2 === "number" ? `the number ${value2}` : `\`${String(value2)}\``;
}
function cut2(text4) {
  const line = text4.replaceAll(/\s+/g, " ");
  return line.length > LONGEST3 ? `${line.slice(0, LONGEST3)}\u2026` : line;
}
var KINDS = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "`true` or `false`",
  array: "a list",
  tuple: "a list",
  object: "a map",
  record: "a map",
  date: "a date",
  null: "nothing"
};
function describeKind(expected) {
  return KINDS[expected] ?? expected;
}
var YES = /* @__PURE__ */ new Set(["yes", "y", "on"]);
var NO2 = /* @__PURE__ */ new Set(["no", "n", "off"]);
function norway(word) {
  const lower = word.toLowerCase();
  if (YES.has(lower)) return true;
  return NO2.has(lower) ? false : null;
}
function mend(node2, expected) {
  const text4 = textOf5(node2);
  switch (expected) {
    case "boolean": {
      const meant = text4 === null ? null : norway(text4);
      return meant === null ? null : `write \`${meant}\``;
    }
    case "string":
      return typeof node2.value === "number" || typeof node2.value === "boolean" ? `put it in quotes: \`"${sourceText(node2)}"\`` : null;
    case "number":
    case "int":
      return text4 === null ? null : mendNumber(text4);
    case "array":
      return node2.value instanceof Map ? null : `write it as a list: \`[${sourceText(node2)}]\``;
    default:
      return null;
  }
}
function mendNumber(text4) {
  if (/^[-+]?0\d+$/.test(text4)) {
    return "a number has no leading zero: YAML readers differ on what it means";
  }
  if (/^[-+]?\d+$/.test(text4) && !Number.isSafeInteger(Number(text4)))
    return "the number is too large";
  if (/^\d+(\.\d+)?$/.test(text4)) return "write the number without quotes";
  return "write digits, such as `5`";
}

// src/policy/shape/union-issue.ts
function isEitherOf(issue2) {
  return issue2.code === "invalid_union";
}
function tellEitherOf(issue2, node2) {
  if (issue2.errors.length === 0) return tellDiscriminator(issue2, node2);
  const fitting2 = issue2.errors.filter((issues3) => !issues3.some((one) => isOtherKind(one, node2)));
  const [best] = fitting2.toSorted((a, b) => a.length - b.length);
  if (best === void 0) return tellKinds(issue2.errors, node2);
  const choices = fitting2.flatMap((issues3) => issues3.flatMap(choicesOf));
  if (choices.length > 0 && fitting2.every((issues3) => issues3.some((one) => choicesOf(one).length > 0))) {
    return [{ code: "invalid_value", values: choices, path: issue2.path, message: "" }];
  }
  return best.map((inner2) => ({ ...inner2, path: [...issue2.path, ...inner2.path] }));
}
function isOtherKind(issue2, { value: value2 }) {
  if (issue2.path.length > 0) return false;
  if (issue2.code === "invalid_type") return true;
  return issue2.code === "invalid_value" && !issue2.values.some((one) => typeof one === typeof value2);
}
function choicesOf(issue2) {
  return issue2.path.length === 0 && issue2.code === "invalid_value" ? issue2.values : [];
}
function tellKinds(errors, node2) {
  const kinds = errors.flatMap(
    (issues3) => issues3.flatMap(
      (issue2) => issue2.code === "invalid_type" ? [describeKind(issue2.expected)] : []
    )
  );
  return {
    code: "invalid-type",
    message: `expected ${[...new Set(kinds)].join(" or ")}, found ${describeValue(node2)}`
  };
}
function tellDiscriminator(issue2, node2) {
  const key = issue2.discriminator ?? "";
  const options2 = ("options" in issue2 ? issue2.options : []).map(String);
  const said = textOf5(node2) ?? textOf5(child(node2, key));
  if (said === null && !entriesOf3(node2).has(key)) {
    return {
      code: "missing-key",
      message: `\`${key}\` is missing`,
      help: `one of ${options2.join(", ")}`
    };
  }
  const meant = said === null ? null : suggest(said, options2);
  return {
    code: "invalid-value",
    message: `\`${key}\` must be one of ${options2.join(", ")}`,
    help: meant === null ? null : `did you mean \`${meant}\`?`
  };
}

// src/policy/shape/value-issue.ts
function tellValue(issue2, node2, name4) {
  switch (issue2.code) {
    case "invalid_type":
      return {
        code: "invalid-type",
        message: `expected ${describeKind(issue2.expected)}, found ${describeValue(node2)}`,
        // What a schema says of a value of another kind is how it is mended.
        help: issue2.message || mend(node2, issue2.expected)
      };
    case "invalid_value":
      return tellChoice(issue2.values, node2);
    case "invalid_format":
      return {
        code: "invalid-format",
        message: issue2.message || `not of the form ${form(issue2)}`,
        help: isMention(node2) ? `write \`${cut2(String(node2.value).slice(1))}\`` : null
      };
    case "too_small":
      return { code: "invalid-value", message: issue2.message || tooSmall(issue2, name4) };
    case "too_big":
      return { code: "invalid-value", message: issue2.message || tooBig(issue2, name4) };
    case "not_multiple_of":
      return { code: "invalid-value", message: `${name4} must be a multiple of ${issue2.divisor}` };
    case "custom": {
      const { code = "invalid-value", help = null } = issue2.params ?? {};
      return { code, message: issue2.message || `${name4} is not allowed here`, help };
    }
    default:
      return { code: "invalid-value", message: issue2.message || `${name4} is not allowed here` };
  }
}
function tellChoice(values2, node2) {
  const choices = values2.map(String);
  if (isList3(node2) || isMap2(node2)) {
    const list2 = choices.length === 1 ? choices.join("") : `one of ${choices.join(", ")}`;
    return { code: "invalid-type", message: `expected ${list2}, found ${describeValue(node2)}` };
  }
  const said = String(node2.value);
  const meant = suggest(said, choices);
  const asText = choices.includes(said) && textOf5(node2) !== null;
  return {
    code: "invalid-value",
    message: `\`${cut2(said)}\` is not ${choices.length === 1 ? "" : "one of "}${choices.join(", ")}`,
    help: asText ? "write it without quotes" : meant === null ? null : `did you mean \`${meant}\`?`
  };
}
function isMention(node2) {
  return /^@[\w.[\]-]+(?:\/[\w.-]+)?$/.test(textOf5(node2) ?? "");
}
function form(issue2) {
  return `\`${cut2("pattern" in issue2 ? String(issue2.pattern) : issue2.format)}\``;
}
function tooSmall(issue2, name4) {
  const least = Number(issue2.minimum);
  if (issue2.origin === "string") {
    return least === 1 ? `${name4} is empty` : `${name4} needs at least ${least} characters`;
  }
  if (issue2.origin === "array" || issue2.origin === "set") {
    return least === 1 ? `${name4} is an empty list` : `${name4} needs at least ${least} entries`;
  }
  return `${name4} must be ${issue2.inclusive === false ? "more than" : "at least"} ${least}`;
}
function tooBig(issue2, name4) {
  const most = Number(issue2.maximum);
  if (issue2.origin === "string") return `${name4} is longer than ${most} characters`;
  if (issue2.origin === "array" || issue2.origin === "set") {
    return `${name4} takes at most ${most} entries`;
  }
  return `${name4} must be ${issue2.inclusive === false ? "less than" : "at most"} ${most}`;
}

// src/policy/shape/issue-problem.ts
function problemsOf(issue2, root, schema) {
  const { node: node2, entry, nearest } = follow(root, issue2.path);
  if (issue2.code === "unrecognized_keys") return unknownKeys(issue2, node2 ?? root, schema);
  if (issue2.code === "invalid_key") return [invalidKey(issue2, entry?.key ?? nearest)];
  if (node2 === null) return [missingKey(issue2, nearest)];
  if (node2.value === null) return [nullValue(issue2.path, node2, entry?.key ?? null)];
  if (!isEitherOf(issue2)) {
    const told2 = tellValue(issue2, node2, nameOf2(issue2.path));
    return [{ spot: node2, ...told2, isCondition: issue2.code === "custom" }];
  }
  const told = tellEitherOf(issue2, node2);
  return "code" in told ? [{ spot: node2, ...told }] : told.flatMap((inner2) => problemsOf(inner2, root, schema));
}
function nameOf2(path2) {
  const last = path2.findLast((step) => typeof step === "string");
  const isEntry = typeof path2.at(-1) === "number";
  if (last === void 0) return isEntry ? "an entry" : "the file";
  return isEntry ? `an entry of \`${last}\`` : `\`${last}\``;
}
function unknownKeys(issue2, map2, schema) {
  const known = keysAt(schema, issue2.path).filter((key) => !entriesOf3(map2).has(key));
  return issue2.keys.map((name4) => {
    const spot = entriesOf3(map2).get(name4)?.key ?? map2;
    return unknownKey({ spot, in: issue2.path, name: name4, known });
  });
}
var ELSEWHERE = {
  lock: "only the organization's file can lock",
  locked: "only the organization's file can lock",
  select: "only the organization's file selects repositories",
  exempt: "only the organization's file exempts repositories",
  mode: "only the whole policy has it; `severity: warn` keeps a rule from blocking, `enforce_from: <day>` lets a gate or rule count from that day on",
  answers: "only a pack has it",
  omitted: "only a pack has it"
};
function unknownKey(about) {
  const { spot, name: name4, known } = about;
  const elsewhere = Object.hasOwn(ELSEWHERE, name4) ? ELSEWHERE[name4] : void 0;
  const meant = elsewhere === void 0 ? suggest(name4, known) : null;
  return {
    spot,
    code: "unknown-key",
    message: `unknown key \`${cut2(name4)}\``,
    help: elsewhere ?? (meant === null ? null : `did you mean \`${meant}\`?`),
    key: { in: about.in, name: name4, meant }
  };
}
function invalidKey(issue2, spot) {
  const name4 = cut2(String(issue2.path.at(-1)));
  const reason = issue2.issues.map(({ message }) => message).find((message) => message !== "");
  return {
    spot,
    code: "invalid-format",
    message: `\`${name4}\`: ${reason ?? "cannot be used as a name"}`
  };
}
function missingKey(issue2, spot) {
  const name4 = String(issue2.path.at(-1));
  return {
    spot,
    code: "missing-key",
    message: issue2.code === "custom" && issue2.message !== "" ? issue2.message : `\`${name4}\` is missing`,
    help: issue2.code === "custom" || issue2.message === "" ? null : issue2.message,
    key: { in: issue2.path.slice(0, -1), name: name4, meant: null }
  };
}
function nullValue(path2, node2, key) {
  const comment = sourceText(node2);
  if (!comment.startsWith("#")) {
    return {
      spot: key ?? node2,
      code: "null-value",
      message: `${nameOf2(path2)} has no value`,
      help: "write one, or drop the line"
    };
  }
  return {
    spot: node2,
    code: "null-value",
    message: `${nameOf2(path2)} has no value: \`#\` begins a comment`,
    help: `put it in quotes: \`"${cut2(comment)}"\``
  };
}

// src/policy/shape/check-shape.ts
var QUIET = { error: () => "", jitless: true };
var MOST_RENAMED = 200;
function checkShape(tree, schema, problems, { partial: partial2 }) {
  const first = parse4(tree, schema);
  const misspelt = first.problems.filter(({ key }) => key !== void 0 && key.meant !== null).slice(0, MOST_RENAMED);
  const repaired = misspelt.reduce(renameKey, tree);
  const told = misspelt.length === 0 ? first.problems : [
    ...first.problems.filter(({ code }) => code === "unknown-key"),
    ...parse4(repaired, schema).problems
  ];
  for (const { spot, key: _, isCondition, ...problem } of told) {
    if (!partial2 || problem.code !== "missing-key" && !isCondition) problems.add(spot, problem);
  }
  return { output: told.length === 0 ? first.output : null, tree: repaired };
}
function parse4(tree, schema) {
  const parsed2 = safeParse2(schema, plainOf(tree), QUIET);
  if (parsed2.success) return { output: parsed2.data, problems: [] };
  return {
    output: null,
    problems: parsed2.error.issues.flatMap((issue2) => problemsOf(issue2, tree, schema))
  };
}
function renameKey(tree, { key }) {
  if (key === void 0 || key.meant === null) return tree;
  return renameAt(tree, key.in, key.name, key.meant);
}
function renameAt(node2, path2, from, to) {
  const [step, ...rest] = path2;
  if (step === void 0) return isMap2(node2) ? { ...node2, value: renamed(node2, from, to) } : node2;
  const inside2 = (one) => renameAt(one, rest, from, to);
  if (Array.isArray(node2.value)) {
    const items = node2.value;
    return { ...node2, value: items.map((item2, index) => index === step ? inside2(item2) : item2) };
  }
  const entries = new Map(entriesOf3(node2));
  const entry = entries.get(String(step));
  if (entry !== void 0) entries.set(String(step), { ...entry, node: inside2(entry.node) });
  return { ...node2, value: entries };
}
function renamed(node2, from, to) {
  const entries = entriesOf3(node2);
  if (entries.has(to)) return entries;
  return new Map([...entries].map(([name4, entry]) => [name4 === from ? to : name4, entry]));
}

// src/policy/reading/check-rules-of-file.ts
var SETTINGS = Object.keys(ruleSettings);
var EXTRA = {
  repository: [],
  organization: ["locked"],
  pack: ["answers"],
  waivers: [],
  baseline: []
};
function checkRulesOfFile(tree, { types, partial: partial2 }, problems) {
  const gates = child(tree, "gates");
  const checked = itemsOf(gates).map((gate) => {
    const rules = child(gate, "rules");
    const repaired = itemsOf(rules).map((rule) => {
      const type = ruleType(
        textOf5(child(rule, "type")) ?? types.get(referenceOf(gate, rule)) ?? ""
      );
      if (type === void 0 || !isMap2(rule)) return rule;
      const known = nameSettings(rule, type, problems);
      if (partial2) checkShape(settingsOf(known), type.options, problems, { partial: partial2 });
      return known;
    });
    return withList(gate, "rules", repaired);
  });
  return withList(tree, "gates", checked);
}
function settingsOf(rule) {
  const entries = /* @__PURE__ */ new Map();
  for (const [name4, entry] of entriesOf3(rule)) {
    if (SETTINGS.includes(name4) || isExtra(name4)) continue;
    entries.set(name4, name4 === "items" ? { ...entry, node: keptItems(entry.node) } : entry);
  }
  return { ...rule, value: entries };
}
function isExtra(name4) {
  return Object.values(EXTRA).some((names2) => names2.includes(name4));
}
function keptItems(list2) {
  if (!Array.isArray(list2.value)) return list2;
  const first = byId(itemsOf(list2));
  const kept = itemsOf(list2).filter((item2) => {
    const id = idOf(item2);
    return !isDropped(item2) && (id === null || first.get(id) === item2);
  });
  return {
    ...list2,
    value: kept.map((item2) => isMap2(item2) ? withEntries(item2, { enabled: void 0 }) : item2)
  };
}
function nameSettings(rule, type, problems) {
  const known = [...SETTINGS, ...EXTRA[rule.file.kind], ...keysAt(type.options, [])];
  let named3 = rule;
  for (const [name4, entry] of entriesOf3(rule)) {
    if (known.includes(name4) || UNSAFE_KEYS.has(name4)) continue;
    const free = known.filter((key2) => !entriesOf3(named3).has(key2));
    const { spot, key, ...problem } = unknownKey({ spot: entry.key, in: [], name: name4, known: free });
    problems.add(spot, problem);
    const meant = key?.meant ?? null;
    named3 = withEntries(named3, { [name4]: void 0, ...meant !== null && { [meant]: entry } });
  }
  return named3;
}

// src/policy/checking/check-rule.ts
function checkRule(rule, type, problems) {
  const age = entriesOf3(rule).get("max_age");
  if (age !== void 0 && type.meta.ages === null) {
    problems.add(age.key, {
      code: "no-effect",
      message: `\`max_age\` has no meaning for a rule of type \`${type.type}\``,
      help: "drop the line"
    });
  }
  return checkShape(settingsOf(rule), type.options, problems, { partial: false }).output;
}

// src/policy/checking/check-gates.ts
function checkGates(tree, problems) {
  const options2 = /* @__PURE__ */ new Map();
  const gates = itemsOf(child(tree, "gates"));
  const ids = [...byId(gates).keys()];
  for (const gate of gates) {
    const rules = itemsOf(child(gate, "rules"));
    if (rules.length === 0) addNoRules(gate, problems);
    else checkRequire(gate, rules.length, problems);
    for (const rule of rules) {
      const type = typeOf(rule, problems);
      if (type !== void 0) options2.set(referenceOf(gate, rule), checkRule(rule, type, problems));
    }
    for (const { text: text4, node: node2 } of textsOf2(child(gate, "depends_on"))) {
      checkReference(node2, { what: "gate", name: text4, known: ids }, problems);
    }
  }
  checkCycles(gates, problems);
  return options2;
}
function addNoRules(gate, problems) {
  problems.add(child(gate, "rules") ?? child(gate, "id") ?? gate, {
    code: "gate-without-rules",
    message: `the gate \`${idOf(gate) ?? ""}\` has no rules, so it would never block`,
    help: "give it a rule, or drop it with `enabled: false`"
  });
}
function checkRequire(gate, count, problems) {
  const spot = child(child(gate, "require"), "at_least");
  if (typeof spot?.value !== "number" || spot.value <= count) return;
  problems.add(spot, {
    code: "invalid-value",
    message: `at least ${spot.value} rules cannot hold: the gate has ${count}`
  });
}
function typeOf(rule, problems) {
  const type = child(rule, "type");
  if (type !== void 0) return ruleType(textOf5(type) ?? "");
  const id = idOf(rule);
  problems.add(rule, {
    code: "missing-key",
    message: "`type` is missing",
    help: id === null ? null : `no pack and no other file states the rule \`${id}\` of this gate, so its type has to stand here`
  });
  return void 0;
}
function checkCycles(gates, problems) {
  const waits = new Map(
    [...byId(gates)].map(([id, gate]) => [id, textsOf2(child(gate, "depends_on"))])
  );
  const done = /* @__PURE__ */ new Set();
  for (const start of waits.keys()) {
    const way = [];
    const open2 = [{ id: start, next: 0 }];
    while (open2.length > 0) {
      const at = open2[open2.length - 1];
      if (at === void 0) break;
      if (at.next === 0) way.push(at.id);
      const step = waits.get(at.id)?.[at.next];
      at.next += 1;
      if (step === void 0 || done.has(at.id)) {
        done.add(at.id);
        way.pop();
        open2.pop();
      } else if (way.includes(step.text)) {
        const cycle = [...way.slice(way.indexOf(step.text)), step.text];
        problems.add(step.node, {
          code: "dependency-cycle",
          message: cycle.length === 2 ? `the gate \`${step.text}\` waits for itself` : `gates wait for each other: ${cycle.map((id) => `\`${id}\``).join(" \u2192 ")}`
        });
      } else if (waits.has(step.text)) open2.push({ id: step.text, next: 0 });
    }
  }
}

// src/policy/checking/check-settings.ts
function checkSettings(tree, problems) {
  for (const [name4, { key, node: node2 }] of entriesOf3(child(tree, "roles"))) {
    const holders = [child(node2, "users"), child(node2, "teams")].flatMap(itemsOf);
    if (isMap2(node2) && holders.length === 0 && child(node2, "permission") === void 0) {
      problems.add(key, {
        code: "missing-key",
        message: `nobody holds the role \`${name4}\``,
        help: "name `users`, `teams` or a `permission`"
      });
    }
  }
  checkFolders(tree, problems);
  const glass = entriesOf3(tree).get("break_glass");
  if (glass !== void 0 && child(glass.node, "roles") === void 0) {
    problems.add(glass.key, { code: "missing-key", message: "`roles` is missing" });
  }
  for (const period of itemsOf(child(tree, "freeze"))) {
    const to = child(period, "to");
    const from = parseIsoDate(textOf5(child(period, "from")) ?? "");
    const last = parseIsoDate(textOf5(to) ?? "");
    if (to === void 0 || from === null || last === null || last >= from) continue;
    problems.add(to, { code: "invalid-value", message: `\`${last}\` is before \`${from}\`` });
  }
}
function checkFolders(tree, problems) {
  const first = /* @__PURE__ */ new Map();
  for (const { node: node2 } of entriesOf3(child(child(tree, "services"), "override")).values()) {
    const path2 = child(node2, "path");
    const folder = textOf5(path2);
    if (path2 === void 0 || folder === null) continue;
    const before = first.get(folder);
    if (before === void 0) first.set(folder, path2);
    else {
      problems.add(path2, {
        code: "duplicate-path",
        message: `two services have the folder \`${folder}\``,
        related: { message: `first used at line ${before.at.line}`, spot: before }
      });
    }
  }
}

// src/text/glob-matcher.ts
var import_picomatch2 = __toESM(require_picomatch(), 1);
var OPTIONS = { dot: true, windows: false, flags: "s" };
function globMatcher(globs) {
  const list2 = typeof globs === "string" ? [globs] : [...globs];
  if (list2.length === 0) return () => false;
  const matches2 = (0, import_picomatch2.default)(list2, OPTIONS);
  return (name4) => matches2(name4);
}

// src/policy/checking/branch-overlap.ts
var Budget = class {
  #left = 2e6;
  get isSpent() {
    return this.#left <= 0;
  }
  spend(steps) {
    this.#left -= steps;
  }
};
function readBranch(text4) {
  const name4 = /(?<!\\)[*?[{]/.test(text4) ? null : text4.replaceAll(/\\(.)/g, "$1");
  return { text: text4, name: name4, forms: name4 === null ? spellings(text4).map(tokensOf) : [[...name4]] };
}
function branchesOverlap(a, b, budget) {
  if (a.name !== null && b.name !== null) return a.name === b.name;
  if (!a.forms.some((form2) => b.forms.some((other) => meet(form2, other, budget)))) return false;
  if (budget.isSpent || a.name === null && b.name === null) return true;
  budget.spend(2e4);
  const [name4, glob2] = a.name === null ? [b.name, a.text] : [a.name, b.text];
  return globMatcher(glob2)(name4 ?? "");
}
function spellings(glob2) {
  const brace = /(?<!\\)\{([^{}]*)\}/.exec(glob2);
  if (brace !== null) {
    const [whole, inside2 = ""] = brace;
    const before2 = glob2.slice(0, brace.index);
    const after2 = glob2.slice(brace.index + whole.length);
    const options2 = inside2.includes(",") ? inside2.split(",") : [`\\{${inside2}\\}`];
    return options2.flatMap((option2) => spellings(`${before2}${option2}${after2}`));
  }
  const deep = /(?<=^|\/)\*\*\/|\/\*\*$/.exec(glob2);
  if (deep === null) return [glob2];
  const [before, after] = [glob2.slice(0, deep.index), glob2.slice(deep.index + deep[0].length)];
  const marked = deep[0] === "/**" ? "/\0" : "\0/";
  return [`${before}${after}`, `${before}${marked}${after}`].flatMap(spellings);
}
function tokensOf(glob2) {
  return [...glob2.matchAll(/\\(.)|(\*+|\0)|(\?|\[.[^\]]*\])|(.)/gsu)].map(
    ([, escaped, run, one, plain2]) => {
      if (run !== void 0) return { any: run === "\0" || run === "**" ? "deep" : "run" };
      return one === void 0 ? escaped ?? plain2 ?? "" : { any: "one" };
    }
  );
}
function meet(a, b, budget) {
  const seen = /* @__PURE__ */ new Set();
  const open2 = [[0, 0]];
  for (let next = open2.pop(); next !== void 0; next = open2.pop()) {
    const [i, j] = next;
    const key = i * (b.length + 1) + j;
    if (seen.has(key)) continue;
    seen.add(key);
    budget.spend(1);
    if (budget.isSpent || i === a.length && j === b.length) return true;
    const [left, right] = [a[i], b[j]];
    if (isRun(left)) open2.push([i + 1, j]);
    if (isRun(right)) open2.push([i, j + 1]);
    if (left === void 0 || right === void 0) continue;
    if (isRun(left) && takes(left, right)) open2.push([i, j + 1]);
    else if (isRun(right) && takes(right, left)) open2.push([i + 1, j]);
    else if (!isRun(left) && !isRun(right) && sameCharacter(left, right)) open2.push([i + 1, j + 1]);
  }
  return false;
}
function isRun(token) {
  return typeof token === "object" && token.any !== "one";
}
function takes(run, other) {
  return other !== "/" || run.any === "deep";
}
function sameCharacter(a, b) {
  if (typeof a === "string" && typeof b === "string") return a === b;
  return a !== "/" && b !== "/";
}

// src/policy/checking/check-stages.ts
function checkStages(tree, start, problems) {
  const stages = entriesOf3(tree).get("stages");
  const gates = itemsOf(child(tree, "gates"));
  if (gates.length === 0) {
    problems.add(entriesOf3(tree).get("gates")?.key ?? start, {
      code: "missing-key",
      message: "there are no `gates`, so nothing would be judged",
      help: "state some, or bring them in with `extends: [pack:<id>]`"
    });
  }
  if (stages === void 0 || isList3(stages.node) && stages.node.value.length === 0) {
    problems.add(stages?.key ?? start, {
      code: "missing-key",
      message: "there are no `stages`, so no pull request would be judged",
      help: "`stages: [{id: production, branches: [<production branch>]}]`"
    });
    return;
  }
  const ids = [...byId(gates).keys()];
  const list2 = itemsOf(stages.node);
  for (const stage2 of list2) checkStage(stage2, ids, problems);
  checkBranches(list2, problems);
  checkEnvironments(list2, problems);
  checkUsed(list2, gates, stages.key, problems);
}
function checkStage(stage2, ids, problems) {
  if (child(stage2, "branches") === void 0) {
    problems.add(stage2, {
      code: "missing-key",
      message: `\`branches\` of the stage \`${idOf(stage2) ?? ""}\` is missing`,
      help: "list the branches that pull requests into this stage merge into"
    });
  }
  const gates = child(stage2, "gates");
  if (isList3(gates) && gates.value.length === 0) {
    problems.add(gates, {
      code: "stage-without-gates",
      message: `the stage \`${idOf(stage2) ?? ""}\` has no gates`,
      help: "list some, or leave `gates` out for all of them"
    });
  }
  for (const { text: text4, node: node2 } of textsOf2(gates)) {
    checkReference(node2, { what: "gate", name: text4, known: ids }, problems);
  }
}
function checkBranches(stages, problems) {
  const budget = new Budget();
  const claimed = [];
  for (const stage2 of stages) {
    const own2 = textsOf2(child(stage2, "branches")).map(({ text: text4, node: node2 }) => ({
      stage: stage2,
      node: node2,
      glob: readBranch(text4)
    }));
    for (const { glob: glob2, node: node2 } of own2) {
      const first = claimed.find((other) => branchesOverlap(other.glob, glob2, budget));
      if (budget.isSpent) {
        const message = "too many globs of branches to tell whether one branch is claimed twice";
        problems.add(node2, { code: "too-large", message, help: "name branches instead of globs" });
        return;
      }
      if (first === void 0) continue;
      const same = first.glob.text === glob2.text ? "" : ` by \`${first.glob.text}\``;
      problems.add(node2, {
        code: "branch-claimed-twice",
        message: `\`${glob2.text}\` is also claimed${same} for the stage \`${idOf(first.stage) ?? ""}\``,
        help: "a branch belongs to one stage",
        related: { message: `first claimed at line ${first.node.at.line}`, spot: first.node }
      });
    }
    claimed.push(...own2);
  }
}
function checkEnvironments(stages, problems) {
  const claimed = /* @__PURE__ */ new Map();
  for (const stage2 of stages) {
    const id = idOf(stage2);
    const stated2 = child(stage2, "environments");
    const named3 = child(stage2, "id");
    const own2 = stated2 === void 0 && id !== null && named3 !== void 0 ? [{ text: id, node: named3 }] : textsOf2(stated2);
    for (const { text: text4, node: node2 } of own2) {
      const first = claimed.get(text4.toLowerCase());
      if (first === void 0) claimed.set(text4.toLowerCase(), { stage: stage2, node: node2 });
      if (first === void 0 || idOf(first.stage) === id) continue;
      problems.add(node2, {
        code: "environment-claimed-twice",
        message: `the environment \`${text4}\` is also claimed for the stage \`${idOf(first.stage) ?? ""}\``,
        help: "an environment belongs to one stage; without `environments` it is the one called as the stage",
        related: { message: `first claimed at line ${first.node.at.line}`, spot: first.node }
      });
    }
  }
}
function checkUsed(stages, gates, stagesAt, problems) {
  if (stages.some((stage2) => child(stage2, "gates") === void 0)) return;
  const used = new Set(
    stages.flatMap((stage2) => textsOf2(child(stage2, "gates"))).map((g) => g.text)
  );
  for (const gate of gates) {
    const id = idOf(gate);
    const spot = child(gate, "id");
    if (id === null || spot === void 0 || used.has(id)) continue;
    const told = {
      code: "unused-gate",
      message: `no stage uses the gate \`${id}\``,
      help: `list it under \`gates\` of a stage, or drop it: \`- {id: ${id}, enabled: false}\``
    };
    if (spot.file === stagesAt.file) problems.add(spot, told);
    else {
      const message = `${spot.file.name} states it at line ${spot.at.line}`;
      problems.add(stagesAt, { ...told, related: { message, spot } });
    }
  }
}

// src/policy/checking/note-conditions.ts
function noteConditions(tree, notes) {
  const kinds = /* @__PURE__ */ new Map();
  const services = entriesOf3(child(child(tree, "services"), "override"));
  for (const owner of [tree, ...[...services.values()].map(({ node: node2 }) => node2)]) {
    for (const [name4, { node: node2 }] of entriesOf3(child(owner, "fields"))) {
      kinds.set(name4, (kinds.get(name4) ?? /* @__PURE__ */ new Set()).add(typeof node2.value));
    }
  }
  noteIn(child(tree, "gates"), kinds, notes);
}
function noteIn(node2, kinds, notes) {
  for (const item2 of itemsOf(node2)) noteIn(item2, kinds, notes);
  for (const [name4, { node: inside2 }] of entriesOf3(node2)) {
    if (name4 !== "when") noteIn(inside2, kinds, notes);
    else noteCondition(inside2, kinds, notes);
  }
}
var KINDS2 = {
  string: "text",
  number: "a number",
  boolean: "`true` or `false`"
};
function noteCondition(condition3, kinds, notes) {
  for (const [field, { key, node: node2 }] of entriesOf3(condition3)) {
    const stated2 = kinds.get(field);
    if (stated2 === void 0) {
      if (node2.file.kind === "repository") noteUnstated(key, field, [...kinds.keys()], notes);
      continue;
    }
    const wanted2 = Array.isArray(node2.value) ? itemsOf(node2) : [node2];
    if (wanted2.some(({ value: value2 }) => stated2.has(typeof value2))) continue;
    const kind = [...stated2].map((one) => KINDS2[one] ?? one).join(" or ");
    notes.add(node2, {
      code: "never-holds",
      message: `the field \`${field}\` is ${kind} wherever it is stated, so this never holds`,
      help: "write both with or both without quotes"
    });
  }
}
function noteUnstated(key, field, stated2, notes) {
  const meant = notes.isLong ? null : suggest(field, stated2);
  notes.add(key, {
    code: "never-holds",
    message: `no service states the field \`${field}\`, so this never holds and nobody is asked`,
    help: meant === null ? `state it under \`fields\`, or for one service under \`services.override\`: \`fields: {${field}: <value>}\`` : `did you mean \`${meant}\`?`
  });
}

// src/policy/checking/check-merged.ts
function checkMerged(tree, start, { problems, notes }) {
  checkStages(tree, start, problems);
  const options2 = checkGates(tree, problems);
  checkReferences(tree, problems);
  checkSettings(tree, problems);
  noteConditions(tree, notes);
  return options2;
}

// src/policy/merging/merge.ts
var BY_ID = {
  file: /* @__PURE__ */ new Map([
    ["stages", "other"],
    ["gates", "gate"]
  ]),
  gate: /* @__PURE__ */ new Map([["rules", "rule"]]),
  rule: /* @__PURE__ */ new Map([["items", "other"]]),
  other: /* @__PURE__ */ new Map()
};
function merge2(base, over) {
  return base === null ? over : mergeNodes(base, over, "file");
}
function mergeNodes(base, over, kind) {
  if (!isMap2(base) || !isMap2(over)) return over;
  const entries = new Map(base.value);
  for (const [name4, { key, node: node2 }] of over.value) {
    const before = base.value.get(name4)?.node;
    const inside2 = BY_ID[kind].get(name4);
    const merged = before === void 0 ? node2 : inside2 === void 0 ? mergeNodes(before, node2, "other") : mergeById(before, node2, inside2);
    entries.set(name4, { key, node: merged });
  }
  return { ...over, value: entries };
}
function mergeById(base, over, kind) {
  if (!isList3(base) || !isList3(over)) return over;
  const earlier = byId(base.value);
  const later = byId(over.value);
  const refined = base.value.map((before) => {
    const after = later.get(idOf(before) ?? "");
    return after === void 0 ? before : mergeNodes(before, after, kind);
  });
  const added = over.value.filter((one) => !earlier.has(idOf(one) ?? ""));
  return { ...over, value: [...refined, ...added] };
}

// src/policy/merging/without-dropped.ts
function withoutDropped(tree) {
  const all = byId(itemsOf(child(tree, "gates")));
  const dropped = new Set([...all].flatMap(([id, gate]) => isDropped(gate) ? [id] : []));
  const kept = dropIn(tree, "file");
  if (dropped.size === 0) return kept;
  const gates = itemsOf(child(kept, "gates")).map((gate) => {
    const awaited = named2(gate, "depends_on", dropped);
    return withList(gate, "depends_on", awaited);
  });
  const stages = itemsOf(child(kept, "stages")).map((stage2) => {
    const judged = named2(stage2, "gates", dropped);
    return judged.length === 0 ? stage2 : withList(stage2, "gates", judged);
  });
  return withList(withList(kept, "gates", gates), "stages", stages);
}
function named2(node2, list2, without) {
  return itemsOf(child(node2, list2)).filter((entry) => !without.has(textOf5(entry) ?? ""));
}
function dropIn(node2, kind) {
  if (!isMap2(node2)) return node2;
  const entries = /* @__PURE__ */ new Map();
  for (const [name4, entry] of entriesOf3(node2)) {
    const inside2 = BY_ID[kind].get(name4);
    const list2 = entry.node;
    if (inside2 === void 0 || !isList3(list2)) entries.set(name4, entry);
    else {
      const kept = list2.value.filter((one) => !isDropped(one)).map((one) => dropIn(one, inside2));
      entries.set(name4, { ...entry, node: { ...list2, value: kept } });
    }
  }
  return { ...node2, value: entries };
}

// src/policy/merging/merge-layers.ts
function mergeLayers(layers, governed, problems) {
  const organization = governed ? layers.organization : null;
  const owned = layers.packs.filter(({ by }) => governed && by.includes("organization"));
  const others = layers.packs.filter(
    (pack) => !owned.includes(pack) && pack.by.includes("repository")
  );
  const own2 = [...owned.map(({ tree }) => tree), ...organization === null ? [] : [organization]];
  const files = [
    ...owned.map(({ tree }) => tree),
    ...others.map(({ tree }) => tree),
    ...organization === null ? [] : [organization],
    ...layers.repository === null ? [] : [layers.repository]
  ];
  const about = { types: typesIn(files), partial: files.length > 1 };
  const checked = new Map(files.map((tree) => [tree, checkRulesOfFile(tree, about, problems)]));
  const whole = mergeAll(files.map((tree) => checked.get(tree) ?? tree));
  if (whole === null) return null;
  if (organization === null) return { whole, baseline: null };
  const baseline2 = mergeAll(own2.map((tree) => checked.get(tree) ?? tree));
  return { whole, baseline: baseline2 === null ? null : withoutDropped(baseline2) };
}
function mergeAll(trees) {
  const merged = trees.reduce((base, over) => merge2(base, over), null);
  return merged === null ? null : withEntries(merged, ABOUT_FILES);
}
var ABOUT_FILES = {
  version: void 0,
  extends: void 0,
  select: void 0,
  lock: void 0,
  exempt: void 0
};
function typesIn(files) {
  const types = /* @__PURE__ */ new Map();
  for (const { gate, rule } of files.flatMap(rulesOf)) {
    const type = textOf5(child(rule, "type"));
    if (type !== null) types.set(referenceOf(gate, rule), type);
  }
  return types;
}

// src/policy/organization/check-exemptions.ts
function checkExemptions(organization, baseline2, problems) {
  const known = itemsOf(child(baseline2, "gates")).flatMap((gate) => idOf(gate) ?? []);
  for (const exempt of itemsOf(child(organization, "exempt"))) {
    for (const { text: text4, node: node2 } of textsOf2(child(exempt, "gates"))) {
      checkReference(node2, { what: "gate of the organization", name: text4, known }, problems);
    }
  }
}

// src/policy/organization/lock-question.ts
function guardedGates(baseline2) {
  return itemsOf(child(baseline2, "gates")).filter(
    (gate) => idOf(gate) !== null && (isLocked(gate) || itemsOf(child(gate, "rules")).some(isLocked))
  );
}
function isLocked(node2) {
  return child(node2, "locked")?.value === true;
}
function refuse3(question, spot, message, because = null) {
  question.problems.add(spot, {
    code: "locked",
    message,
    help: "what the organization locks is changed in its own file",
    ...because !== null && {
      related: {
        message: `locked in ${because.file.name} at line ${because.at.line}`,
        spot: because
      }
    }
  });
}
function sameValue(a, b) {
  if (a === void 0 || b === void 0) return a === b;
  return canonical(a) === canonical(b);
}
function canonical(node2) {
  const { value: value2 } = node2;
  if (Array.isArray(value2)) return `[${itemsOf(node2).map(canonical).join()}]`;
  if (!(value2 instanceof Map)) return JSON.stringify(value2);
  const entries = [...value2].map(([name4, { node: inside2 }]) => `${JSON.stringify(name4)}:${canonical(inside2)}`).sort();
  return `{${entries.join()}}`;
}

// src/policy/organization/lock-gates.ts
var MAY = "a repository may only add rules, raise `severity` to `block`, shorten `max_age` and bring `enforce_from` forward";
function lockGates(question, gates) {
  const merged = byId(itemsOf(child(question.merged, "gates")));
  for (const before of gates) {
    const after = merged.get(idOf(before) ?? "");
    if (after === void 0) continue;
    lockGate(question, before, after);
    lockAwaited(question, before, merged);
  }
}
function lockAwaited(question, before, merged) {
  for (const { text: id } of textsOf2(child(before, "depends_on"))) {
    const awaited = merged.get(id);
    if (awaited === void 0 || !isDropped(awaited)) continue;
    const message = `the gate \`${idOf(before) ?? ""}\` is locked and waits for \`${id}\`, so that cannot be dropped`;
    refuse3(question, child(awaited, "enabled") ?? awaited, message, lockOf(before));
  }
}
function lockGate(question, before, after) {
  const id = idOf(before) ?? "";
  const all = (textOf5(child(before, "require")) ?? "all") === "all";
  lockEntries(question, before, after, { name: `the gate \`${id}\``, tightens: tightensGate });
  const rules = byId(itemsOf(child(after, "rules")));
  const known = byId(itemsOf(child(before, "rules")));
  for (const [ruleId, rule] of known) {
    const now = rules.get(ruleId);
    const guarded = isLocked(before) || isLocked(rule) || !all;
    if (now === void 0 || !guarded) continue;
    const name4 = `the rule \`${id}/${ruleId}\``;
    lockEntries(question, rule, now, { name: name4, tightens: tightensRule });
  }
  if (all) return;
  for (const [ruleId, rule] of rules) {
    if (known.has(ruleId) || isDropped(rule)) continue;
    const message = `the gate \`${id}\` is locked and not all of its rules have to hold, so \`${ruleId}\` would loosen it`;
    refuse3(question, child(rule, "id") ?? rule, message, lockOf(before));
  }
}
function lockEntries(question, before, after, { name: name4, tightens }) {
  for (const [key, entry] of entriesOf3(after)) {
    if (key === "id" || key === "rules" || key === "locked") continue;
    const was = child(before, key);
    if (isAsBefore(key, was, entry) || tightens(key, was, entry.node)) continue;
    const message = `\`${key}\` of ${name4} is locked: ${MAY}`;
    refuse3(question, entry.key, message, lockOf(before));
  }
}
function isAsBefore(key, was, { node: node2 }) {
  return sameValue(was, node2) || key === "enabled" && node2.value !== false;
}
function tightensGate(key, before, after) {
  return key === "enforce_from" && isEarlier(before, after);
}
function tightensRule(key, before, after) {
  if (key === "enforce_from") return isEarlier(before, after);
  if (key === "severity") return after.value === "block";
  return key === "max_age" && isShorter(before, after);
}
function isEarlier(before, after) {
  const [was, is] = [textOf5(before), textOf5(after)];
  return was !== null && is !== null && is <= was;
}
function isShorter(before, after) {
  const is = parseDuration(textOf5(after) ?? "");
  if (before === void 0) return is !== null;
  const was = parseDuration(textOf5(before) ?? "");
  return was !== null && is !== null && is <= was;
}
function lockOf(node2) {
  const own2 = child(node2, "locked");
  if (own2 !== void 0) return own2;
  const rule = itemsOf(child(node2, "rules")).find(isLocked);
  return (rule === void 0 ? void 0 : child(rule, "locked")) ?? null;
}

// src/policy/schema/gate-schema.ts
var RESERVED_GATES = ["freeze", "break-glass"];
function gateSchema(extra) {
  return external_exports.strictObject({
    id: idOtherThan(RESERVED_GATES, "gate").describe("Names the gate."),
    enabled: external_exports.boolean().optional().describe("`false` drops a gate that a pack or the organization states."),
    title: text3.optional().describe("Shown to people. Default: the id as words."),
    heading: text3.optional().describe(
      "Heading of the readiness document that the gate binds to alone; `Parent > Child` where a title repeats. Without it, a heading that equals the gate's id or title."
    ),
    require: external_exports.union([
      external_exports.enum(["all", "any"]),
      external_exports.strictObject({ at_least: external_exports.int().min(1).describe("How many rules must hold.") })
    ]).optional().describe("How many of its rules must hold.").meta({ default: DEFAULTS.require }),
    depends_on: external_exports.array(kebabId).optional().describe("Gates that must pass first; until then this one is pending."),
    changed: external_exports.array(glob).min(1).optional().describe(
      "The gate applies only when the pull request changes a path that one of these globs matches. `{service}` and `{path}` are filled in."
    ),
    when: condition2.optional().describe(
      "The gate applies only where every field named here has the value, or one of the list."
    ),
    enforce_from: day.optional().describe("First day (UTC) on which the gate's rules count."),
    rules: external_exports.array(ruleSchema(extra)).optional().describe("What must hold. Every gate needs some, from this file or another."),
    ...extra
  }).describe("What guards the way into a stage: a titled list of rules.").meta({ id: "gate" });
}

// src/policy/schema/people-schemas.ts
var role3 = external_exports.strictObject({
  users: external_exports.array(login).optional().describe("Logins, without `@`."),
  teams: external_exports.array(team).optional().describe("Teams, as `organization/team`."),
  permission: external_exports.enum(["write", "maintain", "admin"]).optional().describe("Everyone with at least this permission.")
}).describe("Users, teams and everyone with the permission, together.");
var rolesSchema = external_exports.record(roleName2, role3).describe("Who may waive, sign off and decide. A login counts while it has write access.");
var roleNames = external_exports.array(roleName2);
var waiversSchema = external_exports.strictObject({
  approvers: roleNames.optional().describe("Roles that may approve waivers."),
  max_days: external_exports.int().min(1).max(3660).optional().describe("How many days ahead a waiver may end.").meta({ default: DEFAULTS.max_days })
}).describe("Recorded, expiring permission to pass in spite of a finding.");
var policyOwnersSchema = roleNames.describe("Roles that approve changes to this file.");
var freezeSchema = external_exports.array(
  external_exports.strictObject({
    from: day.describe("First day (UTC)."),
    to: day.describe("Last day (UTC), inclusive."),
    reason: text3.describe("Shown while it lasts.")
  })
).describe("Days on which nothing is promoted.");
var breakGlassSchema = external_exports.strictObject({
  roles: roleNames.min(1).optional().describe("Roles that may use `/gate break-glass`."),
  approvals: external_exports.int().min(1).max(10).optional().describe("How many of them it takes.").meta({ default: DEFAULTS.approvals }),
  review_within: duration3.optional().describe("When the review of it is due.").meta({ default: DEFAULTS.review_within })
}).describe("Promotion past failing gates in an emergency, recorded and reviewed.");

// src/policy/schema/services-schema.ts
var override = external_exports.strictObject({
  path: pathTemplate.optional().describe("The service's folder, for a service that `from` does not find."),
  readiness: pathTemplate.optional().describe("Path of this service's readiness document."),
  fields: fields2.optional().describe("What `when` sees for this service, over `fields`."),
  gates: external_exports.array(kebabId).min(1).optional().describe("The gates this service is limited to. Default: all of the stage.")
}).describe("What differs for one service.");
var servicesSchema = external_exports.strictObject({
  from: glob.optional().describe("A glob of folders; each is a service named after it."),
  readiness: pathTemplate.optional().describe(
    "Where a service's readiness document is, such as `{path}/READINESS.md`. Default: the first of `READINESS.md`, `docs/readiness.md`, `docs/production-readiness.md`, `PRODUCTION_READINESS.md` in its folder. Without `from` and `override`, of the one service that the repository is."
  ),
  override: external_exports.record(external_exports.string().min(1).max(255), override).optional().describe("By service."),
  ungoverned: external_exports.array(glob).optional().describe(
    "Paths that belong to no service. All others that no service claims belong to all."
  )
}).describe("The services of a repository that holds several.");

// src/policy/schema/stage-schema.ts
var RESERVED_STAGES = ["policy"];
var stageSchema = external_exports.strictObject({
  id: idOtherThan(RESERVED_STAGES, "stage").describe(
    "Names the stage; the check on GitHub is `stage-gates / <id>`."
  ),
  branches: external_exports.array(branch).min(1).max(50).optional().describe(
    "Branches, or globs of branches, that pull requests into this stage merge into. Every stage needs some, from this file or another."
  ),
  paths: external_exports.array(glob).min(1).optional().describe("Only pull requests that touch such a path. Default: all."),
  environments: external_exports.array(text3.max(255)).min(1).max(50).optional().describe(
    "Environments of GitHub that are deployed to from this stage's branches; the app answers their deployment protection rule. Default: the one called as the stage."
  ),
  gates: external_exports.array(kebabId).optional().describe("Ids of the gates on the way in. Default: all."),
  cumulative: external_exports.boolean().optional().describe("Whether the gates of the stages before it are required too.").meta({ default: DEFAULTS.cumulative })
}).describe("A place code can be promoted to.").meta({ id: "stage" });

// src/policy/schema/policy-file-schema.ts
var issues2 = external_exports.strictObject({
  open: external_exports.boolean().optional().describe("Whether issues are opened at all."),
  max_per_run: external_exports.int().min(0).max(100).optional().describe("How many are opened at once; the rest share one roll-up issue."),
  labels: external_exports.array(text3.max(50)).optional().describe("Labels of the issues, beside `stage-gates`, by which they are found."),
  assign: external_exports.boolean().optional().describe("Whether whoever is to act is assigned.")
}).describe("Issues for gaps. While advisory: one roll-up issue only.");
var policyKeys = {
  version: external_exports.literal(1, { error: ({ input: input2 }) => input2 === void 0 ? "add `version: 1`" : "" }).describe("Version of this format."),
  extends: external_exports.array(text3).optional().describe("Packs (`pack:<id>`) that come first; `org` for the organization's file."),
  mode: external_exports.enum(["advisory", "enforce"]).optional().describe("`advisory` says what it would block and blocks nothing.").meta({ default: DEFAULTS.mode }),
  blocked_as: external_exports.enum(["failure", "pending"]).optional().describe("What the action writes when gates block.").meta({ default: DEFAULTS.blocked_as }),
  enforce_from: day.optional().describe(
    "Where present it decides instead of `mode`: advisory before the day, enforce from it."
  ),
  stages: external_exports.array(stageSchema, { error: asStages }).max(20).optional().describe("In order of promotion; a stage also requires the gates of those before it."),
  fields: fields2.optional().describe("What `when` sees."),
  services: servicesSchema.optional(),
  roles: rolesSchema.optional(),
  waivers: waiversSchema.optional(),
  policy_owners: policyOwnersSchema.optional(),
  issues: issues2.optional().meta({ default: DEFAULTS.issues }),
  comment: external_exports.enum(["always", "when-gates-apply", "on-failure", "never"]).optional().describe("When the pull request gets a comment.").meta({ default: DEFAULTS.comment }),
  freeze: freezeSchema.optional(),
  break_glass: breakGlassSchema.optional()
};
var repositoryFileSchema = external_exports.strictObject({
  ...policyKeys,
  gates: external_exports.array(gateSchema({}), { error: asGates }).optional().describe("What is judged.")
}).describe("Policy of a repository: `.github/stage-gates.yml` on its default branch.");
var LOCKABLE = [
  "mode",
  "enforce_from",
  "stages",
  "roles",
  "waivers",
  "freeze",
  "break_glass",
  "fields",
  "services",
  "policy_owners",
  "blocked_as",
  "issues",
  "comment"
];
var select = external_exports.strictObject({
  repos: external_exports.array(glob).min(1).optional().describe("Globs of repository names."),
  properties: external_exports.record(fieldName, external_exports.union([text3, external_exports.array(text3).min(1)])).optional().describe("Custom properties and the value, or one of the values, each must have.")
}).describe(
  "The repositories this file is for: those that a glob names and those whose properties fit. Default: all."
);
var exemption = external_exports.strictObject({
  repos: external_exports.array(glob).min(1).describe("Globs of repository names."),
  gates: external_exports.array(kebabId).min(1).describe("Gates that do not apply to them."),
  reason: text3.describe("Shown in every verdict."),
  until: day.describe("Last day (UTC) of the exemption.")
});
var organizationFileSchema = external_exports.strictObject({
  ...policyKeys,
  gates: external_exports.array(gateSchema({ locked: lockedSetting }), { error: asGates }).optional().describe("What is judged in every repository."),
  select: select.optional(),
  lock: external_exports.array(external_exports.enum(LOCKABLE)).optional().describe("Keys that repositories cannot set, also where this file leaves them out."),
  exempt: external_exports.array(exemption).optional().describe("Repositories to which gates do not apply yet.")
}).describe("Policy of an organization: `stage-gates-org.yml` in its `.github` repository.");
var packFileSchema = external_exports.strictObject({
  version: policyKeys.version.optional(),
  title: text3.optional(),
  description: text3.optional(),
  stages: policyKeys.stages,
  gates: external_exports.array(gateSchema({ answers: answersSetting })).min(1),
  omitted: external_exports.array(external_exports.strictObject({ id: text3, why: text3 })).optional()
}).describe("Gates taken from one playbook.");

// src/policy/organization/lock-keys.ts
var TOGETHER = ["mode", "enforce_from"];
function lockKeys(question, guarding) {
  const locks = new Map(
    textsOf2(child(question.organization, "lock")).map(({ text: text4, node: node2 }) => [text4, node2])
  );
  const pair = TOGETHER.flatMap((key) => locks.get(key) ?? [])[0];
  for (const key of LOCKABLE) {
    const lock = locks.get(key) ?? (TOGETHER.includes(key) ? pair : void 0);
    if (lock !== void 0) lockKey(question, key, lock);
    else if (guarding) guardKey(question, key);
  }
}
function lockKey(question, key, lock) {
  const entry = entriesOf3(question.merged).get(key);
  if (entry === void 0 || sameValue(child(question.baseline, key), entry.node)) return;
  refuse3(question, entry.key, `\`${key}\` is locked by the organization`, lock);
}
function guardKey(question, key) {
  if (key === "mode") guardMode(question);
  if (key === "waivers") guardWaivers(question);
  if (key === "roles") guardRoles(question);
  if (key === "break_glass" && child(question.baseline, key) !== void 0) {
    const entry = entriesOf3(question.merged).get(key);
    if (entry === void 0 || sameValue(child(question.baseline, key), entry.node)) return;
    refuse3(question, entry.key, "`break_glass` is the organization's, which locks gates");
  }
}
function guardMode(question) {
  const { baseline: baseline2, merged } = question;
  const [was, is] = [child(baseline2, "enforce_from"), child(merged, "enforce_from")];
  const advisory = (node2) => (textOf5(child(node2, "mode")) ?? DEFAULTS.mode) === "advisory";
  const day2 = entriesOf3(merged).get("enforce_from");
  if (day2 !== void 0) {
    const tighter = was === void 0 ? advisory(baseline2) : isEarlier(was, is);
    if (!tighter) {
      refuse3(question, day2.key, "`enforce_from` would put off gates that the organization locks");
    }
    return;
  }
  const mode = entriesOf3(merged).get("mode");
  if (mode !== void 0 && advisory(merged) && !advisory(baseline2)) {
    refuse3(question, mode.key, "`mode: advisory` would open gates that the organization locks");
  }
}
function guardWaivers(question) {
  const before = child(question.baseline, "waivers");
  if (before === void 0) return;
  for (const [key, { key: spot, node: node2 }] of entriesOf3(child(question.merged, "waivers"))) {
    const was = child(before, key);
    const most = typeof was?.value === "number" ? was.value : DEFAULTS.max_days;
    const fewer = key === "max_days" && typeof node2.value === "number" && node2.value <= most;
    if (fewer || sameValue(was, node2)) continue;
    refuse3(question, spot, `\`waivers.${key}\` is the organization's, which locks gates`);
  }
}
function guardRoles(question) {
  const before = entriesOf3(child(question.baseline, "roles"));
  for (const [name4, { key, node: node2 }] of entriesOf3(child(question.merged, "roles"))) {
    const was = before.get(name4)?.node;
    if (was === void 0 || sameValue(was, node2)) continue;
    refuse3(question, key, `the role \`${name4}\` is the organization's, which locks gates`);
  }
}

// src/policy/organization/lock-services.ts
function lockServices(question, gates) {
  const { baseline: baseline2, merged } = question;
  const before = child(baseline2, "services");
  const after = child(merged, "services");
  const listed = new Set(textsOf2(child(before, "ungoverned")).map(({ text: text4 }) => text4));
  for (const { text: text4, node: node2 } of textsOf2(child(after, "ungoverned"))) {
    if (listed.has(text4)) continue;
    const message = `\`${text4}\` cannot be ungoverned: the organization locks gates, so it says which paths they leave out`;
    refuse3(question, node2, message);
  }
  lockFields(question, gates, { was: baseline2, now: merged, own: null });
  for (const [service, { node: node2 }] of entriesOf3(child(after, "override"))) {
    const was = child(child(before, "override"), service);
    lockOverride(question, gates, node2, was);
    lockFields(question, gates, { was: was ?? baseline2, now: node2, own: service });
  }
}
function lockOverride(question, gates, override2, was) {
  const list2 = entriesOf3(override2).get("gates");
  if (list2 === void 0 || sameValue(child(was, "gates"), list2.node)) return;
  const kept = new Set(textsOf2(list2.node).map(({ text: text4 }) => text4));
  const lost = gates.flatMap((gate) => idOf(gate) ?? []).filter((id) => !kept.has(id));
  if (lost.length === 0) return;
  const names2 = lost.map((id) => `\`${id}\``).join(", ");
  refuse3(question, list2.key, `leaves out ${names2}, which the organization locks`);
}
function lockFields(question, gates, { was, now, own: own2 }) {
  const asked2 = askedFields(gates);
  const general = child(question.baseline, "fields");
  for (const [name4, { key, node: node2 }] of entriesOf3(child(now, "fields"))) {
    const stated2 = child(child(was, "fields"), name4) ?? child(general, name4);
    if (stated2 === void 0 || !asked2.has(name4) || sameValue(stated2, node2)) continue;
    const whose2 = own2 === null ? "" : ` of \`${own2}\``;
    const message = `the field \`${name4}\`${whose2} is the organization's: gates that it locks depend on it`;
    refuse3(question, key, message, stated2);
  }
}
function askedFields(gates) {
  const asked2 = /* @__PURE__ */ new Set();
  for (const gate of gates) {
    for (const name4 of entriesOf3(child(gate, "when")).keys()) asked2.add(name4);
    for (const rule of itemsOf(child(gate, "rules"))) {
      if (isLocked(gate) || isLocked(rule)) collectWhen(rule, asked2);
    }
  }
  return asked2;
}
function collectWhen(node2, asked2) {
  for (const item2 of itemsOf(node2)) collectWhen(item2, asked2);
  for (const [name4, { node: inside2 }] of entriesOf3(node2)) {
    if (name4 === "when") for (const field of entriesOf3(inside2).keys()) asked2.add(field);
    else collectWhen(inside2, asked2);
  }
}

// src/policy/organization/lock-stages.ts
function lockStages(question, gates) {
  const guarded = gates.flatMap((gate) => idOf(gate) ?? []);
  const before = stagesOf(question.baseline);
  const after = stagesOf(question.merged);
  for (const [id, now] of after) {
    const was = before.get(id);
    if (was !== void 0) {
      const due = guarded.filter((gate) => was.gates.has(gate));
      lockStage(question, now, due);
      if (due.length > 0) lockReach(question, now.stage, was.stage);
    } else if (before.size === 0) {
      lockStage(question, now, guarded);
      lockReach(question, now.stage, null);
    }
  }
}
function stagesOf(tree) {
  const all = [...byId(itemsOf(child(tree, "gates"))).keys()];
  const stages = [...byId(itemsOf(child(tree, "stages")))];
  return new Map(
    stages.map(([id, stage2], index) => {
      const alone = child(stage2, "cumulative")?.value === false;
      const way = alone ? [stage2] : stages.slice(0, index + 1).map(([, one]) => one);
      const lists = way.map((one) => child(one, "gates"));
      const gates = lists.includes(void 0) ? all : lists.flatMap((list2) => textsOf2(list2).map(({ text: text4 }) => text4));
      return [id, { stage: stage2, gates: new Set(gates) }];
    })
  );
}
function lockStage(question, now, due) {
  const lost = due.filter((gate) => !now.gates.has(gate));
  if (lost.length === 0) return;
  const names2 = lost.map((gate) => `\`${gate}\``).join(", ");
  const message = `the stage \`${idOf(now.stage) ?? ""}\` leaves out ${names2}, which the organization locks`;
  refuse3(question, spotOf(now.stage, ["gates", "cumulative"]), message);
}
function lockReach(question, now, was) {
  const id = idOf(now) ?? "";
  const branches = new Set(textsOf2(child(now, "branches")).map(({ text: text4 }) => text4));
  const lost = was === null ? [] : textsOf2(child(was, "branches")).map(({ text: text4 }) => text4);
  for (const branch2 of lost.filter((one) => !branches.has(one))) {
    const message2 = `the stage \`${id}\` loses the branch \`${branch2}\`, into which the organization locks gates`;
    refuse3(question, spotOf(now, ["branches"]), message2);
  }
  const environments = environmentsOf(now);
  const taken = (was === null ? [] : environmentsOf(was)).filter(
    (one) => !environments.includes(one)
  );
  for (const environment of taken) {
    const message2 = `the stage \`${id}\` loses the environment \`${environment}\`, into which the organization locks gates`;
    refuse3(question, spotOf(now, ["environments"]), message2);
  }
  const paths = textsOf2(child(now, "paths")).map(({ text: text4 }) => text4);
  const wide = was === null ? null : child(was, "paths");
  const allowed = new Set(textsOf2(wide ?? void 0).map(({ text: text4 }) => text4));
  const narrowed = child(now, "paths") !== void 0 && !paths.includes("**") && (allowed.size === 0 || [...allowed].some((path2) => !paths.includes(path2)));
  if (!narrowed) return;
  const message = `\`paths\` would let changes into the stage \`${id}\` past gates that the organization locks`;
  refuse3(question, spotOf(now, ["paths"]), message);
}
function spotOf(stage2, keys) {
  const spots = keys.flatMap((key) => entriesOf3(stage2).get(key)?.key ?? []);
  return spots.find(({ file: file2 }) => file2.kind !== "organization") ?? spots[0] ?? stage2;
}
function environmentsOf(stage2) {
  const stated2 = child(stage2, "environments");
  const names2 = stated2 === void 0 ? [idOf(stage2) ?? ""] : textsOf2(stated2).map(({ text: text4 }) => text4);
  return names2.map((name4) => name4.toLowerCase());
}

// src/policy/organization/check-locks.ts
function checkLocks(question) {
  const gates = guardedGates(question.baseline);
  lockKeys(question, gates.length > 0);
  if (gates.length === 0) return;
  lockGates(question, gates);
  lockStages(question, gates);
  lockServices(question, gates);
}

// src/policy/organization/lock-notes.ts
function lockNotes({ baseline: baseline2, organization, identity }, notes) {
  noteUnknown(organization, identity, notes);
  const gates = guardedGates(baseline2);
  if (gates.length === 0) return;
  const spot = child(organization, "gates") ?? organization;
  const locks = new Set(textsOf2(child(organization, "lock")).map(({ text: text4 }) => text4));
  const open2 = ["waivers", "break_glass"].filter(
    (key) => !locks.has(key) && child(baseline2, key) === void 0
  );
  for (const key of open2) {
    notes.add(spot, {
      code: "open-lock",
      message: `gates are locked, and each repository decides with \`${key}\` who may lift them`,
      help: `state \`${key}\`, or add it to \`lock\``
    });
  }
  const stated2 = child(baseline2, "fields");
  for (const field of askedFields(gates)) {
    if (isMap2(stated2) && stated2.value.has(field)) continue;
    notes.add(spot, {
      code: "open-lock",
      message: `locked gates ask for the field \`${field}\`, which each repository sets for itself`,
      help: "drop the condition, or state the field and lock it"
    });
  }
  const roles = entriesOf3(child(baseline2, "roles"));
  for (const role4 of rolesOf(baseline2)) {
    if (roles.has(role4)) continue;
    notes.add(spot, {
      code: "open-lock",
      message: `locked rules name the role \`${role4}\`, which each repository fills for itself`,
      help: "state the role here"
    });
  }
}
function rolesOf(baseline2) {
  const guarded = rulesOf(baseline2).filter(({ gate, rule }) => isLocked(gate) || isLocked(rule));
  return new Set(
    guarded.flatMap(({ rule }) => [
      ...settingsIn(rule, "role").map(({ text: text4 }) => text4),
      ...[textOf5(child(rule, "asks"))].flatMap((role4) => role4 ?? [])
    ])
  );
}
function noteUnknown(organization, { name: name4, properties }, notes) {
  const select2 = child(organization, "select");
  const exempt = child(organization, "exempt");
  if (name4 === null && exempt !== void 0 && itemsOf(exempt).length > 0) {
    notes.add(exempt, {
      code: "unknown-repository",
      message: "the name of the repository is not known, so no exemption applies"
    });
  }
  const unsure = name4 === null && child(select2, "repos") !== void 0 || properties === null && child(select2, "properties") !== void 0;
  if (select2 !== void 0 && unsure) {
    notes.add(select2, {
      code: "unknown-repository",
      message: "it is not known whether the repository is selected, so it is held to this file"
    });
  }
}

// src/policy/organization/selection.ts
var import_picomatch3 = __toESM(require_picomatch(), 1);
function isSelected(organization, repository) {
  const select2 = child(organization, "select");
  const repos = child(select2, "repos");
  const properties = child(select2, "properties");
  const named3 = repos === void 0 ? null : matchesName(globsOf(repos), repository.name);
  const fitting2 = properties === void 0 ? null : fits(properties, repository.properties);
  if (named3 === null && fitting2 === null) return true;
  return named3 === true || fitting2 === true;
}
function matchesName(globs, name4) {
  return name4 === null || nameMatches(globs, name4);
}
function nameMatches(globs, name4) {
  const short = name4.slice(name4.lastIndexOf("/") + 1);
  return globs.some(
    (glob2) => (0, import_picomatch3.default)(glob2, { dot: true, nocase: true })(glob2.includes("/") ? name4 : short)
  );
}
function fits(wanted2, properties) {
  if (properties === null) return true;
  return [...entriesOf3(wanted2)].every(([name4, { node: node2 }]) => {
    const has = Object.hasOwn(properties, name4) ? [properties[name4] ?? []].flat() : [];
    const allowed = Array.isArray(node2.value) ? globsOf(node2) : [textOf5(node2)];
    return has.some((value2) => allowed.includes(value2));
  });
}
function globsOf(node2) {
  return textsOf2(node2).map(({ text: text4 }) => text4);
}
function exemptionsFor(organization, { name: name4 }) {
  if (name4 === null) return [];
  return itemsOf(child(organization, "exempt")).flatMap((exempt) => {
    const repos = child(exempt, "repos");
    if (repos === void 0 || !nameMatches(globsOf(repos), name4)) return [];
    return {
      gates: textsOf2(child(exempt, "gates")).map(({ text: text4 }) => text4),
      reason: textOf5(child(exempt, "reason")) ?? "",
      // Sound: `until` is required, and its schema takes nothing but days.
      until: textOf5(child(exempt, "until")) ?? "",
      at: placeOf4(exempt)
    };
  });
}

// src/policy/source/read-source.ts
var LARGEST_FILE = 256 * 1024;
function readSource(file2, problems) {
  const start = { file: file2, at: { line: 1, column: 1 }, length: 1 };
  if (isTooLarge(file2.text)) {
    const message = `the file is larger than ${LARGEST_FILE / 1024} KiB`;
    problems.add(start, { code: "too-large", message });
    return null;
  }
  const undecodable = file2.text.indexOf("\uFFFD");
  if (undecodable !== -1) {
    const spot = spotAt(file2, undecodable);
    const help = "save it as UTF-8";
    problems.add(spot, { code: "not-utf-8", message: "the file is not UTF-8 text", help });
    return null;
  }
  const parsed2 = parseYaml(file2.text);
  refuseHidden(file2, problems);
  if (parsed2.state === "malformed") {
    for (const problem of parsed2.problems) addYamlProblem(file2, problem, problems);
  } else if ((parsed2.root === null || parsed2.root.value === null) && file2.kind !== "waivers") {
    problems.add(start, {
      code: "empty-file",
      message: "the file is empty",
      help: HELP[file2.kind]
    });
  }
  if (parsed2.root === null || parsed2.root.value === null) return null;
  const root = { ...locate(parsed2.root, file2), ...start };
  refuseUnsafeKeys(root, problems);
  return root;
}
function refuseHidden(file2, problems) {
  const hidden = findHiddenCharacter(file2.text.replace(/^\uFEFF/, " "));
  if (hidden === null || new RegExp("\\p{Cc}", "u").test(file2.text[hidden.index] ?? "")) return;
  problems.add(spotAt(file2, hidden.index), {
    code: "hidden-character",
    message: `the invisible character ${hidden.name} makes the text look like another`,
    help: "delete it"
  });
}
var HELP = {
  repository: "begin with `version: 1`, then `stages` and `gates`; `stage-gates init` writes it",
  organization: "begin with `version: 1`",
  pack: "state its `gates`",
  baseline: "delete it, or run `stage-gates baseline`"
};
function isTooLarge(text4) {
  if (text4.length > LARGEST_FILE) return true;
  return text4.length * 3 > LARGEST_FILE && new TextEncoder().encode(text4).length > LARGEST_FILE;
}
function spotAt(file2, index) {
  return { file: file2, at: pointAt(file2.text, index), length: 1 };
}
function addYamlProblem(file2, problem, problems) {
  const { code, message, help, at, length, related } = problem;
  problems.add(
    { file: file2, at, length },
    {
      code,
      message,
      help,
      ...related && {
        related: { message: related.message, spot: { file: file2, at: related.at, length: 1 } }
      }
    }
  );
}
function refuseUnsafeKeys(node2, problems) {
  for (const item2 of itemsOf(node2)) refuseUnsafeKeys(item2, problems);
  for (const [name4, { key, node: inside2 }] of entriesOf3(node2)) {
    if (UNSAFE_KEYS.has(name4)) {
      problems.add(key, { code: "unknown-key", message: `\`${name4}\` cannot be used as a name` });
    }
    refuseUnsafeKeys(inside2, problems);
  }
}

// src/policy/reading/check-field-words.ts
function checkFieldWords(tree, problems) {
  checkValues(child(tree, "fields"), problems);
  for (const { node: node2 } of entriesOf3(child(child(tree, "services"), "override")).values()) {
    checkValues(child(node2, "fields"), problems);
  }
  checkConditions(child(tree, "gates"), problems);
}
function checkConditions(node2, problems) {
  for (const item2 of itemsOf(node2)) checkConditions(item2, problems);
  for (const [name4, { node: inside2 }] of entriesOf3(node2)) {
    if (name4 === "when") checkValues(inside2, problems);
    else checkConditions(inside2, problems);
  }
}
function checkValues(map2, problems) {
  for (const { node: node2 } of entriesOf3(map2).values()) {
    for (const value2 of [node2, ...itemsOf(node2)]) {
      const word = textOf5(value2);
      const meant = word === null ? null : norway(word);
      if (word === null || meant === null || sourceText(value2) !== word) continue;
      problems.add(value2, {
        code: "ambiguous-value",
        message: `\`${word}\` is text to some readers of YAML and \`${meant}\` to others`,
        help: `write \`${meant}\`, or put it in quotes`
      });
    }
  }
}

// src/policy/reading/check-ids.ts
function checkIds(tree, problems) {
  checkList("stage", child(tree, "stages"), problems);
  const gates = child(tree, "gates");
  checkList("gate", gates, problems);
  for (const gate of itemsOf(gates)) {
    const rules = child(gate, "rules");
    checkList("rule", rules, problems);
    for (const rule of itemsOf(rules)) checkList("item", child(rule, "items"), problems);
  }
}
function checkList(what, list2, problems) {
  const first = /* @__PURE__ */ new Map();
  for (const node2 of itemsOf(list2)) {
    const id = idOf(node2);
    const spot = child(node2, "id");
    if (id === null || spot === void 0) continue;
    const before = first.get(id);
    if (before === void 0) first.set(id, spot);
    else {
      problems.add(spot, {
        code: "duplicate-id",
        message: `${what} id \`${id}\` is used twice`,
        related: { message: `first used at line ${before.at.line}`, spot: before }
      });
    }
  }
}

// src/policy/reading/read-pack.ts
function readPack(file2, problems) {
  const root = readSource(file2, problems);
  if (root === null) return null;
  const { tree } = checkShape(root, packFileSchema, problems, { partial: false });
  checkIds(tree, problems);
  const gates = child(tree, "gates");
  if (!isMap2(tree) || !isList3(gates)) return null;
  const only = withEntries(tree, {
    version: void 0,
    title: void 0,
    description: void 0,
    omitted: void 0
  });
  return inEach(only, "gates", withoutAnswers);
}
function withoutAnswers(gate) {
  const bare = (node2) => isMap2(node2) ? withEntries(node2, { answers: void 0 }) : node2;
  return isMap2(gate) ? inEach(bare(gate), "rules", bare) : gate;
}
function inEach(map2, name4, change) {
  const entry = entriesOf3(map2).get(name4);
  if (entry === void 0 || !isList3(entry.node)) return map2;
  const node2 = { ...entry.node, value: entry.node.value.map(change) };
  return withEntries(map2, { [name4]: { ...entry, node: node2 } });
}

// src/policy/reading/read-layers.ts
function readLayers(files, problems, askedFor) {
  if (files.repository === null && files.organization === null) {
    const file2 = { name: ".github/stage-gates.yml", text: "", kind: "repository" };
    problems.add(startOf2(file2), {
      code: "missing-file",
      message: "there is no policy",
      help: "`stage-gates init` writes one"
    });
    return null;
  }
  const organization = readFile2(files.organization, "organization", problems);
  const repository = readFile2(files.repository, "repository", problems);
  const packs = /* @__PURE__ */ new Map();
  for (const tree of [organization, repository]) {
    const by = tree === organization ? "organization" : "repository";
    for (const { text: text4, node: node2 } of textsOf2(child(tree ?? void 0, "extends"))) {
      if (text4 === "org" && by === "repository") {
        requireOrganization(node2, files.organization, problems);
        continue;
      }
      const known = packs.get(text4);
      const file2 = known?.tree.file ?? findPack(text4, node2, files.packs, problems);
      if (file2 === null) continue;
      askedFor.set(file2.name, node2);
      const pack = known?.tree ?? readPack(file2, problems);
      if (pack !== null) packs.set(text4, { tree: pack, by: [...known?.by ?? [], by] });
    }
  }
  const broken = files.organization !== null && organization === null || files.repository !== null && repository === null;
  const first = (repository ?? organization)?.file;
  if (broken || first === void 0) return null;
  checkAcrossPacks([...packs.values()], problems);
  return { repository, organization, packs: [...packs.values()], start: startOf2(first) };
}
function startOf2(file2) {
  return { file: file2, at: { line: 1, column: 1 }, length: 1 };
}
var SCHEMAS = {
  repository: repositoryFileSchema,
  organization: organizationFileSchema
};
function readFile2(file2, kind, problems) {
  if (file2 === null) return null;
  const root = readSource({ ...file2, kind }, problems);
  if (root === null) return null;
  const { tree } = checkShape(root, SCHEMAS[kind], problems, { partial: false });
  checkIds(tree, problems);
  checkFieldWords(tree, problems);
  return isUsable(tree) ? tree : null;
}
function isUsable(tree) {
  const lists = [child(tree, "stages"), child(tree, "gates")];
  return isMap2(tree) && lists.every((list2) => list2 === void 0 || isList3(list2));
}
function requireOrganization(node2, organization, problems) {
  if (organization !== null) return;
  problems.add(node2, {
    code: "missing-organization",
    message: "the organization's file was not read, and this policy builds on it",
    help: "give it with `--org-policy <file>`"
  });
}
function findPack(name4, node2, library, problems) {
  const id = name4.startsWith("pack:") ? name4.slice("pack:".length) : null;
  const file2 = id !== null && library.ids.includes(id) ? library.read(id) : null;
  if (file2 !== null) return { ...file2, kind: "pack" };
  const known = [...library.ids.map((one) => `pack:${one}`), "org"];
  const meant = suggest(name4, known) ?? (library.ids.includes(name4) ? `pack:${name4}` : null);
  problems.add(node2, {
    code: "unknown-reference",
    message: id === null ? `\`${name4}\` is no pack` : `there is no pack \`${id}\``,
    help: meant === null ? `known: ${known.join(", ")}` : `did you mean \`${meant}\`?`
  });
  return null;
}
function checkAcrossPacks(packs, problems) {
  const first = /* @__PURE__ */ new Map();
  for (const { tree } of packs) {
    for (const gate of itemsOf(child(tree, "gates"))) {
      const spot = entriesOf3(gate).get("id")?.node;
      if (typeof spot?.value !== "string") continue;
      const before = first.get(spot.value);
      if (before === void 0) first.set(spot.value, spot);
      else if (before.file !== spot.file) {
        problems.add(spot, {
          code: "duplicate-id",
          message: `${before.file.name} has a gate \`${spot.value}\` too; they cannot be combined`
        });
      }
    }
  }
}

// src/policy/source/problem-list.ts
var LONG = 200;
var ProblemList = class {
  #found = /* @__PURE__ */ new Map();
  #askedFor;
  /** `askedFor`: by name of a pack's file, the entry of `extends` that names it. */
  constructor(askedFor = /* @__PURE__ */ new Map()) {
    this.#askedFor = askedFor;
  }
  add(spot, told) {
    const reported = this.#askedFor.get(spot.file.name) ?? spot;
    const moved = reported !== spot;
    const related = told.related ?? (moved ? { message: whereIn(spot), spot } : void 0);
    const { file: file2, length } = reported;
    const problem = {
      code: told.code,
      message: told.message,
      at: placeOf4(reported),
      length,
      help: told.help ?? null,
      ...related && { related: { message: related.message, at: placeOf4(related.spot) } }
    };
    const key = JSON.stringify([problem.code, problem.at, problem.message, moved && spot.at]);
    if (!this.#found.has(key)) this.#found.set(key, { problem, file: file2 });
  }
  /** Past this, more help with each of them helps nobody and takes long. */
  get isLong() {
    return this.#found.size > LONG;
  }
  get isEmpty() {
    return this.#found.size === 0;
  }
  /** By file (repository, organization, packs), line and column; each once. */
  sorted() {
    const all = [...this.#found.values()].sort(byPlace).map(({ problem }) => problem);
    return all.filter((problem, index) => !isMootSyntax(problem, all[index - 1]));
  }
};
function isMootSyntax({ code, at }, before) {
  if (code !== "yaml-syntax" || before?.code !== "invalid-format") return false;
  return before.at.file === at.file && before.at.line === at.line && before.at.column === at.column;
}
function whereIn(spot) {
  return `it stands in ${spot.file.name} at line ${spot.at.line}`;
}
var ORDER = ["waivers", "baseline", "repository", "organization", "pack"];
function byPlace(a, b) {
  return ORDER.indexOf(a.file.kind) - ORDER.indexOf(b.file.kind) || compareText(a.problem.at.file, b.problem.at.file) || a.problem.at.line - b.problem.at.line || a.problem.at.column - b.problem.at.column || compareText(a.problem.code, b.problem.code) || compareText(a.problem.message, b.problem.message);
}
function compareText(a, b) {
  return a === b ? 0 : a < b ? -1 : 1;
}

// src/policy/load-policy.ts
function loadPolicy(sources) {
  const askedFor = /* @__PURE__ */ new Map();
  const problems = new ProblemList(askedFor);
  const notes = new ProblemList(askedFor);
  const identity = {
    name: sources.repositoryName,
    properties: sources.repositoryProperties ?? null
  };
  const layers = readLayers(sources, problems, askedFor);
  if (layers === null) return { state: "invalid", problems: problems.sorted() };
  const { organization } = layers;
  const governed = organization !== null && isSelected(organization, identity);
  const merged = mergeLayers(layers, governed, problems);
  if (merged === null) return { state: "invalid", problems: problems.sorted() };
  const tree = withoutDropped(merged.whole);
  const options2 = checkMerged(tree, layers.start, { problems, notes });
  if (organization !== null && merged.baseline !== null) {
    const { whole, baseline: baseline2 } = merged;
    checkExemptions(organization, baseline2, problems);
    checkLocks({ baseline: baseline2, merged: whole, organization, problems });
    lockNotes({ baseline: baseline2, organization, identity }, notes);
  }
  if (!problems.isEmpty) return { state: "invalid", problems: problems.sorted() };
  const exemptions = organization !== null && governed ? exemptionsFor(organization, identity) : [];
  return {
    state: "valid",
    policy: buildPolicy(tree, options2, exemptions),
    provenance: provenanceOf(tree),
    notes: notes.sorted()
  };
}

export {
  placeIn,
  placeOf4 as placeOf,
  isList3 as isList,
  itemsOf,
  child,
  parseDuration,
  formatDuration,
  holds,
  askedItems,
  errored,
  parseLocatedJson,
  itemIndex,
  fieldsOf,
  sectionFieldsOf,
  external_exports,
  countWords,
  sameLogin,
  isAuthor,
  holdersAmong,
  commandsOf,
  commandLine,
  fillInGlob,
  globProblem,
  parseCodeowners,
  lineFor,
  ruleType,
  kebabId,
  text3 as text,
  day,
  describeValue,
  checkShape,
  globMatcher,
  readSource,
  ProblemList,
  loadPolicy
};
