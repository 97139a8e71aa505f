import { stateChoices } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { licenceColumns } from "../../../features/postings/licence-columns.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { DataTable } from "../../../lists/DataTable.tsx";
import { Filter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { useList } from "../../../lists/use-list.ts";
import { LicenceDialog } from "./LicenceDialog.tsx";

/** 上岗证件: licences as entered, and the bureau's answer. */
export default function LicencesPage(): ReactElement {
  const [filters, , bind] = useFilters(["state"]);
  const [open, setOpen] = useState(false);
  const list = useList(api.workLicences.list, { usual: "enteredAt", filters, exportAs: "上岗证件.xlsx" });
  return (
    <StaffPage
      title="上岗证件"
      intro="登记的证件由人社部门联网核验，核验后才算数；没通过的写明原因，可以重新登记。"
      actions={
        <Button icon="plus" onClick={() => setOpen(true)}>
          登记证件
        </Button>
      }
    >
      <DataTable
        id="enterprise-licences"
        caption="上岗证件"
        unit="本"
        {...list}
        rowKey={(row) => row.id}
        filters={<Filter label="状态" {...bind("state")} choices={stateChoices("work-licence")} />}
        empty={
          <Empty title="没有这样的证件" action={<Button onClick={() => setOpen(true)}>登记证件</Button>}>
            照证件上印的登记，复审过的把复审日期也填上。
          </Empty>
        }
        columns={licenceColumns("owner")}
      />
      {open && <LicenceDialog of={null} onClose={() => setOpen(false)} />}
    </StaffPage>
  );
}
