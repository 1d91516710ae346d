import { StoreError } from "../../store/store-error.ts";
import type { LogFields } from "../app-log.ts";

/** What the log says of an error: its sentence, what to do about it, and never its stack or cause. */
export function errorFields(error: unknown): LogFields {
  if (error instanceof StoreError) {
    const { code, message, help } = error;
    return { error: message, code, help };
  }
  return { error: error instanceof Error ? error.message : String(error) };
}
