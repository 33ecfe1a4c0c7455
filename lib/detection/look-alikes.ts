import { type DigitGroup, digitsOf, shapeOf } from "./digit-groups";

/**
 * Whether these digits are a card's: grouped as on cards, or one run as long as a card's with a right check digit
 * (ISO/IEC 7812). Other groups may be two phone numbers, of which one pair in ten has that digit by chance.
 */
export function isCard(groups: readonly DigitGroup[]): boolean {
	const digits = digitsOf(groups);
	if (digits.length < 14 || digits.length > 19) return false;
	const shape = shapeOf(groups).join("-");
	if (/^4-4-4-4(?:-[123])?$/.test(shape) || shape === "4-6-5" || shape === "4-6-4") return true;
	return groups.length === 1 && /^[2-6]/.test(digits) && hasLuhnDigit(digits);
}

function hasLuhnDigit(digits: string): boolean {
	let sum = 0;
	for (let place = 0; place < digits.length; place++) {
		const digit = Number(digits[digits.length - 1 - place]);
		const doubled = place % 2 === 1 ? digit * 2 : digit;
		sum += doubled > 9 ? doubled - 9 : doubled;
	}
	return sum % 10 === 0;
}

/** Whether the groups are an IPv4 address (or a version number like one): four with dots, none above 255. */
export function isIpAddress(groups: readonly DigitGroup[]): boolean {
	return (
		groups.length === 4 &&
		groups.every(({ separator }, index) => index === 0 || separator === ".") &&
		groups.every(({ digits }) => Number(digits) <= 255 && /^(?:0|[1-9]\d*)$/.test(digits))
	);
}

/** Whether the groups are a day without separators: `20260312` or `12032026`. */
export function isCompactDate(groups: readonly DigitGroup[]): boolean {
	const digits = groups.length === 1 ? digitsOf(groups) : "";
	const parts =
		/^(?<year>20[0-3]\d)(?<month>\d\d)(?<day>\d\d)$/.exec(digits) ??
		/^(?<day>\d\d)(?<month>\d\d)(?<year>20[0-3]\d)$/.exec(digits);
	const month = Number(parts?.groups?.month ?? 0);
	const day = Number(parts?.groups?.day ?? 0);
	return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
