import pc from "picocolors";
import type { Look, Paint } from "../render/terminal-text.ts";

/** What a command sees of the process it runs in. */
export interface Terminal {
  /** Absolute; paths that people type are relative to it. */
  readonly cwd: string;
  /** Whether somebody can answer questions. */
  readonly interactive: boolean;
  readonly look: Look;
  /** Colours of what goes to `tell`. */
  readonly toldPaint: Paint;
  /** The result, to stdout. */
  print(text: string): void;
  /** All else (progress, remarks, errors), to stderr. */
  tell(text: string): void;
}

/** Wider lines are hard to read, narrower ones leave no room beside the words. */
const WIDEST = 100;
const NARROWEST = 40;
const UNKNOWN = 80;

/** `undefined`: neither `--color` nor `--no-color`. */
export type ColorFlag = boolean | undefined;

export function terminalOf(process: NodeJS.Process, color: ColorFlag): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const columns = stdout.isTTY ? (stdout.columns ?? UNKNOWN) : UNKNOWN;
  const width = Math.min(WIDEST, Math.max(NARROWEST, columns));
  return {
    cwd: process.cwd(),
    interactive: stdin.isTTY === true && stderr.isTTY === true && env.CI === undefined,
    look: { width, paint: paintFor(wantsColor(env, color, stdout.isTTY)) },
    toldPaint: paintFor(wantsColor(env, color, stderr.isTTY)),
    print: (text) => stdout.write(text),
    tell: (text) => stderr.write(text),
  };
}

/** The flag first, then what https://no-color.org and its kin say, then whether anybody looks. */
function wantsColor(
  env: NodeJS.ProcessEnv,
  flag: ColorFlag,
  isTerminal: boolean | undefined,
): boolean {
  if (flag !== undefined) return flag;
  if (isSet(env.NO_COLOR)) return false;
  if (isSet(env.FORCE_COLOR)) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  if (isSet(env.CLICOLOR_FORCE) && env.CLICOLOR_FORCE !== "0") return true;
  return isTerminal === true && env.TERM !== "dumb";
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}

function paintFor(enabled: boolean): Paint {
  if (!enabled) return (_, text) => text;
  const colors = pc.createColors(true);
  const bold = (color: (text: string) => string) => (text: string) => colors.bold(color(text));
  const paints = {
    fail: bold(colors.red),
    error: bold(colors.red),
    wait: bold(colors.yellow),
    open: bold(colors.cyan),
    conditional: bold(colors.yellow),
    warn: bold(colors.yellow),
    pass: bold(colors.green),
    none: colors.dim,
    strong: colors.bold,
    quiet: colors.dim,
    added: colors.green,
    removed: colors.red,
  };
  return (tone, text) => paints[tone](text);
}
