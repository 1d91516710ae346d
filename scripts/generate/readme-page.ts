import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { PERMISSIONS } from "../../src/protection/workflow-permissions.ts";
import { renewBlock } from "./renew-block.ts";
import { table } from "./settings-table.ts";

const PATH = "README.md";

type Described = Readonly<Record<string, { readonly description: string }>>;

/** What the README says of files and tables of the action is taken from them. */
export async function readmePage(): Promise<Map<string, string>> {
  const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");
  const workflow = await read("templates/workflow.yml");
  const { inputs, outputs } = parse(await read("action.yml")) as {
    readonly inputs: Described;
    readonly outputs: Described;
  };
  const blocks = {
    workflow: `\`\`\`yaml\n${workflow}\`\`\``,
    permissions: permissionsTable(workflow),
    inputs: `${describedTable("Input", inputs)}\n\n${describedTable("Output", outputs)}`,
  };
  const text = Object.entries(blocks).reduce(
    (page, [name, block]) => renewBlock(page, block, { path: PATH, name }),
    await read(PATH),
  );
  return new Map([[PATH, text]]);
}

/** What each is for, as the workflow says; what happens without it, as `doctor` says. */
function permissionsTable(workflow: string): string {
  return table(
    ["Permission", "What for", "Without it"],
    PERMISSIONS.map(({ name, level, otherwise }) => {
      const [, reason] = new RegExp(`^ +${name}: ${level} # (.+)$`, "m").exec(workflow) ?? [];
      if (reason === undefined) throw new Error(`the workflow gives no reason for \`${name}\``);
      return [`\`${name}: ${level}\``, reason, otherwise];
    }),
  );
}

function describedTable(head: string, entries: Described): string {
  const rows = Object.entries(entries).map(([name, { description }]) => [
    `\`${name}\``,
    description,
  ]);
  return table([head, "Meaning"], rows);
}
