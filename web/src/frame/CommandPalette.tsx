import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { useNavigate } from "react-router";
import { api, type Api } from "../api/api.ts";
import { call, type Output } from "../api/client.ts";
import { cx } from "../kit/cx.ts";
import { Icon, type IconName } from "../kit/Icon.tsx";
import { Kbd } from "../kit/staff/Kbd.tsx";
import { findTopics, type HelpTopic } from "./help-topic.ts";
import type { NavItem, NavSection } from "./portal.ts";

interface CommandPaletteProps {
  open: boolean;
  onClose: () => void;
  sections: readonly NavSection[];
  help: readonly HelpTopic[];
}

/** Ctrl-K: opens any page of the portal by a few letters of its name, and finds people, claims, classes and whatever else its reader may open. */
export function CommandPalette({ open, onClose, sections, help }: CommandPaletteProps): ReactElement | null {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const navigate = useNavigate();
  const listId = useId();

  useEffect(() => {
    if (!open) return undefined;
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      setText("");
      setChosen(0);
    };
  }, [open]);

  const base = sections[0]?.items[0]?.to ?? "";
  const { hits, busy } = useHits(open ? text : "");
  const found = useMemo(
    () => [
      ...matchItems(sections, text).map((item): Line => ({ ...item, kind: "页面" })),
      ...hits.flatMap((hit): Line[] => {
        const { label, icon, to } = KINDS[hit.kind];
        const page = to(base, hit.id);
        return page === null ? [] : [{ to: page, title: hit.title, detail: hit.detail, icon, kind: label }];
      }),
      ...(text.trim() === "" ? [] : findTopics(help, text)).map(({ id, title }): Line => ({
        to: `${base}/help#${id}`,
        title,
        icon: "info",
        kind: "帮助",
      })),
    ],
    [sections, text, hits, base, help],
  );
  if (!open) return null;

  function go(item: Line | undefined): void {
    if (item === undefined) return;
    onClose();
    void navigate(item.to);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setChosen(Math.min(found.length - 1, chosen + 1));
    else if (event.key === "ArrowUp") setChosen(Math.max(0, chosen - 1));
    else if (event.key === "Enter") go(found[chosen]);
    else return;
    event.preventDefault();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- a click beside it closes it; Escape does for the keyboard
    <dialog
      ref={dialog}
      aria-label="去哪里、查什么"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      className="mt-[12vh] w-[34rem] max-w-[92vw] overflow-hidden rounded-lg bg-sheet p-0 text-ink shadow-float"
    >
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Icon name="search" className="text-ink-3" />
        <input
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={`${listId}-${chosen}`}
          aria-label="页面名称、姓名或编号"
          placeholder="页面、姓名、编号、拼音或帮助"
          value={text}
          onKeyDown={onKey}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(0);
          }}
          className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none"
        />
        <Kbd>Esc</Kbd>
      </div>
      <ul id={listId} role="listbox" aria-label="找到的" className="max-h-[50vh] overflow-y-auto py-2">
        {found.map((item, index) => (
          <li key={item.to} id={`${listId}-${index}`} role="option" aria-selected={index === chosen}>
            <button
              type="button"
              tabIndex={-1}
              onPointerMove={() => setChosen(index)}
              onClick={() => go(item)}
              className={cx(
                "flex min-h-9 w-full items-center gap-3 px-4 py-1 text-left",
                index === chosen && "bg-accent-soft",
              )}
            >
              <Icon name={item.icon ?? "right"} className="shrink-0 text-ink-3" />
              <span className="min-w-0 flex-1">
                <span className="num block truncate">{item.title}</span>
                {item.detail !== undefined && (
                  <span className="num block truncate text-sm text-ink-2">{item.detail}</span>
                )}
              </span>
              <span className="shrink-0 text-xs text-ink-3">{item.kind}</span>
            </button>
          </li>
        ))}
        {found.length === 0 && (
          <li className="px-4 py-6 text-center text-ink-2">
            {busy
              ? "正在查找…"
              : `没有找到“${text}”。姓名从姓开始写，可以用拼音或首字母；编号从头写，身份证号和手机号要写全。`}
          </li>
        )}
      </ul>
    </dialog>
  );
}

/** A line of the list: a page, or something found. */
interface Line extends NavItem {
  kind: string;
  detail?: string;
}

type Hit = Output<Api["search"]["everything"]>["rows"][number];

/** Portals that have a page of each kind. */
const at =
  (portals: readonly string[], page: (id: string) => string) =>
  (base: string, id: string): string | null =>
    portals.includes(base) ? `${base}/${page(id)}` : null;

/** Each kind that can be found: its word, and its page in each portal that has one. */
const KINDS: Record<Hit["kind"], { label: string; icon: IconName; to: (base: string, id: string) => string | null }> = {
  person: { label: "人员", icon: "person", to: at(["/bureau"], (id) => `people/${id}`) },
  claim: {
    label: "补贴申请",
    icon: "claim",
    to: at(["/bureau", "/finance", "/audit", "/institution", "/enterprise"], (id) => `claims/${id}`),
  },
  class: {
    label: "培训班",
    icon: "class",
    to: at(["/bureau", "/finance", "/audit", "/institution", "/enterprise"], (id) => `classes/${id}`),
  },
  certificate: {
    label: "证书",
    icon: "certificate",
    to: at(
      ["/bureau", "/audit", "/institution", "/evaluation"],
      (id) => `certificates?serial=${encodeURIComponent(id)}`,
    ),
  },
  organisation: { label: "单位", icon: "building", to: at(["/bureau"], (id) => `organisations/${id}`) },
  batch: { label: "拨付批次", icon: "table", to: at(["/finance", "/audit"], (id) => `batches/${id}`) },
  payment: { label: "付款", icon: "money", to: at(["/finance", "/audit"], (id) => `payments/${id}`) },
};

/** Asks once the typing pauses; what was typed stays out of the cache of answers kept for later. */
function useHits(text: string): { hits: readonly Hit[]; busy: boolean } {
  const q = text.trim();
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const pause = setTimeout(() => setAsked(q), 200);
    return () => clearTimeout(pause);
  }, [q]);
  const answer = useQuery({
    queryKey: [api.search.everything, asked],
    queryFn: ({ signal }) => call(api.search.everything, { body: { q: asked } }, { signal }),
    enabled: asked.length >= 2,
    gcTime: 0,
    retry: false,
  });
  return { hits: asked.length >= 2 ? (answer.data?.rows ?? []) : [], busy: q !== asked || answer.isFetching };
}

/** Pages and their saved views whose title or other words hold every typed word. */
export function matchItems(sections: readonly NavSection[], text: string): NavItem[] {
  const words = text.trim().toLowerCase().split(/\s+/u).filter(Boolean);
  return sections
    .flatMap((section) => section.items)
    .flatMap((item): NavItem[] => [
      item,
      ...(item.views ?? []).map((view) => ({
        to: view.to,
        title: `${item.title}：${view.title}`,
        icon: "filter" as const,
      })),
    ])
    .filter((item) =>
      words.every((word) => `${item.title} ${item.words ?? ""} ${item.to}`.toLowerCase().includes(word)),
    );
}
