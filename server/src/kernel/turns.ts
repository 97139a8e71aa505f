/** A limit of how many go on at once: the others wait for their turn in the order in which they came. */
export class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** True when the turn has come, which `end` must then end; false when it didn't within `patienceMs`. */
  async begin(patienceMs: number): Promise<boolean> {
    if (this.#free > 0) {
      this.#free -= 1;
      return true;
    }
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const come = (): void => resolve(true);
    this.#waiting.push(come);
    const patience = setTimeout(() => {
      const place = this.#waiting.indexOf(come);
      if (place >= 0) this.#waiting.splice(place, 1);
      resolve(false);
    }, patienceMs);
    try {
      return await promise;
    } finally {
      clearTimeout(patience);
    }
  }

  /** Ends a turn: the first of those who wait has theirs. */
  end(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
