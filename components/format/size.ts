const units = ["byte", "kilobyte", "megabyte"] as const;

/** A number of bytes as people write it: `830 byte`, `12 kB`, `1.4 MB`. */
export function sizeText(bytes: number, locale: string): string {
	const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
	return new Intl.NumberFormat(locale, {
		style: "unit",
		unit: units[step],
		unitDisplay: step === 0 ? "long" : "short",
		maximumFractionDigits: step === 2 ? 1 : 0,
	}).format(bytes / 1_000 ** step);
}
