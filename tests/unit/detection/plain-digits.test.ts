import { expect, it } from "vitest";
import { plainDigits } from "@/lib/detection/plain-digits";

// Algorithmic and traditional systems (Roman, Han) have no set of ten decimal digits.
const systems = Intl.supportedValuesOf("numberingSystem").flatMap((system) => {
	const digits = new Intl.NumberFormat("en", { numberingSystem: system, useGrouping: false }).format(
		9876543210,
	);
	return /^\p{Nd}{10}$/u.test(digits) ? [[system, digits] as const] : [];
});

it.each(systems)("reads the digits of %s", (_system, digits) => {
	expect(plainDigits(digits).text).toBe("9876543210");
});

it("knows a good number of systems", () => {
	expect(systems.length).toBeGreaterThan(40);
});

it("leaves a text of ASCII as it is", () => {
	const { text, originalRange } = plainDigits("tel +34 612-345.678\n");
	expect(text).toBe("tel +34 612-345.678\n");
	expect(originalRange(4, 19)).toEqual({ offset: 4, length: 15 });
});

it("writes spaces, dashes, dots, brackets and plus as the keyboard has them and leaves marks out", () => {
	expect(plainDigits("\u202a＋34\u00a0（612）\u2011345\u00b7678\u202c\u2212\u3000é").text).toBe(
		"+34 (612)-345.678- é",
	);
});

it("finds its way back over marks and characters of two units", () => {
	const original = "😀\u200e𝟞1\u200e2😀";
	const { text, originalRange } = plainDigits(original);
	expect(text).toBe("😀612😀");
	const { offset, length } = originalRange(2, 5);
	expect(original.slice(offset, offset + length)).toBe("𝟞1\u200e2");
});
