import { GITHUB_ACTIONS } from "../model/context.ts";
import type { Fact } from "../model/fact.ts";
import type { Listed, Promotion, WrittenVerdict } from "../model/protection.ts";
import { fail, ok, type ProtectionFinding, unknown } from "./finding.ts";

export interface OpenPromotions {
  readonly promotions: Fact<Listed<Promotion>>;
  /** When the policy changed last. */
  readonly policyChanged: Fact<number | null>;
  /** Id of the app that writes verdicts. */
  readonly app: number;
}

/** Whether open promotions have a verdict, of one kind. */
export function verdictFindings(
  { promotions, policyChanged, app }: OpenPromotions,
  context: string,
  isOfStage: (branch: string) => boolean,
): readonly ProtectionFinding[] {
  if (promotions.state === "missing") {
    return [
      unknown(
        "verdicts",
        `open pull requests cannot be read: ${promotions.detail}`,
        "add `pull-requests: read` to the token",
      ),
    ];
  }
  const { open, isWhole } = promotions.value;
  const changed = policyChanged.state === "known" ? policyChanged.value : null;
  const own = open.filter(({ base }) => isOfStage(base));
  const found = own.flatMap((promotion) => promotionFindings(promotion, context, app));
  const rest = isWhole
    ? []
    : [
        unknown(
          "verdicts",
          `there are more open pull requests than the ${open.length} that were looked at`,
          "close what is left over",
        ),
      ];
  if (found.length + rest.length > 0 || own.length === 0) return [...found, ...rest];
  const older = olderThan(changed, own, context).map(({ number }) => `#${number}`);
  const stays =
    older.length === 0
      ? ""
      : `; that of ${older.join(", ")} was written before the policy changed, and stays while the verdict is the same`;
  return [ok("verdicts", `every open promotion has \`${context}\`${stays}`)];
}

function promotionFindings(
  { number, verdicts }: Promotion,
  context: string,
  app: number,
): readonly ProtectionFinding[] {
  if (verdicts.state === "missing") {
    const problem = `what was written to the head of #${number} cannot be read: ${verdicts.detail}`;
    const remedy = "add `statuses: read` and `checks: read` to the token";
    return [unknown("verdicts", problem, remedy)];
  }
  const own = verdicts.value.filter((one) => one.context === context);
  const byHand =
    app === GITHUB_ACTIONS
      ? `have it judged: \`gh workflow run stage-gates.yml -f pr=${number}\``
      : `have it judged: comment \`/gate recheck\` on it; if nothing comes, look whether the app ${app} is installed and runs`;
  if (own.length === 0) {
    const problem = `the head of #${number} has no \`${context}\`, though it is open`;
    return [fail("verdict-missing", problem, byHand)];
  }
  const wrong = [
    ...kindsFindings(own, number, context),
    ...(app === GITHUB_ACTIONS ? foreignFindings(own, number, context) : []),
  ];
  return wrong;
}

/** What is written before the policy changed may have been judged since, with nothing to write. */
function olderThan(changed: number | null, own: readonly Promotion[], context: string) {
  if (changed === null) return [];
  return own.filter(({ verdicts }) => {
    const ours = verdicts.state === "known" ? verdicts.value : [];
    const times = ours.filter((one) => one.context === context).map(({ at }) => at ?? 0);
    return Math.max(...times) < changed;
  });
}

function kindsFindings(
  own: readonly WrittenVerdict[],
  number: number,
  context: string,
): readonly ProtectionFinding[] {
  if (new Set(own.map(({ by }) => by)).size < 2) return [];
  const problem = `#${number} has both a status and a check run \`${context}\`: both have to pass, and one may never be written again`;
  const remedy =
    "let either the action or the app judge, and no job be called so; push once to leave the other behind";
  return [fail("both-kinds", problem, remedy)];
}

/** The newest status of the name hides those before it, whoever wrote it. */
function foreignFindings(
  own: readonly WrittenVerdict[],
  number: number,
  context: string,
): readonly ProtectionFinding[] {
  return own
    .filter(({ author, by }) => by === "status" && author !== BOT)
    .map(({ author }) => {
      const problem = `\`${context}\` of #${number} was written by \`${author}\`, not by GitHub Actions`;
      const remedy = `ask \`${author}\` why, and have it judged: \`gh workflow run stage-gates.yml -f pr=${number}\``;
      return fail("verdict-foreign", problem, remedy);
    });
}

/** Under whose name GitHub Actions writes. */
const BOT = "github-actions[bot]";
