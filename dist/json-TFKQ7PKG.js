import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  renderJson
} from "./chunk-DDYE2F3Q.js";
import "./chunk-UR5HFCGQ.js";
import "./chunk-M3ASEG5F.js";
export {
  renderJson
};
