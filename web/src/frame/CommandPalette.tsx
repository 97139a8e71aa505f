import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { useNavigate } from "react-router";
import { cx } from "../kit/cx.ts";
import { Icon } from "../kit/Icon.tsx";
import { Kbd } from "../kit/staff/Kbd.tsx";
import type { NavItem, NavSection } from "./portal.ts";

interface CommandPaletteProps {
  open: boolean;
  onClose: () => void;
  sections: readonly NavSection[];
}

/** Ctrl-K: opens any page of the portal by a few letters of its name. */
export function CommandPalette({ open, onClose, sections }: CommandPaletteProps): ReactElement | null {
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

  const found = useMemo(() => matchItems(sections, text), [sections, text]);
  if (!open) return null;

  function go(item: NavItem | undefined): void {
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
      aria-label="去哪里"
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
          aria-label="页面名称"
          placeholder="输入页面名称，如 初审"
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
      <ul id={listId} role="listbox" aria-label="页面" className="max-h-[50vh] overflow-y-auto py-2">
        {found.map((item, index) => (
          <li key={item.to} id={`${listId}-${index}`} role="option" aria-selected={index === chosen}>
            <button
              type="button"
              tabIndex={-1}
              onPointerMove={() => setChosen(index)}
              onClick={() => go(item)}
              className={cx("flex h-9 w-full items-center gap-3 px-4 text-left", index === chosen && "bg-accent-soft")}
            >
              <Icon name={item.icon ?? "right"} className="text-ink-3" />
              <span>{item.title}</span>
              {index === chosen && <Icon name="arrow" className="ml-auto text-accent" />}
            </button>
          </li>
        ))}
        {found.length === 0 && (
          <li className="px-4 py-6 text-center text-ink-2">没有叫「{text}」的页面，换个词试试。</li>
        )}
      </ul>
    </dialog>
  );
}

/** Items whose title or other words hold every typed word. */
export function matchItems(sections: readonly NavSection[], text: string): NavItem[] {
  const words = text.trim().toLowerCase().split(/\s+/u).filter(Boolean);
  return sections
    .flatMap((section) => section.items)
    .filter((item) =>
      words.every((word) => `${item.title} ${item.words ?? ""} ${item.to}`.toLowerCase().includes(word)),
    );
}
