import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  judgeCheckout,
  withProgress
} from "./chunk-DBLAZVJN.js";
import "./chunk-H6E2YVLQ.js";
import "./chunk-JS7FLSM4.js";
import "./chunk-RVDEVD3B.js";
import "./chunk-NB7KAVJC.js";
import "./chunk-PNTW4M3K.js";
import "./chunk-DVWJM53H.js";
import "./chunk-JFONLSVW.js";
import "./chunk-3Z6PBV7K.js";
import "./chunk-X4Q6VVDJ.js";
import {
  EXIT,
  exitCodeOf
} from "./chunk-756SLZBU.js";
import "./chunk-BLFBGBXB.js";
import "./chunk-LIALXT4F.js";
import "./chunk-OKGOBK43.js";
import "./chunk-4CUAYF7T.js";
import "./chunk-M3ASEG5F.js";

// src/cli/commands/check.ts
import { basename } from "node:path";

// src/cli/print-verdict.ts
async function printVerdict(verdict, options, terminal) {
  switch (options.format) {
    case "json": {
      const { renderJson } = await import("./json-MUDJQQNJ.js");
      return terminal.print(renderJson(verdict));
    }
    case "markdown": {
      const { renderMarkdown } = await import("./markdown-M3AEZKSD.js");
      return terminal.print(renderMarkdown(verdict));
    }
    case "github": {
      const { renderGithub } = await import("./github-PPU73WZC.js");
      return terminal.print(renderGithub(verdict));
    }
    case "pretty":
      return verdict.problems.length > 0 ? tellProblems(verdict, options, terminal) : printPretty(verdict, options, terminal);
  }
}
async function tellProblems({ problems }, { sources, quiet }, terminal) {
  const { lastLine, renderProblems } = await import("./problems-KDNT4AST.js");
  const text = quiet ? `${lastLine(problems)}
` : renderProblems(problems, sources, terminal.toldPaint);
  terminal.tell(text);
}
async function printPretty(verdict, { quiet, subject }, terminal) {
  const { renderPretty, renderQuiet } = await import("./pretty-O4YFXZGH.js");
  const { look } = terminal;
  terminal.print(quiet ? renderQuiet(verdict, look) : renderPretty(verdict, subject, look));
}

// src/cli/commands/check.ts
async function check(dir, options, terminal) {
  const { verdict, sources, root } = await withProgress(
    terminal,
    "reading and judging",
    () => judgeCheckout(dir, options, terminal.cwd)
  );
  await printVerdict(verdict, { sources, subject: basename(root), ...options }, terminal);
  return verdict.problems.length > 0 ? EXIT.noVerdict : exitCodeOf(verdict.decision);
}
export {
  check
};
