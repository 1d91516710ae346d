/** Writes the command line, for Node 20 and newer, and the action into `dist/`, and the licences of what is in it. */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle } from "./build/bundle.ts";
import { storedPacks } from "./build/stored-packs.ts";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const { files, licences } = await bundle();
// Modules are named after their contents: nothing would ever replace an old one.
rmSync(dist, { recursive: true, force: true });
mkdirSync(`${dist}packs`, { recursive: true });
for (const { name, contents } of files) writeFileSync(`${dist}${name}`, contents);
for (const { id, text } of storedPacks()) writeFileSync(`${dist}packs/${id}.json`, text);
chmodSync(`${dist}cli.js`, 0o755);
writeFileSync(`${dist}LICENSES.txt`, licences);
