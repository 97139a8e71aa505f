import { z } from "zod";
import { Id, Line } from "../../kernel/shapes.ts";
import "../tables.ts";

/** A room (training place). Learners sign in near its position. */
export const roomFields = {
  name: Line(60),
  address: Line(200),
  capacity: z.number().int().min(1, "至少容纳 1 人").max(500, "一间教室最多 500 人"),
  latitude: z.number().min(3).max(54).nullable().default(null),
  longitude: z.number().min(73).max(136).nullable().default(null),
};
export const RoomBody = z
  .strictObject(roomFields)
  .refine((room) => (room.latitude === null) === (room.longitude === null), {
    message: "经纬度须同时填写",
    path: ["longitude"],
  });
export const Room = z.strictObject({
  id: Id,
  name: z.string(),
  address: z.string(),
  capacity: z.number().int(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  state: z.enum(["active", "closed"]),
});
export const roomColumns = ["id", "name", "address", "capacity", "latitude", "longitude", "state"] as const;
