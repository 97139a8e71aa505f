import { WORDS } from "@jinengtong/words";
import type { Module } from "../kernel/module.ts";
import { addLessonFile } from "./add-lesson-file.ts";
import { addQuiz } from "./add-quiz.ts";
import { answerCheck } from "./answer-check.ts";
import { arrangeLessons } from "./arrange-lessons.ts";
import { attachCourses } from "./attach-courses.ts";
import { classLessons } from "./class-lessons.ts";
import { courseDetails } from "./course-details.ts";
import { createCourse } from "./create-course.ts";
import { endWatching } from "./end-lease.ts";
import { exportLearningProgress, learningProgress } from "./learning-progress.ts";
import { lessonContent } from "./lesson-content.ts";
import { lessonQuiz } from "./lesson-quiz.ts";
import { exportCourses, listCourses } from "./list-courses.ts";
import { openLesson } from "./open-lesson.ts";
import { publishCourse } from "./publish-course.ts";
import { classQuizAttempts, grantAttempts } from "./quiz-attempts.ts";
import { sendBeats } from "./send-beats.ts";
import { setLessonChecks } from "./set-lesson-checks.ts";
import { submitQuiz } from "./submit-quiz.ts";
import { verifyWatchedTime } from "./verify-watched-time.ts";
import { enrolmentWatchMap } from "./watch-map.ts";
import "./tables.ts";

export { onlineHours } from "./online-hours.ts";
export { creditedMs, EMPTY_WATCH, foldWatch, type WatchEvent, type WatchState } from "./watched-time.ts";
export { type LessonMap, watchMap } from "./watch-map.ts";
export { Quiz, scoreQuiz } from "./quiz.ts";
export { rulesFor } from "./watch-store.ts";
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
  lessons: { setChecks: setLessonChecks, content: lessonContent, open: openLesson, quiz: lessonQuiz, submitQuiz },
  watching: { beat: sendBeats, answer: answerCheck, end: endWatching, map: enrolmentWatchMap },
  quizAttempts: { ofClass: classQuizAttempts, grant: grantAttempts },
  learningProgress: { list: learningProgress, export: exportLearningProgress },
};

export const learning: Module = {
  name: "learning",
  operations,
  words: WORDS.learning,
  refusals: {
    watch_lease_live: { code: "lease-lost", detail: "您已在另一处打开课程，请重新打开本课继续。" },
    lesson_course_id_ordinal_key: { code: "lessons-changed", detail: "课件刚被调整过，请刷新页面后再操作。" },
  },
  verifiers: [verifyWatchedTime],
};
