import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { ReasonDialog } from "../../../kit/staff/ReasonDialog.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { importCounts, type ShownImport } from "./fact-import.ts";

export type ImportActName = "all" | "good" | "confirm" | "discard" | "undo";

interface ImportActProps {
  act: ImportActName;
  data: ShownImport;
  onClose: () => void;
}

const refresh = [api.factImports.show, api.factImports.rows, api.factImports.list] as const;

/** One step of an import, with its consequences. */
export function ImportAct({ act, data, onClose }: ImportActProps): ReactElement {
  if (act === "confirm") return <Confirm data={data} onClose={onClose} />;
  if (act === "discard") return <Discard data={data} onClose={onClose} />;
  if (act === "undo") return <Undo data={data} onClose={onClose} />;
  return <HandIn rows={act} data={data} onClose={onClose} />;
}

type ActProps = Omit<ImportActProps, "act">;

function HandIn({ rows, data, onClose }: ActProps & { rows: "all" | "good" }): ReactElement {
  const tell = useToast();
  const handIn = useChange(api.factImports.handIn, {
    refresh,
    onSuccess: () => {
      tell("已提交，请本单位另一位工作人员确认");
      onClose();
    },
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={rows === "all" ? "提交全部行" : `提交没有错误的 ${data.added + data.changed + data.same} 行`}
      consequences={[
        `${importCounts(data)}。`,
        "由本单位另一位工作人员确认后才登记，才作为补贴判定的依据。",
        ...(rows === "all"
          ? ["确认时若有一行与最新档案对不上，整份都不登记。"]
          : [`有错误的 ${data.faulty} 行不登记；改好后可以再上传一次。`]),
      ]}
      action="提交"
      busy={handIn.isPending}
      error={handIn.error}
      onConfirm={() => handIn.mutate({ params: { id: data.id }, body: { rows } })}
    />
  );
}

function Confirm({ data, onClose }: ActProps): ReactElement {
  const tell = useToast();
  const confirm = useChange(api.factImports.confirm, {
    refresh,
    onSuccess: (done) => {
      tell(done.state === "applied" ? `已登记：${importCounts(done)}` : "已确认，正在登记");
      onClose();
    },
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={data.undoes === null ? `确认登记“${data.label}”` : `确认撤销第 ${data.undoes} 号导入`}
      consequences={[
        data.undoes === null
          ? `${importCounts(data)}；由 ${data.sentBy} 上传，来源：${data.source}。`
          : `理由：${data.reason ?? ""}`,
        "确认后立即作为补贴判定的依据；已有证书的人会按新记录重新准备补贴。",
        "确认人记录在案。确认错了可以再撤销，原记录保留。",
      ]}
      action="确认登记"
      busy={confirm.isPending}
      error={confirm.error}
      onConfirm={() => confirm.mutate({ params: { id: data.id } })}
    />
  );
}

function Discard({ data, onClose }: ActProps): ReactElement {
  const tell = useToast();
  const discard = useChange(api.factImports.discard, {
    refresh,
    onSuccess: () => {
      tell("已作废，没有登记任何内容");
      onClose();
    },
  });
  return (
    <ReasonDialog
      open
      danger
      onClose={onClose}
      title={`作废第 ${data.number} 号导入`}
      consequences={["这份名册里的内容不会登记。改好后可以重新上传。"]}
      action="作废"
      rules={contractOf(api.factImports.discard)}
      readBy="本单位的工作人员会看到"
      busy={discard.isPending}
      error={discard.error}
      onConfirm={({ text }) => discard.mutate({ params: { id: data.id }, body: { reason: text } })}
    />
  );
}

function Undo({ data, onClose }: ActProps): ReactElement {
  const tell = useToast();
  const undo = useChange(api.factImports.undo, {
    refresh,
    onSuccess: (made) => {
      tell(`已生成第 ${made.number} 号撤销，请本单位另一位工作人员确认`);
      onClose();
    },
  });
  return (
    <ReasonDialog
      open
      danger
      onClose={onClose}
      title={`撤销第 ${data.number} 号导入`}
      consequences={[
        `${data.added + data.changed} 条记录恢复到导入之前；原记录保留，注明已更正。`,
        "由本单位另一位工作人员确认后生效。后来又更正过的记录保持不变。",
      ]}
      action="申请撤销"
      rules={contractOf(api.factImports.undo)}
      readBy="确认人和本人会看到"
      busy={undo.isPending}
      error={undo.error}
      onConfirm={({ text }) => undo.mutate({ params: { id: data.id }, body: { reason: text } })}
    />
  );
}
