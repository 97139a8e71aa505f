import type { ReactElement, ReactNode } from "react";
import { useDocumentTitle } from "../use-document-title.ts";

interface StaffPageProps {
  title: string;
  /** One line: purpose of the page, or what is in force. */
  intro?: ReactNode;
  /** Buttons on the right. */
  actions?: ReactNode;
  children: ReactNode;
  /** Without padding around the content, for work queues. */
  flush?: boolean;
  /** The content is a printed sheet with its own title. */
  sheet?: boolean;
}

/** A staff page: title line, actions, content. */
export function StaffPage({
  title,
  intro,
  actions,
  children,
  flush = false,
  sheet = false,
}: StaffPageProps): ReactElement {
  useDocumentTitle(title);
  return (
    <div className="flex min-h-full flex-col">
      <div
        className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 pt-4 pb-3 lg:px-6"
        {...(sheet ? { "data-print": "hide" } : {})}
      >
        <div>
          <h1 className="text-2xl font-semibold">{title}</h1>
          {intro !== undefined && <div className="text-ink-2">{intro}</div>}
        </div>
        {actions !== undefined && (
          <div data-print="hide" className="flex flex-wrap gap-2">
            {actions}
          </div>
        )}
      </div>
      <div
        className={
          flush ? "flex-1 border-t border-line" : "grid flex-1 grid-cols-1 content-start gap-4 px-4 pb-8 lg:px-6"
        }
      >
        {children}
      </div>
    </div>
  );
}
