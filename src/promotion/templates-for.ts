import type { Policy } from "../model/policy.ts";
import type { PackTemplates, TemplateFile } from "../model/ports.ts";

/** What missing files start from: the skeletons of the packs whose gates the policy has. */
export function templatesFor(policy: Policy, packs: PackTemplates): readonly TemplateFile[] {
  const files = policy.gates.flatMap(({ at, rules }) => [at, ...rules.map((rule) => rule.at)]);
  const used = new Set(files.map(({ file }) => file));
  return packs.ids
    .filter((id) => used.has(`pack:${id}`))
    .flatMap((id) => {
      const readiness = packs.readiness(id);
      const document = readiness === null ? [] : [{ path: "READINESS.md", text: readiness }];
      return [...packs.skeletons(id), ...document];
    });
}
