import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/github/server-clock.ts
var MOST_APART = 6e4;
var ServerClock = class {
  #local;
  #ahead = 0;
  /** @param local milliseconds since 1970 */
  constructor(local) {
    this.#local = local;
  }
  /** @param date the header `Date` of an answer */
  hear(date) {
    const moment = Date.parse(date ?? "");
    if (Number.isNaN(moment)) return;
    const apart = moment - this.#local();
    this.#ahead = Math.abs(apart) > MOST_APART ? apart : 0;
  }
  now() {
    return this.#local() + this.#ahead;
  }
};

export {
  ServerClock
};
