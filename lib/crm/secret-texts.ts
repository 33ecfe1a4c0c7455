import { masked } from "./auth-field";

/**
 * Names of fields whose text is taken for a secret wherever it stands, so that a misspelt field keeps none either, and
 * no header that was to be a credential.
 */
export const secretName =
	/secret|token|passw|passphrase|credential|authorization|bearer|api[-_]?key|private[-_]?key/i;

type Texts = Readonly<Record<string, string>>;

/** What of a request may hold a secret under a name that says so: fixed headers and query entries. */
export type WithTexts = { headers?: Texts; query?: Texts };

/** A request whose texts may hold secrets, and those after it. */
export type WithSteps = WithTexts & { steps?: readonly (WithTexts & { url: string })[] };

/** A request with the texts masked whose name says that they are a secret. A placeholder alone holds none. */
export function maskTexts<T extends WithSteps>(request: T): T {
	const { headers, query, steps } = request;
	if (!headers && !query && !steps) return request;
	return {
		...request,
		...(headers && { headers: maskedTexts(headers) }),
		...(query && { query: maskedTexts(query) }),
		...(steps && { steps: steps.map((step) => maskTexts(step)) }),
	};
}

const maskedTexts = (texts: Texts): Record<string, string> =>
	Object.fromEntries(
		Object.entries(texts).map(([name, text]) => [
			name,
			secretName.test(name) && text !== "" && !/^\{[^{}]+\}$/.test(text) ? masked : text,
		]),
	);

/**
 * The request with the stored texts in the place of masked ones; `missing` is told the name of each that is not stored.
 * A step's are those of the stored step at the same address, or in the same place.
 */
export function keepTexts<T extends WithSteps>(
	request: T,
	stored: WithSteps | undefined,
	missing: (name: string) => void,
): T {
	const { headers, query, steps } = request;
	if (!headers && !query && !steps) return request;
	const kept = (texts: Texts, known: Texts = {}) =>
		Object.fromEntries(
			Object.entries(texts).map(([name, text]) => {
				if (text !== masked) return [name, text];
				const own = Object.hasOwn(known, name) ? known[name] : undefined;
				if (own === undefined) missing(name);
				return [name, own ?? text];
			}),
		);
	return {
		...request,
		...(headers && { headers: kept(headers, stored?.headers) }),
		...(query && { query: kept(query, stored?.query) }),
		...(steps && {
			steps: steps.map((step, index) =>
				keepTexts(
					step,
					stored?.steps?.find(({ url }) => url === step.url) ?? stored?.steps?.[index],
					missing,
				),
			),
		}),
	};
}

/** The request without its masked texts. */
export function withoutMaskedTexts<T extends WithSteps>(request: T): T {
	const { headers, query, steps } = request;
	if (!headers && !query && !steps) return request;
	const others = (texts: Texts) =>
		Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== masked));
	return {
		...request,
		...(headers && { headers: others(headers) }),
		...(query && { query: others(query) }),
		...(steps && { steps: steps.map((step) => withoutMaskedTexts(step)) }),
	};
}
