/**
 * Events that modules emit for later ones, by name and payload. Each module adds its own by declaration merging in its `events.ts`
 * (`declare module "../kernel/events.ts" { interface Events { … } }`), lists them in `Module.emits` and emits them; later modules
 * subscribe. Payloads carry ids and codes only, since they wait in the queue's table in the clear.
 */
export interface Events {
  "texts-queued": { ids: readonly number[] };
}

export type EventName = keyof Events;
