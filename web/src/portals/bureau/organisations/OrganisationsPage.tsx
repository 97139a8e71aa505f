import { stateWord } from "@jinengtong/words";
import { regionName, townChoices } from "@jinengtong/county";
import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useSession } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { Filter, WordsFilter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { DataTable } from "../../../lists/DataTable.tsx";
import { useList } from "../../../lists/use-list.ts";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { AddOrganisationDialog } from "./AddOrganisationDialog.tsx";
import { kindChoices } from "./organisation-words.ts";

/** The carriers of training: institutions, schools, enterprises, associations. */
export default function OrganisationsPage(): ReactElement {
  const [filters, , bind] = useFilters(["q", "kind", "town", "state"]);
  const [adding, setAdding] = useState(false);
  const session = useSession();
  const list = useList(api.organisations.list, { usual: "name", filters, exportAs: "单位名单.xlsx" });
  return (
    <StaffPage
      title="单位"
      intro="培训机构、职业院校、企业、人力资源服务机构、行业协会和评价机构。"
      actions={
        session.data?.account?.role === "reviewer" ? (
          <Button icon="plus" onClick={() => setAdding(true)}>
            登记单位
          </Button>
        ) : undefined
      }
    >
      <DataTable
        id="bureau-organisations"
        caption="单位"
        unit="家"
        {...list}
        rowKey={(row) => row.id}
        href={(row) => `/bureau/organisations/${row.id}`}
        filters={
          <>
            <WordsFilter label="名称或统一社会信用代码" {...bind("q")} />
            <Filter label="种类" className="w-52" {...bind("kind")} choices={kindChoices} />
            <Filter label="镇街" {...bind("town")} choices={townChoices()} />
          </>
        }
        empty={<Empty title="没有符合条件的单位">换个词再查，或登记新单位。</Empty>}
        columns={[
          {
            key: "name",
            sort: "name",
            title: "名称",
            render: (row) => <span className="font-medium">{row.name}</span>,
          },
          { key: "kind", sort: "kind", title: "种类", render: (row) => row.kindLabel },
          {
            key: "uscc",
            sort: "uscc",
            title: "统一社会信用代码",
            render: (row) => <span className="num font-mono text-sm">{row.uscc}</span>,
          },
          { key: "ownership", title: "性质", render: (row) => (row.ownership === "public" ? "公办" : "民办") },
          { key: "town", sort: "town", title: "镇街", render: (row) => regionName(row.town) },
          { key: "address", title: "地址", render: (row) => row.address ?? "—" },
          {
            key: "state",
            sort: "state",
            title: "状态",
            render: (row) => (
              <StatusMark kind={stateWord("organisation", row.state).kind}>
                {stateWord("organisation", row.state).label}
              </StatusMark>
            ),
          },
        ]}
      />
      {adding && <AddOrganisationDialog onClose={() => setAdding(false)} />}
    </StaffPage>
  );
}
