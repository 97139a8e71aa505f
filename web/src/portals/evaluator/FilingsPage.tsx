import { useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useApi } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { FilingsTable } from "../../features/evaluations/FilingsTable.tsx";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { FilingDialog } from "./filing/FilingDialog.tsx";
import { RoomDialog } from "./filing/RoomDialog.tsx";
import { SiteDialog } from "./filing/SiteDialog.tsx";

/** 备案与场地: sites with their rooms, and the filing of what is evaluated where. */
export default function FilingsPage(): ReactElement {
  const organisationId = useSession().data?.account?.organisationId ?? "";
  const sites = useApi(api.evaluationSites.list, { params: { id: organisationId } });
  const [open, setOpen] = useState<"site" | "filing" | { siteId: string; name: string } | null>(null);
  return (
    <StaffPage
      title="备案与场地"
      intro="先登记场地和考场，再按“职业、等级、场地”备案。备案以外的认定，平台不收计划。"
      actions={
        <>
          <Button variant="secondary" icon="plus" onClick={() => setOpen("site")}>
            登记场地
          </Button>
          <Button icon="plus" onClick={() => setOpen("filing")}>
            提交备案
          </Button>
        </>
      }
    >
      <FilingsTable id="evaluator-filings" />
      <QueryView
        query={sites}
        lines={4}
        isEmpty={(found) => found.sites.length === 0}
        empty={<Empty title="还没有场地">点“登记场地”，写明地址、自有还是租用、有没有视频监控。</Empty>}
      >
        {(found) => (
          <div className="grid gap-4 lg:grid-cols-2">
            {found.sites.map((site) => (
              <Card
                key={site.id}
                level={3}
                title={site.name}
                action={
                  <Button variant="secondary" onClick={() => setOpen({ siteId: site.id, name: site.name })}>
                    登记考场
                  </Button>
                }
              >
                <p className="text-ink-2">
                  <span className="num">{site.code}</span> · {site.address} ·{" "}
                  {site.tenure === "own" ? "自有" : `租用至 ${site.leasedTo ?? ""}`} ·{" "}
                  {site.video ? "有视频监控" : "没有视频监控"}
                </p>
                <ul className="mt-2 grid gap-1">
                  {site.rooms.map((room) => (
                    <li key={room.id} className="flex justify-between gap-2">
                      <span>{room.name}</span>
                      <span className="num text-ink-2">{`${room.seats} 座，${room.stations} 工位`}</span>
                    </li>
                  ))}
                </ul>
              </Card>
            ))}
          </div>
        )}
      </QueryView>
      {open === "site" && <SiteDialog onClose={() => setOpen(null)} />}
      {open === "filing" && <FilingDialog sites={sites.data?.sites ?? []} onClose={() => setOpen(null)} />}
      {open !== null && typeof open === "object" && <RoomDialog {...open} onClose={() => setOpen(null)} />}
    </StaffPage>
  );
}
