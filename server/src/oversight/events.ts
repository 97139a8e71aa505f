import type { CivilDate } from "@jinengtong/standards";

declare module "../kernel/events.ts" {
  interface Events {
    "digest-made": { accountId: string; day: CivilDate };
  }
}
