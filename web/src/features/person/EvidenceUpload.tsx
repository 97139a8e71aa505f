import type { ReactElement } from "react";
import { useRight } from "../../api/acting-for.tsx";
import { upload } from "../../api/upload.ts";
import { FileUpload } from "../../kit/FileUpload.tsx";

interface EvidenceUploadProps {
  onDone: (fileId: string, fileName: string) => void;
}

/** A photo or PDF of a paper, uploaded for the next submission. */
export function EvidenceUpload({ onDone }: EvidenceUploadProps): ReactElement {
  const actingFor = useRight();
  return (
    <FileUpload
      accept="image/jpeg,image/png,application/pdf"
      action="拍照或选照片"
      hint="手机拍照就行，字要看得清。照片或 PDF，不超过 10 MB。"
      maxBytes={10 * 1024 * 1024}
      send={(file, options) => upload<{ id: string }>("/api/v1/me/evidence", file, { ...options, actingFor })}
      onDone={(result, file) => onDone(result.id, file.name)}
    />
  );
}
