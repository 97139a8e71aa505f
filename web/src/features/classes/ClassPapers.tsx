import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { upload } from "../../api/upload.ts";
import { Button } from "../../kit/Button.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { FileUpload } from "../../kit/FileUpload.tsx";
import { formatBytes } from "../../kit/format.ts";
import { Icon } from "../../kit/Icon.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { useToast } from "../../kit/Toast.tsx";

const MAX_BYTES = 10 * 1024 * 1024;

/** Papers of a filing; the institution adds and takes them out until it submits. */
export function ClassPapers({ classId, editable = false }: { classId: string; editable?: boolean }): ReactElement {
  const query = useApi(api.classes.papers, { params: { id: classId } });
  const tell = useToast();
  const remove = useChange(api.classes.removePaper, {
    refresh: [api.classes.papers],
    onSuccess: () => tell("附件已去掉"),
  });
  return (
    <div className="grid gap-3">
      <QueryView
        query={query}
        lines={2}
        isEmpty={(data) => data.papers.length === 0}
        empty={
          <p className="text-ink-2">
            {editable ? "没有附件。有培训计划、承诺书、合同的，可以随申请上传。" : "没有附件。"}
          </p>
        }
      >
        {(data) => (
          <ul className="divide-y divide-line border-y border-line" aria-label="附件">
            {data.papers.map((paper) => (
              <li key={paper.id} className="flex min-h-(--touch) min-w-0 items-center gap-2 py-1">
                <Icon name="file" className="text-ink-3" />
                <a
                  href={`/api/v1/classes/${classId}/papers/${paper.id}`}
                  target="_blank"
                  rel="noreferrer"
                  className="min-w-0 truncate text-accent underline underline-offset-3"
                >
                  {paper.name}
                </a>
                <span className="num shrink-0 text-sm text-ink-3">{formatBytes(paper.bytes)}</span>
                {editable && (
                  <Button
                    variant="quiet"
                    className="ml-auto shrink-0"
                    label={`去掉 ${paper.name}`}
                    busy={remove.isPending}
                    onClick={() => remove.mutate({ params: { id: classId, fileId: paper.id }, body: {} })}
                  >
                    去掉
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      {remove.error !== null && <ErrorNotice error={remove.error} />}
      {editable && (
        <FileUpload<{ id: string }>
          send={(file, options) => upload(`/api/v1/classes/${classId}/papers`, file, options)}
          onDone={() => void query.refetch()}
          accept=".pdf,.jpg,.jpeg,.png,.docx"
          hint="PDF、照片或 Word（docx），每份不超过 10 MB，提交后不能增减"
          maxBytes={MAX_BYTES}
          multiple
        />
      )}
    </div>
  );
}
