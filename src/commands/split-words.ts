import { parseArgsStringToArgv } from "string-argv";

export interface Words {
  readonly positional: readonly string[];
  /** Without their dashes, as typed otherwise; in order, also twice the same. */
  readonly options: readonly { readonly name: string; readonly value: string | null }[];
}

const QUOTED = /("[^"]*"|'[^']*')/;
/** Phones make one dash of two. */
const DASH = /(^|\s)[—–―]+(?=\p{L})/gu;
const OPTION = /^--(\p{L}[^=\s]*)(?:=([\s\S]*))?$/u;

/** Words of a command line; `null` where a quote is not closed. */
export function splitWords(line: string): Words | null {
  const plain = line.replace(/[“”„‟«»]/g, '"').replace(/[‘’‚‛]/g, "'");
  // Every second part stands in quotes.
  const parts = plain.split(QUOTED);
  if (parts.some((part, index) => index % 2 === 0 && /["']/.test(part))) return null;
  const dashed = parts.map((part, index) => (index % 2 === 0 ? part.replace(DASH, "$1--") : part));
  return sorted(parseArgsStringToArgv(dashed.join("")));
}

function sorted(words: readonly string[]): Words {
  const positional: string[] = [];
  const options: { name: string; value: string | null }[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const [, name, value] = OPTION.exec(word) ?? [];
    if (name === undefined) {
      positional.push(word);
      continue;
    }
    const next = words[index + 1];
    if (value === undefined && next !== undefined && !OPTION.test(next)) {
      options.push({ name, value: next });
      index += 1;
    } else options.push({ name, value: value ?? null });
  }
  return { positional, options };
}
