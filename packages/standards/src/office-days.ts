/** Within how many working days the bureau answers what waits in its queues and has no date of its own. Said on the page, counted on the first page. */
export const OFFICE_DAYS = {
  /** An approval somebody wants taken back: until it is decided the money neither goes nor comes back. */
  cancellation: 3,
  /** A certificate obtained elsewhere. */
  declaration: 5,
  /** A person's declared group. */
  group: 5,
  /** A person asks to have what is kept about them set right. */
  correction: 5,
  /** Result of the screening. */
  anomaly: 10,
  /** A confirmed anomaly, which holds claims. */
  resolution: 5,
} as const;
