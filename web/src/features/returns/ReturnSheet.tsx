import { checkReturn } from "@jinengtong/returns";
import { useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { useDraft } from "../../kit/use-draft.ts";
import { Reckoned } from "./Reckoned.tsx";
import { readTexts, type ShownReturn, textsOf } from "./return-words.ts";
import { ReturnField } from "./ReturnField.tsx";

const refresh = [api.periodReturns.show, api.periodReturns.duties] as const;

/** The figures of a return as a sheet that reckons while one types, by the same rules as the server. */
export function ReturnSheet({ data }: { data: ShownReturn }): ReactElement {
  const { form } = data;
  const tell = useToast();
  const draft = useDraft(`return:${data.id}:${data.version}`, {
    texts: textsOf(form, data.figures),
    note: data.note ?? "",
  });
  const [sending, setSending] = useState(false);
  const { values, faults } = readTexts(form.figures, draft.value.texts);
  const checked = checkReturn(form, values, data.rowSums);
  const errors = checked.faults.filter(({ level }) => level === "error");
  const send = useChange(api.periodReturns.submit, {
    refresh,
    onSuccess: () => tell("已提交，审核结果会在消息中告知"),
  });
  const save = useChange(api.periodReturns.save, { refresh });
  const input = () => ({
    params: { id: data.id },
    body: { figures: draft.value.texts, note: draft.value.note.trim() === "" ? null : draft.value.note },
  });
  const setText = (code: string, text: string): void => draft.set({ texts: { ...draft.value.texts, [code]: text } });

  return (
    <section aria-label="填报" className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid gap-4">
        {draft.restored && <Notice>已恢复上次没有保存的内容。</Notice>}
        <ErrorNotice error={save.error ?? send.error} />
        <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          {form.figures.map((column) => (
            <ReturnField
              key={column.code}
              column={column}
              value={draft.value.texts[column.code] ?? ""}
              onChange={(text) => setText(column.code, text)}
              error={faults[column.code]}
              unit={column.kind === "decimal" ? "%" : ""}
            />
          ))}
        </div>
        <Field label="备注" required={false} hint="有提示的，在这里说明原因" limit={500}>
          <TextArea rows={3} value={draft.value.note} onChange={(note) => draft.set({ note })} />
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button
            variant="secondary"
            busy={save.isPending}
            onClick={() =>
              save.mutate(input(), {
                onSuccess: () => {
                  draft.clear();
                  draft.set({});
                  tell("已保存");
                },
              })
            }
          >
            保存
          </Button>
          <Button disabled={errors.length > 0 || Object.keys(faults).length > 0} onClick={() => setSending(true)}>
            {errors.length > 0 ? `还有 ${errors.length} 处要填好` : "提交"}
          </Button>
        </div>
      </div>
      <Reckoned form={form} figures={checked.figures} faults={checked.faults} />
      {sending && (
        <ConfirmSheet
          open
          onClose={() => setSending(false)}
          title={`提交${data.periodTitle}${form.title}`}
          consequences={[
            form.headFirst === true
              ? "由本单位另一位负责人审核，同意后送人社部门。"
              : "送人社部门审核；审核期间不能再改，需要改的由审核人退回。",
            `这一版（第 ${data.version} 版）原样保留，以后的更正是新的一版。`,
            ...checked.faults.filter(({ level }) => level === "warning").map(({ message }) => message),
          ]}
          action="提交"
          busy={save.isPending || send.isPending}
          error={save.error ?? send.error}
          onConfirm={() =>
            save.mutate(input(), {
              onSuccess: () =>
                send.mutate(
                  { params: { id: data.id } },
                  {
                    onSuccess: () => {
                      draft.clear();
                      setSending(false);
                    },
                  },
                ),
            })
          }
        />
      )}
    </section>
  );
}
