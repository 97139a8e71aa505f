import { county } from "@jinengtong/county";
import type { ReactElement } from "react";

/** The logo: 工 (work), its stem running through a ring, as every yuan runs through its evidence. */
export function LogoMark({ size = 32 }: { size?: number }): ReactElement {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden className="shrink-0">
      <rect width="32" height="32" rx="4" fill="var(--color-brand)" />
      <path
        d="M8 8.5h16M16 8.5v4M16 19.5v4M6 23.5h20"
        fill="none"
        stroke="var(--color-on-brand)"
        strokeWidth="2.4"
        strokeLinecap="square"
      />
      <circle cx="16" cy="16" r="3.2" fill="none" stroke="#e9b978" strokeWidth="2.2" />
    </svg>
  );
}

/** The mark with the product's name. */
export function Logo({ size = 32 }: { size?: number }): ReactElement {
  return (
    <span className="inline-flex items-center gap-2.5">
      <LogoMark size={size} />
      <span className="text-lg leading-none font-semibold tracking-[0.12em] whitespace-nowrap">
        {county().product.name}
      </span>
    </span>
  );
}
