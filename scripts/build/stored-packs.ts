import { storeYaml } from "../../src/text/yaml/stored-yaml.ts";
import { parseYaml } from "../../src/text/yaml-tree.ts";
import { openPacks } from "../../src/worktree/template-files.ts";

/** The packs, parsed: what they say is known when this is built. */
export function storedPacks(): readonly { readonly id: string; readonly text: string }[] {
  const packs = openPacks();
  return packs.ids.map((id) => {
    const text = packs.read(id)?.text ?? "";
    const parsed = parseYaml(text);
    if (parsed.state !== "parsed" || parsed.root === null) throw new Error(`${id} is no YAML`);
    return { id, text: `${JSON.stringify(storeYaml(text, parsed.root))}\n` };
  });
}
