import type { ReactElement } from "react";
import { Link, NavLink, useLocation } from "react-router";
import { api } from "../api/api.ts";
import { useApi } from "../api/hooks.ts";
import { cx } from "../kit/cx.ts";
import { Icon } from "../kit/Icon.tsx";
import type { NavSection } from "./portal.ts";

/** Unread messages, asked for each minute; a count is shown up to 99. */
function Unread(): ReactElement | null {
  const messages = useApi(api.messages.list, { query: { limit: 1 } }, { refetchInterval: 60_000 });
  const unread = messages.data?.unread ?? 0;
  return unread === 0 ? null : (
    <span className="num ml-auto rounded-full bg-turn px-1.5 text-xs leading-5 font-semibold text-sheet">
      <span className="sr-only">未读 </span>
      {unread > 99 ? "99+" : unread}
    </span>
  );
}

interface StaffNavProps {
  sections: readonly NavSection[];
  /** On narrow screens: whether it is shown. */
  open: boolean;
  onNavigate: () => void;
}

/** Navigation of the portal, dense and always in the same place. */
export function StaffNav({ sections, open, onNavigate }: StaffNavProps): ReactElement {
  const { pathname, search } = useLocation();
  const here = pathname + search;
  return (
    <nav
      data-shell
      aria-label="导航"
      className={cx(
        "w-48 shrink-0 overflow-y-auto bg-paper py-3 lg:sticky lg:top-12 lg:block lg:h-[calc(100vh-48px)]",
        open
          ? "max-lg:fixed max-lg:inset-y-12 max-lg:left-0 max-lg:z-20 max-lg:w-60 max-lg:shadow-float"
          : "max-lg:hidden",
      )}
    >
      {sections.map((section, index) => (
        <div key={section.title ?? index} className="mb-3">
          {section.title !== undefined && <h2 className="px-4 pt-1 pb-1 text-xs text-ink-3">{section.title}</h2>}
          <ul>
            {section.items.map((item) => (
              <li key={item.to}>
                <NavLink
                  to={item.to}
                  end={item.to.split("/").length === 2}
                  onClick={onNavigate}
                  className={({ isActive }) =>
                    cx(
                      "flex min-h-8 items-center gap-2.5 border-l-3 py-1 pr-3 pl-[13px]",
                      isActive
                        ? "border-accent bg-sheet font-semibold text-accent"
                        : "border-transparent hover:bg-paper-deep",
                    )
                  }
                >
                  {item.icon !== undefined && <Icon name={item.icon} size={17} className="opacity-80" />}
                  {item.title}
                  {item.to.endsWith("/messages") && <Unread />}
                </NavLink>
                {item.views?.map((view) => (
                  <Link
                    key={view.to}
                    to={view.to}
                    onClick={onNavigate}
                    aria-current={view.to === here ? "page" : undefined}
                    className="block truncate border-l-3 border-transparent py-0.5 pr-3 pl-[42px] text-sm text-ink-2 hover:bg-paper-deep aria-[current]:font-semibold aria-[current]:text-accent"
                  >
                    {view.title}
                  </Link>
                ))}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
