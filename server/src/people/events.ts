import type { FactKind } from "./fact/fact-kinds.ts";

declare module "../kernel/events.ts" {
  interface Events {
    /** An office sent a list that is too long to check while it waits. */
    "fact-import-sent": { importId: string };
    /** Another office's system is asked about persons. */
    "fact-query-asked": { queryId: string };
    /** A second officer confirmed a long list. */
    "fact-import-confirmed": { importId: string };
    /** Facts about these persons were recorded or corrected. */
    "person-facts-recorded": { personIds: readonly string[]; kinds: readonly FactKind[] };
    /** Two officers joined the one record into the other, or parted them again; whatever followed names the other by now. */
    "people-joined": { joinId: string };
    /** An office confirmed that these persons belong to a group, from its register or a declaration, or took that back. */
    "person-group-confirmed": { personIds: readonly string[]; code: string };
  }
}
