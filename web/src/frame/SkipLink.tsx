import type { ReactElement } from "react";

/** First Tab stop: skips the navigation. */
export function SkipLink(): ReactElement {
  return (
    <a
      href="#main"
      className="sr-only z-50 bg-accent text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:rounded-md focus:px-4 focus:py-3"
    >
      跳到正文
    </a>
  );
}
