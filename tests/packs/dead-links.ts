import { parseDocument } from "../../src/evidence/parse-document.ts";
import { parseReference, resolvePath } from "../../src/evidence/reference.ts";
import type { Files } from "../support/example-repository.ts";

/** `file: target` of each relative link to no file. Links out of the example are for the reader. */
export function deadLinks(files: Files): string[] {
  const folders = new Set(Object.keys(files).flatMap(foldersAbove));
  return Object.entries(files).flatMap(([path, text]) => {
    if (!path.endsWith(".md")) return [];
    const parsed = parseDocument({ text, blob: path });
    if (parsed.state === "error") return [`${path}: ${parsed.error.code}`];
    return parsed.document.links.flatMap(({ target, text: words }) => {
      const reference = parseReference(target, words);
      if (reference.kind !== "path" || target.startsWith("../claims-triage")) return [];
      const found = resolvePath(path, reference.path);
      const isThere = found !== null && (found in files || folders.has(found.replace(/\/$/, "")));
      return isThere ? [] : [`${path}: ${target}`];
    });
  });
}

function foldersAbove(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
