import { useState, type ReactElement } from "react";
import { useSearchParams } from "react-router";
import { ConfirmSheet } from "../../../../kit/ConfirmSheet.tsx";
import { Field } from "../../../../kit/Field.tsx";
import { Input } from "../../../../kit/Input.tsx";
import { Select } from "../../../../kit/Select.tsx";
import { addBenefit, copyBenefit, retireBenefit } from "../model/edits.ts";
import { benefitPaths, idOf, rowsAt, textAt } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { AddDialog } from "./AddDialog.tsx";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/u;

function useNewId(id: string): string | undefined {
  const { files } = useLaw();
  if (id === "") return undefined;
  if (!SLUG.test(id) || id.length > 80) return "只用小写字母、数字和短横线，如 evening-course";
  return benefitPaths(files).map(idOf).includes(id) ? "已有这个编号，请换一个" : undefined;
}

const ID_HINT = "小写字母、数字和短横线。用在接口和统计里，发布后不改。";

/** Adds a benefit: a name, a clause and an id; conditions and amount are put together afterwards. */
export function AddBenefitDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { names, edit } = useLaw();
  const [, setSearch] = useSearchParams();
  const [title, setTitle] = useState("");
  const [audience, setAudience] = useState("");
  const [clause, setClause] = useState(names.clauses[0]?.value ?? "");
  const [id, setId] = useState("");
  const fault = useNewId(id);
  const ready = title.trim() !== "" && audience.trim() !== "" && id !== "" && fault === undefined;
  return (
    <AddDialog
      title="加一项补贴"
      action="加上，接着写条件"
      leave="先不加"
      ready={ready}
      onClose={onClose}
      onAdd={() => {
        const made = { id, title: title.trim(), clause, audience: audience.trim() };
        edit((old) => addBenefit(old, made, names));
        setSearch({ at: id });
      }}
    >
      <Field label="名称">
        <Input value={title} onChange={setTitle} placeholder="夜校培训补贴" />
      </Field>
      <Field label="对象">
        <Input value={audience} onChange={setAudience} placeholder="参加夜校的在职职工" />
      </Field>
      {names.clauses.length > 0 && (
        <Field label="依据条款">
          <Select value={clause} onChange={setClause} choices={names.clauses} />
        </Field>
      )}
      <Field label="编号" hint={ID_HINT} error={fault}>
        <Input value={id} onChange={setId} placeholder="evening-course" />
      </Field>
    </AddDialog>
  );
}

/** Copies a benefit with its worked cases under another id. */
export function CopyBenefitDialog({
  from,
  title: old,
  onClose,
}: {
  from: string;
  title: string;
  onClose: () => void;
}): ReactElement {
  const { edit } = useLaw();
  const [, setSearch] = useSearchParams();
  const [title, setTitle] = useState(`${old}（二）`);
  const [id, setId] = useState("");
  const fault = useNewId(id);
  return (
    <AddDialog
      title={`复制${old}`}
      action="复制"
      leave="先不复制"
      ready={title.trim() !== "" && id !== "" && fault === undefined}
      onClose={onClose}
      onAdd={() => {
        edit((files) => copyBenefit(files, from, { id, title: title.trim() }));
        setSearch({ at: id });
      }}
    >
      <p className="text-ink-2">条件、金额、算例、申请办法和金额上限一起复制。</p>
      <Field label="名称">
        <Input value={title} onChange={setTitle} />
      </Field>
      <Field label="编号" hint={ID_HINT} error={fault}>
        <Input value={id} onChange={setId} />
      </Field>
    </AddDialog>
  );
}

/** Takes a benefit out of the draft; published versions keep it. */
export function RetireBenefitDialog({
  id,
  title,
  onClose,
}: {
  id: string;
  title: string;
  onClose: () => void;
}): ReactElement {
  const { files, edit } = useLaw();
  const [, setSearch] = useSearchParams();
  const cases = rowsAt(files[`cases/${id}.json`], "/cases").length;
  const users = benefitPaths(files).filter(
    (path) => idOf(path) !== id && JSON.stringify(files[path]).includes(`"${id}"`),
  );
  return (
    <ConfirmSheet
      open
      danger
      onClose={onClose}
      title={`取消${title}`}
      consequences={[
        `新版本里不再有这项补贴；它的条件、金额和 ${cases} 个算例从草案中去掉。`,
        "已发布的版本不变：按它们作出的决定和在办的申请照旧。",
        ...(users.length === 0
          ? []
          : [`${users.map((path) => textAt(files[path], "/title")).join("、")}的条件里还提到它，需要一并修改。`]),
        "可以用“撤销”恢复。",
      ]}
      action="取消这项补贴"
      onConfirm={() => {
        edit((old) => retireBenefit(old, id));
        setSearch({});
        onClose();
      }}
    />
  );
}
