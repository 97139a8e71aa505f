import type { Context } from "../../kernel/context.ts";
import { notifyAll } from "../../people/index.ts";
import type { Batch } from "./batch.ts";

/** Tells the admitted candidates of a batch and everybody assigned to it. */
export async function tellParties(context: Context, batch: Pick<Batch, "id">, text: string): Promise<void> {
  await tellCandidates(context, batch, text);
  const staff = await context.db
    .selectFrom("evaluation_assignment as a")
    .innerJoin("evaluation_staff as s", "s.id", "a.staff_id")
    .select("s.person_id")
    .where("a.batch_id", "=", batch.id)
    .where("a.removed_at", "is", null)
    .execute();
  await notifyAll(
    context,
    staff.map(({ person_id }) => ({ personId: person_id, template: "evaluation-duty", text })),
  );
}

/** Tells the admitted candidates of a batch. */
export async function tellCandidates(context: Context, batch: Pick<Batch, "id">, text: string): Promise<void> {
  const people = await context.db
    .selectFrom("evaluation_candidate")
    .select("person_id")
    .where("batch_id", "=", batch.id)
    .where("state", "=", "admitted")
    .execute();
  await notifyAll(
    context,
    people.map(({ person_id }) => ({ personId: person_id, template: "evaluation-candidate-news", text })),
  );
}
