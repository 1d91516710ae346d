import type { Ruleset } from "../../world/protection.ts";
import { nodeId } from "./addresses.ts";
import type { Shaping } from "./issue.ts";

export function rulesetShape(ruleset: Ruleset, { repository, at }: Shaping) {
  const { id, name, enforcement, include, exclude, rules, bypass } = ruleset;
  return {
    id,
    name,
    target: "branch",
    source_type: "Repository",
    source: repository.fullName,
    enforcement,
    bypass_actors: bypass,
    node_id: nodeId("Ruleset", id),
    _links: {
      self: { href: `${at.api}/repos/${repository.fullName}/rulesets/${id}` },
      html: { href: `${at.html}/${repository.fullName}/rules/${id}` },
    },
    conditions: { ref_name: { include, exclude } },
    rules,
  };
}
