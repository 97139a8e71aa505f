import type { ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { Page } from "../../kit/Page.tsx";
import { CONSENT_VERSION } from "../../features/person/consent-version.ts";

const parts: readonly { title: string; lines: readonly string[] }[] = [
  {
    title: "收集什么，用来做什么",
    lines: [
      "姓名、身份证号、手机号、所在镇：确认是您本人，一人一档，防止别人冒名。",
      "报名、签到、看课、考试、证书：计算学时，判断能不能结业、能领什么补贴。",
      "您申报的身份类别和证明材料：判断适用哪些政策。",
      "收款银行卡：把补贴付到您本人名下的卡里。",
      "签到时的位置、人脸：不要求。您同意了才会记录位置；平台任何环节都不强制刷脸。",
    ],
  },
  {
    title: "怎样保管",
    lines: [
      "身份证号、手机号、银行卡号加密存放，密钥不和数据放在一起；页面上只显示首尾几位。",
      "工作人员要看完整号码，必须写明用途，每一次都留下记录，您在“我的”里能看到是谁、什么时候、为什么看。",
      "系统日志和操作记录里没有您的姓名和号码。",
    ],
  },
  {
    title: "谁能看到",
    lines: [
      "您本人；办理您这件事的培训机构、用人单位、人社和财政部门；依法监督的审计部门。",
      "公示的名单只有遮挡后的姓名、补贴名称、培训机构和金额，没有住在哪里、哪个班。",
      "核验就业、社保情况时，只向主管部门查询与补贴有关的内容。",
    ],
  },
  {
    title: "您可以做什么",
    lines: [
      "查看全部关于您的记录和来源，觉得不对可以要求更正。",
      "随时收回任何一项同意，收回前会列出后果；以前的记录按规定保留。",
      "下载自己的技能档案。",
      "对以您名义提出的申请提出异议。",
    ],
  },
  {
    title: "不登录时",
    lines: [
      "“我能领什么”的答案只在您的浏览器里，关掉页面就没有了，平台不保存。",
      "查证书、找培训班、看公示都不需要留下身份。",
    ],
  },
];

/** Use of personal data, in words that people can check against what they see. */
export default function PrivacyPage(): ReactElement {
  return (
    <Page
      title="您的个人信息"
      intro={`个人信息处理告知书，${CONSENT_VERSION} 版。用大白话写，和平台实际做的一致。`}
      action={
        <Button variant="secondary" to="/my/looked">
          看谁查过我的信息
        </Button>
      }
    >
      {parts.map((part) => (
        <section key={part.title}>
          <h2 className="mb-2 text-xl font-semibold">{part.title}</h2>
          <ul className="max-w-(--measure) border-t border-line">
            {part.lines.map((line) => (
              <li key={line} className="border-b border-line py-2.5">
                {line}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
