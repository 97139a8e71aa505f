import { endedPeriods, type Period, type ReturnForm } from "@jinengtong/returns";
import { makeCitizenId, civilDate, todayInShanghai } from "@jinengtong/standards";
import { asDemoAccount } from "../../access/index.ts";
import type { Services } from "../../kernel/services.ts";
import { acceptReturn } from "../period-return/decide-return.ts";
import { openReturn } from "../period-return/open-return.ts";
import { addReturnRow } from "../period-return/return-rows.ts";
import { saveReturn } from "../period-return/save-return.ts";
import { submitReturn } from "../period-return/submit-return.ts";

/** Returns of the demo accounts, by the platform's own operations: one accepted, one that waits for the bureau, one for the office's head. */
export async function addReturns(services: Services): Promise<void> {
  const today = todayInShanghai(services.clock.now());
  const formOf = (code: string): ReturnForm | undefined => services.forms.current().find((form) => form.code === code);
  const fund = formOf("education-fund");
  if (fund) {
    const [year, before] = endedPeriods(fund, today, 2);
    if (before !== undefined) await declare(services, fund, before, { used: 180_000, frontLine: 150_000 }, true);
    if (year !== undefined) await declare(services, fund, year, { used: 180_000, frontLine: 100_000 }, false);
  }
  const monthly = formOf("training-monthly");
  const [month] = monthly ? endedPeriods(monthly, today, 1) : [];
  if (monthly && month !== undefined) await reportMonth(services, monthly, month);
}

const inputs = (id: string) => ({ params: { id }, query: {}, body: {} });

async function declare(
  services: Services,
  form: ReturnForm,
  period: Period,
  yuan: { used: number; frontLine: number },
  accepted: boolean,
): Promise<void> {
  const zero = Object.fromEntries(
    form.figures.filter(({ kind, optional }) => kind === "yuan" && !optional).map(({ code }) => [code, "0"]),
  );
  const figures = {
    ...zero,
    size: "medium",
    employees: "126",
    wages: "10000000",
    used: String(yuan.used),
    usedLevel: String(yuan.used),
    frontLine: String(yuan.frontLine),
  };
  const id = await asDemoAccount(services, "enterprise", async (context) => {
    const made = await openReturn.run(context, { params: {}, query: {}, body: { form: form.code, period } });
    await saveReturn.run(context, { params: made, query: {}, body: { figures, note: "示例数据" } });
    await submitReturn.run(context, inputs(made.id));
    return made.id;
  });
  if (accepted) await asDemoAccount(services, "reviewer1", (context) => acceptReturn.run(context, inputs(id)));
}

/** A month of the demo office with three people of its own. */
async function reportMonth(services: Services, form: ReturnForm, month: Period): Promise<void> {
  await asDemoAccount(services, "department", async (context) => {
    const { id } = await openReturn.run(context, { params: {}, query: {}, body: { form: form.code, period: month } });
    for (const [at, name] of ["周示例", "吴示例", "郑示例"].entries())
      await addReturnRow.run(context, {
        params: { id },
        query: {},
        body: {
          values: {
            name,
            idNumber: makeCitizenId(context.actor.region, civilDate(`197${at + 1}-05-1${at + 1}`), 881 + at),
            kind: "安全技能",
            institution: "示例安全培训中心",
            occupation: "焊工",
            level: "无等级",
            startedOn: `${month}-0${at + 2}`,
            endedOn: `${month}-1${at + 2}`,
            hours: "24",
            paidFen: "300",
            source: "部门专项",
          },
        },
      });
    const figures = {
      personTimes: "3",
      persons: "3",
      enterprise: "0",
      keyGroups: "0",
      startup: "0",
      safety: "3",
      apprentices: "0",
      workForTraining: "0",
      certified: "0",
      paid: "900",
    };
    await saveReturn.run(context, { params: { id }, query: {}, body: { figures, note: "示例数据" } });
    await submitReturn.run(context, inputs(id));
  });
}
