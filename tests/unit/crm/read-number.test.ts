import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumber } from "@/lib/crm/read-number";

const locales = ["en-US", "en-IN", "es-ES", "es-MX", "pt-BR", "de-DE", "de-CH", "fr-FR", "it-IT", "pl-PL"];
const moreLocales = ["nb-NO", "sv-SE", "fi-FI", "da-DK", "he-IL", "cs-CZ", "ja-JP"];

describe("readNumber", () => {
	it.each([
		[1234.5, 1234.5],
		[0, 0],
		["0", 0],
		["-0.00", 0],
		["1234.5", 1234.5],
		["1,234.50", 1234.5],
		["1.234,50 €", 1234.5],
		["1.234,50\u00a0€", 1234.5],
		["1 234,50 kr.", 1234.5],
		["US$1,234.50", 1234.5],
		["B/. 1,234.50", 1234.5],
		["S/1,234.50", 1234.5],
		["1'234.50 CHF", 1234.5],
		["1’234.50", 1234.5],
		["12,34,567.89", 1234567.89],
		["1.234.567", 1234567],
		["1,234,567", 1234567],
		["1,234", 1234],
		["1.234", 1.234],
		["0,125", 0.125],
		["0,5", 0.5],
		[".5", 0.5],
		["$.5", 0.5],
		["-5", -5],
		["\u22125", -5],
		["$-5.00", -5],
		["-$5.00", -5],
		["12.00-", -12],
		["12,00- €", -12],
		["(12.00)", -12],
		["($12.00)", -12],
		["$(12.00)", -12],
	])("reads %j as %d", (text, number) => {
		expect(readNumber(text)).toBe(number);
	});

	it.each([
		"",
		" ",
		"-",
		"€",
		"twelve",
		"12.03.26",
		"10.10.10",
		"192.168.10.20",
		"04/03/2026",
		"2026-03-04",
		"1,2,3",
		"1,234.567,89",
		"1.5.5",
		"5-10",
		"--5",
		"-5-",
		"(5",
		"5)",
		"((5))",
		"1e5",
		"mark6x",
		"$5 €",
		"0x1F",
		"12 apples and 3 pears",
		"NaN",
	])("does not take %j for a number", (text) => {
		expect(readNumber(text)).toBeNull();
	});

	it.each([null, undefined, true, {}, [], [5], Number.NaN, Number.POSITIVE_INFINITY])(
		"does not take %j for a number",
		(value) => {
			expect(readNumber(value)).toBeNull();
		},
	);

	it.each([...locales, ...moreLocales])("reads back what %s writes with two decimals", (locale) => {
		const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
		fc.assert(
			fc.property(fc.integer({ min: -1e11, max: 1e11 }), (cents) => {
				expect(readNumber(format.format(cents / 100))).toBe(cents / 100);
			}),
			{ numRuns: 50 },
		);
	});

	it.each([
		...[...locales, ...moreLocales.slice(0, 6)].map((locale) => [locale, "EUR"] as const),
		["en-US", "USD"],
		["es-MX", "MXN"],
		["pt-BR", "BRL"],
		["de-CH", "CHF"],
		["da-DK", "DKK"],
		["es-PE", "PEN"],
		["en-IN", "INR"],
	] as const)("reads back money as %s writes %s", (locale, currency) => {
		const format = new Intl.NumberFormat(locale, { style: "currency", currency });
		fc.assert(
			fc.property(fc.integer({ min: -1e11, max: 1e11 }), (cents) => {
				expect(readNumber(format.format(cents / 100))).toBe(cents / 100);
			}),
			{ numRuns: 50 },
		);
	});

	it("reads accountants' negative amounts", () => {
		const format = new Intl.NumberFormat("en-US", {
			style: "currency",
			currency: "USD",
			currencySign: "accounting",
		});
		fc.assert(
			fc.property(
				fc.integer({ min: -1e9, max: -1 }),
				(cents) => readNumber(format.format(cents / 100)) === cents / 100,
			),
		);
	});

	it("reads every number JSON can hold as text, and never throws", () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (number) => {
				const text = String(number);
				if (!text.includes("e")) expect(readNumber(text)).toBe(number === 0 ? 0 : number);
			}),
		);
		fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => Number.isFinite(readNumber(text) ?? 0)));
	});

	it("gives a long text up at once", () => {
		const long = 200_000;
		for (const text of [
			"1,".repeat(long),
			"1.000".repeat(long),
			"(".repeat(long),
			"€".repeat(long),
			"-".repeat(long),
			`${"1".repeat(long)}x1`,
		])
			expect(readNumber(text)).toBeNull();
	});
});
