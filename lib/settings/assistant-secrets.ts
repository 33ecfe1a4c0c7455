import type { Assistant } from "@/lib/assistant/settings";
import { originOf } from "@/lib/core/origin-of";
import { fail, ok, type Result } from "@/lib/core/result";
import { masked } from "@/lib/crm/auth-field";
import { maskItem, type SecretsMissing } from "./secrets";

/** What is set about the assistant, with key and header values masked. */
export const maskAssistant = (assistant: Assistant): Assistant => ({
	...assistant,
	api_key: maskItem("assistant.api_key", assistant.api_key) as string,
	headers: maskItem("assistant.headers", assistant.headers) as Assistant["headers"],
});

/**
 * Puts the stored key and header values in the place of masked ones, for the same server only: neither must follow a
 * changed base URL to another one. What is missing is named as the user knows it, `api_key` or the header.
 */
export function keepAssistantSecrets(value: Assistant, stored: Assistant): Result<Assistant, SecretsMissing> {
	const sameServer = serverOf(value) === serverOf(stored);
	const missing: string[] = [];
	const keep = (name: string, given: string, known: string | undefined): string => {
		if (given !== masked) return given;
		if (sameServer && known !== undefined && known !== masked) return known;
		missing.push(name);
		return "";
	};
	const kept = {
		...value,
		api_key: keep("api_key", value.api_key, stored.api_key || undefined),
		headers: Object.fromEntries(
			Object.entries(value.headers).map(([name, given]) => [
				name,
				keep(name, given, Object.hasOwn(stored.headers, name) ? stored.headers[name] : undefined),
			]),
		),
	};
	return missing.length === 0 ? ok(kept) : fail({ reason: "secrets-missing", fields: missing });
}

/** The same without those secrets of which nothing is known here, and the items they were missing from. */
export function withoutMissingSecrets(
	value: Assistant,
	stored: Assistant,
): { assistant: Assistant; missing: string[] } {
	const kept = keepAssistantSecrets(value, stored);
	if (kept.ok) return { assistant: kept.value, missing: [] };
	const { fields } = kept.failure;
	const headers = Object.entries(value.headers).filter(([name]) => !fields.includes(name));
	const known = keepAssistantSecrets(
		{
			...value,
			api_key: fields.includes("api_key") ? "" : value.api_key,
			headers: Object.fromEntries(headers),
		},
		stored,
	);
	const missing = [
		...(fields.includes("api_key") ? ["assistant.api_key"] : []),
		...(headers.length < Object.keys(value.headers).length ? ["assistant.headers"] : []),
	];
	return { assistant: known.ok ? known.value : { ...value, api_key: "", headers: {} }, missing };
}

const serverOf = ({ base_url }: Assistant): string => originOf(base_url) ?? base_url;
