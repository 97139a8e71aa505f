import { api } from "../../api/api.ts";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { upload } from "../../api/upload.ts";
import { Card } from "../../kit/Card.tsx";
import { FileUpload } from "../../kit/FileUpload.tsx";
import type { Claim } from "./claim.ts";

/** Evidence for the statements; more can be added until the first review. */
export function ClaimFiles({ data }: { data: Claim }): ReactElement | null {
  const client = useQueryClient();
  const open = ["prepared", "submitted", "returned"].includes(data.claim.state);
  const { files } = data.evidence;
  if (!open && files.length === 0) return null;
  return (
    <Card title="证明材料">
      {files.length === 0 ? (
        <p className="mb-3 text-ink-2">还没有材料。合同、验收单、发票等可以在这里上传。</p>
      ) : (
        <ul className="mb-3 divide-y divide-line border-y border-line">
          {files.map((file) => (
            <li key={file.id} className="py-1.5">
              <a
                href={`/api/v1/claims/${data.claim.id}/files/${file.id}`}
                target="_blank"
                rel="noreferrer"
                className="text-accent underline underline-offset-3"
              >
                {file.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {open && (
        <FileUpload
          multiple
          send={(file, options) => upload<{ id: string }>(`/api/v1/claims/${data.claim.id}/files`, file, options)}
          onDone={() => void client.invalidateQueries({ queryKey: [api.claims.show] })}
          accept=".pdf,.jpg,.jpeg,.png"
          hint="PDF 或照片，每个不超过 10 MB，最多 20 份"
          maxBytes={10 * 1024 * 1024}
        />
      )}
    </Card>
  );
}
