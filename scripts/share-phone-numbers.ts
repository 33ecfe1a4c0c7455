import type { InlineConfig, Plugin } from "vite";

/**
 * Has the pages take phone numbers from the worker's part for them (scripts/worker-parts.ts): the tables of all countries
 * are a thirtieth of the package, and would be in it twice.
 */
export function sharePhoneNumbers(entrypoints: readonly { type: string }[], config: InlineConfig): void {
	if (entrypoints.some(({ type }) => type === "options")) config.plugins = [fromPart, config.plugins];
}

const fromPart: Plugin = {
	name: "share-phone-numbers",
	apply: "build",
	enforce: "pre",
	resolveId: (source) => (source === "libphonenumber-js/min" ? "\0phone-numbers" : undefined),
	load: (id) => (id === "\0phone-numbers" ? taken : undefined),
};

const taken = `
const script = document.createElement("script");
script.src = "/part-phone-numbers.js";
await new Promise((resolve, reject) => {
	script.onload = resolve;
	script.onerror = () => reject(new Error("part-phone-numbers.js cannot be loaded."));
	document.head.append(script);
});
export const { getCountries, getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } = partPhoneNumbers;
`;
