import type { FactKind } from "./fact/fact-kinds.ts";

declare module "../kernel/events.ts" {
  interface Events {
    /** Facts about these persons were recorded or corrected. */
    "person-facts-recorded": { personIds: readonly string[]; kinds: readonly FactKind[] };
    /** An office recognised the person as one of a group, from its register or on a declaration. */
    "person-group-confirmed": { personId: string; code: string };
  }
}
