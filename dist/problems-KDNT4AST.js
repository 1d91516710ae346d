import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  lastLine,
  renderProblems
} from "./chunk-APQ7POQI.js";
import "./chunk-B7N2BQNV.js";
import "./chunk-UZJ2PFH2.js";
import "./chunk-M3ASEG5F.js";
export {
  lastLine,
  renderProblems
};
