const CODE = /`+[^`]*`+/g;
const PLACEHOLDER =
  /<(?!https?:|mailto:|!--|\/|(?:br|hr|a|b|i|p|em|sub|sup|img|kbd|code|details|summary|strong)\b)[^<>\n]{1,120}>|\b(?:TODO|TBD|FIXME)\b|\blorem ipsum\b|\breplace me\b|\bYYYY-MM-DD\b/iu;

/**
 * The first placeholder of a text, as it stands there: `<…>`, `TODO`, `TBD`, `FIXME`, "lorem
 * ipsum", "replace me", `YYYY-MM-DD`. Not what stands between backticks: commands take arguments.
 */
export function findPlaceholder(text: string): string | null {
  return PLACEHOLDER.exec(text.replace(CODE, " "))?.[0] ?? null;
}
