/**
 * `npm run build:app -- <folder>`: writes the service, for Node 24, and all it needs into a folder:
 * `dist/app.js` starts it. Nothing of it is committed; it is what the image holds.
 */
import { cpSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { bundleApp } from "./build/bundle.ts";
import { writeBundle } from "./build/write-bundle.ts";

const [folder = "build/app"] = process.argv.slice(2);
const target = resolve(folder);
writeBundle(`${target}/dist/`, await bundleApp());
cpSync(fileURLToPath(new URL("../templates", import.meta.url)), `${target}/templates`, {
  recursive: true,
});
