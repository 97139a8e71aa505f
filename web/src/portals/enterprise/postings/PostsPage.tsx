import { regionName } from "@jinengtong/county";
import { useState, type ReactElement } from "react";
import { api, type Api } from "../../../api/api.ts";
import { useChange } from "../../../api/hooks.ts";
import type { Output } from "../../../api/client.ts";
import { Button } from "../../../kit/Button.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { RowAct } from "../../../kit/staff/RowAct.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { useHotkeys } from "../../../kit/staff/use-hotkeys.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { DataTable } from "../../../lists/DataTable.tsx";
import { Filter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { useList } from "../../../lists/use-list.ts";
import { NewPostDialog } from "./NewPostDialog.tsx";
import { StandDialog } from "./StandDialog.tsx";

type Post = Output<Api["posts"]["list"]>["rows"][number];

/** 岗位: posts of the enterprise and the licence that each needs. */
export default function PostsPage(): ReactElement {
  const [filters, , bind] = useFilters(["open"]);
  const [open, setOpen] = useState(false);
  const [standing, setStanding] = useState<Post | null>(null);
  const [closing, setClosing] = useState<Post | null>(null);
  const list = useList(api.posts.list, { usual: "name", filters, exportAs: "岗位.xlsx" });
  useHotkeys({ n: () => setOpen(true) });
  return (
    <StaffPage
      title="岗位"
      intro="每个岗位写明须持什么证。登记后，谁在岗、证件管不管用，在“持证上岗”里看。"
      actions={
        <Button icon="plus" hotkey="n" onClick={() => setOpen(true)}>
          登记岗位
        </Button>
      }
    >
      <DataTable
        id="enterprise-posts"
        caption="岗位"
        unit="个"
        {...list}
        rowKey={(row) => row.id}
        filters={
          <Filter
            label="状态"
            {...bind("open")}
            choices={[
              { value: "yes", label: "在用" },
              { value: "no", label: "已撤销" },
            ]}
          />
        }
        empty={
          <Empty title="还没有岗位" action={<Button onClick={() => setOpen(true)}>登记岗位</Button>}>
            电工、焊工、叉车、高处作业这些须持证的岗位先登记。
          </Empty>
        }
        columns={[
          {
            key: "name",
            sort: "name",
            title: "岗位",
            render: (row) => <span className="font-medium">{row.name}</span>,
          },
          { key: "workplace", sort: "workplace", title: "作业场所", render: (row) => row.workplace },
          { key: "town", sort: "town", title: "镇（街道）", render: (row) => regionName(row.town) },
          { key: "item", title: "须持的证", render: (row) => row.itemName ?? "不需持证" },
          { key: "people", title: "在岗", align: "right", render: (row) => `${row.people} 人` },
          { key: "since", sort: "since", title: "设立", render: (row) => <span className="num">{row.since}</span> },
          {
            key: "act",
            title: "办理",
            render: (row) =>
              row.closedOn === null ? (
                <span className="flex gap-3 whitespace-nowrap">
                  <RowAct label={`登记 ${row.name} 上岗`} onClick={() => setStanding(row)}>
                    登记上岗
                  </RowAct>
                  <RowAct label={`撤销 ${row.name}`} onClick={() => setClosing(row)}>
                    撤销
                  </RowAct>
                </span>
              ) : (
                <span className="num text-ink-3">{row.closedOn} 撤销</span>
              ),
          },
        ]}
      />
      {open && <NewPostDialog onClose={() => setOpen(false)} />}
      {standing !== null && <StandDialog postId={standing.id} onClose={() => setStanding(null)} />}
      {closing !== null && <ClosePost post={closing} onClose={() => setClosing(null)} />}
    </StaffPage>
  );
}

function ClosePost({ post, onClose }: { post: Post; onClose: () => void }): ReactElement {
  const tell = useToast();
  const close = useChange(api.posts.close, {
    refresh: [api.posts.list],
    onSuccess: () => {
      tell("岗位已撤销");
      onClose();
    },
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`撤销岗位“${post.name}”`}
      consequences={["以后不能再登记人上岗；以前的上岗记录保留。"]}
      action="撤销岗位"
      danger
      busy={close.isPending}
      error={close.error}
      onConfirm={() => close.mutate({ params: { id: post.id } })}
    />
  );
}
