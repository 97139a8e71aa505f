import { WORDS } from "@jinengtong/words";
import type { Module } from "../kernel/module.ts";
import { addLessonFile } from "./course/add-lesson-file.ts";
import { addQuiz } from "./course/add-quiz.ts";
import { answerCheck } from "./watching/answer-check.ts";
import { arrangeLessons } from "./course/arrange-lessons.ts";
import { attachCourses } from "./course/attach-courses.ts";
import { classLessons } from "./course/class-lessons.ts";
import { courseDetails } from "./course/course-details.ts";
import { createCourse } from "./course/create-course.ts";
import { readAddedDocument, readOlderDocuments } from "./course/read-documents.ts";
import { setCaptions } from "./course/set-captions.ts";
import { endWatching } from "./watching/end-lease.ts";
import { exportLearningProgress, learningProgress } from "./watching/learning-progress.ts";
import { lessonCaptions } from "./course/lesson-captions.ts";
import { lessonContent } from "./course/lesson-content.ts";
import { lessonText } from "./course/lesson-text.ts";
import { lessonQuiz } from "./quiz/lesson-quiz.ts";
import { exportCourses, listCourses } from "./course/list-courses.ts";
import { openLesson } from "./watching/open-lesson.ts";
import { publishCourse } from "./course/publish-course.ts";
import { classQuizAttempts, grantAttempts } from "./quiz/quiz-attempts.ts";
import { sendBeats } from "./watching/send-beats.ts";
import { setLessonChecks } from "./course/set-lesson-checks.ts";
import { submitQuiz } from "./quiz/submit-quiz.ts";
import { verifyWatchedTime } from "./watching/verify-watched-time.ts";
import { enrolmentWatchMap } from "./watching/watch-map.ts";
import "./events.ts";
import "./tables.ts";

export { onlineHours } from "./watching/online-hours.ts";
export { creditedMs, EMPTY_WATCH, foldWatch, type WatchEvent, type WatchState } from "./watching/watched-time.ts";
export { type LessonMap, watchMap } from "./watching/watch-map.ts";
export { Quiz, scoreQuiz } from "./quiz/quiz.ts";
export { rulesFor } from "./watching/watch-store.ts";
export { addDemoCourse, watchDemoLessons } from "./demo/lessons.ts";
export { tryDemoQuiz } from "./demo/quizzes.ts";

export const operations = {
  courses: {
    create: createCourse,
    list: listCourses,
    export: exportCourses,
    show: courseDetails,
    addFile: addLessonFile,
    addQuiz,
    arrange: arrangeLessons,
    publish: publishCourse,
    attach: attachCourses,
    ofClass: classLessons,
  },
  lessons: {
    setChecks: setLessonChecks,
    setCaptions,
    content: lessonContent,
    captions: lessonCaptions,
    text: lessonText,
    open: openLesson,
    quiz: lessonQuiz,
    submitQuiz,
  },
  watching: { beat: sendBeats, answer: answerCheck, end: endWatching, map: enrolmentWatchMap },
  quizAttempts: { ofClass: classQuizAttempts, grant: grantAttempts },
  learningProgress: { list: learningProgress, export: exportLearningProgress },
};

export const learning: Module = {
  name: "learning",
  operations,
  words: WORDS.learning,
  emits: ["lesson-document-added"],
  subscriptions: [readAddedDocument],
  schedules: [readOlderDocuments],
  refusals: {
    watch_lease_live: { code: "lease-lost", detail: "您已在另一处打开课程，请重新打开本课继续。" },
    lesson_caption_pkey: { code: "captions-changed", detail: "字幕刚被改过，请刷新页面后再操作。" },
    lesson_course_id_ordinal_key: { code: "lessons-changed", detail: "课件刚被调整过，请刷新页面后再操作。" },
  },
  verifiers: [verifyWatchedTime],
};
