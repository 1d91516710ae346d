/** What an entry of a list of settings is called by, in order of preference. */
const NAMES = ["id", "role", "heading", "path"];

/** The settings of a rule on one line, for a table cell: names and numbers, no titles. */
export function settingsOf(settings: Readonly<Record<string, unknown>>): string {
  return Object.entries(settings)
    .map(([key, value]) => `\`${key}\` ${inline(value)}`)
    .join(", ");
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return value.map(entry).join(", ");
  if (isMap(value)) {
    return Object.entries(value)
      .map(([key, inner]) => `${key}${detail(inner)}`)
      .join(", ");
  }
  return String(value);
}

function entry(value: unknown): string {
  if (!isMap(value)) return inline(value);
  const name = NAMES.find((key) => typeof value[key] === "string");
  const rest = Object.entries(value).filter(([key]) => key !== name && key !== "title");
  return `${name === undefined ? "" : String(value[name])}${detail(Object.fromEntries(rest))}`;
}

function detail(value: unknown): string {
  if (!isMap(value)) return ` ${inline(value)}`;
  const parts = Object.entries(value)
    .filter(([key]) => !["aliases", "deny", "require", "na", "required"].includes(key))
    .map(([key, inner]) => `${key} ${inline(inner)}`);
  return parts.length === 0 ? "" : ` (${parts.join("; ")})`;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
