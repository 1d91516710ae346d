import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  openPull
} from "./chunk-VMCOSUUW.js";
import "./chunk-VH6V4XIP.js";
import "./chunk-NGPRKPQY.js";
import "./chunk-BYI26MUX.js";
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
