import { createVerify } from "node:crypto";
import type { App } from "../world/app.ts";
import { Refusal } from "../world/refusal.ts";
import type { World } from "../world/world.ts";

/** What an app signs may be good for so many seconds. */
const LONGEST = 600;

const UNDECODED = "A JSON web token could not be decoded";

/** Whether a bearer token is one that an app signed, rather than one that GitHub gave out. */
export function isJwt(text: string): boolean {
  return text.split(".").length === 3;
}

/** The app that signed a JSON web token, by the clock of the world; refused in GitHub's words. */
export function appOfJwt(world: World, text: string): App {
  const [head = "", body = "", signature = ""] = text.split(".");
  const { alg } = decoded(head);
  const { iss, iat, exp } = decoded(body);
  const app = world
    .apps()
    .find(({ id, clientId }) => String(id) === String(iss) || clientId === iss);
  if (alg !== "RS256" || app === undefined || app.publicKey === null) throw undecoded();
  const signed = createVerify("RSA-SHA256").update(`${head}.${body}`);
  if (!signed.verify(app.publicKey, signature, "base64url")) throw undecoded();
  const now = Math.floor(world.now / 1000);
  if (!isWhole(iat) || iat > now) {
    throw claim(
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  if (!isWhole(exp) || exp <= now) {
    throw claim(
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (exp > now + LONGEST) throw claim("'Expiration time' claim ('exp') is too far in the future");
  return app;
}

function decoded(part: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below, as any other.
  }
  throw undecoded();
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}

export function undecoded(): Refusal {
  return new Refusal(401, UNDECODED);
}

function claim(message: string): Refusal {
  return new Refusal(401, message);
}
