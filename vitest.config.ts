import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/support/fuzz-seed.ts"],
    // Ample for two loaded cores; the longest property tests set their own.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
