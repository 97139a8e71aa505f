import { useMemo, useState, type ReactElement } from "react";
import { useSearchParams } from "react-router";
import { Button } from "../../../../kit/Button.tsx";
import { cx } from "../../../../kit/cx.ts";
import { Notice } from "../../../../kit/Notice.tsx";
import { ScrollArea } from "../../../../kit/ScrollArea.tsx";
import { useHotkeys } from "../../../../kit/staff/use-hotkeys.ts";
import { useToast } from "../../../../kit/Toast.tsx";
import { isPart, PARTS, fileInWords, type Part } from "../law-words.ts";
import { benefitPaths, idOf, textAt, type Files } from "../model/files.ts";
import { LawContext } from "../model/law-context.ts";
import { ProblemsContext } from "../model/problems-context.ts";
import { useCheck } from "../model/use-problems.ts";
import { useEditor } from "../model/use-editor.ts";
import { openedFiles, useSaving, type Saving } from "../model/use-saving.ts";
import { AddBenefitDialog } from "./BenefitDialogs.tsx";
import { BenefitEditor } from "./BenefitEditor.tsx";
import { ClausesEditor } from "./ClausesEditor.tsx";
import { EditorNav } from "./EditorNav.tsx";
import { ManifestEditor } from "./ManifestEditor.tsx";
import { MergeDialog } from "./MergeDialog.tsx";
import { NamesEditor } from "./NamesEditor.tsx";
import { ParametersEditor } from "./ParametersEditor.tsx";
import { ProblemList } from "./ProblemList.tsx";
import { ReadingsEditor } from "./ReadingsEditor.tsx";
import { WorkedCases } from "./WorkedCases.tsx";
import { Tabs } from "../../../../kit/Tabs.tsx";

interface EditorProps {
  id: string;
  stored: { files: Files; revision: number };
  readOnly: boolean;
}

const PART_EDITORS: Readonly<Record<Part, () => ReactElement>> = {
  manifest: ManifestEditor,
  clauses: ClausesEditor,
  parameters: ParametersEditor,
  readings: ReadingsEditor,
  names: NamesEditor,
};

/** The editor of a draft: a list of its parts, the chosen one, and the worked cases beside a benefit. */
export function Editor({ id, stored, readOnly }: EditorProps): ReactElement {
  const tell = useToast();
  const [opened] = useState(() => openedFiles(id, stored));
  const { law, replace } = useEditor(opened.files, readOnly);
  const { problems, isChecking } = useCheck(law.files);
  const shown = useMemo(
    () => (law.broken === null ? problems.filter(({ kind }) => kind !== "shape") : [law.broken]),
    [law.broken, problems],
  );
  const titleOf = (one: string): string => textAt(law.files[`benefits/${one}.json`], "/title") || one;
  const saving = useSaving({
    id,
    stored: opened.stored,
    files: law.files,
    enabled: !readOnly,
    replace,
    onTaken: (by, paths) =>
      tell(
        `${by}刚改过${paths
          .slice(0, 3)
          .map((path) => fileInWords(path, titleOf))
          .join("、")}，已并入`,
      ),
  });
  const [search, setSearch] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const [side, setSide] = useState("law");
  const paths = benefitPaths(law.files);
  const asked = search.get("at") ?? "";
  const at = isPart(asked) || paths.some((path) => idOf(path) === asked) ? asked : idOf(paths[0] ?? "manifest");
  const go = (next: string): void => setSearch({ at: next });
  useHotkeys({ "mod+z": law.undo ?? undefined, "mod+y": law.redo ?? undefined }, { always: true });
  const errors = shown.filter(({ severity }) => severity === "error").length;
  const Part = isPart(at) ? PART_EDITORS[at] : null;
  return (
    <LawContext value={law}>
      <ProblemsContext value={shown}>
        <div className="sticky top-0 z-10 -mx-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line bg-paper px-4 py-1.5 lg:-mx-6 lg:px-6">
          <span className="flex flex-wrap items-center gap-x-4">
            <SavingState saving={saving} readOnly={readOnly} />
            {errors > 0 && (
              <a href="#problems" className="num text-refuse underline underline-offset-3">
                {errors} 处必须改
              </a>
            )}
          </span>
          <span className="flex flex-wrap items-center gap-2">
            {!readOnly && (
              <>
                <Button
                  variant="secondary"
                  icon="history"
                  disabled={law.undo === null}
                  hotkey="Ctrl Z"
                  onClick={() => law.undo?.()}
                >
                  撤销
                </Button>
                <Button variant="secondary" icon="refresh" disabled={law.redo === null} onClick={() => law.redo?.()}>
                  重做
                </Button>
              </>
            )}
            <Button to={`/bureau/law/${id}/steps`} icon="arrow">
              {readOnly ? "查看送签情况" : "检查、影响与签发"}
            </Button>
          </span>
        </div>
        {opened.restored && !readOnly && saving.state !== "saved" && (
          <Notice>上次没有保存完的修改还在这台电脑上，已经恢复，正在保存。</Notice>
        )}
        <div className="grid gap-4 lg:grid-cols-[12rem_minmax(0,1fr)]">
          <EditorNav at={at} onGo={go} onAdd={readOnly ? null : () => setAdding(true)} />
          {Part === null ? (
            <div className="min-w-0">
              <div className="mb-3 xl:hidden">
                <Tabs
                  label="条文和算例"
                  tabs={[
                    { key: "law", title: "条件和金额" },
                    { key: "cases", title: "算例" },
                  ]}
                  current={side}
                  onChange={setSide}
                />
              </div>
              <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
                <div className={side === "law" ? "" : "max-xl:hidden"}>
                  <BenefitEditor key={at} path={`benefits/${at}.json`} />
                </div>
                <div className={cx(side !== "cases" && "max-xl:hidden", "xl:sticky xl:top-14")}>
                  <ScrollArea label="算例" className="px-1 pb-2 xl:max-h-[calc(100vh-8rem)]">
                    <WorkedCases key={at} benefit={at} />
                  </ScrollArea>
                </div>
              </div>
            </div>
          ) : (
            <div className="min-w-0">
              <h2 className="mb-2 text-xl font-semibold">{isPart(at) && PARTS[at].title}</h2>
              <Part />
            </div>
          )}
        </div>
        <ProblemList isChecking={isChecking && law.broken === null} onGo={go} />
        {adding && <AddBenefitDialog onClose={() => setAdding(false)} />}
        {saving.asked !== null && <MergeDialog merge={saving.asked} titleOf={titleOf} onSettle={saving.settle} />}
      </ProblemsContext>
    </LawContext>
  );
}

const STATES: Readonly<Record<Saving["state"], string>> = {
  saved: "已保存到平台",
  typing: "正在输入，停下即保存",
  saving: "正在保存……",
  failed: "没有保存上，内容留在这台电脑上",
  merging: "与他人的修改待合并",
};

function SavingState({ saving, readOnly }: { saving: Saving; readOnly: boolean }): ReactElement {
  if (readOnly) return <span className="text-ink-2">只能查看：草案已不在编辑中。</span>;
  return (
    <span
      role="status"
      className={saving.state === "failed" ? "flex items-center gap-2 text-refuse" : "text-sm text-ink-2"}
    >
      {STATES[saving.state]}
      {saving.state === "failed" && (
        <>
          <span className="text-sm">{saving.error instanceof Error ? saving.error.message : ""}</span>
          <Button variant="secondary" onClick={saving.retry}>
            再存一次
          </Button>
        </>
      )}
    </span>
  );
}
