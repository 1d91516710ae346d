import type { AppTemplate, Asked } from "./app-manifest.ts";

/** What a person has told of where the app will be. */
export interface Wanted {
  /** Where GitHub reaches it: `https://gates.acme.test`. */
  readonly url: string;
  /** Organization that owns it; "" is the person who registers it. */
  readonly organization: string;
}

const STYLE =
  ":root{color-scheme:light dark}*{box-sizing:border-box}table{width:100%;margin-bottom:1rem}" +
  "td,th{vertical-align:top}td:first-child{font-family:ui-monospace,monospace;font-size:.9em}" +
  "@media(max-width:36rem){thead{display:none}tr,td{display:block}tr{margin-bottom:.6rem}}" +
  "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}" +
  "label{display:block;margin:1rem 0}input{display:block;width:100%;font:inherit;padding:.4rem}" +
  "button{font:inherit;padding:.5rem 1rem}th,td{text-align:left;padding:.2rem 1rem .2rem 0}";

/** Asks where the app will be. */
export function askPage(problem: string | null, given: Wanted): string {
  const told =
    problem === null ? "" : `<p role="alert"><strong>${escapeHtml(problem)}</strong></p>`;
  return frame(
    `<p>Nothing says which app this is, so it is set up now: you register an app of your own on
GitHub, and what it signs in with is kept on this machine.</p>${told}
<form method="get">
<label>Address at which GitHub reaches this service, such as https://gates.example.com
<input name="url" type="url" required value="${escapeHtml(given.url)}"></label>
<label>Organization that owns the app; empty for yourself
<input name="organization" value="${escapeHtml(given.organization)}"></label>
<button>Go on</button></form>`,
  );
}

/** Shows what will be asked for, and sends the manifest to GitHub when the person agrees. */
export function agreePage(
  action: string,
  manifest: string,
  { permissions, events }: AppTemplate,
): string {
  return frame(
    `<p>The app asks for no more than this:</p>
<table><thead><tr><th scope="col">Permission</th><th scope="col">Access</th><th scope="col">For</th></tr></thead>
<tbody>${permissions.map(permissionRow).join("\n")}</tbody></table>
<p>and is told of these events:</p>
<table><thead><tr><th scope="col">Event</th><th scope="col">For</th></tr></thead>
<tbody>${events.map(eventRow).join("\n")}</tbody></table>
<form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="manifest" value="${escapeHtml(manifest)}">
<button>Register the app on GitHub</button></form>`,
  );
}

/** For the browser to be told what a page may do: nothing but send the form there. */
export function pagePolicy(github: string): string {
  return `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${github}; frame-ancestors 'none'; base-uri 'none'`;
}

function permissionRow({ name, access, reason }: Asked): string {
  return `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(access ?? "")}</td><td>${escapeHtml(reason)}</td></tr>`;
}

function eventRow({ name, reason }: Asked): string {
  return `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(reason)}</td></tr>`;
}

function frame(content: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Set up stage-gates</title>
<style>${STYLE}</style></head><body><h1>Set up stage-gates</h1>
${content}</body></html>\n`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
  };
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
}
