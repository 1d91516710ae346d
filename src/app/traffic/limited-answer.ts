import { dataAt } from "../../github/answer-data.ts";

/** Whether GraphQL says that a limit is used up: it does so under the status 200. */
export function isLimitedAnswer(data: unknown): boolean {
  const errors = dataAt(data, "errors");
  return Array.isArray(errors) && errors.some((error) => dataAt(error, "type") === "RATE_LIMITED");
}
