import type { JsonSchema } from "./json-schemas.ts";

/** One line of a settings table. */
export interface SettingRow {
  /** `items[].id`, `roles.<name>.users` */
  readonly setting: string;
  readonly type: string;
  /** `required`, a value, or `""`. */
  readonly fallback: string;
  readonly meaning: string;
}

type Definitions = Readonly<Record<string, JsonSchema>>;

/** A map's settings and those inside them, in the order of the schema. */
export function settingRows(
  schema: JsonSchema,
  { definitions = {}, deep = true }: { definitions?: Definitions; deep?: boolean } = {},
): SettingRow[] {
  return rowsOf(resolve(schema, definitions), "", definitions, deep);
}

function rowsOf(
  schema: JsonSchema,
  prefix: string,
  definitions: Definitions,
  deep: boolean,
): SettingRow[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([name, raw]) => {
    const property = resolve(raw, definitions);
    const row: SettingRow = {
      setting: `${prefix}${name}`,
      type: typeText(property, definitions),
      fallback: required.has(name) ? "required" : defaultText(property.default),
      meaning: (property.description ?? "").replace(/\.$/, ""),
    };
    const inside = deep ? insideOf(property, `${prefix}${name}`, definitions) : [];
    return [row, ...inside];
  });
}

function insideOf(schema: JsonSchema, path: string, definitions: Definitions): SettingRow[] {
  const forms = (schema.anyOf ?? [schema]).map((form) => resolve(form, definitions));
  return forms.flatMap((form) => {
    if (form.properties !== undefined) return rowsOf(form, `${path}.`, definitions, true);
    if (form.items !== undefined && !Array.isArray(form.items)) {
      return insideOf(resolve(form.items, definitions), `${path}[]`, definitions);
    }
    const values = form.additionalProperties;
    return typeof values === "object" ? insideOf(values, `${path}.<name>`, definitions) : [];
  });
}

function definitionOf({ $ref }: JsonSchema): string | null {
  return /^#\/definitions\/([^/]+)$/.exec(String($ref ?? ""))?.[1] ?? null;
}

function resolve(schema: JsonSchema, definitions: Definitions): JsonSchema {
  const name = definitionOf(schema);
  if (name === null) return schema;
  const { $ref: _, ...own } = schema;
  return { ...definitions[name], ...own };
}

const SIMPLE: Readonly<Record<string, string>> = {
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "`true` or `false`",
  null: "nothing",
};

function typeText(raw: JsonSchema, definitions: Definitions): string {
  const named = definitionOf(raw);
  if (named !== null) return named;
  const schema = resolve(raw, definitions);
  if (schema.const !== undefined) return code(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map(code).join(", ");
  if (schema.title !== undefined) return schema.title;
  if (schema.anyOf !== undefined) {
    return either(schema.anyOf.map((form) => typeText(form, definitions)));
  }
  if (Array.isArray(schema.type)) return either(schema.type.map((type) => SIMPLE[type] ?? type));
  if (schema.type === "array") return listText(schema, definitions);
  if (schema.type !== "object") return SIMPLE[schema.type ?? ""] ?? "any value";
  const values = schema.additionalProperties;
  return typeof values === "object" ? `map: name → ${typeText(values, definitions)}` : "map";
}

function listText({ items }: JsonSchema, definitions: Definitions): string {
  if (items === undefined) return "list";
  if (Array.isArray(items)) {
    return `list: ${items.map((item) => typeText(item, definitions)).join(", ")}`;
  }
  return `list of ${typeText(items, definitions)}${definitionOf(items) === null ? "" : "s"}`;
}

/** Text, number and boolean together are what a field or a cell can hold: a value. */
function either(texts: readonly string[]): string {
  const kinds = new Set(texts);
  const scalars = [SIMPLE.string, SIMPLE.number, SIMPLE.boolean].flatMap((kind) => kind ?? []);
  if (!scalars.every((kind) => kinds.has(kind))) return [...kinds].join(" or ");
  const others = [...kinds].filter((kind) => !scalars.includes(kind));
  return ["value", ...others].join(" or ");
}

function code(value: unknown): string {
  return `\`${String(value)}\``;
}

function defaultText(value: unknown): string {
  return value === undefined ? "" : `\`${flowText(value)}\``;
}

/** As one would write it in a policy. */
function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).map(([name, inside]) => `${name}: ${flowText(inside)}`);
  return `{${entries.join(", ")}}`;
}

/** A table of settings; rows that say nothing of a default leave the column empty. */
export function settingsTable(rows: readonly SettingRow[]): string {
  return table(
    ["Setting", "Type", "Default", "Meaning"],
    rows.map(({ setting, type, fallback, meaning }) => [`\`${setting}\``, type, fallback, meaning]),
  );
}

export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(headers), `|${headers.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ").trim();
}
