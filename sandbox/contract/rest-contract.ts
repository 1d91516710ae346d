import {
  jsonSchemaOf,
  type Operation,
  type Parameter,
  type RestDescription,
  readRestDescription,
  resolveRef,
  type Schema,
} from "./rest-description.ts";
import { SchemaCheck } from "./schema-check.ts";

/** An operation that GitHub describes, and the values its path was given. */
export interface FoundOperation {
  readonly id: string;
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Holds requests and answers against GitHub's description. */
export class RestContract {
  readonly #description: RestDescription;
  readonly #routes: readonly Route[];
  readonly #check: SchemaCheck;

  constructor(description: RestDescription = readRestDescription()) {
    this.#description = description;
    this.#routes = routesOf(description);
    this.#check = new SchemaCheck(description);
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
    return this.#check.problems(schema, body, "body");
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
      return this.#check.problems(schema, typed(text, resolveRef(this.#description, schema)), name);
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
      ...this.#check.problems(schema, body, "body"),
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
}

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
