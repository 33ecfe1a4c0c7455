import { describe, expect, it } from "vitest";
import { fittingPath } from "@/lib/crm/fitting-path";
import { joinedWith, listBehind, tieField, untieField } from "@/lib/crm/tie-field";
import type { Assignments, Source, SourcePath } from "@/lib/mapping/assignment";

const answer = {
	people: [
		{
			first: "Ana",
			last: "Gil",
			mails: ["a@x.example", "b@x.example"],
			home: { street: "Mayor" },
			purchases: [
				{ ref: "A-1", date: "2026-11-20", amount: 4250, lines: [{ name: "Tea" }] },
				{ ref: "A-2", date: "2026-11-21", amount: 100, lines: [] },
			],
			visits: [{ at: "2026-11-22" }],
			nothing: [],
		},
	],
};
const ana = ["people", 0] as const;
const purchases = [...ana, "purchases"] as const;

const value = (...path: SourcePath): Source => ({ kind: "value", path });
const tie = (known: Assignments, field: string, source: Source) =>
	tieField("sidePanel_CustomerInfo", known, field, source, answer);
const none: Assignments = new Map();

describe("a field that is tied", () => {
	it("stands in the order of the list, and what was named by hand behind it", () => {
		const byHand = new Map([["points", value("points")]]);
		const known = tie(tie(byHand, "email", value("mail")), "name", value("name"));
		expect([...known.keys()]).toEqual(["name", "email", "points"]);
	});

	it("takes the place of what filled it", () => {
		const known = tie(tie(none, "name", value("a")), "name", value("b"));
		expect(known).toEqual(new Map([["name", value("b")]]));
	});

	it("gets another value behind its own", () => {
		const joined = joinedWith(value("first"), ["last"]);
		expect(joined).toEqual({ kind: "joined", paths: [["first"], ["last"]] });
		expect(joinedWith(joined, ["second"])).toEqual({
			kind: "joined",
			paths: [["first"], ["last"], ["second"]],
		});
		expect(joinedWith({ kind: "constant", text: "EUR" }, ["cur"])).toEqual(value("cur"));
	});
});

describe("a list that is tied itself", () => {
	const whole = tie(none, "orders", value(...purchases));

	it("is taken as it is", () => {
		expect(whole).toEqual(new Map([["orders", value(...purchases)]]));
	});

	it("keeps its fields of the same name once one of its fields is tied", () => {
		expect(tie(whole, "orders[].name", value(...purchases, 0, "ref"))).toEqual(
			new Map([
				["orders[].name", value(...purchases, 0, "ref")],
				["orders[].date", value(...purchases, 0, "date")],
				["orders[].amount", value(...purchases, 0, "amount")],
			]),
		);
	});

	it("keeps them in a list inside as well", () => {
		const lines = [...purchases, 0, "lines"] as const;
		const known = tie(
			tie(whole, "orders[].items", value(...lines)),
			"orders[].items[].sku",
			value(...lines, 0, "id"),
		);
		expect([...known.keys()]).toEqual([
			"orders[].date",
			"orders[].amount",
			"orders[].items[].name",
			"orders[].items[].sku",
		]);
	});

	it("changes nothing where its fields come from it already", () => {
		const known = tie(none, "orders[].name", value(...purchases, 0, "ref"));
		expect(tie(known, "orders", value(...purchases))).toEqual(known);
	});

	it("takes the place of fields from another list", () => {
		const known = tie(none, "orders[].name", value(...purchases, 0, "ref"));
		expect(tie(known, "orders", value(...ana, "visits"))).toEqual(
			new Map([["orders", value(...ana, "visits")]]),
		);
	});

	it("is told by its fields", () => {
		const known = new Map([
			["orders[].name", value(...purchases, 0, "ref")],
			["orders[].amount", value(...purchases, 0, "sums", 0)],
			["orders[].items[].name", value(...purchases, 0, "lines", 0, "name")],
		]);
		expect(listBehind(known, "orders")).toEqual(purchases);
		expect(listBehind(known, "orders[].items")).toEqual([...purchases, 0, "lines"]);
		expect(listBehind(known, "abandonedCarts")).toBeUndefined();
		known.set("orders[].date", value(...ana, "visits", 0, "at"));
		expect(listBehind(known, "orders")).toBeUndefined();
	});

	it("is left empty with all its fields", () => {
		const known = new Map([
			["name", value("a")],
			["orders[].name", value("b", 0, "c")],
			["ordersCount", value("d")],
		]);
		expect([...untieField(known, "orders").keys()]).toEqual(["name", "ordersCount"]);
	});
});

describe("what fills a field when somebody points at a value", () => {
	it.each<[string, SourcePath, SourcePath]>([
		["name", [...ana, "first"], [...ana, "first"]],
		["name", [...ana, "missing"], [...ana, "missing"]],
		["email", [...ana, "mails"], [...ana, "mails", 0]],
		["email", [...ana, "mails", 1], [...ana, "mails", 1]],
		["tags", [...ana, "mails"], [...ana, "mails"]],
		["tags", [...ana, "mails", 1], [...ana, "mails"]],
		["orders", purchases, purchases],
		["orders", [...ana, "nothing"], [...ana, "nothing"]],
		["orders", [...purchases, 1, "ref"], purchases],
		["orders[].items", [...purchases, 0, "lines", 0, "name"], [...purchases, 0, "lines"]],
	])("%s by %j", (field, path, expected) => {
		expect(fittingPath(field, path, answer)).toEqual(expected);
	});

	it.each<[string, SourcePath]>([
		["name", [...ana, "home"]],
		["name", purchases],
		["name", [...ana, "nothing"]],
		["tags", purchases],
		["orders", ["total"]],
		["orders", [0, "ref"]],
	])("%s by nothing of %j", (field, path) => {
		expect(fittingPath(field, path, answer)).toBeUndefined();
	});
});
