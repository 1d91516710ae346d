#!/usr/bin/env node
import module from "node:module";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

// Compiling takes longer than judging, so compiled code is kept (Node 22.1 and newer) unless
// `NODE_DISABLE_COMPILE_CACHE` is set. Node's own default is a folder everybody may write to, and
// what lies there is run; a relative home could lie in the repository that is judged.
const home = homedir();
if (isAbsolute(home)) module.enableCompileCache?.(join(home, ".cache", "stage-gates"));

// Loaded after that, or it would be compiled before there is a cache.
await import("./main.ts");
