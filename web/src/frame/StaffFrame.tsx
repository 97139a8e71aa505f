import { county, regionName } from "@jinengtong/county";
import { useMemo, useState, type ReactElement, type ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { useSavedViews } from "../api/saved-views.ts";
import type { Account } from "../api/session.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { SkipLink } from "./SkipLink.tsx";
import { Icon } from "../kit/Icon.tsx";
import { Logo } from "../kit/Logo.tsx";
import { CommandPalette } from "./CommandPalette.tsx";
import { Kbd } from "../kit/staff/Kbd.tsx";
import { HumanContact } from "./HumanContact.tsx";
import { topicAt, topicsOf } from "./help-topic.ts";
import { StaffNav } from "./StaffNav.tsx";
import { useHotkeys } from "../kit/staff/use-hotkeys.ts";
import type { Portal } from "./portal.ts";

interface StaffFrameProps {
  portal: Portal;
  account: Account;
  children: ReactNode;
}

/** Top bar with organisation and region, navigation on the left, Ctrl-K. */
export function StaffFrame({ portal, account, children }: StaffFrameProps): ReactElement {
  const region = regionName(account.region);
  const [palette, setPalette] = useState(false);
  const [menu, setMenu] = useState(false);
  useHotkeys({ "mod+k": () => setPalette(true) }, { always: true });
  const saved = useSavedViews().data?.rows;
  const nav = useMemo(
    () =>
      portal.nav
        .map((section) => ({
          ...section,
          items: section.items
            .filter((item) => item.roles === undefined || item.roles.includes(account.role))
            .map((item) => ({
              ...item,
              views: (saved ?? [])
                .filter((view) => view.page === item.to)
                .map((view) => ({ to: `${view.page}?${view.query}`, title: view.name })),
            })),
        }))
        .filter((section) => section.items.length > 0),
    [portal, account.role, saved],
  );
  const base = nav[0]?.items[0]?.to ?? "";
  const help = useMemo(() => topicsOf(portal.help, account.role), [portal, account.role]);
  const topic = topicAt(help, useLocation().pathname);
  return (
    <div className="staff flex min-h-screen flex-col bg-paper">
      <SkipLink />
      <header data-shell className="sticky top-0 z-30 flex h-12 items-center gap-3 border-b border-line bg-sheet px-4">
        <button
          type="button"
          aria-expanded={menu}
          onClick={() => setMenu(!menu)}
          className="grid size-8 place-items-center lg:hidden"
        >
          <Icon name="menu" label={menu ? "收起导航" : "打开导航"} />
        </button>
        <Link to="/" aria-label={`${county().product.name}公共首页`} className="flex items-center">
          <Logo size={24} />
        </Link>
        <span className="border-l border-line pl-3 font-medium max-sm:hidden">{portal.title}</span>
        <button
          type="button"
          onClick={() => setPalette(true)}
          className="ml-auto flex h-8 items-center gap-2 rounded-md border border-line-strong bg-sheet px-2.5 text-ink-2 hover:border-accent"
        >
          <Icon name="search" size="1.1em" />
          <span className="max-md:sr-only">去哪里、查什么</span>
          <span className="max-md:hidden">
            <Kbd>Ctrl K</Kbd>
          </span>
        </button>
        {base !== "" && (
          <Link
            to={`${base}/help${topic === undefined ? "" : `#${topic.id}`}`}
            className="flex min-h-8 items-center px-1 text-ink-2 hover:text-accent"
          >
            帮助
          </Link>
        )}
        <span className="hidden text-right leading-tight md:block">
          <span className="block">{account.organisationName ?? portal.title}</span>
          {region !== undefined && <span className="block text-xs text-ink-3">{region}</span>}
        </span>
        <AccountMenu account={account} />
      </header>
      <div className="flex min-h-0 flex-1">
        <StaffNav sections={nav} open={menu} onNavigate={() => setMenu(false)} />
        <div className="flex min-w-0 flex-1 flex-col border-line lg:border-l">
          <main id="main" className="min-w-0 flex-1">
            {children}
          </main>
          {base !== "" && (
            <footer data-shell data-print="hide" className="border-t border-line px-4 py-1">
              <HumanContact region={account.region} help={`${base}/help`} />
            </footer>
          )}
        </div>
      </div>
      <CommandPalette open={palette} onClose={() => setPalette(false)} sections={nav} help={help} />
    </div>
  );
}
