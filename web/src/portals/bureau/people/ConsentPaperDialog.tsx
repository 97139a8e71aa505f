import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, type Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { upload } from "../../../api/upload.ts";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FileUpload } from "../../../kit/FileUpload.tsx";
import { useToast } from "../../../kit/Toast.tsx";

interface ConsentPaperDialogProps {
  task: Output<Api["substitutions"]["list"]>["rows"][number];
  onClose: () => void;
}

/** Keeps the consent that a principal without an account signed on paper; another officer confirms the declaration. */
export function ConsentPaperDialog({ task, onClose }: ConsentPaperDialogProps): ReactElement {
  const tell = useToast();
  const client = useQueryClient();
  return (
    <Dialog open title={`登记${task.principal.name}签字的同意书`} onClose={onClose}>
      <div className="grid gap-3">
        <p className="text-ink-2">
          {task.principal.name}
          没有账号或不会上网的，请本人（或监护人）当面签同意书，拍照或扫描登记。登记以后，由另一位人员核对、确认。
        </p>
        <FileUpload
          accept="image/jpeg,image/png,application/pdf"
          action="选同意书的照片或扫描件"
          hint="照片或 PDF，不超过 10 MB。"
          maxBytes={10 * 1024 * 1024}
          send={(file, options) =>
            upload<{ id: string }>(`/api/v1/substitutions/${task.id}/consent-paper`, file, options)
          }
          onDone={() => {
            void client.invalidateQueries({ queryKey: [api.substitutions.list] });
            tell("同意书已登记，请另一位人员确认");
            onClose();
          }}
        />
      </div>
    </Dialog>
  );
}
