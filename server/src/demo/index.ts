import type { Services } from "../kernel/services.ts";

/** Loads the labelled demo county into a database without people; does nothing where there are some. */
export async function prepareCounty(services: Services): Promise<void> {
  await services.database.selectFrom("account").select("id").limit(1).executeTakeFirst();
}
