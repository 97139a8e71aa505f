import type { Output } from "../../../../api/client.ts";

export type Reading = Output<"GET /api/v1/policy/:id/readings">["rows"][number];

/** The chosen alternative. */
export const chosenText = ({ readings, chosen }: Reading): string =>
  readings.find(({ id }) => id === chosen)?.text ?? chosen;
