import { describe, expect, it } from "vitest";
import { readExtraFields } from "@/lib/crm/read-extra";

const valueFor = (name: string, raw: unknown, currency?: string) =>
	readExtraFields({ [name]: raw }, currency)[0]?.value;

describe("a field the contract does not name", () => {
	it.each([
		["vip", true, { kind: "boolean", boolean: true }],
		["vip", false, { kind: "boolean", boolean: false }],
		["loyaltyPoints", 120, { kind: "number", number: 120 }],
		["loyaltyPoints", 0, { kind: "number", number: 0 }],
		["creditBalance", 12.5, { kind: "money", amount: 12.5, currency: "EUR" }],
		["saldo", 3, { kind: "money", amount: 3, currency: "EUR" }],
		["lastVisitAt", 1772618400, { kind: "date", date: "2026-03-04T10:00:00.000Z" }],
		["lastVisitAt", 5, { kind: "number", number: 5 }],
		["points", 1772618400, { kind: "number", number: 1772618400 }],
		["birthday", "1988-05-14", { kind: "date", date: "1988-05-14" }],
		["whatever", "2026-03-04T10:00:00Z", { kind: "date", date: "2026-03-04T10:00:00.000Z" }],
		["loyaltyCard", "1772618400", { kind: "text", text: "1772618400" }],
		["note", " tall ", { kind: "text", text: "tall" }],
		["file", "https://x.example/a.pdf", { kind: "link", url: "https://x.example/a.pdf" }],
		["file", "javascript:alert(1)", { kind: "text", text: "javascript:alert(1)" }],
		["debt", { amount: "12,50", currency: "USD" }, { kind: "money", amount: 12.5, currency: "USD" }],
		[
			"sizes",
			["S", 4, null],
			{
				kind: "list",
				values: [
					{ kind: "text", text: "S" },
					{ kind: "number", number: 4 },
				],
			},
		],
		[
			"store",
			{ city: "Madrid", none: null },
			{ kind: "fields", fields: [{ name: "city", value: { kind: "text", text: "Madrid" } }] },
		],
	])("%s: %j is shown as %j", (name, raw, value) => {
		expect(valueFor(name, raw, "EUR")).toEqual(value);
	});

	it.each([null, undefined, "", [], {}, [null, ""], { a: null, b: { c: "" } }])(
		"is left out when there is nothing in it: %j",
		(raw) => {
			expect(valueFor("x", raw)).toBeUndefined();
		},
	);

	it("keeps what an amount has besides its currency", () => {
		expect(valueFor("debt", { amount: 5, currency: "USD", due: "2026-03-04" })).toMatchObject({
			kind: "fields",
			fields: [{ name: "amount" }, { name: "currency" }, { name: "due" }],
		});
	});

	it("is written as JSON once it is nested deeper than anybody reads", () => {
		const deep = { a: { b: { c: { d: { e: { f: 1 } } } } } };
		expect(JSON.stringify(readExtraFields(deep))).toContain(JSON.stringify('{"f":1}').slice(1, -1));
	});

	it("keeps the CRM's order", () => {
		expect(readExtraFields({ z: 1, a: 2, m: 3 }).map(({ name }) => name)).toEqual(["z", "a", "m"]);
	});
});
