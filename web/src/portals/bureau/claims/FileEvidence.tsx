import type { ReactElement } from "react";
import { Empty } from "../../../kit/Empty.tsx";
import { FactList, type Fact } from "../../../kit/FactList.tsx";
import { Money } from "../../../kit/Money.tsx";
import { EvidenceFile } from "../EvidenceFile.tsx";
import type { Claim } from "../../../features/claims/claim.ts";

const STATED: Readonly<Record<string, string>> = {
  months: "以工代训月数",
  actualCostFen: "实际培训成本",
  assessmentFeeFen: "考核费",
  costPerHeadFen: "人均培训费用",
  years: "学徒培养年限",
  contractFen: "项目合同金额",
  acceptedFen: "项目验收金额",
};

/** Claimant's statements with their papers. */
export function FileEvidence({ claim }: { claim: Claim }): ReactElement {
  const stated = Object.entries(claim.stated).flatMap(([name, value]): Fact[] =>
    typeof value === "number"
      ? [
          {
            label: STATED[name] ?? name,
            value: name.endsWith("Fen") ? <Money fen={value} exact /> : <span className="num">{value}</span>,
          },
        ]
      : [],
  );
  const { files } = claim.evidence;
  if (stated.length === 0 && files.length === 0) {
    return <Empty title="没有另附材料">裁定用的事实都来自平台记录：考勤、线上学习、证书和人员档案。</Empty>;
  }
  return (
    <div className="grid gap-4">
      {stated.length > 0 && <FactList facts={stated} columns={3} />}
      {files.length > 0 && (
        <ul className="grid gap-3 sm:grid-cols-2">
          {files.map((file) => (
            <li key={file.id}>
              <EvidenceFile
                url={`/api/v1/claims/${claim.claim.id}/files/${file.id}`}
                name={file.name}
                mediaType={file.mediaType}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
