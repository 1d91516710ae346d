import type { FileFact } from "../model/fact.ts";

/**
 * The files read last, by blob: the same text is one object for everybody, and what was made of it
 * once (a document, a policy) stays beside that object. Whoever asks has read the text first: nobody
 * is shown here what GitHub would not show them.
 */
export class RecentFiles {
  readonly #most: number;
  /** Oldest use first. */
  readonly #files = new Map<string, FileFact>();
  #size = 0;

  /** @param most characters that are kept; what is made of them takes many times as much. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The object of this content. `file` is of this blob: its id was compared. */
  keep(blob: string, file: FileFact): FileFact {
    const known = this.#files.get(blob);
    const kept = known ?? file;
    if (known === undefined) this.#size += sizeOf(file);
    else this.#files.delete(blob);
    this.#files.set(blob, kept);
    for (const [oldest, unused] of this.#files) {
      if (this.#size <= this.#most) break;
      this.#files.delete(oldest);
      this.#size -= sizeOf(unused);
    }
    return kept;
  }
}

function sizeOf(file: FileFact): number {
  return file.state === "file" ? file.file.text.length : 100;
}
