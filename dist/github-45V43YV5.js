import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  renderGithub
} from "./chunk-4ZLHKIHF.js";
import "./chunk-MGRBYFJD.js";
import "./chunk-YWFD4VWM.js";
import "./chunk-EI5M2NBG.js";
import "./chunk-OBXZQG3I.js";
import "./chunk-UR5HFCGQ.js";
import "./chunk-JULNA7AP.js";
export {
  renderGithub
};
