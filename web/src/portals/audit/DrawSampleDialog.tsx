import { stateChoices } from "@jinengtong/words";
import { townChoices } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { DateInput } from "../../kit/DateInput.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, FormNotice, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { useBenefits } from "../../features/programmes/use-programmes.ts";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { frameChoices, frames, type Frame } from "./sample-frames.ts";

/** Draws a sample: frame, size and seed. */
export function DrawSampleDialog({ onClose }: { onClose: () => void }): ReactElement {
  const benefits = useBenefits();
  const navigate = useNavigate();
  const tell = useToast();
  const draw = useChange(api.samples.draw, {
    refresh: [api.samples.list, api.homes.auditor],
    onSuccess: (drawn) => {
      tell(`从 ${drawn.frameSize} ${frames[frame].unit}中抽出 ${drawn.drawn.length} ${frames[frame].unit}`);
      void navigate(`/audit/samples/${drawn.id}`);
    },
  });
  const form = useForm({
    initial: {
      frame: "payments" as Frame,
      size: "20",
      seed: "",
      filter: { from: "", to: "", town: "", benefit: "", state: "" },
    },
    rules: contractOf(api.samples.draw),
    error: draw.error,
  });
  const { frame, size, seed, filter } = form.values;
  const { from, to, town, benefit, state } = filter;
  const count = Number(size);
  const narrow = (name: keyof typeof filter) => ({
    value: filter[name],
    onChange: (value: string) => form.setPart("filter", { [name]: value }),
  });

  function submit(): void {
    draw.mutate({
      body: {
        frame,
        size: count,
        ...(seed.trim() === "" ? {} : { seed: seed.trim() }),
        filter: {
          ...(from === "" ? {} : { from }),
          ...(to === "" ? {} : { to }),
          ...(town === "" ? {} : { town }),
          ...(benefit === "" || frame === "certificates" ? {} : { benefit }),
          ...(state === "" || frame !== "payments" ? {} : { state }),
        },
      },
    });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="随机抽样"
      size="wide"
      footer={
        <FormFooter
          form={form}
          close="先不抽"
          action={count > 0 ? `抽取 ${count} ${frames[frame].unit}` : "抽取"}
          busy={draw.isPending}
          onConfirm={submit}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form} notice={false}>
        <FormField name="frame" label="从哪里抽" group>
          <RadioGroup inline {...form.bind("frame")} choices={frameChoices} />
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="size" label="抽多少" hint="1 至 1,000；总体不足时全部抽出">
            <Input {...form.digits("size")} inputMode="numeric" unit={frames[frame].unit} className="num" />
          </FormField>
          <FormField name="seed" label="种子" hint="例如“审计局 2020-06-01”。不填由系统随机产生" required={false}>
            <Input {...form.bind("seed")} />
          </FormField>
          <FormField name="filter/from" label={`${frames[frame].date}从`} group>
            <DateInput {...narrow("from")} />
          </FormField>
          <FormField name="filter/to" label={`${frames[frame].date}到`} group>
            <DateInput {...narrow("to")} />
          </FormField>
          <FormField name="filter/town" label="镇（街道）">
            <Select {...narrow("town")} placeholder="全部" choices={townChoices()} />
          </FormField>
          {frame !== "certificates" && (
            <FormField name="filter/benefit" label="补贴项目">
              <Select {...narrow("benefit")} placeholder="全部" choices={benefits.choices} />
            </FormField>
          )}
          {frame === "payments" && (
            <FormField name="filter/state" label="状态">
              <Select {...narrow("state")} placeholder="全部" choices={stateChoices("payment")} />
            </FormField>
          )}
        </div>
        <p className="text-sm text-ink-2">
          按“种子:编号”的 SHA-256 从小到大排列，取前若干个。用同一粒种子和同一个总体，任何人都会抽到同样的结果。
        </p>
        <FormNotice />
      </FormBody>
    </Dialog>
  );
}
