import { CommanderError } from "commander";
import { inertLine, inertLines } from "../render/inert-text.ts";
import type { Start } from "./command-parts.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { packageVersion } from "./package-files.ts";
import { buildProgram } from "./program.ts";
import { terminalOf } from "./terminal.ts";

// Whoever reads us may stop early (`| head`): no failure of ours, and the exit code stays.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.stderr.on("error", () => {});
// Node would end with 1, which says that a promotion is blocked.
process.on("uncaughtException", (error) => process.exit(failed(error)));

process.exitCode = await run(process.argv);

async function run(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.noVerdict;
  const start: Start = async (color, work) => {
    code = await work(terminalOf(process, color));
  };
  try {
    await buildProgram(packageVersion(), start).parseAsync([...argv]);
    return code;
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    // It has printed what there is to say; help that was asked for is a success.
    return error.exitCode === 0 ? EXIT.pass : EXIT.noVerdict;
  }
  process.stderr.write(`error: ${messageOf(error)}\n`);
  if (process.env.DEBUG === "stage-gates" && error instanceof Error) {
    process.stderr.write(`${error.stack}\n`);
  }
  return EXIT.noVerdict;
}

/** What we throw ourselves carries help, or `null`; everything else is a defect. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return inertLine(String(error));
  const message = inertLine(error.message);
  if (!("help" in error)) {
    return `${message}\n  this is a defect of stage-gates; \`DEBUG=stage-gates\` shows where`;
  }
  const help = typeof error.help === "string" ? inertLines(error.help) : [];
  return [message, ...help.map((line) => `  ${line}`)].join("\n");
}
