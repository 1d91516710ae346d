import { median } from "./whole-process.ts";

export interface Growth {
  readonly sizes: readonly number[];
  /** Milliseconds for each size, median of five. */
  readonly times: readonly number[];
  /** Slope of log time over log size: 1 is linear, 2 is quadratic. */
  readonly exponent: number;
}

/** Times something at several sizes and fits how its time grows with them. */
export async function growthOf(
  sizes: readonly number[],
  prepare: (size: number) => () => Promise<unknown>,
): Promise<Growth> {
  const times: number[] = [];
  for (const size of sizes) {
    const run = prepare(size);
    await run();
    const taken: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const start = performance.now();
      await run();
      taken.push(performance.now() - start);
    }
    times.push(median(taken));
  }
  return { sizes, times, exponent: slope(sizes.map(Math.log), times.map(Math.log)) };
}

function slope(x: readonly number[], y: readonly number[]): number {
  const meanX = mean(x);
  const meanY = mean(y);
  const covariance = x.reduce(
    (sum, value, index) => sum + (value - meanX) * ((y[index] ?? 0) - meanY),
    0,
  );
  return covariance / x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
