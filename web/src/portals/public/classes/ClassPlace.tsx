import { county, regionName } from "@jinengtong/county";
import type { ReactElement } from "react";

/** Where a class is: the address, and a link that opens it on the map of the phone. */
export function ClassPlace({ town, address }: { town: string; address: string }): ReactElement {
  const whole = `${county().region.name}${regionName(town)}${address}`;
  return (
    <>
      {regionName(town)} {address}
      <a
        href={`geo:0,0?q=${encodeURIComponent(whole)}`}
        className="flex min-h-11 items-center text-accent underline underline-offset-3"
      >
        在手机地图上看
      </a>
    </>
  );
}
