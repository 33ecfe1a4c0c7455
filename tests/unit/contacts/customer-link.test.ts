import { describe, expect, it } from "vitest";
import {
	type CustomerLink,
	decide,
	type IdentityRecord,
	knownOf,
	questionAbout,
	questionOf,
	saysNothing,
} from "@/lib/contacts/customer-link";
import type { Identity } from "@/lib/contacts/identity";
import { identityKeys } from "@/lib/contacts/identity-key";

const phone = "+34612345678";
const other = "+34655555555";
const contact: Identity = {
	kind: "contact",
	name: "Ana",
	phone,
	phoneDisplay: "+34 612 34 56 78",
	source: "page",
	chatId: "987:3@lid",
	relatedPhones: [],
};
const unidentified: Identity = { kind: "unidentified", name: "@Nora.Designs", chatId: "987@lid" };
const empty: IdentityRecord = { key: `phone:${phone}`, rejected: [] };
const customer = { customerId: "7", customerName: "Ana", phones: [other] };
const link: CustomerLink = { ...customer, at: 5, by: "hand" };

describe("the keys of somebody", () => {
	it("are the phone and the LID, without its device", () => {
		expect(identityKeys(contact)).toEqual([`phone:${phone}`, "lid:987@lid"]);
	});

	it("are the LID alone where the number is not known", () => {
		expect(identityKeys(unidentified)).toEqual(["lid:987@lid"]);
	});

	it("are the username only where nothing surer is known", () => {
		expect(identityKeys({ kind: "unidentified", name: "@Nora.Designs" })).toEqual(["username:@nora.designs"]);
		expect(identityKeys({ ...contact, name: "@nora", chatId: undefined })).toEqual([`phone:${phone}`]);
	});

	it.each<Identity>([
		{ kind: "unidentified", name: "Ana López" },
		{ kind: "unidentified", name: "@ a market stall" },
		{ kind: "unidentified", name: "Ana", chatId: "34612345678@c.us" },
		{ kind: "identifying", name: "@nora" },
		{ kind: "group", name: "@nora" },
		{ kind: "none" },
	])("do not exist for %j: two people can have the same name", (identity) => {
		expect(identityKeys(identity)).toEqual([]);
	});
});

describe("a decision", () => {
	it("links, and ends an earlier no to that customer", () => {
		expect(decide({ ...empty, rejected: ["7", "8"] }, { do: "link", customer }, { at: 5 })).toEqual({
			...empty,
			rejected: ["8"],
			link,
		});
	});

	it("replaces a link by another", () => {
		const linked = decide(
			{ ...empty, link },
			{ do: "link", customer: { customerId: "8", phones: [] } },
			{ at: 9 },
		);
		expect(linked.link).toEqual({ customerId: "8", phones: [], at: 9, by: "hand" });
	});

	it("unlinks without a word on who it is", () => {
		expect(decide({ ...empty, link }, { do: "unlink" }, { at: 9 })).toEqual(empty);
	});

	it("that undoes a link made by itself is a no: it must not come back by itself", () => {
		const matched = { ...empty, link: { ...link, by: "phone-match" as const } };
		expect(decide(matched, { do: "unlink" }, { at: 9 })).toEqual({ ...empty, rejected: ["7"] });
	});

	it("says once that it is not somebody, and ends a link to just them", () => {
		const no = { do: "reject", customerId: "7" } as const;
		expect(decide({ ...empty, rejected: ["7"] }, no, { at: 9 })).toEqual({ ...empty, rejected: ["7"] });
		expect(decide({ ...empty, link }, no, { at: 9 })).toEqual({ ...empty, rejected: ["7"] });
		const elsewhere = { ...empty, link: { ...link, customerId: "8" } };
		expect(decide(elsewhere, no, { at: 9 })).toEqual({ ...elsewhere, rejected: ["7"] });
	});

	it("takes a no back", () => {
		expect(decide({ ...empty, rejected: ["7"] }, { do: "accept", customerId: "7" }, { at: 9 })).toEqual(
			empty,
		);
	});

	it("that leaves nothing to remember leaves no record", () => {
		expect(saysNothing(empty)).toBe(true);
		expect(saysNothing({ ...empty, link })).toBe(false);
		expect(saysNothing({ ...empty, rejected: ["7"] })).toBe(false);
		expect(saysNothing({ ...empty, phoneSearch: { at: 1, endpoint: "", claimants: [] } })).toBe(false);
	});
});

describe("what is known of somebody with several keys", () => {
	const lid: IdentityRecord = { key: "lid:987@lid", rejected: [] };

	it("is a link made by hand before one made by itself, however new", () => {
		const byItself = { ...lid, link: { ...link, customerId: "8", at: 99, by: "phone-match" as const } };
		expect(knownOf([byItself, { ...empty, link }]).link).toEqual(link);
	});

	it("is the newest of two links made by hand", () => {
		const newer = { ...link, customerId: "8", at: 9 };
		expect(
			knownOf([
				{ ...empty, link },
				{ ...lid, link: newer },
			]).link,
		).toEqual(newer);
	});

	it("is every no, but for one to the linked customer", () => {
		expect(
			knownOf([
				{ ...empty, rejected: ["1", "7"] },
				{ ...lid, rejected: ["1", "2"], link },
			]).rejected,
		).toEqual(["1", "2"]);
	});

	it("is who claims the number, as long as nobody is linked", () => {
		const claimed = {
			...empty,
			phoneSearch: { at: 1, endpoint: "", claimants: [{ tags: [], phones: [], differs: [] }] },
		};
		expect(knownOf([claimed]).claimants).toHaveLength(1);
		expect(knownOf([claimed, { ...lid, link }]).claimants).toEqual([]);
	});
});

describe("the question to the CRM", () => {
	it("is the number, as before there were links", () => {
		expect(questionOf(contact, null, [])).toEqual({ phone, relatedPhones: [] });
	});

	it("has the customer's id and other numbers once linked, each once", () => {
		const siblings: IdentityRecord[] = [
			{ key: `phone:${phone}`, rejected: [], link },
			{ key: "phone:+34611111111", rejected: [], link },
			{ key: "lid:1@lid", rejected: [], link: { ...link, phones: ["+34622222222"] } },
		];
		expect(questionOf(contact, link, siblings)).toEqual({
			phone,
			relatedPhones: [other, "+34611111111", "+34622222222"],
			customerId: "7",
			linkedPhone: other,
		});
	});

	it("goes by a number of the linked customer where the contact's is unknown", () => {
		expect(questionOf(unidentified, link, [])).toEqual({
			phone: other,
			relatedPhones: [],
			customerId: "7",
			linkedPhone: other,
		});
	});

	it("has a number that was only read as the customer's, and claims it for nobody", () => {
		const read = { ...link, phones: [], askBy: other };
		expect(questionOf(unidentified, read, [])).toEqual({
			relatedPhones: [],
			customerId: "7",
			linkedPhone: other,
		});
		expect(questionOf(contact, read, [])).toEqual({
			phone,
			relatedPhones: [],
			customerId: "7",
			linkedPhone: other,
		});
	});

	it("is the same about a customer nobody is linked to yet", () => {
		expect(questionAbout({ customerId: "7", phones: [], askBy: "612345678" })).toEqual(
			questionOf(unidentified, { ...link, phones: [], askBy: "612345678" }, []),
		);
		expect(questionAbout(customer)).toEqual(questionOf(unidentified, link, []));
	});

	it("goes by the id alone where no number is known at all", () => {
		expect(questionOf(unidentified, { ...link, phones: [] }, [])).toEqual({
			relatedPhones: [],
			customerId: "7",
		});
	});

	it("does not exist for somebody unknown, a group, or no chat", () => {
		expect(questionOf(unidentified, null, [])).toBeNull();
		expect(questionOf({ kind: "group", name: "" }, link, [])).toBeNull();
		expect(questionOf({ kind: "none" }, null, [])).toBeNull();
	});

	it("stays within bounds for a customer who stands for everybody", () => {
		const siblings = Array.from(
			{ length: 100 },
			(_, index): IdentityRecord => ({ key: `phone:+3460000${1000 + index}`, rejected: [], link }),
		);
		expect(questionOf(contact, link, siblings)?.relatedPhones).toHaveLength(20);
	});
});
