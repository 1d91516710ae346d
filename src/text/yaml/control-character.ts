import type { YamlProblem } from "../yaml-tree.ts";

// Everything YAML calls unprintable: controls but tab and line ends, and lone surrogates.
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

export function findControlCharacter(
  text: string,
): (Omit<YamlProblem, "at"> & { readonly offset: number }) | null {
  const found = UNPRINTABLE.exec(text);
  if (found === null) return null;
  const name = `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return {
    code: "yaml-control-character",
    message: `the control character ${name} cannot stand in YAML`,
    length: 1,
    help: "save the file as UTF-8 text without control characters",
    related: null,
    offset: found.index,
  };
}
