import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { formatInstant } from "../../kit/format.ts";
import { useFilters } from "../../lists/use-filters.ts";
import { QueryView } from "../../kit/QueryView.tsx";
import { Select } from "../../kit/Select.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { BaseFigureDialog } from "./BaseFigureDialog.tsx";
import { BaseFigures } from "./BaseFigures.tsx";
import { ChangeTargetDialog } from "./ChangeTargetDialog.tsx";
import { RemoveTargetDialog } from "./RemoveTargetDialog.tsx";
import { SetTargetDialog } from "./SetTargetDialog.tsx";
import { TargetCard } from "./TargetCard.tsx";
import { measureLabels, type Progress } from "./target-words.ts";

type Open = { act: "set" | "base" } | { act: "change" | "remove"; row: Progress };

/** Targets of the programme (一.目标) and their progress: the county, its years, towns and departments. */
export default function TargetsPage(): ReactElement {
  const [{ scope, year }, setFilters] = useFilters(["scope", "year"]);
  const progress = useApi(api.targets.progress, { query: {} });
  const mayWrite = useSession().data?.account?.role === "reviewer";
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <StaffPage
      title="目标进度"
      intro={
        progress.data === undefined ? "一.目标" : `对照政策的目标任务，数据截至 ${formatInstant(progress.data.asOf)}`
      }
      actions={
        <>
          {mayWrite && (
            <>
              <Button icon="plus" onClick={() => setOpen({ act: "set" })}>
                设定目标
              </Button>
              <Button variant="secondary" onClick={() => setOpen({ act: "base" })}>
                登记基础数据
              </Button>
            </>
          )}
          <Button variant="secondary" icon="print" onClick={() => print()}>
            打印
          </Button>
        </>
      }
    >
      <QueryView query={progress} lines={10}>
        {({ rows }) => {
          const years = [...new Set(rows.flatMap((row) => row.year ?? []))].toSorted();
          const shown = rows
            .filter((row) => isIn(row, scope) && (year === "" || String(row.year) === year))
            .toSorted((a, b) => place(a) - place(b));
          return (
            <>
              <div data-print="hide" className="flex flex-wrap gap-2">
                <Select
                  className="w-40"
                  aria-label="范围"
                  placeholder="全部范围"
                  value={scope}
                  onChange={(value) => setFilters({ scope: value })}
                  choices={[
                    { value: "county", label: "全县" },
                    { value: "town", label: "各镇（街道）" },
                    { value: "department", label: "各主管部门" },
                  ]}
                />
                <Select
                  className="w-40"
                  aria-label="年度"
                  placeholder="全部年度"
                  value={year}
                  onChange={(value) => setFilters({ year: value })}
                  choices={years.map((each) => ({ value: String(each), label: `${each} 年` }))}
                />
              </div>
              {shown.length === 0 ? (
                <Empty title="这个范围还没有目标">
                  {mayWrite ? "点“设定目标”，为全县、镇（街道）或主管部门设定。" : "由人社部门设定后会列在这里。"}
                </Empty>
              ) : (
                <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
                  {shown.map((row) => (
                    <TargetCard
                      key={row.id}
                      row={row}
                      actions={
                        mayWrite ? (
                          <>
                            <Button
                              variant="quiet"
                              label={`调整 ${row.label}`}
                              onClick={() => setOpen({ act: "change", row })}
                            >
                              调整
                            </Button>
                            <Button
                              variant="quiet"
                              label={`撤销 ${row.label}`}
                              onClick={() => setOpen({ act: "remove", row })}
                            >
                              撤销
                            </Button>
                          </>
                        ) : null
                      }
                    />
                  ))}
                </div>
              )}
            </>
          );
        }}
      </QueryView>
      <BaseFigures />
      {open?.act === "set" && <SetTargetDialog onClose={close} />}
      {open?.act === "base" && <BaseFigureDialog onClose={close} />}
      {open?.act === "change" && <ChangeTargetDialog row={open.row} onClose={close} />}
      {open?.act === "remove" && <RemoveTargetDialog row={open.row} onClose={close} />}
    </StaffPage>
  );
}

/** In the order in which the policy names them. */
const place = (row: Progress): number => Object.keys(measureLabels).indexOf(row.measure);

function isIn(row: Progress, scope: string): boolean {
  if (scope === "department") return row.departmentId !== null;
  if (scope === "town") return row.departmentId === null && row.region.length > 6;
  return scope === "" || (row.departmentId === null && row.region.length === 6);
}
