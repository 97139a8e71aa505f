import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { civilDate, makeCitizenId, maskCitizenId } from "@jinengtong/standards";
import { describe, expect, it } from "vitest";
import { approvalSheetPdf } from "./approval-sheet.ts";
import { type CertificateContent, certificatePdf } from "./certificate.ts";
import { drawable } from "./font.ts";
import { recordSheetPdf } from "./record-sheet.ts";
import { ROSTER_ROW_LIMIT, rosterPdf } from "./roster.ts";

const certificate: CertificateContent = {
  kind: "培训合格证书",
  serial: "RG2020-000128",
  name: "吴䶮",
  identity: makeCitizenId("320682", civilDate("1990-11-20"), 17),
  programme: "如皋市职业技能提升行动",
  project: "电工（五级/初级工）",
  from: civilDate("2020-03-01"),
  to: civilDate("2020-03-20"),
  classHours: 80,
  result: "合格",
  institution: "如皋市示例职业培训学校",
  issuedOn: civilDate("2020-04-01"),
  verifyUrl: "https://example.gov.cn/verify/RG2020-000128",
};

const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length;

/** Inked part of the name's area: dark pixels at 100 dpi. */
async function inkOfName(name: string): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), "pdf-"));
  try {
    const file = path.join(folder, "certificate.pdf");
    writeFileSync(file, await certificatePdf({ ...certificate, name }));
    // The second character of the name: from 116 points at the left, before 同志 could begin.
    const place = ["-r", "100", "-x", "162", "-y", "260", "-W", "24", "-H", "60"];
    execFileSync("pdftoppm", ["-gray", ...place, file, path.join(folder, "page")]);
    const picture = readFileSync(path.join(folder, "page-1.pgm"));
    return picture.subarray(-24 * 60).filter((pixel) => pixel < 128).length;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const roster = (rows: number) =>
  rosterPdf({
    title: "电工（五级）2020 年第 3 期学员花名册",
    facts: [["班级编号", "RG-2020-0031"]],
    columns: [{ header: "姓名" }, { header: "公民身份号码", share: 2, align: "center" }],
    rows: Array.from({ length: rows }, () => ["吴䶮", maskCitizenId(certificate.identity)]),
    signed: true,
    total: ["合计", ""],
    signers: ["班主任", "经办人"],
    footer: "示例数据",
  });

describe("characters", () => {
  it.each([
    ["吴䶮", "吴䶮"],
    ["㑳龴〇·（）《》“”￥", "㑳龴〇·（）《》“”￥"],
    ["Anna O'Neil", "Anna O'Neil"],
    ["𠮷野", "〔U+20BB7〕野"],
  ])("%s are drawn as %s", (text, drawn) => expect(drawable(text)).toBe(drawn));
});

describe("a certificate", () => {
  it("is one page that carries its own font", async () => {
    const pdf = await certificatePdf(certificate);
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pagesOf(pdf)).toBe(1);
    expect(pdf.includes("NotoSansSC-Bold")).toBe(true);
    expect(pdf.length).toBeLessThan(100_000);
  });

  it("stays on one page with the longest name and institution", async () => {
    const pdf = await certificatePdf({
      ...certificate,
      kind: "结业证书",
      name: "阿卜杜热依木·买买提吐尔逊",
      project: "工业机器人系统操作员（三级/高级工）与物联网安装调试员综合提升班",
      institution: "江苏省如皋中等专业学校继续教育与社会培训中心",
    });
    expect(pagesOf(pdf)).toBe(1);
  });
});

describe("a sheet of what is registered", () => {
  it("is one page, whatever the names", async () => {
    const pdf = await recordSheetPdf({
      serial: "S000132000001205000001",
      fields: [
        ["证书编号", "S000132000001205000001"],
        ["持证人", "阿卜杜热依木·买买提吐尔逊"],
        ["职业（等级）", "工业机器人系统操作员（三级/高级工）与物联网安装调试员综合提升"],
        ["发证机构", "江苏省如皋中等专业学校继续教育与社会培训中心"],
      ],
      statement: "这张证书已在平台登记，查询当天有效。",
      holds: true,
      source: "评价机构在本平台登记",
      printedOn: civilDate("2020-04-01"),
      verifyUrl: "https://example.gov.cn/verify?token=0123456789abcdef",
    });
    expect(pagesOf(pdf)).toBe(1);
    expect(pdf.length).toBeLessThan(100_000);
  });
});

// Text can be extracted from a PDF whose glyphs are missing: only a picture tells.
const canDraw = spawnSync("pdftoppm", ["-v"]).status === 0;
describe.runIf(canDraw)("drawn as a picture, a certificate", () => {
  it("shows rare characters of names", async () => {
    expect(await inkOfName("吴")).toBeLessThan(5);
    expect(await inkOfName("吴䶮")).toBeGreaterThan(150);
  });
});

describe("an approval sheet", () => {
  it("prints findings, amount in capitals and places to sign on one page", async () => {
    const pdf = await approvalSheetPdf({
      title: "职业培训补贴审批表",
      number: "BT-2020-000451",
      facts: [
        ["申领人", "吴*"],
        ["公民身份号码", maskCitizenId(certificate.identity)],
        ["补贴项目", "失业人员培训补贴"],
      ],
      findings: [
        { clause: "五.2", condition: "完成规定课时", because: "80 课时，不少于 60 课时", met: true },
        { clause: "十三", condition: "未重复享受", because: "2018-06-01 已享受", met: false },
        { clause: "十三", condition: "未按月领取养老金", because: "信息尚未取得", met: null },
      ],
      computation: [["补贴标准（示例数据）", "1,200.00 元"]],
      amountFen: 120_000n,
      steps: [{ step: "初审", opinion: "建议通过。", name: "陈刚", at: "2020-04-09 14:30" }, { step: "复核" }],
      basis: "如皋 2019–2021 行动政策包 1.0.0",
      traceUrl: "https://example.gov.cn/trace/BT-2020-000451",
    });
    expect(pagesOf(pdf)).toBe(1);
  });
});

describe("a roster", () => {
  it.each([
    [0, 1],
    [20, 1],
    [45, 2],
  ])("of %i people takes %i pages", async (rows, pages) => expect(pagesOf(await roster(rows))).toBe(pages));

  it("of too many people is refused", async () => {
    await expect(roster(ROSTER_ROW_LIMIT + 1)).rejects.toThrow("at most 1000 rows");
  });
});
