/** An open connection to a program of this computer, over Native Messaging. While it is open the worker lives. */
export type NativePort = { send(message: unknown): void; close(): void };

type PortListeners = {
	message(message: unknown): void;
	/** It is gone, and not because this side closed it; `detail` is the browser's reason, in English. */
	closed(detail: string): void;
};

/**
 * Whether this worker can: Chromium gives `connectNative` only to workers and pages that began after the user gave the
 * permission (seen in version 156).
 */
export const canOpenNativePort = (): boolean => chrome.runtime.connectNative !== undefined;

/** Starts the program the browser knows by that name. One that cannot be started is one that closes at once. */
export function openNativePort(name: string, { message, closed }: PortListeners): NativePort {
	const port = chrome.runtime.connectNative(name);
	let isOpen = true;
	port.onMessage.addListener((received: unknown) => {
		if (isOpen) message(received);
	});
	port.onDisconnect.addListener(() => {
		const detail = chrome.runtime.lastError?.message ?? "";
		if (!isOpen) return;
		isOpen = false;
		closed(detail);
	});
	return {
		send(value) {
			// What is answered after the end is answered to nobody.
			if (isOpen) port.postMessage(value);
		},
		close() {
			isOpen = false;
			port.disconnect();
		},
	};
}
