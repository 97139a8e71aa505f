import type { ReactElement } from "react";

/** A number that rings when it is touched. */
export function PhoneLink({ phone }: { phone: string }): ReactElement {
  return (
    <a
      href={`tel:${phone.replaceAll(/[^\d+]/gu, "")}`}
      className="num inline-flex min-h-(--touch) min-w-(--touch) items-center justify-center text-accent in-[.staff]:min-h-8 underline underline-offset-3"
    >
      {phone}
    </a>
  );
}
