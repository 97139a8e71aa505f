import type { ColumnType, Generated } from "kysely";
import type { LessonCheck } from "./watching/check-questions.ts";

declare module "../kernel/database.ts" {
  interface Tables {
    course: {
      id: Generated<string>;
      organisation_id: string;
      title: string;
      summary: Generated<string>;
      occupation: string | null;
      quality_module: Generated<boolean>;
      state: Generated<"draft" | "published" | "retired">;
      created_by: string | null;
      created_at: Generated<Date>;
    };
    lesson: {
      id: Generated<string>;
      course_id: string;
      ordinal: number;
      kind: "video" | "document" | "quiz";
      title: string;
      file_id: string | null;
      duration_ms: number | null;
      quiz: Json<unknown> | null;
      checks: ColumnType<LessonCheck[], string | undefined, string>;
      caption_version: number | null;
    };
    lesson_caption: {
      lesson_id: string;
      version: number;
      file_id: string | null;
      cues: number;
      written_by: string;
      at: Date;
    };
    lesson_text: {
      lesson_id: string;
      state: "read" | "none" | "unreadable";
      pages: ColumnType<string[][], string, never>;
      read_at: Date;
    };
    class_course: {
      class_id: string;
      course_id: string;
    };
    watch_lease: {
      id: Generated<string>;
      person_id: string;
      enrolment_id: string;
      lesson_id: string;
      device: string | null;
      opened_at: Generated<Date>;
      ended_at: Date | null;
      ended_because: string | null;
    };
    watch_event: {
      id: Generated<number>;
      lease_id: string;
      enrolment_id: string;
      lesson_id: string;
      kind: "open" | "beat" | "check-shown" | "check-passed" | "check-missed" | "close";
      from_ms: number | null;
      to_ms: number | null;
      playback_rate: number | null;
      visible: Generated<boolean>;
      check_id: string | null;
      at: Generated<Date>;
    };
    watch_credit: {
      enrolment_id: string;
      lesson_id: string;
      person_id: string;
      state: Json<unknown>;
      credited_ms: number;
      furthest_ms: Generated<number>;
      completed_at: Date | null;
      version: Generated<number>;
      updated_at: Generated<Date>;
    };
    check_moment: {
      id: Generated<string>;
      lease_id: string;
      due_ms: number;
      question: Json<unknown>;
      shown_at: Date | null;
      answered_at: Date | null;
      passed: boolean | null;
    };
    quiz_grant: {
      id: Generated<string>;
      enrolment_id: string;
      lesson_id: string;
      attempts: number;
      reason: string;
      granted_by: string;
      at: Generated<Date>;
    };
    quiz_attempt: {
      id: Generated<string>;
      enrolment_id: string;
      lesson_id: string;
      answers: Json<unknown>;
      score: number;
      passed: boolean;
      at: Generated<Date>;
    };
  }
}
