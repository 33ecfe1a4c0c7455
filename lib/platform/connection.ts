import { isLocalHost } from "@/lib/crm/endpoint-url";

/** Whether a request to this URL can get anywhere: this computer and its network can be reached without the internet. */
export const isOnline = (url: string): boolean => navigator.onLine || isLocalHost(new URL(url).hostname);

/** Calls `listener` when the connection is back. */
export function onOnline(listener: () => void): void {
	self.addEventListener("online", listener);
}
