import { type Answers, STAGE } from "./answers.ts";

/** The policy template with the answers filled in. */
export function policyText(template: string, answers: Answers): string {
  const fillings: Readonly<Record<string, string>> = {
    "<pack>": `pack:${answers.pack ?? ""}`,
    "<stage>": STAGE,
    "<branch>": scalar(answers.branch),
    "<approvers>": roleText(answers.approvers),
    "<services>": servicesText(answers.services),
  };
  return Object.entries(fillings).reduce(
    (text, [placeholder, filling]) => text.replace(placeholder, () => filling),
    template,
  );
}

/** The workflow template for the branch answered; the template itself is for `production`. */
export function workflowText(template: string, branch: string): string {
  return template.replaceAll("branches: [production]", () => `branches: [${scalar(branch)}]`);
}

function roleText(approvers: readonly string[]): string {
  if (approvers.length === 0) return "{permission: admin}";
  const names = approvers.map((name) => name.replace(/^@/, ""));
  const users = names.filter((name) => !name.includes("/"));
  const teams = names.filter((name) => name.includes("/"));
  const parts = [
    ...(users.length === 0 ? [] : [`users: [${users.map(scalar).join(", ")}]`]),
    ...(teams.length === 0 ? [] : [`teams: [${teams.map(scalar).join(", ")}]`]),
  ];
  return `{${parts.join(", ")}}`;
}

function servicesText(glob: string | null): string {
  if (glob === null) return "";
  const from = `  from: ${JSON.stringify(glob)}`;
  return `\nservices:\n${from}                       # every folder is a service named after it\n  readiness: "{path}/READINESS.md"\n  ungoverned: ["docs/**", "*.md"]\n`;
}

/** Plain where YAML could not take it for anything but text. */
function scalar(text: string): string {
  return /^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
