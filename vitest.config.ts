import { availableParallelism } from "node:os";
import { defineConfig, type Plugin } from "vitest/config";

/**
 * Packages run as users have them. Vitest adds the condition `development`, under which micromark is
 * another build, with assertions and traces, and slower; what a setting lists is only added to that.
 */
const plainBuilds: Plugin = {
  name: "plain-builds",
  configResolved({ ssr }) {
    ssr.resolve = { ...ssr.resolve, conditions: ["node"] };
  },
};

export default defineConfig({
  plugins: [plainBuilds],
  test: {
    // Left to itself, one core of two would stand idle.
    maxWorkers: availableParallelism(),
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/support/fuzz-seed.ts"],
    // Ample for two loaded cores; the longest property tests set their own.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
