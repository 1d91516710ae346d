/** Writes the command line, for Node 20 and newer, and the action into `dist/`, and the licences of what is in it. */
import { chmodSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle } from "./build/bundle.ts";
import { writeBundle } from "./build/write-bundle.ts";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
writeBundle(dist, await bundle());
chmodSync(`${dist}cli.js`, 0o755);
