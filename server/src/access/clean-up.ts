import { sweepUploads } from "../kernel/uploads.ts";
import type { Schedule } from "../kernel/queue.ts";

/** Deletes sessions and codes that expired long ago, and unfinished uploads; the audit log keeps the sign-ins. */
export const cleanUp: Schedule = {
  name: "access-clean-up",
  title: "清理会话、验证码和没有收完的文件",
  cron: "40 18 * * *",
  async run(services) {
    await sweepUploads(services.files, new Date());
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
