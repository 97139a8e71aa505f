import type { Context } from "../../kernel/context.ts";
import { holdPlaces } from "../../catalogue/index.ts";
import { conflict } from "../../kernel/problem.ts";
import { moveState } from "../../kernel/states.ts";
import { classStates } from "../class-states.ts";
import { tellRoster } from "../class/tell-class.ts";
import { releaseRoster } from "../roster/release-roster.ts";

/** Starts the class if it has learners; its roster is frozen from now on. */
export async function begin(context: Context, classId: string): Promise<void> {
  const learners = await context.db
    .selectFrom("enrolment")
    .select((build) => build.fn.countAll<number>().as("count"))
    .where("class_id", "=", classId)
    .where("state", "=", "enrolled")
    .executeTakeFirstOrThrow();
  if (learners.count === 0) throw conflict("roster-empty", "花名册还没有学员，请先确认报名或导入名单。");
  await moveState(context, classStates, classId, "running", { from: ["approved"] });
  await holdPlaces(context, classId, learners.count);
  await tellRoster(context, classId, "class-started", (said) => `您参加的${said}已开班，请按课表到场签到。`);
  // Unconfirmed learners don't keep a seat in a running course.
  await releaseRoster(context, classId, { from: ["applied"], to: "rejected", reason: "开班前未确认报名" });
}
