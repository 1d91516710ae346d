import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  renderGithub
} from "./chunk-H3XVKMBL.js";
import "./chunk-MGRBYFJD.js";
import "./chunk-BD55MBQH.js";
import "./chunk-EI5M2NBG.js";
import "./chunk-OBXZQG3I.js";
import "./chunk-UR5HFCGQ.js";
import "./chunk-JULNA7AP.js";
export {
  renderGithub
};
