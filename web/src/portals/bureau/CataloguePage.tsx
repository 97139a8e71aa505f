import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useNavigate, useParams } from "react-router";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { ExportButton } from "../../lists/ExportButton.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { Tabs } from "../../kit/Tabs.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { CatalogueDifferences } from "./CatalogueDifferences.tsx";
import { CatalogueImportDialog } from "./CatalogueImportDialog.tsx";
import { CatalogueProjects } from "./CatalogueProjects.tsx";
import { CataloguePublishDialog } from "./CataloguePublishDialog.tsx";
import { CatalogueRowDialog } from "./CatalogueRowDialog.tsx";
import { CatalogueRows } from "./CatalogueRows.tsx";
import { CatalogueVersions } from "./CatalogueVersions.tsx";
import { isWritten, listNames, lists, type List, type ListRow } from "./catalogue-lists.ts";

type Open = { act: "import" | "publish" | "discard" | "add" } | { act: "edit"; row: ListRow };

/** The five published lists: draft, differences in words, and all versions. */
export default function CataloguePage(): ReactElement {
  const { list: asked = "" } = useParams();
  const list: List = listNames.find((each) => each === asked) ?? "occupations";
  const words = lists[list];
  const navigate = useNavigate();
  const draft = useApi(api.catalogue.draft, { params: { list } });
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const tell = useToast();
  const discard = useChange(api.catalogue.discardDraft, {
    refresh: [api.catalogue.draft],
    onSuccess: () => {
      tell("草稿已放弃");
      close();
    },
  });
  return (
    <StaffPage title="目录" intro="改在草稿里，发布成一版才生效；发布过的版本不再改变。">
      <Tabs
        label="目录"
        tabs={listNames.map((key) => ({ key, title: lists[key].title }))}
        current={list}
        onChange={(next) => void navigate(`/bureau/catalogue/${next}`)}
      >
        <QueryView query={draft} lines={10}>
          {(data) => {
            const changed = data.differences.length > 0;
            return (
              <div className="grid grid-cols-1 gap-4">
                <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
                  <p className="text-ink-2">
                    {words.source}
                    <span className="num ml-2">
                      {data.newestVersion === null ? "还没有发布过。" : `最新是第 ${data.newestVersion} 版。`}
                    </span>
                  </p>
                  <div className="flex flex-wrap gap-2">
                    {list === "occupations" && (
                      <Button variant="secondary" icon="upload" onClick={() => setOpen({ act: "import" })}>
                        导入 Excel
                      </Button>
                    )}
                    {data.newestVersion !== null && (
                      <ExportButton
                        target={{ path: `/api/v1/catalogue/${list}/export`, name: `${words.title}.xlsx` }}
                      />
                    )}
                    {isWritten(list) && (
                      <Button variant="secondary" icon="plus" onClick={() => setOpen({ act: "add" })}>
                        添加一项
                      </Button>
                    )}
                    <Button icon="check" disabled={!changed} onClick={() => setOpen({ act: "publish" })}>
                      {changed
                        ? `发布第 ${(data.newestVersion ?? 0) + 1} 版，${data.differences.length} 处改动`
                        : "没有改动可发布"}
                    </Button>
                  </div>
                </div>
                {changed && (
                  <section className="rounded-md border border-turn-line bg-sheet p-4">
                    <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
                      <h2 className="text-lg font-semibold">
                        {data.newestVersion === null ? "将首次发布" : `与第 ${data.newestVersion} 版相比`}
                      </h2>
                      {data.begun && (
                        <Button variant="quiet" onClick={() => setOpen({ act: "discard" })}>
                          放弃草稿
                        </Button>
                      )}
                    </div>
                    <CatalogueDifferences differences={data.differences} />
                  </section>
                )}
                {data.begun && !changed && (
                  <Notice
                    tone="info"
                    action={
                      <Button variant="secondary" onClick={() => setOpen({ act: "discard" })}>
                        放弃草稿
                      </Button>
                    }
                  >
                    草稿已打开，内容与最新一版相同。
                  </Notice>
                )}
                {list === "projects" && <CatalogueProjects />}
                <CatalogueRows
                  list={list}
                  rows={data.rows}
                  {...(isWritten(list) ? { onEdit: (row: ListRow) => setOpen({ act: "edit", row }) } : {})}
                />
                <CatalogueVersions list={list} />
                {open?.act === "import" && <CatalogueImportDialog onClose={close} />}
                {open?.act === "publish" && (
                  <CataloguePublishDialog
                    list={list}
                    version={(data.newestVersion ?? 0) + 1}
                    differences={data.differences}
                    onClose={close}
                  />
                )}
                {isWritten(list) && (open?.act === "add" || open?.act === "edit") && (
                  <CatalogueRowDialog list={list} {...(open.act === "edit" ? { row: open.row } : {})} onClose={close} />
                )}
                <ConfirmSheet
                  open={open?.act === "discard" && isWritten(list)}
                  danger
                  onClose={close}
                  title="放弃草稿"
                  consequences={[`草稿中的 ${data.differences.length} 处改动全部丢弃。`, "已发布的版本不受影响。"]}
                  action="放弃草稿"
                  busy={discard.isPending}
                  error={discard.error}
                  onConfirm={() => {
                    if (isWritten(list)) discard.mutate({ params: { list } });
                  }}
                />
              </div>
            );
          }}
        </QueryView>
      </Tabs>
    </StaffPage>
  );
}
