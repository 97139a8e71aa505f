import { z } from "zod";

const text = (most: number) => z.string().trim().min(1, "不能为空").max(most, `不能超过 ${most} 个字`);
const code = (digits: number) => z.string().regex(new RegExp(`^[1-9]\\d{${digits - 1}}$`), `须为 ${digits} 位数字`);
const Phone = z.string().regex(/^[\d+][\d -]{2,24}$/, "须为电话号码，由数字、空格和短横线组成");
/** Prefix of numbers: `XX` in XX2020-000123. */
const Prefix = z.string().regex(/^[A-Z]{1,4}$/, "须为 1 至 4 个大写字母");

/** Days of a reminder. */
const Days = z.number().int("须为整数").min(0, "不能小于 0").max(180, "不能超过 180");

const Office = z
  .strictObject({
    name: text(60).describe("全称"),
    short: text(20).describe("简称"),
    phone: Phone,
    address: text(100),
    hours: text(60).describe("对外办公时间"),
  })
  .readonly();
export type Office = z.output<typeof Office>;

const Area = z.strictObject({ code: z.string().regex(/^[1-9]\d(?:\d\d)?$/, "须为 2 位或 4 位数字"), name: text(30) });
const Town = z
  .strictObject({
    code: code(9).describe("9 位统计用区划代码"),
    name: text(30),
    window: z
      .strictObject({ name: text(60), phone: Phone, address: text(100), hours: text(60).describe("对外办公时间") })
      .readonly()
      .optional()
      .describe("镇（街道）的人社服务窗口；没有的找县级的"),
    near: z.array(code(9)).readonly().optional().describe("相邻的镇（街道），写在其中一方即可，用来说远近"),
  })
  .readonly();
export type Town = z.output<typeof Town>;

/** Schema of county.json, the file that configures a county. Every field is described in docs/operations.md. */
export const County = z
  .strictObject({
    note: text(200).optional().describe("说明，例如“示例”"),
    region: z.strictObject({
      code: code(6).describe("6 位行政区划代码（GB/T 2260）"),
      name: text(30),
      pinyin: z
        .string()
        .regex(/^[a-z]{2,40}$/, "须为小写拼音，不带声调和空格")
        .describe("用它作密码太容易被猜到"),
    }),
    within: z.array(Area).max(2).describe("所属的省、市"),
    towns: z.array(Town).min(1, "至少有一个镇（街道）").readonly(),
    product: z.strictObject({ name: text(12), title: text(40) }).describe("平台名称（标识文字）和全称"),
    programmes: z.array(text(80)).min(1, "至少有一项政策").readonly().describe("政策包编号，第一项是默认的"),
    numbers: z.strictObject({ claim: Prefix, class: Prefix, batch: Prefix }).describe("编号前缀"),
    attendedDay: z
      .enum(["half", "every-session"])
      .optional()
      .describe("一天到了多少课次算出勤：一半以上（默认），或每一次"),
    listBasis: z
      .array(
        z.strictObject({
          from: z.iso.date("须为日期，例如 2026-01-01").describe("自这一天起开的班"),
          by: z.enum(["filing", "first-day"]).describe("按提交开班申请时已公布的目录，或按开班当日的目录"),
          source: text(200).describe("依据"),
        }),
      )
      .readonly()
      .optional()
      .describe("培训班按哪一版目录核定补贴标准和课时，默认按提交申请时的"),
    feedback: z
      .array(
        z.strictObject({
          from: z.iso.date("须为日期，例如 2026-01-01").describe("自这一天起"),
          least: z.number().int("须为整数").min(3, "少于 3 条会看出是谁写的").max(100, "不能超过 100"),
          source: text(200).describe("依据"),
        }),
      )
      .readonly()
      .optional()
      .describe("学员评价满多少条才公开平均分；没有规定的不公开平均分"),
    window: z
      .array(
        z.strictObject({
          from: z.iso.date("须为日期，例如 2026-01-01").describe("自这一天起"),
          minutes: z.number().int("须为整数").min(5, "不能少于 5 分钟").max(120, "不能超过 120 分钟"),
          source: text(200).describe("依据"),
        }),
      )
      .readonly()
      .optional()
      .describe("窗口代办一次最多多少分钟；没有规定的不办"),
    reminders: z
      .strictObject({
        class: Days.describe("上课前"),
        exam: Days.describe("考核前"),
        unconfirmed: Days.describe("补贴申请备好而没有确认以后"),
        claimLimit: Days.describe("申请期限前"),
        certificate: Days.describe("证书到期前"),
        repayment: Days.describe("退款期限前"),
      })
      .partial()
      .optional()
      .describe("提前几天提醒，0 为不提醒"),
    digestHour: z
      .number()
      .int("须为整数")
      .min(0, "不能小于 0")
      .max(20, "不能超过 20")
      .optional()
      .describe("每日汇总的钟点，默认 8"),
    publicity: z
      .strictObject({
        round: text(40)
          .refine((form) => form.includes("{number}"), "须含有 {number}")
          .describe("批次的叫法，{year} 是年份，{number} 是当年的序号"),
        document: text(60).describe("文号的格式，{year}、{number} 同上；没有的由经办人填写"),
        automatic: z.boolean().describe("没有编批的每天凌晨自动编成一批公示；否则只由经办人编批"),
      })
      .partial()
      .readonly()
      .optional()
      .describe("补贴公示的批次"),
    hotline: z.strictObject({ name: text(30), phone: Phone }),
    offices: z.strictObject({
      bureau: Office,
      finance: Office,
      education: Office,
      civilAffairs: Office,
      audit: Office,
    }),
  })
  .superRefine((county, check) => {
    const refuse = (path: (string | number)[], message: string) => check.addIssue({ code: "custom", path, message });
    for (const [at, area] of county.within.entries())
      if (!county.region.code.startsWith(area.code))
        refuse(["within", at, "code"], `${county.region.code} 不在 ${area.code} 之内`);
    for (const [at, town] of county.towns.entries()) {
      if (!town.code.startsWith(county.region.code))
        refuse(["towns", at, "code"], `${town.code} 不以 ${county.region.code} 开头`);
      for (const key of ["code", "name"] as const)
        if (county.towns.findIndex((other) => other[key] === town[key]) < at)
          refuse(["towns", at, key], `${town[key]} 重复`);
    }
    for (const [at, town] of county.towns.entries())
      for (const other of town.near ?? [])
        if (other === town.code || county.towns.every(({ code: known }) => known !== other))
          refuse(["towns", at, "near"], `${other} 不是本县另一个镇（街道）`);
    for (const [at, id] of county.programmes.entries())
      if (county.programmes.indexOf(id) < at) refuse(["programmes", at], `${id} 重复`);
    for (const key of ["listBasis", "feedback", "window"] as const)
      for (const [at, { from }] of (county[key] ?? []).entries())
        if (at > 0 && from <= (county[key]?.[at - 1]?.from ?? "")) refuse([key, at, "from"], "须按日期先后排列");
    if (new Set(Object.values(county.numbers)).size < 3) refuse(["numbers"], "三种编号的前缀不能相同");
  })
  .readonly();
export type County = z.output<typeof County>;
