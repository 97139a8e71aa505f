import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

export type PlaceChange = Output<Api["planQuotas"]["changes"]>["rows"][number];

/** A change of places in one sentence. */
export function changeSaid(change: PlaceChange): string {
  const count = Math.abs(change.places);
  const where = `“${change.project}”${change.year} 年`;
  switch (change.kind) {
    case "set":
      return `${where}给${change.place} ${count} 个名额`;
    case "overdraw":
      return `${where}允许${change.place}超出 ${count} 个`;
    case "take-back":
      return `${where}从${change.place}收回 ${count} 个`;
    case "transfer":
      return `${where}从${change.place}调剂 ${count} 个到${change.to ?? ""}`;
  }
}
