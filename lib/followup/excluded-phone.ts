import { type Phone, readPhone } from "@/lib/contacts/phone";
import { parseDialled, parseInternational } from "@/lib/detection/parse-number";
import { readRegion } from "@/lib/detection/region";

/** Of fewer digits without a `+` too many are somebody's in another country. */
const fewestDigits = 11;

/** A name in brackets behind a number. */
const note = /\s*\([^()]*\p{L}[^()]*\)\s*$/u;
/** What is copied from a link or from a chat's id: the group is digits with their country. */
const notations = [
	/^tel:\s*\+?([\d ().-]+)$/i,
	/^(?:https?:\/\/)?wa\.me\/\+?(\d+)(?:[/?].*)?$/i,
	/^(?:https?:\/\/)?(?:api|web)\.whatsapp\.com\/send\/?\?phone=\+?(\d+)(?:&.*)?$/i,
	/^\+?(\d+)@(?:c\.us|s\.whatsapp\.net)$/i,
];

/**
 * Reads a number as somebody writes or copies it who wants it left out: international, a `tel:` or `wa.me` link, a chat's
 * id, or digits alone that hold their country; a name may stand behind it. Null for anything else, also for a national one.
 */
export function readExcludedPhone(text: string): Phone | null {
	const written = text.replace(note, "").trim();
	const international = readPhone(written);
	if (international) return international;
	for (const notation of notations) {
		const digits = notation.exec(written)?.[1]?.replace(/\D/g, "");
		if (digits) return known(digits.replace(/^00/, ""));
	}
	const digits = written.replace(/[ ().-]/g, "");
	return /^\d+$/.test(digits) && digits.length >= fewestDigits ? known(digits) : null;
}

/** The number that may be meant by one that cannot be read: as dialled in a region (`ES`, `+34`), or with a `+`. */
export function perhapsMeant(text: string, region: string): Phone | null {
	const digits = text.replace(note, "").replace(/\D/g, "");
	const there = readRegion(region);
	const dialled = there && parseDialled(digits, [digits.length], [there]);
	return dialled ? readPhone(dialled.phone) : known(digits);
}

function known(digits: string): Phone | null {
	const parsed = parseInternational(digits);
	return parsed && readPhone(parsed.phone);
}
