import { certificateKinds } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { useParams } from "react-router";
import { api } from "../../api/api.ts";
import { download } from "../../api/download.ts";
import { useApi } from "../../api/hooks.ts";
import { CertificateSheet } from "../../features/certificates/CertificateSheet.tsx";
import { withLevel } from "../../features/occupations/levels.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { formatNumber } from "../../kit/format.ts";
import { Page } from "../../kit/Page.tsx";
import { QrCode } from "../../kit/QrCode.tsx";
import { QueryView } from "../../kit/QueryView.tsx";

/** One certificate to show to others: on the screen, with the code that they scan, and as a file. */
export default function CertificatePage(): ReactElement {
  const { id = "" } = useParams();
  const query = useApi(api.certificates.mine, {});
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function save(serial: string): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await download(`/api/v1/certificates/${id}/pdf`, {}, `${serial}.pdf`);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Page title="我的证书" intro="给别人看这一页，对方扫码就知道是真的。" back={{ to: "/my/file", title: "技能档案" }}>
      {error !== null && <ErrorNotice error={error} />}
      <QueryView query={query} lines={10}>
        {({ rows }) => {
          const found = rows.find((row) => row.id === id);
          if (found === undefined)
            return (
              <Empty title="没有这本证书" action={<Button to="/my/file">看我的证书</Button>}>
                它可能不是您的，或者地址抄错了。
              </Empty>
            );
          const isHeld = found.revokedOn === null;
          return (
            <>
              <CertificateSheet
                title={certificateKinds.label(found.kind)}
                occupation={found.occupation}
                project={withLevel(found.occupationName, found.level)}
                holder={found.holderName}
                fault={isHeld ? null : `${found.revokedOn ?? ""} 已撤销`}
                facts={[
                  { label: "证书编号", value: found.serial },
                  { label: "发证机构", value: found.issuerName },
                  { label: "发证日期", value: found.issuedOn },
                  { label: "有效期至", value: found.validTo ?? "长期" },
                  ...(found.hours === null ? [] : [{ label: "计入课时", value: `${formatNumber(found.hours)} 课时` }]),
                ]}
                code={isHeld ? <QrCode text={found.verifyUrl} caption="扫码核验真伪" size={148} /> : null}
              />
              {isHeld && (
                <div>
                  <Button icon="download" busy={busy} onClick={() => void save(found.serial)}>
                    下载{found.kind === "completion" ? "证书" : "查询单"}
                  </Button>
                </div>
              )}
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
