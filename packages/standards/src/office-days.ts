/**
 * Working days within which the bureau answers queues without a due date of their own. Shown on the page and counted on the home
 * page.
 */
export const OFFICE_DAYS = {
  /** A requested cancellation: until it is decided, the money neither leaves nor returns. */
  cancellation: 3,
  /** A certificate obtained elsewhere. */
  declaration: 5,
  /** A learner's word on a class, before it is public. */
  feedback: 5,
  /** A person's declared group. */
  group: 5,
  /** A requested correction of a fact. */
  correction: 5,
  /** Result of the screening. */
  anomaly: 10,
  /** A confirmed anomaly, which holds claims. */
  resolution: 5,
} as const;
