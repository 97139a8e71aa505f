import { county, type Office } from "@jinengtong/county";
import { useState, type ReactElement } from "react";
import { Link, useLocation } from "react-router";
import { findTopics, type HelpTopic } from "../../frame/help-topic.ts";
import { Card } from "../../kit/Card.tsx";
import { Disclosure } from "../../kit/Disclosure.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { PhoneLink } from "../../kit/PhoneLink.tsx";
import { SearchBox } from "../../kit/SearchBox.tsx";

interface HelpTopicsProps {
  topics: readonly HelpTopic[];
  /** Whom to ask when the help doesn't: an office of the county's file. */
  office: Office;
}

/** Topics of help with a search, the one that the address names unfolded, and a person to ask. */
export function HelpTopics({ topics, office }: HelpTopicsProps): ReactElement {
  const { hash } = useLocation();
  const [typed, setTyped] = useState("");
  const found = findTopics(topics, typed);
  const { hotline } = county();
  return (
    <div className="grid max-w-3xl gap-5">
      <SearchBox label="在帮助里找" value={typed} onSearch={setTyped} />
      {found.length === 0 ? (
        <Empty title="没有找到">换一个说法，或打下面的电话问。</Empty>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {found.map((topic) => (
            <li key={topic.id} id={topic.id} className="scroll-mt-16 py-1">
              <Disclosure
                key={hash}
                open={hash === `#${topic.id}` || typed !== ""}
                summary={<span className="font-medium">{topic.title}</span>}
              >
                <div className="grid gap-2 pb-3 pl-6">
                  {topic.text.map((paragraph) => (
                    <p key={paragraph}>{paragraph}</p>
                  ))}
                  <Link
                    to={topic.page}
                    className="inline-flex min-h-(--touch) items-center text-accent underline-offset-4 hover:underline"
                  >
                    去这个页面
                  </Link>
                </div>
              </Disclosure>
            </li>
          ))}
        </ul>
      )}
      <Card title="还是不清楚，找人问">
        <FactList
          facts={[
            { label: hotline.name, value: <PhoneLink phone={hotline.phone} /> },
            { label: office.name, value: <PhoneLink phone={office.phone} /> },
            { label: "地址", value: office.address },
            { label: "办公时间", value: office.hours },
          ]}
        />
      </Card>
    </div>
  );
}
