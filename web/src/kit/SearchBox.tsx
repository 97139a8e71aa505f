import { useEffect, useRef, useState, type ReactElement } from "react";
import { Button } from "./Button.tsx";
import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";
import { inputClass } from "./input-class.ts";

interface SearchBoxProps {
  /** The words now in force. */
  value: string;
  /** Called on submit, or shortly after typing stops if there is no button. */
  onSearch: (value: string) => void;
  label: string;
  placeholder?: string;
  /** Shows a button, for searches that open another page. */
  button?: string;
}

/** Search by words, number or name. */
export function SearchBox({ value, onSearch, label, placeholder, button }: SearchBoxProps): ReactElement {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  });
  if (value !== known) {
    setKnown(value);
    setText(value);
  }
  useEffect(() => {
    if (button !== undefined || text === known) return undefined;
    const timer = setTimeout(() => latest.current(text), 300);
    return () => clearTimeout(timer);
  }, [text, known, button]);
  const input = (
    <span className="relative min-w-[min(9em,100%)] flex-1">
      <Icon
        name="search"
        className="pointer-events-none absolute inset-y-0 left-3 my-auto text-ink-3 in-[.staff]:left-2"
      />
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={text}
        className={cx(inputClass, "pl-[calc(1.25em+1.25rem)] in-[.staff]:pl-8")}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          // Within a form, Enter searches and doesn't submit the form.
          if (button !== undefined || event.key !== "Enter") return;
          event.preventDefault();
          onSearch(text);
        }}
      />
    </span>
  );
  if (button === undefined)
    return (
      <div role="search" className="flex">
        {input}
      </div>
    );
  return (
    <form
      role="search"
      className="flex flex-wrap gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text);
      }}
    >
      {input}
      <Button type="submit">{button}</Button>
    </form>
  );
}
