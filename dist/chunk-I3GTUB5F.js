import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  factKey,
  missing
} from "./chunk-5SW2YIMI.js";

// src/facts/read-into.ts
var UNANSWERED = missing("unreadable", "it was not answered");
async function readInto(facts, requests, source) {
  if (requests.length === 0) return;
  const read = await source.read(requests);
  for (const [index, request] of requests.entries()) {
    facts.set(factKey(request), read[index] ?? UNANSWERED);
  }
}

export {
  UNANSWERED,
  readInto
};
