import { useDocumentTitle } from "./use-document-title.ts";
import type { ReactElement, ReactNode } from "react";
import { Link } from "./Link.tsx";
import { Icon } from "./Icon.tsx";

interface PageProps {
  /** The page's heading, also the browser's title. */
  title: string;
  /** One or two sentences below the heading. */
  intro?: ReactNode;
  /** Link to the parent page. */
  back?: { to: string; title: string };
  /** Beside the heading. */
  action?: ReactNode;
  /** `narrow` for forms and reading, `wide` for lists. */
  width?: "narrow" | "wide";
  children: ReactNode;
}

/** A citizen's page: heading, introduction, content in one column. */
export function Page({ title, intro, back, action, width = "narrow", children }: PageProps): ReactElement {
  useDocumentTitle(title);
  return (
    <div
      className={
        width === "narrow" ? "mx-auto max-w-3xl px-4 py-6 sm:py-10" : "mx-auto max-w-6xl px-4 py-6 sm:px-6 sm:py-10"
      }
    >
      {back !== undefined && (
        <Link
          to={back.to}
          data-print="hide"
          className="mb-3 inline-flex min-h-(--touch) items-center gap-1 text-accent underline-offset-4 hover:underline"
        >
          <Icon name="left" size="1em" />
          {back.title}
        </Link>
      )}
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="max-w-(--measure)">
          <h1 className="text-2xl font-semibold sm:text-3xl">{title}</h1>
          {intro !== undefined && <div className="mt-2 text-ink-2">{intro}</div>}
        </div>
        {action}
      </div>
      <div className="grid grid-cols-1 gap-6">{children}</div>
    </div>
  );
}
