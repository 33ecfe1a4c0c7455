import { type MessageInput, type MessageOutput, type MessageSender, onMessage } from "./client";
import { type HandledMessage, rules, type Sender } from "./rules";

/**
 * Registers the background's handler of a message. Refuses, before the handler sees anything, a sender the rule does
 * not name and data that does not fit. `tabId` is the sending tab; -1 for a page outside the tabs.
 */
export function handle<Name extends HandledMessage>(
	name: Name,
	handler: (
		data: MessageInput<Name>,
		sender: { tabId: number },
	) => MessageOutput<Name> | Promise<MessageOutput<Name>>,
): void {
	const { from, input } = rules[name];
	onMessage(name, (data, sender) => {
		const kind = classify(sender);
		if (!kind || !(from as readonly Sender[]).includes(kind))
			throw new Error(`The message "${name}" is not taken from this sender.`);
		const parsed = input.safeParse(data);
		if (!parsed.success) throw new Error(`The message "${name}" does not fit: ${parsed.error.message}`);
		return handler(parsed.data as MessageInput<Name>, { tabId: sender.tab?.id ?? -1 });
	});
}

const whatsappUrl = "https://web.whatsapp.com/";

function classify({ id, url, tab, frameId }: MessageSender): Sender | null {
	if (id !== chrome.runtime.id) return null;
	if (url?.startsWith(chrome.runtime.getURL(""))) return "extension-page";
	return tab && frameId === 0 && url?.startsWith(whatsappUrl) ? "content-script" : null;
}
