import { readFile } from "node:fs/promises";
import { z } from "zod";
import { ENVIRONMENT } from "../../src/app/settings.ts";
import { type Asked, readAppTemplate } from "../../src/app/setup/app-manifest.ts";
import type { JsonSchema } from "./json-schemas.ts";
import { renewBlock } from "./renew-block.ts";
import { settingRows, table } from "./settings-table.ts";

const PATH = "docs/operations.md";

/** Settings and permissions of the service, as its code and its template have them. */
export async function operationsPage(): Promise<Map<string, string>> {
  const page = await readFile(new URL(`../../${PATH}`, import.meta.url), "utf8");
  const { permissions, events } = readAppTemplate();
  const blocks: readonly (readonly [string, string])[] = [
    ["settings", environmentTable()],
    ["permissions", askedTable("Permission", permissions)],
    ["events", askedTable("Event", events)],
  ];
  const text = blocks.reduce(
    (page, [name, block]) => renewBlock(page, block, { path: PATH, name }),
    page,
  );
  return new Map([[PATH, text]]);
}

function environmentTable(): string {
  const schema = z.toJSONSchema(ENVIRONMENT, { target: "draft-7", io: "input" }) as JsonSchema;
  const rows = settingRows(schema).map(({ setting, fallback, meaning }) => {
    return [`\`${setting}\``, fallback, meaning];
  });
  return table(["Variable", "Without it", "Meaning"], rows);
}

function askedTable(what: string, all: readonly Asked[]): string {
  const rows = all.map(({ name, access, reason }) => {
    return [`\`${name}${access === null ? "" : `: ${access}`}\``, reason];
  });
  return table([what, "What for"], rows);
}
