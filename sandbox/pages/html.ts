/** HTML that is safe to put into a page. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | null | undefined | false | readonly Part[];

/** Puts text into HTML: all of it is escaped but what is HTML already. `null` and `false` are nothing. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const all = texts.map(
    (text, index) => `${text}${index < parts.length ? said(parts[index]) : ""}`,
  );
  return { html: all.join("") };
}

/** HTML that somebody else has made safe. */
export function safe(text: string): Html {
  return { html: text };
}

function said(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (typeof part === "string" || typeof part === "number") return escaped(String(part));
  if ("html" in part) return part.html;
  return part.map(said).join("");
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
