import { api, type Api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { call } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { BulkAct } from "../../lists/BulkAct.tsx";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { useAskedChange } from "../../lists/use-asked-change.ts";
import { RowAct } from "../../kit/staff/RowAct.tsx";
import { useList } from "../../lists/use-list.ts";
import { type SortName } from "../../lists/use-sort.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { useHotkeys } from "../../kit/staff/use-hotkeys.ts";
import { RoomDialog } from "./RoomDialog.tsx";
import type { Room } from "./room.ts";
import type { DataColumn } from "../../lists/column.ts";

const GONE = ["以后排课选不到这间教室；已排的课要在提交前换地方。", "过去的课仍记着这间教室。"];

/** 场地: rooms and training places with their seats and position. */
export default function RoomsPage(): ReactElement {
  const id = useSession().data?.account?.organisationId ?? "";
  const [editing, setEditing] = useState<Room | "new" | null>(null);
  const [filters, , bind] = useFilters(["state"]);
  const rooms = useList(api.rooms.list, {
    params: { id },
    usual: "name",
    filters,
    exportAs: "教室与实训场地.xlsx",
  });
  const closing = useAskedChange<Room>(api.rooms.close, {
    refresh: [api.rooms.list],
    said: () => "教室已停用",
  });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  useHotkeys({ n: () => setEditing("new") });
  const columns: DataColumn<Room, SortName<Api["rooms"]["list"]>>[] = [
    { key: "name", sort: "name", title: "名称", render: (row) => <span className="font-medium">{row.name}</span> },
    { key: "address", sort: "address", title: "地址", render: (row) => row.address },
    { key: "capacity", sort: "capacity", title: "容纳", align: "right", render: (row) => `${row.capacity} 人` },
    {
      key: "position",
      title: "签到位置",
      render: (row) =>
        row.latitude === null ? (
          "没有登记"
        ) : (
          <span className="num">
            {row.latitude.toFixed(4)}, {row.longitude?.toFixed(4)}
          </span>
        ),
    },
    {
      key: "state",
      sort: "state",
      title: "状态",
      render: (row) =>
        row.state === "active" ? (
          <StatusMark kind="done">在用</StatusMark>
        ) : (
          <StatusMark kind="ended">已停用</StatusMark>
        ),
    },
    {
      key: "act",
      title: "办理",
      render: (row) =>
        row.state === "active" ? (
          <span className="flex gap-3">
            <RowAct label={`修改 ${row.name}`} onClick={() => setEditing(row)}>
              修改
            </RowAct>
            <RowAct label={`停用 ${row.name}`} onClick={() => closing.ask(row)}>
              停用
            </RowAct>
          </span>
        ) : (
          ""
        ),
    },
  ];
  return (
    <StaffPage
      title="场地"
      intro="教室和实训场地。同一间教室同一时间只能排一节课；班级人数不能超过容纳人数。"
      actions={
        <Button icon="plus" hotkey="n" onClick={() => setEditing("new")}>
          登记教室
        </Button>
      }
    >
      <DataTable
        id="institution-rooms"
        caption="场地"
        unit="个"
        columns={columns}
        {...rooms}
        rowKey={(row) => row.id}
        selection={{ keys: chosen, onChange: setChosen }}
        selectionActions={
          <BulkAct
            danger
            rows={rooms.rows.filter((one) => chosen.has(one.id) && one.state === "active")}
            keyOf={(one) => one.id}
            nameOf={(one) => one.name}
            act={(one) => call(api.rooms.close, { params: { id: one.id } })}
            refresh={[api.rooms.list]}
            verb="停用"
            unit="间"
            title="所选的停用"
            consequences={GONE}
            said={(done) => `已停用 ${done} 间`}
            onDone={setChosen}
          />
        }
        filters={
          <Filter
            label="状态"
            {...bind("state")}
            choices={[
              { value: "active", label: "在用" },
              { value: "closed", label: "已停用" },
            ]}
          />
        }
        empty={<Empty title="还没有场地" action={<Button onClick={() => setEditing("new")}>登记教室</Button>} />}
      />
      {editing !== null && (
        <RoomDialog organisationId={id} room={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
      <ConfirmSheet
        {...closing.sheet}
        title={`停用“${closing.row?.name ?? ""}”`}
        consequences={GONE}
        action="停用教室"
      />
    </StaffPage>
  );
}
