import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { at, type DemoCounty, rowId } from "./county.ts";

/** Stores one of our own files, as an upload would be. */
export async function keepFile(
  county: DemoCounty,
  file: string,
  mediaType: string,
  organisation: { id: string; accountId: string },
  { purpose, name }: { purpose: string; name: string } = { purpose: "lesson", name: path.basename(file) },
): Promise<string> {
  const sha256 = createHash("sha256")
    .update(await readFile(file))
    .digest();
  const target = county.files.pathOf(sha256);
  await mkdir(path.dirname(target), { recursive: true });
  await copyFile(file, target);
  const id = rowId(county);
  county.sink.add("stored_file", {
    id,
    sha256,
    media_type: mediaType,
    bytes: (await stat(file)).size,
    name,
    purpose,
    organisation_id: organisation.id,
    person_id: null,
    uploaded_by: organisation.accountId,
    sealed: false,
    created_at: at(county.firstDay, "10:00:00"),
  });
  return id;
}
