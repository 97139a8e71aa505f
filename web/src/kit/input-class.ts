/** Class names of all text inputs. */
export const inputClass =
  "block w-full min-h-(--touch) rounded-md border border-line-strong bg-sheet px-3 py-1.5 text-base text-ink in-[.staff]:px-2 in-[.staff]:py-0.5 " +
  "hover:border-ink-2 aria-invalid:border-refuse aria-invalid:bg-refuse-soft disabled:bg-paper-deep disabled:text-ink-3";
