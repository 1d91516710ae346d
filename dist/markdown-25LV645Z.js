import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  renderMarkdown
} from "./chunk-FFFJ2KRX.js";
import "./chunk-47WF3OL4.js";
import "./chunk-A5CKXA6Z.js";
import "./chunk-FJAALNWA.js";
import "./chunk-4CUAYF7T.js";
import "./chunk-B7N2BQNV.js";
import "./chunk-UR5HFCGQ.js";
import "./chunk-M3ASEG5F.js";
export {
  renderMarkdown
};
