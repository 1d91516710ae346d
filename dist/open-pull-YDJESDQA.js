import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  openPull
} from "./chunk-ZV5PFNRC.js";
import "./chunk-RJOSJ5CR.js";
import "./chunk-YX4YXWKZ.js";
import "./chunk-3O2BQWSL.js";
import "./chunk-IH4XXMXI.js";
import "./chunk-OZWIUDEL.js";
import "./chunk-53U4FLTU.js";
import "./chunk-M2J3WGPH.js";
import "./chunk-H5AMS74M.js";
import "./chunk-TH4X3JRS.js";
import "./chunk-JULNA7AP.js";
export {
  openPull
};
