import { type DestinationStream, pino } from "pino";
import type { AppLog } from "../app-log.ts";
import type { Settings } from "../settings.ts";

/**
 * A log of lines of JSON, which pass through `conceal` as a whole before they are written: also what
 * others put into their errors.
 */
export function jsonLog(
  { level, conceal }: Concealed,
  destination: DestinationStream = pino.destination({ dest: 1, sync: true }),
): AppLog {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: "message",
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: conceal },
    },
    destination,
  );
  return {
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    error: (message, fields = {}) => logger.error(fields, message),
    forProbot: logger,
  };
}

export interface Concealed {
  readonly level: Settings["logLevel"];
  conceal(line: string): string;
}
