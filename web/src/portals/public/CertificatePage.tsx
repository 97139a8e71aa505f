import { api, type Api } from "../../api/api.ts";
import { normaliseCode } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { useSearchParams } from "react-router";
import { useApi } from "../../api/hooks.ts";
import type { Output } from "../../api/client.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { Field } from "../../kit/Field.tsx";
import { formatNumber } from "../../kit/format.ts";
import { Input } from "../../kit/Input.tsx";
import { Page } from "../../kit/Page.tsx";
import { QrScan } from "../../kit/QrScan.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { TradeDrawing } from "../../kit/TradeDrawing.tsx";

type Certificate = NonNullable<Output<Api["certificates"]["verify"]>["certificate"]>;

/** Public verification of a certificate: by number, by scanning its code, or by the code's address. */
export default function CertificatePage(): ReactElement {
  const [search, setSearch] = useSearchParams();
  const token = search.get("token") ?? "";
  const number = search.get("number") ?? "";
  const asked = token !== "" || number !== "";
  const [typed, setTyped] = useState(number);
  const [scanning, setScanning] = useState(false);
  const query = useApi(api.certificates.verify, { query: token !== "" ? { token } : { number } }, { enabled: asked });

  function scanned(text: string): void {
    const found = /[?&]token=([\w-]+)/u.exec(text)?.[1];
    setScanning(false);
    setSearch(found === undefined ? { number: text.trim() } : { token: found });
  }

  return (
    <Page title="查一本证书" intro="输入证书上的编号，或扫证书上的二维码，当场看到是不是本平台登记的、还有没有效。">
      {asked && (
        <QueryView query={query} lines={5}>
          {(answer) =>
            answer.certificate === null ? (
              <Empty
                title="没有查到这本证书"
                action={
                  <Button variant="secondary" onClick={() => setSearch({})}>
                    换一个编号
                  </Button>
                }
              >
                请核对编号有没有输错。其他地方发的证书不在这里，可以到发证机构或全国证书联网查询系统核实。
              </Empty>
            ) : (
              <Answer certificate={answer.certificate} />
            )
          }
        </QueryView>
      )}
      {scanning ? (
        <QrScan
          onCode={scanned}
          typedHint="在证书上持证人姓名和身份号码的下面，或者二维码旁边。"
          words={{ scan: "打开摄像头扫一扫", typed: "或者输入证书编号", use: "查这个编号" }}
        />
      ) : (
        <form
          className="grid max-w-[30rem] gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            const code = normaliseCode(typed).toUpperCase();
            if (code.length >= 6) setSearch({ number: code });
          }}
        >
          <Field
            label={asked ? "再查一本：证书编号" : "证书编号"}
            hint="在证书上持证人姓名和身份号码的下面，或者二维码旁边。字母和数字都要输。"
          >
            <Input
              autoComplete="off"
              autoCapitalize="characters"
              limit={40}
              className="num tracking-wide uppercase"
              value={typed}
              onChange={setTyped}
            />
          </Field>
          <div className="flex flex-wrap gap-3">
            <Button type="submit" disabled={normaliseCode(typed).length < 6}>
              查这本证书
            </Button>
            <Button variant="secondary" icon="scan" onClick={() => setScanning(true)}>
              扫二维码
            </Button>
          </div>
        </form>
      )}
    </Page>
  );
}

function Answer({ certificate }: { certificate: Certificate }): ReactElement {
  const { state } = certificate;
  return (
    <article className="overflow-hidden rounded-lg border border-line bg-sheet" aria-live="polite">
      <div
        className={
          state === "valid"
            ? "border-b-4 border-accent bg-accent-soft px-5 py-5 sm:px-8"
            : state === "expired"
              ? "border-b-4 border-turn bg-turn-soft px-5 py-5 sm:px-8"
              : "border-b-4 border-refuse bg-refuse-soft px-5 py-5 sm:px-8"
        }
      >
        <p className="text-2xl">
          {state === "valid" && <StatusMark kind="done">真实有效</StatusMark>}
          {state === "expired" && <StatusMark kind="late">已过有效期</StatusMark>}
          {state === "revoked" && <StatusMark kind="refused">已被撤销</StatusMark>}
        </p>
        <p className="mt-1">{certificate.statement}</p>
      </div>
      <div className="px-5 py-6 sm:px-8">
        <div className="mb-5 flex items-center gap-4">
          <TradeDrawing occupation={certificate.occupation} size={64} className="text-accent" />
          <div>
            <p className="text-sm text-ink-3">{certificate.kindLabel}</p>
            <h2 className="text-xl font-semibold">{certificate.project}</h2>
          </div>
        </div>
        <FactList
          facts={[
            { label: "证书编号", value: <span className="num">{certificate.number}</span> },
            { label: "持证人（已遮挡）", value: certificate.holderName },
            { label: "发证机构", value: certificate.issuerName },
            { label: "发证日期", value: <span className="num">{certificate.issuedOn}</span> },
            certificate.revokedOn === null
              ? { label: "有效期至", value: <span className="num">{certificate.validTo ?? "长期"}</span> }
              : { label: "撤销日期", value: <span className="num">{certificate.revokedOn}</span> },
            ...(certificate.hours === null
              ? []
              : [{ label: "计入课时", value: <span className="num">{formatNumber(certificate.hours)} 课时</span> }]),
          ]}
        />
      </div>
    </article>
  );
}
