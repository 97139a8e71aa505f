import type { Context } from "../kernel/context.ts";

/** A class of a plan with the places it holds now. */
export interface PlacesHeld {
  classId: string;
  town: string;
  organisationId: string;
  places: number;
}

declare module "../kernel/offers.ts" {
  interface Offers {
    /** Approved classes of a plan that begin in a year, not cancelled: those that a quota set afterwards has to cover. */
    classesOfPlan: (context: Context, projectId: string, year: number) => Promise<PlacesHeld[]>;
  }
}
