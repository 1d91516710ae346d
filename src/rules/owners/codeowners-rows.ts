import { placeIn } from "../../model/place.ts";
import type { FactReader } from "../../model/ports.ts";
import { fillIn } from "../../model/service.ts";
import type { RuleContext } from "../define-rule.ts";
import { warned } from "../findings.ts";
import { fileMissing, firstThere, type Refused, refuse, topOf } from "../reading/readiness.ts";
import { type Codeowners, lineFor, parseCodeowners } from "./codeowners.ts";
import type { RoleDemand } from "./options.ts";
import type { OwnerRow, OwnerRows } from "./owner-row.ts";

/** Where GitHub looks, in its order; the first that exists is the one. */
const PATHS = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

/** No file has this name: it stands for whatever lies in a folder and has no owner of its own. */
const ANY_FILE = "_";

/**
 * Roles as CODEOWNERS of the base branch gives them: each is held by the owner of its path, by
 * default of the service's folder. The head's version is the author's own word.
 */
export function codeownersRows(
  facts: FactReader<"file">,
  roles: readonly RoleDemand[],
  context: RuleContext,
): null | Refused | OwnerRows {
  const found = firstThere(facts, PATHS, "base");
  if (found === null) return null;
  const { path, fact } = found;
  if (fact.state !== "file") {
    const gone = fileMissing(path, fact.state);
    return refuse({
      ...gone,
      problem: `${gone.problem} on the base branch`,
      remedy: "add it on the base branch; on a checkout name that branch with `--base <ref>`",
    });
  }
  const codeowners = parseCodeowners(fact.file.text);
  const pathOf = (role: RoleDemand) => fillIn(role.path ?? "{path}/", context.service);
  const byRole = new Map(roles.map((role) => [role.role, pathOf(role)]));
  return {
    rows: roles.flatMap((role) => rowFor(codeowners, role.role, pathOf(role), path)),
    home: topOf(path),
    line: (role) => `/${byRole.get(role) ?? ""} @<login>`,
    remarks: codeowners.ignored.map(({ line, why }) =>
      warned({
        code: "OWNERS-CODEOWNERS-LINE",
        problem: `GitHub ignores line ${line} of \`${path}\`: ${why}`,
        remedy: "correct the line on the base branch",
        at: { file: path, line, column: 1 },
        item: `line ${line}`,
      }),
    ),
  };
}

function rowFor(codeowners: Codeowners, role: string, target: string, path: string): OwnerRow[] {
  const isFolder = target === "" || target.endsWith("/");
  const line = lineFor(codeowners, isFolder ? `${target}${ANY_FILE}` : target);
  if (line === null) return [];
  const at = placeIn(path, { line: line.line, column: 1 });
  const owner = { text: line.owners.join(" "), at };
  return [{ role, at, owner, backup: null, escalation: null }];
}
