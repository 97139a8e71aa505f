import { useState, type ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { cx } from "../../../kit/cx.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { FactDialog } from "./FactDialog.tsx";
import { factWords } from "./fact-forms.ts";
import type { PersonRecord } from "./person-record.ts";

type Fact = PersonRecord["facts"][number];

/** Facts from other offices about the person. A correction is a new fact; the corrected one stays, struck through. */
export function PersonFacts({ record }: { record: PersonRecord }): ReactElement {
  const [editing, setEditing] = useState<{ replaces: Fact | null } | null>(null);
  return (
    <div className="grid gap-3">
      <div>
        <Button variant="secondary" icon="plus" onClick={() => setEditing({ replaces: null })}>
          登记人员信息
        </Button>
      </div>
      {record.facts.length === 0 ? (
        <Empty title="没有登记过信息">就业、社保、养老金、学历等信息登记后，补贴判定以此为据。</Empty>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {record.facts.map((fact) => (
            <li key={fact.id} className="grid gap-x-6 gap-y-1 py-2 md:grid-cols-[9rem_1fr_auto]">
              <span className={cx("font-medium", fact.replacedBy !== null && "text-ink-3")}>{fact.kindLabel}</span>
              <div className="min-w-0">
                <p className={cx("num", fact.replacedBy !== null && "text-ink-3 line-through")}>
                  {factWords(fact.kind, fact.value)}
                </p>
                <p className="num text-sm text-ink-2">
                  {fact.source}，{formatInstant(fact.recordedAt)} 登记
                  {fact.replacedBy !== null && "，已更正"}
                  {fact.reason !== null && `；更正理由：${fact.reason}`}
                </p>
              </div>
              {fact.replacedBy === null && (
                <Button variant="quiet" label={`更正${fact.kindLabel}`} onClick={() => setEditing({ replaces: fact })}>
                  更正
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {editing !== null && (
        <FactDialog person={record.person} replaces={editing.replaces} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}
