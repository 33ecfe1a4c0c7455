import { type CountryCode, findPhoneNumbersInText } from "libphonenumber-js/min";

export type FoundPhone = { phone: string };
export function findPhones(
	text: string,
	{ regions, own }: { regions: readonly string[]; own: readonly string[] },
): FoundPhone[] {
	return findPhoneNumbersInText(text.replace("wa.me/", "+"), {
		defaultCountry: regions[0] as CountryCode | undefined,
	})
		.map(({ number }) => ({ phone: number.number as string }))
		.filter(({ phone }) => !own.includes(phone));
}
