import { Option } from "commander";
import type { ExitCode } from "./exit-code.ts";
import type { ColorFlag, Terminal } from "./terminal.ts";
import { parseTime } from "./time-option.ts";

/** Called with what is to be done once the arguments are understood. */
export type Start = (
  color: ColorFlag,
  work: (terminal: Terminal) => Promise<ExitCode>,
) => Promise<void>;

export interface WithColor {
  readonly color?: boolean;
}

export function atOption(description: string): Option {
  return new Option("--at <time>", `${description}: 2026-10-01 or 2026-10-01T14:05:00Z`).argParser(
    parseTime,
  );
}
