import type { ReactElement } from "react";
import { formatBytes, formatInstant } from "../../../kit/format.ts";
import { admissionPapers, missingPapers } from "../../../features/papers/paper-kinds.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { EvidenceFile } from "../EvidenceFile.tsx";
import type { Admission } from "../../../features/admissions/admission.ts";

/** Papers of an application by kind: pictures inline, PDFs a click away, and missing ones. */
export function AdmissionPapers({ admission }: { admission: Admission }): ReactElement {
  const { evidence } = admission;
  const missing = missingPapers(admissionPapers(admission.activity), evidence);
  return (
    <section aria-labelledby="papers" className="grid gap-3">
      <h3 id="papers" className="text-lg font-semibold">
        材料 <span className="num text-base font-normal text-ink-2">{evidence.length} 份</span>
      </h3>
      {missing.length > 0 && (
        <Notice tone="turn">没有交：{missing.map((need) => need.label).join("、")}。申请人可以在答复前补交。</Notice>
      )}
      {evidence.length > 0 && (
        <ul className="grid gap-3 sm:grid-cols-2">
          {evidence.map((paper) => (
            <li key={paper.id} className="grid content-start gap-1">
              <p>
                <span className="font-medium">{paper.kindLabel}</span>
                <span className="num ml-2 text-sm text-ink-3">
                  {formatBytes(paper.bytes)}　{formatInstant(paper.addedAt)} 上传
                </span>
              </p>
              <EvidenceFile
                url={`/api/v1/admissions/${admission.id}/papers/${paper.id}`}
                name={paper.name}
                mediaType={paper.mediaType}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
