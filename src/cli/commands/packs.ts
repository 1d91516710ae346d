import type { Policy } from "../../model/policy.ts";
import type { PackTemplates } from "../../model/ports.ts";
import { loadPolicy } from "../../policy/load-policy.ts";
import { renderGates } from "../../render/policy.ts";
import { counted } from "../../render/sentence.ts";
import { wrapText } from "../../render/wrap-text.ts";
import { openPacks } from "../../worktree/template-files.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { summaryOfPack } from "../pack-summary.ts";
import type { Terminal } from "../terminal.ts";
import { unknownName } from "../usage-error.ts";

/** The packs that ship with the product, a line each. */
export function listPacks(terminal: Terminal): ExitCode {
  const packs = openPacks();
  const { look } = terminal;
  const rows = packs.ids.map((id) => {
    const { gates } = policyOf(id, packs);
    const rules = gates.reduce((sum, gate) => sum + gate.rules.length, 0);
    const counts = `${counted(gates.length, "gate")}, ${counted(rules, "rule")}`;
    const titles = wrapText(gates.map(({ title }) => title).join(", "), look.width - 2);
    const head = `${look.paint("strong", id)}  ${counts}`;
    const about = wrapText(summaryOfPack(id, packs).description, look.width - 2);
    return [head, ...[...about, ...titles].map((line) => `  ${line}`)].join("\n");
  });
  terminal.print(`${rows.join("\n\n")}\n`);
  terminal.tell("`stage-gates packs show <id>` lists the rules of one.\n");
  return EXIT.pass;
}

/** The gates and rules of one pack, and how to use it. */
export function showPack(id: string, terminal: Terminal): ExitCode {
  const packs = openPacks();
  if (!packs.ids.includes(id)) throw unknownName("pack", id, packs.ids);
  const { look } = terminal;
  const { title, description } = summaryOfPack(id, packs);
  const about = wrapText(description, look.width).map((line) => `${line}\n`);
  terminal.print(`${look.paint("strong", title)}\n${about.join("")}\n`);
  terminal.print(renderGates(policyOf(id, packs).gates, look));
  terminal.tell(`Use it with \`extends: [pack:${id}]\`, or \`stage-gates init --pack ${id}\`.\n`);
  return EXIT.pass;
}

/** A pack as a policy of its own. */
function policyOf(id: string, packs: PackTemplates): Policy {
  const text = `version: 1\nextends: [pack:${id}]\nstages: [{id: any, branches: [any]}]\n`;
  const repository = { name: "stage-gates.yml", text };
  const loaded = loadPolicy({ repository, organization: null, packs, repositoryName: null });
  if (loaded.state === "valid") return loaded.policy;
  const [first] = loaded.problems;
  throw new Error(`the pack \`${id}\` is not valid: ${first?.message}`);
}
