import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  judgeCheckout
} from "./chunk-ERIQK2MP.js";
import "./chunk-DMBKMLKT.js";
import "./chunk-PKUK6FEA.js";
import "./chunk-MOFI6JKW.js";
import "./chunk-IH4XXMXI.js";
import "./chunk-J4ZAVKDG.js";
import "./chunk-ZCLITJJL.js";
import "./chunk-RGP26AYE.js";
import "./chunk-46NQRXCF.js";
import "./chunk-GXTGXR7H.js";
import "./chunk-FPYXRJ5G.js";
import "./chunk-OZWIUDEL.js";
import {
  withProgress
} from "./chunk-Q5Q3HCI7.js";
import "./chunk-WSV2YRJB.js";
import "./chunk-53U4FLTU.js";
import "./chunk-M2J3WGPH.js";
import "./chunk-MH36NLLP.js";
import "./chunk-VZIMIMLZ.js";
import "./chunk-4EDMUHKC.js";
import "./chunk-H5AMS74M.js";
import {
  EXIT,
  exitCodeOf
} from "./chunk-756SLZBU.js";
import "./chunk-RMQ3UORB.js";
import "./chunk-TH4X3JRS.js";
import "./chunk-GW4FBKY7.js";
import "./chunk-V7XYMT6F.js";
import "./chunk-FINQB6O4.js";
import "./chunk-4YRQP5NE.js";
import "./chunk-OKGOBK43.js";
import "./chunk-4CUAYF7T.js";
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
      const { renderMarkdown } = await import("./markdown-UQ6ZCRPJ.js");
      return terminal.print(renderMarkdown(verdict));
    }
    case "github": {
      const { renderGithub } = await import("./github-ZD6FLLC7.js");
      return terminal.print(renderGithub(verdict));
    }
    case "pretty":
      return verdict.problems.length > 0 ? tellProblems(verdict, options, terminal) : printPretty(verdict, options, terminal);
  }
}
async function tellProblems({ problems }, { sources, quiet }, terminal) {
  const { lastLine, renderProblems } = await import("./problems-4YRJZX6O.js");
  const text = quiet ? `${lastLine(problems)}
` : renderProblems(problems, sources, terminal.toldPaint);
  terminal.tell(text);
}
async function printPretty(verdict, { quiet, subject }, terminal) {
  const { renderPretty, renderQuiet } = await import("./pretty-PWXBPFMY.js");
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
    const { judgePull } = await import("./judge-pull-XS73GCBK.js");
    return judgePull(dir, { ...options, pr }, terminal);
  }
  if (repo === void 0 && record === void 0) return judgeCheckout(dir, options, terminal.cwd);
  const option = repo === void 0 ? "--record" : "--repo";
  throw new UsageError(`\`${option}\` goes with a pull request`, "name it with `--pr <number>`");
}
export {
  check
};
