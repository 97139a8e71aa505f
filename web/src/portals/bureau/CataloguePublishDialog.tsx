import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { daysAfter, today } from "../../kit/today.ts";
import { TextArea } from "../../kit/TextArea.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { FormField, useForm } from "../../kit/form.tsx";
import { lists, type Difference, type List } from "./catalogue-lists.ts";

interface CataloguePublishDialogProps {
  list: List;
  version: number;
  differences: readonly Difference[];
  onClose: () => void;
}

/** Publishes the draft as the next version, from a day on. */
export function CataloguePublishDialog({
  list,
  version,
  differences,
  onClose,
}: CataloguePublishDialogProps): ReactElement {
  const tell = useToast();
  const publish = useChange(api.catalogue.publish, {
    refresh: [api.catalogue.draft, api.catalogue.versions, api.catalogue.read],
    onSuccess: (made) => {
      tell(`${lists[list].title}第 ${made.version} 版已发布，${effectiveFrom} 起生效`);
      onClose();
    },
  });
  const form = useForm({
    initial: { effectiveFrom: daysAfter(today(), 1) as string, note: "" },
    rules: contractOf(api.catalogue.publish),
    error: publish.error,
  });
  const { effectiveFrom, note } = form.values;
  const count = (kind: Difference["kind"]) => differences.filter((difference) => difference.kind === kind).length;
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`发布${lists[list].title}第 ${version} 版`}
      consequences={[
        `新增 ${count("added")} 项、调整 ${count("changed")} 项、删去 ${count("removed")} 项，立即向社会公布。`,
        version === 1
          ? `自 ${effectiveFrom || "…"} 起生效。`
          : `第 ${version - 1} 版到 ${effectiveFrom || "…"} 为止，第 ${version} 版从这一天起生效。`,
        lists[list].consequence,
        "发布后这一版不能修改，只能再发布新的一版。",
      ]}
      action={`发布第 ${version} 版`}
      busy={publish.isPending}
      form={form}
      onConfirm={() => publish.mutate({ params: { list }, body: { effectiveFrom, note: note.trim() } })}
    >
      <div className="grid gap-4">
        <FormField name="effectiveFrom" label="生效日期" group>
          <DateInput {...form.bind("effectiveFrom")} />
        </FormField>
        <FormField name="note" label="说明" hint="例如发文文号，公众会看到">
          <TextArea {...form.bind("note")} rows={2} />
        </FormField>
      </div>
    </ConfirmSheet>
  );
}
