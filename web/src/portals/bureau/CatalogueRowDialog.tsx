import { api } from "../../api/api.ts";
import { findOccupation } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ProblemError } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { MoneyInput } from "../../kit/MoneyInput.tsx";
import { levelChoices } from "../../features/occupations/levels.ts";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";
import type { ListRow } from "./catalogue-lists.ts";

interface CatalogueRowDialogProps {
  list: "occupations" | "shortage";
  row?: ListRow;
  onClose: () => void;
}

/** One row of the draft: an occupation and level with its standards, or an occupation in shortage. */
export function CatalogueRowDialog({ list, row, onClose }: CatalogueRowDialogProps): ReactElement {
  const before = row?.data;
  const [code, setCode] = useState(before !== undefined && "occupation" in before ? before.occupation : "");
  const [name, setName] = useState(before !== undefined && "occupationName" in before ? before.occupationName : "");
  const standard = before !== undefined && "trainingFen" in before ? before : undefined;
  const [level, setLevel] = useState(String(standard?.level ?? 5));
  const [trainingFen, setTrainingFen] = useState<number | null>(standard?.trainingFen ?? null);
  const [assessmentFen, setAssessmentFen] = useState<number | null>(standard?.assessmentFen ?? null);
  const [hours, setHours] = useState(String(standard?.requiredHours ?? ""));
  const tell = useToast();
  const refresh = [api.catalogue.draft] as const;
  const put = useChange(api.catalogue.putRow, {
    refresh,
    onSuccess: () => {
      tell("已写入草稿，发布后生效");
      onClose();
    },
  });
  const remove = useChange(api.catalogue.removeRow, {
    refresh,
    onSuccess: () => {
      tell("已从草稿删去，发布后生效");
      onClose();
    },
  });
  const problem = put.error instanceof ProblemError ? put.error : undefined;
  const isShortage = list === "shortage";
  const whole = Number(hours);
  const complete =
    code.trim() !== "" &&
    name.trim() !== "" &&
    (isShortage || (trainingFen !== null && assessmentFen !== null && Number.isInteger(whole) && whole > 0));

  function changeCode(next: string): void {
    setCode(next);
    const known = findOccupation(next.trim());
    if (known !== undefined) setName(known.name);
  }
  function save(): void {
    const shared = { occupation: code.trim(), occupationName: name.trim() };
    put.mutate({
      params: { list },
      body: isShortage
        ? shared
        : {
            ...shared,
            level: Number(level),
            edition: standard?.edition ?? 2022,
            trainingFen: trainingFen ?? 0,
            assessmentFen: assessmentFen ?? 0,
            requiredHours: whole,
          },
    });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={row === undefined ? "添加一项" : "修改一项"}
      footer={
        <>
          {row !== undefined && (
            <Button
              variant="danger"
              className="sm:mr-auto"
              busy={remove.isPending}
              onClick={() => remove.mutate({ params: { list, key: row.key } })}
            >
              从草稿删去
            </Button>
          )}
          <Button variant="secondary" onClick={onClose}>
            先不改
          </Button>
          <Button busy={put.isPending} disabled={!complete} onClick={save}>
            写入草稿
          </Button>
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="职业编码" hint="如 6-31-01-03；写对编码会带出名称" error={problem?.fieldError("/occupation")}>
          <Input value={code} onChange={changeCode} readOnly={row !== undefined} className="num" maxLength={30} />
        </Field>
        <Field label="职业（工种）名称" hint="与职业分类大典一致" error={problem?.fieldError("/occupationName")}>
          <Input value={name} onChange={setName} maxLength={60} />
        </Field>
        {!isShortage && (
          <>
            <Field label="等级">
              <Select value={level} onChange={setLevel} choices={levelChoices} disabled={row !== undefined} />
            </Field>
            <Field label="规定课时" error={problem?.fieldError("/requiredHours")}>
              <Input value={hours} onChange={setHours} inputMode="numeric" unit="课时" className="num" />
            </Field>
            <Field label="培训补贴标准" error={problem?.fieldError("/trainingFen")}>
              <MoneyInput value={trainingFen} onChange={setTrainingFen} />
            </Field>
            <Field label="鉴定补贴标准" error={problem?.fieldError("/assessmentFen")}>
              <MoneyInput value={assessmentFen} onChange={setAssessmentFen} />
            </Field>
          </>
        )}
        <div className="sm:col-span-2">
          <ErrorNotice error={put.error ?? remove.error} />
        </div>
      </div>
    </Dialog>
  );
}
