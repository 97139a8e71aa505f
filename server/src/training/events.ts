import "../kernel/events.ts";

declare module "../kernel/events.ts" {
  interface Events {
    /** A roster is to be checked or committed in the background. */
    "roster-import": { taskId: string };
    /** An import enrolled these learners, who have not been notified yet. */
    "learners-placed": { placed: readonly { classId: string; personId: string }[] };
    "class-completed": { classId: string };
  }
}
