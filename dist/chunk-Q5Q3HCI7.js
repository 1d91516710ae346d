import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/cli/progress.ts
var PATIENCE = 1e3;
async function withProgress(terminal, what, work) {
  const timer = setTimeout(() => terminal.tell(`stage-gates: ${what} \u2026
`), PATIENCE);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}

export {
  withProgress
};
