import "../kernel/events.ts";

declare module "../kernel/events.ts" {
  interface Events {
    /** A list has a next version; the one before it ends on its first day. */
    "list-published": { versionId: string };
  }
}
