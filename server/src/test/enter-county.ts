import { enterCounty } from "@jinengtong/county";
import { County } from "@jinengtong/county/schema";
import shipped from "../../../counties/rugao/county.json" with { type: "json" };

/** Tests without a platform use the shipped county; a test with one sets its own (`createTestApp({ county })`). */
enterCounty(County.parse(shipped));
