import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { plainSchema } from "./plain-schema.ts";
import type { RestDescription, Schema } from "./rest-description.ts";

/** Holds values against the schemas of a description, which are compiled when first used. */
export class SchemaCheck {
  readonly #ajv: Ajv;
  readonly #compiled = new Map<Schema, ValidateFunction>();

  constructor({ components }: RestDescription) {
    this.#ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, logger: false });
    for (const [format, test] of Object.entries(FORMATS)) this.#ajv.addFormat(format, test);
    const schemas = plainSchema(components.schemas ?? {});
    this.#ajv.addSchema({ $id: ROOT, components: { schemas } });
  }

  problems(schema: Schema, value: unknown, name: string): readonly string[] {
    const validate = this.#compiled.get(schema) ?? this.#ajv.compile(plainSchema(schema, ROOT));
    this.#compiled.set(schema, validate);
    return validate(value) ? [] : (validate.errors ?? []).map((error) => told(name, error));
  }
}

const ROOT = "github";

/** Formats of GitHub's own, and those that are only a remark to a reader. */
const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  "date-time": (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text),
  timestamp: (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text),
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text),
  uri: (text) => URL.canParse(text),
  email: (text) => text.includes("@"),
  "repo.nwo": (text) => /^[^/\s]+\/[^/\s]+$/.test(text),
  ssh: (text) => text.includes("@"),
  hostname: (text) => text !== "",
  "uri-template": () => true,
  binary: () => true,
  ipv4: (text) => /^[\d.]+$/.test(text),
  ipv6: (text) => text.includes(":"),
};

function told(name: string, { instancePath, message, params }: ErrorObject): string {
  const where = instancePath === "" ? name : `${name}${instancePath}`;
  const allowed = "allowedValues" in params ? ` (${JSON.stringify(params.allowedValues)})` : "";
  return `${where} ${message ?? "is wrong"}${allowed}`;
}
