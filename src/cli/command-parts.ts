import { type Command, Option } from "commander";
import type { ExitCode } from "./exit-code.ts";
import type { ColorFlag, Terminal } from "./terminal.ts";
import { parseTime } from "./time-option.ts";

/** Called with what is to be done once the arguments are understood. */
export type Start = (
  color: ColorFlag,
  work: (terminal: Terminal) => Promise<ExitCode>,
) => Promise<void>;

interface WithColor {
  readonly color?: boolean;
}

/** What commander is to call: `work` gets the arguments, and the options that are not the terminal's. */
export function running<Options extends object, Given extends unknown[] = [string]>(
  start: Start,
  work: (
    terminal: Terminal,
    options: Omit<Options & WithColor, "color">,
    ...given: Given
  ) => Promise<ExitCode>,
) {
  return async function (this: Command): Promise<void> {
    const { color, ...options } = this.optsWithGlobals<Options & WithColor>();
    await start(color, (terminal) => work(terminal, options, ...(this.processedArgs as Given)));
  };
}

export function atOption(description: string): Option {
  return new Option("--at <time>", `${description}: 2026-10-01 or 2026-10-01T14:05:00Z`).argParser(
    parseTime,
  );
}
