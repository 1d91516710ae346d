/** Writes `dist/cli.js`, one file for Node 20 and newer, and the licences of what is in it. */
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundleCli } from "./build/bundle.ts";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const { code, licences } = await bundleCli();
mkdirSync(dist, { recursive: true });
writeFileSync(`${dist}cli.js`, code);
chmodSync(`${dist}cli.js`, 0o755);
writeFileSync(`${dist}cli.js.LICENSES.txt`, licences);
