import { isObject } from "@/lib/core/is-object";
import { parseJson } from "@/lib/core/json";
import { masked } from "@/lib/crm/auth-field";
import { secretName } from "@/lib/crm/secret-name";
import { maskUrl } from "@/lib/crm/secret-url";

/**
 * A tool call or JSON-RPC request as it may be kept: every secret is masked, whether the call was valid or not. A text
 * with JSON in it (`add_function`) is masked inside; one that cannot be read is masked whole.
 */
export function maskedCall(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(maskedCall);
	if (typeof value === "string") return /^\s*[a-z][a-z0-9+.-]*:\/\//i.test(value) ? maskUrl(value) : value;
	return isObject(value) ? mapFields(value, maskedField) : value;
}

function maskedField(name: string, value: unknown): unknown {
	if (name === "auth") return maskedAuth(value);
	// The names in there are a schema's: a parameter called "token" describes a token and is none.
	if (name === "properties" && isObject(value)) return mapFields(value, (_, schema) => maskedCall(schema));
	if (typeof value !== "string" || value === "") return maskedCall(value);
	if (secretName.test(name)) return masked;
	return name === "add_function" ? maskedText(value) : maskedCall(value);
}

/** Everything but how the credentials travel and, as the tools show it too, the name of a user. */
function maskedAuth(auth: unknown): unknown {
	if (!isObject(auth)) return maskedWhole(auth);
	return mapFields(auth, (name, value) => {
		if (name === "type" && typeof value === "string") return value;
		if (auth.type !== "basic" || !isObject(value)) return maskedWhole(value);
		return mapFields(value, (field, inner) => (field === "username" ? inner : maskedWhole(inner)));
	});
}

function maskedWhole(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(maskedWhole);
	if (isObject(value)) return mapFields(value, (_, inner) => maskedWhole(inner));
	// Nothing is no secret: an empty text removes one.
	return value === "" || value === null ? value : masked;
}

function maskedText(text: string): string {
	const parsed = parseJson(text);
	return parsed.ok ? JSON.stringify(maskedCall(parsed.value)) : masked;
}

const mapFields = (value: Record<string, unknown>, change: (name: string, inner: unknown) => unknown) =>
	Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, change(name, inner)]));
