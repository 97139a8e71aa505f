import type { TestApp } from "./app.ts";
import type { postingDesk } from "./posting-desk.ts";
import { aCertificate } from "./record-builders.ts";

type Desk = Awaited<ReturnType<typeof postingDesk>>;

/** An accepted scheme of the desk's enterprise: places for both grades. */
export async function aScheme(desk: Desk, places = { specialPlaces: 3, chiefPlaces: 1 }): Promise<string> {
  const { id } = await desk.must(
    desk.clerk.post<{ id: string }>("/api/v1/master-schemes", {
      title: "特级、首席技师评聘方案",
      ...places,
      conditions: "档案、现场答辩和综合评审",
      pay: "比照高级管理人员",
    }),
  );
  await desk.must(
    desk.officer.post(`/api/v1/master-schemes/${id}/decision`, { verdict: "accepted", reason: "材料齐全" }),
  );
  return id;
}

/** Somebody whom the enterprise publicises for a grade. */
export async function aMaster(
  app: TestApp,
  desk: Desk,
  given: { schemeId?: string; grade?: "special" | "chief"; from?: string; level?: number; panel?: string[] } = {},
) {
  const schemeId = given.schemeId ?? (await aScheme(desk));
  const { personId } = await desk.hire();
  await aCertificate(app, { personId, kind: "skill-level", level: given.level ?? 1, issuedOn: "2019-03-01" });
  const answer = await desk.clerk.post<{ id: string; code?: string }>(
    `/api/v1/master-schemes/${schemeId}/appointments`,
    {
      personId,
      grade: given.grade ?? "chief",
      trade: "电工",
      panel: given.panel ?? ["评委甲", "评委乙", "评委丙"],
      score: 91.5,
      publicisedFrom: given.from ?? "2026-02-02",
    },
  );
  return { schemeId, personId, answer };
}
