/** The country codes of one and two digits (ITU-T E.164, list of assigned codes); all others have three. */
const shortCountryCode = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** The digits of a number: `+34 612…` → `34612…`. */
export const digitsOf = (phone: string): string => phone.replace(/\D/g, "");

/**
 * The digits of an E.164 number without its country code, as CRMs of one country keep it: `+34612345678` → `612345678`.
 * Without a trunk prefix: `+447911123456` → `7911123456`. Digits of a number without `+` have none to take away.
 */
export function nationalDigits(phone: string): string {
	const digits = digitsOf(phone);
	if (!phone.startsWith("+")) return digits;
	return digits.slice(shortCountryCode.exec(digits)?.[0].length ?? 3);
}
