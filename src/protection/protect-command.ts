import { GITHUB_ACTIONS } from "../model/context.ts";

/** Makes the ruleset that puts it right, for the app that writes the verdict. */
export function protectCommand(app: number): string {
  const option = app === GITHUB_ACTIONS ? "" : ` --app ${app}`;
  return `stage-gates protect${option}`;
}
