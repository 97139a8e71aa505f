import { sql } from "../../kernel/database.ts";
import type { Verifier } from "../../kernel/module.ts";
import { completionOf } from "./completion.ts";

const BATCH = 500;

interface Row {
  id: string;
  enrolment_id: string;
  serial: string;
  hours: number;
}

/** Compares every valid completion certificate with the hours and exam behind it. */
export const verifyCompletions: Verifier = {
  name: "结业证书",
  async run(services) {
    const differences: string[] = [];
    let checked = 0;
    for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
      const { rows } = await sql<Row>`
        select f.id, f.enrolment_id, f.serial, f.hours from certificate f
        where f.id > ${after} and f.kind = 'completion' and f.source = 'platform' and f.enrolment_id is not null
          and not exists (select from certificate_revocation v where v.certificate_id = f.id)
        order by f.id limit ${BATCH}`.execute(services.database);
      const completions = await completionOf(
        services.database,
        rows.map((row) => row.enrolment_id),
      );
      for (const row of rows) {
        const found = completions.get(row.enrolment_id);
        if (!found?.complete || found.examPassed !== true)
          differences.push(
            `certificate ${row.serial}: ${found?.countedHours ?? 0} of ${found?.required ?? 0} hours, exam ${found?.examPassed === true ? "passed" : "not passed"}`,
          );
      }
      checked += rows.length;
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return { checked, differences };
      after = last.id;
    }
  },
};
