import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { upload } from "../../../api/upload.ts";
import { FormField, useForm } from "../../../kit/form.tsx";
import { FileUpload } from "../../../kit/FileUpload.tsx";
import { Input } from "../../../kit/Input.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import type { Organisation, Standing } from "./organisation-words.ts";

interface OrderDialogProps {
  organisation: Organisation;
  to: Standing;
  onClose: () => void;
}

const VERBS: Record<Standing, string> = { active: "恢复", suspended: "暂停", exited: "退出" };
const MAX_BYTES = 10 * 1024 * 1024;

/** An order on an organisation: consequences, reason, document, and papers. */
export function OrderDialog({ organisation, to, onClose }: OrderDialogProps): ReactElement {
  const { id, name } = organisation;
  const [files, setFiles] = useState<readonly string[]>([]);
  const running = useApi(api.classes.list, { query: { organisationId: id, state: "running", limit: 200 } });
  const tell = useToast();
  const order = useChange(api.organisations.order, {
    refresh: [api.organisations.list, api.organisations.show, api.organisations.orders, api.homes.bureau],
    onSuccess: () => {
      tell(`${name}：${VERBS[to]}已生效`);
      onClose();
    },
  });
  const form = useForm({
    initial: { basis: "", reason: "" },
    rules: contractOf(api.organisations.order),
    error: order.error,
  });
  const ends = to !== "active";
  const classes = running.data?.rows.length ?? 0;
  return (
    <ActDialog
      danger={ends}
      title={`${VERBS[to]} ${name}`}
      consequences={
        ends
          ? [
              "从现在起不能新开班、招收学员、申请准入、申领补贴；公众查不到它待开的班。",
              `正在上课的 ${classes} 个班照常上课和考核，已提交的申请照常审核，异议和申诉照常办理。要停某个班，请到该班页面暂停。`,
              "单位会看到理由和依据。经过永久留存。",
            ]
          : ["从现在起可以新开班、招收学员、申请准入和申领补贴。", "单位会看到理由和依据。经过永久留存。"]
      }
      action={`${VERBS[to]}这家单位`}
      label="理由"
      readBy="单位和审计会看到这段话"
      form={form}
      ready={!ends || files.length > 0}
      busy={order.isPending}
      error={order.error}
      onClose={onClose}
      onConfirm={(reason) =>
        order.mutate({
          params: { id },
          body: { to, reason, basis: form.values.basis.trim(), evidenceFileIds: [...files] },
        })
      }
    >
      <FormField name="basis" label="依据的文件" hint="名称和文号，例如“《责令整改通知书》示人社〔2020〕12 号”">
        <Input {...form.bind("basis")} />
      </FormField>
      <FormField name="evidenceFileIds" label="材料" group required={ends}>
        <FileUpload<{ id: string }>
          multiple
          send={(file, options) => upload(`/api/v1/organisations/${id}/evidence`, file, options)}
          onDone={(kept) => setFiles((old) => [...old, kept.id])}
          accept=".pdf,.jpg,.jpeg,.png"
          hint="检查记录、通知书、申请书等，PDF 或照片，每个不超过 10 MB"
          maxBytes={MAX_BYTES}
        />
      </FormField>
    </ActDialog>
  );
}
