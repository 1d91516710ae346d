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

  /** By events: a burst is read in less time so than by iterating. */
  read(request: IncomingMessage): Promise<Body> {
    if (Number(request.headers["content-length"] ?? 0) > LARGEST) {
      return Promise.resolve({ state: "too-large" });
    }
    return new Promise((resolve) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const end = (body: Body) => {
        request.off("data", take).off("end", finish).off("close", cut).off("error", cut).pause();
        this.#held -= size;
        resolve(body);
      };
      const take = (chunk: Buffer) => {
        size += chunk.length;
        this.#held += chunk.length;
        if (size > LARGEST) end({ state: "too-large" });
        else if (this.#held > LARGEST_TOGETHER) end({ state: "too-much" });
        else chunks.push(chunk);
      };
      const finish = () => end({ state: "whole", bytes: Buffer.concat(chunks, size) });
      const cut = () => end({ state: "cut" });
      request.on("data", take).on("end", finish).on("close", cut).on("error", cut);
    });
  }
}
