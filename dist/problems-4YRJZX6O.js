import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  lastLine,
  renderNotes,
  renderProblems,
  renderRefusal
} from "./chunk-FGGPXHNT.js";
import "./chunk-B7N2BQNV.js";
import "./chunk-UR5HFCGQ.js";
import "./chunk-JULNA7AP.js";
export {
  lastLine,
  renderNotes,
  renderProblems,
  renderRefusal
};
