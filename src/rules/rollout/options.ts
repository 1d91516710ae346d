import { z } from "zod";
import { keyOf } from "../../text/key.ts";
import { durationSetting } from "../settings/duration-setting.ts";

const percent = z.number().min(0).max(100);

const stage = z
  .strictObject({
    id: z.string().min(1).describe("What the file names as `stage`"),
    kind: z
      .enum(["shadow", "canary", "limited", "partial", "full"])
      .default("partial")
      .describe("What kind of exposure it is: `shadow` reaches nobody, `full` everybody"),
    percent: z
      .tuple([percent, percent])
      .optional()
      .describe(
        "The least and the most exposure; left out, it is 0 for `shadow` and 100 for `full`",
      ),
    min_soak: durationSetting(
      "How long each step in this stage is watched before the exposure may grow",
    ).optional(),
    metrics: z
      .array(z.string().min(1))
      .default([])
      .describe(
        "KPIs of the readiness document that must meet their minimum, measured since the step landed, before the exposure may grow",
      ),
  })
  .superRefine(({ kind, percent }, context) => {
    const refuse = (message: string) =>
      context.addIssue({ code: "custom", path: ["percent"], message });
    if (percent === undefined && RANGES[kind] === undefined) {
      refuse(`\`percent\` is required for a stage of the kind \`${kind}\``);
    }
    if (percent !== undefined && percent[0] > percent[1]) {
      refuse("the least exposure is more than the most");
    }
  });

/** Kinds whose range goes without saying. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  shadow: [0, 0],
  full: [100, 100],
};

export const rolloutOptions = z.strictObject({
  file: z
    .string()
    .min(1)
    .default("{path}/rollout.yml")
    .describe("The file that states the exposure; `{service}` and `{path}` are filled in"),
  stages: z
    .array(stage)
    .min(1)
    .superRefine((stages, context) => {
      for (const [index, { id, kind, percent }] of stages.entries()) {
        const refuse = (key: string, message: string) =>
          context.addIssue({ code: "custom", path: [index, key], message });
        if (stages.findIndex((other) => keyOf(other.id) === keyOf(id)) < index) {
          refuse("id", `the stage \`${id}\` stands twice`);
        }
        const before = stages[index - 1];
        if (before !== undefined && rangeOf({ kind, percent })[1] < rangeOf(before)[0]) {
          refuse("percent", `it is below that of \`${before.id}\`, the stage before it`);
        }
      }
    })
    .describe("The steps of exposure, in order"),
  no_skip: z.boolean().default(true).describe("Whether each stage has to be gone through"),
  monotonic: z
    .boolean()
    .default(true)
    .describe("Whether the exposure only grows, save for a marked rollback"),
});

export type RolloutOptions = z.output<typeof rolloutOptions>;
export type RolloutStage = RolloutOptions["stages"][number];

export function rangeOf({
  kind,
  percent,
}: Pick<RolloutStage, "kind" | "percent">): readonly [number, number] {
  return percent ?? RANGES[kind] ?? [0, 100];
}
