import type { CivilDate } from "@jinengtong/standards";
import { z } from "zod";

/** Parameters by which training of a school is counted like teaching, each set from a day on, with its source. */
export const WorkloadParameters = z.strictObject({
  title: z.string().trim().min(1).max(60),
  values: z
    .array(
      z.strictObject({
        from: z.iso.date(),
        source: z.string().trim().min(1).max(300),
        /** Standard class hours of a student in a year. */
        hoursPerStudentYear: z.number().int().positive(),
        /** Share of the income that goes to public funds. */
        publicSharePercent: z.number().min(0).max(100),
        /** Factor of a teacher's hours by the size of the class, smallest first. */
        classSizes: z
          .array(z.strictObject({ upTo: z.number().int().positive(), factor: z.number().positive() }))
          .min(1),
      }),
    )
    .min(1),
});
export type WorkloadParameters = z.output<typeof WorkloadParameters>;
export type WorkloadValues = WorkloadParameters["values"][number];

/** Parameters in force on a day; undefined before the first. */
export const workloadOn = (parameters: WorkloadParameters, day: CivilDate): WorkloadValues | undefined =>
  parameters.values.toSorted((a, b) => (a.from < b.from ? -1 : 1)).findLast(({ from }) => from <= day);

/** Student equivalents in thousandths, half up: learner hours, in hundredths, by the hours of a student-year. */
export const equivalents = (
  learnerHoursHundredths: number,
  values: Pick<WorkloadValues, "hoursPerStudentYear">,
): number => Math.round((learnerHoursHundredths * 10) / values.hoursPerStudentYear);

/** Part of a class that belongs to one of two schools: the partner's is rounded down, the leading school has the rest, so that no hour is lost. */
export const partOf = (whole: number, partnerPercent: number, side: "lead" | "partner"): number => {
  const partner = Math.trunc((whole * partnerPercent) / 100);
  return side === "partner" ? partner : whole - partner;
};

/** A teacher's hours in hundredths: hours taught by the factor of the class's size. */
export function teacherHours(hours: number, heads: number, values: Pick<WorkloadValues, "classSizes">): number {
  const size = values.classSizes.find(({ upTo }) => heads <= upTo) ?? values.classSizes.at(-1);
  return Math.round(hours * 100 * (size?.factor ?? 1));
}

/** Distribution of a year's income: the public share, and the base of performance pay, which isn't below 0. */
export function distribution(
  given: { incomeFen: number; materialFen: number; trainersFen: number },
  values: Pick<WorkloadValues, "publicSharePercent">,
): { shareFen: number; baseFen: number } {
  const shareFen = Math.round((Math.max(0, given.incomeFen) * Math.round(values.publicSharePercent * 100)) / 10_000);
  return { shareFen, baseFen: Math.max(0, given.incomeFen - given.materialFen - given.trainersFen - shareFen) };
}
