import { isObject } from "@/lib/core/is-object";
import type { Result } from "@/lib/core/result";
import type { EndpointType } from "./endpoint-type";
import type { UnreadableDetail } from "./failure";
import { holdsNothing } from "./holds-nothing";
import { type EndpointAnswer, readAnswer } from "./read-answer";

/**
 * Reads what a mapping made of an answer; undefined when it found nothing, which is an answer as well. The frame of
 * an answer may be left out: a list, or one object, is taken for the customers, products or results themselves, because
 * JSONata makes no difference between a thing and a list of one.
 */
export const readMappedAnswer = (
	type: EndpointType,
	mapped: unknown,
): Result<EndpointAnswer, UnreadableDetail> => readAnswer(type, framed(type, mapped));

function framed(type: EndpointType, mapped: unknown): unknown {
	switch (type) {
		case "sidePanel_CustomerInfo":
		case "sidePanel_CustomerFindToJoin":
			return asCustomers(mapped);
		case "ai_CustomerInitialInfo":
			return mapped ?? { found: false };
		case "search_Products":
			return asList("products", mapped);
		case "globalSearch":
			return asList("results", mapped);
	}
}

function asCustomers(mapped: unknown): unknown {
	if (holdsNothing(mapped)) return { found: false };
	if (Array.isArray(mapped)) return { customers: mapped.filter((customer) => !holdsNothing(customer)) };
	if (!isObject(mapped)) return mapped;
	const { found, customer, customers } = mapped;
	if (found !== undefined) return mapped;
	if (customer === undefined && customers === undefined) return { customer: mapped };
	return holdsNothing(customer) && holdsNothing(customers) ? { ...mapped, found: false } : mapped;
}

function asList(name: string, mapped: unknown): unknown {
	if (holdsNothing(mapped)) return { [name]: [] };
	if (isObject(mapped) && !(name in mapped)) return { [name]: [mapped] };
	return isObject(mapped) && holdsNothing(mapped[name]) ? { ...mapped, [name]: [] } : mapped;
}
