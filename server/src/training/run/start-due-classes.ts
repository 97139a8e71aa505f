import { inTransaction } from "../../kernel/context.ts";
import { errorName } from "../../kernel/queue.ts";
import type { Services } from "../../kernel/services.ts";

import { begin } from "./begin-class.ts";

/** Starts approved classes whose first session is today, if institutions forgot: attendance can't wait. */
export async function startDueClasses(services: Services): Promise<void> {
  const due = await inTransaction(services, (context) =>
    context.db
      .selectFrom("training_class as c")
      .select("c.id")
      .where("c.state", "=", "approved")
      .where("c.starts_on", "<=", context.today)
      .where((build) =>
        build.exists(
          build
            .selectFrom("enrolment as e")
            .select("e.id")
            .whereRef("e.class_id", "=", "c.id")
            .where("e.state", "=", "enrolled"),
        ),
      )
      .execute(),
  );
  for (const { id } of due) {
    // A class that can't start (its institution was quicker) doesn't block the others.
    await inTransaction(services, (context) => begin(context, id)).catch((error: unknown) => {
      services.log.warn({ classId: id, error: errorName(error) }, "a class did not begin by itself");
    });
  }
}
