import { placeIn } from "../../model/place.ts";
import { fillIn, type Service } from "../../model/service.ts";
import { headingKey } from "../../text/key.ts";
import { suggest } from "../../text/suggest.ts";
import { errored, failed, noted, pending } from "../findings.ts";
import { topOf } from "../reading/readiness.ts";
import type { DecisionFinding } from "./codes.ts";
import type { DecisionRecord } from "./parse-record.ts";

export interface MissingRecord {
  /** The glob, `{service}` and `{path}` not yet filled in. */
  readonly glob: string;
  readonly service: Service;
  readonly of: string | null;
  readonly otherSubjects: readonly string[];
}

export function missingRecord({
  glob,
  service,
  of,
  otherSubjects,
}: MissingRecord): DecisionFinding {
  const path = fillIn(fileToCreate(glob, of), service);
  const what = of === null ? "" : ` of \`${of}\``;
  const meant = of === null ? null : suggest(of, otherSubjects);
  const seen = otherSubjects.map((subject) => `\`${subject}\``).join(", ");
  const others = seen === "" ? "" : `; there are records of ${seen}`;
  const skeleton = [
    "---",
    `of: ${of ?? "<what is decided>"}`,
    "outcome: <outcome>",
    'decider: "@<login>"',
    "decided: <YYYY-MM-DD>",
    "---",
    "",
    "## Rationale",
    "",
    "<why>",
  ].join("\n");
  return failed({
    code: "DECISION-MISSING",
    problem: `no file that matches \`${fillIn(glob, service)}\` is a decision record${what}${others}`,
    remedy: `${meant === null ? "" : `did you mean \`of: ${meant}\`? Otherwise `}create \`${path}\`:\n\n\`\`\`markdown\n${skeleton}\n\`\`\``,
    paste: skeleton,
    at: topOf(path),
    item: of,
  });
}

/** A path the glob matches, for its usual forms. */
function fileToCreate(glob: string, of: string | null): string {
  const words = headingKey(of ?? "").match(/[\p{L}\p{N}]+/gu) ?? ["decision"];
  return glob
    .replaceAll("**/", "")
    .replace(/\{([^,{}]+),[^{}]*\}/g, "$1")
    .replaceAll(/\*+/g, words.join("-"));
}

export function decidedAhead({ path, decided, fields }: DecisionRecord): DecisionFinding {
  return failed({
    code: "DECISION-FUTURE",
    problem: `\`${path}\` says it was decided on ${decided}, which is still to come`,
    remedy: "put down the day on which it was decided",
    at: placeIn(path, fields.get("decided")?.node.at ?? topOf(path)),
    item: path,
  });
}

export function notApproved({ path }: DecisionRecord, decider: string): DecisionFinding {
  return pending({
    code: "DECISION-UNAPPROVED",
    problem: `\`${path}\` is new and counts once somebody who holds \`${decider}\` approves it`,
    remedy: `somebody who holds \`${decider}\` and did not write this pull request approves it in a review`,
    at: topOf(path),
    asks: decider,
    item: path,
  });
}

export function selfAttested({ path }: DecisionRecord): DecisionFinding {
  return noted({
    code: "DECISION-SELF-ATTESTED",
    problem: `\`${path}\` comes with this pull request, self-attested: nobody else was asked to confirm it`,
    remedy: "set `decider_role` in the policy to have new records approved",
    at: topOf(path),
    item: path,
  });
}

export function changeIgnored(path: string): DecisionFinding {
  return noted({
    code: "DECISION-CHANGED-IGNORED",
    problem: `this pull request changes or deletes \`${path}\`; it counts as it stands on the base branch`,
    remedy: "to decide anew, add a record with a later date",
    at: topOf(path),
    item: path,
  });
}

export function supersedesNothing(
  { path, supersedes }: DecisionRecord,
  isSuperseded: (text: string) => boolean,
): readonly DecisionFinding[] {
  return supersedes
    .filter(({ text }) => !isSuperseded(text))
    .map(({ text, at }) =>
      noted({
        code: "DECISION-SUPERSEDES-NOTHING",
        problem: `\`${path}\` supersedes \`${text}\`, which is no earlier record of the same subject`,
        remedy: "name the file of the earlier record, or leave `supersedes` out",
        at: placeIn(path, at),
        item: path,
      }),
    );
}

export function unknownRole(role: string): DecisionFinding {
  return errored({
    code: "DECISION-UNKNOWN-ROLE",
    problem: `the policy has no role \`${role}\``,
    remedy: `add \`${role}\` under \`roles\` in the policy, or name one that is there`,
    item: role,
  });
}
