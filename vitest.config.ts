import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/support/fuzz-seed.ts"], // Property tests of a loaded machine with two cores set their own, longer ones.
    testTimeout: 120_000,
  },
});
