import { regionName } from "@jinengtong/county";
import { stateChoices, stateKind, stateWord } from "@jinengtong/words";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useChange } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { RowAct } from "../../kit/staff/RowAct.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { useList } from "../../lists/use-list.ts";

/** 复审培训需求: enterprises propose a class for those who come due, a school takes it and files it. */
export default function ReviewClassesPage(): ReactElement {
  const role = useSession().data?.account?.role;
  const tell = useToast();
  const [filters, , bind] = useFilters(["state"]);
  const list = useList(api.reviewClasses.list, { usual: "-proposedAt", filters, exportAs: "复审培训需求.xlsx" });
  const settings = { refresh: [api.reviewClasses.list] } as const;
  const take = useChange(api.reviewClasses.take, {
    ...settings,
    onSuccess: () => tell("已承接，企业会收到通知；请到“培训班”申报开班"),
  });
  const withdraw = useChange(api.reviewClasses.withdraw, { ...settings, onSuccess: () => tell("已撤回") });
  const error = take.error ?? withdraw.error;
  return (
    <StaffPage
      title="复审培训需求"
      intro="企业按台账提出：哪个作业项目、多少人、希望什么时候。机构承接后与企业商定时间，再申报开班。"
    >
      {error !== null && <ErrorNotice error={error} />}
      <DataTable
        id="review-classes"
        caption="复审培训需求"
        unit="项"
        {...list}
        rowKey={(row) => row.id}
        filters={<Filter label="状态" {...bind("state")} choices={stateChoices("review-class")} />}
        empty={<Empty title="没有复审培训需求">企业在“持证上岗”里点“提出复审培训”后，这里看得到。</Empty>}
        columns={[
          { key: "organisation", sort: "organisationName", title: "单位", render: (row) => row.organisationName },
          { key: "town", title: "镇（街道）", optional: true, render: (row) => regionName(row.town) },
          { key: "item", title: "作业项目", render: (row) => <span className="font-medium">{row.itemName}</span> },
          { key: "people", sort: "people", title: "人数", align: "right", render: (row) => `${row.people} 人` },
          { key: "hours", title: "课时", align: "right", render: (row) => `${row.hours} 课时` },
          {
            key: "wanted",
            sort: "wantedOn",
            title: "希望开班",
            render: (row) => <span className="num">{row.wantedOn} 前</span>,
          },
          { key: "note", title: "说明", render: (row) => row.note ?? "–" },
          {
            key: "state",
            title: "状态",
            render: (row) => (
              <span>
                <StatusMark kind={stateKind("review-class", row.state)}>
                  {stateWord("review-class", row.state).label}
                </StatusMark>
                {row.takenBy !== null && <span className="block text-sm text-ink-2">{row.takenBy}</span>}
              </span>
            ),
          },
          {
            key: "act",
            title: "办理",
            render: (row) =>
              row.state !== "proposed" ? (
                "–"
              ) : role === "institution" ? (
                <RowAct
                  label={`承接 ${row.organisationName} 的 ${row.itemName}`}
                  onClick={() => take.mutate({ params: { id: row.id } })}
                >
                  承接
                </RowAct>
              ) : role === "enterprise" ? (
                <RowAct label={`撤回 ${row.itemName}`} onClick={() => withdraw.mutate({ params: { id: row.id } })}>
                  撤回
                </RowAct>
              ) : (
                "等机构承接"
              ),
          },
        ]}
      />
    </StaffPage>
  );
}
