import type { App } from "../world/app.ts";
import { suspended } from "../world/issued-tokens.ts";
import { Refusal } from "../world/refusal.ts";
import type { Token } from "../world/token.ts";
import type { World } from "../world/world.ts";
import { appOfJwt, isJwt } from "./app-jwt.ts";
import type { Asker } from "./rate-limits.ts";

/** As whom a request is made, or why as nobody. */
export interface Credential {
  readonly token: Token | null;
  /** The text that the token was given as. */
  readonly secret: string | null;
  /** The app that signed it as itself. */
  readonly jwt: App | null;
  readonly refusal: Refusal | null;
}

const NOBODY: Credential = { token: null, secret: null, jwt: null, refusal: null };

export function credentialIn(world: World, header: string | undefined): Credential {
  if (header === undefined) return NOBODY;
  const secret = header.replace(/^(token|bearer) /i, "");
  if (isJwt(secret)) return signed(world, secret);
  const token = world.token(secret);
  const isOver = token?.kind === "app" && token.expires <= world.now;
  if (token === null || isOver) return { ...NOBODY, refusal: new Refusal(401, "Bad credentials") };
  const isSuspended = token.kind === "app" && (token.installation?.suspended ?? null) !== null;
  return { ...NOBODY, token, secret, refusal: isSuspended ? suspended() : null };
}

function signed(world: World, text: string): Credential {
  try {
    return { ...NOBODY, jwt: appOfJwt(world, text) };
  } catch (error) {
    if (error instanceof Refusal) return { ...NOBODY, refusal: error };
    throw error;
  }
}

export function askerOf(token: Token | null, jwt: App | null): Asker {
  return jwt === null ? token : { kind: "jwt", app: jwt };
}
