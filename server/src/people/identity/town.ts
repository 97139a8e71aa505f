import { isTown } from "@jinengtong/county";
import { z } from "zod";

/** A town or sub-district from the county's list. */
export const Town = z.string().refine(isTown, "请选择所在的镇（街道）").describe("9 位镇（街道）代码");
