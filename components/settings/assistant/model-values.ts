import { i18n } from "#i18n";
import { authFieldText } from "@/components/connect/auth-field-text";
import { failureText } from "@/components/customer/failure-text";
import type { ModelPreset } from "@/lib/assistant/presets";
import type { Assistant } from "@/lib/assistant/settings";
import { originOf } from "@/lib/core/origin-of";
import { masked } from "@/lib/crm/auth-field";
import { readEndpointUrl } from "@/lib/crm/endpoint-url";

/** What the form of the model holds. */
export type ModelValues = Pick<
	Assistant,
	"provider" | "preset" | "base_url" | "api_key" | "model" | "headers" | "streaming" | "functions"
>;

export const valuesOf = ({
	provider,
	preset,
	base_url,
	api_key,
	model,
	headers,
	streaming,
	functions,
}: Assistant): ModelValues => ({
	provider,
	preset,
	base_url,
	api_key,
	model,
	headers,
	streaming,
	functions,
});

/** The values as they are sent: without spaces around them, and secrets of no other server than they were typed for. */
export const submitted = (values: ModelValues): ModelValues => ({
	...values,
	base_url: values.base_url.trim(),
	api_key: values.api_key.trim(),
	model: values.model.trim(),
});

/** The same as they come back from where they are stored. */
export const asStored = (values: ModelValues): ModelValues => ({
	...values,
	api_key: values.api_key === "" ? "" : masked,
	headers: Object.fromEntries(Object.keys(values.headers).map((name) => [name, masked])),
});

/** What choosing a preset changes; a key or a model of another server is none of this one. */
export function chosen(
	preset: ModelPreset | undefined,
	values: ModelValues,
	stored: Assistant,
): Partial<ModelValues> {
	if (!preset) return { preset: "" };
	const same = preset.base_url === stored.base_url;
	return {
		preset: preset.id,
		base_url: preset.base_url,
		api_key: same ? stored.api_key : "",
		headers: same ? stored.headers : {},
		model: same ? stored.model : preset.base_url === values.base_url ? values.model : "",
	};
}

type Problem = true | string;

export function urlProblem(url: string): Problem {
	if (url.trim() === "") return i18n.t("connect.required");
	const read = readEndpointUrl(url);
	return read.ok || failureText(read.failure).text;
}

/** A masked key is the stored one, which goes to its own server only. */
export function keyProblem(key: string, url: string, stored: Assistant): Problem {
	if (key === masked) return isSameServer(url, stored) || i18n.t("assistantSettings.key.again");
	return authFieldText("header", "Authorization", key.trim());
}

export function headersProblem(headers: Assistant["headers"], url: string, stored: Assistant): Problem {
	for (const [name, value] of Object.entries(headers)) {
		const problem = authFieldText("header", name, value);
		if (problem !== true) return problem;
		if (value === masked && !isSameServer(url, stored)) return i18n.t("assistantSettings.headers.again");
	}
	return true;
}

const isSameServer = (url: string, { base_url }: Assistant): boolean => originOf(url) === originOf(base_url);
