import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { CertificateRow, selectCertificates } from "./certificate-view.ts";

/** A learner's own certificates, newest first. */
export const myCertificates = operation({
  method: "GET",
  path: "/api/v1/me/certificates",
  summary: "我的证书",
  permission: { roles: ["learner"] },
  behalf: ["record"],
  output: z.object({
    rows: z.array(CertificateRow.extend({ verifyUrl: z.string().describe("给人扫码核验的地址") })),
  }),
  async run(context) {
    const { publicUrl } = context.services.config;
    const rows = await selectCertificates(context.db)
      .select("f.token")
      .where("f.person_id", "=", context.actor.personId)
      .orderBy("f.issued_on", "desc")
      .orderBy("f.id")
      .limit(500)
      .execute();
    return { rows: rows.map(({ token, ...row }) => ({ ...row, verifyUrl: `${publicUrl}/verify?token=${token}` })) };
  },
});
