import type { IncomingMessage } from "node:http";

/** Bytes a request may have. */
const LARGEST = 16 * 1024 * 1024;

/** The body as JSON: `undefined` where there is none, `null` where it is no JSON or too large. */
export async function readBody(
  request: IncomingMessage,
): Promise<{ readonly value: unknown } | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST) return null;
    parts.push(part);
  }
  if (size === 0) return { value: undefined };
  try {
    return { value: JSON.parse(Buffer.concat(parts).toString("utf8")) };
  } catch {
    return null;
  }
}
