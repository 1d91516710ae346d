import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  lastLine,
  renderNotes,
  renderProblems,
  renderRefusal
} from "./chunk-XJ2BGPWV.js";
import "./chunk-OBXZQG3I.js";
import "./chunk-UR5HFCGQ.js";
import "./chunk-JULNA7AP.js";
export {
  lastLine,
  renderNotes,
  renderProblems,
  renderRefusal
};
