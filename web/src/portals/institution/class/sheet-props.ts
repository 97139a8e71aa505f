import type { TrainingClass } from "../../../features/classes/training-class.ts";

/** What every printed sheet of a class takes. */
export interface SheetProps {
  training: TrainingClass;
  organisation: string;
}
