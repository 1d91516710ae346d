import fc from "fast-check";

/**
 * Property tests draw the same cases on every machine, so that a failure is one's own change and
 * can be repeated. `FUZZ_SEED=random npm test` looks for new ones, `FUZZ_SEED=<number>` repeats them.
 */
const FIXED = 20_261_001;

const wanted = process.env.FUZZ_SEED;
if (wanted !== "random")
  fc.configureGlobal({ seed: wanted === undefined ? FIXED : Number(wanted) });
