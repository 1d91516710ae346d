import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  judgeCheckout
} from "./chunk-UT2OHGSJ.js";
import "./chunk-JGIGHPBQ.js";
import "./chunk-KXWXYZQM.js";
import "./chunk-MOFI6JKW.js";
import "./chunk-PODXRERM.js";
import "./chunk-HAXGSIID.js";
import "./chunk-YACWHGK4.js";
import "./chunk-YX4YN7J3.js";
import "./chunk-I3GTUB5F.js";
import "./chunk-JX7CMHZV.js";
import "./chunk-7AD2QAEU.js";
import "./chunk-ZQEAAXPF.js";
import {
  withProgress
} from "./chunk-Q5Q3HCI7.js";
import "./chunk-WPQ7RJF2.js";
import "./chunk-VOJVDU5I.js";
import "./chunk-53U4FLTU.js";
import "./chunk-5SW2YIMI.js";
import "./chunk-HU7C56Q2.js";
import "./chunk-VZIMIMLZ.js";
import "./chunk-4EDMUHKC.js";
import "./chunk-H5AMS74M.js";
import {
  EXIT,
  exitCodeOf
} from "./chunk-756SLZBU.js";
import "./chunk-PKZ5FII4.js";
import "./chunk-TH4X3JRS.js";
import "./chunk-GW4FBKY7.js";
import "./chunk-V7XYMT6F.js";
import "./chunk-2I7DLJWO.js";
import "./chunk-4T5N5ANP.js";
import "./chunk-OKGOBK43.js";
import "./chunk-2UVS6TJC.js";
import {
  UsageError
} from "./chunk-RINCA6AC.js";
import "./chunk-P6TVZRK3.js";
import "./chunk-JULNA7AP.js";

// src/cli/commands/check.ts
import { basename } from "node:path";

// src/cli/print-verdict.ts
async function printVerdict(verdict, options, terminal) {
  switch (options.format) {
    case "json": {
      const { renderJson } = await import("./json-FLTOJMPH.js");
      return terminal.print(renderJson(verdict));
    }
    case "markdown": {
      const { renderMarkdown } = await import("./markdown-VNZCNMMQ.js");
      return terminal.print(renderMarkdown(verdict));
    }
    case "github": {
      const { renderGithub } = await import("./github-45V43YV5.js");
      return terminal.print(renderGithub(verdict));
    }
    case "pretty":
      return verdict.problems.length > 0 ? tellProblems(verdict, options, terminal) : printPretty(verdict, options, terminal);
  }
}
async function tellProblems({ problems }, { sources, quiet }, terminal) {
  const { lastLine, renderProblems } = await import("./problems-EWQ5YI7W.js");
  const text = quiet ? `${lastLine(problems)}
` : renderProblems(problems, sources, terminal.toldPaint);
  terminal.tell(text);
}
async function printPretty(verdict, { quiet, subject }, terminal) {
  const { renderPretty, renderQuiet } = await import("./pretty-2FEKGTAW.js");
  const { look } = terminal;
  terminal.print(quiet ? renderQuiet(verdict, look) : renderPretty(verdict, subject, look));
}

// src/cli/commands/check.ts
async function check(dir, options, terminal) {
  const { verdict, sources, root } = await withProgress(
    terminal,
    "reading and judging",
    () => judge(dir, options, terminal)
  );
  await printVerdict(verdict, { sources, subject: basename(root), ...options }, terminal);
  return verdict.problems.length > 0 ? EXIT.noVerdict : exitCodeOf(verdict.decision);
}
async function judge(dir, options, terminal) {
  const { pr, repo, record } = options;
  if (pr !== void 0) {
    const { judgePull } = await import("./judge-pull-YPDXH7SO.js");
    return judgePull(dir, { ...options, pr }, terminal);
  }
  if (repo === void 0 && record === void 0) return judgeCheckout(dir, options, terminal.cwd);
  const option = repo === void 0 ? "--record" : "--repo";
  throw new UsageError(`\`${option}\` goes with a pull request`, "name it with `--pr <number>`");
}
export {
  check
};
