import { county } from "@jinengtong/county";
import type { ReactElement } from "react";
import { Card } from "../../kit/Card.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { Page } from "../../kit/Page.tsx";

/** Contacts: the hotline and the county's offices. */
export default function ContactPage(): ReactElement {
  const { hotline, offices, region } = county();
  return (
    <Page
      title="联系我们"
      intro={
        <>
          {region.name}的补贴性培训有问题，先打{hotline.name} <Telephone number={hotline.phone} />
        </>
      }
    >
      {Object.values(offices).map((office) => (
        <Card key={office.name} title={office.name}>
          <FactList
            facts={[
              { label: "电话", value: <Telephone number={office.phone} /> },
              { label: "地址", value: office.address },
              { label: "办公时间", value: office.hours },
            ]}
          />
        </Card>
      ))}
    </Page>
  );
}

/** A phone number as a link that dials. */
const Telephone = ({ number }: { number: string }): ReactElement => (
  <a
    className="num inline-flex min-h-(--touch) items-center text-accent underline-offset-4 hover:underline"
    href={`tel:${number.replaceAll(" ", "")}`}
  >
    {number}
  </a>
);
