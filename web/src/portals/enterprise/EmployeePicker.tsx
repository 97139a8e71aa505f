import { api, type Api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { SearchBox } from "../../kit/SearchBox.tsx";

export type Picked = Pick<Output<Api["employees"]["list"]>["rows"][number], "personId" | "name">;

interface EmployeePickerProps {
  organisationId: string;
  picked: Picked | null;
  onPick: (employee: Picked | null) => void;
}

/** Picks an employee by name; nobody types a whole identity number. */
export function EmployeePicker({ organisationId, picked, onPick }: EmployeePickerProps): ReactElement {
  const [q, setQ] = useState("");
  const found = useApi(
    api.employees.list,
    { params: { id: organisationId }, query: { state: "employed", limit: 8, ...(q.trim() === "" ? {} : { q }) } },
    { enabled: picked === null },
  );
  if (picked !== null)
    return (
      <p className="flex min-h-(--touch) items-center justify-between gap-3 rounded-md border border-line-strong bg-paper px-2">
        {picked.name}
        <Button variant="quiet" onClick={() => onPick(null)}>
          换一人
        </Button>
      </p>
    );
  const rows = found.data?.rows ?? [];
  return (
    <div>
      <SearchBox value={q} onSearch={setQ} label="职工姓名" placeholder="输入姓名中的字" />
      <ul className="mt-1 max-h-72 divide-y divide-line overflow-y-auto rounded-md border border-line bg-sheet">
        {rows.map((row) => (
          <li key={row.personId}>
            <button
              type="button"
              className="flex min-h-(--touch) w-full flex-wrap items-center gap-x-3 px-2 py-1 text-left hover:bg-accent-soft"
              onClick={() => onPick(row)}
            >
              <span className="font-medium">{row.name}</span>
              <span className="num text-sm text-ink-2">{row.citizenIdMasked}</span>
              <span className="num text-sm text-ink-3">{row.hiredOn} 入职</span>
            </button>
          </li>
        ))}
        {found.data !== undefined && rows.length === 0 && (
          <li className="flex flex-wrap items-center justify-between gap-2 px-2 py-1.5 text-ink-2">
            {q.trim() === "" ? "还没有登记在职职工。" : "没有找到，请核对姓名。"}
            <Button variant="quiet" to="/enterprise/staff">
              去登记职工
            </Button>
          </li>
        )}
        {found.data?.nextCursor != null && (
          <li className="px-2 py-1.5 text-sm text-ink-3">还有更多，请输入姓名中的字。</li>
        )}
      </ul>
    </div>
  );
}
