import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  openPacks,
  templatesFolder
} from "./chunk-GW4FBKY7.js";
import "./chunk-V7XYMT6F.js";
import "./chunk-JULNA7AP.js";
export {
  openPacks,
  templatesFolder
};
