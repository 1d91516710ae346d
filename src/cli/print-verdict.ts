import type { Verdict } from "../model/verdict.ts";
import type { Sources } from "../render/problems.ts";
import type { Format } from "./formats.ts";
import type { Terminal } from "./terminal.ts";

export interface PrintOptions {
  readonly format: Format;
  /** The last line alone, where the format is for people. */
  readonly quiet?: true;
  readonly sources: Sources;
  /** What was judged, in a word. */
  readonly subject: string;
}

/** Each format is loaded only when it is asked for: markdown brings a printer of its own. */
export async function printVerdict(
  verdict: Verdict,
  options: PrintOptions,
  terminal: Terminal,
): Promise<void> {
  switch (options.format) {
    case "json": {
      const { renderJson } = await import("../render/json.ts");
      return terminal.print(renderJson(verdict));
    }
    case "markdown": {
      const { renderMarkdown } = await import("../render/markdown.ts");
      return terminal.print(renderMarkdown(verdict));
    }
    case "github": {
      const { renderGithub } = await import("../render/github.ts");
      return terminal.print(renderGithub(verdict));
    }
    case "pretty":
      return verdict.problems.length > 0
        ? tellProblems(verdict, options, terminal)
        : printPretty(verdict, options, terminal);
  }
}

/** There is no verdict to print: what is wrong with the policy is an error like any other. */
async function tellProblems(
  { problems }: Verdict,
  { sources, quiet }: PrintOptions,
  terminal: Terminal,
): Promise<void> {
  const { lastLine, renderProblems } = await import("../render/problems.ts");
  const text = quiet
    ? `${lastLine(problems)}\n`
    : renderProblems(problems, sources, terminal.toldPaint);
  terminal.tell(text);
}

async function printPretty(
  verdict: Verdict,
  { quiet, subject }: PrintOptions,
  terminal: Terminal,
): Promise<void> {
  const { renderPretty, renderQuiet } = await import("../render/pretty.ts");
  const { look } = terminal;
  terminal.print(quiet ? renderQuiet(verdict, look) : renderPretty(verdict, subject, look));
}
