import { StoreError } from "../../store/store-error.ts";
import type { LogFields } from "../app-log.ts";
import { HelpfulError } from "./helpful-error.ts";

const LISTEN =
  "set `PORT`, of metrics `METRICS_PORT`, to a port that is free, and the host beside it to an address of this machine";

/** What the log says of an error: its sentence, what to do about it, and never its stack or cause. */
export function errorFields(error: unknown): LogFields {
  if (error instanceof StoreError || error instanceof HelpfulError) {
    const { code, message, help } = error;
    return { error: message, code, help };
  }
  if (error instanceof Error && "syscall" in error && error.syscall === "listen") {
    const code = "code" in error ? String(error.code) : null;
    return { error: error.message, code, help: LISTEN };
  }
  return { error: error instanceof Error ? error.message : String(error) };
}
