import { bundle } from "../scripts/build/bundle.ts";

const LOADED = /(?:from|import)\s*\(?\s*"\.\/([^"]+\.js)"/g;

/** Of the action and of all that it may load, where there is no proxy; in bytes. */
export async function actionSize(): Promise<number> {
  const { files } = await bundle();
  const texts = new Map(
    files.map(({ name, contents }) => [name, new TextDecoder().decode(contents)]),
  );
  const reached = new Set(["action.js"]);
  for (const name of reached) {
    for (const [, other = ""] of texts.get(name)?.matchAll(LOADED) ?? []) {
      if (!other.startsWith("undici-")) reached.add(other);
    }
  }
  return files
    .filter(({ name }) => reached.has(name))
    .reduce((sum, { contents }) => sum + contents.length, 0);
}
