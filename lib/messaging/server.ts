import { createAllowance } from "./allowance";
import { type MessageInput, type MessageOutput, type MessageSender, onMessage } from "./client";
import { type HandledMessage, type Rule, rules, type Sender } from "./rules";

/**
 * Registers the background's handler of a message. Refuses, before the handler sees anything, a sender the rule does
 * not name, data that does not fit, and more of it than a tab may send. `tabId` is the sending tab; -1 for a page outside the tabs.
 */
export function handle<Name extends HandledMessage>(
	name: Name,
	handler: (
		data: MessageInput<Name>,
		sender: { tabId: number },
	) => MessageOutput<Name> | Promise<MessageOutput<Name>>,
): void {
	const { from, input, allowance, weight } = rules[name] as unknown as Rule<Name>;
	const mayTake = allowance && createAllowance(allowance, () => performance.now());
	onMessage(name, (data, sender) => {
		const kind = classify(sender);
		if (!kind || !from.includes(kind))
			throw new Error(`The message "${name}" is not taken from this sender.`);
		const parsed = input.safeParse(data);
		if (!parsed.success) throw new Error(`The message "${name}" does not fit: ${parsed.error.message}`);
		const tabId = sender.tab?.id ?? -1;
		if (mayTake && !mayTake(tabId, weight?.(parsed.data) ?? 1))
			throw new Error(`The message "${name}" comes too often.`);
		return handler(parsed.data, { tabId });
	});
}

const whatsappUrl = "https://web.whatsapp.com/";

function classify({ id, url, tab, frameId }: MessageSender): Sender | null {
	if (id !== chrome.runtime.id) return null;
	if (url?.startsWith(chrome.runtime.getURL(""))) return "extension-page";
	return tab && frameId === 0 && url?.startsWith(whatsappUrl) ? "content-script" : null;
}
