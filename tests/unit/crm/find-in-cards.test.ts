import { expect, it } from "vitest";
import { findInCards } from "@/lib/crm/find-in-cards";
import { readCustomerAnswer } from "@/lib/crm/read-customer-answer";

function card(fetchedAt: number, ...customers: Record<string, unknown>[]) {
	const read = readCustomerAnswer({ found: true, customers });
	if (!read.ok) throw new Error(read.failure);
	return { key: `card ${fetchedAt}`, answer: read.value, fetchedAt };
}

const lucia = { name: "Lucía Fernández", phone: "+34 612 345 678", email: "lucia@example.com" };
const marco = { name: "Marco Bianchi", orders: [{ name: "#1003" }] };
const cards = [card(1, marco), card(2, lucia, { email: "only@example.com" }), card(3, lucia)];
const names = (query: string) => findInCards(cards, query, 5).map(({ name }) => name);

it.each([
	["a name without its accents", "fernandez luci", ["Lucía Fernández"]],
	["a number, however its digits are grouped", "+34612345678", ["Lucía Fernández"]],
	["a part of a number with spaces in it", "612 345", ["Lucía Fernández"]],
	["an e-mail", "@example.com", ["Lucía Fernández", "only@example.com"]],
	["an order", "1003", ["Marco Bianchi"]],
	["nobody", "unicorn", []],
])("finds %s", (_case, query, found) => {
	expect(names(query)).toEqual(found);
});

it("tells of which card they are, and which of its customers", () => {
	const found = findInCards(cards, "example.com", 5).map(({ card }) => card);
	expect(found).toEqual([
		{ key: "card 3", place: 0 },
		{ key: "card 2", place: 1 },
	]);
});

it("shows those fetched last first, each once, and no more than asked for", () => {
	expect(names("a")).toEqual(["Lucía Fernández", "only@example.com", "Marco Bianchi"]);
	expect(findInCards(cards, "a", 1)).toEqual([
		{
			name: "Lucía Fernández",
			phone: "+34 612 345 678",
			email: "lucia@example.com",
			card: { key: "card 3", place: 0 },
		},
	]);
});
