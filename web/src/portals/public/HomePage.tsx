import { county } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import { useEffect, type ReactElement } from "react";
import { Link } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { Icon, type IconName } from "../../kit/Icon.tsx";
import { ClaimPath } from "./home/ClaimPath.tsx";
import { DemoNotice } from "./home/DemoNotice.tsx";
import { Doors } from "./home/Doors.tsx";
import { MyTask } from "./home/MyTask.tsx";
import { Openness } from "./home/Openness.tsx";
import { SoonClasses } from "./home/SoonClasses.tsx";
import { TradeBoard } from "./home/TradeBoard.tsx";

const errands: { to: string; icon: IconName; title: string; what: string }[] = [
  { to: "/classes", icon: "class", title: "找一个培训班", what: "按工种、乡镇、开课时间找，看得到还剩几个名额" },
  { to: "/certificates", icon: "certificate", title: "查一本证书", what: "输入证书编号或扫二维码，当场知道真假" },
  { to: "/my/claims", icon: "claim", title: "跟进我的补贴", what: "办到哪一步、哪个部门在办、最迟哪天办完" },
];

/** Public home: the yuan of each trade and the ways in, three errands, classes that begin soon, then open information. */
export default function HomePage(): ReactElement {
  const home = useApi(api.homes.public, {}, { staleTime: 30_000 });
  const doors = useApi(api.policy.doors, { query: {} }, { staleTime: 600_000 });
  useEffect(() => {
    const { product } = county();
    document.title = `${product.name} · ${product.title}`;
  }, []);
  return (
    <>
      {home.data?.demo === true && <DemoNotice />}
      <MyTask />
      <section aria-labelledby="question" className="border-b border-line bg-paper-deep">
        <div className="mx-auto grid max-w-6xl gap-x-12 gap-y-6 px-4 pt-6 pb-8 sm:px-6 sm:pt-12 sm:pb-14 lg:grid-cols-[5fr_8fr]">
          <div className="grid content-start gap-4 lg:gap-6">
            <h1 id="question" className="text-3xl font-semibold tracking-tight sm:text-4xl">
              我能领什么补贴？
            </h1>
            <p className="max-w-[24em] text-ink-2 sm:text-lg">
              答几个问题，就知道补多少、自己付多少。不用注册，答案不会留存。
            </p>
            <Doors doors={doors.data?.doors} />
          </div>
          <TradeBoard trades={doors.data?.trades} />
        </div>
      </section>

      <div className="mx-auto max-w-6xl px-4 sm:px-6">
        {home.data !== undefined && home.data.openClasses > 0 && (
          <SoonClasses classes={home.data.classes} count={home.data.openClasses} places={home.data.places} />
        )}
        <section aria-labelledby="errands" className="border-t border-line py-10 sm:py-14">
          <h2 id="errands" className="mb-5 text-xl font-semibold">
            常办的三件事
          </h2>
          <ul className="grid gap-4 md:grid-cols-3">
            {errands.map((errand) => (
              <li key={errand.to}>
                <Link
                  to={errand.to}
                  className="group flex h-full gap-4 rounded-lg border border-line bg-sheet p-5 hover:border-accent md:flex-col"
                >
                  <Icon name={errand.icon} size={34} className="text-accent" />
                  <span>
                    <span className="block text-lg font-semibold group-hover:text-accent">{errand.title}</span>
                    <span className="mt-1 block text-ink-2">{errand.what}</span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
        <ClaimPath />
        <Openness publicity={home.data?.publicity ?? null} />
      </div>
    </>
  );
}
