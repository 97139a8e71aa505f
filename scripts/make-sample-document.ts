/** Writes the sample document of the demo county (labelled 示例): two pages to read, as a PDF with Chinese text. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pageFooter, renderPdf, text } from "../server/src/adapters/pdf/render.ts";

const SECTIONS: readonly (readonly [heading: string, ...points: string[]])[] = [
  [
    "一、劳动者的权利",
    "与用人单位建立劳动关系，应当订立书面劳动合同。",
    "工资按月以货币支付，不得克扣或者无故拖欠。",
    "有权拒绝违章指挥和强令冒险作业，有权对危险情况提出批评和举报。",
    "依法参加社会保险，患病、工伤、失业、生育时享受待遇。",
  ],
  [
    "二、岗位上的安全",
    "上岗前接受安全教育，看懂岗位的警示标志和应急路线。",
    "按规定佩戴劳动防护用品，不借用、不改装。",
    "设备异常先停机、断电、挂牌，再请专业人员处理。",
    "发生事故先保人，再保物；及时报告，保护现场。",
  ],
  [
    "三、身体和心理健康",
    "连续操作一小时，起身活动五分钟；搬运重物先蹲下，腰背挺直。",
    "高温、粉尘、噪声岗位按期体检，结果由本人保存一份。",
    "心里有事找人说：班组长、工会、心理援助热线都可以帮忙。",
  ],
  [
    "四、参加补贴性培训须知",
    "报名使用本人身份，签到由本人完成；代签、空挂都要退回补贴。",
    "网上学习以服务器记录的时间为准，拖动进度和倍速播放不增加课时。",
    "任何机构不得以“返现”“包过”为条件招收学员，遇到请向主管部门反映。",
  ],
];

const pdf = await renderPdf(
  {
    pageMargins: [64, 64, 64, 56],
    content: [
      text("职业素养与安全须知", { fontSize: 24, bold: true, alignment: "center" }),
      text("示例课件", { alignment: "center", margin: [0, 6, 0, 24] }),
      ...SECTIONS.map(([heading, ...points]) => [
        text(heading, { fontSize: 16, bold: true, margin: [0, 14, 0, 8] }),
        { ol: points.map((point) => text(point, { margin: [0, 0, 0, 6] })), fontSize: 13, lineHeight: 1.5 },
      ]),
    ],
    footer: pageFooter("示例课件　职业素养与安全须知"),
  },
  "职业素养与安全须知（示例）",
);
await writeFile(path.resolve(import.meta.dirname, "../server/assets/lessons/working-life-essentials.pdf"), pdf);
