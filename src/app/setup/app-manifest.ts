import { readFileSync } from "node:fs";
import { isMap, isScalar, isSeq, parseDocument, type Scalar } from "yaml";
import { templatesFolder } from "../../worktree/template-files.ts";

/** Something the app asks for, and why. */
export interface Asked {
  readonly name: string;
  /** `read` or `write`; of an event `null`. */
  readonly access: string | null;
  readonly reason: string;
}

export interface AppTemplate {
  readonly permissions: readonly Asked[];
  readonly events: readonly Asked[];
  /** As GitHub takes it, but for the addresses. */
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** `templates/app.yml`; its comments are the reasons. */
export function readAppTemplate(): AppTemplate {
  const document = parseDocument(readFileSync(`${templatesFolder()}/app.yml`, "utf8"));
  const { default_permissions: permissions, default_events: events } = document.contents
    ? entriesOf(document.contents)
    : {};
  if (!isMap(permissions) || !isSeq(events)) throw new Error("`templates/app.yml` is incomplete");
  return {
    permissions: permissions.items.map(({ key, value }) => asked(key, value)),
    events: events.items.map((event) => asked(event, null, event)),
    manifest: document.toJS() as Record<string, unknown>,
  };
}

function entriesOf(map: unknown): Readonly<Record<string, unknown>> {
  if (!isMap(map)) return {};
  return Object.fromEntries(map.items.map(({ key, value }) => [textOf(key), value]));
}

function asked(key: unknown, value: unknown, commented: unknown = value): Asked {
  const reason = isScalar(commented) ? ((commented as Scalar).comment ?? "").trim() : "";
  return { name: textOf(key), access: value === null ? null : textOf(value), reason };
}

function textOf(node: unknown): string {
  return isScalar(node) ? String(node.value) : "";
}
