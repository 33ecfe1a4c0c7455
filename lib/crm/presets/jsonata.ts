/**
 * `$isPhone(text)`: whether a number in the CRM is the one asked for, for searches that find parts of numbers too. One
 * with its country code (`+`, `00` or bare) has to be the same; one without it is taken for the same national number.
 */
export const isPhone = String.raw`
	$isPhone := function($text) { (
		$digits := $replace($replace($string($text), /[^0-9]/, ""), /^0+/, "");
		$missing := $length($phone_digits) - $length($digits);
		$digits = $phone_digits or (
			$not($contains($string($text), /^\s*(\+|00)/)) and $missing in [1..3]
			and $length($digits) >= 6 and $substring($phone_digits, $missing) = $digits
		)
	) };`;

/** `$text(value)`: the value, or nothing where the CRM writes `false`, null or an empty text for nothing. */
export const text = `
	$text := function($value) { $value in [false, null, ""] ? undefined : $value };`;

/** Statements and a last expression as one JSONata expression. */
export const block = (...parts: string[]): string =>
	`(${parts.map((part) => part.trim().replace(/;?$/, ";")).join("\n")})`;
