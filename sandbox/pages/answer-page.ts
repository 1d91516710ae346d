import { readFileSync } from "node:fs";
import type { HostedRepository } from "../world/hosted-repository.ts";
import type { World } from "../world/world.ts";
import { conversationPage } from "./conversation-page.ts";
import { editorPage, filePage } from "./file-page.ts";
import { frame, type Page } from "./frame.ts";
import { html } from "./html.ts";
import { homePage, listPage } from "./list-page.ts";

/** An answer to a browser. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Nothing runs, nothing is loaded from elsewhere, nothing is sent. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

/** What a person sees at an address that is none of the API. */
export async function answerPage(world: World, url: URL): Promise<PageAnswer> {
  if (url.pathname === "/assets/sandbox.css") {
    const text = readFileSync(new URL("./stylesheet.css", import.meta.url), "utf8");
    return {
      status: 200,
      headers: { ...HEADERS, "content-type": "text/css; charset=utf-8" },
      text,
    };
  }
  const found = await pageAt(world, url);
  const page = found ?? NOTHING;
  const headers = { ...HEADERS, "content-type": "text/html; charset=utf-8" };
  return { status: found === null ? 404 : 200, headers, text: frame(page) };
}

const NOTHING: Page = {
  title: "Not found",
  body: html`<h1>There is nothing at this address</h1><p><a href="/">All repositories</a></p>`,
};

async function pageAt(world: World, { pathname, searchParams }: URL): Promise<Page | null> {
  const [owner = "", name = "", section = "pulls", ...rest] = partsOf(pathname);
  if (owner === "") return homePage(world.repositories());
  const repository = world.find(`${owner}/${name}`);
  if (repository === null) return null;
  if (section === "pulls" || section === "issues") {
    const [number] = rest;
    if (section === "issues" && number !== undefined) return one(world, repository, number);
    const state = searchParams.get("state") === "closed" ? "closed" : "open";
    return listPage(world, repository, { tab: section, state });
  }
  if (section === "pull") return one(world, repository, rest[0] ?? "");
  if (section === "blob") return filePage(repository, rest.join("/"));
  if (section === "edit" || section === "new") {
    return editorPage(repository, { rest: rest.join("/"), query: searchParams });
  }
  return null;
}

async function one(world: World, repository: HostedRepository, number: string) {
  const issue = repository.issues.get(Number(number));
  return issue === undefined ? null : conversationPage(world, repository, issue);
}

function partsOf(pathname: string): readonly string[] {
  try {
    return pathname
      .split("/")
      .filter((part) => part !== "")
      .map(decodeURIComponent);
  } catch {
    return ["-"];
  }
}
