import type { FactKind } from "./fact/fact-kinds.ts";

declare module "../kernel/events.ts" {
  interface Events {
    /** Facts about these persons were recorded or corrected. */
    "person-facts-recorded": { personIds: readonly string[]; kinds: readonly FactKind[] };
    /** An office confirmed a person's group, from its register or a declaration. */
    "person-group-confirmed": { personId: string; code: string };
  }
}
