import { findOccupation, occupations } from "@jinengtong/standards";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import { upload } from "../../api/upload.ts";
import { levelChoices } from "../../features/evaluations/level-choices.ts";
import { type Way, WAYS } from "../../features/evaluations/words.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { Field } from "../../kit/Field.tsx";
import { FileUpload } from "../../kit/FileUpload.tsx";
import { dateOf } from "../../kit/format.ts";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";

/** 试卷库: sealed papers; one is drawn for a batch by lot and opened by two. */
export default function PapersPage(): ReactElement {
  const list = useList(api.evaluationPapers.list, { usual: "-addedAt", exportAs: "试卷库.xlsx" });
  const [adding, setAdding] = useState(false);
  return (
    <StaffPage
      title="试卷库"
      intro="入库的试卷加密保存，谁都看不到内容；批次抽定后，开考前由机构人员和督导两人启封才能打开。"
      actions={
        <Button icon="upload" onClick={() => setAdding(true)}>
          试卷入库
        </Button>
      }
    >
      <DataTable
        id="evaluation-papers"
        caption="试卷"
        unit="份"
        {...list}
        rowKey={(row) => row.id}
        empty={
          <Empty title="试卷库是空的">
            把题库抽好的试卷（PDF 或 Word）按职业、等级、科目入库，最好每科备两份以上。
          </Empty>
        }
        columns={[
          { key: "title", title: "试卷", render: (row) => <span className="font-medium">{row.title}</span> },
          {
            key: "occupation",
            sort: "occupation",
            title: "职业",
            render: (row) => findOccupation(row.occupation)?.name ?? row.occupation,
          },
          {
            key: "level",
            sort: "level",
            title: "等级",
            align: "right",
            render: (row) => <span className="num">{row.level}</span>,
          },
          { key: "subject", title: "科目", render: (row) => WAYS[row.subject] },
          { key: "source", title: "来源", render: (row) => row.source },
          {
            key: "added",
            sort: "addedAt",
            title: "入库",
            render: (row) => <span className="num">{dateOf(row.addedAt)}</span>,
          },
          {
            key: "used",
            sort: "used",
            title: "抽用",
            align: "right",
            render: (row) => <span className="num">{row.used} 次</span>,
          },
        ]}
      />
      {adding && <AddPaperDialog onClose={() => setAdding(false)} />}
    </StaffPage>
  );
}

const MAX_BYTES = 10 << 20;
const trades = occupations.map((one) => ({ value: one.code, label: `${one.name} ${one.code}` }));

function AddPaperDialog({ onClose }: { onClose: () => void }): ReactElement {
  const client = useQueryClient();
  const tell = useToast();
  const [paper, setPaper] = useState({ occupation: "", level: "5", subject: "theory" as Way, title: "", source: "" });
  const set = (part: Partial<typeof paper>) => setPaper({ ...paper, ...part });
  const ready = paper.occupation !== "" && paper.title.trim().length >= 2 && paper.source.trim().length >= 2;
  return (
    <Dialog open onClose={onClose} title="试卷入库">
      <div className="grid gap-4">
        <Field label="职业">
          <Select
            value={paper.occupation}
            onChange={(occupation) => set({ occupation })}
            placeholder="请选择"
            choices={trades}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="等级">
            <Select value={paper.level} onChange={(level) => set({ level })} choices={levelChoices} />
          </Field>
          <Field label="科目">
            <Select
              value={paper.subject}
              onChange={(subject) => set({ subject: subject as Way })}
              choices={(Object.keys(WAYS) as Way[]).map((value) => ({ value, label: WAYS[value] }))}
            />
          </Field>
        </div>
        <Field label="试卷名称">
          <Input value={paper.title} onChange={(title) => set({ title })} placeholder="如：2026 年 A 卷" />
        </Field>
        <Field label="来源">
          <Input value={paper.source} onChange={(source) => set({ source })} placeholder="国家题库、省题库、自编备案" />
        </Field>
        {ready ? (
          <FileUpload
            accept=".pdf,.docx,.jpg,.png"
            maxBytes={MAX_BYTES}
            hint="PDF 或 Word，不超过 10 MB"
            action="选择试卷文件"
            send={(file, options) =>
              upload(`/api/v1/evaluation-papers?${new URLSearchParams(paper).toString()}`, file, options)
            }
            onDone={() => {
              tell("试卷已入库并封存");
              void client.invalidateQueries({ queryKey: [api.evaluationPapers.list] });
              onClose();
            }}
          />
        ) : (
          <p className="text-ink-2">填好以上各项再选文件。</p>
        )}
      </div>
    </Dialog>
  );
}
