import { townChoices } from "@jinengtong/county";
import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { withLevel } from "../../../features/occupations/levels.ts";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { FormField, useForm } from "../../../kit/form.tsx";
import { MultiSelect } from "../../../kit/MultiSelect.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import type { PublishedTrade } from "./published-trade.ts";

interface WishDialogProps {
  trade: PublishedTrade;
  /** The town that was searched in; empty: all. */
  town: string;
  onClose: () => void;
}

/** Puts a learner on the waiting list for a trade, with their consent to be told. */
export function WishDialog({ trade, town, onClose }: WishDialogProps): ReactElement {
  const tell = useToast();
  const make = useChange(api.classWishes.make, {
    refresh: [api.classWishes.mine],
    onSuccess: () => {
      tell("已登记，有班时告诉您");
      onClose();
    },
  });
  const form = useForm({
    initial: { towns: town === "" ? [] : [town] },
    rules: contractOf(api.classWishes.make),
    error: make.error,
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`有${withLevel(trade.occupationName, trade.level)}的班时告诉我`}
      consequences={[
        "您同意在这样的班开始报名时收到一次通知：平台消息，同意过短信的也发短信。",
        "培训机构和人社局只看到有几个人在等，看不到您是谁。",
        "通知过就不再等了；不想等了，随时在“我在等的班”里去掉。",
      ]}
      action="同意，有班时告诉我"
      busy={make.isPending}
      form={form}
      onConfirm={() =>
        make.mutate({
          body: { occupation: trade.occupation, level: trade.level, towns: form.values.towns, agreed: true },
        })
      }
    >
      <FormField name="towns" label="只要这些镇的" required={false} hint="不选就是全市都行。" group>
        <MultiSelect {...form.bind("towns")} choices={townChoices()} placeholder="全市都行" />
      </FormField>
    </ConfirmSheet>
  );
}
