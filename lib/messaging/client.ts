import { errorText } from "@/lib/core/error-text";
import type { Protocol } from "./protocol";

// Written on the browser's own messages: the content script must stay small, and the polyfill with a messaging
// library would be a third of it (docs/decisions/0004-messages.md).

export type MessageName = keyof Protocol;
export type MessageInput<Name extends MessageName> =
	Parameters<Protocol[Name]> extends [infer Input] ? Input : undefined;
export type MessageOutput<Name extends MessageName> = ReturnType<Protocol[Name]>;
export type MessageSender = chrome.runtime.MessageSender;

type Envelope = { message: MessageName; data: unknown };
type Reply = { value: unknown } | { error: string };
type Handler = (data: unknown, sender: MessageSender) => unknown;

type SendArguments<Name extends MessageName> =
	MessageInput<Name> extends undefined
		? [data?: undefined, tabId?: number]
		: [data: MessageInput<Name>, tabId?: number];

/**
 * Sends a message to the background, or to the content script of a tab, and gives its answer. Rejects when nobody
 * listens there, and with the receiver's message when it refused.
 */
export async function sendMessage<Name extends MessageName>(
	name: Name,
	...[data, tabId]: SendArguments<Name>
): Promise<MessageOutput<Name>> {
	const envelope: Envelope = { message: name, data };
	const reply: Reply | undefined =
		tabId === undefined
			? await chrome.runtime.sendMessage(envelope)
			: await chrome.tabs.sendMessage(tabId, envelope, { frameId: 0 });
	if (!reply) throw new Error(`Nobody answered the message "${name}".`);
	if ("error" in reply) throw new Error(reply.error);
	return reply.value as MessageOutput<Name>;
}

const handlers = new Map<MessageName, Handler>();

/** Answers a message in this context. The background uses `handle` (server.ts), which checks sender and data first. */
export function onMessage<Name extends MessageName>(
	name: Name,
	handler: (
		data: MessageInput<Name>,
		sender: MessageSender,
	) => MessageOutput<Name> | Promise<MessageOutput<Name>>,
): void {
	if (handlers.size === 0) chrome.runtime.onMessage.addListener(receive);
	handlers.set(name, handler as Handler);
}

function receive(envelope: unknown, sender: MessageSender, respond: (reply: Reply) => void): boolean {
	const { message, data } = (envelope ?? {}) as Partial<Envelope>;
	const handler = message && handlers.get(message);
	if (!handler) return false;
	Promise.resolve()
		.then(() => handler(data, sender))
		.then(
			(value) => respond({ value }),
			(error: unknown) => respond({ error: errorText(error) }),
		);
	// Tells the browser that the answer comes later.
	return true;
}
