import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  counts,
  readComments
} from "./chunk-FINQB6O4.js";
import "./chunk-4YRQP5NE.js";
import "./chunk-OKGOBK43.js";
import "./chunk-4CUAYF7T.js";
import "./chunk-P6TVZRK3.js";
import "./chunk-JULNA7AP.js";
export {
  counts,
  readComments
};
