import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFormat, formatLocale } from "@/components/format/locale";

const now = new Date(2026, 2, 4, 9).getTime();
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Intl writes spaces that look the same in several ways. */
const plain = (text: string) => text.replace(/\s/g, " ");

describe("formatLocale", () => {
	it.each([
		["es-MX", "es", "es-MX"],
		["en-GB", "en", "en-GB"],
		["pt-BR", "pt-BR", "pt-BR"],
		["pt-PT", "pt-BR", "pt-PT"],
		["fr-FR", "en", "en"],
	])("writes as %s with texts in %s like %s", (browser, texts, locale) => {
		expect(formatLocale(browser, texts)).toBe(locale);
	});
});

describe("money", () => {
	const english = createFormat("en");

	it.each([
		[1234.5, "EUR", "€1,234.50"],
		[-5, "USD", "-$5.00"],
		[1234, "JPY", "¥1,234"],
		[0, "EUR", "€0.00"],
	])("%d %s is %s", (amount, currency, text) => {
		expect(english.money(amount, currency)).toBe(text);
	});

	it("is written as the locale does", () => {
		expect(plain(createFormat("es").money(1234.5, "EUR"))).toBe("1234,50 €");
		expect(plain(createFormat("pt-BR").money(1234.5, "BRL"))).toBe("R$ 1.234,50");
	});

	it.each([undefined, ""])("without a currency (%j) is a number", (currency) => {
		expect(english.money(1234.567, currency)).toBe("1,234.57");
	});

	it.each(["€", "points", "eur"])("in something that is no currency code keeps its name: %j", (currency) => {
		expect(english.money(5, currency)).toBe(`5 ${currency}`);
	});

	it.each([
		[999.5, "€999.50"],
		[1234.5, "€1,235"],
		[-1234.4, "-€1,234"],
	])("%d in brief is %s", (amount, text) => {
		expect(english.money(amount, "EUR", { brief: true })).toBe(text);
		expect(english.money(5.5, "EUR")).toBe("€5.50");
	});

	it("never fails, whatever the currency is called", () => {
		fc.assert(
			fc.property(
				fc.double(),
				fc.oneof(fc.string(), fc.stringMatching(/^[A-Z]{3}$/)),
				(amount, currency) => english.money(amount, currency) !== "",
			),
		);
	});
});

describe("dates", () => {
	const english = createFormat("en");

	it("of a day are that day everywhere, with the time only where one is known", () => {
		expect(english.date("2026-03-04")).toBe("Mar 4, 2026");
		expect(english.moment("2026-03-04")).toBe("Mar 4, 2026");
		const moment = new Date(2026, 2, 4, 15, 30).toISOString();
		expect(english.date(moment)).toBe("Mar 4, 2026");
		expect(plain(english.moment(moment))).toBe("Mar 4, 2026, 3:30 PM");
	});

	it("are shortened for charts", () => {
		const date = new Date(2026, 2, 4);
		expect([english.month(date), english.monthAndYear(date), english.year(date)]).toEqual([
			"Mar",
			"Mar 2026",
			"2026",
		]);
	});

	it.each([
		[0, "this minute"],
		[29_000, "this minute"],
		[minute, "1 minute ago"],
		[59 * minute, "59 minutes ago"],
		[hour, "1 hour ago"],
		[23 * hour, "23 hours ago"],
		[day, "yesterday"],
		[44 * day, "44 days ago"],
		[45 * day, "last month"],
		[300 * day, "10 months ago"],
		[600 * day, "2 years ago"],
		[-60 * day, "in 2 months"],
		[-3 * hour, "in 3 hours"],
	])("%d ms ago are told as %j", (elapsed, text) => {
		expect(english.ago(now - elapsed, now)).toBe(text);
	});

	it.each([
		[new Date(2026, 2, 4, 8).toISOString(), "today"],
		["2026-03-04", "today"],
		[new Date(2026, 2, 3, 23).toISOString(), "yesterday"],
		["2026-03-05", "tomorrow"],
		["2026-02-20", "12 days ago"],
		["2025-12-04", "3 months ago"],
	])("%s counts by the calendar: %j", (date, text) => {
		expect(english.dayAgo(date, now)).toBe(text);
	});
});
