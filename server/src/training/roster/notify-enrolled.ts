import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Subscription } from "../../kernel/queue.ts";
import { askSources, notifyAll } from "../../people/index.ts";

/** Notifies people that an institution put them on a class's roster: no name is used without its owner knowing. */
export async function notifyEnrolled(
  context: Context,
  enrolled: readonly { classId: string; personId: string }[],
): Promise<void> {
  const found = await sql<{ id: string; name: string; institution: string }>`
    select c.id, c.name, o.name as institution from training_class c join organisation o on o.id = c.organisation_id
    where c.id = any(${[...new Set(enrolled.map((each) => each.classId))]}::uuid[])`.execute(context.db);
  const classes = new Map(found.rows.map((row) => [row.id, row]));
  await notifyAll(
    context,
    enrolled.map(({ classId, personId }) => ({
      personId,
      template: "enrolled-by-institution",
      text: `${classes.get(classId)?.institution ?? "培训机构"}已将您列入“${classes.get(classId)?.name ?? ""}”学员名单。如非本人意愿，请登录后退出或联系人社部门。`,
    })),
  );
}

/** Notifies the learners of a large import. */
export const notifyEnrolledLearners: Subscription<"learners-placed"> = {
  event: "learners-placed",
  name: "tell-placed-learners",
  title: "通知报名结果，向其他部门查询",
  async run(context, { placed }) {
    await notifyEnrolled(context, placed);
    await askSources(context, [...new Set(placed.map(({ personId }) => personId))]);
  },
};
