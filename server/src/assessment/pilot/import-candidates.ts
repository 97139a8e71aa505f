import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { sheetDoor } from "../../kernel/sheet-door.ts";
import { cellFindings, reportOf, type SheetFinding, sheetReport } from "../../kernel/sheet-report.ts";
import { readSheetFile, templateReply } from "../../kernel/sheets.ts";
import { findOrCreatePeople, identityColumns, nameColumn, notifyAll } from "../../people/index.ts";
import { pilotOwner } from "./pilot-owners.ts";

const COLUMNS = { name: nameColumn, ...identityColumns } as const;

/** A school registers its candidates from a list. Beyond the places nobody is registered, also from two lists at once. */
export const candidatesDoor = sheetDoor({
  path: "/api/v1/pilots/:id/candidate-imports",
  summary: "导入 1+X 考生名单",
  permission: { roles: ["institution"], over: pilotOwner },
  params: ById,
  query: z.object({}),
  columns: COLUMNS,
  output: z.object({ ...sheetReport, registered: z.int(), known: z.int().describe("已登记过的") }),
  async run(context, { params, upload }) {
    const pilot = await context.db
      .selectFrom("pilot")
      .select(["state", "places", "certificate", "year"])
      .where("id", "=", params.id)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow();
    if (pilot.state !== "approved") throw conflict("pilot-closed", "试点没有批准或已撤回，不能登记考生。");
    const sheet = await readSheetFile(upload.temporaryPath, COLUMNS, { maxRows: 5_000 });
    const errors: SheetFinding[] = cellFindings(sheet);
    const people = await findOrCreatePeople(
      context,
      sheet.rows.map(({ values }) => ({
        name: values.name,
        citizenId: values.citizenId,
        phone: values.phone ?? null,
        town: context.actor.region,
      })),
    );
    const taken = await context.db
      .selectFrom("pilot_candidate")
      .select("person_id")
      .where("pilot_id", "=", params.id)
      .execute();
    const seated = new Set(taken.map((row) => row.person_id));
    const fresh: string[] = [];
    let known = 0;
    for (const [at, person] of people.entries()) {
      const rowNumber = sheet.rows[at]?.rowNumber ?? 0;
      if (!person.ok)
        errors.push({ rowNumber, column: "姓名", value: "", code: person.code, sentence: person.message });
      else if (seated.has(person.id)) known += 1;
      else if (seated.size >= pilot.places)
        errors.push({
          rowNumber,
          column: "姓名",
          value: "",
          code: "pilot-full",
          sentence: `试点计划 ${pilot.places} 人，名额已满，这一行没有登记。`,
        });
      else {
        seated.add(person.id);
        fresh.push(person.id);
      }
    }
    if (fresh.length > 0)
      await context.db
        .insertInto("pilot_candidate")
        .values(
          fresh.map((person_id) => ({
            pilot_id: params.id,
            person_id,
            registered_by: context.actor.accountId,
            registered_at: context.now,
          })),
        )
        .execute();
    await notifyAll(
      context,
      fresh.map((personId) => ({
        personId,
        template: "pilot-registered",
        text: `学校为您登记了 ${pilot.year} 年“${pilot.certificate}”的考核。如没有报名，请向学校或教育部门反映。`,
      })),
    );
    context.audit({ kind: "pilot", id: params.id, detail: { registered: fresh.length } });
    return { ...reportOf(sheet, errors), registered: fresh.length, known };
  },
});

export const candidatesTemplate = operation({
  method: "GET",
  path: "/api/v1/pilot-candidates/template",
  summary: "下载 1+X 考生名单模板",
  permission: { roles: ["institution"] },
  output: fileOutput,
  run: () => templateReply("1+X 考生名单", COLUMNS),
});

/** The newest result of a candidate `c`, as a join `r`. */
export const NEWEST = sql`left join pilot_result r on r.candidate_id = c.id and not exists (select from pilot_result x where x.replaces = r.id)`;
