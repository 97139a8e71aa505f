import { Context } from "./context.ts";
import { sql } from "./database.ts";

const ROLLED_BACK = new Error("tried out only");

/**
 * Does the work in a transaction of its own and takes it back: what a preview shows is exactly what would happen. For operations that
 * declare `creates: false`, so that no other connection is held meanwhile.
 */
export async function tryOut<T>(context: Context, work: (context: Context) => Promise<T>): Promise<T> {
  const { services, maybeActor: actor, request, upload } = context;
  const done: { value: T }[] = [];
  try {
    await services.database.transaction().execute(async (db) => {
      await sql`select set_config('app.account', ${actor?.accountId ?? ""}, true)`.execute(db);
      done.push({ value: await work(new Context({ db, services, actor, request, upload })) });
      throw ROLLED_BACK;
    });
  } catch (error) {
    if (error !== ROLLED_BACK) throw error;
  }
  const [result] = done;
  if (!result) throw new Error("the work that was tried out has no result");
  return result.value;
}
