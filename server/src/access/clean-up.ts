import type { Schedule } from "../kernel/queue.ts";

/** Sessions that ended and codes that ran out long ago are of no use to anybody; the audit log keeps who came in. */
export const cleanUp: Schedule = {
  name: "access-clean-up",
  title: "清理会话和验证码",
  cron: "40 18 * * *",
  async run(services) {
    const now = services.clock.now().getTime();
    await services.database
      .deleteFrom("session")
      .where("expires_at", "<", new Date(now - 30 * 86_400_000))
      .execute();
    await services.database
      .deleteFrom("phone_code")
      .where("expires_at", "<", new Date(now - 2 * 86_400_000))
      .execute();
  },
};
