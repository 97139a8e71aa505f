import { z } from "zod";

/** The times that a benefit may still be had: in the calendar year, in the last twelve months, or ever. */
export const TimesLeftShape = z
  .strictObject({
    per: z.enum(["calendar-year", "rolling-year", "ever"]),
    most: z.number().int(),
    left: z.number().int(),
  })
  .describe("按期间限次的，还能领几次");
