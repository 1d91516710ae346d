import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** A JSON schema as OpenAPI 3.0 writes it. */
export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: Schema;
  /** The value may hold slashes. */
  readonly "x-multi-segment"?: boolean;
}

interface Media {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Schema[];
  readonly requestBody?: Media & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Schema>>;
}

export interface RestDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Schema>>>>;
}

/** GitHub's description of its REST API; `README.md` beside it says where it is from. */
export function readRestDescription(): RestDescription {
  return read("./github-rest.json.gz");
}

/** Its description of webhooks, one under `paths` for each action of an event. */
export function readWebhookDescription(): RestDescription {
  return read("./github-webhooks.json.gz");
}

function read(name: string): RestDescription {
  const file = new URL(name, import.meta.url);
  return JSON.parse(gunzipSync(readFileSync(file)).toString("utf8"));
}

/** What a `$ref` stands for, or the thing itself. */
export function resolveRef(description: RestDescription, node: Schema): Schema {
  const { $ref } = node;
  if (typeof $ref !== "string") return node;
  const [, , section = "", name = ""] = $ref.split("/");
  const found = description.components[section]?.[name];
  if (found === undefined) throw new Error(`the description has no ${$ref}`);
  return resolveRef(description, found);
}

export function jsonSchemaOf(media: Media | undefined): Schema | null {
  return media?.content?.["application/json"]?.schema ?? null;
}
