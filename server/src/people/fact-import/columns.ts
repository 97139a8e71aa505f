import { townCodeOf } from "@jinengtong/county";
import {
  accept,
  firstCharacters,
  foldCode,
  groups,
  parseUscc,
  parseWrittenDate,
  readDecimal,
  readSkillLevel,
  refuse,
  type CivilDate,
  type Group,
  type Parsed,
} from "@jinengtong/standards";
import { identityColumns, nameColumn } from "../identity/sheet-columns.ts";

/** Columns of the offices' lists, under the headings that their own systems print. */

const date = (header: string, aliases: readonly string[] = []) => ({
  header,
  aliases,
  parse: (text: string): Parsed<CivilDate> => parseWrittenDate(text, { serial: true }),
});

const YES = new Set(["是", "有", "y", "yes", "true", "1", "√", "对"]);
const NO = new Set(["否", "无", "没有", "不", "n", "no", "false", "0", "×", "x"]);

/** 是 or 否, or the words of a register for the two. */
const yesNo = (
  header: string,
  aliases: readonly string[],
  yes: readonly string[] = [],
  no: readonly string[] = [],
) => ({
  header,
  aliases,
  parse: (text: string): Parsed<boolean> => {
    const plain = text.trim().toLowerCase();
    if (NO.has(plain) || no.includes(plain)) return accept(false);
    if (YES.has(plain) || yes.includes(plain)) return accept(true);
    return refuse(
      "yes-no",
      `“${header}”填“是”或“否”${yes.length > 0 ? `，也可以填“${[...yes.slice(0, 2), ...no.slice(0, 2)].join("”“")}”` : ""}。`,
    );
  },
});

const months = (header: string, aliases: readonly string[]) => ({
  header,
  aliases,
  parse: (text: string): Parsed<number> => {
    const number = readDecimal(text, ["个月", "月"]);
    return number !== undefined && Number.isInteger(number) && number <= 720
      ? accept(number)
      : refuse("months", `“${header}”填 0 至 720 的整数，单位是月。`);
  },
});

const DEGREES = {
  secondary: ["高中", "中专", "中职", "技校", "职高", "中技", "高中及以下"],
  college: ["大专", "专科", "高职", "大学专科", "高技"],
  bachelor: ["本科", "大学本科", "学士", "大学"],
  master: ["硕士", "研究生", "硕士研究生"],
  doctor: ["博士", "博士研究生"],
} as const;
type Degree = keyof typeof DEGREES;
/** Before the degree: nothing above junior high school is an answer too. */
const PRIOR_DEGREES = { none: ["无", "没有", "初中", "初中及以下"], ...DEGREES } as const;

const RELATIONS = {
  spouse: ["配偶", "夫妻", "丈夫", "妻子"],
  parent: ["父母", "父亲", "母亲", "父", "母"],
  child: ["子女", "儿子", "女儿", "子", "女"],
} as const;
type Relation = keyof typeof RELATIONS;

const worded = <K extends string>(header: string, aliases: readonly string[], words: Record<K, readonly string[]>) => ({
  header,
  aliases,
  parse: (text: string): Parsed<K> => {
    const found = (Object.keys(words) as K[]).find((key) => words[key].includes(text.trim()) || key === text.trim());
    return found === undefined
      ? refuse(
          "word-unknown",
          `“${header}”填${(Object.values(words) as (readonly string[])[]).map(([first]) => first).join("、")}中的一个。`,
        )
      : accept(found);
  },
});

const required = <C extends object>(column: C) => ({ ...column, required: true }) as C & { required: true };

/** Who a row is about, in every list. */
export const WHO = {
  name: { ...nameColumn, aliases: [...nameColumn.aliases, "人员姓名"] },
  citizenId: {
    ...identityColumns.citizenId,
    aliases: [...identityColumns.citizenId.aliases, "身份证", "身份号码", "社会保障号码", "证件号", "AAC147", "AAC002"],
  },
  town: {
    header: "镇街",
    aliases: ["乡镇", "镇（街道）", "所在镇街", "户籍镇街", "所属乡镇"],
    parse: (text: string): Parsed<string> => {
      const code = townCodeOf(text);
      return code === undefined
        ? refuse("town-unknown", "没有这个镇（街道），请按行政区划名称填写，或留空。")
        : accept(code);
    },
  },
} as const;

const FROM = ["开始日期", "起始时间", "生效日期", "起"];
const TO = ["终止日期", "结束日期", "截止时间", "失效日期", "有效期至", "止"];
const AS_OF = ["统计日期", "查询日期", "数据日期", "截至时间", "截止日期"];

export const COLUMNS = {
  group: {
    ...WHO,
    from: required(
      date("起始日期", [
        ...FROM,
        "登记日期",
        "登记时间",
        "失业登记日期",
        "失业登记时间",
        "认定日期",
        "认定时间",
        "批准日期",
        "发证日期",
        "退役日期",
        "享受开始日期",
        "建档日期",
        "毕业日期",
        "入职日期",
      ]),
    ),
    to: date("截止日期", [...TO, "注销日期", "退出日期", "脱贫日期", "停发日期"]),
    note: {
      header: "证件编号",
      aliases: ["备注", "证号", "残疾证号", "低保证号", "退役证号", "就业创业证号", "优待证号", "说明"],
      parse: (text: string): Parsed<string> => accept(firstCharacters(text, 200)),
    },
  },
  employment: {
    ...WHO,
    employed: required(
      yesNo(
        "是否就业",
        ["就业状态", "是否在职", "在职状态", "就业情况"],
        ["在职", "就业", "已就业"],
        ["失业", "未就业", "无业", "离职"],
      ),
    ),
    from: required(date("起始日期", [...FROM, "就业日期", "登记日期", "状态起始日期", "变动日期"])),
    to: date("截止日期", TO),
    employer: {
      header: "单位统一社会信用代码",
      aliases: ["统一社会信用代码", "信用代码", "单位代码", "用人单位代码"],
      parse: (text: string): Parsed<string> => {
        const read = parseUscc(text);
        return read.ok ? accept(read.value.code) : read;
      },
    },
    local: yesNo("是否本地企业", ["本地企业", "是否本市企业", "本地参保"]),
    hiredOn: date("入职日期", ["入职时间", "合同开始日期", "用工日期"]),
    contractMonths: months("劳动合同期", ["劳动合同期（月）", "合同期（月）", "合同月数"]),
  },
  insurance: {
    ...WHO,
    asOf: required(date("截至日期", AS_OF)),
    unemploymentMonths: months("失业保险缴费月数", [
      "失业保险累计缴费月数",
      "失业保险累计月数",
      "失业保险月数",
      "失业缴费月数",
    ]),
    pensionMonths: months("养老保险缴费月数", [
      "养老保险累计缴费月数",
      "养老保险累计月数",
      "养老保险月数",
      "养老缴费月数",
    ]),
    pensionPaidNow: yesNo(
      "当前是否缴纳养老保险",
      ["是否参保", "参保状态", "缴费状态", "养老保险缴费状态", "AAC031"],
      ["参保缴费", "正常缴费", "参保", "在缴"],
      ["暂停缴费", "停保", "中断", "未参保"],
    ),
  },
  pension: {
    ...WHO,
    monthlyPension: required(
      yesNo(
        "是否按月领取养老金",
        ["是否领取养老金", "养老金领取状态", "领取状态", "待遇状态", "是否领取"],
        ["领取", "正常发放", "在领", "领取中"],
        ["未领取", "停发", "不领取"],
      ),
    ),
    from: required(
      date("起始日期", [
        ...FROM,
        ...AS_OF.filter((word) => word !== "截止日期"),
        "领取开始日期",
        "待遇开始日期",
        "待遇享受日期",
        "退休日期",
      ]),
    ),
    to: date("截止日期", [...TO, "停发日期"]),
  },
  "unemployment-benefit": {
    ...WHO,
    asOf: required(
      date(
        "截至日期",
        AS_OF.filter((word) => word !== "截止日期"),
      ),
    ),
    from: date("领取开始日期", ["享受开始日期", "待遇开始日期", ...FROM]),
    to: date("领取结束日期", ["享受结束日期", "待遇结束日期", ...TO]),
  },
  degree: {
    ...WHO,
    level: required(worded<Degree>("学历", ["学历层次", "学位", "文化程度"], DEGREES)),
    obtainedOn: required(date("毕业日期", ["毕业时间", "取得日期", "学历取得日期", "发证日期"])),
    prior: worded<Degree | "none">("原学历", ["取得前最高学历", "入学前学历", "前置学历"], PRIOR_DEGREES),
  },
  "training-need": {
    ...WHO,
    trainingNeed: required(yesNo("是否有培训需求", ["培训需求", "有无培训需求", "培训意愿"])),
    from: required(date("起始日期", [...FROM, "登记日期", "调查日期"])),
    to: date("截止日期", TO),
  },
  "in-place-of": {
    ...WHO,
    relation: required(worded<Relation>("是对方的", ["与对方关系", "与本人关系", "关系"], RELATIONS)),
    groups: required({
      header: "对方人员类别",
      aliases: ["对方类别", "家庭成员类别"],
      parse: (text: string): Parsed<Group[]> => {
        const found = text.split(/[、，,;；]/).map((word) => groups.codeOf(word));
        const known = found.filter((code) => code !== undefined);
        return known.length < found.length || known.length === 0
          ? refuse(
              "group-unknown",
              `没有这个人员类别，可填：${groups.options.map(({ label }) => label).join("、")}；几个类别用顿号隔开。`,
            )
          : accept(known);
      },
    }),
    from: required(date("起始日期", [...FROM, "登记日期"])),
    to: date("截止日期", TO),
  },
  "provincial-subsidy": {
    ...WHO,
    occupation: required({
      header: "职业编码",
      aliases: ["职业（工种）编码", "工种编码", "职业代码"],
      parse: (text: string): Parsed<string> => {
        const code = foldCode(text);
        return code.length >= 2 && code.length <= 30 ? accept(code) : refuse("occupation", "职业编码如 6-31-01-03。");
      },
    }),
    level: required({
      header: "等级",
      aliases: ["技能等级", "证书等级"],
      parse: (text: string): Parsed<number> => {
        const level = text.trim() === "0" || text.trim() === "无等级" ? 0 : readSkillLevel(text);
        return level === undefined ? refuse("level", "等级填一级至五级，没有等级的填“无等级”。") : accept(level);
      },
    }),
    grantedOn: required(date("发放日期", ["享受日期", "补贴日期", "拨付日期"])),
  },
} as const;
