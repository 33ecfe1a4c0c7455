import { describe, expect, it, vi } from "vitest";
import { paletteGroups } from "@/components/palette/entries";
import type { SearchResult } from "@/lib/crm/read-results-answer";

// The names of messages stand for their texts.
vi.mock("#i18n", () => ({ i18n: { t: (key: string) => key } }));

const result = (fields: Partial<SearchResult>): SearchResult => ({ more: [], ...fields });
const nobody = { customers: [], deliveries: [] };
const lucia = { name: "Lucía", phone: "+34600", card: { key: "a card", place: 0 } };

it("groups results by type, people first and then in the CRM's order, those without one together", () => {
	const groups = paletteGroups("zzz", nobody, [
		result({ type: "order", title: "#1" }),
		result({ title: "What?" }),
		result({ type: "customer", title: "Lucía" }),
		result({ type: "order", title: "#2" }),
	]);
	expect(groups.map(({ entries }) => entries.map(({ title }) => title))).toEqual([
		["Lucía"],
		["#1", "#2"],
		["What?"],
	]);
});

it("opens what has an address, and copies what has none", () => {
	const [group] = paletteGroups("zzz", nobody, [
		result({ title: "Order", url: "https://crm.example/1" }),
		result({ title: "Note" }),
		result({ id: "7" }),
	]);
	expect(group?.entries.map(({ action }) => action)).toEqual([
		{ kind: "open", url: "https://crm.example/1" },
		{ kind: "copy", text: "Note" },
		{ kind: "copy", text: "7" },
	]);
});

it("has what is known here first, by keys of their own that are fit for an id", () => {
	const same = result({ type: "x y", title: "The same" });
	const groups = paletteGroups("zzz", { customers: [lucia], deliveries: [] }, [same, same]);
	expect(groups[0]?.entries[0]).toMatchObject({
		title: "Lucía",
		action: { kind: "customer", customer: lucia },
	});
	const keys = groups.flatMap(({ key, entries }) => [key, ...entries.map((entry) => entry.key)]);
	expect(new Set(keys).size).toBe(keys.length);
	for (const key of keys) expect(key).not.toMatch(/\s/);
});

describe("settings among what was found", () => {
	const order = [result({ type: "order", title: "#1" }), result({ type: "contact", title: "Ana" })];
	/** The keys of groups in their order; here the name of a setting is the key of its text. */
	const keys = (query: string, customers = [lucia]) =>
		paletteGroups(query, { customers, deliveries: [] }, order).map(({ key }) => decodeURIComponent(key));

	it("come last, behind people and what else the CRM has", () => {
		expect(keys("webhook_secret")).toEqual(["customers", "crm contact", "crm order", "settings"]);
	});

	it("come first when one is called by its whole name", () => {
		expect(keys("settings.find.webhook_secret.title")[0]).toBe("settings");
	});

	it("come first by the beginning of a name, unless it finds a customer who is known here", () => {
		expect(keys("settings.find.webhook_sec", [])).toEqual(["settings", "crm contact", "crm order"]);
		expect(keys("settings.find.webhook_sec")[0]).toBe("customers");
		expect(keys("se", [])[0]).toBe("crm contact");
	});

	it("are what may be moved by the CRM's answer, unless they come first", () => {
		const stays = (query: string) => paletteGroups(query, nobody, []).map(({ key, stays }) => [key, stays]);
		expect(stays("webhook_secret")).toEqual([["settings", false]]);
		expect(stays("settings.find.webhook_sec")).toEqual([["settings", true]]);
	});
});
