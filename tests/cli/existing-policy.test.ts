import { expect, test } from "vitest";
import { readPolicy } from "../../src/cli/init/existing-policy.ts";

test.each([
  { text: "extends: [pack:a, pack:b]\nmode: advisory\n", packs: ["a", "b"], isAdvisory: true },
  { text: "mode: enforce\n", packs: [], isAdvisory: false },
  { text: "version: 1\n", packs: [], isAdvisory: false },
  { text: "extends: [1, {}]\n", packs: [], isAdvisory: false },
  { text: "[", packs: [], isAdvisory: false },
])("of $text `init` takes what it extends and its mode", ({ text, packs, isAdvisory }) => {
  expect(readPolicy(text)).toEqual({ packs, isAdvisory });
});
