import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  renderJson
} from "./chunk-7AVNNLXI.js";
import "./chunk-UR5HFCGQ.js";
import "./chunk-JULNA7AP.js";
export {
  renderJson
};
