import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  renderGithub
} from "./chunk-7ALQR7F7.js";
import "./chunk-A5CKXA6Z.js";
import "./chunk-B7N2BQNV.js";
import "./chunk-UR5HFCGQ.js";
import "./chunk-M3ASEG5F.js";
export {
  renderGithub
};
