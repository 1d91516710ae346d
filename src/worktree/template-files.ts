import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PackTemplates, TemplateFile } from "../model/ports.ts";
import { keepParsedYaml } from "../text/yaml/kept-yaml.ts";
import { restoreYaml, type StoredYaml } from "../text/yaml/stored-yaml.ts";

/** `dist/` where this is bundled, else the folder of this file. */
const HERE = dirname(fileURLToPath(import.meta.url));

const PACK_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The packs that ship with the product, from `templates/packs/<id>/`. An id is only ever compared
 * with those that are there: no path is made from a user's text.
 *
 * @param folder for tests; the `templates` of the installed package unless given.
 */
export function openPacks(folder: string = templatesFolder()): PackTemplates {
  const packs = join(folder, "packs");
  const ids = readdirSync(packs)
    .filter((id) => PACK_ID.test(id) && isFile(join(packs, id, "pack.yml")))
    .sort();
  const read = (id: string, name: string): string | null => {
    const path = join(packs, id, name);
    return ids.includes(id) && isFile(path) ? readFileSync(path, "utf8") : null;
  };
  // They are part of the product: nobody changes them while it runs.
  const skeletons = new Map<string, readonly TemplateFile[]>();
  const below = (id: string) => {
    const known = skeletons.get(id) ?? filesBelow(join(packs, id, "skeletons"));
    skeletons.set(id, known);
    return known;
  };
  return {
    ids,
    read: (id) => {
      const text = read(id, "pack.yml");
      if (text === null) return null;
      recallParsed(id, text);
      return { name: `pack:${id}`, text };
    },
    readiness: (id) => read(id, "readiness.md"),
    skeletons: (id) => (ids.includes(id) ? below(id) : []),
  };
}

/**
 * Parsing a pack takes a fifth of the time of a short judgement, so the build does it and puts the
 * tree beside the modules. A pack that was changed since is parsed anew.
 */
function recallParsed(id: string, text: string): void {
  const path = join(HERE, "packs", `${id}.json`);
  if (!isFile(path)) return;
  // Sound: the build writes it.
  const stored = JSON.parse(readFileSync(path, "utf8")) as StoredYaml;
  if (stored.text === text) keepParsedYaml(text, restoreYaml(stored.root));
}

function filesBelow(folder: string): readonly TemplateFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => isFile(join(folder, path)))
    .map((path) => ({
      path: path.replaceAll("\\", "/"),
      text: readFileSync(join(folder, path), "utf8"),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** Beside `dist/`, into which this is bundled as `dist/cli.js`, else beside `src/`. */
export function templatesFolder(): string {
  const places = [join(HERE, "../templates"), join(HERE, "../../templates")];
  const found = places.find((place) => existsSync(join(place, "packs")));
  if (found === undefined) throw new Error("the package is incomplete: it has no `templates`");
  return found;
}
