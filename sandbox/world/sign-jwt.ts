import { createSign } from "node:crypto";

/** What an app signs to be known as itself, as GitHub asks for it unless other claims are given. */
export function signJwt(
  privateKey: string,
  claims: {
    /** Id of the app, or its client id. */
    readonly iss: number | string;
    /** Milliseconds since 1970. */
    readonly now: number;
    /** Seconds from `now`. */
    readonly issued?: number;
    readonly lasts?: number;
    readonly alg?: string;
  },
): string {
  const { iss, now, issued = 0, lasts = 600, alg = "RS256" } = claims;
  const second = Math.floor(now / 1000);
  const head = encoded({ alg, typ: "JWT" });
  const body = encoded({ iss: String(iss), iat: second + issued, exp: second + lasts });
  const signature = createSign("RSA-SHA256").update(`${head}.${body}`).sign(privateKey);
  return `${head}.${body}.${signature.toString("base64url")}`;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
