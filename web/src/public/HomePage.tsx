import { useEffect, type ReactElement } from "react";
import { Link } from "react-router";
import { Button } from "../ui/Button.tsx";
import { Icon, type IconName } from "../ui/Icon.tsx";

/** Who people say they are, in their own words; each opens the questions with that answer already given. */
const situations = [
  { who: "我正在找工作", what: "免费学技能，培训期间可能有生活费补贴", group: "registered-unemployed" },
  { who: "我在企业上班", what: "考取证书后，可以领技能提升补贴", group: "enterprise-employee" },
  { who: "我想自己创业", what: "创业培训不收费，结业有证书", group: "returning-graduate" },
  { who: "我务农或进城务工", what: "家门口的培训班，农闲时开课", group: "rural-migrant" },
  { who: "家里有困难", what: "低保、残疾等家庭，亲属可以代为参训", group: "minimum-living" },
] as const;

const errands: { to: string; icon: IconName; title: string; what: string }[] = [
  { to: "/classes", icon: "class", title: "找一个培训班", what: "按工种、乡镇、开课时间找，看得到还剩几个名额" },
  { to: "/certificates", icon: "certificate", title: "查一本证书", what: "输入证书编号或扫二维码，当场知道真假" },
  { to: "/my/claims", icon: "claim", title: "跟进我的补贴", what: "办到哪一步、哪个部门在办、最迟哪天办完" },
];

const open: { to: string; title: string; what: string }[] = [
  { to: "/publicity", title: "补贴公示", what: "拟发放的补贴先公示五个工作日，谁都可以提异议" },
  { to: "/fund", title: "资金去向", what: "每一元从哪个账户来，发给了哪一类补贴" },
  { to: "/lists", title: "四张目录", what: "补贴工种、培训机构、培训项目、评价机构，按版本公布" },
  { to: "/policy", title: "政策说明", what: "逐条用大白话讲清楚，并标明条款出处" },
];

/** The public home: one question first, then the three errands, then what is open to everyone. */
export default function HomePage(): ReactElement {
  useEffect(() => {
    document.title = "技能通 · 补贴性职业技能培训公共服务平台";
  }, []);
  return (
    <>
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
                <li key={situation.group} className="border-b border-line">
                  <Link
                    to={`/benefits?group=${situation.group}`}
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

        <section aria-labelledby="open" className="border-t border-line py-10 sm:py-14">
          <div className="grid gap-x-16 gap-y-6 lg:grid-cols-[5fr_6fr]">
            <div>
              <h2 id="open" className="text-xl font-semibold">
                都摆在明处
              </h2>
              <p className="mt-2 max-w-[24em] text-ink-2">
                从一笔补贴，可以一路查回到那节课的签到；公示里只显示遮挡后的姓名和证件号。
              </p>
            </div>
            <ul className="grid gap-x-10 sm:grid-cols-2">
              {open.map((item) => (
                <li key={item.to} className="border-t border-line">
                  <Link to={item.to} className="group block py-4">
                    <span className="font-semibold text-accent underline-offset-4 group-hover:underline">
                      {item.title}
                    </span>
                    <span className="mt-0.5 block text-sm text-ink-2">{item.what}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        </section>
      </div>
    </>
  );
}
