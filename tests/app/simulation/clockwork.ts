/** Milliseconds since 1970: a quarter of an hour before a day ends, so that stories run into the next. */
const START = Date.parse("2026-10-01T23:45:00Z");

/** Of the event loop, after which nothing is left that takes no time. */
const TURNS = 3;

interface Due {
  readonly at: number;
  readonly order: number;
  act(): void;
}

/**
 * Time and chance of one story. Nothing happens but what was set to happen at a moment, one thing
 * after the other, and time jumps from one to the next: the same seed tells the same story.
 */
export class Clockwork {
  readonly #due: Due[] = [];
  #now = START;
  #order = 0;
  #state: number;
  #underway = 0;

  constructor(seed: number) {
    this.#state = seed * 2_654_435_761;
    for (let warm = 0; warm < 4; warm += 1) this.chance();
  }

  /** What the time really is; milliseconds since 1970. */
  get now(): number {
    return this.#now;
  }

  /** From 0 up to 1. This is mulberry32. */
  chance(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  isSo(likelihood: number): boolean {
    return this.chance() < likelihood;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.chance() * (most - least + 1));
  }

  oneOf<One>(many: readonly One[]): One {
    // Sound: there are no empty choices in any story.
    return many[this.between(0, many.length - 1)] as One;
  }

  at(moment: number, act: () => void): void {
    const due = { at: Math.max(moment, this.#now), order: this.#order++, act };
    let place = this.#due.length;
    while (place > 0 && isLater(this.#due[place - 1], due)) place -= 1;
    this.#due.splice(place, 0, due);
  }

  /** Waits for what takes turns of this machine's event loop, and no time of the story's. */
  async really<Value>(work: Promise<Value>): Promise<Value> {
    this.#underway += 1;
    try {
      return await work;
    } finally {
      this.#underway -= 1;
    }
  }

  /** Lets time pass until then, or until `isOver` says so. */
  async run(until: number, isOver: () => boolean = () => false): Promise<void> {
    await this.#quiet();
    while (!isOver()) {
      const [next] = this.#due;
      if (next === undefined || next.at > until) break;
      this.#due.shift();
      this.#now = next.at;
      next.act();
      await this.#quiet();
    }
    if (!isOver()) this.#now = Math.max(this.#now, until);
  }

  /** Until nobody can go on without time passing: the service lets others go first now and then. */
  async #quiet(): Promise<void> {
    for (let turns = 0; turns < TURNS || this.#underway > 0; turns += 1) {
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }
}

function isLater(a: Due | undefined, b: Due): boolean {
  return a !== undefined && (a.at > b.at || (a.at === b.at && a.order > b.order));
}
