import "../kernel/events.ts";

declare module "../kernel/events.ts" {
  interface Events {
    /** A roster is to be checked or committed in the background. */
    "roster-import": { taskId: string };
    /** An import enrolled these learners, who have not been notified yet. */
    "learners-placed": { placed: readonly { classId: string; personId: string }[] };
    /** A learner completed their class, perhaps without a certificate yet. */
    "learner-finished": { enrolmentId: string };
    /** A mark was put right after its session. */
    "attendance-corrected": { enrolmentId: string; correctedBy: string };
    "class-completed": { classId: string };
  }
}
