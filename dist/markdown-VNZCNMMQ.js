import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  renderMarkdown,
  reportPieces
} from "./chunk-AXJBJRHJ.js";
import "./chunk-DOMC7MEP.js";
import "./chunk-EI5M2NBG.js";
import "./chunk-OBXZQG3I.js";
import "./chunk-UR5HFCGQ.js";
import "./chunk-OKGOBK43.js";
import "./chunk-2UVS6TJC.js";
import "./chunk-JULNA7AP.js";
export {
  renderMarkdown,
  reportPieces
};
