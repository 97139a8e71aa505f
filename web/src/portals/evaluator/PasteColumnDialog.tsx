import { useState, type ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { Field } from "../../kit/Field.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { readColumn, type Wanted } from "./certificate-column.ts";

interface PasteColumnDialogProps {
  wanted: readonly Wanted[];
  onClose: () => void;
  /** Takes the numbers by enrolment; they stay to be looked at before anything is registered. */
  onTake: (numbers: Record<string, string>) => void;
}

/** A column of certificate numbers, copied from a sheet. */
export function PasteColumnDialog({ wanted, onClose, onTake }: PasteColumnDialogProps): ReactElement {
  const [text, setText] = useState("");
  const { numbers, faults } = readColumn(text, wanted);
  const count = Object.keys(numbers).length;
  return (
    <Dialog
      open
      onClose={onClose}
      title="粘贴一列证书编号"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先不填
          </Button>
          <Button
            disabled={count === 0 || faults.length > 0}
            onClick={() => {
              onTake(numbers);
              onClose();
            }}
          >
            填入 {count} 个
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Field
          label="编号"
          hint="从表格复制：一行一个，按名单顺序；也可以连同座号或姓名一起复制，就按座号、姓名对应。空行跳过那个人。"
        >
          <TextArea rows={10} value={text} onChange={setText} />
        </Field>
        {faults.length > 0 && (
          <Notice tone="turn" title={`有 ${faults.length} 行对不上，请改好再填`}>
            <ul className="list-disc pl-5">
              {faults.slice(0, 20).map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
