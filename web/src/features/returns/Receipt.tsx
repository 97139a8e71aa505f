import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useApi } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { FactList } from "../../kit/FactList.tsx";
import { Link } from "../../kit/Link.tsx";
import { QueryView } from "../../kit/QueryView.tsx";

/** Receipt of a sent return: its rows and people, and how many are known elsewhere already. */
export function Receipt({ id }: { id: string }): ReactElement {
  const receipt = useApi(api.returnMerges.receipt, { params: { id } });
  const bureau = ["reviewer", "department"].includes(useSession().data?.account?.role ?? "");
  return (
    <section aria-labelledby="return-receipt" className="rounded-md border border-line bg-sheet p-4">
      <h2 id="return-receipt" className="mb-2 font-semibold">
        报送回执
      </h2>
      <QueryView query={receipt} lines={2}>
        {(data) => (
          <>
            <FactList
              columns={3}
              facts={[
                { label: "收到的行", value: count(data.rows, "行") },
                { label: "人数", value: count(data.persons, "人") },
                { label: "本平台和先报的部门都没有的", value: count(data.newPersons, "人") },
                { label: "与本平台重复", value: count(data.withOwn, "行") },
                { label: "与别的部门重复", value: count(data.withOffices, "行") },
              ]}
            />
            {data.doubles > 0 && bureau && (
              <p className="mt-2">
                <Link to="/bureau/doubles" className="text-accent underline underline-offset-3">
                  看重复的 {data.doubles} 行和由谁付补贴
                </Link>
              </p>
            )}
          </>
        )}
      </QueryView>
    </section>
  );
}

const count = (value: number, unit: string): ReactElement => (
  <span className="num">
    {value.toLocaleString("zh-CN")} {unit}
  </span>
);
