import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  openPull
} from "./chunk-2U5X74LI.js";
import "./chunk-R4QBNU3Y.js";
import "./chunk-XW2LB23B.js";
import "./chunk-MANORLXQ.js";
import "./chunk-IH4XXMXI.js";
import "./chunk-OZWIUDEL.js";
import "./chunk-53U4FLTU.js";
import "./chunk-M2J3WGPH.js";
import "./chunk-VZIMIMLZ.js";
import "./chunk-H5AMS74M.js";
import "./chunk-TH4X3JRS.js";
import "./chunk-4CUAYF7T.js";
import "./chunk-JULNA7AP.js";
export {
  openPull
};
