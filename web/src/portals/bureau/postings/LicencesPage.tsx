import { stateChoices } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { licenceColumns } from "../../../features/postings/licence-columns.tsx";
import type { Licence } from "../../../features/postings/posting.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { RowAct } from "../../../kit/staff/RowAct.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { DataTable } from "../../../lists/DataTable.tsx";
import { Filter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { useList } from "../../../lists/use-list.ts";
import { DecideLicenceDialog } from "./DecideLicenceDialog.tsx";

/** 证件核验: licences that enterprises entered, held against the national query; longest wait first. */
export default function LicencesPage(): ReactElement {
  const [filters, , bind] = useFilters(["state"]);
  const state = filters.state === "" ? "entered" : filters.state;
  const [deciding, setDeciding] = useState<Licence | null>(null);
  const list = useList(api.workLicences.list, {
    usual: "enteredAt",
    query: { state: state as Licence["state"] },
    exportAs: "上岗证件.xlsx",
  });
  return (
    <StaffPage title="上岗证件核验" intro="到全国查询平台逐本核对：姓名、项目、有效期。查询结果和截图留存。">
      <DataTable
        id="bureau-licences"
        caption="上岗证件"
        unit="本"
        {...list}
        rowKey={(row) => row.id}
        filters={<Filter label="状态" {...bind("state", "entered")} choices={stateChoices("work-licence")} />}
        empty={<Empty title="没有这样的证件">企业登记的证件会出现在这里，先登记的在前。</Empty>}
        columns={[
          ...licenceColumns("office"),
          { key: "organisation", title: "单位", render: (row) => row.organisationName },
          {
            key: "act",
            title: "办理",
            render: (row) => (
              <RowAct label={`${row.personName} 的证件`} onClick={() => setDeciding(row)}>
                {row.state === "entered" ? "核验" : "查看"}
              </RowAct>
            ),
          },
        ]}
      />
      {deciding !== null && <DecideLicenceDialog licence={deciding} onClose={() => setDeciding(null)} />}
    </StaffPage>
  );
}
