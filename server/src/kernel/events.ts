/**
 * What modules tell later ones, by name and payload. Each module adds its own by declaration merging in its `events.ts`
 * (`declare module "../kernel/events.ts" { interface Events { … } }`), lists them in `Module.emits`, and emits them; whoever comes
 * after it subscribes. Payloads carry ids and codes only: they wait in the queue's table in the clear.
 */
export interface Events {
  "texts-queued": { ids: readonly number[] };
}

export type EventName = keyof Events;
