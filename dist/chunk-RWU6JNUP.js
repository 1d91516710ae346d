import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/cli/package-files.ts
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
function packageRoot() {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "templates", "packs"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("the package is incomplete: it has no `templates`");
    folder = parent;
  }
  return folder;
}
function readTemplate(name) {
  return readFileSync(join(packageRoot(), "templates", name), "utf8");
}
function packageVersion() {
  const manifest = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "unknown";
}

export {
  readTemplate,
  packageVersion
};
