import type { Terminal } from "./terminal.ts";

const PATIENCE = 1000;

/** Says what is being done once it takes longer than a second, and takes it back at the end. */
export async function withProgress<Result>(
  terminal: Terminal,
  what: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const timer = setTimeout(() => terminal.tell(`stage-gates: ${what} …\n`), PATIENCE);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
