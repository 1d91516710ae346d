import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  renderGithub
} from "./chunk-WE4VWUJP.js";
import "./chunk-TO6O4U4G.js";
import "./chunk-BD55MBQH.js";
import "./chunk-DR4CQDPW.js";
import "./chunk-B7N2BQNV.js";
import "./chunk-UR5HFCGQ.js";
import "./chunk-JULNA7AP.js";
export {
  renderGithub
};
