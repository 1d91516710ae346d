import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  renderGates
} from "./chunk-53UKQRKY.js";
import {
  summaryOfPack
} from "./chunk-M25T4SUX.js";
import {
  wrapText
} from "./chunk-QSZG2IW5.js";
import {
  loadPolicy
} from "./chunk-HU7C56Q2.js";
import "./chunk-VZIMIMLZ.js";
import {
  EXIT
} from "./chunk-756SLZBU.js";
import "./chunk-PKZ5FII4.js";
import "./chunk-TH4X3JRS.js";
import {
  counted
} from "./chunk-OBXZQG3I.js";
import "./chunk-UR5HFCGQ.js";
import {
  openPacks
} from "./chunk-GW4FBKY7.js";
import "./chunk-V7XYMT6F.js";
import "./chunk-4T5N5ANP.js";
import "./chunk-OKGOBK43.js";
import "./chunk-2UVS6TJC.js";
import {
  unknownName
} from "./chunk-RINCA6AC.js";
import "./chunk-P6TVZRK3.js";
import "./chunk-JULNA7AP.js";

// src/cli/commands/packs.ts
function listPacks(terminal) {
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
  terminal.print(`${rows.join("\n\n")}
`);
  terminal.tell("`stage-gates packs show <id>` lists the rules of one.\n");
  return EXIT.pass;
}
function showPack(id, terminal) {
  const packs = openPacks();
  if (!packs.ids.includes(id)) throw unknownName("pack", id, packs.ids);
  const { look } = terminal;
  const { title, description } = summaryOfPack(id, packs);
  const about = wrapText(description, look.width).map((line) => `${line}
`);
  terminal.print(`${look.paint("strong", title)}
${about.join("")}
`);
  terminal.print(renderGates(policyOf(id, packs).gates, look));
  terminal.tell(`Use it with \`extends: [pack:${id}]\`, or \`stage-gates init --pack ${id}\`.
`);
  return EXIT.pass;
}
function policyOf(id, packs) {
  const text = `version: 1
extends: [pack:${id}]
stages: [{id: any, branches: [any]}]
`;
  const repository = { name: "stage-gates.yml", text };
  const loaded = loadPolicy({ repository, organization: null, packs, repositoryName: null });
  if (loaded.state === "valid") return loaded.policy;
  const [first] = loaded.problems;
  throw new Error(`the pack \`${id}\` is not valid: ${first?.message}`);
}
export {
  listPacks,
  showPack
};
