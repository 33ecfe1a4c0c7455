import "fake-indexeddb/auto";
import { beforeEach, expect, it } from "vitest";
import type { IdentityRecord } from "@/lib/contacts/customer-link";
import { foundHere, foundInLink, linkMatcher } from "@/lib/contacts/find-in-links";
import { customerLinks } from "@/lib/platform/customer-links";

const link = {
	customerId: "7",
	customerName: "Nora Vidal",
	phones: ["+34600111222"],
	at: 0,
	by: "hand",
} as const;
const nora: IdentityRecord = { key: "lid:1@lid", rejected: [], link: { ...link, phones: [...link.phones] } };
const unlinked: IdentityRecord = { key: "phone:+34600111222", rejected: ["7"] };

beforeEach(() => customerLinks.clear());

it.each([
	["a name", "vidal nora", true],
	["a part of a number, with spaces", "600 111", true],
	["nobody", "unicorn", false],
])("finds a linked customer by %s", (_case, query, found) => {
	expect(linkMatcher(query)(nora)).toBe(found);
	expect(linkMatcher(query)(unlinked)).toBe(false);
});

it("shows the number the conversation has, else one of the CRM", () => {
	const meant = { customerId: "7", customerName: "Nora Vidal", phones: ["+34600111222"] };
	expect(foundInLink(nora)).toEqual([{ name: "Nora Vidal", phone: "+34600111222", link: meant }]);
	const byNumber = foundInLink({ ...nora, key: "phone:+34699" });
	expect(byNumber).toEqual([{ name: "Nora Vidal", phone: "+34699", link: meant }]);
	expect(foundInLink(unlinked)).toEqual([]);
});

it("shows a customer once of whom a card tells as well", () => {
	const card = { name: "Nora V.", phone: "+34 600 111 222", card: { key: "card", place: 0 } };
	const ana = { name: "Ana", link: { customerId: "8", phones: [] } };
	expect(foundHere([card], [...foundInLink(nora), ana])).toEqual([card, ana]);
});

it("is found among more than are read at once", async () => {
	const many = Array.from({ length: 5_100 }, (_, index) => ({
		...nora,
		key: `phone:+346${String(index).padStart(8, "0")}` as const,
		link: { ...link, phones: [], customerName: `Customer ${index}` },
	}));
	await customerLinks.put(many);
	const found = await customerLinks.find(linkMatcher("customer 5099"), 5);
	expect(found.map(({ key }) => key)).toEqual(["phone:+34600005099"]);
	expect(await customerLinks.find(linkMatcher("customer"), 5)).toHaveLength(5);
});
