/** A way for open pages of the extension to tell each other something; nothing is kept, and no other page hears it. */
export type PageChannel<Message> = {
	/** Tells all other pages that listen. */
	post(message: Message): void;
	listen(hear: (message: Message) => void, signal: AbortSignal): void;
};

export function pageChannel<Message>(name: string): PageChannel<Message> {
	const open = () => new BroadcastChannel(name);
	return {
		post(message) {
			const channel = open();
			channel.postMessage(message);
			channel.close();
		},
		listen(hear, signal) {
			const channel = open();
			channel.onmessage = ({ data }) => hear(data as Message);
			signal.addEventListener("abort", () => channel.close(), { once: true });
		},
	};
}
