/** One notification at a time, under a name of its own. */
export type Notifier = {
	show(title: string, message: string): void;
	hide(): void;
};

/**
 * Shows a notification that leads somewhere when it is clicked. Without the permission it shows nothing. To be made when
 * the worker starts: a click that woke it goes only to listeners that are there by then.
 */
export function createNotifier(name: string, clicked: () => void): Notifier {
	let listens = false;
	const notifications = () => {
		// There once the user has given the permission, which may be in the middle of a worker's life.
		const api = chrome.notifications as typeof chrome.notifications | undefined;
		if (api && !listens) {
			listens = true;
			api.onClicked.addListener((id) => {
				if (id !== name) return;
				api.clear(id);
				clicked();
			});
		}
		return api;
	};
	notifications();
	return {
		show(title, message) {
			notifications()?.create(name, {
				type: "basic",
				iconUrl: chrome.runtime.getURL("icon/128.png"),
				title,
				message,
				requireInteraction: true,
			});
		},
		hide: () => void notifications()?.clear(name),
	};
}
