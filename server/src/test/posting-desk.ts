import { civilDate, makeCitizenId } from "@jinengtong/standards";
import type { TestApp, TestClient } from "./app.ts";
import { region } from "./builder-kit.ts";
import { anOrganisation } from "./people-builders.ts";

interface Licence {
  personId: string;
  item?: string;
  number?: string;
  firstIssuedOn?: string;
  issuedOn: string;
  validTo: string;
  reviewedOn?: string;
  nextReviewOn?: string;
}

export interface PostingRow {
  id: string;
  personName: string;
  colour: string;
  reason: string | null;
  unqualifiedDays: number;
  through: string | null;
  licenceId: string | null;
}

let people = 0;

const must = async <T>(answer: Promise<{ status: number; body: T }>): Promise<T> => {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};

/** An enterprise with its clerk, and an officer who verifies: hires, posts and licences by operations alone. */
export async function postingDesk(app: TestApp, known?: string) {
  const organisationId = known ?? (await anOrganisation(app, { kind: "enterprise", name: `示例制造${(people += 1)}` }));
  const clerk = await app.as("enterprise", { organisationId });
  const officer = await app.as("reviewer");
  const desk = {
    organisationId,
    clerk,
    officer,
    must,
    async hire(hiredOn = "2018-01-08", name = "岗位示例"): Promise<{ personId: string; citizenId: string }> {
      const citizenId = makeCitizenId(region(), civilDate("1980-05-06"), ((people += 1) % 999) + 1);
      await must(
        clerk.post(`/api/v1/organisations/${organisationId}/employments`, {
          name,
          citizenId,
          hiredOn,
          contractMonths: 720,
        }),
      );
      const { rows } = await must(
        clerk.get<{ rows: { personId: string; citizenIdMasked: string; factId: string }[] }>(
          `/api/v1/organisations/${organisationId}/employees?limit=200`,
        ),
      );
      const hash = app.services.sealer.lookupHash(citizenId, "citizen-id");
      const found = await app.services.database
        .selectFrom("person")
        .select("id")
        .where("citizen_id_hash", "=", hash)
        .executeTakeFirstOrThrow();
      if (rows.length === 0) throw new Error("nobody hired");
      return { personId: found.id, citizenId };
    },
    async post(item: string | null, name = `岗位${(people += 1)}`): Promise<string> {
      const body = { workplace: "一车间", name, town: "320682001", item, since: "2018-01-01" };
      return (await must(clerk.post<{ id: string }>("/api/v1/posts", body))).id;
    },
    enter(given: Licence) {
      return clerk.post<{ id: string; code?: string }>("/api/v1/work-licences", {
        item: "electric-low",
        number: `JS${String((people += 1)).padStart(8, "0")}`,
        issuerName: "示例省应急管理厅",
        firstIssuedOn: given.firstIssuedOn ?? given.issuedOn,
        ...given,
      });
    },
    verify: (id: string, verdict = "verified", by: TestClient = officer) =>
      by.post<{ id: string; code?: string }>(`/api/v1/work-licences/${id}/decision`, {
        verdict,
        queriedOn: "2018-01-01",
        note: "全国查询平台查得一致",
      }),
    async licence(given: Licence): Promise<string> {
      const { id } = await must(desk.enter(given));
      await must(desk.verify(id));
      return id;
    },
    stand: (postId: string, personIds: string[], fromOn: string) =>
      clerk.post<{ count: number; red: string[]; code?: string; detail?: string }>(`/api/v1/posts/${postId}/postings`, {
        personIds,
        fromOn,
      }),
    /** In a session of the clock's day, which a test may have moved. */
    rows: async (query = "", by: TestClient = clerk): Promise<PostingRow[]> =>
      (await must((await app.signedIn(by.accountId)).get<{ rows: PostingRow[] }>(`/api/v1/postings?limit=200${query}`)))
        .rows,
  };
  return desk;
}
