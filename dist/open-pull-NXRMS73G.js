import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  openPull
} from "./chunk-XDGXXBDO.js";
import "./chunk-LVKKHRHN.js";
import "./chunk-KKEM3PDJ.js";
import "./chunk-OMCSVZS3.js";
import "./chunk-I3GTUB5F.js";
import "./chunk-ZQEAAXPF.js";
import "./chunk-53U4FLTU.js";
import "./chunk-5SW2YIMI.js";
import "./chunk-VZIMIMLZ.js";
import "./chunk-H5AMS74M.js";
import "./chunk-TH4X3JRS.js";
import "./chunk-2UVS6TJC.js";
import "./chunk-JULNA7AP.js";
export {
  openPull
};
