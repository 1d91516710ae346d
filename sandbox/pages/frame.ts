import type { HostedRepository } from "../world/hosted-repository.ts";
import { type Html, html } from "./html.ts";
import { icon } from "./icons.ts";

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** What it is a page of. */
  readonly repository?: HostedRepository;
  /** The tab that is open. */
  readonly tab?: "pulls" | "issues";
}

/** A whole page around its body. */
export function frame({ title, body, repository, tab }: Page): string {
  const page = html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${title}</title>
<link rel="stylesheet" href="/assets/sandbox.css">
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header class="top">
<a class="mark" href="/">${icon("repository")} <span>sandbox</span></a>
${repository !== undefined && nameOf(repository)}
<span class="note">a GitHub on this machine, not github.com</span>
</header>
${repository !== undefined && tabs(repository, tab)}
<main id="content">${body}</main>
</body>
</html>`;
  return `<!doctype html>\n${page.html}\n`;
}

function nameOf({ owner, name, fullName, isPrivate }: HostedRepository): Html {
  return html`<nav class="name" aria-label="Repository">${owner} <span class="slash">/</span> <a href="/${fullName}/pulls">${name}</a>
<span class="badge">${isPrivate ? "Private" : "Public"}</span></nav>`;
}

function tabs(repository: HostedRepository, open: Page["tab"]): Html {
  const isOpen = ({ state }: { readonly state: string }) => state === "open";
  const pulls = repository.pulls().filter(isOpen).length;
  const issues = [...repository.issues.values()].filter(isOpen).length - pulls;
  const tab = (to: NonNullable<Page["tab"]>, label: Html, count: number) =>
    html`<a href="/${repository.fullName}/${to}"${open === to && html` aria-current="page"`}>${label} <span class="count">${count}</span></a>`;
  return html`<nav class="tabs" aria-label="Sections">
${tab("issues", html`${icon("issue")} Issues`, issues)}
${tab("pulls", html`${icon("pull")} Pull requests`, pulls)}
</nav>`;
}
