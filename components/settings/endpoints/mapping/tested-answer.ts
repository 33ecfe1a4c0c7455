import { isObject } from "@/lib/core/is-object";
import { placeholderValues } from "@/lib/crm/request";
import type { Bindings } from "@/lib/mapping/engine";
import type { EndpointTest, TestedRequest } from "@/lib/tools/test-crm-endpoint";

/** What a mapping would see of a test: the input as JSON text and value, and the parameters. */
export type TestedAnswer = { input: string; value: unknown; bindings: Bindings; hasAnswers: boolean };

type Asked = { test_phone?: string; test_query?: string; steps?: unknown };

/** The answer a test got, as the mapping of its endpoint sees it; undefined when there was none. */
export function testedAnswer(
	asked: Asked | undefined,
	test: EndpointTest | undefined,
): TestedAnswer | undefined {
	const first = test && jsonOf(test);
	if (!asked || first === undefined) return undefined;
	const hasAnswers = asked.steps !== undefined;
	// A step that failed and was optional is null, as it is for the mapping.
	const value = hasAnswers
		? { answers: [first, ...(test?.steps ?? []).map((step) => jsonOf(step) ?? null)] }
		: first;
	return {
		input: JSON.stringify(value),
		value,
		bindings: placeholderValues({ phone: asked.test_phone, query: asked.test_query, limit: 5 }),
		hasAnswers,
	};
}

function jsonOf({ raw, status = 0 }: TestedRequest): unknown {
	if (raw === undefined || status < 200 || status > 299) return undefined;
	try {
		const value: unknown = JSON.parse(raw);
		return isObject(value) || Array.isArray(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
