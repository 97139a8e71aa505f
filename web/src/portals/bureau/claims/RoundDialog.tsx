import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { api, type Api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import type { Input } from "../../../api/client.ts";
import { useChange } from "../../../api/hooks.ts";
import { Checkbox } from "../../../kit/Checkbox.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { FormField, useForm } from "../../../kit/form.tsx";
import { Input as TextInput } from "../../../kit/Input.tsx";
import { useToast } from "../../../kit/Toast.tsx";

interface RoundDialogProps {
  count: number;
  /** Chosen claims, or the filters of the list. */
  wanted: NonNullable<Input<Api["publicity"]["start"]>["body"]>;
  /** Only part of the waiting claims, by filters. */
  narrow: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** Opens a round of publicity, with the number of its document. */
export function RoundDialog({ count, wanted, narrow, onClose, onDone }: RoundDialogProps): ReactElement {
  const tell = useToast();
  const navigate = useNavigate();
  const start = useChange(api.publicity.start, {
    refresh: [api.claims.list, api.claims.show, api.publicity.list, api.publicity.rounds],
    onSuccess: ({ title, publicised }) => {
      tell(title === null ? "没有可以公示的申请" : `${title}已公示 ${publicised} 笔`);
      onDone();
      if (title !== null) void navigate("/bureau/publicity-rounds");
    },
  });
  const form = useForm({
    initial: { document: "", sharesDocument: false },
    rules: contractOf(api.publicity.start),
    error: start.error,
  });
  const document = form.values.document.trim();
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title="编成一批公示"
      consequences={[
        narrow
          ? `符合当前筛选条件的 ${count} 笔已核定的申请编成一批，今天起公示五个工作日，任何人可以提出异议。`
          : `${count} 笔已核定的申请编成一批，今天起公示五个工作日，任何人可以提出异议。`,
        "一批最多 1000 笔；暂缓办理的、本人撤回公示同意的不在其内。",
        "公示内容隐去姓名中间的字，不含证件号码；公告可以下载打印，张贴到公示栏。",
      ]}
      action={`公示 ${count} 笔`}
      busy={start.isPending}
      error={start.error}
      form={form}
      onConfirm={() =>
        start.mutate({
          body: { ...wanted, ...(document === "" ? {} : { document, sharesDocument: form.values.sharesDocument }) },
        })
      }
    >
      <FormField name="document" label="文号" hint="没有文号可以不填；县里定了格式的，不填时按格式编号">
        <TextInput {...form.bind("document")} />
      </FormField>
      {document !== "" && (
        <Checkbox
          plain
          checked={form.values.sharesDocument}
          onChange={(sharesDocument) => form.set({ sharesDocument })}
        >
          一份文件分几批公示，与前一批同一文号
        </Checkbox>
      )}
    </ConfirmSheet>
  );
}
