import { stateKind } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { useParams } from "react-router";
import { api } from "../../../api/api.ts";
import { useApi } from "../../../api/hooks.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { Editor } from "./editor/Editor.tsx";
import { storedFiles, type ShownDraft } from "./draft.ts";

/** A draft of a programme: its sentences on the left, its worked cases on the right. */
export default function EditorPage(): ReactElement {
  const { id = "" } = useParams();
  const draft = useApi(api.policyDrafts.show, { params: { id } }, { staleTime: 0 });
  return (
    <QueryView query={draft} lines={12}>
      {/* Later reads come through saving; the page begins once, with what it read first. */}
      {(data) => <Opened key={id} first={data} latest={data} />}
    </QueryView>
  );
}

function Opened({ first, latest }: { first: ShownDraft; latest: ShownDraft }): ReactElement {
  const [begun] = useState(first);
  return (
    <StaffPage
      title={begun.title}
      intro={
        <span className="flex flex-wrap items-center gap-x-3">
          <StatusMark kind={stateKind("policy-draft", latest.state, "office")}>{latest.stateLabel}</StatusMark>
          <span className="num">
            <span className="font-mono">{begun.programme}</span>
            {begun.base === null ? "，从头起草" : `，由 ${begun.base.version} 版复制`}
          </span>
        </span>
      }
      actions={<span id="law-actions" className="flex flex-wrap items-center gap-2" />}
    >
      <Editor
        id={begun.id}
        stored={{ files: storedFiles(begun), revision: begun.revision }}
        readOnly={latest.state !== "open"}
      />
    </StaffPage>
  );
}
