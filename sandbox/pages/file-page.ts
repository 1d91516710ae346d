import type { HostedRepository } from "../world/hosted-repository.ts";
import type { Page } from "./frame.ts";
import { html } from "./html.ts";
import { icon } from "./icons.ts";

/** A file with numbered lines, so that links to a line lead there. `null`: there is no such file. */
export async function filePage(repository: HostedRepository, rest: string): Promise<Page | null> {
  const found = await refAndPath(repository, rest);
  const entry = found === null ? null : await repository.git.entry(found.sha, found.path);
  const blob = entry?.type === "blob" ? await repository.git.blob(entry.sha) : null;
  if (found === null || blob === null) return null;
  const { ref, path } = found;
  const lines = blob.toString("utf8").replace(/\n$/, "").split("\n");
  const rows = lines.map(
    (line, index) =>
      html`<tr id="L${index + 1}"><td class="line-number">${index + 1}</td><td><code>${line}</code></td></tr>\n`,
  );
  const shown = blob.subarray(0, 8000).includes(0)
    ? "This file is not text."
    : html`<table class="lines"><tbody>${rows}</tbody></table>`;
  const body = html`<h1 class="path">${icon("file")} ${path} <span class="muted">at <code>${ref.slice(0, 40)}</code></span></h1>
<div class="box file">${shown}</div>`;
  return { title: `${path} · ${repository.fullName}`, body, repository };
}

/** What GitHub's editor would open with, for links that pre-fill it. Nothing can be saved here. */
export function editorPage(
  repository: HostedRepository,
  { rest, query }: { readonly rest: string; readonly query: URLSearchParams },
): Page {
  const name = query.get("filename");
  const path = name === null ? rest : `${rest}: ${name}`;
  const body = html`<h1 class="path">${icon("file")} ${path}</h1>
<p class="muted">GitHub’s editor would open here${query.has("value") && ", with this in it"}. The sandbox edits nothing: push to it.</p>
${query.has("value") && html`<pre class="box file">${query.get("value")}</pre>`}`;
  return { title: `Edit ${path} · ${repository.fullName}`, body, repository };
}

/** Branches have slashes too: the longest name that is one wins. */
async function refAndPath(repository: HostedRepository, rest: string) {
  const parts = rest.split("/");
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const ref = parts.slice(0, length).join("/");
    const sha = (await repository.git.branch(ref)) ?? (await ofCommit(repository, ref));
    if (sha !== null) return { ref, sha, path: parts.slice(length).join("/") };
  }
  return null;
}

async function ofCommit({ git }: HostedRepository, ref: string): Promise<string | null> {
  return /^[0-9a-f]{7,40}$/.test(ref) ? git.resolve(ref) : null;
}
