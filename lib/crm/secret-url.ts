import { masked } from "./auth-field";
import { isSecretText, secretName } from "./secret-name";

/**
 * An address with its secrets masked: the values of query entries whose name says that they are one, and who signs in by
 * it. Everything else is as it was, to the character; it may hold placeholders, or be no address at all.
 */
export function maskUrl(url: string): string {
	const shown = url.replace(/^(\s*[a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, `$1${masked}@`);
	return mapQuery(shown, (name, value) => (isSecretText(name, value) ? masked : value));
}

/** The stored values of an address in the place of masked ones; `missing` is told the name of each that is not stored. */
export function keepUrl(url: string, stored: string | undefined, missing: (name: string) => void): string {
	const known = new Map<string, string[]>();
	if (stored !== undefined)
		mapQuery(stored, (name, value) => {
			// One that is shown as it is, no masked one stands for.
			if (isSecretText(name, value) || !secretName.test(name))
				known.set(name, [...(known.get(name) ?? []), value]);
			return value;
		});
	return mapQuery(url, (name, value) => {
		if (decoded(value) !== masked) return value;
		// A name may stand there more than once.
		const kept = known.get(name)?.shift();
		if (kept === undefined) missing(name);
		return kept ?? value;
	});
}

/** The address without its masked query entries. */
export const withoutMaskedQuery = (url: string): string =>
	mapQuery(url, (_, value) => (decoded(value) === masked ? undefined : value));

/** Gives each query entry another value, or leaves it out; what is not changed stays as it is written. */
function mapQuery(url: string, change: (name: string, value: string) => string | undefined): string {
	const [, address = "", query = "", rest = ""] = /^([^?#]*)(?:\?([^#]*))?(.*)$/s.exec(url) ?? [];
	if (query === "") return url;
	const entries = query.split("&").flatMap((entry) => {
		const at = entry.indexOf("=");
		if (at === -1) return [entry];
		const value = change(decoded(entry.slice(0, at)), entry.slice(at + 1));
		return value === undefined ? [] : [`${entry.slice(0, at)}=${value}`];
	});
	return `${address}${entries.length > 0 ? `?${entries.join("&")}` : ""}${rest}`;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll("+", " "));
	} catch {
		return text;
	}
}
