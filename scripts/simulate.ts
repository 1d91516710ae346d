import { parseArgs } from "node:util";
import { tellStory } from "../tests/app/simulation/story.ts";

/** Tells stories of the service in which everything goes wrong; `--seed` one of them, else `--from` on. */
const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    from: { type: "string", default: "1" },
    stories: { type: "string", default: "10000" },
  },
});

const first = Number(values.seed ?? values.from);
const count = values.seed === undefined ? Number(values.stories) : 1;
let broken = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const violations = await tellStory(seed);
  if (violations.length === 0) continue;
  broken += 1;
  process.stdout.write(`seed ${seed}:\n${violations.map((one) => `  ${one}\n`).join("")}`);
}
process.stdout.write(`${count} stories told, ${broken} of them broke a promise\n`);
if (broken > 0) process.exitCode = 1;
