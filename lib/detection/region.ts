import {
	type CountryCode,
	getCountryCallingCode,
	isSupportedCountry,
	parsePhoneNumberFromString,
} from "libphonenumber-js/min";

/** How national numbers are read: an ISO country where it is known, else the country calling code. */
export type Region =
	| { country: CountryCode; callingCode: string }
	| { country?: undefined; callingCode: string };

/** Asked for with every message: what a region is called by is looked up in the library once. */
const known = new Map<string, Region>();

/** Reads `ES`, `es`, `34` or `+34`. Undefined for anything else. */
export function readRegion(text: string): Region | undefined {
	const region = known.get(text) ?? parseRegion(text.trim().toUpperCase());
	if (region) known.set(text, region);
	return region;
}

function parseRegion(text: string): Region | undefined {
	if (isSupportedCountry(text)) return { country: text, callingCode: getCountryCallingCode(text) };
	const callingCode = /^\+?([1-9]\d{0,2})$/.exec(text)?.[1];
	return callingCode === undefined ? undefined : { callingCode };
}

/** The region of a number in E.164, as `readRegion` reads it: the country, or the calling code several share. */
export function regionOf(phone: string): string | undefined {
	const parsed = parsePhoneNumberFromString(phone);
	return parsed?.country ?? parsed?.countryCallingCode;
}
