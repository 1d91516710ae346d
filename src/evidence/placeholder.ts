/**
 * The first placeholder of a text, as it stands there: `<…>`, `TODO`, `TBD`, `FIXME`, "lorem
 * ipsum", "replace me", `YYYY-MM-DD`. Not what stands between backticks: commands take arguments.
 */
export function findPlaceholder(_text: string): string | null {
  throw new Error("not built yet");
}
