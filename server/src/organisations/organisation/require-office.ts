import { county } from "@jinengtong/county";
import type { Database } from "../../kernel/database.ts";
import { unacceptable } from "../../kernel/problem.ts";

/** Refuses to put anybody but an office of the county in charge of something. */
export async function requireOffice(db: Database, id: string, pointer = "/departmentId"): Promise<void> {
  const office = await db
    .selectFrom("organisation")
    .select("id")
    .where("id", "=", id)
    .where("kind", "in", ["department", "bureau"])
    .where("region", "=", county().region.code)
    .executeTakeFirst();
  if (!office)
    throw unacceptable("not-a-department", "请选择本县的一个主管部门。", [{ pointer, detail: "不是本县的主管部门" }]);
}
