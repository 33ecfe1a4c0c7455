import { describe, expect, it } from "vitest";
import { hasWrittenSince } from "@/lib/assistant/written-since";
import type { Message, MessageDirection } from "@/lib/whatsapp/facts";

const message = (id: string, direction: MessageDirection = "incoming"): Message => ({
	id,
	direction,
	directionFrom: "tail",
	text: "x",
	author: null,
	rawTime: null,
	time: null,
});
const known = new Set(["1", "2"]);

describe("a customer", () => {
	it.each<[string, Message[]]>([
		["a message came", [message("1"), message("2"), message("3")]],
		["the agent answered to it already", [message("2"), message("3"), message("4", "outgoing")]],
	])("has written since when %s", (_what, messages) => {
		expect(hasWrittenSince(messages, known)).toBe(true);
	});

	it.each<[string, Message[]]>([
		["nothing came", [message("1"), message("2")]],
		["the agent wrote", [message("2"), message("3", "outgoing")]],
		["nobody knows who wrote", [message("2"), message("3", "unknown")]],
		["older messages were loaded", [message("0"), message("1"), message("2")]],
		["the newest is not loaded any more", [message("0"), message("1")]],
		["no message is one that was there", [message("7"), message("8")]],
		["there are none", []],
	])("has not when %s", (_what, messages) => {
		expect(hasWrittenSince(messages, known)).toBe(false);
	});
});
