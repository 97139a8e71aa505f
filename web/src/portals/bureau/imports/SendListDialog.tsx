import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { useNavigate } from "react-router";
import { api } from "../../../api/api.ts";
import { buildUrl } from "../../../api/client.ts";
import { upload } from "../../../api/upload.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Field } from "../../../kit/Field.tsx";
import { FileUpload } from "../../../kit/FileUpload.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Select } from "../../../kit/Select.tsx";
import { useDownload } from "../../../lists/use-download.ts";
import type { Register, ShownImport } from "./fact-import.ts";

interface SendListDialogProps {
  /** Registers of the reader's office. */
  registers: readonly Register[];
  onClose: () => void;
}

/** Chooses the register, says where the list comes from, and sends the file; goes on to its preview. */
export function SendListDialog({ registers, onClose }: SendListDialogProps): ReactElement {
  const [subject, setSubject] = useState<string>(registers[0]?.subject ?? "");
  const [source, setSource] = useState("");
  const client = useQueryClient();
  const navigate = useNavigate();
  const { save } = useDownload();
  const label = registers.find((register) => register.subject === subject)?.label ?? "";
  const ready = subject !== "" && source.trim().length >= 2;

  return (
    <Dialog
      open
      onClose={onClose}
      title="导入名册"
      size="wide"
      footer={
        <Button variant="secondary" onClick={onClose}>
          先不导入
        </Button>
      }
    >
      <div className="grid gap-4">
        <div className="grid gap-4 md:grid-cols-2">
          <Field label="名册">
            <Select
              value={subject}
              onChange={setSubject}
              choices={registers.map((register) => ({ value: register.subject, label: register.label }))}
            />
          </Field>
          <Field label="来源" hint="例如“失业登记系统 2026-05-10 导出”，本人可以看到">
            <Input value={source} onChange={setSource} limit={80} />
          </Field>
        </div>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-2">
            一行一人，姓名、身份证号必填。可以直接用系统导出的表：认得常用的表头，认不出的列会列出来。上传后先预检，不会立即登记。
          </p>
          <Button
            variant="quiet"
            icon="download"
            onClick={() => save("/api/v1/fact-imports/template", { subject }, `${label}名册模板.xlsx`)}
          >
            下载空白模板
          </Button>
        </div>
        {ready ? (
          <FileUpload<ShownImport>
            send={(file, options) =>
              upload(buildUrl("/api/v1/fact-imports", undefined, { subject, source: source.trim() }), file, options)
            }
            onDone={(found) => {
              void client.invalidateQueries({ queryKey: [api.factImports.list] });
              void navigate(`/bureau/imports/${found.id}`);
            }}
            accept=".xlsx,.csv"
            hint="Excel（.xlsx）或 CSV，UTF-8 或 GBK 编码都可以，不超过 20 MB、10 万行。文件加密保存。"
            maxBytes={20 * 1024 * 1024}
          />
        ) : (
          <p className="text-ink-2">先选名册、写明来源，再选文件。</p>
        )}
      </div>
    </Dialog>
  );
}
