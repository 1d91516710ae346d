import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  counts,
  readComments
} from "./chunk-2I7DLJWO.js";
import "./chunk-4T5N5ANP.js";
import "./chunk-OKGOBK43.js";
import "./chunk-2UVS6TJC.js";
import "./chunk-P6TVZRK3.js";
import "./chunk-JULNA7AP.js";
export {
  counts,
  readComments
};
