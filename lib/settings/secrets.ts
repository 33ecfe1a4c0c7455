import { isObject } from "@/lib/core/is-object";
import { originOf } from "@/lib/core/origin-of";
import { fail, ok, type Result } from "@/lib/core/result";
import { masked } from "@/lib/crm/auth-field";
import { maskAuth } from "@/lib/crm/authenticate";
import type { Auth } from "@/lib/crm/endpoint";
import { keepTexts, maskTexts, type WithSteps } from "@/lib/crm/secret-texts";
import { keepUrl, maskUrl } from "@/lib/crm/secret-url";
import { canonicalJson, type SettingsChange } from "./items";

/** A value with credentials: a CRM endpoint, or a custom function, whose URL is called `endpoint`. */
export type WithAuth = WithSteps & { auth?: Auth };

const hasAuth = (value: unknown): value is { auth: Auth } =>
	typeof value === "object" && value !== null && "auth" in value && value.auth !== undefined;

/** Items that are a secret as a whole. */
const secretItems = ["webhook.secret", "assistant.api_key"];

/** One item of the settings (lib/settings/items) with its secrets masked. */
export function maskItem(path: string, value: unknown): unknown {
	if (secretItems.includes(path)) return value ? masked : value;
	if (path === "assistant.headers") return maskHeaders(value as Record<string, string>);
	if (path === "webhook.url") return typeof value === "string" ? maskUrl(value) : value;
	const item = isObject(value) && hasTexts(path) ? maskTexts(value) : value;
	return hasAuth(item) ? { ...item, auth: maskAuth(item.auth) } : item;
}

/** The items that are requests. */
const hasTexts = (path: string) => /^(crm_endpoints|custom_functions)\./.test(path);

const maskHeaders = (headers: Record<string, string>): Record<string, string> =>
	Object.fromEntries(Object.keys(headers).map((name) => [name, masked]));

/** A change as it can be shown and logged. */
export type MaskedChange = SettingsChange & {
	/** The secret itself is another, although both sides look alike. */
	secretChanged?: true;
	/** The same of fields of it beside `auth`, by their names. */
	secretFields?: string[];
};

/** Changes with every secret masked; a change of nothing but a secret is marked as one. */
export function maskChanges(changes: readonly SettingsChange[]): MaskedChange[] {
	return changes.map(({ path, before, after }) => {
		const change = {
			path,
			...(before !== undefined && { before: maskItem(path, before) }),
			...(after !== undefined && { after: maskItem(path, after) }),
		};
		const [from, to] = [secretsOf(path, before), secretsOf(path, after)];
		const looksAlike = path === "webhook.url" && before !== after && change.before === change.after;
		const secretChanged =
			looksAlike || (from !== undefined && to !== undefined && canonicalJson(from) !== canonicalJson(to));
		const fields = secretFieldsOf(path, before, after);
		return {
			...change,
			...(secretChanged && { secretChanged: true as const }),
			...(fields.length > 0 && { secretFields: fields }),
		};
	});
}

/** The fields beside `auth` that look alike once they are masked, and are not. */
function secretFieldsOf(path: string, before: unknown, after: unknown): string[] {
	if (!hasTexts(path) || !isObject(before) || !isObject(after)) return [];
	const isOther = (one: unknown, other: unknown, field: string) =>
		canonicalJson((one as Record<string, unknown>)[field]) !==
		canonicalJson((other as Record<string, unknown>)[field]);
	const [from, to] = [maskItem(path, before), maskItem(path, after)];
	return Object.keys(after).filter(
		(field) => field !== "auth" && isOther(before, after, field) && !isOther(from, to, field),
	);
}

function secretsOf(path: string, value: unknown): unknown {
	if (secretItems.includes(path)) return value || undefined;
	if (path === "assistant.headers") return value;
	return hasAuth(value) ? value.auth.fields : undefined;
}

/** The credentials that would have to be typed again, by their names. */
export type SecretsMissing = { reason: "secrets-missing"; fields: string[] };

/**
 * Puts the stored credentials in the place of masked ones, so that what a tool or a page read can be written back.
 * They are kept for the same server only: a secret must not follow a changed address to another one. Where `stored` has
 * no such sign-in, the first of `others` that has it gives its own.
 */
export function keepSecrets<T extends WithAuth>(
	value: T,
	stored?: WithAuth,
	others: readonly WithAuth[] = [],
): Result<T, SecretsMissing> {
	const isOfServer = (other: WithAuth | undefined) => other && serverOf(other) === serverOf(value);
	const isSameServer = isOfServer(stored);
	const missing: string[] = [];
	const complete = keepAuth(
		keepTexts(value, isSameServer ? stored : undefined, (name) => missing.push(name)),
		[stored, ...others].filter(isOfServer),
		missing,
	);
	return missing.length > 0
		? fail({ reason: "secrets-missing", fields: [...new Set(missing)] })
		: ok(complete);
}

/** The same of an address alone. */
export function keepUrlSecrets(url: string, stored: string): Result<string, SecretsMissing> {
	const isSameServer = stored !== "" && originOf(stored) === originOf(url);
	const missing: string[] = [];
	const complete = keepUrl(url, isSameServer ? stored : undefined, (name) => missing.push(name));
	return missing.length > 0
		? fail({ reason: "secrets-missing", fields: [...new Set(missing)] })
		: ok(complete);
}

function keepAuth<T extends WithAuth>(
	value: T,
	stored: readonly (WithAuth | undefined)[],
	missing: string[],
): T {
	const { auth } = value;
	const wanted = Object.entries(auth?.fields ?? {}).filter(([, field]) => field === masked);
	if (!auth || wanted.length === 0) return value;
	const alike = stored.flatMap((one) => (one?.auth?.type === auth.type ? [one.auth] : []));
	const hasAll = ({ fields }: Auth) => wanted.every(([name]) => fields[name] !== undefined);
	const known = (alike.find(hasAll) ?? alike[0])?.fields ?? {};
	missing.push(...wanted.map(([name]) => name).filter((name) => known[name] === undefined));
	const kept = Object.fromEntries(wanted.map(([name]) => [name, known[name] ?? ""]));
	return { ...value, auth: { ...auth, fields: { ...auth.fields, ...kept } } };
}

/** What to do about missing credentials, in a sentence. */
export function secretsMissingSentence({ fields }: SecretsMissing): string {
	return `Type ${fields.map((name) => `"${name}"`).join(", ")} again: a masked value stands for the stored one, and there is none for this server and kind of sign-in.`;
}

const serverOf = ({ url, endpoint }: WithAuth): string | undefined => originOf(url ?? endpoint);
