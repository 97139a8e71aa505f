import { county } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import { useEffect, type ReactElement } from "react";
import { Link } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Icon, type IconName } from "../../kit/Icon.tsx";
import { ClaimPath } from "./home/ClaimPath.tsx";
import { DemoNotice } from "./home/DemoNotice.tsx";
import { Openness } from "./home/Openness.tsx";
import { SoonClasses } from "./home/SoonClasses.tsx";
import { situations } from "./situations.ts";

const errands: { to: string; icon: IconName; title: string; what: string }[] = [
  { to: "/classes", icon: "class", title: "找一个培训班", what: "按工种、乡镇、开课时间找，看得到还剩几个名额" },
  { to: "/certificates", icon: "certificate", title: "查一本证书", what: "输入证书编号或扫二维码，当场知道真假" },
  { to: "/my/claims", icon: "claim", title: "跟进我的补贴", what: "办到哪一步、哪个部门在办、最迟哪天办完" },
];

/** Public home: one question, three errands, classes that begin soon, then open information. */
export default function HomePage(): ReactElement {
  const home = useApi(api.homes.public, {}, { staleTime: 30_000 });
  useEffect(() => {
    const { product } = county();
    document.title = `${product.name} · ${product.title}`;
  }, []);
  return (
    <>
      {home.data?.demo === true && <DemoNotice />}
      <section aria-labelledby="question" className="border-b border-line bg-sheet">
        <div className="mx-auto grid max-w-6xl gap-x-16 gap-y-8 px-4 pt-8 pb-10 sm:px-6 sm:pt-14 sm:pb-16 lg:grid-cols-[5fr_6fr]">
          <div className="grid content-start gap-5">
            <h1 id="question" className="text-3xl font-semibold tracking-tight sm:text-4xl">
              我能领什么补贴？
            </h1>
            <p className="max-w-[24em] text-lg text-ink-2">
              答几个问题，就能看到您符合哪些条件、还缺什么、能领多少。不用注册，答案不会留存。
            </p>
            <div className="flex flex-wrap gap-3">
              <Button to="/benefits">开始答题，约 2 分钟</Button>
            </div>
          </div>
          <div>
            <h2 className="mb-1 text-sm text-ink-3">或者，从最像您的一条开始</h2>
            <ul className="border-t border-ink">
              {situations.map((situation) => (
                <li key={situation.id} className="border-b border-line">
                  <Link
                    to={`/benefits?as=${situation.id}`}
                    className="group grid min-h-(--touch) grid-cols-[1fr_auto] items-center gap-x-4 py-3.5 sm:grid-cols-[9em_1fr_auto]"
                  >
                    <span className="font-semibold group-hover:text-accent">{situation.who}</span>
                    <span className="text-sm text-ink-2 max-sm:col-start-1 sm:text-base">{situation.what}</span>
                    <Icon
                      name="right"
                      size="1.1em"
                      className="text-accent max-sm:col-start-2 max-sm:row-span-2 max-sm:row-start-1"
                    />
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        </div>
      </section>

      <div className="mx-auto max-w-6xl px-4 sm:px-6">
        <section aria-labelledby="errands" className="py-10 sm:py-14">
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
        {home.data !== undefined && home.data.openClasses > 0 && (
          <SoonClasses classes={home.data.classes} count={home.data.openClasses} places={home.data.places} />
        )}
        <Openness publicity={home.data?.publicity ?? null} />
      </div>
    </>
  );
}
