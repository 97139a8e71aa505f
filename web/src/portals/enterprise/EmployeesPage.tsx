import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { today } from "../../kit/today.ts";
import { Filter, WordsFilter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { RowAct } from "../../kit/staff/RowAct.tsx";
import { useList } from "../../lists/use-list.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { useHotkeys } from "../../kit/staff/use-hotkeys.ts";
import { type SortName } from "../../lists/use-sort.ts";
import { CorrectEmployeeDialog } from "./CorrectEmployeeDialog.tsx";
import { EmployeeImport } from "./EmployeeImport.tsx";
import { EmployeesClaimDialog, MOST_EMPLOYEES } from "./EmployeesClaimDialog.tsx";
import { LeaveMany } from "./LeaveMany.tsx";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { NewEmployeeDialog } from "./NewEmployeeDialog.tsx";
import { usePolicy } from "../../features/claims/use-policy.ts";
import { useProgrammes } from "../../features/programmes/use-programmes.ts";
import type { Employee } from "./employee.ts";
import type { DataColumn } from "../../lists/column.ts";

const LIST = api.employees.list;

const kinds = { employed: "done", left: "ended", moved: "late" } as const;

/** 职工: employees with start and end of contract, on which claims rest. */
export default function EmployeesPage(): ReactElement {
  const id = useSession().data?.account?.organisationId ?? "";
  const [filters, setFilters, bind] = useFilters(["q", "state", "contract"]);
  const [open, setOpen] = useState<"new" | "import" | null>(null);
  const [leaving, setLeaving] = useState<Employee | null>(null);
  const [correcting, setCorrecting] = useState<Employee | null>(null);
  const employees = useList(LIST, { params: { id }, usual: "name", filters, exportAs: "职工名单.xlsx" });
  const { usual } = useProgrammes();
  const policy = usePolicy(usual === "" ? undefined : usual);
  // Benefits that rest on the job alone: for the others each employee's training or certificate is chosen.
  const onJob = policy.benefits.filter(
    ({ claiming }) => claiming?.by.includes("enterprise") === true && claiming.evidence === "employment",
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [claiming, setClaiming] = useState<readonly Employee[] | null>(null);
  const picked = employees.rows.filter((row) => row.state === "employed" && chosen.has(row.personId));
  const filtered = filters.q !== "" || filters.state !== "" || filters.contract !== "";
  useHotkeys({ n: () => setOpen("new"), i: () => setOpen("import") });

  return (
    <StaffPage
      title="职工"
      intro="补贴按这里登记的用工日期和合同期判定；人社部门会与社保记录核对，本人会收到通知。"
      actions={
        <>
          <Button variant="secondary" icon="upload" hotkey="i" onClick={() => setOpen("import")}>
            导入名单
          </Button>
          <Button icon="plus" hotkey="n" onClick={() => setOpen("new")}>
            登记职工
          </Button>
        </>
      }
    >
      <DataTable
        id="enterprise-employees"
        caption="职工"
        unit="人"
        columns={columnsOf({ onLeave: setLeaving, onCorrect: setCorrecting })}
        {...employees}
        rowKey={(row) => row.personId}
        selection={{ keys: chosen, onChange: setChosen }}
        selectionActions={
          <>
            {onJob.length > 0 && (
              <Button
                disabled={picked.length === 0 || picked.length > MOST_EMPLOYEES}
                onClick={() => setClaiming(picked)}
              >
                {picked.length === 0
                  ? "所选的没有在职职工"
                  : picked.length > MOST_EMPLOYEES
                    ? `一次最多为 ${MOST_EMPLOYEES} 人申请`
                    : `为 ${picked.length} 人申请补贴`}
              </Button>
            )}
            <LeaveMany
              organisationId={id}
              rows={employees.rows.filter((row) => chosen.has(row.personId))}
              onDone={setChosen}
            />
          </>
        }
        filters={
          <>
            <WordsFilter label="姓名中的字" {...bind("q")} />
            <Filter
              label="状态"
              {...bind("state")}
              choices={[
                { value: "employed", label: "在职" },
                { value: "left", label: "已离职" },
                { value: "moved", label: "已在别处就业" },
              ]}
            />
            <Filter
              label="劳动合同"
              all="全部合同"
              className="w-40"
              {...bind("contract")}
              choices={[
                { value: "soon", label: "60 天内到期" },
                { value: "over", label: "已到期仍在职" },
                { value: "none", label: "没登记合同期" },
              ]}
            />
          </>
        }
        empty={
          filtered ? (
            <Empty
              title="没有符合条件的职工"
              action={<Button onClick={() => setFilters({ q: "", state: "", contract: "" })}>看全部职工</Button>}
            >
              换个条件再找；没登记的先登记。
            </Empty>
          ) : (
            <Empty title="还没有职工" action={<Button onClick={() => setOpen("import")}>导入名单</Button>}>
              可以从 Excel 导入，也可以逐人登记。登记后，岗前、在岗培训和以工代训的补贴才能判定。
            </Empty>
          )
        }
      />
      {open === "new" && <NewEmployeeDialog organisationId={id} onClose={() => setOpen(null)} />}
      <EmployeeImport organisationId={id} open={open === "import"} onClose={() => setOpen(null)} />
      {claiming !== null && (
        <EmployeesClaimDialog
          programme={usual}
          benefits={onJob}
          employees={claiming}
          onClose={(left) => {
            setClaiming(null);
            setChosen(left);
          }}
        />
      )}
      {leaving !== null && <LeaveDialog organisationId={id} employee={leaving} onClose={() => setLeaving(null)} />}
      {correcting !== null && (
        <CorrectEmployeeDialog organisationId={id} employee={correcting} onClose={() => setCorrecting(null)} />
      )}
    </StaffPage>
  );
}

interface Acts {
  onLeave: (employee: Employee) => void;
  onCorrect: (employee: Employee) => void;
}

const columnsOf = ({ onLeave, onCorrect }: Acts): DataColumn<Employee, SortName<typeof LIST>>[] => [
  { key: "name", sort: "name", title: "姓名", render: (row) => <span className="font-medium">{row.name}</span> },
  { key: "id", title: "身份证号", render: (row) => <span className="num">{row.citizenIdMasked}</span> },
  {
    key: "phone",
    title: "手机号",
    optional: true,
    render: (row) => <span className="num">{row.phoneMasked ?? "没有留"}</span>,
  },
  { key: "hiredOn", sort: "hiredOn", title: "入职", render: (row) => <span className="num">{row.hiredOn}</span> },
  {
    key: "months",
    title: "合同期",
    align: "right",
    render: (row) => (row.contractMonths === null ? "没有登记" : `${row.contractMonths} 个月`),
  },
  {
    key: "contractUntil",
    sort: "contractUntil",
    title: "合同到期",
    render: (row) => (
      <span className="num">
        {row.contractUntil ?? "–"}
        {row.contractEndsSoon && <span className="ml-2 text-sm text-turn">快到期</span>}
        {row.state === "employed" && row.contractUntil !== null && row.contractUntil < today() && (
          <span className="ml-2 text-sm text-turn">已到期</span>
        )}
      </span>
    ),
  },
  {
    key: "state",
    sort: "state",
    title: "状态",
    render: (row) => <StatusMark kind={kinds[row.state]}>{row.stateLabel}</StatusMark>,
  },
  { key: "leftOn", sort: "leftOn", title: "离职", render: (row) => <span className="num">{row.leftOn ?? "–"}</span> },
  { key: "source", title: "来源", optional: true, render: (row) => row.source },
  {
    key: "act",
    title: "办理",
    render: (row) => (
      <span className="flex gap-3 whitespace-nowrap text-accent">
        {row.state === "employed" && (
          <Link
            to={`/enterprise/claims/new?employee=${row.personId}`}
            aria-label={`为 ${row.name} 申请补贴`}
            className="inline-flex min-h-6 items-center underline underline-offset-3"
          >
            申请补贴
          </Link>
        )}
        {row.leftOn === null && (
          <RowAct label={`${row.name} 离职`} onClick={() => onLeave(row)}>
            离职
          </RowAct>
        )}
        {row.reportedHere && (
          <RowAct label={`更正 ${row.name}`} onClick={() => onCorrect(row)}>
            续签、更正
          </RowAct>
        )}
      </span>
    ),
  },
];
