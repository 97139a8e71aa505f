import { regionName, townChoices } from "@jinengtong/county";
import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { useApi } from "../../../api/hooks.ts";
import { PostingFilters } from "../../../features/postings/PostingFilters.tsx";
import { postingColumns } from "../../../features/postings/posting-columns.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { DataTable } from "../../../lists/DataTable.tsx";
import { Filter } from "../../../lists/Filter.tsx";
import { useDownload } from "../../../lists/use-download.ts";
import { useFilters } from "../../../lists/use-filters.ts";
import { useList } from "../../../lists/use-list.ts";

/** 持证上岗: the register of the region by town; each office reads its own items. Red first. */
export default function PostingsPage(): ReactElement {
  const [filters, setFilters, bind] = useFilters(["q", "colour", "current", "unqualified", "town", "office"]);
  const list = useList(api.postings.list, { usual: "colourLabel", filters, exportAs: "特种作业人员台账.xlsx" });
  const items = useApi(api.postingItems.list, {}, { staleTime: 600_000 });
  const { save, busy } = useDownload();
  const offices = new Map((items.data?.items ?? []).map((one) => [one.office, one.officeLabel]));
  return (
    <StaffPage
      title="持证上岗"
      intro="各单位登记的特种作业、特种设备岗位。红色的没有有效证件仍在岗；每周一按镇汇总通知。"
      actions={
        <Button
          variant="secondary"
          busy={busy}
          onClick={() => save("/api/v1/postings-due/export", {}, "到期预警表.xlsx")}
        >
          到期预警表
        </Button>
      }
    >
      <DataTable
        id="bureau-postings"
        caption="特种作业人员台账"
        unit="人次"
        {...list}
        rowKey={(row) => row.id}
        filters={
          <>
            <PostingFilters bind={bind} />
            <Filter label="镇（街道）" {...bind("town")} choices={townChoices()} />
            <Filter
              label="主管部门"
              {...bind("office")}
              choices={[...offices].map(([value, label]) => ({ value, label }))}
            />
          </>
        }
        empty={
          <Empty
            title="没有这样的上岗记录"
            action={
              <Button
                onClick={() => setFilters({ q: "", colour: "", current: "", unqualified: "", town: "", office: "" })}
              >
                看全部
              </Button>
            }
          >
            企业在自己的页面登记岗位和在岗人员后，这里看得到。
          </Empty>
        }
        columns={[
          ...postingColumns,
          {
            key: "organisation",
            sort: "organisationName",
            title: "单位",
            render: (row) => (
              <span>
                {row.organisationName}
                <span className="block text-sm text-ink-3">{regionName(row.town)}</span>
              </span>
            ),
          },
        ]}
      />
    </StaffPage>
  );
}
