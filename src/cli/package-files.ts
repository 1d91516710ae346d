import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the installed package: above `dist/cli.js`, or above the sources. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "templates", "packs"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("the package is incomplete: it has no `templates`");
    folder = parent;
  }
  return folder;
}

/** One of the templates that belong to no pack. */
export function readTemplate(name: string): string {
  return readFileSync(join(packageRoot(), "templates", name), "utf8");
}

export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "unknown";
}
