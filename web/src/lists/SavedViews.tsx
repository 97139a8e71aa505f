import { useState, type ReactElement } from "react";
import { Link, useLocation } from "react-router";
import { api } from "../api/api.ts";
import { useChange } from "../api/hooks.ts";
import { useSavedViews } from "../api/saved-views.ts";
import { useSession } from "../api/session.ts";
import { Button } from "../kit/Button.tsx";
import { ErrorNotice } from "../kit/ErrorNotice.tsx";
import { Popover } from "../kit/Popover.tsx";
import { RowAct } from "../kit/staff/RowAct.tsx";
import { useToast } from "../kit/Toast.tsx";
import { useLastFilters } from "./use-last-filters.ts";
import { ViewNameDialog, type NamedView } from "./ViewNameDialog.tsx";
import { viewQuery } from "./view-query.ts";

/** Filters and order of the list on this page under names: opened, saved, renamed, removed; and those that were last in force. */
export function SavedViews(): ReactElement | null {
  const { pathname, search } = useLocation();
  const account = useSession().data?.account ?? null;
  const query = viewQuery(search);
  const last = useLastFilters(account?.id ?? null, pathname, query);
  const views = useSavedViews();
  const [naming, setNaming] = useState<NamedView | null>(null);
  const tell = useToast();
  const remove = useChange(api.views.remove, { refresh: [api.views.list], onSuccess: () => tell("视图已删除") });
  // A case, a class or a person has its own address; its lists are left with it.
  if (account === null || /\/[0-9a-f]{8}-/u.test(pathname)) return null;
  const own = views.data?.rows.filter((view) => view.page === pathname) ?? [];
  const current = own.find((view) => viewQuery(view.query) === query);
  return (
    <>
      <Popover
        align="end"
        label="视图"
        button={
          <Button variant="secondary" icon="filter">
            {current?.name ?? "视图"}
          </Button>
        }
      >
        <div className="grid w-64 gap-2">
          <ErrorNotice error={views.error ?? remove.error} />
          {own.length > 0 && (
            <ul className="divide-y divide-line border-b border-line">
              {own.map((view) => (
                <li key={view.id} className="flex min-h-9 items-center gap-3">
                  <Link
                    to={`${pathname}?${view.query}`}
                    aria-current={view === current ? "true" : undefined}
                    className="min-w-0 flex-1 truncate py-1.5 hover:text-accent aria-[current]:font-semibold aria-[current]:text-accent"
                  >
                    {view.name}
                  </Link>
                  <RowAct label={`给视图“${view.name}”改名`} onClick={() => setNaming(view)}>
                    改名
                  </RowAct>
                  <RowAct label={`删除视图“${view.name}”`} onClick={() => remove.mutate({ params: { id: view.id } })}>
                    删除
                  </RowAct>
                </li>
              ))}
            </ul>
          )}
          {last !== null && last !== query && (
            <Link to={`${pathname}?${last}`} className="py-1 text-accent underline underline-offset-3">
              接着用上次的筛选
            </Link>
          )}
          {query === "" ? (
            <p className="text-sm text-ink-2">选好筛选或排序，就能起个名字存下来；存的视图也列在左边菜单里。</p>
          ) : (
            <Button
              variant="secondary"
              icon="plus"
              onClick={() => setNaming({ id: null, page: pathname, name: "", query })}
            >
              把现在的筛选存为视图
            </Button>
          )}
        </div>
      </Popover>
      {naming !== null && <ViewNameDialog view={naming} onClose={() => setNaming(null)} />}
    </>
  );
}
