import { describe, expect, it } from "vitest";
import { type Effects, effectsHash, nothing } from "@/lib/bridge/effects";

const call = { name: "update_crm_endpoints", arguments: { remove_crm_endpoint: "search_Products" } };
const change = { path: "crm_endpoints.search_Products", before: { url: "https://x.example", token: "t-1" } };
const effects: Effects = {
	changes: [change],
	requests: [{ method: "GET", url: "https://x.example/a" }],
	shown: [{ method: "GET", url: "https://x.example/a" }],
	resets: [{ type: "globalSearch", errors: 3 }],
};

describe("what an approval is bound to", () => {
	it("is the same for the same call with the same effects, however its arguments are ordered", async () => {
		const [one, other] = [
			{ name: "test", arguments: { a: 1, b: { c: 2, d: 3 } } },
			{ name: "test", arguments: { b: { d: 3, c: 2 }, a: 1 } },
		];
		expect(await effectsHash(one, effects)).toBe(await effectsHash(other, { ...effects }));
	});

	it.each<[string, typeof call | { name: string; arguments: object }, Effects]>([
		["the tool", { ...call, name: "update_custom_functions" }, effects],
		["an argument", { ...call, arguments: { remove_crm_endpoint: "globalSearch" } }, effects],
		["one argument more", { ...call, arguments: { ...call.arguments, x: 1 } }, effects],
		["what is changed", call, { ...effects, changes: [] }],
		[
			"a secret that looks alike",
			call,
			{ ...effects, changes: [{ ...change, before: { ...change.before, token: "t-2" } }] },
		],
		[
			"where something is sent",
			call,
			{ ...effects, requests: [{ method: "GET", url: "https://y.example/a" }] },
		],
		["whose errors are forgotten", call, { ...effects, resets: [{ type: "search_Products", errors: 3 }] }],
		["whether anything is done at all", call, nothing],
	])("is another when %s is another", async (_, otherCall, otherEffects) => {
		expect(await effectsHash(otherCall as typeof call, otherEffects)).not.toBe(
			await effectsHash(call, effects),
		);
	});

	it("is the same while errors are counted on, which nobody is asked about", async () => {
		const more: Effects = { ...effects, resets: [{ type: "globalSearch", errors: 4 }] };
		expect(await effectsHash(call, more)).toBe(await effectsHash(call, effects));
	});
});
