import { api } from "../../../api/api.ts";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { upload } from "../../../api/upload.ts";
import { Card } from "../../../kit/Card.tsx";
import { FileUpload } from "../../../kit/FileUpload.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import type { Claim } from "../../../features/claims/claim.ts";

const OPEN = ["prepared", "submitted", "returned"];

/** Papers of one's own claim; more can be added until the review begins. */
export function ClaimFiles({ data }: { data: Claim }): ReactElement | null {
  const client = useQueryClient();
  const { claim, evidence } = data;
  const mine = claim.payeeKind === "person" && claim.organisationName === null;
  const open = mine && OPEN.includes(claim.state);
  if (!open && evidence.files.length === 0) return null;
  return (
    <Card title="附的材料">
      {evidence.files.length > 0 && (
        <ul className="mb-3 divide-y divide-line border-y border-line">
          {evidence.files.map((file) => (
            <li key={file.id}>
              <a
                href={`/api/v1/claims/${claim.id}/files/${file.id}`}
                target="_blank"
                rel="noreferrer"
                className="flex min-h-(--touch) items-center gap-2 text-accent underline underline-offset-4"
              >
                <Icon name="file" />
                <span className="min-w-0 truncate">{file.name}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {open && (
        <>
          <p className="mb-3 text-ink-2">
            平台的记录够用就不用传。记录不全、被退回补正的，把证明拍照传上来，审核人看得到。
          </p>
          <FileUpload
            multiple
            action="拍照或选照片"
            accept="image/jpeg,image/png,application/pdf"
            hint="照片或 PDF，每个不超过 10 MB。"
            maxBytes={10 * 1024 * 1024}
            send={(file, options) => upload<{ id: string }>(`/api/v1/claims/${claim.id}/files`, file, options)}
            onDone={() => void client.invalidateQueries({ queryKey: [api.claims.show] })}
          />
        </>
      )}
    </Card>
  );
}
