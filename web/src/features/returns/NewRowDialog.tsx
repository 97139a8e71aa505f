import type { Column } from "@jinengtong/returns";
import { useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { readTexts, type ShownReturn } from "./return-words.ts";
import { ReturnField } from "./ReturnField.tsx";

interface NewRowDialogProps {
  data: ShownReturn;
  columns: readonly Column[];
  onClose: () => void;
}

/** One row, typed; the dialog stays open for the next one. */
export function NewRowDialog({ data, columns, onClose }: NewRowDialogProps): ReactElement {
  const [texts, setTexts] = useState<Record<string, string>>({});
  const tell = useToast();
  const add = useChange(api.periodReturns.addRow, {
    refresh: [api.periodReturns.rows, api.periodReturns.show],
    onSuccess: () => {
      tell("已加上这一行");
      setTexts({});
    },
  });
  const { faults } = readTexts(columns, texts);
  const missing = columns.filter(({ code, optional }) => optional !== true && (texts[code] ?? "").trim() === "");
  return (
    <Dialog
      open
      onClose={onClose}
      title={`填一行${data.form.rows?.title ?? "明细"}`}
      footer={
        <>
          <Button variant="secondary" disabled={add.isPending} onClick={onClose}>
            填完了
          </Button>
          <Button
            busy={add.isPending}
            disabled={missing.length > 0 || Object.keys(faults).length > 0}
            onClick={() => add.mutate({ params: { id: data.id }, body: { values: texts } })}
          >
            {missing.length > 0 ? `还有 ${missing.length} 处没有填` : "加上这一行"}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <ErrorNotice error={add.error} />
        <div className="grid gap-4 sm:grid-cols-2">
          {columns.map((column) => (
            <ReturnField
              key={column.code}
              column={column}
              value={texts[column.code] ?? ""}
              onChange={(text) => setTexts({ ...texts, [column.code]: text })}
              error={faults[column.code]}
            />
          ))}
        </div>
      </div>
    </Dialog>
  );
}
