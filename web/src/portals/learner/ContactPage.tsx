import { townChoices } from "@jinengtong/county";
import { api, type Api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { FormBody, FormField, needing, useForm } from "../../kit/form.tsx";
import { phoneCodeChecks } from "../../kit/phone-code.ts";
import type { ReactElement } from "react";
import { useApi, useChange } from "../../api/hooks.ts";
import { call, type Output } from "../../api/client.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Page } from "../../kit/Page.tsx";
import { PhoneCode } from "../../kit/PhoneCode.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";

type Person = Output<Api["me"]["record"]>["person"];

const EDUCATION = ["小学", "初中", "高中", "中专", "大专", "本科", "硕士", "博士"];

/** Changes the phone (verified by a code), address and education. */
export default function ContactPage(): ReactElement {
  const query = useApi(api.me.record, {});
  return (
    <Page title="手机号和住址" back={{ to: "/my/me", title: "我的" }}>
      <QueryView query={query} lines={6}>
        {({ person }) => (
          <>
            <PhoneCard person={person} />
            <TownCard key={person.town + (person.education ?? "")} person={person} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function PhoneCard({ person }: { person: Person }): ReactElement {
  const tell = useToast();
  const change = useChange(api.me.changePhone, {
    refresh: [api.me.record],
    onSuccess: (changed) => {
      tell(`手机号已换成 ${changed.phoneMasked}`);
      form.clear();
    },
  });
  const form = useForm({
    initial: { phone: "", code: "" },
    rules: needing(contractOf(api.me.changePhone), "code"),
    checks: phoneCodeChecks,
    error: change.error,
  });
  return (
    <Card title="手机号" action={<span className="num text-ink-2">现在是 {person.phoneMasked ?? "没有登记"}</span>}>
      <FormBody form={form} className="grid max-w-[26rem] gap-4" onSubmit={() => change.mutate({ body: form.values })}>
        <PhoneCode
          phone={form.values.phone}
          onPhone={(phone) => form.set({ phone })}
          code={form.values.code}
          onCode={(code) => form.set({ code })}
          onSend={(to) => call(api.session.requestPhoneCode, { body: { phone: to, purpose: "change-phone" } })}
        />
        <div>
          <Button type="submit" busy={change.isPending} disabled={form.refused.length > 0}>
            换成这个手机号
          </Button>
        </div>
      </FormBody>
    </Card>
  );
}

function TownCard({ person }: { person: Person }): ReactElement {
  const tell = useToast();
  const change = useChange(api.me.changeContact, {
    refresh: [api.me.record, api.session.show],
    onSuccess: () => tell("已保存"),
  });
  const form = useForm({
    initial: { town: person.town, education: person.education ?? "" },
    rules: contractOf(api.me.changeContact),
    error: change.error,
  });
  const { town, education } = form.values;
  const same = town === person.town && education === (person.education ?? "");
  const known = EDUCATION.includes(education) || education === "" ? EDUCATION : [...EDUCATION, education];
  return (
    <Card title="住址和学历">
      <FormBody
        form={form}
        className="grid max-w-[26rem] gap-4"
        onSubmit={() => change.mutate({ body: { town, education: education === "" ? null : education } })}
      >
        <FormField name="town" label="现在住在哪个镇（街道）">
          <Select {...form.bind("town")} placeholder="请选择" choices={townChoices()} />
        </FormField>
        <FormField name="education" label="学历">
          <Select
            {...form.bind("education")}
            placeholder="不填"
            choices={known.map((one) => ({ value: one, label: one }))}
          />
        </FormField>
        <div>
          <Button type="submit" busy={change.isPending} disabled={same || form.refused.length > 0}>
            保存
          </Button>
        </div>
      </FormBody>
    </Card>
  );
}
