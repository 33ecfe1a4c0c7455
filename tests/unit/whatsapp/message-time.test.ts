import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inferDayOrder, parseMessageTime } from "../../../lib/whatsapp/message-time";

describe("parseMessageTime", () => {
	it.each([
		["10:38, 10/07/2026", "day-first", "2026-07-10T10:38"],
		["10:38, 10/07/2026", "month-first", "2026-10-07T10:38"],
		["13:57, 6/15/2026", null, "2026-06-15T13:57"],
		["10:38, 15/6/2026", "month-first", "2026-06-15T10:38"],
		["10:30 p. m., 14/7/2026", null, "2026-07-14T22:30"],
		["10:30\u202fp.\u00a0m., 14/7/2026", null, "2026-07-14T22:30"],
		["12:05 a. m., 14/7/2026", null, "2026-07-14T00:05"],
		["12:05 p. m., 14/7/2026", null, "2026-07-14T12:05"],
		["1:57 PM, 6/15/2026", null, "2026-06-15T13:57"],
		["1:57\u202fAM, 6/15/26", null, "2026-06-15T01:57"],
		["22:30, 4.7.2026", null, "2026-07-04T22:30"],
		["22:30, 04.07.2026", "month-first", "2026-07-04T22:30"],
		["22.30, 4.7.2026", null, "2026-07-04T22:30"],
		["下午10:30, 2026/7/4", null, "2026-07-04T22:30"],
		["上午9:05, 2026/7/4", "day-first", "2026-07-04T09:05"],
		["凌晨12:30, 2026/7/4", null, "2026-07-04T00:30"],
		["中午12:30, 2026年7月4日", null, "2026-07-04T12:30"],
		["晚上8:30, 2026/7/4", null, "2026-07-04T20:30"],
		["오후 10:30, 2026. 7. 4.", null, "2026-07-04T22:30"],
		["22:30, 2026-07-04", null, "2026-07-04T22:30"],
		["\u200e10:38, \u200f10/07/2026", "day-first", "2026-07-10T10:38"],
		["7:07, 7/7/2026", null, "2026-07-07T07:07"],
		["١٠:٣٨ م، ١٥/٧/٢٠٢٦", null, "2026-07-15T22:38"],
		["10:38:12, 15/07/2026", null, "2026-07-15T10:38"],
	] as const)("reads %s (%s)", (raw, order, expected) => {
		expect(parseMessageTime(raw, order)).toBe(expected);
	});

	it.each([
		["10:38, 10/07/2026", null],
		["10:38", "day-first"],
		["10/07/2026", "day-first"],
		["25:10, 15/07/2026", "day-first"],
		["10:61, 15/07/2026", "day-first"],
		["10:38, 30/02/2026", "day-first"],
		["10:38, 13/13/2026", "day-first"],
		["10:38, 15/07/1405", "day-first"],
		["10:38, 15/07/2569", "day-first"],
		["10:38 strange-word, 15/07/2026", "day-first"],
		["晚上12:30, 2026/7/4", null],
		["10:38 11:40, 15/07/2026", "day-first"],
		["yesterday", "day-first"],
		["", "day-first"],
	] as const)("says null to %s (%s)", (raw, order) => expect(parseMessageTime(raw, order)).toBeNull());

	it("takes a 24-hour clock whatever stands beside it", () => {
		expect(parseMessageTime("13:57 fooish, 15/07/2026", null)).toBe("2026-07-15T13:57");
	});

	const order = fc.constantFrom("day-first", "month-first", null);
	const timelike = fc
		.array(
			fc.constantFrom(
				..."0123456789",
				"/",
				".",
				":",
				",",
				" ",
				"-",
				"p",
				"m",
				"上午",
				"下午",
				"\u200e",
				"年",
				"月",
				"日",
			),
			{
				maxLength: 30,
			},
		)
		.map((pieces) => pieces.join(""));

	it("never throws and answers null or a real moment", () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), timelike), order, (raw, dayOrder) => {
				const time = parseMessageTime(raw, dayOrder);
				if (time === null) return;
				expect(time).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
				expect(new Date(`${time}:00Z`).toISOString().slice(0, 16)).toBe(time);
			}),
			{ numRuns: 3000 },
		);
	});

	it("never invents a number that is not in the text", () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), timelike), order, (raw, dayOrder) => {
				const time = parseMessageTime(raw, dayOrder);
				if (time === null) return;
				const written = (raw.match(/\d+/g) ?? []).map(Number);
				const [year = 0, month = 0, day = 0, , minute = 0] = (time.match(/\d+/g) ?? []).map(Number);
				for (const part of [month, day, minute]) expect(written).toContain(part);
				expect(written.includes(year) || written.includes(year - 2000)).toBe(true);
			}),
			{ numRuns: 3000 },
		);
	});

	it("reads back every moment it is written from, in the order that is known", () => {
		const moment = fc.date({ min: new Date("2010-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
		fc.assert(
			fc.property(moment, fc.boolean(), (at, dayFirst) => {
				const iso = at.toISOString();
				const [year, month, day] = [iso.slice(0, 4), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
				const raw = `${iso.slice(11, 16)}, ${dayFirst ? `${day}/${month}` : `${month}/${day}`}/${year}`;
				expect(parseMessageTime(raw, dayFirst ? "day-first" : "month-first")).toBe(iso.slice(0, 16));
			}),
		);
	});
});

describe("inferDayOrder", () => {
	it("tells day first from a first part above 12", () => {
		expect(inferDayOrder(["10:38, 10/07/2026", null, "9:05, 15/07/2026"])).toBe("day-first");
	});
	it("tells month first from a second part above 12", () => {
		expect(inferDayOrder(["13:57, 6/2/2026", "13:57, 6/15/2026"])).toBe("month-first");
	});
	it("knows nothing when no part is above 12", () => {
		expect(inferDayOrder(["10:38, 10/07/2026", "10:38, 1/2/2026"])).toBeNull();
	});
	it("knows nothing when the dates contradict each other", () => {
		expect(inferDayOrder(["10:38, 15/07/2026", "10:38, 07/15/2026"])).toBeNull();
	});
	it("learns nothing from dates that begin with the year", () => {
		expect(inferDayOrder(["10:38, 2026/07/15", "10:38, 2026-12-31"])).toBeNull();
	});
});
