import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  lastLine,
  renderProblems
} from "./chunk-35I5N6PF.js";
import "./chunk-B7N2BQNV.js";
import "./chunk-UZJ2PFH2.js";
import "./chunk-M3ASEG5F.js";
export {
  lastLine,
  renderProblems
};
