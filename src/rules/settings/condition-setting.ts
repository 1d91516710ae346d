import { z } from "zod";

const value = z.union([z.string(), z.number(), z.boolean()]);

/** `when` of a part of a rule, with the meaning it has on gates and rules. */
export function conditionSetting(description: string) {
  return z.record(z.string(), z.union([value, z.array(value).min(1)])).describe(description);
}
