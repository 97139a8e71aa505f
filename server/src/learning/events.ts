import "../kernel/events.ts";

declare module "../kernel/events.ts" {
  interface Events {
    /** A document was added to a course; its text is read in the background. */
    "lesson-document-added": { lessonId: string };
  }
}
