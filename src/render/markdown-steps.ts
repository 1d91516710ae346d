import type { ListItem, RootContent } from "mdast";
import type { NextStep, Verdict } from "../model/verdict.ts";
import type { Links } from "./links.ts";
import { placeNodes } from "./markdown-gate.ts";
import { bullet, bullets, code, fold, paragraphOf, prose, strong, words } from "./markdown-text.ts";
import { stepsByWhom } from "./outline.ts";
import { counted } from "./sentence.ts";

/** People, and steps of each; the remedies stand with the findings. */
const PEOPLE = 20;
const STEPS = 10;

/** The steps of each person together. Where they are all for one, the findings above say as much. */
export function stepsFold({ next }: Verdict, links: Links): RootContent[] {
  const people = stepsByWhom(next);
  if (people.length < 2) return [];
  const items = people.slice(0, PEOPLE).map(([who, count]) => {
    const name = who === null ? words("Whoever opened the pull request") : code(who);
    const steps = next
      .filter((step) => step.who === who)
      .slice(0, STEPS)
      .map((step) => stepItem(step, links));
    const more = count - steps.length;
    const rest = more > 0 ? [bullet([paragraphOf(words(`${counted(more, "step")} more`))])] : [];
    const title = paragraphOf(strong(name), words(`: ${counted(count, "step")}`));
    return bullet([title, bullets([...steps, ...rest])]);
  });
  const unseen = people.length - items.length;
  const last =
    unseen > 0 ? [bullet([paragraphOf(words(`${counted(unseen, "person")} more`))])] : [];
  return fold("Steps, person by person", [bullets([...items, ...last])]);
}

function stepItem({ problem, at, service }: NextStep, links: Links): ListItem {
  const of = service === null ? [] : [code(service), words(" · ")];
  return bullet([paragraphOf(...of, ...prose(problem), ...placeNodes(at, links))]);
}
