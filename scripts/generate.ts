import { mkdir, readFile, writeFile } from "node:fs/promises";
import { generatedFiles } from "./generate/generated-files.ts";

/** `npm run generate`: writes schemas and reference pages, and says which of them changed. */
for (const [path, text] of await generatedFiles()) {
  const url = new URL(`../${path}`, import.meta.url);
  const before = await readFile(url, "utf8").catch(() => null);
  if (before === text) continue;
  await mkdir(new URL("./", url), { recursive: true });
  await writeFile(url, text);
  console.log(`${before === null ? "new" : "changed"}: ${path}`);
}
