import { fieldsOf } from "../inbox/foreign-json";
import { call, type DemoModel, say } from "./answer";

/** Calls the first function it is offered, for ever. */
export const loops: DemoModel = ({ functions: [first], messages }) => {
	if (!first) return say("I would call a function, but I was offered none.");
	const round = messages.filter(({ role }) => role === "tool").length + 1;
	const required = Array.isArray(first.parameters.required) ? first.parameters.required : [];
	const properties = fieldsOf(first.parameters.properties);
	return call(
		first.name,
		Object.fromEntries(required.map((name) => [name, someValue(fieldsOf(properties[name]), round)])),
	);
};

/** Something of the type that is asked for. */
function someValue({ type }: Record<string, unknown>, round: number): unknown {
	if (type === "number" || type === "integer") return round;
	if (type === "boolean") return true;
	if (type === "array") return [];
	if (type === "object") return {};
	return `CS-${10_000 + round}`;
}
