import { enterCounty } from "@jinengtong/county";
import { County } from "@jinengtong/county/schema";
import shipped from "../../../counties/rugao/county.json" with { type: "json" };

/** Tests that wire no platform are of the shipped county; one that does enters its own (`createTestApp({ county })`). */
enterCounty(County.parse(shipped));
