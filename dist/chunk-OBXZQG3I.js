import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/render/sentence.ts
function counted(count, noun) {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}
function formatCount(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
function capitalised(text) {
  return text.replace(/^[a-z](?=[a-z]*(?:[ ,]|:\n))/, (letter) => letter.toUpperCase());
}
function closed(text) {
  return /[.!?…:]$/.test(text) ? text : `${text}.`;
}

export {
  counted,
  formatCount,
  capitalised,
  closed
};
