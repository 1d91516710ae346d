import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  counts,
  readComments
} from "./chunk-TCTIXEJO.js";
import "./chunk-MWS4HDUR.js";
import "./chunk-OKGOBK43.js";
import "./chunk-4CUAYF7T.js";
import "./chunk-P6TVZRK3.js";
import "./chunk-JULNA7AP.js";
export {
  counts,
  readComments
};
