import { expect, it, vi } from "vitest";
import { paletteGroups } from "@/components/palette/entries";
import type { SearchResult } from "@/lib/crm/read-results-answer";

// The names of messages stand for their texts.
vi.mock("#i18n", () => ({ i18n: { t: (key: string) => key } }));

const result = (fields: Partial<SearchResult>): SearchResult => ({ more: [], ...fields });
const nobody = { customers: [], deliveries: [] };

it("groups results by type in the CRM's order, those without one together", () => {
	const groups = paletteGroups("zzz", nobody, [
		result({ type: "order", title: "#1" }),
		result({ title: "What?" }),
		result({ type: "customer", title: "Lucía" }),
		result({ type: "order", title: "#2" }),
	]);
	expect(groups.map(({ entries }) => entries.map(({ title }) => title))).toEqual([
		["#1", "#2"],
		["What?"],
		["Lucía"],
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
	const groups = paletteGroups("zzz", { customers: [{ name: "Lucía", phone: "+34600" }], deliveries: [] }, [
		same,
		same,
	]);
	expect(groups[0]?.entries[0]).toMatchObject({ title: "Lucía", action: { kind: "copy", text: "+34600" } });
	const keys = groups.flatMap(({ key, entries }) => [key, ...entries.map((entry) => entry.key)]);
	expect(new Set(keys).size).toBe(keys.length);
	for (const key of keys) expect(key).not.toMatch(/\s/);
});
