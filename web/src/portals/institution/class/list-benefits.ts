/** The benefits that a school asks for by its list of learners; the others are asked for by the enterprise or the learner. */
export const listBenefits: ReadonlySet<string> = new Set([
  "unemployed-training",
  "startup-training",
  "special-operation",
]);

/** The benefits that a school asks for a class as a whole. */
export const schoolClaims: ReadonlySet<string> = new Set(["order-class", "project-training"]);
