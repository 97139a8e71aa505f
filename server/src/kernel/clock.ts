/** The platform's only source of time, so that tests and the demo county can live on another day. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
