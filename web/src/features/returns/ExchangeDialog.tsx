import { useState, type ReactElement } from "react";
import { send } from "../../api/client.ts";
import { saveBlob } from "../../api/download.ts";
import { messageOf } from "../../api/problem.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";

interface ExchangeDialogProps {
  id: string;
  partners: readonly { code: string; title: string }[];
  onClose: () => void;
}

/** The rows as a partner's system reads them, with whole numbers, for a purpose that is recorded. */
export function ExchangeDialog({ id, partners, onClose }: ExchangeDialogProps): ReactElement {
  const [partner, setPartner] = useState(partners[0]?.code ?? "");
  const [purpose, setPurpose] = useState("");
  const [busy, setBusy] = useState(false);
  const tell = useToast();
  async function make(): Promise<void> {
    setBusy(true);
    try {
      const made = await send(
        "POST",
        `/api/v1/period-returns/${id}/exchange-files`,
        { partner, purpose },
        { timeoutMs: 300_000 },
      );
      await saveBlob(made, "交换文件.xlsx");
      onClose();
    } catch (error) {
      tell(messageOf(error), "refused");
    } finally {
      setBusy(false);
    }
  }
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title="生成交换文件"
      consequences={[
        "文件里的身份证号和手机号是完整的，只交给对方系统，用完即删。",
        "谁、何时、为什么生成，记入审计日志。",
      ]}
      action="生成并下载"
      busy={busy}
      disabled={partner === "" || purpose.trim() === ""}
      onConfirm={() => void make()}
    >
      <div className="grid gap-4">
        <Field label="对方的编码">
          <Select
            value={partner}
            onChange={setPartner}
            choices={partners.map(({ code, title }) => ({ value: code, label: title }))}
          />
        </Field>
        <Field label="用途" limit={200}>
          <Input value={purpose} onChange={setPurpose} />
        </Field>
      </div>
    </ConfirmSheet>
  );
}
