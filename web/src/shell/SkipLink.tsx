import type { ReactElement } from "react";

/** The first stop of the Tab key: over the navigation, straight to the content. */
export function SkipLink(): ReactElement {
  return (
    <a
      href="#main"
      className="sr-only z-50 bg-accent px-4 py-3 text-white focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:rounded-md"
    >
      跳到正文
    </a>
  );
}
