import { spawnSync } from "node:child_process";

const RUNS = 15;

export interface ProcessFigures {
  /** Median of the wall-clock time, in milliseconds. */
  readonly wall: number;
  /** Median of user and system CPU time, in milliseconds. */
  readonly cpu: number;
}

/** Writes the CPU time of its process to file descriptor 3 when it ends. */
const REPORT_CPU = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from "node:fs";
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    writeSync(3, String((user + system) / 1000));
  });
`)}`;

/** Runs Node with these arguments several times, in turn with bare Node, and takes medians. */
export function compareWithBareNode(
  args: readonly string[],
  expectedStatus: number,
): { readonly run: ProcessFigures; readonly bare: ProcessFigures } {
  const runs: ProcessFigures[] = [];
  const bares: ProcessFigures[] = [];
  for (let turn = 0; turn <= RUNS; turn += 1) {
    const bare = once(["-e", "0"], 0);
    const run = once(args, expectedStatus);
    // The first turn warms the file cache.
    if (turn > 0) {
      bares.push(bare);
      runs.push(run);
    }
  }
  return { run: medians(runs), bare: medians(bares) };
}

function once(args: readonly string[], expectedStatus: number): ProcessFigures {
  const start = performance.now();
  const done = spawnSync(process.execPath, ["--import", REPORT_CPU, ...args], {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    encoding: "utf8",
  });
  const wall = performance.now() - start;
  if (done.status !== expectedStatus) {
    throw new Error(`${args.join(" ")} ended with ${done.status}:\n${done.stdout}${done.stderr}`);
  }
  return { wall, cpu: Number(done.output[3]) };
}

function medians(figures: readonly ProcessFigures[]): ProcessFigures {
  return {
    wall: median(figures.map(({ wall }) => wall)),
    cpu: median(figures.map(({ cpu }) => cpu)),
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
