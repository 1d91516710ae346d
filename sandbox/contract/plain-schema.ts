import type { Schema } from "./rest-description.ts";

/**
 * A schema of OpenAPI 3.0 in the words of JSON Schema: `nullable` becomes a type, remarks go, and
 * references lead into the document with the id `root`.
 */
export function plainSchema<Node extends Schema>(schema: Node, root = ""): Node {
  return plain(schema, root) as Node;
}

/** What validates nothing, and what OpenAPI gives another meaning than JSON Schema. */
const REMARKS: ReadonlySet<string> = new Set([
  "nullable",
  "example",
  "examples",
  "deprecated",
  "discriminator",
  "readOnly",
  "writeOnly",
  "xml",
  "externalDocs",
]);

function plain(node: unknown, root: string): unknown {
  if (Array.isArray(node)) return node.map((one) => plain(one, root));
  if (typeof node !== "object" || node === null) return node;
  const { $ref } = node as Schema;
  if (typeof $ref === "string") return { $ref: `${root}${$ref}` };
  const entries = Object.entries(node).flatMap(([key, value]) => {
    if (REMARKS.has(key) && !isNamed(value)) return [];
    if (key === "properties") return [[key, plainEach(value as Schema, root)] as const];
    return [[key, key === "enum" ? value : plain(value, root)] as const];
  });
  const made = Object.fromEntries(entries);
  return (node as Schema).nullable === true ? orNull(made) : made;
}

/** A property may be called `example`; then it is a schema. */
function isNamed(value: unknown): boolean {
  return typeof value === "object" && value !== null && ("type" in value || "$ref" in value);
}

function plainEach(properties: Schema, root: string): Schema {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, plain(schema, root)]),
  );
}

function orNull(schema: Schema): Schema {
  return { anyOf: [schema, { type: "null" }] };
}
