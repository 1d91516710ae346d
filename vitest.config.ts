import { availableParallelism } from "node:os";
import { defineConfig, type Plugin } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

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

/**
 * Folders whose tests give values to functions and look at what comes back. They cannot leave
 * anything behind for each other, so they share processes, which saves loading the same modules
 * a hundred times. All others have a process for each file.
 */
const PURE = [
  ...["attacks", "commands", "evidence", "facts", "files", "guard", "import", "packs", "plan"],
  ...["policy", "protection", "render", "rules", "text", "time", "verdict"],
].map((folder) => `tests/${folder}/**/*.test.ts`);

const LONGEST = [
  "app/kills/kill-points.test.ts",
  "app/simulation/simulation.test.ts",
  "properties/no-input-throws.test.ts",
  "policy/never-throws.test.ts",
  "cli/diagnose.test.ts",
];

/** Left to itself it begins with the largest files, and one core waits for the longest in the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((path) => moduleId.endsWith(`/tests/${path}`));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  plugins: [plainBuilds],
  test: {
    // Left to itself, one core of two would stand idle.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    setupFiles: ["tests/support/fuzz-seed.ts"],
    // Ample for two loaded cores; the longest property tests set their own.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: "apart", include: ["tests/**/*.test.ts"], exclude: PURE } },
      { extends: true, test: { name: "together", include: PURE, isolate: false } },
    ],
  },
});
