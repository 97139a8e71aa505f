import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { api } from "../../../api/api.ts";
import { PostingFilters } from "../../../features/postings/PostingFilters.tsx";
import { postingColumns } from "../../../features/postings/posting-columns.tsx";
import type { Posting } from "../../../features/postings/posting.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { RowAct } from "../../../kit/staff/RowAct.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { useHotkeys } from "../../../kit/staff/use-hotkeys.ts";
import { DataTable } from "../../../lists/DataTable.tsx";
import { useDownload } from "../../../lists/use-download.ts";
import { useFilters } from "../../../lists/use-filters.ts";
import { useList } from "../../../lists/use-list.ts";
import { EndPostingDialog } from "./EndPostingDialog.tsx";
import { LicenceDialog } from "./LicenceDialog.tsx";
import { ReviewClassDialog } from "./ReviewClassDialog.tsx";
import { StandDialog } from "./StandDialog.tsx";

/** 持证上岗: who stands on which post, whose licence covers it, who comes due. Red first, so that it can't be overlooked. */
export default function PostingsPage(): ReactElement {
  const [filters, setFilters, bind] = useFilters(["q", "colour", "current", "unqualified"]);
  const [open, setOpen] = useState<"stand" | "licence" | "class" | null>(null);
  const [ending, setEnding] = useState<Posting | null>(null);
  const [of, setOf] = useState<Posting | null>(null);
  const list = useList(api.postings.list, { usual: "colourLabel", filters, exportAs: "特种作业人员台账.xlsx" });
  const { save, busy } = useDownload();
  useHotkeys({ n: () => setOpen("stand"), l: () => setOpen("licence") });
  const filtered = Object.values(filters).some((value) => value !== "");
  const close = (): void => {
    setOpen(null);
    setOf(null);
  };
  return (
    <StaffPage
      title="持证上岗"
      intro="红色的不得上岗。到期前 90、60、30、7 天和当天提醒单位和本人；无证上岗的天数永久保留。"
      actions={
        <>
          <Button
            variant="secondary"
            busy={busy}
            onClick={() => save("/api/v1/postings-due/export", {}, "到期预警表.xlsx")}
          >
            到期预警表
          </Button>
          <Button variant="secondary" onClick={() => setOpen("class")}>
            提出复审培训
          </Button>
          <Button variant="secondary" hotkey="l" onClick={() => setOpen("licence")}>
            登记证件
          </Button>
          <Button icon="plus" hotkey="n" onClick={() => setOpen("stand")}>
            登记上岗
          </Button>
        </>
      }
    >
      <DataTable
        id="enterprise-postings"
        caption="特种作业人员台账"
        unit="人次"
        {...list}
        rowKey={(row) => row.id}
        filters={<PostingFilters bind={bind} />}
        empty={
          filtered ? (
            <Empty
              title="没有符合条件的人"
              action={
                <Button onClick={() => setFilters({ q: "", colour: "", current: "", unqualified: "" })}>看全部</Button>
              }
            >
              换个条件再找。
            </Empty>
          ) : (
            <Empty title="还没有登记上岗" action={<Button to="/enterprise/posts">去登记岗位</Button>}>
              先登记须持证的岗位，再登记谁在岗、持什么证件；核验后这里按颜色提示。
            </Empty>
          )
        }
        columns={[
          ...postingColumns,
          {
            key: "act",
            title: "办理",
            render: (row) =>
              row.toOn === null ? (
                <span className="flex gap-3 whitespace-nowrap">
                  {row.colour !== "grey" && row.colour !== "green" && (
                    <RowAct
                      label={`登记 ${row.personName} 的证件`}
                      onClick={() => {
                        setOf(row);
                        setOpen("licence");
                      }}
                    >
                      登记证件
                    </RowAct>
                  )}
                  <RowAct label={`${row.personName} 离岗`} onClick={() => setEnding(row)}>
                    离岗
                  </RowAct>
                </span>
              ) : (
                <span className="text-ink-3">已离岗</span>
              ),
          },
        ]}
      />
      <p className="text-sm text-ink-2">
        门岗查验：请本人出示手机上的码，用
        <Link to="/gate" className="underline underline-offset-3 hover:text-accent">
          门岗核验
        </Link>
        扫，没有网络也能验。
      </p>
      {open === "stand" && <StandDialog onClose={close} />}
      {open === "licence" && <LicenceDialog of={of} onClose={close} />}
      {open === "class" && <ReviewClassDialog onClose={close} />}
      {ending !== null && <EndPostingDialog posting={ending} onClose={() => setEnding(null)} />}
    </StaffPage>
  );
}
