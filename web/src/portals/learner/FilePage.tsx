import { api, type Api } from "../../api/api.ts";
import { certificateKinds } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { download } from "../../api/download.ts";
import { useApi } from "../../api/hooks.ts";
import type { Output } from "../../api/client.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { formatNumber, formatPeriod } from "../../kit/format.ts";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { useElder } from "../../kit/use-elder.ts";
import { Thread, ThreadNode } from "../../kit/Thread.tsx";
import { withLevel } from "../../features/occupations/levels.ts";
import { AskAgainCard } from "./claims/AskAgainCard.tsx";
import { YearsCard } from "./record/YearsCard.tsx";
import { PointsByYear } from "./record/PointsByYear.tsx";

/** Our own certificates are printed as such; of others, what is registered about them. */
const paperOf = (kind: string): string => (kind === "completion" ? "证书" : "查询单");
import { CareerSteps } from "./CareerSteps.tsx";

type SkillsFile = Output<Api["skillsFile"]["mine"]>;

const degrees: Readonly<Record<string, string>> = {
  secondary: "中专、高中",
  college: "大专",
  bachelor: "本科",
  master: "硕士",
  doctor: "博士",
};

/** 职业技能培训电子档案: the lifelong skills file, also as a PDF. */
export default function FilePage(): ReactElement {
  const query = useApi(api.skillsFile.mine, {});
  const [elder] = useElder();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function save(path: string, name: string): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await download(path, {}, name);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Page
      title={elder ? "我的证" : "我的技能档案"}
      intro={elder ? undefined : "学的每一课时、考的每一次试、拿到的每一本证书，都记在这里，一直跟着您。"}
      back={{ to: "/my/me", title: "我的" }}
      action={
        <Button
          variant="secondary"
          icon="download"
          busy={busy}
          onClick={() => void save("/api/v1/me/skills-file/pdf", "技能档案.pdf")}
        >
          下载 PDF
        </Button>
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      <QueryView query={query} lines={10}>
        {(file) => (
          <>
            {!elder && <Totals file={file} />}
            <Card title="证书">
              {file.certificates.length === 0 ? (
                <p className="text-ink-2">还没有证书。在平台上考核合格后，证书会自动出现在这里。</p>
              ) : (
                <ul className="divide-y divide-line">
                  {file.certificates.map((one) => (
                    <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
                      <div>
                        <Link
                          to={`/my/certificates/${one.id}`}
                          className="flex min-h-(--touch) items-center font-medium text-accent underline underline-offset-3"
                        >
                          {withLevel(one.occupationName, one.level)}
                        </Link>
                        <p className="text-sm text-ink-2">
                          {certificateKinds.label(one.kind)} · {one.issuerName}
                        </p>
                        <p className="num text-sm text-ink-3">
                          <span className="break-all">{one.number}</span>，{one.issuedOn} 发证，
                          {one.validTo === null ? "长期有效" : `有效至 ${one.validTo}`}
                        </p>
                        {one.revokedOn !== null && <StatusMark kind="refused">{`${one.revokedOn} 已撤销`}</StatusMark>}
                      </div>
                      <Button
                        variant="quiet"
                        icon="download"
                        label={`下载${paperOf(one.kind)} ${one.number}`}
                        onClick={() => void save(`/api/v1/certificates/${one.id}/pdf`, `${one.number}.pdf`)}
                      >
                        下载{paperOf(one.kind)}
                      </Button>
                    </li>
                  ))}
                </ul>
              )}
              <div className="mt-3 border-t border-line pt-3" data-print="hide">
                <Button variant="secondary" to="/my/declared">
                  报在别处考的证书
                </Button>
              </div>
            </Card>
            {!elder && (
              <>
                <YearsCard file={file} />
                <AskAgainCard />
                <Card title="培训经历">
                  {file.classes.length === 0 ? (
                    <Empty title="还没有参加过培训" action={<Button to="/classes">找一个培训班</Button>} />
                  ) : (
                    <Thread label="培训经历">
                      {file.classes.toReversed().map((one, index, all) => (
                        <ThreadNode
                          key={one.enrolmentId}
                          tone={one.state === "completed" ? "done" : one.state === "failed" ? "refused" : "now"}
                          last={index === all.length - 1}
                        >
                          <p className="num text-sm text-ink-2">{formatPeriod(one.from, one.to)}</p>
                          <p className="font-semibold">{one.name}</p>
                          <p className="text-sm text-ink-2">{one.institution}</p>
                          <p className="num text-sm">
                            计入 {formatNumber(one.countedHours)} 课时（到课 {formatNumber(one.offlineHours)}，网上{" "}
                            {formatNumber(one.onlineHours)}），要求 {one.requiredHours}
                          </p>
                          {one.exams.map((exam) => (
                            <p key={exam.heldOn + exam.kind} className="num text-sm">
                              {exam.kind === "completion" ? "结业考核" : "技能评价"}{" "}
                              {exam.score === null ? "缺考" : `${exam.score} 分`}
                              <span className={exam.passed ? "ml-2 text-accent" : "ml-2 text-refuse"}>
                                {exam.passed ? "合格" : "不合格"}
                              </span>
                            </p>
                          ))}
                        </ThreadNode>
                      ))}
                    </Thread>
                  )}
                </Card>
                <Card
                  title="学分"
                  action={<span className="num text-xl font-semibold">{formatNumber(file.credits.total)} 分</span>}
                >
                  <PointsByYear years={file.credits.years} />
                </Card>
                <CareerSteps />
                {file.pilots.length > 0 && (
                  <Card title={`1+X 证书：${file.pilotLine ?? ""}`}>
                    <ul className="divide-y divide-line">
                      {file.pilots.map((one) => (
                        <li key={one.number} className="flex flex-wrap justify-between gap-x-4 py-2">
                          <span>
                            {one.certificate}（{one.levelLabel}）
                            {one.credits.map(({ course, points }) => ` ${course} ${points} 学分`).join("；")}
                          </span>
                          <span className="num text-sm text-ink-2">
                            {one.number}，{one.onDate}，{one.evaluatorName}
                          </span>
                        </li>
                      ))}
                    </ul>
                  </Card>
                )}
                {file.degrees.length > 0 && (
                  <Card title="学历">
                    <ul className="divide-y divide-line">
                      {file.degrees.map((one) => (
                        <li key={one.obtainedOn} className="flex flex-wrap justify-between gap-x-4 py-2">
                          <span>{degrees[one.level] ?? one.level}</span>
                          <span className="num text-sm text-ink-2">
                            {one.obtainedOn}，{one.source}
                          </span>
                        </li>
                      ))}
                    </ul>
                  </Card>
                )}
              </>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Totals({ file }: { file: SkillsFile }): ReactElement {
  const totals = [
    { value: file.classes.filter((one) => one.state === "completed").length, unit: "个班", what: "结业" },
    { value: file.classes.reduce((sum, one) => sum + one.countedHours, 0), unit: "课时", what: "累计" },
    { value: file.certificates.filter((one) => one.revokedOn === null).length, unit: "本", what: "证书" },
    { value: file.credits.total, unit: "分", what: "学分" },
  ];
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded-lg border border-line bg-line gap-px sm:grid-cols-4">
      {totals.map((total) => (
        <div key={total.what} className="flex flex-col bg-sheet px-4 py-4">
          <dt className="order-2 text-sm text-ink-2">{total.what}</dt>
          <dd className="num text-2xl font-semibold whitespace-nowrap sm:text-3xl">
            {formatNumber(Math.round(total.value * 10) / 10)}
            <span className="ml-1 text-sm font-normal text-ink-2">{total.unit}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
