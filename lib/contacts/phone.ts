import { parsePhoneNumberFromString } from "libphonenumber-js/min";

export type Phone = {
	/** E.164, e.g. `+34612345678`. */
	e164: string;
	/** As people write it internationally, e.g. `+34 612 34 56 78`. */
	display: string;
};

/** Invisible marks and odd spaces that WhatsApp puts around numbers. */
const marks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g;
/** Hyphens and dashes that look like the one on the keyboard. */
const dashes = /[\u2010-\u2015]/g;

/**
 * Reads a text that is, as a whole, one international phone number (`+…` or `00…`). Null for anything else, also for
 * a national number: guessing its country could show a stranger's orders.
 */
export function readPhone(text: string): Phone | null {
	const clean = text.replace(marks, "").replace(dashes, "-").replace(/\s/g, " ").trim();
	if (!/^(\+|00)[\d ().-]{6,25}$/.test(clean)) return null;
	const digits = clean.replace(/\D/g, "").replace(clean.startsWith("00") ? /^00/ : /^/, "");
	return fromDigits(digits);
}

/** The phone in the digits of a WhatsApp phone id. Null when no country has such a number. */
export function fromDigits(digits: string): Phone | null {
	const parsed = parsePhoneNumberFromString(`+${withoutMexicanMobileDigit(digits)}`);
	if (!parsed?.isPossible()) return null;
	return { e164: parsed.number, display: parsed.formatInternational() };
}

/** WhatsApp and people still write Mexican mobiles with the `1` that Mexico abolished in 2019: 521 + ten digits. */
export function withoutMexicanMobileDigit(digits: string): string {
	return /^521\d{10}$/.test(digits) ? `52${digits.slice(3)}` : digits;
}
