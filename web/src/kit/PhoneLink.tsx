import type { ReactElement } from "react";

/** A number that rings when it is touched. */
export function PhoneLink({ phone }: { phone: string }): ReactElement {
  return (
    <a
      href={`tel:${phone.replaceAll(/[^\d+]/gu, "")}`}
      className="num inline-flex min-h-(--touch) in-[.staff]:min-h-8 items-center text-accent underline underline-offset-3"
    >
      {phone}
    </a>
  );
}
