/** A presence check that the player shows over the picture. */
export interface PlayerCheck {
  question: string;
  /** The answers to choose from; without them one button says "I am here". */
  options?: readonly string[];
  secondsLeft?: number;
  /** The place of the chosen answer. */
  onAnswer: (option: number) => void;
  /** Goes on after the time to answer is over. */
  onMissed: () => void;
}
