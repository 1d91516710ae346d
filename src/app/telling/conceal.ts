const CONCEALED = "***";

/** Shapes of what must not be read by others, whoever gave it. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // Tokens of GitHub.
  [/\b(?:gh[a-z]_|github_pat_)\w{10,}/g, CONCEALED],
  // Signed tokens, by which an app signs in.
  [/\beyJ[\w-]{4,}\.[\w-]{4,}\.[\w-]*/g, CONCEALED],
  // Keys, with line ends as they are or as JSON has them; one that is cut off up to the end of its text.
  [
    /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\\.|[^"\\])*?(?:-----END [A-Z ]*PRIVATE KEY-----|(?="|$))/g,
    CONCEALED,
  ],
  // Passwords in addresses, which may hold an `@` themselves.
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/"'`\\]*@/gi, `$1${CONCEALED}@`],
  [/\b(bearer|basic|token) [\w.~+/=-]{8,}/gi, `$1 ${CONCEALED}`],
  [/([?&](?:access_token|client_secret|code|key|password|token)=)[^\s&"'`\\]+/gi, `$1${CONCEALED}`],
];

/** Too short to be looked for: it would blot out words. */
const SHORTEST = 6;

/**
 * Blots out secrets in lines of the log: those that are known, and what has the shape of one.
 *
 * @param known values that must not be in any line, such as settings
 */
export function concealer(known: readonly string[]): (text: string) => string {
  const values = [...new Set(known.flatMap((value) => [value, JSON.stringify(value).slice(1, -1)]))]
    .filter((value) => value.length >= SHORTEST)
    // One may hold another.
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const known = values.reduce((line, value) => line.replaceAll(value, CONCEALED), text);
    return SHAPES.reduce((line, [shape, instead]) => line.replaceAll(shape, instead), known);
  };
}

/** What of the settings is secret, in the forms in which others may repeat it. */
export function secretsIn(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const secrets = (env.WEBHOOK_SECRET ?? "").split(",").map((secret) => secret.trim());
  return [...secrets, env.PRIVATE_KEY ?? "", ...passwordsIn(env.DATABASE_URL ?? "")];
}

function passwordsIn(address: string): readonly string[] {
  if (!URL.canParse(address)) return [address];
  const { password, searchParams } = new URL(address);
  const plain = decoded(password);
  return [password, plain, searchParams.get("password") ?? ""];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
