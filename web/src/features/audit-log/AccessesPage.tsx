import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { Empty } from "../../kit/Empty.tsx";
import { formatInstant } from "../../kit/format.ts";
import { useFilters } from "../../lists/use-filters.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { Button } from "../../kit/Button.tsx";

const link = "min-h-6 text-left text-accent underline decoration-accent-line underline-offset-3";

/** Log of unmasked personal data: who, whose, and for what purpose. The person sees the same. */
export default function AccessesPage(): ReactElement {
  const [filters, setFilters] = useFilters(["accountId", "personId"]);
  const list = useList(api.dataAccesses.list, {
    usual: "-at",
    filters,
    exportAs: "个人信息查看记录.xlsx",
  });
  const narrowed = filters.accountId !== "" || filters.personId !== "";
  return (
    <StaffPage title="个人信息查看记录" intro="每次查看完整号码都写明用途；本人在自己的页面看到同样的记录。">
      <DataTable
        id="accesses"
        caption="个人信息查看记录"
        unit="次"
        {...list}
        rowKey={(row) => String(row.id)}
        empty={<Empty title="没有查看记录">有人查看完整的证件号、手机号或银行账号后，会记在这里。</Empty>}
        filters={
          narrowed ? (
            <>
              <span className="text-ink-2">
                {filters.accountId === "" ? "只看这一个人被查看的记录" : "只看这一位工作人员的记录"}
              </span>
              <Button variant="quiet" icon="cross" onClick={() => setFilters({ accountId: "", personId: "" })}>
                看全部
              </Button>
            </>
          ) : undefined
        }
        columns={[
          {
            key: "at",
            sort: "at",
            title: "时间",
            render: (row) => <span className="num">{formatInstant(row.at)}</span>,
          },
          {
            key: "by",
            sort: "by",
            title: "谁查看",
            render: (row) => (
              <>
                <button type="button" className={link} onClick={() => setFilters({ accountId: row.accountId })}>
                  {row.by}
                </button>{" "}
                <span className="text-sm text-ink-3">{row.roleLabel}</span>
              </>
            ),
          },
          { key: "fields", title: "看了什么", render: (row) => row.fieldLabels.join("、") },
          { key: "purpose", sort: "purpose", title: "用途", render: (row) => row.purpose },
          {
            key: "person",
            title: "被查看的人",
            render: (row) => (
              <button
                type="button"
                className={`${link} num font-mono text-xs`}
                onClick={() => setFilters({ personId: row.personId })}
              >
                …{row.personId.slice(-12)}
              </button>
            ),
          },
        ]}
      />
    </StaffPage>
  );
}
