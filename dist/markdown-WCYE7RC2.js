import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  renderMarkdown,
  reportPieces
} from "./chunk-GOCYYGVV.js";
import "./chunk-JS6DB6JH.js";
import "./chunk-DR4CQDPW.js";
import "./chunk-B7N2BQNV.js";
import "./chunk-UR5HFCGQ.js";
import "./chunk-OKGOBK43.js";
import "./chunk-2UVS6TJC.js";
import "./chunk-JULNA7AP.js";
export {
  renderMarkdown,
  reportPieces
};
