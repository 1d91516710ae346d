#!/usr/bin/env node
import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/cli/start.ts
import module from "node:module";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
var home = homedir();
if (isAbsolute(home)) module.enableCompileCache?.(join(home, ".cache", "stage-gates"));
await import("./main-WCELP2Z4.js");
