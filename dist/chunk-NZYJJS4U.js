import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/protection/context.ts
function contextOf(stage) {
  return `stage-gates / ${stage}`;
}

export {
  contextOf
};
