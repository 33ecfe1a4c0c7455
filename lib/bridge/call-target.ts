import { isObject } from "@/lib/core/is-object";
import { parseJson } from "@/lib/core/json";
import { originOf } from "@/lib/core/origin-of";
import type { ToolCall } from "@/lib/tools/tool";
import { oneLine } from "./client";

/** In characters. */
const longestTarget = 100;

/** What a call is about, in a word or a few, such as the type of an endpoint; undefined where its arguments say nothing. */
export function callTarget({ name, arguments: given = {} }: ToolCall): string | undefined {
	const target = texts(wordsOf(name, given)).map(oneLine).join(", ");
	return target.length > longestTarget ? `${target.slice(0, longestTarget - 1)}…` : target || undefined;
}

function wordsOf(name: string, given: Record<string, unknown>): unknown[] {
	switch (name) {
		case "update_crm_endpoints":
			return [field(given.add_crm_endpoint, "type"), given.remove_crm_endpoint];
		case "test_crm_endpoint":
		case "reset_crm_errors":
			return [given.type];
		case "update_custom_functions":
			return [given.remove_function, ...functionNames(given.add_function)];
		case "configure_webhooks":
			return Object.keys(given).filter((key) => key.startsWith("webhook_"));
		case "test_webhook":
			return [originOf(given.webhook_url)];
		default:
			return [];
	}
}

/** `add_function` comes in several forms: one or a list, as they are or wrapped, and each of that as a text. */
function functionNames(given: unknown): unknown[] {
	if (typeof given === "string") {
		const parsed = parseJson(given);
		return parsed.ok && typeof parsed.value !== "string" ? functionNames(parsed.value) : [];
	}
	if (Array.isArray(given)) return given.flatMap(functionNames);
	return [field(given, "name") ?? field(field(given, "function"), "name")];
}

const field = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

const texts = (words: unknown[]): string[] =>
	words.filter((word): word is string => typeof word === "string" && word !== "");
