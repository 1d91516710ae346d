import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  judgeCheckout
} from "./chunk-VSJEWYFD.js";
import "./chunk-EDRF3LNO.js";
import "./chunk-7QVWFKLL.js";
import "./chunk-MOFI6JKW.js";
import "./chunk-JYLHQQIW.js";
import {
  withProgress
} from "./chunk-Q5Q3HCI7.js";
import "./chunk-FIZGKMT6.js";
import "./chunk-QWNMVPTB.js";
import "./chunk-5RAR7TTO.js";
import "./chunk-I5SDKYXN.js";
import "./chunk-53U4FLTU.js";
import "./chunk-M2J3WGPH.js";
import "./chunk-H5AMS74M.js";
import "./chunk-GASHIKRN.js";
import "./chunk-ACFD7EWA.js";
import {
  EXIT,
  exitCodeOf
} from "./chunk-756SLZBU.js";
import "./chunk-OKGOBK43.js";
import "./chunk-4CUAYF7T.js";
import "./chunk-UR5QOAUM.js";
import "./chunk-V7XYMT6F.js";
import "./chunk-BLFBGBXB.js";
import "./chunk-LIALXT4F.js";
import "./chunk-M3ASEG5F.js";

// src/cli/commands/check.ts
import { basename } from "node:path";

// src/cli/print-verdict.ts
async function printVerdict(verdict, options, terminal) {
  switch (options.format) {
    case "json": {
      const { renderJson } = await import("./json-TFKQ7PKG.js");
      return terminal.print(renderJson(verdict));
    }
    case "markdown": {
      const { renderMarkdown } = await import("./markdown-TRQJC7LY.js");
      return terminal.print(renderMarkdown(verdict));
    }
    case "github": {
      const { renderGithub } = await import("./github-T6BBSCBO.js");
      return terminal.print(renderGithub(verdict));
    }
    case "pretty":
      return verdict.problems.length > 0 ? tellProblems(verdict, options, terminal) : printPretty(verdict, options, terminal);
  }
}
async function tellProblems({ problems }, { sources, quiet }, terminal) {
  const { lastLine, renderProblems } = await import("./problems-6XLO7QDB.js");
  const text = quiet ? `${lastLine(problems)}
` : renderProblems(problems, sources, terminal.toldPaint);
  terminal.tell(text);
}
async function printPretty(verdict, { quiet, subject }, terminal) {
  const { renderPretty, renderQuiet } = await import("./pretty-UUOHI7I2.js");
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
