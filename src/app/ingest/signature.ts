import { createHmac, timingSafeEqual } from "node:crypto";

/** As GitHub writes `X-Hub-Signature-256`. The older `X-Hub-Signature` is SHA-1, and not taken. */
const SIGNATURE = /^sha256=([0-9a-f]{64})$/;

/**
 * Whether one of the secrets signed these bytes. Several are for the time in which a secret is
 * replaced: the old one is dropped once nothing comes signed with it.
 */
export function isSigned(
  body: Uint8Array,
  header: string | undefined,
  secrets: readonly string[],
): boolean {
  const [, hex] = SIGNATURE.exec(header ?? "") ?? [];
  if (hex === undefined) return false;
  const given = Buffer.from(hex, "hex");
  // All are tried: how long it takes tells nothing of which of them it was.
  return secrets
    .map((secret) => timingSafeEqual(createHmac("sha256", secret).update(body).digest(), given))
    .includes(true);
}
