import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { plainSchema } from "./plain-schema.ts";
import {
  jsonSchemaOf,
  type Operation,
  type Parameter,
  type RestDescription,
  readRestDescription,
  resolveRef,
  type Schema,
} from "./rest-description.ts";

/** An operation that GitHub describes, and the values its path was given. */
export interface FoundOperation {
  readonly id: string;
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Holds requests and answers against GitHub's description. Schemas are compiled when first used. */
export class RestContract {
  readonly #description: RestDescription;
  readonly #routes: readonly Route[];
  readonly #ajv: Ajv;
  readonly #compiled = new Map<Schema, ValidateFunction>();

  constructor(description: RestDescription = readRestDescription()) {
    this.#description = description;
    this.#routes = routesOf(description);
    this.#ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, logger: false });
    for (const [format, test] of Object.entries(FORMATS)) this.#ajv.addFormat(format, test);
    const schemas = plainSchema(description.components.schemas ?? {});
    this.#ajv.addSchema({ $id: ROOT, components: { schemas } });
  }

  /** `null`: GitHub has no such operation among those the description was cut down to. */
  find(method: string, path: string): FoundOperation | null {
    for (const { pattern, names, methods } of this.#routes) {
      const match = pattern.exec(path);
      const operation = methods[method.toLowerCase()];
      if (match === null || operation === undefined) continue;
      const values = match.slice(1).map(decodeURIComponent);
      const parameters = Object.fromEntries(
        names.map((name, index) => [name, values[index] ?? ""]),
      );
      return { id: operation.operationId, operation, parameters };
    }
    return null;
  }

  /** What GitHub would refuse, or silently pass over, in a request. */
  requestProblems(
    { operation }: FoundOperation,
    query: URLSearchParams,
    body: unknown,
  ): readonly string[] {
    return [...this.#queryProblems(operation, query), ...this.#bodyProblems(operation, body)];
  }

  /** Where an answer is not what GitHub says it gives. Errors, whose bodies are free, always fit. */
  answerProblems({ operation }: FoundOperation, status: number, body: unknown): readonly string[] {
    if (status >= 400) return [];
    const answer = operation.responses[String(status)];
    if (answer === undefined) return [`status ${status} is not described`];
    const schema = jsonSchemaOf(resolveRef(this.#description, answer));
    if (schema === null) return body === undefined ? [] : ["a body is not described"];
    return this.#problems(schema, body, "body");
  }

  #queryProblems(operation: Operation, query: URLSearchParams): readonly string[] {
    const described = (operation.parameters ?? [])
      .map((one) => resolveRef(this.#description, one) as unknown as Parameter)
      .filter((one) => one.in === "query");
    const byName = new Map(described.map((one) => [one.name, one]));
    const unknown = [...new Set(query.keys())].flatMap((name) =>
      byName.has(name) ? [] : [`the query key \`${name}\` is not described`],
    );
    const missing = described.flatMap(({ name, required }) =>
      required === true && !query.has(name) ? [`the query key \`${name}\` is missing`] : [],
    );
    const wrong = [...query].flatMap(([name, text]) => {
      const schema = byName.get(name)?.schema;
      if (schema === undefined) return [];
      return this.#problems(schema, typed(text, resolveRef(this.#description, schema)), name);
    });
    return [...unknown, ...missing, ...wrong];
  }

  #bodyProblems(operation: Operation, body: unknown): readonly string[] {
    const schema = jsonSchemaOf(operation.requestBody);
    if (schema === null) return body === undefined ? [] : ["no body is described"];
    if (body === undefined) {
      return operation.requestBody?.required === true ? ["the body is missing"] : [];
    }
    const known = this.#keysOf(schema);
    const extra =
      known === null || typeof body !== "object" || body === null || Array.isArray(body)
        ? []
        : Object.keys(body).filter((key) => !known.has(key));
    return [
      ...extra.map((key) => `the body key \`${key}\` is not described`),
      ...this.#problems(schema, body, "body"),
    ];
  }

  /** Keys of an object at its top; `null` where the schema leaves them open. */
  #keysOf(schema: Schema): ReadonlySet<string> | null {
    const own = resolveRef(this.#description, schema);
    const parts = ["oneOf", "anyOf", "allOf"].flatMap((name) => (own[name] ?? []) as Schema[]);
    const keys = new Set(Object.keys((own.properties ?? {}) as object));
    for (const part of parts) for (const key of this.#keysOf(part) ?? []) keys.add(key);
    return keys.size === 0 || own.additionalProperties === true ? null : keys;
  }

  #problems(schema: Schema, value: unknown, name: string): readonly string[] {
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

interface Route {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly methods: Readonly<Record<string, Operation>>;
}

/** The more a path says in so many words, the earlier it is tried: `/issues/comments` before `/issues/{n}`. */
function routesOf(description: RestDescription): readonly Route[] {
  const words = (path: string) => path.split("/").filter((part) => !part.startsWith("{")).length;
  return Object.entries(description.paths)
    .toSorted(([a], [b]) => words(b) - words(a) || (a < b ? -1 : 1))
    .map(([path, methods]) => {
      const names: string[] = [];
      const wide = multiSegment(description, methods);
      const pattern = path.replaceAll(/\{([^}]+)\}|[.*+?^$()|[\]\\]/g, (part, name?: string) => {
        if (name === undefined) return `\\${part}`;
        names.push(name);
        return wide.has(name) ? "(.+)" : "([^/]+)";
      });
      return { pattern: new RegExp(`^${pattern}$`), names, methods };
    });
}

function multiSegment(
  description: RestDescription,
  methods: Readonly<Record<string, Operation>>,
): ReadonlySet<string> {
  const all = Object.values(methods).flatMap(({ parameters = [] }) =>
    parameters.map((one) => resolveRef(description, one) as unknown as Parameter),
  );
  return new Set(all.filter((one) => one["x-multi-segment"] === true).map(({ name }) => name));
}

/** A query holds texts; what GitHub makes of them is in the schema. */
function typed(text: string, { type }: Schema): unknown {
  if ((type === "integer" || type === "number") && /^-?\d+(\.\d+)?$/.test(text))
    return Number(text);
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return text;
}

function told(name: string, { instancePath, message, params }: ErrorObject): string {
  const where = instancePath === "" ? name : `${name}${instancePath}`;
  const allowed = "allowedValues" in params ? ` (${JSON.stringify(params.allowedValues)})` : "";
  return `${where} ${message ?? "is wrong"}${allowed}`;
}
