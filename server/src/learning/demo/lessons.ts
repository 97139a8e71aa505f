import { readFile } from "node:fs/promises";
import path from "node:path";
import { json } from "../../kernel/database.ts";
import { at, type DemoCounty, rowId } from "../../kernel/demo/county.ts";
import { readPdfText } from "../../adapters/pdf-text/index.ts";
import { keepFile } from "../../kernel/demo/keep-file.ts";
import { timestamp } from "../../kernel/demo/sink.ts";
import type { DemoOrganisation } from "../../organisations/index.ts";
import type { DemoPerson } from "../../people/index.ts";
import type { Learner, TrainedClass } from "../../training/index.ts";
import type { LessonCheck } from "../watching/check-questions.ts";
import { mediaDurationMs } from "../course/media-duration.ts";
import { Quiz } from "../quiz/quiz.ts";
import { creditedMs, foldWatch, isWatched, type WatchEvent } from "../watching/watched-time.ts";
import { rulesFor } from "../watching/watch-store.ts";

const ASSETS = path.resolve(import.meta.dirname, "../../../assets/lessons");
/** Watched time for reading the document. */
const READING_MS = 20 * 60_000;
const BEAT_MS = 10_000;

interface Lesson {
  id: string;
  durationMs: number;
}

const VIDEOS = [
  ["professional-ethics.mp4", "职业道德与守法"],
  ["electrical-safety.mp4", "安全用电"],
  ["household-service-manners.mp4", "入户服务礼仪"],
] as const;

/** Content of the clips; each card is asked about after it was shown (scripts/make-sample-clips.sh). */
const CHECKS: Readonly<Record<string, readonly LessonCheck[]>> = {
  "professional-ethics.mp4": [
    check(18, "“学多少、记多少”说的是什么？", ["诚实守信", "爱岗敬业", "办事公道", "奉献社会"]),
    check(30, "服务群众，先想什么？", ["对方的难处", "自己的工钱", "早点下班", "怎么省料"]),
  ],
  "electrical-safety.mp4": [
    check(12, "动手操作之前先做什么？", ["断电、验电", "戴上耳机", "打开窗户", "给手机充电"]),
    check(30, "有人触电，第一步做什么？", ["先断电源", "马上用手拉他", "给他喝水", "先打扫现场"]),
    check(36, "电气火灾用什么灭火？", ["干粉灭火器", "自来水", "湿毛巾", "米汤"]),
  ],
  "household-service-manners.mp4": [
    check(12, "约好的时间，应当什么时候到？", ["提前五分钟", "晚到半小时", "提前两小时", "想到就到"]),
    check(30, "客户家里的事能对外说吗？", ["不能说", "跟邻居说说", "发到网上", "说给同行听"]),
  ],
};

function check(seconds: number, text: string, [right, ...wrong]: [string, string, string, string]): LessonCheck {
  return { atMs: seconds * 1_000, text, options: [right, ...wrong], answer: 0 };
}

/** The document's text, read once for all schools. */
let reading: ReturnType<typeof readPdfText> | undefined;

/**
 * Adds one published course of our own clips, a document and a quiz, and attaches it to the classes. Returns its timed lessons and
 * the quiz.
 */
export async function addDemoCourse(
  county: DemoCounty,
  organisation: DemoOrganisation,
  classes: readonly TrainedClass[],
): Promise<{ lessons: Lesson[]; quiz: { id: string; quiz: Quiz } }> {
  const courseId = rowId(county);
  county.sink.add("course", {
    id: courseId,
    organisation_id: organisation.id,
    title: "上岗必修：职业道德、安全与礼仪（示例）",
    summary: "三段短片、一份读物和一次练习。看完按比例计入课时。",
    occupation: null,
    quality_module: true,
    state: "published",
    created_by: organisation.accountId,
    created_at: at(county.firstDay, "10:00:00"),
  });
  const lessons: Lesson[] = [];
  const add = (
    kind: "video" | "document" | "quiz",
    title: string,
    fileId: string | null,
    durationMs: number | null,
    quiz: Record<string, unknown> | null,
    checks: readonly LessonCheck[] = [],
    captions: number | null = null,
  ): string => {
    const id = rowId(county);
    county.sink.add("lesson", {
      id,
      course_id: courseId,
      ordinal: lessons.length + 1,
      kind,
      title,
      file_id: fileId,
      duration_ms: durationMs,
      quiz: quiz && json(quiz),
      checks: json(checks),
      caption_version: captions,
    });
    lessons.push({ id, durationMs: durationMs ?? 0 });
    return id;
  };
  for (const [name, title] of VIDEOS) {
    const file = path.join(ASSETS, name);
    const captions = path.join(ASSETS, name.replace(".mp4", ".vtt"));
    const id = add(
      "video",
      title,
      await keepFile(county, file, "video/mp4", organisation),
      await mediaDurationMs(file, "mp4"),
      null,
      CHECKS[name],
      1,
    );
    county.sink.add("lesson_caption", {
      lesson_id: id,
      version: 1,
      file_id: await keepFile(county, captions, "text/vtt", organisation, {
        purpose: "captions",
        name: "captions.vtt",
      }),
      cues: (await readFile(captions, "utf8")).split("-->").length - 1,
      written_by: organisation.accountId,
      at: at(county.firstDay, "11:00:00"),
    });
  }
  const document = path.join(ASSETS, "working-life-essentials.pdf");
  const readingId = add(
    "document",
    "上岗须知",
    await keepFile(county, document, "application/pdf", organisation),
    READING_MS,
    null,
  );
  reading ??= readPdfText(document);
  const { state, pages } = await reading;
  county.sink.add("lesson_text", {
    lesson_id: readingId,
    state,
    pages: json(pages),
    read_at: at(county.firstDay, "10:01:00"),
  });
  const { title, quiz } = JSON.parse(await readFile(path.join(ASSETS, "professional-ethics-quiz.json"), "utf8")) as {
    title: string;
    quiz: Record<string, unknown>;
  };
  const id = add("quiz", title, null, null, quiz);
  for (const each of classes) county.sink.add("class_course", { class_id: each.id, course_id: courseId });
  return { lessons: lessons.filter((lesson) => lesson.durationMs > 0), quiz: { id, quiz: Quiz.parse(quiz) } };
}

/**
 * Simulates the watching of a class: most to the end, some part of the way, a few not at all. `beginner` has seen no lesson but the
 * first, so that whoever tries the demo as this person always finds one to go on with.
 */
export function watchDemoLessons(
  county: DemoCounty,
  made: TrainedClass,
  lessons: readonly Lesson[],
  learners: readonly Learner[],
  beginner: DemoPerson,
): void {
  for (const learner of learners) {
    let when = new Date(at(made.startsOn, "21:45:00")).getTime() + county.random.int(0, 3_600) * 1_000;
    for (const lesson of lessons) {
      const reach = county.random.weighted([
        [1, 6],
        [county.random.next(), 2],
        [0, 1],
      ] as const);
      if (learner.person === beginner && lesson !== lessons[0]) continue;
      if (reach === 0 || when > county.now.getTime() - 3_600_000) continue;
      when =
        watchOne(county, learner, lesson, when, Math.floor(lesson.durationMs * reach)) +
        county.random.int(30, 600) * 1_000;
    }
  }
}

/** Writes one visit as the page would have reported it. Returns its end. */
function watchOne(county: DemoCounty, learner: Learner, lesson: Lesson, startedAt: number, reachMs: number): number {
  const leaseId = rowId(county);
  const events: WatchEvent[] = [{ kind: "open", at: startedAt }];
  let position = 0;
  let clock = startedAt;
  while (position < reachMs) {
    const step = Math.min(BEAT_MS, reachMs - position);
    clock += step + county.random.int(20, 400);
    events.push({ kind: "beat", at: clock, fromMs: position, toMs: position + step });
    position += step;
  }
  clock += 500;
  events.push({ kind: "close", at: clock });
  const common = { enrolment_id: learner.enrolmentId, lesson_id: lesson.id };
  county.sink.add("watch_lease", {
    id: leaseId,
    person_id: learner.person.id,
    ...common,
    device: `d-${learner.person.index.toString(36)}`,
    opened_at: timestamp(startedAt),
    ended_at: timestamp(clock),
    ended_because: "closed",
  });
  for (const event of events) {
    county.sink.add("watch_event", {
      id: county.sink.next("watch_event"),
      lease_id: leaseId,
      ...common,
      kind: event.kind,
      from_ms: event.fromMs ?? null,
      to_ms: event.toMs ?? null,
      playback_rate: event.kind === "beat" ? 1 : null,
      visible: true,
      check_id: null,
      at: timestamp(event.at),
    });
  }
  const rules = rulesFor(lesson.durationMs);
  const state = foldWatch(events, rules);
  county.sink.add("watch_credit", {
    ...common,
    person_id: learner.person.id,
    state: json(state),
    credited_ms: creditedMs(state),
    furthest_ms: state.furthestMs,
    completed_at: isWatched(state, rules) ? timestamp(clock) : null,
    version: 0,
    updated_at: timestamp(clock),
  });
  return clock;
}
