import { stateChoices } from "@jinengtong/words";
import { townChoices } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useNavigate } from "react-router";
import { useChange } from "../../api/hooks.ts";
import { ProblemError } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { usePolicy } from "../../features/claims/use-policy.ts";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { frameChoices, frames, type Frame } from "./sample-frames.ts";

/** What to draw from, how many, and with which seed. */
export function DrawSampleDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [frame, setFrame] = useState<Frame>("payments");
  const [size, setSize] = useState("20");
  const [seed, setSeed] = useState("");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [town, setTown] = useState("");
  const [benefit, setBenefit] = useState("");
  const [state, setState] = useState("");
  const policy = usePolicy();
  const navigate = useNavigate();
  const tell = useToast();
  const draw = useChange(api.samples.draw, {
    refresh: [api.samples.list, api.homes.auditor],
    onSuccess: (drawn) => {
      tell(`从 ${drawn.frameSize} ${frames[frame].unit}中抽出 ${drawn.drawn.length} ${frames[frame].unit}`);
      void navigate(`/audit/samples/${drawn.id}`);
    },
  });
  const problem = draw.error instanceof ProblemError ? draw.error : undefined;
  const count = Number(size);
  const valid = Number.isInteger(count) && count >= 1 && count <= 1_000;

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
        <>
          <Button variant="secondary" onClick={onClose}>
            先不抽
          </Button>
          <Button busy={draw.isPending} disabled={!valid} onClick={submit}>
            {valid ? `抽取 ${count} ${frames[frame].unit}` : "抽取"}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label="从哪里抽" group>
          <RadioGroup inline value={frame} onChange={setFrame} choices={frameChoices} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="抽多少"
            hint="1 至 1,000；总体不足时全部抽出"
            error={valid ? problem?.fieldError("/size") : "请填 1 至 1,000 的整数"}
          >
            <Input value={size} onChange={setSize} inputMode="numeric" unit={frames[frame].unit} className="num" />
          </Field>
          <Field
            label="种子"
            hint="例如“审计局 2020-06-01”。不填由系统随机产生"
            required={false}
            error={problem?.fieldError("/seed")}
          >
            <Input value={seed} onChange={setSeed} maxLength={100} />
          </Field>
          <Field label={`${frames[frame].date}从`} group required={false}>
            <DateInput value={from} onChange={setFrom} />
          </Field>
          <Field label={`${frames[frame].date}到`} group required={false}>
            <DateInput value={to} onChange={setTo} />
          </Field>
          <Field label="镇（街道）" required={false}>
            <Select value={town} onChange={setTown} placeholder="全部" choices={townChoices()} />
          </Field>
          {frame !== "certificates" && (
            <Field label="补贴项目" required={false}>
              <Select value={benefit} onChange={setBenefit} placeholder="全部" choices={policy.benefitChoices} />
            </Field>
          )}
          {frame === "payments" && (
            <Field label="状态" required={false}>
              <Select value={state} onChange={setState} placeholder="全部" choices={stateChoices("payment")} />
            </Field>
          )}
        </div>
        <p className="text-sm text-ink-2">
          按“种子:编号”的 SHA-256 从小到大排列，取前若干个。用同一粒种子和同一个总体，任何人都会抽到同样的结果。
        </p>
        <ErrorNotice error={draw.error} />
      </div>
    </Dialog>
  );
}
