import { z } from "zod";
import { baselineSchema } from "../../src/policy/load-baseline.ts";
import { waiverSchema } from "../../src/policy/load-waivers.ts";
import {
  organizationFileSchema,
  packFileSchema,
  repositoryFileSchema,
} from "../../src/policy/schema/policy-file-schema.ts";
import { REPORT_SCHEMA } from "../../src/render/report-schema.ts";
import { factsSchema } from "../../src/worktree/facts-schema.ts";
import { withRuleTypes } from "./rule-type-schemas.ts";

/** A JSON Schema (draft-07), or a part of one. */
export interface JsonSchema {
  [keyword: string]: unknown;
  title?: string;
  description?: string;
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema | JsonSchema[];
  anyOf?: JsonSchema[];
  additionalProperties?: boolean | JsonSchema;
  definitions?: Record<string, JsonSchema>;
}

/** What a person or a program writes, before defaults are filled in. */
export function jsonSchema(schema: z.ZodType): JsonSchema {
  const made = z.toJSONSchema(schema, { target: "draft-7", io: "input", unrepresentable: "any" });
  return JSON.parse(JSON.stringify(made, withoutNoise));
}

/** The bounds of what JavaScript can count are no help to anybody who reads a schema. */
function withoutNoise(key: string, value: unknown): unknown {
  const isBound = key === "minimum" || key === "maximum";
  return isBound && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER ? undefined : value;
}

export function policyJsonSchemas(): Readonly<
  Record<"policy" | "organization" | "pack", JsonSchema>
> {
  return {
    policy: withRuleTypes(jsonSchema(repositoryFileSchema)),
    organization: withRuleTypes(jsonSchema(organizationFileSchema)),
    pack: withRuleTypes(jsonSchema(packFileSchema)),
  };
}

export function waiverJsonSchema(): JsonSchema {
  return jsonSchema(waiverSchema);
}

/** The published schemas, path → text. */
export function schemaFiles(): Map<string, string> {
  const { policy, organization } = policyJsonSchemas();
  const titled = (title: string, schema: JsonSchema) => {
    const { $schema, ...rest } = schema;
    return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
  };
  return new Map([
    ["schema/policy.schema.json", titled("Policy of stage-gates", policy)],
    ["schema/organization.schema.json", titled("Organization policy of stage-gates", organization)],
    ["schema/baseline.schema.json", titled("Baseline of stage-gates", jsonSchema(baselineSchema))],
    ["schema/report.schema.json", titled("Report of stage-gates", jsonSchema(REPORT_SCHEMA))],
    ["schema/facts.schema.json", titled("Recorded facts for stage-gates", jsonSchema(factsSchema))],
  ]);
}
