import "../kernel/events.ts";

declare module "../kernel/events.ts" {
  interface Events {
    /** A source expects money, expects it on another day, or no longer. */
    "inflow-expected": { sourceId: string };
  }
}
