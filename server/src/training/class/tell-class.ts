import type { MessageTemplate } from "@jinengtong/words";
import { notifyOffice, notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { notifyAll } from "../../people/index.ts";

/** Name and number of a class, as a message says them. */
export const classSaid = (row: { name: string; number: string }): string => `“${row.name}”（${row.number}）`;

/** Notifies the institution of a class of what the bureau or a learner did with it; not of its own acts. */
export async function tellInstitution(
  context: Context,
  classId: string,
  template: MessageTemplate,
  text: (said: string) => string,
): Promise<void> {
  const row = await context.db
    .selectFrom("training_class")
    .select(["organisation_id", "name", "number"])
    .where("id", "=", classId)
    .executeTakeFirstOrThrow();
  if (context.maybeActor?.organisationId === row.organisation_id) return;
  await notifyOrganisation(context, row.organisation_id, { template, subject: classId, text: text(classSaid(row)) });
}

/** Notifies the learners on the roster of a class. */
export async function tellRoster(
  context: Context,
  classId: string,
  template: MessageTemplate,
  text: (said: string) => string,
): Promise<void> {
  const learners = await context.db
    .selectFrom("enrolment as e")
    .innerJoin("training_class as c", "c.id", "e.class_id")
    .select(["e.person_id", "c.name"])
    .where("e.class_id", "=", classId)
    .where("e.state", "=", "enrolled")
    .execute();
  await notifyAll(
    context,
    learners.map(({ person_id, name }) => ({ personId: person_id, template, text: text(`“${name}”`) })),
  );
}

/** Notifies the reviewers of a town that filings or changes wait for them. */
export const tellReviewers = (
  context: Context,
  town: string,
  template: "filings-waiting" | "changes-waiting",
): Promise<void> =>
  notifyOffice(context, "reviewer", town, {
    template,
    text: template === "filings-waiting" ? "新收到 {n} 件开班申请，等待审核。" : "新收到 {n} 件变更申请，等待审核。",
  });
