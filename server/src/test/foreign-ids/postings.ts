import { postingDesk } from "../index.ts";
import type { Tries } from "./world.ts";

/** People whom an enterprise posts, and whose licences it enters. */
export const postingTries: Tries = ({ app }) => {
  const employer = async () => {
    const desk = await postingDesk(app);
    return { desk, own: (await desk.hire()).personId, others: (await (await postingDesk(app)).hire()).personId };
  };
  return {
    "postings.add personIds[]": async () => {
      const { desk, own, others } = await employer();
      const url = `/api/v1/posts/${await desk.post(null)}/postings`;
      return { who: desk.clerk, url, body: (id) => ({ personIds: [id], fromOn: "2020-02-03" }), own, others };
    },
    "workLicences.enter personId": async () => {
      const { desk, own, others } = await employer();
      const licence = {
        item: "electric-low",
        number: "JS00000001",
        issuerName: "示例省应急管理厅",
        firstIssuedOn: "2019-01-10",
        issuedOn: "2019-01-10",
        validTo: "2025-01-09",
      };
      return {
        who: desk.clerk,
        url: "/api/v1/work-licences",
        body: (personId) => ({ personId, ...licence }),
        own,
        others,
      };
    },
  };
};
