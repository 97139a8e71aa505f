import { county } from "@jinengtong/county";
import type { ReactElement } from "react";
import { Link } from "react-router";
import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { stepWay } from "../../features/homes/step-way.ts";
import { Button } from "../../kit/Button.tsx";
import { ElderSwitch } from "../../kit/ElderSwitch.tsx";
import { Icon, type IconName } from "../../kit/Icon.tsx";
import { Money } from "../../kit/Money.tsx";
import { ReadAloud } from "../../kit/ReadAloud.tsx";
import { dayWords } from "./day-words.ts";

type Home = Output<Api["homes"]["learner"]>;

const doors: { to: string; icon: IconName; title: string; what: string }[] = [
  { to: "/my/classes", icon: "class", title: "我的课", what: "几点上课、在哪里上" },
  { to: "/my/claims", icon: "money", title: "我的钱", what: "领了多少、办到哪里" },
  { to: "/my/file", icon: "certificate", title: "我的证", what: "考出来的证书" },
];

/** Home of 长辈版: the one thing to do now, and a few doors with one thing behind each. */
export function ElderHome({ home }: { home: Home }): ReactElement {
  const { hotline } = county();
  const step = home.next.find(({ mine }) => mine);
  return (
    <>
      {step === undefined ? (
        <p className="text-xl">今天没有要您办的事。</p>
      ) : (
        <section className="grid gap-4 rounded-lg border-2 border-turn-line bg-turn-soft p-5">
          <h2 className="text-2xl font-semibold">{step.title}</h2>
          {step.amountFen !== null && step.amountFen > 0 && (
            <p className="text-xl">
              可以领 <Money fen={step.amountFen} />
            </p>
          )}
          <p className="text-xl">{step.at === null ? step.detail : dayWords(step.at)}</p>
          <Button block to={stepWay(step).to}>
            {stepWay(step).action}
          </Button>
        </section>
      )}
      <nav aria-label="常用" className="grid gap-4 sm:grid-cols-2">
        {doors.map((door) => (
          <Link key={door.to} to={door.to} className={doorClass}>
            <Icon name={door.icon} size={44} className="text-accent" />
            <span>
              <span className="block text-2xl font-semibold">{door.title}</span>
              <span className="block text-ink-2">{door.what}</span>
            </span>
          </Link>
        ))}
        <a href={`tel:${hotline.phone.replaceAll(/[^\d+]/gu, "")}`} className={doorClass}>
          <Icon name="phone" size={44} className="text-accent" />
          <span>
            <span className="block text-2xl font-semibold">打电话问人</span>
            <span className="num block text-ink-2">
              {hotline.name} {hotline.phone}
            </span>
          </span>
        </a>
      </nav>
      <div className="grid gap-4" data-aloud="skip">
        <ReadAloud block />
        <ElderSwitch block />
      </div>
    </>
  );
}

const doorClass =
  "grid min-h-28 grid-cols-[auto_1fr] items-center gap-5 rounded-lg border border-line-strong bg-sheet p-5 hover:border-accent";
