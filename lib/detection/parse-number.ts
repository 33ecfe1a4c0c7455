import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { withoutMexicanMobileDigit } from "@/lib/contacts/phone";
import type { Region } from "./region";

/** A number that libphonenumber holds for valid, and whether its country was written with it. */
export type ParsedNumber = { phone: string; how: "international" | "national" };

/** The longest number with its country code (ITU-T E.164). */
const mostDigits = 15;

/** Reads the digits behind a `+`, or of a `wa.me` link. Null when no country has such a number. */
export function parseInternational(digits: string): ParsedNumber | null {
	if (digits.length > mostDigits || digits.startsWith("0")) return null;
	const parsed = parsePhoneNumberFromString(`+${withoutMexicanMobileDigit(digits)}`, { extract: false });
	return parsed?.isValid() ? { phone: parsed.number, how: "international" } : null;
}

/**
 * Reads digits without a `+`: `00` and a country everywhere, else as somebody in one of the regions would dial them, the
 * first region that has such a number. `groups` is how many digits stood together.
 */
export function parseDialled(
	digits: string,
	groups: readonly number[],
	regions: readonly Region[],
): ParsedNumber | null {
	if (digits.startsWith("00")) {
		const international = parseInternational(digits.slice(2));
		if (international) return international;
	}
	if (digits.length > mostDigits + 3) return null;
	for (const { country, callingCode } of regions) {
		const dialled = callingCode === "52" ? withoutMexicanMobileDigit(digits) : digits;
		const parsed = parsePhoneNumberFromString(dialled, {
			extract: false,
			...(country ? { defaultCountry: country } : { defaultCallingCode: callingCode }),
		});
		if (!parsed?.isValid()) continue;
		if (parsed.countryCallingCode !== callingCode) return { phone: parsed.number, how: "international" };
		if (callingCode === "1" && !isNorthAmericanGrouping(groups)) continue;
		return { phone: parsed.number, how: "national" };
	}
	return null;
}

/**
 * North America writes its numbers in one way only, and half of all ten digits make one: without this, `20 25 30 35 40`
 * would be somebody in Washington.
 */
function isNorthAmericanGrouping(groups: readonly number[]): boolean {
	const [first, ...rest] = groups;
	const shape = (first === 1 ? rest : groups).join("-");
	return ["10", "11", "3-7", "6-4", "3-3-4", "3-3-2-2"].includes(shape);
}
