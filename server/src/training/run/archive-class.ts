import { z } from "zod";
import { inTransaction, type Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { errorName } from "../../kernel/queue.ts";
import type { Services } from "../../kernel/services.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { addDays } from "@jinengtong/standards";
import { classStates } from "../class-states.ts";
import { classOwner } from "../owners.ts";

/** Days after a class's last day before it is archived by itself: time to correct marks and sit a make-up exam. */
export const ARCHIVED_AFTER_DAYS = 30;

/** Archives an ended class in which each learner has an outcome; attendance and exams are closed from now on. */
export const archiveClass = operation({
  method: "POST",
  path: "/api/v1/classes/:id/archive",
  summary: "归档培训班",
  permission: { roles: ["institution", "reviewer"], over: classOwner },
  scope: "classes:write",
  params: ById,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    await archive(context, params.id);
    context.audit({ kind: "class", id: params.id });
    return { id: params.id };
  },
});

async function archive(context: Context, classId: string): Promise<void> {
  await moveState(context, classStates, classId, "closed", { from: ["completed"] });
  const open = await context.db
    .selectFrom("enrolment")
    .select((build) => build.fn.countAll<number>().as("count"))
    .where("class_id", "=", classId)
    .where("state", "in", ["applied", "enrolled"])
    .executeTakeFirstOrThrow();
  if (Number(open.count) > 0)
    throw conflict(
      "outcomes-missing",
      `还有 ${open.count} 名学员没有结业或未结业的结论，不能归档。请先发放结业证书，或在名册中登记未结业。`,
    );
}

/** Every night: archives classes long over in which each learner has an outcome. */
export async function archiveEndedClasses(services: Services): Promise<void> {
  const ended = await inTransaction(services, (context) =>
    context.db
      .selectFrom("training_class as c")
      .select("c.id")
      .where("c.state", "=", "completed")
      .where("c.ends_on", "<=", addDays(context.today, -ARCHIVED_AFTER_DAYS))
      .where((build) =>
        build.not(
          build.exists(
            build
              .selectFrom("enrolment as e")
              .select("e.id")
              .whereRef("e.class_id", "=", "c.id")
              .where("e.state", "in", ["applied", "enrolled"]),
          ),
        ),
      )
      .execute(),
  );
  for (const { id } of ended)
    await inTransaction(services, (context) => archive(context, id)).catch((error: unknown) => {
      services.log.warn({ classId: id, error: errorName(error) }, "a class was not archived by itself");
    });
}
