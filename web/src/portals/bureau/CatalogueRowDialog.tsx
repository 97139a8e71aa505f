import { api } from "../../api/api.ts";
import { findOccupation } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, FormNotice, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { MoneyInput } from "../../kit/MoneyInput.tsx";
import { levelChoices } from "../../features/occupations/levels.ts";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";
import type { ListRow } from "./catalogue-lists.ts";

/** An occupation in shortage has its code and name alone. */
interface RowValues {
  occupation: string;
  occupationName: string;
  level?: string;
  trainingFen?: number | null;
  assessmentFen?: number | null;
  requiredHours?: string;
}

interface CatalogueRowDialogProps {
  list: "occupations" | "shortage";
  row?: ListRow;
  onClose: () => void;
}

/** One row of the draft: an occupation and level with its standards, or an occupation in shortage. */
export function CatalogueRowDialog({ list, row, onClose }: CatalogueRowDialogProps): ReactElement {
  const before = row?.data;
  const standard = before !== undefined && "trainingFen" in before ? before : undefined;
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
  const isShortage = list === "shortage";
  const form = useForm<RowValues>({
    initial: {
      occupation: before !== undefined && "occupation" in before ? before.occupation : "",
      occupationName: before !== undefined && "occupationName" in before ? before.occupationName : "",
      ...(isShortage
        ? {}
        : {
            level: String(standard?.level ?? 5),
            trainingFen: standard?.trainingFen ?? null,
            assessmentFen: standard?.assessmentFen ?? null,
            requiredHours: String(standard?.requiredHours ?? ""),
          }),
    },
    rules: contractOf(api.catalogue.putRow),
    error: put.error ?? remove.error,
  });
  const { occupation, occupationName, level = "5", trainingFen = null, assessmentFen = null } = form.values;

  function changeCode(next: string): void {
    const known = findOccupation(next.trim());
    form.set({ occupation: next, ...(known === undefined ? {} : { occupationName: known.name }) });
  }
  function save(): void {
    const shared = { occupation: occupation.trim(), occupationName: occupationName.trim() };
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
            requiredHours: Number(form.values.requiredHours),
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
          <FormFooter
            form={form}
            close="先不改"
            action="写入草稿"
            busy={put.isPending}
            onConfirm={save}
            onClose={onClose}
          />
        </>
      }
    >
      <FormBody form={form} notice={false} className="grid gap-4 sm:grid-cols-2">
        <FormField name="occupation" label="职业编码" hint="如 6-31-01-03；写对编码会带出名称">
          <Input value={occupation} onChange={changeCode} readOnly={row !== undefined} className="num" />
        </FormField>
        <FormField name="occupationName" label="职业（工种）名称" hint="与职业分类大典一致">
          <Input {...form.bind("occupationName")} />
        </FormField>
        {!isShortage && (
          <>
            <FormField name="level" label="等级">
              <Select
                value={level}
                onChange={(next) => form.set({ level: next })}
                choices={levelChoices}
                disabled={row !== undefined}
              />
            </FormField>
            <FormField name="requiredHours" label="规定课时">
              <Input
                value={form.values.requiredHours ?? ""}
                onChange={(text) => form.set({ requiredHours: text.replace(/\D/gu, "") })}
                inputMode="numeric"
                unit="课时"
                className="num"
              />
            </FormField>
            <FormField name="trainingFen" label="培训补贴标准">
              <MoneyInput value={trainingFen} onChange={(fen) => form.set({ trainingFen: fen })} />
            </FormField>
            <FormField name="assessmentFen" label="鉴定补贴标准">
              <MoneyInput value={assessmentFen} onChange={(fen) => form.set({ assessmentFen: fen })} />
            </FormField>
          </>
        )}
        <div className="sm:col-span-2">
          <FormNotice />
        </div>
      </FormBody>
    </Dialog>
  );
}
