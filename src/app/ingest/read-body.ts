import type { IncomingMessage } from "node:http";

/** GitHub sends no larger payload. */
const LARGEST = 25 * 1024 * 1024;
/** What is held in memory of all that is coming in at once. Nobody has shown a signature yet. */
const LARGEST_TOGETHER = 128 * 1024 * 1024;

export type Body =
  | { readonly state: "whole"; readonly bytes: Buffer }
  | { readonly state: "too-large" }
  /** There is too much coming in; GitHub may bring it again. */
  | { readonly state: "too-much" }
  /** The connection ended before the body did. */
  | { readonly state: "cut" };

/** Reads bodies of at most 25 MB, and of all together no more than memory is meant for. */
export class BodyReader {
  #held = 0;

  async read(request: IncomingMessage): Promise<Body> {
    if (Number(request.headers["content-length"] ?? 0) > LARGEST) return { state: "too-large" };
    const chunks: Buffer[] = [];
    let size = 0;
    try {
      // The connection is still needed, to say why it was not read to its end.
      for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        size += chunk.length;
        this.#held += chunk.length;
        if (size > LARGEST) return { state: "too-large" };
        if (this.#held > LARGEST_TOGETHER) return { state: "too-much" };
        chunks.push(chunk);
      }
    } catch {
      return { state: "cut" };
    } finally {
      this.#held -= size;
    }
    return { state: "whole", bytes: Buffer.concat(chunks, size) };
  }
}
