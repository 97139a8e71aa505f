import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { SearchBox } from "../../kit/SearchBox.tsx";

interface OrganisationPickerProps {
  /** Only organisations of the kind; without it, of any. */
  kind?: "enterprise" | "training-institution";
  label: string;
  name: string;
  onChange: (id: string, name: string) => void;
}

/** One organisation, found by a few characters of its name. */
export function OrganisationPicker({ kind, label, name, onChange }: OrganisationPickerProps): ReactElement {
  const [q, setQ] = useState("");
  const found = useApi(
    api.organisations.list,
    { query: { ...(kind !== undefined && { kind }), q, limit: 6 } },
    { enabled: q.trim().length >= 2 },
  );
  if (name !== "") {
    return (
      <p className="flex min-h-(--touch) items-center justify-between gap-3 rounded-md border border-line-strong bg-paper px-2">
        {name}
        <Button variant="quiet" onClick={() => onChange("", "")}>
          换一家
        </Button>
      </p>
    );
  }
  return (
    <div>
      <SearchBox value={q} onSearch={setQ} label={label} placeholder={`输入${label}中的字`} />
      {q.trim().length >= 2 && (
        <ul className="mt-1 divide-y divide-line rounded-md border border-line bg-sheet">
          {found.data?.rows.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                className="w-full px-2 py-1.5 text-left hover:bg-accent-soft"
                onClick={() => onChange(row.id, row.name)}
              >
                {row.name}
                <span className="num ml-2 text-sm text-ink-3">{row.uscc}</span>
              </button>
            </li>
          ))}
          {found.data?.rows.length === 0 && <li className="px-2 py-1.5 text-ink-2">没有找到，请核对名称。</li>}
        </ul>
      )}
    </div>
  );
}
