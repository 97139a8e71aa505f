/** Where the time of a run goes: each name's own milliseconds, without those of what it waited for under another name. */
export class Stopwatch {
  readonly spent = new Map<string, number>();
  readonly counts = new Map<string, number>();
  /** Names that are being measured, the innermost last. Everything here happens one after the other. */
  readonly #stack: string[] = [];
  #since = performance.now();

  async time<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.#charge();
    this.#stack.push(name);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    try {
      return await work();
    } finally {
      this.#charge();
      this.#stack.pop();
    }
  }

  /** The time since then is the innermost's. */
  #charge(): void {
    const now = performance.now();
    const name = this.#stack.at(-1);
    if (name !== undefined) this.spent.set(name, (this.spent.get(name) ?? 0) + now - this.#since);
    this.#since = now;
  }
}
