import type { Period } from "@jinengtong/returns";

declare module "../kernel/events.ts" {
  interface Events {
    /** A reporter sent a version of a return of a period. */
    "period-return-sent": { returnId: string; period: Period };
    /** The bureau accepted a return; its figures and rows count from now on. */
    "period-return-accepted": { returnId: string; period: Period };
  }
}
