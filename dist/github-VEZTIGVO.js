import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  renderGithub
} from "./chunk-7E22OO76.js";
import "./chunk-TO6O4U4G.js";
import "./chunk-BD55MBQH.js";
import "./chunk-WB55W2T5.js";
import "./chunk-B7N2BQNV.js";
import "./chunk-UR5HFCGQ.js";
import "./chunk-JULNA7AP.js";
export {
  renderGithub
};
