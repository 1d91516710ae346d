const LAST_KEY = /^(?:(.*)\.)?([^.[\]"]+)$/;

/** How a value of data is written down; `null` for what has no key: an entry of a list, the whole file. */
export function keyLine(
  path: string,
  value: string,
): { readonly line: string /** ` under …`, or nothing. */; readonly where: string } | null {
  const [, around = "", key = ""] = LAST_KEY.exec(path) ?? [];
  if (key === "") return null;
  return { line: `${key}: ${value}`, where: around === "" ? "" : ` under \`${around}\`` };
}
