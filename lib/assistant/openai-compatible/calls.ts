import { isObject } from "@/lib/core/is-object";
import type { ModelCall } from "../model";

type Slot = { index: number | undefined; id: string; name: string; text: string };

/** The calls of an answer, put together from the pieces they come in. */
export type CallPieces = {
	/** Takes the `tool_calls` of one piece, or of a whole message. */
	take(pieces: unknown): void;
	/** The calls so far, in the order they began. A call without an id gets one. */
	calls(): ModelCall[];
};

/**
 * Puts calls together by their `index`, as OpenAI sends them. Servers differ: some leave the index out or send 0 for
 * each, some send no id or an empty one, some a whole call at once, and some the arguments as an object.
 */
export function createCallPieces(randomId: () => string): CallPieces {
	const slots: Slot[] = [];

	function slotOf(index: number | undefined, id: string, name: string): Slot {
		const candidate =
			index === undefined ? withoutIndex(id, name) : slots.findLast((one) => one.index === index);
		const isAnother =
			candidate !== undefined &&
			((id !== "" && candidate.id !== "" && id !== candidate.id) ||
				(name !== "" && candidate.name !== "" && name !== candidate.name));
		if (candidate && !isAnother) return candidate;
		const slot = { index, id: "", name: "", text: "" };
		slots.push(slot);
		return slot;
	}

	function withoutIndex(id: string, name: string): Slot | undefined {
		if (id !== "") return slots.find((one) => one.id === id);
		// A name begins a call; what has neither goes on with the last.
		return name === "" ? slots.at(-1) : undefined;
	}

	return {
		take(pieces) {
			for (const piece of Array.isArray(pieces) ? pieces : []) {
				if (!isObject(piece)) continue;
				const called = isObject(piece.function) ? piece.function : {};
				const [id, name] = [textOf(piece.id), textOf(called.name)];
				const slot = slotOf(typeof piece.index === "number" ? piece.index : undefined, id, name);
				slot.id ||= id;
				slot.name ||= name;
				slot.text += argumentsOf(called.arguments);
			}
		},
		calls: () =>
			slots.map(({ id, name, text }) => ({
				id: id || randomId(),
				name,
				// A function without arguments is often called with nothing at all.
				arguments: text.trim() === "" ? "{}" : text,
			})),
	};
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const argumentsOf = (value: unknown): string => (isObject(value) ? JSON.stringify(value) : textOf(value));
