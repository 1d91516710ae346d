import type { FactKinds } from "../../model/fact.ts";
import type { FactReader } from "../../model/ports.ts";
import { warned } from "../findings.ts";
import { type FoundDate, findDate } from "./find-date.ts";
import type { DateSetting } from "./options.ts";
import type { ScheduleFinding, Scope } from "./scope.ts";

/**
 * Told where a day that calls for something lies ahead, and had passed on base: whoever moves it
 * puts off all that is due since. It warns, since what slips is written down late as a rule.
 */
export function postponed(
  scope: Scope,
  setting: DateSetting,
  day: FoundDate,
): readonly ScheduleFinding[] {
  const before = findDate({ ...scope, facts: onBase(scope.facts) }, setting);
  if (before === null || "findings" in before) return [];
  const { time } = scope.context;
  if (time.isAhead(before.day)) return [];
  return [
    warned({
      code: "SCHEDULE-POSTPONED",
      problem: `${day.name} is ${day.day}, which lies ahead; on the base branch it was ${before.day}, so what is due since then is put off`,
      remedy: `put \`${before.day}\` back, unless it has not happened after all`,
      at: day.at,
      item: day.item,
    }),
  ];
}

/** What is on base stands for the evidence. */
function onBase(facts: FactReader<"file">): FactReader<"file"> {
  return {
    read(kind, about: FactKinds["file"]["request"]) {
      return facts.read(kind, { ...about, revision: "base" });
    },
  };
}
