import { readPhone } from "@/lib/contacts/phone";
import { parseDialled } from "./parse-number";
import { plainDigits } from "./plain-digits";
import { readRegion, regionOf } from "./region";

export type PhoneInCrmOptions = {
	/** The number of the conversation the customer is searched for, E.164. */
	contact?: string;
	/** The configured region; empty where none is set. */
	region: string;
	/** The user's own numbers, E.164. */
	ownPhones: readonly string[];
};

const fewestDigits = 6;
const written = /[+(]?\d[\d ().-]{4,}\d/;

/**
 * What a customer can be asked for by whose number the CRM writes without its country: E.164, where the conversation's
 * own number, the configured region, one's own numbers or the contact's country tell how it is meant, in this order (a CRM
 * writes as its shop dials, so that the contact's country comes last); else the digits as the CRM has them. Undefined
 * where there is no number in the text. Good to ask a CRM for a customer one knows, and never to tell whose a number is.
 */
export function phoneInCrm(
	text: string,
	{ contact, region, ownPhones }: PhoneInCrmOptions,
): string | undefined {
	const [number = ""] = written.exec(plainDigits(text).text) ?? [];
	const digits = number.replace(/\D/g, "");
	if (digits.length < fewestDigits) return undefined;
	const international = readPhone(number);
	if (international) return international.e164;
	const regions = [region, ...[...ownPhones, contact].map((phone) => phone && regionOf(phone))];
	const readings = [...new Set(regions)]
		.flatMap((one) => (one ? (readRegion(one) ?? []) : []))
		.flatMap((one) => parseDialled(digits, [digits.length], [one])?.phone ?? []);
	return readings.find((phone) => phone === contact) ?? readings[0] ?? digits;
}
