import fc from "fast-check";
import { findPhoneNumbersInText, isValidPhoneNumber } from "libphonenumber-js/min";
import { describe, expect, it } from "vitest";
import { findPhones } from "@/lib/detection/find-phones";
import { mayHoldPhone } from "@/lib/detection/first-pass";
import { corpusRegion, messagesWithPhones } from "@/tests/fixtures/messages-with-phones";

const ours = (text: string) => findPhones(text, { regions: [corpusRegion] }).map(({ phone }) => phone);
const theirs = (text: string) => [
	...new Set(findPhoneNumbersInText(text, corpusRegion).map(({ number }) => String(number.number))),
];

describe("a mixed corpus", () => {
	const corpus = messagesWithPhones(4_000, 7);

	it("has messages with and without numbers, the same in every run", () => {
		const withPhones = corpus.filter(({ phones }) => phones.length > 0).length;
		expect(withPhones).toBeGreaterThan(40);
		expect(withPhones).toBeLessThan(160);
		expect(messagesWithPhones(4_000, 7)).toEqual(corpus);
		expect(messagesWithPhones(4_000, 8)).not.toEqual(corpus);
	});

	it("has the same numbers for both", () => {
		for (const { text, phones } of corpus) {
			expect([text, ours(text)]).toEqual([text, phones]);
			expect([text, theirs(text)]).toEqual([text, phones]);
		}
	});

	it("is turned away by the first pass where it holds no digits enough, and never where it holds a phone", () => {
		const held = corpus.filter(({ text }) => mayHoldPhone(text));
		expect(held.length).toBeLessThan(corpus.length / 20);
		expect(corpus.filter(({ phones }) => phones.length > 0).every(({ text }) => mayHoldPhone(text))).toBe(
			true,
		);
	});
});

describe("differs on purpose", () => {
	it.each([
		["an order number", "pedido nº 612345678"],
		["a tracking number", "guía 612345678"],
		["an amount", "precio 612.345.678"],
		["a tax id by its name", "NIF 612345678"],
		["an address of the net", "https://shop.example/p/612345678"],
		["an IP address", "91.123.45.67"],
		["an account number", "conta 612345678"],
	])("leaves out %s, which libphonenumber finds", (_what, text) => {
		expect(theirs(text)).not.toEqual([]);
		expect(ours(text)).toEqual([]);
	});

	it.each([
		["Devanagari digits", "+९१ ९८७६५ ४३२१०", "+919876543210"],
		["mathematical digits", "+𝟛𝟜 𝟞𝟙𝟚 𝟛𝟜𝟝 𝟞𝟟𝟠", "+34612345678"],
		["bidi marks inside", "+34\u200e612\u200e345\u200e678", "+34612345678"],
		["a WhatsApp link to another country", "wa.me/5511912345678", "+5511912345678"],
		["a number with an amount behind it", "+34 612 345 678 50 €", "+34612345678"],
		["two numbers with spaces alone", "612 345 678 600 111 222", "+34612345678,+34600111222"],
	])("finds %s, which libphonenumber does not", (_what, text, phones) => {
		expect(theirs(text).join()).not.toBe(phones);
		expect(ours(text).join()).toBe(phones);
	});

	it("leaves out the user's own number", () => {
		expect(theirs("612345678")).toEqual(["+34612345678"]);
		expect(findPhones("612345678", { regions: ["ES"], ownPhones: ["+34612345678"] })).toEqual([]);
	});
});

describe("any text", () => {
	const phoneLike = fc.array(fc.constantFrom(..."0123456789 +-.()/#:x,٣६３\u200e\n€@aé".split("")), {
		maxLength: 60,
	});
	const texts = fc.oneof(
		fc.string({ unit: "binary", maxLength: 80 }),
		phoneLike.map((characters) => characters.join("")),
		fc
			.tuple(fc.constantFrom("tel:", "wa.me/", "api.whatsapp.com/send?phone=", "pedido "), phoneLike)
			.map(([prefix, characters]) => prefix + characters.join("")),
	);

	it("is read without throwing, into valid numbers that stand where they are said to", () => {
		fc.assert(
			fc.property(texts, fc.constantFrom("ES", "US", "49", ""), (text, region) => {
				const found = findPhones(text, { regions: [region] });
				let end = 0;
				for (const { phone, offset, length } of found) {
					expect(isValidPhoneNumber(phone)).toBe(true);
					expect(phone).toMatch(/^\+[1-9]\d{5,14}$/);
					expect(offset).toBeGreaterThanOrEqual(end);
					expect(length).toBeGreaterThanOrEqual(7);
					end = offset + length;
					expect(end).toBeLessThanOrEqual(text.length);
				}
				expect(new Set(found.map(({ phone }) => phone)).size).toBe(found.length);
				if (found.length > 0) expect(mayHoldPhone(text)).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});

	it("with a number in it, however it is separated, has that number", () => {
		const words = fc.constantFrom(
			"hola",
			"gracias, luego hablamos:",
			"😀",
			"my mum",
			"chama a Rita",
			"\n",
			"te paso",
		);
		const phones = fc.constantFrom(
			"+34612345678",
			"+14155552671",
			"+5511912345678",
			"+442079460958",
			"+525512345678",
		);
		const separators = fc.array(fc.constantFrom("", " ", "-", ".", "\u00a0", "\u202f", "\u200e", "\u2011"), {
			minLength: 15,
			maxLength: 15,
		});
		const digits = fc.constantFrom("0", "٠", "۰", "०", "０");
		fc.assert(
			fc.property(words, words, phones, separators, digits, (first, last, phone, between, zero) => {
				const written = Array.from(phone.slice(1), (digit, index) => {
					const separator = index === 0 ? "" : (between[index] ?? "");
					return separator + String.fromCharCode(zero.charCodeAt(0) + Number(digit));
				});
				const text = `${first} +${written.join("")} ${last}`;
				expect(findPhones(text).map((found) => found.phone)).toEqual([phone]);
			}),
			{ numRuns: 500 },
		);
	});
});
