/** A played interval in media seconds, at a rate. The server decides how much of it counts. */
export interface Beat {
  from: number;
  to: number;
  rate: number;
  /** The page was visible all through this interval. */
  visible: boolean;
}

/** Collects played intervals. A seek, a change of rate, and hiding or showing the page end the interval. */
export class BeatCollector {
  #from: number | null = null;
  #last = 0;
  #rate = 1;
  #visible = true;
  #closed: Beat[] = [];

  /** The media's position while it plays. */
  at(position: number, rate: number, visible = true): void {
    const moved = position - this.#last;
    const jumped = moved < -0.25 || moved > 3 * rate;
    if (this.#from !== null && (jumped || rate !== this.#rate || visible !== this.#visible)) {
      const isSeamless = !jumped;
      this.stop();
      // The seconds since the last report belong to the interval that begins now.
      if (isSeamless) this.#from = this.#last;
    }
    this.#from ??= position;
    this.#last = position;
    this.#rate = rate;
    this.#visible = visible;
  }

  /** Playing stopped: paused, sought or ended. */
  stop(): void {
    if (this.#from !== null && this.#last > this.#from) {
      this.#closed.push({ from: this.#from, to: this.#last, rate: this.#rate, visible: this.#visible });
    }
    this.#from = null;
  }

  /** Takes the intervals to report; the current one continues. */
  take(): Beat[] {
    const playing = this.#from !== null;
    this.stop();
    if (playing) this.#from = this.#last;
    const beats = this.#closed;
    this.#closed = [];
    return beats;
  }
}
