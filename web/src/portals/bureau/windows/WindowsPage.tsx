import { stateChoices, stateKind } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { api, type Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import type { DataColumn } from "../../../lists/column.ts";
import { DataTable } from "../../../lists/DataTable.tsx";
import { Filter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { useList } from "../../../lists/use-list.ts";
import type { SortName } from "../../../lists/use-sort.ts";
import { ReceiveDialog } from "./ReceiveDialog.tsx";

type Row = Output<Api["windowSessions"]["list"]>["rows"][number];

/** 窗口代办: who was served at the windows, by whom, for what and by which consent. */
export default function WindowsPage(): ReactElement {
  const [filters, , bind] = useFilters(["state"]);
  const [receiving, setReceiving] = useState(false);
  const list = useList(api.windowSessions.list, { usual: "-askedAt", filters, exportAs: "窗口代办记录.xlsx" });
  const columns: DataColumn<Row, SortName<Api["windowSessions"]["list"]>>[] = [
    {
      key: "person",
      title: "本人",
      render: (row) => (
        <Link to={`/bureau/windows/${row.id}`} className="font-medium text-accent underline underline-offset-3">
          {row.personName}
        </Link>
      ),
    },
    {
      key: "id",
      title: "身份号码",
      render: (row) => <span className="num font-mono text-sm">{row.citizenIdMasked}</span>,
    },
    { key: "purposes", title: "代办的事", render: (row) => row.purposeLabels.join("、") },
    { key: "officer", title: "接待人", render: (row) => row.officerName },
    {
      key: "consent",
      title: "本人同意",
      render: (row) => (row.consentBy === null ? row.consentLabel : `${row.consentLabel}：${row.consentBy}`),
    },
    {
      key: "state",
      title: "状态",
      render: (row) => <StatusMark kind={stateKind("window-session", row.state)}>{row.stateLabel}</StatusMark>,
    },
    {
      key: "askedAt",
      sort: "askedAt",
      title: "接待时间",
      render: (row) => <span className="num">{formatInstant(row.askedAt)}</span>,
    },
  ];
  return (
    <StaffPage
      title="窗口代办"
      intro="本人到窗口、不会用手机或没有手机的，经本人同意后代其办理。办了什么、谁办的，本人在“谁看过我的信息”里都看得到；代办的申请不能由接待人、确认人审核。"
      actions={
        <Button icon="plus" onClick={() => setReceiving(true)}>
          接待一位
        </Button>
      }
    >
      <DataTable
        id="window-sessions"
        caption="窗口代办记录"
        unit="次"
        columns={columns}
        rowKey={(row) => row.id}
        {...list}
        filters={<Filter {...bind("state")} label="状态" all="全部" choices={stateChoices("window-session")} />}
        empty={<Empty title="还没有窗口代办">本人在场时点“接待一位”，照证件填写姓名和号码。</Empty>}
      />
      {receiving && <ReceiveDialog onClose={() => setReceiving(false)} />}
    </StaffPage>
  );
}
