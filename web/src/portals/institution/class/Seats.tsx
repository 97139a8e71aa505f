import type { ReactElement } from "react";

interface SeatsProps {
  capacity: number;
  taken: number;
  /** Of the taken seats, those not confirmed yet. */
  applied: number;
}

/** Seats of the class as squares: taken, waiting for confirmation, free. */
export function Seats({ capacity, taken, applied }: SeatsProps): ReactElement {
  const enrolled = Math.max(0, taken - applied);
  return (
    <figure>
      <figcaption className="num mb-1.5">
        名额 {capacity}，已入班 <strong className="font-semibold">{enrolled}</strong>
        {applied > 0 && (
          <>
            ，待确认 <strong className="font-semibold text-turn">{applied}</strong>
          </>
        )}
        ，还空 <strong className="font-semibold">{Math.max(0, capacity - taken)}</strong>
      </figcaption>
      <div aria-hidden className="flex max-w-xl flex-wrap gap-[3px]">
        {Array.from({ length: capacity }, (_, index) => (
          <span
            key={index}
            className={
              index < enrolled
                ? "size-3 rounded-[1px] bg-accent"
                : index < taken
                  ? "size-3 rounded-[1px] border-2 border-turn bg-turn-soft"
                  : "size-3 rounded-[1px] border border-line-strong"
            }
          />
        ))}
      </div>
    </figure>
  );
}
