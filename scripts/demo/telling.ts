import process from "node:process";
import pc from "picocolors";
import { wrapText } from "../../src/render/wrap-text.ts";

const WIDTH = 80;

/** What the demo was to show did not happen. */
export class StoryBroken extends Error {}

/** Stops the demo where what it tells is not so. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new StoryBroken(what);
}

let acts = 0;

export function act(title: string): void {
  acts += 1;
  const line = `── ${acts}. ${title} `;
  process.stdout.write(`\n${pc.bold(line.padEnd(WIDTH, "─"))}\n`);
}

/** A paragraph of the story. */
export function say(text: string): void {
  process.stdout.write(`\n${wrapText(text, WIDTH).join("\n")}\n`);
}

/** What a program, GitHub or a page shows, set off from the story. */
export function show(text: string): void {
  const lines = text.trimEnd().split("\n");
  const shown = lines.map((line) => (line === "" ? "" : `  ${line}`)).join("\n");
  process.stdout.write(`\n${shown}\n`);
}

export function quiet(text: string): string {
  return pc.dim(text);
}

export type Shown = keyof typeof COLOURS;

const COLOURS = { success: pc.green, failure: pc.red, "action required": pc.yellow } as const;

/** A verdict in its colour; the word says the same. */
export function verdictWord(state: Shown): string {
  return COLOURS[state](pc.bold(state));
}
