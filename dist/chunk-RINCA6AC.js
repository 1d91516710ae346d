import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  suggest
} from "./chunk-P6TVZRK3.js";

// src/cli/usage-error.ts
var UsageError = class extends Error {
  help;
  /** `message` is one sentence without its full stop. */
  constructor(message, help = null) {
    super(message);
    this.name = "UsageError";
    this.help = help;
  }
};
var NAMED = 12;
function unknownName(kind, name, known, where = "") {
  const meant = suggest(name, known);
  const shown = known.slice(0, NAMED).map((one) => `\`${one}\``);
  const more = known.length > NAMED ? ` and ${known.length - NAMED} more` : "";
  const all = `there ${known.length === 1 ? "is" : "are"} ${shown.join(", ")}${more}`;
  const help = meant === null ? all : `did you mean \`${meant}\`? (${all})`;
  return new UsageError(`there is no ${kind} \`${name}\`${where}`, help);
}

export {
  UsageError,
  unknownName
};
