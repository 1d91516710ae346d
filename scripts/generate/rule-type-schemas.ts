import type { AnyRuleType } from "../../src/rules/define-rule.ts";
import { RULE_TYPES } from "../../src/rules/index.ts";
import { type JsonSchema, jsonSchema } from "./json-schemas.ts";

/**
 * Puts the settings of every rule type into the schema of a file, one form per `type`, so that an
 * editor completes and explains the settings of the type that is written there. One more form is
 * for rules that refine another file's and leave out their type.
 */
export function withRuleTypes(schema: JsonSchema): JsonSchema {
  const { rule, ...definitions } = schema.definitions ?? {};
  if (rule?.properties === undefined) throw new Error("the schema has no definition of a rule");
  const { type: _, ...settings } = rule.properties;
  const common = Object.keys(settings);
  return {
    ...schema,
    definitions: {
      ...definitions,
      ruleSettings: { type: "object", properties: settings },
      rule: {
        description: rule.description ?? "",
        anyOf: [...RULE_TYPES.map((type) => formOf(type, common)), refinement(common)],
      },
    },
  };
}

function formOf(type: AnyRuleType, common: readonly string[]): JsonSchema {
  const options = optionsOf(type);
  return {
    title: type.type,
    description: `Holds when ${type.meta.holdsWhen}.`,
    type: "object",
    properties: {
      ...references(["id"]),
      type: { const: type.type, description: `Holds when ${type.meta.holdsWhen}.` },
      ...options.properties,
      ...references(
        common.filter((name) => name !== "id" && (name !== "max_age" || type.meta.ages !== null)),
      ),
    },
    required: ["id", "type", ...(options.required ?? [])],
    additionalProperties: false,
  };
}

/** The settings of a type; items of a checklist can be dropped where another file states them. */
export function optionsOf(type: AnyRuleType): JsonSchema {
  const { $schema: _, ...options } = jsonSchema(type.options);
  const items = options.properties?.items;
  if (type.type !== "checklist" || items === undefined || Array.isArray(items.items))
    return options;
  const enabled = {
    type: "boolean",
    description: "`false` drops an item that a pack or the organization states.",
  };
  const properties = { ...items.items?.properties, enabled };
  const item = { ...items.items, properties };
  return { ...options, properties: { ...options.properties, items: { ...items, items: item } } };
}

function refinement(common: readonly string[]): JsonSchema {
  return {
    title: "refinement",
    description: "Refines the rule of this id that a pack or the organization states.",
    type: "object",
    properties: references(common),
    required: ["id"],
    not: { required: ["type"] },
  };
}

function references(names: readonly string[]): Record<string, JsonSchema> {
  return Object.fromEntries(
    names.map((name) => [name, { $ref: `#/definitions/ruleSettings/properties/${name}` }]),
  );
}
