import { certificateKinds } from "@jinengtong/standards";
import { skillsFilePdf } from "../../adapters/pdf/index.ts";
import type { Context } from "../../kernel/context.ts";
import { FileReply } from "../../kernel/files.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { personOwner } from "../../people/index.ts";
import { projectLabel } from "../certificate/certificate-view.ts";
import { readSkillsFile, SkillsFile } from "./skills-file.ts";

/** A learner's own skills file. */
export const mySkillsFile = operation({
  method: "GET",
  path: "/api/v1/me/skills-file",
  summary: "我的职业技能培训电子档案",
  permission: { roles: ["learner"] },
  output: SkillsFile,
  run: (context) => readSkillsFile(context, context.actor.personId),
});

export const mySkillsFilePaper = operation({
  method: "GET",
  path: "/api/v1/me/skills-file/pdf",
  summary: "下载我的职业技能培训电子档案",
  permission: { roles: ["learner"] },
  output: fileOutput,
  run: (context) => paper(context, context.actor.personId),
});

/** A person's skills file, for an officer of the person's region. */
export const skillsFileOfPerson = operation({
  method: "GET",
  path: "/api/v1/people/:id/skills-file",
  summary: "职业技能培训电子档案",
  permission: { roles: ["reviewer", "department", "auditor"], over: personOwner },
  params: ById,
  output: SkillsFile,
  run: (context, { params }) => readSkillsFile(context, params.id),
});

export const skillsFilePaperOfPerson = operation({
  method: "GET",
  path: "/api/v1/people/:id/skills-file/pdf",
  summary: "下载职业技能培训电子档案",
  permission: { roles: ["reviewer", "department", "auditor"], over: personOwner },
  params: ById,
  output: fileOutput,
  run: (context, { params }) => paper(context, params.id),
});

const CLASS_STATES = { enrolled: "在读", completed: "结业", failed: "未结业" } as const;
const DEGREES: Record<string, string> = {
  secondary: "中专、高中",
  college: "大专",
  bachelor: "本科",
  master: "硕士",
  doctor: "博士",
};

async function paper(context: Context, personId: string | null): Promise<FileReply> {
  const file = await readSkillsFile(context, personId);
  const { person } = file;
  const content = await skillsFilePdf({
    name: person.name,
    identity: person.citizenIdMasked,
    number: String(person.number),
    printedOn: context.today,
    classes: file.classes.map((row) => [
      `${row.from} 至 ${row.to}`,
      row.name,
      row.institution,
      projectLabel(row.occupationName, row.level),
      `${row.offlineHours}＋${row.onlineHours}`,
      `${row.countedHours} / ${row.requiredHours}`,
      CLASS_STATES[row.state],
    ]),
    exams: file.classes.flatMap((row) =>
      row.exams.map((exam) => [
        exam.heldOn,
        row.name,
        exam.kind === "completion" ? "结业考核" : "技能评价",
        exam.score === null ? "缺考" : String(exam.score),
        exam.passed ? "合格" : "不合格",
      ]),
    ),
    certificates: file.certificates.map((row) => [
      row.number,
      certificateKinds.label(row.kind),
      projectLabel(row.occupationName, row.level),
      row.issuerName,
      row.issuedOn,
      row.revokedOn ? `已撤销（${row.revokedOn}）` : (row.validTo ?? "长期"),
    ]),
    degrees: [
      ...file.degrees.map((row) => [row.obtainedOn, DEGREES[row.level] ?? row.level, row.source]),
      ...file.pilots.map((row) => [
        row.onDate,
        `1+X ${row.certificate}（${row.levelLabel}）${row.number}`,
        row.evaluatorName,
      ]),
    ],
    points: file.credits.years.flatMap((year) =>
      year.rows.map((row) => [String(year.year), row.note, row.on, row.credits.toFixed(2)]),
    ),
    pointsTotal: file.credits.total.toFixed(2),
  });
  return new FileReply({
    mediaType: "application/pdf",
    content,
    fileName: `职业技能培训电子档案 ${person.number}.pdf`,
  });
}
