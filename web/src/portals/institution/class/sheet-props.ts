import type { TrainingClass } from "../../../features/classes/training-class.ts";

/** Props of every printed sheet of a class. */
export interface SheetProps {
  training: TrainingClass;
  organisation: string;
}
