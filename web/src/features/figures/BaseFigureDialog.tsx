import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ProblemError } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { baseLabels } from "./BaseFigures.tsx";

type Measure = keyof typeof baseLabels;
const choices = (Object.keys(baseLabels) as Measure[]).map((value) => ({ value, label: baseLabels[value] }));

/** One base figure of one day, with who says so. */
export function BaseFigureDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [measure, setMeasure] = useState<Measure | "">("");
  const [onDate, setOnDate] = useState("");
  const [value, setValue] = useState("");
  const [source, setSource] = useState("");
  const tell = useToast();
  const record = useChange(api.baseFigures.record, {
    refresh: [api.baseFigures.list, api.targets.progress],
    onSuccess: () => {
      tell("基础数据已登记");
      onClose();
    },
  });
  const problem = record.error instanceof ProblemError ? record.error : undefined;
  const count = Number(value.replaceAll(",", ""));
  const complete =
    measure !== "" && onDate !== "" && value !== "" && Number.isInteger(count) && source.trim().length > 1;
  return (
    <Dialog
      open
      onClose={onClose}
      title="登记基础数据"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先不登记
          </Button>
          <Button
            busy={record.isPending}
            disabled={!complete}
            onClick={() => {
              if (measure !== "") record.mutate({ body: { measure, onDate, value: count, source: source.trim() } });
            }}
          >
            登记
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label="指标">
          <Select value={measure} onChange={setMeasure} placeholder="请选择" choices={choices} />
        </Field>
        <Field label="统计日期" group error={problem?.fieldError("/onDate")}>
          <DateInput value={onDate} onChange={setOnDate} />
        </Field>
        <Field label="人数" error={problem?.fieldError("/value")}>
          <Input value={value} onChange={setValue} inputMode="numeric" unit="人" className="num" />
        </Field>
        <Field label="来源" hint="哪个部门的哪份统计">
          <Input value={source} onChange={setSource} maxLength={200} />
        </Field>
        <ErrorNotice error={record.error} />
      </div>
    </Dialog>
  );
}
