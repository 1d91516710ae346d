import { dataAt } from "../../github/answer-data.ts";
import type { Mark } from "../../store/work.ts";
import { type Subject, subjectText } from "../subject.ts";
import type { Arrival, Journalled } from "./arrival.ts";
import { forgeryIn } from "./forgery-in.ts";
import { subjectsOf } from "./subjects-of.ts";

/**
 * What touches all is not in a hurry, and waits where the budget is low. What verdicts rest on is: a pass
 * may have to be taken back, and to find out whose asks GitHub nothing.
 */
const BACKGROUND: ReadonlySet<Subject["kind"]> = new Set(["repository", "installation", "audit"]);

/**
 * What an event asks to look at again. It is only a hint: everything is read afresh, so that order,
 * doubles and what the payload claims make no difference.
 *
 * @param app whose own check runs are no news
 * @param debounce how long to wait for more, in milliseconds: one look answers all that a push brings
 */
export function journalled(
  arrival: Arrival,
  { app, debounce }: { readonly app: number; readonly debounce: number },
): Journalled {
  const { guid, event, payload, receivedAt, size } = arrival;
  const text = (...path: readonly string[]) => {
    const value = dataAt(payload, ...path);
    return typeof value === "string" && value !== "" ? value : null;
  };
  const id = dataAt(payload, "installation", "id");
  const installation = Number.isSafeInteger(id) ? (id as number) : null;
  const repository = text("repository", "full_name");
  const subjects = installation === null ? [] : subjectsOf(event, payload, app);
  return {
    forgery: forgeryIn(event, payload, app),
    delivery: {
      ...{ guid, event, action: text("action"), installation, repository, receivedAt, size },
    },
    marks: subjects.flatMap((subject) => {
      const isOfInstallation = subject.kind === "installation";
      if (installation === null || (repository === null && !isOfInstallation)) return [];
      return [
        {
          installation,
          repository: isOfInstallation ? "" : (repository ?? ""),
          subject: subjectText(subject),
          readyAt: receivedAt + debounce,
          lane: BACKGROUND.has(subject.kind) ? "background" : "prompt",
        } satisfies Mark,
      ];
    }),
  };
}
