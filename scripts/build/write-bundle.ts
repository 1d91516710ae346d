import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import type { Bundle } from "./bundle.ts";
import { storedPacks } from "./stored-packs.ts";

/** Writes modules, licences and packs; `dist` ends in a slash, and loses all that was in it. */
export function writeBundle(dist: string, { files, licences }: Bundle): void {
  // Modules are named after their contents: nothing would ever replace an old one.
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(`${dist}packs`, { recursive: true });
  for (const { name, contents } of files) writeFileSync(`${dist}${name}`, contents);
  for (const { id, text } of storedPacks()) writeFileSync(`${dist}packs/${id}.json`, text);
  writeFileSync(`${dist}LICENSES.txt`, licences);
}
